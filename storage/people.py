"""Who writes and about whom: persons, the addresses they write from, and the subject (the patient, who may be someone else).

Knows addresses as sealed values behind a keyed blind index; must not know providers or conversations.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from storage.identities import ROOT, Address, Contact, Familiar, Identities, Recycled, blind_of, select_roots
from storage.models import addresses, subjects
from storage.work import Work

__all__ = ["PROACTIVE", "Address", "Contact", "People"]

PROACTIVE = ("reminder", "notice")
"""Purposes (flows.effects.Purpose) that an opt-out silences; opting out is per channel and purpose."""
_ATTEMPTS = 4
_OPT_OUT = {"reminder": addresses.c.reminders_off_at, "notice": addresses.c.notices_off_at}
_HEARD = (
    sa.update(addresses)
    .where(
        addresses.c.id == sa.bindparam("b_id"),
        addresses.c.last_inbound_at.is_(None) | (addresses.c.last_inbound_at < sa.bindparam("b_at")),
    )
    .values(last_inbound_at=sa.bindparam("b_at"))
)


class People:
    """The `persons`, `addresses` and `subjects` tables."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._identities = Identities(work)

    def find_or_create(self, contacts: Sequence[Contact], at: datetime) -> dict[Contact, Address]:
        """The address of each contact, made where it is new, in few statements for the whole batch.

        On PostgreSQL the address rows are locked in order of id until the commit: this is what keeps one patient's turns in order
        across processes. Mexican +521… and +52… are one address; a phone and a business-scoped id seen together are linked.
        """
        found: dict[Contact, Address] = {}
        idle_rounds = 0
        while missing := [contact for contact in dict.fromkeys(contacts) if contact not in found]:
            before = len(found)
            self._round(missing, at, found)
            idle_rounds = 0 if len(found) > before else idle_rounds + 1
            if idle_rounds == _ATTEMPTS:
                raise RuntimeError("an address was neither found nor made")
        return found

    def find(self, contacts: Sequence[Contact]) -> dict[Contact, Address]:
        """The addresses of those contacts that are known; locks and changes nothing."""
        known = self._identities.lookup(list(dict.fromkeys(contacts)), lock=False)
        return {contact: address for contact in contacts if (address := known.address(contact)) is not None}

    def get(self, address_id: int) -> Address:
        """One address. Raises KeyError."""
        row = self._work.one(select_roots().where(ROOT.c.id == address_id))
        if row is None:
            raise KeyError(address_id)
        return self._identities.read(row)

    def heard_from(self, at_by_address: Mapping[int, datetime]) -> None:
        """Note when each address was last heard from (business time): the provider's reply window starts there. Never goes back."""
        rows = [{"b_id": address_id, "b_at": at} for address_id, at in sorted(at_by_address.items())]
        if rows:
            self._work.connection.execute(_HEARD, rows)

    def block(self, address_id: int, at: datetime | None) -> None:
        """The person blocked us, or let us back in (None)."""
        self._set(address_id, blocked_at=at)

    def opt_out(self, address_id: int, at: datetime, purposes: Sequence[str] = PROACTIVE) -> None:
        """No proactive text of these purposes leaves to this address once this is committed; an earlier opt-out keeps its time."""
        self._set(address_id, **{column.name: sa.func.coalesce(column, at) for column in _switches(purposes)})

    def opt_in(self, address_id: int, purposes: Sequence[str] = PROACTIVE) -> None:
        """The person asked to be messaged again."""
        self._set(address_id, **{column.name: None for column in _switches(purposes)})

    def subject_of(self, patient_ref: str) -> int | None:
        """The patient's row behind an opaque reference."""
        row = self._work.one(sa.select(subjects.c.id).where(subjects.c.patient_ref == patient_ref))
        return None if row is None else int(row.id)

    def name_subject(self, subject_id: int, *, name: str, relation: str) -> None:
        """Who the patient is: `relation` `self` or a code such as `relative`; the name is sealed."""
        sealed = self._work.vault.seal(f"subjects.name:{subject_id}", name)
        self._work.change(sa.update(subjects).where(subjects.c.id == subject_id).values(name=sealed, relation=relation))

    def subject_name(self, subject_id: int) -> str:
        """The patient's name as told, or empty."""
        row = self._work.one(sa.select(subjects.c.name).where(subjects.c.id == subject_id))
        return "" if row is None or row.name is None else self._work.vault.open(f"subjects.name:{subject_id}", row.name)

    def _set(self, address_id: int, **values: Any) -> None:  # noqa: ANN401 - column values
        self._work.change(sa.update(addresses).where(addresses.c.id == address_id).values(**values))

    def _round(self, missing: Sequence[Contact], at: datetime, found: dict[Contact, Address]) -> None:
        """Everyone known by any identity; then the newcomers. A recycled number changes what is known, so it ends the round."""
        known = self._identities.lookup(missing, lock=True)
        strangers = []
        for contact in missing:
            match known.verdict(contact, self._identities):
                case Familiar(address, unlinked):
                    self._identities.link(address, contact, unlinked, at)
                    self._identities.refresh(address, contact)
                    found[contact] = address
                case Recycled(old):
                    self._identities.retire(old, contact, at)
                    found |= self._identities.make([contact], at, recycled_from=old.id)
                    return
                case None:
                    strangers.append(contact)
        self._newcomers(strangers, at, found)

    def _newcomers(self, contacts: Sequence[Contact], at: datetime, found: dict[Contact, Address]) -> None:
        """One person for each address not known: two contacts of a batch with the same address meet in the next round."""
        first = {blind_of(self._work.vault, contact): contact for contact in reversed(contacts)}
        found |= self._identities.make(list(first.values()), at) if first else {}


def _switches(purposes: Sequence[str]) -> list[sa.Column[Any]]:
    """The opt-out columns of these purposes. Raises KeyError for a purpose that cannot be silenced."""
    return [_OPT_OUT[purpose] for purpose in purposes]
