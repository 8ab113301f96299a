"""From any message of a transcript staff can open the state, the rule, the revision and the signature that produced it."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from html import unescape
from typing import get_args

import httpx
import pytest
import sqlalchemy as sa

from bot.console import wording
from bot.console.session import begin
from bot.rules import shipped_rules
from bot.why import Why, why
from flows.events import Event, HoldLifted, SilenceNoted
from flows.intake.flow import INTAKE
from flows.reasons import RULES, Rule
from messages import approvals
from messages.approvals import Approval
from messages.catalog import shipped
from storage.database import Database
from storage.event_codec import KINDS
from tests.bot.dialogue import SHIPPED, Dialogue
from tests.bot.rig import PUBLIC, Rig
from tests.conftest import DATA_KEY


@pytest.fixture
def one(sqlite_url: str) -> Dialogue:
    """Somebody who has just said hello."""
    return Dialogue(Database(sqlite_url, [DATA_KEY])).says("hola")


def explained(one: Dialogue, n: int) -> Why:
    """Why this message."""
    with one.database.read() as uow:
        case = uow.cases.get(one.case_id)
        assert case is not None
        found = why(uow, case, n, shipped_rules)
    assert found is not None
    return found


def rules(one: Dialogue, last: int = 1) -> list[tuple[str, str, str]]:
    """Key, rule and detail of the last texts."""
    found = [explained(one, n) for n, _, _ in one.said()[-last:]]
    assert all(each.reason is not None and each.same and each.kept for each in found)
    return [(each.message.message_key, each.reason.rule, each.reason.detail) for each in found if each.reason]


def test_a_question_names_the_arrow_that_led_to_it(one: Dialogue) -> None:
    """The step before it, and the condition that held."""
    found = explained(one.reaches("subject.who").taps("other"), one.said()[-1][0])
    assert found.reason is not None
    route = found.reason.route
    assert route is not None
    assert (found.reason.rule, route.source, route.target) == ("question", "subject.who", found.message.step)
    assert "other" in route.condition


def test_the_first_question_comes_from_the_beginning(one: Dialogue) -> None:
    """No step stands before it."""
    found = explained(one, one.said()[-1][0])
    assert found.reason is not None
    assert found.reason.route is not None
    assert (found.reason.route.source, found.reason.route.condition) == ("", "always")
    assert found.cause is not None
    assert (found.cause.kind, found.cause.n) == ("TextReceived", 1)


@pytest.mark.parametrize(
    ("step", "text", "wanted"),
    [
        ("subject.age", "qwertz", ("retry-age_or_birthdate.first", "not_read", "1")),
        ("subject.age", "quiero hablar con una persona", ("person-requested", "person", "")),
        ("subject.age", "me duele mucho el pecho", ("emergency-call", "danger", "")),
        ("subject.age", "alto", ("control-stopped", "steering", "")),
        ("screening.ever", "1", ("choose-more", "several", "")),
    ],
)
def test_a_text_names_its_rule(one: Dialogue, step: str, text: str, wanted: tuple[str, str, str]) -> None:
    """What the patient wrote was read, and this is what it was read as."""
    assert rules(one.reaches(step).says(text)) == [wanted]


def test_an_answer_beside_the_question_names_what_was_asked(one: Dialogue) -> None:
    """The price question is answered, then the open question is asked again."""
    assert rules(one.reaches("subject.age").says("¿cuánto cuesta?"), 2) == [
        ("aside-price", "beside", "price_question"),
        ("subject-age", "asked_again", ""),
    ]


def test_why_a_question_is_asked_is_steering(one: Dialogue) -> None:
    """The reason is given, then the question again."""
    assert rules(one.reaches("subject.age").says("¿por qué me lo pregunta?"), 2)[0] == ("subject-age.why", "steering", "why")


def test_what_stands_before_a_question_belongs_to_it(one: Dialogue) -> None:
    """The outcomes are shown before the check."""
    shown, asked = rules(one.reaches("outcomes.check"), 2)
    assert (shown[1:], asked[:2]) == (("before_question", "outcomes.check"), ("outcomes-check", "question"))


def test_silence_a_hold_and_its_end_are_told_apart(one: Dialogue) -> None:
    """None of them is a word of the patient's."""
    one.reaches("subject.age").clock.move(hours=21)
    assert rules(one.happens(lambda at: SilenceNoted(at, None))) == [("nudge-first", "silence", "1")]
    told = rules(one.says("me duele mucho el pecho").says("hola"), 2)
    assert told == [("emergency-held", "held", ""), ("emergency-where", "held", "")]
    assert rules(one.happens(lambda at: HoldLifted(at, None, "s", resume=True))) == [("lifted-hello", "lifted", "")]


