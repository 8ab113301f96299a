"""The JSON API: who may do what, in which order, and that every look leaves an audit row."""

import asyncio
from typing import Any

import httpx
import pytest

from bot.console.access import RIGHTS
from bot.web import OPEN, make_app, paths
from tests.bot.rig import Rig

ROLES = ("coordinator", "physician", "auditor", "admin")
WORKERS = {"coordinator", "physician"}
YES = {"yes": True, "reason": "Consta en el expediente."}
QUESTIONS = ("evidence", "fitness", "contraindications_cleared", "expectation")
DECISION = {
    "outcome": "accepted",
    "answers": dict.fromkeys(QUESTIONS, YES),
    "reasons": [],
    "patient_text": "Revisé su caso.",
    "documents_none": "No trae estudios.",
    "protocol": {"indication": "Artrosis de rodilla", "route": "intra_articular", "sessions": 1},
    "expected_response": ["Menos dolor al caminar"],
    "measurement_plan": ["Dolor de 0 a 10 a los 3 meses"],
}
PAPER = {"reference": "Q-1", "date": "2026-03-01", "language": "es"}
STEPS: tuple[tuple[str, str, dict[str, Any] | None, set[str]], ...] = (
    ("GET", "/queue", None, WORKERS),
    ("GET", "/cases/{id}", None, WORKERS),
    ("GET", "/cases/{id}/fhir", None, WORKERS),
    ("GET", "/sends?case_id={id}", None, set(ROLES)),
    ("GET", "/check-ins?from=2026-01-01&to=2027-01-01", None, WORKERS),
    ("GET", "/audit", None, {"auditor", "admin"}),
    ("GET", "/metrics/hygiene?from=2026-01-01&to=2027-01-01", None, set(ROLES)),
    ("POST", "/cases/{id}/claim", {}, WORKERS),
    ("POST", "/cases/{id}/release", {}, WORKERS),
    ("POST", "/cases/{id}/request-review", {}, WORKERS),
    ("POST", "/cases/{id}/acknowledge", {}, WORKERS),
    ("POST", "/cases/{id}/messages", {"text": "Buenos días, le escribe el equipo."}, WORKERS),
    ("POST", "/cases/{id}/decision", DECISION, {"physician"}),
    ("POST", "/cases/{id}/quote", PAPER, WORKERS),
    ("POST", "/cases/{id}/protocol-summary", PAPER, WORKERS),
    ("POST", "/cases/{id}/consent", {"date": "2026-03-01", "language": "es"}, WORKERS),
    ("POST", "/cases/{id}/treated", {"date": "2026-03-01"}, WORKERS),
    ("POST", "/cases/{id}/close", {"reason": "timing"}, WORKERS),
    ("POST", "/cases/{id}/letter", {}, WORKERS),
    ("POST", "/cases/{id}/follow-up/zone", {"zone": "Europe/Madrid"}, WORKERS),
    ("POST", "/cases/{id}/follow-up/stop", {"reason": "withdrawn"}, WORKERS),
    ("POST", "/cases/{id}/appointment", {"starts_at": "2026-03-09T16:00:00Z"}, WORKERS),
    ("POST", "/cases/{id}/appointment/cancel", {}, WORKERS),
    ("POST", "/cases/{id}/lift", {"resume": False, "reason": "called_patient"}, WORKERS),
)
READ = {"/scripts", "/evidence-map", "/therapies", "/scripts/style.css"}
"""Pages about texts, never about people; closed in production."""
ITEM = {"case_id", "patient_ref", "channel", "language", "status", "priority", "flags", "indication", "evidence_tier"} | {
    "completed_at",
    "waiting_since",
    "due_at",
    "claimed_by",
    "version",
}
DANGER = "me duele mucho el pecho ahora mismo y no puedo respirar"


async def held_case(rig: Rig, patient: str = "ana") -> str:
    """A case on an emergency hold: the quickest way into the queue."""
    await rig.simulate(patient, text=DANGER)
    return await rig.case_of(patient)


async def call(rig: Rig, role: str, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
    """One request of a person with this role."""
    return await rig.web.request(method, "/api/v1" + path, json=body, headers={**rig.staff(role), **headers})


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("method", "path", "body", "allowed"), STEPS, ids=[f"{method} {path}" for method, path, _, _ in STEPS])
async def test_each_role_reaches_its_routes_only(
    rig: Rig, role: str, method: str, path: str, body: dict[str, Any] | None, allowed: set[str]
) -> None:
    """403 for a role without the right, and never 403 for one that has it."""
    case_id = await held_case(rig)
    answer = await call(rig, role, method, path.format(id=case_id), body)
    assert (answer.status_code == 403) is (role not in allowed)
    assert answer.status_code < 500


