"""Whose figures may leave the clinic without a name, and what there is of them. Read only.

Knows consents, plans and answered check-ins; must not know how a person is made unrecognisable (`flows/deidentify.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from storage.check_ins import Answered, CheckIns, Plan
from storage.conversations import Conversation, Conversations
from storage.models import cases, check_in_plans, consents, persons, subjects
from storage.people import Address, People
from storage.work import Work, in_chunks

AT_ONCE: Final = 400
NEEDED: Final = ("research", "health_data")
"""Consents that must both stand: without the second nothing about a person's health is used for anything."""


@dataclass(frozen=True, slots=True)
class Followed:
    """One treatment that is followed. `subject_id` is who was treated; nothing of this leaves as it is."""

    subject_id: int
    plan: Plan
    address: Address
    conversation: Conversation
    told: Sequence[Answered]


class Research:
    """Consents and follow-up together, over several tables."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def consenting(self) -> frozenset[int]:
        """The patients whose latest word on research, and on health data, is yes, and whose record was not erased."""
        latest = sa.select(sa.func.max(consents.c.id)).where(consents.c.kind.in_(NEEDED)).group_by(consents.c.subject_id, consents.c.kind)
        yes = (
            sa.select(consents.c.subject_id)
            .where(consents.c.id.in_(latest), consents.c.given)
            .group_by(consents.c.subject_id)
            .having(sa.func.count() == len(NEEDED))
        )
        alive = sa.select(subjects.c.id).join(persons, persons.c.id == subjects.c.person_id).where(persons.c.erased_at.is_(None))
        return frozenset(row.id for row in self._work.all(alive.where(subjects.c.id.in_(yes))))

    def followed(self, subject_ids: Iterable[int]) -> list[Followed]:
        """The first treatment of each of these patients that has a plan of follow-up, with all that was answered, in no order."""
        found: list[Followed] = []
        for some in in_chunks(sorted(subject_ids), AT_ONCE):
            found += self._followed(some)
        return found

    def _followed(self, subject_ids: Sequence[int]) -> Iterable[Followed]:
        first = (
            sa.select(sa.func.min(cases.c.id).label("id"))
            .join(check_in_plans, check_in_plans.c.case_pk == cases.c.id)
            .where(cases.c.subject_id.in_(subject_ids))
            .group_by(cases.c.subject_id)
        ).subquery()
        rows = self._work.all(sa.select(cases.c.id, cases.c.subject_id, cases.c.conversation_id).join(first, first.c.id == cases.c.id))
        check_ins = CheckIns(self._work)
        plans = check_ins.plans_of([row.id for row in rows])
        talks = Conversations(self._work).peek([row.conversation_id for row in rows])
        for row in rows:
            talk = talks[row.conversation_id]
            address = People(self._work).get(talk.address_id)
            yield Followed(row.subject_id, plans[row.id], address, talk, check_ins.answered(row.id))
