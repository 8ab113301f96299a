"""Carries the consequences of an answer: consents, the expectation said back, notices, the next question, the end.

A bad answer is an outcome, not an error: a re-prompt that changes each time and ends with a person.
"""

from dataclasses import replace
from typing import Final

from flows.answer_reading import DANGERS
from flows.assessment import flags, heard, is_short
from flows.books import FLOWS, STEPS
from flows.check_in_end import finish
from flows.check_in_notice import noticed
from flows.consents import consented, sha256_shown
from flows.danger import hold
from flows.early import asked_early, flags_told_early, told_along
from flows.effects import Effect, EraseWords, HandoffReason, OpenHandoff, OpenTicket, Say
from flows.evidence import answered, confirmed
from flows.position import ask, ask_again, enter, store, where
from flows.protocol import load
from flows.reopening import answered_again
from flows.session import Answer, Expectation, Flag, Outcome, Session, Told
from flows.speech import NOTHING_ELSE, global_options, more, numbers, option_ids, options, outcome_key, question
from flows.summary import steps_of
from messages.catalog import shipped
from messages.prompt import Prompt

RIGHT: Final = frozenset({"relief", "unknown"})
"""What to expect as the written outcomes put it: maybe some relief, or that nobody knows yet."""
THIRD: Final = 3


def reprompt(session: Session, *said: Effect) -> Outcome:
    """What was said, then the question in other words; the third time with the choices or a person; then a person takes over."""
    step = STEPS[session.step]
    tries = session.retries + 1
    if tries > THIRD:
        given_up = to_person(session, "not_understood", "person-not_understood")
        return replace(given_up, effects=(*said, *called(session), *given_up.effects))
    again = replace(session, retries=tries, offering=())
    if session.chosen:
        return _more_again(again, tries)
    if tries == THIRD:
        whole = Prompt(step.key, dict(question(step, session)[-1].prompt.variables), options(step, session))
        return Outcome(again, (*said, Say(Prompt("retry-third")), Say(whole)))
    own = f"{step.key}.retry{tries}"
    key = own if shipped().has(own, session.language) else f"retry-{step.asks.kind}.{'first' if tries == 1 else 'second'}"
    return Outcome(again, (*said, Say(Prompt(key, {}, options(step, session)))))


def _more_again(session: Session, tries: int) -> Outcome:
    """The same while more of a list is asked for: in words of what is on the screen, where "none of these" is no choice any more."""
    if tries == THIRD:
        return Outcome(session, (Say(Prompt("retry-third")), more(session)))
    return Outcome(session, (Say(Prompt(f"choose-more.retry{tries}", {}, options(STEPS[session.step], session))),))


def called(session: Session, quote: str = "", n: int | None = None) -> tuple[Effect, ...]:
    """A task to call the patient: a treated person has no place in the queue, so a hand-over alone would reach nobody."""
    return (OpenTicket("callback", quote, n),) if session.flow == "check_in" else ()


def to_person(session: Session, reason: HandoffReason, key: str, quote: str = "", n: int | None = None) -> Outcome:
    """Hand over to a person; the bot waits, and the patient may go on with the questions. `quote` are the words that asked."""
    name = "human_requested" if reason == "person_requested" else "not_understood"
    flag = Flag(name, "info", "free_text" if quote else "derived", quote, n)
    waiting, tasks = noticed(replace(heard(session, flag), status="with_person", offering=("continue",)), ended=True)
    return Outcome(waiting, (*tasks, OpenHandoff(reason), Say(Prompt(key, {}, global_options(("continue",))))))


def accept(session: Session, given: Answer, *said: Effect) -> Outcome:
    """Carry an answer to the open step."""
    session, given, complete = _chosen(session, given)
    if not complete:
        session, tasks = noticed(session)
        return Outcome(session, (*said, *tasks, more(session)))
    special = {"consent.health_data": _more, "outcomes.check": _expectation, "outcomes.unknown": _expectation, "review.summary": _summary}
    special |= dict.fromkeys(DANGERS, _danger_left_out)
    outcome = special[session.step](session, given, said) if session.step in special else None
    if outcome is not None:
        return outcome
    if session.step == "review.change":
        return _correct(session, str(given.value), given, said)
    if session.step == "review.item":
        return _edit(session, str(given.value), said)
    return proceed(session, given, said)


