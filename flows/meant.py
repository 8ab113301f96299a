"""What words are meant as while a question stands open: its answer, a question of the patient's own, or the end of everything.

Reads a session; changes nothing and says nothing.
"""

import re
from typing import Final

from flows.answer_reading import answer, names_itself, read, read_label, read_named
from flows.books import STEPS
from flows.events import TextReceived
from flows.session import Answer, Session
from flows.steps import WORDS, Step
from messages.understanding import Label, Reading
from messages.understanding.answers_reading import Read, Reprompt
from messages.understanding.answers_text import fold
from messages.understanding.answers_yes_no import is_over

MOSTLY: Final = 3
"""Words in other clauses beside a question of the patient's, up to which the message is only that question."""
CLAUSE: Final = re.compile(r"[^.,;:!?¿¡\n]+")
ASKS_ONLY: Final = frozenset(
    {"price_question", "help", "thanks", "greeting", "insult", "prompt_injection", "link", "privacy_request", "delete_data", "bot_question"}
)
"""Labels that are no answer to anything, also without a question mark."""


def given_answer(session: Session, event: TextReceived, reading: Reading, labelled: Read | None) -> Answer | None:
    """The answer that words make to the open question; None when they make none."""
    step = STEPS[session.step]
    if session.editing and step.asks.kind in WORDS and labelled is None and names_itself(step, event.text):
        return None
    left = _without_price(step, event.text, reading)
    outcome: Read | Reprompt = labelled or read(step, session, left, event.at)
    if step.stage == "consent" and labelled is None and left != event.text and read(step, session, event.text, event.at) != outcome:
        # to a consent belongs all that was said beside it: the "ok" of "ok, but how much is it" permits nothing
        return None
    if isinstance(outcome, Reprompt):
        outcome = read_named(step, reading) or outcome
    return answer(session, outcome, event.text, event.n, event.at) if isinstance(outcome, Read) else None


def _without_price(step: Step, text: str, reading: Reading) -> str:
    """The words without those that ask for the price, which answer nothing: "más o menos cuánto" is no "not sure", a range no name.

    Where free words are asked for, all of them are the answer. A name is short, so what stands in one clause with the question is no name.
    """
    if step.asks.kind in WORDS:
        return text
    for label in (label for label in reading.labels if label.id == "price_question"):
        clause = next(clause for clause in CLAUSE.finditer(text) if _in(label, clause))
        start, end = (clause.start(), clause.end()) if step.asks.kind == "name" else (label.start, label.end)
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def only_beside(text: str, reading: Reading) -> bool:
    """Whether a message is a question of the patient's and nothing else. A hope that sounds like one is an answer."""
    if text.rstrip().endswith("?") or reading.has("prompt_injection"):
        return True
    asked = [label for label in reading.labels if label.id in ASKS_ONLY]
    beside = sum(len(clause.group().split()) for clause in CLAUSE.finditer(text) if not any(_in(label, clause) for label in asked))
    return bool(asked) and beside <= MOSTLY


def _in(label: Label, clause: re.Match[str]) -> bool:
    return label.start < clause.end() and clause.start() < label.end


def is_answer(session: Session, event: TextReceived) -> bool:
    """Whether words that could end everything answer the open question: its own label, "no" to being messaged, "no longer" to a yes or no.

    That a medicine is taken no longer is not the wish to be left alone.
    """
    if session.status != "open" or not session.step:
        return False
    step = STEPS[session.step]
    if read_label(step, session, event.text) is not None:
        return True
    if ({"yes", "no"} <= set(step.asks.options) and step.stage != "consent") or step.id in {"review.change", "review.item"}:
        return is_over(fold(event.text), session.language)
    outcome = read(step, session, event.text, event.at) if step.id == "consent.messaging" else None
    return isinstance(outcome, Read) and outcome.value == "no" and len(event.text.split()) > 1
