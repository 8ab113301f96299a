"""Whether a folder takes what must be kept: asked by writing, because a full or read-only disk says nothing until then.

Knows folders and bytes; must not know what is kept there.
"""

import os
import shutil
import tempfile
from pathlib import Path
from typing import Final

NEEDED: Final = 256 * 1024
"""Bytes that must fit: as much as one delivery may bring."""


def require_room(folder: Path) -> None:
    """Raise OSError unless `folder` (made when missing) takes a new file of `NEEDED` bytes. Leaves nothing behind."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as probe:
        probe.write(bytes(NEEDED))
        probe.flush()


def free_share(folder: Path) -> float:
    """Share of the disk under `folder` that is free, 0 to 1."""
    usage = shutil.disk_usage(folder)
    return usage.free / usage.total


def folders(data_dir: Path, sqlite_file: str | None) -> list[Path]:
    """The folders that must take writes: the data directory and, where there is one, that of the SQLite file."""
    found = [data_dir]
    if sqlite_file and Path(sqlite_file).parent.resolve() != data_dir.resolve():
        found.append(Path(os.path.realpath(sqlite_file)).parent)
    return found
