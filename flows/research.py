"""The research permission, changeable at any time by one word or in free ones: shown, chosen, kept as a consent of its own.

Opt-in, default no; saying no changes nothing else (clinical facts 7.4). Knows the word from the catalogue; must not know cases.
"""

import re
from dataclasses import replace
from datetime import datetime
from typing import Final

from flows.consents import sha256_shown
from flows.effects import Say
from flows.session import Consent, Session
from flows.speech import global_options
from messages.catalog import shipped
from messages.prompt import OFFERED, Prompt
from messages.understanding import Reading
from messages.understanding.answers import read_answer
from messages.understanding.answers_reading import Read
from messages.understanding.research_wish import ResearchWish, read_research_wish

STEP: Final = "research.opt_in"
"""The question of the intake; words about research are its answer while it is open."""
OPTIONS = ("research:no", "research:yes")
MOST_WORDS: Final = 5
"""A consent is given by a plain word, not read out of a story."""


def asked(text: str) -> bool:
    """Whether a message is the word for the research permission and nothing else, in any language."""
    said = re.sub(r"[^\w\s]+", "", text).casefold().strip()
    return said in {shipped().text("research-word", language).casefold() for language in OFFERED}


def wished(text: str) -> ResearchWish | None:
    """What a message wishes about research alone; its bare word asks how it stands."""
    return ResearchWish("asks", "") if asked(text) else read_research_wish(text)


def answering(session: Session, text: str, reading: Reading) -> Reading:
    """The reading of an answer to the intake's own question: a "no" to research there ends neither the messages nor the record."""
    if session.step != STEP or session.status != "open" or wished(text) is None:
        return reading
    return reading.without("opt_out").without("delete_data")


def take_back(session: Session, at: datetime) -> tuple[Session, Say]:
    """No permission from now on, said back; nothing is asked, for taking back must be as easy as a word.

    Kept with the text it was once given to, or where it never was, with the one that says so now.
    """
    said, stood = Prompt("research-withdrawn"), next((each for each in session.consents if each.kind == "research"), None)
    shown = stood.text_sha256 if stood else sha256_shown(said, session)
    resting = session.status in {"paused", "with_person", "stopped"}
    taken = _kept(session, Consent("research", False, at, session.protocol_version, shown, session.language))
    return replace(taken, offering=("continue",) if resting else ()), Say(said)


def ended(session: Session, at: datetime) -> Session:
    """The session without the permission, where there was one: whoever wants everything erased wants this too."""
    stood = next((each for each in session.consents if each.kind == "research" and each.given), None)
    return _kept(session, replace(stood, given=False, at=at)) if stood else session


def _kept(session: Session, consent: Consent) -> Session:
    return replace(session, consents=(*(each for each in session.consents if each.kind != "research"), consent))


def offer(session: Session) -> tuple[Session, Say]:
    """How the permission stands now, and both answers."""
    return replace(session, offering=OPTIONS), Say(question(session))


def question(session: Session) -> Prompt:
    """The text that shows how the permission stands and asks for a choice."""
    stands = Prompt(f"research-stands_{'yes' if allowed(session) else 'no'}")
    return Prompt("research-change", {"stands": stands}, global_options(OPTIONS))


def typed(text: str, language: str) -> str:
    """The choice that a plain "yes" or "no" makes right after the question; empty for anything longer or less sure."""
    if len(text.split()) > MOST_WORDS:
        return ""
    reading = read_answer("yes_no", text, language)
    sure = isinstance(reading, Read) and not (reading.unsure or reading.refused or reading.note)
    return {"yes": "research:yes", "no": "research:no"}.get(str(reading.value), "") if sure and isinstance(reading, Read) else ""


def allowed(session: Session) -> bool:
    """Whether the permission stands; without an answer it does not."""
    return any(consent.kind == "research" and consent.given for consent in session.consents)


def choose(session: Session, option: str, at: datetime) -> tuple[Session, Say]:
    """The choice kept, with the exact text it answered, and said back."""
    given = option == "research:yes"
    shown = sha256_shown(question(session), session)
    chosen = _kept(session, Consent("research", given, at, session.protocol_version, shown, session.language))
    resting = session.status in {"paused", "with_person", "stopped"}
    changed = replace(chosen, offering=("continue",) if resting else ())
    return changed, Say(Prompt("research-given" if given else "research-withdrawn"))
