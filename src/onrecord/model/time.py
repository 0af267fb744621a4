"""When: every time is an interval with a precision and a basis (METHOD B8)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from onrecord.model.span import Quote

__all__ = ["Edge", "Interval", "TimePrecision", "first_day", "last_day"]

Edge = date | datetime
"""One end of an interval: a whole day, or an instant with a zone."""


class TimePrecision(StrEnum):
    """How exact a time is."""

    INSTANT = "instant"
    HOUR = "hour"
    DAY_PART = "day_part"
    DAY = "day"
    MULTI_DAY = "multi_day"
    WEEK = "week"
    MONTH = "month"
    OPEN_START = "open_start"
    OPEN_END = "open_end"


def first_day(edge: Edge) -> date:
    """Return the calendar day of an edge in its own zone."""
    return edge.date() if isinstance(edge, datetime) else edge


last_day = first_day


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of time with where it comes from.

    Both ends belong to it, each as a whole at its own precision: ``2022-03-05`` to ``2022-03-09`` is five days.

    Attributes:
        start: First day or instant, None where open.
        end: Last day or instant, None where open.
        precision: How exact.
        expression: The words that say it, or None where a rule supplied it.
        value: TIMEX3 value: ``2022-03-09``, ``2022-03-09TAF``, ``2022-W09-WE``.
        mod: TIMEX3 modifier: ``BEFORE AFTER ON_OR_BEFORE START MID END APPROX``.
        basis: The rule that led here, by its METHOD id, with its anchor: ``R-T2 weekday, past verb``.
        start_latest: For "since the weekend": the start is not after this.
    """

    start: Edge | None
    end: Edge | None
    precision: TimePrecision
    expression: Quote | None = None
    value: str | None = None
    mod: str | None = None
    basis: str | None = None
    start_latest: Edge | None = None

    @property
    def reversed(self) -> bool:
        """True where the end lies before the start, which no time can."""
        if self.start is None or self.end is None:
            return False
        if isinstance(self.start, datetime) and isinstance(self.end, datetime):
            return self.end < self.start
        return last_day(self.end) < first_day(self.start)

    def touches(self, since: date | None, until: date | None) -> bool:
        """Tell whether any day of it may lie within [since, until]; an open end may always."""
        starts_after = until is not None and self.start is not None and first_day(self.start) > until
        ends_before = since is not None and self.end is not None and last_day(self.end) < since
        return not (starts_after or ends_before)
