"""The packet as a physician reads it: first why the case is here, in the patient's own words; every line leads to its message.

Knows the packet's shape and words for its codes; must not know HTTP. What a machine derived is marked as read; nothing is summed up,
and no recommendation stands in it. experience.md K14, K15; clinical facts 8.5.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bot.console import labels
from bot.console.wording import Language

_FIRST: Final = ("inquiry.complaint", "inquiry.hopes", "inquiry.tried", "medicines.list")
"""Answers that stand at the top by name and are not repeated below."""
_ALLERGY: Final = "screening.allergy"
_STAGES: Final = ("subject", "inquiry", "screening", "medicines", "records", "host", "outcomes", "research", "contact")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what it is about, the patient's own words, how they were read (empty when they are their own reading), which message.

    `chosen`: the reading is the name of the option they chose, in the reader's language.
    """

    label: str
    said: str
    read: str
    n: int | None
    unsure: bool = False
    skipped: bool = False
    chosen: bool = False
    late: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagLine:
    """Why the case is flagged: the rule's id and its words, how grave, the words that raised it, which message."""

    id: str
    words: str
    severity: str
    source: str
    quote: str
    n: int | None


@dataclass(frozen=True, slots=True)
class PacketView:
    """The whole packet in order of reading."""

    red: tuple[FlagLine, ...]
    contraindications: tuple[FlagLine, ...]
    other_flags: tuple[FlagLine, ...]
    complaint: Line | None
    hopes: Line | None
    tried: Line | None
    medicines: Line | None
    allergies: Line | None
    conditions: tuple[str, ...]
    tier: str
    missing: tuple[str, ...]
    sections: tuple[tuple[str, tuple[Line, ...]], ...]
    corrected: tuple[Line, ...]
    consents: tuple[Mapping[str, Any], ...]
    expectation: Mapping[str, Any] | None
    name: str
    phone: str
    age: int | None
    proxy: bool
    relation: str


def packet_view(packet: Mapping[str, Any], language: Language) -> PacketView:
    """A packet (contract.md 7) in words; one that is still empty gives an empty view."""
    answers = {answer["step"]: _line(answer, language) for answer in packet.get("answers", ())}
    flags = [_flag(flag, language) for flag in packet.get("flags", ())]
    contact = packet.get("contact") or {}
    return PacketView(
        red=tuple(flag for flag in flags if flag.id in labels.RED),
        contraindications=tuple(flag for flag in flags if flag.id.startswith("contraindication:")),
        other_flags=tuple(flag for flag in flags if flag.id not in labels.RED and not flag.id.startswith("contraindication:")),
        complaint=answers.get("inquiry.complaint"),
        hopes=answers.get("inquiry.hopes"),
        tried=answers.get("inquiry.tried"),
        medicines=answers.get("medicines.list"),
        allergies=_allergies(answers),
        conditions=tuple(labels.condition(each, language) for each in packet.get("indication", ())),
        tier=str(packet.get("evidence_tier") or ""),
        missing=tuple(labels.step(step, language) for step in packet.get("unanswered", ())),
        sections=tuple(_sections(packet.get("answers", ()), answers, language)),
        corrected=tuple(_line(answer, language) for answer in packet.get("corrected", ())),
        consents=tuple(packet.get("consents", ())),
        expectation=packet.get("expectation"),
        name=str(contact.get("name") or ""),
        phone=str(contact.get("phone") or ""),
        age=packet.get("age"),
        proxy=bool(packet.get("proxy")),
        relation=str(packet.get("relation") or ""),
    )


def _line(answer: Mapping[str, Any], language: Language) -> Line:
    read, said = labels.value(answer, language), str(answer["said"] or "")
    return Line(
        label=labels.step(answer["step"], language),
        said=said,
        read="" if read == said else read,
        n=answer["message_n"],
        unsure=bool(answer["unsure"]),
        skipped=bool(answer.get("skipped")),
        chosen=labels.chosen(answer),
        late=tuple(number for number in answer.get("late", ()) if isinstance(number, int)),
    )


def _flag(flag: Mapping[str, Any], language: Language) -> FlagLine:
    return FlagLine(flag["id"], labels.flag(flag["id"], language), flag["severity"], flag["source"], flag["quote"] or "", flag["message_n"])


def _allergies(answers: Mapping[str, Line]) -> Line | None:
    """What was said of allergies in most words: the follow-up, else the answer itself."""
    told = [line for step, line in answers.items() if step.startswith(_ALLERGY)]
    return told[-1] if told else None


def _sections(given: Sequence[Mapping[str, Any]], lines: Mapping[str, Line], language: Language) -> Iterator[tuple[str, tuple[Line, ...]]]:
    for stage in _STAGES:
        steps = [answer["step"] for answer in given if answer["step"].partition(".")[0] == stage and answer["step"] not in _FIRST]
        if steps:
            yield labels.word("stage", stage, language), tuple(lines[step] for step in steps)
