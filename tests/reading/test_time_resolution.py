"""Prepositions and defective dates (METHOD R-T5)."""

from datetime import date

import pytest

from onrecord.model.span import Quote
from onrecord.model.time import Interval, TimePrecision
from onrecord.reading.times.calendar_days import Frame
from onrecord.reading.times.direction import Direction
from onrecord.reading.times.expressions import Near, TimeExpression
from onrecord.reading.times.resolution import related, resolve

DAY = date(2022, 3, 7)
FRAME = Frame(date(2022, 3, 9), None, Direction.PAST, "past verb")


@pytest.mark.parametrize(
    "relation, start, end",
    [
        ("since", DAY, date(2022, 3, 9)),
        ("by", DAY, DAY),
        ("until", None, DAY),
        ("as_of", None, DAY),
        ("before", None, date(2022, 3, 6)),
        ("after", date(2022, 3, 8), date(2022, 3, 9)),
    ],
)
def test_relations(relation: str, start: date | None, end: date | None) -> None:
    found = related(Interval(DAY, DAY, TimePrecision.DAY, basis="R-T2 weekday"), relation, FRAME)
    assert (found.start, found.end) == (start, end)
    assert found.basis is not None
    assert found.basis.startswith("R-T5")


def test_date_beyond_the_calendar_gives_nothing() -> None:
    frame = Frame(date.min, None, Direction.PAST, "past verb")
    assert resolve(TimeExpression(0, 1, ground=Near(-1)), frame, None, Quote(0, 9, "yesterday")) is None
