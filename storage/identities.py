"""Which address is whose: blind look-up, linked identities, recycled numbers. Used by `people.py` alone.

Knows that a business-scoped id is stable for one user and changes with the number, so a known phone with a new one is another
person (clinical-grade caution: two patients are never merged by a guess). Must not know conversations.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.columns import on_conflict_nothing
from storage.crypto import Vault
from storage.models import addresses, persons, subjects
from storage.work import Work


@dataclass(frozen=True, slots=True)
class Contact:
    """Who wrote, as the channel says: `value` exactly as it came, `aliases` (kind, value) of the same person, kinds as AddressKind."""

    channel: str
    account: str
    kind: str
    value: str
    aliases: tuple[tuple[str, str], ...] = ()
    display_name: str = ""


@dataclass(slots=True)
class Address:
    """One address with its person and patient. `value` is where replies go: exactly as last heard from.

    `recycled_from` names another address row whose phone now seems to belong to this new person (same phone, new business-scoped
    id): the two are not merged, and `recycled_at` is set on the old row, which then takes no proactive text.
    """

    id: int
    person_id: int
    subject_id: int
    patient_ref: str
    channel: str
    account: str
    kind: str
    value: str
    is_new: bool = False
    blocked_at: datetime | None = None
    reminders_off_at: datetime | None = None
    notices_off_at: datetime | None = None
    recycled_at: datetime | None = None
    last_inbound_at: datetime | None = None
    recycled_from: int | None = None


@dataclass(frozen=True, slots=True)
class Familiar:
    """Someone known; `unlinked` are identities (kind, value) of the contact that nobody has yet."""

    address: Address
    unlinked: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Recycled:
    """The phone is known with another business-scoped id: most likely a new person on an old number."""

    old: Address


ROOT = addresses.alias("root")
"""The address a person is talked to at; other identities of the same person point to it by `alias_of`."""


def select_roots() -> sa.Select[Any]:
    """Root addresses with the patient's reference."""
    return sa.select(ROOT, subjects.c.patient_ref).join(subjects, subjects.c.id == ROOT.c.subject_id)


def normal(kind: str, value: str) -> str:
    """One form for one address. Mexican mobiles come as +521… or +52… for the same line (chatwoot #14048)."""
    if kind != "phone":
        return value.strip()
    digits = re.sub(r"\D", "", value)
    return re.sub(r"^521(?=\d{10}$)", "52", digits) or value.strip()


def identity_blind(vault: Vault, contact: Contact, kind: str, value: str) -> str:
    """The blind index of one identity; the bot or number it wrote to is part of it."""
    return vault.blind("address", contact.channel, contact.account, kind, normal(kind, value))


def blind_of(vault: Vault, contact: Contact) -> str:
    """The blind index of a contact's own address."""
    return identity_blind(vault, contact, contact.kind, contact.value)


def identities_of(contact: Contact) -> tuple[tuple[str, str], ...]:
    """A contact's identities (kind, value), the steadiest first: a business-scoped id before a phone."""
    return tuple(sorted(((contact.kind, contact.value), *contact.aliases), key=lambda pair: pair[0] != "bsuid"))


@dataclass(frozen=True, slots=True)
class Known:
    """What a look-up found: the root address behind each blind index."""

    vault: Vault
    by_blind: Mapping[str, Address]

    def of(self, contact: Contact) -> list[tuple[tuple[str, str], Address | None]]:
        """Each identity of a contact with the address it leads to."""
        return [(pair, self.by_blind.get(identity_blind(self.vault, contact, *pair))) for pair in identities_of(contact)]

    def address(self, contact: Contact) -> Address | None:
        """Where the steadiest known identity leads."""
        return next((address for _, address in self.of(contact) if address is not None), None)

    def verdict(self, contact: Contact, identities: "Identities") -> Familiar | Recycled | None:
        """Someone known, a recycled number, or nobody known."""
        found = self.of(contact)
        address = self.address(contact)
        if address is None:
            return None
        unlinked = tuple(pair for pair, owner in found if owner is None)
        if any(kind == "bsuid" for kind, _ in unlinked) and identities.has_bsuid(address):
            return Recycled(address)
        return Familiar(address, unlinked)


