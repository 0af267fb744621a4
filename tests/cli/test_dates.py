from datetime import UTC, date, datetime

import pytest

from onrecord.cli.dates import first_day_of, last_day_of, ledger_moment, published_by
from onrecord.errors import BadDate


def test_a_month_and_a_year_have_a_first_and_a_last_day() -> None:
    assert (first_day_of("2024-02"), last_day_of("2024-02")) == (date(2024, 2, 1), date(2024, 2, 29))
    assert (first_day_of("2022"), last_day_of("2022")) == (date(2022, 1, 1), date(2022, 12, 31))
    assert first_day_of(" 2022-03-09 ") == last_day_of("2022-03-09") == date(2022, 3, 9)


@pytest.mark.parametrize("text", ["", "yesterday", "2022-13", "2022-02-30", "09/03/2022", "22-03-09", "0000"])
def test_what_is_no_date_is_refused_with_a_way_out(text: str) -> None:
    with pytest.raises(BadDate, match="write 2022-03-09"):
        first_day_of(text)


def test_a_publication_moment_counts_as_its_day() -> None:
    assert published_by("2022-03-09T18:00+02:00") == published_by("2022-03-09") == date(2022, 3, 9)
    with pytest.raises(BadDate):
        published_by("2022-03-09T99:00")


def test_a_ledger_moment_is_a_transaction_or_an_instant_with_a_zone() -> None:
    assert ledger_moment("12") == 12
    assert ledger_moment("2022-03-10T09:00Z") == datetime(2022, 3, 10, 9, 0, tzinfo=UTC)
    with pytest.raises(BadDate, match="has no time zone"):
        ledger_moment("2022-03-10T09:00")
    with pytest.raises(BadDate):
        ledger_moment("-3")
