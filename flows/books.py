"""The conversations there are, by name: the intake, and the check-in after a treatment. Every session belongs to one of them.

Knows declarations; must not know sessions. Step ids are unique over all of them, so a step alone tells its question.
"""

from collections.abc import Mapping
from typing import Final

from flows.check_in.flow import CHECK_IN
from flows.intake.flow import INTAKE
from flows.machine import Rulebook
from flows.steps import Flow, Step

FLOWS: Final[dict[str, Flow]] = {flow.name: flow for flow in (INTAKE, CHECK_IN)}
RULEBOOKS: Final[dict[str, Rulebook]] = {name: Rulebook(flow) for name, flow in FLOWS.items()}
STEPS: Final[Mapping[str, Step]] = {step.id: step for flow in FLOWS.values() for step in flow.steps}
if len(STEPS) != sum(len(flow.steps) for flow in FLOWS.values()):
    raise ValueError("a step id stands in two conversations")