def test_every_text_of_a_whole_conversation_is_explained(one: Dialogue) -> None:
    """No text is left to the rule `other`, and each is the same to the byte."""
    found = rules(one.reaches(""), 999)
    assert {rule for _, rule, _ in found} <= set(RULES) - {"other"}
    assert len(found) > 25


def test_a_text_of_another_revision_keeps_its_facts(sqlite_url: str) -> None:
    """The rule cannot be asked any more; the event, the revision and the hash stand."""
    one = Dialogue(Database(sqlite_url, [DATA_KEY]), rules=replace(SHIPPED, revision="an older one")).says("hola")
    found = explained(one, one.said()[0][0])
    assert (found.revision, found.reason, found.same, found.kept) == ("an older one", None, None, True)
    assert found.cause is not None


@pytest.mark.parametrize("change", ["UPDATE events SET revision = 'x'", "UPDATE events SET step = 'x'"])
def test_a_column_beside_the_seal_says_nothing(one: Dialogue, change: str) -> None:
    """What the page stands on is under the seal."""
    in_database(one, change)
    assert (explained(one, one.said()[0][0]).same, explained(one, one.said()[0][0]).revision) == (True, INTAKE.revision)


def test_events_changed_by_hand_are_told(one: Dialogue) -> None:
    """The page says that they cannot be read."""
    in_database(one, "UPDATE events SET body = (SELECT body FROM events WHERE seq = 1) WHERE seq = 0")
    assert explained(one, one.said()[0][0]).unreadable


def in_database(one: Dialogue, statement: str) -> None:
    """A change past all code of ours."""
    with one.database.write() as uow:
        uow.work.connection.execute(sa.text(statement))
        uow.commit()


def test_a_text_from_before_events_says_so(one: Dialogue) -> None:
    """Nothing is guessed."""
    in_database(one, "DELETE FROM events")
    found = explained(one, one.said()[0][0])
    assert (found.cause, found.reason, found.same) == (None, None, None)


