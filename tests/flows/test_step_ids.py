"""Step ids are stored in open conversations for months: none may vanish without a new home in the codec's map."""

from pathlib import Path

from flows.intake.flow import INTAKE
from storage.codec import RENAMED

GOLDEN = set((Path(__file__).parent / "step_ids.txt").read_text("utf-8").split())
TODAY = {step.id for step in INTAKE.steps}


def test_no_step_has_vanished() -> None:
    """A removed or renamed id strands those who stand at it."""
    vanished = sorted(GOLDEN - TODAY - set(RENAMED))
    assert not vanished, f"add to RENAMED in storage/codec.py where these go now: {', '.join(vanished)}"


def test_every_step_is_on_record() -> None:
    """What is released once is remembered for ever."""
    new = sorted(TODAY - GOLDEN)
    assert not new, f"add to tests/flows/step_ids.txt: {', '.join(new)}"


def test_renamed_steps_lead_to_steps_of_today() -> None:
    """No entry of the map leads to another old name."""
    assert set(RENAMED.values()) <= TODAY


def test_no_old_name_is_used_again() -> None:
    """A state name that once meant something else is never reused."""
    assert not set(RENAMED) & TODAY
