"""Decision, papers and end of a case through the JSON API: order, roles, holders, bodies, and what is written down of it."""

from typing import Any

import pytest

from tests.bot.reviewing import (
    ACCEPTED,
    ASKS,
    DECLINED,
    DEFERRED,
    NO,
    PAPER,
    STEPS,
    YES,
    act,
    brought_to,
    call,
    decided,
    in_queue,
    looked_at,
)
from tests.bot.rig import Rig


async def test_a_physician_claims_and_decides_in_one_go(rig_on_both: Rig) -> None:
    """The case is theirs afterwards, and the decision stands in the record."""
    rig = rig_on_both
    case_id = await in_queue(rig)
    answer = (await act(rig, "physician", case_id, "decision", ACCEPTED)).json()
    shown = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()
    decision = shown["decision"]
    assert (answer["status"], answer["claimed_by"]) == ("accepted", decision["signed_by"]["staff_ref"])
    assert (decision["outcome"], decision["answers"], decision["patient_text"]) == (
        "accepted",
        ACCEPTED["answers"],
        ACCEPTED["patient_text"],
    )
    assert (decision["signed_by"]["name"], decision["signed_by"]["licence"]) == ("Physician", "L1")
    assert [(entry["from"], entry["to"]) for entry in shown["timeline"] if entry["action"] == "decided"] == [("new", "accepted")]


async def test_the_fixed_order_can_be_walked(rig_on_both: Rig) -> None:
    """Acceptance, quote, protocol summary, consent, treatment: each paper with its reference, day and language."""
    case_id = await brought_to(rig_on_both, "treated")
    shown = (await call(rig_on_both, "coordinator", "GET", f"/cases/{case_id}")).json()
    assert [paper["kind"] for paper in shown["papers"]] == ["quote", "protocol_summary", "consent", "treatment"]
    assert (shown["papers"][0]["reference"], shown["papers"][0]["language"]) == ("Q-2026-1", "es")
    assert [entry["to"] for entry in shown["timeline"] if entry["to"]][-5:] == ["accepted", *(status for _, _, status in STEPS)]


@pytest.mark.parametrize(("step", "body"), [(step, body) for step, body, _ in STEPS])
@pytest.mark.parametrize("decision", [None, ASKS, DEFERRED, DECLINED], ids=["none", "needs_information", "deferred", "declined"])
async def test_no_paper_before_an_acceptance(rig: Rig, decision: dict[str, Any] | None, step: str, body: dict[str, Any]) -> None:
    """409 naming the rule, whoever asks."""
    case_id = await (decided(rig, decision) if decision else in_queue(rig))
    for role in ("coordinator", "physician"):
        answer = await act(rig, role, case_id, step, body)
        assert (answer.status_code, answer.json()["rule"]) == (409, "no_acceptance")


