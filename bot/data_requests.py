"""What a patient asks about their own data, to have it erased or to exercise another right: in staff's sight until somebody has answered.

Knows the flag by which it is seen and looked for; the task and its date are opened by `bot/apply.py`. The patient was promised an answer,
so a request made while the intake runs puts the case before staff.
"""

from typing import Protocol

from bot.desk import Desk, Talk
from flows.effects import OpenTicket
from flows.session import Flag


class Surfaces(Protocol):
    """What puts a case before staff."""

    def surface(self, desk: Desk, talk: Talk, reason: str, priority: str) -> None:
        """In the queue from now on."""
        ...


def mark(apply: Surfaces, desk: Desk, talk: Talk, asked: OpenTicket) -> None:
    """The case shows what is asked, and stands where staff look. Asked anew after an answer, it shows anew."""
    if talk.case is None:
        return
    desk.uow.flags.add(talk.case.id, [Flag(asked.kind, "caution", "free_text", asked.quote, asked.n)], desk.at)
    desk.uow.flags.stand_again(talk.case.id, asked.kind)
    if talk.case.status == "intake":
        apply.surface(desk, talk, asked.kind, "routine")
