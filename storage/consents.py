"""Consents: each its own object with its evidence (time, version, SHA-256 of the text), append-only by database triggers.

Source: LFPDPPP 2025 as read in the clinical facts 7.1 and 7.4; counsel confirms.
"""

from collections.abc import Sequence

from flows.session import Consent
from storage.work import Work


class Consents:
    """The `consents` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def append(self, conversation_id: int, subject_id: int, consents: Sequence[Consent]) -> None:
        """Record what was agreed to or refused; a change of mind is a further row."""
        raise NotImplementedError

    def of(self, conversation_id: int) -> list[Consent]:
        """Everything recorded in a conversation, in order."""
        raise NotImplementedError

    def standing(self, subject_id: int) -> dict[str, Consent]:
        """The latest of each kind for a patient."""
        raise NotImplementedError
