"""What a word or a wish about research does in a conversation, whatever question is open.

Knows how the permission is changed and how the open question is come back to; must not know the words.
"""

from flows import controls, research
from flows.danger import listen, note
from flows.events import TextReceived
from flows.evidence import consent_given
from flows.opening import beside
from flows.session import Outcome, Session
from messages.understanding import Reading


def on_research(session: Session, event: TextReceived, reading: Reading) -> Outcome | None:
    """What a word or a wish about research does, whatever is open: only research changes. None when the message is about something else."""
    wish = research.wished(event.text)
    if wish is None or (session.step == research.STEP and not research.asked(event.text)):
        return None
    if not (consent_given(session) or research.allowed(session)):
        return None
    beside_it = listen(wish.rest, session)
    if wish.wants != "ends" and beside_it.has("opt_out"):
        return None
    session, effects = note(session, reading, event.n, event.at) if consent_given(session) else (session, ())
    if wish.wants != "ends":
        session, offered = research.offer(session)
        return Outcome(session, (*effects, offered))
    session, said = research.take_back(session, event.at)
    after = controls.stop(session) if beside_it.has("opt_out") else None
    if after is None and beside_it.has("human_request"):
        after = controls.asked_person(session, beside_it, event.n)
    outcome = beside(session, said) if after is None else Outcome(after.session, (said, *after.effects))
    return Outcome(outcome.session, (*effects, *outcome.effects))
