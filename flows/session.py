"""The state of one conversation between two messages: frozen, comparable, storable as JSON by `storage/codec.py`.

Holds facts, never texts of ours: what was asked is a step id, what was said by the patient stands in the patient's own words.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import wraps
from typing import Any, Literal, TypeAlias, TypeVar

from flows.effects import Effect

Status: TypeAlias = Literal["open", "paused", "with_person", "held", "stopped", "done"]
"""`open` a question stands; `paused` the patient took a break; `with_person` a person was asked for and the bot waits;
`held` emergency or crisis, only staff lift it; `stopped` the patient ended it; `done` handed off, nothing left to ask."""

Severity: TypeAlias = Literal["hard", "caution", "info"]
Source: TypeAlias = Literal["answer", "free_text", "derived"]
ConsentKind: TypeAlias = Literal["privacy_notice", "health_data", "messaging", "research"]
Value: TypeAlias = str | int | float | bool | tuple[str, ...] | None
"""What was read: a choice's id (`yes`), several ids, a number in `unit`, an ISO date or month, words; None = not provided."""


@dataclass(frozen=True, slots=True)
class Told:
    """One option chosen of a list: the words it was chosen with (or the label tapped), and their message."""

    option: str
    said: str
    n: int | None


@dataclass(frozen=True, slots=True)
class Answer:
    """One answered question. `said` is the patient's own words or the label tapped; `unsure` means "not sure" or "rather not say"."""

    step: str
    value: Value
    said: str
    n: int | None
    at: datetime
    unit: str = ""
    unsure: bool = False
    skipped: bool = False
    read: tuple[str, ...] = ()
    """What was recognised in free words, as ids (`knee_osteoarthritis`); never stored as confirmed before the patient said so."""
    late: tuple[str, ...] = ()
    parts: tuple[Told, ...] = ()
    """Where several options may be chosen: which words named which, as people choose them one after the other."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a person must see, as `contract.md` names it (`contraindication:anticoagulant`, `minor`). Only staff clear one."""

    id: str
    severity: Severity
    source: Source
    quote: str
    n: int | None


@dataclass(frozen=True, slots=True)
class Consent:
    """One consent, its own object: what was agreed to or refused, under which version and exact text (SHA-256, hex)."""

    kind: ConsentKind
    given: bool
    at: datetime
    version: str
    text_sha256: str
    language: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """The written outcomes shown, and what the person then said to expect (candidacy question 4)."""

    message_key: str
    version: str
    language: str
    text_sha256: str
    understood: bool
    answer: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Measured:
    """One earlier figure: at which milestone (`baseline`, `1m`), of which measure, its main score, and the items it was made of.

    Skipped items are left out; records of before they were kept have none at all.
    """

    milestone: str
    measure: str
    value: float
    items: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class CheckInTalk:
    """The check-in that is held or was held last. `activities` are the person's words of the first time, empty until named.

    `kind`: `full` asks everything, `safety` only how the person is, `baseline` what later figures are compared with. `closed` once its
    window has ended or it was answered. `tasks` are the kinds of tasks that staff were given because of what was said in it.
    """

    check_in_id: str
    milestone: str
    kind: str
    activities: tuple[str, ...] = ()
    earlier: tuple[Measured, ...] = ()
    closed: bool = False
    tasks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """A conversation. `step` is the open question, `visit` rises each time a step is entered, so an old button is known as old."""

    revision: str
    protocol_version: str
    language: str
    clinic: str = "Regeneris"
    display_name: str = ""
    language_chosen: bool = False
    status: Status = "open"
    step: str = ""
    visit: int = 0
    retries: int = 0
    answers: tuple[Answer, ...] = ()
    superseded: tuple[Answer, ...] = ()
    early: tuple[Answer, ...] = ()
    """Before consent the words written (step empty); after it what they told along the way, by step, until the patient confirms."""
    flags: tuple[Flag, ...] = ()
    consents: tuple[Consent, ...] = ()
    expectation: Expectation | None = None
    editing: bool = False
    country: str = ""
    address_kind: str = ""
    """`phone` when the channel itself shows a number, else empty: whether "call me here" needs a number asked."""
    aside_counts: tuple[tuple[str, int], ...] = ()
    album: str = ""
    offering: tuple[str, ...] = ()
    """Choices shown beside the open question (`continue`, `language:en`), so that a typed "1" means what was seen last."""
    told: tuple[Told, ...] = ()
    """Options of the open question chosen so far, where several may be: one tap is never taken for "and nothing else"."""
    acknowledged: bool = False
    nudges: int = 0
    """How often this silence was answered: by a gentle nudge, a template, a task for staff. A word of the patient sets it to zero."""
    last_at: datetime | None = None
    flow: str = "intake"
    """Which conversation of `flows.books` is held now. The answers of the intake stay beside those of a check-in."""
    check_in: CheckInTalk | None = None
    release: str = ""
    """The revision of the rules that moved it last; `revision` is the one it began under and stays."""
    asked: str = ""
    """Language and digest of the open question as it was asked, as `flows/release.py` marks it; empty while none is open."""
    reworded: bool = False
    """The open question was asked in other words than today's: nothing is read as its answer before it was asked again."""
    pending: tuple[str, ...] = ()
    """Steps a physician wants answered, still to be asked, the open one first."""
    asked_again: tuple[str, ...] = ()
    """Every step a physician ever asked for, so that its answer counts wherever the path leads."""
    found: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What `once` has worked out of this very session; empty in every copy, never stored."""

    @property
    def chosen(self) -> tuple[str, ...]:
        """The options of `told`, in the order chosen."""
        return tuple(part.option for part in self.told)


Found = TypeVar("Found")


def once(find: Callable[[Session], Found]) -> Callable[[Session], Found]:
    """Let `find`, which reads nothing but its session, be worked out once per session: a turn asks the same many times over."""

    @wraps(find)
    def remembered(session: Session) -> Found:
        if find not in session.found:
            session.found[find] = find(session)
        known: Found = session.found[find]
        return known

    return remembered


@dataclass(frozen=True, slots=True)
class Outcome:
    """What `advance` gives back: the session as it now is, and what follows, in order."""

    session: Session
    effects: tuple[Effect, ...]
