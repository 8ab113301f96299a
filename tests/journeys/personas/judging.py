"""Compares the case that came out, and everything the bot said, with what a persona's file expects.

Knows the JSON API's shape (`contract.md` 5 and 7); must not know how a story is played.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

from tests.journeys.personas.story import QUESTIONS, Expectation, Persona

ARRIVED: Final = frozenset({"accepted", "delivered", "read"})
_MONEY: Final = re.compile(r"[$€£]|\b(?:USD|MXN|EUR|BRL)\b|\d\s?%|\d+ (?:d[oó]lares|pesos|euros|reais|dollars)\b", re.IGNORECASE)
_LOUD: Final = re.compile(r"[!¡]")


def faults(persona: Persona, case: dict[str, Any], screen: list[dict[str, Any]]) -> list[str]:
    """Everything that is not as it must be, one line each; empty when all is right."""
    expect = persona.expect
    return [*_case(expect, case), *_answers(expect, case), *_record(expect, case), *_said(expect, screen), *_manners(screen)]


def _case(expect: Expectation, case: dict[str, Any]) -> Iterator[str]:
    flags = {flag["id"]: flag for flag in case.get("flags", []) if isinstance(flag, dict)}
    found = {
        "status": case["status"],
        "priority": case["priority"],
        "language": case["language"],
        "indication": tuple(case["indication"]),
        "tier": case["evidence_tier"] or "",
    }
    for name, value in found.items():
        if value != getattr(expect, name):
            yield f"{name}: expected {getattr(expect, name)!r}, got {value!r}"
    for name in sorted({*flags, *expect.flags}):
        wanted, got = expect.flags.get(name), flags[name]["severity"] if name in flags else None
        if wanted != got:
            yield (
                f"flag {name}: expected {wanted}, got {got} ({flags[name]['source']}: {flags[name]['quote']!r})"
                if got
                else f"flag {name}: expected {wanted}, got none"
            )
    for name, words in expect.quotes.items():
        if name in flags and words.lower() not in flags[name]["quote"].lower():
            yield f"quote of {name}: expected {words!r}, got {flags[name]['quote']!r}"


def _answers(expect: Expectation, case: dict[str, Any]) -> Iterator[str]:
    given = {answer["step"]: answer for answer in case.get("answers", [])}
    for step, value in expect.facts.items():
        got = given[step]["value"] if step in given else "no answer"
        if not _same(got, value):
            yield f"fact {step}: expected {value!r}, got {got!r}"
    for step, words in expect.said.items():
        said = str(given[step]["said"]) if step in given else "no answer"
        if words not in said:
            yield f"said at {step}: expected {words!r} in {said!r}"
    for name, ids in (("unsure", case.get("unsure", [])), ("corrected", [answer["step"] for answer in case.get("corrected", [])])):
        yield from (f"{name}: {step} is missing, got {ids}" for step in set(getattr(expect, name)) - set(ids))


def _record(expect: Expectation, case: dict[str, Any]) -> Iterator[str]:
    """Consents, the expectation said back, files, and what happened."""
    consents = {consent["kind"]: consent["given"] for consent in case.get("consents", [])}
    wrong = {kind for kind, agreed in expect.consents.items() if consents.get(kind) is not agreed}
    yield from (f"consent {kind}: expected {expect.consents[kind]}, got {consents.get(kind)}" for kind in sorted(wrong))
    shown = case.get("expectation")
    understood = "not shown" if shown is None else "yes" if shown["understood"] else "no"
    if expect.understood not in {"", understood}:
        yield f"understood: expected {expect.understood}, got {understood}"
    kinds = sorted(file["kind"] for item in case["transcript"] for file in item["attachments"])
    if kinds != sorted(expect.files):
        yield f"files: expected {expect.files}, got {kinds}"
    lost = [item for item in case["transcript"] if item["from"] == "bot" and item["state"] not in ARRIVED]
    yield from (f"{item['state']} in place of sent: {item['message_key']}" for item in lost)
    happened = [f"{entry['action']} {entry['reason'] or ''}".strip() for entry in case["timeline"]]
    yield from (f"timeline: no {entry!r} in {happened}" for entry in set(expect.timeline) - set(happened))


def _same(got: Any, wanted: Any) -> bool:
    if isinstance(wanted, float | int) and not isinstance(wanted, bool):
        return isinstance(got, float | int | str) and str(got).replace(".", "", 1).isdigit() and abs(float(got) - wanted) < 0.06
    return bool(got == wanted)


def _said(expect: Expectation, screen: list[dict[str, Any]]) -> Iterator[str]:
    said = [item for item in screen if item["from"] == "bot"]
    shown = Counter(item["message_key"] for item in said)
    yield from (f"never said: {key}" for key in expect.keys if not shown[key])
    yield from (f"{key}: expected {n} times, got {shown[key]}" for key, n in expect.times.items() if shown[key] != n)
    for pattern in expect.never_keys:
        found = [key for key in shown if key == pattern or (pattern.endswith("*") and str(key).startswith(pattern[:-1]))]
        yield from (f"must never be said: {key}" for key in found)
    for words in expect.never_texts:
        yield from (f"must never be said: {words!r} in {item['message_key']}" for item in said if words.lower() in item["text"].lower())


def _manners(screen: list[dict[str, Any]]) -> Iterator[str]:
    """What holds for everybody: no money, no shouting, one question at a time, and no question while danger stands."""
    held = False
    for item in (item for item in screen if item["from"] == "bot"):
        key, text = item["message_key"], item["text"]
        if _MONEY.search(text):
            yield f"money or a percentage in {key}"
        if _LOUD.search(text):
            yield f"an exclamation mark in {key}"
        if text.count("?") > 1:
            yield f"two questions in {key}"
        if held and key in QUESTIONS:
            yield f"asked {key} while danger stood"
        held = (held or key in {"emergency-call", "crisis-call", "crisis-call_no_line"}) and key != "lifted-hello"
