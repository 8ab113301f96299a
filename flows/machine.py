"""Compiles a `Flow` into one shared rulebook. The only file that imports `transitions`.

It decides which step follows an answer, from facts; it holds no state, says nothing and calls nothing of ours but conditions.
Known of transitions 0.9.3: unknown destinations are accepted when building (so they are refused here), models that compare
equal do not register (so none is ever registered), and a trigger without a matching transition only returns False.
"""

from collections.abc import Iterator

from transitions import Machine

from flows.steps import ALWAYS, Condition, Facts, Flow

END = "end.done"


class Cursor:
    """The light model that is moved: lives for one question."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        self.state = state


class Rulebook:
    """What follows what in one flow. Compiled once, shared by every conversation and thread: it is never written to."""

    def __init__(self, flow: Flow) -> None:
        """Compile; raises `ValueError` naming a route that leads nowhere or a step written twice."""
        self._flow = flow
        self._order = {step.id: place for place, step in enumerate(flow.steps)}
        self._check()
        self.routes = {step.id: tuple(self._leaving(step.id)) for step in flow.steps}
        self._machine = Machine(
            model=None,
            states=[*self._order, *flow.ends],
            initial=None,
            auto_transitions=False,
            transitions=[
                {"trigger": "answered", "source": source, "dest": dest, "conditions": [when.holds]}
                for source, leaving in self.routes.items()
                for dest, when in leaving
            ],
        )

    @property
    def first(self) -> str:
        """The step a conversation begins with."""
        return self._flow.steps[0].id

    def knows(self, step: str) -> bool:
        """Whether the flow has this step today."""
        return step in self._order

    def after(self, step: str, facts: Facts) -> str:
        """The step or end that follows `step` under these facts. Raises `LookupError` if the flow has a hole there."""
        cursor = Cursor(step)
        if not self._machine.events["answered"].trigger(cursor, facts):
            raise LookupError(f"no route leaves {step}")
        return str(cursor.state)

    def _check(self) -> None:
        if len(self._order) != len(self._flow.steps):
            raise ValueError(f"{self._flow.name}: a step id is written twice")
        known = {*self._order, *self._flow.ends}
        for step in self._flow.steps:
            for named in (*(route.to for route in step.then), *step.clears):
                if named not in known:
                    raise ValueError(f"{step.id}: there is no step {named}")

    def _leaving(self, step_id: str) -> Iterator[tuple[str, Condition]]:
        step = self._flow.steps[self._order[step_id]]
        for route in step.then:
            yield from self._from(route.to, route.when)
            if route.when == ALWAYS:
                return
        yield from self._following(self._order[step_id] + 1, ALWAYS)

    def _from(self, to: str, when: Condition) -> Iterator[tuple[str, Condition]]:
        if to in self._flow.ends:
            yield to, when
        else:
            yield from self._following(self._order[to], when, entering=True)

    def _following(self, place: int, when: Condition, *, entering: bool = False) -> Iterator[tuple[str, Condition]]:
        for step in self._flow.steps[place:]:
            named = entering and step.when == ~ALWAYS
            entering = False
            own = ALWAYS if named else step.when
            yield step.id, own if when == ALWAYS else when & own
            if own == ALWAYS:
                return
        yield END, when
