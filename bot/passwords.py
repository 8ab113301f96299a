"""Passwords as Argon2id hashes, and which ones are too easy. Hashing takes tens of milliseconds, so serve it from a thread.

Must not know who a password belongs to beyond the words it must not contain.
"""

from functools import cache
from pathlib import Path
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST: Final = 12
"""Characters; ASVS 6.2.1 asks for at least 8, recommends 15."""

LONGEST: Final = 1000
"""Characters; hashing more would be a way to keep us busy."""

UNSET: Final = ""
"""In place of a hash: nobody can sign in until a password is chosen by invitation."""

OFTEN_USED: Final = (
    *(
        "password",
        "passwort",
        "contrasena",
        "contraseña",
        "clave",
        "secreto",
        "secret",
        "bienvenido",
        "welcome",
        "qwerty",
        "qwertz",
        "asdf",
    ),
    *("1234567890", "123456789", "12345678", "1234567", "123456", "12345", "1234", "abcdef", "abcd", "abc123", "iloveyou", "admin", "asdf"),
    *("regeneris", "candor", "clinica", "clínica", "clinic"),
)
"""The pieces the most used passwords are made of; longer ones first where one holds another (ASVS 6.2.4, 6.2.11)."""

WORDS_ENOUGH: Final = 4
"""So many different words in a row are hard to guess, common or not."""

FILE: Final = Path(__file__).with_name("common_passwords.txt")
"""Thousands of the most used passwords, one a line."""

_SHORTEST_PIECE, _LONGEST_PIECE = 4, 20
_WRITTEN_AS: Final = str.maketrans("@4301!$57", "aaeoiisst")
"""Signs and digits in place of letters."""

_HASHER: Final = PasswordHasher()
_NOBODY: Final = _HASHER.hash("nobody has this password")


def hash_password(password: str) -> str:
    """The Argon2id hash with its parameters."""
    return _HASHER.hash(password)


def matches(stored: str | None, password: str) -> bool:
    """Whether the password is the one stored; takes as long for a person that does not exist (None) or has none yet (`UNSET`)."""
    try:
        _HASHER.verify(stored or _NOBODY, password)
    except (VerificationError, InvalidHashError):
        return False
    return bool(stored)


def weakness(password: str, own_words: tuple[str, ...] = ()) -> str:
    """Why a new password is too easy: `short`, `long`, `own` (made of a word of the person's own), `common`; empty when it may be used."""
    if len(password) < SHORTEST:
        return "short"
    if len(password) > LONGEST:
        return "long"
    bare = password.casefold()
    for word in (word.casefold() for word in own_words if len(word) >= 4):
        if len(bare.replace(word, "")) < SHORTEST - 4 and word in bare:
            return "own"
    for piece in OFTEN_USED:
        bare = bare.replace(piece, "")
    return "common" if any(_easy(each) for each in (bare, bare.translate(_WRITTEN_AS))) else ""


def _easy(bare: str) -> bool:
    """Whether little is left once the most used passwords are taken out, unless there were many of them."""
    left, words = _taken_out(bare)
    return len(set(bare)) < 5 or (len(set(left)) < 5 and len(words) < WORDS_ENOUGH)


def _taken_out(bare: str) -> tuple[str, set[str]]:
    """What is left of a password, and the common ones it held, the longest first."""
    known, left, words, at = _common(), "", set[str](), 0
    while at < len(bare):
        lengths = range(min(_LONGEST_PIECE, len(bare) - at), _SHORTEST_PIECE - 1, -1)
        found = next((bare[at : at + length] for length in lengths if bare[at : at + length] in known), "")
        words |= {found} if found else set()
        left += "" if found else bare[at]
        at += len(found) or 1
    return left, words


@cache
def _common() -> frozenset[str]:
    return frozenset(FILE.read_text("utf-8").splitlines()[1:])
