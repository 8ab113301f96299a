"""Listens to every word for danger and for what a physician must know, before anything else looks at it.

Raises, never clears. Whatever the open question is, emergency and crisis words stop the conversation at once.
"""

from dataclasses import replace
from datetime import datetime

from flows.assessment import flags, heard
from flows.effects import Alarm, AlarmKind, Effect, OpenTicket, Say
from flows.evidence import answered
from flows.protocol import load
from flows.protocol.contraindication import Contraindication
from flows.protocol.severity import ANSWER, severity_of
from flows.session import Flag, Outcome, Session, Source
from flows.speech import numbers
from messages.prompt import Prompt
from messages.understanding import Label, Reading, read_message


def listen(text: str, session: Session) -> Reading:
    """What the words hold, read in the session's language and in every other; about the patient, who may not be the writer."""
    return read_message(text, session.language, for_other=for_other(session))


def for_other(session: Session) -> bool:
    """Whether the writer said to write for somebody else."""
    who = answered(session).get("subject.who")
    return who is not None and who.value == "other"


def alarming(reading: Reading) -> tuple[AlarmKind, Label] | None:
    """The danger in a reading: a crisis before an emergency, because its text names both numbers."""
    kinds: tuple[AlarmKind, ...] = ("crisis", "emergency")
    return next(((kind, label) for kind in kinds if (label := reading.first(kind)) is not None and label.id == kind), None)


def hold(session: Session, kind: AlarmKind, quote: str, n: int | None, source: Source = "free_text") -> Outcome:
    """Stop the script: the text with the number first, staff alarmed, only a person lifts it."""
    repeated = session.status == "held" and any(flag.id == kind for flag in session.flags)
    held = replace(heard(session, Flag(kind, "hard", source, quote, n)), status="held", offering=())
    known = numbers(session)
    key = "emergency-call" if kind == "emergency" else "crisis-call" if known["line"] else "crisis-call_no_line"
    if repeated:
        key = f"{kind}-held"
    return Outcome(held, (Say(Prompt(key, known), "emergency"), Alarm(kind, quote, n)))


def note(session: Session, reading: Reading, n: int | None, at: datetime) -> tuple[Session, tuple[Effect, ...]]:
    """The session with every flag the words raise, and a same-day call where the protocol asks for one."""
    effects: list[Effect] = []
    raised = {flag.id for flag in flags(session)}
    for label in reading.labels:
        if label.id == "proxy" and not for_other(session):
            session = heard(session, Flag("proxy", "caution", "free_text", label.quote, n))
        row = _row(label)
        if row is None:
            continue
        severity = severity_of(row, {ANSWER: row.flagged_by}, today=at.date())
        for flag_id in row.flag_ids if severity else ():
            session = heard(session, Flag(flag_id, severity or "caution", "free_text", label.quote, n))
        if row.ticket and not set(row.flag_ids) & raised:
            effects.append(OpenTicket("same_day_call", label.quote, n))
    return session, tuple(effects)


def _row(label: Label) -> Contraindication | None:
    prefix, _, name = label.id.partition(":")
    if prefix not in {"contraindication", "cue"}:
        return None
    return next((row for row in load().contraindications if row.id == name), None)
