"""`/hygiene`: the measures of the intake as a page, the list behind each number, and a file without small counts.

Knows pages and who may open which; must not know what a measure means (`bot/hygiene.py`). A report is computed beside the writer.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.api_hygiene import noted
from bot.console import csv_export, labels, times, wording
from bot.console.access import Access, require
from bot.console.layout import Refused, Visit, page, require_step_up
from bot.hygiene import KEPT, LOSSES, OPENED, Report, TooMany, measure
from bot.hygiene_export import lines
from bot.hygiene_marks import FATES
from bot.hygiene_period import BadPeriod, period
from bot.wiring import Parts
from storage.cases import Case

LISTED: Final = 200
"""Cases of one list; the number above it says how many there are."""
SPANS: Final = (7, 30, 90, 365)
"""Periods in days that are one click away."""
COLUMNS: Final = ("measure", "name", "part", "value")


def routes(parts: Parts) -> list[BaseRoute]:
    """The page, a list, and the file."""
    return [
        page(parts, "/hygiene", _show),
        page(parts, "/hygiene/list", _list),
        page(parts, "/hygiene/export", _export, methods=("POST",)),
    ]


async def _show(visit: Visit) -> Response:
    since, until = _period(visit, visit.request.query_params)
    report = await _report(visit, since, until, "hygiene.read")
    return visit.render("hygiene.html", 200, **_shown(visit, report))


async def _list(visit: Visit) -> Response:
    """The cases behind a number: those with all marks asked for, or those of a loss. Only for who may open them."""
    require(visit.staff, "queue")
    query = visit.request.query_params
    since, until = _period(visit, query)
    report = await _report(visit, since, until, "hygiene.listed")
    marks, loss, code = query.getlist("mark"), query.get("loss", ""), query.get("code", "")
    ids = report.behind(loss, code) if loss else [inquiry.case_id for inquiry in report.carrying(marks)]
    rows = await visit.parts.read(lambda uow: [case for case_id in ids[:LISTED] if (case := uow.cases.get(case_id)) is not None])
    told = _of_loss(visit, loss, code) if loss else _of_marks(visit, marks)
    return visit.render("hygiene_list.html", 200, rows=rows, count=len(ids), told=told, back=_address(visit, report), **_words(visit))


async def _export(visit: Visit) -> Response:
    """The numbers as CSV, after a fresh one-time code."""
    require(visit.staff, "metrics")
    await require_step_up(visit)
    since, until = _period(visit, {name: visit.form.one(name) for name in ("from", "to")})
    report = await _report(visit, since, until, "hygiene.exported")
    body = csv_export.START + csv_export.line(COLUMNS) + "".join(csv_export.line(line) for line in lines(report))
    begins = times.day(report.since, visit.parts.settings.clinic_timezone)
    headers = {"Content-Disposition": f'attachment; filename="candor-measures-{begins.isoformat()}.csv"'}
    return Response(body, headers=headers, media_type="text/csv; charset=utf-8")


def _period(visit: Visit, query: Mapping[str, str]) -> tuple[datetime, datetime]:
    try:
        return period(query, visit.parts.clock(), visit.parts.settings.clinic_timezone)
    except BadPeriod:
        raise Refused(422, "period") from None


async def _report(visit: Visit, since: datetime, until: datetime, action: str) -> Report:
    def look(access: Access) -> datetime:
        return noted(access, since, until, action)

    at = await visit.enter(look)
    try:
        return await visit.parts.read(lambda uow: measure(uow, since, until, at))
    except TooMany:
        raise Refused(422, "period-too-long") from None


def _shown(visit: Visit, report: Report) -> dict[str, Any]:
    def link(*marks: str, **loss: str) -> str:
        """The list behind a number; empty where the reader may not open it."""
        if not visit.may("queue"):
            return ""
        asked = [*(("mark", mark) for mark in marks), *loss.items()]
        return f"/hygiene/list?{urlencode([*_dates(visit, report).items(), *asked])}"

    spans = [(days, f"/hygiene?{urlencode(_span(visit, days))}") for days in SPANS]
    known = {"report": report, "link": link, "spans": spans, "fates": FATES, "losses": LOSSES, "states": KEPT, "unsure_of": OPENED}
    heads = {"fate_heads": _heads(visit, "hygiene-short", FATES), "state_heads": _heads(visit, "hygiene-kept", KEPT)}
    return {**known, **heads, **_dates_shown(visit, report), **_words(visit)}


def _heads(visit: Visit, text: str, codes: Iterable[str]) -> list[tuple[str, str]]:
    """Heads of columns that hold counts."""
    return [(visit.text(f"{text}-{code}"), "num") for code in codes]


def _words(visit: Visit) -> dict[str, Any]:
    language = visit.language

    def reason(code: str) -> str:
        return labels.reason(code, language)

    def lost_word(code: str) -> str:
        """The rule that stopped a text, in words; the code of a failed send as it is."""
        rule = code.removeprefix("guard:")
        return labels.word("rule", rule, language) if wording.catalog().has(f"rule-{rule}", language) else code

    def condition(code: str) -> str:
        return visit.text("hygiene-not-known") if code == "not_known" else labels.condition(code, language)

    def case_status(case: Case) -> str:
        return labels.word("status", case.status, language)

    return {
        "reason": reason, "condition": condition, "step_name": lambda step: labels.step(step, language), "case_status": case_status,
        "lost_word": lost_word,
    }  # fmt: skip


def _of_loss(visit: Visit, loss: str, code: str) -> list[str]:
    """A loss and its code in words, for the head of a list."""
    return [labels.word("hygiene-lost", loss, visit.language), *([_words(visit)["lost_word"](code)] if code else [])]


def _of_marks(visit: Visit, marks: Iterable[str]) -> list[str]:
    """Marks in words, for the head of a list; what is no mark of ours is passed over."""
    words = _words(visit)
    named: list[str] = []
    for mark in marks:
        kind, _, rest = mark.partition(":")
        if kind == "fate" and rest in FATES:
            named.append(visit.text(f"hygiene-fate-{rest}"))
        elif kind in {"condition", "why"}:
            named.append(words["condition" if kind == "condition" else "reason"](rest))
        elif kind in {"seen", "standing", "left", "reworded", "unsure"}:
            named.append(f"{visit.text(f'hygiene-{kind}')}: {words['step_name'](rest)}")
        elif kind == "language":
            named.append(labels.word("speaks", rest, visit.language))
        elif kind == "clock":
            clock, _, state = rest.partition(":")
            named.append(f"{labels.word('hygiene-clock', clock, visit.language)}: {labels.word('hygiene-kept', state, visit.language)}")
    return named


def _dates(visit: Visit, report: Report) -> dict[str, str]:
    """The period as days at the clinic, both inside."""
    here = ZoneInfo(visit.parts.settings.clinic_timezone)
    last = report.until - timedelta(microseconds=1)
    return {"from": report.since.astimezone(here).date().isoformat(), "to": last.astimezone(here).date().isoformat()}


def _dates_shown(visit: Visit, report: Report) -> dict[str, str]:
    dates = _dates(visit, report)
    return {"from_day": dates["from"], "to_day": dates["to"]}


def _address(visit: Visit, report: Report) -> str:
    return f"/hygiene?{urlencode(_dates(visit, report))}"


def _span(visit: Visit, days: int) -> dict[str, str]:
    today = visit.parts.clock().astimezone(ZoneInfo(visit.parts.settings.clinic_timezone)).date()
    return {"from": (today - timedelta(days=days - 1)).isoformat(), "to": today.isoformat()}
