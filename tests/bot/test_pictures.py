"""The picture of the numbers on its way: where it goes, who can fetch it for how long, and that its address tells nothing."""

import io
import re
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.channels.base import Outgoing
from bot.enclosures import enclosed
from bot.pictures import VALID
from bot.signed_links import opened, sign
from messages.prompt import Prompt
from storage.outbox import Claim, Recipient
from tests.bot.rig import ANA, CHAT, PUBLIC, Rig, running
from tests.fakes.twilio_messages import TwilioMessage
from tests.follow_up import Treated, treated

START = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
PATH = re.compile(rf"{PUBLIC}/picture/[bcdfghjkmnpqrstv]{{72}}")
RESULT = "Estos son sus números"
SERIES = '{"nrs_pain":[["baseline",6],["1m",4]]}'


@pytest.fixture
async def rig(database_url: str, tmp_path: Path) -> AsyncIterator[Rig]:
    """The runtime, thirty-one days after a treatment."""
    async with running(database_url, tmp_path) as here:
        here.clock.now = START + timedelta(days=31)
        yield here


def says_numbers(rig: Rig, user: str, channel: str, account: str) -> Treated:
    """Somebody treated who has just answered is told their numbers: pain 6, then 4."""
    with rig.parts.database.write() as uow:
        one = treated(uow, user, date(2026, 3, 2), at=START, channel=channel, account=account)
        uow.people.heard_from({one.address.id: rig.clock()})
        desk = rig.parts.turn.desk(uow)
        talk = desk.hold_conversations([one.conversation.id])[0]
        line = Prompt("check_in-line_nrs_pain_first", {"now": "4"})
        rig.parts.turn.apply.say(desk, talk, Prompt("check_in-results", {"lines": (line,), "trend": SERIES}), "reply")
        rig.parts.turn.apply.say(desk, talk, Prompt("check_in-person_reads"), "reply")
        desk.finish()
        uow.commit()
    return one


async def by_whatsapp(rig: Rig) -> list[TwilioMessage]:
    """The picture and the text, as Twilio has them."""
    says_numbers(rig, ANA, "whatsapp", rig.twilio.account_sid)
    rig.twilio._last_inbound[ANA] = rig.clock()
    await rig.send_all()
    await rig.twilio.settle()
    return rig.twilio.on_screen(ANA)[:2]


async def test_whatsapp_gets_the_picture_and_then_the_text(rig: Rig) -> None:
    """Twilio fetched a PNG from us before it took the text, and both were delivered."""
    picture, text = await by_whatsapp(rig)
    assert (RESULT in text.body, text.media_url, picture.body) == (True, "", "")
    assert PATH.fullmatch(picture.media_url)
    assert Image.open(io.BytesIO(picture.picture)).format == "PNG"
    assert (picture.status, text.status) == ("delivered", "delivered")


async def test_its_address_opens_for_two_hours_and_is_kept_by_nobody(rig: Rig) -> None:
    """No store, no index, no script; then the same 404 as for anything else."""
    picture, _ = await by_whatsapp(rig)
    path = picture.media_url.removeprefix(PUBLIC)
    answer = await rig.web.get(path)
    assert (answer.status_code, answer.headers["content-type"], answer.headers["cache-control"]) == (200, "image/png", "no-store")
    assert ("noindex" in answer.headers["x-robots-tag"], answer.headers["x-content-type-options"]) == (True, "nosniff")
    rig.clock.now += VALID
    gone = await rig.web.get(path)
    assert (gone.status_code, gone.content, gone.headers["cache-control"]) == (404, b"", "no-store")


@pytest.mark.parametrize("change", ["first", "end", "last", "short", "long", "case", "purpose"])
async def test_only_an_address_of_ours_opens(rig: Rig, change: str) -> None:
    """Another send, a later end, another mark, or a token of another purpose: 404."""
    picture, _ = await by_whatsapp(rig)
    token = picture.media_url.rpartition("/")[2]
    with rig.parts.database.read() as uow:
        send_id = opened(uow, "picture", token, rig.clock())
        assert send_id is not None
        foreign = sign(uow, "calendar", send_id, rig.clock() + VALID)
    other = {sign: "c" if sign == "b" else "b" for sign in "bcdfghjkmnpqrstv"}
    changed = {
        "first": other[token[0]] + token[1:], "end": token[:39] + other[token[39]] + token[40:], "last": token[:-1] + other[token[-1]],
        "short": token[:-1], "long": token + "b", "case": token.upper(), "purpose": foreign,
    }[change]  # fmt: skip
    assert (await rig.web.get(f"/picture/{changed}")).status_code == 404


async def test_a_text_without_numbers_has_no_picture(rig: Rig) -> None:
    """The address of another send of the same person opens nothing."""
    _, text = await by_whatsapp(rig)
    with rig.parts.database.read() as uow:
        case = uow.cases.latest_for([1])[1]
        plain = next(send for send in uow.outbox.for_case(case.case_id) if send.message_key == "check_in-person_reads")
        token = sign(uow, "picture", plain.send_id, rig.clock() + VALID)
    assert text.media_url == ""
    assert (await rig.web.get(f"/picture/{token}")).status_code == 404


async def test_an_erased_patients_picture_is_gone(rig: Rig) -> None:
    """At once, however young the address."""
    picture, _ = await by_whatsapp(rig)
    with rig.parts.database.write() as uow:
        uow.retention.erase_patient(uow.cases.latest_for([1])[1].patient_ref, rig.clock())
        uow.commit()
    assert (await rig.web.get(picture.media_url.removeprefix(PUBLIC))).status_code == 404


async def test_a_picture_that_cannot_be_fetched_costs_no_text(rig: Rig) -> None:
    """Our pages are away while the worker is not: the numbers arrive in words, and the send counts as delivered."""

    async def away(_url: str) -> tuple[int, str, bytes]:
        return 503, "", b""

    rig.twilio.webhooks.fetch = away  # type: ignore[method-assign, assignment] # the provider's own view of our pages
    picture, text = await by_whatsapp(rig)
    assert (picture.status, picture.error_code, text.status) == ("failed", 63019, "delivered")
    with rig.parts.database.read() as uow:
        case = uow.cases.latest_for([1])[1]
        assert {send.state for send in uow.outbox.for_case(case.case_id) if send.message_key == "check_in-results"} == {"delivered"}


async def test_telegram_gets_it_in_the_message(rig: Rig) -> None:
    """No address is made for it."""
    says_numbers(rig, str(CHAT), "telegram", rig.telegram.token.partition(":")[0])
    await rig.send_all()
    with_image = [message for message in rig.telegram.sent if message.picture]
    assert [RESULT in message.text for message in with_image] == [True]


@pytest.mark.parametrize(("template", "series", "base"), [(True, SERIES, PUBLIC), (False, "", PUBLIC), (False, SERIES, "")])
async def test_without_a_place_or_a_window_only_words_leave(rig: Rig, template: bool, series: str, base: str) -> None:  # noqa: FBT001 - a row of the table
    """An approved template takes nothing beside it; a text without numbers has none; without a public address nobody could fetch it."""
    rig.parts.settings = rig.parts.settings.model_copy(update={"public_base_url": base})
    who = Recipient(1, "whatsapp", "bot", "phone", ANA, None, None, None, None, None)
    told = (("trend", series),)
    claim = Claim(1, "l", "s", 1, 1, "reply", "check_in-results", "es", "Dolor: 4", (), told, "", 0, START, None, 1, False, 0, who)
    text = Outgoing("s", ANA, "check_in-results", "es", "Dolor: 4", template=template)
    assert await enclosed(rig.parts, text, claim) == text
