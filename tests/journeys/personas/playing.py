"""Plays one persona over the simulator's HTTP API: reads what is on the screen, answers it as this person would, waits as a person must.

Knows message keys, options and HTTP; must not know how the product works.
"""

import asyncio
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from io import BytesIO
from time import monotonic
from typing import Any, Final

from PIL import Image

from tests.journeys.personas.story import ENDS, MARKED, QUESTIONS, STANDING, Persona, Turn, messages
from tests.journeys.world import NOON, World

PATIENCE: Final = 20.0
"""Seconds within which an answer must be on the screen."""
BLINK: Final = 0.12
"""Seconds between two looks at the screen."""
UNDER_WAY: Final = frozenset({"planned", "leased", "sending", "unknown"})
"""States of a text that may still come; one missing between others when none is under way will never come, and the verdict names it."""
MOST_TURNS: Final = 110
MOST_ASKED: Final = 6
_LATER: Final = re.compile(r"<later (\d+)h ?([a-z_-]*)>")
_OLD: Final = re.compile(r"<old ([a-z_-]+) ([a-z_]+)>")


class StuckError(AssertionError):
    """The story does not go on; says where."""


@dataclass
class Playing:
    """One persona under way. `screen` is everything seen, `sent` how many messages left, `lost` the numbers that never came."""

    persona: Persona
    world: World
    clock: "Hands"
    screen: list[dict[str, Any]] = field(default_factory=list)
    sent: int = 0
    case_id: str = ""
    asked: dict[str, int] = field(default_factory=dict)
    told: dict[str, int] = field(default_factory=dict)
    lost: set[int] = field(default_factory=set)

    async def play(self) -> "Playing":
        """From the first words to an end after which the person has nothing more to say. Raises StuckError."""
        await self._turn(self.persona.first)
        while (turn := self._next()) is not None:
            if self.sent > MOST_TURNS:
                raise StuckError(f"{MOST_TURNS} messages and no end; at {self.open}")
            await self._turn(turn)
        return self

    def _next(self) -> Turn | None:
        """What the person does now: an interruption kept for the open question, else its answer; None at an end."""
        key = self.open
        waiting = self.persona.interruptions.get(key, ())
        if self.told.get(key, 0) < len(waiting):
            self.told[key] = self.told.get(key, 0) + 1
            return waiting[self.told[key] - 1]
        if key in ENDS or (
            key not in self.persona.answers
            and key.removesuffix("_over") in {"done-reply", "emergency-held", "crisis-held", "control-stopped_reply"}
        ):
            return None
        answers = self.persona.answers.get(key)
        if not answers:
            raise StuckError(f"the story has no answer to {key}")
        place = self.asked[key] = self.asked.get(key, 0) + 1
        if place > max(MOST_ASKED, len(answers)):
            raise StuckError(f"asked {key} again and again")
        return answers[min(place, len(answers)) - 1]

    @property
    def open(self) -> str:
        """The key that stands open: a re-prompt leaves its question open."""
        for item in reversed(self.screen):
            if item["from"] == "bot" and item["message_key"] in STANDING:
                return str(item["message_key"])
        raise StuckError("nothing was asked")

    def _shown(self) -> dict[str, Any]:
        """The last message with options."""
        return next(item for item in reversed(self.screen) if item["from"] == "bot" and item["options"])

    async def _turn(self, turn: Turn) -> None:
        sent = self.sent
        for message in messages(turn):
            await self._send(message)
        if self.sent > sent:
            await self._settled()

    async def _send(self, message: str) -> None:
        later, old, marked = _LATER.fullmatch(message), _OLD.fullmatch(message), MARKED.fullmatch(message)
        if later:
            await self.clock.move(int(later[1]))
            if later[2]:
                await self._until_said(later[2])
        elif old:
            await self._tap(next(item for item in self.screen if item["message_key"] == old[1]), old[2])
        elif message == "<staff lifts>":
            await self._lift()
        elif message in FILES:
            name, kind, data = FILES[message]
            await self._post(files={"file": (name, data, kind)})
        elif marked:
            await self._choose(marked[1].split(","))
        else:
            await self._post(json={"text": message})

    async def _choose(self, ids: list[str]) -> None:
        shown = self._shown()
        labels = {option["id"]: option["label"] for option in shown["options"]}
        if not set(ids) <= set(labels):
            raise StuckError(f"{ids} not among {list(labels)} at {self.open}")
        if self.persona.manner == "taps" and len(ids) == 1:
            await self._tap(shown, ids[0])
        elif self.persona.manner == "words":
            await self._post(json={"text": ", ".join(plain(labels[one]) for one in ids)})
        else:
            await self._post(json={"text": ", ".join(str(list(labels).index(one) + 1) for one in ids)})

    async def _tap(self, shown: dict[str, Any], option: str) -> None:
        await self._post(json={"option": option, "n": shown["n"]})

    async def _post(self, **body: Any) -> None:
        self.sent += 1
        answer = await self.world.http.post(f"{self.world.base}/simulator/api/{self.persona.id}/messages", timeout=PATIENCE, **body)
        answer.raise_for_status()

    async def _until_said(self, key: str) -> None:
        """Wait for a text that nothing of the patient's brings about."""
        until = monotonic() + PATIENCE
        while not any(item["message_key"] == key for item in self.screen):
            if monotonic() > until:
                raise StuckError(f"{key} did not come")
            await asyncio.sleep(BLINK)
            await self._read()

    async def _lift(self) -> None:
        """A member of staff looks at the hold and lets the questions go on."""
        headers = {"Authorization": f"Bearer {await self.world.staff('coordinator')}"}
        path = f"{self.world.base}/api/v1/cases/{self.case_id}"
        for step, body in (("acknowledge", {}), ("claim", {}), ("lift", {"resume": True, "reason": "patient_safe"})):
            answer = await self.world.http.post(f"{path}/{step}", json=body, headers=headers)
            if answer.status_code >= 400:
                raise StuckError(f"staff cannot {step}: {answer.text}")
        await self._until_said("lifted-hello")

    async def _read(self) -> bool:
        after = min(self._missing(), default=max((item["n"] for item in self.screen), default=0) + 1) - 1
        path = f"{self.world.base}/simulator/api/{self.persona.id}/messages"
        answer = (await self.world.http.get(path, params={"after": after}, timeout=PATIENCE)).json()
        self.case_id = answer["case_id"] or self.case_id
        known = {item["n"] for item in self.screen}
        fresh = [item for item in answer["items"] if item["n"] not in known]
        self.screen = sorted([*self.screen, *fresh], key=lambda item: int(item["n"]))
        return bool(fresh)

    def _missing(self) -> set[int]:
        """Numbers between those seen: a text that has yet to leave has its place before what was typed meanwhile."""
        numbers = {item["n"] for item in self.screen}
        return set(range(1, max(numbers, default=0))) - numbers - self.lost

    async def _settled(self) -> None:
        """Wait until the bot has answered the last message; whatever it says beside stands before the question it leaves open."""
        began = monotonic()
        while monotonic() < began + PATIENCE:
            await asyncio.sleep(BLINK)
            await self._read()
            if self._answered() and (not self._missing() or await self.all_left()):
                self.lost |= self._missing()
                return
        raise StuckError(f"no answer to message {self.sent}; at {self.open if self.screen else 'the start'}")

    async def all_left(self) -> bool:
        """Whether no text of the case is under way; what had left before it was asked is on the screen then."""
        sends = (await self.world.api("/sends", case_id=self.case_id))["items"]
        if any(send["state"] in UNDER_WAY for send in sends):
            return False
        await self._read()
        return True

    def _answered(self) -> bool:
        mine = [place for place, item in enumerate(self.screen) if item["from"] == "patient"]
        after = self.screen[mine[-1] + 1 :] if mine else []
        return len(mine) == self.sent and any(item["message_key"] in STANDING or _asks_again(item["message_key"]) for item in after)


