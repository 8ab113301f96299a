"""Somebody treated who answers a whole check-in over the simulator. Knows the runtime and the questions; must not know assertions."""

from collections.abc import Mapping

from bot.check_ins import ask
from flows.books import STEPS
from flows.session import Session
from flows.speech import option_ids
from tests.bot.rig import Rig
from tests.flows.patient import Patient, Reply
from tests.follow_up import Treated


def session_of(rig: Rig, one: Treated) -> Session:
    """The conversation as it stands."""
    with rig.parts.database.read() as uow:
        return uow.conversations.peek([one.conversation.id])[one.conversation.id].session


async def asked(rig: Rig) -> None:
    """The worker's round over follow-up, and everything it planned leaves."""
    while await ask(rig.parts):
        await rig.send_all()
    await rig.send_all()


async def answers_all(rig: Rig, one: Treated, user: str, replies: Mapping[str, Reply] | None = None) -> None:
    """Takes up what was asked last and answers every question to the end, as told or in the mildest way."""
    await rig.simulate(user, text="hola")
    for _ in STEPS:
        session = session_of(rig, one)
        if not session.step or session.status != "open":
            return
        reply = Patient(session=session).usual(replies or {})
        rig.clock.move(minutes=1)
        if reply in option_ids(STEPS[session.step], session):
            await rig.simulate(user, option=reply)
        else:
            await rig.simulate(user, text=reply)
