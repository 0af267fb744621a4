"""Calendar dates and clock times."""

from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.context import time_context
from onrecord.reading.times.dates import calendar, clock, decade
from onrecord.reading.times.expressions import Calendar, Clock, Decade


@pytest.mark.parametrize(
    "text, expected",
    [
        ("8 March 2022", Calendar(2022, 3, 8)),
        ("March 8, 2022", Calendar(2022, 3, 8)),
        ("Sept. 5", Calendar(None, 9, 5)),
        ("the 8th of March", Calendar(None, 3, 8)),
        ("2022-03-08", Calendar(2022, 3, 8)),
        ("08.03.2022", Calendar(2022, 3, 8)),
        ("28/03/2022", Calendar(2022, 3, 28)),
        ("03/04/2022", None),
        ("2022-13-08", None),
        ("31 men", None),
    ],
)
def test_calendar(nlp: Any, text: str, expected: Calendar | None) -> None:
    found = calendar(time_context(parse(nlp, text)), 0)
    assert (found[0] if found is not None else None) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("5 a.m.", Clock(5)),
        ("12 a.m.", Clock(0)),
        ("5:30 p.m.", Clock(17, 30)),
        ("10.30 a.m.", Clock(10, 30)),
        ("1430 GMT", Clock(14, 30, "UTC")),
        ("2 p.m. Moscow time", Clock(14, None, "Europe/Moscow")),
        ("noon", Clock(12)),
        ("1430 men", None),
        ("25:10", None),
    ],
)
def test_clock(nlp: Any, text: str, expected: Clock | None) -> None:
    found = clock(time_context(parse(nlp, text)), 0)
    assert (found[0] if found is not None else None) == expected


def test_decade(nlp: Any) -> None:
    found = decade(time_context(parse(nlp, "the 1990s")), 0)
    assert found == (Decade(1990), 2)
