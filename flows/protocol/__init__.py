"""What the clinic's physicians sign: versioned data files and their loader.

Reads only the files beside it, once. Knows no texts for patients (those stand in `messages`) and no conversation.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from flows.protocol.contraindication import Applies, Check, Contraindication, Group, Rule
from flows.protocol.protocol import FILES, Context, Protocol, ProtocolFaultyError, Setting, read
from flows.protocol.questions import OtherUnit, Quantity, Question
from flows.protocol.screening import applies
from flows.protocol.severity import is_known, severity_of

__all__ = [
    "Applies",
    "Check",
    "Context",
    "Contraindication",
    "Group",
    "OtherUnit",
    "Protocol",
    "ProtocolFaultyError",
    "Quantity",
    "Question",
    "Rule",
    "Setting",
    "applies",
    "data_files",
    "is_known",
    "issues",
    "load",
    "severity_of",
]


def data_files() -> Mapping[str, str]:
    """The shipped data files, name -> text."""
    folder = files(__name__)
    return {name: (folder / name).read_text(encoding="utf-8") for name in FILES}


@cache
def load() -> Protocol:
    """The shipped protocol, read once. Raises `ProtocolFaultyError` naming every fault."""
    protocol, faults = read(data_files())
    if faults:
        raise ProtocolFaultyError(faults)
    return protocol


def issues(texts: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Every inconsistency of the data files by name: empty when they can be used. `texts` judges other files than the shipped."""
    return read(data_files() if texts is None else texts)[1]
