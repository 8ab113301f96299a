"""The JSON API of contract.md 5: routes, sign-in by bearer token, bodies checked by pydantic, problems as problem+json.

Knows HTTP; must not know who may see what (`console/access.py`) nor what a step does (`api_actions.py`).
"""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot import api_actions as actions
from bot.api_views import CaseStatus, audit_item, case_item, case_record, check_in_item, send_item
from bot.body import WEBHOOK_LIMIT, read_body
from bot.clock import real_now
from bot.console.access import Access, Forbidden, Hidden, Right, require
from bot.problem import Problem
from bot.wiring import Parts
from storage.cases import BadCursor, Case
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")
Body = TypeVar("Body", bound=BaseModel)
Endpoint = Callable[[Request, StaffMember], Awaitable[Response]]

STATUSES: Final = frozenset(get_args(CaseStatus))
SPAN: Final = timedelta(days=400)
"""How far back and ahead check-ins are listed when the query does not say."""
_ETAG: Final = re.compile(r'(?:W/)?"?(\d{1,9})"?')


class StrictBody(BaseModel):
    """A body with exactly these members: an unknown one is a mistake, or an attempt to set what is not the caller's."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)


class NoBody(StrictBody):
    """claim, release, request-review, acknowledge: nothing."""


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
    )
    return [Route("/api/v1" + path, _protected(parts, endpoint), methods=[method]) for method, path, endpoint in table]


async def signed_in(parts: Parts, request: Request) -> StaffMember:
    """The person behind the bearer token. Raises a 401 `Problem`; the same one for every reason."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    staff = None
    if scheme.lower() == "bearer" and token.strip():
        staff = await parts.read(lambda uow: uow.staff.by_token(token.strip(), real_now()))
    if staff is None:
        raise Problem(401, "not-signed-in", "Send a valid token: Authorization: Bearer …")
    return staff


def _protected(parts: Parts, endpoint: Endpoint) -> Callable[[Request], Awaitable[Response]]:
    async def protected(request: Request) -> Response:
        return await endpoint(request, await signed_in(parts, request))

    return protected


async def enter(parts: Parts, staff: StaffMember, run: Callable[[Access], T]) -> T:
    """Run through the one door in one transaction; refusals become problems."""

    def inside(uow: UnitOfWork) -> T:
        return run(Access(uow, staff, parts.clock(), parts.rules))

    try:
        return await parts.write(inside)
    except Forbidden as refusal:
        raise Problem(403, "role", f"The role {staff.role} does not hold the right: {refusal}.") from None
    except Hidden:
        raise Problem(404, "no-such-case") from None
    except actions.Conflict as conflict:
        raise Problem(409, conflict.rule, conflict.detail, **conflict.more) from None


async def body_of(request: Request, model: type[Body]) -> Body:
    """The body as `model`; an empty one counts as `{}`. Raises a 422 `Problem` that names members, never values."""
    raw = await read_body(request, WEBHOOK_LIMIT)
    try:
        return model.model_validate_json(raw or b"{}")
    except ValidationError as error:
        faults = [
            {"member": ".".join(str(part) for part in item["loc"]), "fault": item["type"]}
            for item in error.errors(include_url=False, include_input=False, include_context=False)
        ]
        raise Problem(422, "bad-body", faults=faults) from None


def version_of(request: Request) -> int | None:
    """The version in `If-Match`; None without one (or `*`): the current version is meant. Raises a 422 `Problem`."""
    given = request.headers.get("if-match", "*").strip()
    if given == "*":
        return None
    found = _ETAG.fullmatch(given)
    if found is None:
        raise Problem(422, "bad-etag", 'If-Match takes the version as "7".')
    return int(found[1])


def number_of(request: Request, name: str, default: int, most: int, *, least: int = 0) -> int:
    """A whole number of the query, from `least` to `most`. Raises a 422 `Problem`."""
    given = request.query_params.get(name, "")
    if not given:
        return default
    if not (given.isascii() and given.isdigit() and len(given) < 17 and least <= int(given) <= most):
        raise Problem(422, "bad-number", f"`{name}` is a whole number from {least} to {most}.")
    return int(given)


def moment_of(request: Request, name: str, default: datetime) -> datetime:
    """A time of the query, ISO 8601 with a zone, or a day (its beginning, UTC). Raises a 422 `Problem`."""
    given = request.query_params.get(name, "")
    if not given:
        return default
    try:
        found = datetime.fromisoformat(given.replace(" ", "+"))
    except ValueError:
        raise Problem(422, "bad-time", f"`{name}` is a day or a time with its zone, ISO 8601.") from None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def case_response(case: Case, extra: dict[str, Any] | None = None, status: int = 200) -> JSONResponse:
    """A case row with its version as ETag."""
    return JSONResponse({**case_item(case), **(extra or {})}, status, {"ETag": f'"{case.version}"'})


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
        shown = case_record(record.case, record.packet, record.transcript, record.timeline)
        return JSONResponse(shown, headers={"ETag": f'"{record.case.version}"'})

    return show


def _step(parts: Parts, step: actions.Step) -> Endpoint:
    async def take(request: Request, staff: StaffMember) -> Response:
        _right(staff, "work")
        await body_of(request, NoBody)
        case_id, version = request.path_params["case_id"], version_of(request)
        return case_response(await enter(parts, staff, lambda access: step(access, parts.turn, case_id, version)))

    return take


def _message(parts: Parts) -> Endpoint:
    async def write(request: Request, staff: StaffMember) -> Response:
        _right(staff, "work")
        text = (await body_of(request, MessageBody)).text
        case_id, version = request.path_params["case_id"], version_of(request)
        sent = await enter(parts, staff, lambda access: actions.write_to_patient(access, parts.turn, case_id, text, version))
        if isinstance(sent, actions.Unsayable):
            findings = [{"rule": rule, "phrase": phrase} for rule, phrase in sent.findings]
            first = {"guard_rule": findings[0]["rule"], "phrase": findings[0]["phrase"]}
            raise Problem(422, "guard", "This may not be said to a patient.", **first, findings=findings)
        parts.wake()
        return case_response(sent.case, {"send_id": sent.send_id, "n": sent.n}, 201)

    return write


def _lift(parts: Parts) -> Endpoint:
    async def lift(request: Request, staff: StaffMember) -> Response:
        _right(staff, "work")
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


def _right(staff: StaffMember, right: Right) -> None:
    """Refuse a role before its body is even read."""
    try:
        require(staff, right)
    except Forbidden:
        raise Problem(403, "role", f"The role {staff.role} does not hold the right: {right}.") from None
