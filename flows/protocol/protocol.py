"""The whole protocol as one value, put together from its data files, with the cross-checks no single file can make.

Reads text that it is given; where the text comes from is `flows.protocol`'s business.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

from flows.protocol.contraindication import Contraindication, Group, read_contraindication, read_group
from flows.protocol.fields import Table, repeated

FILES: Final = ("protocol.toml", "contraindications.toml")


class ProtocolFaultyError(ValueError):
    """The data files contradict themselves; `issues` names every fault."""

    def __init__(self, issues: tuple[str, ...]) -> None:
        super().__init__("The protocol cannot be used:\n" + "\n".join(issues))
        self.issues = issues


@dataclass(frozen=True, slots=True)
class Setting:
    """One figure that rules compare with, its unit and the reason for it."""

    id: str
    value: float
    unit: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Context:
    """Something asked in another part of the conversation that a physician reads beside the screening; raises no flag."""

    id: str
    asked_in: str
    asks: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """Everything the physicians sign. `digest` is the SHA-256 (hex) of all data files but the signatures themselves."""

    version: str
    drafted_on: date
    review_due: date
    settings: Mapping[str, Setting]
    contraindications: tuple[Contraindication, ...]
    groups: tuple[Group, ...]
    contexts: tuple[Context, ...]
    digest: str

    def setting(self, name: str) -> float:
        """The figure of that id, in its own unit. Raises `KeyError` on an unknown id."""
        return self.settings[name].value

    def contraindication(self, name: str) -> Contraindication:
        """The screening row of that id. Raises `KeyError` on an unknown id."""
        return {row.id: row for row in self.contraindications}[name]

    def members(self, group: str) -> tuple[Contraindication, ...]:
        """The rows that one group question asks, in order."""
        return tuple(row for row in self.contraindications if row.group == group)

    @property
    def screening(self) -> tuple[Contraindication | Group, ...]:
        """What is asked, in order: single rows and group questions. Rows that are never asked are left out."""
        asked: list[Contraindication | Group] = [row for row in self.contraindications if row.ask == "single"]
        return tuple(sorted([*asked, *self.groups], key=lambda each: each.order))


def read(texts: Mapping[str, str]) -> tuple[Protocol, tuple[str, ...]]:
    """Put the protocol together from file name -> text. Returns it with every fault found; use it only when there is none."""
    faults: list[str] = []
    tables = {name: _parse(name, texts, faults) for name in FILES}
    head = tables["protocol.toml"]
    settings = MappingProxyType({each.id: each for each in map(_read_setting, head.tables("setting"))})
    limits = {name: setting.value for name, setting in settings.items()}
    screening = tables["contraindications.toml"]
    rows = tuple(read_contraindication(each, limits) for each in screening.tables("contraindication"))
    protocol = Protocol(
        version=head.text("version"),
        drafted_on=head.day("drafted_on"),
        review_due=head.day("review_due"),
        settings=settings,
        contraindications=tuple(sorted(rows, key=lambda row: row.order)),
        groups=tuple(sorted(map(read_group, screening.tables("group")), key=lambda group: group.order)),
        contexts=tuple(map(_read_context, screening.tables("context"))),
        digest=digest_of(texts),
    )
    for table in tables.values():
        table.finish()
    faults += _screening_faults(protocol)
    return protocol, tuple(faults)


def digest_of(texts: Mapping[str, str]) -> str:
    """SHA-256 over the names and texts of the data files; line endings do not count, so a checkout on Windows agrees."""
    digest = hashlib.sha256()
    for name in FILES:
        digest.update(f"{name}\0{texts.get(name, '')}\0".replace("\r\n", "\n").encode())
    return digest.hexdigest()


def _parse(name: str, texts: Mapping[str, str], faults: list[str]) -> Table:
    try:
        return Table(name, tomllib.loads(texts[name]), faults)
    except KeyError:
        faults.append(f"{name}: file missing")
    except tomllib.TOMLDecodeError as fault:
        faults.append(f"{name}: not TOML: {fault}")
    return Table(name, {}, [])


def _read_setting(table: Table) -> Setting:
    setting = Setting(table.text("id"), table.number("value"), table.text("unit"), table.text("why"), table.text("source"))
    table.finish()
    return setting


def _read_context(table: Table) -> Context:
    context = Context(table.text("id"), table.text("asked_in"), table.text("asks"))
    table.finish()
    return context


def _screening_faults(protocol: Protocol) -> list[str]:
    rows, groups = protocol.contraindications, {group.id for group in protocol.groups}
    ids = tuple(row.id for row in rows)
    orders = tuple(str(row.order) for row in rows) + tuple(str(group.order) for group in protocol.groups)
    found = [f"contraindications.toml: {name}: stands twice" for name in repeated(ids)]
    found += [f"contraindications.toml: order {order}: given twice" for order in repeated(orders)]
    found += [f"contraindications.toml: {row.id}: ask: no group {row.group!r}" for row in rows if row.group and row.group not in groups]
    found += [f"contraindications.toml: {name}: group without rows" for name in sorted(groups) if not protocol.members(name)]
    for row in rows:
        found += [f"contraindications.toml: {row.id}: applies: no row {name!r}" for name, _ in row.applies.unless if name not in ids]
    return found
