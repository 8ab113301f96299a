"""Who signed which protocol. A signature holds for one digest; a changed protocol has none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flows.protocol.fields import Table


@dataclass(frozen=True, slots=True)
class Signature:
    """A physician's approval of the protocol with this digest (SHA-256, hex)."""

    digest: str
    version: str
    physician: str
    licence: str
    signed_at: date


def read_signature(table: Table) -> Signature:
    """Read one entry of the ledger."""
    signature = Signature(
        digest=table.text("digest"),
        version=table.text("version"),
        physician=table.text("physician"),
        licence=table.text("licence"),
        signed_at=table.day("signed_at"),
    )
    if len(signature.digest) != 64 or set(signature.digest) - set("0123456789abcdef"):
        table.fault("digest", "is no SHA-256 in lower-case hex")
    table.finish()
    return signature


def valid(entries: Iterable[Signature], digest: str, version: str) -> Signature | None:
    """The latest entry over exactly this digest and version, or None: then the protocol is unsigned."""
    found = [entry for entry in entries if (entry.digest, entry.version) == (digest, version)]
    return max(found, key=lambda entry: entry.signed_at, default=None)
