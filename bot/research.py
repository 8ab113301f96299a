"""The figures of a research export: who may be in it at this very moment, and what is left of them without names, words and dates.

Knows the record and how it is coarsened; must not know files. Identifiers are drawn for one export and kept nowhere.
"""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from zoneinfo import ZoneInfo

import phonenumbers

from bot.country import country_of
from flows import research
from flows.assessment import age
from flows.deidentify import OTHER, UNKNOWN, Group, Released, age_band, days_since, released
from flows.evidence import answered, confirmed
from flows.protocol import load
from storage.research import Followed
from storage.unit_of_work import UnitOfWork

ID_BYTES: Final = 8


@dataclass(frozen=True, slots=True)
class Figure:
    """One score. `days` since the treatment, negative before it; `score` None where too little was answered for one."""

    person: int
    days: int
    milestone: str
    instrument: str
    score: float | None


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
    for figure in sorted(kept, key=lambda each: (drawn[each.person], each.days, each.milestone, each.instrument)):
        yield Row(secrets.token_hex(ID_BYTES), drawn[figure.person], shown.members[figure.person], figure)


def _figures(one: Followed) -> Iterator[Figure]:
    zone = ZoneInfo(one.plan.zone)
    for told in one.told:
        days = days_since(one.plan.treated_on, told.at.astimezone(zone).date())
        readings: Sequence[Mapping[str, Any]] = told.body.get("readings", ())
        for reading in readings:
            yield Figure(one.subject_id, days, told.milestone, reading["measure"], reading["value"])


def _listed(figure: Figure) -> bool:
    """Whether its codes are those of the protocol: nothing else leaves, whoever wrote it there."""
    milestones = {milestone.id for milestone in load().follow_up.milestones}
    score = figure.score
    return figure.milestone in milestones and figure.instrument in load().measures and (score is None or isinstance(score, int | float))


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
