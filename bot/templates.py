"""The texts that need a template the provider approved: which they are, how they read, which the operator still has to name.

Knows keys, languages and buttons; must not know how a template is sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bot.channels.whatsapp_contents import ContentSids
from bot.script_book_usage import needs_template
from flows.speech import global_options
from messages.catalog import shipped
from messages.limits import WHATSAPP_BUTTON_LABEL, units
from messages.prompt import OFFERED, Prompt

CATEGORY: Final = "UTILITY"
WITH_BUTTON: Final = ("check-in-",)
"""Beginnings of keys whose template has the one button that begins the questions."""
LONGEST: Final = 1024


@dataclass(frozen=True, slots=True)
class Template:
    """One text to submit: the exact body (the clinic's name is part of it, `{{link}}` is filled when sent), its buttons as (id, label)."""

    key: str
    language: str
    body: str
    buttons: tuple[tuple[str, str], ...] = ()

    @property
    def faults(self) -> tuple[str, ...]:
        """Why the provider would refuse it; empty when it would not."""
        found = [f"body is {units(self.body)} long, at most {LONGEST}"] if units(self.body) > LONGEST else []
        found += [f"button {label!r} is too long" for _, label in self.buttons if units(label) > WHATSAPP_BUTTON_LABEL]
        return tuple(found)


def keys() -> tuple[str, ...]:
    """Every key that may have to leave outside the reply window."""
    return tuple(sorted(key for key in shipped().keys(OFFERED[0]) if needs_template(key) and "." not in key))


def templates(clinic: str) -> Iterator[Template]:
    """Every template in every language offered."""
    for key in keys():
        for language in OFFERED:
            options = global_options(("continue",)) if key.startswith(WITH_BUTTON) else ()
            named = {name: f"{{{{{name}}}}}" for name in shipped().variables(key, language) if name != "clinic"}
            said = shipped().render(Prompt(key, named, options), language, {"clinic": clinic})
            yield Template(key, language, said.text, tuple((choice.id, choice.label) for choice in said.options))


def missing(sids: ContentSids) -> tuple[str, ...]:
    """Templates that the operator's file does not name yet, as `key (language)`."""
    return tuple(f"{key} ({language})" for key in keys() for language in OFFERED if not sids.sid(key, language))
