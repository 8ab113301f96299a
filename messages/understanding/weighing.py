"""What stands of the findings: each is weighed by the cues around it and by whose condition is told.

Knows `lexicon/policy.toml`; must not know any word of a language, nor what follows from a label.
"""

import tomllib
from collections import Counter
from functools import lru_cache
from typing import Final

from messages.understanding.constellations import SIGN, together
from messages.understanding.lexicon import FOLDER
from messages.understanding.reading import Label
from messages.understanding.scope import Scope
from messages.understanding.subject import Subjects
from messages.understanding.tokens import Words
from messages.understanding.trie import Match

ENOUGH: Final = 40
"""A label found more often in one message is not weighed again: what is said forty times is said."""
NEARBY: Final = 16
"""Words between the beginnings of two findings beyond which neither can lie inside the other."""
RECENT: Final = "cue:recent_"
QUOTED_ON: Final = 8
"""What may be recent is quoted on for so many words: when it was stands behind it (`an injection in the knee in March`)."""
LAW: Final = 2
"""A law named in so few words (`RGPD`, `LGPD`) only lends weight to a request to delete."""
DESPAIR: Final = frozenset({("emergency", "other"), ("emergency", "faint"), ("emergency", "violence_abuse")})
MOOD: Final = "sign:crisis_"
DANGERS: Final = frozenset({"emergency", "crisis"})
SMALL_TALK: Final = frozenset({"help", "evidence_question", "thanks", "cure_question"})
SUPPOSED: Final = frozenset({"hyp", "if", "ask", "usual", "effect"})
UNMEANT: Final = SUPPOSED | {"neg", "over", "masked"}
SAFETY: Final = "safety_question"
HORMONES: Final = ("contraindication:active_malignancy", "hormonal")
MALIGNANCIES: Final = frozenset({"contraindication:active_malignancy", "contraindication:past_malignancy"})
REQUESTS: Final = ("price_question", "location_question", "appointment_question", "cure_question", "evidence_question", "safety_question")
CONJUNCTIONS: Final = frozenset({"y", "e", "and", "et", "ni", "or", "ou", "o"})


@lru_cache(maxsize=1)
def _policy() -> dict[str, dict[str, str]]:
    """Per label (the longest prefix counts): the cues that clear it, and what a cue turns it into."""
    data: dict[str, dict[str, str]] = tomllib.loads((FOLDER / "policy.toml").read_text(encoding="utf-8"))
    return data


@lru_cache(maxsize=512)
def _rule_for(label: str, kind: str = "") -> dict[str, str]:
    fitting = [prefix for prefix in _policy() if f"{label}/{kind}".startswith(prefix)]
    return _policy()[max(fitting, key=len)] if fitting else {}


def labels(found: list[Match], scope: Scope, text: str, words: Words, *, for_other: bool = False) -> tuple[Label, ...]:
    """Weigh every finding and keep one label per id and kind, the longest words first; in the order of the words."""
    visible = [match for match in _fewer(found) if not scope.masked(match)]
    subjects = spoken_of(visible, scope, for_other=for_other)
    signs = [match for match in visible if match.rule.label.startswith(SIGN)]
    visible = [match for match in visible if not match.rule.label.startswith(SIGN)]
    kept: dict[tuple[str, str], Match] = {
        (match.rule.label, match.rule.kind): match for match in together([sign for sign in signs if not cleared_by(sign, scope, subjects)])
    }
    told = [match for match in visible if not scope.holds("neg", match)]
    conditions = [match for match in told if match.rule.label.startswith("indication:")]
    asking = bool(words.asked) or any(match.rule.label.startswith(REQUESTS) for match in told)
    ages = [match for match in told if match.rule.label == "minor"]
    risks = [match for match in told if match.rule.label.startswith("contraindication:")]
    implied = subjects.implied(conditions, ages, risks, asking=asking)
    if implied is not None:
        kept["proxy", ""] = implied
    denied = [match for match in visible if match.rule.label.startswith("contraindication:") and scope.holds("neg", match)]
    asked_of = next((match for match in visible if _asks_what_then(match, scope, subjects)), None)
    if asked_of is not None:
        kept[SAFETY, ""] = asked_of
    for match in _widest(visible, words):
        label = "" if _within_denied(match, denied) else _weighed(match, scope, subjects)
        key = (label, match.rule.kind)
        if label and (key not in kept or match.end - match.start > kept[key].end - kept[key].start):
            kept[key] = match
    for key in [key for key, match in kept.items() if _said_in_despair(key, match, kept) or _drowned(key, match, kept)]:
        del kept[key]
    if _kept_up(HORMONES, kept):
        kept.pop(HORMONES, None)
    read = [_label(label, match, text, words) for (label, _), match in kept.items()]
    return tuple(sorted(read, key=lambda label: (label.start, label.end, label.id)))


