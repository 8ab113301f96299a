"""Whether a filled-in instrument may take the place of the shipped one: form, wording, licence, and scoring left as published.

Judges the text of one file against the shipped instrument of that id; must not know where the text came from.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from flows.protocol.fields import Table
from flows.protocol.measure import Measure
from flows.protocol.measure_file import read_measure


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found: the instrument (None when the text cannot be read at all) and every fault by name. No fault: it may be used."""

    measure: Measure | None
    faults: tuple[str, ...]


def check(text: str, shipped: Mapping[str, Measure], where: str = "file") -> Checked:
    """Judge the text of a measure file. `shipped` are the instruments of this release by id."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        return Checked(None, (f"{where}: not TOML: {fault}",))
    faults: list[str] = []
    measure = read_measure(Table(where, raw, faults))
    ours = shipped.get(measure.id)
    if ours is None:
        faults.append(f"{where}: id: {measure.id!r} is none of {', '.join(shipped)}")
    else:
        faults += (f"{where}: {name}: differs from the published scoring that is shipped" for name in _altered(measure, ours))
        # what is known of the published answers is this release's, whichever release the file was copied from
        measure = replace(measure, alike=ours.alike)
    faults += (f"{where}: {fault}" for fault in measure.wanting())
    return Checked(measure, tuple(faults))


def _altered(given: Measure, shipped: Measure) -> Iterator[str]:
    for name in ("groups", "scores", "main", "scorer", "wording"):
        if getattr(given, name) != getattr(shipped, name):
            yield name
