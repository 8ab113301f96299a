"""Whether the answers of a document are answers to their questionnaires: known items in their places, of their type, of their options.

Knows FHIR R4 alone, as a receiver would read it; must not know how the document was made. A fault names items, never an answer.
"""

from collections.abc import Iterator, Mapping, Sequence
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
    if question["type"] == "choice":
        options = {(option["valueCoding"]["system"], option["valueCoding"]["code"]) for option in question["answerOption"]}
        return "" if (value.get("system"), value.get("code")) in options else "not one of its options"
    if question["type"] == "decimal":
        if isinstance(value, bool) or not isinstance(value, int | float):
            return "not a decimal"
        bounds = {extension["url"].rpartition("/")[2]: extension["valueDecimal"] for extension in question.get("extension", [])}
        inside = bounds.get("minValue", value) <= value <= bounds.get("maxValue", value)
        return "" if inside else "out of its range"
    return ""
