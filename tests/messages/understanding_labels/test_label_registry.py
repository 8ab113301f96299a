"""Every label of the contract can be said in every language, and the lexicon files hold what they promise."""

import tomllib
from pathlib import Path

import pytest

from messages.understanding.constellations import signs_used
from messages.understanding.lexicon import FOLDER, load
from tests.messages.understanding_labels.label_cases import LANGUAGES

NAMED = {
    group: names.split() for group, names in tomllib.loads(Path(__file__).with_name("labels.toml").read_text(encoding="utf-8")).items()
}
KINDS = NAMED.pop("emergency_kinds")
LABELS = [f"{group}:{name}" if group != "plain" else name for group, names in NAMED.items() for name in names]

CUES = frozenset(
    {"neg", "bare", "usual", "effect", "past", "old", "chronic", "quit", "off", "tested", "jest", "ended", "hyp", "if", "fear", "ask"}
    | {"other", "dead", "question", "yearsago", "over", "settled", "disclaimed"}
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_has_a_phrase(language: str) -> None:
    """No label is without words in a language (medicines by name are shared by all)."""
    spoken = {rule.label for rule, _ in load().rules if rule.language in {language, "shared"}}
    assert set(LABELS) <= spoken


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_danger_has_a_phrase(language: str) -> None:
    """Each kind of emergency can be told in each language."""
    told = {rule.kind for rule, _ in load().rules if rule.language == language and rule.label == "emergency"}
    assert set(KINDS) <= told


def test_no_label_is_invented() -> None:
    """The lexicons give only labels known here, beside cues of scope, masks, single signs and ambiguous words."""
    extra = {rule.label for rule, _ in load().rules} - set(LABELS)
    families = ("scope:", "mask:", "sign:", "ambiguous:", "language_switch:")
    assert all(label.startswith(families) or label == "link" for label in extra), extra


def test_the_policy_speaks_of_known_labels_and_cues() -> None:
    """Each row of the policy fits a label, and each cue it names is one the scope knows."""
    policy = tomllib.loads((FOLDER / "policy.toml").read_text(encoding="utf-8"))
    for prefix, row in policy.items():
        assert any(f"{rule.label}/{rule.kind}".startswith(prefix) for rule, _ in load().rules), prefix
        assert set(row.get("cleared_by", "").split()) <= CUES, prefix


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sign_of_a_constellation_can_be_told(language: str) -> None:
    """Each language has words for each sign, and no words for a sign that no constellation asks for."""
    told = {rule.label.removeprefix("sign:") for rule, _ in load().rules if rule.language == language and rule.label.startswith("sign:")}
    assert told == signs_used()
