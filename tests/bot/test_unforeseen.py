"""What no route foresaw: an answer every time, in one form, at once, on a connection that stays."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import Mock

import httpx
import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from bot import webhooks
from bot.web import make_app
from bot.webhooks import PATIENCE
from tests.bot.console.people import signed_in
from tests.bot.rig import PUBLIC, SECRET, Rig
from tests.fakes import telegram_says as says

PROBLEM = "application/problem+json"
TELEGRAM = {"X-Telegram-Bot-Api-Secret-Token": SECRET}


@contextmanager
def locked(rig: Rig) -> Iterator[None]:
    """Another process holds SQLite's write lock."""
    other = sa.create_engine(rig.parts.database.engine.url, isolation_level="AUTOCOMMIT")
    with other.connect() as connection:
        connection.exec_driver_sql("BEGIN EXCLUSIVE")
        yield
        connection.exec_driver_sql("ROLLBACK")
    other.dispose()


def strict(rig: Rig) -> httpx.AsyncClient:
    """A client of the same application that raises what the application raises: the server would cut the connection there."""
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=make_app(rig.parts)), base_url=PUBLIC)


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nothing", 404), ("PUT", "/queue", 405), ("GET", "/cases/x/claim", 405)])
async def test_what_the_router_refuses_is_a_problem(rig: Rig, method: str, path: str, status: int) -> None:
    """An unknown path and a wrong method have a type and a rule like every other error."""
    answer = await rig.web.request(method, f"/api/v1{path}")
    assert (answer.status_code, answer.headers["content-type"], answer.json()["type"].split(":")[:2]) == (
        status,
        PROBLEM,
        ["urn", "candor"],
    )


@pytest.mark.parametrize(("path", "allowed"), [("/api/v1/queue", "GET, HEAD"), ("/simulator/api/ana/messages", "GET, HEAD, POST")])
async def test_a_wrong_method_hears_which_there_are(rig: Rig, path: str, allowed: str) -> None:
    """Every route of the path counts."""
    assert (await rig.web.delete(path)).headers["allow"] == allowed


@pytest.mark.parametrize(("method", "path"), [("GET", "/cases/%00"), ("GET", "/sends?case_id=%00"), ("POST", "/cases/a%00b/claim")])
async def test_an_id_with_a_zero_byte_is_unknown(rig_on_both: Rig, method: str, path: str) -> None:
    """PostgreSQL cannot even be asked for one; both engines say 404."""
    answer = await rig_on_both.web.request(method, f"/api/v1{path}", headers=rig_on_both.staff("physician"))
    assert (answer.status_code, answer.headers["content-type"]) == (404, PROBLEM)


@pytest.mark.parametrize(
    "place", [[10**400, "2026-01-01T00:00:00+00:00", 1], [1, "2026-01-01T00:00:00+00:00", 2**70], [float("inf"), "", 1]]
)
async def test_a_cursor_out_of_range_is_no_cursor(rig_on_both: Rig, place: list[Any]) -> None:
    """Numbers that no row can have are refused before the database sees them."""
    import base64
    import json

    cursor = base64.urlsafe_b64encode(json.dumps(place).encode()).decode()
    answer = await rig_on_both.web.get("/api/v1/queue", params={"cursor": cursor}, headers=rig_on_both.staff("physician"))
    assert answer.status_code == 422


async def test_a_locked_database_is_503_and_nothing_is_raised(rig: Rig) -> None:
    """The JSON API says when to come back."""
    headers = rig.staff("physician")
    async with strict(rig) as web:
        with locked(rig):
            answer = await web.get("/api/v1/queue", headers=headers)
    assert (answer.status_code, answer.headers["content-type"], answer.headers["retry-after"]) == (503, PROBLEM, "5")


async def test_a_locked_database_answers_a_webhook_in_time(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """503 as soon as patience is over, which is within 5 s (P1), not when the database gives up; and the next delivery goes through."""
    body = {"update_id": 900, **says.said(7, 11, "hola")}
    with locked(rig), monkeypatch.context() as hasty:
        hasty.setattr(webhooks, "PATIENCE", 0.2)
        began = time.monotonic()
        refused = await rig.web.post("/webhooks/telegram", json=body, headers=TELEGRAM)
        took = time.monotonic() - began
    again = await rig.web.post("/webhooks/telegram", json=body, headers=TELEGRAM)
    assert (refused.status_code, again.status_code, took < 5, PATIENCE < 5) == (503, 200, True, True)


async def test_a_long_wait_is_not_repeated_three_times(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """The writer gives a delivery back after one wait, so that the next ones are not kept waiting behind it."""
    waits = Mock(wraps=rig.parts.writer._begin)
    monkeypatch.setattr(rig.parts.writer, "_begin", waits)
    with locked(rig):
        future = rig.parts.writer.call(lambda uow: uow.new_id())
        assert isinstance(future.exception(timeout=60), sa.exc.OperationalError)
    assert waits.call_count == 1


async def test_a_fault_of_ours_is_a_problem_and_nothing_is_raised(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """500 without a word of the fault."""

    def broken(_run: object) -> object:
        raise RuntimeError("canary-word")

    headers = rig.staff("physician")
    monkeypatch.setattr(rig.parts.writer, "call", broken)
    async with strict(rig) as web:
        answer = await web.get("/api/v1/queue", headers=headers)
    assert (answer.status_code, answer.headers["content-type"], "canary" in answer.text) == (500, PROBLEM, False)


async def test_a_full_disk_refuses_an_upload_with_503(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """No space left: come again later."""

    def full(_name: str, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(rig.parts.uploads), "put", lambda _self, name, data: full(name, data))
    async with strict(rig) as web:
        answer = await web.post("/simulator/api/ana/messages", files={"file": ("a.jpg", b"x")})
    assert (answer.status_code, answer.headers["content-type"]) == (503, PROBLEM)


@pytest.mark.parametrize(
    ("given", "headers"),
    [
        ({"files": [("file", ("a.jpg", b"x")), ("file", ("b.jpg", b"y"))]}, {}),
        ({"content": b"x"}, {"Content-Type": "multipart/form-data"}),
        ({"data": {"file": "no file"}, "files": {"other": ("a", b"x")}}, {}),
    ],
)
async def test_a_faulty_form_is_a_problem(rig: Rig, given: dict[str, Any], headers: dict[str, str]) -> None:
    """Two files, no boundary, no file: 422 like every body that cannot be read."""
    answer = await rig.web.post("/simulator/api/ana/messages", headers=headers, **given)
    assert (answer.status_code, answer.headers["content-type"]) == (422, PROBLEM)


async def test_a_request_its_sender_left_is_no_failure(rig: Rig) -> None:
    """A verdict asked for by a key, and left for the one of the next key: nothing is logged as failed."""
    async with signed_in(rig, "coordinator") as ana:
        sent = httpx.Request("POST", f"{PUBLIC}/cases/x/reply/verdict", headers={"content-type": "application/x-www-form-urlencoded"})
        ana.web.cookies.set_cookie_header(sent)
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/cases/x/reply/verdict",
            "raw_path": b"",
            "query_string": b"",
            "scheme": "https",
        }
        more = {
            "headers": [(name.lower(), value) for name, value in sent.headers.raw],
            "http_version": "1.1",
            "server": None,
            "client": None,
        }

        async def receive() -> Any:
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            pass

        with capture_logs() as logs:
            await make_app(rig.parts)({**scope, **more, "root_path": ""}, receive, send)
        assert [entry for entry in logs if entry["log_level"] == "error"] == []
