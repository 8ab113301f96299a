"""Golden conversations: each script in `tests/transcripts` is played and must read the same to the letter.

`python3 dev.py test tests/flows/test_transcripts.py --update` writes them anew; read the difference before you commit it.
"""

from pathlib import Path

import pytest

from tests.flows.stage_play import play

FOLDER = Path(__file__).parents[1] / "transcripts"
SCRIPTS = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_conversation_reads_as_written(path: Path, request: pytest.FixtureRequest) -> None:
    """The bot says today what the transcript says it says."""
    written = path.read_text("utf-8")
    played = play(written)
    if request.config.getoption("--update"):
        path.write_text(played, "utf-8")
    assert played == path.read_text("utf-8")


def test_there_are_transcripts() -> None:
    """The folder is not empty, so the test above says something."""
    assert len(SCRIPTS) >= 7
