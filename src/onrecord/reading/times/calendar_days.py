"""Calendar arithmetic: what a ground names, as whole days, seen from the document date (R-T1, R-T2, R-T3, R-T6)."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.model.time import TimePrecision
from onrecord.reading.times.direction import Direction
from onrecord.reading.times.expressions import (
    Calendar,
    Conflict,
    Decade,
    Ground,
    Near,
    Pointer,
    Reference,
    Season,
    Series,
    Shift,
    Stretch,
    Weekday,
    Weekend,
)
from onrecord.reading.times.words import time_words

__all__ = ["Days", "Frame", "days_of", "move"]

LOW = "low_confidence"
HOURS_A_DAY = 24
MINUTES_A_DAY = 1440
WEEK = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """What a time is seen from.

    Attributes:
        published: Document date, None where unknown.
        reference: The day that the text named last, None before the first.
        direction: From the governing verb.
        reason: Short words for the basis.
        near_reference: The day named last is in the same sentence or the one before.
        same_day: A future verb may still mean the document's own day ("are meeting on Wednesday").
    """

    published: date | None
    reference: date | None
    direction: Direction
    reason: str
    near_reference: bool = False
    same_day: bool = False

    @property
    def ahead(self) -> bool:
        """True where the verb points to the future."""
        return self.direction is Direction.FUTURE


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days, both ends included; None is open."""

    start: date | None
    end: date | None
    precision: TimePrecision
    value: str
    basis: str


def days_of(ground: Ground, frame: Frame) -> Days | None:
    """Return the days that a ground names, None where the document date or a year would have to be guessed."""
    match ground:
        case Calendar():
            return _calendar(ground, frame)
        case Decade():
            return _years(ground.year, ground.year + 9, f"{ground.year // 10}", "R-T3 decade")
        case Conflict():
            return _conflict(ground, frame)
        case Season():
            return _season(ground, frame)
        case Shift() if not ground.from_document:
            return _from_reference(ground, frame)
        case Pointer():
            return _pointed(ground, frame)
    return _from_document(ground, frame, frame.published) if frame.published is not None else None


def _from_document(ground: Ground, frame: Frame, published: date) -> Days | None:
    match ground:
        case Weekday():
            return _day(_weekday(ground, frame, published), f"R-T2 weekday, {frame.reason}")
        case Weekend():
            return _weekend(ground, frame, published)
        case Near():
            return _day(published + timedelta(ground.days), "R-T2 counted from the document date")
        case Shift():
            return _shifted(published, ground.unit, ground.count, "R-T2 counted from the document date")
        case Stretch():
            return _stretch(ground, published)
        case Series():
            return _series(ground, _series_day(ground, frame, published))
        case Reference():
            basis = "R-T8 as of the document date"
            return Days(None, published, TimePrecision.OPEN_START, ground.value, basis)
    return None


def _day(day: date, basis: str) -> Days:
    return Days(day, day, TimePrecision.DAY, day.isoformat(), basis)


def _month(year: int, month: int, basis: str) -> Days:
    last = date(year, month, monthrange(year, month)[1])
    return Days(date(year, month, 1), last, TimePrecision.MONTH, f"{year:04}-{month:02}", basis)


def _week(day: date, basis: str) -> Days:
    monday = day - timedelta(day.weekday())
    iso = day.isocalendar()
    value = f"{iso.year}-W{iso.week:02}"
    return Days(monday, monday + timedelta(6), TimePrecision.WEEK, value, basis)


def _years(first: int, last: int, value: str, basis: str) -> Days:
    return Days(date(first, 1, 1), date(last, 12, 31), TimePrecision.MULTI_DAY, value, basis)


def _weekday(ground: Weekday, frame: Frame, published: date) -> date:
    """Return the day that a weekday means (R-T2)."""
    if ground.which in {"following", "preceding"} and frame.reference is not None:
        ahead = (ground.number - frame.reference.weekday()) % WEEK
        return frame.reference + timedelta((ahead or WEEK) if ground.which == "following" else ahead - WEEK)
    back = (published.weekday() - ground.number) % WEEK
    if ground.which in {"last", "past", "preceding"}:
        return published - timedelta(back or WEEK)
    if ground.which == "next":
        return published - timedelta(published.weekday()) + timedelta(WEEK + ground.number)
    if frame.ahead:
        today = back == 0 and (frame.same_day or ground.which == "this")
        return published if today else published + timedelta(WEEK - back)
    return published - timedelta(back)


