"""How well and how fast the guard judges: recall and false stops per set and language, time per text, time for 64 KB of each attack.

Run: `python -m benchmarks.guard [FOLDER]`, where FOLDER holds folders of one TOML per language as `tests/messages/guard/corpus` does.
The corpus of an author who had seen neither rules nor tests is printed apart.
"""

import itertools
import json
import statistics
import sys
import time
import tomllib
from collections import Counter
from pathlib import Path
from typing import Final

from messages.guard import judge

CORPUS: Final = Path(__file__).parents[1] / "tests" / "messages" / "guard" / "corpus"
INDEPENDENT: Final = CORPUS.with_name("corpus_independent")
SIZE: Final = 64 * 1024
NEAR: Final = "no es una cura. This is not a guarantee, nor a promise of new cartilage. "
ATTACKS: Final = {
    "near misses": NEAR,
    "one word": "a",
    "claims": "cura ",
    "negated claims": "no es una cura. ",
    "spaced letters": "z y x w v u t s r q p o n m l k j i h g f e d c b a ",
    "syllables": "gra pro mi la re gu ra ",
    "figures": "1 2 3 ",
    "prices denied": "price cost pay charge from between ",
    "hidden characters": "\u200b\u202e\u0301",
    "marks": "?!¿.,;:$%|",
    "leet": "c0s7 gu4r 5af3 r1sk ",
    "masks": "c*r* g#r#n ",
    "look-alikes": "сураге ",
    "honest": "The clinic gives a written, itemized quote after a physician has read your records. I cannot give figures before that. ",
    "unended": "we you our patients pain knee will can the of and your ",
}  # fmt: skip
"""What a text of 64 KB is filled with; `new words` is added at run time."""


def filled(seed: str) -> str:
    """`SIZE` characters of `seed` over and over."""
    return (seed * (SIZE // len(seed) + 1))[:SIZE]


def new_words() -> str:
    """`SIZE` characters of words that never repeat."""
    letters = itertools.product("bcdfgaeiou", repeat=5)
    return " ".join("".join(word) for word in letters)[:SIZE]


def seconds(text: str, times: int = 3) -> float:
    """The least processor time to judge `text`, in seconds."""
    least = float("inf")
    for _ in range(times):
        begun = time.process_time()
        judge(text)
        least = min(least, time.process_time() - begun)
    return least


def score(folder: Path) -> None:
    """Prints, per language and set, how many of the bad texts were stopped and how many of the good ones."""
    for path in sorted(folder.glob("*/*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind in ("bad", "good"):
            counts = {name: (sum(judge(text, path.stem).blocked for text in texts), len(texts)) for name, texts in data[kind].items()}
            stopped, total = (sum(count[part] for count in counts.values()) for part in (0, 1))
            print(f"{path.parent.name:7} {path.stem} {kind:4} stopped {stopped}/{total} = {100 * stopped / total:.1f} %")
            for name, (part, whole) in counts.items():
                if part != (whole if kind == "bad" else 0):
                    print(f"    {name:16} {part}/{whole}")


def score_independent(folder: Path) -> None:
    """Prints, for each half (one JSON Lines file) of the independent corpus, the share stopped per set and language."""
    for path in sorted(folder.glob("*.jsonl")):
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        total, stopped = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
        for case in cases:
            places = [(case["set"], case["lang"]), (case["set"], "all")]
            total.update(places)
            stopped.update(places if judge(case["text"], case["lang"]).blocked else [])
        print(f"independent corpus, {path.stem}: {len(cases)} texts")
        for group, language in total:
            part, whole = stopped[group, language], total[group, language]
            print(f"    {group:16} {language:4} stopped {part}/{whole} = {100 * part / whole:.1f} %")


def speed(folder: Path) -> None:
    """Prints the time of ordinary texts and of every attack."""
    corpora = [tomllib.loads(path.read_text(encoding="utf-8")) for path in folder.glob("*/*.toml")]
    texts = [text for corpus in corpora for kind in corpus.values() for some in kind.values() for text in some]
    times = sorted(seconds(text, 1) for text in texts)
    median, late, most = (1e3 * value for value in (statistics.median(times), times[int(0.99 * len(times))], times[-1]))
    print(f"{len(texts)} texts: median {median:.3f} ms, 99 % {late:.3f} ms, most {most:.3f} ms")
    for name, text in ({name: filled(seed) for name, seed in ATTACKS.items()} | {"new words": new_words()}).items():
        print(f"64 KB of {name:18} {1e3 * seconds(text):7.1f} ms")


def main() -> None:
    """Everything, over the folder named or the repository's own corpus."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else CORPUS
    begun = time.process_time()
    judge("")
    print(f"loading {time.process_time() - begun:.2f} s")
    score(folder)
    score_independent(INDEPENDENT)
    speed(folder)


if __name__ == "__main__":
    main()
