"""Consent, minors, proxies: what may be asked of whom, and what is kept of a no."""

import pytest

from flows.effects import EraseWords, OpenHandoff
from flows.intake.flow import INTAKE
from flows.packet import packet
from tests.flows.patient import Patient, Reply, at, patient

NO_HEALTH = {"consent.health_data": "no"}
HEALTH = {step.id for step in INTAKE.steps if step.stage not in {"language", "consent", "contact"}}


def refused() -> Patient:
    """Somebody who has just refused the use of health data."""
    return at("consent.health_data").taps("no")


def test_a_refusal_is_respected_at_once() -> None:
    """The words so far are erased, the refusal is acknowledged, only contact details follow."""
    assert refused().effects[0] == EraseWords()
    assert refused().keys == ("consent-declined", "contact-name")


def test_a_refusal_asks_no_health_question() -> None:
    """Contact details only, also without a summary."""
    asked = set(patient().finishes(NO_HEALTH).asked)
    assert not asked & HEALTH
    assert {"contact.name", "contact.reach"} <= asked


def test_a_refusal_forgets_what_was_told_before() -> None:
    """Words of the first message are no longer in the session."""
    told = patient().says("hola, tengo cáncer de mama").reaches("consent.health_data").taps("no")
    assert (told.session.early, "cáncer" in repr(told.session)) == ((), False)


def test_a_refusal_raises_no_flag_from_what_was_told() -> None:
    """No health data are derived either."""
    assert not patient().says("hola, tengo cáncer de mama").reaches("consent.health_data").taps("no").flags


def test_a_refusal_leads_to_a_person() -> None:
    """The case stands in the queue for a person to call."""
    assert patient().finishes(NO_HEALTH).effects[0] == OpenHandoff("consent_declined")


def test_a_refusal_is_recorded_beside_the_notice_shown() -> None:
    """The privacy notice was shown; health data were refused."""
    assert [(consent.kind, consent.given) for consent in refused().session.consents] == [("privacy_notice", True), ("health_data", False)]


def test_what_was_told_before_is_heard_after_a_yes() -> None:
    """Flags of the first message are raised the moment consent is given, from the patient's own words."""
    told = patient().says("hola, tengo cáncer de mama").reaches("consent.health_data")
    assert not told.flags
    flag = told.taps("yes").flags["contraindication:active_malignancy"]
    assert (flag.source, flag.n) == ("free_text", 1)


def test_nothing_is_flagged_before_consent() -> None:
    """Health words said at the privacy notice wait for the answer to it."""
    assert not at("consent.health_data").says("es que tomo Eliquis").flags


@pytest.mark.parametrize("said", ["no sé", "tal vez", "mmm", "luego le digo"])
def test_a_doubt_is_no_consent(said: str) -> None:
    """Neither yes nor no: the notice is asked again, nothing is stored."""
    asked = at("consent.health_data").says(said)
    assert (asked.session.step, asked.session.consents) == ("consent.health_data", ())


def test_more_tells_more_and_asks_again() -> None:
    """The longer notice is no answer."""
    asked = at("consent.health_data").taps("more")
    assert (asked.keys, asked.session.consents) == (("consent-more", "consent-health_data"), ())


def test_who_is_writing_is_told_before_consent_once() -> None:
    """Who we are stands before the notice, and is not repeated with it."""
    asked = at("consent.health_data")
    assert asked.keys == ("welcome-who", "consent-health_data")
    assert asked.says("¿por qué?").keys == ("consent-health_data.why", "consent-health_data")


def test_no_messages_wanted_means_contact_only() -> None:
    """Without leave to write, a person calls: no health question follows."""
    ended = patient().finishes({"consent.messaging": "no"})
    assert (ended.effects[0], set(ended.asked) & HEALTH) == (OpenHandoff("contact_only"), set())


def test_the_research_answer_changes_nothing() -> None:
    """Questions and farewell are the same for a no as for a yes."""
    no, yes = patient().finishes({"research.opt_in": "no"}), patient().finishes({"research.opt_in": "yes"})
    assert (no.asked, no.keys) == (yes.asked, yes.keys)
    assert [consent.given for consent in no.session.consents] == [True, True, True, False]


def test_a_minor_who_writes_alone_leaves_contact_details() -> None:
    """An adult in charge is asked for, then only how to be reached."""
    ended = patient().finishes({"subject.age": "17"})
    assert ended.asked[-5:] == ["subject.age", "subject.guardian", "contact.name", "contact.reach", ""]
    assert ended.effects[0] == OpenHandoff("contact_only")


def test_a_minor_is_flagged_under_both_names() -> None:
    """As the packet's readers know it."""
    assert {"minor", "contraindication:minor"} <= set(patient().finishes({"subject.age": "17"}).flags)


def test_a_parent_who_writes_for_a_child_goes_through_the_whole_screening() -> None:
    """The adult in charge is named; the child's consent is not asked over the parent's head; a physician looks first."""
    ended = patient().finishes({"subject.who": "other", "subject.age": "9"})
    assert {"subject.guardian", "screening.active_malignancy", "screening.ever"} <= set(ended.asked)
    assert ("subject.knows" in ended.asked, ended.keys) == (False, ("done-hard",))


def test_a_proxy_is_marked() -> None:
    """Caution while the patient knows and agrees."""
    assert at("inquiry.complaint", {"subject.who": "other"}).flags["proxy"].severity == "caution"


@pytest.mark.parametrize("knows", ["no", "unsure"])
def test_a_patient_who_may_not_agree_is_not_discussed(knows: str) -> None:
    """A person takes over, nothing of health is asked, and the flag is hard."""
    replies: dict[str, Reply] = {"subject.who": "other", "subject.knows": knows}
    ended = patient().finishes(replies)
    assert [step for step in ended.asked if step.startswith(("inquiry.", "screening."))] == []
    assert (ended.flags["proxy"].severity, ended.effects[0]) == ("hard", OpenHandoff("contact_only"))


def test_why_only_contact_details_follow_is_told() -> None:
    """Nobody is refused without a word."""
    assert at("subject.knows", {"subject.who": "other"}).taps("no").keys == ("subject-to_person", "contact-name")


def test_a_proxy_for_an_adult_is_asked_whether_that_person_can_decide() -> None:
    """Capacity is a question about another person only."""
    replies: dict[str, Reply] = {"subject.who": "other", "screening.capacity": "no"}
    ended = patient().finishes(replies)
    assert ended.flags["contraindication:capacity"].severity == "hard"
    assert "screening.capacity.representative" in ended.asked


def test_the_packet_of_a_refusal_holds_no_health() -> None:
    """Name and how to be reached, no complaint, no flag."""
    told = packet(patient().finishes(NO_HEALTH).session)
    assert (told["complaint"], told["flags"], told["indication"], told["contact"]["name"]) == (None, [], [], "Ana Ruiz")
