"""The queue's page as staff see it: red flags, then the nearest deadline, then the longest waiting; filtered, by key, never by offset.

A page is put together from six stretches of the order (three ranks, each with a deadline and without one), every one a walk along an
index that also holds the filters' columns. Knows columns; who may see what stands in `bot/console/access.py`.
"""

import base64
import binascii
import heapq
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Literal, TypeAlias

import sqlalchemy as sa

from storage.alarms import Ticket, Tickets
from storage.case_labels import CaseLabels
from storage.case_queue import BadCursor
from storage.cases import Case, Cases
from storage.claims import Claims
from storage.columns import UtcDateTime, listed, literal_int
from storage.models import attachments, case_flags, case_labels, cases, packets, subjects, tickets
from storage.models_cases import ENDED, NOT_QUEUED, STATUSES
from storage.work import Work

MOST: Final = 100
"""Rows on one page at most."""
CAP: Final = 99
"""A tab counts this far; beyond it says so."""
DATED: Final = ("delete_data", "privacy_request")
"""Tasks whose date a row shows: the law's, for what a patient asks about their own data."""
RARE: Final = 400
"""A flag or label on fewer cases than this is looked for by the flag, a more frequent one along the queue."""
SEARCHED: Final = 20_000
"""Names a search opens at most, newest cases first."""
_REFERENCE: Final = re.compile(r"[0-9a-f]{4,32}")
Due: TypeAlias = Literal["", "overdue", "today", "none"]
Where: TypeAlias = tuple[sa.ColumnElement[bool] | sa.TextClause, ...]
Place: TypeAlias = tuple[int, int, str, str, int]
_RANKS: Final = (0, 1, 2)
_KEY: Final = (cases.c.due_at, cases.c.waiting_since, cases.c.id)


