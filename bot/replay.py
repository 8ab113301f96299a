"""Replays a conversation and holds it against its transcript, byte for byte: the first difference is named, never its words.

Knows events and transcripts; must not know HTTP or who asks. Where other rules took an event, its texts are checked by their hash.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Final

from bot.rebuild import Rebuilt, RulesFor, rebuild
from bot.record import sha256_of
from storage.crypto import Unreadable
from storage.event_codec import UnknownHappening
from storage.events import StoredEvent
from storage.messages import StoredMessage
from storage.unit_of_work import UnitOfWork

PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """Where replay and record part: a code, the event's number, the message's, the first byte that differs. Never a word."""

    fault: str
    seq: int | None = None
    n: int | None = None
    key: str = ""
    byte: int | None = None


@dataclass(slots=True)
class Replayed:
    """What a replay found; `first` is None when everything is as it was.

    `rebuilt` texts came out of the rules again, `hashed` ones were said by other revisions and hold their hash; `before` counts our
    texts from before the first event.
    """

    case_id: str
    revisions: tuple[str, ...] = ()
    events: int = 0
    rebuilt: int = 0
    hashed: int = 0
    erased: int = 0
    before: int = 0
    first: Difference | None = None
    covered: set[int] = field(default_factory=set)


def replay(uow: UnitOfWork, case_id: str, rules_for: RulesFor) -> Replayed:
    """Replay the conversation of a case. Raises `KeyError` when there is no such case."""
    case = uow.cases.get(case_id)
    if case is None:
        raise KeyError(case_id)
    found = Replayed(case_id)
    try:
        events = uow.events.of(case.conversation_id)
        transcript = transcript_of(uow, case.conversation_id)
    except (Unreadable, UnknownHappening) as fault:
        found.first = Difference("unreadable" if isinstance(fault, Unreadable) else "unknown_event")
        return found
    found.events, found.revisions = len(events), tuple(dict.fromkeys(event.revision for event in events if event.revision))
    found.first = (
        _gap(events, uow.events.next_seq(case.conversation_id))
        or _texts(found, events, transcript, rules_for)
        or _unaccounted(found, events, transcript)
        or _session(uow, case.conversation_id, events, rules_for)
    )
    return found


def transcript_of(uow: UnitOfWork, conversation_id: int) -> dict[int, StoredMessage]:
    """Every message of a conversation by its number."""
    found: dict[int, StoredMessage] = {}
    while page := uow.messages.for_conversation(conversation_id, max(found, default=0), PAGE):
        found |= {message.n: message for message in page}
    return found


def _gap(events: Sequence[StoredEvent], expected: int) -> Difference | None:
    """An event that is not there: the numbers are without a hole, and the conversation counts them too."""
    for seq, event in zip(count(), events, strict=False):
        if event.seq != seq:
            return Difference("event_missing", seq)
    return None if len(events) == expected else Difference("event_missing", len(events))


def _texts(
    found: Replayed, events: Sequence[StoredEvent], transcript: Mapping[int, StoredMessage], rules_for: RulesFor
) -> Difference | None:
    for step in rebuild(events, rules_for):
        found.erased += step.event.what is None
        difference = _hashes(step.event, transcript) or _words(step, transcript)
        if difference is not None:
            return replace(difference, seq=step.event.seq)
        found.covered |= {said.n for said in step.event.said}
        if step.texts is None:
            found.hashed += len(step.event.said)
        else:
            found.rebuilt += len(step.texts)
    return None


def _hashes(event: StoredEvent, transcript: Mapping[int, StoredMessage]) -> Difference | None:
    """The transcript against what was written down when it was said."""
    for said in event.said:
        message = transcript.get(said.n)
        if message is None or message.author != "bot":
            return Difference("text_missing", n=said.n, key=said.key)
        if sha256_of(message.text) != said.sha256 or message.message_key != said.key:
            return Difference("transcript_changed", n=said.n, key=said.key)
    return None


def _words(step: Rebuilt, transcript: Mapping[int, StoredMessage]) -> Difference | None:
    """The transcript against what the rules say today."""
    if step.texts is None:
        return None
    if len(step.texts) != len(step.event.said):
        return Difference("other_number_of_texts", n=step.event.first_n or None)
    for said, text in zip(step.event.said, step.texts, strict=True):
        message = transcript[said.n]
        if (text.key, text.language, text.options) != (message.message_key, message.language, message.options):
            return Difference("other_text", n=said.n, key=text.key)
        if text.text != message.text:
            return Difference("other_words", n=said.n, key=text.key, byte=_first_byte(text.text, message.text))
    return None


def _unaccounted(found: Replayed, events: Sequence[StoredEvent], transcript: Mapping[int, StoredMessage]) -> Difference | None:
    """A text of the bot's that no event accounts for; those from before the first event are only counted."""
    first = min((event.first_n for event in events if event.first_n), default=0)
    blanked = any(event.what is None and not event.said and event.first_n for event in events)
    for n, message in transcript.items():
        if message.author != "bot" or n in found.covered:
            continue
        if n < first or not first or (blanked and not message.text):
            found.before += 1
            continue
        return Difference("text_without_event", n=n, key=message.message_key)
    return None


def _session(uow: UnitOfWork, conversation_id: int, events: Sequence[StoredEvent], rules_for: RulesFor) -> Difference | None:
    """The session as it is kept against the one the events lead to."""
    held = uow.conversations.peek([conversation_id]).get(conversation_id)
    last = next((step for step in reversed(list(rebuild(events, rules_for)))), None)
    if held is None or last is None or last.after is None or last.after == held.session:
        return None
    return Difference("other_session", last.event.seq)


def _first_byte(one: str, other: str) -> int:
    ours, theirs = (text.encode("utf-8", "surrogatepass") for text in (one, other))
    return next((place for place, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))
