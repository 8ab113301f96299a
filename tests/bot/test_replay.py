"""A conversation is rebuilt from its events, to the byte; whatever was changed since is found."""

import json
from collections.abc import Callable
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, get_args

import pytest
import sqlalchemy as sa
from click.testing import CliRunner

from bot.commands.replay import replay as command
from bot.replay import Replayed, replay
from bot.rules import Rules, shipped_rules
from flows.events import AttachmentChecked, ChannelBlocked, Event, HoldLifted, SilenceNoted
from flows.intake.flow import INTAKE
from flows.session import CheckInTalk, Measured
from messages.prompt import Option, Prompt
from storage.database import Database
from storage.event_codec import KINDS, Begun, Happening, Resumed, Told, UnknownHappening, dump_happening, kind_of, load_happening
from storage.models import events, messages
from storage.unit_of_work import UnitOfWork
from tests.bot.dialogue import CLINIC, SHIPPED, Dialogue
from tests.conftest import DATA_KEY
from tests.storage.test_codec import FULL

AT = datetime(2026, 3, 1, 15, 0, 0, 7, tzinfo=UTC)
RULES = cache(shipped_rules)


def whole(database: Database) -> Dialogue:
    """An intake with everything in it: a burst, taps, an edit, a file, silence, a refusal to read, an emergency lifted, the end."""
    one = Dialogue(database).says("hola").reaches("inquiry.complaint")
    one.says("me duele la rodilla", "la derecha", "desde hace 2 años").edits(one.sent, "desde hace 3 años")
    one.shows("mi radiografía").happens(lambda at: AttachmentChecked(at, None, "file-1", kept=False, reason="too_large"))
    one.reaches("screening.ever").says("¿cuánto cuesta?").says("qwertz")
    one.clock.move(hours=21)
    one.happens(lambda at: SilenceNoted(at, None)).happens(lambda at: ChannelBlocked(at, None))
    one.says("me duele mucho el pecho").says("hola")
    one.happens(lambda at: HoldLifted(at, None, "staff-1", resume=True)).says("continuar")
    return one.reaches("")


def replayed(one: Dialogue, rules_for: Callable[[str], Rules] = RULES) -> Replayed:
    """What a replay of the case says."""
    with one.database.read() as uow:
        return replay(uow, one.case_id, rules_for)


def test_a_whole_conversation_is_the_same_to_the_byte(database: Database) -> None:
    """Every text of the bot comes out of its events again, and the session they lead to is the one that is kept."""
    one = whole(database)
    found = replayed(one)
    assert found.first is None
    assert (found.rebuilt, found.hashed, found.before) == (len(one.said()), 0, 0)
    assert found.rebuilt >= 40
    assert found.revisions == (INTAKE.revision,)


def test_every_kind_of_message_was_in_it(database: Database) -> None:
    """Otherwise the test above proves little."""
    whole(database)
    with database.read() as uow:
        kinds = {row.kind for row in uow.work.all(sa.select(events.c.kind).distinct())}
    assert kinds >= {
        *("Begun", "TextReceived", "OptionChosen", "MediaReceived", "AttachmentChecked", "SilenceNoted", "ChannelBlocked", "HoldLifted")
    } | {"MessageEdited"}


@pytest.fixture
def told(sqlite_url: str) -> Dialogue:
    """A short conversation, and its database."""
    return Dialogue(Database(sqlite_url, [DATA_KEY])).says("hola").reaches("subject.age")


def planted(one: Dialogue, n: int, **changed: Any) -> None:
    """A message of the transcript is not what it was."""
    with one.database.write() as uow:
        place = f"messages.body:{one.conversation.id}/{n}"
        where = (messages.c.conversation_id == one.conversation.id, messages.c.n == n)
        body = json.loads(uow.work.vault.open(place, uow.work.connection.execute(sa.select(messages.c.body).where(*where)).scalar_one()))
        uow.work.change(sa.update(messages).where(*where).values(body=uow.work.vault.seal(place, json.dumps({**body, **changed}))))
        uow.commit()


def test_a_changed_word_is_found(told: Dialogue) -> None:
    """One letter in the middle of a transcript is named by its message."""
    n, key, text = told.said()[3]
    planted(told, n, text=text.replace("e", "é", 1))
    first = replayed(told).first
    assert first is not None
    assert (first.fault, first.n, first.key) == ("transcript_changed", n, key)


def test_a_changed_option_is_found(told: Dialogue) -> None:
    """What stood under a question belongs to it."""
    n, key, _ = told.said()[-2]
    planted(told, n, options=[["self", "otra cosa"]])
    first = replayed(told).first
    assert first is not None
    assert (first.fault, first.n, first.key) == ("other_text", n, key)


