"""A case and its check-ins as one FHIR R4 document: a Bundle of type `collection` in which every reference leads to an entry.

Knows what a case holds and how FHIR names it; must not know who may read it. Built by hand, so that nothing else runs in production.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.fhir_answers import response
from bot.fhir_measures import LOINC, measured, once
from bot.fhir_names import OURS, Resource, coding, concept, full_url, id_of, moment, reference
from bot.fhir_questionnaire import questionnaire
from flows.session import Consent
from storage.cases import Case
from storage.check_ins import Answered

STATUSES: Final[Mapping[str, str]] = {
    "intake": "draft",
    "new": "requested",
    "claimed": "accepted",
    "physician_review": "in-progress",
    "needs_information": "on-hold",
    "deferred": "on-hold",
    "emergency_hold": "on-hold",
    "accepted": "in-progress",
    "quote_issued": "in-progress",
    "protocol_summary_given": "in-progress",
    "consent_signed": "in-progress",
    "treated": "completed",
    "follow_up": "completed",
    "declined": "rejected",
    "withdrawn_by_patient": "cancelled",
    "closed": "completed",
}
"""Status of a case -> status of the Task that the hand-off is."""
PRIORITIES: Final[Mapping[str, str]] = {"emergency": "stat", "urgent": "urgent", "routine": "routine"}
RATED: Final = "check_in.activity_"
"""The steps that rate what the person named, by its place."""
CONSENT_FORM: Final = {"system": LOINC, "code": "59284-0", "display": "Consent Document"}
SCOPES: Final = "http://terminology.hl7.org/CodeSystem/consentscope"


@dataclass(frozen=True, slots=True)
class Told:
    """What a document is made of: the case, its packet (`flows.packet`), every consent in order, every answered check-in."""

    case: Case
    packet: Mapping[str, Any]
    consents: Sequence[Consent]
    check_ins: Sequence[Answered]
    clinic: str


def bundle(told: Told, at: datetime) -> Resource:
    """The whole document as plain JSON values, made at `at`."""
    patient = _patient(told)
    asked = questionnaire("intake", told.case.language or "es", told.clinic)
    intake = response(
        asked, "intake", patient, told.case.case_id, told.case.completed_at or told.case.created_at, told.packet.get("answers", ())
    )
    resources = [patient, asked, intake, _task(told, patient, intake), *_consents(told, patient), *_flags(told, patient)]
    if told.check_ins:
        resources += once(_check_ins(told, patient))
    return {
        "resourceType": "Bundle",
        "id": id_of("bundle", told.case.case_id),
        "identifier": {"system": f"{OURS}case", "value": told.case.case_id},
        "type": "collection",
        "timestamp": moment(at),
        "entry": [{"fullUrl": full_url(resource), "resource": resource} for resource in resources],
    }


def _patient(told: Told) -> Resource:
    born = next(
        (a for a in told.packet.get("answers", ()) if a["step"] == "subject.age" and a["unit"] in {"birthdate", "birth_year"}), None
    )
    return {
        "resourceType": "Patient",
        "id": id_of("patient", told.case.patient_ref),
        "identifier": [{"system": f"{OURS}patient", "value": told.case.patient_ref}],
        **({"birthDate": str(born["value"])} if born is not None else {}),
        "communication": [{"language": concept({"system": "urn:ietf:bcp:47", "code": told.case.language or "es"}), "preferred": True}],
    }


def _task(told: Told, patient: Resource, intake: Resource) -> Resource:
    case = told.case
    return {
        "resourceType": "Task",
        "id": id_of("task", case.case_id),
        "status": STATUSES[case.status],
        "businessStatus": concept(coding("case-status", case.status)),
        "intent": "order",
        "priority": PRIORITIES[case.priority],
        "code": concept(coding("task", "review-intake"), text="Review of an intake by the clinic"),
        "focus": reference(intake),
        "for": reference(patient),
        "authoredOn": moment(case.completed_at or case.created_at),
    }


def _consents(told: Told, patient: Resource) -> Iterator[Resource]:
    latest = {consent.kind: place for place, consent in enumerate(told.consents)}
    for place, consent in enumerate(told.consents):
        stands = "active" if consent.given else "rejected"
        yield {
            "resourceType": "Consent",
            "id": id_of("consent", told.case.case_id, str(place)),
            "identifier": [{"system": f"{OURS}consent-text-sha256", "value": consent.text_sha256}],
            "language": consent.language,
            "status": stands if latest[consent.kind] == place else "inactive",
            "scope": concept({"system": SCOPES, "code": "research" if consent.kind == "research" else "patient-privacy"}),
            "category": [concept(CONSENT_FORM), concept(coding("consent", consent.kind))],
            "patient": reference(patient),
            "dateTime": moment(consent.at),
            "policyRule": concept(coding("protocol", consent.version)),
            "provision": {"type": "permit" if consent.given else "deny"},
        }


def _flags(told: Told, patient: Resource) -> Iterator[Resource]:
    for flag in told.packet.get("flags", ()):
        yield {
            "resourceType": "Flag",
            "id": id_of("flag", told.case.case_id, flag["id"]),
            "status": "inactive" if flag.get("cleared_by") else "active",
            "category": [concept(coding("flag-severity", flag["severity"]))],
            "code": concept(coding("flag", flag["id"]), text=str(flag["quote"]).strip()),
            "subject": reference(patient),
        }


def _check_ins(told: Told, patient: Resource) -> Iterator[Resource]:
    asked = questionnaire("check_in", told.case.language or "es", told.clinic)
    yield asked
    for each in told.check_ins:
        name = f"{told.case.case_id}|{each.milestone}"
        rated = {f"{RATED}{place}": words.strip() for place, words in enumerate(each.body.get("activities", ()), 1)}
        given = response(asked, "check_in", patient, name, each.at, each.body.get("answers", ()), rated)
        given["identifier"] = {"system": f"{OURS}milestone", "value": each.milestone}
        yield given
        yield from measured(name, each, patient, given)
