"""What every page of the console shares: who is there, in which language, the frame around a page, and how refusals look.

A module of pages declares its routes and nothing else of HTTP:

    def routes(parts: Parts) -> list[BaseRoute]:                       # the module is named in bot/web.py: PAGES
        return [page(parts, "/queue", _queue), page(parts, "/cases/{case_id}/claim", _claim, methods=("POST",))]

    async def _queue(visit: Visit) -> Response:
        found = await visit.enter(lambda access: access.queue(statuses=[], limit=50, cursor=None))
        return visit.render("queue.html", page=found)

- Whoever is not signed in never reaches the endpoint: a page leads to `/login?next=…`, a fragment is answered 401 and opens the lock.
- `visit.staff` is the signed-in person; `visit.enter(run)` runs `run(Access)` in one writing transaction, the one door to records.
- Every method but GET and HEAD is checked for origin and CSRF token before the endpoint runs; then `visit.form` holds the fields.
  A form carries `{{ csrf_field() }}`; htmx sends the header by itself (`hx-headers:inherited` on `<body>` in base.html).
- Refuse by raising: `Forbidden` 403, `Hidden` 404, `Conflict` 409, `Refused(status, rule)` for the rest (text `refused-<rule>`). A browser
  gets a page, htmx a fragment that goes into `#notices` and replaces nothing. A form with faults is the page's own:
  `visit.render("x.html", 422, …)`.
- After a change answer `visit.go("/cases/7")` (303; htmx follows it by itself).
- `await require_step_up(visit)` first in an endpoint asks for a one-time code unless one was given within ten minutes.
- Templates extend `base.html`: blocks `title`, `styles`, `scripts`, `content`. They know `visit`, `t(key, **variables)` (texts in
  `locales/{es,en}/*.ftl`, a file of your own beside `layout.ftl`), `moment(at)`, `asset(name)`, `csrf`, `csrf_field()`. A fragment is a
  template that extends nothing.

Must not know any one page.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeVar, get_args
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.api_actions import Conflict
from bot.body import WEBHOOK_LIMIT, BodyTooLarge, form_fields, read_body
from bot.clock import real_now
from bot.console import csrf, session, wording
from bot.console.access import RIGHTS, Access, Forbidden, Hidden, Right
from bot.console.assets import asset
from bot.console.session import Session
from bot.wiring import Parts, new_id
from storage.cases import BadCursor
from storage.staff import StaffMember

T = TypeVar("T")
Theme = Literal["system", "light", "dark"]
THEMES: Final[tuple[Theme, ...]] = get_args(Theme)

THEME: Final = "candor_theme"
LANGUAGE: Final = "candor_language"


class Tab(NamedTuple):
    """An entry of the header: shown to who holds the right (None: everyone) while its page exists."""

    name: str
    path: str
    right: Right | None


TABS: Final = (
    Tab("queue", "/queue", "queue"),
    Tab("hygiene", "/hygiene", "metrics"),
    Tab("scripts", "/scripts", None),
    Tab("staff", "/staff", "staff"),
    Tab("audit", "/audit", "audit"),
)


class SignInNeeded(Exception):
    """Nobody is signed in, or not any more."""


class StepUpNeeded(Exception):
    """The one-time code is asked for again."""


class Refused(Exception):
    """Ends a request with `status` and the text `refused-<rule>` of the console."""

    def __init__(self, status: int, rule: str, **variables: str | int) -> None:
        super().__init__(rule)
        self.status, self.rule, self.variables = status, rule, variables


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a posted form: NUL removed, every line end a line feed."""

    fields: tuple[tuple[str, str], ...] = ()

    def one(self, name: str) -> str:
        """The last value of a field, without blanks around it; empty when it is missing."""
        return next((value.strip() for key, value in reversed(self.fields) if key == name), "")

    def all(self, name: str) -> list[str]:
        """Every value of a field."""
        return [value for key, value in self.fields if key == name]


