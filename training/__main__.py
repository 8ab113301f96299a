"""`python -m training [guard|danger] [--check]`: learns the weights anew, or says whether they are those of today's rows."""

import argparse
import json
import zlib
from collections import Counter
from collections.abc import Callable
from typing import Final

import numpy as np

from messages.classifier.features import SIZE
from messages.classifier.model import FOLDER, header
from messages.guard import RULES
from messages.guard.characters import fold
from training import rows
from training.fit import DECAY, fit, judged, packed

HEADS: Final[dict[str, tuple[str, ...]]] = {
    "guard": (rows.VIOLATION, *RULES),
    "danger": (rows.DANGER, "emergency", "crisis", "opt_out", "delete_data", *rows.MENTIONED),
}
DECAYS: Final = {"guard": DECAY, "danger": 0.004}
"""Measured on messages held out of learning: patients' messages are of many more authors, and want weights that trust no single word."""
SOURCES: Final[dict[str, Callable[[], list[rows.Row]]]] = {"guard": rows.guard, "danger": rows.danger}


def learn(model: str) -> None:
    """Write the weights of one model."""
    found = SOURCES[model]()
    learnt_from = rows.digest(found)
    found += rows.own() if model == "guard" else rows.own_names()
    counts = Counter(kind for row in found for kind in row.kinds)
    parts = [judged(fold(row.text) if model == "guard" else row.text) for row in found]
    heads, tables = [], []
    for head in HEADS[model]:
        among = [at for at, row in enumerate(found) if _tells(model, head, row)]
        weights, bias = fit([parts[at] for at in among], [head in found[at].kinds for at in among], DECAYS[model])
        table, step = packed(weights)
        heads.append({"name": head, "step": round(step, 8), "bias": round(bias, 6), "rows": counts[head]})
        tables.append(table)
        print(f"{model} {head}: {counts[head]} of {len(among)} rows")
    told = {"model": model, "size": SIZE, "rows": len(found), "digest": learnt_from, "heads": heads}
    body = zlib.compress(np.concatenate(tables).tobytes(), 9)
    (FOLDER / f"{model}.weights").write_bytes(json.dumps(told).encode() + b"\n" + body)
    print(f"{model}: {len(body) // 1024} KB")


def _tells(model: str, head: str, row: rows.Row) -> bool:
    """Whether a row teaches anything about a head: each rule of the guard is learnt among violations, an illness where one is mentioned."""
    if model == "guard":
        return head == rows.VIOLATION or bool(row.kinds & set(RULES))
    return head not in rows.MENTIONED or rows.mentions(row, head)


def main() -> None:
    """Learn or check what was asked for."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("models", nargs="*", metavar="|".join(HEADS))
    arguments.add_argument("--check", action="store_true", help="only say whether the weights are those of today's rows")
    wanted = arguments.parse_args()
    models = wanted.models or list(HEADS)
    if not wanted.check:
        for model in models:
            learn(model)
        return
    stale = [model for model in models if header(model)["digest"] != rows.digest(SOURCES[model]())]
    if stale:
        raise SystemExit(f"learnt from other rows than today's: {', '.join(stale)}. Run `python -m training {' '.join(stale)}`.")


if __name__ == "__main__":
    main()
