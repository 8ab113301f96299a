"""`measures list|check|score`: the instruments of follow-up, a filled-in file judged, answers scored in bulk. Needs no database, no keys.

Knows standard input and output; must not know how a score is made. What it reads is never repeated in an error.
"""

import json
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, Final

import click

_MALFORMED: Final = 2


@click.group("measures", short_help="Instruments: list them, check a filled-in file, score answers (JSON Lines).")
def measures() -> None:
    """Instruments of follow-up: which there are, whether a filled-in file may be used, and scores in bulk."""


@measures.command("list")
@click.option("--json", "as_json", is_flag=True, help="Everything about each, as one JSON list.")
def show(*, as_json: bool) -> None:
    """Every instrument: whether it is on, its items, direction, main score, licence."""
    from flows.protocol import load

    rows = [_row(measure) for measure in load().measures.values()]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for row in rows:
        state = "on" if row["on"] else "off"
        click.echo(f"{row['id']:<14} {state:<4} {len(row['items']):>2} items  {row['direction']:<14} {row['title']}")
        if not row["on"]:
            click.echo(f"{'':<14} licence: {row['licence']}")


def _row(measure: Any) -> dict[str, Any]:  # noqa: ANN401 - flows is imported late, so that the help starts fast
    main = measure.score(measure.main)
    return {
        "id": measure.id,
        "title": measure.title,
        "names": list(measure.names),
        "version": measure.version,
        "scorer": measure.scorer,
        "on": not measure.wanting(),
        "languages": list(measure.languages),
        "wanting": list(measure.wanting()),
        "delivery": measure.delivery,
        "items": list(measure.item_ids),
        "scores": [{"id": each.id, "low": each.low, "high": each.high, "direction": each.direction} for each in measure.scores],
        "main": measure.main,
        "direction": main.direction,
        "licence": measure.licence,
        "licence_ref": measure.licence_ref,
        "source": measure.source,
    }


@measures.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check_file(file: Path) -> None:
    """Judge a filled-in measure file; every fault is named. Exit 0: put it in the place of the shipped one and have the protocol signed."""
    from flows.protocol import load
    from flows.protocol.measure_check import check

    try:
        text = file.read_text("utf-8")
    except UnicodeDecodeError:
        raise click.UsageError(f"{file.name} is not UTF-8 text") from None
    checked = check(text, load().measures, file.name)
    for fault in checked.faults:
        click.echo(fault, err=True)
    if checked.measure is None or checked.faults:
        sys.exit(1)
    held = ", ".join(checked.measure.languages)
    click.echo(f"{checked.measure.id}: may be used in {held}; licence {checked.measure.licence_ref or 'not needed'}")
    for slot in checked.measure.slots:
        click.echo(f"{slot.language}: answers of their own: {', '.join(slot.own) or 'none, every item takes the list of its group'}")


def answer(line: str) -> str:
    """One line scored. Raises ValueError, KeyError, TypeError, RecursionError when it is malformed."""
    from flows.scoring import find, score, score_scale

    asked: dict[str, Any] = json.loads(line)
    measure, given, scale = find(asked["measure"]), asked["items"], asked.get("scale")
    told: dict[str, Any] = {"id": asked["id"], "measure": measure.id}
    if scale is not None:
        told |= {"score": score_scale(measure, scale, given), "direction": measure.score(scale).direction}
    else:
        scored = score(measure, given)
        told |= {"score": scored.value, "scores": dict(scored.scores), "direction": measure.score(measure.main).direction}
    return json.dumps({**told, "version": measure.version, "scorer": measure.scorer}, ensure_ascii=False)


def score_lines(lines: IO[str]) -> Iterator[tuple[str, str]]:
    """For each line its answer, or what is wrong with it (the other one empty)."""
    from flows.scoring import NotScorable

    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield answer(line), ""
        except NotScorable as fault:
            yield "", f"line {number}: {fault}"
        except (ValueError, KeyError, TypeError, RecursionError):
            yield "", f'line {number}: expected {{"id", "measure", "items"}} with a known measure'


@measures.command("score")
def score_command() -> None:
    """Score answers, JSON Lines in and out, in the same order.

    In: {"id", "measure", "items": [...] or {item: answer}}, null for an item not answered, or in an object left
    out; with "scale" the items are that scale's alone.
    Out: {"id", "measure", "score", "scores", "direction", "version", "scorer"}; "score" is the main one, null when too little was answered.
    A line that cannot be scored is named on standard error, and the exit code is 2.
    """
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    clean = True
    for told, fault in score_lines(sys.stdin):
        click.echo(told or fault, err=not told)
        clean = clean and not fault
    if not clean:
        raise SystemExit(_MALFORMED)
