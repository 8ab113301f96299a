"""The demo's stories as `demo_stories.toml` tells them: who writes, what is answered, what staff do, in order of time.

Knows the file and the calendar; must not know the conversation's rules, rows or people's secrets.
"""

import tomllib
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, ConfigDict, Field

from flows.schedule import add_months

PATH: Final = Path(__file__).with_suffix(".toml")

Deed = Literal["claim", "request_review", "decision", "quote", "protocol_summary", "consent", "treated"]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class StoryEvent(_Strict):
    """Something that happens on `day` (from the story's own day) at `time`, the clinic's wall clock."""

    day: int
    time: time
    writes: str = ""
    says: Mapping[str, str] = Field(default_factory=dict)
    until: str = ""
    does: Deed | None = None
    by: Literal["coordinator", "physician"] = "coordinator"
    body: Mapping[str, Any] = Field(default_factory=dict)
    check_in: Mapping[str, str] | None = None

    def at(self, base: date, zone: ZoneInfo) -> datetime:
        """When it happens, aware, in the clinic's zone."""
        return datetime.combine(base + timedelta(days=self.day), self.time, zone)


class Story(_Strict):
    """One patient of the demo."""

    patient: str
    label: str
    language: Literal["es", "en", "pt", "fr"]
    months: int = Field(default=0, ge=0)
    answers: Mapping[str, str]
    event: tuple[StoryEvent, ...]


@cache
def stories() -> tuple[Story, ...]:
    """Every story of the file. Raises pydantic's `ValidationError` for a file that is not as described."""
    return tuple(Story.model_validate(each) for each in tomllib.loads(PATH.read_text("utf-8"))["story"])


def in_order(today: date, zone: ZoneInfo) -> list[tuple[datetime, Story, StoryEvent]]:
    """All that happens in all stories, the earliest first."""
    told = [(event.at(add_months(today, -story.months), zone), story, event) for story in stories() for event in story.event]
    return sorted(told, key=lambda each: each[0])
