"""Follow-up as staff see it: lists by where a check-in stands, a person's trend with its figures, the two steps, and cohorts."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from html import unescape
from pathlib import Path

import httpx
import pytest

from bot.console import wording
from bot.console.follow_up import DAYS, VIEWS, milestones
from bot.follow_up_steps import STOP_REASONS
from flows.protocol import load
from storage.check_ins import CheckIn
from storage.models_check_ins import CHECK_IN_STATES, ZONE_SOURCES
from tests.bot.checking import answers_all, asked
from tests.bot.console.people import Person, signed_in
from tests.bot.instruments import licensed_folder
from tests.bot.reviewing import act
from tests.bot.rig import Rig, running
from tests.bot.test_appointments import monthly
from tests.databases import SqliteDatabases
from tests.follow_up import Treated, tells, treated

ENGLISH = {"Accept-Language": "en"}


def enter(rig: Rig, user: str = "ana", days_ago: int = 33) -> Treated:
    """Somebody treated so many days ago, entered on that day."""
    at = rig.clock() - timedelta(days=days_ago)
    with rig.parts.database.write() as uow:
        one = treated(uow, user, at.date(), at=at)
        uow.commit()
    return one


def tell(rig: Rig, one: Treated, milestone: str, *, cues: tuple[str, ...] = ("none",), **scores: float) -> None:
    """They answer now."""
    with rig.parts.database.write() as uow:
        tells(uow, one.case, milestone, rig.clock(), cues=cues, **scores)
        uow.commit()


def rows(rig: Rig, one: Treated) -> dict[str, CheckIn]:
    """Their check-ins."""
    with rig.parts.database.read() as uow:
        return {row.milestone: row for row in uow.check_ins.of_case(one.case.id)}


def invite(rig: Rig, one: Treated, milestone: str) -> None:
    """A check-in was asked."""
    with rig.parts.database.write() as uow:
        uow.check_ins.invited(rows(rig, one)[milestone].check_in_id, f"s-{milestone}", "check-in-invitation", rig.clock(), rig.clock())
        uow.check_ins.left(f"s-{milestone}", rig.clock())
        uow.commit()


def seen(page: httpx.Response) -> str:
    """The words of a page."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page.text)).split())


def listed(page: httpx.Response) -> list[tuple[str, str]]:
    """Every row of the list: the case, and the words of the rest."""
    found = re.findall(r'<tr>\s*<th scope="row"><a class="mono tap" href="/cases/([0-9a-f]+)/follow-up">(.*?)</tr>', page.text, re.DOTALL)
    return [(case, " ".join(re.sub(r"<[^>]+>", " ", rest).split())) for case, rest in found]


def kept(page: httpx.Response) -> dict[str, str]:
    """How each milestone was kept, as a share."""
    return dict(re.findall(r'<th scope="row">([^<]+)</th><td class="num"[^>]*>([^<]*)</td>', page.text))


@pytest.fixture
async def eva(rig: Rig) -> AsyncIterator[Person]:
    """A coordinator."""
    async with signed_in(rig, "coordinator") as one:
        yield one


@pytest.fixture
async def sqlite_rig_with_koos(sqlite_databases: SqliteDatabases, tmp_path: Path) -> AsyncIterator[Rig]:
    """The runtime of a clinic that licensed a long instrument."""
    folder = licensed_folder(tmp_path / "measures")
    async with running(sqlite_databases.fresh(tmp_path), tmp_path, measures_dir=folder) as here:
        yield here


async def test_a_check_in_stands_on_the_list_it_belongs_to(rig: Rig, eva: Person) -> None:
    """Not asked yet, asked without answer, window closed: each on its own, and answered on none."""
    ana = enter(rig)
    tell(rig, ana, "2d")
    invite(rig, ana, "1m")
    pages = {view: await eva.get(f"/follow-up?view={view}&days=90", **ENGLISH) for view in VIEWS}
    found = {str(view): listed(page) for view, page in pages.items()}
    assert {case for rows_ in found.values() for case, _ in rows_} == {ana.case.case_id}
    assert "at 3 months" in found["due"][0][1]
    assert "at 1 month" in found["unanswered"][0][1]
    assert ("before the treatment" in found["overdue"][0][1], "at 2 weeks" in found["overdue"][1][1]) == (True, True)
    assert {view: len(rows_) for view, rows_ in found.items()} == {"due": 1, "unanswered": 1, "overdue": 2, "worse": 0}


