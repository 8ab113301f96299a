"""Every role on every route of the application, with a case that exists and one that does not: generated from the routes themselves.

The table below names only what may be open and who may see a patient's words; a new route is walked without being written down.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from typing import Any, Final

import httpx
import pytest
import pytest_asyncio
from starlette.routing import Route

from bot.console.access import RIGHTS
from bot.web import OPEN, make_app
from bot.wiring import warm_up
from tests.bot.console.people import Person, browser, signed_in
from tests.bot.rig import Rig, running

pytestmark = pytest.mark.asyncio(loop_scope="module")

ROLES: Final = ("coordinator", "physician", "auditor", "admin")
WORKERS: Final = RIGHTS["record"]
CANARY: Final = "zafiro quetzal"
FOREIGN: Final = "f" * 32
ANYONE: Final = OPEN | {"/login", "/scripts/style.css"}
"""What a stranger may read in production: whether we are alive, the form to sign in, a style sheet."""

TEXTS: Final = frozenset({"/scripts", "/evidence-map", "/therapies"})
"""Pages about texts, never about people, and slow to make; see `test_scripts_pages.py`."""

STREAMS: Final = "/live/"
"""Answers below this path go on until somebody leaves."""

PREFIXES: Final = (
    ("/api/v1/queue", "queue"),
    ("/api/v1/cases", "record"),
    ("/api/v1/sends", "sends"),
    ("/api/v1/audit", "audit"),
    ("/api/v1/metrics", "metrics"),
    ("/queue", "queue"),
    ("/cases", "record"),
    ("/live", "queue"),
    ("/follow-up", "queue"),
    ("/hygiene/list", "queue"),
    ("/hygiene", "metrics"),
    ("/audit", "audit"),
    ("/staff", "staff"),
)
"""The least right that what lies below a path asks for; steps may ask for more."""


@dataclass
class Scene:
    """The application as in production, one case on an emergency hold, and somebody of each role."""

    rig: Rig
    case_id: str
    people: dict[str, Person]
    stranger: httpx.AsyncClient
    routes: list[tuple[str, str]]

    async def ask(self, role: str, method: str, path: str, case_id: str) -> httpx.Response | None:
        """One request, with everything a person of the role can bring; None for a stream that does not end."""
        url = re.sub(r"\{[^}]*\}", "x", path.replace("{case_id}", case_id))
        query = {"case_id": case_id} if path.endswith("/sends") else None
        person = self.people.get(role)
        web, more = (person.web, self._brought(person, method, path)) if person else (self.stranger, {})
        try:
            return await asyncio.wait_for(web.request(method, url, params=query, **more), 1 if path.startswith(STREAMS) else 30)
        except TimeoutError:
            return None

    def _brought(self, person: Person, method: str, path: str) -> dict[str, Any]:
        if path.startswith("/api/"):
            if person.token not in self.rig.tokens:
                self.rig.tokens[person.token] = self.rig.token_of(person.member)
            headers = {"Authorization": f"Bearer {self.rig.tokens[person.token]}"}
            return {"headers": headers, **({"json": {}} if method == "POST" else {})}
        return {"data": {"csrf": person.csrf}} if method == "POST" else {}


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def scene(sqlite_databases: Any, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Scene]:
    """Set up once: the walk changes nothing that another request of it hangs on."""
    folder = tmp_path_factory.mktemp("matrix")
    async with running(sqlite_databases.fresh(folder), folder) as rig, AsyncExitStack() as stack:
        warm_up(rig.parts)
        await rig.simulate("ana", text=f"me duele mucho el pecho ahora mismo y no puedo respirar, {CANARY}")
        case_id = await rig.case_of("ana")
        rig.parts.settings = rig.parts.settings.model_copy(update={"app_env": "production"})
        people = {role: await stack.enter_async_context(signed_in(rig, role)) for role in ROLES}
        for person in people.values():
            person.step_up()
        stranger = await stack.enter_async_context(browser(rig))
        routes = [
            (method, route.path)
            for route in make_app(rig.parts).routes
            if isinstance(route, Route)
            for method in sorted((route.methods or set()) - {"HEAD", "OPTIONS"})
        ]
        yield Scene(rig, case_id, people, stranger, routes)


def right_of(path: str) -> str | None:
    """The least right a path asks for."""
    return next((right for prefix, right in PREFIXES if path == prefix or path.startswith(prefix + "/")), None)


def changes(method: str, path: str) -> bool:
    """Requests that would end what the walk stands on."""
    return method == "POST" and path in {"/logout", "/account/sessions"}


async def test_a_stranger_reads_nothing(scene: Scene) -> None:
    """No route answers without proof but the short list; none says a patient's word, or whether a case is there."""
    for method, path in scene.routes:
        own, foreign = [await scene.ask("", method, path, case_id) for case_id in (scene.case_id, FOREIGN)]
        assert own is not None, path
        assert foreign is not None, path
        assert own.status_code == foreign.status_code, (method, path)
        assert CANARY not in own.text, (method, path)
        if method != "GET" or path not in ANYONE:
            assert own.status_code in {303, 400, 401, 403, 404, 405}, (method, path, own.status_code)


