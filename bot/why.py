"""Why a message of a transcript says what it says: state, event, rule, revision and signature, read from the stored events.

Knows events, rules and the ledger of approvals; must not know HTTP or who asks.
"""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.rebuild import Rebuilt, RulesFor, rebuild
from bot.record import sha256_of
from flows.reasons import Reason, reason
from flows.session import Session
from messages.approvals import Approval, State, is_clinical, shipped_ledger, standing
from messages.catalog import shipped
from storage.cases import Case
from storage.crypto import Unreadable
from storage.event_codec import Begun, Resumed, Told, UnknownHappening
from storage.messages import StoredMessage
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Cause:
    """What had happened: an event's kind, when, and the message it came as (None: it was no message)."""

    kind: str
    at: datetime
    n: int | None
    seq: int


@dataclass(frozen=True, slots=True)
class Why:
    """Everything known about one message.

    `cause` is None for texts from before events were kept and for those of staff; `reason` where the rules of that day are not these.
    `same` tells whether today's rules say it to the byte (None: they cannot be asked); `kept` whether it still has the hash it was
    said with; `unreadable` that the events were changed by hand or are a later release's. `state` is the approval of the text as it is
    written today, None where no physician need sign. `author` is who typed it.
    """

    message: StoredMessage
    sha256: str
    cause: Cause | None = None
    reason: Reason | None = None
    before: Session | None = None
    after: Session | None = None
    revision: str = ""
    protocol_version: str = ""
    same: bool | None = None
    kept: bool | None = None
    state: State | None = None
    approval: Approval | None = None
    author: StaffMember | None = None
    erased: bool = False
    unreadable: bool = False


def why(uow: UnitOfWork, case: Case, n: int, rules_for: RulesFor) -> Why | None:
    """Why message `n` of a case's conversation was said. None when there is no such message, or the patient wrote it."""
    message = next(iter(uow.messages.for_conversation(case.conversation_id, n - 1, 1)), None)
    if message is None or message.n != n or message.author == "patient":
        return None
    if message.author == "staff":
        return Why(message, sha256_of(message.text), author=uow.staff.by_ref(message.staff_ref))
    state, approval = _approval(message)
    plain = Why(message, sha256_of(message.text), state=state, approval=approval)
    try:
        events = uow.events.of(case.conversation_id)
    except (Unreadable, UnknownHappening):
        return replace(plain, unreadable=True)
    place = next((place for place, event in enumerate(events) if any(said.n == n for said in event.said)), None)
    return plain if place is None else _explained(plain, list(rebuild(events[: place + 1], rules_for))[-1])


def _explained(plain: Why, step: Rebuilt) -> Why:
    event, message = step.event, plain.message
    which = next(number for number, said in enumerate(event.said) if said.n == message.n)
    known = replace(
        plain,
        cause=Cause(event.kind, event.at, event.n, event.seq),
        before=step.before,
        after=step.after,
        revision=event.revision,
        protocol_version=event.protocol_version,
        kept=plain.sha256 == event.said[which].sha256,
        erased=event.what is None,
    )
    if step.texts is None or which >= len(step.texts):
        return known
    same = (step.texts[which].text, step.texts[which].options) == (message.text, message.options)
    return replace(known, same=same, reason=_reason(step, which))


def _reason(step: Rebuilt, which: int) -> Reason:
    what = step.event.what
    if what is None or step.before is None or step.outcome is None or isinstance(what, Begun | Resumed | Told):
        return Reason("notice")
    return reason(step.before, what, step.outcome, which)


def _approval(message: StoredMessage) -> tuple[State | None, Approval | None]:
    """How the text stands in the ledger as it is written today."""
    key, language = message.message_key, message.language
    if not is_clinical(key) or not shipped().has(key, language):
        return None, None
    (found,) = standing(shipped(), shipped_ledger(), (key,), (language,))
    return found.state, found.approval
