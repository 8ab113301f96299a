"""The life of a case as a table: every status and role walked, every order that must not be, and what a physician's draft lacks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from flows.decision import QUESTIONS, REASONS, Adjunct, Candidacy, Draft, FlagResolved, Protocol, Route, as_words, million_total
from flows.decision_checks import faults, unfinished, warnings
from flows.handoff import (
    CLINIC_REASONS,
    ENDS,
    OUTCOMES,
    PATIENT_REASONS,
    STATUSES,
    STEPS,
    Outcome,
    after,
    decided,
    deciding,
    ending,
    may,
    possible,
    sources,
)
from storage.models_cases import ENDED
from storage.models_cases import STATUSES as STORED
from storage.models_decisions import OUTCOMES as STORED_OUTCOMES

TODAY = date(2026, 3, 2)
ROLES = ("coordinator", "physician", "auditor", "admin")
STAFF_STEPS = {name for name, step in STEPS.items() if step.by & {"coordinator", "physician"}}
YES = Candidacy(yes=True, reason="Consta.")
PROTOCOL = Protocol("Artrosis de rodilla", "intravenous", 2, million_per_kg=1.5)
ACCEPTED = Draft(
    "accepted",
    dict.fromkeys(QUESTIONS, YES),
    (),
    "Carta.",
    documents=("Resonancia",),
    protocol=PROTOCOL,
    expected_response=("Menos dolor",),
    measurement_plan=("KOOS a 3 meses",),
)


def moves() -> Iterator[tuple[str, str, str]]:
    """Every move that any step allows: step, from, to."""
    for name, step in STEPS.items():
        for source, leads in step.leads.items():
            yield from ((name, source, to) for to in leads)


def reached(start: str, without: frozenset[str] = frozenset()) -> set[str]:
    """The statuses that can be reached from one, leaving some steps out."""
    found = {start}
    while more := {to for name, source, to in moves() if source in found and name not in without} - found:
        found |= more
    return found


def test_statuses_and_outcomes_are_the_databases() -> None:
    """One list on both sides."""
    assert [set(STORED), set(STORED_OUTCOMES), set(ENDED)] == [set(STATUSES), set(OUTCOMES), set(ENDS)]


def test_every_status_is_reached_from_the_first_message() -> None:
    """And nothing else is named."""
    assert reached("intake") == set(STATUSES)


def test_every_status_that_is_no_end_leads_to_one() -> None:
    """No case is stuck."""
    assert {status for status in STATUSES if status not in ENDS and not reached(status) & ENDS} == set()


def test_nothing_leaves_an_end_but_a_physicians_correction() -> None:
    """A decline may be taken back by another signed decision, whatever its outcome; the rest is closed for good."""
    assert {(name, source, to) for name, source, to in moves() if source in ENDS} == {("amend", "declined", to) for to in OUTCOMES}


@pytest.mark.parametrize(
    ("status", "offered"),
    [
        ("new", OUTCOMES),
        ("declined", OUTCOMES),
        ("consent_signed", OUTCOMES),
        ("treated", ("accepted",)),
        ("emergency_hold", ()),
        ("closed", ()),
    ],
)
def test_only_outcomes_that_can_be_signed_are_offered(status: str, offered: tuple[str, ...]) -> None:
    """A treatment is not undecided, and while a hold lasts nothing is decided."""
    assert possible(status) == offered


@pytest.mark.parametrize(("status", "needed"), [("quote_issued", "decide"), ("consent_signed", "quote"), ("treated", "consent")])
def test_no_way_leads_around_a_step(status: str, needed: str) -> None:
    """Without that step the status is never reached, by nobody and in no order; lifting a hold leads back to where a case had been."""
    assert status not in reached("intake", frozenset({needed, "lift"}))


def test_only_a_physician_leads_to_a_decision() -> None:
    """Every move into an outcome is a physician's; lifting a hold only leads back."""
    into = {name for name, source, to in moves() if to in OUTCOMES and source != to}
    assert {name for name in into if name != "lift"} == {"decide", "amend"}
    assert STEPS["decide"].by == STEPS["amend"].by == {"physician"}


@pytest.mark.parametrize(("role", "name"), [*product(ROLES, STEPS)])
def test_roles_and_steps(role: str, name: str) -> None:
    """Staff take the steps of staff, physicians also decide; auditors and admins take none, and nobody the bot's or the patient's."""
    expected = (role == "physician" and name in STAFF_STEPS) or (role == "coordinator" and name in STAFF_STEPS - {"decide", "amend"})
    assert may(role, name) is expected


def test_the_patients_ends_are_never_declined() -> None:
    """Timing, money and city lead to `withdrawn_by_patient`, whatever the status."""
    assert {after(str(ending(reason)), source) for reason in PATIENT_REASONS for source in sources(str(ending(reason)))} == {
        "withdrawn_by_patient"
    }
    assert {after(str(ending(reason)), source) for reason in CLINIC_REASONS for source in sources(str(ending(reason)))} == {"closed"}
    assert ending("bored") is None


