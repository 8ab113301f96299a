"""What every page of the console shares: who is there, in which language, the frame around a page, and how refusals look.

A module of pages declares its routes and nothing else of HTTP:

    def routes(parts: Parts) -> list[BaseRoute]:                       # the module is named in bot/web.py: PAGES
        return [page(parts, "/queue", _queue), page(parts, "/cases/{case_id}/claim", _claim, methods=("POST",))]

    async def _queue(visit: Visit) -> Response:
        found = await visit.enter(lambda access: access.queue(statuses=[], limit=50, cursor=None))
        return visit.render("queue.html", page=found)

- Whoever is not signed in never reaches the endpoint: a page leads to `/login?next=…`, a fragment is answered 401 and opens the lock.
- What lies below a path of `LEAST` asks for its right before the endpoint runs; the door asks again, and for more where a step needs more.
- `visit.staff` is the signed-in person; `visit.enter(run)` runs `run(Access)` in one writing transaction, the one door to records.
- Every method but GET and HEAD is checked for origin and CSRF token before the endpoint runs; then `visit.form` holds the fields.
  A form carries `{{ csrf_field() }}`; htmx sends the header by itself (`hx-headers:inherited` on `<body>` in base.html).
- Refuse by raising: `Forbidden` 403, `Hidden` 404, `Conflict` 409, `Refused(status, rule)` for the rest (text `refused-<rule>`). A browser
  gets a page, htmx a fragment that goes into `#notices` and replaces nothing. A form with faults is the page's own:
  `visit.render("x.html", 422, …)`.
- After a change answer `visit.go("/cases/7")` (303, or for htmx a header that leads there), or a fragment to be swapped in.
- `await require_step_up(visit)` first in an endpoint asks for a one-time code unless one was given within ten minutes.
- Templates extend `base.html`: blocks `title`, `styles`, `scripts`, `content`. They know `visit`, `t(key, **variables)` (texts in
  `locales/{es,en}/*.ftl`, a file of your own beside `layout.ftl`), `moment(at)`, `asset(name)`, `csrf`, `csrf_field()`. A fragment is a
  template that extends nothing.

Must not know any one page.
"""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.body import WEBHOOK_LIMIT, form_fields, read_body
from bot.clock import real_now
from bot.console import csrf, session
from bot.console.access import Right, StepUpNeeded, require
from bot.console.refusals import REFUSALS, answer_to, refused
from bot.console.visit import TABS, Form, Refused, Visit, local_path
from bot.wiring import Parts, new_id

__all__ = ["Form", "Refused", "Visit", "local_path", "nowhere", "page", "require_step_up", "right_below"]

Endpoint = Callable[[Visit], Awaitable[Response]]

LEAST: Final[Mapping[str, Right]] = {
    **{tab.path: tab.right for tab in TABS if tab.right is not None},
    "/cases": "record",
    "/live": "queue",
}
"""The right without which nothing below a path answers, so that a page cannot forget to ask."""


def page(parts: Parts, path: str, endpoint: Endpoint, *, methods: tuple[str, ...] = ("GET",), open_to_all: bool = False,
         activity: bool = True) -> Route:  # fmt: skip
    """A route of the console. `activity=False` is for what a page asks by itself (polling, streams): it does not keep a session alive."""
    right = right_below(path)

    async def answer(request: Request) -> Response:
        visit = await _visit(parts, request, activity=activity)
        try:
            await _admit(visit, open_to_all=open_to_all)
            if right is not None:
                require(visit.staff, right)
            response = await endpoint(visit)
        except REFUSALS as refusal:
            response = answer_to(visit, refusal)
        return _finished(visit, response)

    return Route(path, answer, methods=list(methods))


def right_below(path: str) -> Right | None:
    """The right without which this page does not answer; None where everyone who is signed in may see it."""
    return next((right for below, right in LEAST.items() if path == below or path.startswith(below + "/")), None)


async def require_step_up(visit: Visit) -> None:
    """Ask for a one-time code before going on, unless one was given recently. Raises `StepUpNeeded`."""
    if visit.session is None or not visit.session.stepped_up(real_now()):
        raise StepUpNeeded


async def nowhere(parts: Parts, request: Request) -> Response:
    """The answer to a browser that asks for a page there is none of; the same to everyone."""
    visit = await _visit(parts, request, activity=True)
    return _finished(visit, refused(visit, 404, "hidden"))


async def _visit(parts: Parts, request: Request, *, activity: bool) -> Visit:
    found = await session.find(parts, request, activity=activity)
    return Visit(parts, request, found, next(filter(None, _seeds(parts, request)), "") or new_id())


def _seeds(parts: Parts, request: Request) -> tuple[str, ...]:
    """What tokens of this browser's forms may hang on: its session's cookie, also when that ended under an open page, or a visitor's."""
    return tuple(session.cookie(request, parts.settings, name) for name in (session.SESSION, session.VISITOR))


async def _admit(visit: Visit, *, open_to_all: bool) -> None:
    request, settings = visit.request, visit.parts.settings
    changes = request.method not in csrf.SAFE
    if changes and not csrf.begun_here(request, settings.public_base_url):
        raise Refused(403, "foreign")
    if changes:
        fields = form_fields(await read_body(request, WEBHOOK_LIMIT))
        visit.form = Form(tuple((name, value.replace("\0", "").replace("\r\n", "\n")) for name, value in fields))
    if not open_to_all:
        _ = visit.staff
    given = request.headers.get(csrf.HEADER) or visit.form.one(csrf.FIELD)
    if changes and not csrf.accepted(settings.secret_key(), visit.seed, given):
        raise Refused(403, "stale")


def _finished(visit: Visit, response: Response) -> Response:
    """A visitor keeps the seed of the tokens; `same-origin` lets a form carry its origin, which `no-referrer` would blank."""
    settings = visit.parts.settings
    if visit.session is None and visit.seed not in _seeds(visit.parts, visit.request):
        session.give(response, settings, session.VISITOR, visit.seed)
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Vary", "Cookie, HX-Request")
    return response
