"""Commands that read JSON Lines: a line nested beyond reason is a malformed line, and the lines after it are answered."""

import json

import click
import pytest
from click.testing import CliRunner

from bot.commands.guard import command
from bot.commands.understand import understand

PLAIN = json.dumps({"id": 1, "text": "hola", "lang": "es"})


@pytest.mark.parametrize(("asked", "arguments"), [(command, []), (understand, ["message"]), (understand, ["language"])])
def test_a_deeply_nested_line_is_malformed(asked: click.Command, arguments: list[str]) -> None:
    """Exit 2 after the rest was answered."""
    result = CliRunner().invoke(asked, arguments, input=f"{'[' * 50_000}\n{PLAIN}\n")
    assert (result.exit_code, len(result.stdout.splitlines()), result.stderr.split(":")[0]) == (2, 1, "line 1")
