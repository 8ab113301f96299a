"""`advance(session, event) -> Outcome`: the only place where a conversation changes. Pure and synchronous.

The clock, numbers and files' ids come in with the event; what shall happen goes out as effects. Order of care: danger, the
wish to stop, a person, steering words, the answer to the open question, what was asked beside it.
"""

from dataclasses import replace
from datetime import datetime
from typing import Final, assert_never

from flows import checking, controls, release, research, silence
from flows.answer_reading import answer, declines, read_label
from flows.answering import accept, reprompt
from flows.asides import TOPICS
from flows.beside import asides, topic_named
from flows.books import FLOWS, STEPS
from flows.danger import alarming, hold, lifted, listen, note, quoted, said_over, still_held
from flows.early import remembered
from flows.effects import Effect, OptOut, Say
from flows.events import (
    AttachmentChecked,
    ChannelBlocked,
    ChannelUnblocked,
    CheckInClosed,
    CheckInDue,
    ConversationStarted,
    Event,
    Heard,
    HoldLifted,
    LateTextReceived,
    MediaReceived,
    MessageEdited,
    OptionChosen,
    QuestionsReopened,
    SilenceNoted,
    TextReceived,
    UnreadableReceived,
)
from flows.evidence import consent_given
from flows.meant import MOSTLY, given_answer, is_answer, only_beside
from flows.opening import begin, beside, come_back
from flows.position import ask_again, kept_words, resume_line
from flows.protocol import load
from flows.reopening import reopened
from flows.research_talk import on_research
from flows.session import Outcome, Session
from flows.speech import global_options, label, option_ids
from flows.steps import WORDS
from messages.catalog import shipped
from messages.prompt import OFFERED, Prompt
from messages.understanding import Reading
from messages.understanding.answers import read_answer
from messages.understanding.answers_reading import Read

BESIDE: Final = (AttachmentChecked, ChannelBlocked, ChannelUnblocked, HoldLifted, QuestionsReopened)
"""Events that are no word of the patient: a silence goes on through them."""
CHANGING: Final = frozenset({"review.change", "review.item"})
"""Questions what to correct: "nothing" leads back to the summary."""
OF_EARLIER_CARE: Final = frozenset({"inquiry.complaint", "inquiry.tried"})
"""Questions about what was tried before: what did not help there is an answer, not a complaint about this clinic."""


def start(
    *, language_hint: str = "", country: str = "", address_kind: str = "", clinic: str = "Regeneris", display_name: str = ""
) -> Session:
    """A conversation before its first message. `language_hint` is BCP 47 or empty, `country` ISO 3166 of the phone prefix or empty."""
    hint = language_hint[:2].lower()
    return Session(
        revision=FLOWS["intake"].revision,
        release=FLOWS["intake"].revision,
        protocol_version=load().version,
        language=hint if hint in OFFERED else OFFERED[0],
        clinic=clinic,
        display_name=display_name,
        country=country,
        address_kind=address_kind,
    )


def advance(session: Session, event: Event) -> Outcome:
    """One event into a conversation: the session after it, and what follows, in order."""
    if isinstance(event, SilenceNoted):
        return silence.noted(session, event.at)
    if isinstance(event, CheckInDue):
        return checking.due(session, event)
    if isinstance(event, CheckInClosed):
        return checking.closed(session, event)
    if isinstance(event, BESIDE):
        return _dispatch(session, event)
    met, fate = release.meet(session)
    outcome = _dispatch(met, event) if fate != "to_person" else _without_question(met, event)
    return Outcome(controls.waited(release.stamp(replace(outcome.session, last_at=event.at, nudges=0))), outcome.effects)


def _without_question(session: Session, event: Heard) -> Outcome:
    return release.hand_over(session, None if isinstance(event, release.PUSHED) else _dispatch(session, event))


def _dispatch(session: Session, event: Heard) -> Outcome:  # noqa: C901 - one case per kind of event is the point
    match event:
        case TextReceived():
            return _words(session, event)
        case OptionChosen():
            return _tapped(session, event)
        case ConversationStarted():
            return begin(session) if not session.step and session.status == "open" else come_back(session)
        case MediaReceived():
            return _media(session, event)
        case UnreadableReceived():
            return beside(session, Say(Prompt(f"unreadable-{event.kind}")))
        case MessageEdited():
            return _aside_words(session, event, event.text, Say(Prompt("edited-noted")))
        case LateTextReceived():
            return _aside_words(session, event, event.text)
        case AttachmentChecked():
            return Outcome(session, () if event.kept else (Say(Prompt(f"media-{event.reason}")),))
        case ChannelBlocked():
            return Outcome(session, (OptOut(),))
        case ChannelUnblocked():
            return Outcome(session, ())
        case HoldLifted():
            return lifted(session, event)
        case QuestionsReopened():
            return reopened(session, event)
    assert_never(event)


