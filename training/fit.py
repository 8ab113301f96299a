"""Logistic regression over hashed features, one head at a time: plain arithmetic, the same rows always give the same weights.

Knows numbers only; must not know where rows come from.
"""

from collections.abc import Sequence
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from messages.classifier.features import SIZE, spans, windows

Places: TypeAlias = NDArray[np.int64]
Weights: TypeAlias = NDArray[np.float64]

EPOCHS: Final = 14
RATE: Final = 0.5
DECAY: Final = 2e-5
FAINT: Final = 0.02
"""A weight smaller than this is left out: it tells nothing and fills the file."""


def judged(text: str) -> list[Places]:
    """The features of each part of a text that the running product judges, the whole first."""
    return [np.fromiter(sorted(span.places), dtype=np.int64) for span in windows(spans(text))]


def samples(texts: Sequence[list[Places]], kind: Sequence[bool]) -> tuple[list[Places], list[bool]]:
    """Whole texts; of a text that is not of the kind also every part, since none of them is either."""
    xs: list[Places] = []
    ys: list[bool] = []
    for parts, is_kind in zip(texts, kind, strict=True):
        taken = parts[:1] if is_kind else parts
        xs += taken
        ys += [is_kind] * len(taken)
    return xs, ys


def fit(texts: Sequence[list[Places]], kind: Sequence[bool], decay: float = DECAY, seed: int = 1) -> tuple[Weights, float]:
    """Weights and bias of one head."""
    return _descend(*samples(texts, kind), decay, seed)


def _descend(xs: list[Places], ys: list[bool], decay: float, seed: int) -> tuple[Weights, float]:
    """AdaGrad over shuffled samples, both kinds counted alike; `decay` draws every weight in use towards nothing."""
    weights, squares = np.zeros(SIZE), np.full(SIZE, 1e-8)
    bias, bias_squares = 0.0, 1e-8
    share = max(1, sum(ys)) / max(1, len(ys))
    weigh = {True: min(4.0, 0.5 / share), False: max(0.5, 0.5 / (1 - share)) if share < 1 else 1.0}
    order = np.random.default_rng(seed)
    for _ in range(EPOCHS):
        for at in order.permutation(len(xs)):
            places, scale = xs[at], 1.0 / float(np.sqrt(len(xs[at]) + 1))
            odds = bias + float(weights[places].sum()) * scale
            pull = (1.0 / (1.0 + float(np.exp(-odds))) - ys[at]) * weigh[bool(ys[at])]
            step = pull * scale + decay * weights[places]
            squares[places] += step * step
            weights[places] -= RATE * step / np.sqrt(squares[places])
            bias_squares += pull * pull
            bias -= RATE * pull / float(np.sqrt(bias_squares))
    return weights, bias


def packed(weights: Weights) -> tuple[NDArray[np.int8], float]:
    """The weights as whole numbers from -127 to 127 and the step between them."""
    kept = np.where(np.abs(weights) < FAINT, 0.0, weights)
    step = max(float(np.abs(kept).max()) / 127.0, 1e-6)
    return np.round(kept / step).astype(np.int8), step
