"""Sealing words at rest and finding them again: authenticated encryption bound to a place, and a keyed blind index.

Knows keys and bytes; must not know tables. A sealed text names its key, so keys rotate while both old and new rows are read. The
place (`messages.body:17/3`) is inside the authenticated text: a ciphertext copied to another row or column does not open there.
The index and audit keys are random, kept in the database sealed under the data keys (`storage/database.py`), so that changing the
data keys breaks neither look-up nor the audit chain.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from typing import NewType

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Sealed = NewType("Sealed", str)
"""`<key id>:<Fernet token>`; the only thing a sealed column takes."""

_MARK = 16


class Unreadable(Exception):
    """A sealed text does not open: wrong place, changed, or its key is not among ours. Says nothing of its content."""


class WrongKeys(Exception):
    """The data keys do not belong to this database, or are no Fernet keys."""


def _derive(key: str, purpose: bytes) -> bytes:
    try:
        raw = base64.urlsafe_b64decode(key.encode())
    except ValueError as fault:
        raise WrongKeys("a data key is not URL-safe base64") from fault
    if len(raw) != 32:
        raise WrongKeys("a data key is not 32 bytes long")
    return HKDF(SHA256(), 32, salt=None, info=b"candor/" + purpose).derive(raw)


class Sealer:
    """Seals under the first data key, opens under any. Safe to share between threads."""

    def __init__(self, keys: Sequence[str]) -> None:
        if not keys:
            raise WrongKeys("no data key is set")
        self._by_id = {_derive(key, b"key-id").hex()[:8]: Fernet(base64.urlsafe_b64encode(_derive(key, b"seal"))) for key in keys}
        self.key_id = next(iter(self._by_id))

    def seal(self, place: str, text: str) -> Sealed:
        """Encrypt `text` for one place. Lone surrogates are kept."""
        return self._write(_mark(place) + text.encode("utf-8", "surrogatepass"))

    def open(self, place: str, sealed: str) -> str:
        """Decrypt. Raises Unreadable."""
        content = self._read(sealed)
        if not hmac.compare_digest(content[:_MARK], _mark(place)):
            raise Unreadable("sealed for another place")
        return content[_MARK:].decode("utf-8", "surrogatepass")

    def reseal(self, sealed: str) -> Sealed | None:
        """The same content for the same place under the first key; None when it is under it already. Raises Unreadable."""
        return None if sealed.startswith(f"{self.key_id}:") else self._write(self._read(sealed))

    def _write(self, content: bytes) -> Sealed:
        return Sealed(f"{self.key_id}:{self._by_id[self.key_id].encrypt(content).decode('ascii')}")

    def _read(self, sealed: str) -> bytes:
        key_id, _, token = sealed.partition(":")
        if (fernet := self._by_id.get(key_id)) is None:
            raise Unreadable("sealed under a key that is not set")
        try:
            return fernet.decrypt(token)
        except InvalidToken:
            raise Unreadable("changed since it was sealed") from None


class Vault:
    """What repositories use: a Sealer, the blind index and the audit chain's hash."""

    def __init__(self, sealer: Sealer, *, index_key: bytes, audit_key: bytes) -> None:
        self.sealer = sealer
        self.seal = sealer.seal
        self.open = sealer.open
        self._index_key = index_key
        self._audit_key = audit_key

    def blind(self, *parts: str) -> str:
        """A keyed hash (HMAC-SHA256, hex) under which a value is found without being stored; parts cannot run into each other."""
        joined = b"".join(len(raw).to_bytes(4, "big") + raw for raw in (part.encode("utf-8", "surrogatepass") for part in parts))
        return hmac.new(self._index_key, joined, hashlib.sha256).hexdigest()

    def chain(self, content: bytes) -> str:
        """The audit chain's keyed hash (HMAC-SHA256, hex)."""
        return hmac.new(self._audit_key, content, hashlib.sha256).hexdigest()


def _mark(place: str) -> bytes:
    return hashlib.sha256(place.encode()).digest()[:_MARK]