def _weekend(ground: Weekend, frame: Frame, published: date) -> Days:
    """Return a Saturday and Sunday (R-T6)."""
    saturday = published - timedelta((published.weekday() - 5) % WEEK)
    if ground.which in {"last", "past"} and published.weekday() >= 5:
        saturday -= timedelta(WEEK)
    elif ground.which == "next" or (frame.ahead and published.weekday() < 5):
        saturday += timedelta(WEEK)
    iso = saturday.isocalendar()
    sunday = saturday + timedelta(1)
    return Days(saturday, sunday, TimePrecision.MULTI_DAY, f"{iso.year}-W{iso.week:02}-WE", "R-T6 weekend")


def _calendar(ground: Calendar, frame: Frame) -> Days | None:
    if ground.month is None:
        return _years(ground.year, ground.year, f"{ground.year:04}", "R-T3 year named") if ground.year else None
    if ground.day is None:
        return _calendar_month(ground, ground.month, frame)
    if ground.year is not None:
        day = _date(ground.year, ground.month, ground.day)
        basis = "R-T3 full date"
    else:
        day = _month_day(ground.month, ground.day, frame)
        basis = f"R-T3 month and day, {frame.reason}"
    if day is None:
        return None
    if ground.weekday is not None and day.weekday() != ground.weekday:
        basis += f", weekday disagrees, {LOW}"
    return _day(day, basis)


