"""The summary a patient reads before handing the case over: one line a section, each of which can be corrected.

Free words and names are never echoed: what a patient typed may hold a price or a promise, and nothing that leaves may.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from flows.assessment import age, row_answer
from flows.evidence import answered, confirmed
from flows.intake.flow import INTAKE
from flows.protocol import load
from flows.session import Answer, Session
from flows.steps import Step
from flows.wording import SECTION_STAGES, SECTIONS
from messages.catalog import shipped
from messages.prompt import LANGUAGES, Prompt, Variable

STEPS: Final[Mapping[str, Step]] = {step.id: step for step in INTAKE.steps}
HIDDEN: Final = frozenset({"free_text", "name", "phone", "medicines"})
"""Kinds of answers that are only said to be noted."""


def sections(session: Session) -> tuple[str, ...]:
    """The sections that hold at least one answer, in the order of the summary."""
    return tuple(section for section in SECTIONS if steps_of(section, session))


def steps_of(section: str, session: Session) -> tuple[str, ...]:
    """The answered steps a section speaks for, in the order asked."""
    given = answered(session)
    prefixes = SECTION_STAGES[section]
    return tuple(step for step in STEPS if step in given and any(_under(step, prefix) for prefix in prefixes))


def _under(step: str, prefix: str) -> bool:
    return step.startswith(prefix) if prefix.endswith(".") else step == prefix


def items(session: Session) -> tuple[str, ...]:
    """The answered steps of the section chosen for correction."""
    chosen = answered(session).get("review.change")
    return steps_of(str(chosen.value), session) if chosen else ()


def lines(session: Session) -> tuple[Prompt, ...]:
    """The summary, a line a section."""
    return tuple(LINES[section](session) for section in sections(session))


def spoken(answer: Answer) -> Prompt:
    """An answer as it may be repeated to the patient: the option's label, a quantity, or only that it was noted."""
    step = STEPS[answer.step]
    if answer.value is None or answer.skipped:
        return Prompt("value-not_provided")
    if step.asks.kind == "choice_of" or answer.value == "unsure":
        return Prompt(_label(step, str(answer.value)))
    if step.asks.kind == "duration":
        return Prompt("value-months", {"n": round(float(str(answer.value)))})
    if step.asks.kind in HIDDEN:
        return Prompt("value-noted")
    return Prompt("value-quantity", {"n": f"{answer.value}", "unit": answer.unit})


def _label(step: Step, option: str) -> str:
    own = f"{step.key}.{option}"
    return own if shipped().has(own, LANGUAGES[0]) else f"option-{option}"


def _subject(session: Session) -> Prompt:
    who = answered(session).get("subject.who")
    years = age(session)
    known: dict[str, Variable] = {"who": spoken(who) if who else Prompt("value-not_provided"), "age": "–" if years is None else years}
    return Prompt("line-subject", known)


def _condition(session: Session) -> Prompt:
    return Prompt("line-condition", {"conditions": tuple(Prompt(f"indication-{condition}") for condition in confirmed(session))})


def _course(session: Session) -> Prompt:
    given = answered(session)
    parts = {name: given.get(f"inquiry.{name}") for name in ("duration", "side")}
    return Prompt("line-course", {name: spoken(answer) if answer else Prompt("value-not_asked") for name, answer in parts.items()})


def _health(session: Session) -> Prompt:
    raised = dict(_raised(session))
    told = {**{name: f"option-{said}" for name, said in raised.items()}, **dict.fromkeys(_kept(session, raised), "value-noted")}
    named = tuple(Prompt("value-named", {"name": Prompt(name), "value": Prompt(value)}) for name, value in told.items())
    return Prompt("line-health", {"items": named}) if named else Prompt("line-health_none")


def _raised(session: Session) -> Iterator[tuple[str, str]]:
    """What was not cleared: the row's name with its answer, or a whole group's name where all of it was unsure."""
    given = answered(session)
    unsure = [group.id for group in load().groups if (a := given.get(f"screening.{group.id}")) is not None and a.unsure]
    yield from ((f"screening-{group}.line", "unsure") for group in unsure)
    for row in load().contraindications:
        said = row_answer(row, given)
        if row.group not in unsure and said in {row.flagged_by, "unsure"}:
            yield f"row-{row.id}", str(said)


def _kept(session: Session, raised: Mapping[str, str]) -> Iterator[str]:
    """Names of rows whose flag stays though no answer raises it now: told in free words, or corrected. The physician reads them."""
    flagged = {flag.id for flag in session.flags}
    for row in load().contraindications:
        if (row.group or row.ask == "single") and flagged & set(row.flag_ids) and f"row-{row.id}" not in raised:
            yield f"row-{row.id}"


def _records(session: Session) -> Prompt:
    which = answered(session)["records.which"]
    chosen = which.value if isinstance(which.value, tuple) else ()
    return Prompt("line-records", {"items": tuple(Prompt(_label(STEPS["records.which"], option)) for option in chosen)})


def _habits(session: Session) -> Prompt:
    given = answered(session)
    told = [given[step] for step in STEPS if step.startswith("host.") and step != "host.offer" and step in given]
    if not told:
        return Prompt("line-habits_none")
    named = (Prompt("value-named", {"name": Prompt(f"{STEPS[each.step].key}.line"), "value": _habit(each)}) for each in told)
    return Prompt("line-habits", {"items": tuple(named)})


def _habit(answer: Answer) -> Prompt:
    return Prompt("value-noted") if isinstance(answer.value, tuple) else spoken(answer)


def _medicines(session: Session) -> Prompt:
    answer = answered(session)["medicines.list"]
    return Prompt("line-medicines_none" if answer.skipped or not answer.value else "line-medicines")


def _contact(session: Session) -> Prompt:
    given = answered(session)
    reach, research = given.get("contact.reach"), given.get("research.opt_in")
    values = {"reach": reach, "research": research}
    return Prompt("line-contact", {name: spoken(answer) if answer else Prompt("value-not_asked") for name, answer in values.items()})


LINES: Final[Mapping[str, Callable[[Session], Prompt]]] = {
    "subject": _subject,
    "condition": _condition,
    "course": _course,
    "tried": lambda _: Prompt("line-tried"),
    "hopes": lambda _: Prompt("line-hopes"),
    "health": _health,
    "medicines": _medicines,
    "records": _records,
    "habits": _habits,
    "contact": _contact,
}
