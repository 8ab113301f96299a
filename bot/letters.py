"""The private link to the physician's letter: made, told to the patient, checked when it is opened, and ended.

Knows tokens and how long they last; must not know what a letter says. The link holds chance and our mark on it, nothing of the patient:
letters without vowels or digits, so that no token ever reads as a word or a sum.
"""

import re
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from bot.apply import Apply
from bot.desk import Desk, Talk
from bot.wiring import Parts
from messages.prompt import Prompt
from storage.decisions import Decision, LetterLink
from storage.unit_of_work import UnitOfWork

VALID: Final = timedelta(days=14)
"""How long a link opens. The clinic's to change; staff can send another at any time."""
PATH: Final = "/letter/"
_HEX_TO_LETTERS: Final = str.maketrans("0123456789abcdef", "bcdfghjkmnpqrstv")
_NONCE, _MARK = 40, 32
_LINK: Final = re.compile(r"(/(?:letter|form)/)[A-Za-z0-9_-]{6,}")
_TOKEN: Final = re.compile(f"[bcdfghjkmnpqrstv]{{{_NONCE + _MARK}}}")


@dataclass(frozen=True, slots=True)
class Letters:
    """Sends links that begin with `base_url`, the address patients reach us at."""

    base_url: str

    def send(self, desk: Desk, talk: Talk, apply: Apply, decision: Decision) -> None:
        """Tell the patient that the physician's answer is ready, and where; earlier links of the case end."""
        desk.uow.decisions.revoke_links(decision.case_pk, desk.at)
        token = new_token(desk.uow)
        desk.uow.decisions.add_link(decision.id, token, desk.at, desk.at + VALID)
        apply.say(desk, talk, Prompt("handoff-answer_ready", {"link": f"{self.base_url}{PATH}{token}"}), "notice")


def letters_of(parts: Parts) -> Letters:
    """Links as this installation is reached: `PUBLIC_BASE_URL`, or the address it listens on where none is set."""
    return Letters(parts.settings.reached_at)


def new_token(uow: UnitOfWork) -> str:
    """160 bits of chance and our mark on them."""
    nonce = secrets.token_hex(_NONCE // 2).translate(_HEX_TO_LETTERS)
    return nonce + _mark(uow, nonce)


def read_token(uow: UnitOfWork, token: str) -> LetterLink | None:
    """The link behind a token of ours, expired and ended ones too; None for anything else."""
    if not _TOKEN.fullmatch(token) or not secrets.compare_digest(token[_NONCE:], _mark(uow, token[:_NONCE])):
        return None
    return uow.decisions.link(token)


def masked(text: str) -> str:
    """A text as staff may read it: the patient's private links are named and open nothing."""
    return _LINK.sub(r"\1…", text)


def _mark(uow: UnitOfWork, nonce: str) -> str:
    return uow.decisions.mark(nonce)[:_MARK].translate(_HEX_TO_LETTERS)
