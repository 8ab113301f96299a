"""The measures of the intake: each number is the count of its list, and each comes from what happened, never from a label."""

import math
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot import hygiene
from bot.hygiene import CLOCKS, Report, TooMany, measure
from bot.hygiene_marks import FATES, kept
from bot.hygiene_period import BadPeriod, period
from bot.hygiene_share import at_most, share_of
from storage.database import Database
from storage.hygiene import ClockRow
from tests.bot.dialogue import Dialogue
from tests.bot.reviewing import ACCEPTED, DECLINED, DEFERRED, act, brought_to, call, decided, in_queue
from tests.bot.rig import Rig

NOW = datetime(2026, 3, 1, 15, 0, tzinfo=UTC)


async def a_week(rig: Rig) -> dict[str, str]:
    """Nine inquiries, one of each fate; the case of each by its fate."""
    found = {
        "patient": await brought_to(rig, "treated", "tina"),
        "accepted": await decided(rig, ACCEPTED, "alba"),
        "declined": await decided(rig, DECLINED, "dora"),
        "deferred": await decided(rig, DEFERRED, "diego"),
        "ended_by_patient": await in_queue(rig, "pablo"),
        "closed": await in_queue(rig, "carla"),
        "with_clinic": await in_queue(rig, "wanda"),
    }
    await act(rig, "coordinator", found["ended_by_patient"], "close", {"reason": "financing"})
    await act(rig, "coordinator", found["closed"], "close", {"reason": "duplicate"})
    await rig.simulate("luis", text="hola")
    found["left"] = await rig.case_of("luis")
    rig.clock.move(days=10)
    await rig.simulate("ines", text="hola")
    found["in_questions"] = await rig.case_of("ines")
    return found


@pytest.fixture
async def busy(rig_on_both: Rig) -> tuple[Rig, dict[str, str]]:
    """A clinic after a week, once on each engine."""
    return rig_on_both, await a_week(rig_on_both)


def report(rig: Rig, *, since: datetime = NOW - timedelta(days=1), days: float = 30) -> Report:
    """The measures from a day before the first inquiry."""
    with rig.parts.database.read() as uow:
        return measure(uow, since, since + timedelta(days=days), rig.clock())


async def test_a_patient_in_follow_up_is_a_patient(busy: tuple[Rig, dict[str, str]]) -> None:
    """The calendar moves the case on; what became of the inquiry stays."""
    rig, cases = busy
    with rig.parts.database.write() as uow:
        moved = uow.cases.move(cases["patient"], expected=["treated"], to="follow_up", at=rig.clock())
        desk = rig.parts.turn.desk(uow)
        desk.note(moved.case, "follow_up_begun", actor="system", was="treated", now="follow_up", reason="2d")
        desk.finish()
        uow.commit()
    assert [each.case_id for each in report(rig).carrying(["fate:patient"])] == [cases["patient"]]


async def test_every_fate_is_counted_and_listed(busy: tuple[Rig, dict[str, str]]) -> None:
    """One of each, and the list behind a number is that inquiry; the fates sum up to all inquiries."""
    rig, cases = busy
    found = report(rig)
    assert set(cases) == set(FATES)
    assert {fate: [each.case_id for each in found.carrying([f"fate:{fate}"])] for fate in FATES} == {
        fate: [case_id] for fate, case_id in cases.items()
    }
    assert sum(found.fates.values()) == found.total() == 9


async def test_every_number_is_the_length_of_its_list(busy: tuple[Rig, dict[str, str]]) -> None:
    """Walks all breakdowns and questions."""
    found = report(busy[0])
    for kind, rows in (("condition", found.conditions), ("language", found.languages)):
        for row in rows:
            assert len(found.carrying([f"{kind}:{row.name}"])) == row.total == sum(row.fates.values())
            for fate, count in row.fates.items():
                assert len(found.carrying([f"{kind}:{row.name}", f"fate:{fate}"])) == count
    for question in found.questions:
        for mark in ("seen", "standing", "left", "reworded", "unsure"):
            assert len(found.carrying([f"{mark}:{question.step}"])) == getattr(question, mark)
    for clock in CLOCKS:
        for state, count in found.deadlines[clock].items():
            assert len(found.carrying([f"clock:{clock}:{state}"])) == count


