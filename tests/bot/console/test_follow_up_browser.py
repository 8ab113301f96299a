"""Follow-up and the patient's form in Chromium: nothing blocked, inaccessible or too wide; the form stopped and taken up again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from bot import form_links
from bot.instruments import instruments
from storage.staff import StaffMember
from tests.bot.console.chromium import chromium, page, sound
from tests.bot.console.people import account
from tests.bot.console.served import Served, served
from tests.bot.instruments import licensed_folder
from tests.bot.rig import Rig
from tests.databases import SqliteDatabases
from tests.follow_up import tells, treated

pytestmark = [pytest.mark.browser]


@dataclass
class Clinic:
    """The console served, six people treated 33 days ago, and the link to a form of one of them."""

    served: Served
    eva: StaffMember
    case_id: str
    form: str


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One browser for the file."""
    with chromium() as one:
        yield one


@pytest.fixture(scope="module")
def clinic(browser: Browser, sqlite_databases: SqliteDatabases, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Clinic]:  # noqa: ARG001 - without a browser nothing is served
    """In this process, in a thread of its own."""
    folder = tmp_path_factory.mktemp("follow-up")
    measures = licensed_folder(folder / "measures", "koos_jr")
    with served(sqlite_databases.fresh(folder), folder, measures_dir=measures) as here:
        case_id, form = followed(here.rig, here.address)
        yield Clinic(here, account(here.rig, "coordinator", name="Eva"), case_id, form)


def followed(rig: Rig, address: str) -> tuple[str, str]:
    """The first of six got worse and reports an infection, and has a form; the others got better."""
    at = rig.clock() - timedelta(days=33)
    with rig.parts.database.write() as uow:
        everyone = [treated(uow, f"p{n}", at.date(), at=at, channel="simulator", account="simulator") for n in range(6)]
        for n, one in enumerate(everyone):
            uow.cases.describe(one.case, language="es", indication=["knee_osteoarthritis"], evidence_tier="B")
            tells(uow, one.case, "baseline", at, nrs_pain=6, psfs=4)
            tells(uow, one.case, "14d", at + timedelta(days=14), nrs_pain=5 - n / 2, psfs=5)
        tells(uow, everyone[0].case, "1m", rig.clock(), cues=("infection",), nrs_pain=8, psfs=3, pgic=6)
        desk = rig.parts.turn.desk(uow)
        talk = desk.hold_conversations([everyone[0].conversation.id])[0]
        row = form_links.where_asked(uow.check_ins.of_case(everyone[0].case.id), None, rig.clock())
        assert row is not None
        measure = instruments(rig.parts.settings.measures_dir)["koos_jr"]
        assert form_links.send(rig.parts.turn, desk, talk, row, measure, address)
        desk.finish()
        link = uow.messages.for_conversation(everyone[0].conversation.id, 0)[-1].text.partition("/form/")[2].split()[0]
        uow.commit()
    return everyone[0].case.case_id, f"/form/{link}"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark"), (390, "light"), (1280, "dark")])
def test_pages_are_sound_at_every_width_and_scheme(browser: Browser, clinic: Clinic, width: int, scheme: str) -> None:
    """The lists, a person, the cohorts; the chart's points lie inside it."""
    with clinic.served.seen_by(browser, clinic.eva, width=width, scheme=scheme) as seen:
        paths = {"list": "/follow-up?view=worse", "due": "/follow-up", "case": f"/cases/{clinic.case_id}/follow-up"}
        for name, path in {**paths, "cohorts": "/follow-up/cohorts"}.items():
            seen.page.goto(clinic.served.address + path)
            sound(seen, f"{name}-{width}-{scheme}")
            if name == "case":
                charts = seen.page.locator("svg.trend")
                assert charts.count() == 3
                assert all(fits(seen.page, n) for n in range(3))


def fits(page: Page, n: int) -> bool:
    """Whether every point and word of a chart lies within it."""
    return bool(
        page.evaluate(
            """n => { const svg = document.querySelectorAll("svg.trend")[n], box = svg.getBoundingClientRect();
            return [...svg.querySelectorAll(".mark, text")].every(each => { const own = each.getBoundingClientRect();
            return own.left >= box.left - 1 && own.right <= box.right + 1
              && own.top >= box.top - 1 && own.bottom <= box.bottom + 1; }); }""",
            n,
        )
    )


def test_a_form_is_stopped_and_taken_up_again(browser: Browser, clinic: Clinic) -> None:
    """At 390 pixels without a script: two answers, the window closed, another one goes on at the third; every screen is sound."""
    address = clinic.served.address + clinic.form
    with page(browser, width=390, scripts=False) as first:
        first.page.goto(address)
        first.page.get_by_role("button", name="Empezar").click()
        for _ in range(2):
            first.page.get_by_label("grado 1", exact=True).check()
            first.page.get_by_role("button", name="Guardar y seguir").click()
        # a telephone's own way back, also after a press that chose nothing, shows the question before and no fault of the browser
        first.page.get_by_role("button", name="Guardar y seguir").click()
        for move, name in ((first.page.go_back, 2), (first.page.reload, 2), (first.page.go_back, 1), (first.page.go_forward, 2)):
            move()
            expect(first.page.get_by_role("heading", name=f"Pregunta inventada {name}")).to_be_visible()
    for scheme in ("light", "dark"):
        with page(browser, width=390, scheme=scheme) as again:
            again.page.goto(address)
            sound(again, f"form-cover-{scheme}")
            again.page.get_by_role("button", name="Seguir donde quedé").click()
            expect(again.page.get_by_role("heading", name="Pregunta inventada 3")).to_be_visible()
            again.page.locator("form").evaluate("form => { form.noValidate = true }")
            again.page.get_by_role("button", name="Guardar y seguir").click()
            expect(again.page.get_by_role("alert")).to_be_visible()
            sound(again, f"form-item-{scheme}")
    with page(browser, width=390, scripts=False) as last:
        last.page.goto(address)
        last.page.get_by_role("button", name="Seguir donde quedé").click()
        for _ in range(5):
            last.page.locator("input[type=radio]").first.check()
            last.page.locator("button[value=next]").click()
        expect(last.page.get_by_text("Sus respuestas están guardadas.")).to_be_visible()
