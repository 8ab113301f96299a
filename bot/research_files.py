"""The files of a research export: rows, people per group, the data dictionary for programs and for readers, and the checksums of all.

Knows formats; must not know the record. Every file is made of an `Export` alone; a directory is filled whole or not at all.
"""

import csv
import hashlib
import io
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from bot.research import Export, Row
from flows.deidentify import K_PUBLISHED, OLDEST, OTHER, UNKNOWN
from flows.protocol import load
from flows.scoring import Result

ROWS, GROUPS, DICTIONARY, READABLE, CHECKSUMS = "rows.csv", "groups.csv", "dictionary.json", "dictionary.md", "SHA256SUMS"
FORMAT: Final = 2
COLUMNS: Final[Mapping[str, str]] = {
    "row": "Identifier of the row, drawn for this export; kept nowhere else.",
    "participant": "Identifier of the person, drawn for this export: joins the rows of one person, and nothing outside this export.",
    "age_band": f"Age at the intake in whole years, in bands of five; {OLDEST}+ from {OLDEST} on; {UNKNOWN}.",
    "country": f"Country as ISO 3166-1 alpha-2, from the record or the calling code; {UNKNOWN}.",
    "condition": f"The main condition the person confirmed; {OTHER} also stands for every condition of fewer than k people.",
    "days_since_treatment": "Days from the treatment to the answer, where the person lives; negative before it.",
    "milestone": "Which check-in it was asked at.",
    "instrument": "Which instrument it is a score of.",
    "scale": "Which of the instrument's scores it is: a row for each, and a total only where the instrument has one.",
    "score": "The score, or the digits of a state; empty where too little was answered for one.",
}
"""Every column of `rows.csv`, in order."""
GROUP_COLUMNS: Final = ("age_band", "country", "condition", "people")


class Occupied(ValueError):
    """The directory holds something, or is none; its name is the message."""


def files_of(export: Export) -> dict[str, bytes]:
    """Every file by name, the checksums last."""
    groups = ((*group, count) for group, count in sorted(export.people.groups.items()))
    told = dictionary(export)
    made = {
        ROWS: _csv(tuple(COLUMNS), map(_cells, export.rows)),
        GROUPS: _csv(GROUP_COLUMNS, groups),
        DICTIONARY: (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode(),
        READABLE: _readable(told).encode(),
    }
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(made.items()))
    return {**made, CHECKSUMS: sums.encode()}


def dictionary(export: Export) -> dict[str, Any]:
    """What stands in the files and under which rules, as plain data."""
    protocol = load()
    used = sorted({row.figure.instrument for row in export.rows})
    return {
        "format": FORMAT,
        "protocol_version": protocol.version,
        "k": export.k,
        "for_publishing": export.k >= K_PUBLISHED,
        "people": len(export.people.members),
        "rows": len(export.rows),
        "columns": dict(COLUMNS),
        "milestones": {each.id: {"months": each.months, "days": each.days, "kind": each.kind} for each in protocol.follow_up.milestones},
        "instruments": {name: _instrument(name) for name in used},
        "rules": rules(export.k),
    }


def rules(k: int) -> list[str]:
    """How people are kept unrecognisable, for whoever works with the files."""
    return [
        "Only people who allow research at the moment of the export; who took it back since is not in the next one.",
        "No names, numbers, words, pictures or dates. Of somebody treated more than once, the first treatment.",
        f"People who share age band, country and condition are {k} at least; smaller groups are left out.",
        "Further groups are left out wherever a total (of all, an age band, a country, a condition) would give those missing away.",
        "Every count is of people in these rows; no total counts anybody who is not.",
        f"A table made of these rows must not show a group of fewer than {k} people, whatever it is grouped by.",
        "Two exports must not be compared row by row: that may single out who joined or left between them.",
    ]


def place(target: Path, files: Mapping[str, bytes], before: Callable[[], None]) -> None:
    """Fill `target`, new or empty, with all files at once. `before` runs when they are written and before they can be seen there.

    Raises `Occupied`, `OSError`, and whatever `before` raises; then nothing is left behind.
    """
    require_empty(target)
    aside = Path(tempfile.mkdtemp(prefix=".research-", dir=target.absolute().parent))
    try:
        for name, content in files.items():
            with open(aside / name, "xb", opener=lambda path, flags: os.open(path, flags, 0o600)) as file:
                file.write(content)
        before()
        aside.replace(target)
    except BaseException:
        shutil.rmtree(aside, ignore_errors=True)
        raise


def require_empty(target: Path) -> None:
    """Raise `Occupied` unless `target` may become the export: not there yet beside what is, or an empty directory."""
    if target.is_symlink() or (target.exists() and (not target.is_dir() or any(target.iterdir()))):
        raise Occupied(str(target))
    if not target.absolute().parent.is_dir():
        raise Occupied(str(target.absolute().parent))


def _instrument(name: str) -> dict[str, Any]:
    measure = load().measures[name]
    scales = {each.id: {"low": each.low, "high": each.high, "direction": each.direction} for each in measure.scores}
    return {"title": measure.title, "version": measure.version, "scales": scales, "source": measure.source}


def _cells(row: Row) -> Sequence[object]:
    figure = row.figure
    return (row.row, row.participant, *row.group, figure.days, figure.milestone, figure.instrument, figure.scale, _number(figure.score))


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def _number(score: Result) -> str:
    return "" if score is None else score if isinstance(score, str) else f"{score:.10g}"


def _readable(told: Mapping[str, Any]) -> str:
    purpose = "for publishing" if told["for_publishing"] else "for use within the clinic, not for publishing"
    lines = ["# Data dictionary", "", f"{told['people']} people, {told['rows']} rows, k = {told['k']}, {purpose}."]
    lines += [f"Protocol {told['protocol_version']}. Check the files with `sha256sum -c {CHECKSUMS}`.", "", f"## {ROWS}", ""]
    lines += [f"- `{name}`: {meaning}" for name, meaning in told["columns"].items()]
    lines += ["", f"## {GROUPS}", "", f"People in `{ROWS}` per age band, country and condition.", "", "## Instruments", ""]
    for name, each in told["instruments"].items():
        lines.append(f"- `{name}` ({each['title']}, {each['version']})")
        lines += [
            f"  - `{scale}`: {rule['low']:.10g} to {rule['high']:.10g}, {rule['direction']}" for scale, rule in each["scales"].items()
        ]
    lines += ["", "## Milestones", ""]
    lines += [f"- `{name}`: {each['months']} months {each['days']} days, {each['kind']}" for name, each in told["milestones"].items()]
    lines += ["", "## Rules", "", *(f"- {rule}" for rule in told["rules"]), ""]
    return "\n".join(lines)
