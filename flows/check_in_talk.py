"""What a session knows of the check-in it holds: facts for routing, the names of the activities, what stood before.

Reads a session; decides nothing and says nothing. A person's own words are repeated to them only where nothing in them could not leave.
"""

import re
from collections.abc import Mapping
from typing import Final

from flows.check_in.questions import MEDICINE, SYMPTOM
from flows.evidence import answered
from flows.session import Answer, Session
from flows.steps import FactValue
from messages.guard import judge
from messages.prompt import OFFERED, Prompt

PREFIX: Final = "check_in."
PLACES: Final = (1, 2, 3)
LONGEST_NAME: Final = 60
_PLAIN: Final = re.compile(r"[^\W\d_][\w ,.()'’-]*")


def check_in_facts(session: Session, given: Mapping[str, Answer]) -> dict[str, FactValue]:
    """The facts that conditions of the check-in read; none while no check-in is held."""
    talk = session.check_in
    if talk is None:
        return {}
    found: dict[str, FactValue] = {
        "check_in_kind": talk.kind,
        "naming": not talk.activities and talk.kind != "safety",
        "activities": len(talk.activities) or _named(given),
    }
    since = given.get("check_in.since")
    named = since.value if since is not None and isinstance(since.value, tuple) else ()
    found |= {"medicine_change": MEDICINE in named, "new_symptom": SYMPTOM in named}
    for fact, step in (("check_in_red_flags", "check_in.red_flags"), ("plan", "check_in.plan")):
        if step in given and isinstance(given[step].value, str):
            found[fact] = str(given[step].value)
    return found


def activities(session: Session) -> tuple[str, ...]:
    """The activities, in the person's own words: those of the first time, or those just named."""
    if session.check_in is not None and session.check_in.activities:
        return session.check_in.activities
    given = answered(session)
    named = (given.get(f"{PREFIX}name_{place}") for place in PLACES)
    return tuple(answer.said for answer in named if answer is not None and answer.value is not None)


def spoken_activity(session: Session, place: int) -> "str | Prompt":
    """An activity as it may be repeated: the person's words where they are plain and sayable in every language, else its place."""
    named = activities(session)
    words = " ".join(named[place - 1].split()) if place <= len(named) else ""
    sayable = len(words) <= LONGEST_NAME and _PLAIN.fullmatch(words) and not any(judge(words, language).blocked for language in OFFERED)
    return words if sayable else Prompt(f"check_in-place_{place}")


def own_answers(session: Session) -> tuple[Answer, ...]:
    """The answers of this check-in, in the order given."""
    return tuple(answer for answer in session.answers if answer.step.startswith(PREFIX))


def without_answers(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Answers of everything but check-ins: an earlier check-in stands in its own record, not in the next one."""
    return tuple(answer for answer in answers if not answer.step.startswith(PREFIX))


def _named(given: Mapping[str, Answer]) -> int:
    """How many were named in a row from the first."""
    count = 0
    for place in PLACES:
        answer = given.get(f"{PREFIX}name_{place}")
        if answer is None or answer.value is None:
            break
        count += 1
    return count
