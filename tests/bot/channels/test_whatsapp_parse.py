"""Twilio's webhooks read: messages, receipts, forms."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import AddressKind, Content, Ignored, Receipt
from bot.channels.inbound import MalformedUpdate
from bot.channels.whatsapp_messages import locator_of
from bot.channels.whatsapp_webhooks import Form, parse, parse_status, read_form
from tests.bot.channels.payloads.twilio import ACCOUNT, ALWAYS, CASES, LOCATOR, MALFORMED, MEDIA_SID, MEDIA_URL, SENDERS, SID, STATUSES

OPTIONAL = ("MediaUrl0", "MediaContentType0", "ListId", "ButtonPayload", "Latitude", "Longitude", "OptOutType", "ExternalUserId", "x")
NAMES = st.sampled_from([*ALWAYS, *OPTIONAL])


@pytest.mark.parametrize(("fields", "content"), CASES.values(), ids=CASES)
def test_each_payload_is_read(fields: dict[str, str], content: Content) -> None:
    """The table says what each becomes."""
    assert parse({**ALWAYS, **fields}).content == content


@pytest.mark.parametrize(("fields", "value", "kind", "aliases"), SENDERS.values(), ids=SENDERS)
def test_the_sender_keeps_the_address_as_it_came(
    fields: dict[str, str], value: str, kind: AddressKind, aliases: tuple[tuple[AddressKind, str], ...]
) -> None:
    """Replies go to it; other addresses of the same person are told beside it."""
    sender = parse({**ALWAYS, **fields}).sender
    assert sender is not None
    assert (sender.value, sender.kind, sender.aliases) == (value, kind, aliases)


def test_the_key_is_the_message_of_this_account() -> None:
    """Twilio's ids are unique within an account."""
    update = parse(ALWAYS)
    assert (update.channel, update.account, update.external_id, update.ref) == ("whatsapp", ACCOUNT, SID, SID)


@pytest.mark.parametrize("fields", MALFORMED)
def test_without_id_or_sender_it_is_malformed(fields: dict[str, str]) -> None:
    """Neither can be made up."""
    with pytest.raises(MalformedUpdate):
        parse(fields)


@given(fields=st.dictionaries(NAMES, st.text(max_size=20)))
def test_no_form_raises_anything_else(fields: dict[str, str]) -> None:
    """Whatever arrives is either read or malformed."""
    with suppress(MalformedUpdate):
        parse({**ALWAYS, **fields})


@pytest.mark.parametrize(
    "url",
    [
        MEDIA_URL + "/../../../secret",
        MEDIA_URL + "?x=1",
        MEDIA_URL.replace("api.twilio.com", "api.twilio.com@evil.example/x"),
        MEDIA_URL.replace(MEDIA_SID, "..%2f"),
        MEDIA_URL.replace(MEDIA_SID, ""),
        "file:///etc/passwd",
        "http://2130706433/",
        "",
    ],
)
def test_a_media_url_of_another_form_gives_no_locator(url: str) -> None:
    """Then the fetch fails without a connection."""
    assert locator_of(url) == ""


@pytest.mark.parametrize("host", ["127.0.0.1", "[::1]", "169.254.169.254", "evil.example", "user:pw@evil.example"])
def test_the_host_of_a_media_url_is_never_kept(host: str) -> None:
    """Only the ids are."""
    assert locator_of(MEDIA_URL.replace("api.twilio.com", host)) == LOCATOR


@pytest.mark.parametrize(("status", "state"), STATUSES.items())
def test_each_status_is_said_in_our_words(status: str, state: str) -> None:
    """Keyed by message and status, so that each counts once."""
    update = parse_status({"MessageSid": SID, "MessageStatus": status, "AccountSid": ACCOUNT, "ErrorCode": "63016"}, "send-1")
    assert (update.external_id, update.content) == (f"{SID}:{status}", Receipt(SID, "send-1", state, "63016"))  # type: ignore[arg-type] # from a table


def test_an_unknown_status_is_kept_by_its_key_only() -> None:
    """Twilio may add one."""
    assert parse_status({"MessageSid": SID, "MessageStatus": "pondering"}, "").content == Ignored("status_unknown")


@pytest.mark.parametrize("fields", [{}, {"MessageSid": SID}, {"MessageStatus": "sent"}])
def test_a_receipt_without_message_or_status_is_malformed(fields: dict[str, str]) -> None:
    """It could not be kept apart from others."""
    with pytest.raises(MalformedUpdate):
        parse_status(fields, "s")


def test_a_form_keeps_blanks_order_and_repetitions() -> None:
    """The signature counts them."""
    form = read_form(b"Body=&A=1&A=2&From=whatsapp%3A%2B52&Label=a+b")
    values = {name: form.getlist(name) for name in form}
    assert values == {"Body": [""], "A": ["1", "2"], "From": ["whatsapp:+52"], "Label": ["a b"]}


def test_a_form_may_have_many_fields() -> None:
    """Only bytes are limited: a genuine delivery is not refused for its number of fields."""
    assert len(read_form(b"&".join(b"a%d=1" % n for n in range(20_000)))) == 20_000


@given(body=st.binary(max_size=300))
def test_no_body_raises_anything_else(body: bytes) -> None:
    """Any bytes are a form."""
    assert isinstance(read_form(body), Form)


def test_a_form_and_a_mapping_read_alike() -> None:
    """The web has a form, the reconciler a mapping."""
    assert parse(Form(ALWAYS.items())) == parse(ALWAYS)
