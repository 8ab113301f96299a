"""Signing in: all three secrets or nothing, every refusal alike, guessing slower and slower, nobody locked out for ever."""

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from unittest.mock import patch

import httpx
import pyotp
import pytest
import sqlalchemy as sa
import time_machine

from bot.console import one_time_code, throttle
from bot.console.throttle import ACCOUNT, NETWORK
from bot.passwords import matches
from storage.staff import StaffMember
from tests.bot.console.people import PASSWORD, account, browser, code_for, form_token, signed_in
from tests.bot.rig import Rig

NOW = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)


async def try_in(web: httpx.AsyncClient, email: str, password: str, code: str, **more: str) -> httpx.Response:
    """One attempt by the form."""
    data = {"csrf": await form_token(web), "email": email, "password": password, "code": code, **more}
    return await web.post("/login", data=data)


async def test_password_and_code_open_the_console(rig_on_both: Rig) -> None:
    """On both engines, with the e-mail in any case, to the page that was asked for."""
    member = account(rig_on_both, "admin", "ana@clinic.example")
    async with browser(rig_on_both) as web:
        answer = await try_in(web, " Ana@Clinic.example ", PASSWORD, code_for(member), next="/staff?x=1")
        assert (answer.status_code, answer.headers["location"]) == (303, "/staff?x=1")
        assert (await web.get("/staff")).status_code == 200


def wrong_ways(member: StaffMember) -> dict[str, tuple[str, str, str]]:
    """Every way not to get in."""
    return {
        "unknown": ("nobody@clinic.example", PASSWORD, code_for(member)),
        "password": (member.email, "another password", code_for(member)),
        "code": (member.email, PASSWORD, "000000"),
        "no code": (member.email, PASSWORD, ""),
        "old code": (member.email, PASSWORD, code_for(member, later=-9)),
        "nothing": ("", "", ""),
        "odd": ("a\ud83d\0'--", "\u202e" * 5000, "１２３４５６"),
    }


async def test_every_refusal_reads_alike(rig: Rig) -> None:
    """Status, text, headers and cookies tell nothing about who exists."""
    member, seen = account(rig, "coordinator"), {}
    for name, (email, password, code) in wrong_ways(member).items():
        async with browser(rig) as web:
            answer = await try_in(web, email.encode("utf-8", "replace").decode(), password, code)
        text = re.sub(r'[0-9a-f]{64}|value="[^"]*"', "", answer.text)
        seen[name] = (answer.status_code, text, sorted(answer.headers.keys() - {"content-length"}))
    assert {status for status, _, _ in seen.values()} == {401}
    assert len({str(told) for name, told in seen.items() if name != "nothing"}) == 1


@pytest.mark.parametrize("state", ["dismissed", "invited", "without a secret"])
async def test_an_account_that_does_not_count_is_refused(rig: Rig, state: str) -> None:
    """With the right secrets too."""
    member = account(rig, "coordinator")
    with rig.parts.database.write() as uow:
        if state == "dismissed":
            uow.staff.set_active(member.staff_ref, active=False, at=NOW)
        if state == "invited":
            uow.staff.set_password(member.staff_ref, "")
        if state == "without a secret":
            uow.staff.set_totp(member.staff_ref, "")
        uow.commit()
    async with browser(rig) as web:
        assert (await try_in(web, member.email, PASSWORD, code_for(member))).status_code == 401


async def test_a_code_works_once(rig: Rig) -> None:
    """Not in another browser, nor an older one after it."""
    member = account(rig, "coordinator")
    with time_machine.travel(NOW, tick=False):
        async with browser(rig) as first, browser(rig) as second:
            assert (await try_in(first, member.email, PASSWORD, code_for(member, later=1))).status_code == 303
            assert (await try_in(second, member.email, PASSWORD, code_for(member, later=1))).status_code == 401
            assert (await try_in(second, member.email, PASSWORD, code_for(member))).status_code == 401


async def test_codes_of_clocks_that_differ_a_little_count() -> None:
    """One step before and after, not two; spaces do not matter."""
    secret = one_time_code.new_secret()
    codes = {steps: pyotp.TOTP(secret).at(NOW + timedelta(seconds=30 * steps)) for steps in (-2, -1, 0, 1, 2)}
    known = {steps: one_time_code.step_of(secret, f" {code[:3]} {code[3:]} ", NOW) for steps, code in codes.items()}
    here = pyotp.TOTP(secret).timecode(NOW)
    assert known == {-2: None, -1: here - 1, 0: here, 1: here + 1, 2: None}
    assert one_time_code.step_of("", codes[0], NOW) is None


