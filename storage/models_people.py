"""Tables of who writes and about whom. An address is found by its blind index; its value and names are sealed."""

import sqlalchemy as sa

from storage.columns import code, key, metadata, moment, reference, sealed

persons = sa.Table("persons", metadata, key(), moment("created_at", nullable=False), moment("erased_at"))

subjects = sa.Table(
    "subjects",
    metadata,
    key(),
    code("patient_ref", default=None, unique=True),
    reference("person_id", "persons.id", index=True),
    code("relation", default="self"),
    sealed("name"),
    moment("created_at", nullable=False),
)

addresses = sa.Table(
    "addresses",
    metadata,
    key(),
    code("blind", default=None, unique=True),
    reference("person_id", "persons.id", index=True),
    reference("subject_id", "subjects.id"),
    reference("alias_of", "addresses.id", nullable=True, index=True),
    code("channel", default=None),
    code("account"),
    code("kind", default=None),
    sealed("value", nullable=False),
    sealed("display_name"),
    moment("last_inbound_at"),
    moment("blocked_at"),
    moment("reminders_off_at"),
    moment("notices_off_at"),
    moment("recycled_at"),
    moment("created_at", nullable=False),
)
