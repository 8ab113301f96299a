"""Puts questions and texts into prompts: keys, variables and options of what is to be said, and renders them for one session.

Knows keys; must not know words of any language, nor what an answer leads to.
"""

from typing import Final

from flows.asides import TOPICS
from flows.books import STEPS
from flows.check_in_talk import spoken_activity
from flows.effects import Say
from flows.evidence import answered, weakest
from flows.protocol import load
from flows.session import Session
from flows.steps import Step
from flows.summary import items, lines, sections, spoken
from flows.wording import UNTOLD
from messages.catalog import shipped
from messages.prompt import LANGUAGES, Message, Option, Prompt, Variable

NOTHING_ELSE: Final = "nothing_else"
"""Ends a choice of several."""
COUNTED: Final = frozenset(
    {
        "age_or_birthdate",
        "duration",
        "weight",
        "height",
        "waist",
        "sleep_hours",
        "days_per_week",
        "percent_hba1c",
        "number",
        "date",
        "phone",
    }
)
"""Kinds whose answer is a number: a typed "1" is that number and never the first option."""
CLINIC_COUNTRY: Final = "MX"
"""Where treated patients are; ISO 3166-1 alpha-2."""
ANY: Final = LANGUAGES[0]
"""The language whose keys stand for all when a key is looked for: a test holds every language to the same keys."""


def render(prompt: Prompt, session: Session) -> Message:
    """The prompt in the session's language, the clinic's name known to every text; of a case only what stands for it."""
    return shipped().render(prompt, session.language, {**UNTOLD, "clinic": session.clinic})


def question(step: Step, session: Session) -> tuple[Say, ...]:
    """The texts that ask a step: what stands before it, then the question with its options."""
    before = [Say(Prompt(key)) for key in (*step.before, *_outcomes(step, session))]
    known = _noted_rows(step, session)
    if known:
        before.append(Say(Prompt("screening-noted", {"items": known})))
    return (*before, Say(Prompt(step.key, variables(step, session), options(step, session))))


def more(session: Session) -> Say:
    """What was chosen so far, and whether there is more."""
    step = STEPS[session.step]
    items = tuple(Prompt(label(step, option)) for option in session.chosen)
    return Say(Prompt("choose-more", {"items": items}, options(step, session)))


def options(step: Step, session: Session) -> tuple[Option, ...]:
    """The options of a step as they are shown, in order, with the keys of their labels."""
    by_word = step.asks.kind in COUNTED
    return tuple(Option(option, label(step, option), by_word) for option in option_ids(step, session))


def option_ids(step: Step, session: Session) -> tuple[str, ...]:
    """The ids a step offers now: its own, or those that depend on what was said before."""
    offered = {
        "": lambda: step.asks.options,
        "recognised": lambda: (*recognised(session), "none"),
        "sections": lambda: sections(session),
        "items": lambda: items(session),
    }[step.asks.offer]()
    if session.chosen and step.id == session.step:
        return (*(option for option in offered if option not in {*session.chosen, *step.asks.alone}), NOTHING_ELSE)
    return (*offered, "skip") if step.asks.skippable and not step.asks.skip_by_word else tuple(offered)


def recognised(session: Session) -> tuple[str, ...]:
    """The conditions recognised in the complaint, not yet confirmed."""
    complaint = answered(session).get("inquiry.complaint")
    return complaint.read if complaint else ()


def label(step: Step, option: str) -> str:
    """The key of an option's label: the question's own wording, else the one all questions share."""
    candidates = (
        f"{step.key}.{option}",
        f"option-{option}",
        f"row-{option}",
        f"indication-{option}",
        f"section-{option}",
        f"{option.replace('.', '-')}.line",
    )
    return next((key for key in candidates if shipped().has(key, ANY)), candidates[1])


