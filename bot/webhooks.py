"""Where providers deliver: size, signature, parse, hand to the writer, and the provider's answer only after the commit.

Knows HTTP and each channel's parser; must not know conversations. A body that is genuine but cannot be read is parked, never refused.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from typing import Final

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot import metrics, staff_group
from bot.body import WEBHOOK_LIMIT, BodyTooLarge, read_body
from bot.channels.base import Update
from bot.channels.inbound import MalformedUpdate
from bot.settings import Settings
from bot.turn import Answered
from bot.update_codec import RawBody
from bot.wiring import Parts, settled

AGAIN: Final = {"Retry-After": "5"}
"""Telegram waits as told before it delivers again (channels.md 2.1)."""

PATIENCE: Final = 4.5
"""Seconds a provider waits for the commit before it hears 503 (reliability.md P1: at most 5). What still commits later is known again."""

_log = structlog.stdlib.get_logger(__name__)

Endpoint = Callable[[Request], Awaitable[Response]]


def routes(parts: Parts) -> list[BaseRoute]:
    """The webhooks of the channels that are on."""
    found: list[BaseRoute] = []
    if parts.settings.telegram_on:
        found.append(Route("/webhooks/telegram", _timed("telegram", _telegram(parts)), methods=["POST"]))
    if parts.settings.twilio_on:
        found += [
            Route("/webhooks/twilio/whatsapp", _timed("whatsapp", _whatsapp(parts)), methods=["POST"]),
            Route("/webhooks/twilio/fallback", _timed("whatsapp", _whatsapp(parts)), methods=["POST"]),
            Route("/webhooks/twilio/status", _timed("whatsapp_status", _whatsapp(parts, status=True)), methods=["POST"]),
        ]
    return found


def _timed(channel: str, endpoint: Endpoint) -> Endpoint:
    async def timed(request: Request) -> Response:
        began = time.perf_counter()
        try:
            response = await endpoint(request)
        except BodyTooLarge:
            response = PlainTextResponse("", 413)
        metrics.WEBHOOKS.labels(channel, str(response.status_code)).inc()
        metrics.ACK_SECONDS.observe(time.perf_counter() - began)
        return response

    return timed


async def committed(parts: Parts, what: Update | RawBody) -> Answered | None:
    """Hand a delivery to the writer and wait for its commit; None when it could not be committed (the caller answers 503)."""
    future: Future[Answered] = parts.writer.submit(what) if isinstance(what, Update) else parts.writer.submit_unreadable(what)
    try:
        return await asyncio.wait_for(settled(future), PATIENCE)
    except Exception as fault:  # noqa: BLE001 - whatever kept it from being committed, the provider shall deliver again
        _log.error("delivery_not_committed", channel=what.channel, error=type(fault).__name__)
        return None


def _telegram(parts: Parts) -> Endpoint:
    from bot.channels import telegram_updates as telegram

    secret, token = parts.settings.telegram_webhook_secret, parts.settings.telegram_bot_token
    expected, account = secret.get_secret_value() if secret else "", telegram.account_of(token.get_secret_value() if token else "")

    async def receive(request: Request) -> Response:
        if not telegram.verify_secret(request.headers.get("x-telegram-bot-api-secret-token"), expected):
            return PlainTextResponse("", 401)
        body = await read_body(request, WEBHOOK_LIMIT)
        what: Update | RawBody
        try:
            payload = telegram.decode(body)
            if (of_staff := staff_group.read(payload, parts.settings.telegram_staff_chat_id)) is not None:
                return await _from_staff(parts, of_staff, account)
            what = telegram.parse(payload, account)
        except MalformedUpdate:
            what = RawBody("telegram", account, telegram.delivery_id(body), body.decode("utf-8", "replace"), "telegram")
        if await committed(parts, what) is None:
            return PlainTextResponse("", 503, AGAIN)
        return JSONResponse(telegram.webhook_answer(what.ack if isinstance(what, Update) else ""))

    return receive


async def _from_staff(parts: Parts, what: staff_group.Press | staff_group.Pairing, account: str) -> Response:
    """A press in the staff's group, or a pairing code: answered once it is committed."""
    try:
        return JSONResponse(await asyncio.wait_for(staff_group.take(parts, what, account), PATIENCE))
    except Exception as fault:  # noqa: BLE001 - whatever kept it from being committed, Telegram shall deliver again
        _log.error("delivery_not_committed", channel="telegram", error=type(fault).__name__)
        return PlainTextResponse("", 503, AGAIN)


def twilio_tokens(settings: Settings) -> list[str]:
    """The auth tokens that may have signed a webhook: the current one and, while it is rotated, the other."""
    return [token.get_secret_value() for token in (settings.twilio_auth_token, settings.twilio_auth_token_secondary) if token]


def _whatsapp(parts: Parts, *, status: bool = False) -> Endpoint:
    from bot.channels import whatsapp_webhooks as twilio

    settings, tokens = parts.settings, twilio_tokens(parts.settings)

    async def receive(request: Request) -> Response:
        body = await read_body(request, WEBHOOK_LIMIT)
        form = twilio.read_form(body)
        url = twilio.webhook_url(settings.public_base_url, request.url.path, request.scope["query_string"].decode("latin-1"))
        headers = request.headers
        if not twilio.verify(headers.get("x-twilio-signature"), url, form, tokens, headers.get("x-twilio-webhooks-signature-settings", "")):
            return PlainTextResponse("", 403)
        what: Update | RawBody
        try:
            what = twilio.parse_status(form, request.query_params.get("sid", "")) if status else twilio.parse(form)
        except MalformedUpdate:
            name = "twilio-status" if status else "twilio"
            key = form.get("MessageSid") or digest(body)
            what = RawBody("whatsapp", settings.twilio_account_sid, f"{name}:{key}", body.decode("utf-8", "replace"), name)
        if await committed(parts, what) is None:
            return PlainTextResponse("", 503, AGAIN)
        return Response(twilio.ACCEPTED_ANSWER, media_type="text/xml")

    return receive


def digest(body: bytes) -> str:
    """What a body without an id of its own is known by."""
    from hashlib import sha256

    return "sha256:" + sha256(body).hexdigest()
