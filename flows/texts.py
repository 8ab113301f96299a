"""Every text judged where it stands, without a walk: presence, variables, marks, the guard, and what each channel can carry.

Reads a catalogue and the declaration; must not know who is spoken to. A catalogue with planted faults is judged like the shipped one.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from flows.books import FLOWS, STEPS
from flows.protocol import load
from flows.samples import HOSTILE
from flows.speech import label
from flows.steps import Step
from flows.wording import OWN_PARTS, Need, needs
from messages.catalog import Catalog, MissingText
from messages.guard import judge
from messages.limits import CHANNELS, WHATSAPP_ROW_LABEL, units
from messages.limits import faults as unfit
from messages.prompt import Message, Option, Prompt, Variable

CLINIC: Final = "Regeneris"
EVERYWHERE: Final = frozenset({"clinic"})
"""Variables that every text may use."""
ROW_NAMES: Final = ("indication-", "row-", "section-")
"""Names that become labels of questions whose options depend on what was said."""
_SHOUTS: Final = re.compile("[!¡]")
_PICTURES: Final = frozenset({"So", "Sk", "Cs"})

_YEARS: Final = Prompt("value-months", {"n": 24})
_NAMES: Final = (Prompt("indication-knee_osteoarthritis"), Prompt("indication-lupus"), Prompt("indication-spinal_cord_injury"))
_ROWS: Final = (Prompt("value-named", {"name": Prompt("row-anticoagulant"), "value": Prompt("option-unsure")}), Prompt("row-allergy"))

_EVERY_ROW: Final = tuple((Prompt(f"row-{row.id}"),) for row in load().contraindications if row.group or row.ask == "single")


def _lines() -> tuple[str, ...]:
    lines = (f"{line.name} {line.number}" for numbers in load().numbers for line in numbers.crisis)
    return tuple(dict.fromkeys(lines))


SAMPLES: Final[Mapping[str, tuple[Variable, ...]]] = {
    "clinic": (CLINIC, "Clínica de Medicina Regenerativa del Norte"),
    "version": (load().version,),
    "number": ("911", "911 (MX) / 112 (ES)", Prompt("emergency-number_anywhere", {"here": "911", "abroad": "112"})),
    "here": ("911",),
    "abroad": ("112",),
    "line": _lines(),
    "part": (*(Prompt(f"part-{stage.name}") for flow in FLOWS.values() for stage in flow.stages), *map(Prompt, OWN_PARTS.values())),
    "conditions": (*((name,) for name in _NAMES), _NAMES),
    "who": (Prompt("subject-who.self"), Prompt("subject-who.other")),
    "age": (61, "–"),
    "question": (Prompt("subject-age_self"), Prompt("subject-age_other")),
    "duration": (_YEARS, Prompt("value-not_asked")),
    "side": (Prompt("option-right"), Prompt("value-not_asked")),
    "items": (_ROWS, *_EVERY_ROW),
    "reach": (Prompt("contact-reach.here"), Prompt("contact-reach.phone")),
    "research": (Prompt("research-opt_in.no"), Prompt("research-opt_in.yes")),
    "n": (2, 0, 1, 12, 60),
    "reference": ("0a1b2c3d", "91e84057", "20246131"),
    "first": (Prompt("value-within_hours", {"n": 24}), Prompt("value-within_hours", {"n": 1}), Prompt("value-within_days", {"n": 3})),
    "decision": (Prompt("value-within_days", {"n": 5}), Prompt("value-within_days", {"n": 90}), Prompt("value-within_hours", {"n": 48})),
    "unit": ("h", "days", "days_per_week", "years", "kg"),
    "name": (Prompt("row-anticoagulant"), Prompt("host-weight.line")),
    "value": (Prompt("option-unsure"), Prompt("value-noted")),
    "activity": ("Subir escaleras", Prompt("check_in-place_1")),
    "now": ("4", "6.3"),
    "earlier": ((Prompt("check_in-was", {"when": Prompt("check_in-at_baseline"), "value": "8"}),),),
    "when": (Prompt("check_in-at_1m"), Prompt("check_in-at_baseline")),
    "answer": (Prompt("check_in-change.same"), Prompt("check_in-change.much_worse")),
    "stands": (Prompt("research-stands_no"), Prompt("research-stands_yes")),
    "link": ("https://clinic.example/letter/bcdfghjkmnpqrstvvtsrqpnmkjhgfdcb",),
    "physician": ("Ana Ruiz Peña",),
    "licence": ("1234567",),
    "date": (Prompt("value-date", {"day": "2", "month": "m3", "year": "2026"}),),
    "day": ("2",),
    "month": tuple(f"m{number}" for number in range(1, 13)),
    "year": ("2026",),
    "lines": ((Prompt("line-tried"), Prompt("line-course", {"duration": _YEARS, "side": Prompt("option-right")}), Prompt("line-hopes")),),
}
"""What stands in a variable when a text is judged: each value at least once, the likeliest first."""
UNNAMED: Final[tuple[Variable, ...]] = ("word",)
"""For a variable that has no sample of its own yet."""


def faults(catalog: Catalog, languages: Iterable[str]) -> tuple[str, ...]:
    """Every broken promise of a catalogue in these languages, as `key (language): what`; empty when all hold."""
    wanted = tuple(languages)
    found: list[str] = []
    for need in said(catalog, wanted):
        for language in wanted:
            if catalog.has(need.key, language):
                found += (f"{need.key} ({language}): {fault}" for fault in text_faults(catalog, need, language))
            else:
                found.append(f"{need.key} ({language}): no text ({need.where})")
        found += _uneven(catalog, need.key, wanted)
    for step in STEPS.values():
        found += (f"{step.key} ({language}): {fault}" for language in wanted for fault in question_faults(catalog, step, language))
    return tuple(dict.fromkeys(found))


def said(catalog: Catalog, languages: Iterable[str]) -> Iterator[Need]:
    """Every text that must stand in each language: what the flow needs, its labels, and whatever any language has beside."""
    known = {need.key: need for flow in reversed(FLOWS.values()) for need in needs(flow)}
    for step in STEPS.values():
        for key in labels(step):
            known.setdefault(key, Need(key, (), f"option of {step.id}"))
    for key in sorted(frozenset[str]().union(*(catalog.keys(language) for language in languages))):
        known.setdefault(key, Need(key, (), "beside the flow"))
    yield from known.values()


def labels(step: Step) -> tuple[str, ...]:
    """The keys of a step's own labels in the order shown; labels that depend on earlier answers are not among them."""
    return tuple(label(step, option) for option in _ids(step))


