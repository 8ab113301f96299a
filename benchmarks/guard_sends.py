"""Sends the guard must stop: templates, variables and staff's own words from a grammar of violations, in four languages.

The grammar stands beside this module. Every text it marks as violating is judged exactly as the sender asks it; one that would leave is
printed and ends the run with 1.

Run: `nice python -m benchmarks.guard_sends [COUNT] [SEED]`; COUNT is 1 000 000 unless given. The same seed gives the same texts.
"""

import random
import re
import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from messages.guard import judge
from messages.prompt import LANGUAGES

COUNT: Final = 1_000_000
_SHOWN: Final = 20
SEED: Final = 4
Grammar = dict[str, dict[str, list[str]]]
_LOCALES: Final = Path(__file__).parents[1] / "messages" / "locales"
_NAMES: Final = ("Ana", "Luis", "Marie", "John Paul", "María José", "O'Neill", "Núñez")
_AMOUNTS: Final = ("5,400", "12.000", "7500", "9 800", "4.999", "15k", "25 000", "18,500.00")
_MARKS: Final = ("$", "€", "USD ", "MXN ", "R$ ", "£")
_VARIABLE: Final = re.compile(r"\{ \$[a-z_-]+ \}")
DISGUISES: Final[dict[str, Callable[[str], str]]] = {
    "plain": str,
    "capitals": str.upper,
    "hidden characters": "\u200b".join,
    "fullwidth": lambda text: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text),
    "soft hyphens": "\u00ad".join,
    "cyrillic": lambda text: text.translate(str.maketrans("aceopxy", "асеорху")),
    "two lines": lambda text: text.replace(" ", "\n", 1),
}


@dataclass(frozen=True, slots=True)
class Send:
    """One text that must not leave: its language, how it was disguised, and the text."""

    language: str
    disguise: str
    text: str


def grammar() -> Grammar:
    """The symbols of each language and what they may become."""
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def templates(language: str) -> list[str]:
    """Sentences of the shipped texts of `language`, NAME in the place of each variable, for the words around a violation."""
    lines = [line.strip() for path in sorted((_LOCALES / language).glob("*.ftl")) for line in path.read_text(encoding="utf-8").splitlines()]
    filled = [_VARIABLE.sub("NAME", line) for line in lines if line.endswith(".")]
    return [line for line in filled if not set(line) & set('{}=[]#*"“”')]


def expanded(rules: dict[str, list[str]], symbol: str, dice: random.Random) -> str:
    """One sentence of the grammar `rules` from `symbol`."""
    if symbol == "money":
        return dice.choice(_MARKS) + dice.choice(_AMOUNTS)
    text = dice.choice(rules[symbol])
    while "{" in text:
        begin, end = text.index("{"), text.index("}")
        text = text[:begin] + expanded(rules, text[begin + 1 : end], dice) + text[end + 1 :]
    return text


def sends(count: int, seed: int) -> Iterator[Send]:
    """`count` texts that the grammar marks as violating, each between shipped sentences and after a name."""
    dice = random.Random(seed)
    rules, around = grammar(), {language: templates(language) for language in LANGUAGES}
    for _ in range(count):
        language = dice.choice(LANGUAGES)
        disguise = dice.choice(list(DISGUISES))
        violation = DISGUISES[disguise](expanded(rules[language], "S", dice))
        name, before, after = dice.choice(_NAMES), dice.choice(around[language]), dice.choice(around[language])
        yield Send(language, disguise, f"{name}. {before} {violation}. {after}".replace("NAME", name))


def main() -> int:
    """Judges every send; returns 0 when none would leave, else 1."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else SEED
    left, judged = Counter[tuple[str, str]](), 0
    begun = time.perf_counter()
    for send in sends(count, seed):
        judged += 1
        if not judge(send.text, send.language).blocked:
            left[send.language, send.disguise] += 1
            if left.total() <= _SHOWN:
                print("LEAVES", send)
    took = f"{time.perf_counter() - begun:.1f} s, {time.process_time():.1f} s of processor"
    print(f"{judged} sends judged, {left.total()} would leave, {took}")
    return 1 if left else 0


if __name__ == "__main__":
    sys.exit(main())
