"""From what the words say to an interval: parts of days, thirds, ranges and prepositions (R-T4, R-T5)."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from onrecord.model.span import Quote
from onrecord.model.time import Edge, Interval, TimePrecision, first_day, last_day
from onrecord.reading.times.calendar_days import Days, Frame, days_of, move
from onrecord.reading.times.direction import Direction
from onrecord.reading.times.expressions import Calendar, Clock, How, Near, Series, TimeExpression, Weekday
from onrecord.reading.times.words import time_words

__all__ = ["Resolved", "related", "resolve"]

LAST_MOMENT = time(23, 59, 59)
"""The end of a day, so that an interval that ends with the day does not touch the next."""

NIGHT_ENDS = 6
"""Hour at which the night between two named days ends (R-T4)."""

PARTED = frozenset({TimePrecision.DAY, TimePrecision.DAY_PART})


@dataclass(frozen=True, slots=True)
class Resolved:
    """An interval before its preposition is applied, and whether it lies within one day."""

    start: Edge | None
    end: Edge | None
    precision: TimePrecision
    value: str | None
    mod: str | None
    basis: str


def resolve(expression: TimeExpression, frame: Frame, zone: ZoneInfo | None, quote: Quote) -> Interval | None:
    """Return the interval that an expression means, None where something would have to be guessed.

    Args:
        expression: What the words say.
        frame: Document date, day named before, direction.
        zone: Zone of the place for parts of a day (R-T4); None leaves them as plain dates.
        quote: The words.
    """
    try:
        return _interval(expression, frame, zone, quote)
    except (ValueError, OverflowError):  # before year 1 or after 9999: a defective document date, or a mistaken year
        return None


def _interval(expression: TimeExpression, frame: Frame, zone: ZoneInfo | None, quote: Quote) -> Interval | None:
    if expression.relation == "within":
        return _within(expression, frame, quote)
    if expression.other is not None:
        found = _range(expression, frame, zone)
    else:
        found = _resolved(expression, _turned(expression.relation, frame), zone)
    if found is None:
        return None
    bound = _bounded(found, expression, frame)
    return _related(bound, expression, frame, quote)


def _turned(relation: str | None, frame: Frame) -> Frame:
    """Turn the direction where the preposition says more than the verb.

    ``Since Monday`` never lies ahead; ``holds until Friday`` always does.
    """
    if relation in {"since", "as_of"}:
        return replace(frame, direction=Direction.PAST)
    if relation in {"until", "through", "by"} and frame.reason == "present verb":
        return replace(frame, direction=Direction.FUTURE, same_day=True)
    return frame


def _resolved(expression: TimeExpression, frame: Frame, zone: ZoneInfo | None) -> Resolved | None:
    days = _days(expression, frame)
    if days is None:
        return None
    if expression.clock is not None and days.start is not None:
        clock = expression.clock
        if clock.hour == 24 and not frame.ahead and days.start == frame.published:
            clock = replace(clock, hour=0)  # a midnight that is past is the one on which the report's own day began
        return _at_clock(clock, days, days.start, zone, approx=expression.approx)
    if expression.part is not None and days.start is not None:
        return _part(expression, days, days.start, zone)
    if expression.third is not None:
        return _third(expression.third, days, zone)
    mod = "APPROX" if expression.approx else None
    return Resolved(days.start, days.end, days.precision, days.value, mod, days.basis)


def _days(expression: TimeExpression, frame: Frame) -> Days | None:
    """Return the days of the ground; of the day named nearby, else the document's, where only a part is said."""
    if expression.ground is not None:
        return days_of(expression.ground, frame)
    own_night = expression.part == "overnight" and frame.published is not None
    if frame.near_reference and frame.reference is not None and not own_night:
        day, basis = frame.reference, "R-T4 on the day named before"
    elif frame.published is not None:
        day, basis = frame.published, "R-T4 on the document date, low_confidence"
    else:
        return None
    return Days(day, day, TimePrecision.DAY, day.isoformat(), basis)


def _moment(day: date, hours: float, zone: ZoneInfo) -> datetime:
    """Return a time of a day, in hours from its start; 24 is its last second."""
    if hours == 24:
        return datetime.combine(day, LAST_MOMENT, zone)
    extra, within = divmod(hours, 24)
    hour, minute = divmod(round(within * 60), 60)
    return datetime.combine(day + timedelta(extra), time(hour, minute), zone)


