"""The transcript: numbered, sealed, with edits, files and the state of sends."""

from dataclasses import replace

from messages.prompt import Choice
from storage.attachments import NewAttachment
from storage.database import Database
from storage.messages import NewMessage
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import LEASE, NOW, Scene, arrive, plan, says


def test_a_message_comes_back_with_all_it_had(database: Database) -> None:
    """Words, options, key, step and visit."""
    with database.write() as uow:
        scene = arrive(uow)
        options = (Choice("yes", "Sí"), Choice("no", "No"))
        asked = NewMessage(
            scene.conversation.id, 1, NOW, "bot", "¿Está embarazada?", "screening-pregnancy", "es", options, step="s.p", visit=4
        )
        uow.messages.append([asked])
        (found,) = uow.messages.for_conversation(scene.conversation.id)
    assert (found.text, found.options, found.message_key, found.step, found.visit) == (asked.text, options, asked.message_key, "s.p", 4)


def test_the_state_is_that_of_the_send(database: Database) -> None:
    """The patient's message is received; ours is as far as its send."""
    with database.write() as uow:
        scene = arrive(uow)
        uow.messages.append([says(scene, "hola")])
        plan(uow, scene, "s1")
        assert [one.state for one in uow.messages.for_conversation(scene.conversation.id)] == ["received", "planned"]


def test_pages_go_by_number(database: Database) -> None:
    """After the last number seen, in order, at most `limit`."""
    with database.write() as uow:
        scene = arrive(uow)
        uow.messages.append([says(scene, str(n)) for n in range(5)])
        assert [one.n for one in uow.messages.for_conversation(scene.conversation.id, after_n=2, limit=2)] == [3, 4]


def test_an_edit_keeps_the_earlier_words(database: Database) -> None:
    """The new words stand; every earlier wording is kept in order."""
    with database.write() as uow:
        scene = arrive(uow)
        uow.messages.append([says(scene, "uno")])
        assert uow.messages.edit(scene.conversation.id, 1, "dos", NOW)
        assert uow.messages.edit(scene.conversation.id, 1, "tres", NOW)
        assert not uow.messages.edit(scene.conversation.id, 9, "x", NOW)
        (found,) = uow.messages.for_conversation(scene.conversation.id)
    assert (found.text, found.edits) == ("tres", ("uno", "dos"))


def test_waiting_texts_are_the_patients_own(database: Database) -> None:
    """From the burst's first number, late ones too: no taps, no texts of ours."""
    with database.write() as uow:
        scene = arrive(uow)
        uow.messages.append([says(scene, "antes")])
        uow.messages.append([says(scene, "me duele"), says(scene, "Sí", kind="tap"), replace(says(scene, "la rodilla"), late=True)])
        plan(uow, scene, "s1")
        assert [one.text for one in uow.messages.waiting(scene.conversation.id, 2)] == ["me duele", "la rodilla"]


def _accepted(uow: UnitOfWork, scene: Scene, ref: str) -> None:
    plan(uow, scene, "s1")
    (claim,) = uow.outbox.claim_due(NOW, NOW, 1, LEASE)
    uow.outbox.start_attempt(claim, NOW)
    uow.outbox.mark_accepted(claim, ref, NOW)


def test_a_message_is_found_by_the_providers_reference(database: Database) -> None:
    """Inbound for edits, ours for taps; another bot's references are not ours."""
    with database.write() as uow:
        scene = arrive(uow)
        uow.messages.append([says(scene, "hola", ref="4711:10")])
        _accepted(uow, scene, "4711:11")
        found = uow.messages.find_by_ref("telegram", "bot", ["4711:10", "4711:11", "4711:12", ""])
        assert {ref: place.n for ref, place in found.items()} == {"4711:10": 1, "4711:11": 2}
        assert uow.messages.find_by_ref("telegram", "other", ["4711:10"]) == {}


def test_files_hang_under_their_message(database: Database) -> None:
    """With kind and status."""
    with database.write() as uow:
        scene = arrive(uow)
        uow.messages.append([says(scene, "", kind="media")])
        uow.attachments.add([NewAttachment("a1", scene.conversation.id, 1, "photo", "file-id")], NOW)
        (found,) = uow.messages.for_conversation(scene.conversation.id)
    assert [(one.id, one.kind, one.status) for one in found.attachments] == [("a1", "photo", "pending")]


def test_awkward_text_is_stored_alike_on_both_engines(database: Database) -> None:
    """NUL, lone surrogates, bidi marks and joined emoji come back unchanged."""
    torture = "a\x00b \ud800 \u202egnp.exe\u202c 👩‍👩‍👧 " + "x" * 65536
    with database.write() as uow:
        scene = arrive(uow)
        uow.messages.append([says(scene, torture)])
        assert uow.messages.for_conversation(scene.conversation.id)[0].text == torture
