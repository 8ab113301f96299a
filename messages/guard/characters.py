"""Characters as a reader sees them: folds any script's look-alikes, marks and hidden characters into plain small letters.

Knows Unicode and which character stands for which; must not know words, languages or rules.
"""

import re
import unicodedata
from itertools import accumulate
from typing import Final

_LOOK_ALIKES: Final = {
    **dict(zip("абвгеёзиклмнопрстуфхцьэѕіјһԁԛԝґєїқ", "abbreeenklmhonpctyfxubesijhdqwreik", strict=True)),
    **dict(zip("αβγδεηικλμνορσςτυχωϲϳ", "abydenikluvopoctuxwcj", strict=True)),
    **dict(zip("ΗΝΜΥΣΛΕΖ", "hnmyeaez", strict=True)),
    **dict(zip("ıłøđħŧðþɑɡɩʟɴʀꞓօոսհցաԍ", "ilodhtdpagilnrconuhgwg", strict=True)),
    **dict(zip("ɐǝɔɟƃɥᴉɾʞɯɹʇʌʍʎ", "aecfghijkmrtvwy", strict=True)),
    **dict.fromkeys("’‘ʼ`´′＇‛", "'"),
    **dict.fromkeys("‐‑‒–—―−﹘", "-"),
    **dict.fromkeys("“”„«»‹›〝〞", '"'),
    **dict.fromkeys("💲💵💰💸💴💶💷🤑🪙", "$"),
    "ß": "ss", "æ": "ae", "œ": "oe", "@": "a", "。": ".", "٪": "%", "¡": " ", "💯": " 100% ", "🆓": " free ",
    "🎁": " gift ", "🔟": "10", "⁄": "/", "¦": "|", "ǀ": "|", "✱": "*", "•": "·", "⚠": "·", "\ue000": "y", "\n": "\n", "\r": " ", "\t": " ",
    "®": "r", "©": "c", "™": "", "₵": "c", "¢": "c", "¥": "y", "₦": "n", "₮": "t",
}  # fmt: skip
_NAMED_LETTER: Final = re.compile(r"(?:LATIN|INDICATOR).*LETTER (?:(?:SMALL|CAPITAL|TURNED|OPEN|SIDEWAYS) )*([A-Z])\b")


def _decomposed(character: str) -> str:
    """One character taken apart, marks and format characters dropped, small letters."""
    category = unicodedata.category(character)
    if category in {"Cf", "Cc", "Mn", "Me", "Mc", "Co", "Cn", "Cs"}:
        return ""
    if category == "Nd":
        return str(unicodedata.digit(character))
    if category == "Sc":
        return "€" if character == "€" else "$"
    if category.startswith("Z"):
        return " "
    parts = unicodedata.normalize("NFKD", character.lower())
    return "".join(_LOOK_ALIKES.get(part, part) for part in parts if not unicodedata.combining(part)).lower()


def _folded(character: str) -> str:
    """What one character stands for: a few ASCII characters, nothing, or `·` for a symbol or letter of another script."""
    known = _LOOK_ALIKES.get(character, _LOOK_ALIKES.get(character.lower()))
    if known is not None:
        return known
    if character.isascii() and character.isprintable():
        return character.lower()
    plain = _decomposed(character)
    if not plain or plain.isascii() or plain in "¿€":
        return plain
    named = _NAMED_LETTER.search(unicodedata.name(character, ""))
    return named.group(1).lower() if named else "·"


class _Folding(dict[int, str]):
    """The table for `str.translate`, filled as characters are met; a character always gives the same result."""

    def __missing__(self, code: int) -> str:
        plain = _folded(chr(code))
        self[code] = plain
        return plain


_FOLDING: Final = _Folding()
_SPANISH_YES: Final = re.compile(r"(?<!\w)([sS])[íÍ](?!\w)")
_WRAPPED_LINE: Final = re.compile(r"\n(?=[ \t]*[a-zà-öø-ÿ])")
_UPSIDE_DOWN: Final = re.compile(r"(?<=\w)¡(?=\w)")
_TALL: Final = re.compile(r"(?<=[A-Z])l(?=[A-Z])|(?<=[a-zà-ÿ])I(?=[a-zà-ÿ])")
_REVERSED: Final = "\u202e"
_KEYS_APART: Final = re.compile(r"(?<=\u20e3) (?=\d\ufe0f?\u20e3)")
"""What stands between two keys of a telephone: nobody sets figures so but to hide a number of several."""
_NOTHING: Final = "\u200b"


def fold(text: str) -> str:
    """`text` as plain small letters, digits and punctuation; what has no meaning for a reader is gone. Linear."""
    if "\n" in text:
        text = _WRAPPED_LINE.sub(" ", text)
    if "¡" in text:
        text = _UPSIDE_DOWN.sub("i", text)
    if "í" in text or "Í" in text:
        text = _SPANISH_YES.sub("\\1\ue000", text)
    text = _one_number(text)
    if _TALL.search(text):
        text = _TALL.sub(lambda stroke: "i" if stroke.group() == "l" else "l", text)
    return text.translate(_FOLDING)


def _one_number(text: str) -> str:
    """`text`, as long as it was, with keys such as `7️⃣ 5️⃣` set together."""
    return _KEYS_APART.sub(_NOTHING, text) if "\u20e3" in text else text


def offsets(text: str, enough: int) -> list[int]:
    """For each character boundary of `fold(text)`, its place in `text`, for the first `enough` characters at least."""
    places: list[int] = []
    for place, character in enumerate(_one_number(text)):
        places.extend([place] * len(_FOLDING[ord(character)]))
        if len(places) > enough:
            return places
    places.append(len(text))
    return places


def runs_backwards(text: str) -> bool:
    """Whether `text` asks to be displayed from right to left, which hides words written backwards."""
    return _REVERSED in text


def starts(pieces: list[str]) -> list[int]:
    """Where each piece begins in the text they were cut from, and where the last one ends."""
    return list(accumulate(map(len, pieces), initial=0))
