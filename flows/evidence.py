"""Which conditions stand confirmed in a session, and how the clinic may speak of them before a physician has read the case.

Of several confirmed conditions the one with the weakest evidence sets the tone: hope is never borrowed from a neighbour.
"""

from collections.abc import Mapping
from typing import Final

from flows.protocol import load
from flows.session import Answer, Session, once

ORDER: Final = ("none", "preliminary", "moderate", "strong")


@once
def answered(session: Session) -> Mapping[str, Answer]:
    """The answers by step id."""
    return {answer.step: answer for answer in session.answers}


def confirmed(session: Session) -> tuple[str, ...]:
    """Ids of the conditions the patient confirmed, main one first; `other` when words are there but none was recognised."""
    answers = answered(session)
    complaint = answers.get("inquiry.complaint")
    one, several = answers.get("inquiry.condition"), answers.get("inquiry.conditions")
    if complaint and one and one.value == "yes":
        return complaint.read
    if several and isinstance(several.value, tuple) and several.value != ("none",):
        return several.value
    named, agreed = answers.get("inquiry.diagnosis"), answers.get("inquiry.diagnosis_confirm")
    if named and agreed and agreed.value == "yes":
        return named.read
    return ("other",) if named else ()


def weakest(session: Session) -> str:
    """Of the confirmed conditions the one that may be spoken of most cautiously; `other` when none is confirmed."""
    conditions = confirmed(session) or ("other",)
    evidence = load().evidence
    return min(conditions, key=lambda condition: ORDER.index(evidence[condition].speak_as))


def speak_as(session: Session) -> str:
    """`strong`, `moderate`, `preliminary` or `none`: how outcomes are described before review."""
    return load().evidence[weakest(session)].speak_as


def consent_given(session: Session) -> bool:
    """Whether the patient has agreed to health data being asked and kept."""
    given = answered(session).get("consent.health_data")
    return given is not None and given.value == "yes"
