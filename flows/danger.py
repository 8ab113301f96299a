"""Listens to every word for danger and for what a physician must know, before anything else looks at it.

Raises, never clears. Whatever the open question is, emergency and crisis words stop the conversation at once.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final

from flows.assessment import age, flags, heard
from flows.books import STEPS
from flows.effects import Alarm, AlarmKind, Effect, OpenTicket, Say
from flows.events import HoldLifted
from flows.evidence import answered
from flows.protocol import load
from flows.protocol.contraindication import Contraindication
from flows.protocol.severity import ANSWER, severity_of
from flows.session import Flag, Outcome, Session, Source
from flows.speech import country_known, global_options, numbers
from messages.prompt import Prompt
from messages.understanding import Label, Reading, read_message
from messages.understanding.all_clear import says_all_clear
from messages.understanding.numbers_units import is_bare

OF_HOPES: Final = frozenset({"inquiry.hopes"})
"""Where people speak of those they love: to see a grandchild grow up is no case of the grandchild."""


MINOR: Final = "minor"
ADULT: Final = 18
NUMBERS: Final = frozenset(
    {"duration", "weight", "height", "waist", "sleep_hours", "pain_0_10", "days_per_week", "percent_hba1c", "number"}
)
"""Kinds of answers that are a number, but no age."""

SAYS_SAFE: Final = "says_safe"
"""Raised when the patient says in a hold that the danger is over or never was."""
WHERE: Final = "emergency-where"
"""Asks where the person is, once in a hold; the key is also the mark that it was asked."""
LONGEST_QUOTE: Final = 300
"""Characters of such a message, or of an alarm's, that stand beside the flag; the whole of it stands in the transcript."""


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


def quoted(text: str, danger: Label) -> str:
    """The words of an alarm: the whole message, of a long one the part around the danger. Half of them would tell half of it."""
    start = max(0, min(danger.start, len(text) - LONGEST_QUOTE))
    return text[start : start + LONGEST_QUOTE].strip() or danger.quote


def hold(session: Session, kind: AlarmKind, quote: str, n: int | None, source: Source = "free_text") -> Outcome:
    """Stop the script: the text with the number first, staff alarmed, only a person lifts it."""
    session = session if session.status == "held" else _where_unasked(session)
    repeated = session.status == "held" and any(flag.id == kind for flag in session.flags)
    flagged = heard(_in_check_in(session, kind, quote, n, source), Flag(kind, "hard", source, quote, n))
    held = replace(flagged, status="held", offering=())
    known = numbers(session)
    key = "emergency-call" if kind == "emergency" else "crisis-call" if known["line"] else "crisis-call_no_line"
    if repeated:
        key = f"{kind}-held"
    return Outcome(held, (Say(Prompt(key, known), "emergency"), Alarm(kind, quote, n)))


def _in_check_in(session: Session, kind: AlarmKind, quote: str, n: int | None, source: Source) -> Session:
    """The session with what was said in a check-in on that check-in too: whatever is answered after the hold, it was said there."""
    talk = session.check_in
    if session.flow != "check_in" or talk is None or talk.closed:
        return session
    return heard(session, Flag(f"check_in:{talk.milestone}:{kind}", "hard", source, quote, n))


def note(session: Session, reading: Reading, n: int | None, at: datetime) -> tuple[Session, tuple[Effect, ...]]:
    """The session with every flag the words raise, and a same-day call where the protocol asks for one."""
    effects: list[Effect] = []
    raised = {flag.id for flag in flags(session)}
    for label in reading.labels:
        if label.id == "proxy" and session.step not in OF_HOPES and not for_other(session):
            session = heard(session, Flag("proxy", "caution", "free_text", label.quote, n))
        if (cue := _same_day(label)) and cue not in raised:
            session = heard(session, Flag(cue, "caution", "free_text", label.quote, n))
            effects.append(OpenTicket("same_day_call", label.quote, n))
        row = _row(label)
        if row is None or (row.id == MINOR and not reading.has("proxy") and _no_age(label, session)):
            continue
        severity = severity_of(row, {ANSWER: row.flagged_by}, today=at.date())
        for flag_id in row.flag_ids if severity else ():
            session = heard(session, Flag(flag_id, severity or "caution", "free_text", label.quote, n))
        if row.ticket and not set(row.flag_ids) & raised:
            effects.append(OpenTicket("same_day_call", label.quote, n))
    return session, tuple(effects)


