"""Effects become rows: what `advance` said shall happen is written in the turn's own transaction.

Knows effects and repositories; must not know channels or decide anything a physician would ask about.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final, assert_never

from bot.case_clocks import risen
from bot.case_facts import as_it_stands, case_facts
from bot.check_in_body import check_in_body
from bot.desk import Desk, Talk
from bot.handed_over import QUESTIONS_END, was_handed
from bot.record import Record
from bot.rules import Rules
from flows.effects import (
    Alarm,
    CheckInEnded,
    Effect,
    EraseWords,
    Invite,
    OpenHandoff,
    OpenTicket,
    OptIn,
    OptOut,
    Purpose,
    Say,
    WithdrawCase,
)
from flows.handoff import STANDING
from flows.session import Outcome, Session
from messages.prompt import Prompt
from storage.cases import Case
from storage.messages import Author, NewMessage
from storage.outbox import Planned

SEND_WINDOW: Final = timedelta(hours=24)
"""How long an answer is tried: WhatsApp's window after the person's last message (channels.md 1.5), kept for every channel."""

ARCO_DAYS: Final = timedelta(days=28)
"""20 business days to answer a privacy request (clinical-facts.md 7: LFPDPPP, counsel confirms)."""

_TICKET_DUE: Final = {
    "privacy_request": ARCO_DAYS,
    "delete_data": ARCO_DAYS,
    "same_day_call": timedelta(hours=8),
    "callback": timedelta(hours=24),
    "check_in_safety": timedelta(hours=8),
    "check_in_worse": timedelta(hours=8),
}
PRESSING: Final = frozenset({"check_in_safety", "check_in_worse"})
"""What a treated person's answers ask for the same day: the case itself rises in the queue, with a deadline of its own."""
FOLLOWED: Final = frozenset({"treated", "follow_up"})
"""Statuses of a case whose patient was treated: a wish for no messages ends the messages, not the care."""


