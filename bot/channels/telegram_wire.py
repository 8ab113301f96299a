"""The SDK's HTTP layer, repaired: an accepted send is never taken for a failed one, a refusal never for a lost answer, nothing is logged.

Knows HTTP answers of the Bot API; must not know what is sent. As shipped, a 2xx whose body the SDK cannot read raises like a failure (the
send would be repeated), its words go to the log, and a 429 without a figure or a 413 looks like a broken connection.
"""

import json
from collections.abc import Mapping
from datetime import timedelta
from typing import Any, Final

from telegram.error import BadRequest, RetryAfter, TelegramError
from telegram.request import HTTPXRequest, RequestData

_WAIT_SECONDS: Final = 5
_LONGEST_WAIT: Final = 3600
_SAYS: Final = ("sendMessage", "sendPhoto")
_EDITS: Final = ("editMessageText", "editMessageReplyMarkup")


class AcceptedOddly(TelegramError):
    """The server said 2xx, but not what came of it: accepted, never to be sent again."""

    def __init__(self) -> None:
        super().__init__("accepted without a readable answer")


class Wire(HTTPXRequest):
    """`HTTPXRequest` that hands the SDK only answers it can read. Raises `AcceptedOddly` for a 2xx that says nothing usable."""

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
        if code // 100 == 2:
            return code, json.dumps({"ok": True, "result": _readable(url.rpartition("/")[2], _object(payload))}).encode()
        if code == 429:
            raise RetryAfter(timedelta(seconds=_wait(_object(payload))))
        if code == 413:
            raise BadRequest("request entity too large")
        return code, payload

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The JSON object in `payload`; unlike the SDK's own, silent about what it could not read."""
        answer = _object(payload)
        if not answer:
            raise TelegramError("unreadable answer")
        return answer


def _object(payload: bytes) -> dict[str, Any]:
    """The JSON object in `payload`, empty for anything else."""
    try:
        answer = json.loads(payload.decode("utf-8", "replace"))
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _readable(method: str, answer: Mapping[str, Any]) -> Any:  # noqa: ANN401 - any JSON
    """The result as far as we use it, in a form the SDK accepts. Raises `AcceptedOddly` without one."""
    if "result" not in answer:
        raise AcceptedOddly
    result = answer["result"]
    if method in _EDITS:
        return True
    if method in _SAYS:
        return {"message_id": _number(result), "date": 0, "chat": {"id": 0, "type": "private"}}
    return _file(result) if method == "getFile" else result


def _file(result: object) -> dict[str, Any]:
    if not isinstance(result, dict):
        raise AcceptedOddly
    path, size = result.get("file_path"), result.get("file_size")
    known = {"file_path": path if isinstance(path, str) else None, "file_size": size if isinstance(size, int) else None}
    return {"file_id": "-", "file_unique_id": "-", **known}


def _number(message: object) -> int:
    number = message.get("message_id") if isinstance(message, dict) else None
    if not isinstance(number, int):
        raise AcceptedOddly
    return number


def _wait(answer: Mapping[str, Any]) -> int:
    parameters = answer.get("parameters")
    told = parameters.get("retry_after") if isinstance(parameters, dict) else None
    return min(told, _LONGEST_WAIT) if isinstance(told, int) and told > 0 else _WAIT_SECONDS
