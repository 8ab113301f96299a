"""The staff as an administrator keeps it: by invitation, with a role, and gone the moment it is said."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from storage.staff import StaffMember
from tests.bot.console.people import PASSWORD, Person, account, browser, code_for, signed_in
from tests.bot.rig import Rig

NEW = "siete sillas junto al mar"
BO = {"name": "Bo Núñez", "email": "bo@clinic.example", "role": "physician", "licence": "CED-77"}


async def invited(admin: Person, **changed: str) -> str:
    """The path of the link for somebody who joins."""
    answer = await admin.post("/staff", {**BO, **changed})
    assert answer.status_code == 200, answer.text
    return str(re.search(r"https://clinic\.example(/invitation/[\w-]{22,})", answer.text)[1])  # type: ignore[index] # a missing link fails here


def kept(rig: Rig, email: str) -> StaffMember:
    """The account as it is stored."""
    with rig.parts.database.read() as uow:
        found = uow.staff.by_email(email)
    assert found is not None
    return found


async def accept(rig: Rig, path: str, **changed: str) -> int:
    """Choose a password and prove the codes under a link."""
    async with browser(rig) as web:
        page = await web.get(path)
        token = re.search(r'name="csrf" value="([0-9a-f]{64})"', page.text)
        assert token
        code = code_for(kept(rig, BO["email"]))
        data = {"csrf": token[1], "new_password": NEW, "new_password_again": NEW, "code": code, **changed}
        return (await web.post(path, data=data)).status_code


async def test_a_person_joins_by_a_link(rig_on_both: Rig) -> None:
    """The administrator sees neither password nor secret; whoever opens the link chooses one and is in."""
    rig = rig_on_both
    async with signed_in(rig, "admin") as admin:
        path = await invited(admin)
        assert kept(rig, BO["email"]).totp_secret not in (await admin.get(f"/staff/{kept(rig, BO['email']).staff_ref}")).text
    async with browser(rig) as web:
        page = (await web.get(path)).text
        assert (kept(rig, BO["email"]).totp_secret in page.replace(" ", ""), "otpauth://totp/" in page) == (True, True)
    assert await accept(rig, path) == 303
    member = kept(rig, BO["email"])
    assert (member.role, member.licence, member.name) == ("physician", "CED-77", "Bo Núñez")


async def test_a_link_counts_once_and_not_for_ever(rig: Rig) -> None:
    """Used, replaced, expired, made up: the same answer."""
    async with signed_in(rig, "admin") as admin:
        used = await invited(admin)
        assert await accept(rig, used) == 303
        ref = kept(rig, BO["email"]).staff_ref
        replaced = re.search(r"/invitation/[\w-]+", (await admin.post(f"/staff/{ref}/invitation")).text)
        latest = re.search(r"/invitation/[\w-]+", (await admin.post(f"/staff/{ref}/invitation")).text)
        assert replaced
        assert latest
    async with browser(rig) as web:
        answers = [await web.get(path) for path in (used, replaced[0], "/invitation/" + "x" * 32, "/invitation/é")]
        assert [(answer.status_code, "ya se usó o venció" in answer.text) for answer in answers] == [(404, True)] * 4
        assert (await web.get(latest[0])).status_code == 200
        with time_machine.travel(datetime.now(UTC) + timedelta(days=4)):
            assert (await web.get(latest[0])).status_code == 404


@pytest.mark.parametrize(
    "changed",
    [
        {"new_password": "short", "new_password_again": "short"},
        {"new_password": "bo@clinic.example", "new_password_again": "bo@clinic.example"},
        {"new_password_again": "something else than that"},
        {"code": "000000"},
        {"code": ""},
    ],
)
async def test_a_link_is_not_spent_by_a_mistake(rig: Rig, changed: dict[str, str]) -> None:
    """An easy password, two that differ, a wrong code: the form comes back, the link still counts."""
    async with signed_in(rig, "admin") as admin:
        path = await invited(admin)
    assert await accept(rig, path, **changed) == 422
    assert await accept(rig, path) == 303


@pytest.mark.parametrize(
    ("changed", "fault"),
    [
        ({"name": " "}, "Escriba el nombre"),
        ({"name": "x" * 121}, "Escriba el nombre"),
        ({"name": "a\u202eb"}, "Escriba el nombre"),
        ({"email": "bo"}, "correo electrónico completo"),
        ({"email": "bo@clinic"}, "correo electrónico completo"),
        ({"email": "b o@clinic.example"}, "correo electrónico completo"),
        ({"role": "owner"}, "Elija una función"),
        ({"licence": ""}, "hace falta la cédula"),
        ({"email": "TAKEN@clinic.example"}, "Ya hay una cuenta"),
    ],
)
async def test_a_faulty_form_comes_back_with_what_is_wrong(rig: Rig, changed: dict[str, str], fault: str) -> None:
    """What was typed is kept, nobody is added."""
    account(rig, "auditor", "taken@clinic.example")
    async with signed_in(rig, "admin") as admin:
        answer = await admin.post("/staff", {**BO, **changed})
    assert (answer.status_code, fault in answer.text, 'value="Bo Núñez"' in answer.text or "name" in changed) == (422, True, True)
    with rig.parts.database.read() as uow:
        assert len(uow.staff.everyone()) == 2


async def test_fields_nobody_asked_for_set_nothing(rig: Rig) -> None:
    """Mass assignment (reliability.md 3.2 case 21)."""
    async with signed_in(rig, "admin") as admin:
        await invited(admin, password_hash="x", totp_secret="x", staff_ref="mine", failed_sign_ins="9", role="coordinator")
    member = kept(rig, BO["email"])
    assert (member.staff_ref == "mine", member.password_hash, member.failed_sign_ins, member.licence) == (False, "", 0, "")


async def test_a_role_changes_and_says_so(rig: Rig) -> None:
    """A physician needs a licence, others keep none; the audit row names both roles."""
    member = account(rig, "coordinator")
    async with signed_in(rig, "admin") as admin:
        path = f"/staff/{member.staff_ref}/role"
        assert (await admin.post(path, {"role": "physician"})).status_code == 422
        assert (await admin.post(path, {"role": "physician", "licence": "CED-5"})).status_code == 303
        assert (await admin.post(path, {"role": "owner"})).status_code == 422
        assert (kept(rig, member.email).role, kept(rig, member.email).licence) == ("physician", "CED-5")
        await admin.post(path, {"role": "auditor", "licence": "CED-5"})
    assert (kept(rig, member.email).role, kept(rig, member.email).licence) == ("auditor", "")
    with rig.parts.database.read() as uow:
        changes = [row.detail for row in uow.audit.page() if row.action == "staff.role_changed"]
    assert changes == [{"from": "coordinator", "to": "physician"}, {"from": "physician", "to": "auditor"}]


async def test_who_left_comes_back_only_by_a_new_link(rig: Rig) -> None:
    """Dismissed: no link, no sign-in; reinstated: not with the old password."""
    from tests.bot.console.test_sign_in import try_in

    member = account(rig, "coordinator")
    path = f"/staff/{member.staff_ref}"
    async with signed_in(rig, "admin") as admin, browser(rig) as web:
        assert (await admin.post(f"{path}/dismiss")).status_code == 303
        assert (await admin.post(f"{path}/invitation")).status_code == 409
        assert (await try_in(web, member.email, PASSWORD, code_for(member))).status_code == 401
        assert (await admin.post(f"{path}/reinstate")).status_code == 303
        assert (await try_in(web, member.email, PASSWORD, code_for(member, later=1))).status_code == 401
        assert (await admin.post(f"{path}/invitation")).status_code == 200


@pytest.mark.parametrize("step", ["role", "dismiss", "invitation", "reinstate"])
async def test_nobody_changes_their_own_account_here(rig: Rig, step: str) -> None:
    """So an administrator always remains."""
    async with signed_in(rig, "admin") as admin:
        answer = await admin.post(f"/staff/{admin.member.staff_ref}/{step}", {"role": "auditor"})
        assert (answer.status_code, "Su propia cuenta no se cambia aquí" in answer.text) == (409, True)
        assert (await admin.get("/staff")).status_code == 200


async def test_the_password_changes_with_the_old_one_and_a_code(rig: Rig) -> None:
    """Other sessions end, this one goes on; a mistake changes nothing."""
    member = account(rig, "auditor")
    async with signed_in(rig, "auditor", member=member) as here, signed_in(rig, "auditor", member=member) as there:
        right = {"password": PASSWORD, "new_password": NEW, "code": code_for(member)}
        for wrong in ({"password": "not this one"}, {"code": "000000"}, {"new_password": "short"}):
            assert (await here.post("/account/password", {**right, **wrong})).status_code == 422
        assert kept(rig, member.email).password_hash == member.password_hash
        assert (await here.post("/account/password", right)).headers["location"] == "/account?done=password"
        assert ((await here.get("/account")).status_code, (await there.get("/account")).status_code) == (200, 303)
    assert kept(rig, member.email).password_hash != member.password_hash


async def test_a_person_ends_their_other_sessions(rig: Rig) -> None:
    """From the account page."""
    member = account(rig, "auditor")
    async with signed_in(rig, "auditor", member=member) as here, signed_in(rig, "auditor", member=member) as there:
        assert (await here.post("/account/sessions")).status_code == 303
        assert ((await here.get("/account")).status_code, (await there.get("/account")).status_code) == (200, 303)


async def test_ending_the_other_sessions_ends_the_tokens_and_says_so(rig: Rig) -> None:
    """A token reads what its owner reads, and nothing else takes it back from who is still on the staff."""
    member = account(rig, "coordinator")
    api = {"Authorization": f"Bearer {rig.token_of(member)}"}
    async with signed_in(rig, "coordinator", member=member) as here:
        assert "claves de acceso a la API terminan" in (await here.get("/account")).text
        assert (await rig.web.get("/api/v1/queue", headers=api)).status_code == 200
        told = await here.get((await here.post("/account/sessions")).headers["location"])
        assert "sus claves de la API terminaron" in told.text
        assert (await rig.web.get("/api/v1/queue", headers=api)).status_code == 401


async def test_names_are_shown_never_run(rig: Rig) -> None:
    """Markup in a name is text everywhere the console shows it."""
    hostile = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    member = account(rig, "coordinator", name=hostile)
    async with signed_in(rig, "admin") as admin:
        for path in ("/staff", f"/staff/{member.staff_ref}", f"/audit?person={member.staff_ref}"):
            text = (await admin.get(path)).text
            assert ("&lt;script&gt;alert(1)" in text, "<script>alert" in text, "<img src=x" in text) == (True, False, False)
