"""Messages as Twilio keeps them, both directions, and the content resources they may be made of. State only; must not know HTTP."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from tests.fakes.twilio_rules import Refused


@dataclass
class TwilioContent:
    """A Content resource: `body` with `{{name}}` variables, `labels` of its buttons, `approved` as a template for outside the window."""

    body: str
    labels: tuple[str, ...] = ()
    approved: bool = True

    @property
    def names(self) -> set[str]:
        """The variables that must be given."""
        return set(re.findall(r"\{\{(\w+)\}\}", " ".join((self.body, *self.labels))))

    def render(self, values: dict[str, str]) -> str:
        """The text a patient reads. Raises `Refused` when a variable is missing or the result is too long."""
        if self.names - set(values):
            raise Refused(400, 63028, "Number of parameters provided does not match the expected number of parameters")
        text = re.sub(r"\{\{(\w+)\}\}", lambda found: values[found[1]], self.body)
        if len(text) > 1024:
            raise Refused(400, 63021, "Channel invalid content error")
        return text


@dataclass
class TwilioMessage:
    """One message. `at` is when Twilio took it, `seen_at` the same on the machine's own clock."""

    sid: str
    account_sid: str
    to: str
    from_: str
    body: str
    direction: str
    at: datetime
    seen_at: float
    status: str = "queued"
    error_code: int | None = None
    content_sid: str = ""
    variables: dict[str, str] = field(default_factory=dict)
    callback: str = ""
    media: dict[str, str] = field(default_factory=dict)
    media_url: str = ""
    picture: bytes = b""

    def as_json(self) -> dict[str, object]:
        """The Message resource."""
        base = f"/2010-04-01/Accounts/{self.account_sid}/Messages/{self.sid}"
        moment = format_datetime(self.at.astimezone(UTC), usegmt=True)
        return {
            "sid": self.sid,
            "account_sid": self.account_sid,
            "to": self.to,
            "from": self.from_,
            "body": self.body,
            "direction": self.direction,
            "status": self.status,
            "date_created": moment,
            "date_updated": moment,
            "date_sent": moment,
            "num_media": str(len(self.media)),
            "num_segments": "1",
            "error_code": self.error_code,
            "error_message": None,
            "messaging_service_sid": None,
            "api_version": "2010-04-01",
            "price": None,
            "price_unit": "USD",
            "uri": f"{base}.json",
            "subresource_uris": {"media": f"{base}/Media.json"},
        }
