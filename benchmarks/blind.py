"""What the guard and the reading do on texts of authors who never saw rules, weights or tests: only figures are printed.

    python -m benchmarks.blind [FOLDER]

The rows lie in `benchmarks/blind/*.jsonl`. Nothing may be made from them: who reads them to mend something ends their worth, moves them
to `benchmarks/opened`, and asks other authors for new ones. That is why no row is ever printed. What was opened is learnt from and only
shows that nothing was lost: `python -m benchmarks.blind benchmarks/opened`.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from benchmarks.understanding import share
from messages.guard import judge
from messages.understanding import read_message
from messages.understanding.answers import as_json, read_answer
from messages.understanding.language import read_language

FOLDER: Final = Path(__file__).with_name("blind")
STOPPED: Final = frozenset({"plain", "price", "disguised", "euphemism", "twin"})
"""Kinds of sentences that must not leave; all others must."""
DANGER: Final = frozenset({"emergency", "crisis"})
GROUPS: Final[Mapping[str, Callable[[str], bool]]] = {
    "emergency or crisis": lambda label: label in DANGER,
    "opt-out or erasure": lambda label: label in {"opt_out", "delete_data"},
    "contraindication": lambda label: label.startswith("contraindication:"),
    "all others": lambda label: label not in {*DANGER, "opt_out", "delete_data"} and not label.startswith("contraindication:"),
}
NEAR: Final = 0.051
"""Figures converted from other units are compared to one decimal."""


def cases(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of every file whose name begins so."""
    lines = (line for path in sorted(folder.glob(f"{name}*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines())
    return [json.loads(line) for line in lines]


def guard(found: list[dict[str, Any]]) -> Iterator[str]:
    """Per kind and language: how many were treated as they must be."""
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    for case in found:
        good = judge(case["text"], case["lang"]).blocked == (case["kind"] in STOPPED)
        for column in ("all", case["lang"]):
            total[case["kind"], column] += 1
            right[case["kind"], column] += good
    for kind in sorted({kind for kind, _ in total}):
        verb = "stopped" if kind in STOPPED else "left"
        yield f"{kind:14} {verb:8}" + "  ".join(f"{column} {share(right[kind, column], total[kind, column])}" for column in _columns(found))


def messages(found: list[dict[str, Any]]) -> Iterator[str]:
    """Recall per group of labels, F1 over all labels, and labels given to what only looks alike."""
    hit: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    alike: Counter[str] = Counter()
    for case in found:
        got = {label.id for label in read_message(case["text"], case["lang"]).labels if label.published}
        wanted, allowed = set(case["labels"]), {*case["labels"], *case.get("maybe", ())}
        hit.update(wanted & got)
        missed.update(wanted - got)
        extra.update(got - allowed)
        if case.get("tag") == "lookalike":
            near = case.get("near", "").split(":")[0]
            alike[near] += 1
            alike[f"{near} read"] += any(_same_group(label, near) for label in got - allowed)
    for name, belongs in GROUPS.items():
        told, lost = (sum(number for label, number in counts.items() if belongs(label)) for counts in (hit, missed))
        yield f"{name:22} heard {share(told, told + lost)}, given without cause {sum(n for label, n in extra.items() if belongs(label))}"
    yield f"macro-F1 {sum(_f1(hit[label], missed[label], extra[label]) for label in hit | missed) / max(1, len(hit | missed)):.3f}"
    yield "look-alikes read as it: " + ", ".join(
        f"{near} {share(alike[f'{near} read'], alike[near])}" for near in alike if "read" not in near
    )


def ordinary(found: list[dict[str, Any]]) -> Iterator[str]:
    """What people without any danger say, most of it in answer to our questions: how many would stop the script."""
    read = [{label.id for label in read_message(case["text"], case["lang"]).labels} for case in found]
    yield f"read as danger {share(sum(bool(ids & DANGER) for ids in read), len(found))}"
    yield f"read as opt-out or erasure {share(sum(bool(ids & {'opt_out', 'delete_data'}) for ids in read), len(found))}"


def answers(found: list[dict[str, Any]]) -> Iterator[str]:
    """Right, wrongly stored, asked again without need: together and per kind of question."""
    counts: Counter[tuple[str, str]] = Counter()
    for case in found:
        kind, fine = case["question_type"], [case["value"], *case.get("accept", ())]
        got = _read(case)
        verdict = (
            "right"
            if any(_same(got, each) for each in fine) or _same_year(got, fine, case)
            else "asked again"
            if got in ("reprompt", "unsure")
            else "wrong"
        )
        counts.update({(kind, verdict), ("together", verdict)})
    for kind in sorted({kind for kind, _ in counts}, key=lambda kind: (kind != "together", kind)):
        whole = sum(number for (named, _), number in counts.items() if named == kind)
        yield f"{kind:18}" + "  ".join(f"{verdict} {share(counts[kind, verdict], whole)}" for verdict in ("right", "wrong", "asked again"))


def languages(found: list[dict[str, Any]]) -> Iterator[str]:
    """First messages: their language, none where it cannot be told."""
    right = wrong = 0
    for case in found:
        got, fine = read_language(case["text"]), {case["lang"], *case.get("accept", ())}
        right += got in fine
        wrong += got not in fine and got != "unclear"
    yield f"language right {share(right, len(found))}, another language {share(wrong, len(found))}"


def _read(case: dict[str, Any]) -> Any:  # noqa: ANN401 - JSON
    question = {name: case[name] for name in ("options", "multi", "context") if name in case}
    today = date.fromisoformat(case.get("today", "2026-03-10"))
    return as_json(read_answer(case["question_type"], case["text"], case["lang"], today=today, **question), case["question_type"])


def _same(one: Any, other: Any) -> bool:  # noqa: ANN401 - JSON
    if isinstance(other, dict) and "birth_date" in other:  # some authors write the unit so
        other = {"birthdate": other["birth_date"]}
    if isinstance(one, list) and isinstance(other, list):
        return sorted(one) == sorted(other)
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) <= NEAR
    return bool(one == other or (isinstance(one, str) and isinstance(other, str) and one.casefold() == other.casefold()))


def _same_year(got: Any, fine: list[Any], case: dict[str, Any]) -> bool:  # noqa: ANN401 - JSON
    """Whether a year of birth was read where both ages it leaves open are fine."""
    if not isinstance(got, dict) or "birth_year" not in got:
        return False
    turned = date.fromisoformat(case.get("today", "2026-03-10")).year - got["birth_year"]
    return all({"age": age} in fine for age in (turned - 1, turned))


def _same_group(label: str, near: str) -> bool:
    return label.split(":", maxsplit=1)[0] == near or {label, near} <= DANGER


def _f1(hit: int, missed: int, extra: int) -> float:
    return 2 * hit / (2 * hit + missed + extra) if hit else 0.0


def _columns(found: Iterable[dict[str, Any]]) -> list[str]:
    return ["all", *sorted({case["lang"] for case in found})]


def main() -> None:
    """Print every table of a folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    for name, table in {"guard": guard, "messages": messages, "ordinary": ordinary, "answers": answers, "languages": languages}.items():
        found = cases(folder, name)
        if found:
            print(f"\n{name}: {len(found)} rows")
            print("\n".join(table(found)))


if __name__ == "__main__":
    main()
