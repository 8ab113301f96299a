"""What moved a conversation, as JSON and back: the events of `flows.events`, and what else a replay needs to know.

Knows the shapes of events, prompts and sessions; must not know tables or keys. A field at its default is written all the same: a
later default must not change what happened.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Final, TypeAlias, get_args

from flows.events import Event
from flows.session import Session
from messages.prompt import Option, Prompt, Variable
from storage.codec import dump_session, load_check_in, load_session


@dataclass(frozen=True, slots=True)
class Begun:
    """A conversation began: what the channel told of the newcomer."""

    language_hint: str = ""
    country: str = ""
    address_kind: str = ""
    display_name: str = ""


@dataclass(frozen=True, slots=True)
class Resumed:
    """The session as it stood here: after words were erased, before another release's first event, in conversations older than events."""

    session: Session


@dataclass(frozen=True, slots=True)
class Told:
    """A text of ours that no event of the patient's caused, such as the notice that an answer is ready. Said in `language`."""

    prompt: Prompt
    language: str


Happening: TypeAlias = Begun | Resumed | Told | Event

KINDS: Final[Mapping[str, type]] = {shape.__name__: shape for shape in (Begun, *get_args(Event))}
"""Shapes of plain fields, by name; an event's name is stored and never changes its meaning."""


class UnknownHappening(ValueError):
    """Written by a release with other events, or nothing of ours."""


def kind_of(happening: Happening | None) -> str:
    """The name under which it is stored."""
    return type(happening).__name__


def dump_happening(happening: Happening) -> dict[str, Any]:
    """As plain JSON values."""
    if isinstance(happening, Resumed):
        return {"session": dump_session(happening.session)}
    if isinstance(happening, Told):
        return {"prompt": _dump_prompt(happening.prompt), "language": happening.language}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in asdict(happening).items()}


def load_happening(kind: str, raw: Mapping[str, Any]) -> Happening:
    """From plain JSON values. Raises `UnknownHappening`, or `UnknownFormat` for a session that cannot be read."""
    try:
        if kind == "Resumed":
            return Resumed(load_session(raw["session"]))
        if kind == "Told":
            return Told(_load_prompt(raw["prompt"]), raw["language"])
        shape = KINDS[kind]
        known = {field.name: _plain(raw[field.name]) for field in fields(shape) if field.name in raw}
        if "at" in known:
            known["at"] = datetime.fromisoformat(known["at"])
        return shape(**known)  # type: ignore[no-any-return] # one of the shapes in KINDS
    except (KeyError, TypeError) as fault:
        raise UnknownHappening(kind) from fault


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds: a list there is a tuple here, an object a check-in
    return tuple(value) if isinstance(value, list) else load_check_in(value) if isinstance(value, dict) else value


def dump_variables(variables: Mapping[str, Variable]) -> dict[str, Any]:
    """What a text was filled with, as plain JSON values."""
    return {name: _dump_variable(value) for name, value in variables.items()}


def load_variables(raw: Mapping[str, Any]) -> dict[str, Variable]:
    """From plain JSON values."""
    return {name: _load_variable(value) for name, value in raw.items()}


def _dump_prompt(prompt: Prompt) -> dict[str, Any]:
    return {
        "key": prompt.key,
        "variables": dump_variables(prompt.variables),
        "options": [[option.id, option.label] for option in prompt.options],
    }


def _dump_variable(value: Variable) -> Any:  # noqa: ANN401 - JSON in the making
    if isinstance(value, Prompt):
        return _dump_prompt(value)
    return [_dump_prompt(each) for each in value] if isinstance(value, tuple) else value


def _load_prompt(raw: Mapping[str, Any]) -> Prompt:
    return Prompt(raw["key"], load_variables(raw["variables"]), tuple(Option(*pair) for pair in raw["options"]))


def _load_variable(raw: Any) -> Variable:  # noqa: ANN401 - whatever JSON holds
    if isinstance(raw, dict):
        return _load_prompt(raw)
    return tuple(_load_prompt(each) for each in raw) if isinstance(raw, list) else str(raw) if isinstance(raw, str) else int(raw)


def compact(body: Mapping[str, Any]) -> str:
    """JSON without spaces."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))
