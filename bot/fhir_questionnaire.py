"""A conversation as a FHIR Questionnaire: a group for each part, an item for each step with its type and the options there are.

Knows declarations and texts; must not know answers. Which question follows which is the conversation's own business and not told.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from bot.fhir_names import OURS, Resource, coding, id_of
from flows.books import FLOWS
from flows.protocol import load
from flows.speech import label
from flows.steps import Flow, Stage, Step
from messages.catalog import shipped
from messages.prompt import Prompt, Variable

TYPES: Final[Mapping[str, str]] = {
    "choice_of": "choice",
    "yes_no": "choice",
    "age_or_birthdate": "string",
    "free_text": "text",
    "medicines": "text",
    "name": "string",
    "phone": "string",
    "date": "date",
    "duration": "quantity",
    "weight": "quantity",
    "height": "quantity",
    "waist": "quantity",
    "sleep_hours": "quantity",
    "percent_hba1c": "quantity",
    "pain_0_10": "decimal",
    "number": "decimal",
    "days_per_week": "decimal",
}
"""Kind of answer -> type of item; a month or a year alone is a FHIR date, too."""
BOUNDS: Final[Mapping[str, tuple[int, int]]] = {"pain_0_10": (0, 10), "number": (0, 10), "days_per_week": (0, 7)}
PATHLESS: Final = frozenset({"sections", "items"})
"""Choices of where to go, whose options are the conversation's own steps: told as words."""
BLANK: Final = "…"
"""Stands where a question names something of the person."""
STANDARD: Final = "http://hl7.org/fhir/StructureDefinition/"


def canonical(flow: Flow) -> str:
    """The address of a questionnaire without its version."""
    return f"{OURS}questionnaire:{flow.name}"


@cache
def questionnaire(name: str, language: str, clinic: str) -> Resource:
    """A conversation (`intake`, `check_in`) with the words of one language; one object for all who ask, to be read only."""
    flow = FLOWS[name]
    return {
        "resourceType": "Questionnaire",
        "id": id_of("questionnaire", name, flow.revision, language),
        "language": language,
        "url": canonical(flow),
        "version": flow.revision,
        "name": f"candor_{name}",
        "status": "active",
        "subjectType": ["Patient"],
        "item": [_group(stage, language, clinic) for stage in flow.stages],
    }


def option_system(step: Step) -> str:
    """The system of a question's options."""
    return f"option:{step.id}"


def is_choice(step: Step) -> bool:
    """Whether the answers are codes."""
    return item_type(step) == "choice"


def repeats(step: Step) -> bool:
    """Whether several answers may stand."""
    return step.asks.multi or step.asks.kind == "medicines"


def _group(stage: Stage, language: str, clinic: str) -> Resource:
    title = shipped().text(f"part-{stage.name}", language, {"clinic": clinic})
    return {"linkId": stage.name, "text": title, "type": "group", "item": [_item(step, language, clinic) for step in stage.steps]}


def _item(step: Step, language: str, clinic: str) -> Resource:
    item: Resource = {"linkId": step.id, "text": _text(step.key, language, clinic), "type": item_type(step), "repeats": repeats(step)}
    if is_choice(step):
        item["answerOption"] = [
            {"valueCoding": coding(option_system(step), option, _text(label(step, option), language, clinic))} for option in _options(step)
        ]
    bounds = BOUNDS.get(step.asks.kind)
    if bounds is not None:
        item["extension"] = [
            {"url": f"{STANDARD}{name}", "valueDecimal": value} for name, value in zip(("minValue", "maxValue"), bounds, strict=True)
        ]
    return item


def item_type(step: Step) -> str:
    """The FHIR type of a step's item."""
    return "string" if step.asks.offer in PATHLESS else TYPES[step.asks.kind]


def _options(step: Step) -> Iterator[str]:
    if step.asks.offer == "recognised":
        yield from load().evidence
        yield "none"
        return
    yield from step.asks.options


def _text(key: str, language: str, clinic: str) -> str:
    known: dict[str, Variable] = dict.fromkeys(shipped().variables(key, language), BLANK)
    known |= {"clinic": clinic, "version": load().version, "question": Prompt("subject-age_self")}
    return shipped().text(key, language, known)