def _chosen(session: Session, given: Answer) -> tuple[Session, Answer, bool]:
    """Where several may be chosen, one choice is asked on: what was not named yet is not a "no". Several at once are complete."""
    step = STEPS[session.step]
    if not step.asks.multi or not isinstance(given.value, tuple):
        return session, given, True
    new = tuple(option for option in given.value if option not in {NOTHING_ELSE, *session.chosen})
    ended = bool(set(given.value) & {NOTHING_ELSE, *step.asks.alone}) or len(given.value) > 1
    kept = tuple(option for option in new if not (session.chosen and option in step.asks.alone and option != "unsure"))
    told = (*session.told, *(Told(option, given.said, given.n) for option in kept))
    if ended or len(told) >= len(step.asks.options or option_ids(step, session)) - len(step.asks.alone):
        return replace(session, told=()), _whole(given, told), True
    return replace(session, told=told, retries=0), given, False


def _whole(last: Answer, told: tuple[Told, ...]) -> Answer:
    """All that was chosen of a list as one answer, in the words each was chosen with."""
    words = "; ".join(dict.fromkeys(part.said for part in told)) or last.said
    first = told[0].n if told else last.n
    return replace(last, value=tuple(part.option for part in told), said=words, n=first, parts=told)


def proceed(session: Session, given: Answer, said: tuple[Effect, ...] = ()) -> Outcome:
    """Store the answer and ask what follows from all answers."""
    asked_health = given.step.startswith("screening.") and not session.acknowledged
    before = _serious(flags(session)) if asked_health else frozenset()
    now = _language(consented(told_along(store(session, given, clearing=not session.pending), given), given), given)
    now, told_early = _told_early(now, given)
    now, tasks = noticed(now)
    effects: list[Effect] = [*said, *told_early, *tasks, *_notices(now, given)]
    if asked_health and _serious(flags(now)) - before:
        now = replace(now, acknowledged=True)
        effects.append(Say(Prompt("ack-flag")))
    if given.step == "host.stress_mood" and given.value == "very_low":
        now = heard(now, Flag("desperation", "caution", "answer", given.said, given.n))
        effects.append(Say(Prompt("aside-hope")))
    if _in_hospital(now, given):
        held = hold(now, "emergency", given.said, given.n)
        return Outcome(held.session, (*held.effects, Say(Prompt("condition-hospital"), "emergency"), *effects))
    return move_on(now, tuple(effects), "" if session.editing else given.step)


def _told_early(session: Session, given: Answer) -> tuple[Session, list[Effect]]:
    """What earlier words lead to now: answered once the language is known, used once consent is given, dropped when it is refused."""
    if given.step == "language.choose":
        return asked_early(session)
    if given.step == "consent.health_data" and given.value == "yes":
        return flags_told_early(session)
    if given.step == "consent.health_data" and given.value == "no":
        return replace(session, early=()), [EraseWords()]
    return session, []


def _notices(session: Session, given: Answer) -> list[Effect]:
    """Texts said about an answer before the next question."""
    keys = {("consent.health_data", "no"): "consent-declined", ("consent.messaging", "no"): "consent-no_messages"}
    said: list[Effect] = [Say(Prompt(keys[place]))] if (place := (given.step, str(given.value))) in keys else []
    if given.step in {"subject.guardian", "subject.knows"} and is_short(session):
        said.append(Say(Prompt("subject-to_person")))
    return [*said, *_condition_notice(session, given)]


def move_on(session: Session, said: tuple[Effect, ...] = (), after: str = "") -> Outcome:
    """Open the next question, or end. `after` is the step just answered on the path, where nothing before it changed."""
    if session.pending:
        return answered_again(session, after, said)
    flow = FLOWS[session.flow]
    pinned = session.flow == "intake" and session.revision == flow.revision
    target = where(session, after if pinned else "")
    if target == "end.held":
        flags_answer = answered(session)[flow.danger]
        held = hold(session, "emergency", flags_answer.said, flags_answer.n, source="answer")
        return Outcome(held.session, (*held.effects, *_crisis_line(session), *said))
    if target.startswith("end."):
        return _end(session, said) if session.flow == "intake" else finish(session, said)
    return ask(enter(session, target), *said)


