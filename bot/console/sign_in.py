"""Signing in, stepping up, signing out, and the two choices of a browser: language and colours.

Knows e-mail, password and one-time code, all three asked for at once and refused alike; must not know what a role may do.
reliability.md 3.2 cases 18, 22, 23, 26.
"""

import asyncio
import math
from datetime import datetime
from typing import Final
from urllib.parse import urlsplit

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.clock import real_now
from bot.console import assets, session, throttle, typed, wording
from bot.console.demo_people import demo_people
from bot.console.layout import Refused, Visit, local_path, page, right_below
from bot.console.one_time_code import step_of
from bot.console.session import DEVICE, SESSION, Session
from bot.console.throttle import Guess
from bot.console.visit import LANGUAGE, THEME, THEMES
from bot.passwords import LONGEST, matches
from bot.wiring import Parts
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork

YEAR: Final = 365 * 24 * 3600


def routes(parts: Parts) -> list[BaseRoute]:
    """`/login`, `/logout`, `/step-up`, `/preferences`, and the files all pages use."""
    return [
        page(parts, "/login", _ask, open_to_all=True),
        page(parts, "/login", _sign_in, methods=("POST",), open_to_all=True),
        page(parts, "/logout", _sign_out, methods=("POST",), open_to_all=True),
        page(parts, "/step-up", _ask_code),
        page(parts, "/step-up", _step_up, methods=("POST",)),
        page(parts, "/preferences", _prefer, methods=("POST",), open_to_all=True),
        assets.mount(),
    ]


async def _ask(visit: Visit) -> Response:
    wanted = local_path(visit.request.query_params.get("next", ""), "")
    if visit.session is not None:
        return visit.go(_landing(visit, wanted))
    return _form(visit, wanted, 200)


async def _sign_in(visit: Visit) -> Response:
    """`go` = `ask`: from the page that says the session ended; what was typed there is carried through to its form."""
    if visit.form.one("go") == "ask":
        return _form(visit, local_path(visit.request.query_params.get("next", ""), ""), 200)
    try:
        begun, failures = await prove(visit)
    except WrongSecrets as wrong:
        wanted = local_path(visit.form.one("next"), "")
        response = _form(visit, wanted, wrong.status, email=visit.form.one("email")[:LONGEST], fault=wrong.told)
        response.headers.update(wrong.headers)
        return response
    return welcome(visit, begun, failures)


def _form(visit: Visit, wanted: str, status: int, *, email: str = "", fault: str = "") -> Response:
    people = demo_people(visit.parts.settings, real_now())
    return visit.render("login.html", status, wanted=wanted, email=email, fault=fault, demo=people, kept=visit.form.one("kept"))


class WrongSecrets(Exception):
    """Not signed in: `status` 401, or 429 while the next try has to wait; `told` is for the person."""

    def __init__(self, status: int, told: str, wait: float = 0) -> None:
        super().__init__(status)
        self.status, self.told = status, told
        self.headers = {"Retry-After": str(math.ceil(wait))} if wait else {}


async def prove(visit: Visit) -> tuple[Session, int]:
    """A new session for the e-mail, password and code of the form, and the failed attempts since the last one. Raises `WrongSecrets`.

    One path, one text and one time for every reason: unknown, dismissed, not yet enrolled, wrong password, wrong or used code.
    """
    parts, now = visit.parts, real_now()
    email, password, code = (visit.form.one(name)[:LONGEST] for name in ("email", "password", "code"))
    attempt = attempt_of(visit, email)
    wait = await parts.write(lambda uow: attempt.reserve(uow, now))
    if wait:
        raise WrongSecrets(429, visit.text("sign-in-wait", seconds=math.ceil(wait)), wait)
    staff = await parts.read(lambda uow: uow.staff.by_email(email))
    known = staff if staff is not None and staff.active and staff.totp_secret else None
    right = await asyncio.to_thread(matches, known.password_hash if known else None, password)
    step = step_of(known.totp_secret if known else "", code, now)
    proven = await parts.write(lambda uow: _settle(uow, visit, staff, step if right else None, attempt, now))
    if proven is None:
        raise WrongSecrets(401, visit.text("sign-in-wrong"))
    return proven


def _settle(
    uow: UnitOfWork, visit: Visit, staff: StaffMember | None, step: int | None, attempt: Guess, now: datetime
) -> tuple[Session, int] | None:
    """The new session and the failures since the last sign-in; None when it is refused. An audit row either way."""
    ref, at = staff.staff_ref if staff else "", visit.parts.clock()
    if staff is None or step is None or not uow.staff.use_totp_step(ref, step):
        uow.staff.note_failure(ref)
        uow.audit.append(at=at, actor=ref or "stranger", action="sign_in.refused", object=ref)
        return None
    attempt.right(uow, now)
    uow.staff.note_success(ref)
    if visit.session is not None:
        uow.sessions.end(visit.session.token, now)
    uow.audit.append(at=at, actor=ref, action="sign_in.done", object=ref)
    return session.begin(uow, staff, now), staff.failed_sign_ins


