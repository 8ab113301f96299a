"""Papers about a plan: the page offers none where the signed acceptance holds no protocol summary, until a physician amends it."""

from storage.decisions import NewDecision
from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import words
from tests.bot.reviewing import ACCEPTED, DAY, EXTRAS, PAPER, act, brought_to, in_queue
from tests.bot.rig import Rig

WAITS = "La aceptación firmada no tiene resumen de protocolo"


def unplanned(rig: Rig, case_id: str) -> None:
    """The acceptance that stands is one as they could be signed once: four yeses and a letter."""
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        standing = uow.decisions.standing(case.id)
        assert standing is not None
        bare = NewDecision("accepted", standing.yes, (), "es", {**standing.body, "protocol": None}, standing.decision_id)
        uow.decisions.sign(case.id, bare, standing.signature, 1)
        uow.commit()


async def test_a_treatment_that_took_place_is_recorded_all_the_same(rig: Rig) -> None:
    """Its check-ins hang on it."""
    case_id = await brought_to(rig, "consent_signed")
    unplanned(rig, case_id)
    assert (await act(rig, "coordinator", case_id, "treated", {"date": DAY})).json()["status"] == "treated"


async def test_the_page_says_what_the_papers_wait_for(rig: Rig) -> None:
    """In place of the form: no paper is about a plan nobody wrote."""
    case_id = await brought_to(rig, "accepted")
    unplanned(rig, case_id)
    async with signed_in(rig, "coordinator") as ana:
        page = await ana.get(f"/cases/{case_id}")
    assert (WAITS in words(page), 'id="paper-quote"' in page.text) == (True, False)


async def test_papers_are_recorded_while_a_physician_holds_the_case(rig: Rig) -> None:
    """Decision 0005: the coordinator arranges them; only writing to the patient stays with the holder, and the page says both."""
    case_id = await brought_to(rig, "accepted")
    async with signed_in(rig, "coordinator") as ana:
        told = words(await ana.get(f"/cases/{case_id}"))
    assert "Los documentos entregados los registra cualquier coordinador o médico." in told
    assert (await act(rig, "coordinator", case_id, "quote", PAPER)).json()["status"] == "quote_issued"


async def test_the_contracts_four_members_are_signed_and_what_is_missing_is_named(rig: Rig) -> None:
    """An integration that knows no more of a decision is answered as ever; the papers follow, and the record says what it lacks."""
    case_id = await in_queue(rig)
    answer = await act(rig, "physician", case_id, "decision", {name: value for name, value in ACCEPTED.items() if name not in EXTRAS})
    paper = await act(rig, "coordinator", case_id, "quote", PAPER)
    assert (answer.status_code, paper.status_code) == (200, 200)
    assert {f"{extra}_needed" for extra in EXTRAS} <= set(answer.json()["warnings"])
