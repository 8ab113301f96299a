"""Which country an address belongs to, read from its calling code or business-scoped id; only ever a hint.

Knows calling codes; must not change an address: replies go to it exactly as it came.
"""

from phonenumbers import region_code_for_country_code

UNKNOWN = "ZZ"


def country_of(kind: str, value: str) -> str:
    """ISO 3166 alpha-2 of a WhatsApp address (`whatsapp:+52…`, `whatsapp:MX.123…`), empty when it cannot be told."""
    bare = value.removeprefix("whatsapp:")
    if kind == "bsuid":
        code = bare.partition(".")[0]
        return code if len(code) == 2 and code.isascii() and code.isupper() else ""
    return _by_calling_code(bare.removeprefix("+")) if kind == "phone" else ""


def _by_calling_code(digits: str) -> str:
    for length in (1, 2, 3):
        code = digits[:length]
        if code.isascii() and code.isdigit() and (region := region_code_for_country_code(int(code))) != UNKNOWN:
            return region if region.isalpha() else ""
    return ""
