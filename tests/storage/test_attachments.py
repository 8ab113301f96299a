"""Files: leased to one fetcher, ended once, their names never used as paths."""

import pytest

from storage.attachments import NewAttachment
from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.storage.scene import LEASE, NOW, arrive, later, says


def received(uow: UnitOfWork) -> None:
    """A photo that is to be fetched."""
    scene = arrive(uow)
    uow.messages.append([says(scene, "", kind="media")])
    photo = NewAttachment("a1", scene.conversation.id, 1, "photo", "file-id-9", "image/jpeg", 1200, "rodilla de Ana.jpg")
    uow.attachments.add([photo], NOW)


def test_a_due_fetch_goes_to_one_worker(database: Database) -> None:
    """With what the channel needs; back after the lease."""
    with database.write() as uow:
        received(uow)
        (one,) = uow.attachments.due_fetches(NOW, 10, LEASE)
        assert (one.attachment_id, one.locator, one.channel, one.account, one.attempts) == ("a1", "file-id-9", "telegram", "bot", 1)
        assert uow.attachments.due_fetches(later(1), 10, LEASE) == []
        assert uow.attachments.due_fetches(later(31), 10, LEASE)[0].attempts == 2


def test_a_stored_file_has_its_hash_for_good(database: Database) -> None:
    """Once ended, nothing changes it."""
    with database.write() as uow:
        received(uow)
        assert uow.attachments.mark_stored("a1", sha256="ab" * 32, size=1100, content_type="image/png", storage_name="x/1")
        assert not uow.attachments.mark_rejected("a1", "not_allowed")
        assert not uow.attachments.mark_stored("a1", sha256="cd" * 32, size=1, content_type="", storage_name="x/2")
        found = uow.attachments.get("a1")
        assert found is not None
        assert (found.state, found.sha256, found.storage_name, found.file_name) == ("stored", "ab" * 32, "x/1", "rodilla de Ana.jpg")
        assert uow.attachments.due_fetches(later(1e6), 10, LEASE) == []


@pytest.mark.parametrize("state", ["rejected", "unavailable"])
def test_a_file_that_is_not_kept_says_why(database: Database, state: str) -> None:
    """Rejected by checks, or not to be had."""
    with database.write() as uow:
        received(uow)
        mark = uow.attachments.mark_rejected if state == "rejected" else uow.attachments.mark_unavailable
        assert mark("a1", "too_large")
        found = uow.attachments.get("a1")
        assert found is not None
        assert (found.state, found.reason) == (state, "too_large")


def test_a_later_try_waits(database: Database) -> None:
    """Until the time it was given."""
    with database.write() as uow:
        received(uow)
        uow.attachments.due_fetches(NOW, 10, LEASE)
        assert uow.attachments.retry_at("a1", later(300)) == 1
        assert uow.attachments.due_fetches(later(299), 10, LEASE) == []
        assert uow.attachments.get("nobody") is None
