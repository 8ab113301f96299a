"""Rebuilds a conversation from its stored events: the session before and after each, and the texts that followed, under today's rules.

Pure but for the rules it is given. An event that other rules took is passed over: what they said can be checked by its hash only.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.case_facts import as_it_stood
from bot.rules import Newcomer, Rules
from flows.effects import Invite, Say
from flows.session import Outcome, Session
from flows.wording import UNTOLD
from messages.prompt import Message, Prompt
from storage.event_codec import Begun, Resumed, Told
from storage.events import StoredEvent

RulesFor = Callable[[str], Rules]
"""The rules of this release, for a clinic's name."""


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """One stored event and what it does today: `outcome` and `texts` are None where it cannot be run again.

    Other rules took it, its words were erased, or the session before it is not known.
    """

    event: StoredEvent
    before: Session | None
    outcome: Outcome | None
    texts: tuple[Message, ...] | None

    @property
    def after(self) -> Session | None:
        """The session it leaves, where it is known."""
        return self.outcome.session if self.outcome is not None else None


def rebuild(events: Iterable[StoredEvent], rules_for: RulesFor) -> Iterator[Rebuilt]:
    """Every event in order, run again where it can be."""
    session: Session | None = None
    for event in events:
        rules = rules_for(event.clinic)
        rebuilt = _one(event, session, rules)
        yield rebuilt
        session = rebuilt.after


def _one(event: StoredEvent, session: Session | None, rules: Rules) -> Rebuilt:
    what = event.what
    if isinstance(what, Resumed):
        return Rebuilt(event, session, Outcome(what.session, ()), ())
    if what is None or event.revision != rules.revision:
        return Rebuilt(event, session, None, None)
    if isinstance(what, Begun):
        newcomer = Newcomer(what.language_hint, what.country, what.address_kind, what.display_name)
        return Rebuilt(event, None, Outcome(rules.start(newcomer), ()), ())
    if isinstance(what, Told):
        texts = _texts(event, [what.prompt], what.language, rules)
        return Rebuilt(event, session, None if session is None else Outcome(session, ()), texts)
    if session is None:
        return Rebuilt(event, None, None, None)
    outcome = rules.advance(session, what)
    said = [effect.prompt for effect in outcome.effects if isinstance(effect, Say | Invite)]
    return Rebuilt(event, session, outcome, _texts(event, said, outcome.session.language, rules))


def _texts(event: StoredEvent, prompts: Sequence[Prompt], language: str, rules: Rules) -> tuple[Message, ...]:
    """Each prompt with what was told of the case when it was said; where today's rules say another text there, with what stands for it."""
    known_as = [text.key for text in event.said]
    prompts = [*(as_it_stood(*pair) for pair in zip(prompts, known_as, strict=False)), *prompts[len(known_as) :]]
    told = [text.told if text.key == prompt.key else UNTOLD for text, prompt in zip(event.said, prompts, strict=False)]
    missing = [UNTOLD] * (len(prompts) - len(told))
    return tuple(rules.render(prompt, language, known) for prompt, known in zip(prompts, (*told, *missing), strict=True))
