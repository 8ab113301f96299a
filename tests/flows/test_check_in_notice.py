"""What staff learn from a check-in the same day: at the answer itself, once, and by comparing like with like."""

from dataclasses import replace
from datetime import timedelta

import pytest

from flows import silence
from flows.assessment import flags
from flows.check_in_scores import compared_with
from flows.engine import advance
from flows.events import CheckInClosed, CheckInDue, SilenceNoted, TextReceived
from flows.session import CheckInTalk, Measured, Outcome, Session, Status
from flows.speech import render
from messages.prompt import Prompt
from tests.flows.test_check_in import AT, MILD, MONTH, NAMED, answered, said, tasks, tickets, words
from tests.follow_up import finished

CLOSED = CheckInClosed(AT + timedelta(days=14), None, "c1")
ONE_RATED = Measured("baseline", "psfs", 3.0, (("activity_2", 3.0),))
ALL_RATED = Measured("baseline", "psfs", 6.0, (("activity_1", 8.0), ("activity_2", 5.0), ("activity_3", 5.0)))


def set_against(*earlier: Measured) -> CheckInTalk:
    """The check-in at one month, after these figures."""
    return replace(MONTH, earlier=earlier)


def asked_since(language: str) -> Session:
    """Asked whether something happened, in this language."""
    due = CheckInDue(AT, None, MONTH, 0)
    return said(advance(replace(finished(language), last_at=AT - timedelta(days=30)), due).session, "ok", "1").session


@pytest.mark.parametrize(
    ("texts", "task"),
    [(("1", "1"), "check_in_safety"), (("1", "6"), "check_in_safety"), (("1", "5", "8"), "check_in_worse")],
)
def test_staff_are_told_at_the_answer_itself(texts: tuple[str, ...], task: str) -> None:
    """Whether or not anything is answered afterwards."""
    outcome = answered(*texts)
    assert tickets(outcome.effects) == [task]
    assert outcome.session.status == "open"


def test_a_flag_stands_as_soon_as_staff_are_told() -> None:
    """Beside the task, for whoever opens the case now."""
    assert "check_in:1m:hospital" in {flag.id for flag in flags(answered("1", "1").session)}


def test_what_staff_were_told_is_not_told_again_at_the_end() -> None:
    """One task of each kind in one check-in."""
    assert tasks("1", "1", "2", "no", "un zumbido en el oído", "9", "0", "0", "0", "6", "1") == ["check_in_safety", "check_in_worse"]


def test_what_staff_were_told_is_not_told_again_when_the_window_ends() -> None:
    """The partial answers are recorded, no more."""
    half = answered("1", "1", "no", "10").session
    assert tickets(advance(half, CLOSED).effects) == []


def test_the_person_is_told_at_the_end_that_somebody_reads() -> None:
    """Also where staff know since the first question."""
    assert "Una persona del equipo va a leer esto" in words(answered("1", "1", "no", *MILD[2:]))


def test_a_change_of_medicine_waits_for_who_decided_it() -> None:
    """A physician's own change is no concern, so the answers are given a moment."""
    assert tasks("1", "4", "no") == []


def test_a_new_medicine_does_not_wait_for_who_decided_it() -> None:
    """It counts whoever decided it."""
    assert tickets(answered("1", "4", "no", *MILD[2:], "4").effects) == ["check_in_safety"]


def test_a_change_of_medicine_left_unexplained_is_told_the_same_day() -> None:
    """Two hours of silence, and no window to wait for."""
    half = answered("1", "4", "no").session
    later = (half.last_at or AT) + timedelta(hours=2)
    assert silence.due(half, later)
    told = advance(half, SilenceNoted(later, None))
    assert (tickets(told.effects), silence.due(told.session, later)) == (["check_in_safety"], False)


@pytest.mark.parametrize("words_", ["pausa", "alto", "quiero hablar con una persona"])
def test_a_change_of_medicine_is_told_when_the_person_breaks_off(words_: str) -> None:
    """Nobody waits for answers that were just put off."""
    assert "check_in_safety" in tickets(answered("1", "4", "no", words_).effects)


def test_an_activity_that_fell_by_three_is_told_at_once() -> None:
    """The published change of a single activity, though the mean moved less."""
    assert tickets(answered("1", "5", "4", "5", talk=set_against(ALL_RATED)).effects) == ["check_in_worse"]


def test_an_activity_that_fell_by_two_alone_is_within_the_noise() -> None:
    """Neither the change of one activity nor that of the mean."""
    assert tasks("1", "5", "4", "6", "5", "5", "3", "1", talk=set_against(ALL_RATED)) == []


