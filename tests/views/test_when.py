from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onrecord.model.span import Quote
from onrecord.model.time import Interval, TimePrecision
from onrecord.views.when import when

SAID = Quote(0, 6, "Monday")
EAST = timezone(timedelta(hours=2))
NOON, EVENING = datetime(2022, 3, 9, 12, tzinfo=EAST), datetime(2022, 3, 9, 18, tzinfo=EAST)


@pytest.mark.parametrize(
    "start,end,words",
    [
        (date(2022, 3, 9), date(2022, 3, 9), "9 Mar 2022"),
        (date(2022, 3, 5), date(2022, 3, 9), "5–9 Mar 2022"),
        (date(2022, 2, 28), date(2022, 3, 9), "28 Feb – 9 Mar 2022"),
        (date(2021, 12, 31), date(2022, 1, 1), "31 Dec 2021 – 1 Jan 2022"),
        (None, date(2022, 3, 9), "by 9 Mar 2022"),
        (date(2022, 3, 10), None, "from 10 Mar 2022"),
        (None, None, "not known"),
        (
            datetime(2022, 3, 9, 12, tzinfo=EAST),
            datetime(2022, 3, 9, 18, tzinfo=EAST),
            "9 Mar 2022, 12:00–18:00 +02:00",
        ),
        (None, datetime(2022, 3, 9, 18, tzinfo=EAST), "by 9 Mar 2022, 18:00 +02:00"),
        (datetime(2022, 3, 9, 18, tzinfo=UTC), date(2022, 3, 10), "9 Mar 2022, 18:00 UTC – 10 Mar 2022"),
        (datetime(2022, 3, 9, 18, tzinfo=UTC), datetime(2022, 3, 9, 18, tzinfo=UTC), "9 Mar 2022, 18:00 UTC"),
    ],
)
def test_a_time_in_words(start: date | None, end: date | None, words: str) -> None:
    assert when(Interval(start, end, TimePrecision.DAY, SAID)) == words


def test_what_no_word_says_is_marked() -> None:
    assert when(Interval(None, date(2022, 3, 9), TimePrecision.OPEN_START)) == "by 9 Mar 2022 (inferred)"
    assert when(None) == "not known"
