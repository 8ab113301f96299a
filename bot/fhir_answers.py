"""Answers as a FHIR QuestionnaireResponse, in the order and the groups of their Questionnaire.

Knows answers as the packet and a check-in keep them; must not know how they were understood. Names and numbers of people are masked:
whoever reads the document knows the person by an opaque identifier.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final

from bot.fhir_names import OURS, Resource, absent, coding, id_of, moment, reference
from bot.fhir_questionnaire import item_type, option_system, repeats
from flows.books import FLOWS
from flows.steps import Step

MASKED: Final = frozenset({"contact.name", "contact.phone", "subject.guardian"})
NOTHING: Final[Mapping[str, str]] = MappingProxyType({})
UCUM: Final = "http://unitsofmeasure.org"
UNITS: Final[Mapping[str, str]] = {"kg": "kg", "cm": "cm", "h": "h", "hours": "h", "months": "mo", "percent": "%"}
"""Units as stored -> UCUM."""


def response(
    asked: Resource,
    flow: str,
    subject: Resource,
    name: str,
    at: datetime,
    answers: Sequence[Mapping[str, Any]],
    about: Mapping[str, str] = NOTHING,
) -> Resource:
    """Everything answered in one conversation. `name` tells this response from others; answers to steps of other releases are counted.

    `about` is what a question was about where it was the person's own: step -> words (the activity that is rated).
    """
    given = {str(answer["step"]): answer for answer in answers}
    groups = [
        {"linkId": stage.name, "item": items}
        for stage in FLOWS[flow].stages
        if (items := [_item(step, given[step.id], about.get(step.id, "")) for step in stage.steps if step.id in given])
    ]
    strange = len(given.keys() - {step.id for step in FLOWS[flow].steps})
    return {
        "resourceType": "QuestionnaireResponse",
        "id": id_of("response", name),
        "questionnaire": f"{asked['url']}|{asked['version']}",
        "status": "completed",
        "subject": reference(subject),
        "authored": moment(at),
        **({"extension": [{"url": f"{OURS}answers-of-other-releases", "valueInteger": strange}]} if strange else {}),
        **({"item": groups} if groups else {}),
    }


def _item(step: Step, answer: Mapping[str, Any], about: str) -> Resource:
    item: Resource = {"linkId": step.id, **({"text": about} if about else {})}
    if step.id in MASKED:
        return {**item, "extension": absent("masked")}
    values = [] if answer["value"] is None else [_value(step, value, answer) for value in _values(step, answer)]
    if not values:
        return {**item, "extension": absent("asked-unknown" if answer["unsure"] and not answer["skipped"] else "asked-declined")}
    return {**item, "answer": values}


def _values(step: Step, answer: Mapping[str, Any]) -> Sequence[Any]:
    value = answer["value"]
    if not repeats(step):
        return [value]
    several = [value] if isinstance(value, str) else list(value)
    return several or [answer["said"]]


def _value(step: Step, value: Any, answer: Mapping[str, Any]) -> Resource:  # noqa: ANN401 - whatever an answer holds
    kind = item_type(step)
    if kind == "choice":
        return {"valueCoding": coding(option_system(step), str(value))}
    if kind == "decimal":
        return {"valueDecimal": value}
    if kind == "quantity":
        unit = str(answer["unit"])
        known = {"system": UCUM, "code": UNITS[unit]} if unit in UNITS else {}
        return {"valueQuantity": {"value": value, **({"unit": unit} if unit else {}), **known}}
    if kind == "date":
        return {"valueDate": str(value)}
    return {"valueString": str(value).strip() or "-"}
