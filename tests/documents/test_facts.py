"""What the user says about reports."""

from datetime import UTC, date, datetime

import pytest

from onrecord.documents.facts import GivenFacts
from onrecord.errors import BadDate


@pytest.mark.parametrize("written", ["2022-03", "March 9", "9 March 2022", "03/09/2022", "", "2022-02-30", "yesterday"])
def test_bad_date_of_an_option(written: str) -> None:
    with pytest.raises(BadDate):
        GivenFacts.parse(published=written)


def test_naive_instant_is_a_date() -> None:
    assert GivenFacts.parse(published="2022-03-09T18:00").published == date(2022, 3, 9)
    aware = GivenFacts.parse(published="2022-03-09T18:00Z").published
    assert aware == datetime(2022, 3, 9, 18, tzinfo=UTC)


def test_blank_facts_are_absent() -> None:
    assert GivenFacts.parse(outlet=" ", title="") == GivenFacts()
