"""Times relative to the document or the text."""

from datetime import date
from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.context import time_context
from onrecord.reading.times.expressions import Conflict, Ground, How, Near, Series, Shift, Stretch, Weekday, Weekend
from onrecord.reading.times.relative import duration, relative


@pytest.mark.parametrize(
    "text, expected",
    [
        ("yesterday", Near(-1)),
        ("two days ago", Shift("day", -2)),
        ("the next day", Shift("day", 1, from_document=False)),
        ("a few days later", Shift("day", None, from_document=False)),
        ("last week", Shift("week", -1)),
        ("next Monday", Weekday(0, "next")),
        ("the past 24 hours", Stretch("hour", 24, ahead=False)),
        ("the days and weeks ahead", Stretch("day", None, ahead=True)),
        ("the weekend", Weekend()),
        ("a second day in a row", Series("day", 2)),
        ("the third straight night", Series("night", 3)),
        ("the 14th day of Russia's invasion", Conflict("day", 14, date(2022, 2, 24))),
        ("the second day of talks", None),
        ("the day before the attack", None),
    ],
)
def test_relative(nlp: Any, text: str, expected: Ground | None) -> None:
    found = relative(time_context(parse(nlp, text)), 0)
    assert (found[0] if found is not None else None) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("48-hour truce", How("hour", 48)),
        ("every night", How("every")),
        ("24-year-old", None),
        ("24 years old", None),
    ],
)
def test_duration(nlp: Any, text: str, expected: How | None) -> None:
    found = duration(time_context(parse(nlp, text)), 0)
    assert (found[0] if found is not None else None) == expected
