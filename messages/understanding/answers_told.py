"""A yes or no told with a story: what is concluded last, what is said of oneself after others, what was stopped or cleared.

Knows how the parts of a longer answer stand to one another; the words are data (`[told]` in `answers/*.toml`, beside those of
`[yes_no]`): `lead` speaks of the telling itself, `hence then` lead to a conclusion unless `whether` makes it one of many,
`plain_yes plain_no never agreeing signing` are verdicts, `that_no` denies only what was asked, `self self_yes self_no self_never` speak
of oneself and `others` of other people, `double` denies a denial, `grasped` only says that the question is understood, `suspected
cleared pending` and `formerly stopped suspended lessened began` tell what became of something, `taking being ailing regular unfailing`
that it goes on, `harmless` what is no medicine, `no_one everyone` but `except_me`, `doctor said another` who told it, `later` puts the
answer off, a `tag` asks nothing, and `idle` words look like one of these and are none; `alike` likens
oneself to others, `just` is all there is, `knowing` is what somebody else would have to say, `lasting` goes on to this day. Is asked
only where the words alone gave no reading; must not know what was asked, nor guess where a doubt, a question or a correction is left open.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from messages.understanding import answers_text as text
from messages.understanding.answers_lexicon import Found, lexicon
from messages.understanding.answers_reading import Read, Reading, Reprompt
from messages.understanding.answers_yes_no import DOUBT, NO, YES, doubted, letter_at, read_yes_no

_LETTERS: Final = {
    "hence": "H",
    "then": "#",
    "self": "S",
    "self_yes": "SY",
    "self_no": "S0",
    "self_never": "SV",
    "that_no": "H0",
    "formerly": "p",
    "others": "f",
    "plain_yes": "1",
    "plain_no": "0",
    "never": "V",
    "lead": "l",
    "double": "D",
    "grasped": "G",
    "suspected": "j",
    "cleared": "J",
    "stopped": "X",
    "suspended": "K",
    "lessened": "z",
    "began": "Q",
    "taking": "t",
    "being": "o",
    "ailing": "I",
    "regular": "r",
    "harmless": "%",
    "no_one": "O",
    "everyone": "v",
    "except_me": "m",
    "doctor": "@",
    "said": "+",
    "another": "F",
    "tag": "u",
    "later": "Z",
    "signing": "&",
    "whether": "i",
    "pending": "U",
    "unfailing": "T",
    "agreeing": "M",
    "idle": "w",
    "alike": "=",
    "just": "~",
    "knowing": ">",
    "lasting": "<",
}
"""The letter each group is written as; all other words keep the letters they have in `answers_yes_no`."""

_SETTLED: Final = tuple(
    (re.compile(pattern), letter)
    for pattern, letter in (
        (r"Cg", "Y"),
        (r"(?<=[01YN])[,;]*=[vwfo]*(?=[,;]|$)", ""),
        (r"=[vwo]{0,2}f", "w"),
        (r"=", "w"),
        (r"~(?![wt]{0,3}%)", "x"),
        (r"f[wf]{0,3}>", "U"),
        (r">", "w"),
        (
            r"^(?=[^E]*E[wqhI,;]*$)([^0NVULR?kE]*[1Y][^0NVULR?kE]*[wIh]{2}[^0NVULR?kE]*|[^1YULR?kE]*[0NV][^1YULR?kE]*[wIh]{2}[^1YULR?kE]*)E[wqhI,;]*$",
            r"\1",
        ),
        (r"^[^ULR?]*k[,;]*([0N1Y])[0N1Y,;wr]*E[^ULR?10NY]*$", r"\1"),
        (r"[AE]", "k"),
        (r"^([,;]*[10]),f(?=,)", r"\1"),
        (r"C", "y"),
        (r"g", "U"),
        (r"[BP]", "w"),
        (r"(?<=[0NU])[,;]*s[,;]*$", ""),
        (r"s", "k"),
        (r"c[,;]*$", ""),
        (r"S[,;]*\?", "S,"),
        (r"w{0,2}&[,;]*\??", "1"),
        (r"u\??", ","),
        (r"(?:(?<=[,;HlS#])|^)y(?=[,;]|$)", "Y"),
        (r"n(?=[,;]|$)", "N"),
        (r"y|(?<![,;])(?<!^)n", "w"),
        (r"([,;?YNU])\1+|(?<=wwwwwwww)w+", r"\1"),
    )
)

_NO: Final = r"(?:[0N]+h{0,2}(?=[,;]|$)|0[,;]*[NV][NVwh]*|V[NVwh0]*)"
_YES: Final = r"(?:1[1Y,;]*[^ULRk?c0NVXZz]*|Y+(?=[,;]|$))"
_REST_NO: Final = r"(?:[,;][^ULRk?c1YDQtoxZ]*)?$"
_REST_YES: Final = r"(?:[,;][^ULRk?c0NVXZz]*)?$"

_VERDICTS: Final = tuple(
    (re.compile(pattern), verdict)
    for pattern, verdict in (
        (rf"(?![,;]*i)[^ULR?Z]*H[,;]*{_NO}{_REST_NO}", Read(NO)),
        (rf"(?![,;]*i)[^fULR?Z]*H[,;]*{_YES}{_REST_YES}", Read(YES)),
        (rf"[^ULR?Z1Yi]*#[,;]*{_NO}{_REST_NO}", Read(NO)),
        (rf"[^fULR?Z1Yi]*#[,;]*{_YES}{_REST_YES}", Read(YES)),
        (rf"(?:[,;w]*|[^UR?LZ]*f[^UR?LZ]*)S[,;]*{_NO}{_REST_NO}", Read(NO)),
        (rf"(?:[,;w]*|[^UR?LZ]*f[^UR?LZ]*)S[,;]*{_YES}{_REST_YES}", Read(YES)),
        (rf"[^ULR?NV0ZXk]*G[^ULR?NV0ZXk]*[c,;]*{_NO}{_REST_NO}", Read(NO)),
        (rf"[^ULR?1YZXk]*G[^ULR?1YZXk]*c[,;]*{_YES}{_REST_YES}", Read(YES)),
        (rf"[,;w]{{0,2}}[cD][,;]*{_YES}{_REST_YES}", Read(YES)),
        (r"[,;w]{0,2}D(?:[,;]+c?|c)[^ULRk?c0NVXZ]*[w1YtoI][^ULRk?c0NVXZ]*$", Read(YES)),
        (r"[^ULR?Z1YVDtoQX]*j[^ULR?Z1YDtoQX]*J[^ULR?ZcDk1YtoQ]*$", Read(NO)),
        (r"(?=.*[waK].*[waK])[^ULR?ZDkizf1Y]*X[^ULRk?c1YtoQTdzZ]*$", Read(NO)),
        (r"(?=.*K)(?=.*[pX])[^ULR?ZDk1YtoQzf]*$", Read(NO)),
        (r"[^ULR?Z1Yf]*c[^ULR?Z0NVXf]*Q[^ULR?Z0NVXckKpf]*$", Read(YES)),
        (r"[,;S]*(?:w{1,2}[,;])?t[wqhIo,]{0,8}[rT][^ULR?Z0NVXckKpf%xz]*$", Read(YES)),
        (r"[,;S]*ow{0,2}I[wqh,;]*[rT][^ULR?Z0NVXckKpfxz]*$", Read(YES)),
        (r"[,;]*0[^ULR?1Yckfo]*%[^ULR?1Yckfo]*0[,;]*$", Read(NO)),
        (r"(?=.*[0NV])(?:[0NVn][whIi0NVn]{0,8}[,;]+)+[0NVn][whI0NVn]*[,;]*$", Read(NO)),
        (r"[,;]*w{0,2}[Ih]w{0,2}0(?:[,;][^ULRk?c1YDQtoxZ]*)?$", Read(NO)),
        (r"[,;]*w{0,2}[Ih]w{0,2}1(?:[,;][^ULRk?c0NVXZxpf]*)?$", Read(YES)),
        (r"[^UR?LZ1Y]*f[^UR?LZ1Y]*c[,;]*[So]w{0,4}[,;]+0[,;]*$", Read(NO)),
        (r"[,;]*[0N][,;][^ULRk?c1YDQtoxZfdpiXKz%]*$", Read(NO)),
        (r"(?:[,;w]{0,2}0|S0)[,;]+c?f[w,;f]*$", Read(NO)),
        (r"[wqhIoHrt,;]*c[,;]*0[,;]*$", Read(NO)),
        (r"[wqhIoHrt,;]*c[,;]*1[1Y,;]*$", Read(YES)),
        (r"[,;S]*r[wr]{0,4}t[w,;]*$", Read(YES)),
        (r"[0N]$", Read(NO)),
        (r"[1Y]$", Read(YES)),
        (r"[,;]*1w{0,2}[,;][^ULR?Z0NVXkcifpx]*$", Read(YES)),
        (r"[wIoh]{0,5}[1Y][,;]*c[wq,;Y]*[ra][wr,;]*$", Read(YES)),
        (r"[,;]*[1Y]w{0,2}T[wf,;]*$", Read(YES)),
        (r"[,;]*T[w,;]*[Tr][wTr,;]*$", Read(YES)),
        (r"[^ULR?Z0NVXkcfipx]*M[^ULR?Z0NVXkcfipx]*$", Read(YES)),
        (r"[,;]*[0N][,;]*~[wt%]{0,3}%[w%,;]*$", Read(NO)),
        (r"[0Nwqhn,;]*[0N][,;]+[x~][wt%]{0,3}%[w%,;]*$", Read(NO)),
        (r"[^ULR?Z1Yk]*O[^ULR?Z1Yk]*m[^ULR?0NVcZk]*$", Read(YES)),
        (r"[^ULR?Z0NVk]*v[^ULR?Z0NVk]*m[^ULR?1YcZk]*$", Read(NO)),
        (r"[^ULR?Z0NVXkcifpx]*(?:;[1Y]|,[1Y])(?=[,;]|$)[^ULR?Z0NVXkcifpx]*$", Read(YES)),
        (r"[^ULR?Z1YXkcifpxDtoQ]*;0[,;]*$", Read(NO)),
        (r"[^ULR?Z0NVXkcifpx]*@[wq]{0,3}\+[wqY]{0,3}1[^ULR?Z0NVXkcifpx]*$", Read(YES)),
        (r"[,;w]{0,2}S[1Y][,;]+c?w?f[w0N,;]*$", Read(YES)),
        (r"[,;w]{0,2}S[0N][,;]+c?w?f[w1Y,;]*$", Read(NO)),
        (r"[,;w]*SY[,;]*1[,;][^ULR?0NVXkcipx]*$", Read(YES)),
        (r"[,;]*[1Y]w{0,6}W[^ULR?0NVXkcifpx]*$", Read(YES)),
        (r"[wqrh]{1,5}V[,;]*$", Read(NO)),
        (r"[,;]*[0N],w{0,4}x[wI]{1,4},[0N][wIh]{1,4}[,;]*$", Read(NO)),
        (r"[,;]*[0N][,;]*k[k,;]*w[kw,;]{1,9}[1Y](?:[,;][w,;]*)?$", Read(YES)),
        (r"[^ULR?Z1YNV0Xcifpx]*;(?:[0N]+[,;]*)+$", Read(NO)),
        (r"[^ULR?Z1YNV0Xcifpx]*;(?:[1Y]+[,;]*)+$", Read(YES)),
        (r"[^ULR?Z0NVXkcifpx]*[,;]w{0,2}<[w,;]*$", Read(YES)),
        (r"[,;]*o,1[,;][^ULR?0NVXkcipx]*$", Read(YES)),
        (rf"[,;w]{{0,2}}S0w{{1,5}}[0N]{_REST_NO}", Read(NO)),
        (r"[^ULR?Z0NVk]*f[^ULR?Z0NVk]*m[^ULR?1YcZk]*$", Read(NO)),
        (r"(?=.*[1Y])(?=.*[0NV])[^R?Z]*[@+F][^R?Z]*[0NV1Y][^R?Z]*[@F][^R?Z]*[0NV1Y][wq,;H#S]*(?:U[wq,;]*)?$", DOUBT),
        (r"[,;]*U[,;][^R?L01YNVDXQtr]*$", DOUBT),
        (r"[,;]*U\?[^R01YN?]*U[,;w]*$", DOUBT),
        (r"(?=.*[1Y])(?=.*[0NV])[^R?Z]*[@+][^R?Z]*F[^R?Z]*[0NV1Y][wq,;H#]*(?:U[wq,;]*)?$", DOUBT),
        (r"[^R?LZ01YNVDXf]*c[,;]*w{0,2}U[^R?L01NV]*$", DOUBT),
        (r"[^R?LZDXk]*[,;cH#]U[w]{0,2}[,;]*$", DOUBT),
        (r"[^R?LZ]*[H#][,;]*U[wiohIq,;]*$", DOUBT),
        (r"[wq@fS,;]{1,4}U[,;]*(?:c[^R?L1Y]*)?$", DOUBT),
        (r"[wY1,;0N]{0,4}c[,;]*U(?:[,;][^R?LZ]*)?$", DOUBT),
        (r"[,;w]{0,2}(?:U[?,;]*){2,}[wqhf,;]*$", DOUBT),
        (r"[,;w]{0,2}U[?,;]+c[wqhf,;]*U[wq,;0N]*$", DOUBT),
    )
)
"""The first pattern that a longer answer's letters match decides; what none matches is asked again."""

