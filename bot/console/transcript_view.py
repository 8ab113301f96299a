"""The transcript as staff read it: who said what and when, whether it arrived, what was changed or came late.

Knows messages, sends and words for their states; must not know HTTP. experience.md K16, K17.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from bot.console import labels, times, wording
from bot.console.wording import Language
from bot.letters import masked
from storage.messages import StoredMessage
from storage.outbox import Send
from storage.staff_texts import TAKEN_BACK, WAITS

TROUBLE: Final = frozenset({"failed", "suppressed", "parked", "unknown"})
"""States in which a text of ours has not arrived."""


@dataclass(frozen=True, slots=True)
class File:
    """A file beside a message: `state` `stored` when it passed its checks, else why it is not here."""

    id: str
    kind: str
    kind_words: str
    state: str
    state_words: str


@dataclass(frozen=True, slots=True)
class Said:
    """One message. `state` is its send's, `trouble` when it has not arrived; `can_take_back` while it has not left."""

    n: int
    author: str
    who: str
    text: str
    language: str
    at: str
    exact: str
    state: str
    state_words: str
    trouble: bool
    reason: str
    late: bool
    edits: tuple[str, ...]
    options: tuple[str, ...]
    files: tuple[File, ...]
    send_id: str
    can_take_back: bool
    new_day: str


def transcript(
    messages: Sequence[StoredMessage], sends: Sequence[Send], names: Mapping[str, str], language: Language, zone: str
) -> list[Said]:
    """Every message in order, the day named where it changes."""
    by_n = {send.n: send for send in sends}
    told: list[Said] = []
    day = ""
    for message in messages:
        today = wording.moment(message.at, language, zone).partition(",")[0]
        told.append(_said(message, by_n.get(message.n), names, language, zone, today if today != day else ""))
        day = today
    return told


def _said(message: StoredMessage, send: Send | None, names: Mapping[str, str], language: Language, zone: str, new_day: str) -> Said:
    reason = send.reason if send is not None and message.state in TROUBLE else ""
    return Said(
        n=message.n,
        author=message.author,
        who=names.get(message.staff_ref, "") or labels.word("author", message.author, language),
        text=masked(message.text),
        language=message.language,
        at=wording.moment(message.at, language, zone).rpartition(" ")[2],
        exact=times.exact(message.at, language, zone),
        state=message.state,
        state_words=_state(message, reason, language),
        trouble=message.state in TROUBLE and reason != TAKEN_BACK,
        reason="" if reason in {WAITS, TAKEN_BACK} else reason,
        late=message.late,
        edits=tuple(masked(edit) for edit in message.edits),
        options=tuple(choice.label for choice in message.options),
        files=tuple(_file(each.id, each.kind, each.status, language) for each in message.attachments),
        send_id=send.send_id if send else "",
        can_take_back=send is not None and send.purpose == "staff" and _still_here(send),
        new_day=new_day,
    )


def _state(message: StoredMessage, reason: str, language: Language) -> str:
    if message.author == "patient":
        return ""
    if reason == WAITS or reason.startswith("window_closed"):
        return labels.word("send", "waits", language)
    return labels.word("send", reason if reason == TAKEN_BACK else message.state, language) if message.state else ""


def _still_here(send: Send) -> bool:
    return (send.state == "planned" and send.attempts == 0) or (send.state == "parked" and send.reason == WAITS)


def _file(file_id: str, kind: str, state: str, language: Language) -> File:
    return File(file_id, kind, labels.word("file", kind, language), state, labels.word("file-state", state, language))
