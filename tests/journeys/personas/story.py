"""A persona as data: who writes, how, what is answered to each question, and the case that must come of it.

One TOML file a person. Knows the file's shape and which ids exist; must not know how a story is played. A message is typed text, `[id]`
(or `[id,id]`) for options of the open question in the person's own manner, several messages sent at once as a list of them, or one of:
`<photo>`, `<voice>`; `<old KEY ID>` taps an option under an earlier question; `<later 25h KEY>` lets business time pass, until KEY is
said where one is named; `<staff lifts>` is a member of staff who lifts a hold.
"""

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeAlias

from flows.asides import ASIDES
from flows.intake.flow import INTAKE
from flows.protocol import load
from flows.wording import FIXED
from messages.prompt import LANGUAGES, OFFERED

HERE: Final = Path(__file__).parent
Turn: TypeAlias = str | tuple[str, ...]
"""One message, or several typed without waiting for an answer."""

MANNERS: Final = ("taps", "numbers", "words")
"""How options are chosen: buttons, the number before the option, or its label typed in lower case without accents."""
CHANNELS: Final = {"telegram": "taps", "whatsapp": "numbers", "web": "words"}
"""The channel a person would write on, and the manner that goes with it unless the story names another."""
QUESTIONS: Final = {step.key: step for step in INTAKE.steps}
ENDS: Final = frozenset({"done-next", "done-hard", "done-short", "emergency-call", "crisis-call", "crisis-call_no_line", "control-stopped"})
STANDING: Final = frozenset(
    {
        *QUESTIONS,
        *ENDS,
        *("person-requested", "person-waiting", "person-not_understood", "control-paused", "control-stopped_reply", "language-offer"),
        *(
            "choose-more",
            "language-not_yet",
            "emergency-held",
            "crisis-held",
            "emergency-held_over",
            "crisis-held_over",
            "lifted-hello",
            "lifted-closed",
            "done-reply",
        ),
    }
)
"""After one of these it is the patient's turn."""
CONTRACT_FLAGS: Final = frozenset(
    {"minor", "proxy", "emergency", "crisis", "price_pressure", "cure_expectation", "stopped_other_care", "answer_corrected"}
    | {"human_requested", "financial_distress", "complaint", "not_understood", "document_language_to_confirm", "says_safe"}
    | {
        f"emerging_therapy:{name}"
        for name in ("exosomes", "peptides", "molecular_hydrogen", "plasma_exchange", "nad", "senolytics", "other")
    }
)
_SCREENED: Final = {key: "[no]" for key, step in QUESTIONS.items() if step.stage == "screening" and step.id.count(".") == 1}
USUAL: Final = {
    **_SCREENED,
    "consent-health_data": "[yes]",
    "consent-messaging": "[yes]",
    "safety-red_flags": "[none]",
    "subject-who": "[self]",
    "inquiry-condition": "[yes]",
    "inquiry-diagnosis_confirm": "[yes]",
    "screening-capacity": "[yes]",
    "screening-ever": "[none]",
    "screening-recent": "[none]",
    "medicines-list": "[skip]",
    "records-which": "[none]",
    "host-offer": "[skip]",
    "outcomes-check": "[relief]",
    "outcomes-unknown": "[unknown]",
    "research-opt_in": "[no]",
    "contact-reach": "[here]",
    "review-summary": "[confirm]",
    "choose-more": "[nothing_else]",
}
"""What most people answer; a story names only what is its own."""


@dataclass(frozen=True)
class Expectation:
    """The case that must come out: all `flags` with their severity, the words each must carry as `quotes`, `facts` and `said` by step.

    `times` is how often a key is shown; `never_keys` (a trailing `*` for all that begin so) and `never_texts` are what must not be.
    """

    status: str
    priority: str
    language: str
    indication: tuple[str, ...]
    tier: str
    flags: dict[str, str]
    quotes: dict[str, str] = field(default_factory=dict)
    facts: dict[str, Any] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    consents: dict[str, bool] = field(default_factory=dict)
    understood: str = ""
    unsure: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    timeline: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    times: dict[str, int] = field(default_factory=dict)
    never_keys: tuple[str, ...] = ()
    never_texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Persona:
    """One person. `first` is what opens the conversation, `interruptions` what is sent in place of an answer, in order, by open key."""

    id: str
    story: str
    temperament: str
    typing: str
    language: str
    channel: str
    manner: str
    first: Turn
    answers: dict[str, tuple[Turn, ...]]
    interruptions: dict[str, tuple[Turn, ...]]
    expect: Expectation

    @property
    def waits_for_days(self) -> bool:
        """Whether business time passes in the story, so that nobody else may be under way."""
        return any("<later" in message for turns in self.interruptions.values() for turn in turns for message in messages(turn))


def messages(turn: Turn) -> tuple[str, ...]:
    """A turn as the messages it consists of."""
    return (turn,) if isinstance(turn, str) else turn


