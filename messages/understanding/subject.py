"""Whose condition is told: the patient's, or somebody else's.

Knows relatives, first and third person; must not know conditions. The patient is the writer until the message says otherwise.
"""

from messages.understanding.scope import Scope
from messages.understanding.trie import Match

SELF = ""
NEAR = 4
OPENED = 3
NAMELESS = "patient"
"""`The patient is my son`: who that is, the words behind say."""
CLOSE = frozenset({"mother", "father", "spouse", "sibling", "grandparent", "inlaw", "kin", "friend"})
"""Relatives for whom a writer may be asking when their condition is told together with a question."""
FAMILY = CLOSE - {"friend"} | {"child"}
"""Relatives who are the patient when the message tells their age or what they want treated, and nothing the writer has."""


class Subjects:
    """Who is spoken of where. `patients` holds the relatives for whom the writer asks; empty means the writer."""

    def __init__(self, scope: Scope, proxies: list[Match], *, for_other: bool = False) -> None:
        """Find the patient from the phrases that say the message is for another; `for_other` when that is known from before."""
        self._scope = scope
        self.proxied = bool(proxies) or for_other
        self.patients = {kind for proxy in proxies for kind in self._kinds_in(proxy)}

    def implied(self, conditions: list[Match], ages: list[Match], risks: list[Match], *, asking: bool = False) -> Match | None:
        """The words that name whose condition is told, though no phrase says "for".

        A child's is told by a grown-up; a relative's is asked about where the message is `asking` and tells nothing of the writer.
        `risks` are what the physician must look at first: a relative's count where he or she is told of as the patient.
        """
        if self.proxied:
            return None
        for age in ages:
            owner = self._scope.near("other", age.start, age.end - 1)
            if owner is not None:
                self.proxied = True
                self.patients.add(owner.rule.kind)
                return owner
        for match in conditions:
            owner = self._nearest_before(match)
            if owner is not None and owner.rule.label == "scope:other" and owner.rule.kind == "child":
                self.proxied = True
                self.patients.add("child")
                return owner
        return (self._asked_for(conditions) if asking else None) or self._told_of([*conditions, *risks])

    def _told_of(self, risks: list[Match]) -> Match | None:
        """`Dad is 69, takes warfarin`: a relative with an age or a wish of his own, in a message that says nothing of the writer's body."""
        if not self._scope.cues["patient"] or self._scope.cues["owncase"] or self._scope.cues["heredity"]:
            return None
        owners = [owner for match in risks if not self._scope.holds("dead", match) and (owner := self._nearest_before(match))]
        kinds = {owner.rule.kind for owner in owners if owner.rule.label == "scope:other"}
        if len(kinds) != 1 or kinds - FAMILY:
            return None
        self.proxied = True
        self.patients |= kinds
        return next(owner for owner in owners if owner.rule.kind in kinds)

    def _asked_for(self, conditions: list[Match]) -> Match | None:
        """The one close relative of whom every condition is told as present."""
        kinds = {self.of(match) for match in conditions}
        if len(kinds) != 1 or kinds - CLOSE or self._scope.cues["heredity"] or not all(self._present(match) for match in conditions):
            return None
        owner = next((owner for match in conditions if (owner := self._nearest_before(match))), None)
        if owner is None:
            return None
        self.proxied = True
        self.patients |= kinds
        return owner

    def _present(self, match: Match) -> bool:
        return not any(self._scope.holds(name, match) for name in ("past", "dead", "ended", "hyp", "fear"))

    def other_than_patient(self, match: Match) -> bool:
        """Whether the finding is told of someone who is not the patient."""
        kind = self.of(match)
        if kind == SELF:
            return self.proxied and self._insists(match)
        if not self.proxied:
            return kind != "third"
        return bool(self.patients) and kind not in self.patients and kind != "third"

    def of(self, match: Match) -> str:
        """The relative the finding is told of, `third` for he or she, SELF for the writer."""
        owner = self._owner_after(match) or self._nearest_before(match)
        if owner is None:
            return self._carried(match)
        return owner.rule.kind if owner.rule.label != "scope:self" else SELF

    def _kinds_in(self, proxy: Match) -> set[str]:
        """The relative named inside the phrase, or beside it; more than one where the word has several meanings (`mi viejo`)."""
        inside = [cue for cue in self._scope.cues["other"] if proxy.start <= cue.start < proxy.end]
        beside = [cue for cue in self._scope.cues["other"] if proxy.end <= cue.start <= proxy.end + NEAR]
        named = [cue for cue in (*inside, *beside) if cue.rule.kind != NAMELESS] or inside
        return {other.rule.kind for other in self._scope.cues["other"] if named and other.start == named[0].start}

    def _owner_after(self, match: Match) -> Match | None:
        """`the cancer of my mother`, `cancer in my family`; `the one with lupus is my aunt`."""
        return self._scope.near("ofother", match.end, match.end + 1) or self._named_after(match)

    def _named_after(self, match: Match) -> Match | None:
        """Who stands behind a finding that is told as somebody's before the person is named."""
        here = self._scope.sentence[match.start]
        copula = self._scope.near("itis", match.end, match.end + 1)
        opened = any(
            cue.start <= match.start and match.start - cue.end < OPENED and self._scope.sentence[cue.start] == here
            for cue in self._scope.cues["theone"]
        )
        if copula is None or not (opened or copula.rule.language == "fr"):
            return None
        owner = self._scope.near("other", match.end, match.end + NEAR)
        return owner if owner is not None and self._scope.sentence[owner.start] == here else None

    def _nearest_before(self, match: Match) -> Match | None:
        here = self._scope.sentence[match.start]
        cues = [*self._scope.cues["other"], *self._scope.cues["self"]]
        before = [cue for cue in cues if cue.start <= match.start and self._scope.sentence[cue.start] == here]
        inside = [cue for cue in self._scope.cues["other"] if match.start < cue.start < match.end]
        return max([*before, *inside], key=lambda cue: (cue.end, cue.rule.label == "scope:other", cue.rule.kind), default=None)

    def _carried(self, match: Match) -> str:
        """`Mi mamá tiene 70. Toma Eliquis`: a verb in the third person goes on with who was named last."""
        here = self._scope.sentence[match.start]
        third = any(self._scope.sentence[cue.start] == here and cue.start <= match.start for cue in self._scope.cues["third"])
        earlier = [cue for cue in self._scope.cues["other"] if self._scope.sentence[cue.start] < here]
        if not third:
            return SELF
        named = [cue for cue in earlier if cue.rule.kind in self.patients] or earlier
        return max(named, key=lambda cue: cue.end).rule.kind if named else "third"

    def _insists(self, match: Match) -> bool:
        """In a message for another, an outright `I` or `yo` tells of the writer."""
        nearest = self._nearest_before(match)
        return nearest is not None and nearest.rule.kind == "insists"