def global_options(ids: tuple[str, ...]) -> tuple[Option, ...]:
    """Options that stand beside any question: `continue`, `person`, `language:xx`, `topic:xx`, `research:yes`."""
    named = {f"language:{language}": f"language-choose.{language}" for language in LANGUAGES}
    named |= {f"topic:{topic}": f"topic-{topic}.line" for topic in TOPICS}
    named |= {"research:no": "research-opt_in.no", "research:yes": "research-opt_in.yes"}
    return tuple(Option(option, named.get(option, f"option-{option}")) for option in ids)


def variables(step: Step, session: Session) -> dict[str, Variable]:
    """What a question's text may use."""
    if step.id in {"inquiry.condition", "inquiry.conditions"}:
        return {"conditions": (*_names(recognised(session)), *_details(session))}
    if step.id == "inquiry.diagnosis_confirm":
        named = answered(session).get("inquiry.diagnosis")
        return {"conditions": _names(named.read if named else ())}
    if step.id == "subject.age_confirm":
        told = next((a for a in (*session.early, *session.answers) if a.step == "subject.age"), None)
        return {"age": "–" if told is None else int(float(str(told.value)))}
    if step.id == "subject.age":
        who = answered(session).get("subject.who")
        return {"question": Prompt("subject-age_other" if who and who.value == "other" else "subject-age_self")}
    if step.id.startswith("check_in.activity_"):
        return {"activity": spoken_activity(session, int(step.id[-1]))}
    if step.id == "review.summary":
        return {"lines": lines(session)}
    if step.id == "consent.health_data":
        return {"version": load().version}
    return {}


def outcome_key(session: Session) -> str:
    """The text that describes realistic outcomes: the condition's own where it has one, else that of the evidence tier."""
    condition = weakest(session)
    own = f"outcomes-{condition}"
    return own if shipped().has(own, ANY) else f"outcomes-{load().evidence[condition].speak_as}"


def numbers(session: Session) -> dict[str, Variable]:
    """Emergency number and crisis line for where the person may be: the clinic's country, and the home country when it differs.

    A phone's prefix is not a location (`clinical-facts` 3.2), so the home number is added, never put in place. Where no country is
    known, what may help in any other one is added.
    """
    here = load().emergency_numbers(CLINIC_COUNTRY)
    home = load().emergency_numbers(session.country)
    number: Variable = here.emergency
    if not home.known:
        number = Prompt("emergency-number_anywhere", {"here": here.emergency, "abroad": home.emergency})
    elif home.emergency != here.emergency:
        number = f"{here.emergency} ({CLINIC_COUNTRY}) / {home.emergency} ({session.country})"
    lines = home.crisis or here.crisis
    return {"number": number, "line": f"{lines[0].name}: {lines[0].number}" if lines else ""}


def country_known(session: Session) -> bool:
    """Whether the numbers of the person's country are known."""
    return load().emergency_numbers(session.country).known


def _outcomes(step: Step, session: Session) -> tuple[str, ...]:
    return (outcome_key(session),) if step.stage == "outcomes" else ()


def _noted_rows(step: Step, session: Session) -> tuple[Prompt, ...]:
    """The rows of a screening question that the patient's own words have raised already: said, so that nobody feels unheard."""
    if step.stage != "screening" or step.id.count(".") > 1:
        return ()
    rows = [row for row in load().contraindications if f"screening.{row.group or row.id}" == step.id]
    heard = {flag.id for flag in session.flags if flag.source == "free_text"}
    return tuple(Prompt(f"row-{row.id}") for row in rows if heard & set(row.flag_ids))


def _names(conditions: tuple[str, ...]) -> tuple[Prompt, ...]:
    return tuple(Prompt(f"indication-{condition}") for condition in conditions)


def _details(session: Session) -> tuple[Prompt, ...]:
    early = {answer.step: answer for answer in session.early}
    return tuple(value for step in ("inquiry.side", "inquiry.duration") if step in early for value in [spoken(early[step])])
