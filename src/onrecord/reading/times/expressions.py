"""What the words of a time expression say, before any calendar: no document date, no verb (METHOD B8).

`time_grammar` recognises these; `time_resolution` turns them into intervals.
"""

from dataclasses import dataclass, field
from datetime import date

__all__ = [
    "Calendar",
    "Clock",
    "Conflict",
    "Decade",
    "Ground",
    "How",
    "Near",
    "Pointer",
    "Reference",
    "Season",
    "Series",
    "Shift",
    "Stretch",
    "TimeExpression",
    "Weekday",
    "Weekend",
]


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date of the calendar, as far as it is said: ``8 March 2022``, ``March``, ``2022``, ``Tuesday, 8 March``."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, Monday = 0, perhaps with ``last``, ``this``, ``next``, or ``following`` the day named before."""

    number: int
    which: str | None = None


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend, perhaps with ``last``, ``this`` or ``next`` (R-T6)."""

    which: str | None = None


@dataclass(frozen=True, slots=True)
class Season:
    """A season by its TIMEX3 code, with its year where that is said."""

    code: str
    year: int | None = None
    which: str | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """``the 1990s``: its first year."""

    year: int


@dataclass(frozen=True, slots=True)
class Near:
    """A day counted from the document date: today 0, yesterday -1."""

    days: int


@dataclass(frozen=True, slots=True)
class Shift:
    """``two days ago``, ``last week``, ``three hours later``, ``the next day``.

    Attributes:
        unit: day, week, month, ...
        count: How many units; negative before; None for "a few days later".
        from_document: Counted from the document date; otherwise from the time that the text named before.
    """

    unit: str
    count: int | None
    from_document: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """``the past 24 hours``, ``recent days``, ``the days and weeks ahead``: up to, or from, the document date.

    Attributes:
        unit: day, week, month, ...
        count: How many; None where that is not said.
        ahead: After the document date instead of before it.
    """

    unit: str
    count: int | None
    ahead: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """``the 14th day of the invasion``: counted inclusively from its start, None where that is not known (R-T1)."""

    unit: str
    number: int
    start: date | None


@dataclass(frozen=True, slots=True)
class Series:
    """``a second day in a row`` (R-T7).

    Attributes:
        unit: day, night, week, ...
        number: Which of the series.
        day: The day that adjoining words name: ``a second day in a row on Tuesday``.
    """

    unit: str
    number: int
    day: "Weekday | Calendar | Near | None" = None


@dataclass(frozen=True, slots=True)
class Reference:
    """``so far``, ``at the same time``: the document date as a whole, open on one side."""

    value: str
    open: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """``that day``, ``the same evening``: the time that the text named before."""

    unit: str = "day"


@dataclass(frozen=True, slots=True)
class How:
    """How long or how often: ``for three days``, ``48-hour``, ``daily``. Places nothing in time by itself."""

    unit: str
    count: int | None = None


Ground = (
    Calendar
    | Weekday
    | Weekend
    | Season
    | Decade
    | Near
    | Shift
    | Stretch
    | Conflict
    | Series
    | Reference
    | Pointer
    | How
)
"""Which day or stretch the words name, before parts of it are cut out."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day.

    Attributes:
        hour: From 0; 24 is the end of the day.
        minute: None where only the hour is said.
        zone: IANA zone that the words name, None for that of the place.
    """

    hour: int
    minute: int | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """One time expression: adjoining words that together say when.

    Attributes:
        first: First atom.
        last: Atom after the last.
        ground: Which day or stretch; None where only a part of a day or a clock time is said.
        part: Key of a day part in ``day_parts.yml``.
        third: START, MID or END of the part, or of the ground where no part is said.
        clock: Time of day.
        approx: "around", "about".
        relation: since, by, until, through, before, after, as_of, from, between, within; None for "on".
        other: The far end of a range.
        bound: "earlier" or "later" within the ground: not after, or not before, the document date.
    """

    first: int
    last: int
    ground: Ground | None = None
    part: str | None = None
    third: str | None = None
    clock: Clock | None = None
    approx: bool = False
    relation: str | None = None
    other: "TimeExpression | None" = field(default=None)
    bound: str | None = None