def test_other_words_of_todays_rules_are_found(told: Dialogue) -> None:
    """Rules that call themselves the same and say something else are caught at the byte."""

    def other(clinic: str) -> Rules:
        shipped = shipped_rules(clinic)
        return replace(shipped, render=lambda *said: shouted(shipped.render(*said)))

    def shouted(message: Any) -> Any:
        return replace(message, text=message.text + "!") if message.key == "subject-age" else message

    first = replayed(told, other).first
    assert first is not None
    assert (first.fault, first.key, first.byte) == ("other_words", "subject-age", len(told.said()[-1][2].encode()))


def in_database(one: Dialogue, statement: str) -> None:
    """A change past all code of ours."""
    with one.database.write() as uow:
        uow.work.connection.execute(sa.text(statement))
        uow.commit()


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM events WHERE seq = 3", "event_missing"),
        ("DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)", "event_missing"),
        ("UPDATE events SET body = (SELECT body FROM events AS other WHERE other.seq = 2) WHERE seq = 3", "unreadable"),
        ("UPDATE events SET kind = 'SomethingNew' WHERE seq = 3", "unknown_event"),
        ("UPDATE messages SET author = 'patient' WHERE n = {bot}", "text_missing"),
        ("UPDATE messages SET author = 'bot' WHERE n = {patient}", "text_without_event"),
        ("UPDATE messages SET message_key = 'else' WHERE n = (SELECT max(n) FROM messages WHERE author = 'bot')", "transcript_changed"),
    ],
)
def test_hands_in_the_database_are_found(told: Dialogue, statement: str, fault: str) -> None:
    """Rows taken away, exchanged or renamed."""
    ours = {n for n, _, _ in told.said()}
    patients = {*range(min(ours), max(ours))} - ours
    in_database(told, statement.format(bot=min(ours), patient=min(patients)))
    first = replayed(told).first
    assert first is not None
    assert first.fault == fault


def test_a_session_changed_beside_the_rules_is_found(told: Dialogue) -> None:
    """Only events move a conversation."""
    told.becomes(retries=2)
    first = replayed(told).first
    assert first is not None
    assert first.fault == "other_session"


def test_a_text_of_staffs_step_is_replayed_too(told: Dialogue) -> None:
    """A notice that no event of the patient's caused is kept as what it was."""
    with told.database.write() as uow:
        desk = told.turn.desk(uow)
        (talk,) = desk.hold_conversations([told.conversation.id])
        told.turn.apply.say(desk, talk, Prompt("done-reply"), "notice")
        talk.conversation.version += 1
        desk.finish()
        uow.commit()
    found = replayed(told.says("hola"))
    assert (found.first, found.rebuilt) == (None, len(told.said()))


def test_a_refusal_leaves_the_hashes_and_no_words(database: Database) -> None:
    """Consent refused: the events keep their numbers and what they were answered by; the talk goes on from a snapshot."""
    one = Dialogue(database).says("tengo cancertumor").reaches("consent.health_data")
    one.taps("no").says("gracias")
    found = replayed(one)
    assert (found.first, found.before) == (None, 0)
    assert found.erased > 2
    assert found.hashed + found.rebuilt == len(one.said())
    with database.read() as uow:
        kept = [event.what for event in uow.events.of(one.conversation.id)]
    assert "cancertumor" not in repr(kept)


def test_after_a_purge_the_conversation_is_replayed_from_there(database: Database) -> None:
    """Thirty days without consent: nothing said before can be rebuilt, nothing said after is lost."""
    one = Dialogue(database).says("hola")
    before = len(one.said())
    one.clock.move(days=40)
    with database.write() as uow:
        uow.retention.purge_unconsented(one.clock() - timedelta(days=30), one.clock())
        uow.commit()
    found = replayed(one.says("hola"))
    assert (found.first, found.before) == (None, before)
    assert found.rebuilt == len(one.said()) - before


def test_a_conversation_older_than_events_is_replayed_from_its_next_message(told: Dialogue) -> None:
    """What was said before is counted, not guessed."""
    before = len(told.said())
    in_database(told, "DELETE FROM events")
    in_database(told, "UPDATE conversations SET next_seq = 0")
    found = replayed(told.says("61"))
    assert (found.first, found.before) == (None, before)
    assert found.rebuilt == len(told.said()) - before > 0


