"""What the queue shows: tabs and filters as codes of a URL, and each case as one row without the patient's name.

Knows codes and words; must not know HTTP. A complaint in eight words is health data: it stands only on pages of people with the right
`queue`, which are never stored by a browser. experience.md K1–K3, K7, K11.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, Literal, TypeAlias, get_args
from urllib.parse import urlencode

from bot.case_clocks import DEFAULT, LATER, Targets
from bot.console import labels, times, wording
from bot.console.times import Deadline
from bot.console.wording import Language
from flows.opening_hours import ALWAYS
from flows.protocol import load
from messages.prompt import LANGUAGES
from storage.alarms import Ticket
from storage.board import CAP, DATED, Due, Lane, Row, Sieve
from storage.case_labels import LABELS
from storage.cases import Case
from storage.models_cases import STATUSES
from storage.staff import StaffMember

Tab: TypeAlias = Literal["needs_me", "unclaimed", "mine", "waiting", "check_ins", "done"]
TABS: Final[tuple[Tab, ...]] = get_args(Tab)
CHANNELS: Final = ("whatsapp", "telegram", "simulator")
DUES: Final = ("overdue", "today", "none")
STALE: Final = timedelta(minutes=30)
"""A claim whose holder has done nothing for so long may be taken."""
WORDS: Final = 8
"""Words of the complaint on a row."""
ACTS_ON: Final[Mapping[str, tuple[str, ...]]] = {
    "physician": ("emergency_hold", "physician_review", "new", "deferred"),
    "coordinator": ("emergency_hold", "new", "accepted", "quote_issued", "protocol_summary_given", "consent_signed"),
}
"""Free cases that wait for somebody of this role."""
OF_ALL: Final = (Lane(("emergency_hold",)), *(Lane((status,), late=True) for status in ("treated", "follow_up")))
"""What needs everybody, whoever holds it: an emergency, and a treated person's answer that should have been looked at by now."""
THERAPIES: Final = ("exosomes", "peptides", "prp", "molecular_hydrogen", "plasma_exchange", "nad", "senolytics", "other")
FLAGS: Final = (
    *("emergency", "crisis", "minor", "proxy", "human_requested", "complaint", "price_pressure", "cure_expectation", "desperation"),
    *("financial_distress", "stopped_other_care", "late_infection", "answer_corrected", "could_not_process", "says_safe"),
    *("safety_unanswered", "not_understood", "document_language_to_confirm", *DATED),
    *(f"emerging_therapy:{each}" for each in THERAPIES),
    *dict.fromkeys(flag for row in load().contraindications for flag in row.flag_ids if flag.startswith("contraindication:")),
)
"""Flags that can be asked for: a contraindication as soon as the protocol has it; and the open tasks of a patient's data."""
OFFERED: Final = tuple(flag for flag in FLAGS if f"contraindication:{flag}" not in FLAGS)
"""Those the page offers: a flag that is raised under two ids, such as a minor's, stands there once."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a URL asks for. `owner` is a staff reference, `me` or `nobody`; of a code nobody knows only the field is kept, in `unknown`."""

    tab: Tab = "needs_me"
    status: str = ""
    owner: str = ""
    channel: str = ""
    language: str = ""
    flag: str = ""
    label: str = ""
    due: Due = ""
    unknown: tuple[str, ...] = ()

    @classmethod
    def read(cls, query: Mapping[str, str], staff_refs: Sequence[str] = ()) -> "Filters":
        """From a query string."""
        tab = next((tab for tab in TABS if tab == query.get("tab")), TABS[0])
        due: Due = next((due for due in get_args(Due) if due == query.get("due")), "")
        known = {
            "status": STATUSES,
            "owner": ("me", "nobody", *staff_refs),
            "channel": CHANNELS,
            "language": LANGUAGES,
            "flag": FLAGS,
            "label": LABELS,
        }
        asked = {name: query[name] for name, values in known.items() if query.get(name) in values}
        every = {"tab": TABS, **known, "due": DUES}
        unknown = tuple(name for name, values in every.items() if query.get(name) and query[name] not in values)
        return cls(tab=tab, due=due, unknown=unknown, **asked)

    def query(self, **changed: str) -> str:
        """As a query string, shareable: only what differs from nothing."""
        told = {name: getattr(self, name) for name in ("tab", "status", "owner", "channel", "language", "flag", "label", "due")} | changed
        return urlencode({name: value for name, value in told.items() if value})

    @property
    def narrowed(self) -> bool:
        """Whether more than the tab is asked for."""
        return any((self.status, self.owner, self.channel, self.language, self.flag, self.label, self.due))

    def sieve(self, staff: StaffMember) -> Sieve:
        """What the database is asked for."""
        owner = staff.staff_ref if self.owner == "me" else self.owner
        statuses = (self.status,) if self.status else ()
        more = {
            "channel": self.channel,
            "language": self.language,
            "flag": self.flag,
            "label": self.label,
            "owner": owner,
            "statuses": statuses,
        }
        return Sieve(lanes=lanes(self.tab, staff), due=self.due, done=self.tab == "done", **more)  # type: ignore[arg-type]  # codes by name


