"""The console's own texts and files: the same in both languages, every one there that a page asks for, none that a patient could get."""

import ast
import hashlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from bot.api_decisions import DecisionBody
from bot.console import assets, labels, wording
from bot.console.audit_pages import ACTORS, REASONS
from bot.console.decision_faults import FAULTS, FIELDS, WRONG
from bot.console.layout import LEAST
from bot.console.refusals import REFUSALS
from bot.console.visit import TABS, THEMES
from flows import decision_checks
from flows.books import STEPS
from messages.catalog import LOCALES, shipped
from storage.models_staff import ROLES
from tests.bot.rig import Rig

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "bot" / "console" / "templates"
PUBLISHED = {
    "htmx-4.0.1.min.js": "a0abb04f2f45a1f89d1d4844023245537e5e6014c87b144553e0607b4cc32130",
    "htmx-sse-4.0.1.min.js": "18ef2761356ec1fe0bb6d92612315b37517a7c1e9856b661c5ae81fef239d103",
}
"""SHA-256 of `dist/htmx.min.js` and `dist/ext/hx-sse.min.js` in the package htmx.org 4.0.1."""


def asked_for() -> set[str]:
    """Every key written out in a template or a module of the console; the letter's page speaks to patients and has their texts."""
    sources = [*TEMPLATES.glob("*.html"), *(ROOT / "bot" / "console").glob("*.py")]
    keys: set[str] = set()
    for path in sources:
        keys |= set(re.findall(r"""(?:\bt|\.text)\(\s*["']([a-z][a-z0-9_-]*[a-z0-9])["']\s*[,)]""", path.read_text("utf-8")))
    return keys - shipped().keys("es")


def made_up_from_parts() -> set[str]:
    """Keys that are put together from a table."""
    rules = {key for key in wording.catalog().keys("es") if key.startswith("refused-")}
    return (
        {f"role-{role}" for role in ROLES}
        | {f"tab-{tab.name}" for tab in TABS}
        | {f"theme-{theme}" for theme in THEMES}
        | {f"language-{language}" for language in wording.LANGUAGES}
        | {f"audit-actor-{actor}" for actor in ACTORS}
        | {f"reason-{reason.replace('_', '-')}" for reason in REASONS}
        | {f"password-{rule}" for rule in ("short", "long", "own", "common")}
        | {f"month-{number}" for number in range(1, 13)}
        | rules
    )


def fields_of(body: type[BaseModel], above: str = "") -> Iterator[str]:
    """The dotted name of every field of a body, and of those below it."""
    for name, field in body.model_fields.items():
        yield above + name
        for part in (field.annotation, *(each for arg in get_args(field.annotation) for each in (arg, *get_args(arg)))):
            if isinstance(part, type) and issubclass(part, BaseModel):
                yield from fields_of(part, f"{above}{name}.")


def test_both_languages_say_the_same_things() -> None:
    """The same keys with the same variables."""
    known = wording.catalog()
    assert known.keys("es") == known.keys("en")
    assert [key for key in known.keys("es") if known.variables(key, "es") != known.variables(key, "en")] == []


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_text_a_page_asks_for_is_there(language: wording.Language) -> None:
    """Written out, or put together from roles, tabs and reasons."""
    assert len(asked_for()) > 80
    assert sorted((asked_for() | made_up_from_parts()) - wording.catalog().keys(language)) == []


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_whatever_stands_against_a_decision_has_words(language: wording.Language) -> None:
    """Every fault and warning of the rules: a code without words would end the page on which the physician should read it."""
    yielded = [node for node in ast.walk(ast.parse(inspect.getsource(decision_checks))) if isinstance(node, ast.Yield | ast.YieldFrom)]
    said = {each.value for node in yielded for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    codes = {text.partition(":")[0] for text in said} | {"evidence_not_on_map", "systemic_route_for_joint"}
    kinds = {code: "fault" if code in FAULTS else "warn" for code in codes}
    assert codes > FAULTS
    keys = {f"{kind}-{code.replace('_', '-')}" for code, kind in kinds.items()}
    assert sorted(keys - wording.catalog().keys(language)) == []


@pytest.mark.parametrize("language", wording.LANGUAGES)
def test_every_question_has_a_name_for_staff(language: wording.Language) -> None:
    """In the reader's language, never its code."""
    assert [step for step in STEPS if labels.step(step, language) == step.replace("_", " ").replace(".", ": ")] == []


def test_every_field_of_a_decision_has_a_name_on_the_form() -> None:
    """A fault must not name what only a developer calls it: every field of the body, however deep, and every way it can be wrong."""
    kinds = {f"fault-field-{kind}" for kind, _ in WRONG.values()} | {"fault-field-unreadable"}
    assert sorted(set(fields_of(DecisionBody)) - FIELDS.keys()) == []
    assert sorted((set(FIELDS.values()) | kinds) - wording.catalog().keys("es")) == []


def test_no_text_of_the_console_is_a_patients() -> None:
    """Another folder, other keys' files: the patients' catalogue does not read it."""
    assert wording.FOLDER.resolve() != LOCALES.resolve()
    assert LOCALES not in wording.FOLDER.parents


def test_every_section_asks_for_its_right() -> None:
    """A tab that shows a right is guarded by it."""
    assert {tab.path: tab.right for tab in TABS if tab.right} == {path: LEAST[path] for path in LEAST if path not in {"/cases", "/live"}}
    assert len(REFUSALS) == len(set(REFUSALS))


@pytest.mark.parametrize(("name", "digest"), PUBLISHED.items())
def test_scripts_we_did_not_write_are_as_published(name: str, digest: str) -> None:
    """Byte for byte; `docs/decisions/0006-console-without-a-build.md`."""
    assert hashlib.sha256((assets.FOLDER / name).read_bytes()).hexdigest() == digest


def test_pages_load_only_files_of_ours() -> None:
    """Every script and style sheet of a template is a file beside it, none lies elsewhere, none is in line."""
    for path in TEMPLATES.glob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r"(src|href)=[\"'](https?:)?//", text), path.name
        assert not re.search(r"<script(?![^>]*\bsrc=)|\bon[a-z]+=[\"']|\bhx-on\b|javascript:|<style(?! *>\{\{ inline)| style=", text), (
            path.name
        )


async def test_a_file_asked_for_by_its_digest_may_be_kept(rig: Rig) -> None:
    """And no other."""
    by_digest = await rig.web.get(assets.asset("console.css"))
    assert (by_digest.status_code, by_digest.headers["cache-control"]) == (200, assets.KEPT)
    for path in ("/static/console.css", "/static/console.css?v=000000000000"):
        assert (await rig.web.get(path)).headers["cache-control"] == "no-store"
    assert (await rig.web.get("/static/../layout.py")).status_code == 404
    assert (await rig.web.get("/static/%2e%2e/layout.py")).status_code == 404
