"""A turn: deliveries, bursts, checked files and what staff do, each moved through `advance` and written in the caller's transaction.

Only `advance` changes a conversation, only this writes it. Knows the order of a turn; must not know providers, threads or commits.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Final

from bot.apply import Apply
from bot.case_clocks import DEFAULT, Targets, patient_wrote
from bot.channels.base import Blocked as BlockedContent
from bot.channels.base import Edited, Ignored, Receipt, Update
from bot.clock import Clock, real_now
from bot.country import country_of
from bot.desk import Desk, Talk
from bot.hearing import hear
from bot.receipts import take_receipt
from bot.record import Record
from bot.rules import Newcomer, Rules
from bot.update_codec import RawBody, write_raw, write_update
from bot.waiting_texts import let_go, opens
from flows.danger import alarming, listen
from flows.effects import CheckInEnded
from flows.events import ChannelBlocked, ChannelUnblocked, Event, LateTextReceived, MessageEdited, TextReceived
from storage.inbox import InboxKey
from storage.messages import NewMessage
from storage.people import Address, Contact
from storage.unit_of_work import UnitOfWork

FIRST_RETRY: Final = timedelta(seconds=5)
BURST_MOST: Final = 10
"""Texts that wait together at most; a flood is answered as it comes."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """An `Update` on its way in. `late` marks one that reconciliation brought after its webhook was lost."""

    update: Update
    late: bool = False

    @property
    def key(self) -> InboxKey:
        """What makes it unique."""
        return InboxKey(self.update.channel, self.update.account, self.update.external_id)

    @property
    def speaks(self) -> bool:
        """Whether a person stands behind it."""
        return self.update.sender is not None and not isinstance(self.update.content, Receipt | Ignored)


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a delivery: `new` False for a repetition, `parked` True when it was set aside for later."""

    new: bool = True
    parked: bool = False
    case_id: str = ""


