"""The release of the conversation, from its content: a digest over every file that decides what is asked, read and said.

Reads only the packages `flows` and `messages`, once. Two releases with one revision say the same to the byte; the signatures
(`approvals.toml`, `signature.toml`) change no word and are left out.
"""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent
PACKAGES: Final = ("flows", "messages")
KINDS: Final = frozenset({".py", ".toml", ".ftl", ".txt", ".weights"})
SIGNATURES: Final = frozenset({"messages/approvals.toml", "flows/protocol/signature.toml"})


@cache
def revision(root: Path = ROOT) -> str:
    """Sixteen hexadecimal digits; the same for the same content on every machine, whatever its line ends."""
    found = hashlib.sha256()
    for name, path in sources(root):
        found.update(name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()[:16]


def sources(root: Path = ROOT) -> Iterator[tuple[str, Path]]:
    """The files that count, by their names below the root, in order."""
    named = {
        path.relative_to(root).as_posix(): path for package in PACKAGES for path in (root / package).rglob("*") if path.suffix in KINDS
    }
    yield from ((name, named[name]) for name in sorted(named) if name not in SIGNATURES)
