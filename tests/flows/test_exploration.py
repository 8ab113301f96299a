"""The walk through the whole conversation: it finds nothing wrong with what ships, and finds by name whatever is planted."""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from flows import answering, books, controls, danger, engine, exploration, graph, rehearsal
from flows.effects import OpenHandoff, OptOut
from flows.events import Event
from flows.exploration import Exploration, explore
from flows.intake.flow import INTAKE
from flows.machine import Rulebook
from flows.position import ask_again
from flows.samples import interruptions
from flows.session import Outcome, Session
from flows.steps import ALWAYS, Asks, Flow, Stage, Step
from flows.texts import faults
from flows.wording import needs
from messages import catalog
from messages.prompt import OFFERED
from messages.understanding import read_message
from messages.understanding.answers import read_answer
from tests.flows.patient import Patient, Reply

WALKED = OFFERED
"""The languages of the walk: all that a conversation can be held in."""


def remembering(function: Callable[..., Any]) -> Callable[..., Any]:
    """The same pure function, which works each question out once."""
    known: dict[str, Any] = {}

    def asked(*args: Any, **named: Any) -> Any:
        key = repr((args, named))
        if key not in known:
            known[key] = function(*args, **named)
        return known[key]

    return asked


@pytest.fixture(scope="module")
def shipped_walk() -> Iterator[Exploration]:
    """Everything that ships, walked once in every language. The same few sentences are read at thousands of places: read once."""
    rooms = [module for name, module in sys.modules.items() if name.startswith("flows.")]
    with pytest.MonkeyPatch.context() as patch:
        for reader in (read_message, read_answer):
            once = remembering(reader)
            for room in rooms:
                if vars(room).get(reader.__name__) is reader:
                    patch.setattr(room, reader.__name__, once)
        yield explore(WALKED)


def test_the_shipped_flow_breaks_no_promise(shipped_walk: Exploration) -> None:
    """No route around consent or the danger list, no dead end, no missing text, danger and stop and a person everywhere."""
    assert shipped_walk.faults == []


def test_the_walk_came_by_every_step(shipped_walk: Exploration) -> None:
    """So the sentence above says something."""
    assert {step.id for step in INTAKE.steps} <= shipped_walk.steps
    assert (shipped_walk.transitions > 10_000, shipped_walk.sessions > 500) == (True, True)


def test_the_walk_came_to_every_kind_of_end(shipped_walk: Exploration) -> None:
    """Handed over, held, stopped, with a person."""
    assert {end[1] for end in shipped_walk.ends} == {"done", "held", "stopped", "with_person"}


def test_the_walk_read_every_question_in_every_language(shipped_walk: Exploration) -> None:
    """No text escapes the guard and the limits by never being said."""
    read = {(key, language) for key, language, _ in shipped_walk.messages}
    assert {(step.key, language) for step in books.STEPS.values() for language in WALKED} <= read


def test_no_message_of_the_walk_is_blocked_or_too_long(shipped_walk: Exploration) -> None:
    """Every distinct message that can leave, in every language, past the guard and into every channel."""
    assert [fault for message in shipped_walk.messages.values() for fault in rehearsal.message_faults(message)] == []


def test_no_text_is_missing() -> None:
    """Seen without walking: nothing the flow needs is absent, nothing uses what it is not given."""
    assert [fault for fault in faults(catalog.shipped(), OFFERED) if "no text" in fault or "unknown variable" in fault] == []


def test_the_shortest_intake_is_short_enough() -> None:
    """A healthy adult with a knee, greeting included."""
    turns, passed = graph.shortest()
    assert (turns <= rehearsal.MOST_TURNS, passed[0], passed[-1]) == (True, "language.choose", "review.summary")


def test_the_drawing_holds_every_step_and_end() -> None:
    """Once each as a node."""
    drawn = graph.mermaid().splitlines()
    nodes = [f"    {step.id.replace('.', '_')}[{step.id}]" for step in INTAKE.steps]
    assert [drawn.count(node) for node in nodes] == [1] * len(nodes)
    assert [line for line in drawn if "((end." in line] == ["  end_done((end.done))", "  end_held((end.held))"]


def test_the_flow_as_data_holds_every_step_in_order() -> None:
    """For tools."""
    assert [step["id"] for step in graph.as_data()["steps"]] == [step.id for step in INTAKE.steps]


def test_every_text_needed_is_needed_once_a_place() -> None:
    """The translators' list repeats only what is said in several places."""
    questions = [need.key for need in needs(INTAKE) if need.where == "question"]
    assert len(questions) == len(set(questions)) == len(INTAKE.steps)


