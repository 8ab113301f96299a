"""A person's own numbers over time as a picture: one panel a measure, labels of 16 pixels and more, never by colour alone.

Knows how to draw; must not judge a number. The text beside it says the same. The drawing library is imported when first needed.
"""

import io
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from bot.time_axis import places
from flows.check_in_end import COMMA
from messages.catalog import shipped

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WIDTH: Final = 720
PANEL: Final = 340
DPI: Final = 100
SMALLEST: Final = 17
"""Pixels of the smallest letters: a phone shows the picture at half its size or less."""
LARGER: Final = 20
INK, PAPER = "#1b1b1b", "#ffffff"
STYLES: Final = (("#0b5fa5", "o", "-"), ("#8a4b00", "s", "--"))
"""Colour, marker and line of each panel: three ways to tell them apart."""
HIGHEST: Final = 10
MARGIN: Final = 0.1
"""Room for the words below the first and the last number, as a share of the time between them."""


def picture(series: str, language: str) -> bytes:
    """A PNG of a series as `flows.check_in_end` writes it: {measure: [[milestone, value], …]}, values 0 to 10."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    panels: Mapping[str, Sequence[tuple[str, float]]] = json.loads(series)
    figure = Figure(figsize=(WIDTH / DPI, PANEL * len(panels) / DPI), dpi=DPI, facecolor=PAPER, layout="constrained")
    FigureCanvasAgg(figure)
    rows = figure.subplots(len(panels), 1, squeeze=False)
    for place, (measure, points) in enumerate(panels.items()):
        _panel(rows[place][0], shipped().text(f"check_in-chart_{measure}", language), points, language, place)
    out = io.BytesIO()
    figure.savefig(out, format="png", metadata={"Software": None})
    return out.getvalue()


def _panel(axes: "Axes", title: str, points: Sequence[tuple[str, float]], language: str, nth: int) -> None:
    colour, marker, line = STYLES[nth % len(STYLES)]
    labels = [shipped().text(f"check_in-at_{milestone}", language) for milestone, _ in points]
    values = [value for _, value in points]
    size: dict[str, Any] = {"fontsize": _points(SMALLEST), "color": INK}
    large = {**size, "fontsize": _points(LARGER)}
    at = places([milestone for milestone, _ in points])
    axes.plot(at, values, color=colour, marker=marker, linestyle=line, linewidth=3, markersize=11)
    for place, value in zip(at, values, strict=True):
        axes.annotate(_spelled(value, language), (place, value), xytext=(0, 12), textcoords="offset points", ha="center", **large)
    axes.set_title(title, loc="left", **large)
    axes.set_ylim(-0.8, HIGHEST + 2)
    axes.set_yticks([0, 5, HIGHEST], labels=["0", "5", "10"], **size)
    axes.set_xticks(at, labels=[_folded(label) for label in labels], **size)
    axes.set_xlim(-MARGIN, 1 + MARGIN)
    axes.grid(axis="y", color="#d0d0d0")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)


def _spelled(value: float, language: str) -> str:
    return f"{value:g}".replace(".", ",") if language in COMMA else f"{value:g}"


def _points(pixels: int) -> float:
    """A size in points, as the library counts letters."""
    return pixels * 72 / DPI


def _folded(label: str) -> str:
    """A label on two lines, so that five of them stand side by side."""
    words = label.split()
    half = (len(words) + 1) // 2
    return "\n".join(part for part in (" ".join(words[:half]), " ".join(words[half:])) if part)
