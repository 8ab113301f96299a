"""Passwords: hashed by Argon2id at the cost its makers recommend, none too easy, nobody's taking as long as somebody's."""

from typing import Any

import argon2
import pytest

from bot import passwords
from bot.passwords import UNSET, hash_password, matches, weakness

OWN = ("ana.gomez", "hospital", "Ana", "Gómez", "Regeneris")


def test_a_hash_is_argon2id_at_the_recommended_cost() -> None:
    """RFC 9106's low-memory profile: 64 MiB, three passes, four lanes."""
    parameters = argon2.extract_parameters(hash_password("nueve nubes sobre el lago"))
    assert parameters.type is argon2.Type.ID
    assert (parameters.memory_cost, parameters.time_cost, parameters.parallelism) == (65536, 3, 4)


def test_only_the_password_itself_matches() -> None:
    """Not another, not the one nobody has, not a broken hash."""
    stored = hash_password("nueve nubes sobre el lago")
    assert matches(stored, "nueve nubes sobre el lago")
    assert not matches(stored, "nueve nubes sobre el lago ")
    for nobody in (None, UNSET):
        assert not matches(nobody, "nobody has this password")
    assert not matches("no hash", "no hash")


@pytest.mark.parametrize("stored", [None, UNSET])
def test_nobody_costs_what_somebody_costs(stored: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """One verification with the same parameters, whoever is asked for."""
    spent: list[argon2.Parameters] = []

    class Spy:
        def verify(self, hashed: str, _password: str) -> Any:
            spent.append(argon2.extract_parameters(hashed))
            raise argon2.exceptions.VerifyMismatchError

    somebody = hash_password("nueve nubes sobre el lago")
    monkeypatch.setattr(passwords, "_HASHER", Spy())
    assert not matches(stored, "a guess")
    assert not matches(somebody, "a guess")
    assert (len(spent), spent[0]) == (2, spent[1])


@pytest.mark.parametrize(
    ("password", "rule"),
    [
        ("nueve nubes sobre el lago", ""),
        ("X4$kq9!vLw2@", ""),
        ("corto", "short"),
        ("x" * 1001, "long"),
        ("aaaaaaaaaaaaaa", "common"),
        ("Password123456", "common"),
        ("Contraseña1234", "common"),
        ("qwerty1234567890", "common"),
        ("dragonmaster2026", "common"),
        ("MariposaPrincesa1", "common"),
        ("Tr0ub4dor-monkey", ""),
        ("p4ssw0rd-dr4g0n!", "common"),
        ("1qaz2wsx3edc", "common"),
        ("qazwsxedc123!!", "common"),
        ("sunshine football 1", "common"),
        ("dragon sunshine football monkey", ""),
        ("correct horse battery staple", ""),
        ("elefante con tres paraguas", ""),
        ("ana.gomez2026", "own"),
        ("Regeneris.2026", "own"),
        ("GÓMEZ-gómez-1", "own"),
        ("la casa de ana gómez junto al mar", ""),
    ],
)
def test_what_is_easy_to_guess_is_refused(password: str, rule: str) -> None:
    """By length, by the most used pieces, by the person's own words."""
    assert weakness(password, OWN) == rule
