"""By which clock a person lives: number, country, the clinic's own; every name in the table is known to the machine."""

import pytest

from bot.zones import Zone, is_zone, known, place_of, zone_of
from messages.prompt import OFFERED

CLINIC = "America/Mexico_City"


@pytest.mark.parametrize(
    ("phone", "country", "zone", "source"),
    [
        ("whatsapp:+5216641234567", "MX", "America/Tijuana", "phone"),
        ("whatsapp:+526641234567", "MX", "America/Tijuana", "phone"),
        ("whatsapp:+525512345678", "MX", "America/Mexico_City", "country"),
        ("whatsapp:+13125550100", "US", "America/Chicago", "phone"),
        ("whatsapp:+12125550100", "US", "America/New_York", "country"),
        ("whatsapp:+34600111222", "ES", "Europe/Madrid", "country"),
        ("whatsapp:+5511999990000", "BR", "America/Sao_Paulo", "country"),
        ("whatsapp:+5592999990000", "BR", "America/Manaus", "phone"),
        ("", "FR", "Europe/Paris", "country"),
        ("", "", CLINIC, "clinic"),
        ("", "ZZ", CLINIC, "clinic"),
        ("not a number", "MX", "America/Mexico_City", "country"),
    ],
)
def test_a_zone_is_guessed_from_what_is_known(phone: str, country: str, zone: str, source: str) -> None:
    """The number's area where its country has several zones, else the country, else the clinic."""
    assert zone_of(phone=phone, country=country, clinic_zone=CLINIC) == Zone(zone, source)  # type: ignore[arg-type] # checked by the table


def test_every_zone_of_the_table_is_known_here() -> None:
    """No name with a typing error would fail only on the day somebody is to be written to."""
    names = {*known().country.values(), *known().area.values()}
    assert [name for name in names if not is_zone(name)] == []


@pytest.mark.parametrize(
    ("language", "zone", "place"),
    [
        ("es", "America/Mexico_City", "Ciudad de México"),
        ("en", "America/Mexico_City", "Mexico City"),
        ("pt", "America/Mexico_City", "Cidade do México"),
        ("fr", "America/Mexico_City", "Mexico"),
        ("es", "America/Argentina/Buenos_Aires", "Buenos Aires"),
        ("en", "America/Sao_Paulo", "São Paulo"),
    ],
)
def test_the_place_of_a_clock_is_called_as_people_call_it(language: str, zone: str, place: str) -> None:
    """In the language of whoever reads it; where nothing else is written down, as the zone is."""
    assert place_of(zone, language) == place


def test_every_name_is_of_a_zone_of_the_table() -> None:
    """In a language that is spoken here, and different from the zone's own."""
    told = {*known().country.values(), *known().area.values()}
    for (language, zone), name in known().names.items():
        assert (language in OFFERED, zone in told, name != zone.rpartition("/")[2].replace("_", " ")) == (True, True, True), zone


def test_an_unknown_name_is_no_zone() -> None:
    """What staff type is checked."""
    assert not is_zone("Europe/Atlantis")
