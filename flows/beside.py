"""Answers what a message asks beside the open question: counts it, flags it, opens tickets, says at most two texts.

Knows the table of asides; must not know which question stands open.
"""

import re
from dataclasses import replace
from functools import cache

from flows.asides import MOST_SAID, TOPICS, Aside, found, key_of
from flows.assessment import heard
from flows.effects import Effect, OpenTicket, Say
from flows.session import Flag, Session
from messages.catalog import shipped
from messages.prompt import OFFERED, Option, Prompt
from messages.understanding import Reading


def asides(session: Session, reading: Reading, n: int | None) -> tuple[tuple[Effect, ...], Session]:
    """What is said and done about everything a message asks beside the open question, and the session that counted it."""
    effects: list[Effect] = []
    keys: list[str] = []
    for aside, label_id in found(reading.ids):
        session = _counted(session, aside, label_id, reading, n)
        key = key_of(aside, label_id)
        if key not in keys:
            keys.append(key)
        if aside.ticket:
            quote = next(each.quote for each in reading.labels if each.id == label_id)
            effects.append(OpenTicket(aside.ticket, quote, n))
    return (*effects, *(Say(prompt(key)) for key in keys[:MOST_SAID])), offering(session, keys)


def prompt(key: str) -> Prompt:
    """An aside's text; the help text shows the topics that can be asked for."""
    return Prompt(key, {}, topics()) if key == "aside-help" else Prompt(key)


def topics() -> tuple[Option, ...]:
    """What seekers ask for, as options that stand beside any question."""
    return tuple(Option(f"topic:{topic}", f"topic-{topic}.line", by_word=True) for topic in TOPICS)


@cache
def _topic_labels() -> dict[str, str]:
    """Each topic's name in each language as people type it -> its option."""
    labels = {language: [(topic, shipped().text(f"topic-{topic}.line", language)) for topic in TOPICS] for language in OFFERED}
    return {bare(words): f"topic:{topic}" for rows in labels.values() for topic, words in rows}


def topic_named(text: str) -> str:
    """The option of the topic whose name these very words are (`topic:safety`); empty when they are none."""
    return _topic_labels().get(bare(text), "")


def bare(text: str) -> str:
    """Words without marks and case, for comparing with a label."""
    return re.sub(r"[^\w\s]+", "", text).casefold().strip()


def offering(session: Session, keys: list[str]) -> Session:
    """The session that knows the topics were shown last, so that a typed number means one of them."""
    shown = tuple(option.id for option in topics())
    return replace(session, offering=shown) if "aside-help" in keys else session


def _counted(session: Session, aside: Aside, label_id: str, reading: Reading, n: int | None) -> Session:
    counts = dict(session.aside_counts)
    counts[aside.label] = counts.get(aside.label, 0) + 1
    session = replace(session, aside_counts=tuple(sorted(counts.items())))
    if not aside.flag or counts[aside.label] < aside.flag_from:
        return session
    quote = next(each.quote for each in reading.labels if each.id == label_id)
    flag_id = label_id if aside.flag.endswith(":") else aside.flag
    return heard(session, Flag(flag_id, aside.severity, "free_text", quote, n))
