"""Everything a case page shows, in words: head, packet, transcript, clocks, notes, timeline, and what may be done now.

Knows records and words; must not know HTTP. What may be done is shown by role and status; the steps themselves check again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from bot.case_clocks import LATER
from bot.console import labels, times, wording
from bot.console.access import OnDesk
from bot.console.packet_view import PacketView, packet_view
from bot.console.queue_view import STALE, Reader
from bot.console.transcript_view import Said, transcript
from bot.console.wording import Language
from flows import handoff
from flows.opening_hours import ALWAYS, OpeningHours
from storage.cases import Case
from storage.clocks import Clock
from storage.decisions import Paper

LIFT_REASONS: Final = ("false_alarm", "safe_now", "referred", "called")
"""Why an emergency hold ends."""
RUNS: Final = frozenset({"pending", "imminent", "paused"})
"""States of a clock that has time left."""
AGAIN: Final = {"quote": "quote", "protocol-summary": "protocol_summary", "treatment-day": "correct_treatment"}
"""Papers that may be recorded again, and the step that does: corrected or in the patient's language until the consent is signed; a day."""
END_REASONS: Final = ("timing", "financing", "location", "other_patient_reason", "duplicate", "unreachable")
CARED_REASONS: Final = ("follow_up_over", "died", "treated_elsewhere", "withdrawn", "duplicate", "unreachable")
"""Why the case of a treated patient ends."""


@dataclass(frozen=True, slots=True)
class ClockView:
    """A clock: its name, its state in a word, what is left or over. `state` is the clock's, or `met_late`: over, and not to be done."""

    name: str
    state: str
    state_words: str
    words: str
    exact: str


@dataclass(frozen=True, slots=True)
class NoteView:
    """A note for colleagues."""

    kind: str
    kind_words: str
    who: str
    at: str
    exact: str
    text: str


@dataclass(frozen=True, slots=True)
class StepView:
    """A step of the case's life."""

    at: str
    exact: str
    who: str
    action: str
    change: str
    reason: str


@dataclass(frozen=True, slots=True)
class May:
    """What the reader may do now, by role, status and holder."""

    claim: bool
    release: bool
    take: bool
    review: bool
    write: bool
    decide: bool
    acknowledge: bool
    lift: bool
    papers: tuple[str, ...]
    again: tuple[str, ...]
    end: bool
    end_reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CallForm:
    """A call's form as it was typed, and what somebody has to say is meant, in words."""

    day: str
    time: str
    minutes: str
    told: str


@dataclass(frozen=True, slots=True)
class PaperForm:
    """A paper's form as it was typed, what stands against it in words, and the language somebody has to say is meant (or nothing)."""

    kind: str
    reference: str
    dated: str
    language: str
    told: str
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class CasePage:
    """The page. `status` is the code, `owner` empty when nobody holds the case, `stale` how long its holder has been idle.

    `hours` are the opening hours in words when a clock of the case counts those alone, else empty.
    """

    case: Case
    reference: str
    status_words: str
    priority_words: str
    channel_words: str
    owner: str
    mine: bool
    stale: str
    packet: PacketView
    said: tuple[Said, ...]
    clocks: tuple[ClockView, ...]
    hours: str
    paused: str
    notes: tuple[NoteView, ...]
    steps: tuple[StepView, ...]
    alarms: tuple[tuple[str, str, int | None], ...]
    may: May
    twins: tuple[Case, ...]
    decisions: tuple[Any, ...]
    papers: tuple[Any, ...]
    lacking: tuple[str, ...]
    seen: str = ""
    tasks: tuple[tuple[str, str, int | None], ...] = ()


def case_page(desk: OnDesk, reader: Reader, seen: str = "") -> CasePage:
    """The page for this reader."""
    record, case, language = desk.record, desk.record.case, reader.language
    idle = reader.now - desk.acted_at if desk.acted_at else timedelta(0)
    standing = next((pause for pause in desk.pauses if pause.resumed_at is None), None)
    waiting = [alarm for alarm in desk.alarms if alarm.acknowledged_at is None]
    hours = reader.targets.counted(case.priority)
    clocks = tuple(_clock(clock, reader, hours, put_off=case.status == LATER) for clock in _shown(desk.clocks))
    return CasePage(
        case=case,
        reference=case.reference,
        status_words=labels.word("status", case.status, language),
        priority_words=labels.word("priority", case.priority, language),
        channel_words=labels.word("channel", case.channel, language),
        owner=reader.names.get(case.claimed_by, case.claimed_by[:8]),
        mine=case.claimed_by == reader.staff.staff_ref,
        stale=times.span(idle, language) if idle > STALE and case.claimed_by != reader.staff.staff_ref else "",
        packet=packet_view(record.packet, language),
        said=tuple(transcript(record.transcript, desk.sends, reader.names, language, reader.zone)),
        clocks=clocks,
        hours=times.week(hours, language) if any(clock.state in RUNS for clock in clocks) else "",
        paused=times.ago(standing.paused_at, reader.now, language) if standing else "",
        notes=tuple(_note(note, reader) for note in reversed(desk.notes)),
        steps=tuple(_step(entry, reader) for entry in reversed(record.timeline)),
        alarms=tuple((labels.word("flag", alarm.kind, language), alarm.quote, alarm.n) for alarm in waiting),
        may=_may(case, reader, alarms=bool(waiting), stale=idle > STALE),
        twins=tuple(desk.twins),
        decisions=tuple(record.decisions),
        papers=tuple(record.papers),
        lacking=_lacking(case, record.papers),
        seen=seen,
        tasks=tuple((reader.task(task), task.quote, task.n) for task in desk.tasks),
    )


