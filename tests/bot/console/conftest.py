"""What tests of the console share: passwords hashed cheaply, for Argon2 is slow on purpose."""

from collections.abc import Iterator

import pytest

from bot import passwords
from tests.bot.console.people import CHEAP


@pytest.fixture(autouse=True)
def cheap_passwords() -> Iterator[None]:
    """The same algorithm with the least work; `tests/bot/test_passwords.py` sees to the real one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passwords, "_HASHER", CHEAP)
        patch.setattr(passwords, "_NOBODY", CHEAP.hash("nobody has this password"))
        yield
