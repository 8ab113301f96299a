"""The JSON API of the calendar: the physician's call, the clock a person lives by, the end of the check-ins. Bodies and routes.

Knows HTTP; must not know the calendar nor what a step does (`bot/appointments.py`, `bot/follow_up_steps.py`).
"""

from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from bot.api_entry import Endpoint, NoBody, StrictBody, body_of, case_response, enter, right, stepped, version_of
from bot.api_views import appointment_item
from bot.appointments import LONGEST, SHORTEST, Call, cancel_call, may_be_told, plan_call
from bot.console.access import Access
from bot.follow_up_steps import move_clock, stop
from bot.wiring import Parts
from storage.cases import Case
from storage.staff import StaffMember


class ZoneBody(StrictBody):
    """The IANA name of a time zone."""

    zone: Annotated[str, StringConstraints(max_length=60, pattern=r"^[A-Za-z][A-Za-z0-9_+/-]*$")]


class StopBody(StrictBody):
    """Why nobody is asked any more."""

    reason: Literal["withdrawn", "died", "treated_elsewhere", "wrong_entry"]


class CallBody(StrictBody):
    """When the physician calls: a time with its zone, ISO 8601, and for how long."""

    starts_at: AwareDatetime
    minutes: int = Field(default=30, ge=SHORTEST, le=LONGEST)


def endpoints(parts: Parts) -> tuple[tuple[str, str, Endpoint], ...]:
    """Method, path and endpoint of every route here."""
    return (
        ("POST", "/cases/{case_id}/follow-up/zone", _zone(parts)),
        ("POST", "/cases/{case_id}/follow-up/stop", _stop(parts)),
        ("POST", "/cases/{case_id}/appointment", _call(parts)),
        ("POST", "/cases/{case_id}/appointment/cancel", _no_call(parts)),
    )


def _zone(parts: Parts) -> Endpoint:
    async def correct(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        zone = (await body_of(request, ZoneBody)).zone
        return await stepped(parts, request, staff, lambda access, case_id, version: move_clock(access, parts.turn, case_id, zone, version))

    return correct


def _stop(parts: Parts) -> Endpoint:
    async def end(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        reason = (await body_of(request, StopBody)).reason
        return await stepped(parts, request, staff, lambda access, case_id, version: stop(access, parts.turn, case_id, reason, version))

    return end


def _call(parts: Parts) -> Endpoint:
    async def plan(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        body = await body_of(request, CallBody)
        call, base = Call(body.starts_at, body.minutes), parts.settings.reached_at
        case_id, version = request.path_params["case_id"], version_of(request)

        def planned(access: Access) -> tuple[Case, dict[str, Any]]:
            case, made = plan_call(access, parts.turn, base, case_id, call, version)
            told = {} if may_be_told(access, case) else {"patient_told": False, "reason": "budget_spent"}
            return case, {"appointment": appointment_item(made), "patient_told": True, **told}

        case, answer = await enter(parts, staff, planned)
        parts.wake()
        return case_response(case, answer)

    return plan


def _no_call(parts: Parts) -> Endpoint:
    async def cancel(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        await body_of(request, NoBody)
        return await stepped(parts, request, staff, lambda access, case_id, version: cancel_call(access, parts.turn, case_id, version))

    return cancel
