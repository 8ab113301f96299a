"""Sealed files beside the database: what a crash or a full disk leaves half written does not stay."""

import os
import resource
import signal
import time
from pathlib import Path

import pytest

from bot.retention import sweep_files
from bot.uploads import Uploads
from storage.crypto import Sealer
from tests.bot.rig import Rig
from tests.conftest import DATA_KEY

NAME = "0123456789abcdef"


def test_a_file_that_does_not_fit_leaves_nothing(tmp_path: Path) -> None:
    """The error is the caller's; the draft is gone."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(OSError, match="large"):
            Uploads(tmp_path, Sealer([DATA_KEY])).put(NAME, b"x" * 5000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert list(tmp_path.iterdir()) == []


async def test_old_drafts_are_swept_and_young_ones_kept(rig: Rig) -> None:
    """A draft of a killed process goes after a while; one being written stays."""
    folder = rig.parts.files.folder
    folder.mkdir(parents=True)
    old, young = folder / f"{NAME}.1.part", folder / f"{NAME}.2.part"
    for draft in (old, young):
        draft.write_bytes(b"half")
    os.utime(old, (time.time() - 3600, time.time() - 3600))
    await sweep_files(rig.parts)
    assert list(folder.iterdir()) == [young]
