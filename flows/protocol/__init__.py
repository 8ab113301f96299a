"""What the clinic's physicians sign: versioned data files and their loader.

Reads only the files beside it, once. Knows no texts for patients (those stand in `messages`) and no conversation.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from flows.protocol.consistency import inconsistencies
from flows.protocol.contraindication import Applies, Check, Contraindication, Group, Rule
from flows.protocol.emergency import CrisisLine, Cue, CueClass, Numbers
from flows.protocol.follow_up import FollowUp, Milestone
from flows.protocol.host_factor import HostFactor
from flows.protocol.indication import Indication, OtherTag, OutcomeText, Source, SpeakAs, Tier
from flows.protocol.measure import Measure
from flows.protocol.protocol import FILES, MEASURES, SIGNATURE_FILE, SIGNED_FILES, Context, Protocol, Required, Setting, digest_of, read
from flows.protocol.questions import OtherUnit, Quantity, Question, QuestionKind
from flows.protocol.screening import applies
from flows.protocol.severity import ANSWER, is_known, presumed_severity, severity_of
from flows.protocol.signature import Signature
from flows.protocol.therapy import Framed, Therapy, TherapyStatus

__all__ = [
    "ANSWER",
    "FILES",
    "MEASURES",
    "SIGNATURE_FILE",
    "SIGNED_FILES",
    "Applies",
    "Check",
    "Context",
    "Contraindication",
    "CrisisLine",
    "Cue",
    "CueClass",
    "FaultyProtocolError",
    "FollowUp",
    "Framed",
    "Group",
    "HostFactor",
    "Indication",
    "Measure",
    "Milestone",
    "Numbers",
    "OtherTag",
    "OtherUnit",
    "OutcomeText",
    "Protocol",
    "Quantity",
    "Question",
    "QuestionKind",
    "Required",
    "Rule",
    "Setting",
    "Signature",
    "Source",
    "SpeakAs",
    "Therapy",
    "TherapyStatus",
    "Tier",
    "applies",
    "data_files",
    "digest_of",
    "is_known",
    "issues",
    "load",
    "load_from",
    "presumed_severity",
    "severity_of",
]


class FaultyProtocolError(ValueError):
    """The data files contradict themselves; `issues` names every fault."""

    def __init__(self, issues: tuple[str, ...]) -> None:
        super().__init__("The protocol cannot be used:\n" + "\n".join(issues))
        self.issues = issues


def data_files() -> Mapping[str, str]:
    """The shipped data files, name -> text."""
    folder = files(__name__)
    return {name: (folder / name).read_text(encoding="utf-8") for name in FILES}


@cache
def load() -> Protocol:
    """The shipped protocol, read once. Raises `FaultyProtocolError` naming every fault."""
    return load_from(data_files())


def load_from(texts: Mapping[str, str]) -> Protocol:
    """A protocol from file name -> text. Raises `FaultyProtocolError` naming every fault."""
    protocol, faults = read(texts)
    if found := faults + tuple(inconsistencies(protocol)):
        raise FaultyProtocolError(found)
    return protocol


def issues(texts: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Every inconsistency of the data files by name: empty when they can be used. `texts` judges other files than the shipped."""
    protocol, faults = read(data_files() if texts is None else texts)
    return faults + tuple(inconsistencies(protocol))
