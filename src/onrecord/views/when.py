"""A time in words, never more exact than it is (METHOD B8)."""

from datetime import date, datetime

from onrecord.model.time import Edge, Interval

__all__ = ["day", "when"]


def day(value: date) -> str:
    """Return a calendar day.

    >>> day(date(2022, 3, 9))
    '9 Mar 2022'
    """
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def when(interval: Interval | None) -> str:
    """Return a time as a reader sees it; what the words do not say but a rule supplied is marked ``inferred``."""
    if interval is None or (interval.start is None and interval.end is None):
        return "not known"
    words = _bounds(interval.start, interval.end)
    return words if interval.expression is not None else f"{words} (inferred)"


def _bounds(start: Edge | None, end: Edge | None) -> str:
    if start is None and end is not None:
        return f"by {_edge(end)}"
    if start is not None and end is None:
        return f"from {_edge(start)}"
    if start is None or end is None or start == end:
        return _edge(start or end)
    if isinstance(start, datetime) and isinstance(end, datetime):
        if start.date() == end.date():
            return f"{day(start)}, {start:%H:%M}–{end:%H:%M}{_zone(end)}"
    elif not isinstance(start, datetime) and not isinstance(end, datetime):
        return _days(start, end)
    return f"{_edge(start)} – {_edge(end)}"


def _days(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def _edge(edge: Edge | None) -> str:
    if edge is None:
        return "not known"
    return f"{day(edge)}, {edge:%H:%M}{_zone(edge)}" if isinstance(edge, datetime) else day(edge)


def _zone(edge: datetime) -> str:
    offset = edge.strftime("%z")
    if not offset:
        return ""
    return " UTC" if offset == "+0000" else f" {offset[:3]}:{offset[3:]}"


_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
"""Not from ``strftime``, which follows the machine's locale."""
