"""Twilio Content resources: which key has a template or keyboard in which language, and the variables that fill it.

Reads the operator's TOML file; must not know what the texts say. Names of the variables of a keyboard made for a question:
`body` (the text), `question` (step:visit), and per option `id_1`, `label_1` and so on.
"""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bot.channels.base import ContentRefused, Outgoing
from bot.channels.layout import tokens
from messages.limits import WHATSAPP_KEYBOARD_TEXT, WHATSAPP_ROWS, units

_MOST_VALUE: Final = 1600


class ContentSids:
    """Message key → language → ContentSid."""

    def __init__(self, sids: Mapping[str, Mapping[str, str]] | None = None) -> None:
        self._sids = dict(sids or {})

    @classmethod
    def from_toml(cls, path: Path) -> "ContentSids":
        """Read the file: one table per key, one `language = "HX…"` per line. Raises OSError, ValueError naming the key at fault."""
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        for key, languages in tables.items():
            if not isinstance(languages, dict) or not all(isinstance(sid, str) and sid.startswith("HX") for sid in languages.values()):
                raise ValueError(f'[{key}] must hold lines such as es = "HX…"')
        return cls(tables)

    def sid(self, key: str, language: str) -> str:
        """The ContentSid, empty when there is none."""
        return self._sids.get(key, {}).get(language, "")

    def for_sending(self, outgoing: Outgoing) -> str:
        """The ContentSid this text leaves with; empty when plain numbered text is right, as for a keyboard too large for WhatsApp."""
        sid = self.sid(outgoing.key, outgoing.language)
        if outgoing.template or not outgoing.options:
            return sid
        fits = len(outgoing.options) <= WHATSAPP_ROWS and units(outgoing.text) <= WHATSAPP_KEYBOARD_TEXT
        return sid if fits else ""


def variables(outgoing: Outgoing) -> str:
    """ContentVariables as JSON. Raises `ContentRefused` for an empty value, which Twilio would refuse with 21656."""
    values = dict(outgoing.variables)
    if outgoing.options and not outgoing.template:
        step, visit = outgoing.question
        values |= {"body": outgoing.text, "question": f"{step}:{visit}"}
        for place, (option, token) in enumerate(zip(outgoing.options, tokens(outgoing), strict=True), start=1):
            values |= {f"id_{place}": token, f"label_{place}": option.label}
    if not all(value.strip() and units(value) <= _MOST_VALUE for value in values.values()):
        raise ContentRefused("21656")
    return json.dumps(values, ensure_ascii=False)
