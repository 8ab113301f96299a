"""A call as a calendar entry (RFC 5545): when, how long, and with whom; nothing about anybody's health, and no name of a patient.

Knows the format and the address the entry opens at; must not know who may make appointments.
"""

from datetime import UTC, datetime, timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.signed_links import opened, sign
from bot.wiring import Parts
from messages.catalog import shipped
from messages.prompt import LANGUAGES
from storage.appointments import Appointment
from storage.unit_of_work import UnitOfWork

PATH: Final = "/calendar/"
PURPOSE: Final = "calendar"
AFTERWARDS: Final = timedelta(days=1)
"""How long after the call its address still opens."""
FILE_NAME: Final = "calendar.ics"
HEADERS: Final = {
    "Cache-Control": "no-store",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Content-Disposition": f'attachment; filename="{FILE_NAME}"',
}
LONGEST: Final = 74
"""Octets of a line before it is folded: one less than the format allows, for the blank that folds it."""


def link(uow: UnitOfWork, base_url: str, call: Appointment) -> str:
    """The address of a call's entry."""
    return f"{base_url}{PATH}{sign(uow, PURPOSE, call.appointment_id, call.ends_at + AFTERWARDS)}"


def entry(call: Appointment, clinic: str, language: str, at: datetime) -> bytes:
    """The entry as a file. The same call keeps its id, so that a calendar moves it, or strikes it out."""
    title = shipped().text("calendar-call", language, {"clinic": clinic})
    cancelled = call.cancelled_at is not None
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Candor//Calendar//EN",
        "CALSCALE:GREGORIAN",
        f"METHOD:{'CANCEL' if cancelled else 'PUBLISH'}",
        "BEGIN:VEVENT",
        f"UID:{call.appointment_id}",
        f"SEQUENCE:{call.revision}",
        f"DTSTAMP:{_utc(at)}",
        f"DTSTART:{_utc(call.starts_at)}",
        f"DTEND:{_utc(call.ends_at)}",
        f"SUMMARY:{_escaped(title)}",
        "CLASS:PRIVATE",
        f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines).encode()


def routes(parts: Parts) -> list[BaseRoute]:
    """`GET /calendar/{token}`: the file, or 404 whatever the reason."""

    async def show(request: Request) -> Response:
        at, token = parts.clock(), request.path_params["token"]
        made = await parts.read(lambda uow: _made(uow, token, parts.settings.clinic_name, at))
        if made is None:
            return Response(status_code=404, headers={"Cache-Control": "no-store"})
        return Response(made, media_type="text/calendar; charset=utf-8", headers=HEADERS)

    return [Route(PATH + "{token}", show, methods=["GET"])]


def made_for(uow: UnitOfWork, appointment_id: str, clinic: str, at: datetime) -> bytes | None:
    """The entry of a call in the language of its patient; None when there is no such call."""
    call = uow.appointments.get(appointment_id)
    if call is None:
        return None
    talk = uow.conversations.peek([call.conversation_id]).get(call.conversation_id)
    language = talk.session.language if talk is not None else LANGUAGES[0]
    return entry(call, clinic, language, at)


def _made(uow: UnitOfWork, token: str, clinic: str, at: datetime) -> bytes | None:
    appointment_id = opened(uow, PURPOSE, token, at)
    return None if appointment_id is None else made_for(uow, appointment_id, clinic, at)


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    for sign_, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign_, written)
    return text


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, each further one behind a blank; no letter is cut in two."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LONGEST:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join((*pieces, piece))
