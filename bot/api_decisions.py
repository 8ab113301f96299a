"""The JSON API of what follows a review: decision, quote, protocol summary, consent, treatment, close, letter. Bodies and routes.

Knows HTTP and the names of contract.md 5 and 7; must not know the order of events (`flows/handoff.py`) nor what a step does.
"""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Final, Literal, TypeAlias

from pydantic import Field, StringConstraints
from starlette.requests import Request
from starlette.responses import Response

from bot import papers
from bot.api_entry import Endpoint, NoBody, StrictBody, body_of, case_response, enter, right, stepped, stopped, version_of
from bot.api_views import decision_item
from bot.case_steps import Unsayable
from bot.console.access import Access
from bot.deciding import decide, send_letter
from bot.letters import letters_of
from bot.paper_reference import MOST as REFERENCE_MOST
from bot.paper_reference import SHAPE
from bot.turn import Turn
from bot.wiring import Parts
from flows.decision import Adjunct, Candidacy, Draft, FlagResolved, Protocol, Reason, Resolution, Route
from flows.handoff import Outcome
from storage.cases import Case
from storage.staff import StaffMember

Line = Annotated[str, StringConstraints(min_length=1, max_length=500, pattern=r"^[^\r\n]+$")]
Words = Annotated[str, StringConstraints(max_length=4000)]
StepId = Annotated[str, StringConstraints(max_length=100, pattern=r"^[a-z_0-9]+(\.[a-z_0-9]+)+$")]
Reference = Annotated[str, StringConstraints(max_length=REFERENCE_MOST, pattern=SHAPE)]
Language = Literal["es", "en", "pt", "fr"]
MOST: Final = 100
"""Most rows of any list in a decision."""


class AnswerBody(StrictBody):
    """One of the four candidacy questions: yes or no, and one line of reason."""

    yes: bool
    reason: Line


class AnswersBody(StrictBody):
    """The four candidacy questions; each may be open only while more information is needed."""

    evidence: AnswerBody | None = None
    fitness: AnswerBody | None = None
    contraindications_cleared: AnswerBody | None = None
    expectation: AnswerBody | None = None


class FlagBody(StrictBody):
    """How a flag was resolved."""

    id: Annotated[str, StringConstraints(min_length=1, max_length=80)]
    resolution: Resolution
    note: Words = ""


class AdjunctBody(StrictBody):
    """Something given beside the cells, with the disclosure of its evidence."""

    name: Line
    disclosure: Words = ""


class ProtocolBody(StrictBody):
    """The protocol summary. Doses in million cells, per kilogram or in total."""

    indication: Line
    route: Route
    sessions: int = Field(ge=1, le=50)
    million_per_kg: float | None = Field(default=None, gt=0, le=100)
    million_total: float | None = Field(default=None, gt=0, le=20000)
    image_guidance: Words = ""
    rehabilitation_before: Words = ""
    rehabilitation_after: Words = ""
    adjuncts: list[AdjunctBody] = Field(default_factory=list, max_length=MOST)
    sequence: Words = ""
    first: Words = ""
    weeks_before: int = Field(default=0, ge=0, le=104)


class DecisionBody(StrictBody):
    """A physician's decision; the first four members are the contract's, the rest completes the written record."""

    outcome: Outcome
    answers: AnswersBody = Field(default_factory=AnswersBody)
    reasons: list[Reason] = Field(default_factory=list, max_length=MOST)
    patient_text: Annotated[str, StringConstraints(max_length=12000)] = ""
    documents: list[Line] = Field(default_factory=list, max_length=MOST)
    documents_none: Words = ""
    flags: list[FlagBody] = Field(default_factory=list, max_length=MOST)
    protocol: ProtocolBody | None = None
    expected_response: list[Line] = Field(default_factory=list, max_length=MOST)
    measurement_plan: list[Line] = Field(default_factory=list, max_length=MOST)
    would_change: Words = ""
    condition: Words = ""
    referral: Words = ""
    reason_text: Words = ""
    follow_up_on: date | None = None
    questions: list[StepId] = Field(default_factory=list, max_length=MOST)

    def draft(self) -> Draft:
        """As the rules read it."""
        answers = {name: Candidacy(each.yes, each.reason) for name, each in self.answers if each is not None}
        return Draft(
            outcome=self.outcome,
            answers=answers,
            reasons=tuple(dict.fromkeys(self.reasons)),
            letter=self.patient_text,
            documents=tuple(self.documents),
            documents_none=self.documents_none,
            flags=tuple(FlagResolved(each.id, each.resolution, each.note) for each in self.flags),
            protocol=_protocol(self.protocol),
            expected_response=tuple(self.expected_response),
            measurement_plan=tuple(self.measurement_plan),
            would_change=self.would_change,
            condition=self.condition,
            referral=self.referral,
            reason_text=self.reason_text,
            follow_up_on=self.follow_up_on.isoformat() if self.follow_up_on else "",
            questions=tuple(self.questions),
        )


