"""Words that steer the conversation at any question: a person, language, back, change, pause, why, start again, go on.

Each is a reading of the message, found by `messages.understanding`; nothing here knows a word of any language.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from flows import research
from flows.answering import called, move_on, to_person
from flows.assessment import heard
from flows.books import FLOWS, STEPS
from flows.check_in_notice import noticed
from flows.effects import Effect, OpenHandoff, OptIn, OptOut, Say, WithdrawCase
from flows.evidence import answered
from flows.position import ask, ask_again, drop, enter, on_path, resume_line, walk
from flows.session import Flag, Outcome, Session
from flows.speech import global_options
from flows.steps import WORDS
from flows.summary import sections
from messages.catalog import shipped
from messages.prompt import OFFERED, Prompt
from messages.understanding import Reading

MOST_BESIDE: Final = 2
"""Where the open question takes free words, a steering word counts with at most so many words around it."""
MOST_WITH: Final = {"human_request": 8, "restart": 1}
"""The same for single wishes: a person is never hard to reach, beginning anew is never done by accident."""
PERSON: Final = "human_request"
WAITING: Final = "person-waiting"
SILENCE: Final = timedelta(hours=12)
"""After this long what was said last is out of sight: a typed word is no answer to it, and it is said again."""
AFTER_CONSENT: Final = ("language.", "consent.")


def steer(session: Session, reading: Reading, text: str, n: int | None) -> Outcome | None:
    """What a steering word asks for; None when the message holds none that counts here."""
    wanted = reading.first("language_switch:")
    asked = _asked_for(session, reading, text, n)
    if asked or wanted is None or not _counts(session, wanted.quote, text):
        return asked
    language = wanted.id.removeprefix("language_switch:")
    return None if session.step == "language.choose" and language in OFFERED else offer_language(session, language)


def _asked_for(session: Session, reading: Reading, text: str, n: int | None) -> Outcome | None:
    for name, action in CONTROLS.items():
        found = reading.first(name)
        if found is None or found.id != name or not _counts(session, found.quote, text, MOST_WITH.get(name, MOST_BESIDE)):
            continue
        if name == PERSON and reading.has("bot_question"):
            continue
        return person(session, found.quote, n) if name == PERSON else action(session)
    return None


def _counts(session: Session, quote: str, text: str, most: int = MOST_BESIDE) -> bool:
    """Whether a steering word is meant as one: where free words are asked for, it must be nearly the whole message."""
    return STEPS[session.step].asks.kind not in WORDS or len(text.split()) - len(quote.split()) <= most


def person(session: Session, quote: str = "", n: int | None = None) -> Outcome:
    """Ask a person to take over; the questions can go on meanwhile. `quote` are the patient's words, empty for a button."""
    asked = to_person(session, "person_requested", "person-requested", quote, n)
    return Outcome(asked.session, (*called(session, quote, n), *asked.effects))


def asked_person(session: Session, reading: Reading, n: int | None) -> Outcome:
    """The same for a message whose reading holds the wish."""
    found = reading.first(PERSON)
    return person(session, found.quote if found else "", n)


def waits(session: Session, at: datetime) -> Outcome:
    """The answer to words of somebody who waits for a person: in full first, then in one line; in full again after a long pause."""
    if told_waiting(session) and not long_ago(session, at):
        return Outcome(session, (Say(Prompt("person-noted")),))
    counts = tuple(sorted({**dict(session.aside_counts), WAITING: 1}.items()))
    told = replace(session, aside_counts=counts, offering=("continue",))
    return Outcome(told, (Say(Prompt(WAITING, {}, global_options(("continue",)))),))


def long_ago(session: Session, at: datetime) -> bool:
    """Whether what was said last is out of sight by now."""
    return session.last_at is not None and at - session.last_at > SILENCE


def rests(session: Session) -> Outcome:
    """The answer to words of somebody who wanted no more messages."""
    resting = Say(Prompt("control-stopped_reply", {}, global_options(("continue",))))
    return Outcome(replace(session, offering=("continue",)), (resting,))


def told_waiting(session: Session) -> bool:
    """Whether this wait for a person was answered in full before."""
    return session.status == "with_person" and WAITING in dict(session.aside_counts)


def waited(session: Session) -> Session:
    """The session as a turn leaves it: a wait that is over is forgotten, the next one is answered in full again."""
    if session.status == "with_person" or WAITING not in dict(session.aside_counts):
        return session
    return replace(session, aside_counts=tuple(count for count in session.aside_counts if count[0] != WAITING))


def stop(session: Session) -> Outcome:
    """End at the patient's wish: no more messages; an intake is withdrawn by the patient, never declined, a treatment stays followed."""
    again = replace(session, pending=(), step="") if session.pending else session
    stopped = replace(again, status="stopped", offering=("continue",))
    if session.flow == "check_in":
        stopped, tasks = noticed(stopped, ended=True)
        return Outcome(stopped, (OptOut(), *tasks, Say(Prompt("check_in-stopped", {}, global_options(("continue",))))))
    return Outcome(stopped, (OptOut(), WithdrawCase("stopped"), Say(Prompt("control-stopped", {}, global_options(("continue",))))))