async def test_the_numbers_on_the_tabs_are_the_lengths_of_the_lists(rig: Rig, eva: Person) -> None:
    """Under every filter of the address."""
    for user, days in (("ana", 33), ("eva", 5), ("leo", 100)):
        enter(rig, user, days)
    for days in (7, 365):
        for milestone in ("", "1m", "3m"):
            for view in VIEWS:
                page = await eva.get(f"/follow-up?view={view}&days={days}&milestone={milestone}")
                count = re.search(r'aria-current="page">[^<]+<span class="count">(\d+)', page.text)
                assert count is not None
                assert len(listed(page)) == int(count[1]), (view, days, milestone)


async def test_who_got_worse_is_listed_with_the_instrument(rig: Rig, eva: Person) -> None:
    """By the latest check-in; who got better is not."""
    ana, leo = enter(rig), enter(rig, "leo")
    for one, before, now in ((ana, 4, 7), (leo, 7, 4)):
        tell(rig, one, "baseline", nrs_pain=before)
        tell(rig, one, "1m", nrs_pain=now)
    assert listed(await eva.get("/follow-up?view=worse", **ENGLISH))[0][0] == ana.case.case_id
    assert len(listed(await eva.get("/follow-up?view=worse"))) == 1


async def test_adherence_counts_what_is_settled(rig: Rig, eva: Person) -> None:
    """Answered of those asked, by milestone; an open window is not counted."""
    ana, leo = enter(rig), enter(rig, "leo")
    tell(rig, ana, "14d")
    invite(rig, leo, "14d")
    invite(rig, leo, "2d")
    told = kept(await eva.get("/follow-up?days=90", **ENGLISH))
    assert (told["at 2 weeks"], told["at 2 days"], "at 1 month" in told) == ("50 %", "0 %", False)
    assert rows(rig, leo)["14d"].state == "sent"


async def test_adherence_counts_nobody_who_was_never_asked(rig: Rig, eva: Person) -> None:
    """A window that passed without a text says nothing of the person; where nobody was asked there is no share."""
    ana, leo = enter(rig), enter(rig, "leo")
    tell(rig, ana, "14d")
    told = kept(await eva.get("/follow-up?days=90", **ENGLISH))
    assert rows(rig, leo)["14d"].invited_at is None
    assert (told["at 2 weeks"], told["at 2 days"]) == ("100 %", "–")


@pytest.mark.parametrize("query", ["view=x", "days=0", "days=9e9", "milestone=<script>", "view=due&view=worse", "days="])
async def test_an_address_nobody_knows_shows_the_usual_list(rig: Rig, eva: Person, query: str) -> None:
    """Never a fault, never its words on the page."""
    enter(rig)
    page = await eva.get(f"/follow-up?{query}")
    assert (page.status_code, "<script>" in page.text) == (200, False)


async def test_a_trend_is_a_picture_and_a_table_that_say_the_same(rig: Rig, eva: Person) -> None:
    """Value, change, direction, marks; the line of the alert; no style in the page."""
    ana = enter(rig)
    tell(rig, ana, "baseline", nrs_pain=5, psfs=4)
    tell(rig, ana, "14d", nrs_pain=3, psfs=2, pgic=6)
    tell(rig, ana, "1m", cues=("infection",), nrs_pain=7.5)
    page = await eva.get(f"/cases/{ana.case.case_id}/follow-up", **ENGLISH)
    words, charts = seen(page), re.findall(r'<svg class="trend".*?</svg>', page.text, re.DOTALL)
    assert [re.findall(r'class="value"[^>]*>([^<]+)<', chart) for chart in charts] == [["5", "3", "7.5"], ["4", "2"], ["6"]]
    assert 'aria-label="Pain: before the treatment 5; at 2 weeks 3; at 1 month 7.5. Lower is better."' in charts[0]
    for told in ("Lower is better.", "Higher is better.", "reaches a change of 2 (Farrar 2001", "+2.5", "−2", "alerts: worse"):
        assert told in words
    assert (charts[0].count("mark alerts"), charts[0].count('class="alert"'), charts[2].count('class="alert"')) == (1, 1, 0)
    assert (" style=" in page.text, "▲" in words) == (False, True)


