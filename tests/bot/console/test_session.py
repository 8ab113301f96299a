"""Sessions: opaque, ended at once by whoever may end them, never older than they may be, and bound to their forms."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa
import time_machine

from bot.console import csrf, session
from bot.console.session import ABSOLUTE, IDLE
from tests.bot.console.people import PASSWORD, Person, account, browser, code_for, form_token, signed_in
from tests.bot.rig import Rig

NOW = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)


async def is_in(person: Person) -> bool:
    """Whether the session counts."""
    return (await person.get("/account")).status_code == 200


async def test_a_session_ends_after_a_quiet_quarter_of_an_hour(rig_on_both: Rig) -> None:
    """Every page begins it anew, what a page asks by itself does not; one second decides."""
    with time_machine.travel(NOW, tick=False) as clock:
        async with signed_in(rig_on_both, "auditor") as person:
            for _ in range(3):
                clock.shift(IDLE - timedelta(seconds=1))
                assert await is_in(person)
            clock.shift(timedelta(minutes=10))
            assert (await person.get("/session")).json()["seconds"] == 300
            clock.shift(timedelta(minutes=5))
            assert not await is_in(person)
            assert (await person.get("/session")).status_code == 401


async def test_a_session_ends_after_twelve_hours_of_work(rig: Rig) -> None:
    """However busy it was."""
    with time_machine.travel(NOW, tick=False) as clock:
        async with signed_in(rig, "auditor") as person:
            busy = 0
            while await is_in(person):
                clock.shift(timedelta(minutes=14))
                busy += 14
            assert busy * 60 >= ABSOLUTE.total_seconds() > (busy - 14) * 60


async def test_the_person_says_that_they_are_there(rig: Rig) -> None:
    """By a request that changes something, so with a token."""
    with time_machine.travel(NOW, tick=False) as clock:
        async with signed_in(rig, "auditor") as person:
            clock.shift(timedelta(minutes=10))
            told = (await person.post("/session", {})).json()
            assert told == {"seconds": 900, "who": person.member.staff_ref, "csrf": person.csrf}
            assert (await person.web.post("/session")).status_code == 403


async def test_signing_out_ends_it_and_clears_the_browser(rig: Rig) -> None:
    """On the server too: the old cookie opens nothing."""
    async with signed_in(rig, "auditor") as person:
        answer = await person.post("/logout")
        assert (answer.status_code, answer.headers["clear-site-data"]) == (303, '"cache", "storage"')
        assert 'candor_session="";' in answer.headers["set-cookie"]
        person.web.cookies.set("candor_session", person.token, domain="clinic.example")
        assert not await is_in(person)


@pytest.mark.parametrize("way", ["dismissed", "role", "invitation"])
async def test_an_administrator_ends_every_session_at_once(rig: Rig, way: str) -> None:
    """Dismissal, another role, a new link: the next request is a stranger's, in the console and with an API token."""
    member = account(rig, "coordinator")
    api = {"Authorization": f"Bearer {rig.token_of(member)}"}
    path = {"dismissed": "dismiss", "role": "role", "invitation": "invitation"}[way]
    async with signed_in(rig, "admin") as admin, signed_in(rig, "coordinator", member=member) as person:
        assert await is_in(person)
        assert (await rig.web.get("/api/v1/queue", headers=api)).status_code == 200
        done = await admin.post(f"/staff/{member.staff_ref}/{path}", {"role": "auditor"})
        assert done.status_code in {200, 303}
        assert not await is_in(person)
        assert (await rig.web.get("/api/v1/queue", headers=api)).status_code == 401


async def test_a_new_sign_in_ends_the_session_it_replaces(rig: Rig) -> None:
    """And whoever planted a cookie beforehand holds nothing (fixation)."""
    member = account(rig, "auditor")
    async with browser(rig) as web:
        planted = "planted-by-somebody-else"
        web.cookies.set("candor_session", planted, domain="clinic.example")
        data = {"csrf": await form_token(web), "email": member.email, "password": PASSWORD, "code": code_for(member)}
        answer = await web.post("/login", data=data)
        given = [cookie for cookie in answer.headers.get_list("set-cookie") if cookie.startswith("candor_session=")]
        assert len(given) == 1
        assert planted not in given[0]
        assert (await web.get("/account")).status_code == 200
    async with browser(rig) as attacker:
        attacker.cookies.set("candor_session", planted, domain="clinic.example")
        assert (await attacker.get("/account")).status_code == 303


