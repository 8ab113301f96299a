"""The key under which a browser keeps what somebody has typed and not sent or signed yet, so that a reload does not lose it.

Knows keyed hashes; must not know a word of a draft: it lies in the tab alone, sealed, and only its author's signed-in page can open it.
"""

import hmac
from hashlib import sha256


def key_for(secret: str, staff_ref: str) -> str:
    """256 bits in hexadecimal digits, the same at every sign-in of this person and nobody else's."""
    return hmac.new(secret.encode(), b"draft|" + staff_ref.encode(), sha256).hexdigest()
