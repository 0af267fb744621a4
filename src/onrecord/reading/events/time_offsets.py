"""Date an event by its distance from a dated clause: "on Sunday, two days after an air strike" (METHOD R-T8)."""

from datetime import date, datetime, timedelta

from spacy.tokens import Token

from onrecord.model.reading import TimeMention
from onrecord.model.time import Interval, TimePrecision, first_day
from onrecord.reading import syntax
from onrecord.reading.quantities.numbers import value_of
from onrecord.reading.syntax import word

__all__ = ["offset_time"]

DAYS = {"hour": 0, "minute": 0, "day": 1, "week": 7}
"""Days in a unit; hours and minutes stay within the day."""


def offset_time(token: Token, near: list[TimeMention]) -> Interval | None:
    """Return the date of an event noun after "N days after" or "N days before", or None where it is not so dated.

    Args:
        token: The event noun.
        near: Dated expressions of its sentence.
    """
    if token.dep_ != "pobj" or token.head.lower_ not in {"after", "before"}:
        return None
    distance = _distance(token.head)
    anchor = next((t.interval for t in near if t.interval is not None and t.head < token.i), None)
    if distance is None or anchor is None or anchor.start is None or anchor.start != anchor.end:
        return None
    day = _shift(anchor.start, -distance if token.head.lower_ == "after" else distance)
    return Interval(
        day,
        day,
        TimePrecision.DAY,
        anchor.expression,
        day.isoformat(),
        basis=f"R-T8 {distance} days {token.head.lower_}",
    )


def _shift(start: date | datetime, days: int) -> date:
    return first_day(start) + timedelta(days=days)


def _distance(preposition: Token) -> int | None:
    """Return the days in "two days after"; None where the preposition has no measure."""
    for child in syntax.children(preposition, "npadvmod", "advmod", "nmod"):
        unit = DAYS.get(word(child))
        if unit is None:
            continue
        counts = [value_of(c) for c in syntax.children(child, "nummod")]
        if any(c.lower_ in {"a", "an", "one"} for c in child.children):
            counts.append(1)
        if unit == 0 and not counts:
            return 0
        if counts and counts[0] is not None:
            return int(counts[0]) * unit
    return None