async def test_every_scale_has_its_own_chart_by_its_name(rig: Rig, eva: Person) -> None:
    """With the day the form was filled in, and the scale that got worse on the list."""
    ana = enter(rig)
    scores = {"pain": 75.0, "symptoms": 75.0, "adl": 75.0, "sport": 75.0, "qol": 75.0}
    for milestone, sport in (("baseline", 75.0), ("1m", 0.0)):
        tell(rig, ana, milestone)
        reading = {"measure": "koos", "version": "1", "scorer": 1, "items": {}, "value": 75.0, "scores": {**scores, "sport": sport}}
        with rig.parts.database.write() as uow:
            at = (rig.clock() - timedelta(days=2)).isoformat()
            uow.check_ins.add_reading(rows(rig, ana)[milestone].check_in_id, {**reading, "mode": "form", "at": at}, "es")
            uow.commit()
    page = await eva.get(f"/cases/{ana.case.case_id}/follow-up", **ENGLISH)
    names = re.findall(r'<h2 id="m-koos-\w+">[^<]+: ([^<]+)</h2>', page.text)
    assert names == ["pain", "symptoms", "daily living", "sport and leisure", "quality of life"]
    assert [chart.count("mark alerts") for chart in re.findall(r'<svg class="trend".*?</svg>', page.text, re.DOTALL)] == [0, 0, 0, 1, 0]
    assert "Outcome Score: sport and leisure" in listed(await eva.get("/follow-up?view=worse", **ENGLISH))[0][1]


async def test_a_lower_score_stands_lower_on_the_chart(rig: Rig, eva: Person) -> None:
    """0 on the bottom line, 10 on the top one, the middle between."""
    ana = enter(rig)
    for milestone, pain in (("baseline", 10), ("14d", 5), ("1m", 0)):
        tell(rig, ana, milestone, nrs_pain=pain)
    page = await eva.get(f"/cases/{ana.case.case_id}/follow-up")
    points = re.search(r'<polyline class="line" points="([^"]+)"', page.text)
    assert points is not None
    assert [float(point.split(",")[1]) for point in points[1].split()] == [30, 105, 180]


async def test_the_time_zone_is_corrected_and_what_was_not_sent_moves(rig: Rig, eva: Person) -> None:
    """Seven hours earlier from Mexico City to Madrid in the same season; in the audit log and on the timeline."""
    ana = enter(rig)
    before = rows(rig, ana)["12m"].due_at
    done = await eva.post(f"/cases/{ana.case.case_id}/follow-up/zone", {"zone": "Europe/Madrid"})
    assert (done.status_code, rows(rig, ana)["12m"].due_at - before) == (303, -timedelta(hours=7))
    page = seen(await eva.get(f"/cases/{ana.case.case_id}/follow-up", **ENGLISH))
    assert "By the clock of Europe/Madrid. Set by staff." in page
    with rig.parts.database.read() as uow:
        assert [(each.actor, each.reason) for each in uow.timeline.of(ana.case.id) if each.action == "follow_up_zone_corrected"] == [
            (eva.member.staff_ref, "staff")
        ]


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd", "europe/madrid"])
async def test_what_is_no_zone_changes_nothing(rig: Rig, eva: Person, zone: str) -> None:
    """422 in words."""
    ana = enter(rig)
    before = rows(rig, ana)
    done = await eva.post(f"/cases/{ana.case.case_id}/follow-up/zone", {"zone": zone}, **ENGLISH)
    assert (done.status_code, "no time zone" in seen(done), rows(rig, ana) == before) == (422, True, True)


