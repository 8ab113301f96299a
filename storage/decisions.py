"""Written decisions, the papers that follow an acceptance, and private links to letters. Rows are added, never changed.

Knows rows and seals; must not know who may decide or what follows what (`flows/handoff.py`; the database's triggers refuse the rest).
"""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final, Literal, TypeAlias

import sqlalchemy as sa

from storage.models import cases, decision_bodies, decisions, letter_links, papers, persons, subjects
from storage.work import Work

Outcome: TypeAlias = Literal["accepted", "needs_information", "deferred", "declined"]
PaperKind: TypeAlias = Literal["quote", "protocol_summary", "consent", "treatment"]
QUESTIONS: Final = ("evidence", "fitness", "contraindications_cleared", "expectation")
"""The four candidacy questions, asked so that yes always means forward (clinical facts 8.1)."""
_WITH_BODY: Final = sa.select(decisions, decision_bodies.c.body).join(decision_bodies, decision_bodies.c.decision_pk == decisions.c.id)


class ChangedWords(Exception):
    """The words of a decision are not those that were signed. Says nothing of them."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, as the staff row stood then, and when (UTC)."""

    physician_ref: str
    name: str
    licence: str
    at: datetime


@dataclass(frozen=True, slots=True)
class NewDecision:
    """A decision about to be signed. `yes` answers `QUESTIONS` in order, None where left open; `body` is JSON, sealed when stored."""

    outcome: Outcome
    yes: tuple[bool | None, bool | None, bool | None, bool | None]
    reasons: tuple[str, ...]
    language: str
    body: Mapping[str, Any]
    amends: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """A signed decision. `id` is internal; `amends` is the public id of the one it corrects, empty for none."""

    id: int
    decision_id: str
    case_pk: int
    outcome: Outcome
    yes: tuple[bool | None, bool | None, bool | None, bool | None]
    reasons: tuple[str, ...]
    language: str
    signature: Signature
    packet_version: int
    amends: str
    body: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper given to the patient, or the treatment itself: its reference and calendar date, never an amount."""

    kind: PaperKind
    reference: str
    dated: date
    language: str
    at: datetime
    by_ref: str
    decision_pk: int


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A link that opens one letter until it expires or is revoked."""

    id: int
    decision_pk: int
    expires_at: datetime
    revoked_at: datetime | None
    opened_at: datetime | None


