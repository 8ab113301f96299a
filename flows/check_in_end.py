"""How a check-in ends: scores, what staff must see the same day, and the person's own numbers with direction and earlier values.

Never a verdict and never comfort: a figure that got worse goes to a person, in words that say only that somebody reads it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from flows.assessment import heard
from flows.books import STEPS
from flows.check_in.questions import CHANGES, CUES, MEDICINE
from flows.check_in_talk import PLACES, PREFIX, activities, own_answers
from flows.effects import CheckInEnd, CheckInEnded, Effect, OpenTicket, Reading, Say
from flows.evidence import answered
from flows.protocol import load
from flows.scoring import Items, score, worsened
from flows.session import Answer, CheckInTalk, Flag, Outcome, Session
from flows.speech import label
from messages.catalog import shipped
from messages.prompt import Prompt, Variable

SHOWN: Final = ("nrs_pain", "psfs")
"""Measures shown as numbers over time; the impression of change is shown in its own words."""
COMMA: Final = frozenset({"pt", "fr"})
"""Languages that write a decimal comma. Spanish is the clinic's, which writes a point."""


def finish(session: Session, said: tuple[Effect, ...] = ()) -> Outcome:
    """All was asked: record it, tell staff what must be told, show the person the numbers."""
    talk, readings = session.check_in, measured(session)
    if talk is None:
        return Outcome(replace(session, status="done", step=""), said)
    now = _flagged(session, talk, readings)
    done = replace(now, status="done", step="", offering=(), retries=0, check_in=replace(talk, closed=True))
    shown = [Say(Prompt("check_in-thanks"))] if talk.kind == "safety" else [Say(_results(session, talk, readings))]
    urgent = tuple(_tickets(session, talk, readings))
    noted = [Say(Prompt("check_in-person_reads"))] if urgent else []
    ended = CheckInEnded(talk.check_in_id, "answered", own_answers(session), readings, activities(session), session.language)
    return Outcome(done, (*said, ended, *urgent, *shown, *noted))


def close(session: Session) -> Outcome:
    """The window has ended: what was answered is kept as partial, and the questions stop. Nobody is told off for silence."""
    talk, given = session.check_in, own_answers(session)
    if talk is None or talk.closed:
        return Outcome(session, ())
    readings = measured(session)
    end: CheckInEnd = "partial" if given else "missed"
    ended = CheckInEnded(talk.check_in_id, end, given, readings, activities(session), session.language)
    now = _flagged(session, talk, readings)
    rest = replace(now, status="done" if now.status in {"open", "paused"} else now.status, step="", offering=(), told=(), retries=0)
    return Outcome(replace(rest, check_in=replace(talk, closed=True)), (ended, *_tickets(session, talk, readings)))


def measured(session: Session) -> tuple[Reading, ...]:
    """Every instrument of which something was answered, scored; a skipped item is kept as not answered."""
    given = answered(session)
    found = (_reading(name, items) for name, items in _items(given))
    return tuple(reading for reading in found if reading is not None)


def cues(session: Session) -> tuple[str, ...]:
    """The safety cues named, `unsure` among them: not sure is never no. A change a physician made to a known medicine is none."""
    answer = answered(session).get(f"{PREFIX}since")
    chosen = answer.value if answer is not None and isinstance(answer.value, tuple) else ()
    named = tuple(cue for cue in (*CUES, "unsure") if cue in chosen)
    return tuple(cue for cue in named if cue != MEDICINE or not _by_a_physician(session))


def worse(talk: CheckInTalk, readings: tuple[Reading, ...]) -> tuple[str, ...]:
    """The measures worse than at the baseline, or than the last time, by the change that alerts."""
    found = []
    for reading in readings:
        measure = load().measures[reading.measure]
        rule = measure.score(measure.main)
        earlier = [each.value for each in talk.earlier if each.measure == reading.measure]
        if any(worsened(rule, before, reading.value) for before in {*earlier[:1], *earlier[-1:]}):
            found.append(reading.measure)
    impression = next((reading.value for reading in readings if reading.measure == "pgic"), None)
    if impression is not None and impression > CHANGES.index("little_worse"):
        found.append("pgic")
    return tuple(found)


