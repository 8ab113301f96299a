"""The SDK's HTTP layer with two repairs: an accepted send is never taken for a failed one, and no answer is ever logged.

Knows HTTP answers of the Bot API; must not know what is sent. As shipped, a 2xx with a broken body raises like a failure (the send would
be repeated), and the body, which quotes the patient's text, goes to the log.
"""

import json
from typing import Any

from telegram.error import TelegramError
from telegram.request import HTTPXRequest, RequestData


class AcceptedOddly(TelegramError):
    """The server said 2xx, but not which message came of it: accepted, never to be sent again."""

    def __init__(self) -> None:
        super().__init__("accepted without a readable answer")


class Wire(HTTPXRequest):
    """`HTTPXRequest` that raises `AcceptedOddly` for a 2xx whose answer cannot be used."""

    __slots__ = ()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *args: Any,  # noqa: ANN401 - the SDK's own four timeouts, handed on as they come
        **kwargs: Any,  # noqa: ANN401 - the same
    ) -> tuple[int, bytes]:
        """One request; see the SDK. The extra arguments are its four timeouts."""
        code, payload = await super().do_request(url, method, request_data, *args, **kwargs)
        if code // 100 == 2 and not _usable(payload, names_message=url.endswith(("/sendMessage", "/sendPhoto"))):
            raise AcceptedOddly
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON object in `payload`; unlike the SDK's own, silent about what it could not read."""
        try:
            answer = json.loads(payload.decode("utf-8", "replace"))
        except (ValueError, RecursionError):
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("unreadable answer")
        return answer


def _usable(payload: bytes, *, names_message: bool) -> bool:
    try:
        result = Wire.parse_json_payload(payload)["result"]
    except (TelegramError, KeyError):
        return False
    return not names_message or _is_message(result)


def _is_message(result: Any) -> bool:  # noqa: ANN401 - any JSON
    try:
        return (
            all(isinstance(number, int) for number in (result["message_id"], result["chat"]["id"], result["date"]))
            and 0 <= result["date"] < 2**32
        )
    except (KeyError, TypeError):
        return False
