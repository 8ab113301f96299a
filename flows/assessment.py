"""Folds a session's answers into facts for routing, flags for the physician, and a priority for the queue.

Judges nothing: what weighs how much stands in the protocol data. A flag of an answer later corrected stays, because only a
person may clear it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Final

from flows.check_in_talk import check_in_facts
from flows.evidence import answered, confirmed, speak_as
from flows.protocol import load, presumed_severity
from flows.protocol.contraindication import Contraindication
from flows.protocol.severity import ANSWER, severity_of
from flows.session import Answer, Flag, Session, Severity, once
from flows.steps import FactValue

WEIGHT: Final[dict[Severity, int]] = {"info": 0, "caution": 1, "hard": 2}
ADULT: Final = int(load().setting("minor_age_years"))
"""Age from which a person decides alone, in whole years."""
DOCUMENT_LANGUAGES: Final = frozenset({"es", "en"})
"""Languages in which the clinic surely writes its documents; the others are to be confirmed (`clinical-facts` 4.5)."""
NOT_ENDING: Final = frozenset({"no_evidence_phenotype"})
"""Hard for the physician's decision, but no reason to end the conversation early."""


def age(session: Session) -> int | None:
    """Age of the patient in whole years, from the answer's own day; None while unknown."""
    answer = answered(session).get("subject.age")
    if answer is None or answer.value is None:
        return None
    if answer.unit == "birthdate":
        born = date.fromisoformat(str(answer.value))
        today = answer.at.date()
        return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    if answer.unit == "birth_year":
        # the birthday may still lie ahead: the younger reading is the safer one for the question of majority
        return answer.at.year - int(str(answer.value)) - 1
    return int(float(str(answer.value)))


@once
def facts(session: Session) -> Mapping[str, FactValue]:
    """Every fact that conditions of a conversation may read. A fact that is not known yet is absent."""
    answers = answered(session)
    found: dict[str, FactValue] = {"name_known": bool(session.display_name), "hard": is_hard(session), "short": is_short(session)}
    for name, step in SIMPLE.items():
        if step in answers and isinstance(answers[step].value, str):
            found[name] = str(answers[step].value)
    years = age(session)
    if years is not None:
        found |= {"age": years, "minor": years < ADULT}
    found["age_told"] = "subject.age_confirm" in answers or any(told.step == "subject.age" for told in session.early)
    found |= dict(_condition_facts(session, answers))
    for row, asked in _asked_rows():
        if asked in answers:
            found[f"row:{row.id}"] = row_answer(row, answers)
    records = answers.get("records.which")
    if records is not None:
        found["records"] = isinstance(records.value, tuple) and not {"none", "unsure"} & set(records.value)
    return found | check_in_facts(session, answers)


SIMPLE: Final = {
    "consent_health": "consent.health_data",
    "consent_messaging": "consent.messaging",
    "red_flags": "safety.red_flags",
    "who": "subject.who",
    "knows": "subject.knows",
    "host": "host.offer",
    "reach": "contact.reach",
    "summary": "review.summary",
}


def _condition_facts(session: Session, answers: Mapping[str, Answer]) -> Iterator[tuple[str, FactValue]]:
    complaint = answers.get("inquiry.complaint")
    if complaint is None:
        return
    yield "recognised", {0: "none", 1: "one"}.get(len(complaint.read), "several")
    one, several = answers.get("inquiry.condition"), answers.get("inquiry.conditions")
    if (one and one.value == "no") or (several and several.value == ("none",)):
        yield "condition", "rejected"
    named = answers.get("inquiry.diagnosis")
    if named:
        yield "diagnosis", "recognised" if named.read else "words"
    conditions = confirmed(session)
    if conditions:
        evidence = load().evidence
        yield "indications", frozenset(conditions)
        yield "sided", any(evidence[condition].sides for condition in conditions)
        yield "outcomes", "studied" if speak_as(session) in {"strong", "moderate"} else "open"


def row_answer(row: Contraindication, answers: Mapping[str, Answer]) -> str | None:
    """What was answered to a screening row, asked alone or within its group: `yes`, `no`, `unsure`, …; None while not asked."""
    if not row.group:
        answer = answers.get(f"screening.{row.id}")
        return None if answer is None else str(answer.value)
    answer = answers.get(f"screening.{row.group}")
    if answer is None:
        return None
    chosen = answer.value if isinstance(answer.value, tuple) else ()
    if row.id in chosen:
        return "yes"
    return "no" if chosen and "unsure" not in chosen else "unsure"


def is_short(session: Session) -> bool:
    """Whether only contact details may be gathered: consent refused, a minor alone, or a patient who has not agreed."""
    answers = answered(session)
    refused = any(step in answers and answers[step].value == "no" for step in ("consent.health_data", "consent.messaging"))
    who, knows, years = answers.get("subject.who"), answers.get("subject.knows"), age(session)
    alone = bool(who and who.value == "self" and years is not None and years < ADULT)
    unaware = bool(knows and knows.value != "yes")
    return refused or alone or unaware


def is_hard(session: Session) -> bool:
    """Whether a physician must look before anything else is explained."""
    ending = (flag for flag in flags(session) if flag.id.removeprefix("contraindication:") not in NOT_ENDING)
    return any(flag.severity == "hard" for flag in ending)


@once
def flags(session: Session) -> tuple[Flag, ...]:
    """All flags: those that stay (heard in free words, or of answers since corrected) and those of the answers as they stand.

    What free words made presumed gives way to the answer that confirms it with its details: a date lowers, it never clears.
    """
    answers = answer_flags(session)
    precise = {flag.id: flag.severity for flag in answers if flag.source == "answer"}
    kept = (replace(flag, severity=precise.get(flag.id, flag.severity)) if flag.source == "free_text" else flag for flag in session.flags)
    return merge((*kept, *answers))


