"""What must not be kept: words without consent, words after a refusal, a patient who asked to be erased.

Knows which columns hold words; must not decide when a rule applies. Source: clinical facts 7.5 (30 days without consent); counsel confirms.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from storage.work import Work

UNCONSENTED = timedelta(days=30)
"""How long words of a conversation without consent to health data are kept after its last activity."""


@dataclass(frozen=True, slots=True)
class Erased:
    """A conversation whose words are gone, and the stored files the caller must now delete."""

    conversation_id: int
    storage_names: tuple[str, ...]


class Retention:
    """Blanks sealed words across tables; rows, numbers, times, consents, timeline and audit stay."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def purge_unconsented(self, before: datetime, limit: int = 100) -> list[Erased]:
        """Blank conversations without health consent whose last activity is before `before`; the session's words go too. Resumable."""
        raise NotImplementedError

    def erase_words(self, conversation_id: int) -> Erased:
        """Blank the patient's words so far: texts, edits, quotes of flags, files.

        The session is the caller's to save; alarms, tickets and contact details stay.
        """
        raise NotImplementedError

    def erase_patient(self, patient_ref: str, at: datetime) -> list[Erased]:
        """Blank everything a patient said or is called, addresses included; the empty shell and the evidence of consent stay."""
        raise NotImplementedError