@dataclass(slots=True)
class Visit:
    """One request to the console. `session` is None for a stranger, whom only open pages see; `seed` is what CSRF tokens hang on."""

    parts: Parts
    request: Request
    session: Session | None
    seed: str
    form: Form = field(default_factory=Form)

    @property
    def staff(self) -> StaffMember:
        """The signed-in person. Raises `SignInNeeded`."""
        if self.session is None:
            raise SignInNeeded
        return self.session.staff

    @property
    def language(self) -> wording.Language:
        """Of the console, for this browser."""
        return wording.language_of(self.request.cookies.get(LANGUAGE, ""), self.request.headers.get("accept-language", ""))

    @property
    def theme(self) -> Theme:
        """The colour scheme this browser chose."""
        chosen = self.request.cookies.get(THEME, "")
        return next((theme for theme in THEMES if theme == chosen), "system")

    @property
    def by_htmx(self) -> bool:
        """Whether a fragment is wanted."""
        return self.request.headers.get("hx-request") == "true"

    def may(self, right: Right) -> bool:
        """Whether the signed-in person's role holds a right; for what is shown. The door checks by itself."""
        return self.session is not None and self.session.staff.role in RIGHTS[right]

    def text(self, key: str, **variables: str | int) -> str:
        """A text of the console."""
        return wording.said(key, self.language, **variables)

    async def enter(self, run: Callable[[Access], T]) -> T:
        """Run through the one door to records in one writing transaction."""
        staff = self.staff
        return await self.parts.write(lambda uow: run(Access(uow, staff, self.parts.clock(), self.parts.rules)))

    def render(self, template: str, status: int = 200, **shown: Any) -> HTMLResponse:  # noqa: ANN401 - whatever a template shows
        """A template with what every page knows."""
        return HTMLResponse(_templates().get_template(template).render(**self._known(), **shown), status)

    def go(self, path: str) -> Response:
        """To another page of ours, by GET."""
        return RedirectResponse(local_path(path), 303)

    def tabs(self) -> list[Tab]:
        """The header's entries for this person."""
        known = {getattr(route, "path", "") for route in self.request.app.routes}
        return [tab for tab in TABS if tab.path in known and (tab.right is None or self.may(tab.right))]

    def home(self) -> str:
        """Where this person's work begins."""
        return next((tab.path for tab in self.tabs() if tab.right is not None), "/account")

    def _known(self) -> Mapping[str, Any]:
        token = csrf.token_for(self.parts.settings.secret_key(), self.seed)
        language, zone = self.language, self.parts.settings.clinic_timezone

        def shown_moment(at: datetime) -> str:
            return wording.moment(at, language, zone)

        def csrf_field() -> Markup:
            return Markup('<input type="hidden" name="csrf" value="{}">').format(token)  # the token is ours: hexadecimal

        return {
            "visit": self, "t": self.text, "moment": shown_moment, "asset": asset, "csrf": token, "csrf_field": csrf_field,
            "clinic": self.parts.settings.clinic_name, "languages": wording.LANGUAGES, "themes": THEMES,
            "here": self.request.url.path, "came_for": came_for(self.request),
        }  # fmt: skip


Endpoint = Callable[[Visit], Awaitable[Response]]


def page(parts: Parts, path: str, endpoint: Endpoint, *, methods: tuple[str, ...] = ("GET",), open_to_all: bool = False,
         activity: bool = True) -> Route:  # fmt: skip
    """A route of the console. `activity=False` is for what a page asks by itself (polling, streams): it does not keep a session alive."""

    async def answer(request: Request) -> Response:
        visit = await _visit(parts, request, activity=activity)
        try:
            await _admit(visit, open_to_all=open_to_all)
            response = await endpoint(visit)
        except REFUSALS as refusal:
            response = _refusal(visit, refusal)
        return _finished(visit, response)

    return Route(path, answer, methods=list(methods))


async def require_step_up(visit: Visit) -> None:
    """Ask for a one-time code before going on, unless one was given recently. Raises `StepUpNeeded`."""
    if visit.session is None or not visit.session.stepped_up(real_now()):
        raise StepUpNeeded