class Decisions:
    """The tables `decisions`, `decision_bodies`, `papers`, `letter_links`."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def sign(self, case_pk: int, new: NewDecision, signature: Signature, packet_version: int) -> Decision:
        """Append a decision. Raises IntegrityError where the database refuses it, LookupError when what it amends is not the case's."""
        public = self._work.new_id()
        amended = self._amended(case_pk, new.amends)
        told = {"words": dict(new.body), "reasons": list(new.reasons), "physician": signature.name}
        text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        row = {
            "decision_id": public,
            "case_pk": case_pk,
            "amends": amended,
            "outcome": new.outcome,
            **dict(zip(QUESTIONS, new.yes, strict=True)),
            "reasons": len(new.reasons),
            "language": new.language,
            "physician_ref": signature.physician_ref,
            "licence": signature.licence,
            "signed_at": signature.at,
            "packet_version": packet_version,
            "digest": self._digest(public, text),
        }
        pk = int(self._work.connection.execute(sa.insert(decisions).values(**row).returning(decisions.c.id)).scalar_one())
        sealed = self._work.vault.seal(f"decision_bodies.body:{public}", text)
        self._work.connection.execute(sa.insert(decision_bodies).values(decision_pk=pk, body=sealed))
        return self._one(decisions.c.id == pk)

    def of(self, case_pk: int) -> list[Decision]:
        """Every decision of a case, the oldest first. Raises ChangedWords."""
        return self._read_all(_WITH_BODY.where(decisions.c.case_pk == case_pk).order_by(decisions.c.id))

    def standing(self, case_pk: int) -> Decision | None:
        """The newest decision of a case, or None. Raises ChangedWords."""
        found = self._read_all(_WITH_BODY.where(decisions.c.case_pk == case_pk).order_by(decisions.c.id.desc()).limit(1))
        return found[0] if found else None

    def get(self, decision_pk: int) -> Decision:
        """One decision by its internal number. Raises NoResultFound, ChangedWords."""
        return self._one(decisions.c.id == decision_pk)

    def give(self, case_pk: int, paper: Paper) -> None:
        """Append a paper. Raises IntegrityError where the database refuses it."""
        row = {"kind": paper.kind, "reference": paper.reference, "dated": paper.dated, "language": paper.language}
        more = {"case_pk": case_pk, "decision_pk": paper.decision_pk, "at": paper.at, "by_ref": paper.by_ref}
        self._work.connection.execute(sa.insert(papers).values(**row, **more))

    def papers(self, case_pk: int) -> list[Paper]:
        """Every paper of a case, in the order recorded."""
        rows = self._work.all(sa.select(papers).where(papers.c.case_pk == case_pk).order_by(papers.c.id))
        return [Paper(row.kind, row.reference, row.dated, row.language, row.at, row.by_ref, row.decision_pk) for row in rows]

    def standing_papers(self, case_pk: int) -> list[Paper]:
        """The papers that count: given under an acceptance that no other outcome followed."""
        ended = sa.select(sa.func.coalesce(sa.func.max(decisions.c.id), 0))
        last = self._work.connection.execute(ended.where(decisions.c.case_pk == case_pk, decisions.c.outcome != "accepted")).scalar_one()
        return [paper for paper in self.papers(case_pk) if paper.decision_pk > int(last)]

    def mark(self, nonce: str) -> str:
        """Our keyed mark on the random part of a link's token (hex)."""
        return self._work.vault.blind("letter_link", nonce)

    def add_link(self, decision_pk: int, token: str, at: datetime, expires_at: datetime) -> None:
        """Remember a link by the SHA-256 of its token; the token itself is never stored here."""
        row = {"decision_pk": decision_pk, "sha256": _sha256(token), "created_at": at, "expires_at": expires_at}
        self._work.connection.execute(sa.insert(letter_links).values(**row))

    def link(self, token: str) -> LetterLink | None:
        """The link behind a token, expired or revoked ones too; None for an unknown one, and once the patient was erased.

        The decision itself stays: a clinical record is kept five years (NOM-004-SSA3-2012; counsel confirms).
        """
        owner = sa.select(letter_links).join(decisions, decisions.c.id == letter_links.c.decision_pk)
        owner = owner.join(cases, cases.c.id == decisions.c.case_pk).join(subjects, subjects.c.id == cases.c.subject_id)
        owner = owner.join(persons, persons.c.id == subjects.c.person_id)
        row = self._work.one(owner.where(letter_links.c.sha256 == _sha256(token), persons.c.erased_at.is_(None)))
        return None if row is None else LetterLink(row.id, row.decision_pk, row.expires_at, row.revoked_at, row.opened_at)

    def open_link(self, link_id: int, at: datetime) -> bool:
        """Note the first opening; False when it was opened before."""
        fresh = (letter_links.c.id == link_id, letter_links.c.opened_at.is_(None))
        return self._work.change(sa.update(letter_links).where(*fresh).values(opened_at=at)) > 0

    def links(self, case_pk: int) -> list[LetterLink]:
        """Every link of a case, the oldest first."""
        mine = sa.select(letter_links).join(decisions, decisions.c.id == letter_links.c.decision_pk).where(decisions.c.case_pk == case_pk)
        rows = self._work.all(mine.order_by(letter_links.c.id))
        return [LetterLink(row.id, row.decision_pk, row.expires_at, row.revoked_at, row.opened_at) for row in rows]

    def revoke_links(self, case_pk: int, at: datetime) -> int:
        """End every link of a case that still stands; how many."""
        own = sa.select(decisions.c.id).where(decisions.c.case_pk == case_pk)
        live = (letter_links.c.decision_pk.in_(own), letter_links.c.revoked_at.is_(None))
        return self._work.change(sa.update(letter_links).where(*live).values(revoked_at=at))

    def case_of(self, decision_pk: int) -> str:
        """The public id of the case a decision belongs to. Raises NoResultFound."""
        mine = sa.select(cases.c.case_id).join(decisions, decisions.c.case_pk == cases.c.id).where(decisions.c.id == decision_pk)
        return str(self._work.connection.execute(mine).scalar_one())

    def _amended(self, case_pk: int, decision_id: str) -> int | None:
        if not decision_id:
            return None
        row = self._work.one(sa.select(decisions.c.id).where(decisions.c.decision_id == decision_id, decisions.c.case_pk == case_pk))
        if row is None:
            raise LookupError("what is amended is no decision of this case")
        return int(row.id)

    def _one(self, where: sa.ColumnElement[bool]) -> Decision:
        return self._read(self._work.connection.execute(_WITH_BODY.where(where)).one(), self._names([]))

    def _read_all(self, select: sa.Select[Any]) -> list[Decision]:
        rows = self._work.all(select)
        names = self._names([row.amends for row in rows if row.amends is not None])
        return [self._read(row, names) for row in rows]

    def _names(self, pks: Sequence[int]) -> dict[int, str]:
        if not pks:
            return {}
        rows = self._work.all(sa.select(decisions.c.id, decisions.c.decision_id).where(decisions.c.id.in_(pks)))
        return {row.id: row.decision_id for row in rows}

    def _read(self, row: sa.Row[Any], names: Mapping[int, str]) -> Decision:
        text = self._work.vault.open(f"decision_bodies.body:{row.decision_id}", row.body)
        if not hmac.compare_digest(self._digest(row.decision_id, text), row.digest):
            raise ChangedWords
        told = json.loads(text)
        yes = (row.evidence, row.fitness, row.contraindications_cleared, row.expectation)
        signature = Signature(row.physician_ref, told["physician"], row.licence, row.signed_at)
        amends = "" if row.amends is None else names.get(row.amends) or self._names([row.amends])[row.amends]
        reasons = tuple(told["reasons"])
        place = (row.id, row.decision_id, row.case_pk)
        return Decision(*place, row.outcome, yes, reasons, row.language, signature, row.packet_version, amends, told["words"])

    def _digest(self, decision_id: str, text: str) -> str:
        return self._work.vault.chain(f"decision:{decision_id}:{text}".encode("utf-8", "surrogatepass"))


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