async def test_production_gives_cookies_no_script_and_no_other_site_gets(rig: Rig) -> None:
    """The `__Host-` prefix, Secure, HttpOnly, SameSite, no domain."""
    rig.parts.settings = rig.parts.settings.model_copy(update={"app_env": "production"})
    member = account(rig, "admin")
    async with browser(rig) as web:
        data = {"csrf": await form_token(web), "email": member.email, "password": PASSWORD, "code": code_for(member)}
        answer = await web.post("/login", data=data)
        for cookie in answer.headers.get_list("set-cookie"):
            assert cookie.startswith("__Host-candor_")
            assert [part for part in ("Secure", "HttpOnly", "SameSite=lax", "Path=/") if part not in cookie] == []
            assert "Domain" not in cookie
        assert (await web.get("/staff")).status_code == 200


async def test_the_server_keeps_no_session_in_the_clear(rig: Rig) -> None:
    """Only its SHA-256; the cookie holds 192 random bits and nothing else."""
    async with signed_in(rig, "auditor") as person:
        with rig.parts.database.write() as uow:
            begun = session.begin(uow, person.member, NOW)
            stored = str(uow.work.all(sa.text("SELECT * FROM staff_tokens")))
    assert len(begun.token) == 32
    assert person.token not in stored
    assert begun.token not in stored


CHANGES = ("/logout", "/session", "/preferences", "/account/password", "/account/sessions", "/staff", "/staff/x/role", "/staff/x/dismiss",
           "/staff/x/reinstate", "/staff/x/invitation", "/audit/export", "/step-up")  # fmt: skip


@pytest.mark.parametrize("path", CHANGES)
async def test_nothing_changes_without_a_token_of_this_session(rig: Rig, path: str) -> None:
    """Missing, another session's, from another site; and by GET nothing changes at all."""
    async with signed_in(rig, "admin") as admin, signed_in(rig, "admin") as other:
        for data, headers in (
            ({}, {}),
            ({"csrf": other.csrf}, {}),
            ({"csrf": admin.csrf}, {"Sec-Fetch-Site": "cross-site"}),
            ({"csrf": admin.csrf}, {"Origin": "https://clinic.example.evil.example"}),
        ):
            assert (await admin.web.post(path, data=data, headers=headers)).status_code == 403
        assert await is_in(admin)


async def test_the_header_of_htmx_counts_as_the_token(rig: Rig) -> None:
    """The same token, in a header that no form of another site can send."""
    async with signed_in(rig, "auditor") as person:
        assert (await person.web.post("/session", headers={"X-CSRF-Token": person.csrf})).status_code == 200


def test_a_token_belongs_to_its_seed_and_key() -> None:
    """And none to an empty seed."""
    token = csrf.token_for("key", "seed")
    assert csrf.accepted("key", "seed", token)
    assert not csrf.accepted("key", "another", token)
    assert not csrf.accepted("another", "seed", token)
    assert not csrf.accepted("key", "", csrf.token_for("key", ""))
    assert not csrf.accepted("key", "seed", "ñ\ud800")


async def test_a_form_sent_too_late_comes_back_readable(rig: Rig) -> None:
    """Nothing is done, and what was written is there to be copied, escaped; secrets are not repeated."""
    with time_machine.travel(NOW, tick=False) as clock:
        async with signed_in(rig, "admin") as person:
            clock.shift(IDLE)
            written = "Un texto largo <b>que</b> nadie quiere perder"
            answer = await person.post("/staff", {"name": written, "password": "a secret that is long enough"})
            assert answer.status_code == 401
            assert "Un texto largo &lt;b&gt;que&lt;/b&gt; nadie quiere perder" in answer.text
            assert "a secret" not in answer.text


