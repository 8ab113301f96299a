"""Who else has this case open, and who is typing to its patient: names of colleagues in words, for the head of the case.

Knows names and the table of open pages; must not know anything of the case, so the fragment is no look at a record and leaves no audit row.
experience.md K6.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from starlette.responses import Response
from starlette.routing import BaseRoute

from bot.clock import real_now
from bot.console import wording
from bot.console.access import Access
from bot.console.layout import Visit, page
from bot.console.wording import Language
from bot.wiring import Parts
from storage.cases import Case


@dataclass(frozen=True, slots=True)
class Beside:
    """A colleague with the case open, as a sentence."""

    words: str
    typing: bool


def routes(parts: Parts) -> list[BaseRoute]:
    """The fragment that an open case asks for when somebody came or went."""
    return [page(parts, "/cases/{case_id}/presence", _presence, activity=False)]


async def _presence(visit: Visit) -> Response:
    case_id = visit.request.path_params["case_id"]

    def look(access: Access) -> list[Beside]:
        names = {each.staff_ref: each.name for each in access.uow.staff.everyone()}
        return seen_beside(access, access.case(case_id, "record"), names, visit.language)

    return visit.render("case_presence.html", beside=await visit.enter(look))


def seen_beside(access: Access, case: Case, names: Mapping[str, str], language: Language) -> list[Beside]:
    """Who else is here; whoever asks is seen by them from now on."""
    now, me = real_now(), access.staff.staff_ref
    access.uow.presence.see(case.id, me, now)
    found = access.uow.presence.others(case.id, me, now)
    return [_said(names.get(each.staff_ref, each.staff_ref[:8]), language, typing=each.typing) for each in found]


def _said(name: str, language: Language, *, typing: bool) -> Beside:
    return Beside(wording.said("presence-typing" if typing else "presence-viewing", language, name=name), typing)