def test_the_mean_is_compared_once_all_activities_are_rated() -> None:
    """Two points of the mean, none of them three in one activity."""
    asked = ("1", "5", "4", "6", "3", "3")
    assert tasks(*asked[:-1], talk=set_against(ALL_RATED)) == []
    assert tasks(*asked, talk=set_against(ALL_RATED)) == ["check_in_worse"]


def test_only_activities_rated_both_times_are_compared() -> None:
    """The one that was rated before fell from 3 to 1, whatever the mean of others says."""
    assert tasks("1", "5", "4", "9", "1", "saltar", "3", "1", talk=set_against(ONE_RATED)) == ["check_in_worse"]


def test_activities_never_rated_before_are_no_change() -> None:
    """Nothing in common is nothing to compare."""
    assert tasks("1", "5", "4", "0", "saltar", "0", "3", "1", talk=set_against(ONE_RATED)) == []


def test_a_figure_of_other_activities_does_not_stand_beside_this_one() -> None:
    """The person is told why."""
    text = words(answered("1", "5", "4", "9", "1", "saltar", "3", "1", talk=set_against(ONE_RATED)))
    assert "Sus actividades: 5 de 10. Más es mejor.\n" in text
    assert "Antes y ahora se comparan solo las mismas actividades." in text


def test_an_earlier_figure_is_made_of_the_activities_rated_now() -> None:
    """Of 8, 5 and 5 only the last two, where the first is skipped today."""
    text = words(answered("1", "5", "4", "saltar", "6", "7", "3", "1", talk=set_against(ALL_RATED)))
    assert "Sus actividades: 6.5 de 10. Más es mejor. Antes: 5 (antes del tratamiento)." in text


def test_a_figure_of_the_same_activities_stands_beside_this_one() -> None:
    """With when it was."""
    text = words(answered("1", "5", "4", "8", "6", "7", "3", "1", talk=set_against(ALL_RATED)))
    assert "Sus actividades: 7 de 10. Más es mejor. Antes: 6 (antes del tratamiento)." in text


@pytest.mark.parametrize(
    ("milestones", "expected"),
    [
        ((), ()),
        (("14d",), ("14d",)),
        (("2d", "14d"), ("14d",)),
        (("baseline",), ("baseline",)),
        (("baseline", "2d", "14d"), ("baseline", "14d")),
    ],
)
def test_a_figure_is_set_against_the_baseline_and_the_last_time(milestones: tuple[str, ...], expected: tuple[str, ...]) -> None:
    """The first time of all is no baseline; the pages of staff count so too."""
    earlier = tuple(Measured(milestone, "nrs_pain", 5.0) for milestone in milestones)
    assert tuple(each.milestone for each in compared_with(earlier, "nrs_pain")) == expected


PASSED = {
    "es": ("tuve fiebre pero ya se me pasó", "estuve en el hospital pero ya salí", "la fiebre ya se me quitó", "tuve fiebre, ¿es normal?"),
    "en": (
        "I had a fever, but it passed",
        "I was in hospital but I'm fine now",
        "the fever is gone",
        "I went to the ER but they sent me home",
    ),
    "pt": ("tive febre mas já passou", "fui ao hospital mas está tudo bem agora", "a febre já passou", "fui internado mas já tive alta"),
    "fr": ("j'ai eu de la fièvre mais c'est passé", "j'ai été à l'hôpital mais ça va maintenant", "la fièvre est passée"),
}


@pytest.mark.parametrize(("language", "text"), [(language, text) for language, texts in PASSED.items() for text in texts])
def test_a_cue_that_is_named_counts_whatever_follows(language: str, text: str) -> None:
    """That it passed is for a person to judge."""
    assert tickets(said(asked_since(language), text).effects) == ["check_in_safety"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("es", "no tuve fiebre"), ("es", "ni fiebre ni nada"), ("en", "no fever"), ("pt", "não tive febre"), ("fr", "pas de fièvre")],
)
def test_a_cue_that_is_denied_is_not_named(language: str, text: str) -> None:
    """It is asked again, for what of the others."""
    assert tickets(said(asked_since(language), text).effects) == []


@pytest.mark.parametrize(("language", "text"), [("es", "¿la fiebre cuenta?"), ("en", "does a fever count?")])
def test_a_question_about_a_cue_names_none(language: str, text: str) -> None:
    """Whoever asks has told nothing yet."""
    assert tickets(said(asked_since(language), text).effects) == []


