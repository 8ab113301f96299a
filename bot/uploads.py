"""Sealed files beside the database: patients' files that passed their checks, and the simulator's uploads until they are fetched.

Knows names, bytes and atomic writes; must not know what a file shows. A name is ours, never the sender's.
"""

import base64
import contextlib
import os
import re
from pathlib import Path

from storage.crypto import Sealer, Unreadable

_NAME = re.compile(r"[0-9a-f]{8,64}")


_PREVIEW = "0" * 8


def preview_name(name: str) -> str:
    """The name of a file's preview."""
    return name + _PREVIEW


def owner_of(name: str) -> str:
    """The file that a name belongs to: itself, or the one it is the preview of."""
    return name[:32]


class Uploads:
    """One folder of sealed files. Safe between threads and processes: a file appears whole or not at all."""

    def __init__(self, folder: Path, sealer: Sealer) -> None:
        self.folder, self._sealer = folder, sealer

    def put(self, name: str, data: bytes) -> None:
        """Seal `data` and keep it under `name`. Raises ValueError for a name that is not ours."""
        path = self._path(name)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}.part")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(self._sealer.seal(f"file:{name}", base64.b64encode(data).decode()).encode())
                file.flush()
                os.fsync(file.fileno())
            draft.replace(path)
        except OSError:
            draft.unlink(missing_ok=True)
            raise

    def get(self, name: str) -> bytes | None:
        """The bytes under `name`; None when there are none that open."""
        try:
            return base64.b64decode(self._sealer.open(f"file:{name}", self._path(name).read_text()))
        except (OSError, Unreadable, ValueError):
            return None

    def drop(self, name: str) -> None:
        """Remove a file; nothing happens when it is not there."""
        self._path(name).unlink(missing_ok=True)

    def drop_drafts(self, before: float) -> None:
        """Remove what a crash or a full disk left half written before the Unix time `before`."""
        for draft in self.folder.glob("*.part") if self.folder.is_dir() else ():
            with contextlib.suppress(FileNotFoundError):
                if draft.stat().st_mtime < before:
                    draft.unlink()

    def names(self) -> list[tuple[str, float]]:
        """Every whole file with the Unix time it was written."""
        if not self.folder.is_dir():
            return []
        found = []
        for path in self.folder.iterdir():
            if not _NAME.fullmatch(path.name):
                continue
            try:
                found.append((path.name, path.stat().st_mtime))
            except FileNotFoundError:
                continue
        return found

    def _path(self, name: str) -> Path:
        if not _NAME.fullmatch(name):
            raise ValueError("not a file name of ours")
        return self.folder / name
