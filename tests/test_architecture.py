"""The project tested as a project: layers, sizes, first lines, banned names, nothing half-done."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("messages", "flows", "storage", "bot")
SOURCES = tuple(path for package in (*PACKAGES, "tests", "benchmarks", "training") for path in sorted((ROOT / package).rglob("*.py")))
OWN = tuple(path for path in SOURCES if "tests" not in path.relative_to(ROOT).parts and "migrations/versions" not in path.as_posix())
BANNED_NAMES = {"utils", "util", "helpers", "helper", "manager", "common", "misc", "handler", "handlers", "service"}
MOST_LINES = 350
PURE_FORBIDDEN = re.compile(
    r"^\s*(?:from|import)\s+(sqlalchemy|telegram|twilio|starlette|httpx|asyncio|socket|threading|random|time|logging)\b", re.MULTILINE
)


def _label(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_import_contracts_hold() -> None:
    """The layers and walls of `pyproject.toml` hold."""
    code = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run([sys.executable, "-c", code, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", SOURCES, ids=_label)
def test_file_fits_on_a_few_screens(path: Path) -> None:
    """No Python file is longer than 350 lines."""
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", OWN, ids=_label)
def test_module_says_what_it_knows(path: Path) -> None:
    """Every module begins with a docstring."""
    assert ast.get_docstring(ast.parse(path.read_text("utf-8")))


@pytest.mark.parametrize("path", OWN, ids=_label)
def test_names_are_field_words(path: Path) -> None:
    """No module or package is called utils, helpers, manager or the like."""
    assert not BANNED_NAMES & set(path.with_suffix("").relative_to(ROOT).parts)


@pytest.mark.parametrize("path", [path for path in OWN if path.relative_to(ROOT).parts[0] in {"messages", "flows"}], ids=_label)
def test_core_asks_for_no_clock_and_no_network(path: Path) -> None:
    """No file of the core imports a clock, chance or the network, not even within a function."""
    assert not PURE_FORBIDDEN.search(path.read_text("utf-8"))


def test_transitions_is_imported_in_one_file() -> None:
    """Only `flows/machine.py` imports transitions."""
    using = [_label(path) for path in OWN if re.search(r"^\s*(?:from|import)\s+transitions\b", path.read_text("utf-8"), re.MULTILINE)]
    assert using == ["flows/machine.py"]


def test_nothing_is_left_half_done() -> None:
    """No marker of unfinished work stands in the product."""
    words = "TO" + "DO|FIX" + "ME|X" + "XX|NotImplemented" + "Error"
    left = [_label(path) for path in OWN if re.search(rf"\b({words})\b", path.read_text("utf-8"))]
    assert left == []


def test_every_exception_to_a_rule_gives_its_reason() -> None:
    """Every `noqa` and `type: ignore` has a reason beside it."""
    bare = []
    for path in SOURCES:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if re.search(r"#\s*noqa\b(?!:\s*\S+.*\s-\s)|#\s*type:\s*ignore\b(?!\[[^\]]+\]\s*#)", line) and "re.search" not in line:
                bare.append(f"{_label(path)}:{number}")
    assert bare == []