def _hours(day: date, start: float, end: float, zone: ZoneInfo | None) -> tuple[Edge, Edge]:
    """Return hours of a day as instants with a zone, or as plain days where the zone is not known (R-T4)."""
    if zone is not None:
        return _moment(day, start, zone), _moment(day, end, zone)
    return first_day(_moment(day, start, ZoneInfo("UTC"))), last_day(_moment(day, end, ZoneInfo("UTC")))


def _cut(start: float, end: float, third: str | None) -> tuple[float, float]:
    """Cut a stretch of hours to a third."""
    size = (end - start) / 3
    match third:
        case "START":
            return start, start + size
        case "MID":
            return start + size, end - size
        case "END":
            return end - size, end
    return start, end


def _at_clock(clock: Clock, days: Days, day: date, zone: ZoneInfo | None, *, approx: bool) -> Resolved:
    minute = clock.minute or 0
    value = f"{day.isoformat()}T{clock.hour:02}" + (f":{minute:02}" if clock.minute is not None else ":00")
    mod = "APPROX" if approx else None
    said = ZoneInfo(clock.zone) if clock.zone is not None else zone
    basis = f"{days.basis}; R-T4 clock time"
    if said is None:
        return Resolved(day, day, TimePrecision.DAY_PART, value, mod, f"{basis}, zone unknown")
    moment = _moment(day, clock.hour + minute / 60, said)
    if zone is not None and said != zone:
        moment = moment.astimezone(zone)
    precision = TimePrecision.HOUR if clock.minute is None else TimePrecision.INSTANT
    return Resolved(moment, moment, precision, value, mod, basis)


def _part(expression: TimeExpression, days: Days, day: date, zone: ZoneInfo | None) -> Resolved:
    whole_night = expression.part == "night" and isinstance(expression.ground, Near)
    part = time_words().parts["own_night" if whole_night else expression.part or ""]
    start, end = _cut(part["from"], part["to"], expression.third)
    edges = _hours(day, start, end, zone)
    value = f"{day.isoformat()}T{part['value']}"
    mod = expression.third or ("APPROX" if expression.approx else None)
    return Resolved(*edges, TimePrecision.DAY_PART, value, mod, f"{days.basis}; R-T4 part of the day")


def _third(third: str, days: Days, zone: ZoneInfo | None) -> Resolved | None:
    """Cut the first, middle or last third of a day, a month, a year (R-T4)."""
    if days.start is None or days.end is None:
        return Resolved(days.start, days.end, days.precision, days.value, third, days.basis)
    if days.start == days.end:
        opening, closing = time_words().day_hours
        edges = _hours(days.start, *_cut(opening, closing, third), zone)
        return Resolved(*edges, TimePrecision.DAY_PART, days.value, third, f"{days.basis}; R-T4 third of the day")
    length = (days.end - days.start).days + 1
    if days.start.day == 1 and days.start.month == days.end.month:
        first, last = {"START": (1, 10), "MID": (11, 20), "END": (21, length)}[third]
        start, end = days.start.replace(day=first), days.start.replace(day=last)
        return Resolved(start, end, TimePrecision.MULTI_DAY, days.value, third, f"{days.basis}; R-T4 third")
    if days.start.month == 1 and days.end == date(days.start.year, 12, 31):
        return _third_of_year(third, days, days.start.year)
    opens, closes = _cut(0, length, third)
    start = days.start + timedelta(round(opens))
    end = days.start + timedelta(round(closes) - 1)
    return Resolved(start, end, TimePrecision.MULTI_DAY, days.value, third, f"{days.basis}; R-T4 third")


def _third_of_year(third: str, days: Days, year: int) -> Resolved:
    """Cut a year to four months."""
    first = {"START": 1, "MID": 5, "END": 9}[third]
    end = date(year, 12, 31) if first == 9 else date(year, first + 4, 1) - timedelta(1)
    basis = f"{days.basis}; R-T4 third"
    return Resolved(date(year, first, 1), end, TimePrecision.MULTI_DAY, days.value, third, basis)