def merge(found: tuple[Flag, ...]) -> tuple[Flag, ...]:
    """One flag per id, the heaviest; between equals the first, so the patient's earliest words stay."""
    best: dict[str, Flag] = {}
    for flag in found:
        if flag.id not in best or WEIGHT[flag.severity] > WEIGHT[best[flag.id].severity]:
            best[flag.id] = flag
    return tuple(best.values())


def answer_flags(session: Session) -> tuple[Flag, ...]:
    """The flags that follow from the answers as they stand, and from what was chosen of a list so far."""
    answers = answered(session)
    if session.chosen and session.last_at is not None:
        answers = {**answers, session.step: Answer(session.step, session.chosen, "", None, session.last_at, parts=session.told)}
    known = _derived_facts(session, answers)
    found: list[Flag] = []
    for row, asked in _asked_rows():
        if asked in answers or (row.derived is not None and row.derived.fact in known):
            found += _row_flags(row, answers, known)
    told = (*_safety_flags(answers), *_condition_flags(session), *_expectation_flags(answers), *_language_flags(session))
    return (*found, *told)


@cache
def _asked_rows() -> tuple[tuple[Contraindication, str], ...]:
    return tuple((row, f"screening.{row.group or row.id}") for row in load().contraindications)


def _row_flags(row: Contraindication, answers: Mapping[str, Answer], known: dict[str, object]) -> Iterator[Flag]:
    said = row_answer(row, answers)
    if said == "no" and row.flagged_by == "yes":
        return
    if said is None and (row.derived is None or row.derived.fact not in known):
        return
    given = dict(known) if said is None else {ANSWER: said, **_follow_ups(row, answers)}
    source = answers.get(f"screening.{row.group or row.id}") or answers.get(DERIVED_FROM.get(row.derived.fact if row.derived else "", ""))
    day = next(iter(answers.values())).at.date() if source is None else source.at.date()
    severity = severity_of(row, given, today=day)
    for flag_id in row.flag_ids if severity else ():
        if source is None:
            yield Flag(flag_id, severity or "info", "derived", "", None)
        else:
            yield Flag(flag_id, severity or "info", "answer", *_words_of(row, source))


def _words_of(row: Contraindication, source: Answer) -> tuple[str, int | None]:
    """What the patient said to this very row, and where: in a list its own option, or the doubt that covers all."""
    told = {part.option: part for part in source.parts}
    part = told.get(row.id) or told.get("unsure")
    return (part.said, part.n) if part else (source.said, source.n)


DERIVED_FROM: Final = {"age": "subject.age", "subject": "subject.who"}
"""Which answer a derived fact comes from, so that its flag can quote the patient."""


def _follow_ups(row: Contraindication, answers: Mapping[str, Answer]) -> dict[str, object]:
    asked = {question.id: f"screening.{row.id}.{question.id}" for question in row.follow_ups}
    return {name: answers[step].value for name, step in asked.items() if step in answers}


def _derived_facts(session: Session, answers: Mapping[str, Answer]) -> dict[str, object]:
    known: dict[str, object] = {}
    years = age(session)
    if years is not None:
        known["age"] = years
    if "subject.who" in answers:
        known["subject"] = answers["subject.who"].value
        if known["subject"] == "other" and "subject.knows" in answers:
            known["agrees"] = answers["subject.knows"].value
        if known["subject"] == "other" and "screening.capacity" in answers and answers["screening.capacity"].value != "yes":
            known["agrees"] = "no"
    if confirmed(session):
        known["speak_as"] = speak_as(session)
    return known


def _condition_flags(session: Session) -> Iterator[Flag]:
    protocol, today = load(), session.answers[0].at.date() if session.answers else date.max
    for condition in confirmed(session):
        for row_id in protocol.evidence[condition].always_flags:
            row = protocol.contraindication(row_id)
            severity = presumed_severity(row, today=today)
            yield from (Flag(flag_id, severity, "derived", "", None) for flag_id in row.flag_ids)


def _language_flags(session: Session) -> Iterator[Flag]:
    """The quote and protocol summary must come in a language read fluently: staff is told early where that is not settled."""
    if session.language_chosen and session.language not in DOCUMENT_LANGUAGES:
        yield Flag("document_language_to_confirm", "info", "derived", "", None)


def _safety_flags(answers: Mapping[str, Answer]) -> Iterator[Flag]:
    """Danger was asked about twice and left out: not known, so a person must know it."""
    asked = answers.get("safety.red_flags")
    if asked is not None and asked.skipped:
        yield Flag("safety_unanswered", "caution", "answer", asked.said, asked.n)


def _expectation_flags(answers: Mapping[str, Answer]) -> Iterator[Flag]:
    expectation = answers.get("outcomes.check") or answers.get("outcomes.unknown")
    if expectation and expectation.value not in {"relief", "unknown"}:
        yield Flag("cure_expectation", "caution", "answer", expectation.said, expectation.n)


def heard(session: Session, flag: Flag) -> Session:
    """The session with one more flag that stays."""
    return replace(session, flags=merge((*session.flags, flag)))


def priority(session: Session) -> str:
    """`emergency`, `urgent` or `routine`: how soon a person must look."""
    raised = {flag.id for flag in flags(session)}
    if session.status == "held" or raised & {"emergency", "crisis"}:
        return "emergency"
    protocol = load()
    urgent = {flag_id for row in protocol.contraindications if row.priority == "urgent" for flag_id in row.flag_ids}
    urgent |= {name for name, cue in protocol.cues.items() if cue.kind == "same_day"}
    condition = any(protocol.evidence[condition].priority == "urgent" for condition in confirmed(session))
    return "urgent" if condition or raised & urgent else "routine"
