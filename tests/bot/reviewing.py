"""Cases in review for tests: a patient whose intake is complete, a physician's decision as the API takes it, and calls by role."""

from typing import Any, Final

import httpx

from flows.effects import OpenHandoff
from flows.session import Outcome
from storage.unit_of_work import UnitOfWork
from tests.bot.rig import Rig
from tests.flows.patient import Patient, Reply

YES: Final = {"yes": True, "reason": "Consta en el expediente."}
NO: Final = {"yes": False, "reason": "No consta."}
QUESTIONS: Final = ("evidence", "fitness", "contraindications_cleared", "expectation")
LETTER: Final = "Estimada señora: revisé su caso.\n\nPuedo ofrecerle un plan. Siga con su tratamiento."
ACCEPTED: Final[dict[str, Any]] = {
    "outcome": "accepted",
    "answers": dict.fromkeys(QUESTIONS, YES),
    "reasons": [],
    "patient_text": LETTER,
    "documents": ["Resonancia de enero"],
    "protocol": {"indication": "Artrosis de rodilla", "route": "intra_articular", "sessions": 1, "million_total": 50},
    "expected_response": ["Menos dolor al caminar", "Ningún cambio"],
    "measurement_plan": ["Dolor de 0 a 10 a los 3 y 6 meses"],
}
EXTRAS: Final = ("documents", "protocol", "expected_response", "measurement_plan")
"""What an acceptance adds to the contract's members."""
DECLINED: Final[dict[str, Any]] = {
    "outcome": "declined",
    "answers": {**dict.fromkeys(QUESTIONS, YES), "fitness": NO},
    "reasons": ["not_fit"],
    "patient_text": "Estimada señora: por ahora no puedo ofrecerle este plan.",
}
DEFERRED: Final[dict[str, Any]] = {**DECLINED, "outcome": "deferred", "condition": "Resultado de la biopsia."}
ASKS: Final[dict[str, Any]] = {"outcome": "needs_information", "questions": ["medicines.list", "host.weight"]}
DAY: Final = "2026-03-01"
PAPER: Final = {"reference": "Q-2026-1", "date": DAY, "language": "es"}
STEPS: Final[tuple[tuple[str, dict[str, Any], str], ...]] = (
    ("quote", PAPER, "quote_issued"),
    ("protocol-summary", PAPER, "protocol_summary_given"),
    ("consent", {"date": DAY, "language": "es"}, "consent_signed"),
    ("treated", {"date": DAY}, "treated"),
)
"""The steps after an acceptance, their bodies, and the statuses they lead to."""


async def call(rig: Rig, role: str, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
    """One request of a person with this role."""
    return await rig.web.request(method, "/api/v1" + path, json=body, headers={**rig.staff(role), **headers})


async def act(rig: Rig, role: str, case_id: str, step: str, body: Any = None, **headers: str) -> httpx.Response:
    """One step of a person with this role on a case."""
    return await call(rig, role, "POST", f"/cases/{case_id}/{step}", body, **headers)


async def in_queue(rig: Rig, patient: str = "ana", replies: dict[str, Reply] | None = None) -> str:
    """A case in `new` whose intake a healthy adult answered."""
    await rig.simulate(patient, text="hola")
    case_id = await rig.case_of(patient)
    session = Patient().reaches("", replies or {}).session

    def finish(uow: UnitOfWork) -> None:
        case = uow.cases.get(case_id)
        assert case is not None
        desk = rig.parts.turn.desk(uow)
        talk = desk.hold_conversations([case.conversation_id])[0]
        rig.parts.turn.apply.carry_out(desk, talk, Outcome(session, (OpenHandoff("intake_complete"),)))
        desk.finish()

    await rig.parts.write(finish)
    return case_id


async def looked_at(rig: Rig, case_id: str, body: dict[str, Any]) -> dict[str, Any]:
    """The body of a decision in which every flag of the case stands."""
    flags = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()["flags"]
    return {**body, "flags": [{"id": flag["id"], "resolution": "stands"} for flag in flags]}


async def decided(rig: Rig, body: dict[str, Any] = ACCEPTED, patient: str = "ana") -> str:
    """A case about which a physician has signed this decision."""
    case_id = await in_queue(rig, patient)
    answer = await act(rig, "physician", case_id, "decision", body)
    assert answer.status_code == 200, answer.text
    return case_id


async def brought_to(rig: Rig, status: str, patient: str = "ana") -> str:
    """A case that was accepted and went on to this status in order."""
    case_id = await decided(rig, patient=patient)
    for step, body, reached in STEPS if status != "accepted" else ():
        answer = await act(rig, "coordinator", case_id, step, body)
        assert (answer.status_code, answer.json()["status"]) == (200, reached), answer.text
        if reached == status:
            break
    return case_id


def link_in(text: str) -> str:
    """The path of the private link in a text to a patient."""
    return "/letter/" + text.partition("/letter/")[2].split()[0]