@dataclass(frozen=True, slots=True)
class Lane:
    """One way to be on the page: in one of these statuses (any, when empty), held by `owner` (a reference, `nobody`, or anyone).

    `late` asks for a deadline that has passed. A lane that is `late` or of any owner names one status: then one index bounds its walk.
    """

    statuses: tuple[str, ...] = ()
    owner: str = ""
    paused: bool | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class Sieve:
    """What is shown: any of its lanes (what is on several stands there once), and all of the rest. `done`: ended cases, newest first."""

    lanes: tuple[Lane, ...] = (Lane(),)
    channel: str = ""
    language: str = ""
    flag: str = ""
    label: str = ""
    due: Due = ""
    done: bool = False
    statuses: tuple[str, ...] = ()
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One case of the page. `files` counts what the patient sent and was kept; `packet` is None while there is none.

    `acted_at` is when its holder last did anything with it, None while nobody holds it. `tasks` are those of `DATED` that are open.
    """

    case: Case
    paused: bool
    packet: Mapping[str, Any] | None
    files: int
    acted_at: datetime | None = None
    labels: tuple[str, ...] = ()
    tasks: tuple[Ticket, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardPage:
    """One page and where the next begins, None at the end."""

    rows: tuple[Row, ...]
    next_cursor: str | None


class Board:
    """Reads of the `cases` table for the queue's page."""

    def __init__(self, work: Work) -> None:
        self._work = work

    def page(self, sieve: Sieve, *, now: datetime, day_ends: datetime, limit: int = 50, cursor: str | None = None) -> BoardPage:
        """One page. `day_ends` is when the clinic's day does. Raises BadCursor."""
        size, sieve = min(max(limit, 1), MOST), _possible(sieve)
        wanted = self._common(sieve, now, day_ends)
        after = None if cursor is None else _place(cursor)
        found = self._done(sieve, wanted, size + 1, after) if sieve.done else self._queued(sieve, wanted, now, size + 1, after)
        rows = self._rows([place[-1] for place in found[:size]])
        return BoardPage(tuple(rows), _cursor(found[size - 1]) if len(found) > size else None)

    def count(self, sieve: Sieve, *, now: datetime, day_ends: datetime) -> int:
        """How many cases the sieve lets through, counted up to one more than `CAP`."""
        sieve = _possible(sieve)
        wanted, found = self._common(sieve, now, day_ends), set[int]()
        for counted in (part for lane in sieve.lanes for part in _counted(lane, now)):
            some = sa.select(cases.c.id).where(_end(sieve), *counted, *wanted).limit(literal_int(CAP + 1))
            found.update(row.id for row in self._work.all(some))
        return min(len(found), CAP + 1)

    def rows(self, case_pks: Sequence[int]) -> list[Row]:
        """These cases as rows, in the order given; unknown ones are left out."""
        return self._rows(case_pks)

    def named(self, wanted: str, most: int) -> tuple[list[Row], int, bool]:
        """Cases whose patient reference begins with `wanted`, or whose patient's name holds it, newest first.

        Names are opened in this process, at most `SEARCHED` of them: rows, how many were looked at, and whether that was all of them.
        """
        by_ref = sa.select(cases.c.id).join(subjects, subjects.c.id == cases.c.subject_id)
        found = [row.id for row in self._work.all(by_ref.where(_begins(wanted)).order_by(cases.c.id.desc()).limit(literal_int(most)))]
        names = sa.select(cases.c.id, subjects.c.id.label("subject"), subjects.c.name).join(subjects, subjects.c.id == cases.c.subject_id)
        names = names.where(subjects.c.name.is_not(None), cases.c.status != "intake").order_by(cases.c.id.desc())
        rows = self._work.all(names.limit(literal_int(SEARCHED + 1)))
        sought = folded(wanted)
        for row in rows[:SEARCHED]:
            if len(found) >= most:
                break
            if row.id not in found and sought in folded(self._work.vault.open(f"subjects.name:{row.subject}", row.name)):
                found.append(row.id)
        return self._rows(found), min(len(rows), SEARCHED), len(rows) <= SEARCHED

    def _queued(self, sieve: Sieve, wanted: Where, now: datetime, most: int, after: Place | None) -> list[Place]:
        found: list[Place] = []
        for rank in _RANKS:
            for undated in (0, 1):
                if after is not None and (rank, undated) < after[:2]:
                    continue
                if len(found) < most and not (undated == 0 and sieve.due == "none") and not (undated and sieve.due in {"overdue", "today"}):
                    start = after if after is not None and (rank, undated) == after[:2] else None
                    lanes = [(*_lane(lane), *_late(lane, now)) for lane in sieve.lanes if not (undated and lane.late)]
                    found += self._stretch(lanes, wanted, rank, undated, most - len(found), start)
        return found

    def _stretch(self, lanes: Sequence[Where], wanted: Where, rank: int, undated: int, most: int, after: Place | None) -> list[Place]:
        """One rank, with a deadline or without: the lanes' rows merged in order, each once."""
        dated = cases.c.due_at.is_(None) if undated else cases.c.due_at.is_not(None)
        order = _KEY[1:] if undated else _KEY
        select = sa.select(*_KEY).where(cases.c.queue_rank == literal_int(rank), dated, *wanted).order_by(*order).limit(literal_int(most))
        if after is not None:
            select = select.where(sa.tuple_(*order) > sa.tuple_(*_values(after)[1 if undated else 0 :]))
        found = [[_at(rank, undated, row) for row in self._work.all(select.where(*lane))] for lane in lanes]
        return list(dict.fromkeys(heapq.merge(*found)))[:most]

    def _done(self, sieve: Sieve, wanted: Where, most: int, after: Place | None) -> list[Place]:
        if not sieve.lanes:
            return []
        order = (cases.c.closed_at, cases.c.id)
        select = sa.select(*order).where(cases.c.closed_at.is_not(None), *wanted, *_lane(sieve.lanes[0]))
        if after is not None:
            place = sa.literal(datetime.fromisoformat(after[3]), UtcDateTime()), sa.literal(after[4])
            select = select.where(sa.tuple_(*order) < sa.tuple_(*place))
        rows = self._work.all(select.order_by(*(column.desc() for column in order)).limit(literal_int(most)))
        return [(0, 1, "", row.closed_at.isoformat(), row.id) for row in rows]

    def _common(self, sieve: Sieve, now: datetime, day_ends: datetime) -> Where:
        """The filters that every lane passes."""
        where: list[sa.ColumnElement[bool]] = [
            column == value for column, value in ((cases.c.channel, sieve.channel), (cases.c.language, sieve.language)) if value
        ]
        where += [cases.c.claimed_by == ("" if sieve.owner == "nobody" else sieve.owner)] if sieve.owner else []
        due = {"overdue": cases.c.due_at < now, "today": cases.c.due_at < day_ends, "none": cases.c.due_at.is_(None)}
        where += [due[sieve.due]] if sieve.due else []
        return (*where, *self._flagged(sieve.flag), *self._labelled(sieve.label))

    def _flagged(self, flag: str) -> Where:
        if not flag:
            return ()
        if flag in DATED:
            return self._marked(tickets.c.case_pk, (tickets.c.kind == flag, tickets.c.done_at.is_(None)))
        standing = (case_flags.c.blind == self._work.vault.blind("flag", flag), case_flags.c.cleared_at.is_(None))
        return self._marked(case_flags.c.case_pk, standing)

    def _labelled(self, label: str) -> Where:
        return self._marked(case_labels.c.case_pk, (case_labels.c.label == label,)) if label else ()

    def _marked(self, case_pk: sa.Column[Any], mark: tuple[sa.ColumnElement[bool], ...]) -> Where:
        few = [row.case_pk for row in self._work.all(sa.select(case_pk).where(*mark).limit(literal_int(RARE)))]
        if len(few) < RARE:
            return (cases.c.id.in_(few),)
        # a scalar is asked row by row along the queue; an EXISTS may be turned into a join over every case that has the mark
        has = sa.select(sa.literal(1)).where(case_pk == cases.c.id, *mark).limit(literal_int(1))
        return (has.correlate(cases).scalar_subquery().is_not(None),)

    def _rows(self, case_pks: Sequence[int]) -> list[Row]:
        if not case_pks:
            return []
        known = {case.id: case for case in Cases(self._work).by_keys(case_pks)}
        paused = {row.id for row in self._work.all(sa.select(cases.c.id).where(cases.c.id.in_(case_pks), cases.c.paused_at.is_not(None)))}
        read, files = self._packets(list(known.values())), self._files(list(known.values()))
        acted, labels = Claims(self._work).last_acts(case_pks), CaseLabels(self._work).of(case_pks)
        tasks = Tickets(self._work).waiting(case_pks, DATED)
        return [
            Row(
                one, one.id in paused, read.get(one.id), files.get(one.conversation_id, 0), acted.get(one.id), labels.get(one.id, ()),
                tasks.get(one.id, ()),
            )
            for pk in case_pks if (one := known.get(pk)) is not None
        ]  # fmt: skip

    def _packets(self, found: Sequence[Case]) -> dict[int, dict[str, Any]]:
        """The newest packet of each case, by its key: SQLite would walk the whole table for pairs of values."""
        newest = sa.select(packets).join(cases, (cases.c.id == packets.c.case_pk) & (cases.c.packet_version == packets.c.version))
        rows = self._work.all(newest.where(packets.c.case_pk.in_([case.id for case in found if case.packet_version])))
        opened = self._work.vault.open
        return {row.case_pk: json.loads(opened(f"packets.body:{row.case_pk}/{row.version}", row.body)) for row in rows}

    def _files(self, found: Sequence[Case]) -> dict[int, int]:
        kept = (attachments.c.conversation_id.in_([case.conversation_id for case in found]), attachments.c.state == "stored")
        select = (
            sa.select(attachments.c.conversation_id, sa.func.count().label("kept")).where(*kept).group_by(attachments.c.conversation_id)
        )
        return {row.conversation_id: row.kept for row in self._work.all(select)}


