"""What a person does with their own account: accept an invitation, change the password, end other sessions.

Knows passwords and one-time codes; must not know what a role may do, nor any record of a patient.
"""

import asyncio
import math
import re
from datetime import datetime
from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.clock import real_now
from bot.console import session
from bot.console.layout import Refused, Visit, page
from bot.console.one_time_code import address, in_groups, step_of
from bot.console.sign_in import attempt_of, welcome
from bot.passwords import LONGEST, hash_password, matches, weakness
from bot.wiring import Parts
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork

_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22,128}")


def routes(parts: Parts) -> list[BaseRoute]:
    """`/account` and `/invitation/{token}`."""
    return [
        page(parts, "/account", _account),
        page(parts, "/account/password", _change_password, methods=("POST",)),
        page(parts, "/account/sessions", _end_sessions, methods=("POST",)),
        page(parts, "/invitation/{token}", _invitation, open_to_all=True),
        page(parts, "/invitation/{token}", _accept, methods=("POST",), open_to_all=True),
    ]


async def _account(visit: Visit) -> Response:
    return visit.render("account.html", fault="", done=visit.request.query_params.get("done", ""))


async def _change_password(visit: Visit) -> Response:
    staff, now, new = visit.staff, real_now(), visit.form.one("new_password")
    attempt = attempt_of(visit, staff.email)
    wait = await visit.parts.write(lambda uow: attempt.reserve(uow, now))
    if wait:
        return visit.render("account.html", 429, fault=visit.text("sign-in-wait", seconds=math.ceil(wait)), done="")
    if rule := weakness(new, _own_words(visit, staff)):
        return visit.render("account.html", 422, fault=visit.text(f"password-{rule}"), done="")
    right = await asyncio.to_thread(matches, staff.password_hash, visit.form.one("password")[:LONGEST])
    step = step_of(staff.totp_secret, visit.form.one("code")[:LONGEST], now) if right else None
    hashed = await asyncio.to_thread(hash_password, new)

    def change(uow: UnitOfWork) -> bool:
        if step is None or not uow.staff.use_totp_step(staff.staff_ref, step):
            uow.audit.append(at=visit.parts.clock(), actor=staff.staff_ref, action="password.refused", object=staff.staff_ref)
            return False
        attempt.right(uow, now)
        uow.staff.set_password(staff.staff_ref, hashed)
        uow.sessions.end_all(staff.staff_ref, now, keep=visit.seed)
        uow.audit.append(at=visit.parts.clock(), actor=staff.staff_ref, action="password.changed", object=staff.staff_ref)
        return True

    if await visit.parts.write(change):
        return visit.go("/account?done=password")
    return visit.render("account.html", 422, fault=visit.text("password-wrong"), done="")


async def _end_sessions(visit: Visit) -> Response:
    ref, now = visit.staff.staff_ref, real_now()

    def end(uow: UnitOfWork) -> None:
        uow.sessions.end_all(ref, now, keep=visit.seed)
        uow.audit.append(at=visit.parts.clock(), actor=ref, action="sessions.ended", object=ref)

    await visit.parts.write(end)
    return visit.go("/account?done=sessions")


async def _invitation(visit: Visit) -> Response:
    return _ask(visit, await _invited(visit), "", 200)


async def _accept(visit: Visit) -> Response:
    """Password and one-time code together; then the person is signed in."""
    member, now, new = await _invited(visit), real_now(), visit.form.one("new_password")
    if rule := weakness(new, _own_words(visit, member)):
        return _ask(visit, member, visit.text(f"password-{rule}"), 422)
    if new != visit.form.one("new_password_again"):
        return _ask(visit, member, visit.text("password-differs"), 422)
    step = step_of(member.totp_secret, visit.form.one("code")[:LONGEST], now)
    if step is None:
        return _ask(visit, member, visit.text("step-up-wrong"), 422)
    hashed, token = await asyncio.to_thread(hash_password, new), visit.request.path_params["token"]
    begun = await visit.parts.write(lambda uow: _enrol(uow, visit, member, token, hashed, step, now))
    if begun is None:
        raise Refused(404, "invitation")
    return welcome(visit, begun, 0)


def _enrol(uow: UnitOfWork, visit: Visit, member: StaffMember, token: str, hashed: str, step: int, now: datetime) -> session.Session | None:
    if not (uow.sessions.spend_invitation(token, now) and uow.staff.use_totp_step(member.staff_ref, step)):
        return None
    uow.staff.set_password(member.staff_ref, hashed)
    uow.staff.note_success(member.staff_ref)
    uow.audit.append(at=visit.parts.clock(), actor=member.staff_ref, action="invitation.accepted", object=member.staff_ref)
    return session.begin(uow, member, now)


async def _invited(visit: Visit) -> StaffMember:
    token = visit.request.path_params["token"]
    found = await visit.parts.read(lambda uow: uow.sessions.invited(token, real_now())) if _TOKEN.fullmatch(token) else None
    if found is None:
        raise Refused(404, "invitation")
    return found


def _ask(visit: Visit, member: StaffMember, fault: str, status: int) -> Response:
    secret = member.totp_secret
    uri = address(secret, member.email, visit.parts.settings.clinic_name)
    return visit.render("invitation.html", status, member=member, secret=in_groups(secret), uri=uri, fault=fault)


def _own_words(visit: Visit, member: StaffMember) -> tuple[str, ...]:
    local, _, domain = member.email.partition("@")
    return (member.email, local, domain.partition(".")[0], *member.name.split(), *visit.parts.settings.clinic_name.split())
