"""Names and small shapes that every part of an interchange document uses: systems, references, codes. HL7 FHIR R4 (4.0.1).

Knows FHIR's data types; must not know what a case holds.
"""

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias

Resource: TypeAlias = dict[str, Any]

OURS: Final = "urn:candor:"
"""The beginning of every system of codes that is ours; the rest names it (`flag`, `measure`)."""
ABSENT: Final = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
_IDS: Final = uuid.uuid5(uuid.NAMESPACE_URL, OURS)


def id_of(*parts: str) -> str:
    """The id of a resource, the same each time it is made of the same parts."""
    return str(uuid.uuid5(_IDS, "|".join(parts)))


def reference(resource: Resource) -> Resource:
    """A reference within the bundle."""
    return {"reference": full_url(resource)}


def full_url(resource: Resource) -> str:
    """Where a resource stands in the bundle."""
    return f"urn:uuid:{resource['id']}"


def coding(name: str, code: str, display: str = "") -> Resource:
    """A code of ours."""
    return {"system": OURS + name, "code": code, **({"display": display} if display else {})}


def concept(*codings: Mapping[str, Any], text: str = "") -> Resource:
    """A concept by its codes, and in words where there are any."""
    return {"coding": [dict(each) for each in codings], **({"text": text} if text else {})}


def moment(at: datetime) -> str:
    """An instant in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def absent(reason: str) -> list[Resource]:
    """Why there is no value: a code of FHIR's own list (`asked-declined`, `asked-unknown`, `masked`)."""
    return [{"url": ABSENT, "valueCode": reason}]
