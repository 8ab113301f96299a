"""Every command the documents name exists: in code blocks and between backticks, with its subcommand and options."""

import importlib.util
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from bot.cli import COMMANDS, cli

ROOT = Path(__file__).parent.parent.parent
DOCUMENTS = sorted(path for path in (ROOT / "README.md", *(ROOT / "docs").rglob("*.md")) if path.exists())
_COMMAND = re.compile(r"(?:python3 dev\.py|python -m bot) ([^`\n#|]+)")
_OWN = {"test", "lock", "demo"}
_PLACEHOLDER = re.compile(r"[A-Z][A-Z_]+|\S*…\S*|[a-z]+\|[a-z|]+")


def named() -> Iterator[tuple[str, str]]:
    """(document, command line after the program) of every mention."""
    for path in DOCUMENTS:
        for line in _COMMAND.findall(path.read_text(encoding="utf-8")):
            yield path.name, line.strip().rstrip(".,;:)")


def fault(line: str) -> str:
    """What is wrong with a command line, empty when nothing is."""
    words = shlex.split(line)
    if words[0] in _OWN - {"demo"}:
        missing = [word for word in words[1:] if word.startswith("tests/") and not (ROOT / word.partition("::")[0]).exists()]
        return f"{missing} does not exist" if missing else ""
    command, context = click.Command("nothing"), click.Context(cli)
    group: click.Command = cli
    for place, word in enumerate(words):
        found = group.get_command(context, word) if isinstance(group, click.Group) else None
        if found is None:
            return _options(command, words[place:]) if place else f"no command {word!r}"
        group = command = found
    return ""


def _options(command: click.Command, words: list[str]) -> str:
    known = {name for option in command.params for name in (*option.opts, *option.secondary_opts)}
    unknown = [word for word in words if word.startswith("-") and word.partition("=")[0] not in known]
    stray = [] if any(isinstance(one, click.Argument) for one in command.params) else _words_without_option(command, words)
    return f"{command.name}: unknown {unknown + stray}" if unknown + stray else ""


def _words_without_option(command: click.Command, words: list[str]) -> list[str]:
    taking = {name for option in command.params if isinstance(option, click.Option) and not option.is_flag for name in option.opts}
    before = ["", *words]
    return [
        word
        for last, word in zip(before, words, strict=False)
        if not word.startswith("-") and last not in taking and not _PLACEHOLDER.fullmatch(word)
    ]


@pytest.mark.parametrize(("document", "line"), sorted(set(named())), ids=str)
def test_a_command_of_the_documents_exists(document: str, line: str) -> None:
    """Known to `python -m bot` or `dev.py`, with the options named."""
    assert fault(line) == "", document


@pytest.mark.parametrize("line", ["nonsense", "chat --nonsense", "deadletters nonsense", "test tests/nowhere"])
def test_an_unknown_command_would_be_found(line: str) -> None:
    """The reader of documents is not blind."""
    assert fault(line)


def test_a_known_command_is_known() -> None:
    """Subcommands, flags and values pass."""
    lines = ("chat --lang es", "deadletters replay 3", "worker --drain", "staff token --email E", "test tests/flows")
    assert [fault(line) for line in lines if line.split()[0] in {*COMMANDS, "test"}] == [""] * len(lines)


def test_dev_says_how_it_is_used() -> None:
    """No command: usage and 2; asked for help: usage and 0."""
    ran = [
        subprocess.run([sys.executable, "dev.py", *more], cwd=ROOT, capture_output=True, text=True, check=False)
        for more in ([], ["--help"])
    ]
    assert [(done.returncode, "demo | test" in done.stdout) for done in ran] == [(2, True), (0, True)]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_of_the_table_can_be_asked_for_help(name: str) -> None:
    """Each entry leads to a command that explains itself; one that this release does not hold is left out."""
    if importlib.util.find_spec(COMMANDS[name].target.partition(":")[0]) is None:
        return
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    assert found.get_help(click.Context(found, info_name=name))
