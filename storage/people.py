"""Who writes and about whom: persons, the addresses they write from, and the subject (the patient, who may be someone else).

Knows addresses as sealed values behind a keyed blind index; must not know providers or conversations.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from storage.work import Work

PROACTIVE = ("reminder", "notice")
"""Purposes (flows.effects.Purpose) that an opt-out silences; opting out is per channel and purpose."""


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


class People:
    """The `persons`, `addresses` and `subjects` tables."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def find_or_create(self, contacts: Sequence[Contact], at: datetime) -> dict[Contact, Address]:
        """The address of each contact, made where it is new, in few statements for the whole batch.

        On PostgreSQL the address rows are locked in order of id until the commit: this is what keeps one patient's turns in order
        across processes. Mexican +521… and +52… are one address; a phone and a business-scoped id seen together are linked.
        """
        raise NotImplementedError

    def find(self, contacts: Sequence[Contact]) -> dict[Contact, Address]:
        """The addresses of those contacts that are known; locks and changes nothing."""
        raise NotImplementedError

    def get(self, address_id: int) -> Address:
        """One address. Raises KeyError."""
        raise NotImplementedError

    def heard_from(self, at_by_address: Mapping[int, datetime]) -> None:
        """Note when each address was last heard from (business time): the provider's reply window starts there. Never goes back."""
        raise NotImplementedError

    def block(self, address_id: int, at: datetime | None) -> None:
        """The person blocked us, or let us back in (None)."""
        raise NotImplementedError

    def opt_out(self, address_id: int, at: datetime, purposes: Sequence[str] = PROACTIVE) -> None:
        """No proactive text of these purposes leaves to this address once this is committed; an earlier opt-out keeps its time."""
        raise NotImplementedError

    def opt_in(self, address_id: int, purposes: Sequence[str] = PROACTIVE) -> None:
        """The person asked to be messaged again."""
        raise NotImplementedError

    def subject_of(self, patient_ref: str) -> int | None:
        """The patient's row behind an opaque reference."""
        raise NotImplementedError

    def name_subject(self, subject_id: int, *, name: str, relation: str) -> None:
        """Who the patient is: `relation` `self` or a code such as `relative`; the name is sealed."""
        raise NotImplementedError

    def subject_name(self, subject_id: int) -> str:
        """The patient's name as told, or empty."""
        raise NotImplementedError