def _date(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def _month_day(month: int, day: int, frame: Frame) -> date | None:
    """Return the latest such day not after the document date; after a future verb the earliest not before (R-T3)."""
    published = frame.published
    if published is None:
        return None
    if frame.ahead:
        return next((d for d in _yearly(month, day, published.year, 1) if d >= published), None)
    return next((d for d in _yearly(month, day, published.year, -1) if d <= published), None)


def _yearly(month: int, day: int, year: int, step: int) -> Iterator[date]:
    for k in range(9):  # eight years hold a 29 February, even around 1900
        found = _date(year + step * k, month, day)
        if found is not None:
            yield found


def _calendar_month(ground: Calendar, month: int, frame: Frame) -> Days | None:
    if ground.year is not None:
        return _month(ground.year, month, "R-T3 month and year")
    published = frame.published
    if published is None:
        return None
    year = published.year
    if ground.which in {"last", "past"}:
        year -= month >= published.month
    elif ground.which == "next" or (ground.which is None and frame.ahead):
        year += month < published.month or (ground.which == "next" and month == published.month)
    elif ground.which is None:
        year -= month > published.month
    return _month(year, month, f"R-T3 month, {frame.reason}")


def _season(ground: Season, frame: Frame) -> Days | None:
    first, last = time_words().season_months[ground.code]
    year = ground.year
    if year is None:
        if frame.published is None:
            return None
        year = frame.published.year
        if ground.which in {"last", "past"}:
            year -= _season_days(year, first, last)[1] >= frame.published
        elif ground.which == "next":
            year += _season_days(year, first, last)[0] <= frame.published
    start, end = _season_days(year, first, last)
    return Days(start, end, TimePrecision.MULTI_DAY, f"{year:04}-{ground.code}", "R-T3 season, northern hemisphere")


def _season_days(year: int, first: int, last: int) -> tuple[date, date]:
    ending, month = (year + 1, last - 12) if last > 12 else (year, last)
    return date(year, first, 1), date(ending, month, monthrange(ending, month)[1])


def _conflict(ground: Conflict, frame: Frame) -> Days | None:
    """Return the Nth day, week or month of a war, its first day counted as 1 (R-T1)."""
    if ground.start is None:
        if frame.published is None:
            return None
        return _day(frame.published, f"R-T1 day of a war with no known start, {LOW}")
    first = move(ground.start, ground.unit, ground.number - 1)
    last = move(ground.start, ground.unit, ground.number)
    if first is None or last is None:
        return None
    last -= timedelta(1)
    basis = f"R-T1 {ground.unit} {ground.number} from {ground.start.isoformat()}"
    if frame.published is not None and first > frame.published:
        basis += f", after the document date, {LOW}"
    if first == last:
        return _day(first, basis)
    return Days(first, last, TimePrecision.MULTI_DAY, f"{first.isoformat()}/{last.isoformat()}", basis)


def _series_day(ground: Series, frame: Frame, published: date) -> date:
    """Return the last day of a series: named beside it, or nearby, or the document's own (R-T7)."""
    named = days_of(ground.day, frame) if ground.day is not None else None
    if named is not None and named.end is not None:
        return named.end
    return frame.reference if frame.near_reference and frame.reference is not None else published


def _series(ground: Series, day: date) -> Days:
    """Return the last day of a series; its value spans the series (R-T7)."""
    first = move(day, ground.unit, 1 - ground.number) or day
    basis = f"R-T7 series of {ground.number}, by {ground.unit}, since {first.isoformat()}"
    return Days(day, day, TimePrecision.DAY, f"{first.isoformat()}/{day.isoformat()}", basis)


def move(day: date, unit: str, count: int) -> date | None:
    """Return a day moved by so many units; None outside of the calendar or for a unit below the day."""
    sizes = {"day": 1, "night": 1, "week": WEEK, "weekend": WEEK, "fortnight": 2 * WEEK}
    try:
        if unit in sizes:
            return day + timedelta(sizes[unit] * count)
        months = {"month": 1, "year": 12, "decade": 120}.get(unit)
        if months is None:
            return None
        year, month = divmod(day.year * 12 + day.month - 1 + months * count, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def _shifted(anchor: date, unit: str, count: int | None, basis: str) -> Days | None:
    """Return the day, week, month or year that lies so many units from an anchor; None where that is not said."""
    if count is None:
        return None
    if unit in {"hour", "minute"}:
        days = count * (1 if unit == "hour" else 1 / 60) / HOURS_A_DAY
        return _day(anchor + timedelta(int(days)), f"{basis}, {LOW}")
    moved = move(anchor, unit, count)
    if moved is None:
        return None
    if unit in {"week", "fortnight"}:
        return _week(moved, basis)
    if unit == "month":
        return _month(moved.year, moved.month, basis)
    if unit == "year":
        return _years(moved.year, moved.year, f"{moved.year:04}", basis)
    if unit == "decade":
        first = moved.year - moved.year % 10
        return _years(first, first + 9, f"{first // 10}", basis)
    return _day(moved, basis)


def _from_reference(ground: Shift, frame: Frame) -> Days | None:
    """Return ``the next day``, ``two weeks later``: counted from what the text named before."""
    basis = "R-T2 counted from the day named before"
    if frame.reference is not None:
        return _shifted(frame.reference, ground.unit, ground.count, basis)
    if frame.published is None or ground.count is None or (ground.count > 0 and not frame.ahead):
        return None
    return _shifted(frame.published, ground.unit, ground.count, f"R-T2 no day named before, {LOW}")


def _pointed(ground: Pointer, frame: Frame) -> Days | None:
    """Return ``that day``, ``the same month``: what the text named before."""
    if frame.reference is not None:
        return _shifted(frame.reference, ground.unit, 0, "R-T2 the day named before")
    if frame.published is None:
        return None
    return _shifted(frame.published, ground.unit, 0, f"R-T2 no day named before, {LOW}")


def _stretch(ground: Stretch, published: date) -> Days | None:
    """Return ``the past 24 hours``, ``recent days``, ``the days and weeks ahead``."""
    basis = "R-T8 counted from the document date"
    tomorrow = published + timedelta(1)
    if ground.count is None:
        if ground.ahead:
            return Days(tomorrow, None, TimePrecision.OPEN_END, "FUTURE_REF", basis)
        return Days(None, published, TimePrecision.OPEN_START, "PAST_REF", basis)
    sign = 1 if ground.ahead else -1
    if ground.unit in {"hour", "minute"}:
        whole = HOURS_A_DAY if ground.unit == "hour" else MINUTES_A_DAY
        far = published + timedelta(sign * -(-ground.count // whole))
    else:
        moved = move(published, ground.unit, sign * ground.count)
        if moved is None:
            return None
        far = moved
    below = ground.unit in {"hour", "minute"}
    start, end = ((published if below else tomorrow), far) if ground.ahead else (far, published)
    return Days(start, end, TimePrecision.MULTI_DAY, f"{start.isoformat()}/{end.isoformat()}", basis)
