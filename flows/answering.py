"""Reads an answer to the open question and carries its consequences: consents, the expectation said back, the next question.

A bad answer is an outcome, not an error: a re-prompt that changes each time and ends with a person.
"""

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from flows.assessment import flags, heard, is_short
from flows.beside import asides
from flows.danger import for_other, hold, listen, note
from flows.effects import Effect, EraseWords, HandoffReason, OpenHandoff, Say
from flows.evidence import answered, confirmed
from flows.position import ask, ask_again, enter, store, where
from flows.protocol import load
from flows.session import Answer, Consent, ConsentKind, Expectation, Flag, Outcome, Session, Value
from flows.speech import STEPS, global_options, label, option_ids, options, outcome_key, question, render
from flows.steps import Step
from flows.summary import steps_of
from messages.catalog import shipped
from messages.prompt import OFFERED, Prompt
from messages.understanding import read_message
from messages.understanding.answers import read_answer
from messages.understanding.answers_reading import Read, Reprompt
from messages.understanding.details import read_details

RIGHT: Final = frozenset({"relief", "unknown"})
"""What to expect as the written outcomes put it: maybe some relief, or that nobody knows yet."""
THIRD: Final = 3
ALONG: Final = ("inquiry.duration", "inquiry.side")
"""Answers that a complaint may tell along the way."""


def read(step: Step, session: Session, text: str, at: datetime) -> Read | Reprompt:
    """What the words mean as an answer to this step."""
    asked = Question(option_ids(step, session), step, session.language, at)
    if {"yes", "no"} <= set(step.asks.options):
        found = asked.read("yes_no", text)
        return found if isinstance(found, Read) else asked.read("choice_of", text)
    found = asked.read(step.asks.kind, text)
    if isinstance(found, Read) or not step.asks.skippable or step.asks.kind == "choice_of":
        return found
    skipped = replace(asked, ids=("skip",)).read("choice_of", text)
    return skipped if isinstance(skipped, Read) and skipped.value == "skip" else found


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
        return read_answer(kind, text, self.language, options=self.ids, labels=labels, multi=multi, context=context, today=self.at.date())


def _labels(step: Step, option: str) -> list[str]:
    key = label(step, option)
    return [shipped().text(key, language) for language in OFFERED if shipped().has(key, language)]


def answer(session: Session, found: Read, said: str, n: int | None, at: datetime) -> Answer | None:
    """The answer a reading makes to the open step; None when it is "not sure" where the question has no room for it."""
    step = STEPS[session.step]
    if found.unsure or found.refused:
        if "unsure" in step.asks.options:
            value: Value = ("unsure",) if step.asks.multi else "unsure"
            return Answer(step.id, value, said, n, at, unsure=True)
        return Answer(step.id, None, said, n, at, unsure=True, skipped=True) if step.asks.skippable else None
    if found.value == "skip" and step.asks.skippable:
        return Answer(step.id, None, said, n, at, skipped=True)
    unsure = found.value == "unsure" or found.value == ("unsure",)
    said = _spelled_out(step, found.value, said, session) if step.asks.kind == "choice_of" else said
    return Answer(step.id, found.value, said, n, at, unit=found.unit, unsure=unsure, read=_recognised(step, said, session))


def _spelled_out(step: Step, value: Value, said: str, session: Session) -> str:
    """A number that stood for options, with their labels beside it: a physician cannot see the list the patient saw."""
    if not re.fullmatch(r"[\d\s,.;y&+-]{1,30}", said):
        return said
    chosen = value if isinstance(value, tuple) else (str(value),)
    return f"{said} ({', '.join(shipped().text(label(step, option), session.language) for option in chosen)})"


def _recognised(step: Step, said: str, session: Session) -> tuple[str, ...]:
    if step.id not in {"inquiry.complaint", "inquiry.diagnosis"}:
        return ()
    reading = read_message(said, session.language, for_other=for_other(session))
    ids = dict.fromkeys(label.id.removeprefix("indication:") for label in reading.labels if label.id.startswith("indication:"))
    return tuple(name for name in ids if name != "other")


def reprompt(session: Session) -> Outcome:
    """Ask once more in other words; the third time offer the choices or a person; then a person takes over."""
    step = STEPS[session.step]
    tries = session.retries + 1
    if tries > THIRD:
        return to_person(session, "not_understood", "person-not_understood")
    again = replace(session, retries=tries)
    if tries == THIRD:
        shown = options(step, session)
        return Outcome(
            again, (Say(Prompt("retry-third")), Say(Prompt(step.key, dict(question(step, session)[-1].prompt.variables), shown)))
        )
    own = f"{step.key}.retry{tries}"
    key = own if shipped().has(own, session.language) else f"retry-{step.asks.kind}.{'first' if tries == 1 else 'second'}"
    return Outcome(again, (Say(Prompt(key, {}, options(step, session))),))


def to_person(session: Session, reason: HandoffReason, key: str) -> Outcome:
    """Hand over to a person; the bot waits, and the patient may go on with the questions."""
    flag = Flag("human_requested" if reason == "person_requested" else "not_understood", "info", "derived", "", None)
    waiting = replace(heard(session, flag), status="with_person", offering=("continue",))
    return Outcome(waiting, (OpenHandoff(reason), Say(Prompt(key, {}, global_options(("continue",))))))


