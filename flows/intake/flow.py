"""The intake as a whole: its stages in order, its ends, and the revision that conversations are pinned to. Declarations only."""

from typing import Final

from flows.intake.closing import CONTACT, HOST, MEDICINES, OUTCOMES, RECORDS, RESEARCH, REVIEW
from flows.intake.inquiry import INQUIRY
from flows.intake.opening import CONSENT, LANGUAGE, SAFETY, SUBJECT
from flows.intake.screening import SCREENING
from flows.revision import revision
from flows.steps import Flow

INTAKE: Final = Flow(
    name="intake",
    revision=revision(),
    stages=(LANGUAGE, CONSENT, SAFETY, SUBJECT, INQUIRY, SCREENING, MEDICINES, RECORDS, HOST, OUTCOMES, RESEARCH, CONTACT, REVIEW),
    ends=("end.done", "end.held"),
)
