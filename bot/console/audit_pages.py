"""The audit log as auditors and administrators read it: newest first, by person, by case or patient, and as a file.

Knows rows of codes and references; a patient's words have no place here. Reading it leaves a row too.
"""

import json
import re
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute

from bot.console import csv_export, wording
from bot.console.access import UNUSUAL, Access, require
from bot.console.audit_view import AuditWords, references
from bot.console.layout import Refused, Visit, page, require_step_up
from bot.wiring import Parts
from storage.audit import AuditEntry
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork

SHOWN: Final = 100
AT_ONCE: Final = 1000
EXPORTED: Final = 50_000
"""Rows in one file at most; the page says so."""

REASONS: Final = ("routine", "inspection", "incident", "complaint", "patient_request")
"""Why a file was taken: a code, as the audit log holds no words."""

_REFERENCE: Final = re.compile(r"[A-Za-z0-9_-]{0,80}")

ACTORS: Final = ("bot", "system", "operator", "stranger")
"""Who acts besides staff."""

COLUMNS: Final = ("seq", "at", "actor", "name", "action", "object", "detail")


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked for in the address: a person, a case or patient, and where the page before ended."""

    person: str = ""
    about: str = ""
    before: int | None = None

    @classmethod
    def read(cls, visit: Visit) -> "Filters":
        """From the query. Raises `Refused`."""
        query = visit.request.query_params
        return cls(_reference(query.get("person", "")), _reference(query.get("about", "")), _number(query.get("before", "")))

    def address(self, path: str = "/audit", before: int | None = None) -> str:
        """A page of ours with these filters."""
        asked = {"person": self.person, "about": self.about, "before": str(before or "")}
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{path}?{query}" if query else path


def routes(parts: Parts) -> list[BaseRoute]:
    """`/audit` and `/audit/export`."""
    return [
        page(parts, "/audit", _show),
        page(parts, "/audit/export", _ask_reason),
        page(parts, "/audit/export", _export, methods=("POST",)),
    ]


async def _show(visit: Visit) -> Response:
    filters = Filters.read(visit)

    def look(access: Access) -> tuple[list[AuditEntry], list[AuditEntry], list[StaffMember], dict[str, str]]:
        rows = access.audit_search(filters.person, filters.about, filters.before, SHOWN + 1)
        return rows, access.uow.audit.search(objects=[UNUSUAL], limit=3), access.uow.staff.everyone(), references(access.uow, rows)

    rows, unusual, people, known = await visit.enter(look)
    words = AuditWords(_names(people), known, visit.language, visit.parts.settings.clinic_timezone)
    older = filters.address(before=rows[SHOWN - 1].seq) if len(rows) > SHOWN else ""
    listed: dict[str, Any] = {"rows": rows[:SHOWN], "unusual": unusual, "older": older, "filters": filters, "words": words}
    return visit.render("audit.html", 200, **listed, people=people, actors=ACTORS, names=words.names, action_name=_action_names(visit))


async def _ask_reason(visit: Visit) -> Response:
    require(visit.staff, "audit")
    await require_step_up(visit)
    return visit.render("audit_export.html", filters=Filters.read(visit), reasons=REASONS, most=EXPORTED)


async def _export(visit: Visit) -> Response:
    """The rows that are asked for, as CSV: after a fresh one-time code, with a reason; the export itself is a row."""
    require(visit.staff, "audit")
    await require_step_up(visit)
    filters = Filters(_reference(visit.form.one("person")), _reference(visit.form.one("about")))
    reason = visit.form.one("reason")
    if reason not in REASONS:
        raise Refused(422, "choice")

    def begin(access: Access) -> tuple[list[str] | None, dict[str, str]]:
        access.note("audit.exported", "audit", {"reason": reason, "person": filters.person, "about": filters.about})
        return access.audit_objects(filters.about), _names(access.uow.staff.everyone())

    objects, names = await visit.enter(begin)
    headers = {"Content-Disposition": 'attachment; filename="candor-audit.csv"'}
    return StreamingResponse(_lines(visit, filters.person, objects, names), headers=headers, media_type="text/csv; charset=utf-8")


async def _lines(visit: Visit, person: str, objects: list[str] | None, names: dict[str, str]) -> AsyncIterator[str]:
    yield csv_export.START + csv_export.line(COLUMNS)
    before: int | None = None
    for _ in range(EXPORTED // AT_ONCE):
        rows = await visit.parts.read(partial(_page, person, objects, before))
        yield "".join(_line(row, names) for row in rows)
        if len(rows) < AT_ONCE:
            return
        before = rows[-1].seq


def _page(person: str, objects: list[str] | None, before: int | None, uow: UnitOfWork) -> list[AuditEntry]:
    return uow.audit.search(actor=person, objects=objects, before=before, limit=AT_ONCE)


def _line(row: AuditEntry, names: dict[str, str]) -> str:
    detail = json.dumps(row.detail, sort_keys=True)
    return csv_export.line([row.seq, row.at.isoformat(), row.actor, names.get(row.actor, ""), row.action, row.object, detail])


def _names(people: Iterable[StaffMember]) -> dict[str, str]:
    return {member.staff_ref: member.name for member in people}


def _action_names(visit: Visit) -> Callable[[str], str]:
    """The name of an action in the reader's language; a step of a case as its timeline calls it; the code where there is neither."""

    def name(action: str) -> str:
        own, step = f"audited-{action.replace('.', '-').replace('_', '-')}", f"action-{action.removeprefix('case.')}"
        known = next((key for key in (own, step) if wording.catalog().has(key, visit.language)), "")
        said = visit.text(known) if known else action
        return said[:1].upper() + said[1:] if known else said

    return name


def _reference(given: str) -> str:
    """A reference is letters, digits and hyphens; anything else cannot be one. Raises `Refused`."""
    if not _REFERENCE.fullmatch(given.strip()):
        raise Refused(422, "reference")
    return given.strip()


def _number(given: str) -> int | None:
    if not given:
        return None
    if not (given.isascii() and given.isdigit() and len(given) < 17):
        raise Refused(422, "cursor")
    return int(given)
