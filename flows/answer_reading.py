"""Reads words as an answer to one step, and makes the answer that is stored. Glue between a step and the readers of answers.

Knows steps and their options; must not know what an answer leads to.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache
from typing import Final

from flows.beside import bare
from flows.books import FLOWS, STEPS
from flows.check_in.questions import CUES
from flows.danger import for_other
from flows.evidence import answered
from flows.session import Answer, Session, Value
from flows.speech import NOTHING_ELSE, label, option_ids
from flows.steps import WORDS, Step
from flows.wording import SECTION_STAGES
from messages.catalog import shipped
from messages.prompt import OFFERED
from messages.understanding import Reading, read_message
from messages.understanding.answers import read_answer
from messages.understanding.answers_cues import told
from messages.understanding.answers_lists import is_no_more
from messages.understanding.answers_named import only_names
from messages.understanding.answers_reading import REFUSED, UNSURE, Read, Reason, Reprompt
from messages.understanding.answers_scales import ROUNDED
from messages.understanding.answers_text import fold
from messages.understanding.answers_yes_no import ENDED, is_agreed
from messages.understanding.named import names_illness

DANGERS: Final = frozenset(flow.danger for flow in FLOWS.values())
"""The questions whether something dangerous happens now."""
BY_YES_NO: Final = {"host.offer": ("yes", "skip"), "review.summary": ("confirm", "change")}
"""Questions that a yes and a no answer though their options are called otherwise: the option each means."""
SKIP_BEGINS: Final = 4
"""Letters by which that word is known in its other forms."""
_PART: Final = re.compile(r"[.,;:!?\n]+")


def read(step: Step, session: Session, text: str, at: datetime) -> Read | Reprompt:
    """What the words mean as an answer to this step."""
    asked = Question(option_ids(step, session), step, session.language, at)
    if session.chosen and _is_no(asked.read("yes_no", text)):
        return Read((NOTHING_ELSE,))
    if {"yes", "no"} <= set(step.asks.options):
        found = asked.read("yes_no", text)
        return found if isinstance(found, Read) else asked.read("choice_of", text)
    if step.asks.kind in WORDS and not any(letter.isalpha() for letter in text):
        return asked.read("choice_of", text) if asked.ids else Reprompt(Reason.UNCLEAR)
    if step.asks.kind == "free_text" and step.asks.skippable and is_no_more(text, session.language):
        return Read("skip")
    found = _more(session, _measured(asked.read(step.asks.kind, text)))
    if step.id in DANGERS or step.id in BY_YES_NO:
        return _of_danger(asked, text, found) if step.id in DANGERS else _by_yes_no(asked, text, found)
    if set(CUES) <= set(step.asks.options):
        return _cue(asked, text, found)
    if isinstance(found, Read) or not step.asks.skippable or step.asks.kind == "choice_of":
        return found
    skipped = replace(asked, ids=("skip",)).read("choice_of", text)
    return skipped if isinstance(skipped, Read) and skipped.value == "skip" else found


def _measured(found: Read | Reprompt) -> Read | Reprompt:
    """The reading; of a rating that had to be rounded none, since change is measured with it."""
    return Reprompt(Reason.AMBIGUOUS) if isinstance(found, Read) and found.note == ROUNDED else found


def _more(session: Session, found: Read | Reprompt) -> Read | Reprompt:
    """The reading; a doubt whether there is more of a list ("more or less") counts only when it is said again."""
    doubted = session.chosen and not session.retries and isinstance(found, Read) and found.unsure
    return Reprompt(Reason.AMBIGUOUS) if doubted else found


def _by_yes_no(asked: "Question", text: str, found: Read | Reprompt) -> Read | Reprompt:
    """The reading; where there is none, the option that a plain yes or no means."""
    said = asked.read("yes_no", text)
    agreed, declined = BY_YES_NO[asked.step.id]
    if isinstance(found, Read) or not isinstance(said, Read) or said.unsure:
        return found
    if said.value == "yes":
        return Read(agreed) if is_agreed(fold(text), asked.language) else found
    return Read(declined)


def declines(session: Session, text: str, at: datetime) -> bool:
    """Whether words say no to the open question as a whole: "nothing", "rather not"."""
    said = Question((), STEPS[session.step], session.language, at).read("yes_no", text)
    return isinstance(said, Read) and (said.value == "no" or said.refused)


def _of_danger(asked: "Question", text: str, found: Read | Reprompt) -> Read | Reprompt:
    """The word we teach for leaving a question out ("skip") is no doubt. Not to know counts as danger, and so does not to want to say."""
    whole = asked.read("yes_no", text)
    if not isinstance(whole, Read) or not whole.refused:
        return found
    if not any(word.startswith(taught) for word in fold(text).split() for taught in _skip_words()):
        return UNSURE
    parts = [asked.read("yes_no", part) for part in _PART.split(text)]
    return UNSURE if any(isinstance(part, Read) and part.unsure for part in parts) else REFUSED


@cache
def _skip_words() -> tuple[str, ...]:
    """How the word for leaving a question out begins, in each language ("saltar", "sáltela")."""
    return tuple(fold(shipped().text("option-skip", language))[:SKIP_BEGINS] for language in OFFERED)


def _cue(asked: "Question", text: str, found: Read | Reprompt) -> Read | Reprompt:
    """A cue that is named is a yes to it, whatever follows; words that choose a cue, or none of them for certain, stand as read."""
    if isinstance(found, Read) and not found.unsure and not found.refused and found.value != ("unsure",):
        return found
    labels = {option: [shipped().text(label(asked.step, option), asked.language)] for option in asked.ids}
    named = told(text, asked.language, options=asked.ids, labels=labels)
    return Read(named) if named else found


def read_label(step: Step, session: Session, text: str) -> Read | None:
    """The option whose label these very words are, whatever else they may mean; None when they are no label."""
    wanted = bare(text)
    for option in option_ids(step, session):
        if wanted and wanted in {bare(label) for label in _labels(step, option)}:
            return Read((option,) if step.asks.multi else option)
    return None


def names_itself(step: Step, text: str) -> bool:
    """Whether these words only name the question, as the summary and the choice of what to change call it (`las medicinas`)."""
    keys = (f"{step.key}.line", *(f"section-{section}" for section, steps in SECTION_STAGES.items() if _covers(steps, step.id)))
    named = ((shipped().text(name, language), language) for name in keys for language in OFFERED if shipped().has(name, language))
    return any(only_names(text, name, language) for name, language in named)


def _covers(steps: tuple[str, ...], step: str) -> bool:
    return any(step.startswith(each) if each.endswith(".") else step == each for each in steps)


def read_named(step: Step, reading: Reading) -> Read | None:
    """A "yes" in other words: the patient names the very thing the screening asks about. It only ever raises."""
    named = {label.id.partition(":")[2] for label in reading.labels if label.id.startswith(("contraindication:", "cue:"))}
    if step.stage != "screening" or step.id.count(".") > 1:
        return None
    if step.asks.multi:
        chosen = tuple(option for option in step.asks.options if option in named)
        return Read(chosen) if chosen else None
    return Read("yes") if step.id.partition(".")[2] in named and "yes" in step.asks.options else None


def _is_no(found: Read | Reprompt) -> bool:
    return isinstance(found, Read) and found.value == "no"


@dataclass(frozen=True, slots=True)
class Question:
    """The open question as the reader of answers sees it."""

    ids: tuple[str, ...]
    step: Step
    language: str
    at: datetime

    def read(self, kind: str, text: str) -> Read | Reprompt:
        """The reading of one kind."""
        labels = {option: _labels(self.step, option) for option in self.ids}
        multi, context = self.step.asks.multi, self.step.asks.context or None
        day = self.at.date()
        found = read_answer(kind, text, self.language, options=self.ids, labels=labels, multi=multi, context=context, today=day)
        # what was so once and is no longer is neither a yes nor a no to a question that counts both
        return Reprompt(Reason.UNCLEAR) if isinstance(found, Read) and found.note == ENDED else found


def _labels(step: Step, option: str) -> list[str]:
    key = label(step, option)
    return [shipped().text(key, language) for language in OFFERED if shipped().has(key, language)]


def answer(session: Session, found: Read, said: str, n: int | None, at: datetime) -> Answer | None:
    """The answer a reading makes to the open step; None when it is "not sure" where the question has no room for it."""
    step = STEPS[session.step]
    if found.refused and step.id in DANGERS:
        # who leaves it out has told of no danger: an alarm would be untrue, and a "none" as well
        return Answer(step.id, None, said, n, at, unsure=True, skipped=True)
    if found.unsure or found.refused:
        if "unsure" in step.asks.options:
            value: Value = ("unsure",) if step.asks.multi else "unsure"
            return Answer(step.id, value, said, n, at, unsure=True)
        return Answer(step.id, None, said, n, at, unsure=True, skipped=True) if step.asks.skippable else None
    if found.value in ("skip", ("skip",)) and step.asks.skippable:
        # a question of the screening left open is not known, whatever word it was left with
        return Answer(step.id, None, said, n, at, unsure=step.stage == "screening", skipped=True)
    unsure = found.value == "unsure" or found.value == ("unsure",)
    said = _spelled_out(step, found.value, said, session) if step.asks.kind == "choice_of" else said
    return Answer(step.id, found.value, said, n, at, unit=found.unit, unsure=unsure, read=recognised(step, said, session))


def _spelled_out(step: Step, value: Value, said: str, session: Session) -> str:
    """A number that stood for options, with their labels beside it: a physician cannot see the list the patient saw."""
    if not re.fullmatch(r"[\d\s,.;y&+-]{1,30}", said):
        return said
    chosen = value if isinstance(value, tuple) else (str(value),)
    return f"{said} ({', '.join(shipped().text(label(step, option), session.language) for option in chosen)})"


def recognised(step: Step, said: str, session: Session) -> tuple[str, ...]:
    """The conditions that free words name, as ids, for the steps that ask for one; never more than a proposal."""
    if step.id not in {"inquiry.complaint", "inquiry.diagnosis"}:
        return ()
    told = answered(session).get("inquiry.complaint")
    # a pain told without a name is named by what the doctor called it; what the patient has rejected is not read again
    words = f"{told.said}\n{said}" if step.id == "inquiry.diagnosis" and told and not told.read else said
    reading = read_message(words, session.language, for_other=for_other(session))
    ids = dict.fromkeys(label.id.removeprefix("indication:") for label in reading.labels if label.id.startswith("indication:"))
    return tuple(name for name in ids if name != "other" and names_illness(name, words))
