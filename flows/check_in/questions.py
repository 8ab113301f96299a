"""What is asked at a check-in, safety first: the same words and the same recall each time, one item a message. Declarations only.

Eight questions where nothing happened; what is new, what was hard, and which medicine changed, is asked only of whom it concerns. Sleep
and movement before the treatment are known from the intake. Sources: clinical facts 5.1 for the order; PSFS (Stratford 1995) for the three
activities the person names once and rates each time.
"""

from typing import Final

from flows.steps import Asks, Fact, Route, Stage, Step

FULL: Final = Fact("check_in_kind").equals("full")
MEASURED: Final = Fact("check_in_kind").one_of("full", "baseline")
NAMING: Final = Fact("naming").equals(value=True)
CHANGED: Final = Fact("medicine_change").equals(value=True)
NEW: Final = Fact("new_symptom").equals(value=True)
HARD: Final = Fact("plan").one_of("part", "none")
ACTIVITIES: Final = 3
"""How many activities a person is asked to name."""
CHANGES: Final = ("very_much_better", "much_better", "little_better", "same", "little_worse", "much_worse", "very_much_worse")
"""The global impression of change; the place in this list, from 1, is the score (1 = best)."""
MEDICINE: Final = "medicine_change"
"""A cue unless the person goes on to say what changed, and that a physician decided it."""
SYMPTOM: Final = "new_symptom"
CUES: Final = ("hospital", "infection", SYMPTOM, MEDICINE)
"""What goes to a person the same day."""


def _named(place: int) -> Step:
    when = NAMING if place == 1 else NAMING & Fact("activities").at_least(place - 1)
    return Step(f"check_in.name_{place}", Asks("free_text", skippable=True), when=when, clears=(f"check_in.activity_{place}",))


def _rated(place: int) -> Step:
    asks = Asks("number", skippable=True, context="0..10 whole", skip_by_word=True)
    return Step(f"check_in.activity_{place}", asks, when=MEASURED & Fact("activities").at_least(place))


CHECK_IN_STAGE: Final = Stage(
    "check_in",
    (
        Step(
            "check_in.red_flags",
            Asks("choice_of", options=("none", "yes", "unsure")),
            then=(Route("end.held", Fact("check_in_red_flags").one_of("yes", "unsure")),),
        ),
        Step(
            "check_in.since",
            Asks("choice_of", options=(*CUES, "none", "unsure"), multi=True, alone=("none", "unsure")),
            clears=("check_in.symptom",),
        ),
        Step("check_in.symptom", Asks("free_text", skippable=True), when=NEW, burst=True),
        Step("check_in.pain", Asks("pain_0_10", skippable=True, skip_by_word=True)),
        *(_named(place) for place in range(1, ACTIVITIES + 1)),
        *(_rated(place) for place in range(1, ACTIVITIES + 1)),
        Step("check_in.change", Asks("choice_of", options=CHANGES, skippable=True), when=FULL),
        Step(
            "check_in.plan",
            Asks("choice_of", options=("all", "part", "none", "not_planned"), skippable=True),
            when=FULL,
            clears=("check_in.plan_hard",),
        ),
        Step("check_in.plan_hard", Asks("choice_of", options=("rehab", "sleep", "movement", "several"), skippable=True), when=FULL & HARD),
        Step("check_in.medicine", Asks("choice_of", options=("less", "more", "stopped", "new"), skippable=True), when=FULL & CHANGED),
        Step(
            "check_in.medicine_by",
            Asks("choice_of", options=("own_doctor", "clinic", "self", "other"), skippable=True),
            when=FULL & CHANGED,
        ),
    ),
)
