"""The reference of a paper: printed on it, never its amount, and never missing; page and JSON API are held to the same."""

import pytest

from bot.paper_reference import reference_faults
from tests.bot.console.people import signed_in
from tests.bot.console.test_queue import words
from tests.bot.reviewing import PAPER, act, brought_to
from tests.bot.rig import Rig

MISSING, AMOUNT, UNREADABLE = "Falta la referencia", "podría serlo", "no se puede guardar así"
REFUSED = [("", MISSING), (" ", MISSING), ("4500", AMOUNT), ("MXN 4500", AMOUNT), ("Cotización 7", UNREADABLE), ("A" * 65, UNREADABLE)]


@pytest.mark.parametrize("reference", ["4500", "4 500", "4.500,00", "MXN4500", "4500 usd", "12000.-", "45,000 pesos"])
def test_a_bare_amount_is_no_reference(reference: str) -> None:
    """Nothing tells it from the sum."""
    assert list(reference_faults(reference, "es")) == ["reference_holds_an_amount"]


@pytest.mark.parametrize("reference", ["Q-4500", "2026-014", "C4500", "4500/2026", "PRES 12", "R4500"])
def test_a_number_that_is_marked_as_one_is_a_reference(reference: str) -> None:
    """By a letter, or by a second number behind a sign."""
    assert list(reference_faults(reference, "es")) == []


@pytest.mark.parametrize(("reference", "told"), REFUSED)
@pytest.mark.parametrize("paper", ["quote", "protocol-summary"])
async def test_the_page_refuses_it_by_name(rig: Rig, paper: str, reference: str, told: str) -> None:
    """With a reason in words, and nothing recorded."""
    case_id = await brought_to(rig, "accepted" if paper == "quote" else "quote_issued")
    async with signed_in(rig, "coordinator") as ana:
        answer = await ana.post(f"/cases/{case_id}/{paper}", {**PAPER, "reference": reference})
    assert (answer.status_code, told in words(answer)) == (422, True)


@pytest.mark.parametrize("reference", [reference for reference, _ in REFUSED])
@pytest.mark.parametrize("paper", ["quote", "protocol-summary"])
async def test_the_api_refuses_it_too(rig: Rig, paper: str, reference: str) -> None:
    """The same references, the same status."""
    case_id = await brought_to(rig, "accepted" if paper == "quote" else "quote_issued")
    answer = await act(rig, "coordinator", case_id, paper, {**PAPER, "reference": reference})
    assert answer.status_code == 422


async def test_a_reference_is_recorded_on_both_engines(rig_on_both: Rig) -> None:
    """From the console as from the API."""
    case_id = await brought_to(rig_on_both, "accepted")
    async with signed_in(rig_on_both, "coordinator") as ana:
        empty = await ana.post(f"/cases/{case_id}/quote", {**PAPER, "reference": ""})
        given = await ana.post(f"/cases/{case_id}/quote", PAPER)
    assert (empty.status_code, given.status_code) == (422, 303)
