"""Which answers are consents, and the evidence kept of each: version, language and hash of the exact text shown."""

import hashlib
from dataclasses import replace

from flows.books import STEPS
from flows.session import Answer, Consent, ConsentKind, Session
from flows.speech import question, render
from messages.prompt import Prompt


def consented(session: Session, given: Answer) -> Session:
    """The session with the consents this answer gives or refuses; each kind is its own object."""
    kinds: dict[str, tuple[ConsentKind, ...]] = {
        "consent.health_data": ("privacy_notice", "health_data"),
        "consent.messaging": ("messaging",),
        "research.opt_in": ("research",),
    }
    for kind in kinds.get(given.step, ()):
        shown = question(STEPS[given.step], session)[-1].prompt
        agreed = given.value == "yes" or kind == "privacy_notice"
        consent = Consent(kind, agreed, given.at, session.protocol_version, sha256_shown(shown, session), session.language)
        session = replace(session, consents=(*(c for c in session.consents if c.kind != kind), consent))
    return session


def sha256_shown(prompt: Prompt, session: Session) -> str:
    """SHA-256 (hex) of a text exactly as the patient reads it."""
    return hashlib.sha256(render(prompt, session).text.encode()).hexdigest()