def read(path: Path) -> Persona:
    """A persona from its file. Raises `ValueError` that names the file and all that is wrong with it."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    wrong = [*_shape(data), *_ids(data)]
    if wrong:
        raise ValueError(f"{path.name}: {'; '.join(wrong)}")
    who, expect = data["who"], data["expect"]
    lists = ("indication", "unsure", "corrected", "files", "timeline", "keys", "never_keys", "never_texts")
    given: dict[str, Any] = {name: tuple(value) if name in lists else value for name, value in expect.items()}
    return Persona(
        id=path.stem,
        **{name: who[name] for name in ("story", "temperament", "typing", "language", "channel")},
        manner=who.get("manner", CHANNELS[who["channel"]]),
        first=_turn(who["first"]),
        answers={
            key: _turns(value) for key, value in {**USUAL, "language-choose": f"[{who['language']}]", **data.get("answers", {})}.items()
        },
        interruptions={key: _turns(value) for key, value in data.get("interruptions", {}).items()},
        expect=Expectation(**given),
    )


def everybody(folder: Path = HERE) -> tuple[Persona, ...]:
    """All personas in a folder, by name of file."""
    return tuple(read(path) for path in sorted(folder.glob("*.toml")))


def _turn(value: str | list[str]) -> Turn:
    return value if isinstance(value, str) else tuple(value)


def _turns(value: str | list[str | list[str]]) -> tuple[Turn, ...]:
    return (value,) if isinstance(value, str) else tuple(_turn(one) for one in value)


def _shape(data: dict[str, Any]) -> list[str]:
    """What is missing, empty or unknown in the file."""
    wrong = [f"no [{table}]" for table in ("who", "expect") if table not in data]
    wrong += [f"unknown [{table}]" for table in set(data) - {"who", "answers", "interruptions", "expect"}]
    who, expect = data.get("who", {}), data.get("expect", {})
    wrong += [f"who.{name} is empty" for name in ("story", "temperament", "typing", "language", "channel", "first") if not who.get(name)]
    wrong += [
        f"expect.{name} is missing" for name in ("status", "priority", "language", "indication", "tier", "flags") if name not in expect
    ]
    wrong += [f"expect.{name} is unknown" for name in set(expect) - set(Expectation.__dataclass_fields__)]
    if not (expect.get("never_keys") or expect.get("never_texts")):
        wrong.append("nothing that must never appear")
    if not (expect.get("facts") or expect.get("said") or expect.get("consents")):
        wrong.append("no facts that must come out")
    return wrong


def _ids(data: dict[str, Any]) -> list[str]:
    """Ids in the file that do not exist."""
    who, expect = data.get("who", {}), data.get("expect", {})
    steps = {step.id for step in INTAKE.steps}
    return [
        *_unknown("language", {who.get("language"), expect.get("language")}, set(LANGUAGES) & set(OFFERED)),
        *_unknown("channel", {who.get("channel")}, set(CHANNELS)),
        *_unknown("manner", {who.get("manner", "taps")}, set(MANNERS)),
        *_unknown("question", set(data.get("answers", {})), STANDING),
        *_unknown("interrupted", set(data.get("interruptions", {})), STANDING),
        *_unknown("flag", set(expect.get("flags", {})) | set(expect.get("quotes", {})), known_flags()),
        *_unknown("severity", set(expect.get("flags", {}).values()), {"hard", "caution", "info"}),
        *_unknown("indication", set(expect.get("indication", ())), set(load().evidence)),
        *_unknown("tier", {expect.get("tier")}, {"strong", "moderate", "preliminary", "not_on_map", ""}),
        *_unknown("step", set(expect.get("facts", {})) | set(expect.get("said", {})) | set(expect.get("unsure", ())), steps),
        *_unknown("text", {key for name in ("keys", "times") for key in expect.get(name, ())}, texts()),
        *_unknown("never", {key.rstrip("*") for key in expect.get("never_keys", ()) if not key.endswith("*")}, texts()),
    ]


def _unknown(what: str, named: set[Any], known: set[str] | frozenset[str]) -> list[str]:
    return [f"{what} {name!r} does not exist" for name in sorted(named - known, key=str)]


def known_flags() -> frozenset[str]:
    """Every flag a case can carry: the protocol's, the contract's, and those of what is asked beside the questions."""
    protocol = {flag for row in load().contraindications for flag in row.flag_ids}
    return frozenset(protocol | CONTRACT_FLAGS | {aside.flag for aside in ASIDES if aside.flag and not aside.flag.endswith(":")})


def texts() -> frozenset[str]:
    """Every text key a story may name."""
    asides = {aside.key for aside in ASIDES if not aside.label.endswith(":")}
    outcomes = {f"outcomes-{name}" for name in (*load().evidence, "strong", "moderate", "preliminary", "none")}
    topics = {f"topic-{name}" for name in ("safety", "evidence", "clinic", "visit")}
    therapies = {flag.replace("emerging_therapy:", "therapy-") for flag in CONTRACT_FLAGS if flag.startswith("emerging_therapy:")}
    return frozenset({*STANDING, *FIXED, *asides, *outcomes, *topics, *therapies, "screening-noted", "nudge-first", "nudge-later"})


MARKED: Final = re.compile(r"\[([a-z_0-9,]+)\]")
"""An option, or several, named by id."""