class Identities:
    """Look-up and upkeep of the `addresses` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def lookup(self, contacts: Sequence[Contact], *, lock: bool) -> Known:
        """The root addresses of every identity of these contacts, in one select; locked in order of id on PostgreSQL."""
        vault = self._work.vault
        blinds = {identity_blind(vault, contact, *pair) for contact in contacts for pair in identities_of(contact)}
        select = select_roots().add_columns(addresses.c.blind.label("found"))
        select = select.join(addresses, ROOT.c.id == sa.func.coalesce(addresses.c.alias_of, addresses.c.id))
        select = select.where(addresses.c.blind.in_(sorted(blinds))).order_by(ROOT.c.id)
        rows = self._work.all(select.with_for_update(of=ROOT, key_share=True) if lock else select)
        read: dict[int, Address] = {}
        for row in rows:
            read.setdefault(row.id, self.read(row))
        return Known(vault, {row.found: read[row.id] for row in rows})

    def read(self, row: sa.Row[Any]) -> Address:
        """A root address row as an Address."""
        plain = {name: getattr(row, name) for name in _PLAIN}
        return Address(**plain, value=self._work.vault.open(_place(row.person_id), row.value))

    def has_bsuid(self, address: Address) -> bool:
        """Whether a business-scoped id is linked to this person's address already."""
        own = (addresses.c.id == address.id) | (addresses.c.alias_of == address.id)
        return self._work.one(sa.select(addresses.c.id).where(own, addresses.c.kind == "bsuid")) is not None

    def link(self, address: Address, contact: Contact, pairs: Sequence[tuple[str, str]], at: datetime) -> None:
        """Further identities of the same person."""
        rows = [self._row(contact, kind, value, address.person_id, address.subject_id, at, address.id) for kind, value in pairs]
        if rows:
            self._work.connection.execute(on_conflict_nothing(addresses, self._work.postgres, "blind"), rows)

    def refresh(self, address: Address, contact: Contact) -> None:
        """Keep the value exactly as it last came; a person heard from again is reachable there."""
        if address.value == contact.value and address.recycled_at is None:
            return
        sealed = self._work.vault.seal(_place(address.person_id), contact.value)
        self._work.change(sa.update(addresses).where(addresses.c.id == address.id).values(value=sealed, recycled_at=None))
        address.value, address.recycled_at = contact.value, None

    def retire(self, old: Address, contact: Contact, at: datetime) -> None:
        """The number is someone else's now: the old person's rows stay, but no longer answer to it."""
        vault = self._work.vault
        for kind, value in identities_of(contact):
            blind = identity_blind(vault, contact, kind, value)
            gone = vault.blind("retired", blind, self._work.new_id())
            self._work.change(sa.update(addresses).where(addresses.c.blind == blind).values(blind=gone))
        self._work.change(sa.update(addresses).where(addresses.c.id == old.id).values(recycled_at=at))

    def make(self, contacts: Sequence[Contact], at: datetime, recycled_from: int | None = None) -> dict[Contact, Address]:
        """New persons in three statements; a contact that another process was faster with is left out."""
        created = [{"created_at": at} for _ in contacts]
        person_ids = self._ids(persons, created)
        refs = [self._work.new_id() for _ in contacts]
        born = [{"patient_ref": ref, "person_id": person, "created_at": at} for ref, person in zip(refs, person_ids, strict=True)]
        subject_ids = self._ids(subjects, born)
        rows = [
            self._row(contact, contact.kind, contact.value, person, subject, at)
            for contact, person, subject in zip(contacts, person_ids, subject_ids, strict=True)
        ]
        insert = on_conflict_nothing(addresses, self._work.postgres, "blind").returning(addresses.c.blind, addresses.c.id)
        ours = {row.blind: row.id for row in self._work.connection.execute(insert, sorted(rows, key=lambda row: str(row["blind"])))}
        self._forget([row for row in rows if row["blind"] not in ours])
        made: dict[Contact, Address] = {}
        for contact, row, ref in zip(contacts, rows, refs, strict=True):
            if row["blind"] in ours:
                made[contact] = Address(
                    id=ours[row["blind"]],
                    person_id=row["person_id"],
                    subject_id=row["subject_id"],
                    patient_ref=ref,
                    channel=contact.channel,
                    account=contact.account,
                    kind=contact.kind,
                    value=contact.value,
                    is_new=True,
                    recycled_from=recycled_from,
                )
                self.link(made[contact], contact, contact.aliases, at)
        return made

    def _ids(self, table: sa.Table, rows: list[dict[str, Any]]) -> list[int]:
        insert = sa.insert(table).returning(table.c.id, sort_by_parameter_order=True)
        return [int(row.id) for row in self._work.connection.execute(insert, rows)]

    def _forget(self, losers: Sequence[Mapping[str, Any]]) -> None:
        if losers:
            self._work.change(sa.delete(subjects).where(subjects.c.id.in_([row["subject_id"] for row in losers])))
            self._work.change(sa.delete(persons).where(persons.c.id.in_([row["person_id"] for row in losers])))

    def _row(
        self, contact: Contact, kind: str, value: str, person_id: int, subject_id: int, at: datetime, alias_of: int | None = None
    ) -> dict[str, Any]:
        seal, name = self._work.vault.seal, contact.display_name
        return {
            "blind": identity_blind(self._work.vault, contact, kind, value),
            "person_id": person_id,
            "subject_id": subject_id,
            "alias_of": alias_of,
            "channel": contact.channel,
            "account": contact.account,
            "kind": kind,
            "value": seal(_place(person_id), value),
            "display_name": seal(f"addresses.display_name:{person_id}", name) if name else None,
            "created_at": at,
        }


_PLAIN = (
    *("id", "person_id", "subject_id", "patient_ref", "channel", "account", "kind"),
    *("blocked_at", "reminders_off_at", "notices_off_at", "recycled_at", "last_inbound_at"),
)


def _place(person_id: int) -> str:
    return f"addresses.value:{person_id}"
