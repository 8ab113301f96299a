"""`GET /api/v1/metrics/hygiene?from=&to=`: the measures of the intake as JSON, for the roles that may see numbers.

Knows HTTP; must not know what a measure means (`bot/hygiene.py`).
"""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.api_entry import Endpoint, enter
from bot.console.access import Access, require
from bot.hygiene import OPENED, Report, Row, TooMany, measure
from bot.hygiene_period import BadPeriod, period
from bot.problem import Problem
from bot.wiring import Parts
from storage.staff import StaffMember


def endpoints(parts: Parts) -> tuple[tuple[str, str, Endpoint], ...]:
    """One route."""
    return (("GET", "/metrics/hygiene", _hygiene(parts)),)


def _hygiene(parts: Parts) -> Endpoint:
    async def show(request: Request, staff: StaffMember) -> Response:
        try:
            since, until = period(request.query_params, parts.clock(), parts.settings.clinic_timezone)
        except BadPeriod as fault:
            raise Problem(422, "bad-period", str(fault)) from None
        at = await enter(parts, staff, lambda access: noted(access, since, until))
        try:
            report = await parts.read(lambda uow: measure(uow, since, until, at))
        except TooMany:
            raise Problem(422, "too-many", "More inquiries than one report takes; ask for a shorter period.") from None
        return JSONResponse(as_data(report))

    return show


def noted(access: Access, since: datetime, until: datetime, action: str = "hygiene.read") -> datetime:
    """The look as an audit row; the moment it counts at. Raises `Forbidden`."""
    require(access.staff, "metrics")
    access.note(action, "hygiene", {"from": since.isoformat(), "to": until.isoformat()})
    return access.at


def as_data(report: Report) -> dict[str, Any]:
    """A report as plain data: numbers and codes, times in hours, shares from 0 to 1."""
    fates, share = report.fates, report.share
    return {
        "from": report.since.isoformat(),
        "to": report.until.isoformat(),
        "inquiries": report.total(),
        "became_patients": fates["patient"],
        "ended_by_patient": {"total": fates["ended_by_patient"], "reasons": report.whys["ended_by_patient"]},
        "declined": {"total": fates["declined"], "reasons": report.whys["declined"]},
        "deferred": {"total": fates["deferred"], "reasons": report.whys["deferred"]},
        "closed": {"total": fates["closed"], "reasons": report.whys["closed"]},
        "fates": dict(fates),
        "by_condition": [_row(row, "condition") for row in report.conditions],
        "by_language": [_row(row, "language") for row in report.languages],
        "declined_share": {**asdict(share), "now": share.now, "before": share.before, "warning": share.warns},
        "questions": [asdict(question) for question in report.questions],
        "unsure_counted_in": min(report.total(), OPENED),
        "first_response_hours": asdict(report.first_response),
        "decision_hours": asdict(report.decision),
        "deadlines": {kind: dict(counts) for kind, counts in report.deadlines.items()},
        "guard_stops": {"total": report.losses["guard_stop"], "rules": report.codes("guard_stop")},
        "guard_stops_at_the_gate": report.losses["guard_at_gate"],
        "opt_outs": report.losses["opt_out"],
        "failed_sends": {"total": report.losses["failed_send"], "codes": report.codes("failed_send")},
    }


def _row(row: Row, name: str) -> dict[str, Any]:
    return {name: row.name, "inquiries": row.total, **{str(fate): count for fate, count in row.fates.items()}}
