"""langdetect with only the profiles that can matter here, the same answer every time.

Knows the library; must not know when it is asked. It is imported on first use: it takes a moment to load.
"""

from functools import cache
from pathlib import Path
from typing import Any, Final

from messages.understanding.answers_text import sound

_LANGUAGES: Final = ("en", "es", "pt", "fr", "de", "it", "nl")


@cache
def _factory() -> Any:  # noqa: ANN401 - langdetect publishes no types
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    DetectorFactory.seed = 0
    factory = DetectorFactory()
    factory.load_json_profile([(Path(PROFILES_DIRECTORY) / language).read_text(encoding="utf-8") for language in _LANGUAGES])
    return factory


def detect(said: str) -> tuple[str, float]:
    """The likeliest language of a text and its probability from 0 to 1; `("unclear", 0.0)` when it has no letters to go by."""
    from langdetect.lang_detect_exception import LangDetectException

    detector = _factory().create()
    detector.append(sound(said))
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return "unclear", 0.0
    return (str(found[0].lang), float(found[0].prob)) if found else ("unclear", 0.0)
