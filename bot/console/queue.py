"""The queue: who waits for whom, in which order, and who takes a case. Works without a script; with one, rows come in by themselves.

Knows routes and forms of the queue; what a row says is `queue_view.py`, what changes hands `hands.py`.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.api_actions import release
from bot.case_steps import Conflict
from bot.console import hands, labels, times
from bot.console.access import RIGHTS, Access, require
from bot.console.layout import Refused, Visit, page
from bot.console.queue_view import CHANNELS, DUES, OFFERED, TABS, Filters, Line, Reader, lanes, tabs
from bot.wiring import Parts
from messages.prompt import LANGUAGES
from storage.board import Row, Sieve
from storage.case_labels import LABELS
from storage.cases import Case
from storage.models_cases import STATUSES
from storage.saved_views import SavedView

PAGE: Final = 50
SEARCH_MOST: Final = 50
SHORTEST: Final = 2
"""Letters a search needs: one letter finds everybody."""
VIEW_NAME: Final = 60

CaseStep = Callable[[Access, Visit, str], Case]


def routes(parts: Parts) -> list[BaseRoute]:
    """`/queue`, its search, sound and saved views, a single row, and the steps by which a case changes hands."""
    return [
        page(parts, "/queue", _queue),
        page(parts, "/queue/rows/{case_id}", _row, activity=False),
        page(parts, "/queue/search", _search, methods=("POST",)),
        page(parts, "/queue/sound", _sound, methods=("POST",)),
        page(parts, "/queue/views", _save_view, methods=("POST",)),
        page(parts, "/queue/views/{view_id}/remove", _remove_view, methods=("POST",)),
        page(parts, "/cases/{case_id}/claim", _step(_claim), methods=("POST",)),
        page(parts, "/cases/{case_id}/release", _step(_release, to="/queue"), methods=("POST",)),
        page(parts, "/cases/{case_id}/hand-over", _step(_hand_over, to="/queue"), methods=("POST",)),
        page(parts, "/cases/{case_id}/take", _step(_take), methods=("POST",)),
    ]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of several cases at once: how many were done, and why each of the others was not."""

    done: int = 0
    failed: Mapping[str, str] = field(default_factory=dict)


async def _queue(visit: Visit) -> Response:
    return await show_queue(visit, visit.request.query_params)


async def show_queue(visit: Visit, query: Mapping[str, str], outcome: Outcome | None = None) -> Response:
    """The page that `query` asks for; with what became of the rows that were ticked on it."""
    zone, cursor = visit.parts.settings.clinic_timezone, query.get("cursor") or None

    def read(access: Access) -> dict[str, Any]:
        require(access.staff, "queue")
        reader, filters = reader_of(access, visit), _filters(access, query)
        counted = [Sieve(lanes=lanes(tab, access.staff), done=tab == "done") for tab in TABS]
        ends = times.end_of_day(access.at, zone)
        found, counts = access.board(filters.sieve(access.staff), counted, day_ends=ends, limit=PAGE, cursor=cursor)
        more = f"{filters.query()}&cursor={found.next_cursor}" if found.next_cursor else ""
        shown = {"filters": filters, "tabs": tabs(filters, counts), "groups": grouped(reader, found.rows), "more": more}
        failed = [case for case_id in (outcome or Outcome()).failed if case_id.isprintable() and (case := access.uow.cases.get(case_id))]
        told = {"outcome": outcome, "references": {case.case_id: case.reference for case in failed}}
        return {**shown, **told, "first": cursor is None, "newest": access.uow.changes.newest(), **_choices(access, reader)}

    return visit.render("queue.html", search="", **await visit.enter(read))


async def _row(visit: Visit) -> Response:
    """One row, for a page that is open already."""
    case_id = visit.request.path_params["case_id"]

    def read(access: Access) -> list[Line]:
        reader = reader_of(access, visit)
        return [reader.line(row) for row in access.rows([case_id])]

    lines = await visit.enter(read)
    return visit.render("queue_row.html", 200 if lines else 404, line=lines[0] if lines else None)


async def _search(visit: Visit) -> Response:
    """By the words of a form, so that no name ever stands in an address."""
    wanted = visit.form.one("q")[:80]

    def read(access: Access) -> dict[str, Any]:
        reader, filters = reader_of(access, visit), Filters()
        rows, looked, complete = access.found(wanted, SEARCH_MOST) if len(wanted) >= SHORTEST else ([], 0, True)
        shown = {"filters": filters, "tabs": tabs(filters, [0] * len(TABS)), "groups": [("", [reader.line(row) for row in rows])]}
        told = {"search": wanted, "looked": looked, "complete": complete, "short": len(wanted) < SHORTEST}
        return {**shown, **told, "more": "", "first": False, "newest": 0, **_choices(access, reader)}

    return visit.render("queue.html", outcome=None, **await visit.enter(read))