def _asks_what_then(match: Match, scope: Scope, subjects: Subjects) -> bool:
    """Whether a danger is only supposed in a question (`what if I faint there?`): that asks how safe it is."""
    return match.rule.label == "emergency" and scope.holds("question", match) and cleared_by(match, scope, subjects) in SUPPOSED


def unmeant(kind: str, found: list[Match], scope: Scope, words: Words) -> list[tuple[int, int]]:
    """Where in the text a danger to the body is named that is denied, only supposed, over, or a manner of speaking.

    Against a `crisis` only the last counts: who denies or supposes may still be in despair.
    """
    subjects = spoken_of(found, scope)
    bodily = [match for match in _fewer(found) if match.rule.label == "emergency" or match.rule.label.startswith(SIGN)]
    named = [match for match in bodily if not match.rule.label.startswith(MOOD)]
    why = [(match, "masked" if scope.masked(match) else cleared_by(match, scope, subjects)) for match in named]
    causes = UNMEANT if kind == "emergency" else {"masked"}
    ends = [(match, max(scope.well_end, match.end) if cue == "over" else match.end) for match, cue in why if cue in causes]
    return [(words.starts[match.start], words.ends[end - 1]) for match, end in ends]


def settled(found: list[Match], scope: Scope) -> bool:
    """Whether every wish to die that is told is one of years ago, of which the message says that all is well since."""
    wishes = [match for match in found if match.rule.label == "crisis" and not scope.masked(match)]
    return bool(wishes) and all(scope.settled(match) for match in wishes)


def _said_in_despair(key: tuple[str, str], match: Match, kept: dict[tuple[str, str], Match]) -> bool:
    """Whether `I am dying` or `not wake up` are words of a wish to die, which is a crisis of its own."""
    crises = [other for (label, _), other in kept.items() if label == "crisis"]
    return key in DESPAIR and any(other.start < match.end and match.start < other.end for other in crises)


def _kept_up(key: tuple[str, str], kept: dict[tuple[str, str], Match]) -> bool:
    """Whether a hormone tablet is all that speaks of an active cancer, while the message dates the cancer itself long past.

    Tamoxifen and aromatase inhibitors are taken for five to ten years after breast cancer (American Society of Clinical Oncology,
    adjuvant endocrine therapy guideline update of 2018).
    """
    return key == HORMONES and any(label in MALIGNANCIES and (label, kind) != HORMONES for label, kind in kept)


def spoken_of(visible: list[Match], scope: Scope, *, for_other: bool = False) -> Subjects:
    """Of whom the message speaks, by its phrases for writing on behalf of somebody."""
    proxies = [match for match in visible if match.rule.label == "proxy" and not scope.holds("neg", match)]
    return Subjects(scope, proxies, for_other=for_other)


def _within_denied(match: Match, denied: list[Match]) -> bool:
    """Whether a wider finding of the same label holds this one and is denied: `thinners` in `no blood thinners`."""
    return any(wider.rule.label == match.rule.label and _holds(wider, match) for wider in denied)


