"""Dates as machines and users write them."""

from datetime import UTC, date, datetime

import pytest

from onrecord.documents.published import read_metadata_date, read_published
from onrecord.errors import BadDate


@pytest.mark.parametrize("written", ["2022-03-09", " 20220309 ", "2022-03-09T18:00", "2022-03-09 18:00:01.5"])
def test_dates(written: str) -> None:
    assert read_published(written) == date(2022, 3, 9)


@pytest.mark.parametrize("written", ["2022-03-09T18:00Z", "2022-03-09T20:00:00+02:00", "2022-03-09 20:00+0200"])
def test_instants_keep_their_zone(written: str) -> None:
    assert read_published(written) == datetime(2022, 3, 9, 18, tzinfo=UTC)


def test_message_says_what_to_write() -> None:
    with pytest.raises(BadDate, match="2022-03-09T18:00"):
        read_published("March")


@pytest.mark.parametrize(
    "written, expected",
    [
        ("Wed, 09 Mar 2022 18:00:00 GMT", datetime(2022, 3, 9, 18, tzinfo=UTC)),
        ("Wed, 09 Mar 2022 18:00:00 -0000", date(2022, 3, 9)),
        ("2022-03-09", date(2022, 3, 9)),
        ("last week", None),
        ("", None),
    ],
)
def test_page_metadata(written: str, expected: date | None) -> None:
    assert read_metadata_date(written) == expected
