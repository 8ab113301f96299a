"""An option told first and talked about afterwards: `ambos, o esquerdo começou depois`, `jeudi plutôt, le mardi j'ai la kiné`.

Knows when the first clause of an answer, or the one behind a correction, is the whole choice; must not know what the options are about.
"""

from messages.understanding import answers_options as by_words
from messages.understanding import answers_text as text
from messages.understanding.answers_clauses import is_spared
from messages.understanding.answers_lexicon import group_phrases, table
from messages.understanding.answers_offered import Choices
from messages.understanding.answers_options import Words


def first_clause(row: Words) -> tuple[Words, Words]:
    """A row parted at its first mark."""
    end = next((place for place, word in enumerate(row) if text.is_break(word)), len(row))
    return row[:end], row[end + 1 :]


def foremost(row: Words, said: Words, offered: Choices) -> str | None:
    """The one option that is told apart by how the clauses stand; `said` is the row with its courtesies."""
    found = instead(said, offered) or leading(row, offered) or preferred(said, offered)
    return found or never_did(row, offered) or wished(said, offered)


def leading(row: Words, offered: Choices) -> str | None:
    """The option that is the whole first clause, where the rest names no other: `ambos, o esquerdo começou depois`."""
    head, rest = first_clause(row)
    both = offered.with_concept("both")
    found = by_words.exact(head, offered.options) or by_words.numbered_part(head, offered.options) or _both(head, offered)
    if len(found) != 1 or not rest or offered.multi or (found[0] == both and _is_less(rest, offered.language)):
        return None
    affirmed, denied = by_words.mentioned(rest, offered.options, offered.language)
    allowed = {*found, *(offered.real() if found[0] == both else ())}
    taken_back = group_phrases(offered.language, "hedges", "corrected").find(rest)
    return found[0] if allowed.issuperset([*affirmed, *denied]) and not taken_back else None


def _both(head: Words, offered: Choices) -> list[str]:
    """The option "both" where a clause of today names it and nothing else: `os dois doem`."""
    affirmed, denied = by_words.mentioned(head, offered.options, offered.language)
    earlier = group_phrases(offered.language, "choice", "past_marks").find(head)
    return affirmed if affirmed == [offered.with_concept("both")] and not denied and not earlier else []


def _is_less(rest: Words, language: str) -> bool:
    """Whether a clause takes one of the two out: `both, but the left is fine now`."""
    return any(is_spared(clause, language) for clause in text.clauses(rest))


def preferred(row: Words, offered: Choices) -> str | None:
    """The one option of a first clause that asks for it, whatever is told of the others behind it: `par courriel svp, j'entends mal`."""
    language = offered.language
    reasons = group_phrases(language, "choice", "because").find(row)
    reason = reasons[0].start if reasons else len(row)
    head, rest = min(first_clause(row), (row[:reason], row[reason:]), key=lambda parts: len(parts[0]))
    asked = group_phrases(language, "choice", "preferred")
    more = group_phrases(language, "choice", "or", "adverbs", "except").find(rest)
    taken_back = group_phrases(language, "hedges", "corrected").find(rest)
    joined = group_phrases(language, "choice", "joins").at(rest, 0)
    if (
        _is_well(head, language)
        or offered.multi
        or not rest
        or not (asked.find(head) or rest == row[reason:])
        or asked.find(rest)
        or more
        or taken_back
        or joined
    ):
        return None
    affirmed, denied = by_words.mentioned(head, offered.options, language)
    return affirmed[0] if len(affirmed) == 1 and not denied else None


def _is_well(row: Words, language: str) -> bool:
    """Whether a word for better tells how something is, and is no wish: `the right is better`."""
    being = {phrase[0] for said in table(language)["choice"]["being"] if (phrase := text.key(said))}
    asked = group_phrases(language, "choice", "preferred").find(row)
    return any(found.start and row[found.start - 1] in being for found in asked)


def behind_correction(row: Words, offered: Choices) -> Words:
    """The row behind the last word that takes an option back, where options are named on either side of it: `hip, no sorry, back`."""
    for turn in reversed(group_phrases(offered.language, "hedges", "corrected").find(row)):
        before, after = row[: turn.start], row[turn.end :]
        wished = bool(before and after) and text.is_break(after[0]) and not text.is_break(before[-1])  # `jeudi plutôt, ...`
        if not wished and all(by_words.mentioned(part, offered.options, offered.language)[0] for part in (before, after)):
            return tuple(after[1:] if text.is_break(after[0]) else after)
    return row


