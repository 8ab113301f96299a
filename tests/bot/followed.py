"""Treated people with answered check-ins, brought there in the order the database holds. Knows storage; must not know assertions."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from bot.treatment import plan_check_ins
from bot.zones import Zone
from flows.session import Session
from storage.cases import Case
from storage.check_ins import CheckIn
from storage.conversations import Conversation
from storage.people import Address
from storage.unit_of_work import UnitOfWork
from tests.follow_up import contact
from tests.storage.paper_scene import reaches

TREATED_ON: Final = date(2026, 3, 2)
START: Final = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)


@dataclass
class Followed:
    """A treated person with a plan of follow-up."""

    address: Address
    conversation: Conversation
    case: Case


def followed(uow: UnitOfWork, user: str, session: Session) -> Followed:
    """Somebody whose treatment was recorded at `START`, with the consents of the session; commit afterwards."""
    address = next(iter(uow.people.find_or_create([contact(user)], START).values()))
    talk = uow.conversations.create(address.id, address.subject_id, session, START)
    talk.consented_at = START
    uow.conversations.save([talk])
    uow.consents.append(talk.id, address.subject_id, session.consents)
    case = uow.cases.open_intake(
        talk.id, address.subject_id, channel="telegram", language=session.language, revision="r1", protocol_version="p1", at=START
    )
    reaches(uow, case, "treated")
    case = uow.cases.get(case.case_id) or case
    plan_check_ins(uow, case, TREATED_ON, Zone("America/Mexico_City", "clinic"), at=START)
    return Followed(address, talk, case)


def answers(uow: UnitOfWork, one: Followed, body: Mapping[str, Any], milestone: str = "1m", days: int = 31) -> CheckIn:
    """A check-in is answered so many days after `START`; commit afterwards."""
    row = next(row for row in uow.check_ins.of_case(one.case.id) if row.milestone == milestone)
    uow.check_ins.end(row.check_in_id, "answered", "", START + timedelta(days=days), body)
    return row
