"""Who writes: one person per address whatever its spelling, linked identities, recycled numbers, opt-out per purpose."""

import pytest

from storage.database import Database
from storage.people import Address, Contact
from tests.storage.scene import NOW, later, telegram


def meet(database: Database, *contacts: Contact) -> list[Address]:
    """The addresses of one batch, committed."""
    with database.write() as uow:
        found = uow.people.find_or_create(contacts, NOW)
        uow.commit()
    return [found[contact] for contact in contacts]


def whatsapp(phone: str, bsuid: str = "") -> Contact:
    """Someone on WhatsApp, with the business-scoped id if it is told."""
    return Contact("whatsapp", "+5215500000000", "phone", phone, (("bsuid", bsuid),) if bsuid else ())


def test_a_batch_makes_each_newcomer_once(database: Database) -> None:
    """The same sender twice in a batch, even with another name, is one person."""
    first, second, other = meet(database, telegram("1"), Contact("telegram", "bot", "telegram_user", "1", (), "Ana"), telegram("2"))
    assert first.person_id == second.person_id != other.person_id
    assert first.patient_ref != other.patient_ref


def test_someone_known_is_found_again(database: Database) -> None:
    """A second message makes nobody new."""
    (made,) = meet(database, telegram("1"))
    (found,) = meet(database, telegram("1"))
    assert (made.is_new, found.is_new, found.id, found.patient_ref) == (True, False, made.id, made.patient_ref)


def test_the_same_user_at_two_bots_has_two_addresses(database: Database) -> None:
    """Telegram's user ids are equal across bots; the bot is part of the address."""
    one, two = meet(database, telegram("1"), Contact("telegram", "other-bot", "telegram_user", "1"))
    assert one.id != two.id


@pytest.mark.parametrize(
    ("first", "second"), [("whatsapp:+5215512345678", "whatsapp:+525512345678"), ("+52 55 1234 5678", "whatsapp:+5215512345678")]
)
def test_mexican_numbers_are_one_in_both_spellings(database: Database, first: str, second: str) -> None:
    """+521… and +52… are one person, and replies go to the spelling heard last."""
    (one,) = meet(database, whatsapp(first))
    (two,) = meet(database, whatsapp(second))
    assert (one.id, two.value) == (two.id, second)


def test_other_countries_keep_their_digits(database: Database) -> None:
    """A number that merely contains 521 is left alone."""
    one, two = meet(database, whatsapp("+15215512345678"), whatsapp("+1525512345678"))
    assert one.id != two.id


def test_a_phone_and_a_scoped_id_seen_together_are_linked(database: Database) -> None:
    """Later either of them alone finds the same person."""
    (one,) = meet(database, whatsapp("+525512345678"))
    (two,) = meet(database, whatsapp("+525512345678", "MX.abc"))
    (three,) = meet(database, Contact("whatsapp", "+5215500000000", "bsuid", "MX.abc"))
    assert one.id == two.id == three.id


def test_a_scoped_id_with_a_new_phone_is_the_same_person(database: Database) -> None:
    """The phone appears later; both lead to one address."""
    (one,) = meet(database, Contact("whatsapp", "+5215500000000", "bsuid", "MX.abc"))
    (two,) = meet(database, whatsapp("+525512345678", "MX.abc"))
    (three,) = meet(database, whatsapp("+525512345678"))
    assert one.id == two.id == three.id


def test_a_known_phone_with_a_new_scoped_id_is_someone_new(database: Database) -> None:
    """A recycled number is told as a fact, and the two people are not merged."""
    (old,) = meet(database, whatsapp("+525512345678", "MX.old"))
    (new,) = meet(database, whatsapp("+525512345678", "MX.new"))
    assert (new.is_new, new.recycled_from) == (True, old.id)
    assert new.person_id != old.person_id


def test_after_recycling_the_phone_leads_to_its_new_owner(database: Database) -> None:
    """A message without the scoped id must not open the old patient's conversation."""
    (old,) = meet(database, whatsapp("+525512345678", "MX.old"))
    (new,) = meet(database, whatsapp("+525512345678", "MX.new"))
    (found,) = meet(database, whatsapp("+525512345678"))
    assert found.id == new.id
    with database.read() as uow:
        assert uow.people.get(old.id).recycled_at == NOW


def test_the_old_owner_is_found_on_a_new_number(database: Database) -> None:
    """Known by the scoped id, reachable again at the new phone."""
    (old,) = meet(database, whatsapp("+525512345678", "MX.old"))
    meet(database, whatsapp("+525512345678", "MX.new"))
    (back,) = meet(database, whatsapp("+525599999999", "MX.old"))
    assert (back.id, back.value, back.recycled_at) == (old.id, "+525599999999", None)


def test_two_recycled_messages_in_one_batch_make_one_newcomer(database: Database) -> None:
    """The second delivery of the new owner must not recycle the new owner."""
    meet(database, whatsapp("+525512345678", "MX.old"))
    named = Contact("whatsapp", "+5215500000000", "phone", "+525512345678", (("bsuid", "MX.new"),), "Eva")
    one, two = meet(database, whatsapp("+525512345678", "MX.new"), named)
    assert one.id == two.id


def test_an_opt_out_silences_by_purpose(database: Database) -> None:
    """Reminders off leaves notices on; a second opt-out keeps the first time."""
    (one,) = meet(database, telegram("1"))
    with database.write() as uow:
        uow.people.opt_out(one.id, NOW, ["reminder"])
        uow.people.opt_out(one.id, later(60), ["reminder"])
        uow.commit()
    with database.read() as uow:
        found = uow.people.get(one.id)
    assert (found.reminders_off_at, found.notices_off_at) == (NOW, None)


def test_opting_in_again(database: Database) -> None:
    """Both purposes are back."""
    (one,) = meet(database, telegram("1"))
    with database.write() as uow:
        uow.people.opt_out(one.id, NOW)
        uow.people.opt_in(one.id)
        assert uow.people.get(one.id).notices_off_at is None


def test_a_reply_cannot_be_opted_out_of(database: Database) -> None:
    """Only proactive purposes have a switch."""
    (one,) = meet(database, telegram("1"))
    with database.write() as uow, pytest.raises(KeyError):
        uow.people.opt_out(one.id, NOW, ["emergency"])


def test_last_heard_never_goes_back(database: Database) -> None:
    """A late, older message does not shorten the reply window."""
    (one,) = meet(database, telegram("1"))
    with database.write() as uow:
        uow.people.heard_from({one.id: later(60)})
        uow.people.heard_from({one.id: NOW})
        assert uow.people.get(one.id).last_inbound_at == later(60)


def test_blocking_and_back(database: Database) -> None:
    """A block is noted, and lifted by None."""
    (one,) = meet(database, telegram("1"))
    with database.write() as uow:
        uow.people.block(one.id, NOW)
        assert uow.people.get(one.id).blocked_at == NOW
        uow.people.block(one.id, None)
        assert uow.people.get(one.id).blocked_at is None


def test_the_subject_may_be_someone_else(database: Database) -> None:
    """The patient's name is sealed with the subject, found by the opaque reference."""
    (one,) = meet(database, telegram("1"))
    with database.write() as uow:
        uow.people.name_subject(one.subject_id, name="Doña Luz", relation="mother")
        assert uow.people.subject_of(one.patient_ref) == one.subject_id
        assert uow.people.subject_name(one.subject_id) == "Doña Luz"


def test_finding_without_making(database: Database) -> None:
    """`find` makes nobody."""
    with database.read() as uow:
        assert uow.people.find([telegram("1")]) == {}