@pytest.mark.parametrize(("method", "path", "body", "allowed"), STEPS, ids=[f"{method} {path}" for method, path, _, _ in STEPS])
@pytest.mark.parametrize("token", ["", "Bearer", "Bearer nobody", "Basic eDp5", "Bearer é"])
async def test_nothing_without_a_token(
    rig: Rig, token: str, method: str, path: str, body: dict[str, Any] | None, allowed: set[str]
) -> None:
    """401 as problem+json, the same for every reason."""
    assert allowed
    answer = await rig.web.request(method, "/api/v1" + path.format(id="x"), json=body, headers=[(b"authorization", token.encode())])
    assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")


async def test_every_route_of_the_api_is_in_the_table(rig: Rig) -> None:
    """A new route cannot forget its roles here."""
    known = {path.split("?")[0].replace("{id}", "{case_id}") for _, path, _, _ in STEPS}
    assert {path.removeprefix("/api/v1") for path in paths(list(make_app(rig.parts).routes)) if path.startswith("/api/v1")} == known


async def test_every_route_is_signed_authenticated_or_listed(rig: Rig) -> None:
    """The whole application walked: who calls without proof gets nothing but what is on the short list."""
    may_be_open = OPEN | {"/", "/login", "/simulator/api/{patient}/messages", *READ}
    for path in paths(list(make_app(rig.parts).routes)):
        if path in may_be_open:
            continue
        url = path.replace("{case_id}", "x").replace("{path:path}", "x")
        refused = [(await rig.web.request(method, url)).status_code for method in ("GET", "POST")]
        assert set(refused) <= {302, 303, 401, 403, 404, 405}, path


def test_every_right_names_known_roles() -> None:
    """The table of rights uses the contract's roles."""
    assert set().union(*RIGHTS.values()) <= set(ROLES)


async def test_production_has_no_simulator(rig: Rig) -> None:
    """The simulator's routes do not exist there."""
    production = rig.parts.settings.model_copy(update={"app_env": "production"})
    rig.parts.settings = production
    assert not [path for path in paths(list(make_app(rig.parts).routes)) if "simulator" in path or path == "/"]


async def test_the_queue_shows_what_waits(rig_on_both: Rig) -> None:
    """Every member the contract names, for a held case."""
    rig = rig_on_both
    case_id = await held_case(rig)
    items = (await call(rig, "physician", "GET", "/queue")).json()["items"]
    assert ([item["case_id"] for item in items], set(items[0])) == ([case_id], ITEM)


async def test_a_case_shows_the_packet_and_the_transcript(rig_on_both: Rig) -> None:
    """All members the contract names, and the patient's words."""
    rig = rig_on_both
    case_id = await held_case(rig)
    shown = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()
    members = "answers flags indication evidence_tier priority language expectation consents transcript timeline decision"
    assert set(members.split()) <= set(shown)
    assert (shown["transcript"][0]["text"], shown["status"], shown["decision"]) == (DANGER, "emergency_hold", None)


async def test_every_look_at_a_case_is_an_audit_row(rig: Rig) -> None:
    """Who, what, which case."""
    case_id = await held_case(rig)
    await call(rig, "physician", "GET", f"/cases/{case_id}")
    rows = (await call(rig, "auditor", "GET", "/audit")).json()["items"]
    looks = [row for row in rows if row["action"] == "case.read"]
    assert [(row["object"], row["actor"] != "bot") for row in looks] == [(case_id, True)]


async def test_the_audit_chain_holds_after_all_that(rig_on_both: Rig) -> None:
    """Turns, sends and staff steps leave one unbroken chain."""
    rig = rig_on_both
    case_id = await held_case(rig)
    for method, path, body, _ in STEPS:
        await call(rig, "physician", method, path.format(id=case_id), body)
    with rig.parts.database.read() as uow:
        assert uow.audit.verify().ok


async def test_an_unknown_case_is_404(rig: Rig) -> None:
    """Nothing tells a hidden case from none."""
    assert (await call(rig, "physician", "GET", "/cases/nothing")).status_code == 404


async def surfaced(rig: Rig, patient: str = "ana") -> str:
    """A case in `new`."""
    case_id = await held_case(rig, patient)
    answer = await call(rig, "physician", "POST", f"/cases/{case_id}/lift", {"resume": False, "reason": "called_patient"})
    assert answer.json()["status"] == "new"
    return case_id