async def test_reasons_come_from_the_decision_and_from_the_patient(busy: tuple[Rig, dict[str, str]]) -> None:
    """A physician's codes are opened from the sealed decision; the patient's stand on the timeline."""
    found = report(busy[0])
    assert found.whys["declined"] == found.whys["deferred"] == {"not_fit": 1}
    assert found.whys["ended_by_patient"] == {"financing": 1}
    assert found.whys["closed"] == {"duplicate": 1}
    assert [each.case_id for each in found.carrying(["why:financing"])] == [busy[1]["ended_by_patient"]]


async def test_conditions_are_opened_from_under_their_seal(busy: tuple[Rig, dict[str, str]]) -> None:
    """The main condition counts; who confirmed none stands under "not known". No column holds it in the clear."""
    rig, _ = busy
    rows = {row.name: row.total for row in report(rig).conditions}
    assert rows == {"knee_osteoarthritis": 7, "not_known": 2}
    with rig.parts.database.read() as uow:
        stored = [str(row) for row in uow.work.all(sa.text("SELECT * FROM cases"))]
    assert not [row for row in stored if "knee" in row]


async def test_a_status_set_by_hand_changes_no_measure(busy: tuple[Rig, dict[str, str]]) -> None:
    """Fates are read from the log: a label in the case's row says nothing."""
    rig, cases = busy
    before = report(rig).fates
    with rig.parts.database.write() as uow:
        set_ = "UPDATE cases SET status = 'physician_review' WHERE case_id = :case"
        uow.work.connection.execute(sa.text(set_), {"case": cases["with_clinic"]})
        uow.commit()
    assert report(rig).fates == before


async def test_only_the_periods_own_inquiries_count(busy: tuple[Rig, dict[str, str]]) -> None:
    """The beginning is inside, the end is not."""
    rig, _ = busy
    assert report(rig, since=NOW, days=10).total() == 8
    assert report(rig, since=NOW + timedelta(seconds=1), days=20).total() == 1
    assert report(rig, since=NOW - timedelta(days=9), days=9).total() == 0


async def test_the_funnel_knows_where_people_stand_and_where_they_left(rig: Rig) -> None:
    """Seen, answered, standing, left; re-prompts by question."""
    for name, texts in {"one": ["hola", "es", "qwertz"], "two": ["hola"], "three": ["hola", "es"]}.items():
        for text in texts:
            await rig.simulate(name, text=text)
    rig.clock.move(days=10)
    await rig.simulate("three", text="sí")
    rows = {row.step: row for row in report(rig).questions}
    language, consent = rows["language.choose"], rows["consent.health_data"]
    assert (language.seen, language.answered, language.standing, language.left) == (3, 2, 1, 1)
    assert (consent.seen, consent.reworded, consent.left) == (2, 1, 1)
    assert list(rows) == [step for step in ("language.choose", "consent.health_data", "consent.messaging") if step in rows]


def test_not_sure_is_counted_from_the_answers(database: Database) -> None:
    """Opened from the sessions of the newest inquiries; the question counts as answered."""
    one = Dialogue(database).says("hola").reaches("screening.immunomodulator", {"screening.blood_disorder": "unsure"})
    with database.read() as uow:
        found = measure(uow, NOW, NOW + timedelta(days=1), one.clock())
    rows = {row.step: row for row in found.questions}
    asked, standing = rows["screening.blood_disorder"], rows["screening.immunomodulator"]
    assert (asked.seen, asked.answered, asked.unsure) == (1, 1, 1)
    assert (standing.seen, standing.answered, standing.unsure, standing.left) == (1, 0, 0, 0)
    assert found.opened == 1


async def test_times_run_from_hand_off_to_answer_and_decision(rig: Rig) -> None:
    """First response by a person's message, decision by a physician's signature; the middle and nine in ten."""
    for hours in (1, 2, 30):
        case_id = await in_queue(rig, f"p{hours}")
        rig.clock.move(hours=hours)
        await act(rig, "coordinator", case_id, "messages", {"text": "Buenas tardes."})
        rig.clock.move(hours=hours)
        assert (await act(rig, "physician", case_id, "decision", DECLINED)).status_code == 200
    found = report(rig)
    assert (found.first_response.count, found.first_response.median, found.first_response.nine_in_ten) == (3, 2.0, 30.0)
    assert (found.decision.median, found.decision.nine_in_ten) == (4.0, 60.0)
    assert (found.deadlines["first_response"]["met"], found.deadlines["first_response"]["late"]) == (2, 1)