def awaits_more(session: Session, text: str) -> bool:
    """Whether these words should wait a moment for the rest of what is being typed: free words that ask for nothing urgent.

    So too the words of somebody who waits for a person and was told so: what comes in several lines is acknowledged once.
    """
    if session.status not in {"open", "with_person"} or (session.step and session.step not in STEPS):
        return False
    reading = listen(text, session)
    if alarming(reading) or reading.has("opt_out") or reading.has("human_request"):
        return False
    if session.status == "with_person":
        return controls.told_waiting(session) and not _offered(session, text) and not reading.has("resume")
    if not session.step:
        return session.flow == "intake" and (not reading.has("greeting") or len(text.split()) > MOSTLY)
    step = STEPS[session.step]
    return step.burst and step.id != "language.choose"


def _words(session: Session, event: TextReceived) -> Outcome:
    reading = research.answering(session, event.text, listen(event.text, session))
    danger = alarming(reading)
    if danger:
        return hold(remembered(session, event), danger[0], quoted(event.text, danger[1]), event.n)
    if session.status == "held":
        held = said_over(session, event.text, event.n) or still_held(session)
        return Outcome(held.session, (OptOut(), *held.effects) if reading.has("opt_out") else held.effects)
    wished = on_research(session, event, reading)
    if wished is not None:
        return wished
    if reading.has("opt_out") and not is_answer(session, event):
        return controls.stop(session)
    if not session.step and session.status == "open":
        if session.flow == "check_in":
            return _begin_check_in(session, event, reading)
        begun = begin(remembered(session, event), event.text)
        return controls.asked_person(begun.session, reading, event.n) if _wants_person(reading) else begun
    if consent_given(session):
        session, effects = note(session, reading, event.n, event.at)
    else:
        session, effects = remembered(session, event), ()
    outcome = _in_status(session, event, reading)
    return Outcome(outcome.session, (*outcome.effects, *effects))


def _in_status(session: Session, event: TextReceived, reading: Reading) -> Outcome:
    chosen = _offered(session, event.text, late=controls.long_ago(session, event.at))
    if chosen:
        return _global(session, chosen, event.at)
    if session.status == "open":
        return _to_open_question(session, event, reading)
    if _wants_person(reading) and session.status != "with_person":
        return controls.asked_person(session, reading, event.n)
    said, session = asides(session, reading, event.n)
    if reading.has("delete_data") and consent_given(session):
        return controls.withdraw_consent(session, event.at, *said)
    if session.status == "paused" and said:
        return Outcome(replace(session, offering=("continue",)), (*said, Say(Prompt("control-paused", {}, global_options(("continue",))))))
    if session.status == "paused" or (reading.has("resume") and session.status != "done"):
        return controls.go_on(session)
    if said or session.status == "done":
        return Outcome(session, said or (Say(Prompt("done-reply")),))
    return controls.waits(session, event.at) if session.status == "with_person" else controls.rests(session)


def _wants_person(reading: Reading) -> bool:
    """A wish for a person; asking whether this is one is answered by saying what it is."""
    return reading.has("human_request") and not reading.has("bot_question")


def _to_open_question(session: Session, event: TextReceived, reading: Reading) -> Outcome:
    step = STEPS[session.step]
    late = session.reworded or controls.long_ago(session, event.at)
    labelled = None if late else read_label(step, session, event.text)
    steered = controls.steer(session, reading, event.text, event.n) if labelled is None else None
    if steered:
        return steered
    if step.id in OF_EARLIER_CARE:
        reading = reading.without("complaint")
    said, session = asides(session, reading, event.n) if labelled is None else ((), session)
    if reading.has("delete_data") and consent_given(session):
        return controls.withdraw_consent(session, event.at, *said)
    if late:
        return ask_again(session, resume_line(session), *said)
    if step.asks.kind in WORDS and said and only_beside(event.text, reading):
        return ask_again(session, *said)
    given = given_answer(session, event, reading, labelled)
    if given is not None:
        return accept(session, given, *said)
    return _unanswered(session, event, polite=reading.has("greeting"), said=said)


def _unanswered(session: Session, event: TextReceived, *, polite: bool, said: tuple[Effect, ...]) -> Outcome:
    """What follows on words that did not answer the open question."""
    if session.step in CHANGING and declines(session, event.text, event.at):
        return controls.back(session)
    if said or polite:
        return ask_again(session, *said)
    return reprompt(session, *kept_words(session))