def folded(text: str) -> str:
    """A name without case, accents or doubled blanks, as one looks for it."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def _begins(wanted: str) -> sa.ColumnElement[bool]:
    """References are hexadecimal; anything else is the beginning of none."""
    code = wanted.strip().lower()
    return subjects.c.patient_ref.startswith(code, autoescape=True) if _REFERENCE.fullmatch(code) else sa.false()


def _possible(sieve: Sieve) -> Sieve:
    """The same with its statuses in the lanes, and without lanes that no case can be on: those would be walked to their end for nothing."""
    able = frozenset(ENDED) if sieve.done else frozenset(STATUSES) - frozenset(NOT_QUEUED)
    lanes = (_narrowed(lane, sieve.statuses, able) for lane in sieve.lanes)
    return replace(sieve, lanes=tuple(lane for lane in lanes if lane is not None), statuses=())


def _narrowed(lane: Lane, asked: tuple[str, ...], able: frozenset[str]) -> Lane | None:
    if not (lane.statuses or asked):
        return lane
    some = able.intersection(lane.statuses or able, asked or able)
    return replace(lane, statuses=tuple(sorted(some))) if some else None


def _end(sieve: Sieve) -> sa.ColumnElement[bool]:
    return cases.c.closed_at.is_not(None) if sieve.done else cases.c.queue_rank.is_not(None)


def _lane(lane: Lane) -> Where:
    """Codes are written into the statement, so that PostgreSQL can use the partial index behind each."""
    where: list[sa.ColumnElement[bool] | sa.TextClause] = []
    if lane.statuses:
        known = tuple(status for status in lane.statuses if status in STATUSES)
        where.append(sa.text(f"cases.status IN {listed(known)}") if known else sa.false())
    if lane.owner == "nobody":
        where.append(cases.c.claimed_by == sa.literal_column("''"))
    elif lane.owner:
        where += [cases.c.claimed_by == lane.owner, cases.c.claimed_by != sa.literal_column("''")]
    if lane.paused is not None:
        where.append(cases.c.paused_at.is_not(None) if lane.paused else cases.c.paused_at.is_(None))
    return tuple(where)


def _late(lane: Lane, now: datetime) -> Where:
    return (cases.c.due_at < now,) if lane.late else ()


def _counted(lane: Lane, now: datetime) -> list[Where]:
    """What is late is counted rank by rank: each count begins at the deadline in the index and walks over nothing that is not."""
    whole = (*_lane(lane), *_late(lane, now))
    return [(cases.c.queue_rank == literal_int(rank), *whole) for rank in _RANKS] if lane.late else [whole]


def _at(rank: int, undated: int, row: sa.Row[Any]) -> Place:
    return rank, undated, row.due_at.isoformat() if row.due_at else "", row.waiting_since.isoformat(), row.id


def _values(place: Place) -> tuple[sa.ColumnElement[Any], ...]:
    due, since = (sa.literal(datetime.fromisoformat(text) if text else None, UtcDateTime()) for text in place[2:4])
    return due, since, sa.literal(place[4])


def _cursor(place: Place) -> str:
    """A place in the order, opaque to whoever carries it."""
    return base64.urlsafe_b64encode(json.dumps(place).encode()).decode().rstrip("=")


def _place(cursor: str) -> Place:
    try:
        rank, undated, due, since, number = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii") + b"=="))
        for moment in filter(None, (due, since)):
            if datetime.fromisoformat(moment).tzinfo is None:
                raise BadCursor("no place of ours")
        if not (rank in _RANKS and undated in {0, 1} and since and bool(due) != bool(undated) and 0 <= int(number) < 2**63):
            raise BadCursor("no place of ours")
        return int(rank), int(undated), str(due), str(since), int(number)
    except (ValueError, TypeError, OverflowError, RecursionError, binascii.Error) as fault:
        raise BadCursor("not a cursor of this queue") from fault
