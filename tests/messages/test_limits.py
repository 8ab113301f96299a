"""What fits which channel, and how numbered options are laid out."""

import pytest

from messages.limits import CHANNELS, faults, numbered, units
from messages.prompt import Choice, Message


def message(text: str = "¿Sí?", labels: tuple[str, ...] = (), *, key: str = "screening-pregnancy", ids: tuple[str, ...] = ()) -> Message:
    """A Spanish message with options."""
    named = ids or tuple(f"o{place}" for place in range(len(labels)))
    return Message(key, "es", text, tuple(Choice(name, label) for name, label in zip(named, labels, strict=True)))


FITTING = [
    ("whatsapp", message("a" * 1600)),
    ("whatsapp", message("a" * 1024, ("a" * 20,) * 3)),
    ("whatsapp", message("a" * 1024, ("a" * 24,) * 10)),
    ("whatsapp", message("a" * 100, ("a" * 80,) * 11)),
    ("telegram", message("a" * 4096)),
    ("telegram", message("😀" * 2048, ("a" * 60,))),
    ("telegram", message(labels=("Sí",), key="k" * 50 + ".retry1", ids=("o" * 8,))),
    ("simulator", message("a" * 10_000, ("a" * 100,) * 200)),
]
TOO_MUCH = [
    ("whatsapp", message("a" * 1601), 1),
    ("whatsapp", message("a" * 1025, ("Sí", "No")), 1),
    ("whatsapp", message("a", ("a" * 21, "No")), 1),
    ("whatsapp", message("a", ("a" * 25, "b" * 25, "c", "d")), 2),
    ("whatsapp", message("a" * 1500, ("a" * 20,) * 11), 1),
    ("telegram", message("a" * 4097), 1),
    ("telegram", message("😀" * 2049), 1),
    ("telegram", message(labels=("a",) * 101), 1),
    ("telegram", message(labels=("Sí",), key="k" * 50, ids=("o" * 9,)), 1),
    ("telegram", message(labels=("Sí",), key="k" * 50, ids=("ñ" * 5,)), 1),
]


@pytest.mark.parametrize(("channel", "fitting"), FITTING)
def test_at_the_limit_it_fits(channel: str, fitting: Message) -> None:
    """The last length that passes."""
    assert faults(fitting, channel) == ()


@pytest.mark.parametrize(("channel", "long", "count"), TOO_MUCH)
def test_beyond_the_limit_each_fault_is_named(channel: str, long: Message, count: int) -> None:
    """The first length that does not."""
    assert len(faults(long, channel)) == count


def test_a_fault_says_length_and_limit() -> None:
    """Whoever wrote the text must know by how much."""
    assert faults(message("a" * 4100), "telegram") == ("text is 4100 long, at most 4096",)


def test_every_channel_has_limits() -> None:
    """A new channel must say its own."""
    assert set(CHANNELS) == {"telegram", "whatsapp", "simulator"}


def test_an_unknown_channel_is_an_error() -> None:
    """Not a silent pass."""
    with pytest.raises(KeyError):
        faults(message(), "pigeon")


def test_options_are_numbered_from_one_below_a_blank_line() -> None:
    """As patients answer them: with the number or the words."""
    assert numbered("¿Dónde?", [Choice("a", "Rodilla"), Choice("b", "Cadera")]) == "¿Dónde?\n\n1. Rodilla\n2. Cadera"


def test_an_option_by_word_has_no_number() -> None:
    """Where a number typed means a number of days."""
    assert numbered("¿Cuántos?", [Choice("skip", "Saltar", by_word=True)]) == "¿Cuántos?\n\n– Saltar"


def test_without_options_the_text_stands_alone() -> None:
    """No blank lines at its end."""
    assert numbered("Gracias.", []) == "Gracias."


@pytest.mark.parametrize(("text", "length"), [("", 0), ("ñ", 1), ("😀", 2), ("\ud800", 1)])
def test_lengths_are_counted_as_telegram_counts(text: str, length: int) -> None:
    """In UTF-16 code units."""
    assert units(text) == length
