"""Files on WhatsApp: fetched by ids, through redirects, without handing our credentials on."""

from collections.abc import Callable

import httpx
import pytest

from bot.channels.base import FetchError, Media
from bot.channels.whatsapp import WhatsAppChannel
from bot.channels.whatsapp_media import MediaSource, fetch_media
from bot.channels.whatsapp_webhooks import parse
from tests.bot.channels.conftest import PATIENT
from tests.fakes.twilio import FakeTwilio

LOCATOR = "MM1/ME1"
API = "https://api.twilio.com"


class Scripted(httpx.AsyncBaseTransport):
    """Answers by URL and remembers every request."""

    def __init__(self, answers: dict[str, Callable[[], httpx.Response]]) -> None:
        self.answers = answers
        self.requests: list[httpx.Request] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """The scripted answer; 404 for any other URL."""
        self.requests.append(request)
        return self.answers.get(str(request.url), lambda: httpx.Response(404))()


def moved(where: str) -> Callable[[], httpx.Response]:
    """A redirect."""
    return lambda: httpx.Response(307, headers={"location": where})


FIRST = f"{API}/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"


async def fetch(transport: Scripted, *, hosts: tuple[str, ...] = ("cdn.example",), private: bool = False, limit: int = 100) -> bytes:
    """Fetch the one file there is."""
    async with httpx.AsyncClient(transport=transport) as http:
        return await fetch_media(http, MediaSource(API, "AC1", ("AC1", "token"), hosts, private), LOCATOR, limit)


async def test_a_file_arrives_through_the_redirect(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """As Twilio serves it."""
    await fake_twilio.push_media(PATIENT, b"\xff\xd8jpeg", "image/jpeg")
    sid, media = fake_twilio.received[0].sid, next(iter(fake_twilio.files))
    assert await whatsapp.fetch(f"{sid}/{media}", limit=100) == b"\xff\xd8jpeg"


async def test_credentials_stay_at_the_first_hop(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """The host that stores media gets none."""
    await fake_twilio.push_media(PATIENT, b"x", "image/jpeg")
    await whatsapp.fetch(f"{fake_twilio.received[0].sid}/{next(iter(fake_twilio.files))}", limit=100)
    assert [authorized for _, authorized in fake_twilio.media_requests] == [True, False]


async def test_credentials_do_not_come_back_with_a_redirect_home() -> None:
    """A foreign host cannot send us back to Twilio with our password."""
    transport = Scripted(
        {FIRST: moved("https://cdn.example/f"), "https://cdn.example/f": moved(f"{API}/x"), f"{API}/x": moved("https://cdn.example/g")}
    )
    transport.answers["https://cdn.example/g"] = lambda: httpx.Response(200, content=b"x")
    await fetch(transport, hosts=("cdn.example", "api.twilio.com"))
    assert ["authorization" in request.headers for request in transport.requests] == [True, False, False, False]


@pytest.mark.parametrize(
    "where",
    [
        "https://evil.example/f",
        "http://cdn.example/f",
        "https://cdn.example:8443/f",
        "https://cdn.example@evil.example/f",
        "https://user:pw@cdn.example/f",
        "https://cdn.example.evil.example/f",
        "https://127.0.0.1/f",
        "https://[::1]/f",
        "https://169.254.169.254/latest",
        "https://2130706433/",
        "https://[::1/f",
        "file:///etc/passwd",
        "//evil.example/f",
        "https://cdn.example:99999/f",
        "gopher://cdn.example/f",
    ],
)
async def test_a_redirect_elsewhere_is_never_followed(where: str) -> None:
    """No connection is made for it."""
    transport = Scripted({FIRST: moved(where)})
    with pytest.raises(FetchError):
        await fetch(transport)
    assert len(transport.requests) == 1


async def test_three_redirects_are_followed_and_no_fourth() -> None:
    """A circle ends."""
    transport = Scripted({FIRST: moved("https://cdn.example/f"), "https://cdn.example/f": moved("https://cdn.example/f")})
    with pytest.raises(FetchError, match="not_allowed"):
        await fetch(transport)
    assert len(transport.requests) == 4


@pytest.mark.parametrize(
    ("host", "where", "private", "allowed"),
    [
        ("cdn.example:8443", "https://cdn.example:8443/f", False, True),
        ("cdn.example:8443", "https://cdn.example/f", False, False),
        ("CDN.example", "https://cdn.example/f", False, True),
        ("127.0.0.1:9000", "http://127.0.0.1:9000/f", True, True),
        ("127.0.0.1", "http://127.0.0.1:9000/f", True, True),
        ("127.0.0.1:9000", "http://127.0.0.1:9000/f", False, False),
        ("127.0.0.1:9000", "http://127.0.0.1:9001/f", True, False),
    ],
)
async def test_a_host_may_carry_a_port_and_loopback_needs_permission(
    host: str,
    where: str,
    private: bool,  # noqa: FBT001 - a table's column
    allowed: bool,  # noqa: FBT001 - a table's column
) -> None:
    """Plain http is for tests on loopback only."""
    transport = Scripted({FIRST: moved(where), where: lambda: httpx.Response(200, content=b"x")})
    if allowed:
        assert await fetch(transport, hosts=(host,), private=private) == b"x"
    else:
        with pytest.raises(FetchError, match="not_allowed"):
            await fetch(transport, hosts=(host,), private=private)


async def test_too_large_is_noticed_while_reading() -> None:
    """Whatever the headers say."""
    transport = Scripted({FIRST: lambda: httpx.Response(200, content=b"x" * 101)})
    with pytest.raises(FetchError, match="too_large"):
        await fetch(transport)


@pytest.mark.parametrize(("status", "retryable"), [(404, False), (410, False), (401, True), (429, True), (500, True)])
async def test_a_refusal_says_whether_later_may_work(status: int, retryable: bool) -> None:  # noqa: FBT001 - a table's column
    """Deleted files are gone; the rest may pass."""
    with pytest.raises(FetchError) as raised:
        await fetch(Scripted({FIRST: lambda: httpx.Response(status)}))
    assert (raised.value.reason, raised.value.retryable) == ("unavailable", retryable)


@pytest.mark.parametrize("locator", ["", "MM1", "MM1/ME1/..", "../ME1", "MM1/ME1?x", "MM1/ME1\n", "https://evil.example/"])
async def test_an_odd_locator_connects_nowhere(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio, locator: str) -> None:
    """Only two ids make a URL."""
    with pytest.raises(FetchError, match="not_allowed"):
        await whatsapp.fetch(locator, limit=100)
    assert fake_twilio.media_requests == []


async def test_what_the_webhook_told_is_what_is_fetched(whatsapp: WhatsAppChannel, fake_twilio: FakeTwilio) -> None:
    """Parser and fetcher agree on locators."""
    await fake_twilio.push_media(PATIENT, b"%PDF-", "application/pdf")
    message, media = fake_twilio.received[0], next(iter(fake_twilio.files))
    url = f"{API}/2010-04-01/Accounts/{fake_twilio.account_sid}/Messages/{message.sid}/Media/{media}"
    content = parse({"MessageSid": message.sid, "From": PATIENT, "MediaUrl0": url, "MediaContentType0": "application/pdf"}).content
    assert isinstance(content, Media)
    assert await whatsapp.fetch(content.locator, limit=100) == b"%PDF-"
