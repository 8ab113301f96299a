"""A patient who answers by the question asked, over HTTP like anyone: drives stories, kill tests and benchmarks.

Knows message keys and the simulator's API; must not know the product's code.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import httpx

HEALTHY: Final[Mapping[str, str]] = {
    "language-choose": "[es]",
    "consent-health_data": "[yes]",
    "consent-messaging": "[yes]",
    "safety-red_flags": "[none]",
    "subject-who": "[self]",
    "subject-age": "61",
    "inquiry-complaint": "Tengo artrosis en la rodilla derecha desde hace 2 años",
    "inquiry-condition": "[yes]",
    "inquiry-duration": "2 años",
    "inquiry-side": "[right]",
    "inquiry-tried": "Terapia física",
    "inquiry-hopes": "Caminar con menos dolor",
    "screening-ever": "[none]",
    "screening-recent": "[none]",
    "medicines-list": "[skip]",
    "records-which": "[none]",
    "host-offer": "[skip]",
    "outcomes-check": "[relief]",
    "outcomes-unknown": "[unknown]",
    "research-opt_in": "[no]",
    "contact-name": "Ana Prueba",
    "contact-reach": "[here]",
    "review-summary": "[confirm]",
}
"""Answers of a healthy adult with a knee complaint by message key; `[id]` taps an option, anything else is typed."""
ENDS: Final = frozenset({"done-next", "done-hard", "done-short", "emergency-call", "crisis-call", "control-stopped"})


class StuckError(AssertionError):
    """The conversation did not come to an end; says at which question."""


@dataclass
class Walker:
    """One simulated patient. `answers` by message key; what is missing is answered "no" where that is offered."""

    http: httpx.Client
    name: str
    answers: Mapping[str, str] = field(default_factory=lambda: HEALTHY)
    patience: float = 20.0
    seen: list[dict[str, Any]] = field(default_factory=list)
    turns: int = 0
    case_id: str = ""
    asked: dict[str, int] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """The patient's conversation in the simulator's API."""
        return f"/simulator/api/{self.name}/messages"

    def send(self, body: Mapping[str, Any]) -> None:
        """Send one message; repeated until the server answers, as a provider would, under one key."""
        self.turns += 1
        key = f"{self.name}-{self.turns}"
        self._retry(lambda: self.http.post(self.path, json=dict(body), headers={"idempotency-key": key}))

    def say(self, text: str) -> list[dict[str, Any]]:
        """Type something and wait for the answer."""
        self.send({"text": text})
        return self.wait()

    def tap(self, option: str) -> list[dict[str, Any]]:
        """Tap an option of the last question and wait for the answer."""
        self.send({"option": option, "n": self.question["n"]})
        return self.wait()

    def read(self) -> list[dict[str, Any]]:
        """What is new on the screen."""
        after = self.seen[-1]["n"] if self.seen else 0
        answer = self._retry(lambda: self.http.get(self.path, params={"after": after})).json()
        self.case_id = answer["case_id"] or self.case_id
        self.seen += answer["items"]
        return list(answer["items"])

    def wait(self) -> list[dict[str, Any]]:
        """Wait until the bot has said something and nothing more comes for a moment."""
        until, new = time.monotonic() + self.patience, list[dict[str, Any]]()
        while time.monotonic() < until:
            fresh = self.read()
            new += fresh
            if not fresh and any(self._settled(item) for item in new):
                return new
            time.sleep(0.02 if fresh else 0.05)
        raise StuckError(f"{self.name}: no answer after {self.turns} turns; last asked {self._last_key()}")

    def _settled(self, item: dict[str, Any]) -> bool:
        return item["from"] != "patient" and (bool(item["options"]) or item["message_key"] in ENDS or self._asks(item))

    def _asks(self, item: dict[str, Any]) -> bool:
        return "?" in item["text"] or "-" in (item["message_key"] or "")

    @property
    def question(self) -> dict[str, Any]:
        """The last message of the bot that asks something we know an answer to, or shows options."""
        asked = (item for item in reversed(self.seen) if item["from"] == "bot")
        found: dict[str, Any] | None = next((item for item in asked if item["options"] or item["message_key"] in self.answers), None)
        if found is not None:
            return found
        raise StuckError(f"{self.name}: nothing was asked yet")

    def _last_key(self) -> str:
        return str(self.seen[-1]["message_key"]) if self.seen else "nothing"

    def ended(self) -> bool:
        """Whether the conversation came to an end."""
        return any(item["message_key"] in ENDS for item in self.seen)

    def walk(self, first: str = "hola", most: int = 80) -> "Walker":
        """From the first message to an end. Raises StuckError where it stops moving."""
        self.say(first)
        while not self.ended():
            if self.turns >= most:
                raise StuckError(f"{self.name}: {most} turns and no end; last asked {self._last_key()}")
            self.answer()
        return self

    def answer(self) -> None:
        """Answer the open question."""
        asked = self.question
        key = asked["message_key"]
        self.asked[key] = self.asked.get(key, 0) + 1
        if self.asked[key] > 4:
            raise StuckError(f"{self.name}: asked {key} again and again")
        wanted = self.answers.get(key) or ("[no]" if any(o["id"] == "no" for o in asked["options"]) else "no sé")
        if wanted.startswith("["):
            self.tap(wanted[1:-1])
        else:
            self.say(wanted)

    def _retry(self, call: Callable[[], httpx.Response]) -> httpx.Response:
        until = time.monotonic() + self.patience
        while True:
            try:
                answer = call()
                if answer.status_code < 500:
                    answer.raise_for_status()
                    return answer
            except httpx.TransportError:
                pass
            if time.monotonic() > until:
                raise StuckError(f"{self.name}: the server does not answer")
            time.sleep(0.1)
