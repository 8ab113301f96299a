"""What users of other systems suffered from, so that ours never do: each fact with the thread it was learnt from."""

import pytest

from flows.books import STEPS
from flows.effects import OpenHandoff
from flows.engine import advance, awaits_more
from flows.events import LateTextReceived, MediaReceived, MessageEdited, TextReceived, UnreadableReceived
from flows.intake.flow import INTAKE
from flows.packet import packet
from flows.speech import option_ids, question, render
from messages.catalog import shipped
from messages.limits import faults
from messages.prompt import LANGUAGES, OFFERED
from tests.flows.patient import AT, Patient, Reply, at, everywhere, patient

EVERYWHERE = everywhere()


def held(words: str) -> bool:
    """Whether these words stop the conversation."""
    return at("inquiry.tried").says(words).session.status == "held"


def test_an_old_button_is_not_the_answer_to_the_open_question() -> None:
    """Each button carries step and visit (baptisteArno/typebot.io#1657)."""
    told = at("screening.past_malignancy").taps_old("yes", "screening.active_malignancy", 12)
    assert (told.session.step, "screening.past_malignancy" in told.answers) == ("screening.past_malignancy", False)


@pytest.mark.parametrize("typed", ["1", "sí", "Sí", "SI", "si.", "claro que sí", " 1 ", "la primera", "uno"])
def test_typing_is_as_good_as_tapping(typed: str) -> None:
    """Number, label and everyday words are taken (baptisteArno/typebot.io#1622, #1367, #1775)."""
    assert at("screening.transplant").says(typed).answers["screening.transplant"].value == "yes"


@pytest.mark.parametrize("words", ["Caminar con menos dolor", "cambiar mi vida", "volver a jugar futbol", "ser una persona normal"])
def test_a_hope_is_an_answer_whatever_words_it_holds(words: str) -> None:
    """A word that also means something else takes no message for itself (rapidpro/rapidpro#519)."""
    assert at("inquiry.hopes").says(words).answers["inquiry.hopes"].said == words


def test_noise_never_ends_a_conversation() -> None:
    """An off-topic message is answered and the question stands (baptisteArno/typebot.io#2077)."""
    told = at("screening.transplant")
    before = told.session.answers
    noise = [told.says(words).session.status for words in ("¿y el clima?", "jajaja", "mi gato se llama Misu")]
    assert (noise, told.session.step, told.session.answers) == (["open"] * 3, "screening.transplant", before)


def test_one_thought_in_three_messages_is_one_answer() -> None:
    """Free words wait for the rest and are read together (rapidpro/rapidpro#1042)."""
    session = at("inquiry.complaint").session
    assert [awaits_more(session, words) for words in ("hola buenas tardes", "fíjese que tengo", "artrosis de rodilla")] == [
        True,
        True,
        True,
    ]
    joined = advance(session, TextReceived(AT, 9, "hola buenas tardes\nfíjese que tengo\nartrosis de rodilla")).session
    assert joined.step == "inquiry.condition"


@pytest.mark.parametrize("step", [step.id for step in INTAKE.steps])
@pytest.mark.parametrize("words", ["alto", "stop", "PARAR", "quiero hablar con una persona", "me duele mucho el pecho"])
def test_safety_words_are_never_ignored(step: str, words: str) -> None:
    """Whatever a question takes for an answer (glific/glific#3008, #2056)."""
    session = EVERYWHERE[step]
    assert Patient(session, at=session.last_at or AT).says(words).session.status in {"stopped", "with_person", "held"}


@pytest.mark.parametrize("words", ["alto", "stop", "ALTO.", "Stop, please", "ya no quiero mensajes"])
def test_control_words_are_no_answers(words: str) -> None:
    """They run before the question does (rapidpro/rapidpro#519)."""
    told = at("inquiry.tried").says(words)
    assert (told.session.status, "inquiry.tried" in told.answers) == ("stopped", False)


@pytest.mark.parametrize("words", ["I am suicidal", "suicidal thoughts", "I’m suicidal", "tengo ideación suicida", "soy suicida"])
def test_words_near_suicide_are_heard(words: str) -> None:
    """A list with only the noun misses the adjective (RatLoopz/sahidawa-india#4270)."""
    assert held(words)


@pytest.mark.parametrize("words", ["I can’t breathe", "I can't breathe", "I canʼt breathe", "I cant breathe", "I CAN’T BREATHE"])
def test_curly_apostrophes_hide_no_danger(words: str) -> None:
    """Both sides are normalised (Olawoyin007/empathySync#191)."""
    assert held(words)


