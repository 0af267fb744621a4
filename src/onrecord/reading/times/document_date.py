"""Date a document that does not say its date from the days of a war that it counts (METHOD R-T1)."""

from datetime import date, timedelta

from spacy.tokens import Doc

from onrecord.reading.times.anchors import day_of
from onrecord.reading.times.context import TimeContext, time_context
from onrecord.reading.times.direction import Direction, govern
from onrecord.reading.times.expressions import Calendar, Conflict, TimeExpression, Weekday
from onrecord.reading.times.grammar import time_expressions

__all__ = ["document_date_from_anchor"]

FRESH = 1
"""Days back in which the latest weekday named with a past verb must lie: a report tells the news of its own day."""

OLDEST = 5
"""Days back for any weekday named with a past verb. Farther back English says "last Thursday"."""


def document_date_from_anchor(doc: Doc) -> tuple[date | None, str]:
    """Return the date of a document by "the 14th day of the invasion", and the reason for it or for None (R-T1).

    The count is inclusive: the first day of a war is day 1. The date is given only where all counts of days agree and
    every weekday named with a past verb lies shortly before it.

    Args:
        doc: The parse.

    Returns:
        The date, or None with what stands against it.
    """
    context = time_context(doc)
    expressions = tuple(time_expressions(context))
    dates = sorted({day_of(g.start, g.number) for g in _counts(expressions) if g.start is not None})
    if not dates:
        return None, "R-T1 no count of a war's days with a known start"
    if len(dates) > 1:
        return None, f"R-T1 counts disagree: {', '.join(d.isoformat() for d in dates)}"
    found = dates[0]
    back = sorted((found.weekday() - number) % 7 for number in _past_weekdays(context, expressions))
    if back and (back[0] > FRESH or back[-1] > OLDEST):
        return None, f"R-T1 {found.isoformat()} disagrees with a weekday {back[-1]} days before it"
    late = [d for d in _full_dates(expressions) if d > found + timedelta(FRESH)]
    if late:
        return None, f"R-T1 {found.isoformat()} disagrees with {late[0].isoformat()}, which the text names"
    return found, f"R-T1 counted from the start of a war, agrees with {len(back)} weekdays"


def _counts(expressions: tuple[TimeExpression, ...]) -> list[Conflict]:
    """Return the counts of days; "since the invasion" counts none."""
    grounds = [e.ground for e in expressions if not e.relation]
    return [g for g in grounds if isinstance(g, Conflict) and g.unit == "day"]


def _past_weekdays(context: TimeContext, expressions: tuple[TimeExpression, ...]) -> list[int]:
    found = []
    for expression in expressions:
        ground = expression.ground
        if not isinstance(ground, Weekday) or ground.which is not None:
            continue
        first, last = context.atoms[expression.first].token, context.atoms[expression.last - 1].token + 1
        governed = govern(context.doc, first, last)
        if governed.direction is Direction.PAST and governed.sure:
            found.append(ground.number)
    return found


def _full_dates(expressions: tuple[TimeExpression, ...]) -> list[date]:
    grounds = [e.ground for e in expressions if isinstance(e.ground, Calendar)]
    dated = [(g.year, g.month, g.day) for g in grounds if g.year and g.month and g.day]
    return sorted(date(year, month, min(day, 28)) for year, month, day in dated)
