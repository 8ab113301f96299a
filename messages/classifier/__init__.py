"""A second reader beside the rules: how much a text is like the texts people collected of one kind, by its words and parts of words.

    likest("danger", ("emergency",), text)   # -> {"emergency": Likeness(score, start, end)}; the sentence that weighs most

Linear, deterministic, without a network: whole numbers learnt by `python -m training`, shipped as data. It only ever raises something;
what the rules found it never takes back. Knows no rule, no language and no patient.
"""

from messages.classifier.features import spans
from messages.classifier.model import LONGEST, Likeness, header, likest, telling

__all__ = ["LONGEST", "Likeness", "header", "likest", "spans", "telling"]
