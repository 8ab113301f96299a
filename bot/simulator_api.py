"""The simulator's API (contract.md 5): a patient's messages in, the transcript out. Development and test only, no sign-in.

Knows HTTP and the simulator's bodies; must not know the conversation's rules. What is shown has left through the sender.
"""

import asyncio
import json
from typing import Any, Final
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.api_views import message_item
from bot.body import UPLOAD_LIMIT, WEBHOOK_LIMIT, read_body
from bot.channels import simulator
from bot.channels.base import Token, Update
from bot.channels.inbound import MalformedUpdate
from bot.problem import Problem
from bot.send_checks import TREND
from bot.trend import picture
from bot.webhooks import committed
from bot.wiring import Parts, new_id
from storage.messages import StoredMessage
from storage.people import Contact
from storage.unit_of_work import UnitOfWork

SHOWN: Final = frozenset({"received", "accepted", "delivered", "read"})
"""States of messages a patient's screen would show; a planned text has not left yet, a suppressed one never will."""

TAIL: Final = 200
WHOLE: Final = 2000
"""Messages read at most; the simulator is for trying things out."""


def routes(parts: Parts) -> list[BaseRoute]:
    """`GET` and `POST /simulator/api/{patient}/messages`."""

    async def send(request: Request) -> Response:
        patient = request.path_params["patient"]
        update = await _update(parts, request, patient)
        answered = await committed(parts, update)
        if answered is None:
            raise Problem(503, "not-committed")
        return JSONResponse({"new": answered.new, "case_id": answered.case_id}, 200)

    async def show(request: Request) -> Response:
        patient = request.path_params["patient"]
        after = request.query_params.get("after", "0")
        if not (after.isascii() and after.isdigit() and len(after) < 12):
            raise Problem(422, "bad-number", "`after` is the number of the last message seen.")
        return JSONResponse(await parts.read(lambda uow: screen(uow, patient, int(after))))

    async def image(request: Request) -> Response:
        patient, n = request.path_params["patient"], int(request.path_params["n"])
        found = await parts.read(lambda uow: next((one for one in shown(uow, patient, n - 1) if one.n == n), None))
        series = dict(found.variables).get(TREND, "") if found is not None else ""
        if found is None or not series:
            raise Problem(404, "no-image")
        return Response(await asyncio.to_thread(picture, series, found.language), media_type="image/png")

    path = "/simulator/api/{patient}/messages"
    pictures = Route(path + "/{n:int}/image", image, methods=["GET"])
    return [Route(path, send, methods=["POST"]), Route(path, show, methods=["GET"]), pictures]


def screen(uow: UnitOfWork, patient: str, after: int) -> dict[str, Any]:
    """What the patient's screen shows after message `after`, and the case behind it."""
    conversation_id = _conversation(uow, patient)
    case = uow.cases.latest_for([conversation_id]).get(conversation_id) if conversation_id is not None else None
    items = [{**message_item(message), "image_url": _image(patient, message)} for message in shown(uow, patient, after)]
    return {"items": items, "case_id": case.case_id if case else None}


def _image(patient: str, message: StoredMessage) -> str | None:
    """Where the picture of a message is, if it has one."""
    drawn = bool(dict(message.variables).get(TREND, ""))
    return f"/simulator/api/{quote(patient, safe='')}/messages/{message.n}/image" if drawn else None


def shown(uow: UnitOfWork, patient: str, after: int) -> list[StoredMessage]:
    """The messages after number `after` that have reached the patient's screen."""
    conversation_id = _conversation(uow, patient)
    messages = uow.messages.for_conversation(conversation_id, after, TAIL) if conversation_id is not None else []
    return [message for message in messages if message.state in SHOWN]


def _conversation(uow: UnitOfWork, patient: str) -> int | None:
    contact = Contact("simulator", simulator.ACCOUNT, "simulator", patient)
    address = uow.people.find([contact]).get(contact)
    cases = uow.cases.by_patient(address.patient_ref) if address else []
    return cases[0].conversation_id if cases else None


async def _update(parts: Parts, request: Request, patient: str) -> Update:
    external_id = request.headers.get("idempotency-key") or new_id()
    try:
        if request.headers.get("content-type", "").startswith("multipart/"):
            return await _file(parts, request, patient, external_id)
        body = dict(json.loads(await read_body(request, WEBHOOK_LIMIT)))
        if isinstance(body.get("option"), str):
            body = {**body, **await parts.read(lambda uow: _tapped(uow, patient, body))}
        return simulator.parse(body, patient, external_id)
    except (MalformedUpdate, HTTPException, ValueError, TypeError, RecursionError):
        raise Problem(422, "bad-body", 'Send {"text": …}, {"option": …} or a multipart field `file`.') from None


def _tapped(uow: UnitOfWork, patient: str, body: dict[str, Any]) -> dict[str, str]:
    """The label of the tapped option and, when the body names the message `n` it hung under, which question that asked."""
    conversation_id, option, n = _conversation(uow, patient), body["option"], body.get("n")
    if conversation_id is None:
        return {}
    recent = uow.messages.for_conversation(conversation_id, 0, WHOLE)
    if isinstance(n, int):
        recent = [message for message in recent if message.n == n]
    for message in reversed(recent):
        label = next((choice.label for choice in message.options if choice.id == option), None)
        if label is not None:
            token = str(Token(message.step, message.visit, option)) if isinstance(n, int) and message.step else option
            return {"text": label, "option": token}
    return {}


async def _file(parts: Parts, request: Request, patient: str, external_id: str) -> Update:
    body = await read_body(request, UPLOAD_LIMIT)

    async def again() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    form = await Request(request.scope, again).form(max_files=1, max_fields=20, max_part_size=UPLOAD_LIMIT)
    try:
        upload = form.get("file")
        if not isinstance(upload, UploadFile):
            raise MalformedUpdate
        data, locator = await upload.read(), new_id()
        parts.uploads.put(locator, data)
        return simulator.parse_file(
            patient, external_id, locator, file_name=upload.filename or "", content_type=upload.content_type or "", size=len(data)
        )
    finally:
        await form.close()
