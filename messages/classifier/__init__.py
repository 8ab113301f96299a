"""A second reader beside the rules: how much a text is like the texts people collected of one kind, by its words and parts of words.

    Compared("danger", text).like("emergency")   # -> Likeness(score, start, end); the sentences that weigh most

Linear, deterministic, without a network: whole numbers learnt by `python -m training`, shipped as data. In messages it only
ever raises something; what it may take back in texts that leave, and when, stands in `messages/guard/likeness.py`. Knows no rule, no
language and no patient.
"""

from messages.classifier.features import plain, spoken
from messages.classifier.model import LONGEST, Compared, Likeness, header, telling

__all__ = ["LONGEST", "Compared", "Likeness", "header", "plain", "spoken", "telling"]
