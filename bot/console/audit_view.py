"""A row of the audit log in words of the reader's language; what an auditor quotes (ids, codes, the stored moment) stays as a title.

Knows rows, staff and the short references of cases; must not know pages.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.console import labels, wording
from bot.console.wording import Language
from storage.audit import AuditEntry
from storage.cases import shown
from storage.unit_of_work import UnitOfWork

ID: Final = re.compile(r"[0-9a-f]{32}")
_OF_SENDS: Final = "send."
_KINDS: Final = ("reason", "role", "status", "cue", "rule")
"""Families of words in which the value of a detail may have a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """Words for a code, and the code itself."""

    words: str
    code: str


@dataclass(frozen=True, slots=True)
class AuditWords:
    """What turns a row into words: names of staff, references of cases by id."""

    names: Mapping[str, str]
    references: Mapping[str, str]
    language: Language
    zone: str

    def about(self, row: AuditEntry) -> Named:
        """What a row is about: a person by name, a case or a patient by the reference staff know, a page by its name."""
        code = row.object
        if not code:
            return Named("—", "")
        if code in self.names:
            return Named(self.names[code], code)
        if not ID.fullmatch(code):
            return Named(self._own("object", code) or code, code)
        kind = "case" if code in self.references else "send" if row.action.startswith(_OF_SENDS) else "other"
        return Named(wording.said(f"audit-object-{kind}-n", self.language, n=self.references.get(code, shown(code))), code)

    def details(self, row: AuditEntry) -> list[Named]:
        """The details of a row, each in words and as it is stored."""
        told = sorted((name, value) for name, value in row.detail.items() if value != "")
        return [Named(f"{self._own('name', name) or name}: {self._value(value)}", f"{name}={value}") for name, value in told]

    def _value(self, value: str | int) -> str:
        """A moment in the clinic's zone, a person's name, an id cut short, the word for a code; a figure as it is."""
        if isinstance(value, int) or value in self.names:
            return self.names.get(str(value), str(value))
        if at := _moment(value):
            return wording.moment(at, self.language, self.zone)
        if ID.fullmatch(value):
            return self.references.get(value, shown(value))
        return self._word(value)

    def _word(self, code: str) -> str:
        for kind in _KINDS:
            for name in (code, code.replace("_", "-")):
                if wording.catalog().has(f"{kind}-{name}", self.language):
                    return wording.said(f"{kind}-{name}", self.language)
        return labels.reason(code, self.language)

    def _own(self, kind: str, code: str) -> str:
        key = f"audit-{kind}-{code.replace('_', '-')}"
        return wording.said(key, self.language) if wording.catalog().has(key, self.language) else ""


def references(uow: UnitOfWork, rows: Sequence[AuditEntry]) -> dict[str, str]:
    """The short references of the cases that rows are about, by the cases' ids; the part of a patient's id that people see."""
    told = {row.object for row in rows if ID.fullmatch(row.object) and not row.action.startswith(_OF_SENDS)}
    return {case.case_id: case.reference for case in uow.cases.by_ids(sorted(told))}


def _moment(value: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(value) if "T" in value else None
    except ValueError:
        return None
    return at if at is not None and at.tzinfo is not None else None
