"""The table of what moved a conversation: every event as `advance` received it, under its number.

The body is sealed: the event itself, and the hash of each text it was answered by. `erased_at` is set where the words had to go.
"""

import sqlalchemy as sa

from storage.columns import BigInt, code, count, metadata, moment, sealed

events = sa.Table(
    "events",
    metadata,
    sa.Column("conversation_id", BigInt, sa.ForeignKey("conversations.id"), primary_key=True, autoincrement=False),
    sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
    moment("at", nullable=False),
    code("kind", default=None),
    sa.Column("n", sa.Integer),
    code("step"),
    count("visit"),
    code("revision"),
    code("protocol_version"),
    count("first_n"),
    count("texts"),
    sealed("body", nullable=False),
    moment("erased_at"),
)
