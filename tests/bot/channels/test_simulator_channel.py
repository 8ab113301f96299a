"""The simulator as a channel."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.channels.base import Content, FetchError, Media, Start, Tap, Text, Unreadable
from bot.channels.inbound import MalformedUpdate
from bot.channels.simulator import SimulatorChannel, parse, parse_file
from tests.bot.channels.conftest import outgoing

BODIES: list[tuple[dict[str, Any], Content]] = [
    ({"text": "hola"}, Text("hola")),
    ({"text": "a\x00\ud800"}, Text("a\ufffd")),
    ({"text": "/stop"}, Text("/stop")),
    ({"text": "/start ref-1"}, Start("ref-1")),
    ({"text": "  "}, Unreadable("empty")),
    ({"option": "yes"}, Tap("yes")),
    ({"option": "yes", "text": "Sí"}, Tap("yes", label="Sí")),
    ({"option": "", "text": "hola"}, Text("hola")),
]


@pytest.mark.parametrize(("body", "content"), BODIES)
def test_each_body_is_read(body: dict[str, Any], content: Content) -> None:
    """As a message of a real channel would be."""
    assert parse(body, "ana", "1").content == content


def test_the_patient_is_the_sender() -> None:
    """Any name is a patient of its own."""
    update = parse({"text": "hola"}, "ana", "1")
    assert update.sender is not None
    assert (update.account, update.external_id, update.sender.value, update.sender.kind) == ("simulator", "1", "ana", "simulator")


@pytest.mark.parametrize("body", [{}, {"text": 5}, {"option": 5}, {"option": None}, {"text": None}])
def test_other_bodies_are_malformed(body: dict[str, Any]) -> None:
    """The API answers 422."""
    with pytest.raises(MalformedUpdate):
        parse(body, "ana", "1")


@given(text=st.text(), name=st.text())
def test_any_words_from_any_name_are_read(text: str, name: str) -> None:
    """Nothing raises."""
    parse({"text": text}, name, "1")


def test_a_file_is_named_by_its_declared_type() -> None:
    """The bytes are checked later."""
    update = parse_file("ana", "1", "abc", file_name="estudio.pdf", content_type="Application/PDF", size=5)
    assert update.content == Media("pdf", "abc", "application/pdf", 5, "estudio.pdf")


async def test_a_send_always_succeeds() -> None:
    """The transcript is the screen."""
    assert (await SimulatorChannel().send(outgoing("ana"))).provider_ref == "simulator:send-1"


async def test_an_upload_is_fetched_within_the_limit() -> None:
    """As from a provider."""
    channel = SimulatorChannel()
    channel.files["abc"] = b"12345"
    with pytest.raises(FetchError, match="too_large"):
        await channel.fetch("abc", limit=4)
    assert await channel.fetch("abc", limit=5) == b"12345"


async def test_an_unknown_upload_is_unavailable() -> None:
    """For good."""
    with pytest.raises(FetchError, match="unavailable"):
        await SimulatorChannel().fetch("abc", limit=5)