def _crisis_line(session: Session) -> tuple[Say, ...]:
    """The list of dangers holds thoughts of self-harm too, and one "yes" covers all: the line is named beside the number."""
    line = numbers(session)["line"]
    return (Say(Prompt("crisis-also", {"line": line}), "emergency"),) if line else ()


def _end(session: Session, said: tuple[Effect, ...]) -> Outcome:
    refused = any(consent.kind == "health_data" and not consent.given for consent in session.consents)
    short = is_short(session)
    reason: HandoffReason = "consent_declined" if refused else "contact_only" if short else "intake_complete"
    key = "done-short" if short else "done-hard" if any(flag.severity == "hard" for flag in flags(session)) else "done-next"
    done = replace(session, status="done", step="", offering=(), retries=0)
    return Outcome(done, (*said, OpenHandoff(reason), Say(Prompt(key))))


def _serious(found: tuple[Flag, ...]) -> frozenset[str]:
    return frozenset(flag.id for flag in found if flag.severity != "info")


def _language(session: Session, given: Answer) -> Session:
    if given.step != "language.choose":
        return session
    return replace(session, language=str(given.value), language_chosen=True)


def _condition_notice(session: Session, given: Answer) -> list[Effect]:
    if given.step not in {"inquiry.condition", "inquiry.conditions", "inquiry.diagnosis_confirm"}:
        return []
    policies = {load().evidence[condition].outcome_text for condition in confirmed(session)}
    return [Say(Prompt("condition-stay_with_team"))] if "none_in_chat" in policies else []


def _in_hospital(session: Session, given: Answer) -> bool:
    """A confirmed condition that belongs in a hospital now and not in an intake (`clinical-facts` 1.10)."""
    confirming = given.step in {"inquiry.condition", "inquiry.conditions", "inquiry.diagnosis_confirm"}
    return confirming and any(load().evidence[condition].outcome_text == "emergency_route" for condition in confirmed(session))


def _more(session: Session, given: Answer, said: tuple[Effect, ...]) -> Outcome | None:
    return ask_again(session, *said, Say(Prompt("consent-more"))) if given.value == "more" else None


def _danger_left_out(session: Session, given: Answer, said: tuple[Effect, ...]) -> Outcome | None:
    """Who leaves out the question about danger is asked it once more, kindly; a second time it stays unanswered, and staff see that."""
    if not given.skipped or session.retries:
        return None
    step = STEPS[session.step]
    again = Say(Prompt(f"{step.key}.retry_skipped", {}, options(step, session)))
    return Outcome(replace(session, retries=1, offering=()), (*said, again))


def _expectation(session: Session, given: Answer, said: tuple[Effect, ...]) -> Outcome | None:
    right = given.value in RIGHT
    explained = f"explained:{session.step}"
    if not right and explained not in dict(session.aside_counts):
        again = Say(Prompt(f"{STEPS[session.step].key}.again"))
        counts = tuple(sorted((*session.aside_counts, (explained, 1))))
        return ask_again(replace(session, aside_counts=counts), *said, again)
    key = outcome_key(session)
    shown = Expectation(
        key, session.protocol_version, session.language, sha256_shown(Prompt(key), session), right, str(given.value), given.at
    )
    return proceed(replace(session, expectation=shown), given, said)


def _summary(session: Session, given: Answer, said: tuple[Effect, ...]) -> Outcome | None:
    return ask(enter(session, "review.change"), *said) if given.value == "change" else None


def _correct(session: Session, section: str, given: Answer, said: tuple[Effect, ...]) -> Outcome:
    steps = steps_of(section, session)
    if len(steps) == 1:
        return _edit(session, steps[0], said)
    kept = tuple(a for a in session.answers if a.step != "review.change")
    return ask(enter(replace(session, answers=(*kept, given)), "review.item"), *said)


def _edit(session: Session, step: str, said: tuple[Effect, ...]) -> Outcome:
    kept = tuple(a for a in session.answers if not a.step.startswith("review."))
    return ask(replace(enter(replace(session, answers=kept), step), editing=True), *said)
