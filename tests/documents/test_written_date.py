"""Days in prose."""

from datetime import date

import pytest

from onrecord.documents.written_date import find_dates, starting_date


@pytest.mark.parametrize(
    "text, words, day",
    [
        ("on 9 March 2022,", "9 March 2022", date(2022, 3, 9)),
        ("on Wednesday, March 9th, 2022", "Wednesday, March 9th, 2022", date(2022, 3, 9)),
        ("Sept. 3", "Sept. 3", None),
        ("29 February", "29 February", None),
        ("2022-03-09", "2022-03-09", date(2022, 3, 9)),
        ("9 JAN 90 (EFE)", "9 JAN 90", None),
        ("March 9, 18 people", "March 9", None),
        ("March 9, 1800 people", "March 9", None),
    ],
)
def test_written_days(text: str, words: str, day: date | None) -> None:
    (found,) = find_dates(text, 0, len(text))
    assert found.span.words(text) == words
    assert found.published == day


@pytest.mark.parametrize("text", ["31 April 2022", "2022-13-01", "99 March", "May the 4th", "3/9/2022", "12022-03-09"])
def test_no_days(text: str) -> None:
    assert find_dates(text, 0, len(text)) == []


def test_starting_date_stands_right_there() -> None:
    assert starting_date("on 9 March", 0, 10) is None
    assert starting_date("on 9 March", 3, 10) is not None