def _offered(session: Session, text: str, *, late: bool = False) -> str:
    """A choice shown beside the open question that these words name, by number or label; `late` when it was shown long ago."""
    topic = topic_named(text)
    if topic or not session.offering:
        return topic
    labels = {option.id: [shipped().text(option.label, language) for language in OFFERED] for option in global_options(session.offering)}
    reading = read_answer("choice_of", text, session.language, options=session.offering, labels=labels)
    if isinstance(reading, Read) and reading.value in session.offering:
        return str(reading.value)
    return research.typed(text, session.language) if session.offering == research.OPTIONS and not late else ""


def _global(session: Session, option: str, at: datetime) -> Outcome:
    if option in research.OPTIONS:
        changed, said = research.choose(session, option, at)
        return beside(changed, said)
    if option.startswith("language:"):
        return controls.switch(session, option.removeprefix("language:"))
    if option.startswith("topic:"):
        return beside(session, Say(Prompt(f"topic-{option.removeprefix('topic:')}")))
    return controls.person(session) if option == "person" else controls.go_on(session)


def _tapped(session: Session, event: OptionChosen) -> Outcome:
    if session.status == "held":
        return still_held(session)
    if event.option in research.OPTIONS and consent_given(session):
        return _global(session, event.option, event.at)
    if event.option in {"continue", "person"} or event.option.startswith(("language:", "topic:")):
        return _tapped_global(session, event.option, event.at)
    if not session.step:
        return begin(session) if session.status == "open" else Outcome(session, (Say(Prompt("done-reply")),))
    if session.status == "stopped":
        return controls.go_on(session)
    if session.reworded:
        return beside(session, resume_line(session))
    step = STEPS[session.step]
    fits = event.step in {None, session.step} and event.visit in {None, session.visit} and event.option in option_ids(step, session)
    if not fits:
        return beside(session, Say(Prompt("stale-option")))
    session = replace(session, status="open", offering=())
    said = shipped().text(label(step, event.option), session.language)
    value = (event.option,) if step.asks.multi else event.option
    given = answer(session, Read(value), said, event.n, event.at)
    return accept(session, given) if given is not None else reprompt(session)


def _tapped_global(session: Session, option: str, at: datetime) -> Outcome:
    known = option in {"continue", "person"} or option.removeprefix("language:") in OFFERED or option.removeprefix("topic:") in TOPICS
    if option.startswith("topic:") and known:
        return _global(session, option, at)
    if not known or (session.status == "done" and option == "continue"):
        return Outcome(session, (Say(Prompt("done-reply")),))
    if option == "continue" and session.status == "open":
        return ask_again(session) if session.step else begin(session)
    return _global(session, option, at)


def _begin_check_in(session: Session, event: TextReceived, reading: Reading) -> Outcome:
    """The first answer to an invitation: whatever the words are, the questions begin; what they ask or tell beside is not lost."""
    chosen = _offered(session, event.text) if session.offering == research.OPTIONS else ""
    if chosen:
        return _global(session, chosen, event.at)
    session, effects = note(session, reading, event.n, event.at)
    if reading.has("human_request"):
        asked = controls.person(session)
        return Outcome(asked.session, (*effects, *asked.effects))
    said, session = asides(session, reading, event.n)
    if reading.has("delete_data") and consent_given(session):
        gone = controls.withdraw_consent(session, event.at, *said)
        return Outcome(gone.session, (*effects, *gone.effects))
    opened = begin(session)
    return Outcome(opened.session, (*effects, *said, *opened.effects))


def _media(session: Session, event: MediaReceived) -> Outcome:
    again = bool(event.album) and event.album == session.album
    session = replace(session, album=event.album or "")
    return _aside_words(session, event, event.caption, *(() if again else (Say(Prompt(f"media-{event.kind}")),)))


def _aside_words(session: Session, event: MediaReceived | MessageEdited | LateTextReceived, text: str, *said: Effect) -> Outcome:
    """Words that answer nothing: heard for danger and flags, then what is said about them and the open question."""
    reading = listen(text, session)
    danger = alarming(reading)
    if danger:
        return hold(session, danger[0], quoted(text, danger[1]), event.n)
    effects: tuple[Effect, ...] = ()
    if consent_given(session):
        session, effects = note(session, reading, event.n, event.at)
    if not said:
        return Outcome(session, effects)
    outcome = beside(session, *said)
    return Outcome(outcome.session, (*effects, *outcome.effects))
