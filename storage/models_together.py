"""Tables of several people at one desk: who has a case open, labels on cases, numbers patients gave, and who wants to hear a sound.

Codes, times and references in the clear; a number stands only as a blind index.
"""

import sqlalchemy as sa

from storage.columns import BigInt, code, metadata, moment
from storage.models_staff_group import of_staff


def of_case(*, primary_key: bool = False) -> sa.Column[int]:
    """A case, by its number."""
    return sa.Column("case_pk", BigInt, sa.ForeignKey("cases.id"), nullable=False, primary_key=primary_key, autoincrement=False)


case_viewers = sa.Table(
    "case_viewers",
    metadata,
    of_case(primary_key=True),
    of_staff(primary_key=True),
    moment("seen_at", nullable=False),
    moment("typed_at"),
    sa.Index("ix_case_viewers_staff_ref", "staff_ref"),
)

case_labels = sa.Table(
    "case_labels",
    metadata,
    of_case(primary_key=True),
    sa.Column("label", sa.Text, primary_key=True),
    code("staff_ref", default=None),
    moment("at", nullable=False),
    sa.Index("ix_case_labels_label", "label", "case_pk"),
)

case_phones = sa.Table(
    "case_phones",
    metadata,
    of_case(primary_key=True),
    code("blind", default=None),
    sa.Index("ix_case_phones_blind", "blind"),
)

staff_sounds = sa.Table("staff_sounds", metadata, of_staff(primary_key=True), moment("since", nullable=False))
