"""A case fetched for interchange, through the one door: the same right and the same audit rows as a look, and one row more.

Knows records; must not know FHIR's shapes beyond asking for the document.
"""

from typing import Final

from bot.console.access import Access
from bot.fhir import Told, bundle
from bot.fhir_names import Resource
from storage.staff import StaffMember

OPERATOR: Final = StaffMember(0, "operator", "coordinator", "", "", "", "", "", 0, 0, active=True)
"""Who runs a command on the clinic's own machine, as audit rows name them."""


def document(access: Access, case_id: str) -> Resource:
    """The FHIR document of a case. Raises `Forbidden`, `Hidden`."""
    record = access.record(case_id)
    case, uow = record.case, access.uow
    access.note("case.exported", case.case_id, {"format": "fhir-r4"})
    told = Told(case, record.packet, uow.consents.of(case.conversation_id), uow.check_ins.answered(case.id), access.rules.clinic)
    return bundle(told, access.at)
