"""Calendar arithmetic, checked against a slow and plainly right search (METHOD R-T2, R-T3, R-T6)."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reading.times.calendar_days import Frame, days_of, move
from onrecord.reading.times.direction import Direction
from onrecord.reading.times.expressions import Calendar, Weekday, Weekend

DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))
DAY = timedelta(1)


def frame(published: date | None, direction: Direction = Direction.PAST) -> Frame:
    """Return a frame with nothing named before."""
    return Frame(published, None, direction, "past verb")


@given(DAYS, st.integers(0, 6))
def test_past_weekday_is_the_latest_not_after_the_document(published: date, number: int) -> None:
    expected = next(d for k in range(7) if (d := published - k * DAY).weekday() == number)
    found = days_of(Weekday(number), frame(published))
    assert found is not None
    assert found.start == found.end == expected


@given(DAYS, st.integers(0, 6))
def test_future_weekday_is_the_earliest_after_the_document(published: date, number: int) -> None:
    expected = next(d for k in range(1, 8) if (d := published + k * DAY).weekday() == number)
    found = days_of(Weekday(number), frame(published, Direction.FUTURE))
    assert found is not None
    assert found.start == expected


@given(DAYS)
def test_weekend_is_a_saturday_and_sunday_not_after_the_document(published: date) -> None:
    found = days_of(Weekend(), frame(published))
    assert found is not None
    assert found.start is not None
    assert found.end == found.start + DAY
    assert found.start.weekday() == 5
    assert found.start <= published < found.start + 7 * DAY


@given(DAYS)
def test_month_and_day_reach_back_at_most_a_leap_cycle(published: date) -> None:
    found = days_of(Calendar(month=2, day=29), frame(published))
    assert found is not None
    assert found.start is not None
    assert found.start <= published
    assert (found.start.month, found.start.day) == (2, 29)


def test_no_year_is_guessed() -> None:
    assert days_of(Calendar(month=3, day=9), frame(None)) is None
    assert days_of(Weekday(2), frame(None)) is None


def test_move_keeps_to_the_month() -> None:
    assert move(date(2022, 1, 31), "month", 1) == date(2022, 2, 28)
    assert move(date(2022, 3, 9), "fortnight", -1) == date(2022, 2, 23)
    assert move(date(2022, 3, 9), "hour", 1) is None
    assert move(date(9999, 12, 31), "year", 1) is None
