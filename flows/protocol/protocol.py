"""The whole protocol as one value, put together from its data files.

Reads text that it is given; where the text comes from is `flows.protocol`'s business.
"""

import hashlib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final, TypeVar

from flows.protocol.contraindication import Contraindication, Group, read_contraindication, read_group
from flows.protocol.emergency import Cue, Numbers, numbers_for, read_cue, read_numbers
from flows.protocol.fields import Table
from flows.protocol.follow_up import FollowUp, read_follow_up
from flows.protocol.host_factor import HostFactor, read_host_factor
from flows.protocol.indication import Indication, OtherTag, read_indication, read_other_tag
from flows.protocol.measure import Measure
from flows.protocol.measure_file import read_measure
from flows.protocol.questions import Question, read_question
from flows.protocol.signature import Signature, read_signature, valid
from flows.protocol.therapy import Therapy, read_therapy

MEASURES: Final = (
    *("nrs_pain", "psfs", "pgic", "safety", "koos", "koos_12", "koos_ps", "koos_jr", "womac", "hoos", "hoos_ps", "quickdash"),
    *("visa_a", "oxford_knee", "oxford_hip", "rapid3", "promis_global", "eq5d_5l"),
)
"""Instruments, one file each: `measures/<id>.toml`."""
MEASURE_FILES: Final = tuple(f"measures/{name}.toml" for name in MEASURES)
SIGNED_FILES: Final = (
    "protocol.toml",
    "evidence_map.toml",
    "contraindications.toml",
    "emergencies.toml",
    "therapies.toml",
    "host_factors.toml",
    "follow_up.toml",
    *MEASURE_FILES,
)
SIGNATURE_FILE: Final = "signature.toml"
FILES: Final = (*SIGNED_FILES, SIGNATURE_FILE)

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Setting:
    """One figure that rules compare with, its unit and the reason for it."""

    id: str
    value: float
    unit: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Required:
    """Ids that stand outside the protocol (interfaces, code), so a protocol without one of them cannot be used."""

    indications: tuple[str, ...]
    contraindications: tuple[str, ...]
    therapies: tuple[str, ...]
    settings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """Something asked in another part of the conversation that a physician reads beside the screening; raises no flag."""

    id: str
    asked_in: str
    asks: str


@dataclass(frozen=True, slots=True)
class Protocol:
    """Everything the physicians sign. `digest` is the SHA-256 (hex) of all data files but the signatures themselves.

    `contraindications` stand in asking order, `host_factors` too; `questions` are the extra ones that conditions name.
    `signature` is None while nobody has signed exactly this digest.
    """

    version: str
    drafted_on: date
    review_due: date
    required: Required
    settings: Mapping[str, Setting]
    evidence: Mapping[str, Indication]
    other_tags: tuple[OtherTag, ...]
    questions: Mapping[str, Question]
    measures: Mapping[str, Measure]
    contraindications: tuple[Contraindication, ...]
    groups: tuple[Group, ...]
    contexts: tuple[Context, ...]
    cues: Mapping[str, Cue]
    numbers: tuple[Numbers, ...]
    therapies: Mapping[str, Therapy]
    host_factors: tuple[HostFactor, ...]
    follow_up: FollowUp
    signatures: tuple[Signature, ...]
    digest: str

    @property
    def signature(self) -> Signature | None:
        """The signature over exactly this protocol, None when it awaits one."""
        return valid(self.signatures, self.digest, self.version)

    def setting(self, name: str) -> float:
        """The figure of that id, in its own unit. Raises `KeyError` on an unknown id."""
        return self.settings[name].value

    def contraindication(self, name: str) -> Contraindication:
        """The screening row of that id. Raises `KeyError` on an unknown id."""
        return {row.id: row for row in self.contraindications}[name]

    def members(self, group: str) -> tuple[Contraindication, ...]:
        """The rows that one group question asks, in order."""
        return tuple(row for row in self.contraindications if row.group == group)

    def emergency_numbers(self, country: str) -> Numbers:
        """The numbers of a country (ISO 3166-1 alpha-2, any case), or those for an unknown one; `Numbers.known` tells which."""
        return numbers_for(self.numbers, country)

    @property
    def screening(self) -> tuple[Contraindication | Group, ...]:
        """What is asked, in order: single rows and group questions. Rows that are never asked are left out."""
        asked: list[Contraindication | Group] = [row for row in self.contraindications if row.ask == "single"]
        return tuple(sorted([*asked, *self.groups], key=lambda each: each.order))

    @property
    def asked_host_factors(self) -> tuple[HostFactor, ...]:
        """The factors asked in the chat, in order."""
        return tuple(factor for factor in self.host_factors if factor.asked)


