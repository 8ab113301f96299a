"""The second half: medicines, records, the body as host, realistic outcomes, research, contact, summary. Declarations only."""

from typing import Final

from flows.protocol import HostFactor, load
from flows.steps import ALONE, ALWAYS, Asks, Fact, Route, Stage, Step

HARD: Final = Fact("hard").equals(value=True)
SHORT: Final = Fact("short").equals(value=True)
NO_MESSAGES: Final = Fact("consent_messaging").equals("no")
WITH_HABITS: Final = Fact("host").equals("yes")
READ_AS: Final = {"weight": "weight", "height": "height", "sleep_hours": "sleep_hours", "activity": "days_per_week"}
"""Host factors whose answers have a reader of their own."""

MEDICINES: Final = Stage("medicines", (Step("medicines.list", Asks("medicines", skippable=True), burst=True),))

RECORDS: Final = Stage(
    "records",
    (
        Step(
            "records.which",
            Asks(
                "choice_of",
                options=("imaging", "laboratory", "reports", "other", "none", "unsure"),
                multi=True,
                alone=("none", "unsure"),
            ),
        ),
        Step(
            "records.send",
            Asks("choice_of", options=("done", "later")),
            when=Fact("records").equals(value=True),
        ),
    ),
)


def _host_step(factor: HostFactor) -> Step:
    question = factor.question
    if question.kind == "choice":
        alone = tuple(option for option in question.options if option in ALONE)
        asks = Asks("choice_of", options=question.options, multi=question.multi, alone=alone, skippable=True)
    else:
        asks = Asks(READ_AS.get(factor.id, "free_text"), skippable=True)
    return Step(f"host.{factor.id}", asks, when=WITH_HABITS & ~HARD)


HOST: Final = Stage(
    "host",
    (
        Step("host.offer", Asks("choice_of", options=("yes", "skip")), when=~HARD),
        *(_host_step(factor) for factor in load().asked_host_factors),
    ),
)

OUTCOMES: Final = Stage(
    "outcomes",
    (
        Step("outcomes.check", Asks("choice_of", options=("relief", "cure", "unsure")), when=Fact("outcomes").equals("studied") & ~HARD),
        Step("outcomes.unknown", Asks("choice_of", options=("unknown", "benefit", "unsure")), when=Fact("outcomes").equals("open") & ~HARD),
    ),
)

RESEARCH: Final = Stage("research", (Step("research.opt_in", Asks("choice_of", options=("no", "yes")), when=~HARD),))

CONTACT: Final = Stage(
    "contact",
    (
        Step("contact.name", Asks("name"), when=Fact("name_known").equals(value=False) | SHORT),
        Step("contact.reach", Asks("choice_of", options=("here", "phone")), when=~NO_MESSAGES),
        Step("contact.phone", Asks("phone", skippable=True), when=Fact("reach").equals("phone") | NO_MESSAGES),
    ),
)

REVIEW: Final = Stage(
    "review",
    (
        Step(
            "review.summary",
            Asks("choice_of", options=("confirm", "change")),
            when=~SHORT,
            then=(Route("review.change", Fact("summary").equals("change")), Route("end.done")),
        ),
        Step("review.change", Asks("choice_of", offer="sections"), when=~ALWAYS),
        Step("review.item", Asks("choice_of", offer="items"), when=~ALWAYS),
    ),
)