class PaperBody(StrictBody):
    """A paper given to the patient: never its amount."""

    reference: Reference
    date: date
    language: Language

    def given(self) -> papers.Given:
        """As the steps read it."""
        return papers.Given(self.date, self.language, self.reference)


class ConsentBody(StrictBody):
    """The treatment consent."""

    date: date
    language: Language

    def given(self) -> papers.Given:
        """As the steps read it."""
        return papers.Given(self.date, self.language)


class TreatedBody(StrictBody):
    """The day of the treatment."""

    date: date

    def given(self) -> papers.Given:
        """As the steps read it."""
        return papers.Given(self.date)


class CloseBody(StrictBody):
    """Why a case ends."""

    reason: Literal["timing", "financing", "location", "other_patient_reason", "duplicate", "unreachable"]


PaperLike: TypeAlias = PaperBody | ConsentBody | TreatedBody
PaperStep: TypeAlias = Callable[[Access, Turn, str, papers.Given, int | None], Case]


def endpoints(parts: Parts) -> tuple[tuple[str, str, Endpoint], ...]:
    """Method, path and endpoint of every route here."""
    return (
        ("POST", "/cases/{case_id}/decision", _decision(parts)),
        ("POST", "/cases/{case_id}/quote", _paper(parts, PaperBody, papers.quote)),
        ("POST", "/cases/{case_id}/protocol-summary", _paper(parts, PaperBody, papers.protocol_summary)),
        ("POST", "/cases/{case_id}/consent", _paper(parts, ConsentBody, papers.consent)),
        ("POST", "/cases/{case_id}/treated", _paper(parts, TreatedBody, papers.treated)),
        ("POST", "/cases/{case_id}/close", _close(parts)),
        ("POST", "/cases/{case_id}/letter", _letter(parts)),
    )


def _decision(parts: Parts) -> Endpoint:
    async def sign(request: Request, staff: StaffMember) -> Response:
        right(staff, "decide")
        draft = (await body_of(request, DecisionBody)).draft()
        case_id, version, letters = request.path_params["case_id"], version_of(request), letters_of(parts)
        signed = await enter(parts, staff, lambda access: decide(access, parts.turn, letters, case_id, draft, version))
        if isinstance(signed, Unsayable):
            raise stopped(signed)
        parts.wake()
        return case_response(signed.case, {"decision": decision_item(signed.decision), "warnings": list(signed.warnings)})

    return sign


def _paper(parts: Parts, model: type[PaperLike], step: PaperStep) -> Endpoint:
    async def record(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        given = (await body_of(request, model)).given()
        return await stepped(parts, request, staff, lambda access, case_id, version: step(access, parts.turn, case_id, given, version))

    return record


def _close(parts: Parts) -> Endpoint:
    async def close(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        reason = (await body_of(request, CloseBody)).reason
        return await stepped(
            parts, request, staff, lambda access, case_id, version: papers.close(access, parts.turn, case_id, reason, version)
        )

    return close


def _letter(parts: Parts) -> Endpoint:
    async def send(request: Request, staff: StaffMember) -> Response:
        right(staff, "work")
        await body_of(request, NoBody)
        letters = letters_of(parts)
        return await stepped(
            parts, request, staff, lambda access, case_id, version: send_letter(access, parts.turn, letters, case_id, version)
        )

    return send


def _protocol(body: ProtocolBody | None) -> Protocol | None:
    if body is None:
        return None
    plain = body.model_dump(exclude={"adjuncts"})
    return Protocol(**plain, adjuncts=tuple(Adjunct(each.name, each.disclosure) for each in body.adjuncts))