def test_texts_of_another_revision_are_held_to_their_hash(database: Database) -> None:
    """They cannot be rebuilt here; what the transcript says of them can still not be changed unseen."""
    old = replace(SHIPPED, revision="an older one")
    one = Dialogue(database, rules=old).says("hola").reaches("subject.age")
    before = len(one.said())
    one.becomes(release="an older one")
    in_order = Dialogue(database, user=one.user, clock=one.clock, sent=one.sent).says("61")
    found = replayed(in_order)
    assert (found.first, found.hashed, found.rebuilt) == (None, before, len(one.said()) - before)
    assert found.revisions == ("an older one", INTAKE.revision)
    n, _, _ = one.said()[1]
    planted(one, n, text="otra cosa")
    first = replayed(in_order).first
    assert first is not None
    assert (first.fault, first.n) == ("transcript_changed", n)


EVERYTHING: tuple[Happening, ...] = (
    Begun("es-MX", "MX", "phone", "Ana"),
    Resumed(FULL),
    Told(
        Prompt("a-b", {"n": 3, "words": "x", "one": Prompt("c"), "many": (Prompt("d", {"x": "1"}),)}, (Option("yes", "option-yes"),)), "pt"
    ),
)


def example(shape: type[Any]) -> Any:
    """An event of this kind with something in every field."""
    values = {"at": AT, "n": 7, "visit": 2, "kept": True, "resume": True, "steps": ("subject.age", "inquiry.side")}
    values["talk"] = CheckInTalk(
        "c", "3m", "full", ("subir", "bajar"), (Measured("1m", "psfs", 3.5, (("activity_1", 3.5),)),), False, ("check_in_worse",)
    )
    return shape(**{field.name: values.get(field.name, f"{field.name} ñ\n") for field in fields(shape)})


@pytest.mark.parametrize("what", [*EVERYTHING, *(example(shape) for shape in get_args(Event))], ids=kind_of)
def test_every_happening_is_read_back_as_it_was(what: Happening) -> None:
    """Walks the events: a new one is kept like the others."""
    stored = json.loads(json.dumps(dump_happening(what)))
    assert load_happening(kind_of(what), stored) == what
    assert kind_of(what) in {*KINDS, "Resumed", "Told"}


@pytest.mark.parametrize(("kind", "raw"), [("Nothing", {}), ("TextReceived", {"at": "2026-03-01T15:00:00+00:00"}), ("Told", {})])
def test_what_is_no_happening_is_named(kind: str, raw: dict[str, Any]) -> None:
    """A later release's event is not taken for ours."""
    with pytest.raises(UnknownHappening, match=kind):
        load_happening(kind, raw)


@pytest.fixture
def at_home(told: Dialogue, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Dialogue:
    """The same conversation where the command finds it."""
    for name, value in {"APP_ENV": "test", "DATABASE_URL": sqlite_url, "APP_DATA_KEYS": DATA_KEY, "CLINIC_NAME": CLINIC}.items():
        monkeypatch.setenv(name, value)
    return told


def test_the_command_says_that_all_is_the_same(at_home: Dialogue) -> None:
    """Exit 0 with the number of texts."""
    done = CliRunner().invoke(command, [at_home.case_id])
    assert done.exit_code == 0
    assert f"{len(at_home.said())} texts" in done.output


def test_the_command_names_the_first_difference_and_no_word(at_home: Dialogue) -> None:
    """Exit 1 with the message's number; as JSON the same."""
    n, key, text = at_home.said()[2]
    planted(at_home, n, text="palabras plantadas")
    done = CliRunner().invoke(command, [at_home.case_id])
    assert (done.exit_code, f"message {n}, key {key}" in done.output) == (1, True)
    assert not {"plantadas", text} & set(done.output.split())
    told = json.loads(CliRunner().invoke(command, [at_home.case_id, "--json"]).output)
    assert (told["same"], told["first_difference"]["n"]) == (False, n)


def test_the_command_knows_no_such_case(at_home: Dialogue) -> None:  # noqa: ARG001 - the environment is what matters
    """A sentence and exit 1."""
    done = CliRunner().invoke(command, ["nothing"])
    assert (done.exit_code, "no such case" in done.output) == (1, True)


def test_a_rebuilt_event_knows_the_texts_it_said(told: Dialogue) -> None:
    """The page that answers "why" stands on this."""
    with told.database.read() as uow:
        assert numbers(uow, told) == [n for n, _, _ in told.said()]


def numbers(uow: UnitOfWork, one: Dialogue) -> list[int]:
    """The numbers of every text that an event was answered by."""
    return [text.n for event in uow.events.of(one.conversation.id) for text in event.said]