@pytest.mark.parametrize("status", STATUSES)
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_where_a_decision_leads(status: str, outcome: str) -> None:
    """Nowhere but to its own outcome, or to the status an acceptance has reached already."""
    to = decided(status, outcome)  # type: ignore[arg-type] # one of the outcomes
    assert to in {None, outcome, status}
    assert to is None or status in sources(deciding(status))
    if status in {"intake", "emergency_hold", "withdrawn_by_patient", "closed"}:
        assert to is None
    if status in {"treated", "follow_up"}:
        assert to == (status if outcome == "accepted" else None)


def test_a_step_leads_nowhere_from_elsewhere() -> None:
    """Nor to a status it does not name."""
    assert (after("quote", "new"), after("decide", "new", "treated"), after("claim", "new")) == (None, None, "claimed")


@pytest.mark.parametrize("question", QUESTIONS)
def test_acceptance_needs_each_yes(question: str) -> None:
    """One no among the four is named."""
    no = {**ACCEPTED.answers, question: Candidacy(yes=False, reason="No.")}
    assert list(faults(replace(ACCEPTED, answers=no), TODAY)) == ["four_yes_needed"]
    assert list(faults(ACCEPTED, TODAY)) == []


def test_more_information_may_leave_the_questions_open() -> None:
    """The physician does not know yet; a chosen question, or one in the letter, is enough."""
    asks = Draft("needs_information", {}, (), "", questions=("host.weight",))
    written = replace(asks, questions=(), letter="¿Puede enviarnos la resonancia?")
    assert [list(found) for draft in (asks, written) for found in (faults(draft, TODAY), unfinished(draft, ()))] == [[]] * 4


@pytest.mark.parametrize("letter", ["", "Estoy revisando su caso."])
def test_more_information_asks_for_something(letter: str) -> None:
    """Without a question the patient waits, and so does the case."""
    assert list(unfinished(Draft("needs_information", {}, (), letter), ())) == ["question_needed"]


def test_the_reason_codes_are_those_of_the_clinic() -> None:
    """Eleven, all of them medical; none is the patient's own."""
    assert len(REASONS) == 11
    assert not REASONS & (PATIENT_REASONS | CLINIC_REASONS)


@pytest.mark.parametrize(
    ("dose", "weight", "total"),
    [(1.5, 82.0, 123.0), (1.0, 60.0, 60.0), (2.0, 60.0, 120.0), (0.9, 60.0, 54.0), (2.1, 60.0, 126.0), (1.5, None, None)],
)
def test_the_whole_dose_and_its_warning(dose: float, weight: float | None, total: float | None) -> None:
    """Dose times recorded weight; outside one to two million per kilogram a warning, never a fault."""
    protocol = replace(PROTOCOL, million_per_kg=dose)
    draft = replace(ACCEPTED, protocol=protocol)
    found = warnings(draft, weight_kg=weight, standing_flags=(), tier="strong")
    assert (million_total(protocol, weight), list(faults(draft, TODAY))) == (total, [])
    outside = not 1 <= dose <= 2
    assert ("dose_outside_1_to_2_million_per_kg" in found, "weight_missing" in found) == (outside, weight is None)


def test_a_local_dose_is_not_weighed() -> None:
    """Into a joint the whole dose is written, and per kilogram says nothing."""
    local = Protocol("Artrosis de rodilla", "intra_articular", 1, million_total=40.0)
    found = warnings(replace(ACCEPTED, protocol=local), weight_kg=None, standing_flags=(), tier="strong")
    assert (million_total(local, None), [code for code in found if code.startswith(("dose", "weight"))]) == (40.0, [])


def test_an_acceptance_is_not_signed_without_its_plan() -> None:
    """Documents, protocol, expected response, measures: all that is missing is named at once."""
    bare = Draft("accepted", ACCEPTED.answers, (), "Carta.")
    assert list(unfinished(bare, ())) == ["documents_needed", "protocol_needed", "expected_response_needed", "measurement_plan_needed"]


@pytest.mark.parametrize(
    ("documents", "why_none", "found"),
    [
        ((), "", ["documents_needed"]),
        ((), "No tiene estudios.", []),
        (("Resonancia",), "", []),
        (("Resonancia",), "No tiene.", ["documents_contradict"]),
    ],
)
def test_documents_are_named_or_said_to_be_none(documents: tuple[str, ...], why_none: str, found: list[str]) -> None:
    """An empty field tells nothing of whether anybody looked."""
    draft = replace(ACCEPTED, documents=documents, documents_none=why_none)
    assert [*faults(draft, TODAY), *unfinished(draft, ())] == found


