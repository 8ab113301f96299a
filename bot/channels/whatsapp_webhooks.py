"""Twilio's webhooks read: form, signature, `Update`. Pure; must not send, store or log anything.

Twilio adds parameters without notice and leaves others out (a person without a number has no WaId), so each is looked for on its own.
Delivery receipts come from the same hands and are read here as well.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal
from urllib.parse import parse_qsl

from twilio.request_validator import RequestValidator, get_signature_algorithm

from bot.channels.base import AddressKind, Ignored, Receipt, Sender, Update
from bot.channels.inbound import MalformedUpdate, clean
from bot.channels.whatsapp_messages import content_of

ACCEPTED_ANSWER: Final = "<Response/>"
"""What a webhook answers, as `text/xml`: Twilio may send any other words to the patient."""

_PHONE: Final = re.compile(r"whatsapp:\+([0-9]{4,20})")
_MEXICAN: Final = re.compile(r"52(1?)([0-9]{10})")  # the 1 before mobile numbers ended in 2019, WhatsApp still shows both
_STATES: Final[Mapping[str, Literal["accepted", "delivered", "read", "failed"]]] = {
    "accepted": "accepted",
    "scheduled": "accepted",
    "queued": "accepted",
    "sending": "accepted",
    "sent": "accepted",
    "delivered": "delivered",
    "read": "read",
    "undelivered": "failed",
    "failed": "failed",
    "canceled": "failed",
}


class Form:
    """The fields of a urlencoded body, blanks and repetitions kept, as the signature needs them."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            self._values.setdefault(name, []).append(value)

    def get(self, name: str) -> str:
        """The first value under `name`, empty when there is none."""
        return self._values.get(name, [""])[0]

    def getlist(self, name: str) -> list[str]:
        """All values under `name`; Twilio's validator asks by this name."""
        return self._values.get(name, [])

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)


def read_form(body: bytes) -> Form:
    """The form in a body. Its size is bounded by whoever read it, not its number of fields: what is signed may not be refused."""
    return Form(parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, errors="replace"))


def webhook_url(public_base_url: str, path: str, raw_query: str = "") -> str:
    """The URL Twilio signed: our configured address, never what the request says of itself."""
    return public_base_url.rstrip("/") + path + (f"?{raw_query}" if raw_query else "")


def verify(signature: str | None, url: str, form: Form, tokens: Sequence[str], settings_header: str | None = "") -> bool:
    """Whether `signature` is Twilio's for `url` and `form` under one of `tokens` (secondary ones too, for rotation).

    `settings_header` is X-Twilio-Webhooks-Signature-Settings, which may name HMAC_SHA256. False without a signature or without tokens.
    """
    if not signature:
        return False
    algorithm = get_signature_algorithm(settings_header)
    try:
        return any(bool(RequestValidator(token).validate(url, form, signature, algorithm)) for token in tokens if token)
    except (UnicodeEncodeError, ValueError):
        return False


def parse(form: Form | Mapping[str, str]) -> Update:
    """One inbound WhatsApp message. Raises `MalformedUpdate` without a message id or a sender."""
    fields = form if isinstance(form, Form) else Form(form.items())
    sid = clean(fields.get("MessageSid") or fields.get("SmsMessageSid") or fields.get("SmsSid"))
    address = clean(fields.get("From"))
    if not sid or not address:
        raise MalformedUpdate
    account = clean(fields.get("AccountSid"))
    if not address.startswith("whatsapp:"):
        return Update("whatsapp", account, sid, None, Ignored("not_whatsapp"), ref=sid)
    return Update("whatsapp", account, sid, _sender(fields, address), content_of(fields.get), ref=sid)


def parse_status(form: Form | Mapping[str, str], send_id: str) -> Update:
    """One delivery report; `send_id` is what stood in the callback's query. Raises `MalformedUpdate` without message id or status."""
    fields = form if isinstance(form, Form) else Form(form.items())
    sid = clean(fields.get("MessageSid") or fields.get("SmsSid"))
    status = clean(fields.get("MessageStatus") or fields.get("SmsStatus"))
    if not sid or not status:
        raise MalformedUpdate
    state = _STATES.get(status)
    receipt = Ignored("status_unknown") if state is None else Receipt(sid, clean(send_id), state, clean(fields.get("ErrorCode")))
    return Update("whatsapp", clean(fields.get("AccountSid")), f"{sid}:{status}", None, receipt, ref=sid)


def _sender(fields: Form, address: str) -> Sender:
    kind: AddressKind = "phone" if _PHONE.fullmatch(address) else "bsuid"
    return Sender(address, kind, aliases=tuple(_aliases(fields, address)), display_name=clean(fields.get("ProfileName")))


def _aliases(fields: Form, address: str) -> Iterator[tuple[AddressKind, str]]:
    """Other addresses of the person who wrote: the id that outlives the number, and the number's other spellings."""
    seen = {address}
    digits = clean(fields.get("WaId"))
    known: list[tuple[AddressKind, str]] = [("bsuid", clean(fields.get("ExternalUserId")))]
    known.append(("phone", f"whatsapp:+{digits}" if digits.isascii() and digits.isdigit() else ""))
    known.extend(("phone", spelling) for spelling in _spellings(address))
    for kind, value in known:
        if value and value not in seen:
            seen.add(value)
            yield kind, value


def _spellings(address: str) -> Iterator[str]:
    phone = _PHONE.fullmatch(address)
    mexican = _MEXICAN.fullmatch(phone[1]) if phone else None
    if mexican:
        yield f"whatsapp:+52{mexican[2]}" if mexican[1] else f"whatsapp:+521{mexican[2]}"
