"""A delivery as JSON text and back, so that one that could not be handled can wait, sealed, and be tried again.

Knows the vocabulary of `bot/channels/base.py`; must not know why a delivery was parked.
"""

import dataclasses
import json
from typing import Any, Final, get_args

from pydantic import TypeAdapter

from bot.channels.base import Content, Update

_CONTENTS: Final = {kind.__name__: TypeAdapter(kind) for kind in get_args(Content)}
_UPDATE: Final = TypeAdapter(Update)


@dataclasses.dataclass(frozen=True, slots=True)
class RawBody:
    """A body that its channel could not read: parked as it came, read again by the release that can."""

    channel: str
    account: str
    external_id: str
    body: str
    route: str = ""


def write_update(update: Update, *, late: bool) -> str:
    """JSON text of a delivery. `late` marks one that reconciliation brought."""
    fields = _UPDATE.dump_python(update, mode="json")
    kind = type(update.content).__name__
    fields["content"] = _CONTENTS[kind].dump_python(update.content, mode="json")
    return json.dumps({"kind": kind, "update": fields, "late": late})


def write_raw(raw: RawBody) -> str:
    """JSON text of an unreadable body."""
    return json.dumps({"raw": dataclasses.asdict(raw)})


def read(text: str) -> "tuple[Update, bool] | RawBody":
    """What `write_update` or `write_raw` wrote: the delivery and whether it is late, or the body. Raises ValueError, KeyError."""
    stored: dict[str, Any] = json.loads(text)
    if "raw" in stored:
        return RawBody(**stored["raw"])
    content = _CONTENTS[stored["kind"]].validate_python(stored["update"].pop("content"))
    placeholder = {**stored["update"], "content": {"why": ""}}
    return dataclasses.replace(_UPDATE.validate_python(placeholder), content=content), bool(stored["late"])
