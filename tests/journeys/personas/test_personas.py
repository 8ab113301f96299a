"""Every persona's story ends with the case the clinical facts demand, and nothing forbidden was said on the way."""

import asyncio
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.databases import SqliteDatabases
from tests.journeys.nursery import Nursery
from tests.journeys.personas.judging import faults
from tests.journeys.personas.playing import Hands, Playing, StuckError
from tests.journeys.personas.story import HERE, Persona, everybody, read
from tests.journeys.world import World, until, world

TOGETHER = 12
"""Personas under way at once."""
LEAST = 26


@pytest.fixture(scope="session")
def verdicts(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, nursery: Nursery, sqlite_databases: SqliteDatabases
) -> dict[str, list[str]]:
    """Faults by persona: all that were selected, played against one running server."""
    wanted = {item.callspec.params["persona"].id for item in request.session.items if "persona" in getattr(item, "fixturenames", ())}  # type: ignore[attr-defined] # parametrized functions have a callspec
    people = [persona for persona in everybody() if persona.id in wanted]
    folder = tmp_path_factory.mktemp("personas")
    return asyncio.run(play_all(people, folder, sqlite_databases.fresh(folder), nursery))


async def play_all(people: Iterable[Persona], folder: Path, url: str, nursery: Nursery) -> dict[str, list[str]]:
    """Play everybody; those whose story takes days come last, because the clock is everybody's."""
    async with world(folder / "world", url, nursery, BURST_WAIT_SECONDS="0.3") as place:
        await place.start("serve")
        await place.staff("physician")
        await place.staff("coordinator")
        seats, clock = asyncio.Semaphore(TOGETHER), Hands(place)

        async def one(persona: Persona) -> tuple[str, list[str]]:
            async with seats:
                return persona.id, await verdict(Playing(persona, place, clock), place)

        quick = [persona for persona in people if not persona.waits_for_days]
        found = await asyncio.gather(*(one(persona) for persona in quick))
        slow = [await one(persona) for persona in people if persona.waits_for_days]
        return dict([*found, *slow])


async def verdict(playing: Playing, place: World) -> list[str]:
    """What is wrong with one persona's case; where the story does not go on, that, and the last of the screen."""
    try:
        await playing.play()
        await until(playing.all_left, 20, "every text has left")
    except StuckError as stuck:
        last = [f"{item['from']} {item['message_key'] or ''}: {item['text'][:90]!r}" for item in playing.screen[-6:]]
        return [str(stuck), *last]
    return faults(playing.persona, await place.api(f"/cases/{playing.case_id}"), playing.screen)


@pytest.mark.processes
@pytest.mark.parametrize("persona", everybody(), ids=lambda persona: persona.id)
def test_persona_comes_out_as_the_clinical_facts_demand(persona: Persona, verdicts: dict[str, list[str]]) -> None:
    """Flags, tier, priority, facts and texts of this person are as the story's file says."""
    assert verdicts[persona.id] == []


def test_there_are_whole_people_enough() -> None:
    """At least so many stories, in every language, on every channel, in every manner of typing."""
    people = everybody()
    assert len(people) >= LEAST
    assert {persona.language for persona in people} == {"es", "en", "pt", "fr"}
    assert {persona.channel for persona in people} == {"telegram", "whatsapp", "web"}
    assert {persona.manner for persona in people} == {"taps", "numbers", "words"}


@pytest.mark.parametrize("path", sorted(HERE.glob("*.toml")), ids=lambda path: path.stem)
def test_story_is_complete_and_names_what_exists(path: Path) -> None:
    """Nothing is missing in the file, and every key, step, flag and condition in it exists."""
    assert read(path).id == path.stem