def text_faults(catalog: Catalog, need: Need, language: str) -> Iterator[str]:
    """What is wrong with one text by itself, each variable filled with samples, and with what nobody should say."""
    used = catalog.variables(need.key, language)
    if unknown := used - {*need.variables, *EVERYWHERE}:
        yield f"unknown variable {', '.join(sorted(unknown))}"
    for text in filled(catalog, need.key, language, fillings(used)):
        yield from _mark_faults(text)
        yield from _guard_faults(text, language)
    yield from _hostile_faults(catalog, need.key, language, used)
    if need.key.startswith(ROW_NAMES) or need.key.endswith(".line"):
        length = units(catalog.source(need.key, language))
        if length > WHATSAPP_ROW_LABEL:
            yield f"label is {length} long, at most {WHATSAPP_ROW_LABEL}"


def question_faults(catalog: Catalog, step: Step, language: str) -> Iterator[str]:
    """What is wrong with a question and its own options as one message: the guard over the whole, the limits of each channel."""
    try:
        messages = tuple(question_messages(catalog, step, language))
    except MissingText as missing:
        yield f"cannot be said: {missing}"
        return
    for message in messages:
        yield from _guard_faults("\n".join((message.text, *(choice.label for choice in message.options))), language)
        for channel in CHANNELS:
            yield from (f"{channel}: {fault}" for fault in unfit(message, channel))


def question_messages(catalog: Catalog, step: Step, language: str) -> Iterator[Message]:
    """A question with its own options as it leaves, once for each filling. Raises `MissingText`."""
    options = tuple(map(Option, _ids(step), labels(step)))
    for filling in fillings(catalog.variables(step.key, language)):
        yield catalog.render(Prompt(step.key, filling, options), language, {"clinic": CLINIC})


def fillings(used: Iterable[str]) -> Iterator[dict[str, Variable]]:
    """Values for these variables until each sample of each stood once; one empty filling where there are none."""
    given = {name: SAMPLES.get(name) or UNNAMED for name in sorted(used)}
    for turn in range(max((len(samples) for samples in given.values()), default=1)):
        yield {name: samples[turn % len(samples)] for name, samples in given.items()}


def _ids(step: Step) -> tuple[str, ...]:
    return (*step.asks.options, "skip") if step.asks.skippable else step.asks.options


def filled(catalog: Catalog, key: str, language: str, values: Iterable[Mapping[str, Variable]]) -> Iterator[str]:
    """The text of a key with each of these fillings; nothing for a filling that needs a text which is missing."""
    for filling in values:
        try:
            yield catalog.text(key, language, filling)
        except MissingText:
            continue


def _hostile_faults(catalog: Catalog, key: str, language: str, used: Iterable[str]) -> Iterator[str]:
    """A value is never read as Fluent or markup, and one that sells is stopped in whatever text it stands."""
    first = next(fillings(used))
    for name in sorted(first):
        for value in HOSTILE:
            for text in filled(catalog, key, language, [{**first, name: value}]):
                if value not in text:
                    yield f"changes or leaves out what {name} holds"
                elif judge(value, language).blocked and not judge(text, language).blocked:
                    yield f"hides from the guard what {name} holds"


def _mark_faults(text: str) -> Iterator[str]:
    if text.count("?") > 1:
        yield "asks more than one thing"
    if _SHOUTS.search(text):
        yield "holds an exclamation mark"
    if any(unicodedata.category(sign) in _PICTURES for sign in text):
        yield "holds a picture"


def _guard_faults(text: str, language: str) -> Iterator[str]:
    yield from (f"{finding.rule}: {finding.phrase}" for finding in judge(text, language).findings)


def _uneven(catalog: Catalog, key: str, languages: tuple[str, ...]) -> Iterator[str]:
    """A variable that one language leaves out says less to those who read that language."""
    used = {language: catalog.variables(key, language) for language in languages if catalog.has(key, language)}
    every = frozenset[str]().union(*used.values())
    for language, here in used.items():
        if every - here:
            yield f"{key} ({language}): leaves out variable {', '.join(sorted(every - here))}"
