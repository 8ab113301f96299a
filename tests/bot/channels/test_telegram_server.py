"""Telegram beyond sending: files, webhook, polling, commands."""

import pytest

from bot.channels.base import ChannelDown, FetchError, SendError
from bot.channels.telegram import TelegramChannel
from bot.channels.telegram_updates import ALLOWED_UPDATES
from tests.fakes.telegram import FakeTelegram


async def test_a_file_is_fetched_by_its_id(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """Whole and unchanged."""
    fake_telegram.files["f1"] = b"\xff\xd8" * 1000
    assert await telegram.fetch("f1", limit=2000) == b"\xff\xd8" * 1000


@pytest.mark.parametrize("size", [101, 21 * 1024 * 1024])
async def test_a_file_too_large_is_not_fetched(telegram: TelegramChannel, fake_telegram: FakeTelegram, size: int) -> None:
    """By our limit, and by Telegram's own of 20 MB."""
    fake_telegram.files["f1"] = b"x" * size
    with pytest.raises(FetchError, match="too_large") as raised:
        await telegram.fetch("f1", limit=100)
    assert not raised.value.retryable


async def test_a_file_that_grows_is_cut_off_while_reading(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """The size told beforehand is not trusted."""
    fake_telegram.files["f1"] = b"x" * 50
    told = fake_telegram._getFile

    def small(params: dict[str, object]) -> dict[str, object]:
        answer = told(params)
        fake_telegram.files["f1"] = b"x" * 500
        return answer

    fake_telegram._getFile = small  # type: ignore[assignment, method-assign] # the file changes between two calls
    with pytest.raises(FetchError, match="too_large"):
        await telegram.fetch("f1", limit=100)


@pytest.mark.parametrize("result", ["true", "5", '"x"', "[]", "{}", "null", '{"file_path": 5}'])
async def test_an_odd_answer_gives_no_file_and_no_crash(telegram: TelegramChannel, fake_telegram: FakeTelegram, result: str) -> None:
    """Told as every other failure is."""
    fake_telegram.fail_next(200, raw=f'{{"ok":true,"result":{result}}}', method="getFile")
    with pytest.raises(FetchError):
        await telegram.fetch("f1", limit=100)


async def test_an_unknown_file_is_gone(telegram: TelegramChannel) -> None:
    """No later try will find it."""
    with pytest.raises(FetchError) as raised:
        await telegram.fetch("nothing", limit=100)
    assert (raised.value.reason, raised.value.retryable) == ("unavailable", False)


@pytest.mark.parametrize("status", [429, 500, 401])
async def test_a_server_in_trouble_may_give_the_file_later(telegram: TelegramChannel, fake_telegram: FakeTelegram, status: int) -> None:
    """The file is not given up."""
    fake_telegram.fail_next(status, method="getFile")
    with pytest.raises(FetchError) as raised:
        await telegram.fetch("f1", limit=100)
    assert (raised.value.reason, raised.value.retryable) == ("unavailable", True)


@pytest.mark.parametrize("path", ["https://evil.example/x", "", "//evil.example/x"])
async def test_a_path_elsewhere_is_not_followed(telegram: TelegramChannel, fake_telegram: FakeTelegram, path: str) -> None:
    """Files come from the Bot API server only."""
    fake_telegram.fail_next(
        200, raw=f'{{"ok":true,"result":{{"file_id":"f1","file_unique_id":"u","file_path":"{path}"}}}}', method="getFile"
    )
    with pytest.raises(FetchError, match="unavailable"):
        await telegram.fetch("f1", limit=100)


async def test_the_webhook_is_set_with_its_secret_and_our_kinds(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """Only what we read is asked for."""
    await telegram.set_webhook("https://clinic.example/webhooks/telegram", "s3cret")
    assert fake_telegram.hook == {"url": "https://clinic.example/webhooks/telegram", "secret": "s3cret"}
    assert fake_telegram.calls[0][1]["allowed_updates"] == str(list(ALLOWED_UPDATES)).replace("'", '"')


async def test_a_wrong_token_says_that_the_channel_is_down(fake_telegram: FakeTelegram) -> None:
    """Nothing will pass until a person acts."""
    channel = TelegramChannel("123456:wrong", base_url="http://fake", transport=fake_telegram.transport)
    with pytest.raises(ChannelDown):
        await channel.set_webhook("https://clinic.example/webhooks/telegram", "s3cret")
    await channel.close()


async def test_commands_are_shown_in_each_language_and_to_everyone_else(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """The first language is the default."""
    await telegram.set_my_commands({"es": {"help": "Ayuda"}, "en": {"help": "Help"}})
    shown = {language: commands[0]["description"] for language, commands in fake_telegram.commands.items()}
    assert shown == {"": "Ayuda", "es": "Ayuda", "en": "Help"}


async def test_polling_gives_updates_in_order_and_confirms_each(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """Asking for the next update confirms the last one."""
    for text in ("uno", "dos"):
        await fake_telegram.push_text(7, text)
    polled = telegram.poll(wait_seconds=1)
    assert [(await anext(polled))["message"]["text"] for _ in range(2)] == ["uno", "dos"]
    await fake_telegram.push_text(7, "tres")
    assert (await anext(polled))["message"]["text"] == "tres"
    assert [update["message"]["text"] for update in fake_telegram.pending] == ["tres"]


async def test_an_update_that_was_not_taken_comes_again(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """A crash before the commit loses nothing."""
    await fake_telegram.push_text(7, "uno")
    first = await anext(telegram.poll(wait_seconds=1))
    again = await anext(telegram.poll(wait_seconds=1))
    assert first == again


async def test_polling_goes_on_after_a_fault(
    telegram: TelegramChannel, fake_telegram: FakeTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Server errors and broken answers are waited out."""
    pauses: list[float] = []

    async def pause(seconds: float) -> None:
        pauses.append(seconds)

    monkeypatch.setattr("bot.channels.telegram_polling.asyncio.sleep", pause)
    fake_telegram.fail_next(500)
    fake_telegram.fail_next(200, raw="<html>")
    fake_telegram.fail_next(200, raw='{"ok":true,"result":5}')
    fake_telegram.fail_next(drop=True)
    await fake_telegram.push_text(7, "uno")
    assert (await anext(telegram.poll(wait_seconds=1)))["message"]["text"] == "uno"
    assert [pause for pause in pauses if pause] == [1, 2, 4, 8]


async def test_polling_stops_when_another_holds_the_bot(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """A webhook is set, or a second process polls."""
    fake_telegram.webhook("https://elsewhere.example")
    with pytest.raises(ChannelDown) as raised:
        await anext(telegram.poll())
    assert raised.value.code == "409"


async def test_after_the_webhook_is_deleted_polling_works(telegram: TelegramChannel, fake_telegram: FakeTelegram) -> None:
    """What waits is kept."""
    fake_telegram.webhook("https://elsewhere.example")
    await telegram.delete_webhook()
    await fake_telegram.push_text(7, "uno")
    assert (await anext(telegram.poll(wait_seconds=1)))["message"]["text"] == "uno"


@pytest.mark.parametrize("call", ["delete_webhook", "set_my_commands"])
async def test_a_failed_call_is_a_send_error(telegram: TelegramChannel, fake_telegram: FakeTelegram, call: str) -> None:
    """So that callers know one family of errors."""
    fake_telegram.fail_next(500)
    with pytest.raises(SendError):
        await (telegram.delete_webhook() if call == "delete_webhook" else telegram.set_my_commands({"es": {"help": "Ayuda"}}))
