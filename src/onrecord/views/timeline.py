"""The timeline: what is said to have happened, by the day it is said to have happened on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from onrecord.model.claim import Claim, Tier
from onrecord.model.time import Interval, first_day
from onrecord.views.record import Row, row
from onrecord.views.when import day

__all__ = ["Day", "timeline"]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the timeline.

    Attributes:
        day: The first day of what stands under it; None for what has no time.
        rows: The claims in words, by hour where one is known, then in the order they came in.
    """

    day: date | None
    rows: tuple[Row, ...]

    @property
    def words(self) -> str:
        """The day in words."""
        return day(self.day) if self.day is not None else "Time not known"


def timeline(claims: Iterable[Claim]) -> tuple[Day, ...]:
    """Put claims in the order of the time they speak of; those without one come last, under their own heading.

    A claim stands at the start of its interval, or at the end where the start is open: that is the day it is bounded
    by. Characterisations (`Tier.BACKGROUND`) are no events and are left out.
    """
    events = sorted((claim for claim in claims if claim.tier is not Tier.BACKGROUND), key=_order)
    return tuple(
        Day(when, tuple(row(claim) for claim in group)) for when, group in groupby(events, lambda c: _day(c.time))
    )


def _day(time: Interval | None) -> date | None:
    edge = None if time is None else (time.start if time.start is not None else time.end)
    return None if edge is None else first_day(edge)


def _order(claim: Claim) -> tuple[bool, date, str]:
    when = _day(claim.time)
    start = claim.time.start if claim.time is not None else None
    hour = start.strftime("%H:%M") if isinstance(start, datetime) else ""
    return (when is None, when or date.max, hour)
