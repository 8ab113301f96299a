"""What must not be kept: words without consent, words after a refusal, a patient who asked to be erased.

Knows which columns hold words; must not decide when a rule applies. Source: clinical facts 7.5 (30 days without consent); counsel confirms.
"""

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa

from flows.session import Session
from storage.codec import dump_session, load_session
from storage.columns import literal_int
from storage.event_codec import Resumed
from storage.events import Events
from storage.models import (
    addresses,
    alarms,
    appointments,
    attachments,
    case_flags,
    case_phones,
    cases,
    check_in_forms,
    check_ins,
    conversations,
    message_edits,
    messages,
    packets,
    persons,
    subjects,
    tickets,
)
from storage.notes import Notes
from storage.work import Work

_NO_WORDS = '{"text":"","options":[],"variables":{}}'
_BLANK = sa.update(messages).where(messages.c.conversation_id == sa.bindparam("b_c"), messages.c.n == sa.bindparam("b_n"))

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

    def purge_unconsented(self, before: datetime, at: datetime, limit: int = 100) -> list[Erased]:
        """Blank conversations without health consent whose last activity is before `before`; the session's answers go too. Resumable."""
        silent = sa.text("consented_at IS NULL AND words_erased_at IS NULL")
        due = sa.select(conversations.c.id).where(silent, conversations.c.last_activity_at < before)
        due = due.order_by(conversations.c.last_activity_at).limit(literal_int(limit)).with_for_update(key_share=True, skip_locked=True)
        return [self._purge(int(row.id), at) for row in self._work.all(due)]

    def erase_words(self, conversation_id: int, at: datetime) -> Erased:
        """Blank the patient's words so far: texts, edits, events, quotes of flags, files.

        The session is the caller's to save (and to note as `Resumed`); alarms, tickets and contact details stay.
        """
        self._blank_messages(conversation_id, at, messages.c.author == "patient")
        self._blank_flags(conversation_id)
        Events(self._work).blank(conversation_id, at, said=False)
        for table in (packets, case_phones):
            self._work.change(sa.delete(table).where(table.c.case_pk.in_(_cases_of(conversation_id))))
        return Erased(conversation_id, self._drop_files(conversation_id))

    def erase_patient(self, patient_ref: str, at: datetime) -> list[Erased]:
        """Blank everything a patient said or is called, addresses included; the shell and the evidence of consent stay."""
        subject = sa.select(subjects.c.id, subjects.c.person_id).where(subjects.c.patient_ref == patient_ref)
        row = self._work.one(subject)
        if row is None:
            raise KeyError(patient_ref)
        talks = self._work.all(sa.select(conversations.c.id).where(conversations.c.subject_id == row.id).order_by(conversations.c.id))
        erased = [self._purge(int(talk.id), at) for talk in talks]
        self._work.change(sa.update(subjects).where(subjects.c.id == row.id).values(name=None))
        self._forget_addresses(int(row.person_id), at)
        self._work.change(sa.update(persons).where(persons.c.id == row.person_id).values(erased_at=at))
        return erased

    def _purge(self, conversation_id: int, at: datetime) -> Erased:
        """Everything said in a conversation, by anyone; the session keeps its place in the flow and its consents."""
        erased = self.erase_words(conversation_id, at)
        self._blank_messages(conversation_id, at, sa.true())
        for table, name in ((alarms, "alarm_id"), (tickets, "ticket_id")):
            self._blank_quotes(table, name, conversation_id)
        Notes(self._work).blank(conversation_id)
        self._work.change(sa.update(cases).where(cases.c.conversation_id == conversation_id).values(summary=None, packet_version=0))
        self._forget_check_ins(conversation_id, at)
        self._blank_session(conversation_id, at)
        return erased

    def _blank_messages(self, conversation_id: int, at: datetime, which: sa.ColumnElement[bool]) -> None:
        mine = (messages.c.conversation_id == conversation_id, messages.c.erased_at.is_(None), which)
        rows = self._work.all(sa.select(messages.c.n).where(*mine))
        blank = [
            {"b_c": conversation_id, "b_n": row.n, "body": self._work.vault.seal(f"messages.body:{conversation_id}/{row.n}", _NO_WORDS)}
            for row in rows
        ]
        if blank:
            self._work.connection.execute(_BLANK, [{**row, "erased_at": at} for row in blank])
        self._work.change(sa.delete(message_edits).where(message_edits.c.conversation_id == conversation_id))

    def _blank_flags(self, conversation_id: int) -> None:
        """The quote goes, the flag's code stays: what it means for safety outlives the words."""
        rows = self._work.all(sa.select(case_flags).where(case_flags.c.case_pk.in_(_cases_of(conversation_id))))
        for row in rows:
            place = f"case_flags.body:{row.case_pk}/{row.blind}"
            flag_id = json.loads(self._work.vault.open(place, row.body))[0]
            sealed = self._work.vault.seal(place, json.dumps([flag_id, ""]))
            self._work.change(sa.update(case_flags).where(case_flags.c.id == row.id).values(body=sealed))

    def _blank_quotes(self, table: sa.Table, name: str, conversation_id: int) -> None:
        rows = self._work.all(sa.select(table.c.id, table.c[name].label("public")).where(table.c.case_pk.in_(_cases_of(conversation_id))))
        for row in rows:
            sealed = self._work.vault.seal(f"{table.name}.quote:{row.public}", "")
            self._work.change(sa.update(table).where(table.c.id == row.id).values(quote=sealed))

    def _forget_check_ins(self, conversation_id: int, at: datetime) -> None:
        """Answers go, outcomes stay; nobody is asked, called or reminded any more."""
        mine = check_ins.c.conversation_id == conversation_id
        self._work.change(sa.update(check_ins).where(mine).values(answers=None))
        forms = check_in_forms.c.check_in_pk.in_(sa.select(check_ins.c.id).where(mine))
        self._work.change(sa.update(check_in_forms).where(forms).values(answers=None, expires_at=at))
        due = (appointments.c.conversation_id == conversation_id, appointments.c.cancelled_at.is_(None))
        self._work.change(sa.update(appointments).where(*due).values(cancelled_at=at, next_at=None))
        ended = {"state": "stopped", "reason": "erased", "ended_at": at, "next_at": None}
        self._work.change(sa.update(check_ins).where(mine, check_ins.c.ended_at.is_(None)).values(**ended))

    def _drop_files(self, conversation_id: int) -> tuple[str, ...]:
        mine = attachments.c.conversation_id == conversation_id
        stored = self._work.all(sa.select(attachments.c.storage_name).where(mine, attachments.c.storage_name != ""))
        gone = {"state": "unavailable", "reason": "erased", "storage_name": "", "file_name": None, "locator": None, "next_try_at": None}
        self._work.change(sa.update(attachments).where(mine).values(**gone))
        return tuple(str(row.storage_name) for row in stored)

    def _blank_session(self, conversation_id: int, at: datetime) -> None:
        row = self._work.connection.execute(sa.select(conversations).where(conversations.c.id == conversation_id)).one()
        place = f"conversations.session:{row.address_id}"
        session = without_words(load_session(self._work.vault.open(place, row.session)))
        blank = {"session": self._work.vault.seal(place, dump_session(session)), "words_erased_at": at}
        blank |= {"burst_due_at": None, "burst_from_n": None}
        changed = {**blank, "version": conversations.c.version + 1}
        self._work.change(sa.update(conversations).where(conversations.c.id == conversation_id).values(**changed))
        Events(self._work).blank(conversation_id, at, said=True)
        Events(self._work).resume(conversation_id, Resumed(session), at)

    def _forget_addresses(self, person_id: int, at: datetime) -> None:
        """The value and its blind index go: who writes again from there is a new person."""
        place = f"addresses.value:{person_id}"
        for row in self._work.all(sa.select(addresses.c.id).where(addresses.c.person_id == person_id)):
            gone = {"value": self._work.vault.seal(place, ""), "blind": self._work.vault.blind("erased", self._work.new_id())}
            ended = {"display_name": None, "blocked_at": sa.func.coalesce(addresses.c.blocked_at, at)}
            self._work.change(sa.update(addresses).where(addresses.c.id == row.id).values(**gone, **ended))


def without_words(session: Session) -> Session:
    """A session without answers, flags' quotes or expectation; what was consented to, the language and the place in the flow stay."""
    flags = tuple(replace(flag, quote="") for flag in session.flags)
    return replace(session, answers=(), superseded=(), early=(), flags=flags, expectation=None, album="", display_name="", check_in=None)


def _cases_of(conversation_id: int) -> sa.Select[Any]:
    return sa.select(cases.c.id).where(cases.c.conversation_id == conversation_id)