async def test_the_owner_hears_of_failed_attempts(rig: Rig) -> None:
    """At the next sign-in, once."""
    member = account(rig, "auditor")
    async with browser(rig) as stranger, browser(rig) as owner:
        for _ in range(2):
            await try_in(stranger, member.email, "a wrong password", "123456")
        told = await try_in(owner, member.email, PASSWORD, code_for(member), next="/audit")
        assert (told.status_code, "hubo 2 intentos fallidos" in told.text, 'href="/audit"' in told.text) == (200, True, True)
        assert (await owner.get("/audit")).status_code == 200
    with rig.parts.database.read() as uow:
        kept = uow.staff.by_ref(member.staff_ref)
    assert kept is not None
    assert kept.failed_sign_ins == 0


@pytest.mark.parametrize("known", [True, False])
async def test_guessing_gets_slower_and_a_quiet_hour_forgets(rig: Rig, known: bool) -> None:  # noqa: FBT001 - pytest passes parameters by name
    """Five are free, then each waits longer, the right one too; told alike for a person and for nobody."""
    member = account(rig, "physician")
    email = member.email if known else "nobody@clinic.example"
    with time_machine.travel(NOW, tick=False) as clock:
        async with browser(rig) as web:
            statuses = [(await try_in(web, email, f"guess number {number}", "123456")).status_code for number in range(7)]
            assert statuses == [401] * 6 + [429]
            waited = await try_in(web, email, PASSWORD, code_for(member))
            assert (waited.status_code, waited.headers["retry-after"], "un segundo" in waited.text) == (429, "1", True)
            clock.shift(1.01)
            assert (await try_in(web, email, "guess", "123456")).status_code == 401
            assert (await try_in(web, email, "guess", "123456")).headers["retry-after"] == "2"
            clock.shift(3 * 3600)
            assert [(await try_in(web, email, "guess", "123456")).status_code for _ in range(2)] == [401] * 2


def test_the_longest_wait_bounds_the_guesses_of_a_year() -> None:
    """A guess a quarter of an hour: far from ten thousand codes in their half minute; and no wait lasts for ever."""
    assert [ACCOUNT(failures) for failures in (0, 5, 6, 7, 10, 16, 10_000)] == [0, 0, 1, 2, 16, 900, 900]
    assert max(NETWORK(failures) for failures in range(1000)) == 30


async def test_guesses_sent_at_once_are_counted_one_by_one(rig: Rig) -> None:
    """The place is taken before the password is looked at."""
    member = account(rig, "coordinator")
    with time_machine.travel(NOW, tick=False):
        async with browser(rig) as web:
            token = await form_token(web)
            data = {"csrf": token, "email": member.email, "password": "a guess at it", "code": "123456"}
            answers = await asyncio.gather(*(web.post("/login", data=data) for _ in range(20)))
        assert sorted(answer.status_code for answer in answers).count(401) == 6


async def test_a_stranger_does_not_keep_the_owner_out(rig: Rig) -> None:
    """The browser the owner has used before has a count of its own, also while the account's is closed."""
    member = account(rig, "physician")
    with time_machine.travel(NOW, tick=False):
        async with browser(rig) as owner, browser(rig) as stranger:
            assert (await try_in(owner, member.email, PASSWORD, code_for(member, later=-1))).status_code == 303
            await owner.post("/logout", data={"csrf": await form_token(owner, "/account")})
            for _ in range(9):
                await try_in(stranger, member.email, "a guess at it", "123456")
            assert (await try_in(stranger, member.email, PASSWORD, code_for(member))).status_code == 429
            assert (await try_in(owner, member.email, PASSWORD, code_for(member))).status_code == 200


def test_a_known_browser_is_known_for_its_owner_only() -> None:
    """Another's cookie, or a made-up one, falls under the account's count."""
    device = throttle.new_device("key", "ana@clinic.example")
    assert throttle.guess("key", "Ana@clinic.example", "10.0.0.1", device).network == ""
    for email, cookie in (("bo@clinic.example", device), ("ana@clinic.example", device[:-1] + "x"), ("ana@clinic.example", "x" * 96)):
        assert throttle.guess("key", email, "10.0.0.1", cookie).network != ""


def test_addresses_of_one_customer_share_a_count() -> None:
    """A whole IPv6 /64, one IPv4 address; the e-mail and the address are not readable in the key."""
    of = {address: throttle.guess("key", "ana@clinic.example", address, "").network for address in ("2001:db8::1", "2001:db8::2")}
    assert len(set(of.values())) == 1
    assert throttle.guess("key", "a@b", "10.0.0.1", "").network != throttle.guess("key", "a@b", "10.0.0.2", "").network
    assert not re.search("ana|2001", str(throttle.guess("key", "ana@clinic.example", "2001:db8::1", "")))


async def test_many_accounts_from_one_network_are_slowed(rig: Rig) -> None:
    """Spraying one password over many people."""
    with time_machine.travel(NOW, tick=False):
        async with browser(rig) as web:
            token = await form_token(web)
            statuses = []
            for number in range(34):
                data = {"csrf": token, "email": f"p{number}@clinic.example", "password": "Primavera2026!", "code": "123456"}
                statuses.append((await web.post("/login", data=data)).status_code)
    assert statuses == [401] * 31 + [429] * 3


