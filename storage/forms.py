"""Web forms of a check-in: the link by the digest of its token, and the answers so far, sealed until they are scored.

Knows rows and seals; must not know what an instrument asks. A link that is sent again ends the one before and keeps the answers.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeAlias

import sqlalchemy as sa

from storage.models import cases, check_in_forms, check_in_plans, check_ins, persons, subjects
from storage.work import Work

Answers: TypeAlias = Mapping[str, float | None]
"""By item: the answer, or None where the person chose not to answer. What is not there was not asked yet."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form and where it belongs. `state` and `kind` are the check-in's; `treated_on` is None before a treatment, `zone` empty then."""

    form_id: str
    check_in_id: str
    case_id: str
    conversation_id: int
    milestone: str
    kind: str
    state: str
    measure: str
    language: str
    expires_at: datetime
    treated_on: date | None
    zone: str
    done_at: datetime | None
    answers: Answers


class Forms:
    """The `check_in_forms` table."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def mark(self, nonce: str) -> str:
        """Our keyed mark on the random part of a link's token (hex)."""
        return self._work.vault.blind("form_link", nonce)

    def open(self, check_in_pk: int, measure: str, language: str, token: str, at: datetime, expires_at: datetime) -> bool:
        """Remember a link by the SHA-256 of its token, in place of an earlier one; False when the form is done already.

        The language is that of the latest link: who changed it reads the rest in the new one.
        """
        link = {"sha256": _sha256(token), "language": language, "created_at": at, "expires_at": expires_at}
        here = (check_in_forms.c.check_in_pk == check_in_pk, check_in_forms.c.measure == measure)
        found = self._work.one(sa.select(check_in_forms.c.done_at).where(*here).with_for_update())
        if found is None:
            row = {"form_id": self._work.new_id(), "check_in_pk": check_in_pk, "measure": measure, **link}
            self._work.connection.execute(sa.insert(check_in_forms).values(**row))
            return True
        return found.done_at is None and self._work.change(sa.update(check_in_forms).where(*here).values(**link)) > 0

    def find(self, token: str) -> Form | None:
        """The form behind a token, expired or done ones too; None for an unknown one, and once the patient was erased."""
        owner = _SELECT.join(subjects, subjects.c.id == cases.c.subject_id).join(persons, persons.c.id == subjects.c.person_id)
        row = self._work.one(owner.where(check_in_forms.c.sha256 == _sha256(token), persons.c.erased_at.is_(None)))
        return None if row is None else self._read(row)

    def of_case(self, case_pk: int) -> list[Form]:
        """Every form of a case, the oldest first."""
        rows = self._work.all(_SELECT.where(check_ins.c.case_pk == case_pk).order_by(check_in_forms.c.id))
        return [self._read(row) for row in rows]

    def keep(self, form_id: str, answers: Answers) -> None:
        """The answers so far; a form that is done stays as it is."""
        sealed = self._work.vault.seal(_place(form_id), json.dumps(dict(answers)))
        self._work.change(sa.update(check_in_forms).where(*_open(form_id)).values(answers=sealed))

    def finish(self, form_id: str, at: datetime) -> bool:
        """Everything was answered or passed over, once; False when it was finished before."""
        return self._work.change(sa.update(check_in_forms).where(*_open(form_id)).values(done_at=at)) > 0

    def _read(self, row: sa.Row[Any]) -> Form:
        answers = {} if row.answers is None else json.loads(self._work.vault.open(_place(row.form_id), row.answers))
        plain = (
            "form_id",
            "check_in_id",
            "case_id",
            "conversation_id",
            "milestone",
            "kind",
            "state",
            "measure",
            "language",
            "expires_at",
            "treated_on",
            "done_at",
        )
        return Form(**{name: getattr(row, name) for name in plain}, zone=row.zone or "", answers=answers)


_SELECT = (
    sa.select(
        check_in_forms,
        *(check_ins.c[name] for name in ("check_in_id", "conversation_id", "milestone", "kind", "state")),
        *(check_in_plans.c[name] for name in ("treated_on", "zone")),
        cases.c.case_id,
    )
    .join(check_ins, check_ins.c.id == check_in_forms.c.check_in_pk)
    .join(cases, cases.c.id == check_ins.c.case_pk)
    .outerjoin(check_in_plans, check_in_plans.c.case_pk == check_ins.c.case_pk)
)


def _open(form_id: str) -> tuple[sa.ColumnElement[bool], ...]:
    return check_in_forms.c.form_id == form_id, check_in_forms.c.done_at.is_(None)


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _place(form_id: str) -> str:
    return f"check_in_forms.answers:{form_id}"
