"""What the runtime asks of the conversation's rules, as one object: so a turn can be tried with rules of its own.

Knows the signatures of `flows.engine` and `flows.assessment`; must not know what they decide.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from flows.events import Event
from flows.session import Flag, Outcome, Session
from messages.prompt import NO_VARIABLES, Message, Prompt, Variable


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What a channel tells of someone who writes for the first time.

    `language_hint` BCP 47 or empty, `country` ISO 3166 alpha-2 or empty, `address_kind` `phone` when the channel itself shows a number.
    """

    language_hint: str = ""
    country: str = ""
    address_kind: str = ""
    display_name: str = ""


class Rendering(Protocol):
    """Finds the words of a prompt in a language; `told` is what they tell of the case (`bot/case_facts.py`)."""

    def __call__(self, prompt: Prompt, language: str, told: Mapping[str, Variable] = NO_VARIABLES, /) -> Message:
        """The finished text. Raises `MissingText`."""
        ...


@dataclass(frozen=True, slots=True)
class Rules:
    """The conversation's rules.

    `start` begins a session and `advance` moves it; `awaits_more` says whether a text is likely the first of several; `packet`, `flags`,
    `priority` and `indication` (confirmed conditions, main one first, and the evidence tier) read a session for staff; `render` finds
    the words of a prompt in a language. `revision` and `protocol_version` name these rules, `clinic` is the name in their texts.
    """

    start: Callable[[Newcomer], Session]
    advance: Callable[[Session, Event], Outcome]
    awaits_more: Callable[[Session, str], bool]
    packet: Callable[[Session], Mapping[str, Any]]
    flags: Callable[[Session], tuple[Flag, ...]]
    priority: Callable[[Session], str]
    indication: Callable[[Session], tuple[tuple[str, ...], str]]
    render: Rendering
    revision: str = ""
    protocol_version: str = ""
    clinic: str = ""


def shipped_rules(clinic: str) -> Rules:
    """The rules of this release. `clinic` is the clinic's name as patients read it."""
    from flows import assessment, engine, packet
    from flows.evidence import confirmed
    from flows.intake.flow import INTAKE
    from flows.protocol import load
    from messages.catalog import shipped

    catalog, known = shipped(), {"clinic": clinic}

    def start(newcomer: Newcomer) -> Session:
        return engine.start(
            language_hint=newcomer.language_hint,
            country=newcomer.country,
            address_kind=newcomer.address_kind,
            clinic=clinic,
            display_name=newcomer.display_name,
        )

    def render(prompt: Prompt, language: str, told: Mapping[str, Variable] = NO_VARIABLES) -> Message:
        return catalog.render(prompt, language, {**known, **told})

    def indication(session: Session) -> tuple[tuple[str, ...], str]:
        conditions = tuple(confirmed(session))
        return conditions, load().evidence[conditions[0]].tier if conditions else ""

    named = (INTAKE.revision, load().version, clinic)
    read = (packet.packet, assessment.flags, assessment.priority, indication)
    return Rules(start, engine.advance, engine.awaits_more, *read, render, *named)
