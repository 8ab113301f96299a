"""Passwords as Argon2id hashes, and which ones are too easy. Hashing takes tens of milliseconds, so serve it from a thread.

Must not know who a password belongs to beyond the words it must not contain.
"""

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
    return "common" if len(set(bare)) < 5 else ""