def clock(ended: str = "", ended_at: datetime | None = None) -> ClockRow:
    """A clock due an hour after NOW."""
    return ClockRow(1, "resolution", NOW, NOW + timedelta(hours=1), ended, ended_at)


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (clock("met", NOW + timedelta(hours=1)), "met"),
        (clock("met", NOW + timedelta(hours=1, seconds=1)), "late"),
        (clock(), "running"),
    ],
)
def test_a_deadline_is_kept_to_the_second(row: ClockRow, state: str) -> None:
    """At the moment itself it is kept."""
    assert kept(row, NOW + timedelta(hours=1)) == state


def test_a_deadline_nobody_met_is_overdue_not_kept() -> None:
    """Waiting longer never turns a miss into a success."""
    assert kept(clock(), NOW + timedelta(days=9)) == "overdue"


async def test_guard_stops_opt_outs_and_lost_sends_lead_to_their_cases(rig: Rig) -> None:
    """Each with its code, in the period in which it happened."""
    case_id = await in_queue(rig)
    answer = await act(rig, "coordinator", case_id, "messages", {"text": "El tratamiento cuesta 500 dólares."})
    assert answer.status_code == 422
    await rig.simulate("ana", text="alto")
    with rig.parts.database.write() as uow:
        uow.work.connection.execute(sa.text("UPDATE outbox SET state = 'failed', reason = '63016' WHERE n = 2"))
        uow.work.connection.execute(sa.text("UPDATE outbox SET state = 'suppressed', reason = 'guard:price' WHERE n = 1 + 3"))
        uow.commit()
    found = report(rig)
    assert (found.losses["guard_stop"], found.losses["opt_out"], found.losses["failed_send"]) == (1, 1, 1)
    assert found.codes("failed_send") == {"63016": 1}
    assert found.behind("guard_stop") == found.behind("opt_out") == found.behind("failed_send", "63016") == [case_id]
    assert report(rig, since=NOW + timedelta(days=1)).losses == dict.fromkeys(found.losses, 0)


async def test_what_we_kept_to_ourselves_is_no_loss(rig: Rig) -> None:
    """A reminder that an opt-out cancelled was not lost."""
    await rig.simulate("ana", text="hola")
    with rig.parts.database.write() as uow:
        uow.work.connection.execute(sa.text("UPDATE outbox SET state = 'suppressed', reason = 'opted_out'"))
        uow.commit()
    assert sum(report(rig).losses.values()) == 0


@pytest.mark.parametrize(
    ("period_", "past", "warns"),
    [
        ((1, 30), (30, 100), True),
        ((9, 30), (30, 100), False),
        ((30, 30), (30, 100), False),
        ((0, 9), (30, 100), False),
        ((0, 30), (9, 29), False),
        ((0, 20), (0, 20), True),
        ((0, 10), (0, 19), False),
        ((0, 0), (0, 0), False),
        ((5, 5000), (1500, 5000), True),
        ((3, 30), (100, 100), True),
    ],
)
def test_a_share_that_falls_unusually_low_warns(period_: tuple[int, int], past: tuple[int, int], *, warns: bool) -> None:
    """Against the clinic's own year; too few decisions say nothing; never declining anyone is told as such."""
    assert share_of(period_, past).warns is warns


@pytest.mark.parametrize(
    ("hits", "tries", "chance", "wanted"), [(0, 10, 0.3, 0.7**10), (10, 10, 0.3, 1), (1, 3, 0.5, 0.5), (2, 9, 0, 1), (8, 9, 1, 0)]
)
def test_the_likelihood_is_exact(hits: int, tries: int, chance: float, wanted: float) -> None:
    """Known values of the binomial distribution."""
    assert math.isclose(at_most(hits, tries, chance), wanted, abs_tol=1e-12)


