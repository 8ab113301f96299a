"""Texts, word lists and rules as tables kept on disk between processes: built once per release, read by every start after it.

Knows files; must not know what a table holds. A table lies beside the installed packages and is as trusted as they are: it is read only
where nobody but the owner of the installation can write. Its name holds a digest of every source it was built from, so a changed word,
rule or line of code is built anew.
"""

import contextlib
import hashlib
import os
import pickle
import stat
import sys
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final, TypeVar

import messages
from messages.building import keep_with

Table = TypeVar("Table")

SOURCES: Final = (".py", ".toml", ".ftl")
OTHERS: Final = 8
"""Tables of other releases that stay for a while: checkouts may share an installation."""


def keep_words() -> None:
    """Keep tables in this installation, where it has a place of its own (a virtual environment)."""
    if sys.prefix != sys.base_prefix:
        keep_with(Words(Path(sys.prefix) / "kept-words"))


class Words:
    """A folder of tables."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when it is first needed; one that cannot be written to is only read."""
        self._folder = folder

    def __call__(self, name: str, build: Callable[[], Table]) -> Table:
        """The table `name` of this release, built where there is none that can be read."""
        path = self._folder / f"{name}-{digest()}"
        with contextlib.suppress(Exception):  # whatever is wrong with a kept table, a new one is right
            if self._ours(path):
                table: Table = pickle.loads(path.read_bytes())  # noqa: S301 - written by ourselves where only we can write
                return table
        table = build()
        with contextlib.suppress(OSError, RecursionError, pickle.PicklingError):
            self._keep(path, pickle.dumps(table, pickle.HIGHEST_PROTOCOL))
        return table

    def _ours(self, path: Path) -> bool:
        """Whether the file and its folder belong to us or to root, and nobody else may change them."""
        return all(
            found.st_uid in {os.getuid(), 0} and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
            for found in (path.stat(), self._folder.stat())
        )

    def _keep(self, path: Path, table: bytes) -> None:
        self._folder.mkdir(mode=0o755, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=self._folder, prefix=".", delete=False) as file:
            file.write(table)
        Path(file.name).chmod(0o644)
        Path(file.name).replace(path)
        kept = sorted(self._folder.glob("[!.]*"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in kept[3 + OTHERS :]:
            old.unlink(missing_ok=True)


@cache
def digest() -> str:
    """Of every file of the core that says or reads a word, and of the Python that runs it: 16 hexadecimal characters."""
    found = hashlib.sha256(sys.version.encode())
    root = Path(messages.__file__).parent
    for path in sorted(path for path in root.rglob("*") if path.suffix in SOURCES):
        found.update(f"{path.relative_to(root)}\0".encode() + path.read_bytes())
    return found.hexdigest()[:16]
