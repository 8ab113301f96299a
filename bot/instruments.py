"""Instruments whose licensed wording the clinic filled in: in the protocol's own files, or in a folder of its own (`MEASURES_DIR`).

Knows files and which instruments a case may be asked; must not know how they are scored. A file with a fault is not used, and the log
names the file and the fault; `python -m bot measures check FILE` tells the same.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import structlog

from flows.protocol import load
from flows.protocol.measure import Measure
from flows.protocol.measure_check import check

_log = structlog.stdlib.get_logger(__name__)


@cache
def instruments(folder: Path | None) -> Mapping[str, Measure]:
    """Every instrument by id, licensed ones with the wording of `folder` where it has a file for them. Read once."""
    known = dict(load().measures)
    for path in sorted(folder.glob("*.toml")) if folder is not None else ():
        try:
            checked = check(path.read_text("utf-8"), load().measures, path.name)
        except (OSError, UnicodeDecodeError):
            _log.error("instrument_unreadable", file=path.name)
            continue
        if checked.measure is None or checked.faults:
            _log.error("instrument_refused", file=path.name, faults=len(checked.faults))
            continue
        known[checked.measure.id] = checked.measure
    return known


def by_form(known: Mapping[str, Measure], conditions: Sequence[str], language: str) -> tuple[str, ...]:
    """The long instruments of these conditions that may be asked in this language, in the protocol's order."""
    wanted = {name for condition in conditions if condition in load().evidence for name in load().evidence[condition].measures}
    return tuple(name for name, measure in known.items() if name in wanted and askable(measure, language))


def due_first(known: Mapping[str, Measure], conditions: Sequence[str], language: str) -> str:
    """The one long instrument a check-in is followed by: that of the main condition, in the protocol's order; empty when there is none."""
    wanted = (name for condition in conditions if condition in load().evidence for name in load().evidence[condition].measures)
    return next((name for name in wanted if name in known and askable(known[name], language)), "")


def askable(measure: Measure, language: str) -> bool:
    """Whether this is a long instrument with licensed wording in this language."""
    return measure.delivery == "form" and measure.wording == "licensed" and not measure.wanting(language)
