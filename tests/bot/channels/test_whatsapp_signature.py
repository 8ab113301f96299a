"""Whether a webhook is Twilio's: vectors made with the SDK's own signer."""

import pytest
from twilio.request_validator import RequestValidator

from bot.channels.whatsapp_webhooks import Form, read_form, verify, webhook_url

TOKEN, SECOND = "a" * 32, "b" * 32
URL = "https://clinic.example/webhooks/twilio/whatsapp"
BODY = b"Body=&From=whatsapp%3A%2B5215512345678&MessageSid=SM1&ProfileName=Ana+%C3%B1"
FORM = read_form(BODY)
FIELDS = {"Body": "", "From": "whatsapp:+5215512345678", "MessageSid": "SM1", "ProfileName": "Ana ñ"}


def signed(url: str = URL, fields: dict[str, str] | None = None, token: str = TOKEN, algorithm: str | None = None) -> str:
    """Twilio's signature."""
    return str(RequestValidator(token).compute_signature(url, FIELDS if fields is None else fields, algorithm))


def test_a_genuine_message_with_a_blank_field_is_taken() -> None:
    """A voice note has an empty Body, which counts."""
    assert verify(signed(), URL, FORM, [TOKEN])


def test_a_known_vector_of_twilios_documentation_is_taken() -> None:
    """The example they print, not computed by this SDK."""
    caller = "+14158675309"
    fields = {"CallSid": "CA1234567890ABCDE", "Caller": caller, "Digits": "1234", "From": caller, "To": "+18005551212"}
    assert verify("RSOYDt4T1cUTdK1PDd93/VVr8B8=", "https://mycompany.com/myapp.php?foo=1&bar=2", Form(fields.items()), ["12345"])


@pytest.mark.parametrize("token", [TOKEN, SECOND])
def test_either_of_two_tokens_is_taken(token: str) -> None:
    """While one is being rotated out."""
    assert verify(signed(token=token), URL, FORM, [TOKEN, "", SECOND])


@pytest.mark.parametrize(
    "body",
    [
        BODY.replace(b"SM1", b"SM2"),
        BODY.replace(b"Body=&", b""),
        BODY + b"&Extra=1",
        BODY.replace(b"Body=", b"Body=+"),
        BODY + b"&MessageSid=SM2",
        b"",
    ],
)
def test_a_changed_body_is_refused(body: bytes) -> None:
    """Changed, missing, added or repeated."""
    assert not verify(signed(), URL, read_form(body), [TOKEN])


@pytest.mark.parametrize(
    "url",
    [
        "http://clinic.example/webhooks/twilio/whatsapp",
        "https://clinic.example/webhooks/twilio/whatsapp/",
        "https://clinic.example/webhooks/twilio/whatsapp?x=1",
        "https://evil.example/webhooks/twilio/whatsapp",
        "https://clinic.example/webhooks/twilio/status",
        "https://CLINIC.example/webhooks/twilio/whatsapp",
    ],
)
def test_another_url_is_refused(url: str) -> None:
    """Scheme, slash, query, host, path and case are part of what is signed."""
    assert not verify(signed(), url, FORM, [TOKEN])


@pytest.mark.parametrize(("ours", "theirs"), [("", ":443"), (":443", ""), (":8443", "")])
def test_twilio_may_write_the_default_port_or_leave_any_out(ours: str, theirs: str) -> None:
    """It is not consistent about ports; the address itself is ours either way."""
    url = "https://clinic.example{}/webhooks/twilio/whatsapp"
    assert verify(signed(url.format(theirs)), url.format(ours), FORM, [TOKEN])


@pytest.mark.parametrize(("ours", "valid"), [(":8443", True), ("", False), (":9443", False)])
def test_a_port_of_its_own_must_stand_in_the_configured_address(ours: str, valid: bool) -> None:  # noqa: FBT001 - a table's column
    """What was signed with :8443 is taken only there."""
    url = "https://clinic.example{}/webhooks/twilio/whatsapp"
    assert verify(signed(url.format(":8443")), url.format(ours), FORM, [TOKEN]) is valid


def test_repeated_parameters_are_taken_as_twilio_signs_them() -> None:
    """Each distinct value once, sorted."""
    form = read_form(b"A=2&A=1&A=2")
    signature = RequestValidator(TOKEN).compute_signature(URL, form)
    assert verify(signature, URL, form, [TOKEN])


@pytest.mark.parametrize("signature", ["", None, "x", "ñ", "\ud800", "=" * 28])
def test_a_missing_or_odd_signature_is_refused(signature: str | None) -> None:
    """Refused, never an error."""
    assert not verify(signature, URL, FORM, [TOKEN])


@pytest.mark.parametrize("tokens", [[], [""], [SECOND]])
def test_without_the_right_token_nothing_is_taken(tokens: list[str]) -> None:
    """Configuration that is missing opens nothing."""
    assert not verify(signed(token=""), URL, FORM, tokens)


def test_sha256_is_taken_when_the_settings_header_names_it() -> None:
    """Twilio's newer signature."""
    header = "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256"
    assert verify(signed(algorithm="HMAC_SHA256"), URL, FORM, [TOKEN], header)


@pytest.mark.parametrize("header", ["algorithm=MD5", "algorithm=HMAC_SHA256", "algorithm=none"])
def test_another_algorithm_does_not_weaken_the_check(header: str) -> None:
    """A SHA-1 signature under another name, or an unknown name, is refused."""
    assert not verify(signed(), URL, FORM, [TOKEN], header)


def test_a_lone_surrogate_in_a_field_is_refused_not_an_error() -> None:
    """It cannot be signed."""
    assert not verify(signed(), URL, Form([("Body", "\ud800")]), [TOKEN])


@pytest.mark.parametrize(
    ("base", "query", "url"),
    [
        ("https://clinic.example", "", "https://clinic.example/p"),
        ("https://clinic.example/", "sid=a%20b&x=", "https://clinic.example/p?sid=a%20b&x="),
        ("https://clinic.example/candor", "", "https://clinic.example/candor/p"),
    ],
)
def test_the_signed_url_comes_from_configuration_and_the_raw_query(base: str, query: str, url: str) -> None:
    """What a proxy says of host and scheme plays no part."""
    assert webhook_url(base, "/p", query) == url
