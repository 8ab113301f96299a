"""`GET /api/v1/cases/{case_id}/fhir`: a case as a FHIR R4 document, for the roles that may read it.

Knows HTTP; must not know what stands in the document (`bot/fhir.py`).
"""

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.api_entry import Endpoint, enter
from bot.fhir_case import document
from bot.wiring import Parts
from storage.staff import StaffMember

FHIR_JSON: Final = "application/fhir+json"


def endpoints(parts: Parts) -> tuple[tuple[str, str, Endpoint], ...]:
    """One route."""
    return (("GET", "/cases/{case_id}/fhir", _fhir(parts)),)


def _fhir(parts: Parts) -> Endpoint:
    async def show(request: Request, staff: StaffMember) -> Response:
        made = await enter(parts, staff, lambda access: document(access, request.path_params["case_id"]))
        return JSONResponse(made, media_type=FHIR_JSON)

    return show
