"""What a row of the evidence map is: where a condition stands, how the bot may speak of it, and on which sources. Pure data."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

from flows.protocol.contraindication import PRIORITIES, RowPriority
from flows.protocol.fields import Table

Tier: TypeAlias = Literal["strong", "moderate", "preliminary", "not_on_map"]
SpeakAs: TypeAlias = Literal["strong", "moderate", "preliminary", "none"]
OutcomeText: TypeAlias = Literal["normal", "none_in_chat", "emergency_route"]
Joint: TypeAlias = Literal["", "knee", "hip", "shoulder"]

TIERS: Final[tuple[Tier, ...]] = ("strong", "moderate", "preliminary", "not_on_map")
SPEAK_AS: Final[tuple[SpeakAs, ...]] = ("strong", "moderate", "preliminary", "none")
OUTCOME_TEXTS: Final[tuple[OutcomeText, ...]] = ("normal", "none_in_chat", "emergency_route")
JOINTS: Final[tuple[Joint, ...]] = ("", "knee", "hip", "shoulder")


@dataclass(frozen=True, slots=True)
class Source:
    """One citation: what it found in one line, and whether somebody looked it up or wrote it from memory."""

    cite: str
    year: int
    finds: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Indication:
    """One condition of the evidence map.

    `tier` is where the clinic's philosophy puts it, `speak_as` how the bot may speak until the physicians confirm (never above
    the tier; "none" describes no outcome). `outcome_text`: `none_in_chat` leads to a person, `emergency_route` to the danger text.
    `also_say` is a sentence that must stand beside the outcomes (English, for review). `always_flags` and `always_checks` are ids
    of screening rows: raised by the condition itself, or to be settled before hand-off. `questions` and `measures` are ids.
    """

    id: str
    tier: Tier
    speak_as: SpeakAs
    review_due: date
    measures: tuple[str, ...]
    sources: tuple[Source, ...]
    must_not: tuple[str, ...]
    outcome_text: OutcomeText = "normal"
    also_say: str = ""
    provisional: bool = False
    joint: Joint = ""
    sides: bool = False
    priority: RowPriority = "routine"
    always_flags: tuple[str, ...] = ()
    always_checks: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    asks_physicians: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OtherTag:
    """A condition recognised inside `other`, kept beside the free text; `flags` are ids of screening rows it raises."""

    id: str
    flags: tuple[str, ...] = ()


def read_indication(table: Table) -> Indication:
    """Read one row of the evidence map."""
    row = Indication(
        id=table.text("id"),
        tier=table.choice("tier", TIERS),
        speak_as=table.choice("speak_as", SPEAK_AS),
        review_due=table.day("review_due"),
        measures=table.words("measures", required=True),
        sources=tuple(map(_read_source, table.tables("sources"))),
        must_not=table.words("must_not", required=True),
        outcome_text=table.choice("outcome_text", OUTCOME_TEXTS, "normal"),
        also_say=table.text("also_say", ""),
        provisional=table.truth("provisional", default=False),
        joint=table.choice("joint", JOINTS, ""),
        sides=table.truth("sides", default=False),
        priority=table.choice("priority", PRIORITIES, "routine"),
        always_flags=table.words("always_flags"),
        always_checks=table.words("always_checks"),
        questions=table.words("questions"),
        asks_physicians=table.text("asks_physicians", ""),
        note=table.text("note", ""),
    )
    table.finish()
    _check_row(row, table)
    return row


def read_other_tag(table: Table) -> OtherTag:
    """Read one tag of `other`."""
    tag = OtherTag(table.text("id"), table.words("flags"))
    table.finish()
    return tag


def _read_source(table: Table) -> Source:
    source = Source(table.text("cite"), table.whole("year"), table.text("finds"), table.truth("checked"))
    table.finish()
    return source


def _check_row(row: Indication, table: Table) -> None:
    # Of what the philosophy does not name, at most "not enough evidence to say" may be said.
    ceiling = {"strong": 0, "moderate": 1, "preliminary": 2, "not_on_map": 2}[row.tier]
    if SPEAK_AS.index(row.speak_as) < ceiling:
        table.fault("speak_as", f"{row.speak_as} speaks above the tier {row.tier}")
    if row.outcome_text != "normal" and row.speak_as != "none":
        table.fault("speak_as", "must be none where no outcome text is shown")
    if row.tier != "not_on_map" and not row.sources:
        table.fault("sources", f"tier {row.tier} without a source")
    if row.provisional and not row.asks_physicians:
        table.fault("asks_physicians", "a provisional tier must say what the physicians settle")
