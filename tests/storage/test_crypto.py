"""Sealing: bound to its place, readable under old keys, silent about what it holds; blind look-up that fits nothing else."""

import pytest
from cryptography.fernet import Fernet
from hypothesis import given
from hypothesis import strategies as st

from storage.crypto import Sealer, Unreadable, Vault, WrongKeys

OLD, NEW = (Fernet.generate_key().decode() for _ in range(2))
VAULT = Vault(Sealer([OLD]), index_key=b"i" * 32, audit_key=b"a" * 32)


@given(st.text(), st.text())
def test_what_is_sealed_opens_at_its_place(place: str, text: str) -> None:
    """Any words, any place."""
    sealer = Sealer([OLD])
    assert sealer.open(place.encode(errors="replace").decode(), sealer.seal(place.encode(errors="replace").decode(), text)) == text


def test_a_ciphertext_moved_elsewhere_does_not_open() -> None:
    """The row and column are part of the seal."""
    sealer = Sealer([OLD])
    with pytest.raises(Unreadable):
        sealer.open("messages.body:1/2", sealer.seal("messages.body:1/1", "duele"))


@pytest.mark.parametrize("at", [0, 9, 40, -1])
def test_a_changed_ciphertext_does_not_open(at: int) -> None:
    """Key id, version, content or tag: one character is enough."""
    sealed = list(Sealer([OLD]).seal("p", "duele"))
    sealed[at] = "A" if sealed[at] != "A" else "B"
    with pytest.raises(Unreadable):
        Sealer([OLD]).open("p", "".join(sealed))


def test_old_words_open_under_new_keys() -> None:
    """The first key seals, all open; without its key nothing opens."""
    sealed = Sealer([OLD]).seal("p", "duele")
    both = Sealer([NEW, OLD])
    assert both.open("p", sealed) == "duele"
    assert both.seal("p", "x").startswith(both.key_id)
    with pytest.raises(Unreadable):
        Sealer([NEW]).open("p", sealed)


def test_resealing_keeps_content_and_place() -> None:
    """And leaves alone what is under the first key already."""
    both = Sealer([NEW, OLD])
    fresh = both.reseal(Sealer([OLD]).seal("p", "duele"))
    assert fresh is not None
    assert Sealer([NEW]).open("p", fresh) == "duele"
    assert both.reseal(fresh) is None


@pytest.mark.parametrize("keys", [[], ["short"], ["é"], ["a" * 44]])
def test_bad_keys_are_refused(keys: list[str]) -> None:
    """None at all, or no Fernet key; the message never shows it."""
    with pytest.raises(WrongKeys) as fault:
        Sealer(keys)
    assert all(key not in str(fault.value) for key in keys)


def test_the_key_id_is_not_the_key() -> None:
    """Eight characters derived one way."""
    assert Sealer([OLD]).key_id not in OLD


def test_blind_indexes_do_not_run_into_each_other() -> None:
    """Parts are kept apart; equal parts give equal indexes."""
    assert VAULT.blind("a", "bc") != VAULT.blind("ab", "c")
    assert VAULT.blind("a", "b") == VAULT.blind("a", "b")
    assert VAULT.blind("a") != VAULT.chain(b"a")