def _no_age(label: Label, session: Session) -> bool:
    """Whether a figure alone ("six and a half") tells no child's age: it answers another number, or the patient is known to be of age.

    With a word of years beside it, or of somebody else, it is heard at any question and against any age that was told.
    """
    if not is_bare(label.quote, session.language):
        return False
    kind = STEPS[session.step].asks.kind if session.step in STEPS else ""
    told = age(session)
    return kind in NUMBERS or (kind != "age_or_birthdate" and told is not None and told >= ADULT)


def _same_day(label: Label) -> str:
    """The danger for which a person calls today (`clinical-facts` 3.1), empty for any other label: no number is shown for it."""
    prefix, _, name = label.id.partition(":")
    cue = load().cues.get(name) if prefix == "cue" else None
    return name if cue is not None and cue.kind == "same_day" else ""


def _row(label: Label) -> Contraindication | None:
    prefix, _, name = label.id.partition(":")
    if prefix not in {"contraindication", "cue"}:
        return None
    return next((row for row in load().contraindications if row.id == name), None)


def still_held(session: Session) -> Outcome:
    """What is said to every further message while a hold stands. Once, where no country is known, it is asked where the person is."""
    kind = "crisis" if any(flag.id == "crisis" for flag in session.flags) else "emergency"
    said = Say(Prompt(f"{kind}-held", {"number": numbers(session)["number"]}), "emergency")
    if kind == "crisis" or country_known(session) or WHERE in dict(session.aside_counts):
        return Outcome(session, (said,))
    asked = replace(session, aside_counts=tuple(sorted((*session.aside_counts, (WHERE, 1)))))
    return Outcome(asked, (said, Say(Prompt(WHERE), "emergency")))


def _where_unasked(session: Session) -> Session:
    """The session before another hold: since the last one the person may be elsewhere."""
    return replace(session, aside_counts=tuple(count for count in session.aside_counts if count[0] != WHERE))


def said_over(session: Session, text: str, n: int | None) -> Outcome | None:
    """What follows in a hold when the words say that the danger is over or never was; None when they say something else.

    They are answered and put before staff in the patient's own words. The hold stands: whether it is over only a person can find out.
    """
    if not says_all_clear(text):
        return None
    told = heard(session, Flag(SAYS_SAFE, "info", "free_text", text.strip()[:LONGEST_QUOTE], n))
    held = still_held(told)
    return replace(held, effects=tuple(_acknowledged(said) for said in held.effects))


def _acknowledged(said: Effect) -> Effect:
    """The text of a hold as the answer to words that it is over; the question where the person is stays as it is."""
    if not isinstance(said, Say) or said.prompt.key == WHERE:
        return said
    return replace(said, prompt=replace(said.prompt, key=f"{said.prompt.key}_over"))


def lifted(session: Session, event: HoldLifted) -> Outcome:
    """A person ended the hold: the first words ask how the patient is, and nothing goes on by itself.

    Where the questions do not go on, the patient is told that no more will come: whatever is written later, only staff ask again.
    """
    if session.status != "held":
        return Outcome(session, ())
    if not event.resume:
        closed = replace(session, status="done", step="", offering=(), pending=(), told=(), retries=0, editing=False)
        return Outcome(closed, (Say(Prompt("lifted-closed")),))
    waiting = replace(session, status="with_person", offering=("continue",))
    return Outcome(waiting, (Say(Prompt("lifted-hello", {}, global_options(("continue",)))),))
