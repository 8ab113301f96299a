"""`release-check`: what this release does to the conversations that are open, told before it goes live.

Knows how the counts are laid out; must not know what decides them. Run it with the new release against the live database.
"""

import json
from dataclasses import asdict

import click

from bot.commands.opened import opened
from bot.release_check import FATES, Impact, impact
from flows.intake.flow import INTAKE
from storage.open_conversations import standings

TOLD = {"stays": "stay on their question", "asked_again": "are asked it again with a recap", "to_person": "go to a person"}


@click.command(name="release-check")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def release_check(*, as_json: bool) -> None:
    """Count, per question, how many open conversations stay, are asked again, or go to a person. Changes nothing."""
    with opened() as here, here.database.read() as uow:
        found = impact(standings(uow.work))
    click.echo(json.dumps(as_data(found)) if as_json else "\n".join(_lines(found)))


def as_data(found: Impact) -> dict[str, object]:
    """The counts as plain data."""
    totals: dict[str, object] = {name: found.total(name) for name in FATES}
    steps = [asdict(step) for step in found.steps]
    return {"revision": INTAKE.revision, **totals, "without_question": found.without_question, "steps": steps}


def _lines(found: Impact) -> list[str]:
    lines = [f"Revision {INTAKE.revision}. Open conversations that wait for an answer:"]
    lines += [f"  {found.total(name):>6} {TOLD[name]}" for name in FATES]
    lines.append(f"  {found.without_question:>6} have no open question")
    moved = [step for step in found.steps if step.asked_again or step.to_person or step.renamed_from]
    for step in moved:
        also = f" (also known as {', '.join(step.renamed_from)})" if step.renamed_from else ""
        lines.append(f"{step.step}{also}: {step.stays} stay, {step.asked_again} asked again, {step.to_person} to a person")
    return lines