def read(texts: Mapping[str, str]) -> tuple[Protocol, tuple[str, ...]]:
    """Put the protocol together from file name -> text. Returns it with every fault of form; use it only when there is none."""
    faults: list[str] = []
    parsed = {name: _parse(name, texts, faults) for name in FILES}
    head, evidence, screening, danger, therapies, host, follow_up = (parsed[name] for name in SIGNED_FILES[: -len(MEASURE_FILES)])
    ledger = parsed[SIGNATURE_FILE]
    settings = _keyed(_rows(head, "setting", _read_setting, faults))
    limits = {name: setting.value for name, setting in settings.items()}
    rows = _rows(screening, "contraindication", lambda table: read_contraindication(table, limits), faults)
    protocol = Protocol(
        version=head.text("version"),
        drafted_on=head.day("drafted_on"),
        review_due=head.day("review_due"),
        required=_read_required(head.table("required")),
        settings=settings,
        evidence=_keyed(_rows(evidence, "indication", read_indication, faults)),
        other_tags=_rows(evidence, "other_tag", read_other_tag, faults),
        questions=_keyed(_rows(evidence, "question", read_question, faults)),
        measures=_keyed(read_measure(parsed[name]) for name in MEASURE_FILES if not parsed[name].empty),
        contraindications=tuple(sorted(rows, key=lambda row: row.order)),
        groups=tuple(sorted(_rows(screening, "group", read_group, faults), key=lambda group: group.order)),
        contexts=_rows(screening, "context", _read_context, faults),
        cues=_keyed(_rows(danger, "cue", read_cue, faults)),
        numbers=tuple(map(read_numbers, danger.tables("number"))),
        therapies=_keyed(_rows(therapies, "therapy", read_therapy, faults)),
        host_factors=tuple(sorted(_rows(host, "host_factor", read_host_factor, faults), key=lambda factor: factor.order)),
        follow_up=read_follow_up(follow_up),
        signatures=tuple(map(read_signature, ledger.tables("signature"))),
        digest=digest_of(texts),
    )
    for table in (head, evidence, screening, danger, therapies, host, ledger):
        table.finish()
    return protocol, tuple(faults)


def digest_of(texts: Mapping[str, str]) -> str:
    """SHA-256 over the names and texts of the signed files; line endings do not count, so a checkout on Windows agrees."""
    digest = hashlib.sha256()
    for name in SIGNED_FILES:
        digest.update(f"{name}\0{texts.get(name, '')}\0".replace("\r\n", "\n").encode())
    return digest.hexdigest()


def _parse(name: str, texts: Mapping[str, str], faults: list[str]) -> Table:
    try:
        return Table(name, tomllib.loads(texts[name]), faults)
    except KeyError:
        faults.append(f"{name}: file missing")
    except tomllib.TOMLDecodeError as fault:
        faults.append(f"{name}: not TOML: {fault}")
    # One missing file is one fault, not one per field.
    return Table(name, {}, [])


def _rows(table: Table, key: str, reader: Callable[[Table], Row], faults: list[str]) -> tuple[Row, ...]:
    rows = tuple(map(reader, table.tables(key)))
    ids = [_id(row) for row in rows]
    faults += [f"{table.where}: {key} {name}: stands twice" for name in dict.fromkeys(ids) if ids.count(name) > 1]
    return rows


def _keyed(rows: Iterable[Row]) -> Mapping[str, Row]:
    return MappingProxyType({_id(row): row for row in rows})


def _id(row: object) -> str:
    return str(getattr(row, "id", ""))


def _read_required(table: Table) -> Required:
    lists = {key: table.words(key, required=True) for key in ("indications", "contraindications", "therapies", "settings")}
    table.finish()
    return Required(**lists)


def _read_setting(table: Table) -> Setting:
    setting = Setting(table.text("id"), table.number("value"), table.text("unit"), table.text("why"), table.text("source"))
    table.finish()
    return setting


def _read_context(table: Table) -> Context:
    context = Context(table.text("id"), table.text("asked_in"), table.text("asks"))
    table.finish()
    return context
