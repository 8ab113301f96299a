"""Instruments in an interchange document: a form's answers as a response to its instrument, and each score as an Observation of it.

Knows instruments and the shape readings are kept in; must not know a case. An instrument is told by its items' ids and the range of their
answers: its wording is licensed to the clinic and does not leave.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot.fhir_answers import UCUM
from bot.fhir_names import OURS, Resource, absent, coding, concept, full_url, id_of, moment, reference
from bot.fhir_questionnaire import STANDARD
from bot.readings import Reading, by_form, named, readings, scales, told_at
from flows.protocol import load
from flows.protocol.measure import Items, Measure
from flows.scoring import Result
from storage.check_ins import Answered

LOINC: Final = "http://loinc.org"
PAIN: Final = {"system": LOINC, "code": "72514-3", "display": "Pain severity - 0-10 verbal numeric rating [Score] - Reported"}
SURVEY: Final = {"system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey"}
UNKNOWN: Final = {"system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": "unknown"}


def measured(name: str, each: Answered, patient: Resource, talk: Resource) -> Iterator[Resource]:
    """What the instruments of a check-in brought. `talk` is the response of the chat, which a form's answers are not part of."""
    for reading in readings(each):
        measure, given = load().measures.get(reading["measure"]), talk
        if measure is not None and by_form(reading):
            asked = questionnaire(measure)
            given = _response(f"{name}|{measure.id}", asked, told_at(each, reading), reading, patient)
            yield from (asked, given)
        yield from _observations(name, told_at(each, reading), reading, patient, given)


def questionnaire(measure: Measure) -> Resource:
    """An instrument without a word of its wording: every item is a number in its range."""
    version = re.sub(r"[^a-z0-9]+", "-", measure.version.lower()).strip("-")
    return {
        "resourceType": "Questionnaire",
        "id": id_of("questionnaire", measure.id, version),
        "url": f"{OURS}questionnaire:{measure.id}",
        "version": version,
        "name": f"candor_{measure.id}",
        "title": f"{measure.title} ({measure.version})",
        "status": "active",
        "subjectType": ["Patient"],
        "copyright": measure.licence,
        "item": [_item(item, measure.group_of(item)) for item in measure.item_ids],
    }


def _item(item: str, group: Items) -> Resource:
    bounds = (("minValue", group.low), ("maxValue", group.high))
    return {
        "extension": [{"url": f"{STANDARD}{name}", "valueDecimal": value} for name, value in bounds],
        "linkId": item,
        "type": "decimal",
    }


def _response(name: str, asked: Resource, each: Answered, reading: Reading, patient: Resource) -> Resource:
    given: Mapping[str, float | None] = reading["items"]
    known = [item["linkId"] for item in asked["item"]]
    items = [_answer(item, given[item]) for item in known if item in given]
    strange = len(given.keys() - set(known))
    return {
        "resourceType": "QuestionnaireResponse",
        "id": id_of("response", name),
        "identifier": {"system": f"{OURS}milestone", "value": each.milestone},
        "questionnaire": f"{asked['url']}|{asked['version']}",
        "status": "completed",
        "subject": reference(patient),
        "authored": moment(each.at),
        **({"language": reading["language"]} if reading.get("language") else {}),
        **({"extension": [{"url": f"{OURS}answers-of-other-releases", "valueInteger": strange}]} if strange else {}),
        **({"item": items} if items else {}),
    }


def _answer(item: str, answer: float | None) -> Resource:
    if answer is None:
        return {"linkId": item, "extension": absent("asked-declined")}
    return {"linkId": item, "answer": [{"valueDecimal": answer}]}


def _observations(name: str, each: Answered, reading: Reading, patient: Resource, given: Resource) -> Iterator[Resource]:
    """One a score; of an instrument that is no more, the one value that was kept."""
    measure = load().measures.get(reading["measure"])
    known = scales(reading) or {"": reading["value"]}
    for score, value in known.items():
        code = named(measure, measure.score(score)) if measure else str(reading["measure"])
        title = "" if measure is None else measure.title if code == measure.id else f"{measure.title}: {score}"
        ours = {**coding("measure", code, title), "version": str(reading["version"])}
        yield {
            "resourceType": "Observation",
            "id": id_of("observation", name, code),
            "status": "final",
            "category": [concept(SURVEY)],
            "code": concept(ours, *([PAIN] if code == "nrs_pain" else [])),
            "subject": reference(patient),
            "effectiveDateTime": moment(each.at),
            **_value(value),
            "derivedFrom": [reference(given)],
        }


def _value(value: Result) -> dict[str, Any]:
    if value is None:
        return {"dataAbsentReason": concept(UNKNOWN)}
    if isinstance(value, str):
        return {"valueString": value}
    return {"valueQuantity": {"value": value, "unit": "score", "system": UCUM, "code": "{score}"}}


def once(resources: Iterator[Resource]) -> Iterator[Resource]:
    """An instrument that was filled in several times is told once."""
    seen: set[str] = set()
    for resource in resources:
        url = full_url(resource)
        if url not in seen:
            seen.add(url)
            yield resource