async def test_a_fragment_asked_too_late_opens_the_lock(rig: Rig) -> None:
    """Htmx gets a 401 that replaces nothing on the page."""
    async with browser(rig) as web:
        answer = await web.get("/account", headers={"HX-Request": "true"})
        assert (answer.status_code, answer.headers["hx-trigger"], answer.headers["hx-retarget"]) == (401, "session-ended", "#notices")
        assert "<html" not in answer.text


async def unlocked(person: Person, code: str) -> int:
    """Sign in over a locked page, with the token the page still carries."""
    return (await person.post("/unlock", {"email": person.member.email, "password": PASSWORD, "code": code})).status_code


async def test_the_same_person_unlocks_the_page(rig: Rig) -> None:
    """With the old page's token; a wrong code is told and changes nothing."""
    with time_machine.travel(NOW, tick=False) as clock:
        async with signed_in(rig, "auditor") as person:
            clock.shift(IDLE)
            assert await unlocked(person, "000000") == 401
            assert not await is_in(person)
            assert await unlocked(person, code_for(person.member)) == 200
            assert await is_in(person)


async def test_step_up_asks_once_in_ten_minutes(rig: Rig) -> None:
    """A code that was used to sign in does not count again."""
    with time_machine.travel(NOW, tick=False) as clock:
        async with signed_in(rig, "auditor") as person:
            asked = await person.get("/audit/export?about=x")
            assert (asked.status_code, asked.headers["location"]) == (303, "/step-up?next=/audit/export%3Fabout%3Dx")
            assert (await person.post("/step-up", {"code": "000000", "next": "/audit/export"})).status_code == 422
            code = code_for(person.member)
            assert (await person.post("/step-up", {"code": code, "next": "/audit/export"})).headers["location"] == "/audit/export"
            assert (await person.post("/step-up", {"code": code, "next": "/audit/export"})).status_code == 422
            clock.shift(timedelta(minutes=9, seconds=59))
            assert (await person.get("/audit/export")).status_code == 200
            clock.shift(timedelta(seconds=1))
            assert (await person.get("/audit/export")).status_code == 303


async def test_choices_are_kept_by_the_browser(rig: Rig) -> None:
    """Language and colours, signed in or not; an unknown one is refused."""
    async with signed_in(rig, "auditor") as person:
        assert (await person.post("/preferences", {"theme": "dark", "next": "/account"})).headers["location"] == "/account"
        assert (await person.post("/preferences", {"language": "en", "next": "//evil.example"})).headers["location"] == "/login"
        text = (await person.get("/account")).text
        assert ('<html lang="en" data-theme="dark">' in text, "My account" in text) == (True, True)
        assert (await person.post("/preferences", {"theme": "<b>"})).status_code == 422


@pytest.mark.parametrize(("asked", "shown"), [("en-GB,en;q=0.9", "en"), ("fr-FR", "es"), ("", "es"), ("pt,en", "en"), ("x" * 5000, "es")])
async def test_the_browser_proposes_the_language(rig: Rig, asked: str, shown: str) -> None:
    """Spanish unless it asks for English."""
    async with browser(rig) as web:
        assert f'<html lang="{shown}"' in (await web.get("/login", headers={"Accept-Language": asked})).text


async def test_no_page_is_kept_or_framed_and_none_runs_anything_in_line(rig: Rig) -> None:
    """The headers of every answer, and the pages themselves."""
    async with signed_in(rig, "admin") as admin:
        for path in ("/login", "/account", "/staff", "/audit", "/step-up", "/nobody", "/staff/nobody"):
            answer = await admin.get(path)
            policy = answer.headers["content-security-policy"]
            assert ("unsafe" in policy, answer.headers["cache-control"], answer.headers["x-frame-options"]) == (False, "no-store", "DENY")
            assert not any(sign in answer.text for sign in ("<style", " style=", " onclick=", "<script>", "http://"))


async def test_a_browser_that_asks_for_nothing_gets_a_page(rig: Rig) -> None:
    """In its language, with a way back; a program gets a problem; the path is never markup."""
    async with signed_in(rig, "auditor") as person:
        answer = await person.get("/nowhere/%3Cb%3Ex", accept="text/html,*/*")
        assert (answer.status_code, "Esta página no existe" in answer.text, "<b>x" in answer.text) == (404, True, False)
        assert (await person.get("/nowhere")).headers["content-type"] == "application/problem+json"
