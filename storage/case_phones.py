"""The number a patient gave in a case, as a blind index: so that a case can be found from another channel of what may be the same person.

Knows a keyed digest alone; must not know numbers, nor decide that two people are one.
"""

from collections.abc import Sequence

import sqlalchemy as sa

from storage.identities import normal
from storage.models import case_phones
from storage.work import Work

SHORTEST = 8
"""Digits; fewer are no number of anyone's."""


class CasePhones:
    """The `case_phones` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def keep(self, case_pk: int, number: str) -> None:
        """The number given last; none, when it is too short to be one."""
        self._work.change(sa.delete(case_phones).where(case_phones.c.case_pk == case_pk))
        if digits := bare(number):
            self._work.connection.execute(sa.insert(case_phones).values(case_pk=case_pk, blind=self._blind(digits)))

    def given(self, numbers: Sequence[str]) -> list[int]:
        """Cases in which one of these numbers was given."""
        blinds = [self._blind(digits) for number in numbers if (digits := bare(number))]
        rows = self._work.all(sa.select(case_phones.c.case_pk).where(case_phones.c.blind.in_(blinds)).limit(100)) if blinds else ()
        return [int(row.case_pk) for row in rows]

    def _blind(self, digits: str) -> str:
        return self._work.vault.blind("case_phone", digits)


def bare(number: str) -> str:
    """A number as it is compared, Mexico's two ways of writing a mobile as one; empty when it is none."""
    digits = "".join(sign for sign in number if sign.isdigit())
    return normal("phone", digits) if len(digits) >= SHORTEST else ""
