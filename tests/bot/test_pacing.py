"""Pacing: rates for a channel and for one address, and waits the provider orders."""

from bot.pacing import Limits, Pace, Rate


class Time:
    """Seconds moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        """The time."""
        return self.now


def pace(time: Time) -> Pace:
    """Ten a second for all, one a second with a burst of three for one address."""
    return Pace(Limits(Rate(10, 10), Rate(1, 3)), time)


def test_a_short_burst_to_one_address_passes() -> None:
    """Three texts to one chat leave at once."""
    one = pace(Time())
    for _ in range(3):
        assert one.wait("a") == 0
        one.took("a")
    assert one.wait("a") > 0


def test_one_address_does_not_hold_up_another() -> None:
    """A busy chat leaves the others free."""
    one = pace(Time())
    for _ in range(3):
        one.took("a")
    assert one.wait("b") == 0


def test_an_address_recovers_one_a_second() -> None:
    """After a second the next text may go."""
    time = Time()
    one = pace(time)
    for _ in range(3):
        one.took("a")
    time.now += 1
    assert one.wait("a") == 0


def test_the_whole_channel_has_a_rate() -> None:
    """The eleventh text of one moment waits, whoever it is for."""
    one = pace(Time())
    for index in range(10):
        one.took(f"a{index}")
    assert one.wait("z") > 0


def test_a_wait_ordered_by_the_provider_is_kept() -> None:
    """Nothing leaves inside retry_after."""
    time = Time()
    one = pace(time)
    one.close(5)
    time.now += 4.9
    assert one.wait("a") > 0
    time.now += 0.2
    assert one.wait("a") == 0
