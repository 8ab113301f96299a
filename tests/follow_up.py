"""Treated people for tests of follow-up: a finished intake, its case, a plan on the calendar. Knows storage; must not know assertions."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from bot.treatment import PlannedFollowUp, plan_check_ins
from bot.zones import Zone
from flows.session import Session
from storage.cases import Case
from storage.conversations import Conversation
from storage.people import Address, Contact
from storage.unit_of_work import UnitOfWork
from tests.flows.patient import patient
from tests.storage.paper_scene import reaches


@dataclass
class Treated:
    """A treated person."""

    address: Address
    conversation: Conversation
    case: Case
    plan: PlannedFollowUp


@cache
def finished(language: str = "es") -> Session:
    """A healthy adult's whole intake, handed over."""
    return patient(language_hint=language).finishes({"language.choose": language}).session


def contact(user: str, channel: str = "telegram", account: str = "bot") -> Contact:
    """Someone on Telegram, or on WhatsApp by a Mexican number."""
    kinds = {"telegram": "telegram_user", "whatsapp": "phone", "simulator": "simulator"}
    return Contact(channel, account, kinds[channel], user)


def treated(
    uow: UnitOfWork,
    user: str,
    treated_on: date,
    *,
    at: datetime,
    zone: str = "America/Mexico_City",
    channel: str = "telegram",
    account: str = "bot",
    session: Session | None = None,
) -> Treated:
    """Somebody whose treatment is recorded at `at`; commit afterwards."""
    address = next(iter(uow.people.find_or_create([contact(user, channel, account)], at).values()))
    given = session or finished()
    talk = uow.conversations.create(address.id, address.subject_id, replace(given, last_at=None), at)
    talk.consented_at = at
    uow.conversations.save([talk])
    case = uow.cases.open_intake(
        talk.id, address.subject_id, channel=channel, language=given.language, revision="r1", protocol_version="p1", at=at
    )
    reaches(uow, case, "treated")
    case = uow.cases.get(case.case_id) or case
    return Treated(address, talk, case, plan_check_ins(uow, case, treated_on, Zone(zone, "clinic"), at=at))


def tells(uow: UnitOfWork, case: Case, milestone: str, at: datetime, *, cues: tuple[str, ...] = ("none",), **scores: float) -> None:
    """A check-in of a case is answered with these scores by instrument; commit afterwards."""
    row = next(row for row in uow.check_ins.of_case(case.id) if row.milestone == milestone)
    readings = [{"measure": name, "version": "1", "scorer": 1, "items": {}, "value": value} for name, value in scores.items()]
    since = {"step": "check_in.since", "value": list(cues), "unit": "", "said": "", "n": 1, "at": at.isoformat(), "unsure": False}
    body = {"v": 1, "mode": "chat", "language": "es", "answers": [{**since, "skipped": False}], "readings": readings, "activities": []}
    assert uow.check_ins.end(row.check_in_id, "answered", "", at, body)
