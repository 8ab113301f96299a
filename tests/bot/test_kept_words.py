"""Tables kept between processes: they say the same as built ones, and nothing that could be foreign is read."""

from itertools import islice
from pathlib import Path

import pytest

from bot.kept_words import Words, digest
from messages.guard.engine import Engine
from messages.understanding.lexicon import load
from tests.messages.guard.corpora import sentences


def unbuilt() -> str:
    """Builds what a kept table should have spared."""
    return "built anew"


@pytest.fixture
def words(tmp_path: Path) -> Words:
    """A folder that holds one table."""
    kept = Words(tmp_path / "kept")
    assert kept("table", lambda: "kept") == "kept"
    return kept


def only(tmp_path: Path) -> Path:
    """The file of that table."""
    (found,) = (tmp_path / "kept").iterdir()
    return found


def test_a_table_is_built_once(words: Words) -> None:
    """The next process finds it."""
    assert words("table", unbuilt) == "kept"


def test_a_table_belongs_to_its_release(words: Words, tmp_path: Path) -> None:
    """Its name holds the digest of all sources; another digest finds nothing."""
    file = only(tmp_path)
    assert file.name == f"table-{digest()}"
    file.rename(file.with_name("table-0123456789abcdef"))
    assert words("table", unbuilt) == "built anew"


def test_a_broken_table_is_built_anew(words: Words, tmp_path: Path) -> None:
    """Half a file, as after a full disk, is no table."""
    only(tmp_path).write_bytes(only(tmp_path).read_bytes()[:5])
    assert words("table", unbuilt) == "built anew"
    assert words("table", lambda: "again") == "built anew"


@pytest.mark.parametrize("part", ["file", "folder"])
def test_what_others_may_write_is_not_read(words: Words, tmp_path: Path, part: str) -> None:
    """A table is code: where anybody could lay one down, none is taken."""
    (only(tmp_path) if part == "file" else tmp_path / "kept").chmod(0o777)
    assert words("table", unbuilt) == "built anew"


def test_a_folder_that_takes_nothing_does_no_harm(tmp_path: Path) -> None:
    """A read-only installation builds at each start."""
    (tmp_path / "kept").write_text("a file where the folder should be")
    assert Words(tmp_path / "kept")("table", unbuilt) == "built anew"


def test_old_tables_are_cleared_away(words: Words, tmp_path: Path) -> None:
    """Only those of the latest releases stay."""
    for place in range(30):
        words(f"t{place}", unbuilt)
    assert len(list((tmp_path / "kept").iterdir())) < 15


def test_the_kept_guard_judges_as_the_built_one(tmp_path: Path) -> None:
    """Every tenth sentence of our corpora gives the same phrases."""
    words = Words(tmp_path / "kept")
    built, kept = words("guard", Engine), words("guard", Engine)
    assert built is not kept
    for one in islice(sentences(), 0, None, 10):
        assert built.hits(one.text, one.language) == kept.hits(one.text, one.language)


def test_the_kept_lexicon_holds_the_same_words(tmp_path: Path) -> None:
    """What a word stands for is the same in every language."""
    words, built = Words(tmp_path / "kept"), load()
    words("lexicon", load)
    kept = words("lexicon", load)
    assert kept is not built
    for word in ["rodilla", "knee", "genou", "joelho", "sintrom", "eliquis", "rodila", "cancr"]:
        assert (kept.exact(word), kept.guessed(word)) == (built.exact(word), built.guessed(word))
