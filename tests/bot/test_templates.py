"""Texts that leave outside the reply window: what is submitted, what is still to be named, what the doctor says."""

import json
import re
from typing import Any

import pytest
from click.testing import CliRunner

from bot.channels.whatsapp_contents import ContentSids
from bot.commands.templates import templates as command
from bot.templates import keys, missing, templates
from messages.guard import judge
from messages.prompt import OFFERED
from messages.understanding import read_message

ALL = list(templates("Regeneris"))


def test_every_check_in_text_that_may_leave_months_later_is_a_template() -> None:
    """Invitation and reminder, beside the two nudges."""
    assert set(keys()) >= {"check-in-invitation", "check-in-reminder", "nudge-later"}


@pytest.mark.parametrize("template", ALL, ids=lambda each: f"{each.key}-{each.language}")
def test_a_template_tells_a_stranger_nothing(template: Any) -> None:
    """No condition, treatment or medicine, no claim; it fits the provider's limits and starts and ends with words."""
    labels = read_message(template.body, template.language).labels
    assert [label.id for label in labels if label.id.startswith(("indication:", "contraindication:", "emerging_therapy:"))] == []
    assert judge(template.body, template.language).blocked is False
    assert template.faults == ()
    assert "{" not in re.sub(r"\{\{(link|date|time|place)\}\}", "", template.body)


def test_what_is_not_named_is_listed() -> None:
    """One line for each key and language that the file does not hold."""
    named = {key: dict.fromkeys(OFFERED, "HX1") for key in keys()}
    assert missing(ContentSids(named)) == ()
    del named["check-in-reminder"]["pt"]
    assert missing(ContentSids(named)) == ("check-in-reminder (pt)",)


def test_the_list_is_printed_as_text_json_and_toml() -> None:
    """The same templates in each shape; the TOML is the operator's file with the ids left open."""
    import tomllib

    run = CliRunner()
    told = json.loads(run.invoke(command, ["--json", "--clinic", "Clínica Norte"]).stdout)
    assert {(each["key"], each["language"]) for each in told} == {(key, language) for key in keys() for language in OFFERED}
    assert all("Clínica Norte" in each["body"] for each in told if not each["key"].startswith(("handoff-", "notice-waiting.")))
    assert set(tomllib.loads(run.invoke(command, ["--toml"]).stdout)) == set(keys())
    assert "button 1: Seguir (id: continue)" in run.invoke(command, []).stdout
