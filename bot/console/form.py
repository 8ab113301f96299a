"""The patient's form: a cover anyone with the link sees, then one item a screen, saved as it goes and taken up where it was left.

Knows a token and a page; must not know roles. Items are shown to a press of a button only (POST), so that the preview a messenger makes
of a link names no instrument; item and answer travel in the body, never in the address. Numbers and choices only: there is no free text.
"""

import asyncio
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.body import form_fields, read_body
from bot.console.assets import asset
from bot.console.letter import HEADERS, Wording, preferred
from bot.form_links import PATH, finish, read_token
from bot.instruments import askable, instruments
from bot.wiring import Parts
from flows.protocol.measure import Items, Measure
from storage.forms import Form
from storage.unit_of_work import UnitOfWork

BODY_LIMIT: Final = 4096
MOST_CHOICES: Final = 11
"""A scale with more steps than this is asked for as a number."""


@dataclass(frozen=True, slots=True)
class Screen:
    """What is shown: one of `gone`, `cover`, `item`, `done`. `fault` names what kept an answer from being taken."""

    kind: str
    form: Form | None = None
    measure: Measure | None = None
    item: str = ""
    fault: str = ""


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
        return await _page(parts, request, screen)

    async def press(request: Request) -> Response:
        fields = dict(form_fields(await read_body(request, BODY_LIMIT)))
        screen = await parts.write(lambda uow: _press(parts, uow, request.path_params["token"], fields))
        return await _page(parts, request, screen)

    return [Route(PATH + "{token}", cover, methods=["GET"]), Route(PATH + "{token}", press, methods=["POST"])]


def _standing(parts: Parts, uow: UnitOfWork, token: str) -> Screen:
    form = read_token(uow, token, parts.clock())
    measure = instruments(parts.settings.measures_dir).get(form.measure) if form is not None else None
    if form is None or measure is None or not askable(measure, form.language):
        return Screen("gone")
    return Screen("done" if form.done_at is not None else "cover", form, measure)


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
    asked = measure.item_ids
    if item not in asked:
        return Screen("item", form, measure, _next(measure, form, ""))
    if fields.get("go") == "back":
        return Screen("item", form, measure, asked[max(0, asked.index(item) - 1)])
    answer = None if fields.get("go") == "skip" else _number(fields.get("answer", ""))
    if fields.get("go") != "skip" and (answer is None or not measure.group_of(item).takes(answer)):
        return Screen("item", form, measure, item, "form-choose")
    answers = {**form.answers, item: answer}
    uow.forms.keep(form.form_id, answers)
    kept = read_token(uow, token, desk.at) or form
    if all(each in answers for each in asked):
        case = uow.cases.get(form.case_id)
        if case is not None:
            finish(desk, case, kept, measure, answers)
        desk.finish()
        return Screen("done", kept, measure)
    return Screen("item", kept, measure, _next(measure, kept, item))


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
        shown |= _item(screen.form, screen.measure, screen.item)
    html = await asyncio.to_thread(_pages().get_template(f"form_{screen.kind}.html").render, **shown)
    status = 404 if screen.kind == "gone" else 422 if screen.fault else 200
    return HTMLResponse(html, status, HEADERS)


def _item(form: Form, measure: Measure, item: str) -> dict[str, Any]:
    slot = next(slot for slot in measure.slots if slot.language == form.language)
    group, asked = measure.group_of(item), measure.item_ids
    labels = dict(slot.answers)[item]
    values = _values(group)
    given = form.answers.get(item)
    graded = len(labels) == len(values)
    words = labels if graded else tuple(f"{value:g}" for value in values)
    choices = [Choice(f"{value:g}", word, value == given) for value, word in zip(values, words, strict=False)]
    ends = None if graded else (f"{group.low:g}", labels[0], f"{group.high:g}", labels[-1])
    return {
        "question": dict(slot.items)[item], "item": item, "n": asked.index(item) + 1, "total": len(asked),
        "choices": choices if graded or len(values) <= MOST_CHOICES else [], "ends": ends, "group": group,
        "given": "" if given is None else f"{given:g}", "answered": sum(each in form.answers for each in asked),
        "last": sum(each not in form.answers for each in asked if each != item) == 0,
    }  # fmt: skip


def _values(group: Items) -> tuple[float, ...]:
    if group.allowed:
        return group.allowed
    return tuple(group.low + group.step * place for place in range(int((group.high - group.low) / group.step) + 1))


@cache
def _pages() -> Environment:
    folder = Path(__file__).parent / "templates"
    return Environment(loader=FileSystemLoader(folder), autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True)
