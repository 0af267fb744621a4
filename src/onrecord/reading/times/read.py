"""Read when: time expressions as intervals, anchored to the document date (METHOD B8).

Use `read_times` for what the words say, `undated` and `planned_undated` for events without words (R-T8),
`series_before` for the days before "the second day in a row" (R-T7).
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from spacy.tokens import Doc

from onrecord.model.reading import TimeMention
from onrecord.model.span import Span
from onrecord.model.time import Interval, TimePrecision, first_day, last_day
from onrecord.reading.times.calendar_days import Frame
from onrecord.reading.times.clauses import time_clause
from onrecord.reading.times.context import TimeContext, time_context
from onrecord.reading.times.direction import Governed, govern
from onrecord.reading.times.expressions import How, Reference, Series, Stretch, TimeExpression
from onrecord.reading.times.grammar import time_expressions
from onrecord.reading.times.resolution import resolve

__all__ = ["planned_undated", "read_times", "series_before", "times_by_governor", "undated"]

SENTENCES_NEAR = 1
"""Sentences back in which a day lends itself to "at 5 a.m." (R-T4)."""

WITHIN_A_DAY = frozenset({TimePrecision.INSTANT, TimePrecision.HOUR, TimePrecision.DAY_PART, TimePrecision.DAY})


def read_times(doc: Doc, published: date | datetime | None, zone: str | None) -> tuple[TimeMention, ...]:
    """Read the time expressions of a document (R-T1 to R-T7).

    Args:
        doc: The parse.
        published: Document date; without it only full dates resolve, and no year is guessed.
        zone: IANA zone of the place, for parts of days and clock times (R-T4); without it these stay plain dates.

    Returns:
        Mentions in order of the text. Their spans do not overlap, except that a clause with "before", "after",
        "since" or "until" is a mention of its own around the time inside it.

    Raises:
        zoneinfo.ZoneInfoNotFoundError: `zone` is no IANA name.
    """
    context = time_context(doc)
    day = first_day(published) if published is not None else None
    return _read(context, day, ZoneInfo(zone) if zone is not None else None)


def _read(context: TimeContext, published: date | None, zone: ZoneInfo | None) -> tuple[TimeMention, ...]:
    mentions: list[TimeMention] = []
    reference: date | None = None
    sentence, whole_day = 0, False
    for words in time_expressions(context):
        first = context.atoms[words.first].token
        last = context.atoms[words.last - 1].token + 1
        governed = govern(context.doc, first, last)
        here = context.sentences[first]
        near = whole_day and here - sentence <= SENTENCES_NEAR
        expression = _plain_origin(context, words, governed)
        frame = _frame(published, reference, governed, near=near)
        mention = _mention(context, expression, governed, frame, zone)
        clause = time_clause(context, mention, frame) if expression.relation is None else None
        mentions.extend([mention] if clause is None else [clause, mention])
        if _names_day(expression):
            reference, sentence = _day_named(mention), here
            whole_day = mention.interval is not None and mention.interval.precision in WITHIN_A_DAY
    return tuple(mentions)


def _plain_origin(context: TimeContext, expression: TimeExpression, governed: Governed) -> TimeExpression:
    """Drop the "from" of "a report from Friday", which begins nothing."""
    if expression.relation != "from" or expression.other is not None or governed.governor is None:
        return expression
    noun = context.doc[governed.governor].pos_ in {"NOUN", "PROPN"}
    return replace(expression, relation=None) if noun else expression


def _frame(published: date | None, reference: date | None, governed: Governed, *, near: bool) -> Frame:
    return Frame(published, reference, governed.direction, governed.reason, near, governed.same_day)


def _mention(
    context: TimeContext, expression: TimeExpression, governed: Governed, frame: Frame, zone: ZoneInfo | None
) -> TimeMention:
    span = Span(context.atoms[expression.first].start, context.atoms[expression.last - 1].end)
    interval = resolve(expression, frame, zone, span.quote(context.text))
    return TimeMention(
        span=span,
        first=context.atoms[expression.first].token,
        last=context.atoms[expression.last - 1].token + 1,
        head=governed.head,
        governor=governed.governor,
        interval=interval,
        duration=isinstance(expression.ground, How) and interval is None,
    )


def _names_day(expression: TimeExpression) -> bool:
    """Tell whether a later "the next day" is counted from this expression."""
    if expression.ground is None or isinstance(expression.ground, Reference | Series | How | Stretch):
        return False
    return expression.other is not None or expression.relation in {None, "by", "through", "as_of"}


def _day_named(mention: TimeMention) -> date | None:
    """Return the day that a mention names; None where it does not resolve, so that no later time builds on an older."""
    interval = mention.interval
    if interval is None or interval.start is None:
        return None
    whole = interval.precision is TimePrecision.MULTI_DAY and interval.end is not None
    return last_day(interval.end) if whole and interval.end is not None else first_day(interval.start)


def undated(published: date | datetime | None, *, state: bool) -> Interval | None:
    """Return when something without any time expression was or is (R-T8).

    Args:
        published: Document date; None gives None, never a guess.
        state: A present state ("is besieged") instead of a past event ("was struck").
    """
    if published is None:
        return None
    basis = "R-T8 no expression, present state" if state else "R-T8 no expression, past event"
    value = "PRESENT_REF" if state else "PAST_REF"
    return Interval(None, first_day(published), TimePrecision.OPEN_START, value=value, basis=basis)


def planned_undated(published: date | datetime | None) -> Interval | None:
    """Return when a plan without any time expression may come true: from the document date on (R-T8)."""
    if published is None:
        return None
    basis = "R-T8 no expression, plan"
    return Interval(first_day(published), None, TimePrecision.OPEN_END, value="FUTURE_REF", basis=basis)


def series_before(interval: Interval) -> Interval | None:
    """Return the days of a series before its last: of "the second day in a row" the day before (R-T7).

    Args:
        interval: From `read_times`; anything but a series gives None.
    """
    basis, value = interval.basis or "", interval.value or ""
    if not basis.startswith("R-T7") or "/" not in value:
        return None
    first, last = (date.fromisoformat(part) for part in value.split("/"))
    if first == last:
        return None
    end = last - timedelta(1)
    precision = TimePrecision.DAY if first == end else TimePrecision.MULTI_DAY
    said = first.isoformat() if first == end else f"{first.isoformat()}/{end.isoformat()}"
    return replace(interval, start=first, end=end, precision=precision, value=said, basis="R-T7 earlier in the series")


def times_by_governor(mentions: tuple[TimeMention, ...]) -> dict[int, tuple[TimeMention, ...]]:
    """Group the mentions that place something in time by the token that they modify."""
    grouped: dict[int, tuple[TimeMention, ...]] = {}
    for mention in mentions:
        if mention.governor is not None and not mention.duration:
            grouped[mention.governor] = (*grouped.get(mention.governor, ()), mention)
    return grouped
