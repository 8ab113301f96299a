"""Telegram deliveries read."""

import json
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Content, Ignored, Update
from bot.channels.inbound import MalformedUpdate
from bot.channels.telegram_updates import account_of, decode, delivery_id, parse, verify_secret, webhook_answer
from tests.bot.channels.payloads.telegram import CASES, MALFORMED, NOT_ASKED_FOR, USER

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
KINDS = st.sampled_from(["update_id", "message", "edited_message", "callback_query", "my_chat_member", "poll", "x"])
FIELDS = st.sampled_from(["message_id", "date", "chat", "from", "text", "photo", "document", "location", "caption", "voice", "odd"])
SECRETS = [
    ("s3cret", "s3cret", True),
    ("s3creT", "s3cret", False),
    ("", "s3cret", False),
    (None, "s3cret", False),
    ("ñ", "s3cret", False),
    ("\ud800", "s3cret", False),
    ("", "", False),
    (None, "", False),
]


def read(payload: dict[str, Any]) -> Update:
    """The update as bot 1 gets it."""
    return parse({"update_id": 42, **payload}, "1")


@pytest.mark.parametrize(("payload", "content"), CASES.values(), ids=CASES)
def test_each_payload_is_read(payload: dict[str, Any], content: Content) -> None:
    """The table says what each becomes."""
    assert read(payload).content == content


@pytest.mark.parametrize("kind", NOT_ASKED_FOR)
def test_what_we_did_not_ask_for_is_ignored_or_malformed(kind: str) -> None:
    """No kind of update beyond ours ever becomes a patient's message."""
    try:
        update = read({kind: {}})
    except MalformedUpdate:
        return
    assert (update.content, update.sender) == (Ignored(kind), None)


@pytest.mark.parametrize("payload", MALFORMED)
def test_the_malformed_is_said_to_be_so_and_quotes_nothing(payload: dict[str, Any]) -> None:
    """One exception, without the delivery's words."""
    with pytest.raises(MalformedUpdate) as raised:
        parse(payload, "1")
    assert str(raised.value) == "malformed update"


def test_the_key_is_the_update_of_this_bot() -> None:
    """Two bots may use the same numbers."""
    update = parse({"update_id": 2**53, **CASES["words"][0]}, account_of("99:secret"))
    assert (update.channel, update.account, update.external_id) == ("telegram", "99", "9007199254740992")


def test_the_sender_is_the_user_with_name_and_language_hint() -> None:
    """The hint may be regional."""
    sender = read(CASES["words"][0]).sender
    assert sender is not None
    assert (sender.value, sender.kind, sender.display_name, sender.language_hint) == ("7000000007", "telegram_user", "Ana Gómez", "pt-br")


def test_the_providers_time_is_kept_in_utc() -> None:
    """For messages that arrive late."""
    assert read(CASES["words"][0]).sent_at == datetime(2026, 1, 1, tzinfo=UTC)


def test_date_zero_is_no_time() -> None:
    """Telegram writes 0 where it does not tell."""
    payload = {"message": {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "from": {**USER, "id": 7}, "text": "x"}}
    assert read(payload).sent_at is None


@pytest.mark.parametrize("name", ["tap", "tap in a group", "tap under an inline message"])
def test_every_tap_is_acknowledged(name: str) -> None:
    """The spinner stops, whether the tap was for us or not."""
    update = read(CASES[name][0])
    assert webhook_answer(update.ack) == {"method": "answerCallbackQuery", "callback_query_id": "4382bfdwdsb323b2d9"}


def test_what_is_no_tap_is_answered_with_an_empty_object() -> None:
    """A method in the answer would be carried out."""
    assert webhook_answer(read(CASES["words"][0]).ack) == {}


def test_a_group_names_no_sender() -> None:
    """Nobody in a group becomes a patient."""
    assert read(CASES["words in a group"][0]).sender is None


@given(payload=st.dictionaries(KINDS, JSON))
def test_no_object_raises_anything_else(payload: dict[str, Any]) -> None:
    """Whatever arrives is either read or malformed."""
    with suppress(MalformedUpdate):
        parse(payload, "1")


@given(changes=st.dictionaries(FIELDS, JSON))
def test_no_broken_message_raises_anything_else(changes: dict[str, Any]) -> None:
    """A field of the wrong kind is malformed at worst."""
    with suppress(MalformedUpdate):
        parse({"update_id": 1, "message": {**CASES["words"][0]["message"], **changes}}, "1")


@given(body=st.binary(max_size=200))
def test_no_body_raises_anything_else(body: bytes) -> None:
    """Bytes are an object or malformed; either way they have an id to be parked under."""
    try:
        decode(body)
    except MalformedUpdate:
        assert delivery_id(body).startswith("sha256:")


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"update_id":' + b"9" * 5000 + b"}", b"", b"null", b"[1]", b'{"a":' * 50_000])
def test_hostile_bodies_are_malformed(body: bytes) -> None:
    """Depth, long numbers and other shapes never reach the parser."""
    with pytest.raises(MalformedUpdate):
        decode(body)


def test_a_body_is_parked_under_its_update_id() -> None:
    """So that a redelivery is known again."""
    assert delivery_id(json.dumps({"update_id": 5, "message": 1}).encode()) == "5"


@pytest.mark.parametrize(("header", "expected", "valid"), SECRETS)
def test_the_secret_is_compared_and_fails_closed(header: str | None, expected: str, valid: bool) -> None:  # noqa: FBT001 - a table's column
    """No header, no secret or odd characters: no entry, and no error."""
    assert verify_secret(header, expected) is valid
