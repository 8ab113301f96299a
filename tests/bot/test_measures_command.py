"""`python -m bot measures`: list, check a filled file, score in bulk."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.commands.measures import measures
from flows.protocol import MEASURES
from tests.flows.protocol.test_protocol_measures import filled


def run(*arguments: str, given: str = "") -> Result:
    """The command in this process."""
    return CliRunner().invoke(measures, list(arguments), input=given)


def test_the_list_names_every_instrument_and_why_it_is_off() -> None:
    """Each instrument stands there once, those without a licence as off."""
    rows = json.loads(run("list", "--json").stdout)
    assert [row["id"] for row in rows] == list(MEASURES)
    assert {row["id"] for row in rows if row["on"]} == {"nrs_pain", "psfs", "pgic", "safety"}
    assert "koos           off" in run("list").stdout


def test_lines_are_scored_in_order() -> None:
    """One answer a line, the id carried over, whole instruments and single scales."""
    asked = [
        {"id": 1, "measure": "QuickDASH", "items": [1, 2, 3, 4, 1, 1, 2, 3, 5, 1, 1], "unknown": 0},
        {"id": "b", "measure": "KOOS", "scale": "pain", "items": [3, 2, 1, 2, 3, 4, 1, 2, 3]},
        {"id": None, "measure": "koos", "scale": "pain", "items": [3, 2, 1, 2, None, None, None, None, None]},
        {"id": 4, "measure": "nrs_pain", "items": {"pain": 4}},
    ]
    done = run("score", given="\n".join(map(json.dumps, asked)) + "\n\n")
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(line["id"], line["score"]) for line in told] == [(1, 29.55), ("b", 41.67), (None, None), (4, 4.0)]
    assert [line["direction"] for line in told[:2]] == ["lower_better", "higher_better"]
    assert done.exit_code == 0


def test_a_scale_takes_its_items_by_name_too() -> None:
    """A missing one is not answered; one of another scale is named."""
    nine = {f"P{n}": value for n, value in enumerate([3, 2, 1, 2, 3, 4, 1, 2, 3], 1)}
    few = {item: nine[item] for item in ("P1", "P2", "P3", "P4")}
    five = {**few, "P9": 3}
    asked = [{"id": n, "measure": "koos", "scale": "pain", "items": items} for n, items in enumerate((nine, few, five, {**nine, "S1": 1}))]
    done = run("score", given="\n".join(map(json.dumps, asked)))
    assert [json.loads(line)["score"] for line in done.stdout.splitlines()] == [41.67, None, 45.0]
    assert (done.stderr, done.exit_code) == ("line 4: pain has no item S1\n", 2)


def test_a_line_that_cannot_be_scored_is_named_and_the_others_are_answered() -> None:
    """Wrong answers, unknown measures and broken lines each have their number on standard error; exit 2."""
    lines = [
        '{"id": 1, "measure": "nrs_pain", "items": [11]}',
        '{"id": 2, "measure": "abc", "items": []}',
        "{",
        '{"id": 4, "measure": "pgic", "items": [2]}',
    ]
    done = run("score", given="\n".join(lines))
    assert json.loads(done.stdout)["score"] == 2.0
    assert [line.partition(":")[0] for line in done.stderr.splitlines()] == ["line 1", "line 2", "line 3"]
    assert done.exit_code == 2


@pytest.mark.parametrize(("text", "code", "said"), [(filled(), 0, "may be used in es"), (filled(licence=""), 1, "licence_ref: empty")])
def test_a_filled_file_is_judged(tmp_path: Path, text: str, code: int, said: str) -> None:
    """Exit 0 with the languages held, or 1 with every fault named."""
    (tmp_path / "q.toml").write_text(text, "utf-8")
    done = run("check", str(tmp_path / "q.toml"))
    assert done.exit_code == code
    assert said in done.output


def test_a_filled_file_is_told_by_the_items_with_answers_of_their_own(tmp_path: Path) -> None:
    """Whoever filled it in sees whether that is what the licence says."""
    text = "\n".join(line for line in filled().splitlines() if not line.startswith(("D1 = [", "D2 = [")))
    (tmp_path / "q.toml").write_text(text, "utf-8")
    assert "es: answers of their own: D3, D4, D5, D6, D7, D8, D9, D10, D11\n" in run("check", str(tmp_path / "q.toml")).stdout