@pytest.fixture
def narrow(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """A walk along one path only, with a few interruptions: seconds become a blink."""

    def walked(replies: Mapping[str, Reply] | None = None, *names: str) -> list[str]:
        def one_answer(session: Session, _rulebook: Rulebook, at: datetime) -> Iterator[Event]:
            one = Patient(session, at=at, n=1)
            yield one.answer(one.usual(replies or {}))

        def few(at: datetime) -> Iterator[tuple[str, Event]]:
            return ((name, event) for name, event in interruptions(at) if name in {"greeting", *names})

        monkeypatch.setattr(exploration, "answers", one_answer)
        monkeypatch.setattr(exploration, "interruptions", few)
        monkeypatch.setattr(exploration, "ALWAYS_HEARD", frozenset(names), raising=False)
        return explore(("es",)).faults

    return walked


def changed(step_id: str, **fields: Any) -> Flow:
    """The intake with one step declared otherwise."""
    stages = tuple(
        replace(stage, steps=tuple(replace(step, **fields) if step.id == step_id else step for step in stage.steps))
        for stage in INTAKE.stages
    )
    return replace(INTAKE, stages=stages)


def compiled(monkeypatch: pytest.MonkeyPatch, flow: Flow) -> None:
    """Walk this flow in place of the shipped one."""
    book = Rulebook(flow)
    monkeypatch.setitem(books.RULEBOOKS, flow.name, book)
    monkeypatch.setitem(books.FLOWS, flow.name, flow)


def test_a_narrow_walk_of_the_shipped_flow_only_misses_steps(narrow: Callable[..., list[str]]) -> None:
    """What the tests below find is what they planted."""
    assert [
        fault for fault in narrow(None, "emergency", "crisis", "stop", "person", "nonsense") if not fault.endswith(": never reached")
    ] == []


def test_a_route_around_consent_is_found(monkeypatch: pytest.MonkeyPatch, narrow: Callable[..., list[str]]) -> None:
    """A refusal that leads on to the next question."""
    compiled(monkeypatch, changed("consent.health_data", then=()))
    assert "open safety.red_flags / answer: a health question without consent" in narrow({"consent.health_data": "no"})


@pytest.mark.parametrize("answer", ["yes", "unsure"])
def test_a_route_around_the_danger_list_is_found(answer: str, monkeypatch: pytest.MonkeyPatch, narrow: Callable[..., list[str]]) -> None:
    """A yes or a doubt that leads on."""
    compiled(monkeypatch, changed("safety.red_flags", then=()))
    assert "open safety.red_flags / answer: a question past unanswered red flags" in narrow({"safety.red_flags": answer})


def test_a_step_nothing_leads_to_is_found(monkeypatch: pytest.MonkeyPatch, narrow: Callable[..., list[str]]) -> None:
    """Declared, and never asked."""
    orphan = Stage("orphan", (Step("orphan.question", Asks("free_text"), when=~ALWAYS),))
    compiled(monkeypatch, replace(INTAKE, stages=(*INTAKE.stages, orphan)))
    assert "orphan.question: never reached" in narrow()


def test_a_dead_end_is_found(monkeypatch: pytest.MonkeyPatch, narrow: Callable[..., list[str]]) -> None:
    """A question that takes no answer, and every question that only leads there."""

    def stuck(session: Session, event: Event) -> Outcome:
        return ask_again(session) if session.step == "contact.reach" else engine.advance(session, event)

    monkeypatch.setattr(exploration, "advance", stuck)
    assert {"contact.reach (open): no way to an end", "subject.age (open): no way to an end"} <= set(narrow())


def mute(session: Session, *_: object) -> Outcome:
    """Nothing is said and nothing changes."""
    return Outcome(session, ())


def broken(*_: object) -> Outcome:
    """A step that raises."""
    raise RuntimeError("planted")


def repeated(session: Session, *_: object) -> Outcome:
    """The wish is overheard; the question is asked again."""
    return ask_again(session) if session.step else mute(session)


def opened(session: Session, *_: object) -> Outcome:
    """A hold is treated like a pause."""
    return ask_again(replace(session, status="open")) if session.step else mute(session)


def quiet_end(session: Session, *_: object) -> Outcome:
    """The end without a hand-off."""
    outcome = ENDS(session, ())
    return Outcome(outcome.session, tuple(effect for effect in outcome.effects if not isinstance(effect, OpenHandoff)))


def late_number(session: Session, *words: Any) -> Outcome:
    """The alarm first, the number after it."""
    outcome = HOLD(session, *words)
    return Outcome(outcome.session, tuple(reversed(outcome.effects)))


def no_alarm(session: Session, *words: Any) -> Outcome:
    """The number and nobody told."""
    outcome = HOLD(session, *words)
    return Outcome(outcome.session, outcome.effects[:1])


def not_opted_out(session: Session) -> Outcome:
    """Stopped, and still written to."""
    outcome = STOP(session)
    return Outcome(outcome.session, tuple(effect for effect in outcome.effects if not isinstance(effect, OptOut)))


ENDS, HOLD, STOP = answering._end, danger.hold, controls.stop


@pytest.mark.parametrize(
    ("module", "name", "planted", "tried", "fault"),
    [
        (engine, "alarming", lambda _: None, "emergency", "open subject.age / emergency: danger did not stop the conversation"),
        (engine, "alarming", lambda _: None, "crisis", "open screening.ever / crisis: danger did not stop the conversation"),
        (engine, "alarming", lambda _: None, "photo of danger", "open subject.age / photo of danger: danger did not stop the conversation"),
        (engine, "hold", late_number, "emergency", "open subject.age / emergency: the number is not the first thing said"),
        (engine, "hold", no_alarm, "crisis", "open subject.age / crisis: nobody was alarmed"),
        (engine, "still_held", opened, "emergency", "held subject.age / greeting: a hold was lifted by the patient"),
        (controls, "stop", not_opted_out, "stop", "open subject.age / stop: no OptOut"),
        (controls, "stop", repeated, "stop", "open subject.age / stop: no WithdrawCase"),
        (engine, "reprompt", mute, "nonsense", "open subject.age / nonsense: the patient gets no answer"),
        (engine, "reprompt", broken, "nonsense", "subject.age: nonsense: RuntimeError: planted"),
        (answering, "THIRD", 9, "nonsense", "open subject.age / nonsense: re-prompted without end"),
        (answering, "_end", quiet_end, "", "open review.summary / answer: no OpenHandoff"),
    ],
)
def test_a_broken_promise_is_found(
    monkeypatch: pytest.MonkeyPatch, narrow: Callable[..., list[str]], module: object, name: str, planted: object, tried: str, fault: str
) -> None:
    """By the place where it breaks, what was tried, and what was promised."""
    monkeypatch.setattr(module, name, planted)
    assert fault in narrow(None, tried)


def test_an_ignored_wish_for_a_person_is_found(monkeypatch: pytest.MonkeyPatch, narrow: Callable[..., list[str]]) -> None:
    """At every question where it is overheard."""
    monkeypatch.setattr(controls, "person", lambda session, *_: repeated(session))
    found = narrow(None, "person")
    assert {"open subject.age / person: no person was asked for", "open review.summary / person: no person was asked for"} <= set(found)


@pytest.fixture
def rewritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str, str, str], None]]:
    """The shipped catalogue with one place of one file written otherwise, for the length of a test."""

    def rewrite(language: str, file: str, old: str, new: str) -> None:
        locales = Path(shutil.copytree(catalog.LOCALES, tmp_path / "locales"))
        path = locales / language / file
        source = path.read_text("utf-8")
        assert source.count(old) == 1, "the place to plant the fault must be found"
        path.write_text(source.replace(old, new), "utf-8")
        monkeypatch.setattr(catalog, "LOCALES", locales)
        catalog.shipped.cache_clear()

    yield rewrite
    monkeypatch.undo()
    catalog.shipped.cache_clear()