def _asks_again(key: str | None) -> bool:
    """Whether a text is a re-prompt: the question in other words, standing open."""
    stem, _, attribute = (key or "").rpartition(".")
    return attribute in {"first", "second", "retry1", "retry2"} and (stem.startswith("retry-") or stem in QUESTIONS)


def plain(label: str) -> str:
    """A label as somebody in a hurry types it: lower case, no accents, no comma."""
    folded = unicodedata.normalize("NFKD", label.lower())
    return "".join(sign for sign in folded if not unicodedata.combining(sign)).replace(",", "")


def picture() -> bytes:
    """A small photo as a telephone sends it."""
    drawn = BytesIO()
    Image.new("RGB", (64, 48), "white").save(drawn, "JPEG")
    return drawn.getvalue()


FILES: Final = {
    "<photo>": ("caja.jpg", "image/jpeg", picture()),
    "<voice>": ("nota.ogg", "audio/ogg", b"OggS" + bytes(200)),
}


class Hands:
    """The hands of the one clock all processes read; only moved forward."""

    def __init__(self, world: World) -> None:
        self._world, self._hours = world, 0

    async def move(self, hours: int) -> None:
        """Let hours of business time pass."""
        self._hours += hours
        at = datetime.fromisoformat(NOON) + timedelta(hours=self._hours)
        self._world.move_clock(at.isoformat().replace("+00:00", "Z"))