def _range(expression: TimeExpression, frame: Frame, zone: ZoneInfo | None) -> Resolved | None:
    """Return from the start of the near end to the end of the far end; what one does not say, the other lends."""
    other = expression.other
    if other is None:  # pragma: no cover - the caller asks only for ranges
        return None
    near = replace(expression, other=None, relation=None)
    ends = _range_ends(near, other, frame, zone)
    if ends is None:
        return None
    first, last = ends
    if first.start is None or last.end is None:
        return None
    start, end = first.start, last.end
    if isinstance(start, datetime) and isinstance(end, datetime) and end < start and near.clock is not None:
        end += timedelta(1)  # "from 8 p.m. to 6 a.m." runs past midnight
    if last_day(end) < first_day(start):
        return None
    if isinstance(start, datetime) and not isinstance(end, datetime) and near.part == "night":
        end = _moment(end, NIGHT_ENDS, ZoneInfo(str(start.tzinfo)))  # "the night of Tuesday to Wednesday"
    elif isinstance(start, datetime) != isinstance(end, datetime):
        start, end = first_day(start), last_day(end)
    instants = isinstance(start, datetime)
    precision = TimePrecision.DAY_PART if instants and first_day(start) == last_day(end) else TimePrecision.MULTI_DAY
    return Resolved(start, end, precision, f"{first.value}/{last.value}", None, f"{last.basis}; range")


def _range_ends(
    near: TimeExpression, far: TimeExpression, frame: Frame, zone: ZoneInfo | None
) -> tuple[Resolved, Resolved] | None:
    if near.ground is None and far.ground is not None:
        near = replace(near, ground=far.ground)
    if far.ground is None and near.ground is not None:
        far = replace(far, ground=near.ground)
    if isinstance(near.ground, Calendar) and isinstance(far.ground, Calendar):
        near, far = _lent(near, near.ground, far, far.ground)
    if frame.ahead and not isinstance(near.ground, Calendar):
        first = _resolved(near, frame, zone)
        if first is None or first.start is None:
            return None
        last = _resolved(far, replace(frame, published=first_day(first.start), same_day=True), zone)
        return (first, last) if last is not None else None
    last = _resolved(far, frame, zone)
    if last is None or last.end is None:
        return None
    seen = frame
    if isinstance(near.ground, Calendar | Weekday):
        seen = replace(frame, published=last_day(last.end), direction=Direction.PAST)
    first = _resolved(near, seen, zone)
    return (first, last) if first is not None else None


def _lent(
    near: TimeExpression, start: Calendar, far: TimeExpression, end: Calendar
) -> tuple[TimeExpression, TimeExpression]:
    """Give each end of a range the month and year that only the other says."""
    if start.year is None and end.year is not None and start.month is not None:
        wraps = end.month is not None and start.month > end.month
        start = replace(start, year=end.year - 1 if wraps else end.year)
    elif start.year is not None and end.year is None and end.month is not None:
        wraps = start.month is not None and start.month > end.month
        end = replace(end, year=start.year + 1 if wraps else start.year)
    return replace(near, ground=start), replace(far, ground=end)


