"""A session as JSON and back. Fields at their default are left out; fields of a newer release are passed over.

Knows the shape of `flows.session`; must not know tables or keys. A step id that was renamed goes into `RENAMED`, never out of it:
conversations parked for months must find their way.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, replace
from datetime import datetime
from typing import Any, Final, TypeVar

from flows.session import Answer, CheckInTalk, Consent, Expectation, Flag, Measured, Session, Told

RENAMED: Final[Mapping[str, str]] = {}
"""Old step id -> its id today. State names are never reused."""

FORMAT: Final = 1
_SIMPLE: Final = frozenset({type(None), str, int, float, bool})

Shape = TypeVar("Shape")
_Reader = Callable[[Any], Any]


class UnknownFormat(ValueError):
    """The session was written by a release with another format, or is no session."""


def dump_session(session: Session) -> str:
    """A session as compact JSON; equal sessions give equal text."""
    return json.dumps({"v": FORMAT, **_plain_fields(session)}, ensure_ascii=False, separators=(",", ":"))


def load_session(text: str, renamed: Mapping[str, str] = RENAMED) -> Session:
    """A session from its JSON, with renamed steps brought up to date. Raises UnknownFormat."""
    try:
        raw = json.loads(text)
        if raw["v"] != FORMAT:
            raise UnknownFormat("unknown session format")
        session = _build(Session, raw)
    except (KeyError, TypeError, json.JSONDecodeError) as fault:
        raise UnknownFormat("not a session") from fault
    return _rename(session, renamed) if renamed else session


def load_check_in(raw: Mapping[str, Any]) -> CheckInTalk:
    """What a check-in builds on, from plain JSON values. Raises `KeyError`, `TypeError`."""
    return _build(CheckInTalk, raw)


def _plain_fields(thing: Any) -> dict[str, Any]:  # noqa: ANN401 - any of the session's dataclasses
    found = {}
    for name, default in _LAYOUT[type(thing)]:
        value = getattr(thing, name)
        if default is MISSING or value != default or type(value) is not type(default):
            found[name] = _plain(value)
    return found


def _plain(value: Any) -> Any:  # noqa: ANN401 - JSON in the making
    if type(value) in _SIMPLE:
        return value
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat()
    return _plain_fields(value)


def _build(shape: type[Shape], raw: Mapping[str, Any]) -> Shape:
    readers = _READERS[shape]
    known = {name: raw[name] for name, _ in _LAYOUT[shape] if name in raw}
    return shape(**{name: readers.get(name, _value)(value) for name, value in known.items()})


def _time(value: str | None) -> datetime | None:
    return None if value is None else datetime.fromisoformat(value)


def _several(shape: type) -> _Reader:
    return lambda raw: tuple(_build(shape, item) for item in raw)


def _numbered(raw: Any) -> tuple[tuple[str, Any], ...]:  # noqa: ANN401 - pairs of a name and a number
    return tuple((name, number) for name, number in raw)


def _value(raw: Any) -> Any:  # noqa: ANN401 - whatever JSON holds: a list there is a tuple here
    return tuple(raw) if isinstance(raw, list) else raw


_READERS: Final[Mapping[type, Mapping[str, _Reader]]] = {
    Answer: {"at": _time, "parts": _several(Told)},
    Told: {},
    Flag: {},
    Consent: {"at": _time},
    Expectation: {"at": _time},
    Measured: {"items": _numbered},
    CheckInTalk: {"earlier": _several(Measured)},
    Session: {
        "answers": _several(Answer),
        "superseded": _several(Answer),
        "early": _several(Answer),
        "flags": _several(Flag),
        "consents": _several(Consent),
        "told": _several(Told),
        "expectation": lambda raw: None if raw is None else _build(Expectation, raw),
        "aside_counts": _numbered,
        "last_at": _time,
        "check_in": lambda raw: None if raw is None else _build(CheckInTalk, raw),
    },
}

_LAYOUT: Final = {shape: tuple((field.name, field.default) for field in fields(shape) if field.init) for shape in _READERS}


def _rename(session: Session, renamed: Mapping[str, str]) -> Session:
    def today(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        return tuple(replace(answer, step=renamed.get(answer.step, answer.step)) for answer in answers)

    return replace(
        session,
        step=renamed.get(session.step, session.step),
        answers=today(session.answers),
        superseded=today(session.superseded),
        early=today(session.early),
    )