def go_on(session: Session) -> Outcome:
    """Take the questions up again where they stood."""
    opened = replace(session, status="open", offering=(), retries=0)
    said = (OptIn(),) if session.status == "stopped" else ()
    if opened.pending:
        return ask(opened, *said)
    if opened.step:
        return ask_again(opened, *said, resume_line(opened))
    if opened.flow == "check_in" and opened.check_in is not None and not opened.check_in.closed:
        return move_on(opened, said)
    if opened.answers:
        answer = "control-messages_again" if session.status == "stopped" else "done-reply"
        return Outcome(replace(opened, status="done"), (*said, Say(Prompt(answer))))
    return move_on(opened, said)


def pause(session: Session) -> Outcome:
    """Rest: everything is kept, any message goes on."""
    paused, tasks = noticed(replace(session, status="paused", offering=("continue",)), ended=True)
    return Outcome(
        paused,
        (
            *tasks,
            Say(Prompt("control-paused", {}, global_options(("continue",)))),
        ),
    )


def back(session: Session) -> Outcome:
    """Return to the question before; its answer is asked anew. A physician's questions stand alone: none lies before them."""
    if session.pending:
        return ask_again(session, Say(Prompt("control-first")))
    if session.editing or session.step.startswith("review."):
        kept = tuple(a for a in session.answers if not a.step.startswith("review."))
        return move_on(replace(session, answers=kept, editing=False))
    before = [step for step in walk(session) if step != session.step and step in answered(session)]
    if not before:
        return ask_again(session, Say(Prompt("control-first")))
    return ask(enter(drop(session, frozenset({before[-1]})), before[-1]))


def change(session: Session) -> Outcome:
    """Choose an earlier answer to correct. What was only told early, before its question, is not an earlier answer yet."""
    if session.flow == "check_in":
        return back(session)
    if session.pending or not sections(replace(session, answers=on_path(session))):
        return ask_again(session, Say(Prompt("control-first")))
    return ask(enter(session, "review.change"))


def restart(session: Session) -> Outcome:
    """Begin the questions anew; consents stand, and so do flags. A physician's questions begin with themselves."""
    if session.pending:
        return ask_again(session, Say(Prompt("control-restart")))
    here = {step.id for step in FLOWS[session.flow].steps}
    again = frozenset(step for step in answered(session) if step in here and not step.startswith(AFTER_CONSENT))
    cleared = heard(drop(session, again), Flag("answer_corrected", "info", "derived", "", None)) if again else session
    return move_on(replace(cleared, editing=False), (Say(Prompt("control-restart")),))


def why(session: Session) -> Outcome:
    """Say why the open question is asked."""
    own = f"{STEPS[session.step].key}.why"
    return ask_again(session, Say(Prompt(own if shipped().has(own, session.language) else "why-step")))


def offer_language(session: Session, wanted: str = "") -> Outcome:
    """Offer another language; nothing switches before the patient agrees."""
    if wanted == session.language:
        return ask_again(session)
    if wanted and wanted not in OFFERED:
        return Outcome(
            replace(session, offering=_languages()),
            (Say(Prompt("language-not_yet", {}, global_options(_languages()))),),
        )
    ids = (f"language:{wanted}",) if wanted else _languages()
    key = "language-offer" if wanted else "language-choose"
    return Outcome(replace(session, offering=ids), (Say(Prompt(key, {}, global_options(ids))),))


def withdraw_consent(session: Session, at: datetime, *said: Effect) -> Outcome:
    """The consent for health data taken back, and that for research with it, at once: nothing more is asked, a person takes over.

    Going on begins with asking for it anew.
    """
    session = research.ended(session, at)
    kept = tuple(consent for consent in session.consents if consent.kind != "health_data")
    mine = next(consent for consent in session.consents if consent.kind == "health_data")
    without = replace(drop(session, frozenset({"consent.health_data"})), consents=(*kept, replace(mine, given=False, at=at)), early=())
    if session.status in {"done", "stopped"}:
        return Outcome(without, (*said, OpenHandoff("consent_declined")))
    waiting = replace(enter(without, "consent.health_data"), status="with_person", offering=("continue",), editing=False)
    return Outcome(waiting, (OpenHandoff("consent_declined"), *said, Say(Prompt(WAITING, {}, global_options(("continue",))))))


def _languages() -> tuple[str, ...]:
    return tuple(f"language:{language}" for language in OFFERED)


def switch(session: Session, language: str) -> Outcome:
    """Speak this language from now on."""
    switched = replace(session, language=language, offering=(), language_chosen=True)
    return ask_again(switched) if switched.status == "open" and switched.step else Outcome(switched, ())


CONTROLS: Final[dict[str, Callable[[Session], Outcome]]] = {
    PERSON: person,
    "go_back": back,
    "pause": pause,
    "change": change,
    "why": why,
    "restart": restart,
    "language": offer_language,
}
"""Label -> what it does while a question is open, in the order tried."""
