"""How a conversation begins, is come back to, and says something beside its open question.

Knows which state it is in; must not know what was typed.
"""

from dataclasses import replace

from flows import controls
from flows.answering import move_on
from flows.danger import still_held
from flows.effects import Effect, Say
from flows.position import ask_again
from flows.session import Outcome, Session
from messages.prompt import OFFERED, Prompt
from messages.understanding.language import read_language


def begin(session: Session, text: str = "") -> Outcome:
    """Ask the first open question, in the language the words were written in."""
    if session.flow == "check_in":
        return move_on(replace(session, status="open", offering=()))
    guess = read_language(text) if text else ""
    language = guess if guess in OFFERED else session.language
    return move_on(replace(session, language=language, status="open"))


def come_back(session: Session) -> Outcome:
    """What is said to somebody who opens the chat again without a word."""
    if session.status == "held":
        return still_held(session)
    if session.status == "done":
        return Outcome(session, (Say(Prompt("done-reply")),))
    return controls.go_on(session) if session.step else begin(session)


def beside(session: Session, *said: Effect) -> Outcome:
    """Say something that belongs to no question, then repeat the open one if there is one."""
    if session.status == "held":
        return still_held(session)
    if session.status == "open" and session.step:
        return ask_again(session, *said)
    if session.status == "open":
        begun = begin(session)
        return Outcome(begun.session, (*said, *begun.effects))
    return Outcome(session, said)