async def _sound(visit: Visit) -> Response:
    """On or off, for this person on every machine."""
    wanted = visit.form.one("sound") == "on"
    await visit.enter(lambda access: access.uow.sounds.want(access.staff.staff_ref, access.at, wanted=wanted))
    return visit.go(visit.form.one("next") or "/queue")


async def _save_view(visit: Visit) -> Response:
    name, query = visit.form.one("name")[:VIEW_NAME], visit.form.one("query")

    def save(access: Access) -> str:
        require(access.staff, "queue")
        refs = [each.staff_ref for each in access.uow.staff.everyone()]
        kept = Filters.read(dict(part.partition("=")[::2] for part in query.split("&")), refs).query()
        if not name:
            raise Refused(422, "view-name")
        if not access.uow.saved_views.add(access.staff.staff_ref, name, kept, access.at):
            raise Refused(409, "views-full")
        return kept

    return visit.go(f"/queue?{await visit.enter(save)}")


async def _remove_view(visit: Visit) -> Response:
    view_id = visit.request.path_params["view_id"]
    await visit.enter(lambda access: access.uow.saved_views.remove(access.staff.staff_ref, view_id))
    return visit.go("/queue")


def _step(step: CaseStep, to: str = "") -> Callable[[Visit], Awaitable[Response]]:
    async def take(visit: Visit) -> Response:
        case_id = visit.request.path_params["case_id"]
        try:
            await visit.enter(lambda access: step(access, visit, case_id))
        except Conflict as lost:
            raise told(visit, lost) from None
        visit.parts.wake()
        return visit.go(to or f"/cases/{case_id}")

    return take


def told(visit: Visit, lost: Conflict) -> Exception:
    """A conflict with its time in words: who was faster, and when."""
    at = lost.more.get("at")
    if not isinstance(at, datetime):
        return lost
    when = times.exact(at, visit.language, visit.parts.settings.clinic_timezone)
    return Refused(409, lost.rule.replace("_", "-"), holder_name=str(lost.more.get("holder_name", "")), at=when)


def version_of(visit: Visit) -> int | None:
    """The version of the case the page was made from; None when the form does not say."""
    given = visit.form.one("version")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else None


def _claim(access: Access, visit: Visit, case_id: str) -> Case:
    return hands.claim(access, visit.parts.turn, case_id, None)


def _release(access: Access, visit: Visit, case_id: str) -> Case:
    return release(access, visit.parts.turn, case_id, None)


def _hand_over(access: Access, visit: Visit, case_id: str) -> Case:
    return hands.hand_over(access, visit.parts.turn, case_id, visit.form.one("to"), visit.form.one("note"))


def _take(access: Access, visit: Visit, case_id: str) -> Case:
    return hands.take(access, visit.parts.turn, case_id, visit.form.one("holder"))


def reader_of(access: Access, visit: Visit) -> Reader:
    """Who reads now."""
    names = {each.staff_ref: each.name for each in access.uow.staff.everyone()}
    return Reader(access.staff, names, access.at, visit.language, visit.parts.settings.clinic_timezone, visit.parts.turn.targets)


def grouped(reader: Reader, rows: tuple[Row, ...]) -> list[tuple[str, list[Line]]]:
    """The page's rows under the heading of their group: a case without a deadline is its own group, never "on time"."""
    groups: list[tuple[str, list[Line]]] = []
    for line in map(reader.line, rows):
        name = "done" if line.done else "red" if line.red else "undated" if line.deadline.state in {"none", "paused"} else "dated"
        if line.priority == "urgent" and name in {"dated", "undated"}:
            name = f"urgent_{name}"
        if not groups or groups[-1][0] != name:
            groups.append((name, []))
        groups[-1][1].append(line)
    return groups


def _filters(access: Access, query: Mapping[str, str]) -> Filters:
    return Filters.read(query, [each.staff_ref for each in access.uow.staff.everyone()])


def _holders(access: Access) -> list[tuple[str, str]]:
    """Whose role may hold a case; who has left may hold one still."""
    return [(each.staff_ref, each.name) for each in access.uow.staff.everyone() if each.role in RIGHTS["work"]]


def _choices(access: Access, reader: Reader) -> dict[str, Any]:
    views: list[SavedView] = access.uow.saved_views.of(access.staff.staff_ref)
    queued = [status for status in STATUSES if status != "intake"]
    return {
        "hours": times.week(reader.targets.hours, reader.language),
        "sound": access.uow.sounds.wanted(access.staff.staff_ref),
        "views": views, "statuses": queued, "channels": CHANNELS, "tongues": LANGUAGES, "flags": OFFERED, "dues": DUES, "labels": LABELS,
        "flag_words": lambda code: labels.flag(code, reader.language),
        "colleagues": hands.colleagues(access), "label_words": lambda code: labels.word("label", code, reader.language),
        "people": sorted(_holders(access), key=lambda pair: pair[1].casefold()),
    }  # fmt: skip
