"""What people type at any time, read into labels: pure, deterministic, one engine over lexicons that are data.

Knows words and their scope; must not know which question stands open, nor what follows from a label.
"""

from messages.understanding.reader import read_message
from messages.understanding.reading import Label, Reading

__all__ = ["Label", "Reading", "read_message"]