def test_the_signature_is_the_ledgers(one: Dialogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Awaiting, approved, or changed since."""
    n, key, _ = one.reaches("subject.age").said()[-1]
    assert explained(one, n).state == "awaiting"
    signed = Approval(key, "es", shipped().digest(key, "es"), "Dra. Vega", "123", datetime(2026, 2, 1, tzinfo=UTC).date())
    monkeypatch.setattr("bot.why.shipped_ledger", lambda: (signed,))
    assert (explained(one, n).state, explained(one, n).approval) == ("approved", signed)
    assert approvals.shipped_ledger() == ()


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_rule_and_every_event_has_words(language: wording.Language) -> None:
    """Walks both lists: a new one is not done before it can be read."""
    keys = [f"why-rule-{rule}" for rule in get_args(Rule)] + [f"why-event-{kind}" for kind in (*KINDS, "Resumed", "Told")]
    assert {shape.__name__ for shape in get_args(Event)} <= set(KINDS)
    for key in keys:
        assert wording.said(key, language)


async def signed_in(rig: Rig, role: str) -> dict[str, str]:
    """The cookie of a person with this role at the console."""
    with rig.parts.database.read() as uow:
        member = uow.staff.by_email(f"{role}@clinic.example")
    member = member or rig.add_staff(role, f"{role}@clinic.example")
    with rig.parts.database.write() as uow:
        session = begin(uow, member, datetime.now(UTC))
        uow.commit()
    return {"candor_session": session.token}


@pytest.fixture
async def page(rig: Rig) -> AsyncIterator["Pages"]:
    """The console over a conversation that was just begun."""
    await rig.simulate("ana", text="hola")
    async with httpx.AsyncClient(transport=rig.web._transport, base_url=PUBLIC) as browser:
        yield Pages(rig, browser, await rig.case_of("ana"))


class Pages:
    """A browser at the page of a message."""

    def __init__(self, rig: Rig, browser: httpx.AsyncClient, case_id: str) -> None:
        self.rig, self.browser, self.case_id = rig, browser, case_id

    async def open(self, n: object, role: str = "coordinator", language: str = "en") -> httpx.Response:
        """The page of message `n` as this role sees it."""
        self.browser.cookies.clear()
        for name, value in (await signed_in(self.rig, role)).items():
            self.browser.cookies.set(name, value)
        return await self.browser.get(f"/cases/{self.case_id}/messages/{n}/why", headers={"Accept-Language": language})


def seen(response: httpx.Response) -> str:
    """The words of a page, without its marks."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())


async def test_the_page_tells_everything(page: Pages) -> None:
    """State, event, rule, text, revision, protocol, hash and signature, in words."""
    shown = seen(await page.open(2))
    for words in ("Words of the patient", "message 1", "The next question", "language-choose", "SHA-256", "to the byte"):
        assert words in shown
    assert "beginning → language.choose" in shown


@pytest.mark.parametrize(("language", "words"), [("en", "Why this text?"), ("es", "¿Por qué este texto?")])
async def test_the_page_speaks_both_languages(page: Pages, language: str, words: str) -> None:
    """As the browser asks."""
    assert words in seen(await page.open(2, language=language))


@pytest.mark.parametrize("n", ["1", "0", "99", "x", "٢", "9" * 30])
async def test_what_is_not_there_is_hidden(page: Pages, n: str) -> None:
    """What the patient wrote needs no reason; what does not exist has none."""
    assert (await page.open(n)).status_code == 404


@pytest.mark.parametrize(("role", "status"), [("physician", 200), ("coordinator", 200), ("auditor", 403), ("admin", 403)])
async def test_only_who_may_read_records_sees_it(page: Pages, role: str, status: int) -> None:
    """It shows words of a conversation."""
    assert (await page.open(2, role)).status_code == status


async def test_every_look_is_an_audit_row(page: Pages) -> None:
    """With the message's number, and no word."""
    await page.open(2)
    with page.rig.parts.database.read() as uow:
        entry = uow.audit.page(0, 500)[-1]
    assert (entry.action, entry.object, dict(entry.detail)) == ("message.explained", page.case_id, {"n": 2})


async def test_a_text_of_staff_names_who_wrote_it(page: Pages) -> None:
    """Name and role, and that the guard judged it."""
    headers = page.rig.staff("coordinator")
    answer = await page.rig.web.post(
        f"/api/v1/cases/{page.case_id}/messages", json={"text": "Buenas tardes, le escribe Ana."}, headers=headers
    )
    assert answer.status_code == 201
    shown = seen(await page.open(answer.json()["n"]))
    assert "Written by Coordinator , Coordinator" in shown
    assert "The guard judged it" in shown


async def test_hostile_words_are_shown_as_words(page: Pages) -> None:
    """Nothing a person typed becomes markup."""
    headers = page.rig.staff("coordinator")
    text = "<script>alert(1)</script> & “hola”"
    answer = await page.rig.web.post(f"/api/v1/cases/{page.case_id}/messages", json={"text": text}, headers=headers)
    shown = await page.open(answer.json()["n"])
    assert "<script>alert" not in shown.text
    assert text in seen(shown)
