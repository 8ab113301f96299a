"""How every request to the JSON API comes in and is refused: bearer token, strict bodies, versions, problems named by rule.

Knows HTTP; must not know any route. The one door to records stays `console/access.py`.
"""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.api_views import case_item
from bot.body import WEBHOOK_LIMIT, read_body
from bot.case_steps import Conflict, Unfit, Unsayable
from bot.clock import real_now
from bot.console.access import Access, Forbidden, Hidden, Right, require
from bot.decision_words import MONEY
from bot.problem import Problem
from bot.wiring import Parts
from storage.cases import Case
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork

T = TypeVar("T")
Body = TypeVar("Body", bound=BaseModel)
Endpoint = Callable[[Request, StaffMember], Awaitable[Response]]

_ETAG: Final = re.compile(r'(?:W/)?"?(\d{1,9})"?')


class StrictBody(BaseModel):
    """A body with exactly these members: an unknown one is a mistake, or an attempt to set what is not the caller's."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, hide_input_in_errors=True)


class NoBody(StrictBody):
    """No members: the step says all."""


async def signed_in(parts: Parts, request: Request) -> StaffMember:
    """The person behind the bearer token. Raises a 401 `Problem`; the same one for every reason."""
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    staff = None
    if scheme.lower() == "bearer" and token.strip():
        staff = await parts.read(lambda uow: uow.staff.by_token(token.strip(), real_now()))
    if staff is None:
        raise Problem(401, "not-signed-in", "Send a valid token: Authorization: Bearer …")
    return staff


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
    except Conflict as conflict:
        raise Problem(409, conflict.rule, conflict.detail, **conflict.more) from None
    except Unfit as unfit:
        raise Problem(422, unfit.faults[0], "The body contradicts itself or lacks something.", faults=list(unfit.faults)) from None


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


async def stepped(parts: Parts, request: Request, staff: StaffMember, run: Callable[[Access, str, int | None], Case]) -> Response:
    """One step on a case through the one door; what it planned may leave at once."""
    case_id, version = request.path_params["case_id"], version_of(request)
    case = await enter(parts, staff, lambda access: run(access, case_id, version))
    parts.wake()
    return case_response(case)


def right(staff: StaffMember, right: Right) -> None:
    """Refuse a role before its body is even read."""
    try:
        require(staff, right)
    except Forbidden:
        raise Problem(403, "role", f"The role {staff.role} does not hold the right: {right}.") from None


def stopped(found: Unsayable) -> Problem:
    """422 for a text the guard stopped: the first finding by name, and all of them."""
    findings = [{name: value for name, value in each._asdict().items() if value} for each in found.findings]
    first = {"guard_rule": findings[0]["rule"], "phrase": findings[0]["phrase"]}
    kept = all(each.field != "patient_text" and each.field and each.rule in MONEY for each in found.findings)
    said = "Amounts of money are never kept in a decision." if kept else "This may not be said to a patient."
    return Problem(422, "guard", said, **first, findings=findings)
