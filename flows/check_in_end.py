"""How a check-in ends: what is recorded, and the person's own numbers with direction and earlier values.

Never a verdict and never comfort: a figure that got worse goes to a person, in words that say only that somebody reads it.
"""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from flows.books import STEPS
from flows.check_in_notice import noticed
from flows.check_in_scores import beside, measured
from flows.check_in_talk import PREFIX, activities, own_answers
from flows.effects import CheckInEnd, CheckInEnded, Effect, Reading, Say
from flows.evidence import answered
from flows.session import CheckInTalk, Outcome, Session
from flows.speech import label
from messages.prompt import Prompt, Variable

SHOWN: Final = ("nrs_pain", "psfs")
"""Measures shown as numbers over time; the impression of change is shown in its own words."""
COMMA: Final = frozenset({"pt", "fr"})
"""Languages that write a decimal comma. Spanish is the clinic's, which writes a point."""


def finish(session: Session, said: tuple[Effect, ...] = ()) -> Outcome:
    """All was asked: record it, tell staff what they do not know yet, show the person the numbers."""
    now, urgent = noticed(session, ended=True)
    talk, readings = now.check_in, measured(now)
    if talk is None:
        return Outcome(replace(session, status="done", step=""), said)
    done = replace(now, status="done", step="", offering=(), retries=0, check_in=replace(talk, closed=True))
    shown = [Say(Prompt("check_in-thanks"))] if talk.kind == "safety" else [Say(_results(session, talk, readings))]
    noted = [Say(Prompt("check_in-person_reads"))] if talk.tasks else []
    ended = CheckInEnded(talk.check_in_id, "answered", own_answers(session), readings, activities(session), session.language)
    return Outcome(done, (*said, ended, *urgent, *shown, *noted))


def close(session: Session) -> Outcome:
    """The window has ended: what was answered is kept as partial, and the questions stop. Nobody is told off for silence."""
    now, urgent = noticed(session, ended=True)
    talk, given = now.check_in, own_answers(now)
    if talk is None or talk.closed:
        return Outcome(session, ())
    readings = measured(now)
    end: CheckInEnd = "partial" if given else "missed"
    ended = CheckInEnded(talk.check_in_id, end, given, readings, activities(session), session.language)
    rest = replace(now, status="done" if now.status in {"open", "paused"} else now.status, step="", offering=(), told=(), retries=0)
    return Outcome(replace(rest, check_in=replace(talk, closed=True)), (ended, *urgent))


def _results(session: Session, talk: CheckInTalk, readings: tuple[Reading, ...]) -> Prompt:
    shown = {reading.measure: reading for reading in readings if reading.value is not None}
    lines = [_line(session, talk, shown[name]) for name in SHOWN if name in shown]
    if "psfs" in shown and _is_part(talk, shown["psfs"]):
        lines.append(Prompt("check_in-line_same_activities"))
    change = answered(session).get(f"{PREFIX}change")
    if change is not None and "pgic" in shown:
        lines.append(Prompt("check_in-line_change", {"answer": Prompt(label(STEPS[change.step], str(change.value)))}))
    if not lines:
        return Prompt("check_in-thanks")
    return Prompt("check_in-results", {"lines": tuple(lines), "trend": _trend(talk, shown)})


def _earlier(talk: CheckInTalk, reading: Reading) -> tuple[tuple[str, float], ...]:
    """The earlier figures that can stand beside this one, each with its milestone."""
    found = ((each.milestone, beside(reading, each)) for each in talk.earlier if each.measure == reading.measure)
    return tuple((milestone, value) for milestone, value in found if value is not None)


def _is_part(talk: CheckInTalk, reading: Reading) -> bool:
    """Whether an earlier figure is left out, or made of less than it was, because not the same was answered both times."""
    return _earlier(talk, reading) != tuple((each.milestone, each.value) for each in talk.earlier if each.measure == reading.measure)


def _line(session: Session, talk: CheckInTalk, reading: Reading) -> Prompt:
    name, earlier = reading.measure, _earlier(talk, reading)
    known: dict[str, Variable] = {"now": _spelled(reading.value or 0.0, session.language)}
    if not earlier:
        return Prompt(f"check_in-line_{name}_first", known)
    was = tuple(
        Prompt("check_in-was", {"when": Prompt(f"check_in-at_{milestone}"), "value": _spelled(value, session.language)})
        for milestone, value in earlier
    )
    return Prompt(f"check_in-line_{name}", {**known, "earlier": was})


def _spelled(value: float, language: str) -> str:
    text = f"{value:.1f}".removesuffix(".0")
    return text.replace(".", ",") if language in COMMA else text


def _trend(talk: CheckInTalk, shown: Mapping[str, Reading]) -> str:
    """What the picture is drawn from: measure -> [milestone, value], earlier ones first. One point alone is no picture."""
    series = {
        name: [[milestone, value] for milestone, value in _earlier(talk, shown[name])] + [[talk.milestone, shown[name].value]]
        for name in SHOWN
        if name in shown
    }
    drawn = {name: points for name, points in series.items() if len(points) > 1}
    return json.dumps(drawn, separators=(",", ":")) if drawn else ""
