"""The demo's people on the sign-in page, one click away. Only outside production, and only where `demo` left their secrets.

Knows where the demo keeps what it printed anyway; a real clinic has no such file.
"""

import json
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

from bot.settings import Settings

KEPT: Final = "demo-staff.json"
"""Where `demo` keeps the secrets of its people, readable by their owner only."""


class DemoPerson(NamedTuple):
    """What the sign-in form needs; the one-time code is the one of this half minute."""

    name: str
    role: str
    email: str
    password: str
    code: str


def demo_people(settings: Settings, now: datetime) -> list[DemoPerson]:
    """The people `demo` made in this data directory; nobody in production."""
    path = Path(settings.app_data_dir) / KEPT
    if settings.production or not path.is_file():
        return []
    import pyotp

    found = []
    for person in json.loads(path.read_text("utf-8")):
        code = str(pyotp.TOTP(person["totp_secret"]).at(now))
        found.append(DemoPerson(person.get("name", person["email"]), person["role"], person["email"], person["password"], code))
    return found
