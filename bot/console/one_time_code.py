"""One-time codes by time (RFC 6238): which step a code belongs to, and how an authenticator app is told the secret.

Knows secrets and codes; must not know who they belong to. That a step is used once is the caller's to keep.
"""

from datetime import datetime
from typing import Final

DRIFT: Final = 1
"""Steps of 30 seconds before and after now that are taken, for clocks that differ (RFC 6238, 5.2)."""

NOBODY: Final = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
"""A secret to check against when there is none, so that the answer takes as long."""


def step_of(secret: str, code: str, now: datetime) -> int | None:
    """The step whose code this is, or None; spaces in the code do not matter."""
    import pyotp

    digits = "".join(code.split())
    known = pyotp.TOTP(secret or NOBODY)
    here = known.timecode(now)
    same = [step for step in range(here - DRIFT, here + DRIFT + 1) if pyotp.utils.strings_equal(known.generate_otp(step), digits)]
    return same[0] if same and secret else None


def new_secret() -> str:
    """A fresh secret, 160 random bits in base 32."""
    import pyotp

    return str(pyotp.random_base32())


def address(secret: str, email: str, clinic: str) -> str:
    """The `otpauth:` address that authenticator apps take."""
    import pyotp

    return str(pyotp.TOTP(secret).provisioning_uri(name=email, issuer_name=f"Candor {clinic}"))


def in_groups(secret: str) -> str:
    """The secret in groups of four, to be typed by hand."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
