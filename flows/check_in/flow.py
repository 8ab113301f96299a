"""The check-in as a whole. Declarations only."""

from typing import Final

from flows.check_in.questions import CHECK_IN_STAGE
from flows.steps import Flow

CHECK_IN: Final = Flow(
    name="check_in",
    revision="2026.12",
    stages=(CHECK_IN_STAGE,),
    ends=("end.done", "end.held"),
    danger="check_in.red_flags",
)
