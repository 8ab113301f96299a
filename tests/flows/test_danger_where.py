"""What staff read of an alarm, and where the person is: asked once where no country is known."""

import pytest

from flows.danger import LONGEST_QUOTE
from flows.effects import Alarm
from flows.events import HoldLifted
from messages.prompt import OFFERED
from tests.flows.patient import AT, at
from tests.flows.test_intake_danger import PAIN, held


@pytest.mark.parametrize("language", OFFERED)
def test_where_no_country_is_known_it_is_asked_once_where_the_person_is(language: str) -> None:
    """Not in the text with the number, which asks nothing, but after the next message; the answer is answered with the number alone."""
    told = at("subject.age", {"language.choose": language}, language_hint=language).says(PAIN)
    alarm, next_one, after = told.keys, told.says("hola").keys, told.says("estoy en Lyon").keys
    assert (alarm, next_one, after) == (("emergency-call",), ("emergency-held", "emergency-where"), ("emergency-held",))


def test_where_the_country_is_known_it_is_not_asked() -> None:
    """Both numbers were given."""
    assert at("subject.age", country="ES").says(PAIN).says("hola").keys == ("emergency-held",)


def test_another_hold_asks_again_where_the_person_is() -> None:
    """People travel."""
    lifted = held().says("hola").meets(HoldLifted(AT, None, "staff", resume=True)).taps_old("continue")
    assert lifted.says(PAIN).says("hola").keys == ("emergency-held", "emergency-where")


def test_an_alarm_quotes_the_whole_message() -> None:
    """Two dangers in one message are both read by whoever is alarmed."""
    both = "me duele mucho el pecho y no puedo respirar"
    alarms = [effect.quote for effect in held(both).effects if isinstance(effect, Alarm)]
    assert (alarms, held(both).flags["emergency"].quote) == ([both], both)


def test_of_a_long_message_the_part_with_the_danger_is_quoted() -> None:
    """What stands beside the alarm is short; the rest stands in the transcript."""
    (quote,) = [effect.quote for effect in held("Buenos días. " * 60 + PAIN).effects if isinstance(effect, Alarm)]
    assert (quote.endswith(PAIN), len(quote) <= LONGEST_QUOTE) == (True, True)