def _items(given: Mapping[str, Answer]) -> Iterator[tuple[str, Items]]:
    pain = given.get(f"{PREFIX}pain")
    yield "nrs_pain", {"pain": _number(pain)} if pain else {}
    rated = {f"activity_{place}": given.get(f"{PREFIX}activity_{place}") for place in PLACES}
    yield "psfs", {item: _number(answer) for item, answer in rated.items() if answer is not None}
    change = given.get(f"{PREFIX}change")
    place = CHANGES.index(str(change.value)) + 1 if change is not None and change.value in CHANGES else None
    yield "pgic", {"change": place} if change is not None else {}


def _reading(name: str, items: Items) -> Reading | None:
    if not items:
        return None
    scored = score(load().measures[name], items)
    value = scored.value
    return Reading(name, scored.version, scored.scorer, tuple(items.items()), float(value) if isinstance(value, int | float) else None)


def _number(answer: Answer | None) -> float | None:
    return float(answer.value) if answer is not None and isinstance(answer.value, int | float) else None


def _flagged(session: Session, talk: CheckInTalk, readings: tuple[Reading, ...]) -> Session:
    since = answered(session).get(f"{PREFIX}since")
    for cue in cues(session):
        # the words may be the last of several choices; what was chosen is what counts
        quote = shipped().text(label(STEPS[f"{PREFIX}since"], cue), session.language)
        session = heard(session, Flag(f"check_in:{talk.milestone}:{cue}", "caution", "answer", quote, since.n if since else None))
    for measure in worse(talk, readings):
        session = heard(session, Flag(f"check_in:{talk.milestone}:worse:{measure}", "caution", "derived", "", None))
    if _alone(session):
        answer = answered(session)[f"{PREFIX}medicine_by"]
        session = heard(session, Flag(f"check_in:{talk.milestone}:medicine_alone", "caution", "answer", answer.said, answer.n))
    return session


def _tickets(session: Session, talk: CheckInTalk, readings: tuple[Reading, ...]) -> Iterator[Effect]:
    since = answered(session).get(f"{PREFIX}since")
    if cues(session) or _alone(session):
        yield OpenTicket("check_in_safety", since.said if since else "", since.n if since else None)
    if worse(talk, readings):
        yield OpenTicket("check_in_worse", "", None)


def _by_a_physician(session: Session) -> bool:
    """Whether it was said that a known medicine was lessened, raised or stopped, and that a physician decided so."""
    given = answered(session)
    what, who = given.get(f"{PREFIX}medicine"), given.get(f"{PREFIX}medicine_by")
    known = what is not None and what.value in {"less", "more", "stopped"}
    return known and who is not None and who.value in {"own_doctor", "clinic"}


def _alone(session: Session) -> bool:
    """Whether a medicine was lessened, stopped or raised by the person alone."""
    by = answered(session).get(f"{PREFIX}medicine_by")
    return by is not None and by.value == "self"


def _results(session: Session, talk: CheckInTalk, readings: tuple[Reading, ...]) -> Prompt:
    shown = {reading.measure: reading.value for reading in readings if reading.value is not None}
    lines = [_line(session, talk, name, shown[name]) for name in SHOWN if name in shown]
    change = answered(session).get(f"{PREFIX}change")
    if change is not None and "pgic" in shown:
        lines.append(Prompt("check_in-line_change", {"answer": Prompt(label(STEPS[change.step], str(change.value)))}))
    if not lines:
        return Prompt("check_in-thanks")
    return Prompt("check_in-results", {"lines": tuple(lines), "trend": _trend(talk, shown)})


def _line(session: Session, talk: CheckInTalk, name: str, value: float) -> Prompt:
    earlier = [each for each in talk.earlier if each.measure == name]
    known: dict[str, Variable] = {"now": _spelled(value, session.language)}
    if not earlier:
        return Prompt(f"check_in-line_{name}_first", known)
    was = tuple(
        Prompt("check_in-was", {"when": Prompt(f"check_in-at_{each.milestone}"), "value": _spelled(each.value, session.language)})
        for each in earlier
    )
    return Prompt(f"check_in-line_{name}", {**known, "earlier": was})


def _spelled(value: float, language: str) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language in COMMA else text


def _trend(talk: CheckInTalk, shown: dict[str, float]) -> str:
    """What the picture is drawn from: measure -> [milestone, value], earlier ones first. One point alone is no picture."""
    series = {
        name: [[each.milestone, each.value] for each in talk.earlier if each.measure == name] + [[talk.milestone, shown[name]]]
        for name in SHOWN
        if name in shown
    }
    drawn = {name: points for name, points in series.items() if len(points) > 1}
    return json.dumps(drawn, separators=(",", ":")) if drawn else ""