def accept(session: Session, given: Answer, *said: Effect) -> Outcome:
    """Carry an answer to the open step."""
    special = {"consent.health_data": _more, "outcomes.check": _expectation, "outcomes.unknown": _expectation, "review.summary": _summary}
    outcome = special[session.step](session, given, said) if session.step in special else None
    if outcome is not None:
        return outcome
    if session.step == "review.change":
        return _correct(session, str(given.value), given, said)
    if session.step == "review.item":
        return _edit(session, str(given.value), said)
    return proceed(session, given, said)


def proceed(session: Session, given: Answer, said: tuple[Effect, ...] = ()) -> Outcome:
    """Store the answer and ask what follows from all answers."""
    asked_health = given.step.startswith("screening.") and not session.acknowledged
    before = _serious(flags(session)) if asked_health else frozenset()
    now = _language(_consented(_told_along(store(session, given), given), given), given)
    effects: list[Effect] = list(said)
    if given.step == "language.choose":
        now, extra = _asked_early(now)
        effects += extra
    if given.step == "consent.health_data" and given.value == "no":
        now = replace(now, early=())
        effects += [EraseWords(), Say(Prompt("consent-declined"))]
    if given.step in {"subject.guardian", "subject.knows"} and is_short(now):
        effects.append(Say(Prompt("subject-to_person")))
    if given.step == "consent.health_data" and given.value == "yes":
        now, extra = _early_flags(now)
        effects += extra
    if asked_health and _serious(flags(now)) - before:
        now = replace(now, acknowledged=True)
        effects.append(Say(Prompt("ack-flag")))
    if given.step == "host.stress_mood" and given.value == "very_low":
        now = heard(now, Flag("desperation", "caution", "answer", given.said, given.n))
        effects.append(Say(Prompt("aside-hope")))
    effects += _condition_notice(now, given)
    return move_on(now, tuple(effects), "" if session.editing else given.step)


def move_on(session: Session, said: tuple[Effect, ...] = (), after: str = "") -> Outcome:
    """Open the next question, or end. `after` is the step just answered on the path, where nothing before it changed."""
    target = where(session, after)
    if target == "end.held":
        flags_answer = answered(session)["safety.red_flags"]
        held = hold(session, "emergency", flags_answer.said, flags_answer.n)
        return Outcome(held.session, (*held.effects, *said))
    if target.startswith("end."):
        return _end(session, said)
    return ask(enter(session, target), *said)


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


def _consented(session: Session, given: Answer) -> Session:
    kinds: dict[str, tuple[ConsentKind, ...]] = {
        "consent.health_data": ("privacy_notice", "health_data"),
        "consent.messaging": ("messaging",),
        "research.opt_in": ("research",),
    }
    for kind in kinds.get(given.step, ()):
        shown = question(STEPS[given.step], session)[-1].prompt
        agreed = given.value == "yes" or kind == "privacy_notice"
        consent = Consent(kind, agreed, given.at, session.protocol_version, _sha256(shown, session), session.language)
        session = replace(session, consents=(*(c for c in session.consents if c.kind != kind), consent))
    return session


def _sha256(prompt: Prompt, session: Session) -> str:
    return hashlib.sha256(render(prompt, session).text.encode()).hexdigest()


def _told_along(session: Session, given: Answer) -> Session:
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


def _asked_early(session: Session) -> tuple[Session, list[Effect]]:
    """What the first message asked is answered as soon as the language is known."""
    effects: list[Effect] = []
    for early in session.early:
        said, session = asides(session, listen(early.said, session), early.n)
        effects += [effect for effect in said if effect not in effects]
    return session, effects


def _early_flags(session: Session) -> tuple[Session, list[Effect]]:
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
    conditions = _recognised(STEPS["inquiry.complaint"], early.said, session)
    if conditions and "inquiry.complaint" not in given:
        complaint = Answer("inquiry.complaint", early.said, early.said, early.n, early.at, read=conditions)
        session = _told_along(replace(session, answers=(*session.answers, complaint)), complaint)
    return session


def _condition_notice(session: Session, given: Answer) -> list[Effect]:
    if given.step not in {"inquiry.condition", "inquiry.conditions", "inquiry.diagnosis_confirm"}:
        return []
    policies = {load().evidence[condition].outcome_text for condition in confirmed(session)}
    notices = {"none_in_chat": "condition-stay_with_team", "emergency_route": "condition-hospital"}
    return [Say(Prompt(key)) for policy, key in notices.items() if policy in policies]


def _more(session: Session, given: Answer, said: tuple[Effect, ...]) -> Outcome | None:
    return ask_again(session, *said, Say(Prompt("consent-more"))) if given.value == "more" else None


def _expectation(session: Session, given: Answer, said: tuple[Effect, ...]) -> Outcome | None:
    right = given.value in RIGHT
    if not right and session.retries == 0:
        again = Say(Prompt(f"{STEPS[session.step].key}.again"))
        return ask_again(replace(session, retries=1), *said, again)
    key = outcome_key(session)
    shown = Expectation(key, session.protocol_version, session.language, _sha256(Prompt(key), session), right, str(given.value), given.at)
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