@pytest.mark.parametrize("place", range(4))
async def test_no_step_is_skipped_or_taken_twice(rig: Rig, place: int) -> None:
    """From each status every later step but the next one is 409."""
    status = "accepted" if place == 0 else STEPS[place - 1][2]
    case_id = await brought_to(rig, status)
    for step, body, reached in STEPS[place + 1 :]:
        assert (await act(rig, "coordinator", case_id, step, body)).status_code == 409, reached
    for step, body, reached in STEPS[:place]:
        again = await act(rig, "coordinator", case_id, step, body)
        expected = {200, 409} if reached in {"quote_issued", "protocol_summary_given"} else {409}
        assert again.status_code in expected
        assert (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()["status"] == status


async def test_only_a_physician_decides(rig: Rig) -> None:
    """A coordinator is refused before the body is read, with what the role lacks."""
    case_id = await in_queue(rig)
    answer = await act(rig, "coordinator", case_id, "decision", "no body at all")
    assert (answer.status_code, answer.json()["rule"]) == (403, "role")


async def test_a_case_in_other_hands_is_not_decided(rig: Rig) -> None:
    """409 names the holder; once review is requested the physician may."""
    case_id = await in_queue(rig)
    await act(rig, "coordinator", case_id, "claim")
    refused = (await act(rig, "physician", case_id, "decision", ACCEPTED)).json()
    await act(rig, "coordinator", case_id, "request-review")
    allowed = await act(rig, "physician", case_id, "decision", ACCEPTED)
    assert (refused["rule"], refused["holder_name"], allowed.status_code) == ("held_by_another", "Coordinator", 200)


async def test_the_decider_keeps_the_case_until_it_is_released(rig: Rig) -> None:
    """Nobody else can claim it; after the release anybody may."""
    case_id = await decided(rig)
    held = (await act(rig, "coordinator", case_id, "claim")).json()
    await act(rig, "physician", case_id, "release")
    free = await act(rig, "coordinator", case_id, "claim")
    assert (held["holder_name"], free.json()["status"]) == ("Physician", "accepted")


async def test_an_old_version_is_not_decided(rig: Rig) -> None:
    """If-Match names what the physician saw."""
    case_id = await in_queue(rig)
    seen = (await call(rig, "physician", "GET", f"/cases/{case_id}")).headers["etag"]
    stale = await act(rig, "physician", case_id, "decision", ACCEPTED, **{"If-Match": '"0"'})
    fresh = await act(rig, "physician", case_id, "decision", ACCEPTED, **{"If-Match": seen})
    assert (stale.status_code, stale.json()["rule"], fresh.status_code) == (409, "changed_in_the_meantime", 200)


CONTRADICTIONS: list[tuple[dict[str, Any], str]] = [
    ({**ACCEPTED, "answers": {**ACCEPTED["answers"], "fitness": NO}}, "four_yes_needed"),
    ({**ACCEPTED, "answers": {"evidence": YES}}, "four_answers_needed"),
    ({**DECLINED, "reasons": []}, "reason_needed"),
    ({**DEFERRED, "reasons": []}, "reason_needed"),
    ({**ACCEPTED, "patient_text": ""}, "letter_needed"),
    ({"outcome": "needs_information"}, "letter_needed"),
    ({**DECLINED, "questions": ["host.weight"]}, "questions_belong_to_needs_information"),
    ({**DECLINED, "protocol": {"indication": "x", "route": "intravenous", "sessions": 1}}, "protocol_belongs_to_acceptance"),
    ({**ASKS, "questions": ["consent.health_data"]}, "question_not_askable:consent.health_data"),
    ({**ASKS, "questions": ["no.such_step"]}, "question_not_askable:no.such_step"),
]


@pytest.mark.parametrize(("body", "rule"), CONTRADICTIONS, ids=[rule for _, rule in CONTRADICTIONS])
async def test_what_contradicts_itself_is_422_and_changes_nothing(rig: Rig, body: dict[str, Any], rule: str) -> None:
    """Named, and nothing is written: no decision, no message."""
    case_id = await in_queue(rig)
    answer = await act(rig, "physician", case_id, "decision", body)
    shown = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()
    assert (answer.status_code, answer.json()["rule"], shown["status"], shown["decision"]) == (422, rule, "new", None)


BAD: list[tuple[str, Any]] = [
    ("decision", {**ACCEPTED, "outcome": "maybe"}),
    ("decision", {**ACCEPTED, "reasons": ["because"]}),
    ("decision", {**ACCEPTED, "answers": {**ACCEPTED["answers"], "evidence": {"yes": True, "reason": "two\nlines"}}}),
    ("decision", {**ACCEPTED, "signed_by": "someone"}),
    ("quote", {**PAPER, "amount": 12000}),
    ("quote", {**PAPER, "reference": ""}),
    ("quote", {**PAPER, "language": "xx"}),
    ("quote", {**PAPER, "date": "yesterday"}),
    ("quote", {"reference": "Q-1"}),
    ("treated", {}),
    ("close", {"reason": "bored"}),
]


@pytest.mark.parametrize(("step", "body"), BAD)
async def test_a_bad_body_is_422_and_is_not_repeated(rig: Rig, step: str, body: Any) -> None:
    """An amount, an unknown code, a second line: refused without showing a value."""
    case_id = await decided(rig)
    answer = await act(rig, "physician", case_id, step, body)
    assert (answer.status_code, answer.json()["rule"], "12000" in answer.text) == (422, "bad-body", False)


@pytest.mark.parametrize("reference", ["USD 12,000", "12000 MXN"])
async def test_a_reference_is_no_amount(rig: Rig, reference: str) -> None:
    """Money comes in by no door."""
    case_id = await decided(rig)
    answer = await act(rig, "coordinator", case_id, "quote", {**PAPER, "reference": reference})
    assert answer.status_code == 422


async def test_the_same_paper_is_recorded_and_told_once(rig_on_both: Rig) -> None:
    """Repeated, also after the next step: 200, one paper, one message, nothing new on the timeline. Another reference is another paper."""
    case_id = await decided(rig_on_both)
    first = await act(rig_on_both, "coordinator", case_id, "quote", PAPER)
    again = await act(rig_on_both, "coordinator", case_id, "quote", PAPER)
    await act(rig_on_both, "coordinator", case_id, "protocol-summary", PAPER)
    late = await act(rig_on_both, "coordinator", case_id, "quote", PAPER)
    assert [each.status_code for each in (first, again, late)] == [200, 200, 200]
    assert await told_quotes(rig_on_both, case_id) == (1, 1, 1)
    await act(rig_on_both, "coordinator", case_id, "quote", {**PAPER, "reference": "Q-2026-2"})
    assert await told_quotes(rig_on_both, case_id) == (2, 2, 2)


async def told_quotes(rig: Rig, case_id: str) -> tuple[int, int, int]:
    """Quotes on record, messages that one is ready, steps on the timeline."""
    shown = (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()
    told = [said for said in shown["transcript"] if said["message_key"] == "handoff-quote_ready"]
    steps = [entry for entry in shown["timeline"] if entry["action"] == "quote_given"]
    return len([paper for paper in shown["papers"] if paper["kind"] == "quote"]), len(told), len(steps)


@pytest.mark.parametrize(
    ("day", "status", "rule"), [("2026-02-20", 409, "dated_before_acceptance"), ("2026-03-09", 422, "date_in_the_future")]
)
async def test_days_keep_the_order_too(rig: Rig, day: str, status: int, rule: str) -> None:
    """No quote of a day before the acceptance, none of a day to come."""
    case_id = await decided(rig)
    answer = await act(rig, "coordinator", case_id, "quote", {**PAPER, "date": day})
    assert (answer.status_code, answer.json()["rule"]) == (status, rule)


@pytest.mark.parametrize("foreign", ["quote", "protocol-summary", "consent"])
async def test_consent_needs_every_paper_in_the_patients_language(rig: Rig, foreign: str) -> None:
    """In another language it does not count; given again in the right one, the consent goes through."""
    case_id = await decided(rig)
    for step, body, _ in STEPS[:2]:
        await act(rig, "coordinator", case_id, step, {**body, "language": "en" if step == foreign else "es"})
    consent = {"date": "2026-03-01", "language": "en" if foreign == "consent" else "es"}
    refused = await act(rig, "coordinator", case_id, "consent", consent)
    if foreign != "consent":
        await act(rig, "coordinator", case_id, foreign, PAPER)
    signed = await act(rig, "coordinator", case_id, "consent", {"date": "2026-03-01", "language": "es"})
    assert (refused.status_code, refused.json()["rule"], signed.status_code) == (409, "language_not_fluent", 200)


async def test_acceptance_waits_for_the_patients_acknowledgement(rig: Rig) -> None:
    """A case without the written expectation acknowledged cannot be accepted, only asked on."""
    case_id = await in_queue(rig, replies={"outcomes.check": "cure"})
    refused = await act(rig, "physician", case_id, "decision", ACCEPTED)
    asked = await act(rig, "physician", case_id, "decision", await looked_at(rig, case_id, {**ASKS, "questions": ["outcomes.check"]}))
    assert (refused.status_code, refused.json()["rule"], asked.status_code) == (409, "expectation_not_acknowledged", 200)


@pytest.mark.parametrize("reason", ["timing", "financing", "location", "other_patient_reason"])
async def test_an_end_of_the_patients_is_never_declined(rig: Rig, reason: str) -> None:
    """`withdrawn_by_patient`, with the reason on the timeline."""
    case_id = await in_queue(rig)
    answer = await act(rig, "coordinator", case_id, "close", {"reason": reason})
    last = (await call(rig, "coordinator", "GET", f"/cases/{case_id}")).json()["timeline"][-1]
    assert (answer.json()["status"], last["reason"]) == ("withdrawn_by_patient", reason)


@pytest.mark.parametrize("reason", ["duplicate", "unreachable"])
async def test_other_ends_are_closed(rig: Rig, reason: str) -> None:
    """And closed once."""
    case_id = await in_queue(rig)
    first, second = [await act(rig, "coordinator", case_id, "close", {"reason": reason}) for _ in range(2)]
    assert (first.json()["status"], second.status_code) == ("closed", 409)


async def test_a_treated_patient_does_not_withdraw(rig: Rig) -> None:
    """Neither by a closing reason nor by the wish for no more messages: the treatment took place."""
    case_id = await brought_to(rig, "treated")
    refused = await act(rig, "physician", case_id, "close", {"reason": "timing"})
    await rig.simulate("ana", text="alto")
    shown = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()
    assert (refused.status_code, shown["status"]) == (409, "treated")


async def test_an_amendment_appends(rig: Rig) -> None:
    """The newer stands, the older remains and is named; papers given under it count."""
    case_id = await brought_to(rig, "quote_issued")
    answer = await act(rig, "physician", case_id, "decision", {**ACCEPTED, "patient_text": "Corrijo mi carta."})
    shown = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()
    assert (answer.json()["status"], shown["decision"]["patient_text"]) == ("quote_issued", "Corrijo mi carta.")
    assert [decision["amends"] for decision in shown["decisions"]] == [None, shown["decisions"][0]["decision_id"]]
    assert (await act(rig, "coordinator", case_id, "protocol-summary", PAPER)).status_code == 200


async def test_an_acceptance_can_be_taken_back_until_the_treatment(rig: Rig) -> None:
    """Then every earlier paper counts no more."""
    case_id = await brought_to(rig, "consent_signed")
    taken_back = await act(rig, "physician", case_id, "decision", DEFERRED)
    refused = await act(rig, "coordinator", case_id, "treated", {"date": "2026-03-01"})
    again = await act(rig, "physician", case_id, "decision", ACCEPTED)
    early = await act(rig, "coordinator", case_id, "consent", {"date": "2026-03-01", "language": "es"})
    assert [taken_back.json()["status"], again.json()["status"]] == ["deferred", "accepted"]
    assert (refused.status_code, early.status_code) == (409, 409)


async def test_a_treatment_is_not_undecided(rig: Rig) -> None:
    """After it only the letter can be amended."""
    case_id = await brought_to(rig, "treated")
    refused = await act(rig, "physician", case_id, "decision", DECLINED)
    amended = await act(rig, "physician", case_id, "decision", ACCEPTED)
    assert (refused.status_code, amended.json()["status"]) == (409, "treated")


async def test_flags_are_cleared_by_the_physicians_name(rig: Rig) -> None:
    """Cleared ones are gone from the case, the others stay; unresolved ones are named in the answer."""
    case_id = await in_queue(rig, replies={"screening.active_malignancy": "yes", "screening.blood_disorder": "unsure"})
    before = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()["flags"]
    first, *others = [flag["id"] for flag in before]
    assert others
    flags = [{"id": first, "resolution": "cleared", "note": "Suspendido por su cardiólogo."}]
    answer = (await act(rig, "physician", case_id, "decision", {**DEFERRED, "flags": flags})).json()
    after = (await call(rig, "physician", "GET", f"/cases/{case_id}")).json()
    assert first not in answer["flags"]
    assert {flag["id"]: flag.get("cleared_by") for flag in after["flags"]}[first] == after["decision"]["signed_by"]["staff_ref"]
    assert {f"flag_unresolved:{flag}" for flag in others} <= set(answer["warnings"])


async def test_the_whole_dose_comes_from_the_recorded_weight(rig: Rig) -> None:
    """82 kg at 1.5 million per kilogram; outside 1 to 2 it warns and still signs."""
    case_id = await in_queue(rig, replies={"host.offer": "yes"})
    protocol = {"indication": "Artrosis de rodilla", "route": "intravenous", "sessions": 2, "million_per_kg": 1.5}
    usual = (await act(rig, "physician", case_id, "decision", {**ACCEPTED, "protocol": protocol})).json()
    high = (await act(rig, "physician", case_id, "decision", {**ACCEPTED, "protocol": {**protocol, "million_per_kg": 3}})).json()
    assert (usual["decision"]["protocol"]["million_total"], usual["decision"]["protocol"]["weight_kg"]) == (123.0, 82.0)
    assert "dose_outside_1_to_2_million_per_kg" not in usual["warnings"]
    assert "dose_outside_1_to_2_million_per_kg" in high["warnings"]


async def test_the_letter_passes_the_guard(rig: Rig) -> None:
    """A promise or a price is stopped with rule and phrase; a verdict is the physician's to write."""
    case_id = await in_queue(rig)
    for text, rule in (("Le garantizo que se va a curar.", None), ("El tratamiento cuesta 5000 dólares.", "price")):
        answer = (await act(rig, "physician", case_id, "decision", {**ACCEPTED, "patient_text": text})).json()
        assert (answer["rule"], answer["phrase"] in text, rule in {None, answer["guard_rule"]}) == ("guard", True, True)
    verdict = await act(rig, "physician", case_id, "decision", {**ACCEPTED, "patient_text": "Usted es candidata para un plan."})
    assert verdict.status_code == 200


async def test_no_amount_in_the_rest_of_the_record(rig: Rig) -> None:
    """Nor in an adjunct's disclosure."""
    case_id = await in_queue(rig)
    protocol = {
        "indication": "x",
        "route": "intravenous",
        "sessions": 1,
        "million_per_kg": 1,
        "adjuncts": [{"name": "PRP", "disclosure": "Cuesta 200 dólares."}],
    }
    answer = await act(rig, "physician", case_id, "decision", {**ACCEPTED, "protocol": protocol})
    assert (answer.status_code, answer.json()["rule"]) == (422, "guard")


async def test_an_emergency_returns_to_where_the_case_stood(rig: Rig) -> None:
    """A hold interrupts, it undoes nothing; meanwhile nothing is decided or given."""
    case_id = await brought_to(rig, "quote_issued")
    await rig.simulate("ana", text="me duele mucho el pecho ahora mismo y no puedo respirar")
    refused = [
        (await act(rig, "physician", case_id, "decision", ACCEPTED)).status_code,
        (await act(rig, "physician", case_id, "protocol-summary", PAPER)).status_code,
    ]
    lifted = await act(rig, "physician", case_id, "lift", {"resume": True, "reason": "called_patient"})
    assert (refused, lifted.json()["status"]) == ([409, 409], "quote_issued")


async def test_the_audit_log_names_steps_and_no_reason_of_health(rig_on_both: Rig) -> None:
    """Who and what, an unbroken chain, and nothing of what was written."""
    case_id = await decided(rig_on_both, {**DECLINED, "reasons": ["pregnancy"]})
    rows = (await call(rig_on_both, "auditor", "GET", "/audit?limit=500")).json()["items"]
    decided_rows = [row for row in rows if row["action"] == "case.decided"]
    assert [(row["object"], row["detail"]) for row in decided_rows] == [(case_id, {"from": "new", "to": "declined"})]
    assert "pregnancy" not in str(rows)
    with rig_on_both.parts.database.read() as uow:
        assert uow.audit.verify().ok
