"""The inquiry: what troubles the person, in the person's own words and on the evidence map. Declarations only."""

from typing import Final

from flows.steps import Asks, Fact, Stage, Step

CONDITION_STEPS: Final = ("inquiry.condition", "inquiry.conditions", "inquiry.diagnosis", "inquiry.diagnosis_confirm")
AFTER_CONDITION: Final = ("inquiry.side", "outcomes.check", "outcomes.unknown")

INQUIRY: Final = Stage(
    "inquiry",
    (
        Step("inquiry.complaint", Asks("free_text"), clears=(*CONDITION_STEPS, *AFTER_CONDITION, "inquiry.duration"), burst=True),
        Step(
            "inquiry.condition",
            Asks("choice_of", options=("yes", "no")),
            when=Fact("recognised").equals("one"),
            clears=("inquiry.diagnosis", "inquiry.diagnosis_confirm", *AFTER_CONDITION),
        ),
        Step(
            "inquiry.conditions",
            Asks("choice_of", offer="recognised", multi=True, alone=("none",)),
            when=Fact("recognised").equals("several"),
            clears=("inquiry.diagnosis", "inquiry.diagnosis_confirm", *AFTER_CONDITION),
        ),
        Step(
            "inquiry.diagnosis",
            Asks("free_text", skippable=True),
            when=Fact("recognised").equals("none") | Fact("condition").equals("rejected"),
            clears=("inquiry.diagnosis_confirm", *AFTER_CONDITION),
            burst=True,
        ),
        Step(
            "inquiry.diagnosis_confirm",
            Asks("choice_of", options=("yes", "no")),
            when=Fact("diagnosis").equals("recognised"),
            clears=AFTER_CONDITION,
        ),
        Step("inquiry.duration", Asks("duration", skippable=True)),
        Step("inquiry.side", Asks("choice_of", options=("right", "left", "both")), when=Fact("sided").equals(value=True)),
        Step("inquiry.tried", Asks("free_text"), burst=True),
        Step("inquiry.hopes", Asks("free_text"), burst=True),
    ),
)