def local_path(given: str, default: str = "/account") -> str:
    """A path of ours, as far as a stranger may choose it; `default` for anything that could lead elsewhere."""
    if not given.startswith("/") or given.startswith(("//", "/\\")) or len(given) > 500:
        return default
    if any(ord(sign) <= 32 or ord(sign) == 127 or sign == "\\" for sign in given):
        return default
    try:
        parts = urlsplit(given)
    except ValueError:
        return default
    return default if parts.scheme or parts.netloc else given


def came_for(request: Request) -> str:
    """The page to return to: this one when it is asked for by GET, else the one the browser was on."""
    if request.method in csrf.SAFE:
        return request.url.path + (f"?{request.url.query}" if request.url.query else "")
    before = urlsplit(request.headers.get("hx-current-url") or request.headers.get("referer", ""))
    return local_path(before.path + (f"?{before.query}" if before.query else ""))


async def _visit(parts: Parts, request: Request, *, activity: bool) -> Visit:
    found = await session.find(parts, request, activity=activity)
    seed = found.token if found else session.cookie(request, parts.settings, session.VISITOR)
    return Visit(parts, request, found, seed or new_id())


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
    if visit.session is None and session.cookie(visit.request, settings, session.VISITOR) != visit.seed:
        session.give(response, settings, session.VISITOR, visit.seed)
    response.headers.setdefault("Referrer-Policy", "same-origin")
    response.headers.setdefault("Vary", "Cookie, HX-Request")
    return response


def _refusal(visit: Visit, refusal: Exception) -> Response:
    """The answer to one of `REFUSALS`."""
    if isinstance(refusal, SignInNeeded):
        return _signed_out(visit)
    if isinstance(refusal, StepUpNeeded):
        return _elsewhere(visit, f"/step-up?next={quote(came_for(visit.request))}")
    if isinstance(refusal, Conflict):
        known = {"holder_name": "", **{name: str(value) for name, value in refusal.more.items()}}
        return refused(visit, 409, refusal.rule, **known)
    if isinstance(refusal, Refused):
        return refused(visit, refusal.status, refusal.rule, **refusal.variables)
    return refused(visit, *_KINDS.get(type(refusal), (404, "hidden")))


_KINDS: Final[Mapping[type[Exception], tuple[int, str]]] = {
    Forbidden: (403, "role"),
    BadCursor: (422, "cursor"),
    BodyTooLarge: (413, "large"),
    Hidden: (404, "hidden"),
    HTTPException: (404, "hidden"),
}
REFUSALS: Final[tuple[type[Exception], ...]] = (SignInNeeded, StepUpNeeded, Conflict, Refused, *_KINDS)
"""Exceptions that are an answer; any other is a fault of ours and goes on to `bot/unforeseen.py`."""


def refused(visit: Visit, status: int, rule: str, **variables: str | int) -> Response:
    """A refusal as a page, or as a fragment for `#notices`."""
    key = f"refused-{rule.replace('_', '-')}"
    told = visit.text(key if wording.catalog().has(key, visit.language) else "refused-other", **variables)
    if not visit.by_htmx:
        return visit.render("refused.html", status, told=told)
    response = visit.render("refused_fragment.html", status, told=told)
    response.headers.update({"HX-Retarget": "#notices", "HX-Reswap": "innerHTML"})
    return response


def _signed_out(visit: Visit) -> Response:
    target = f"/login?next={quote(came_for(visit.request))}"
    if visit.by_htmx:
        response = visit.render("refused_fragment.html", 401, told=visit.text("refused-signed-out"))
        response.headers.update({"HX-Retarget": "#notices", "HX-Reswap": "innerHTML", "HX-Trigger": "session-ended"})
        return response
    if visit.request.method in csrf.SAFE:
        return RedirectResponse(target, 303)
    kept = [value for name, value in visit.form.fields if name not in _NEVER_SHOWN and len(value) > 20]
    return visit.render("ended.html", 401, kept=kept, target=target)


_NEVER_SHOWN: Final = frozenset({csrf.FIELD, "password", "new_password", "code"})


def _elsewhere(visit: Visit, path: str) -> Response:
    return Response(status_code=403, headers={"HX-Redirect": path}) if visit.by_htmx else RedirectResponse(path, 303)


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
