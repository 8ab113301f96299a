"""What no single row can know: ids that point nowhere, things that must exist, figures that must agree across the files."""

from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Final

from flows.protocol.contraindication import Contraindication
from flows.protocol.fields import repeated
from flows.protocol.indication import Indication
from flows.protocol.protocol import Protocol

PREFIX: Final = "contraindication:"
BARE_FLAGS: Final = frozenset({"minor", "proxy", "stopped_other_care", "desperation", "financial_distress"})
"""Flags of screening rows that the packet shows without the prefix."""


def inconsistencies(protocol: Protocol) -> Iterator[str]:
    """Every contradiction between the files, by name."""
    yield from _missing(protocol)
    yield from _screening(protocol)
    for row in protocol.contraindications:
        yield from _row(protocol, row)
    for indication in protocol.evidence.values():
        yield from _indication(protocol, indication)
    yield from _danger(protocol)
    yield from _host_factors(protocol)


def _missing(protocol: Protocol) -> Iterator[str]:
    required = protocol.required
    wanted = (
        ("evidence_map.toml", required.indications, protocol.evidence),
        ("contraindications.toml", required.contraindications, _screened(protocol)),
        ("therapies.toml", required.therapies, protocol.therapies),
        ("protocol.toml", required.settings, protocol.settings),
    )
    for file, names, present in wanted:
        for name in names:
            if name not in present:
                yield f"{file}: {name}: missing"


def _screening(protocol: Protocol) -> Iterator[str]:
    where, groups = "contraindications.toml", {group.id for group in protocol.groups}
    orders = [str(row.order) for row in protocol.contraindications] + [str(group.order) for group in protocol.groups]
    for order in repeated(tuple(orders)):
        yield f"{where}: order {order}: given twice"
    for name in sorted(groups):
        if not protocol.members(name):
            yield f"{where}: group {name}: has no rows"
    for row in protocol.contraindications:
        if row.group and row.group not in groups:
            yield f"{where}: {row.id}: ask: no group {row.group!r}"


def _row(protocol: Protocol, row: Contraindication) -> Iterator[str]:
    where, rows = f"contraindications.toml: {row.id}", _screened(protocol)
    yield from _unknown(f"{where}: applies", (name for name, _ in row.applies.unless), rows)
    yield from _unknown(f"{where}: applies", row.applies.indications, protocol.evidence)
    for name, answer in row.applies.unless:
        if name in rows and (answer not in rows[name].options or rows[name].order >= row.order):
            yield f"{where}: applies: {name!r} cannot have answered {answer!r} before"
    for flag in row.flag_ids:
        if flag not in (BARE_FLAGS | {PREFIX + row.id}):
            yield f"{where}: flag_ids: {flag!r} is neither {PREFIX}{row.id} nor a known flag"
    if row.id in protocol.required.contraindications and PREFIX + row.id not in row.flag_ids:
        yield f"{where}: flag_ids: {PREFIX}{row.id} is missing"


def _indication(protocol: Protocol, row: Indication) -> Iterator[str]:
    where, rows = f"evidence_map.toml: {row.id}", _screened(protocol)
    yield from _unknown(f"{where}: measures", row.measures, protocol.measures)
    yield from _unknown(f"{where}: questions", row.questions, protocol.questions)
    yield from _unknown(f"{where}: always_flags", row.always_flags, rows)
    yield from _unknown(f"{where}: always_checks", row.always_checks, rows)


def _danger(protocol: Protocol) -> Iterator[str]:
    for tag in protocol.other_tags:
        yield from _unknown(f"evidence_map.toml: {tag.id}: flags", tag.flags, _screened(protocol))
    for cue in protocol.cues.values():
        yield from _unknown(f"emergencies.toml: {cue.id}: indications", cue.indications, protocol.evidence)
    for kind in ("emergency", "crisis"):
        if all(cue.kind != kind for cue in protocol.cues.values()):
            yield f"emergencies.toml: no cue of class {kind}"
    for code in repeated(tuple(code for row in protocol.numbers for code in row.countries)):
        yield f"emergencies.toml: {code}: numbers given twice"
    if sum(not row.known for row in protocol.numbers) != 1:
        yield "emergencies.toml: exactly one row must serve an unknown country"


def _screened(protocol: Protocol) -> Mapping[str, Contraindication]:
    return {row.id: row for row in protocol.contraindications}


def _unknown(where: str, names: Iterable[str], present: Container[str]) -> Iterator[str]:
    return (f"{where}: {name!r} is unknown" for name in names if name not in present)


def _host_factors(protocol: Protocol) -> Iterator[str]:
    most = protocol.settings.get("host_factors_asked_at_most")
    if most is not None and len(protocol.asked_host_factors) > most.value:
        yield f"host_factors.toml: {len(protocol.asked_host_factors)} are asked, at most {most.value:g} may be"
    for order in repeated(tuple(str(factor.order) for factor in protocol.host_factors)):
        yield f"host_factors.toml: order {order}: given twice"
