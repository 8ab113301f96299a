"""`guard` on the command line: JSON Lines in, verdicts out, in order."""

import json

from click.testing import CliRunner

from bot.commands.guard import command

GOOD = json.dumps({"id": 1, "text": "No es una cura.", "lang": "es", "more": [1]})
BAD = json.dumps({"id": "b", "text": "Cuesta $500."})


def test_verdicts_come_in_order() -> None:
    """Each line is answered in its place with its own id; unknown keys are ignored."""
    result = CliRunner().invoke(command, input=f"{GOOD}\n{BAD}\n")
    first, second = map(json.loads, result.stdout.splitlines())
    assert first == {"id": 1, "blocked": False, "findings": []}
    assert second == {"id": "b", "blocked": True, "findings": [{"rule": "price", "phrase": "Cuesta $500"}]}
    assert result.exit_code == 0


def test_a_malformed_line_is_named_and_the_rest_answered() -> None:
    """An unreadable line is named by its number, not by its words; the lines after it are answered and the exit code is 2."""
    result = CliRunner().invoke(command, input=f'{GOOD}\nsecret\n["x"]\n{{"id": 3}}\n{BAD}\n')
    assert len(result.stdout.splitlines()) == 2
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["line 2", "line 3", "line 4"]
    assert "secret" not in result.stderr
    assert result.exit_code == 2


def test_nothing_gives_nothing() -> None:
    """Empty input gives empty output."""
    assert CliRunner().invoke(command, input="\n").output == ""