async def test_someone_and_nobody_cost_the_same_work(rig: Rig) -> None:
    """The same statements in the same order, and one password verified (what that costs: `tests/bot/test_passwords.py`)."""
    member, done = account(rig, "coordinator"), {}
    async with browser(rig) as web:
        token = await form_token(web)
        for email in (member.email, "nobody@clinic.example"):
            data = {"csrf": token, "email": email, "password": "a wrong password", "code": "123456"}
            with statements() as ran, patch("bot.console.sign_in.matches", wraps=matches) as verified:
                await web.post("/login", data=data)
            done[email] = (ran, verified.call_count)
    someone, nobody = done.values()
    assert (someone == nobody, len(someone[0]) > 5, someone[1]) == (True, True, 1)


@contextmanager
def statements() -> Iterator[list[str]]:
    """Every SQL statement that runs meanwhile."""
    ran: list[str] = []

    def note(*told: Any) -> None:
        ran.append(told[2])

    sa.event.listen(sa.Engine, "before_cursor_execute", note)
    yield ran
    sa.event.remove(sa.Engine, "before_cursor_execute", note)


@pytest.mark.parametrize(
    "wanted",
    ["//evil.example", "/\\evil", "https://evil.example", "javascript:alert(1)", "/a\r\nX: y", "\\\\evil", "", "/" + "a" * 600],
)
async def test_after_sign_in_nothing_leads_elsewhere(rig: Rig, wanted: str) -> None:
    """`next` is a path of ours, or none."""
    member = account(rig, "admin")
    async with browser(rig) as web:
        answer = await try_in(web, member.email, PASSWORD, code_for(member), next=wanted)
        assert (answer.status_code, (await web.get(answer.headers["location"])).status_code) == (303, 200)


async def test_a_form_of_another_site_is_refused(rig: Rig) -> None:
    """By where it began, by its token; and a right one from nowhere needs the token too."""
    member = account(rig, "coordinator")
    secrets = {"email": member.email, "password": PASSWORD, "code": code_for(member)}
    async with browser(rig) as web, browser(rig) as other:
        token, foreign = await form_token(web), await form_token(other)
        for headers in (
            {"Sec-Fetch-Site": "cross-site"},
            {"Sec-Fetch-Site": "same-site"},
            {"Origin": "https://evil.example"},
            {"Origin": "null"},
        ):
            assert (await web.post("/login", data={"csrf": token, **secrets}, headers=headers)).status_code == 403
        for wrong in (foreign, "", "x" * 64, "é"):
            assert (await web.post("/login", data={"csrf": wrong, **secrets})).status_code == 403
        good = await web.post("/login", data={"csrf": token, **secrets}, headers={"Origin": "https://clinic.example"})
        assert good.status_code == 303


async def test_signing_in_writes_who_and_whether(rig: Rig) -> None:
    """Audit rows name people by reference; a stranger's e-mail is nowhere."""
    member = account(rig, "coordinator")
    async with browser(rig) as web:
        await try_in(web, "stranger@elsewhere.example", PASSWORD, "123456")
        await try_in(web, member.email, PASSWORD, code_for(member))
    with rig.parts.database.read() as uow:
        rows = [(row.actor, row.action, row.object) for row in uow.audit.page()[1:]]
    assert rows == [("stranger", "sign_in.refused", ""), (member.staff_ref, "sign_in.done", member.staff_ref)]


async def test_whoever_is_signed_in_is_led_on(rig: Rig) -> None:
    """`/login` shows no form then."""
    async with signed_in(rig, "auditor") as auditor:
        answer = await auditor.get("/login?next=/account")
        assert (answer.status_code, answer.headers["location"]) == (303, "/account")
        home = (await auditor.get("/login")).headers["location"]
        assert (await auditor.get(home)).status_code == 200


@pytest.mark.parametrize(("role", "wanted", "lands"), [
    ("admin", "/queue", "/hygiene"), ("auditor", "/queue?tab=mine", "/hygiene"), ("auditor", "/cases/abc", "/hygiene"),
    ("coordinator", "/staff", "/queue"), ("physician", "/queue?tab=mine", "/queue?tab=mine"), ("admin", "/audit", "/audit"),
])  # fmt: skip
async def test_nobody_lands_on_a_page_their_role_may_not_see(rig: Rig, role: str, wanted: str, lands: str) -> None:
    """Whatever page the sign-in was asked from: then the person's own work begins where it does without one."""
    member = account(rig, role)
    async with browser(rig) as web:
        answer = await try_in(web, member.email, PASSWORD, code_for(member), next=wanted)
        assert (answer.status_code, answer.headers["location"]) == (303, lands)
        assert (await web.get(f"/login?next={wanted}")).headers["location"] == lands
