"""The JSON API of contract.md 5: routes, sign-in by bearer token, bodies checked by pydantic, problems as problem+json.

Knows HTTP; must not know who may see what (`console/access.py`) nor what a step does (`api_actions.py`).
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Final

from pydantic import Field
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot import api_actions as actions
from bot import api_decisions, api_fhir, api_follow_up, api_hygiene
from bot.api_entry import (
    Endpoint,
    NoBody,
    StrictBody,
    body_of,
    case_response,
    enter,
    moment_of,
    number_of,
    right,
    signed_in,
    stopped,
    version_of,
)
from bot.api_views import audit_item, case_item, case_record, check_in_item, send_item
from bot.case_steps import Unsayable
from bot.problem import Problem
from bot.wiring import Parts
from flows import handoff
from storage.cases import BadCursor
from storage.staff import StaffMember

__all__ = ["routes", "signed_in"]
STATUSES: Final = frozenset(handoff.STATUSES)
SPAN: Final = timedelta(days=400)
"""How far back and ahead check-ins are listed when the query does not say."""


class MessageBody(StrictBody):
    """A text to the patient."""

    text: str = Field(min_length=1, max_length=4000)


class LiftBody(StrictBody):
    """The end of an emergency hold: whether the questions go on, and why, as a code."""

    resume: bool
    reason: str = Field(pattern=r"^[a-z][a-z0-9_]{0,59}$")


def routes(parts: Parts) -> list[BaseRoute]:
    """Every route below `/api/v1`."""
    table: tuple[tuple[str, str, Endpoint], ...] = (
        ("GET", "/queue", _queue(parts)),
        ("GET", "/cases/{case_id}", _case(parts)),
        ("POST", "/cases/{case_id}/claim", _step(parts, actions.claim)),
        ("POST", "/cases/{case_id}/release", _step(parts, actions.release)),
        ("POST", "/cases/{case_id}/request-review", _step(parts, actions.request_review)),
        ("POST", "/cases/{case_id}/acknowledge", _step(parts, actions.acknowledge)),
        ("POST", "/cases/{case_id}/messages", _message(parts)),
        ("POST", "/cases/{case_id}/lift", _lift(parts)),
        ("GET", "/sends", _sends(parts)),
        ("GET", "/check-ins", _check_ins(parts)),
        ("GET", "/audit", _audit(parts)),
        *api_decisions.endpoints(parts),
        *api_fhir.endpoints(parts),
        *api_follow_up.endpoints(parts),
        *api_hygiene.endpoints(parts),
    )
    return [Route("/api/v1" + path, _protected(parts, endpoint), methods=[method]) for method, path, endpoint in table]


def _protected(parts: Parts, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    async def protected(request: Request) -> Response:
        return await endpoint(request, await signed_in(parts, request))

    return protected


def _queue(parts: Parts) -> Endpoint:
    async def show(request: Request, staff: StaffMember) -> Response:
        statuses = [status for given in request.query_params.getlist("status") for status in given.split(",") if status]
        if not STATUSES.issuperset(statuses):
            raise Problem(422, "bad-status", "`status` is one or more of the contract's, with commas.")
        limit, cursor = number_of(request, "limit", 50, 200, least=1), request.query_params.get("cursor") or None
        try:
            page = await enter(parts, staff, lambda access: access.queue(statuses=statuses, limit=limit, cursor=cursor))
        except BadCursor:
            raise Problem(422, "bad-cursor") from None
        return JSONResponse({"items": [case_item(case) for case in page.items], "next_cursor": page.next_cursor})

    return show


def _case(parts: Parts) -> Endpoint:
    async def show(request: Request, staff: StaffMember) -> Response:
        record = await enter(parts, staff, lambda access: access.record(request.path_params["case_id"]))
        shown = case_record(record)
        return JSONResponse(shown, headers={"ETag": f'"{record.case.version}"'})

    return show


def _step(parts: Parts, step: actions.Step) -> Endpoint:
    async def take(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        await body_of(request, NoBody)
        case_id, version = request.path_params["case_id"], version_of(request)
        return case_response(await enter(parts, staff, lambda access: step(access, parts.turn, case_id, version)))

    return take


def _message(parts: Parts) -> Endpoint:
    async def write(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        text = (await body_of(request, MessageBody)).text
        case_id, version = request.path_params["case_id"], version_of(request)
        sent = await enter(parts, staff, lambda access: actions.write_to_patient(access, parts.turn, case_id, text, version))
        if isinstance(sent, Unsayable):
            raise stopped(sent)
        parts.wake()
        return case_response(sent.case, {"send_id": sent.send_id, "n": sent.n}, 201)

    return write


def _lift(parts: Parts) -> Endpoint:
    async def lift(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        body = await body_of(request, LiftBody)
        case_id, version = request.path_params["case_id"], version_of(request)
        case = await enter(parts, staff, lambda access: actions.lift(access, parts.turn, case_id, body.reason, version, resume=body.resume))
        parts.wake()
        return case_response(case)

    return lift


def _sends(parts: Parts) -> Endpoint:
    async def show(request: Request, staff: StaffMember) -> Response:
        case_id = request.query_params.get("case_id", "")
        if not case_id:
            raise Problem(422, "case-missing", "`case_id` is needed.")
        sends = await enter(parts, staff, lambda access: access.sends(case_id))
        return JSONResponse({"items": [send_item(send) for send in sends]})

    return show


def _check_ins(parts: Parts) -> Endpoint:
    async def show(request: Request, staff: StaffMember) -> Response:
        now = parts.clock()
        since, until = moment_of(request, "from", now - SPAN), moment_of(request, "to", now + SPAN)
        if since >= until:
            raise Problem(422, "bad-span", "`from` must lie before `to`.")
        found = await enter(parts, staff, lambda access: access.check_ins(since, until))
        return JSONResponse({"items": [check_in_item(row) for row in found]})

    return show


def _audit(parts: Parts) -> Endpoint:
    async def show(request: Request, staff: StaffMember) -> Response:
        after, limit = number_of(request, "after", 0, 2**50), number_of(request, "limit", 100, 500, least=1)
        entries = await enter(parts, staff, lambda access: access.audit(after, limit))
        return JSONResponse({"items": [audit_item(entry) for entry in entries], "next_after": entries[-1].seq if entries else after})

    return show
