"""What we want said, before it has a language (`Prompt`), and after (`Message`).

Knows keys and options; must not know steps, channels or who is being spoken to.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, TypeAlias

LANGUAGES: Final = ("es", "en", "pt", "fr")
"""Languages the product speaks, BCP 47 primary tags, the clinic's own first."""

OFFERED: Final = LANGUAGES
"""The languages a conversation can be held in today: those whose texts are complete."""

Variable: TypeAlias = "str | int | Prompt | tuple[Prompt, ...]"
"""A value put into a text: words as they are, whole numbers formatted by Fluent, prompts in the same language
(several are joined by commas, those named `lines` by line breaks)."""

NO_VARIABLES: Final[Mapping[str, Variable]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Option:
    """One way to answer: `id` is stored and travels in buttons, `label` is a catalogue key such as `option-yes`.

    `by_word`: without buttons it is listed without a number, where a number typed means something else.
    """

    id: str
    label: str
    by_word: bool = False


@dataclass(frozen=True, slots=True)
class Prompt:
    """A text to be said: catalogue key (`screening-pregnancy` or `screening-pregnancy.why`), variables, options in order."""

    key: str
    variables: Mapping[str, Variable] = field(default_factory=lambda: NO_VARIABLES)
    options: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A rendered option: `label` is what the patient reads, in the patient's language."""

    id: str
    label: str
    by_word: bool = False


@dataclass(frozen=True, slots=True)
class Message:
    """A rendered prompt, ready for a channel: the exact text without its numbered options, which each channel lays out."""

    key: str
    language: str
    text: str
    options: tuple[Choice, ...] = ()
