"""Properties of the weighing that hold for any answers, also malformed ones."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from flows.protocol import ANSWER, Contraindication, Question, load, presumed_severity, severity_of

ROWS = load().contraindications
RANK = {None: 0, "info": 1, "caution": 2, "hard": 3}
WORDS = sorted({word for row in ROWS for question in row.follow_ups for word in question.options} | {"yes", "no", "unsure", "", "none"})
junk = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8), st.sampled_from(WORDS), st.dates(),
    st.lists(st.sampled_from(WORDS), max_size=3).map(tuple),
)  # fmt: skip
rows = st.sampled_from(ROWS)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def answers_to(row: Contraindication) -> st.SearchStrategy[dict[str, object]]:
    """Any answers to a row's own question, follow-ups and heard facts, each perhaps missing."""
    names = [ANSWER, *(question.id for question in row.follow_ups), *row.heard, *([row.derived.fact] if row.derived else [])]
    return st.dictionaries(st.sampled_from(names), junk)


@settings(max_examples=300, deadline=None)
@given(st.data(), rows, days)
def test_only_a_clear_answer_raises_nothing(data: st.DataObject, row: Contraindication, today: date) -> None:
    """A row stays silent only on its reassuring answer, on "does not apply" where offered, or on a derived fact that is known."""
    answers = data.draw(answers_to(row))
    if severity_of(row, answers, today=today) is None:
        said = answers.get(ANSWER)
        words = {"yes"} if said is True else {"no"} if said is False else set(said) if isinstance(said, tuple) else {str(said).strip()}
        clear = {"no" if row.flagged_by == "yes" else "yes", "not_applicable"}
        assert words & clear or (ANSWER not in answers and row.derived is not None and row.derived.fact in answers)


@settings(max_examples=300, deadline=None)
@given(st.data(), rows, days)
def test_weighing_never_fails_and_repeats_itself(data: st.DataObject, row: Contraindication, today: date) -> None:
    """Any answers at all have a weight, and the same answers the same one."""
    answers = data.draw(answers_to(row))
    assert severity_of(row, answers, today=today) in RANK
    assert severity_of(row, answers, today=today) == severity_of(row, dict(answers), today=today)


@settings(max_examples=300, deadline=None)
@given(st.data(), rows, days)
def test_a_raised_row_is_never_lighter_than_its_lightest(data: st.DataObject, row: Contraindication, today: date) -> None:
    """A raised row weighs severity_yes or what one of its rules says, never nothing."""
    answers = data.draw(answers_to(row)) | {ANSWER: row.flagged_by}
    assert severity_of(row, answers, today=today) in {row.severity_yes, *(rule.severity for rule in row.rules)}


@settings(max_examples=200, deadline=None)
@given(st.data(), rows, days)
def test_forgetting_an_answer_never_lightens(data: st.DataObject, row: Contraindication, today: date) -> None:
    """Taking away what was known about follow-ups makes a raised row weigh the same or more, unless it was heard."""
    answers = {key: value for key, value in data.draw(answers_to(row)).items() if key not in row.heard} | {ANSWER: row.flagged_by}
    assert RANK[presumed_severity(row, today=today)] >= RANK[severity_of(row, answers, today=today)]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["past_malignancy", "thrombosis"]), days, st.integers(0, 20_000), st.integers(0, 2_000))
def test_the_more_recent_weighs_at_least_as_much(name: str, today: date, ago: int, closer: int) -> None:
    """Moving an event nearer to today never lightens it."""
    row = load().contraindication(name)
    dated = next(question.id for question in row.follow_ups if question.kind == "date")
    event = today - timedelta(days=ago)
    weights = [
        RANK[severity_of(row, {ANSWER: "yes", dated: day.isoformat()}, today=today)]
        for day in (event, min(today, event + timedelta(days=closer)))
    ]
    assert weights[0] <= weights[1]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(["past_malignancy", "thrombosis"]), days, st.dates(date(1950, 1, 1), date(2089, 12, 31)))
def test_a_vaguer_date_weighs_at_least_as_much(name: str, today: date, event: date) -> None:
    """Month or year alone never weighs less than the day itself."""
    row = load().contraindication(name)
    dated = next(question.id for question in row.follow_ups if question.kind == "date")
    said = (event.isoformat(), event.isoformat()[:7], event.isoformat()[:4])
    weights = [RANK[severity_of(row, {ANSWER: "yes", dated: day}, today=today)] for day in said]
    assert weights == sorted(weights)


@settings(max_examples=200, deadline=None)
@given(st.floats(-1e6, 1e6))
def test_a_stored_quantity_is_plausible_or_nothing(value: float) -> None:
    """Whatever is entered, in whichever unit, what is stored lies within the range."""
    for question in every_number():
        quantity = question.quantity
        assert quantity is not None
        for unit in (quantity.unit, *(other.unit for other in quantity.also), "parsec"):
            stored = quantity.stored(value, unit)
            assert stored is None or quantity.low <= stored <= quantity.high


def every_number() -> list[Question]:
    """Every numeric question of the protocol."""
    asked = [question for row in ROWS for question in row.follow_ups]
    asked += [factor.question for factor in load().host_factors] + list(load().questions.values())
    return [question for question in asked if question.kind == "number"]