_ECHO: Final = re.compile(r"[,;]*(?:[wo]{0,2}[Ih]w{0,2}|[wo]{1,2})\?[^?L]+$|[,;]*S,[^?]+$")
"""What was asked, said again before the answer: "cancer? no", "who, me? never"."""

_HARD: Final = frozenset(".!;:")


def _longest(row: Sequence[str], start: int, language: str) -> Found | None:
    """What is told at a place, unless the words of a plain yes or no say more there."""
    told, plain = (lexicon(language, section).at(row, start) for section in ("told", "yes_no"))
    return told if told and (plain is None or told.end >= plain.end) else None


def _walk(row: Sequence[str], language: str) -> Iterator[tuple[int, int, str]]:
    """Every word once, left to right: where a phrase begins and ends, and its letter."""
    start = 0
    while start < len(row):
        told = _longest(row, start, language)
        letter, end = (_LETTERS[told.group], told.end) if told else _plain(row, start, language)
        yield start, end, letter
        start = end


def _letters(row: Sequence[str], language: str) -> str:
    unsure, undone = doubted(row, language) | doubted(row, language, "pending"), doubted(row, language, "undone")
    letters = []
    for start, end, letter in _walk(row, language):
        said = set(range(start, end))
        doubtful = letter not in {"D", "X", "T"} and said & (unsure | undone)
        letters.append(("U" if said & unsure else "L") if doubtful else letter)
    return "".join(letters)


