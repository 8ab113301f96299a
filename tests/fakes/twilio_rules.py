"""What Twilio's Messages API refuses, with its codes: addresses, lengths, parameters, variables."""

import json
import re
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import urlsplit

ADDRESS: Final = re.compile(r"whatsapp:(\+[1-9][0-9]{6,14}|[A-Z]{2}\.[0-9A-Za-z]{1,40})")
KNOWN: Final = frozenset(
    {
        "To",
        "From",
        "MessagingServiceSid",
        "Body",
        "MediaUrl",
        "ContentSid",
        "ContentVariables",
        "StatusCallback",
        "ValidityPeriod",
    }
)


class Refused(Exception):
    """An error answer of the REST API."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.body = {"code": code, "message": message, "more_info": f"https://www.twilio.com/docs/errors/{code}", "status": status}


def check(params: Mapping[str, str], *, sender: str, service: str) -> None:
    """Raise `Refused` for what Twilio would refuse in a POST to Messages.json."""
    unknown = set(params) - KNOWN
    if unknown:
        raise Refused(400, 20001, f"Unknown parameter {min(unknown)}")
    if not ADDRESS.fullmatch(params.get("To", "")):
        raise Refused(400, 21211, "Invalid 'To' Phone Number")
    _from_us(params, sender, service)
    _content(params)
    _limits(params)


def _from_us(params: Mapping[str, str], sender: str, service: str) -> None:
    if not params.get("From") and not params.get("MessagingServiceSid"):
        raise Refused(400, 21603, "A 'From' phone number is required")
    if params.get("From", sender) != sender or params.get("MessagingServiceSid", service) != service:
        raise Refused(400, 63007, "Twilio could not find a Channel with the specified From address")


def _content(params: Mapping[str, str]) -> None:
    body, content, media = params.get("Body", ""), params.get("ContentSid", ""), params.get("MediaUrl", "")
    if not body and not content and not media:
        raise Refused(400, 21619, "A text message body or media urls must be specified")
    if media and content:
        raise Refused(400, 21654, "ContentSid and MediaUrl were both given")
    if media and (urlsplit(media).scheme not in {"http", "https"} or not urlsplit(media).hostname):
        raise Refused(400, 21620, "Invalid media URL(s)")
    if body and content:
        raise Refused(400, 21654, "Body and ContentSid were both given")
    if len(body) > 1600:
        raise Refused(400, 21617, "The concatenated message body exceeds the 1600 character limit")
    if params.get("ContentVariables") and not content:
        raise Refused(400, 21654, "ContentSid required")


def _limits(params: Mapping[str, str]) -> None:
    period = params.get("ValidityPeriod", "36000")
    if not period.isdigit() or not 1 <= int(period) <= 36000:
        raise Refused(400, 21621, "ValidityPeriod is out of range")
    callback = params.get("StatusCallback")
    host = urlsplit(callback).hostname if callback else "host"
    if not host or "_" in host:
        raise Refused(400, 21609, "The StatusCallback URL is not a valid URL")


def variables(text: str) -> dict[str, str]:
    """ContentVariables read. Raises `Refused` 21656 for what is not an object of short non-empty strings."""
    try:
        values: Any = json.loads(text or "{}")
    except ValueError:
        values = None
    if not isinstance(values, dict) or len(values) > 100:
        raise Refused(400, 21656, "The ContentVariables Parameter is invalid")
    for name, value in values.items():
        if not isinstance(value, str) or not value.strip() or len(value) > 1600 or len(name) > 16 or " " in name:
            raise Refused(400, 21656, "The ContentVariables Parameter is invalid")
    return values