Rewrite = Callable[[str, str, str, str], None]


def test_a_step_without_its_text_is_found(rewritten: Rewrite, narrow: Callable[..., list[str]]) -> None:
    """By key and language, walking and without walking."""
    rewritten("es", "opening.ftl", "\nsubject-who =", "\nsubject-whom =")
    assert "subject-who (es): no text (question)" in faults(catalog.shipped(), ("es",))
    assert "subject-who (es): MissingText: subject-who (es)" in "\n".join(narrow())


def test_an_unknown_variable_is_found(rewritten: Rewrite) -> None:
    """A text that uses what it is not given."""
    rewritten("es", "controls.ftl", "\ncontrol-restart =", "\ncontrol-restart = { $price }")
    assert "control-restart (es): unknown variable price" in faults(catalog.shipped(), ("es",))


YES = "    .yes = Sí, acepto\n"
WHO = "\nsubject-who = "


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (YES, "    .yes = Sí, acepto todo ello.\n", "consent-health_data (es): whatsapp: label of yes is 21 long, at most 20"),
        (WHO, f"{WHO}Cuesta 25,000 pesos. ", "subject-who (es): price: "),
        (WHO, WHO + "La rodilla. " * 200, "subject-who (es): whatsapp: "),
    ],
    ids=["a label of 21", "a price", "too long"],
)
def test_a_text_that_may_not_leave_is_found(old: str, new: str, fault: str, rewritten: Rewrite, narrow: Callable[..., list[str]]) -> None:
    """The rehearsal joins the walk with the guard and every channel's limits."""
    rewritten("es", "opening.ftl", old, new)
    narrow()
    assert fault in "\n".join(rehearsal.rehearse(("es",)).faults)


def test_a_label_that_just_fits_is_no_fault(rewritten: Rewrite, narrow: Callable[..., list[str]]) -> None:
    """Twenty characters."""
    rewritten("es", "opening.ftl", YES, "    .yes = Sí, acepto todo esto\n")
    narrow()
    assert "label of yes" not in "\n".join(rehearsal.rehearse(("es",)).faults)
