"""The patient's form: a cover anyone with the link sees, then one item a screen, saved as it goes and taken up where it was left.

Knows a token and a page; must not know roles. Items are shown only after a press of a button, so that the preview a messenger makes of a
link names no instrument; item and answer travel in the body, never in the address. A cookie tells that this browser pressed the button, and
which item it has open; the address counts the screens, so that the browser's own way back and a reload work. Numbers and choices only:
there is no free text.
"""

import asyncio
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.body import form_fields, read_body
from bot.console.assets import asset
from bot.console.letter import HEADERS, Wording, preferred
from bot.desk import Desk
from bot.form_links import PATH, finish, read_token
from bot.instruments import askable, instruments
from bot.wiring import Parts
from flows.protocol.measure import Branch, Items, Measure
from storage.forms import Answers, Form
from storage.unit_of_work import UnitOfWork

BODY_LIMIT: Final = 4096
OPEN: Final = "form_open"
"""The cookie that tells which item a browser has open, and whether nothing was chosen there; it holds an item's id and no answer."""
PLACE: Final = "at"
"""The number of the screen in the address."""
BRANCHED: Final = "b"
"""Behind the number: the screen after a way of answering was chosen, which is not told."""
MISSING: Final = "again"
"""In the cookie of a browser whose last press chose nothing."""
OPEN_SECONDS: Final = 3600
MOST_CHOICES: Final = 11
"""A scale with more steps than this is asked for as a number."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown: one of `gone`, `cover`, `item`, `done`. `fault` names what kept an answer from being taken.

    `branch` is the way of answering the person chose, for an item that has several.
    """

    kind: str
    form: Form | None = None
    measure: Measure | None = None
    item: str = ""
    fault: str = ""
    branch: Branch | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of an item."""

    value: str
    label: str
    chosen: bool


def routes(parts: Parts) -> list[BaseRoute]:
    """`/form/{token}`: the cover, and every press of a button."""

    async def cover(request: Request) -> Response:
        screen = await parts.read(lambda uow: _standing(parts, uow, request.path_params["token"]))
        return await _page(parts, request, _opened(screen, request.cookies.get(OPEN, ""), request.query_params))

    async def press(request: Request) -> Response:
        fields = dict(form_fields(await read_body(request, BODY_LIMIT)))
        screen = await parts.write(lambda uow: _press(parts, uow, request.path_params["token"], fields))
        return await _page(parts, request, screen) if screen.kind == "gone" else _onward(parts, request, screen)

    return [Route(PATH + "{token}", cover, methods=["GET"]), Route(PATH + "{token}", press, methods=["POST"])]


def _standing(parts: Parts, uow: UnitOfWork, token: str) -> Screen:
    form = read_token(uow, token, parts.clock())
    measure = instruments(parts.settings.measures_dir).get(form.measure) if form is not None else None
    if form is None or measure is None or not askable(measure, form.language):
        return Screen("gone")
    return Screen("done" if form.done_at is not None else "cover", form, measure)


def _opened(screen: Screen, cookie: str, asked: Mapping[str, str]) -> Screen:
    """The item of this address, else the one this browser had open, in place of the cover; what is no item of ours is not heeded.

    Who comes from the button without the cookie is told so on the cover: pressing again would only lead back to it.
    """
    if screen.kind != "cover" or screen.measure is None or screen.form is None:
        return screen
    kept, branch, missing = (*cookie.split("."), "", "")[:3]
    items = screen.measure.item_ids
    if kept not in items:
        return replace(screen, fault="form-cookies") if PLACE in asked else screen
    item = _at(items, asked.get(PLACE, "")) or kept
    branched = item == kept and (PLACE not in asked or asked[PLACE].endswith(BRANCHED))
    way = screen.measure.group_of(item).branch(branch) if branched else None
    return replace(screen, kind="item", item=item, branch=way, fault="form-choose" if item == kept and missing == MISSING else "")


def _at(items: Sequence[str], place: str) -> str:
    """The item at a place of the address, counted from one; empty for no such place."""
    number = place.removesuffix(BRANCHED)
    known = number.isascii() and number.isdigit() and len(number) < 4 and 0 < int(number) <= len(items)
    return items[int(number) - 1] if known else ""


def _onward(parts: Parts, request: Request, screen: Screen) -> Response:
    """To a page with an address of its own: a page that was posted could not be gone back to, nor two screens of one address told apart."""
    path = PATH + request.path_params["token"]
    response = RedirectResponse(path + _place(screen), 303, HEADERS)
    marks = (screen.item, screen.branch.id if screen.branch else "", *([MISSING] if screen.fault else []))
    at = ".".join(marks) if screen.kind == "item" else ""
    response.set_cookie(
        OPEN, at, max_age=OPEN_SECONDS if at else 0, path=path, secure=parts.settings.production, httponly=True, samesite="strict"
    )
    return response


def _place(screen: Screen) -> str:
    """The part of the address that counts the screen; it names neither item nor answer."""
    if screen.kind != "item" or screen.measure is None:
        return ""
    number = screen.measure.item_ids.index(screen.item) + 1
    return f"?{PLACE}={number}{BRANCHED if screen.branch else ''}"


def _press(parts: Parts, uow: UnitOfWork, token: str, fields: dict[str, str]) -> Screen:
    """One press: keep the answer if there is one, then the next item that is open, or the end."""
    desk = parts.turn.desk(uow)
    seen = _standing(parts, uow, token)
    if seen.form is None or seen.measure is None or seen.kind == "done":
        return seen
    # the lock of the conversation, as for every change of a check-in; the form is read again under it
    desk.hold_conversations([seen.form.conversation_id])
    screen = _standing(parts, uow, token)
    form, measure, item = screen.form, screen.measure, fields.get("item", "")
    if form is None or measure is None or screen.kind == "done":
        return screen
    if item not in measure.item_ids:
        return Screen("item", form, measure, _next(measure, form, ""))
    return _led(form, measure, item, fields) or _kept(desk, form, measure, item, fields)


def _led(form: Form, measure: Measure, item: str, fields: dict[str, str]) -> Screen | None:
    """Where a press leads that keeps no answer: back, on to a branch, or to the same item with what is missing. None for an answer."""
    group, asked, go = measure.group_of(item), measure.item_ids, fields.get("go")
    branch, chosen = group.branch(fields.get("branch", "")), group.branch(fields.get("answer", ""))
    if go == "back":
        return Screen("item", form, measure, item if branch else asked[max(0, asked.index(item) - 1)])
    if go == "skip":
        return None
    if chosen:
        return Screen("item", form, measure, item, branch=chosen)
    answer = _number(fields.get("answer", ""))
    return None if answer is not None and _takes(group, branch, answer) else Screen("item", form, measure, item, "form-choose", branch)


def _kept(desk: Desk, form: Form, measure: Measure, item: str, fields: dict[str, str]) -> Screen:
    """The next item, or the end, with this answer (none where it was passed over) kept."""
    group = measure.group_of(item)
    answer = None if fields.get("go") == "skip" else _number(fields.get("answer", ""))
    answers = _with(form.answers, group, item, group.branch(fields.get("branch", "")), answer)
    desk.uow.forms.keep(form.form_id, answers)
    kept = replace(form, answers=answers)
    if any(each not in answers for each in measure.item_ids):
        return Screen("item", kept, measure, _next(measure, kept, item))
    case = desk.uow.cases.get(form.case_id)
    if case is not None:
        finish(desk, case, kept, measure, answers)
    desk.finish()
    return Screen("done", kept, measure)


def _takes(group: Items, branch: Branch | None, answer: float) -> bool:
    """Whether this is an answer; where an item has branches, it is one of the branch that was chosen."""
    return answer in branch.points if branch is not None else not group.branches and group.takes(answer)


def _with(answers: Answers, group: Items, item: str, branch: Branch | None, answer: float | None) -> Answers:
    """The answers with this one in the place of an earlier. A branch keeps its own answer too: points alone do not tell which it was."""
    left = {each: value for each, value in answers.items() if group.branch(each) is None}
    return left | {item: answer} | ({branch.id: answer} if branch is not None and answer is not None else {})


def _next(measure: Measure, form: Form, after: str) -> str:
    """The next item without an answer, from the one after `after` on, round to the beginning; when all have one, the next."""
    asked = measure.item_ids
    start = asked.index(after) + 1 if after else 0
    order = (*asked[start:], *asked[:start])
    return next((item for item in order if item not in form.answers), order[0])


def _number(given: str) -> float | None:
    try:
        value = float(given.strip().replace(",", ".")) if len(given) < 20 else math.nan
    except ValueError:
        return None
    return value if math.isfinite(value) else None


async def _page(parts: Parts, request: Request, screen: Screen) -> Response:
    language = screen.form.language if screen.form is not None else preferred(request.headers.get("accept-language", ""))
    shown: dict[str, Any] = {"wording": Wording(language, parts.settings.clinic_name), "screen": screen, "asset": asset}
    if screen.kind == "item" and screen.form is not None and screen.measure is not None:
        shown |= _item(screen.form, screen.measure, screen.item, screen.branch)
    html = await asyncio.to_thread(_pages().get_template(f"form_{screen.kind}.html").render, **shown)
    status = 404 if screen.kind == "gone" else 200
    return HTMLResponse(html, status, HEADERS)


def _item(form: Form, measure: Measure, item: str, branch: Branch | None) -> dict[str, Any]:
    slot = next(slot for slot in measure.slots if slot.language == form.language)
    group, asked = measure.group_of(item), measure.item_ids
    name = branch.id if branch else item
    labels = dict(slot.answers)[name]
    values = branch.points if branch else _values(group)
    given = form.answers.get(name)
    graded = bool(group.branches) or len(labels) == len(values)
    words = labels if graded else tuple(f"{value:g}" for value in values)
    choices = [Choice(f"{value:g}", word, value == given) for value, word in zip(values, words, strict=False)]
    if group.branches and not branch:
        choices = [Choice(way.id, word, way.id in form.answers) for way, word in zip(group.branches, labels, strict=True)]
    ends = None if graded else (f"{group.low:g}", labels[0], f"{group.high:g}", labels[-1])
    return {
        "question": dict(slot.items)[name], "item": item, "branch": name if branch else "", "n": asked.index(item) + 1, "total": len(asked),
        "choices": choices if graded or len(values) <= MOST_CHOICES else [], "ends": ends, "group": group,
        "given": "" if given is None else f"{given:g}", "answered": sum(each in form.answers for each in asked),
        "last": (branch or not group.branches) and all(each in form.answers for each in asked if each != item),
    }  # fmt: skip


def _values(group: Items) -> tuple[float, ...]:
    if group.allowed:
        return group.allowed
    return tuple(group.low + group.step * place for place in range(int((group.high - group.low) / group.step) + 1))


@cache
def _pages() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True)
