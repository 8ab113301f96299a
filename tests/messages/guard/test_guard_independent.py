"""The guard over sentences written by authors who did not see the rules, one file per author; what was reached is held as a floor.

Knows the layout of those files and the floors; must not know any rule.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest

from messages.guard import judge
from messages.prompt import LANGUAGES

ROOT: Final = Path(__file__).parent / "corpus_independent"
LEAST_STOPPED: Final = {"plain_violation": 1.0, "disguised": 1.0, "euphemism": 0.98, "price": 1.0, "twin": 0.97}
MOST_STOPPED: Final = {"honest": 0.0, "emergency": 0.0, "keep_treatment": 0.0, "price_refusal": 0.0}


def _cases(**wanted: str) -> Iterator[dict[str, Any]]:
    for path in sorted(ROOT.glob("*.jsonl")):
        for case in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if all(case[name] == value for name, value in wanted.items()):
                yield case


def _stopped(cases: list[dict[str, Any]]) -> list[str]:
    return [case["text"] for case in cases if judge(case["text"], case["lang"]).blocked]


@pytest.mark.parametrize("group", LEAST_STOPPED)
def test_violations_of_another_author_are_stopped(group: str) -> None:
    """Of each kind of violation no smaller share is stopped than was reached."""
    cases = list(_cases(set=group))
    stopped = _stopped(cases)
    assert len(stopped) >= LEAST_STOPPED[group] * len(cases), [c["text"] for c in cases if c["text"] not in stopped]


@pytest.mark.parametrize("group", MOST_STOPPED)
def test_honest_texts_of_another_author_leave(group: str) -> None:
    """Of each kind of honest text no larger share is stopped than was reached."""
    cases = list(_cases(set=group))
    stopped = _stopped(cases)
    assert len(stopped) <= MOST_STOPPED[group] * len(cases), stopped


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_language_lags_behind(language: str) -> None:
    """In every language at least 98 in 100 violations of all kinds are stopped."""
    cases = [case for case in _cases(lang=language) if case["blocked"]]
    assert len(_stopped(cases)) >= 0.98 * len(cases)


NO_CLAIMS: Final = (
    "911 (MX) / 112 (ES)", "Salud, para el médico: Enfermedad de un órgano: Sí", "Salud, para el médico: Cáncer ahora: Sí",
    "Saúde, para o médico: Doença de um órgão: Sim", "Para un menor de edad", "Línea de la Vida, opción 5: 113",
    "O médico leva em conta os seus remédios.", "Prometer puede hacer daño.", "Prometer pode fazer mal.",
    "L’équipe vous donne l’adresse.", "Chez certaines personnes, le problème avance moins vite.", "Skip this question, Other drugs",
    "Curar quiere decir que la enfermedad se va y no vuelve.", "Número de cadastro: 30712",
)  # fmt: skip
"""Texts that once were stopped: a preposition, an identifier, a hotline, a definition."""


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_words_that_claim_nothing_leave(text: str) -> None:
    """A preposition before an illness, a hotline's number or the meaning of a word is no claim, in whatever language it is said to be."""
    assert not any(judge(text, language).blocked for language in (*LANGUAGES, None))
