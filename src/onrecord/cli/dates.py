"""Days and moments as users type them: ``2022-03-09``, ``2022-03``, ``2022``, ``2022-03-09T18:00Z``."""

import re
from calendar import monthrange
from datetime import date, datetime

from onrecord.errors import BadDate

__all__ = ["first_day_of", "last_day_of", "ledger_moment", "published_by"]

PREFIX = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def first_day_of(text: str) -> date:
    """Return the first day of a year, month or day.

    Raises:
        BadDate: It is none of these.

    >>> first_day_of("2022-03")
    datetime.date(2022, 3, 1)
    """
    return _edges(text)[0]


def last_day_of(text: str) -> date:
    """Return the last day of a year, month or day.

    Raises:
        BadDate: It is none of these.

    >>> last_day_of("2022-02")
    datetime.date(2022, 2, 28)
    """
    return _edges(text)[1]


def published_by(text: str) -> date:
    """Return the day up to which publications count; a moment counts as its day.

    Raises:
        BadDate: It is neither a year, month or day nor a moment.
    """
    return _moment(text).date() if "T" in text else last_day_of(text)


def ledger_moment(text: str) -> int | datetime:
    """Return a transaction number, or a moment with a zone.

    Raises:
        BadDate: It is neither, or the moment has no zone.
    """
    if text.isascii() and text.isdecimal():
        return int(text)
    moment = _moment(text)
    if moment.tzinfo is None:
        message = f"{text!r} has no time zone: write {text}Z for UTC, or give the number of a transaction."
        raise BadDate(message)
    return moment


def _edges(text: str) -> tuple[date, date]:
    found = PREFIX.fullmatch(text.strip())
    try:
        if found is not None:
            year, month, day = (int(part) if part else None for part in found.groups())
            if year is not None:
                last_month = month or 12
                last = day or monthrange(year, last_month)[1]
                return date(year, month or 1, day or 1), date(year, last_month, last)
    except (ValueError, IndexError):  # the 31st of February, month 13
        pass
    message = f"{text!r} is not a date: write 2022-03-09, 2022-03 or 2022."
    raise BadDate(message)


def _moment(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text.strip())
    except ValueError:
        message = f"{text!r} is not a moment: write 2022-03-09T18:00Z."
        raise BadDate(message) from None
