"""Several cases of the queue at once: a label put on or taken off, handed over, released. Only what can be undone, never a decision.

Knows a form of the queue; each case is taken by itself, in a transaction of its own and by the version its row showed, so one that cannot
be done stops none of the others and is named with its reason. experience.md K8.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.api_actions import release
from bot.case_steps import Conflict, current, held
from bot.console import hands
from bot.console.access import Access, Forbidden, Hidden
from bot.console.layout import Refused, Visit, page
from bot.console.queue import Outcome, show_queue, told, version_of
from bot.console.refusals import reason_of
from bot.wiring import Parts
from storage.case_labels import LABELS
from storage.cases import Case

MOST: Final = 100
"""Cases at once: more than a page shows."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A ticked row: the case, and the version it had when the page was made."""

    case_id: str
    version: int | None

    @classmethod
    def read(cls, ticked: str) -> "Chosen":
        """From the value of a tick."""
        case_id, _, version = ticked.partition(":")
        return cls(case_id[:64], int(version) if version.isascii() and version.isdigit() and len(version) < 10 else None)


Step = Callable[[Access, Visit, Chosen], object]


def routes(parts: Parts) -> list[BaseRoute]:
    """`/queue/several` for ticked rows, and the labels of one case."""
    return [
        page(parts, "/queue/several", _several, methods=("POST",)),
        page(parts, "/cases/{case_id}/labels", _label, methods=("POST",)),
    ]


async def _several(visit: Visit) -> Response:
    chosen = [Chosen.read(ticked) for ticked in dict.fromkeys(visit.form.all("case"))][:MOST]
    act = visit.form.one("act")
    if act not in ACTS:
        raise Refused(422, "choice")
    if not chosen:
        raise Refused(422, "none-ticked")
    failed = {each.case_id: reason for each in chosen if (reason := await _tried(visit, ACTS[act], each))}
    visit.parts.wake()
    query = dict(part.partition("=")[::2] for part in visit.form.one("query").split("&"))
    return await show_queue(visit, query, Outcome(len(chosen) - len(failed), failed))


async def _tried(visit: Visit, step: Step, one: Chosen) -> str:
    """Take the step for one case; why it could not be taken, in words, or nothing."""
    try:
        await visit.enter(lambda access: step(access, visit, one))
    except Conflict as lost:
        return reason_of(visit, told(visit, lost))
    except (Forbidden, Hidden, Refused) as refusal:
        return reason_of(visit, refusal)
    return ""


def _put_on(access: Access, visit: Visit, one: Chosen) -> Case:
    return hands.label(access, visit.parts.turn, one.case_id, _code(visit), one.version)


def _take_off(access: Access, visit: Visit, one: Chosen) -> Case:
    return hands.unlabel(access, visit.parts.turn, one.case_id, _code(visit), one.version)


def _release(access: Access, visit: Visit, one: Chosen) -> Case:
    held(access, access.case(one.case_id, "work"), "mine")
    return release(access, visit.parts.turn, one.case_id, one.version)


def _hand_over(access: Access, visit: Visit, one: Chosen) -> Case:
    """A free case is claimed first, so that its timeline says who gave it away."""
    case = access.case(one.case_id, "work")
    current(case, one.version)
    if not case.claimed_by:
        hands.claim(access, visit.parts.turn, one.case_id, one.version)
    return hands.hand_over(access, visit.parts.turn, one.case_id, visit.form.one("to"), visit.form.one("note"))


ACTS: Final[Mapping[str, Step]] = {"label": _put_on, "unlabel": _take_off, "hand-over": _hand_over, "release": _release}


async def _label(visit: Visit) -> Response:
    one = Chosen(visit.request.path_params["case_id"], version_of(visit))
    step = _take_off if visit.form.one("act") == "unlabel" else _put_on
    await visit.enter(lambda access: step(access, visit, one))
    return visit.go(f"/cases/{one.case_id}")


def _code(visit: Visit) -> str:
    label = visit.form.one("label")
    if label not in LABELS:
        raise Refused(422, "choice")
    return label