@pytest.mark.parametrize("role", ROLES)
async def test_a_role_reaches_what_it_holds(scene: Scene, role: str) -> None:
    """Without the right: refused, alike for a case that exists and one that does not. With it: never refused by role at the door."""
    for method, path in scene.routes:
        right = right_of(path)
        if right is None or changes(method, path):
            continue
        own, foreign = [await scene.ask(role, method, path, case_id) for case_id in (scene.case_id, FOREIGN)]
        if role in RIGHTS[right]:  # type: ignore[index] # the table above names rights
            assert own is None or method == "POST" or own.status_code != 403, (role, method, path)
            assert own is None or own.status_code < 500, (role, method, path)
            continue
        assert own is not None, path
        assert foreign is not None, path
        assert (own.status_code, foreign.status_code) == (403, 403), (role, method, path, own.status_code, foreign.status_code)


@pytest.mark.parametrize("role", ["auditor", "admin"])
async def test_who_does_not_treat_reads_no_word_of_a_patient(scene: Scene, role: str) -> None:
    """On no route at all, whatever the method; and what they may not see does not say whether it is there."""
    for method, path in scene.routes:
        if changes(method, path) or path in TEXTS:
            continue
        answer = await scene.ask(role, method, path, scene.case_id)
        assert answer is not None, path
        assert CANARY not in answer.text, (role, method, path)


@pytest.mark.parametrize("role", sorted(WORKERS))
async def test_a_case_that_is_not_there_is_404(scene: Scene, role: str) -> None:
    """Every route below a case, by every method: 404, or 422 where the form is looked at first; never a success or a fault."""
    below = [(method, path) for method, path in scene.routes if "{case_id}" in path]
    assert len(below) > 5
    for method, path in below:
        for unknown in (FOREIGN, "%00", "..%2f..", "1%20OR%201=1", "é"):
            answer = await scene.ask(role, method, path, unknown)
            assert answer is not None, path
            refused = {404} if method == "GET" else {403, 404, 422}
            assert answer.status_code in refused, (role, method, path, unknown, answer.status_code)


async def test_who_treats_does_read_it(scene: Scene) -> None:
    """So the walk above looks for a word that is there."""
    for role in sorted(WORKERS):
        answer = await scene.ask(role, "GET", "/api/v1/cases/{case_id}", scene.case_id)
        assert answer is not None
        assert (answer.status_code, CANARY in answer.text) == (200, True)


async def test_who_is_dismissed_reads_nothing_more(scene: Scene) -> None:
    """By session and by token, on every route that asked for a right."""
    async with signed_in(scene.rig, "physician") as leaving:
        scene.people["leaving"] = leaving
        assert (await scene.ask("leaving", "GET", "/api/v1/queue", "")) is not None
        with scene.rig.parts.database.write() as uow:
            uow.staff.set_active(leaving.member.staff_ref, active=False, at=scene.rig.clock())
            uow.commit()
        for method, path in scene.routes:
            if right_of(path) is None:
                continue
            answer = await scene.ask("leaving", method, path, scene.case_id)
            assert answer is not None, path
            assert answer.status_code in {303, 401, 403}, (method, path, answer.status_code)
            assert CANARY not in answer.text
        del scene.people["leaving"]
