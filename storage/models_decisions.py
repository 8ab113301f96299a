"""Tables of what follows a review: written decisions, papers given to the patient, private links to the physician's letter.

`decisions` and `papers` only grow and hold codes; the words of a decision stand sealed in `decision_bodies`, tied to their row by a
keyed digest, so keys can be rotated and no word can be changed unseen. What may follow what is held by triggers
(`storage/migrations/case_order.py`). No amount of money has a column anywhere.
"""

from typing import Any

import sqlalchemy as sa

from storage.columns import BigInt, code, count, key, metadata, moment, one_of, reference, sealed

OUTCOMES = ("accepted", "needs_information", "deferred", "declined")
PAPERS = ("quote", "protocol_summary", "consent", "treatment")


def by_staff(name: str) -> sa.Column[Any]:
    """Who did it: a person's reference, which must exist."""
    return sa.Column(name, sa.Text, sa.ForeignKey("staff.staff_ref"), nullable=False)


def yes_no(name: str) -> sa.Column[bool]:
    """The answer to a candidacy question; NULL while it was left open."""
    return sa.Column(name, sa.Boolean, nullable=True)


decisions = sa.Table(
    "decisions",
    metadata,
    key(),
    code("decision_id", default=None, unique=True),
    reference("case_pk", "cases.id", index=True),
    sa.Column("amends", BigInt, sa.ForeignKey("decisions.id"), nullable=True, unique=True),
    code("outcome", default=None),
    yes_no("evidence"),
    yes_no("fitness"),
    yes_no("contraindications_cleared"),
    yes_no("expectation"),
    count("reasons"),
    code("language", default=None),
    by_staff("physician_ref"),
    code("licence", default=None),
    moment("signed_at", nullable=False),
    count("packet_version"),
    code("digest", default=None),
    one_of("outcome", OUTCOMES),
    sa.CheckConstraint(
        "outcome <> 'accepted' OR (evidence IS TRUE AND fitness IS TRUE AND contraindications_cleared IS TRUE AND expectation IS TRUE)",
        name="four_yes",
    ),
    sa.CheckConstraint("outcome IN ('accepted', 'needs_information') OR reasons > 0", name="reasoned"),
    sa.CheckConstraint("licence <> ''", name="licence"),
)

decision_bodies = sa.Table(
    "decision_bodies",
    metadata,
    sa.Column("decision_pk", BigInt, sa.ForeignKey("decisions.id"), primary_key=True, autoincrement=False),
    sealed("body", nullable=False),
)

papers = sa.Table(
    "papers",
    metadata,
    key(),
    reference("case_pk", "cases.id", index=True),
    reference("decision_pk", "decisions.id"),
    code("kind", default=None),
    code("reference"),
    sa.Column("dated", sa.Date, nullable=False),
    code("language", default=None),
    moment("at", nullable=False),
    by_staff("by_ref"),
    one_of("kind", PAPERS),
    sa.CheckConstraint("kind NOT IN ('quote', 'protocol_summary') OR reference <> ''", name="reference"),
)

letter_links = sa.Table(
    "letter_links",
    metadata,
    key(),
    reference("decision_pk", "decisions.id", index=True),
    code("sha256", default=None, unique=True),
    moment("created_at", nullable=False),
    moment("expires_at", nullable=False),
    moment("revoked_at"),
    moment("opened_at"),
)
