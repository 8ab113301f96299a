"""The texts a model learns from: those of `training/corpora`, and the rows our tests of the rules are made of.

Knows files and labels; must not know how weights are found. What is held back to measure with is never read here.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flows.books import STEPS
from flows.texts import filled, fillings, question_messages, said
from messages.catalog import shipped
from messages.guard import RULES, hint
from messages.prompt import OFFERED
from messages.understanding.reader import findings
from tests.messages.guard.corpora import sentences
from tests.messages.understanding_answers.answer_cases import groups
from tests.messages.understanding_labels.label_cases import LANGUAGES, rows

CORPORA: Final = Path(__file__).with_name("corpora")
GUARD_TESTS: Final = Path(__file__).parent.parent / "tests" / "messages" / "guard" / "corpus_independent"
VIOLATION: Final = "violation"
DANGER: Final = "danger"
"""Emergency or crisis: both stop the script, so they are learnt together first."""
MENTIONED: Final = ("contraindication", "indication")
"""What is told of the patient now, learnt among the texts in which the word lists find a mention of one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text and every head it is an example of; empty for an example of none."""

    text: str
    kinds: frozenset[str]


def guard() -> list[Row]:
    """Texts that may leave and texts that may not: `violation`, with the rule broken where it was noted."""
    found = [Row(one.text, _broken(one.group) if one.kind == "bad" else frozenset()) for one in sentences()]
    for path in sorted(GUARD_TESTS.glob("*.jsonl")):
        cases = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        found += [Row(case["text"], _broken(case.get("rule", "")) if case["blocked"] else frozenset()) for case in cases]
    return found + [Row(text, _broken(label) if label != "honest" else frozenset()) for label, text in _tables("guard")]


def danger() -> list[Row]:
    """Messages of patients with the labels read in them; `none` for those that only look alike, and for all others."""
    found = [_heard(row.text, row.expected) for language in LANGUAGES for row in rows(language)]
    for table in ("danger", "contra"):
        found += [_heard(text, frozenset(labels.split()) - {"none"}) for labels, text in _tables(table)]
    return found + [Row(case.text, frozenset()) for cases in groups("corpus").values() for case in cases if case.expected != "reprompt"]


def _heard(text: str, labels: frozenset[str]) -> Row:
    families = {label.split(":")[0] for label in labels} & set(MENTIONED)
    return Row(text, labels | families | ({DANGER} if labels & {"emergency", "crisis"} else set()))


def mentions(row: Row, family: str) -> bool:
    """Whether the row tells an illness of this family, or names one and does not tell it; in a danger nobody noted what else is named."""
    if family in row.kinds:
        return True
    return DANGER not in row.kinds and any(match.rule.label.startswith(f"{family}:") for match in findings(row.text)[0])


def own() -> list[Row]:
    """Every text of the shipped catalogue as it leaves, each variable filled: none of them is an example of anything.

    Not part of the digest: that they may leave is tested wherever texts are.
    """
    catalog = shipped()
    found = dict.fromkeys(hint(rule, language) for language in OFFERED for rule in RULES)
    for language in OFFERED:
        for need in said(catalog, OFFERED):
            found.update(dict.fromkeys(filled(catalog, need.key, language, fillings(catalog.variables(need.key, language)))))
        for step in STEPS.values():
            for message in question_messages(catalog, step, language):
                found["\n".join((message.text, *(choice.label for choice in message.options)))] = None
    return [Row(text, frozenset()) for text in found]


def own_names() -> list[Row]:
    """What our questions are called in lists a patient chooses from: who types such a name wishes nothing else."""
    catalog = shipped()
    named = (
        (key, language) for language in OFFERED for key in catalog.keys(language) if key.startswith("section-") or key.endswith(".line")
    )
    texts = {catalog.text(key, language) for key, language in named if not catalog.variables(key, language)}
    return [Row(text, frozenset()) for text in sorted(texts)]


def digest(of: Iterable[Row]) -> str:
    """SHA-256 over the rows, so that weights learnt from others are known as such."""
    told = sorted(json.dumps([row.text, sorted(row.kinds)], ensure_ascii=False) for row in of)
    return hashlib.sha256("\n".join(told).encode()).hexdigest()


def _broken(rule: str) -> frozenset[str]:
    return frozenset({VIOLATION, rule}) if rule else frozenset({VIOLATION})


def _tables(model: str) -> Iterator[tuple[str, str]]:
    for path in sorted(CORPORA.glob(f"{model}_*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            label, text = line.split("\t")
            yield label, text.replace(" / ", "\n")
