"""The guard's corpora as data: sentences by set, language, kind and group. Knows the files' layout only."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent / "corpus"
NEVER_STOPPED: Final = ("refusal", "emergency", "keep_treatment")
"""Groups of good sentences none of which may ever be stopped."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a corpus."""

    corpus: str
    language: str
    kind: str
    group: str
    text: str


def sentences(corpus: str = "*", kind: str | None = None) -> Iterator[Sentence]:
    """Every sentence of the corpora named, in the order of the files."""
    for path in sorted(ROOT.glob(f"{corpus}/*.toml")):
        for name, groups in tomllib.loads(path.read_text(encoding="utf-8")).items():
            for group, texts in groups.items():
                if kind in {None, name}:
                    yield from (Sentence(path.parent.name, path.stem, name, group, text) for text in texts)