def lost() -> Outcome:
    """Somebody whose answers to one question were understood at no time."""
    return answered("1", "xq zz", "xq zz", "xq zz", "xq zz")


def test_who_is_not_understood_is_a_task() -> None:
    """A treated case waits in no queue."""
    outcome = lost()
    assert (outcome.session.status, tickets(outcome.effects)) == ("with_person", ["callback"])


@pytest.mark.parametrize("days", [1, 3, 7])
def test_who_was_handed_to_a_person_is_reminded_by_no_machine(days: int) -> None:
    """Of the check-in in which that happened."""
    outcome = advance(lost().session, CheckInDue(AT + timedelta(days=days), None, MONTH, 1))
    assert outcome.effects == ()


def test_another_check_in_comes_after_a_person_took_over() -> None:
    """Two quiet days later."""
    later = CheckInTalk("c2", "3m", "full", NAMED)
    assert advance(lost().session, CheckInDue(AT + timedelta(days=60), None, later, 0)).effects


@pytest.mark.parametrize("text", ["6.5", "6,5", "seis y medio"])
def test_a_broken_number_is_asked_for_as_a_whole_one(text: str) -> None:
    """The first time already."""
    assert "un número entero de 0 a 10" in words(answered("1", "5", text))


def test_a_broken_number_for_an_activity_is_asked_for_as_a_whole_one() -> None:
    """As for pain."""
    assert "un número entero de 0 a 10" in words(answered("1", "5", "4", "6.5"))


@pytest.mark.parametrize("language", ["es", "en", "pt", "fr"])
def test_who_wants_messages_again_is_told_that_they_come(language: str) -> None:
    """With the way out beside it."""
    words_ = {"es": ("alto", "seguir"), "en": ("stop", "continue"), "pt": ("parar", "continuar"), "fr": ("stop", "continuer")}[language]
    outcome = said(replace(finished(language), last_at=AT), *words_)
    assert [effect.prompt.key for effect in outcome.effects if hasattr(effect, "prompt")] == ["control-messages_again"]


@pytest.mark.parametrize(
    ("word", "yes", "language"),
    [("investigación", "sí", "es"), ("research", "yes", "en"), ("pesquisa", "sim", "pt"), ("recherche", "oui", "fr")],
)
@pytest.mark.parametrize("status", ["done", "with_person", "paused"])
def test_a_typed_yes_gives_the_research_permission(word: str, yes: str, language: str, status: Status) -> None:
    """In whatever state the question came."""
    asked = said(replace(finished(language), last_at=AT, status=status), word).session
    assert permitted(said(asked, yes).session)


def test_a_typed_no_takes_the_research_permission_back() -> None:
    """As easily as it was given."""
    given = said(replace(finished(), last_at=AT), "investigación", "sí").session
    assert not permitted(said(given, "investigación", "no").session)


def test_a_yes_within_a_longer_message_gives_no_research_permission() -> None:
    """A consent is not read out of a story."""
    asked = said(replace(finished(), last_at=AT), "investigación").session
    assert not permitted(said(asked, "sí, mire, le escribo porque perdí la hoja de la cita").session)


def test_a_yes_the_next_day_gives_no_research_permission() -> None:
    """The question is out of sight by then."""
    asked = said(replace(finished(), last_at=AT), "investigación").session
    assert not permitted(advance(asked, TextReceived(AT + timedelta(hours=20), 5, "sí")).session)


def permitted(session: Session) -> bool:
    """Whether the research permission stands."""
    return next(consent.given for consent in session.consents if consent.kind == "research")


@pytest.mark.parametrize("language", ["es", "en", "pt", "fr"])
def test_what_is_asked_again_after_a_first_choice_names_what_is_on_the_screen(language: str) -> None:
    """The list ends with "nothing else" by then, and so do the words."""
    chosen = said(asked_since(language), "2")
    last = next(effect.prompt.options[-1] for effect in chosen.effects if hasattr(effect, "prompt"))
    ends = render(Prompt(last.label), chosen.session).text
    for key, outcome in (
        ("choose-more.retry1", said(chosen.session, "xyzzy")),
        ("choose-more.retry2", said(chosen.session, "xyzzy", "qwrty")),
    ):
        prompt = next(effect.prompt for effect in outcome.effects if hasattr(effect, "prompt"))
        assert (prompt.key, ends.casefold() in render(prompt, outcome.session).text.casefold()) == (key, True)