def never_did(row: Words, offered: Choices) -> str | None:
    """The one option that begins with "never", where the first clause says no more than never to have done it: `nunca fui a eso`."""
    head, _ = first_clause(row)
    never = {phrase[0] for phrase in by_words.concept_phrases("never", offered.language) if len(phrase) == 1}
    options = [option.id for option in offered.options if any(own[0] in never for own in option.own)]
    said = group_phrases(offered.language, "choice", "never_did").at(head, 0)
    rest = set(head[said.end :]) - by_words.stop_words(offered.language) if said else {""}
    return options[0] if len(options) == 1 and not rest else None


def instead(row: Words, offered: Choices) -> str | None:
    """The option named once another is denied: `o joelho não, esse tá bom, é o ombro`; of a pair the other: `not the left one`."""
    language, both = offered.language, offered.with_concept("both")
    said = text.clauses(row)
    denying = by_words.negations(language)
    first = _alone(said[0], offered) if said else []
    if offered.multi or len(first) != 1 or not _is_denied(said, denying):
        return None
    rest = [clause for clause in said[1:] if not denying.issuperset(clause) and not is_spared(clause, language)]
    named = {name for clause in rest for name in _alone(clause, offered)}
    others = [name for name in offered.real() if name not in {both, *first}]
    if len(said) == 1 or not named:
        return others[0] if both and first != [both] and len(others) == 1 and said[0][0] in denying and not rest else None
    return named.pop() if len(named) == 1 and not named & set(first) else None


def _is_denied(said: list[Words], denying: frozenset[str]) -> bool:
    """Whether the first clause denies what it names, or the next one is no more than a no."""
    head, after = said[0], said[1] if len(said) > 1 else ()
    return head[0] in denying or head[-1] in denying or (bool(after) and denying.issuperset(after))


def _alone(clause: Words, offered: Choices) -> list[str]:
    """Options a clause names, whatever it says of them."""
    own = tuple(word for word in clause if word not in by_words.negations(offered.language))
    affirmed, denied = by_words.mentioned(own, offered.options, offered.language)
    return [*affirmed, *denied]


def wished(row: Words, offered: Choices) -> str | None:
    """The one option of the only clause that begins with a wish: `vivo en Monterrey pero prefiero Guadalajara`."""
    language = offered.language
    turns = group_phrases(language, "choice", "wished", "but", "because", "or", "adverbs").find(row)
    starts = [turn.end for turn in turns if turn.group == "wished" and (not turn.start or _begins(row, turn.start, language))]
    if len(starts) != 1 or offered.multi:
        return None
    ends = [turn.start for turn in turns if turn.start >= starts[0] and turn.group in {"but", "because"}]
    ends += [place for place in range(starts[0], len(row)) if text.is_break(row[place])]
    end = min(ends, default=len(row))
    affirmed, denied = by_words.mentioned(row[starts[0] : end], offered.options, language)
    more = by_words.mentioned(row[end:], offered.options, language)[0]
    return affirmed[0] if len(affirmed) == 1 and not denied and not set(more) - set(affirmed) else None


def _begins(row: Words, start: int, language: str) -> bool:
    """Whether a clause begins at a place, or one word before it: `pero mejor`, `, yo prefiero`."""
    but = {word for phrase in table(language)["choice"]["but"] for word in text.key(phrase)}
    speaker = {word for phrase in table(language)["choice"]["speaker"] for word in text.key(phrase)}
    place = start - 1 if row[start - 1] in speaker else start
    return place <= 0 or text.is_break(row[place - 1]) or row[place - 1] in but


def names_everything(row: Words, offered: Choices) -> bool:
    """Whether every option is told at once, whatever is said behind it: `já fiz todas elas e nada resolveu`."""
    language = offered.language
    said = group_phrases(language, "choice", "everything").find(row)
    affirmed, denied = by_words.mentioned(row, offered.options, language)
    if not said or affirmed or denied or by_words.negations(language).intersection(row[: said[0].start]):
        return False
    joins = {word for phrase in table(language)["choice"]["joins"] for word in text.key(phrase)}
    after = row[said[0].end : said[0].end + 1]
    return not after or not after[0].isalnum() or after[0] in joins
