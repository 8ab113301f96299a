"""One request to the console: who is there, in which language and colours, and what a page of theirs is made with.

Knows the session, the texts and the templates; must not know any one page, nor how a request is let in (`layout.py`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple, TypeVar, get_args
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bot.clock import real_now
from bot.console import csrf, wording
from bot.console.access import RIGHTS, Access, Right
from bot.console.assets import asset
from bot.console.session import Session
from bot.wiring import Parts
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
    Tab("follow-up", "/follow-up", "queue"),
    Tab("hygiene", "/hygiene", "metrics"),
    Tab("scripts", "/scripts", None),
    Tab("staff", "/staff", "staff"),
    Tab("audit", "/audit", "audit"),
)


class SignInNeeded(Exception):
    """Nobody is signed in, or not any more."""


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

    def text(self, key: str, /, **variables: str | int) -> str:
        """A text of the console."""
        return wording.said(key, self.language, **variables)

    def day(self, on: date) -> str:
        """A calendar day in the person's language."""
        return wording.day(on, self.language)

    def moment(self, at: datetime) -> str:
        """A time as staff read it, in the clinic's zone."""
        return wording.moment(at, self.language, self.parts.settings.clinic_timezone)

    async def enter(self, run: Callable[[Access], T]) -> T:
        """Run through the one door to records in one writing transaction."""
        staff, proved = self.staff, self.session is not None and self.session.stepped_up(real_now())
        return await self.parts.write(lambda uow: run(Access(uow, staff, self.parts.clock(), self.parts.rules, proved)))

    def render(self, template: str, status: int = 200, **shown: Any) -> HTMLResponse:  # noqa: ANN401 - whatever a template shows
        """A template with what every page knows."""
        return HTMLResponse(_templates().get_template(template).render(**self._known(), **shown), status)

    def go(self, path: str) -> Response:
        """To another page of ours, by GET; htmx is told to go there instead of swapping that page in."""
        safe = local_path(path)
        return Response(headers={"HX-Redirect": safe}) if self.by_htmx else RedirectResponse(safe, 303)

    def seconds_left(self) -> int:
        """Until the session ends unless the person does something."""
        return max(0, int((self.session.ends_at - real_now()).total_seconds())) if self.session else 0

    def tabs(self) -> list[Tab]:
        """The header's entries for this person."""
        known = {getattr(route, "path", "") for route in self.request.app.routes}
        return [tab for tab in TABS if tab.path in known and (tab.right is None or self.may(tab.right))]

    def home(self) -> str:
        """Where this person's work begins."""
        return next((tab.path for tab in self.tabs() if tab.right is not None), "/account")

    def _known(self) -> Mapping[str, Any]:
        token = csrf.token_for(self.parts.settings.secret_key(), self.seed)

        def csrf_field() -> Markup:
            return Markup('<input type="hidden" name="csrf" value="{}">').format(token)  # the token is ours: hexadecimal

        return {
            "visit": self, "t": self.text, "moment": self.moment, "day": self.day, "asset": asset, "csrf": token, "csrf_field": csrf_field,
            "clinic": self.parts.settings.clinic_name, "languages": wording.LANGUAGES, "themes": THEMES,
            "here": self.request.url.path, "came_for": came_for(self.request),
        }  # fmt: skip


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


@cache
def _templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=select_autoescape(),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