async def test_follow_up_is_stopped_once_and_after_a_second_look(rig: Rig, eva: Person) -> None:
    """Without the tick nothing happens; afterwards nothing is open, and a second press is refused."""
    ana = enter(rig)
    path = f"/cases/{ana.case.case_id}/follow-up/stop"
    unsure = [await eva.post(path, data) for data in ({"reason": "died"}, {"reason": "x", "sure": "1"}, {"sure": "1"})]
    assert [page.status_code for page in unsure] == [422] * 3
    assert (await eva.post(path, {"reason": "died", "sure": "1"})).status_code == 303
    assert {(row.state, row.reason, row.next_at) for row in rows(rig, ana).values()} == {("stopped", "died", None)}
    assert (await eva.post(path, {"reason": "died", "sure": "1"})).status_code == 409
    page = await eva.get(f"/cases/{ana.case.case_id}/follow-up", **ENGLISH)
    assert ("Stopped" in seen(page), "follow-up/stop" in page.text, "follow-up/zone" in page.text) == (True, False, False)


async def test_a_step_without_its_token_is_refused(rig: Rig, eva: Person) -> None:
    """Both forms."""
    ana = enter(rig)
    for step, data in (("zone", {"zone": "Europe/Madrid"}), ("stop", {"reason": "died", "sure": "1"})):
        assert (await eva.web.post(f"/cases/{ana.case.case_id}/follow-up/{step}", data=data)).status_code == 403
    assert {row.state for row in rows(rig, ana).values()} == {"planned"}


async def test_a_case_without_treatment_says_so(rig: Rig, eva: Person) -> None:
    """No form, no chart, and a step is refused."""
    await rig.simulate("leo", text="hola")
    case_id = await rig.case_of("leo")
    page = await eva.get(f"/cases/{case_id}/follow-up", **ENGLISH)
    assert ("No treatment is recorded" in seen(page), '<form method="post" action="/cases' in page.text) == (True, False)
    assert (await eva.post(f"/cases/{case_id}/follow-up/zone", {"zone": "Europe/Madrid"})).status_code == 409


async def test_every_look_is_noted(rig: Rig, eva: Person) -> None:
    """Lists, a person, cohorts; no score in the log."""
    ana = enter(rig)
    for path in ("/follow-up", f"/cases/{ana.case.case_id}/follow-up", "/follow-up/cohorts"):
        assert (await eva.get(path)).status_code == 200
    with rig.parts.database.read() as uow:
        noted = [(row.action, row.object) for row in uow.audit.page(0, 500) if row.action.startswith("follow_up.")]
    assert noted == [("follow_up.read", "follow_up"), ("follow_up.case_read", ana.case.case_id), ("follow_up.cohorts_read", "follow_up")]


async def test_cohorts_show_no_small_group(rig: Rig, eva: Person) -> None:
    """Four people are "<5"; the fifth brings the figures."""
    for n in range(5):
        one = enter(rig, f"p{n}")
        tell(rig, one, "baseline", nrs_pain=8)
        tell(rig, one, "1m", nrs_pain=8 - n)
        page = seen(await eva.get("/follow-up/cohorts?measure=nrs_pain", **ENGLISH))
        assert ("<5" in page, "All conditions 5 −2 −3 … −1" in page) == ((True, False) if n < 4 else (False, True)), n


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_code_has_words(language: wording.Language) -> None:
    """States, sources of a zone, milestones, reasons to stop, instruments of ours, views."""
    keys = [f"check-in-{state}" for state in CHECK_IN_STATES] + [f"zone-from-{source}" for source in ZONE_SOURCES]
    keys += [f"milestone-{code}" for code in milestones()] + [f"check-in-why-{reason}" for reason in STOP_REASONS]
    keys += [f"measure-{name}" for name, measure in load().measures.items() if measure.wording == "ours"]
    keys += [f"follow-up-{view}{end}" for view in VIEWS for end in ("", "-lead", "-none")]
    keys += [f"direction-{measure.score(measure.main).direction}" for measure in load().measures.values()]
    assert [key for key in keys if not wording.catalog().has(key, language)] == []
    assert len(DAYS) == len(set(DAYS))


