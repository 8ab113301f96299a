"""The figures of a research export: who may be in it at this very moment, and what is left of them without names, words and dates.

Knows the record and how it is coarsened; must not know files. Identifiers are drawn for one export and kept nowhere.
"""

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

import phonenumbers

from bot.country import country_of
from bot.readings import readings, scales, told_at
from flows import research
from flows.assessment import age
from flows.deidentify import OTHER, UNKNOWN, Group, Released, age_band, days_since, released
from flows.evidence import answered, confirmed
from flows.protocol import load
from flows.scoring import Result
from storage.research import Followed
from storage.unit_of_work import UnitOfWork

ID_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """One score of an instrument (`scale`). `days` from the treatment to its answer; `score` None where too little was answered for one."""

    person: int
    days: int
    milestone: str
    instrument: str
    scale: str
    score: Result


@dataclass(frozen=True, slots=True)
class Row:
    """A figure as it leaves: identifiers of this export only, and codes of closed lists."""

    row: str
    participant: str
    group: Group
    figure: Figure


@dataclass(frozen=True, slots=True)
class Export:
    """Everything that leaves, and what is only counted: people `withheld` in small groups, figures `unlisted` by today's lists of codes."""

    k: int
    consenting: frozenset[int]
    people: Released
    rows: tuple[Row, ...]
    unlisted: int


def gather(uow: UnitOfWork, k: int) -> Export:
    """What may leave now. `k`: how many people the smallest group must have."""
    consenting = uow.research.consenting()
    people: dict[int, Group] = {}
    figures: list[Figure] = []
    unlisted = 0
    for one in uow.research.followed(consenting):
        if not research.allowed(one.conversation.session):
            continue
        own = list(_figures(one))
        known = [figure for figure in own if _listed(figure)]
        unlisted += len(own) - len(known)
        if known:
            people[one.subject_id] = _group(one)
            figures += known
    shown = released(people, k)
    return Export(k, consenting, shown, tuple(_rows(shown, figures)), unlisted)


def _rows(shown: Released, figures: Sequence[Figure]) -> Iterator[Row]:
    """In an order that says nothing: people by their drawn identifiers, each in order of time."""
    drawn = {person: secrets.token_hex(ID_BYTES) for person in shown.members}
    kept = [figure for figure in figures if figure.person in drawn]
    for figure in sorted(kept, key=lambda each: (drawn[each.person], each.days, each.milestone, each.instrument, each.scale)):
        yield Row(secrets.token_hex(ID_BYTES), drawn[figure.person], shown.members[figure.person], figure)


def _figures(one: Followed) -> Iterator[Figure]:
    zone = ZoneInfo(one.plan.zone)
    for told in one.told:
        for reading in readings(told):
            days = days_since(one.plan.treated_on, told_at(told, reading).at.astimezone(zone).date())
            for scale, score in (scales(reading) or {"": reading["value"]}).items():
                yield Figure(one.subject_id, days, told.milestone, reading["measure"], scale, score)


def _listed(figure: Figure) -> bool:
    """Whether its codes are those of the protocol: nothing else leaves, whoever wrote it there."""
    milestones = {milestone.id for milestone in load().follow_up.milestones}
    measure, score = load().measures.get(figure.instrument), figure.score
    rule = next((each for each in measure.scores if each.id == figure.scale), None) if measure is not None else None
    if figure.milestone not in milestones or rule is None:
        return False
    return score is None or isinstance(score, int | float) or (rule.method == "digits" and re.fullmatch("[0-9]+", score) is not None)


def _group(one: Followed) -> Group:
    session = one.conversation.session
    condition = next(iter(confirmed(session)), OTHER)
    return Group(age_band(age(session)), _country(one), condition if condition in load().evidence else OTHER)


def _country(one: Followed) -> str:
    """By the record, else by the number that is written from, else by the number that was told; `unknown` where none says."""
    session = one.conversation.session
    told = answered(session).get("contact.phone")
    number = str(told.value) if told is not None and told.value else ""
    found = session.country or country_of(one.address.kind, one.address.value) or (country_of("phone", number) if number[:1] == "+" else "")
    return found if found in phonenumbers.SUPPORTED_REGIONS else UNKNOWN