async def test_one_of_twenty_wins_a_claim(rig_on_both: Rig) -> None:
    """The others get 409 and the holder's name."""
    rig = rig_on_both
    case_id = await surfaced(rig)
    tokens = [rig.token_of(rig.add_staff("coordinator", f"c{number}@clinic.example")) for number in range(20)]
    answers = await asyncio.gather(
        *(rig.web.post(f"/api/v1/cases/{case_id}/claim", headers={"Authorization": f"Bearer {token}"}) for token in tokens)
    )
    lost = [answer.json() for answer in answers if answer.status_code == 409]
    assert (sum(answer.status_code == 200 for answer in answers), len(lost)) == (1, 19)
    assert {(problem["rule"], problem["holder_name"]) for problem in lost} == {("held_by_another", "Coordinator")}


async def test_a_case_travels_to_a_physician(rig_on_both: Rig) -> None:
    """New → claimed → physician_review, each step on the timeline once."""
    rig = rig_on_both
    case_id = await surfaced(rig)
    steps = [await call(rig, "coordinator", "POST", f"/cases/{case_id}/{step}") for step in ("claim", "request-review")]
    shown = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()
    moves = [(entry["from"], entry["to"]) for entry in shown["timeline"][-2:]]
    assert [answer.json()["status"] for answer in steps] == ["claimed", "physician_review"]
    assert moves == [("new", "claimed"), ("claimed", "physician_review")]


async def test_only_the_holder_releases(rig: Rig) -> None:
    """Another person gets 409 with the holder."""
    case_id = await surfaced(rig)
    await call(rig, "coordinator", "POST", f"/cases/{case_id}/claim")
    assert (await call(rig, "physician", "POST", f"/cases/{case_id}/release")).status_code == 409
    assert (await call(rig, "coordinator", "POST", f"/cases/{case_id}/release")).json()["status"] == "new"


async def test_an_old_version_loses(rig: Rig) -> None:
    """If-Match with yesterday's ETag is 409; with today's it goes."""
    case_id = await surfaced(rig)
    seen = (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).headers["etag"]
    stale = await call(rig, "coordinator", "POST", f"/cases/{case_id}/claim", **{"If-Match": '"0"'})
    fresh = await call(rig, "coordinator", "POST", f"/cases/{case_id}/claim", **{"If-Match": seen})
    assert (stale.status_code, stale.json()["rule"], fresh.status_code) == (409, "changed_in_the_meantime", 200)


@pytest.mark.parametrize(
    "text", ["El tratamiento cuesta 500 dólares.", "We guarantee you will be cured.", "Le vamos a curar la artrosis, se lo garantizo."]
)
async def test_the_guard_answers_while_staff_type(rig: Rig, text: str) -> None:
    """422 naming the rule and the phrase; nothing is planned."""
    case_id = await surfaced(rig)
    before = len((await call(rig, "physician", "GET", f"/sends?case_id={case_id}")).json()["items"])
    answer = await call(rig, "physician", "POST", f"/cases/{case_id}/messages", {"text": text})
    problem = answer.json()
    after = len((await call(rig, "physician", "GET", f"/sends?case_id={case_id}")).json()["items"])
    assert (answer.status_code, bool(problem["findings"][0]["rule"]), problem["phrase"] in text, after - before) == (422, True, True, 0)


@pytest.mark.parametrize("role", ROLES)
async def test_the_key_of_a_send_is_told_with_the_record_only(rig: Rig, role: str) -> None:
    """A key names a question, and which questions are asked tells of health; purpose, state and number are the same for everyone."""
    case_id = await surfaced(rig)
    told = (await call(rig, role, "GET", f"/sends?case_id={case_id}")).json()["items"]
    whole = (await call(rig, "physician", "GET", f"/sends?case_id={case_id}")).json()["items"]
    assert all(send["message_key"] for send in whole)
    assert told == (whole if role in {"coordinator", "physician"} else [{**send, "message_key": None} for send in whole])


async def test_staff_words_reach_the_patient(rig: Rig) -> None:
    """201, then the text on the patient's screen, from `staff`."""
    case_id = await surfaced(rig)
    answer = await call(rig, "coordinator", "POST", f"/cases/{case_id}/messages", {"text": "Buenos días. Le escribe Carla."})
    await rig.send_all()
    last = (await rig.screen("ana"))[-1]
    assert (answer.status_code, last["from"], last["text"], last["n"]) == (
        201,
        "staff",
        "Buenos días. Le escribe Carla.",
        answer.json()["n"],
    )


BAD = [{"text": ""}, {"text": 5}, {}, {"text": "a", "purpose": "emergency"}, ["text"], {"text": "a" * 5000}]