def _holds(wider: Match, match: Match) -> bool:
    return wider.start <= match.start and match.end <= wider.end and wider.end - wider.start > match.end - match.start


def _drowned(key: tuple[str, str], match: Match, kept: dict[tuple[str, str], Match]) -> bool:
    """Whether `what do I do` or `thanks for all` is part of a cry for help, or `what do I do if` of a question of its own.

    A request to delete is not also one about privacy for the same words.
    """
    if key[0] in SMALL_TALK and any(label in DANGERS for label, _ in kept):
        return True
    deletion = kept.get(("delete_data", ""))
    if key[0] == "privacy_request" and deletion is not None and (match.end - match.start <= LAW or _shares(match, deletion)):
        return True
    requests = [other for (label, _), other in kept.items() if label in REQUESTS]
    return key[0] == "help" and any(other.start < match.end and match.start < other.end for other in requests)


def _shares(one: Match, other: Match) -> bool:
    """Whether two findings have a word in common."""
    return one.start < other.end and other.start < one.end


def _fewer(found: list[Match]) -> list[Match]:
    """The findings in the order of the words, each label a limited number of times, from both ends of the message."""
    found = sorted(found, key=lambda match: (match.start, -match.end))
    times: Counter[tuple[str, str]] = Counter()
    total = Counter((match.rule.label, match.rule.kind) for match in found)
    kept = []
    for match in found:
        key = (match.rule.label, match.rule.kind)
        times[key] += 1
        if times[key] <= ENOUGH // 2 or times[key] > total[key] - ENOUGH // 2:
            kept.append(match)
    return kept


def _widest(found: list[Match], words: Words) -> list[Match]:
    """Drop a finding that lies inside a wider one of the same family: `cancer` inside `cancer-free`; a list keeps each part."""
    places: dict[tuple[str, int], list[Match]] = {}
    for match in found:
        places.setdefault((_family(match), match.start // NEARBY), []).append(match)
    kept = []
    for match in found:
        family, place = _family(match), match.start // NEARBY
        near = [*places.get((family, place - 1), ()), *places[family, place]]
        if not any(_inside(match, wider) and not _lists(wider, words) for wider in near):
            kept.append(match)
    return kept


def _family(match: Match) -> str:
    return match.rule.label.split(":")[0]


def _lists(match: Match, words: Words) -> bool:
    """Whether the words enumerate: the pain in my knee, the shoulder and the back."""
    inner = range(match.start + 1, match.end)
    return any(words.breaks[at] or (words.words[at] in CONJUNCTIONS and words.words[at - 1] != "il") for at in inner)


def _inside(match: Match, wider: Match) -> bool:
    return _holds(wider, match) and wider.rule.label != match.rule.label


def _weighed(match: Match, scope: Scope, subjects: Subjects) -> str:
    """The label the finding gives in its context; empty when the context clears it."""
    label = match.rule.label
    if cleared_by(match, scope, subjects):
        return ""
    for cue in ("ended", "past", "old"):
        becomes = _rule_for(label).get(f"when_{cue}")
        if becomes and scope.holds(cue, match):
            return becomes
    return label


def cleared_by(match: Match, scope: Scope, subjects: Subjects) -> str:
    """The cue that clears a finding, by its name in `lexicon/policy.toml`; empty when none does."""
    for cue in _rule_for(match.rule.label, match.rule.kind).get("cleared_by", "").split():
        if cue == "other":
            if not match.rule.mine and subjects.other_than_patient(match):
                return cue
        elif scope.holds(cue, match):
            return cue
    return ""


def _label(label: str, match: Match, text: str, words: Words) -> Label:
    last = match.end
    while label.startswith(RECENT) and last < len(words) and not words.breaks[last] and last - match.end < QUOTED_ON:
        last += 1
    start, end = words.starts[match.start], words.ends[last - 1]
    return Label(label, text[start:end], start, end, match.rule.kind)
