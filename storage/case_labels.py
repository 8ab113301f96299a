"""Labels that staff put on cases: codes from one short list, each once on a case, taken off as easily.

Knows codes and who put them; must not know what a label means, nor any word of a patient.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

import sqlalchemy as sa

from storage.columns import on_conflict_nothing
from storage.models import case_labels
from storage.work import Work

LABELS: Final = ("call_back", "waits_for_records", "interpreter", "travels", "second_opinion", "talk_about_it")
"""What staff may put on a case, as codes, so that no free word of health ever stands in a filter's address. Another one is a code here and
its words in `bot/console/locales`."""


class CaseLabels:
    """The `case_labels` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def add(self, case_pk: int, label: str, staff_ref: str, at: datetime) -> bool:
        """Put a label on a case; False when it is there already."""
        insert = on_conflict_nothing(case_labels, self._work.postgres, "case_pk", "label").returning(case_labels.c.label)
        return self._work.one(insert.values(case_pk=case_pk, label=label, staff_ref=staff_ref, at=at)) is not None

    def remove(self, case_pk: int, label: str) -> bool:
        """Take a label off; False when it is not there."""
        return self._work.change(sa.delete(case_labels).where(case_labels.c.case_pk == case_pk, case_labels.c.label == label)) > 0

    def of(self, case_pks: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """The labels of each case, in the order of the list."""
        found: dict[int, set[str]] = {}
        for row in self._work.all(sa.select(case_labels).where(case_labels.c.case_pk.in_(case_pks))) if case_pks else ():
            found.setdefault(row.case_pk, set()).add(row.label)
        return {pk: tuple(label for label in LABELS if label in labels) for pk, labels in found.items()}
