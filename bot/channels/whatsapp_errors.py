"""What a Twilio error code means for a send: one table, for answers to a request and for receipts that come later.

Knows codes; must not know sends. Sources: Twilio's error dictionary and its WhatsApp code mapping; codes may be refined without notice, so
an unknown 63xxx is our fault until a person has looked, and an unknown 5xxxx is a fault of the provider.
"""

from collections.abc import Mapping
from typing import Final

import httpx
from twilio.base.exceptions import TwilioException

from bot.channels.base import ChannelDown, ContentRefused, NotSent, Paced, RecipientGone, SendError, SendUnknown, WindowClosed

PACE_SECONDS: Final = 30.0
"""How long to wait when Twilio says "slower" without a figure."""
TOMORROW_SECONDS: Final = 86_400.0
"""How long to wait when WhatsApp itself declines this person for the day."""

_BEFORE_ANY_BYTE: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)

CODES: Final[Mapping[int, type[SendError]]] = {
    # outside the 24-hour window
    63016: WindowClosed,
    # rate, tier or queue
    20429: Paced,
    21611: Paced,
    30001: Paced,
    63017: Paced,
    63018: Paced,
    63038: Paced,
    # WhatsApp declines this person for now: experiment group, marketing limit
    63032: Paced,
    63049: Paced,
    # the provider failed and says so: nothing arrived
    30008: NotSent,
    63005: NotSent,
    63009: NotSent,
    63010: NotSent,
    63011: NotSent,
    63012: NotSent,
    # nobody to send to, or they want nothing from us
    21211: RecipientGone,
    21610: RecipientGone,
    21614: RecipientGone,
    63003: RecipientGone,
    63014: RecipientGone,
    63015: RecipientGone,
    63024: RecipientGone,
    63033: RecipientGone,
    # our text, variables, media or template
    21617: ContentRefused,
    21619: ContentRefused,
    21654: ContentRefused,
    21656: ContentRefused,
    63006: ContentRefused,
    63013: ContentRefused,
    63019: ContentRefused,
    63021: ContentRefused,
    63027: ContentRefused,
    63028: ContentRefused,
    63029: ContentRefused,
    63030: ContentRefused,
    63040: ContentRefused,
    63041: ContentRefused,
    63042: ContentRefused,
    # credentials, sender, account
    20003: ChannelDown,
    20005: ChannelDown,
    20404: ChannelDown,
    21212: ChannelDown,
    21606: ChannelDown,
    21659: ChannelDown,
    21660: ChannelDown,
    30002: ChannelDown,
    63001: ChannelDown,
    63002: ChannelDown,
    63007: ChannelDown,
    63008: ChannelDown,
    63020: ChannelDown,
    63022: ChannelDown,
    # HTTP answers without a code of their own
    401: ChannelDown,
    403: ChannelDown,
    404: ChannelDown,
    429: Paced,
    # asked, but what came of it is unknown
    20500: SendUnknown,
    20503: SendUnknown,
}
"""Every code we have met or read of. Twilio repeats the HTTP status as the code when it has none."""

_FOR_THE_DAY: Final = {63032, 63038, 63049}


def of_code(code: int, *, retry_after: float | None = None) -> SendError:
    """The `SendError` for a Twilio code or HTTP status; the wait for `Paced` in seconds."""
    kind = CODES.get(code) or _unknown(code)
    if kind is Paced:
        return Paced(str(code), retry_after=retry_after or (TOMORROW_SECONDS if code in _FOR_THE_DAY else PACE_SECONDS))
    return kind(str(code))


def of_receipt(code: str) -> SendError:
    """The `SendError` behind a receipt `failed` with this error code. The provider has spoken, so nothing here is unknown."""
    error = of_code(int(code)) if code.isascii() and code.isdigit() else NotSent("none")
    return NotSent(error.code) if isinstance(error, SendUnknown) else error


def verdict(error: Exception) -> SendError:
    """The `SendError` for whatever the SDK or httpx raised while sending; its text never holds what was sent."""
    if isinstance(error, SendError):
        return error
    if isinstance(error, _BEFORE_ANY_BYTE):
        return NotSent(type(error).__name__)
    if isinstance(error, TwilioException):
        return of_code(_code(error))
    return SendUnknown(type(error).__name__)


def _code(error: TwilioException) -> int:
    """The code of either of the SDK's two exceptions; a 5xx counts as such whatever code it carries."""
    status = _number(getattr(error, "status", 0))
    return status if status // 100 == 5 else _number(getattr(error, "code", 0)) or status


def _number(value: object) -> int:
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _unknown(code: int) -> type[SendError]:
    provider_fault = code // 100 == 5 or code // 10_000 == 5 or code == 0
    return SendUnknown if provider_fault else ContentRefused