@pytest.mark.parametrize(
    "words", ["ME DUELE EL PECHO", "me  duele   el pecho", "me duele el pecho!!!", "mé düele el pécho", "ｍｅ ｄｕｅｌｅ ｅｌ ｐｅｃｈｏ"]
)
def test_typing_habits_hide_no_danger(words: str) -> None:
    """Capitals, blanks, accents and wide letters are folded (Olawoyin007/empathySync#191)."""
    assert held(words)


@pytest.mark.parametrize("language", OFFERED)
def test_every_question_fits_every_channel(language: str) -> None:
    """Buttons and texts stay within the limits before anything is sent (evolution-foundation/evolution-api#1036)."""
    shown = [render(question(STEPS[session.step], session)[-1].prompt, session) for session in everywhere(language).values()]
    assert [fault for message in shown for channel in ("telegram", "whatsapp") for fault in faults(message, channel)] == []


def test_there_is_a_check_your_answers_step_and_one_line_can_be_changed() -> None:
    """And afterwards the check again, not everything again (RasaHQ/rasa#9006, govuk-forms/forms-runner#46, hasadna/avid-covider#11)."""
    told = at("review.summary")
    told.asked.clear()
    assert told.taps("change").taps("tried").says("Nada").asked == ["review.change", "inquiry.tried", "review.summary"]


def test_the_last_answer_does_not_leak_into_the_next_question() -> None:
    """Each message answers one question: a story that also holds a number is no age (RasaHQ/rasa#7712)."""
    told = at("subject.who").says("1")
    assert (told.session.step, "subject.age" in told.answers) == ("subject.age", False)


def test_a_late_message_is_no_answer_to_the_next_question() -> None:
    """What belongs to the question before is heard and answers nothing (RasaHQ/rasa#7712)."""
    told = at("screening.transplant")
    late = told.meets(LateTextReceived(AT, 9, "sí, y además tomo Eliquis"))
    assert (late.session.step, "screening.transplant" in late.answers) == ("screening.transplant", False)
    assert "contraindication:anticoagulant" in late.flags


def test_an_edited_message_overwrites_no_answer() -> None:
    """It is kept beside it (RasaHQ/rasa#7712)."""
    told = at("subject.age").says("58")
    assert told.meets(MessageEdited(AT, 7, "85")).answers["subject.age"].value == 58


DIGRESSIONS = ("¿cuánto cuesta?", "¿por qué pregunta eso?", "ayuda", "gracias", "hola", "quiero cambiar una respuesta", "atrás")


@pytest.mark.parametrize("words", DIGRESSIONS)
def test_after_a_digression_the_skip_logic_still_holds(words: str) -> None:
    """The next question follows from the answers, not from a pointer (RasaHQ/rasa-sdk#389)."""
    replies: dict[str, Reply] = {"subject.age": "30", "screening.pregnancy": "not_applicable"}
    straight = at("screening.uncontrolled_infection", replies).finishes(replies)
    wandering = at("screening.uncontrolled_infection", replies).says(words)
    assert set(wandering.finishes(replies).answers) == set(straight.answers)


@pytest.mark.parametrize("days", [1, 3, 30, 400])
def test_who_comes_back_after_days_finds_the_question_where_it_was(days: int) -> None:
    """With one line of context, not at the first step (baptisteArno/typebot.io#778, wit-ai/wit#2634)."""
    told = at("inquiry.tried").waits(days=days).says("hola, perdón, ya volví")
    assert (told.keys, told.session.step, "inquiry.tried" in told.answers) == (("resume-context", "inquiry-tried"), "inquiry.tried", False)


def test_a_number_typed_after_days_answers_nothing_unseen() -> None:
    """The list it came from has scrolled out of sight (baptisteArno/typebot.io#778)."""
    told = at("screening.transplant").waits(days=2).says("2")
    assert (told.session.step, told.keys) == ("screening.transplant", ("resume-context", "screening-transplant"))


def test_a_pause_shorter_than_a_night_is_no_silence() -> None:
    """An hour later the answer counts as it stands (baptisteArno/typebot.io#778)."""
    assert at("screening.transplant").waits(hours=1).says("2").session.step == "screening.stopped_treatment"


def test_the_language_is_asked_never_only_guessed() -> None:
    """Also after a long message in a clear language (Mimino666/langdetect#16, #108, glific/glific-frontend#3339)."""
    told = patient(language_hint="en-US").says("Good morning, I have had pain in both knees for years and I would like to know more")
    assert (told.session.step, told.session.language_chosen) == ("language.choose", False)


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language not in OFFERED])
def test_a_language_whose_texts_are_incomplete_is_not_offered(language: str) -> None:
    """All languages or none: what is offered is whole (glific/glific#3228, #3241)."""
    assert language not in option_ids(STEPS["language.choose"], patient().session)