@dataclass(slots=True)
class Turn:
    """Handles what comes in. `burst_wait` zero answers every text at once."""

    rules: Rules
    clock: Clock
    new_id: Callable[[], str]
    burst_wait: timedelta = timedelta(seconds=2)
    targets: Targets = DEFAULT
    clinic_zone: str = "America/Mexico_City"
    """IANA time zone of the clinic: by which a patient is followed whose own is not known."""
    check_in_answered: Callable[["Turn", Desk, Talk, str], None] | None = None
    """What follows once a check-in was answered to its end, by its id."""
    apply: Apply = field(init=False)
    record: Record = field(init=False)

    def __post_init__(self) -> None:
        self.apply, self.record = Apply(self.rules, self.new_id), Record(self.rules)

    def desk(self, uow: UnitOfWork) -> Desk:
        """A desk for one transaction, at the present moment."""
        return Desk(uow, self.clock(), real_now(), targets=self.targets)

    def take(self, uow: UnitOfWork, deliveries: Sequence[Delivery]) -> list[Answered]:
        """Handle deliveries in order of arrival; each key counts once, here and for ever. Dedupe is the transaction's first statement."""
        desk = self.desk(uow)
        fresh = uow.inbox.accept([delivery.key for delivery in deliveries], desk.at)
        counted: set[InboxKey] = set()
        wanted: list[Delivery | None] = []
        for delivery in deliveries:
            first = delivery.key in fresh and delivery.key not in counted
            counted.add(delivery.key)
            wanted.append(delivery if first else None)
        self.seat(desk, [delivery for delivery in wanted if delivery is not None])
        answers = [Answered(new=False) if delivery is None else self._one(desk, delivery) for delivery in wanted]
        desk.finish()
        return answers

    def handle_parked(self, uow: UnitOfWork, parked_id: int, delivery: Delivery) -> Answered:
        """Try a parked delivery again: its key is in the inbox already. The row is done in the same transaction."""
        desk = self.desk(uow)
        self.seat(desk, [delivery])
        answer = self._one(desk, delivery)
        desk.finish()
        uow.inbox.mark_done(parked_id)
        return answer

    def park(self, uow: UnitOfWork, what: Delivery | RawBody, error: str) -> Answered:
        """Set a delivery aside that could not be handled, sealed, for the worker to try again. `error` is a code, never values."""
        if isinstance(what, RawBody):
            key, raw = InboxKey(what.channel, what.account, what.external_id), write_raw(what)
        else:
            key, raw = what.key, write_update(what.update, late=what.late)
        at = self.clock()
        if key not in uow.inbox.accept([key], at):
            return Answered(new=False)
        uow.inbox.park(key, raw, at, next_try_at=real_now() + FIRST_RETRY, reason=error[:200])
        return Answered(parked=True)

    def happen(self, uow: UnitOfWork, conversation_id: int, event: Callable[[Desk], Event]) -> Talk | None:
        """Something that is no delivery happened to a conversation (a checked file, a lifted hold). None: there is no such one."""
        desk = self.desk(uow)
        held = desk.hold_conversations([conversation_id])
        if not held:
            return None
        self.advance(desk, held[0], event(desk))
        desk.finish()
        return held[0]

    def end_bursts(self, uow: UnitOfWork, limit: int = 32) -> int:
        """Answer the conversations whose burst has ended; how many there were."""
        desk = self.desk(uow)
        due = uow.conversations.due_bursts(desk.real_at, limit)
        cases = uow.cases.latest_for([conversation.id for conversation in due]) if due else {}
        for conversation in due:
            desk.talks[conversation.id] = Talk(conversation, uow.people.get(conversation.address_id), cases.get(conversation.id))
            self._end_burst(desk, desk.talks[conversation.id])
        desk.finish()
        return len(due)

    def advance(self, desk: Desk, talk: Talk, event: Event) -> None:
        """One event through the rules, what follows written down, and the event kept with it."""
        with self.record.keeping(desk, talk, event):
            outcome = self.rules.advance(talk.conversation.session, event)
            self.apply.carry_out(desk, talk, outcome)
        if self.check_in_answered is None:
            return
        for effect in outcome.effects:
            if isinstance(effect, CheckInEnded) and effect.end == "answered":
                self.check_in_answered(self, desk, talk, effect.check_in_id)

    def seat(self, desk: Desk, deliveries: Sequence[Delivery]) -> None:
        """Load, or begin, every conversation of a batch in few statements; locks in order of id."""
        contacts = {contact: delivery for delivery in deliveries if (contact := contact_of(delivery)) is not None}
        if not contacts:
            return
        addresses = desk.uow.people.find_or_create(list(contacts), desk.at)
        by_address = desk.uow.conversations.load_for([address.id for address in addresses.values()])
        cases = desk.uow.cases.latest_for([talk.id for talk in by_address.values()]) if by_address else {}
        for contact, address in addresses.items():
            conversation = by_address.get(address.id)
            if conversation is None:
                who = newcomer(contacts[contact], address)
                conversation = desk.uow.conversations.create(address.id, address.subject_id, self.rules.start(who), desk.at)
                self.record.begun(desk, conversation, who)
                by_address[address.id] = conversation
            if conversation.id not in desk.talks:
                desk.talks[conversation.id] = Talk(conversation, address, cases.get(conversation.id))
            desk.by_contact[contact] = desk.talks[conversation.id]

    def _one(self, desk: Desk, delivery: Delivery) -> Answered:
        content = delivery.update.content
        if isinstance(content, Receipt):
            take_receipt(desk, self.apply, delivery.update, content)
            return Answered()
        contact = contact_of(delivery)
        if contact is None:
            return Answered()
        talk = desk.by_contact[contact]
        if isinstance(content, BlockedContent):
            self._blocked(desk, talk, blocked=content.blocked)
        else:
            self._heard(desk, talk, delivery)
        return Answered(case_id=talk.case.case_id if talk.case else "")

    def _blocked(self, desk: Desk, talk: Talk, *, blocked: bool) -> None:
        desk.uow.people.block(talk.address.id, desk.at if blocked else None)
        if blocked:
            desk.uow.outbox.cancel_proactive(talk.conversation.id, "blocked", desk.real_at)
        self.advance(desk, talk, ChannelBlocked(desk.at, None) if blocked else ChannelUnblocked(desk.at, None))

    def _heard(self, desk: Desk, talk: Talk, delivery: Delivery) -> None:
        """A message of the patient: noted, written down, and answered now or with the rest of its burst."""
        conversation = talk.conversation
        before = conversation.last_inbound_at
        sent_at = delivery.update.sent_at
        overtaken = delivery.late and sent_at is not None and before is not None and sent_at < before
        conversation.last_activity_at = conversation.last_inbound_at = desk.at
        desk.heard_from.add(talk.address.id)
        if talk.address.blocked_at is not None:
            desk.uow.people.block(talk.address.id, None)
        if talk.case is None:
            self.apply.open_case(desk, talk)
        patient_wrote(desk.uow, talk.case, desk.at, self.targets)
        if isinstance(delivery.update.content, Edited):
            self._edited(desk, talk, delivery.update, delivery.update.content)
            return
        event = hear(desk, talk, delivery.update, late=delivery.late, overtaken=overtaken, new_id=self.new_id)
        if let_go(desk, talk, before) and opens(delivery.update.content):
            return
        self._answer(desk, talk, event)

    def _answer(self, desk: Desk, talk: Talk, event: Event) -> None:
        conversation = talk.conversation
        if isinstance(event, TextReceived) and self._waits(talk, event):
            if conversation.burst_from_n is None:
                conversation.burst_from_n = event.n
            conversation.burst_due_at = desk.real_at + self.burst_wait
            return
        if conversation.burst_from_n is None:
            self.advance(desk, talk, event)
        elif isinstance(event, TextReceived) and alarming(listen(event.text, conversation.session)):
            self._alarm_first(desk, talk, event)
        else:
            self._end_burst(desk, talk, before_n=event.n)
            self.advance(desk, talk, event)

    def _alarm_first(self, desk: Desk, talk: Talk, event: TextReceived) -> None:
        """Danger in a burst stops everything: what waited is heard, and answered by nothing."""
        waiting = self._take_waiting(desk, talk, before_n=event.n)
        self.advance(desk, talk, event)
        if waiting:
            self.advance(desk, talk, LateTextReceived(desk.at, waiting.n, waiting.text))

    def _waits(self, talk: Talk, event: TextReceived) -> bool:
        first = talk.conversation.burst_from_n
        if not self.burst_wait or event.n is None or (first is not None and event.n - first >= BURST_MOST):
            return False
        return self.rules.awaits_more(talk.conversation.session, event.text)

    def _end_burst(self, desk: Desk, talk: Talk, before_n: int | None = None) -> None:
        waiting = self._take_waiting(desk, talk, before_n)
        if waiting:
            self.advance(desk, talk, waiting)

    def _take_waiting(self, desk: Desk, talk: Talk, before_n: int | None = None) -> TextReceived | None:
        """All waiting texts (with a number under `before_n`) as one, in the order they came; none waits afterwards."""
        conversation = talk.conversation
        first, conversation.burst_from_n, conversation.burst_due_at = conversation.burst_from_n, None, None
        if first is None:
            return None
        desk.flush()
        texts = [m.text for m in desk.uow.messages.waiting(conversation.id, first) if before_n is None or m.n < before_n]
        return TextReceived(desk.at, first, "\n".join(texts)) if texts else None

    def _edited(self, desk: Desk, talk: Talk, update: Update, edit: Edited) -> None:
        """New words for an earlier message: they replace a waiting text, else they are kept beside the answer already used."""
        desk.flush()
        conversation = talk.conversation
        place = desk.uow.messages.find_by_ref(update.channel, update.account, [edit.of]).get(edit.of)
        if place is None or place.conversation_id != conversation.id:
            n = conversation.take_n()
            desk.write_down(NewMessage(conversation.id, n, desk.at, "patient", edit.text, ref=edit.of, late=True, kind="other"))
            self.advance(desk, talk, LateTextReceived(desk.at, n, edit.text))
            return
        desk.uow.messages.edit(conversation.id, place.n, edit.text, desk.at)
        waiting = conversation.burst_from_n is not None and place.n >= conversation.burst_from_n
        if not waiting:
            self.advance(desk, talk, MessageEdited(desk.at, place.n, edit.text))
        elif not self.rules.awaits_more(conversation.session, edit.text):
            self._end_burst(desk, talk)


def contact_of(delivery: Delivery) -> Contact | None:
    """Who wrote, for look-up; None when nobody did."""
    update, sender = delivery.update, delivery.update.sender
    if sender is None or not delivery.speaks:
        return None
    return Contact(update.channel, update.account, sender.kind, sender.value, sender.aliases, sender.display_name)


def newcomer(delivery: Delivery, address: Address) -> Newcomer:
    """What the first delivery of a person tells."""
    sender = delivery.update.sender
    hint, name = (sender.language_hint, sender.display_name) if sender else ("", "")
    return Newcomer(hint, country_of(address.kind, address.value), "phone" if address.kind == "phone" else "", name)