class Apply:
    """Carries out the effects of one conversation's turns."""

    def __init__(self, rules: Rules, new_id: Callable[[], str]) -> None:
        self._rules, self._new_id, self._record = rules, new_id, Record(rules)

    def carry_out(self, desk: Desk, talk: Talk, outcome: Outcome) -> None:
        """Take over the new session and everything that follows from it."""
        before, talk.conversation.session = talk.conversation.session, outcome.session
        talk.conversation.version += max(1, len(outcome.effects))
        self._learnt(desk, talk, before)
        for effect in outcome.effects:
            self._effect(desk, talk, effect)
        self._keep_packet(desk, talk, before)

    def say(
        self, desk: Desk, talk: Talk, prompt: Prompt, purpose: Purpose, *, once: str | None = None, until: datetime | None = None
    ) -> str:
        """One text to the patient in the session's language: a message in the transcript and a row in the outbox. Returns the send id.

        `once` forbids planning it a second time, `until` is how long it is tried.
        """
        session = talk.conversation.session
        priority = talk.case.priority if talk.case else "routine"
        prompt = as_it_stands(prompt, talk.case.status if talk.case else "")
        told = case_facts(prompt.key, priority, talk.address.patient_ref, desk.targets, desk.at)
        said = self._rules.render(prompt, session.language, told)
        plain = tuple((name, str(value)) for name, value in prompt.variables.items() if isinstance(value, str | int))
        message = NewMessage(
            conversation_id=talk.conversation.id,
            n=talk.conversation.take_n(),
            at=desk.at,
            author="bot",
            text=said.text,
            message_key=said.key,
            language=said.language,
            options=said.options,
            variables=plain,
            step=session.step,
            visit=session.visit,
        )
        send_id = self.put(desk, talk, message, purpose, once=once, until=until)
        self._record.said(desk, talk, prompt, message, told)
        return send_id

    def say_words(
        self, desk: Desk, talk: Talk, text: str, *, author: Author, actor: str, once: str | None = None, wait_until: datetime | None = None
    ) -> str:
        """A text typed by staff; the caller has judged it. Returns the send id.

        `once` names a form that may be posted twice, `wait_until` (real time) the end of the time to take the text back.
        """
        message = NewMessage(
            conversation_id=talk.conversation.id,
            n=talk.conversation.take_n(),
            at=desk.at,
            author=author,
            text=text,
            message_key="staff-message",
            language=talk.conversation.session.language,
            staff_ref=actor,
        )
        return self.put(desk, talk, message, "staff", once=once, wait_until=wait_until)

    def put(
        self,
        desk: Desk,
        talk: Talk,
        message: NewMessage,
        purpose: Purpose,
        *,
        once: str | None = None,
        until: datetime | None = None,
        wait_until: datetime | None = None,
    ) -> str:
        """Lay one of our texts down in the transcript and the outbox; the send id."""
        send_id = self._new_id()
        desk.write_down(message)
        desk.plan(
            Planned(
                send_id=send_id,
                conversation_id=message.conversation_id,
                n=message.n,
                address_id=talk.address.id,
                purpose=purpose,
                message_key=message.message_key,
                language=message.language,
                due_at=desk.at,
                window_ends_at=until or desk.at + SEND_WINDOW,
                step=message.step,
                visit=message.visit,
                dedupe_key=once,
                wait_until=wait_until,
            )
        )
        return send_id

    def open_case(self, desk: Desk, talk: Talk) -> Case:
        """The conversation's open case; a new one in `intake` when there is none (first contact, or the last one was closed)."""
        if talk.case is not None and talk.case.closed_at is None:
            return talk.case
        conversation = talk.conversation
        talk.case = desk.uow.cases.open_intake(
            conversation.id,
            conversation.subject_id,
            channel=talk.address.channel,
            language=conversation.session.language,
            revision=conversation.session.revision,
            protocol_version=conversation.session.protocol_version,
            at=desk.at,
        )
        desk.note(talk.case, "opened", now="intake")
        return talk.case

    def surface(self, desk: Desk, talk: Talk, reason: str, priority: str = "urgent") -> None:
        """Put a case that is still in `intake` where a person sees it, for a reason of ours (a code)."""
        case = self.open_case(desk, talk)
        again, due_at = was_handed(desk.uow, case), desk.targets.first_due(priority, desk.at)
        if desk.uow.cases.hand_off(case, priority=priority, at=desk.at, due_at=due_at, again=again, ended=False):
            desk.uow.cases.put_packet(case, self._rules.packet(talk.conversation.session), desk.at)
            desk.note(case, "surfaced", was=case.status, now="new", reason=reason)
        else:
            risen(desk.uow, case, desk.at, desk.targets)
        self._again(desk, talk)

    def _learnt(self, desk: Desk, talk: Talk, before: Session) -> None:
        """Consents and flags that this turn added."""
        session, conversation = talk.conversation.session, talk.conversation
        consents = [consent for consent in session.consents if consent not in before.consents]
        if consents:
            desk.uow.consents.append(conversation.id, conversation.subject_id, consents)
            if conversation.consented_at is None and any(c.kind == "health_data" and c.given for c in consents):
                conversation.consented_at = desk.at
            for consent in consents:
                detail = {"kind": consent.kind, "given": int(consent.given), "version": consent.version}
                desk.uow.audit.append(
                    at=desk.at, actor="patient", action="consent.recorded", object=talk.address.patient_ref, detail=detail
                )
        if (session.answers, session.flags) == (before.answers, before.flags):
            return
        standing = self._rules.flags(session)
        if standing:
            # all of them: a flag that an earlier case of this person holds, or that was missed once, stands on this one too
            desk.uow.flags.add(self.open_case(desk, talk).id, standing, desk.at)

    def _keep_packet(self, desk: Desk, talk: Talk, before: Session) -> None:
        """The case's summary columns, and the packet once a person may read it."""
        session, case = talk.conversation.session, talk.case
        same = (session.answers, session.flags, session.consents, session.expectation, session.language) == (
            before.answers,
            before.flags,
            before.consents,
            before.expectation,
            before.language,
        )
        if same or case is None or case.closed_at is not None:
            return
        indication, tier = self._rules.indication(session)
        if (session.language, indication, tier) != (case.language, case.indication, case.evidence_tier):
            desk.uow.cases.describe(case, language=session.language, indication=indication, evidence_tier=tier)
            self._again(desk, talk)
        if case.status != "intake":
            desk.uow.cases.put_packet(case, self._rules.packet(session), desk.at)

    def _effect(self, desk: Desk, talk: Talk, effect: Effect) -> None:  # noqa: C901 - one case per kind of effect is the point
        match effect:
            case Say():
                self.say(desk, talk, effect.prompt, effect.purpose)
            case OpenHandoff():
                self._hand_off(desk, talk, effect)
            case Alarm():
                self._alarm(desk, talk, effect)
            case OpenTicket():
                due = desk.at + _TICKET_DUE[effect.kind] if effect.kind in _TICKET_DUE else None
                self.ticket(desk, talk, effect.kind, quote=effect.quote, n=effect.n, due_at=due)
                if effect.kind in PRESSING and due is not None:
                    self._press(desk, talk, due)
                if effect.kind == "delete_data" and talk.case is not None and talk.case.status == "intake":
                    self.surface(desk, talk, effect.kind, "routine")
            case OptOut() | OptIn():
                self._opt(desk, talk, out=isinstance(effect, OptOut))
            case EraseWords():
                desk.flush()
                desk.uow.retention.erase_words(talk.conversation.id, desk.at)
                talk.erased = True
                desk.uow.audit.append(at=desk.at, actor="bot", action="words.erased", object=talk.address.patient_ref)
            case WithdrawCase():
                self._withdraw(desk, talk, effect.reason)
            case Invite():
                self._invite(desk, talk, effect)
            case CheckInEnded():
                self._check_in_ended(desk, talk, effect)
            case _:
                assert_never(effect)

    def ticket(self, desk: Desk, talk: Talk, kind: str, *, quote: str = "", n: int | None = None, due_at: datetime | None = None) -> None:
        """A task for staff beside the case, on the timeline and in the audit log."""
        case = self.open_case(desk, talk)
        desk.uow.tickets.open(case.id, kind, quote, n, desk.at, due_at)
        desk.note(case, "ticket_opened", reason=kind)

    def _press(self, desk: Desk, talk: Talk, due: datetime) -> None:
        """The case is urgent and due."""
        case = self.open_case(desk, talk)
        desk.uow.cases.press(case, "urgent", desk.at)
        risen(desk.uow, case, desk.at, desk.targets)
        desk.uow.clocks.start(case.id, "next_response", desk.at, due)
        self._again(desk, talk)

    def _hand_off(self, desk: Desk, talk: Talk, effect: OpenHandoff) -> None:
        case, session = self.open_case(desk, talk), talk.conversation.session
        packet, priority = self._rules.packet(session), self._priority(session, case)
        desk.uow.people.name_subject(talk.conversation.subject_id, **_who(packet))
        again, due_at = was_handed(desk.uow, case), desk.targets.first_due(priority, desk.at)
        ended = effect.reason in QUESTIONS_END
        first = desk.uow.cases.hand_off(case, priority=priority, at=desk.at, due_at=due_at, again=again, ended=ended)
        risen(desk.uow, case, desk.at, desk.targets)
        desk.uow.cases.put_packet(case, packet, desk.at)
        desk.uow.outbox.cancel_proactive(talk.conversation.id, "handed_off", desk.real_at)
        if first:
            desk.note(case, "handed_off", was=case.status, now="new", reason=effect.reason)
        elif effect.reason == "questions_answered" and case.status == "needs_information":
            moved = desk.uow.cases.move(case.case_id, expected=["needs_information"], to="physician_review", at=desk.at)
            desk.note(case, "questions_answered", actor="patient", was=moved.was, now=moved.case.status)
        else:
            desk.note(case, "handed_off_again", reason=effect.reason)
        self._again(desk, talk)

    def _priority(self, session: Session, case: Case) -> str:
        """How soon a person must look. The flag of an emergency stays: on a decided case whose hold was lifted it is none any more."""
        found = self._rules.priority(session)
        return "urgent" if found == "emergency" and session.status != "held" and case.status in STANDING else found

    def _alarm(self, desk: Desk, talk: Talk, effect: Alarm) -> None:
        case = self.open_case(desk, talk)
        desk.uow.alarms.open(case.id, effect.kind, effect.quote, effect.n, desk.at)
        desk.uow.outbox.cancel_proactive(talk.conversation.id, "emergency", desk.real_at)
        if desk.uow.cases.hold(case, desk.at):
            risen(desk.uow, case, desk.at, desk.targets)
            desk.note(case, "held", was=case.status, now="emergency_hold", reason=effect.kind)
        else:
            desk.note(case, "alarm_again", reason=effect.kind)
        desk.uow.cases.put_packet(case, self._rules.packet(talk.conversation.session), desk.at)
        self._again(desk, talk)

    def _invite(self, desk: Desk, talk: Talk, effect: Invite) -> None:
        """A proactive text, once per attempt for ever, tried until the check-in's window ends."""
        row = desk.uow.check_ins.get(effect.check_in_id)
        if row is None:
            return
        once = f"check-in:{effect.check_in_id}:{effect.attempt}"
        send_id = self.say(desk, talk, effect.prompt, "reminder", once=once, until=row.window_ends_at)
        desk.flush()
        desk.uow.check_ins.invited(effect.check_in_id, send_id, effect.prompt.key, desk.at, row.window_ends_at)

    def _check_in_ended(self, desk: Desk, talk: Talk, effect: CheckInEnded) -> None:
        """The answers, as said and as scored, under the check-in; what is planned to remind of it is void."""
        row = desk.uow.check_ins.get(effect.check_in_id)
        if row is None:
            return
        desk.uow.outbox.cancel_proactive(talk.conversation.id, "answered", desk.real_at)
        reason = row.reason or ("" if effect.end == "answered" else "unanswered" if row.sent_at is not None else "not_sent")
        if desk.uow.check_ins.end(effect.check_in_id, effect.end, reason, desk.at, check_in_body(effect)) and talk.case is not None:
            desk.note(talk.case, f"check_in_{effect.end}", reason=row.milestone)

    def _opt(self, desk: Desk, talk: Talk, *, out: bool) -> None:
        if out:
            desk.uow.people.opt_out(talk.address.id, desk.at)
            desk.uow.outbox.cancel_proactive(talk.conversation.id, "opted_out", desk.real_at)
            desk.uow.check_ins.wake(talk.conversation.id, desk.at)
        else:
            desk.uow.people.opt_in(talk.address.id)
        action = "messages.opted_out" if out else "messages.opted_in"
        desk.uow.audit.append(at=desk.at, actor="patient", action=action, object=talk.address.patient_ref)

    def _withdraw(self, desk: Desk, talk: Talk, reason: str) -> None:
        desk.uow.outbox.cancel_proactive(talk.conversation.id, "withdrawn", desk.real_at)
        if talk.case is not None and talk.case.status in FOLLOWED:
            return
        if talk.case is not None and desk.uow.cases.withdraw(talk.case, desk.at):
            desk.note(talk.case, "withdrawn", actor="patient", was=talk.case.status, now="withdrawn_by_patient", reason=reason)
            self._again(desk, talk)

    def _again(self, desk: Desk, talk: Talk) -> None:
        """Read the case back after a change, so that the next effect sees it as it stands."""
        talk.case = desk.uow.cases.latest_for([talk.conversation.id]).get(talk.conversation.id)


def _who(packet: Mapping[str, Any]) -> dict[str, str]:
    """The patient's name as told, so that staff can search by it; for whom a relative writes, the relation stands beside it."""
    return {"name": (packet.get("contact") or {}).get("name") or "", "relation": packet.get("relation") or "self"}