def _within(expression: TimeExpression, frame: Frame, quote: Quote) -> Interval | None:
    """Return ``within 48 hours`` after a future verb: from the document date on."""
    ground = expression.ground
    if not isinstance(ground, How) or ground.count is None or frame.published is None or not frame.ahead:
        return None
    hours = ground.unit == "hour"
    end = move(frame.published, "day" if hours else ground.unit, -(-ground.count // 24) if hours else ground.count)
    if end is None:
        return None
    value = f"{frame.published.isoformat()}/{end.isoformat()}"
    basis = f"R-T5 within, {frame.reason}"
    return Interval(frame.published, end, TimePrecision.MULTI_DAY, quote, value, "ON_OR_BEFORE", basis)


def _bounded(found: Resolved, expression: TimeExpression, frame: Frame) -> Resolved:
    """Cut ``earlier this week`` and ``later this month`` at the document date."""
    published = frame.published
    if expression.bound is None or published is None or found.start is None or found.end is None:
        return found
    if not first_day(found.start) <= published <= last_day(found.end) or found.start == found.end:
        return found
    if expression.bound == "earlier":
        return replace(found, end=published)
    return replace(found, start=published)


def _related(found: Resolved, expression: TimeExpression, frame: Frame, quote: Quote) -> Interval | None:
    """Apply the preposition (R-T5)."""
    plain = Interval(found.start, found.end, found.precision, quote, found.value, found.mod, found.basis)
    if expression.relation is None or expression.other is not None or isinstance(expression.ground, Series):
        return plain
    return related(plain, expression.relation, frame)


def related(plain: Interval, relation: str, frame: Frame) -> Interval:
    """Apply a preposition or conjunction to a time (R-T5).

    Args:
        plain: The time that it stands before.
        relation: since, from, by, until, through, as_of, before, after.
        frame: Document date and direction.
    """
    if plain.start is None or plain.end is None:
        return plain
    basis = f"R-T5 {relation}; {plain.basis}"
    match relation:
        case "since":
            return _since(plain, plain.start, plain.end, frame, basis)
        case "from":
            onwards = replace(frame, published=None) if frame.ahead else frame
            return _since(plain, plain.start, plain.end, onwards, basis)
        case "by":
            return _by(plain, plain.start, basis)
        case "until":
            return _open_start(plain, plain.start, "ON_OR_BEFORE", basis)
        case "through" | "as_of":
            return _open_start(plain, plain.end, "ON_OR_BEFORE", basis)
        case "before":
            return _before(plain, plain.start, basis)
        case "after":
            return _after(plain, plain.end, frame, basis)
    return plain


def _open_start(plain: Interval, end: Edge, mod: str, basis: str) -> Interval:
    return replace(plain, start=None, end=end, precision=TimePrecision.OPEN_START, mod=mod, basis=basis)


def _since(plain: Interval, start: Edge, end: Edge, frame: Frame, basis: str) -> Interval:
    """Return [start of X .. document date]; where X is longer than a moment, its end is the latest start (R-T5)."""
    latest = end if end != start else None
    mod = "ON_OR_AFTER"
    if frame.published is None or first_day(start) > frame.published:
        precision = TimePrecision.OPEN_END
        return replace(plain, end=None, precision=precision, mod=mod, basis=basis, start_latest=latest)
    day = frame.published
    upto: Edge = datetime.combine(day, LAST_MOMENT, start.tzinfo) if isinstance(start, datetime) else day
    precision = TimePrecision.MULTI_DAY if day > first_day(start) else plain.precision
    return replace(plain, end=upto, precision=precision, mod=mod, basis=basis, start_latest=latest)


def _by(plain: Interval, start: Edge, basis: str) -> Interval:
    """Return [start of the named day, end of X] (R-T5); a longer X leaves the start open."""
    if isinstance(start, datetime):
        opening = datetime.combine(start.date(), time(), start.tzinfo)
        return replace(plain, start=opening, precision=TimePrecision.DAY_PART, mod="ON_OR_BEFORE", basis=basis)
    if plain.precision in PARTED:
        return replace(plain, mod="ON_OR_BEFORE", basis=basis)
    return replace(plain, start=None, precision=TimePrecision.OPEN_START, mod="ON_OR_BEFORE", basis=basis)


def _before(plain: Interval, start: Edge, basis: str) -> Interval:
    """Return what ends one unit before X (R-T5); before a clock time, the part of its day."""
    if isinstance(start, datetime):
        opening = datetime.combine(start.date(), time(), start.tzinfo)
        return replace(plain, start=opening, end=start, precision=TimePrecision.DAY_PART, mod="BEFORE", basis=basis)
    if plain.precision is TimePrecision.DAY_PART:
        return replace(plain, mod="BEFORE", basis=basis)
    return _open_start(plain, start - timedelta(1), "BEFORE", basis)


def _after(plain: Interval, end: Edge, frame: Frame, basis: str) -> Interval:
    """Return what starts one unit after X and, for the past, ends with the document date."""
    if isinstance(end, datetime):
        closing = datetime.combine(end.date(), LAST_MOMENT, end.tzinfo)
        return replace(plain, start=end, end=closing, precision=TimePrecision.DAY_PART, mod="AFTER", basis=basis)
    if plain.precision is TimePrecision.DAY_PART:
        return replace(plain, mod="AFTER", basis=basis)
    start = end + timedelta(1)
    if frame.published is None or frame.ahead or start > frame.published:
        return replace(plain, start=start, end=None, precision=TimePrecision.OPEN_END, mod="AFTER", basis=basis)
    precision = TimePrecision.MULTI_DAY
    return replace(plain, start=start, end=frame.published, precision=precision, mod="AFTER", basis=basis)