async def test_a_decision_taken_back_counts_as_what_replaced_it(rig: Rig) -> None:
    """Only the decision that stood at the end of the period is counted."""
    case_id = await decided(rig, DEFERRED)
    await act(rig, "physician", case_id, "decision", DECLINED)
    with rig.parts.database.read() as uow:
        assert uow.hygiene.decided(NOW, NOW + timedelta(days=1)) == (1, 1)


async def test_more_than_a_report_takes_is_refused(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    """Never a number over a part of the period."""
    await rig.simulate("one", text="hola")
    await rig.simulate("two", text="hola")
    monkeypatch.setattr(hygiene, "MOST", 1)
    with pytest.raises(TooMany):
        report(rig)
    answer = await call(rig, "coordinator", "GET", "/metrics/hygiene?from=2026-02-01&to=2026-03-05")
    assert (answer.status_code, answer.json()["rule"]) == (422, "too-many")


ZONE = "America/Mexico_City"


@pytest.mark.parametrize(
    ("query", "since", "until"),
    [
        ({"from": "2026-02-01", "to": "2026-02-28"}, "2026-02-01T06:00:00+00:00", "2026-03-01T06:00:00+00:00"),
        ({"from": "2026-02-01T00:00:00Z", "to": "2026-02-02T00:00:00Z"}, "2026-02-01T00:00:00+00:00", "2026-02-02T00:00:00+00:00"),
        ({}, "2026-01-31T06:00:00+00:00", "2026-03-02T06:00:00+00:00"),
        ({"to": "2026-02-28"}, "2026-01-30T06:00:00+00:00", "2026-03-01T06:00:00+00:00"),
    ],
)
def test_a_period_is_days_at_the_clinic_or_moments(query: dict[str, str], since: str, until: str) -> None:
    """Both days are inside; a moment says its zone."""
    found = period(query, NOW, ZONE)
    assert [moment.astimezone(UTC).isoformat() for moment in found] == [since, until]


@pytest.mark.parametrize(
    "query",
    [
        {"from": "2026-03-02", "to": "2026-03-01"},
        {"from": "ayer"},
        {"to": "2026-03-01T00:00:00"},
        {"from": "0001-01-01"},
        {"to": "9999-12-31"},
        {"from": "2026-02-30"},
        {"to": "9999-12-31T23:59:59Z"},
        {"from": "\0" * 10},
    ],
)
def test_what_is_no_period_is_refused(query: dict[str, str]) -> None:
    """With the fault, never the value."""
    with pytest.raises(BadPeriod) as fault:
        period(query, NOW, ZONE)
    assert not [value for value in query.values() if value in str(fault.value)]


async def test_the_api_tells_all_of_it(rig: Rig) -> None:
    """For every role that may see numbers, with an audit row."""
    case_id = await decided(rig, DECLINED)
    asked = "/metrics/hygiene?from=2026-03-01T00:00:00Z&to=2026-03-02T00:00:00Z"
    answers = [await call(rig, role, "GET", asked) for role in ("coordinator", "physician", "auditor", "admin")]
    assert {answer.status_code for answer in answers} == {200}
    told: dict[str, Any] = answers[0].json()
    assert (told["inquiries"], told["declined"]) == (1, {"total": 1, "reasons": {"not_fit": 1}})
    assert (told["from"], told["declined_share"]["decided"]) == ("2026-03-01T00:00:00+00:00", 1)
    assert case_id not in answers[0].text
    with rig.parts.database.read() as uow:
        assert [entry.action for entry in uow.audit.page(0, 999)].count("hygiene.read") == 4


@pytest.mark.parametrize(("query", "status"), [("from=x", 422), ("", 200), ("from=2026-03-05&to=2026-03-01", 422)])
async def test_the_api_takes_a_period_or_says_what_is_wrong(rig: Rig, query: str, status: int) -> None:
    """A problem that names the fault."""
    answer = await call(rig, "auditor", "GET", f"/metrics/hygiene?{query}")
    assert answer.status_code == status
    assert "bad-period" in answer.text or status == 200


async def test_strangers_see_no_number(rig: Rig) -> None:
    """Nobody without a token."""
    assert (await rig.web.get("/api/v1/metrics/hygiene")).status_code == 401
