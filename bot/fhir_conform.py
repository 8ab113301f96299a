"""Whether the answers of a document are answers to their questionnaires: known items in their places, of their type, of their options.

Knows FHIR R4 alone, as a receiver would read it; must not know how the document was made. A fault names items, never an answer.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from bot.fhir_names import ABSENT, Resource

VALUES: Final[Mapping[str, str]] = {
    "choice": "valueCoding",
    "string": "valueString",
    "text": "valueString",
    "date": "valueDate",
    "decimal": "valueDecimal",
    "quantity": "valueQuantity",
}
"""Type of item -> the one member that holds its answer."""
QUANTITY: Final = frozenset({"value", "unit", "system", "code"})
DATE: Final = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


def faults(bundle: Resource) -> list[str]:
    """Every fault of every response, as `linkId: what is wrong`; empty when all conform."""
    resources = [entry["resource"] for entry in bundle["entry"]]
    asked = {f"{one['url']}|{one['version']}": one for one in resources if one["resourceType"] == "Questionnaire"}
    found: list[str] = []
    for response in (one for one in resources if one["resourceType"] == "QuestionnaireResponse"):
        questionnaire = asked.get(response["questionnaire"])
        if questionnaire is None:
            found.append(f"{response['id']}: its questionnaire is not here")
        else:
            found += _items(questionnaire["item"], response.get("item", []))
    return found


def _items(asked: Sequence[Resource], given: Sequence[Resource]) -> Iterator[str]:
    known = {item["linkId"]: item for item in asked}
    ids = [item["linkId"] for item in given]
    for name in sorted({name for name in ids if ids.count(name) > 1}):
        yield f"{name}: stands twice"
    places = [list(known).index(name) for name in ids if name in known]
    if places != sorted(places):
        yield f"{ids[0]}: not in the order asked"
    for item in given:
        question = known.get(item["linkId"])
        if question is None:
            yield f"{item['linkId']}: no such item here"
        elif question["type"] == "group":
            yield from _items(question["item"], item.get("item", []))
            if "answer" in item:
                yield f"{item['linkId']}: a group has no answer"
        else:
            yield from _answers(question, item)


def _answers(question: Resource, item: Resource) -> Iterator[str]:
    name, given = question["linkId"], item.get("answer", [])
    if not given and not any(extension["url"] == ABSENT for extension in item.get("extension", [])):
        yield f"{name}: neither an answer nor why there is none"
    if len(given) > 1 and not question.get("repeats"):
        yield f"{name}: more than one answer"
    for answer in given:
        member = VALUES[question["type"]]
        if set(answer) != {member}:
            yield f"{name}: not a {question['type']}"
        elif fault := _value(question, answer[member]):
            yield f"{name}: {fault}"


def _value(question: Resource, value: Any) -> str:  # noqa: ANN401 - whatever stands there
    match question["type"]:
        case "choice":
            return _choice(question, value)
        case "decimal":
            return _decimal(question, value)
        case "quantity":
            return _quantity(value)
        case "date":
            return "" if isinstance(value, str) and _is_date(value) else "not a date"
    return "" if isinstance(value, str) and value.strip() else "not words"


def _choice(question: Resource, value: Any) -> str:  # noqa: ANN401 - whatever stands there
    if not isinstance(value, Mapping):
        return "not one of its options"
    options = {(option["valueCoding"]["system"], option["valueCoding"]["code"]) for option in question["answerOption"]}
    return "" if (value.get("system"), value.get("code")) in options else "not one of its options"


def _decimal(question: Resource, value: Any) -> str:  # noqa: ANN401 - whatever stands there
    if not _is_number(value):
        return "not a decimal"
    bounds = {extension["url"].rpartition("/")[2]: extension["valueDecimal"] for extension in question.get("extension", [])}
    inside = bounds.get("minValue", value) <= value <= bounds.get("maxValue", value)
    return "" if inside else "out of its range"


def _quantity(value: Any) -> str:  # noqa: ANN401 - whatever stands there
    """A number; a code of a unit stands only beside the system it is of."""
    if not isinstance(value, Mapping) or not _is_number(value.get("value")):
        return "not a quantity"
    texts = all(isinstance(value[name], str) and value[name] for name in ("unit", "system", "code") if name in value)
    return "" if texts and set(value) <= QUANTITY and ("code" not in value or "system" in value) else "a unit that is none"


def _is_number(value: Any) -> bool:  # noqa: ANN401 - whatever stands there
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_date(text: str) -> bool:
    """A day, a month or a year, as FHIR writes them, that the calendar knows."""
    if not DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True
