"""What was told before it was asked: words from before consent, and details told along the way. Confirmed, never asked twice.

Nothing here counts as an answer before the patient has said yes to it; what was written before consent is used only after it.
"""

from dataclasses import replace
from typing import Final

from flows.answer_reading import recognised
from flows.beside import asides
from flows.books import STEPS
from flows.danger import listen, note
from flows.effects import Effect
from flows.events import TextReceived
from flows.evidence import answered
from flows.protocol import load
from flows.session import Answer, Session
from messages.understanding.details import read_details

FIRST_WORDS: Final = "first"
"""Where words stand that came before any question of ours."""
ALONG: Final = ("inquiry.duration", "inquiry.side")
"""Answers that a complaint may tell along the way."""


def remembered(session: Session, event: TextReceived) -> Session:
    """Keep words that came before consent for the moment consent is given; refused, they are dropped."""
    if "consent.health_data" in answered(session) or not event.text.strip():
        return session
    place = "" if session.step else FIRST_WORDS
    return replace(session, early=(*session.early, Answer(place, None, event.text, event.n, event.at)))


def told_along(session: Session, given: Answer) -> Session:
    """Details a complaint told along the way: kept apart, and answers only once the patient has confirmed them."""
    if given.step == "inquiry.complaint":
        found = read_details(given.said, session.language)
        early = (
            Answer("inquiry.duration", found.months, given.said, given.n, given.at, unit="months"),
            Answer("inquiry.side", found.side, given.said, given.n, given.at),
        )
        sided = any(load().evidence[condition].sides for condition in given.read)
        kept = tuple(a for a in early if a.value is not None and (sided or a.step != "inquiry.side"))
        others = tuple(a for a in session.early if a.step not in ALONG)
        return replace(session, early=(*others, *kept))
    if given.step in {"inquiry.condition", "inquiry.conditions"}:
        return _confirm(session, ALONG, agreed=given.value == "yes")
    if given.step == "subject.age_confirm":
        return _confirm(session, ("subject.age",), agreed=given.value == "yes")
    return session


def _confirm(session: Session, steps: tuple[str, ...], *, agreed: bool) -> Session:
    """Answers told early count once the patient says so; else they are asked."""
    told = tuple(a for a in session.early if a.step in steps) if agreed else ()
    given = answered(session)
    new = tuple(a for a in told if a.step not in given)
    return replace(session, answers=(*session.answers, *new), early=tuple(a for a in session.early if a.step not in steps))


def asked_early(session: Session) -> tuple[Session, list[Effect]]:
    """What the first message asked is answered as soon as the language is known."""
    effects: list[Effect] = []
    for early in (each for each in session.early if each.step == FIRST_WORDS):
        said, session = asides(session, listen(early.said, session), early.n)
        effects += [effect for effect in said if effect not in effects]
    return session, effects


def flags_told_early(session: Session) -> tuple[Session, list[Effect]]:
    """What was written before consent, now that it may be used: flags, and answers told early that will only be confirmed."""
    effects: list[Effect] = []
    written = session.early
    session = replace(session, early=())
    for early in written:
        session, more = note(session, listen(early.said, session), early.n, early.at)
        effects += more
        session = _told_early(session, early)
    return session, effects


def _told_early(session: Session, early: Answer) -> Session:
    given = answered(session)
    years = read_details(early.said, session.language).age
    if years is not None:
        told = Answer("subject.age", years, early.said, early.n, early.at, unit="age")
        session = replace(session, early=(*(a for a in session.early if a.step != told.step), told))
    conditions = recognised(STEPS["inquiry.complaint"], early.said, session)
    if conditions and "inquiry.complaint" not in given:
        complaint = Answer("inquiry.complaint", early.said, early.said, early.n, early.at, read=conditions)
        session = told_along(replace(session, answers=(*session.answers, complaint)), complaint)
    return session