async def test_a_check_in_whose_window_has_closed_takes_no_form(sqlite_rig_with_koos: Rig) -> None:
    """Answers of today are no figure of a milestone long past, and no link can be sent until the next check-in."""
    rig = sqlite_rig_with_koos
    ana = enter(rig, days_ago=60)
    invite(rig, ana, "1m")
    with rig.parts.database.write() as uow:
        uow.cases.describe(ana.case, language="es", indication=["knee_osteoarthritis"], evidence_tier="B")
        uow.commit()
    async with signed_in(rig, "coordinator") as eva:
        page = await eva.get(f"/cases/{ana.case.case_id}/follow-up", **ENGLISH)
        done = await eva.post(f"/cases/{ana.case.case_id}/follow-up/form", {"measure": "koos"})
    assert (done.status_code, "while a check-in is open" in seen(page), "Send the link" in seen(page)) == (409, True, False)


async def test_staff_send_the_link_to_a_long_questionnaire(sqlite_rig_with_koos: Rig) -> None:
    """Only once a check-in has begun, only of the case's conditions; the chat names neither instrument nor condition."""
    rig = sqlite_rig_with_koos
    ana = enter(rig)
    with rig.parts.database.write() as uow:
        uow.cases.describe(ana.case, language="es", indication=["knee_osteoarthritis"], evidence_tier="B")
        uow.commit()
    path = f"/cases/{ana.case.case_id}/follow-up/form"
    async with signed_in(rig, "coordinator") as eva:
        assert (await eva.post(path, {"measure": "koos"})).status_code == 409
        invite(rig, ana, "1m")
        assert (await eva.post(path, {"measure": "hoos"})).status_code == 422
        assert (await eva.post(path, {"measure": "koos"})).status_code == 303
        page = seen(await eva.get(f"/cases/{ana.case.case_id}/follow-up", **ENGLISH))
    with rig.parts.database.read() as uow:
        told = uow.messages.for_conversation(ana.conversation.id, 0)[-1]
    assert (told.message_key, "KOOS" in told.text, "rodilla" in told.text.lower()) == ("check_in-form", False, False)
    assert "0 of 42 answered" in page


@pytest.mark.parametrize("most", [7, 8])
async def test_the_page_tells_how_often_the_person_was_written_to_unasked(rig: Rig, eva: Person, most: int) -> None:
    """And, once the month is spent, that a person has to call."""
    ana = enter(rig)
    monthly(rig, ana.case.case_id, most)
    page = seen(await eva.get(f"/cases/{ana.case.case_id}/follow-up", **ENGLISH))
    assert f"{most} texts were sent unasked in the last 30 days, of at most {load().follow_up.messages_per_month}" in page
    assert ("reach the person by telephone" in page) is (most == load().follow_up.messages_per_month)


async def test_danger_told_of_in_a_check_in_stays_on_it(rig: Rig, eva: Person) -> None:
    """On its row and in the list, also when the check-in was answered with "none" after the hold was lifted."""
    at = rig.clock()
    with rig.parts.database.write() as uow:
        one = treated(uow, "rosa", at.date(), at=at, channel="simulator", account="simulator")
        for row in uow.check_ins.of_case(one.case.id):
            if row.milestone != "2d":
                uow.check_ins.end(row.check_in_id, "stopped", "test", at)
        uow.commit()
    rig.clock.move(days=2, hours=2)
    await asked(rig)
    await rig.simulate("rosa", text="tengo fiebre y la rodilla está roja y caliente")
    await act(rig, "physician", one.case.case_id, "lift", {"resume": True, "reason": "called"})
    await rig.simulate("rosa", text="seguir")
    await answers_all(rig, one, "rosa")
    assert rows(rig, one)["2d"].state == "answered"
    shown = seen(await eva.get(f"/cases/{one.case.case_id}/follow-up", **ENGLISH))
    assert re.search("▲ emergency: «[^»]*rodilla está roja[^»]*»", shown), shown
    for milestone, found in (("", 1), ("2d", 1), ("1m", 0)):
        people = listed(await eva.get(f"/follow-up?view=worse&milestone={milestone}", **ENGLISH))
        assert ([case for case, _ in people], len(people)) == ([one.case.case_id] * found, found), milestone