def lanes(tab: Tab, staff: StaffMember) -> tuple[Lane, ...]:
    """What a tab holds for a person."""
    mine = staff.staff_ref
    return {
        "needs_me": (Lane(ACTS_ON.get(staff.role, ()), "nobody", paused=False), Lane(owner=mine, paused=False), *OF_ALL),
        "unclaimed": (Lane(owner="nobody"),),
        "mine": (Lane(owner=mine),),
        "waiting": (Lane(paused=True),),
        "check_ins": (Lane(("treated", "follow_up")),),
        "done": (Lane(),),
    }[tab]


@dataclass(frozen=True, slots=True)
class TabView:
    """A tab with its number; `count` reads `99+` beyond what is counted."""

    name: Tab
    query: str
    here: bool
    count: str


def tabs(filters: Filters, counts: Sequence[int]) -> list[TabView]:
    """The tabs in order, with their counts."""
    told = [f"{CAP}+" if count > CAP else str(count) for count in counts]
    return [TabView(tab, Filters(tab).query(), tab == filters.tab, count) for tab, count in zip(TABS, told, strict=True)]


@dataclass(frozen=True, slots=True)
class Mark:
    """A flag in words; `hard` the gravest kind, which a row must not show like any other."""

    words: str
    hard: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One case on the page. Everything is words already, but for codes that become classes."""

    case_id: str
    reference: str
    version: int
    priority: str
    priority_words: str
    red: bool
    flags: tuple[Mark, ...]
    more_flags: int
    labels: tuple[str, ...]
    waiting: str
    waiting_exact: str
    stage: str
    who: str
    complaint: str
    complaint_language: str
    language: str
    channel: str
    complete: str
    owner: str
    mine: bool
    stale: str
    deadline: Deadline
    done: bool


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads the queue, when and where: all that rows are worded by."""

    staff: StaffMember
    names: Mapping[str, str]
    now: datetime
    language: Language
    zone: str
    targets: Targets = DEFAULT

    def line(self, row: Row) -> Line:
        """A row in words."""
        case, packet = row.case, row.packet or {}
        known = self._marks(row)
        idle = None if row.acted_at is None else self.now - row.acted_at
        stale = times.span(idle, self.language) if idle is not None and idle > STALE and case.claimed_by != self.staff.staff_ref else ""
        since = case.closed_at or case.waiting_since
        return Line(
            case_id=case.case_id,
            reference=case.reference,
            version=case.version,
            priority=case.priority,
            priority_words=labels.word("priority", case.priority, self.language),
            red=case.priority == "emergency",
            flags=tuple(known[:3]),
            more_flags=max(0, len(known) - 3),
            labels=tuple(labels.word("label", label, self.language) for label in row.labels),
            waiting=times.span(self.now - since, self.language),
            waiting_exact=times.exact(since, self.language, self.zone),
            stage=labels.word("status", case.status, self.language),
            who=self._who(packet),
            complaint=shortened(str(packet.get("complaint") or "")),
            complaint_language=case.language,
            language=case.language,
            channel=labels.word("channel", case.channel, self.language),
            complete=self._complete(packet, row.files, finished=case.completed_at is not None),
            owner=self.names.get(case.claimed_by, case.claimed_by[:8]),
            mine=case.claimed_by == self.staff.staff_ref,
            stale=stale,
            deadline=self._deadline(row),
            done=case.closed_at is not None,
        )

    def task(self, task: Ticket) -> str:
        """What a patient asks about their data, with the day by which they were promised an answer."""
        asked = labels.flag(task.kind, self.language)
        if task.due_at is None:
            return asked
        due = times.deadline(task.due_at, self.now, task.opened_at, paused=False, language=self.language, zone=self.zone)
        return f"{asked} · {due.words if due.state == 'breached' else times.by(task.due_at, self.language, self.zone)}"

    def _marks(self, row: Row) -> list[Mark]:
        """The flags in words, each once; what has a date of its own stands with it."""
        hard, asked = _hard(row.case, row.packet or {}), {task.kind: self.task(task) for task in reversed(row.tasks)}
        order = _by_weight(tuple(dict.fromkeys((*row.case.flags, *asked))), hard)
        marks = [Mark(asked.get(flag) or labels.flag(flag, self.language), flag in hard) for flag in order]
        return [mark for place, mark in enumerate(marks) if mark.words not in {each.words for each in marks[:place]}]

    def _who(self, packet: Mapping[str, Any]) -> str:
        age = packet.get("age")
        told = [wording.said("queue-age", self.language, n=int(age))] if age is not None else []
        told += [labels.word("flag", "proxy", self.language)] if packet.get("proxy") else []
        told += [", ".join(labels.condition(each, self.language) for each in packet.get("indication", ())[:2])]
        return " · ".join(part for part in told if part)

    def _complete(self, packet: Mapping[str, Any], files: int, *, finished: bool) -> str:
        answered, open_ = len(packet.get("answers", ())), len(packet.get("unanswered", ()))
        kept = wording.said("queue-files", self.language, n=files)
        if not finished:
            return f"{wording.said('queue-unfinished', self.language, n=answered)} · {kept}"
        return f"{answered}/{answered + open_} · {kept}" if answered else kept

    def _deadline(self, row: Row) -> Deadline:
        case = row.case
        if case.closed_at is not None:
            return Deadline("none", "")
        hours = ALWAYS if case.status == LATER else self.targets.counted(case.priority)
        return times.deadline(
            case.due_at, self.now, case.waiting_since, paused=row.paused, language=self.language, zone=self.zone, hours=hours
        )


def shortened(text: str) -> str:
    """The first words of what the patient wrote."""
    words = text.split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "")


def _hard(case: Case, packet: Mapping[str, Any]) -> frozenset[str]:
    """Hard flags but the red ones, which have a mark of their own. By the newest packet: a later answer may have changed the weight."""
    told = {str(flag["id"]): flag["severity"] for flag in packet.get("flags", ())}
    return frozenset(flag for flag in case.flags if told.get(flag, "hard" if flag in case.hard else "") == "hard") - labels.RED


def _by_weight(flags: Sequence[str], hard: frozenset[str] = frozenset()) -> list[str]:
    """Red flags first, then hard ones, then what the law dates, then contraindications, then the rest as raised."""
    return sorted(
        flags, key=lambda flag: (flag not in labels.RED, flag not in hard, flag not in DATED, not flag.startswith("contraindication:"))
    )
