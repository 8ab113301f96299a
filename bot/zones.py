"""By which clock a person lives: guessed from number and country, the clinic's own where nothing is known; and what its place is called.

Reads `zones.toml` beside it, once; must not know conversations. Decides at what hour somebody is written to; staff may correct it.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeAlias
from zoneinfo import available_timezones

from phonenumbers import country_code_for_region

ZoneSource: TypeAlias = Literal["phone", "country", "clinic", "staff"]
LONGEST_AREA = 3


@dataclass(frozen=True, slots=True)
class Zone:
    """An IANA name and where it is known from."""

    name: str
    source: ZoneSource


@dataclass(frozen=True, slots=True)
class Zones:
    """The table: zone by country, and by (country, beginning of the national number); names by (language, zone) where they differ."""

    country: Mapping[str, str]
    area: Mapping[tuple[str, str], str]
    names: Mapping[tuple[str, str], str]


@cache
def known() -> Zones:
    """The shipped table."""
    raw = tomllib.loads((files("bot") / "zones.toml").read_text("utf-8"))
    area = {(country, start): zone for country, zones in raw["area"].items() for zone, starts in zones.items() for start in starts}
    names = {(language, zone): name for language, named in raw["name"].items() for zone, name in named.items()}
    return Zones(raw["country"], area, names)


def place_of(zone: str, language: str) -> str:
    """What the place of a zone is called, as in "Mexico City time": in the words of the language, else the zone's own last part."""
    return known().names.get((language, zone)) or zone.rpartition("/")[2].replace("_", " ")


def zone_of(*, phone: str, country: str, clinic_zone: str) -> Zone:
    """The zone of a person. `phone` as the channel writes it or empty, `country` ISO 3166-1 alpha-2 or empty."""
    found = _by_area(phone, country)
    if found:
        return Zone(found, "phone")
    by_country = known().country.get(country)
    return Zone(by_country, "country") if by_country else Zone(clinic_zone, "clinic")


def is_zone(name: str) -> bool:
    """Whether this is an IANA name that this machine knows."""
    return name in available_timezones()


def _by_area(phone: str, country: str) -> str:
    digits = "".join(sign for sign in phone if sign.isdigit())
    code = str(country_code_for_region(country)) if country else ""
    if not digits or not code or not digits.startswith(code):
        return ""
    national = digits.removeprefix(code)
    if country == "MX":
        # an old form of mobile numbers carries a 1 that is no part of the area
        national = national.removeprefix("1") if len(national) > 10 else national
    table = known().area
    return next((table[country, national[:length]] for length in range(LONGEST_AREA, 0, -1) if (country, national[:length]) in table), "")
