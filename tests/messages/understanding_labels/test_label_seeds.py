"""The same message is read the same in every process: sets know no order, and Python shuffles them anew at each start."""

import json
import os
import subprocess
import sys

import pytest

from tests.messages.understanding_labels.label_cases import LANGUAGES, rows

EVERY: int = 12
"""Every so many rows of the corpora are read: about five hundred messages."""


@pytest.mark.processes
def test_a_reading_does_not_depend_on_the_seed_of_the_process() -> None:
    """Two processes with other hash seeds print the same labels for the same messages."""
    asked = [{"id": row.text, "text": row.text, "lang": language} for language in LANGUAGES for row in rows(language)[::EVERY]]
    asked.append({"id": "viejo", "text": "hola, es para mi viejo, tiene 81, usa sintrom y no nunca tuvo infarto", "lang": "es"})
    lines = "\n".join(json.dumps(one) for one in asked)
    first, second = (_read(lines, seed) for seed in ("2", "3"))
    assert first == second
    assert "contraindication:anticoagulant" in first.splitlines()[-1]


def _read(lines: str, seed: str) -> str:
    command = [sys.executable, "-m", "bot", "understand", "message"]
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    return subprocess.run(command, input=lines, env=environment, capture_output=True, text=True, check=True).stdout
