"""Who is asked which screening row. Knows ages, subjects and earlier answers; not wording, steps or sessions."""

from collections.abc import Mapping, Sequence

from flows.protocol.contraindication import Applies, Contraindication


def applies(
    row: Contraindication,
    *,
    age: float | None,
    subject: str,
    indications: Sequence[str] = (),
    answers: Mapping[str, object] | None = None,
) -> bool:
    """Whether the row is asked of this person. `age` in years, `subject` self or other, `answers` by row id.

    What is not known never spares anyone a question: an unknown age, subject or condition is asked.
    """
    who = row.applies
    fits_age = age is None or who.age_min <= int(age) <= who.age_max
    fits_subject = not who.subject or subject in ("", who.subject)
    fits_indication = not who.indications or not indications or any(name in who.indications for name in indications)
    return row.ask != "never" and fits_age and fits_subject and fits_indication and not _spared(who, answers or {})


def _spared(who: Applies, answers: Mapping[str, object]) -> bool:
    return any(answers.get(name) == answer for name, answer in who.unless)