def _plain(row: Sequence[str], start: int, language: str) -> tuple[str, int]:
    if row[start] == "?" or text.is_break(row[start]):
        return ";" if row[start] in _HARD else "?" if row[start] == "?" else ",", start + 1
    if re.fullmatch(r"(?:19|20)\d\d", row[start]):
        return "r", start + 1
    letter, end = letter_at(row, start, language)
    return {"o": "U", "O": "k", "v": "w"}.get(letter, letter), end


def _without_lead(row: Sequence[str], language: str) -> Sequence[str]:
    """The words behind those that speak of the telling itself, a "no" before them included: "no, I don't mind you asking. Yes"."""
    led = False
    for start, _, letter in _walk(row, language):
        if letter in {"l", "e"}:
            led = True
        elif led and letter not in {"0", "N"}:
            return row[start:]
        elif letter not in {"", "0", "N", "n", ",", ";", "#", "H"}:
            break
    return row


def letters_of_told(folded: str, language: str) -> str:
    """The letters a longer answer is judged by, for those who tune the word lists."""
    letters = _letters(text.words(folded), language)
    for pattern, letter in _SETTLED:
        letters = pattern.sub(letter, letters)
    return letters


def read_told(folded: str, language: str) -> Reading:
    """Folded text read as `read_yes_no` does, and where that gives nothing, by how its parts stand to one another."""
    plain = read_yes_no(folded, language)
    if isinstance(plain, Read):
        return plain
    row = text.words(folded)
    rest = _without_lead(row, language)
    if len(rest) < len(row):
        return read_told(" ".join(rest), language)
    letters = letters_of_told(folded, language)
    if _ECHO.match(letters) and "?" in row:
        return read_told(" ".join(row[row.index("?") + 1 :]), language)
    return next((verdict for pattern, verdict in _VERDICTS if pattern.match(letters)), Reprompt(plain.reason))
