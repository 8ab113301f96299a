"""How well and how fast messages and answers are read: per label and language, the held-back sets apart, and time.

    python -m benchmarks.understanding [--misses]

The sets are those of `tests/messages/understanding_labels` and `tests/messages/understanding_answers`; nothing was written from the
rows of a `held_back` folder. Labels are counted per row: a label expected and read is a hit; one forbidden and read is a false reading.
"""

import argparse
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from messages.understanding import Label, read_message
from messages.understanding.answers import read_answer
from tests.messages.understanding_answers import answer_cases
from tests.messages.understanding_labels.label_cases import FOLDER, HELD_BACK, LANGUAGES, Row, rows

SIZE: Final = 64 * 1024
SEED: Final = 4
TOGETHER: Final = {
    "emergency or crisis": ("emergency", "crisis"),
    "opt-out or erasure": ("opt_out", "delete_data"),
    "contraindication": ("contraindication:",),
    "indication": ("indication:",),
}
ATTACKS: Final = {
    "one letter": "a",
    "denials": "no ",
    "half a danger": "no puedo ",
    "half a despair": "estoy en el puente pensando en ",
    "danger over and over": "me duele el pecho ",
    "wish to die over and over": "je veux me tuer ",
    "conditions": "if i ",
    "figures": "1 ",
    "accents": "é",
    "emoji": "😀",
    "apostrophes": "'",
}
"""What a message of 64 KB is filled with; `real words at random` is added at run time."""


def read(row: Row) -> frozenset[str]:
    """The published labels of a row's text; `contraindication:minor` goes with `minor` and is counted only where a row names it."""
    ids = frozenset(label.id for label in read_message(row.text).labels if label.published)
    return ids if "contraindication:minor" in row.expected | row.forbidden else ids - {"contraindication:minor"}


def share(part: int, whole: int) -> str:
    """A share in percent with its count, or a dash."""
    return f"{100 * part / whole:5.1f}% of {whole:4}" if whole else "-"


def recall(found: Sequence[tuple[Row, frozenset[str]]], starts: tuple[str, ...]) -> str:
    """How many of the expected labels that begin so were read."""
    asked = [(label, got) for row, got in found for label in row.expected if label.startswith(starts)]
    return share(sum(label in got for label, got in asked), len(asked))


def false_readings(found: Sequence[tuple[Row, frozenset[str]]], starts: tuple[str, ...]) -> str:
    """How many rows that forbid such a label were read with it."""
    tempting = [(row, got) for row, got in found if any(label.startswith(starts) for label in row.forbidden)]
    return share(sum(any(label.startswith(starts) for label in row.forbidden & got) for row, got in tempting), len(tempting))


def f1(found: Iterable[tuple[Row, frozenset[str]]]) -> dict[str, tuple[float, int]]:
    """Per expected label its F1 and how often it was expected."""
    hit, extra, missed = Counter[str](), Counter[str](), Counter[str]()
    for row, got in found:
        asked = {label for label in row.expected if Label(label, "", 0, 0).published}
        hit.update(asked & got)
        extra.update(got - asked)
        missed.update(asked - got)
    return {
        label: (2 * hit[label] / (2 * hit[label] + extra[label] + missed[label]), hit[label] + missed[label])
        for label in sorted({*hit, *missed})
    }


def messages(name: str, sets: Mapping[str, Sequence[Row]], *, misses: bool) -> None:
    """The tables of one family of sets."""
    found = {language: [(row, read(row)) for row in each] for language, each in sets.items()}
    every = [pair for pairs in found.values() for pair in pairs]
    print(f"\nMESSAGES, {name}: {len(every)} rows")
    for title, starts in TOGETHER.items():
        print(f"  {title:22} read {recall(every, starts)}   falsely {false_readings(every, starts)}")
        for language, pairs in found.items():
            print(f"    {language:20} read {recall(pairs, starts)}   falsely {false_readings(pairs, starts)}")
    print(f"  {'any forbidden label':22} falsely {false_readings(every, ('',))}")
    scores = f1(every)
    print(f"  mean F1 over {len(scores)} labels: {statistics.fmean(score for score, _ in scores.values()):.3f}")
    for label, (score, count) in sorted(scores.items(), key=lambda item: item[1]):
        print(f"    {label:44} F1 {score:.2f}  expected {count}")
    if misses:
        for row, got in every:
            if not row.expected <= got or row.forbidden & got:
                print(f"    {row.text!r}: missed {sorted(row.expected - got)}, forbidden {sorted(row.forbidden & got)}")


def answers(folder: str, *, misses: bool) -> None:
    """The table of one folder of answers, by group and language."""
    print(f"\nANSWERS, {folder}")
    for group, cases in answer_cases.groups(folder).items():
        for language in ("all", *LANGUAGES):
            each = [case for case in cases if language in {"all", case.language}]
            if each:
                right = share(sum(case.is_right() for case in each), len(each))
                wrong = share(sum(case.is_wrong() for case in each), len(each))
                print(f"  {group:16} {language:4} right {right}   wrong value {wrong}")
        for case in cases:
            if misses and not case.is_right():
                print(f"    {case.kind} {case.language} {case.text!r}: expected {case.expected!r}, read {case.got()!r}")


def seconds(work: Callable[[], object], times: int = 3) -> float:
    """The least processor time of some work, in seconds."""
    least = float("inf")
    for _ in range(times):
        begun = time.process_time()
        work()
        least = min(least, time.process_time() - begun)
    return least


def times(texts: Sequence[str]) -> None:
    """Time per message, and for 64 KB of each attack."""
    spent = sorted(seconds(lambda text=text: read_message(text), 1) for text in texts)  # type: ignore[misc]  # a default binds the text
    print(f"\nTIME per message: median {1000 * statistics.median(spent):.2f} ms, slowest {1000 * spent[-1]:.2f} ms, {len(spent)} messages")
    answer = seconds(lambda: [read_answer("weight", text, "es") for text in texts[:500]]) / 500
    print(f"TIME per answer: mean {1000 * answer:.2f} ms")
    words = " ".join(texts).split()
    chance = random.Random(SEED)
    attacks = {**ATTACKS, "real words at random": " ".join(chance.choice(words) for _ in range(SIZE // 4))}
    for name, seed in attacks.items():
        text = (seed * (SIZE // len(seed) + 1))[:SIZE]
        print(f"  64 KB of {name:28} {1000 * seconds(lambda text=text: read_message(text)):6.1f} ms")  # type: ignore[misc]  # as above


def main() -> None:
    """Print every table."""
    parser = argparse.ArgumentParser(description="Tables of reading, and its time.")
    parser.add_argument("--misses", action="store_true", help="print every row that was not read as written")
    misses = parser.parse_args().misses
    messages("the sets the lexicons were made with", {language: rows(language) for language in LANGUAGES}, misses=misses)
    messages("held back", {language: rows(language, HELD_BACK) for language in LANGUAGES}, misses=misses)
    for folder in (FOLDER.name, HELD_BACK.name):
        answers(folder, misses=misses)
    times([row.text for language in LANGUAGES for row in rows(language)])


if __name__ == "__main__":
    main()