def _may(case: Case, reader: Reader, *, alarms: bool, stale: bool) -> May:
    role, mine, free = reader.staff.role, case.claimed_by == reader.staff.staff_ref, not case.claimed_by
    able = case.status != "intake" and case.closed_at is None
    given = {
        "accepted": ("quote",),
        "quote_issued": ("protocol-summary",),
        "protocol_summary_given": ("consent",),
        "consent_signed": ("treated",),
    }
    ends = handoff.sources("end_for_patient") + handoff.sources("close")
    return May(
        claim=free and handoff.may(role, "claim") and case.status in handoff.sources("claim"),
        release=mine and case.status in handoff.sources("release"),
        take=not mine and not free and stale and able,
        review=mine and case.status in handoff.sources("request_review"),
        write=(mine or free) and case.status not in {"withdrawn_by_patient", "closed"},
        decide=handoff.may(role, "decide") and (mine or free) and case.status in handoff.sources(handoff.deciding(case.status)),
        acknowledge=alarms,
        lift=case.status == "emergency_hold" and (mine or free),
        papers=given.get(case.status, ()),
        again=tuple(kind for kind, step in AGAIN.items() if handoff.after(step, case.status) == case.status),
        end=(mine or free) and case.status in ends and case.status != "intake",
        end_reasons=CARED_REASONS if case.status in handoff.CARED_FOR else END_REASONS,
    )


def _lacking(case: Case, given: Sequence[Paper]) -> tuple[str, ...]:
    """Papers that were given, but not in the language the patient reads: the treatment consent waits for them."""
    if case.status not in {"quote_issued", "protocol_summary_given"}:
        return ()
    told = {kind: {paper.language for paper in given if paper.kind == kind} for kind in ("quote", "protocol_summary")}
    return tuple(kind for kind, languages in told.items() if languages and case.language not in languages)


def _shown(clocks: Sequence[Clock]) -> list[Clock]:
    """The newest clock of each kind."""
    newest: Mapping[str, Clock] = {clock.kind: clock for clock in clocks}
    return list(newest.values())


def _clock(clock: Clock, reader: Reader, hours: OpeningHours, *, put_off: bool) -> ClockView:
    looks_again = put_off and clock.kind == "resolution" and not clock.ended
    hours = ALWAYS if looks_again else hours
    state, language = clock.state(reader.now, hours), reader.language
    end, words = clock.ended_at or reader.now, ""
    name: str = state
    if state == "breached" and clock.ended_at is not None:
        name, words = "met_late", wording.said("clock-late-by", language, span=times.span(end - clock.due_at, language))
    elif state == "breached":
        words = wording.said("clock-late", language, span=times.span(end - clock.due_at, language))
    elif state in {"pending", "imminent"}:
        words = wording.said("clock-left", language, span=times.left(clock.due_at, reader.now, language, hours))
        words += f", {times.by(clock.due_at, language, reader.zone)}" if hours.limited else ""
    exact = times.exact(clock.due_at, language, reader.zone)
    return ClockView(
        labels.word("clock", "look_again" if looks_again else clock.kind, language),
        name,
        labels.word("clock-state", name, language),
        words,
        exact,
    )


def _note(note: Any, reader: Reader) -> NoteView:  # noqa: ANN401 - a storage note
    who = reader.names.get(note.staff_ref, note.staff_ref[:8])
    kind = labels.word("note", note.kind, reader.language)
    return NoteView(note.kind, kind, who, *_when(note.at, reader), note.text)


def _step(entry: Any, reader: Reader) -> StepView:  # noqa: ANN401 - a timeline entry
    language = reader.language
    who = reader.names.get(entry.actor) or labels.word("actor", entry.actor, language)
    moved = entry.to_status and entry.from_status != entry.to_status
    change = f"{labels.word('status', entry.from_status, language)} → {labels.word('status', entry.to_status, language)}" if moved else ""
    reason = reader.names.get(entry.reason) or (_why(entry, language) if entry.reason else "")
    return StepView(
        *_when(entry.at, reader), who, labels.word("action", entry.action, language), change if entry.from_status else "", reason
    )


def _when(at: datetime, reader: Reader) -> tuple[str, str]:
    return times.ago(at, reader.now, reader.language), times.exact(at, reader.language, reader.zone)


def _why(entry: Any, language: Language) -> str:  # noqa: ANN401 - a timeline entry
    """The reason of a step in words; that of a label is a label."""
    labelled = entry.action in {"labelled", "unlabelled"}
    return labels.word("label", entry.reason, language) if labelled else labels.reason(entry.reason, language)
