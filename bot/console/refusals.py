"""How the console says no: a page for a browser, a fragment for htmx, the way to sign in for a stranger.

Knows refusals and their texts; must not know why anything is refused.
"""

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response

from bot.body import BodyTooLarge
from bot.case_steps import Conflict
from bot.console import csrf, labels, typed, wording
from bot.console.access import RIGHTS, Forbidden, Hidden, StepUpNeeded
from bot.console.visit import Refused, SignInNeeded, Visit, came_for
from flows.handoff import sources
from messages.prompt import LANGUAGES
from storage.cases import BadCursor

_KINDS: Final[Mapping[type[Exception], tuple[int, str]]] = {
    Forbidden: (403, "role"),
    BadCursor: (422, "cursor"),
    BodyTooLarge: (413, "large"),
    Hidden: (404, "hidden"),
    HTTPException: (404, "hidden"),
}
REFUSALS: Final[tuple[type[Exception], ...]] = (SignInNeeded, StepUpNeeded, Conflict, Refused, *_KINDS)
"""Exceptions that are an answer; any other is a fault of ours and goes on to `bot/unforeseen.py`."""


FEW: Final = 4
"""So many statuses are named as those a step is taken from; more of them say nothing any more."""
_STANDS: Final = frozenset({409, 422})
"""Refusals of a step: the case it was meant for is there to be looked at."""


def reason_of(visit: Visit, refusal: Exception) -> str:
    """Why something was refused, in one sentence."""
    if isinstance(refusal, Conflict):
        return _words(visit, _rule(refusal), _more(visit, refusal))
    if isinstance(refusal, Refused):
        return _words(visit, refusal.rule, refusal.variables)
    return _words(visit, _KINDS.get(type(refusal), (404, "hidden"))[1], {})


def answer_to(visit: Visit, refusal: Exception) -> Response:
    """The answer to one of `REFUSALS`."""
    if isinstance(refusal, SignInNeeded):
        return _signed_out(visit)
    if isinstance(refusal, StepUpNeeded):
        return _unproved(visit, f"/step-up?next={_back(visit)}")
    if isinstance(refusal, Conflict):
        return refused(visit, 409, _rule(refusal), _more(visit, refusal))
    if isinstance(refusal, Refused):
        return refused(visit, refusal.status, refusal.rule, refusal.variables)
    return refused(visit, *_KINDS.get(type(refusal), (404, "hidden")))


def refused(visit: Visit, status: int, rule: str, variables: Mapping[str, str | int] | None = None) -> Response:
    """A refusal as a page, or as a fragment for `#notices`."""
    told = {"told": _words(visit, rule, variables or {}), "case_id": _case_of(visit, status)}
    if not visit.by_htmx:
        return visit.render("refused.html", status, **told)
    response = visit.render("refused_fragment.html", status, **told)
    response.headers.update({"HX-Retarget": "#notices", "HX-Reswap": "innerHTML"})
    return response


def _case_of(visit: Visit, status: int) -> str:
    """The case a step of which was refused, for a link to it; empty where there is none, or none this person may read."""
    reads = visit.session is not None and visit.staff.role in RIGHTS["record"]
    return str(visit.request.path_params.get("case_id", "")) if reads and status in _STANDS else ""


def _rule(refusal: Conflict) -> str:
    """A step taken from the wrong status is told with those it is taken from, where they are few enough to help."""
    return "wrong_status_from" if 0 < len(_sources(refusal)) <= FEW else refusal.rule


def _sources(refusal: Conflict) -> tuple[str, ...]:
    return sources(refusal.step) if refusal.step else ()


def _more(visit: Visit, refusal: Conflict) -> dict[str, str]:
    """What a refusal names, in words: the holder, a language by its name, how the case stands and how it would have to."""
    known = {"holder_name": "", **{name: str(value) for name, value in refusal.more.items()}}
    stands = known.get("case_status", "")
    known["case_status"] = labels.word("status", stands, visit.language) if stands else ""
    known["needed"] = ", ".join(labels.word("status", each, visit.language) for each in _sources(refusal))
    language = known.get("language", "")
    return {**known, "language": visit.text(f"tongue-{language}")} if language in LANGUAGES else known


def _words(visit: Visit, rule: str, variables: Mapping[str, str | int]) -> str:
    key = f"refused-{rule.replace('_', '-')}"
    return visit.text(key if wording.catalog().has(key, visit.language) else "refused-other", **variables)


def _signed_out(visit: Visit) -> Response:
    target = f"/login?next={_back(visit)}"
    if visit.by_htmx:
        response = visit.render("refused_fragment.html", 401, told=visit.text("refused-signed-out"), case_id="")
        response.headers.update({"HX-Retarget": "#notices", "HX-Reswap": "innerHTML", "HX-Trigger": "session-ended"})
        return response
    if visit.request.method in csrf.SAFE:
        return RedirectResponse(target, 303)
    return visit.render("ended.html", 401, kept=typed.typed(visit), carry=typed.pack(visit), target=target, name="ended", go="sign-in")


def _back(visit: Visit) -> str:
    """The page to come back to: the form itself where it is gone on with, whatever page the browser says it was on."""
    form = visit.request.url.path
    return quote(form if typed.resumable(form) else came_for(visit.request))


def _unproved(visit: Visit, path: str) -> Response:
    """To the one-time code; what was typed is shown first, to be copied or carried on: the way there is a page of its own."""
    kept = [] if visit.by_htmx or visit.request.method in csrf.SAFE else typed.typed(visit)
    if not kept:
        return _elsewhere(visit, path)
    return visit.render("ended.html", 403, kept=kept, carry=typed.pack(visit), target=path, name="unproved", go="step-up")


def _elsewhere(visit: Visit, path: str) -> Response:
    return Response(status_code=403, headers={"HX-Redirect": path}) if visit.by_htmx else RedirectResponse(path, 303)
