"""The people of the clinic as an administrator sees them: who there is, who joins, changes role, or leaves.

Knows accounts; must not know records of patients. Every step is an audit row; what a step ends, it ends at once.
"""

from collections.abc import Awaitable, Callable
from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.clock import real_now
from bot.console.access import Access, Hidden, require
from bot.console.invitations import LASTS, invite, link
from bot.console.layout import Form, Refused, Visit, page
from bot.passwords import UNSET
from bot.wiring import Parts
from storage.models_staff import ROLES
from storage.staff import EmailTaken, StaffMember

MOST: Final = 120
"""Characters of a name, e-mail or licence."""

EMPTY: Final = {"name": "", "email": "", "role": "", "licence": ""}
Step = Callable[[Access, StaffMember], None]


def routes(parts: Parts) -> list[BaseRoute]:
    """`/staff`, a person, and what may be done with an account."""
    return [
        page(parts, "/staff", _list),
        page(parts, "/staff", _add, methods=("POST",)),
        page(parts, "/staff/{ref}", _person),
        page(parts, "/staff/{ref}/role", _change_role, methods=("POST",)),
        page(parts, "/staff/{ref}/invitation", _invite_again, methods=("POST",)),
        page(parts, "/staff/{ref}/dismiss", _step(_dismiss), methods=("POST",)),
        page(parts, "/staff/{ref}/reinstate", _step(_reinstate), methods=("POST",)),
    ]


async def _list(visit: Visit) -> Response:
    return await _listed(visit, EMPTY, {}, 200)


async def _listed(visit: Visit, typed: dict[str, str], faults: dict[str, str], status: int) -> Response:
    people = await visit.enter(_everyone)
    return visit.render("staff.html", status, people=people, roles=ROLES, typed=typed, faults=faults, unset=UNSET)


def _everyone(access: Access) -> list[StaffMember]:
    require(access.staff, "staff")
    return sorted(access.uow.staff.everyone(), key=lambda member: (not member.active, member.name.casefold()))


async def _add(visit: Visit) -> Response:
    """A new account without a password, and the link that lets its owner choose one."""
    typed = {name: visit.form.one(name) for name in EMPTY}
    faults = _faults(visit, typed)

    def add(access: Access) -> tuple[StaffMember, str] | None:
        require(access.staff, "staff")
        if faults:
            return None
        licence = typed["licence"] if typed["role"] == "physician" else ""
        try:
            member = access.uow.staff.add(**{**typed, "licence": licence}, password_hash=UNSET, at=access.at)
        except EmailTaken:
            faults["email"] = visit.text("fault-email-taken")
            return None
        access.note("staff.added", member.staff_ref, {"role": member.role})
        return member, invite(access.uow, member, real_now())

    added = await visit.enter(add)
    if added is None:
        return await _listed(visit, typed, faults, 422)
    return _handed(visit, *added)


async def _person(visit: Visit) -> Response:
    member = await visit.enter(lambda access: _find(access, visit.request.path_params["ref"]))
    return visit.render("staff_person.html", person=member, roles=ROLES, fault="", unset=UNSET)


async def _change_role(visit: Visit) -> Response:
    role, licence = visit.form.one("role"), _licence(visit.form)
    if role not in ROLES:
        raise Refused(422, "choice")

    def change(access: Access) -> StaffMember | None:
        member = _other(access, visit.request.path_params["ref"])
        if role == "physician" and not licence:
            return member
        access.uow.staff.set_role(member.staff_ref, role, licence if role == "physician" else "")
        access.uow.sessions.end_all(member.staff_ref, real_now())
        access.note("staff.role_changed", member.staff_ref, {"from": member.role, "to": role})
        return None

    unlicensed = await visit.enter(change)
    if unlicensed is not None:
        fault = visit.text("fault-licence")
        return visit.render("staff_person.html", 422, person=unlicensed, roles=ROLES, fault=fault, unset=UNSET)
    return visit.go(f"/staff/{visit.request.path_params['ref']}")


async def _invite_again(visit: Visit) -> Response:
    def again(access: Access) -> tuple[StaffMember, str]:
        member = _other(access, visit.request.path_params["ref"])
        if not member.active:
            raise Refused(409, "dismissed")
        access.note("staff.invited", member.staff_ref)
        return member, invite(access.uow, member, real_now())

    return _handed(visit, *await visit.enter(again))


def _step(step: Step) -> Callable[[Visit], Awaitable[Response]]:
    async def take(visit: Visit) -> Response:
        ref = visit.request.path_params["ref"]
        await visit.enter(lambda access: step(access, _other(access, ref)))
        return visit.go(f"/staff/{ref}")

    return take


def _dismiss(access: Access, member: StaffMember) -> None:
    access.uow.staff.set_active(member.staff_ref, active=False, at=access.at)
    access.note("staff.dismissed", member.staff_ref)


def _reinstate(access: Access, member: StaffMember) -> None:
    """Back on the staff, without a password: the next step is an invitation."""
    access.uow.staff.set_active(member.staff_ref, active=True, at=access.at)
    access.uow.staff.set_password(member.staff_ref, UNSET)
    access.note("staff.reinstated", member.staff_ref)


def _find(access: Access, ref: str) -> StaffMember:
    require(access.staff, "staff")
    member = access.uow.staff.by_ref(ref) if ref.isprintable() else None
    if member is None:
        raise Hidden
    return member


def _other(access: Access, ref: str) -> StaffMember:
    """Nobody changes their own account here: so an administrator always remains."""
    member = _find(access, ref)
    if member.staff_ref == access.staff.staff_ref:
        raise Refused(409, "own-account")
    return member


def _handed(visit: Visit, member: StaffMember, token: str) -> Response:
    address = link(visit.parts.settings, token)
    return visit.render("staff_invited.html", person=member, address=address, days=LASTS.days)


def _licence(form: Form) -> str:
    return form.one("licence")[:MOST]


def _faults(visit: Visit, typed: dict[str, str]) -> dict[str, str]:
    local, _, domain = typed["email"].partition("@")
    wrong = {
        "name": not typed["name"] or len(typed["name"]) > MOST or not typed["name"].isprintable(),
        "email": not (local and "." in domain and typed["email"].isprintable() and len(typed["email"]) <= MOST) or " " in typed["email"],
        "role": typed["role"] not in ROLES,
        "licence": (typed["role"] == "physician" and not typed["licence"]) or len(typed["licence"]) > MOST,
    }
    return {name: visit.text(f"fault-{name}") for name, bad in wrong.items() if bad}
