"""The flow seen from outside: drawn, listed, and driven along its shortest path. Reads the declaration; changes nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any, Final

from flows.books import FLOWS, RULEBOOKS, STEPS
from flows.engine import advance, start
from flows.events import Event, OptionChosen, TextReceived
from flows.session import Session
from flows.steps import Flow

HEALTHY: Final = {
    "language.choose": "es",
    "consent.health_data": "yes",
    "consent.messaging": "yes",
    "safety.red_flags": "none",
    "subject.who": "self",
    "subject.age": "61 años",
    "inquiry.complaint": "Tengo artrosis en la rodilla derecha desde hace 2 años",
    "inquiry.condition": "yes",
    "inquiry.duration": "2 años",
    "inquiry.side": "right",
    "inquiry.tried": "Terapia física y paracetamol",
    "inquiry.hopes": "Caminar con menos dolor",
    "medicines.list": "skip",
    "records.which": "none",
    "host.offer": "skip",
    "inquiry.diagnosis": "artrosis de rodilla",
    "inquiry.diagnosis_confirm": "yes",
    "outcomes.check": "relief",
    "outcomes.unknown": "unknown",
    "research.opt_in": "no",
    "contact.reach": "here",
    "review.summary": "confirm",
    "screening.pregnancy": "no",
    "screening.breastfeeding": "no",
}
"""A healthy adult with a knee complaint who tells it in one sentence: the shortest whole intake there is."""


def shortest() -> tuple[int, tuple[str, ...]]:
    """Patient turns of the shortest whole intake, the greeting included, and the steps passed."""
    at = datetime(2026, 3, 2, 15, 0, tzinfo=UTC)
    session = advance(start(language_hint="es", display_name="Ana"), TextReceived(at, 1, "hola")).session
    passed: list[str] = []
    while session.status == "open" and len(passed) < len(FLOWS["intake"].steps):
        passed.append(session.step)
        at += timedelta(minutes=1)
        session = advance(session, _healthy(session, at)).session
    if session.status != "done":
        raise LookupError(f"the shortest intake ends as {session.status} at {passed[-1]}")
    return len(passed) + 1, tuple(passed)


def _healthy(session: Session, at: datetime) -> Event:
    step = STEPS[session.step]
    wanted = HEALTHY.get(step.id, "none" if "none" in step.asks.options else "no")
    chosen = wanted in step.asks.options or wanted == "skip"
    return OptionChosen(at, 1, wanted, session.step, session.visit) if chosen else TextReceived(at, 1, wanted)


def mermaid(flow: Flow = FLOWS["intake"]) -> str:
    """The flow as a Mermaid picture, conditions on the arrows."""
    rows = ["flowchart TD"]
    for stage in flow.stages:
        rows.append(f"  subgraph {stage.name}")
        rows += [f"    {_node(step.id)}[{step.id}]" for step in stage.steps]
        rows.append("  end")
    rows += [f"  {_node(end)}(({end}))" for end in flow.ends]
    for source, routes in RULEBOOKS[flow.name].routes.items():
        for to, when in routes:
            label = "" if str(when) == "always" else f"|{str(when).replace(chr(34), '')}|"
            rows.append(f"  {_node(source)} -->{label} {_node(to)}")
    return "\n".join(rows)


def as_data(flow: Flow = FLOWS["intake"]) -> dict[str, Any]:
    """The flow as plain data: steps with kinds, options, conditions and routes."""
    return {
        "name": flow.name,
        "revision": flow.revision,
        "ends": list(flow.ends),
        "steps": [
            {
                "id": step.id,
                "key": step.key,
                "kind": step.asks.kind,
                "options": list(step.asks.options),
                "multi": step.asks.multi,
                "skippable": step.asks.skippable,
                "when": str(step.when),
                "routes": [{"to": to, "when": str(when)} for to, when in RULEBOOKS[flow.name].routes[step.id]],
            }
            for step in flow.steps
        ],
    }


def _node(name: str) -> str:
    return name.replace(".", "_")