@pytest.mark.parametrize("language", OFFERED)
def test_a_language_offered_is_whole(language: str) -> None:
    """No key of the other language is missing (glific/glific#3241, #3337, #3351)."""
    assert shipped().keys(language) == shipped().keys(OFFERED[0])


def test_a_handed_over_message_ends_the_turn() -> None:
    """No question follows the promise of a person (fazer-ai/agents#158)."""
    told = at("subject.age").says("quiero hablar con una persona")
    assert told.keys == ("person-requested",)


def test_the_promise_of_a_person_comes_after_the_hand_off() -> None:
    """In the same commit, in this order (automagik-dev/omni#537)."""
    told = at("subject.age").says("quiero hablar con una persona")
    assert told.effects[0] == OpenHandoff("person_requested")


def test_the_bot_asks_nothing_while_a_person_has_the_conversation() -> None:
    """Also not when more is told (chatwoot/rasa-agent-bot-demo#12, chatwoot/chatwoot#13882)."""
    told = at("subject.age").says("quiero hablar con una persona").says("sigo con la rodilla hinchada")
    assert (told.session.status, told.keys) == ("with_person", ("person-waiting",))


@pytest.mark.parametrize("step", [step.id for step in INTAKE.steps])
def test_danger_needs_no_node_in_the_flow(step: str) -> None:
    """It belongs to the whole conversation, and no author can forget it (dimagi/open-chat-studio#3870)."""
    session = EVERYWHERE[step]
    assert Patient(session, at=session.last_at or AT).says("ya no quiero vivir").session.status == "held"


SILENT: tuple[Reply, ...] = ("no lo sé", "prefiero no decir")


@pytest.mark.parametrize("step", [step.id for step in INTAKE.steps if step.id.startswith("screening.") and "unsure" in step.asks.options])
@pytest.mark.parametrize("said", SILENT)
def test_silence_never_becomes_a_clinical_value(step: str, said: str) -> None:
    """Unknown is kept as unknown, three-valued (muccg/rdrf#2368)."""
    session = EVERYWHERE[step]
    answer = Patient(session, at=session.last_at or AT).says(str(said)).answers[step]
    assert (answer.unsure, answer.value in {"unsure", ("unsure",)}) == (True, True)


def test_an_unanswered_question_has_no_answer_at_all() -> None:
    """A conversation that stops says what is missing instead of filling it in (muccg/rdrf#2368)."""
    told = packet(at("screening.ever").says("alto").session)
    assert "screening.ever" not in {answer["step"] for answer in told["answers"]}
    assert "screening.ever" in told["unanswered"]


@pytest.mark.parametrize(
    "event", [UnreadableReceived(AT, 9, "sticker"), MediaReceived(AT, 9, "voice", "file"), MediaReceived(AT, 9, "photo", "file")]
)
def test_what_holds_no_words_answers_nothing(event: UnreadableReceived | MediaReceived) -> None:
    """A sticker or a voice note is no yes (baptisteArno/typebot.io#2077)."""
    told = at("screening.transplant")
    assert "screening.transplant" not in told.meets(event).answers


def test_four_photos_are_thanked_for_once() -> None:
    """An album is one message (chatwoot/chatwoot#14071)."""
    told = at("records.send", {"records.which": ("imaging",)})
    answers = [told.meets(MediaReceived(AT, 9 + n, "photo", f"file-{n}", "", "album")).keys for n in range(4)]
    assert answers == [("media-photo", "records-send"), (), (), ()]


def test_a_second_album_is_thanked_for_again() -> None:
    """Later photos are not ignored (chatwoot/chatwoot#14071)."""
    told = at("records.send", {"records.which": ("imaging",)}).meets(MediaReceived(AT, 9, "photo", "one", "", "album"))
    assert told.meets(MediaReceived(AT, 10, "photo", "two", "", "other")).keys == ("media-photo", "records-send")


def test_the_patient_is_not_the_writer() -> None:
    """Who answers for whom is asked and stands in the packet (glific/glific#2314, hmislk/hmis#17786)."""
    told = packet(patient().finishes({"subject.who": "other", "subject.relation": "parent"}).session)
    assert (told["proxy"], told["relation"]) == (True, "parent")


def test_a_relatives_medicine_is_not_the_patients() -> None:
    """And the patient's is, when the relative writes (glific/glific#4194)."""
    assert "contraindication:anticoagulant" not in at("inquiry.tried").says("mi esposo toma Eliquis").flags


def test_a_reason_never_ends_the_case_without_the_patients_word() -> None:
    """Only "stop" withdraws; pauses, silence and refusals do not (SparkDevNetwork/Rock#5581)."""
    kinds = [at("subject.age").says(words).kinds for words in ("pausa", "no quiero contestar eso", "persona")]
    assert not [found for found in kinds if "WithdrawCase" in found]