@pytest.mark.parametrize("body", BAD)
async def test_a_bad_body_is_422_and_shows_no_value(rig: Rig, body: Any) -> None:
    """Unknown members are refused: nobody sets what is not theirs."""
    case_id = await surfaced(rig)
    answer = await call(rig, "coordinator", "POST", f"/cases/{case_id}/messages", body)
    assert (answer.status_code, answer.json()["rule"], "emergency" in answer.text) == (422, "bad-body", False)


async def test_alarms_repeat_until_acknowledged(rig: Rig) -> None:
    """A person's acknowledgement ends the repetition."""
    from bot.alarms import AGAIN_AFTER, repeat_alarms

    case_id = await held_case(rig)
    first = await repeat_alarms(rig.parts)
    at_once = await repeat_alarms(rig.parts)
    rig.clock.now += AGAIN_AFTER
    again = await repeat_alarms(rig.parts)
    assert (await call(rig, "coordinator", "POST", f"/cases/{case_id}/acknowledge")).status_code == 200
    rig.clock.now += AGAIN_AFTER
    assert [first, at_once, again, await repeat_alarms(rig.parts)] == [1, 0, 1, 0]


async def test_only_a_person_lifts_a_hold_and_the_patient_is_asked_how_they_are(rig: Rig) -> None:
    """The first text after a hold comes from the flow; the case waits for a person meanwhile."""
    case_id = await held_case(rig)
    answer = await call(rig, "physician", "POST", f"/cases/{case_id}/lift", {"resume": True, "reason": "called_patient"})
    await rig.send_all()
    assert (answer.json()["status"], (await rig.screen("ana"))[-1]["message_key"]) == ("new", "lifted-hello")
    assert (await call(rig, "physician", "POST", f"/cases/{case_id}/lift", {"resume": True, "reason": "x"})).status_code == 409


@pytest.mark.parametrize(
    ("query", "status"), [("status=new,claimed", 200), ("status=nonsense", 422), ("limit=x", 422), ("limit=0", 422), ("cursor=zzz", 422)]
)
async def test_the_queue_reads_its_query(rig: Rig, query: str, status: int) -> None:
    """What cannot be meant is 422."""
    assert (await call(rig, "physician", "GET", f"/queue?{query}")).status_code == status


async def test_the_status_may_be_given_again_and_again(rig: Rig) -> None:
    """`status=a&status=b` means both, as `status=a,b` does."""
    case_id = await held_case(rig)
    page = (await call(rig, "physician", "GET", "/queue?status=emergency_hold&status=new")).json()
    assert [item["case_id"] for item in page["items"]] == [case_id]


async def test_the_queue_pages_by_key(rig: Rig) -> None:
    """Two pages of one, nothing twice, nothing lost."""
    cases = {await held_case(rig, name) for name in ("ana", "eva", "leo")}
    seen, cursor = [], ""
    for _ in range(3):
        page = (await call(rig, "physician", "GET", f"/queue?limit=1&cursor={cursor}")).json()
        seen += [item["case_id"] for item in page["items"]]
        cursor = page["next_cursor"]
    assert (set(seen), len(seen)) == (cases, 3)


async def test_readiness_tells_each_check(rig: Rig) -> None:
    """200 with every check; 503 once the process drains."""
    ready = await rig.web.get("/readyz")
    rig.parts.draining = True
    draining = await rig.web.get("/readyz")
    assert (ready.status_code, ready.json()["ready"], draining.status_code) == (200, True, 503)


async def test_health_touches_no_database(rig: Rig) -> None:
    """It answers while the database is closed."""
    rig.parts.database.close()
    assert (await rig.web.get("/healthz")).status_code == 200


async def test_metrics_need_a_token_and_name_nobody(rig: Rig) -> None:
    """Outside development only staff read them."""
    await held_case(rig)
    refused, shown = await rig.web.get("/metrics"), await rig.web.get("/metrics", headers=rig.staff("admin"))
    assert (refused.status_code, shown.status_code) == (401, 200)
    assert "app_sends_total" in shown.text
    assert "ana" not in [word for line in shown.text.splitlines() for word in line.split('"')]


async def test_every_answer_carries_the_headers(rig: Rig) -> None:
    """No sniffing, no framing, no storing, on errors too."""
    for path in ("/healthz", "/nowhere", "/api/v1/queue"):
        headers = (await rig.web.get(path)).headers
        assert (headers["x-content-type-options"], headers["cache-control"], "frame-ancestors" in headers["content-security-policy"]) == (
            "nosniff",
            "no-store",
            True,
        )
