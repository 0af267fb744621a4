"""Days as the head of a report writes them: ``9 March 2022``, ``March 9, 2022``, ``Mar. 9``, ``2022-03-09``."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from onrecord.documents.published import read_published
from onrecord.errors import BadDate
from onrecord.lexicons.load import lexicon
from onrecord.model.span import Span

__all__ = ["WrittenDate", "find_dates", "starting_date"]


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A day as written.

    Attributes:
        span: Where it stands, with its weekday if it has one.
        month: 1 to 12.
        day: Day of the month.
        year: Four-digit year, or None where none is written: it is never guessed (METHOD R-T1).
        instant: The instant with its zone, where the text writes both in ISO 8601.
    """

    span: Span
    month: int
    day: int
    year: int | None
    instant: datetime | None = None

    @property
    def published(self) -> date | datetime | None:
        """The day or instant, or None without a year."""
        if self.instant is not None:
            return self.instant
        return date(self.year, self.month, self.day) if self.year is not None else None


@cache
def date_pattern() -> re.Pattern[str]:
    """Return the pattern of one written day."""
    words = lexicon("datelines")
    months = "|".join(sorted(words["months"], key=len, reverse=True))
    weekdays = "|".join(sorted(words["weekdays"], key=len, reverse=True))
    # Two figures only before a bracket or a dash, as in "LIMA, 9 JAN 90 (EFE) --": they may count something else.
    year = r"(?:,?\s+(?P<{}>(?:19|20)\d{{2}}(?!\d)|\d{{2}}(?=\s*(?:\(|--|—|$))))?(?!\d)"
    return re.compile(
        rf"(?<![\w-])(?:(?:{weekdays})\.?,?\s+)?"
        r"(?:(?P<iso>\d{4}-\d{2}-\d{2})"
        r"(?P<time>[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|\s?[+-]\d{2}:?\d{2})?)?(?![\d-])"
        rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{months})\b\.?{year.format('y1')}"
        rf"|(?P<m2>{months})\b\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?!\d){year.format('y2')})",
        re.IGNORECASE,
    )


def find_dates(text: str, start: int, end: int) -> list[WrittenDate]:
    """Return the days written between two offsets, in order; impossible ones such as 31 April are left out."""
    found = (as_date(match) for match in date_pattern().finditer(text, start, end))
    return [day for day in found if day is not None]


def starting_date(text: str, start: int, end: int) -> WrittenDate | None:
    """Return the day that is written right at an offset, or None."""
    match = date_pattern().match(text, start, end)
    return as_date(match) if match is not None else None


def as_date(match: re.Match[str]) -> WrittenDate | None:
    """Return the day of a match, or None where there is no such day."""
    span = Span(*match.span())
    if match["iso"] is not None:
        return iso_date(match, span)
    month = lexicon("datelines")["months"][(match["m1"] or match["m2"]).lower()]
    day = int(match["d1"] or match["d2"])
    written_year = match["y1"] or match["y2"]
    # "89" is not a year: which century would be a guess.
    year = int(written_year) if written_year is not None and len(written_year) == len("2022") else None
    try:
        date(year or 2000, month, day)  # 2000 is a leap year: 29 February without a year is possible
    except ValueError:
        return None
    return WrittenDate(span, month, day, year)


def iso_date(match: re.Match[str], span: Span) -> WrittenDate | None:
    """Return the day or instant of an ISO 8601 match, or None where there is no such day."""
    try:
        day = date.fromisoformat(match["iso"])
        value = read_published(match["iso"] + (match["time"] or "").replace(" ", ""))
    except (ValueError, BadDate):
        try:
            value = day = date.fromisoformat(match["iso"])
        except ValueError:
            return None
    return WrittenDate(span, day.month, day.day, day.year, value if isinstance(value, datetime) else None)
