"""What a decision's pages show before anything is typed: which decision stands, why none can be written, what each flag says."""

import re
from collections.abc import Awaitable, Callable

import pytest
import sqlalchemy as sa

from flows.session import Flag
from storage.models import case_flags
from tests.bot.console.people import account, signed_in
from tests.bot.console.test_decision_pages import FLAG, FLAGGED, FORM
from tests.bot.console.test_queue import words
from tests.bot.reviewing import act, in_queue
from tests.bot.rig import Rig


async def test_the_standing_decision_comes_first(rig: Rig) -> None:
    """On the case, on the form, in print; what it replaced is folded away beneath, and open where paper cannot be unfolded."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician") as doctor:
        for letter in ("Primera carta. Siga igual.", "Segunda carta. Siga igual.", "Tercera carta. Siga igual."):
            await doctor.decides(case_id, {**FORM, "letter": letter, "step": "sign"})
        pages = [(await doctor.get(f"/cases/{case_id}{where}")).text for where in ("", "/decision", "/print")]
    for page in pages:
        folded = page.index('class="earlier"')
        assert page.index("Tercera carta") < folded < page.index("Segunda carta") < page.index("Primera carta")
        assert page.count("corregida después") == 2
    opened = ['<details class="earlier" open>' in page for page in pages]
    assert (opened, "Decisiones anteriores (2)" in pages[0]) == ([False, False, True], True)


async def held_by_a_colleague(rig: Rig) -> str:
    """A case that another physician has claimed."""
    case_id = await in_queue(rig)
    async with signed_in(rig, "physician", member=account(rig, "physician", name="Dra. Elena Sol")) as colleague:
        await colleague.post(f"/cases/{case_id}/claim")
    return case_id


async def in_intake(rig: Rig) -> str:
    """A case whose patient still answers."""
    await rig.simulate("eva", text="hola")
    return await rig.case_of("eva")


async def on_hold(rig: Rig) -> str:
    """A case held for an emergency."""
    await rig.simulate("luis", text="me duele mucho el pecho y no puedo respirar")
    return await rig.case_of("luis")


async def ended(rig: Rig) -> str:
    """A case of a patient who goes elsewhere."""
    case_id = await in_queue(rig)
    await act(rig, "coordinator", case_id, "close", {"reason": "location"})
    return case_id


@pytest.mark.parametrize(
    ("brought", "told"),
    [
        (held_by_a_colleague, "Dra. Elena Sol tiene este caso."),
        (in_intake, "El paciente todavía está en el cuestionario"),
        (on_hold, "El caso está detenido por una posible emergencia."),
        (ended, "El caso terminó"),
    ],
)
async def test_why_nothing_can_be_decided_now_is_said(rig: Rig, brought: Callable[[Rig], Awaitable[str]], told: str) -> None:
    """Which status, or whose name, and no other reason beside it."""
    case_id = await brought(rig)
    async with signed_in(rig, "physician") as doctor:
        doctor.step_up()
        page = words(await doctor.get(f"/cases/{case_id}/decision"))
    reasons = ("tiene este caso", "en el cuestionario", "está detenido", "El caso terminó")
    assert (told in page, [each for each in reasons if each in page and each not in told]) == (True, [])


async def test_a_flag_is_quoted_as_in_the_packet_beside_it(rig: Rig) -> None:
    """The packet may have better words for it than the row of the flag, raised at the first of them."""
    case_id = await in_queue(rig, replies=FLAGGED)
    with rig.parts.database.write() as uow:
        case = uow.cases.get(case_id)
        assert case is not None
        uow.work.connection.execute(sa.delete(case_flags).where(case_flags.c.case_pk == case.id))
        uow.flags.add(case.id, [Flag(FLAG, "caution", "free_text", "otras palabras de antes", 1)], rig.clock())
        uow.commit()
    async with signed_in(rig, "physician") as doctor:
        page = (await doctor.get(f"/cases/{case_id}/decision")).text
    packet, form = page.partition('id="decision-form"')[::2]
    quote = re.search(rf'<code class="rule">{FLAG}</code>.*?<bdi>(.*?)</bdi></q> <a class="source" href="#(m\d+)"', packet, re.DOTALL)
    assert quote
    resolve = form.partition('<div class="resolve">')[2].partition("</div>")[0]
    assert (quote[1] in resolve, f"#{quote[2]}" in resolve, "otras palabras" in resolve) == (True, True, False)
