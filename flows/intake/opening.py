"""The opening: language, who is writing to you, privacy and consent, danger first, for whom. Declarations only."""

from typing import Final

from flows.steps import Asks, Fact, Route, Stage, Step
from messages.prompt import OFFERED

YES_NO_UNSURE: Final = ("yes", "no", "unsure")

LANGUAGE: Final = Stage("language", (Step("language.choose", Asks("choice_of", options=OFFERED), burst=True),))

CONSENT: Final = Stage(
    "consent",
    (
        Step(
            "consent.health_data",
            Asks("choice_of", options=("yes", "no", "more")),
            before=("welcome-who",),
            then=(Route("contact.name", Fact("consent_health").equals("no")),),
        ),
        Step(
            "consent.messaging",
            Asks("choice_of", options=("yes", "no")),
            then=(Route("contact.name", Fact("consent_messaging").equals("no")),),
        ),
    ),
)

SAFETY: Final = Stage(
    "safety",
    (
        Step(
            "safety.red_flags",
            Asks("choice_of", options=("none", "yes", "unsure")),
            then=(Route("end.held", Fact("red_flags").one_of("yes", "unsure")),),
        ),
    ),
)

OTHER: Final = Fact("who").equals("other")
MINOR: Final = Fact("minor").equals(value=True)

SUBJECT: Final = Stage(
    "subject",
    (
        Step("subject.who", Asks("choice_of", options=("self", "other"))),
        Step("subject.relation", Asks("choice_of", options=("parent", "partner", "child", "relative", "other")), when=OTHER),
        Step(
            "subject.age_confirm",
            Asks("choice_of", options=("yes", "no")),
            when=Fact("age_told").equals(value=True),
            clears=("subject.age",),
        ),
        Step("subject.age", Asks("age_or_birthdate")),
        Step("subject.guardian", Asks("free_text"), when=MINOR, then=(Route("contact.name", Fact("who").equals("self")),)),
        Step(
            "subject.knows",
            Asks("choice_of", options=YES_NO_UNSURE),
            when=OTHER & ~MINOR,
            then=(Route("contact.name", Fact("knows").one_of("no", "unsure")),),
        ),
    ),
)