def welcome(visit: Visit, begun: Session, failures: int) -> Response:
    """To where the person wanted to go, with the new session's cookie; first told of failed attempts, if there were any."""
    visit.session, visit.seed = begun, begun.token
    response = _onward(visit, _landing(visit, local_path(visit.form.one("next"), "")), failures)
    give_cookies(response, visit, begun)
    return response


def _landing(visit: Visit, wanted: str) -> str:
    """The page that was asked for, or where this person's work begins: nobody is led from the sign-in to a page their role may not see."""
    right = right_below(urlsplit(wanted).path)
    return wanted if wanted and (right is None or visit.may(right)) else visit.home()


def _onward(visit: Visit, wanted: str, failures: int = 0) -> Response:
    """To a page; by a button where a form that was carried through is gone on with, for only a form can carry its words."""
    if kept := typed.unpack(visit, wanted):
        return visit.render("resume.html", wanted=wanted, failures=failures, kept=kept)
    return visit.render("attempts.html", wanted=wanted, failures=failures) if failures else visit.go(wanted)


def give_cookies(response: Response, visit: Visit, begun: Session) -> None:
    """The session's cookie, the one that knows this browser, and no visitor's any more."""
    settings = visit.parts.settings
    session.give(response, settings, SESSION, begun.token)
    session.give(response, settings, DEVICE, throttle.new_device(settings.secret_key(), begun.staff.email), seconds=YEAR)
    session.take_back(response, settings, session.VISITOR)


async def _sign_out(visit: Visit) -> Response:
    parts = visit.parts
    if visit.session is not None:
        token, ref = visit.session.token, visit.session.staff.staff_ref
        await parts.write(lambda uow: _end(uow, visit, token, ref))
    response = visit.go("/login")
    session.take_back(response, parts.settings, SESSION)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


def _end(uow: UnitOfWork, visit: Visit, token: str, ref: str) -> None:
    uow.sessions.end(token, real_now())
    uow.audit.append(at=visit.parts.clock(), actor=ref, action="sign_out", object=ref)


async def _ask_code(visit: Visit) -> Response:
    return _code_form(visit, local_path(visit.request.query_params.get("next", "")))


def _code_form(visit: Visit, wanted: str, status: int = 200, fault: str = "") -> Response:
    return visit.render("step_up.html", status, wanted=wanted, fault=fault, kept=visit.form.one("kept"))


async def _step_up(visit: Visit) -> Response:
    if visit.form.one("go") == "ask":
        return await _ask_code(visit)
    staff, now, wanted = visit.staff, real_now(), local_path(visit.form.one("next"))
    attempt = attempt_of(visit, staff.email)
    wait = await visit.parts.write(lambda uow: attempt.reserve(uow, now))
    if wait:
        return _code_form(visit, wanted, 429, visit.text("sign-in-wait", seconds=math.ceil(wait)))
    step = step_of(staff.totp_secret, visit.form.one("code")[:LONGEST], now)
    if await visit.parts.write(lambda uow: _proved(uow, visit, staff, step, attempt, now)):
        return _onward(visit, wanted)
    return _code_form(visit, wanted, 422, visit.text("step-up-wrong"))


def _proved(uow: UnitOfWork, visit: Visit, staff: StaffMember, step: int | None, attempt: Guess, now: datetime) -> bool:
    right = step is not None and uow.staff.use_totp_step(staff.staff_ref, step)
    if right and visit.session is not None:
        attempt.right(uow, now)
        uow.sessions.step_up(visit.session.token, now)
    action = "step_up.done" if right else "step_up.refused"
    uow.audit.append(at=visit.parts.clock(), actor=staff.staff_ref, action=action, object=staff.staff_ref)
    return right


async def _prefer(visit: Visit) -> Response:
    """Language or colours, kept by the browser; nothing about the person is stored."""
    theme, language = visit.form.one("theme"), visit.form.one("language")
    response = visit.go(local_path(visit.form.one("next"), "/login"))
    chosen = [(THEME, theme)] if theme in THEMES else [(LANGUAGE, language)] if language in wording.LANGUAGES else []
    if not chosen:
        raise Refused(422, "choice")
    for name, value in chosen:
        response.set_cookie(name, value, max_age=YEAR, path="/", secure=visit.parts.settings.production, httponly=True, samesite="lax")
    return response


def attempt_of(visit: Visit, email: str) -> Guess:
    """The counts under which a guess at this person's secrets falls."""
    settings, client = visit.parts.settings, visit.request.client
    device = session.cookie(visit.request, settings, DEVICE)
    return throttle.guess(settings.secret_key(), email, client.host if client else "", device)
