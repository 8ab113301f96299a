"""What an inquiry of a period carries: what became of it, why, in which language and condition, and which questions it passed.

Knows how the log is read; must not know what is counted (`bot/hygiene.py`).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal, TypeAlias, get_args

from flows.handoff import STANDING
from flows.silence import OVER
from storage.hygiene import STANDING as DECISIVE
from storage.hygiene import Asked, ClockRow, InquiryRow, Move, Signed
from storage.unit_of_work import UnitOfWork

Fate: TypeAlias = Literal[
    "patient", "accepted", "declined", "deferred", "ended_by_patient", "closed", "left", "with_clinic", "in_questions"
]
"""`patient` a treatment is recorded; `accepted` a physician's acceptance stands, not treated yet; `declined`, `deferred` a written decision
stands; `ended_by_patient` withdrawn, for the patient's reason; `closed` duplicate or unreachable; `left` fell silent in the questions;
`with_clinic` waits for a person, or for what was asked of the patient; `in_questions` still answers."""

FATES: Final[tuple[Fate, ...]] = get_args(Fate)
UNKNOWN: Final = "not_known"
"""The condition of who named none that was confirmed."""
_BY_STATUS: Final[dict[str, Fate]] = {
    "declined": "declined",
    "deferred": "deferred",
    "withdrawn_by_patient": "ended_by_patient",
    "closed": "closed",
    **dict.fromkeys(STANDING, "accepted"),
}
TREATED: Final = frozenset({"treated", "follow_up"})
SPEAKS: Final = frozenset({"open", "paused"})
"""States of a conversation in which the patient is to answer."""


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A case with everything that is counted about it; `first_response` and `decision` are None while they have not come."""

    case_id: str
    opened_at: datetime
    language: str
    fate: Fate
    whys: tuple[str, ...]
    marks: frozenset[str]
    first_response: timedelta | None
    decision: timedelta | None


def inquiries_of(uow: UnitOfWork, since: datetime, until: datetime, now: datetime, *, most: int, opened: int) -> list[Inquiry]:
    """The inquiries opened in the period, the newest first, at most `most`; of the first `opened` also where they were not sure."""
    rows = uow.hygiene.inquiries(since, until, most)
    moves, signed = _by_case(uow.hygiene.moves(since, until)), _by_case(uow.hygiene.signed(since, until))
    clocks, asked = _by_case(uow.hygiene.clocks(since, until)), _by_talk(uow.hygiene.asked(since, until))
    unsure = uow.hygiene.unsure([row.conversation_id for row in rows[:opened]])
    found = []
    for row in rows:
        mine = (moves[row.case_pk], signed[row.case_pk], clocks[row.case_pk], asked[row.conversation_id])
        found.append(_inquiry(row, *mine, unsure.get(row.conversation_id, ()), now))
    return found


def _by_case(rows: Iterable["Move | Signed | ClockRow"]) -> defaultdict[int, list[Any]]:
    grouped: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows:
        grouped[row.case_pk].append(row)
    return grouped


def _by_talk(rows: Iterable[Asked]) -> defaultdict[int, list[Asked]]:
    grouped: defaultdict[int, list[Asked]] = defaultdict(list)
    for row in rows:
        grouped[row.conversation_id].append(row)
    return grouped


def _inquiry(
    row: InquiryRow,
    moves: Sequence[Move],
    signed: Sequence[Signed],
    clocks: Sequence[ClockRow],
    asked: Sequence[Asked],
    unsure: Sequence[str],
    now: datetime,
) -> Inquiry:
    fate = fate_of(row, moves, now)
    first = next((clock for clock in clocks if clock.kind == "first_response" and clock.ended == "met"), None)
    written = next((each for each in signed if each.outcome in DECISIVE), None)
    whys = _whys(fate, moves, signed)
    marks = {
        f"fate:{fate}",
        f"language:{row.language or UNKNOWN}",
        f"condition:{row.conditions[0] if row.conditions else UNKNOWN}",
        *(f"why:{why}" for why in whys),
        *(f"clock:{clock.kind}:{kept(clock, now)}" for clock in clocks if clock.ended != "cancelled"),
        *(f"unsure:{step}" for step in unsure),
        *_steps(row, asked, fate),
    }
    return Inquiry(
        case_id=row.case_id,
        opened_at=row.opened_at,
        language=row.language,
        fate=fate,
        whys=whys,
        marks=frozenset(marks),
        first_response=first.ended_at - first.started_at if first and first.ended_at else None,
        decision=written.at - row.completed_at if written and row.completed_at and written.at >= row.completed_at else None,
    )


def fate_of(row: InquiryRow, moves: Sequence[Move], now: datetime) -> Fate:
    """What became of an inquiry, from the last status its timeline has. Once treated, it is a patient whatever came later."""
    reached = [move.status for move in moves]
    if TREATED & set(reached):
        return "patient"
    last = reached[-1] if reached else "intake"
    if last != "intake":
        return _BY_STATUS.get(last, "with_clinic")
    silent = row.talk in SPEAKS and now - row.last_activity_at > OVER
    return "left" if silent else "in_questions"


def kept(clock: ClockRow, now: datetime) -> str:
    """Whether a deadline (already moved by pauses) was kept: `met`, `late` (met after it), `overdue` (past it and not met), `running`."""
    if clock.ended == "met" and clock.ended_at is not None:
        return "met" if clock.ended_at <= clock.due_at else "late"
    return "overdue" if now > clock.due_at else "running"


def _whys(fate: Fate, moves: Sequence[Move], signed: Sequence[Signed]) -> tuple[str, ...]:
    """Why it ended: the physician's codes for a written decision, else the code of the last step."""
    if fate in {"declined", "deferred"}:
        standing = next((each for each in reversed(signed) if each.outcome in DECISIVE), None)
        return standing.reasons if standing is not None else ()
    if fate in {"ended_by_patient", "closed"}:
        return (moves[-1].reason or UNKNOWN,)
    return ()


def _steps(row: InquiryRow, asked: Sequence[Asked], fate: Fate) -> Iterator[str]:
    for question in asked:
        yield f"seen:{question.step}"
        if question.reworded:
            yield f"reworded:{question.step}"
    if row.step and any(question.step == row.step for question in asked):
        yield f"standing:{row.step}"
        if fate == "left":
            yield f"left:{row.step}"
