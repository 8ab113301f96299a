"""The staff's Telegram group: who may press what there, and how an account becomes a person's.

Knows the buttons, the pairing and the one door to records; must not know when something is told (`bot/staff_announcements.py`). A chat
account alone never grants anything: it leads to an active member of the staff, and the role decides. In every other group, and to every
other word in this one, the bot is silent.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

import structlog

from bot import api_actions as actions
from bot.api_actions import Step
from bot.case_steps import Conflict
from bot.channels.base import Outgoing, SendError, Token
from bot.channels.inbound import clean
from bot.clock import real_now
from bot.console import wording
from bot.console.access import Access, Forbidden, Hidden
from bot.wiring import Parts, new_id
from messages.prompt import Choice
from storage.inbox import InboxKey
from storage.staff import StaffMember
from storage.unit_of_work import UnitOfWork

STEP: Final = "staff"
"""What stands where a patient's button names its question."""
CODE_LASTS: Final = timedelta(minutes=15)
_ALPHABET: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"
_LETTERS: Final = 12
"""58 bits: beyond guessing within fifteen minutes."""
ACTS: Final[Mapping[str, tuple[Step, str]]] = {"claim": (actions.claim, "group-claimed"), "seen": (actions.acknowledge, "group-seen")}
"""Buttons: what they do to the case, and what is said when it is done."""

_log = structlog.stdlib.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Press:
    """A button pressed in the staff's group. `account` is the person's Telegram id, `ack` what stops the button's spinner."""

    update_id: str
    account: str
    act: str
    case_id: str
    ack: str


@dataclass(frozen=True, slots=True)
class Pairing:
    """A pairing code, written to the bot in private."""

    update_id: str
    account: str
    code: str


def read(payload: Mapping[str, Any], group: str) -> Press | Pairing | None:
    """What an update means to the staff's group; None for everything else, whatever its shape. `group` empty: there is no group."""
    if not group:
        return None
    try:
        return _press(payload, group) or _pairing(payload)
    except (KeyError, TypeError, AttributeError):
        return None


def _press(payload: Mapping[str, Any], group: str) -> Press | None:
    query = payload.get("callback_query")
    if not query or str(query["message"]["chat"]["id"]) != group:
        return None
    token = Token.parse(clean(str(query["data"])))
    act, _, case_id = token.option.partition("-") if token else ("", "", "")
    if token is None or token.step != STEP or act not in ACTS:
        return None
    return Press(_id(payload["update_id"]), _id(query["from"]["id"]), act, case_id[:64], str(query["id"]))


def _pairing(payload: Mapping[str, Any]) -> Pairing | None:
    message = payload.get("message")
    if not message or message["chat"]["type"] != "private":
        return None
    word, _, rest = clean(str(message.get("text", ""))).strip().partition(" ")
    name = word.partition("@")[0].lower()
    code = rest if name == "/pair" else rest.removeprefix("pair-") if name == "/start" and rest.startswith("pair-") else None
    if code is None:
        return None
    return Pairing(_id(payload["update_id"]), _id(message["from"]["id"]), code.strip().upper()[:64])


def _id(number: object) -> str:
    if not isinstance(number, int) or isinstance(number, bool):
        raise TypeError
    return str(number)


async def take(parts: Parts, what: Press | Pairing, account: str) -> dict[str, Any]:
    """Carry out what came from staff and give the webhook's answer. Raises what kept it from being committed."""
    if isinstance(what, Pairing):
        said = await parts.write(lambda uow: _pair(parts, uow, what, account))
        if said:
            await tell(parts, said, to=what.account)
        return {}
    said = await _pressed(parts, what)
    return {"method": "answerCallbackQuery", "callback_query_id": what.ack, "text": said, "show_alert": True}


def _pair(parts: Parts, uow: UnitOfWork, what: Pairing, account: str) -> str:
    """What is answered; empty for a repeated delivery."""
    key = InboxKey("telegram", account, what.update_id)
    if key not in uow.inbox.accept([key], parts.clock()):
        return ""
    member = uow.staff_group.pair(what.code, what.account, parts.clock(), real_now())
    if member is None:
        return said_there(parts, "group-code-unknown")
    uow.audit.append(at=parts.clock(), actor=member.staff_ref, action="staff.paired", object=member.staff_ref)
    return said_there(parts, "group-paired", name=member.name)


async def _pressed(parts: Parts, press: Press) -> str:
    """What the person who pressed is told. The same for a repetition: it follows from how the case stands."""
    step, done = ACTS[press.act]

    def act(uow: UnitOfWork) -> str:
        member = uow.staff_group.member(press.account)
        if member is None:
            return "group-not-paired"
        access = Access(uow, member, parts.clock(), parts.rules)
        if press.act == "claim" and access.case(press.case_id, "work").claimed_by == member.staff_ref:
            return done
        step(access, parts.turn, press.case_id, None)
        return done

    try:
        key, more = await parts.write(act), {}
    except Conflict as conflict:
        key, more = f"group-{conflict.rule.replace('_', '-')}", {"name": str(conflict.more.get("holder_name", ""))}
    except (Forbidden, Hidden):
        key, more = "group-not-allowed", {}
    known = wording.catalog().has(key, parts.settings.telegram_staff_language)
    return said_there(parts, key, **more) if known else said_there(parts, "group-not-possible")


def said_there(parts: Parts, key: str, **variables: str | int) -> str:
    """A text in the group's language: one setting for the group, for it is one chat, whoever reads there."""
    return wording.said(key, parts.settings.telegram_staff_language, **variables)


def issue_code(uow: UnitOfWork, member: StaffMember) -> str:
    """A fresh pairing code of this person, told once; an earlier one counts no more."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_LETTERS))
    uow.staff_group.issue(member.staff_ref, code, real_now() + CODE_LASTS)
    return code


async def tell(parts: Parts, text: str, *, to: str = "", button: tuple[str, str] | None = None) -> str:
    """Say something to the group (or privately to one of the staff), with at most one button (option id, label).

    Gives the provider's reference, empty when it could not be said; the fault is logged by its code.
    """
    channel, chat = parts.channels.get("telegram"), to or parts.settings.telegram_staff_chat_id
    if channel is None or not chat:
        return ""
    options = (Choice(*button),) if button else ()
    try:
        sent = await channel.send(
            Outgoing(new_id(), chat, "staff-notice", parts.settings.telegram_staff_language, text, options, (STEP, 0))
        )
    except SendError as error:
        _log.error("staff_not_told", outcome=type(error).__name__, error_code=error.code)
        return ""
    return sent.provider_ref or "accepted"