@pytest.mark.parametrize(("route", "found"), [("intravenous", ["dose_needed"]), ("intrathecal", ["dose_needed"]), ("intra_articular", [])])
def test_a_systemic_route_has_a_dose(route: Route, found: list[str]) -> None:
    """Per kilogram or in all; elsewhere a summary may do without."""
    draft = replace(ACCEPTED, protocol=Protocol("Lupus", route, 1))
    assert list(unfinished(draft, ())) == found


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_standing_flag_is_resolved_whatever_the_outcome(outcome: Outcome) -> None:
    """Each that was not looked at is named; one that stands was looked at."""
    draft = replace(ACCEPTED, outcome=outcome, flags=(FlagResolved("proxy", "stands", ""),))
    told = [code for code in unfinished(draft, ("minor", "proxy")) if code.startswith("flag")]
    assert told == ["flag_unresolved:minor"]


def test_warnings_name_what_a_record_lacks() -> None:
    """A disclosure of an adjunct."""
    whole = replace(
        ACCEPTED,
        flags=(FlagResolved("minor", "cleared", ""), FlagResolved("proxy", "stands", "")),
        protocol=replace(PROTOCOL, adjuncts=(Adjunct("PRP", ""),)),
    )
    assert warnings(whole, weight_kg=80.0, standing_flags=("minor", "proxy"), tier="strong") == ("disclosure_missing",)


def test_a_deferral_says_until_when_or_what() -> None:
    """Else it is a decline by another name."""
    answers = {**ACCEPTED.answers, "contraindications_cleared": Candidacy(yes=False, reason="Fiebre.")}
    deferred = replace(ACCEPTED, outcome="deferred", answers=answers, reasons=("infection", "other_medical"))
    feverish = ("contraindication:uncontrolled_infection",)
    resolved = replace(deferred, flags=(FlagResolved(*feverish, "stands", ""),))
    assert warnings(resolved, weight_kg=None, standing_flags=feverish, tier="strong") == ("reason_text_missing", "condition_missing")


def test_the_record_is_plain_values_with_the_dose() -> None:
    """What is stored can be read without this code."""
    words = as_words(replace(ACCEPTED, protocol=PROTOCOL), weight_kg=82.0)
    assert (words["protocol"]["million_total"], words["protocol"]["weight_kg"], words["answers"]["evidence"]) == (
        123.0,
        82.0,
        {"yes": True, "reason": "Consta."},
    )


@pytest.mark.parametrize(
    ("day", "found"),
    [
        ("2026-03-01", ["follow_up_is_past"]),
        ("2026-03-02", ["follow_up_is_past"]),
        ("2026-06-01", []),
        ("2028-03-02", []),
        ("2028-03-03", ["follow_up_is_too_far"]),
        ("9999-12-31", ["follow_up_is_too_far"]),
    ],
)
def test_a_day_to_look_again_lies_ahead(day: str, found: list[str]) -> None:
    """A deferral to a day that is over would bring nobody back, one to a day beyond two years nobody who remembers."""
    deferred = replace(ACCEPTED, outcome="deferred", protocol=None, reasons=("timing_medical",), follow_up_on=day)
    assert list(faults(deferred, TODAY)) == found


@pytest.mark.parametrize(("tier", "found"), [("not_on_map", True), (None, True), ("preliminary", False)])
def test_a_condition_off_the_map_is_pointed_out(tier: str | None, found: bool) -> None:  # noqa: FBT001 - a row of the table
    """Accepting it is the physician's to do, knowing that no evidence is on record."""
    assert ("evidence_not_on_map" in warnings(ACCEPTED, weight_kg=80.0, standing_flags=(), tier=tier)) is found


@pytest.mark.parametrize("outcome", ["accepted", "needs_information", "declined"])
def test_a_day_to_look_again_goes_with_a_deferral(outcome: str) -> None:
    """Signed with anything else it would be kept and never come."""
    draft = replace(ACCEPTED, outcome=outcome, reasons=("not_fit",), follow_up_on="2026-06-01")  # type: ignore[arg-type] # one of the outcomes
    assert "follow_up_belongs_to_deferral" in list(faults(draft, TODAY))


@pytest.mark.parametrize(
    ("each", "written", "weight", "contradicts"),
    [(5.0, 90.0, 80.0, True), (5.0, 400.0, 80.0, False), (1.7, 139.0, 82.0, False), (5.0, 90.0, None, False), (None, 90.0, 80.0, False)],
)
def test_two_doses_that_contradict_each_other_are_not_signed(
    each: float | None,
    written: float,
    weight: float | None,
    contradicts: bool,  # noqa: FBT001 - a row of the table
) -> None:
    """Rounding to a whole million is none; without a weight nothing can be compared."""
    draft = replace(ACCEPTED, protocol=replace(PROTOCOL, million_per_kg=each, million_total=written))
    assert list(faults(draft, TODAY, weight)) == ["million_per_kg_contradicts_million_total"] * contradicts


@pytest.mark.parametrize("weight", [None, 80.0])
def test_a_whole_dose_that_was_written_is_kept(weight: float | None) -> None:
    """Also beside a dose per kilogram, with a weight or without."""
    assert million_total(replace(PROTOCOL, million_per_kg=1.5, million_total=120.4), weight) == 120.4
