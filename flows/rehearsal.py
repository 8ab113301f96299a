"""The walk through the conversation joined with what every text must pass: the guard and every channel's limits. Figures and faults."""

from collections.abc import Mapping
from dataclasses import dataclass

from flows.exploration import explore
from flows.graph import shortest
from flows.intake.flow import INTAKE
from flows.texts import faults as text_faults
from messages.catalog import shipped
from messages.guard import judge
from messages.limits import faults as unfit
from messages.limits import numbered
from messages.prompt import OFFERED, Message

CHANNELS = ("telegram", "whatsapp", "simulator")
MOST_TURNS = 28
"""Patient turns of a healthy adult's whole intake, at most."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a rehearsal saw: figures to print, faults to mend."""

    figures: Mapping[str, int | str]
    faults: tuple[str, ...]


def rehearse(languages: tuple[str, ...] = OFFERED) -> Report:
    """Explore everything in these languages and judge every distinct message."""
    seen = explore(languages)
    faults = [*text_faults(shipped(), languages), *dict.fromkeys(seen.faults)]
    for message in seen.messages.values():
        faults += message_faults(message)
    turns, _ = shortest()
    if turns > MOST_TURNS:
        faults.append(f"shortest intake takes {turns} turns, at most {MOST_TURNS}")
    figures: dict[str, int | str] = {
        "distinct sessions": seen.sessions,
        "transitions": seen.transitions,
        "steps reached": f"{len({step.id for step in INTAKE.steps} & seen.steps)} of {len(INTAKE.steps)}",
        "messages judged": len(seen.messages),
        "languages": " ".join(languages),
        "patient turns, healthy adult with a knee": turns,
        "faults": len(dict.fromkeys(faults)),
    }
    return Report(figures, tuple(dict.fromkeys(faults)))


def message_faults(message: Message) -> list[str]:
    """Why a message may not leave as it is: what the guard finds in it, and the channels it does not fit; as `key (language): …`."""
    whole = numbered(message.text, message.options)
    found = [f"{message.key} ({message.language}): {finding.rule}: {finding.phrase}" for finding in judge(whole, message.language).findings]
    for channel in CHANNELS:
        found += [f"{message.key} ({message.language}): {channel}: {fault}" for fault in unfit(message, channel)]
    return found
