"""What must not be kept: gone from reading, gone from the tables, the evidence still there."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from flows.events import TextReceived
from flows.schedule import slots
from flows.session import Answer, Consent, Flag
from storage.attachments import NewAttachment
from storage.database import Database
from storage.events import NewEvent
from storage.people import Contact
from storage.retention import UNCONSENTED
from storage.rotation import sealed_columns
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import NOW, Scene, arrive, plan, says, telegram

WORD = "cancertumor"
NUMBER = "+52 55 1234 5678"
LATER = NOW + UNCONSENTED + timedelta(days=1)


def told(uow: UnitOfWork, user: str = "4711") -> Scene:
    """A patient who said a word everywhere it can be kept."""
    contact = Contact("telegram", "bot", "telegram_user", user, (), f"{WORD} name")
    uow.people.find_or_create([contact], NOW)
    scene = arrive(uow, user)
    talk = scene.conversation
    uow.messages.append([says(scene, f"tengo {WORD}"), says(scene, WORD, kind="media")])
    uow.messages.edit(talk.id, 1, f"tuve {WORD}", NOW)
    uow.attachments.add([NewAttachment("a-" + user, talk.id, 2, "pdf", WORD, file_name=f"{WORD}.pdf")], NOW)
    uow.attachments.mark_stored("a-" + user, sha256="ab" * 32, size=1, content_type="", storage_name="files/1")
    uow.events.append([NewEvent(talk.id, talk.take_seq(), NOW, "TextReceived", TextReceived(NOW, 1, WORD), 1)])
    plan(uow, scene, "s-" + user)
    uow.flags.add(scene.case.id, [Flag("past_malignancy", "hard", "free_text", WORD, 1)], NOW)
    uow.alarms.open(scene.case.id, "crisis", WORD, 1, NOW)
    uow.tickets.open(scene.case.id, "callback", WORD, 1, NOW)
    uow.cases.put_packet(scene.case, {"said": WORD, "contact": {"phone": NUMBER}}, NOW)
    uow.people.name_subject(scene.address.subject_id, name=WORD, relation="self")
    consent = Consent("privacy_notice", True, NOW, "v1", "ab" * 32, "es")
    uow.consents.append(talk.id, scene.address.subject_id, [consent])
    talk.session = replace(talk.session, answers=(Answer("a", WORD, WORD, 1, NOW),), consents=(consent,), display_name=WORD)
    uow.check_ins.add(scene.case.id, talk.id, slots(NOW.date(), "UTC")[:1])
    uow.check_ins.end(uow.check_ins.of_case(scene.case.id)[0].check_in_id, "answered", "", NOW, {"said": WORD})
    check_in = uow.check_ins.of_case(scene.case.id)[0]
    uow.forms.open(check_in.id, "koos", "es", f"token-{user}", NOW, LATER)
    uow.forms.keep(uow.forms.of_case(scene.case.id)[0].form_id, {WORD: 1})
    uow.conversations.save([talk])
    return scene


def anywhere(uow: UnitOfWork) -> list[str]:
    """Sealed columns in which the word can still be read."""
    found = []
    for column in sealed_columns():
        for value in uow.work.connection.execute(sa.select(column).where(column.is_not(None))).scalars():
            content = uow.work.vault.sealer._read(value)
            if WORD.encode() in content:
                found.append(str(column))
    return sorted(set(found))


def test_the_scene_says_the_word_everywhere(database: Database) -> None:
    """Otherwise the tests below prove nothing."""
    with database.write() as uow:
        scene = told(uow)
        assert (len(anywhere(uow)), uow.phones.given([NUMBER])) == (13, [scene.case.id])


def test_refusal_blanks_the_patients_words_at_once(database: Database) -> None:
    """Texts, edits, quotes of flags, packets, files; the tasks for staff, the contact and our own texts stay."""
    with database.write() as uow:
        scene = told(uow)
        erased = uow.retention.erase_words(scene.conversation.id, NOW)
        transcript = uow.messages.for_conversation(scene.conversation.id)
        left = anywhere(uow)
        assert uow.phones.given([NUMBER]) == []
    assert erased.storage_names == ("files/1",)
    assert [(one.text, one.edits) for one in transcript] == [("", ()), ("", ()), ("text of s-4711", ())]
    kept = {"alarms.quote", "check_ins.answers", "check_in_forms.answers", "tickets.quote", "subjects.name"}
    kept |= {"addresses.display_name", "conversations.session"}
    assert set(left) == kept


def test_silence_without_consent_is_blanked_after_thirty_days(database: Database) -> None:
    """Not a day before; everything said goes, the consents and the place in the flow stay."""
    with database.write() as uow:
        scene = told(uow)
        assert uow.retention.purge_unconsented(LATER - UNCONSENTED - timedelta(days=1), LATER) == []
        (erased,) = uow.retention.purge_unconsented(LATER - UNCONSENTED, LATER)
        assert erased.conversation_id == scene.conversation.id
        assert uow.retention.purge_unconsented(LATER - UNCONSENTED, LATER) == []
        assert set(anywhere(uow)) == {"subjects.name", "addresses.display_name"}
        session = uow.conversations.lock([scene.conversation.id])[scene.conversation.id].session
        assert len(uow.consents.of(scene.conversation.id)) == 1
    assert (session.answers, len(session.consents), session.language) == ((), 1, "es")


def test_consent_keeps_the_words(database: Database) -> None:
    """Health consent ends the thirty-day rule."""
    with database.write() as uow:
        scene = told(uow)
        scene.conversation.consented_at = NOW
        uow.conversations.save([scene.conversation])
        assert uow.retention.purge_unconsented(LATER, LATER) == []


def test_whoever_writes_again_falls_under_the_rule_anew(database: Database) -> None:
    """A purge is not a licence to keep what comes after it."""
    with database.write() as uow:
        scene = told(uow)
        uow.retention.purge_unconsented(LATER, LATER)
        talk = uow.conversations.lock([scene.conversation.id])[scene.conversation.id]
        uow.messages.append([replace(says(scene, WORD), n=talk.take_n())])
        uow.conversations.save([talk])
        assert len(uow.retention.purge_unconsented(LATER, LATER)) == 1
        assert "messages.body" not in anywhere(uow)


def test_an_erased_patient_is_gone(database: Database) -> None:
    """Words, names and addresses; who writes again from there is new; another patient is untouched."""
    with database.write() as uow:
        scene, other = told(uow), told(uow, "4712")
        erased = uow.retention.erase_patient(scene.case.patient_ref, NOW)
        assert [one.conversation_id for one in erased] == [scene.conversation.id]
        assert uow.people.find([telegram("4711")]) == {}
        assert uow.people.subject_name(scene.address.subject_id) == ""
        assert len(uow.consents.of(scene.conversation.id)) == 1
        assert uow.messages.for_conversation(other.conversation.id)[0].text == f"tuve {WORD}"
        again = uow.people.find_or_create([telegram("4711")], NOW)[telegram("4711")]
        assert again.person_id != scene.address.person_id


def test_erasing_everyone_leaves_no_word_in_any_sealed_column(database: Database) -> None:
    """Walks every sealed column: a new table that keeps words must be erased too."""
    with database.write() as uow:
        uow.retention.erase_patient(told(uow).case.patient_ref, NOW)
        assert anywhere(uow) == []


def test_an_unknown_patient_is_a_key_error(database: Database) -> None:
    """So that the command can say so."""
    with database.write() as uow, pytest.raises(KeyError):
        uow.retention.erase_patient("nobody", NOW)


def test_a_flags_code_outlives_its_quote(database: Database) -> None:
    """What it means for safety stays on the case."""
    with database.write() as uow:
        scene = told(uow)
        uow.retention.erase_words(scene.conversation.id, NOW)
        (flag,) = uow.flags.of([scene.case.id])[scene.case.id]
    assert json.dumps([flag.id, flag.quote]) == '["past_malignancy", ""]'
