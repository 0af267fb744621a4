"""Publication dates as machines and users write them: ISO 8601, and in page metadata also RFC 2822."""

from datetime import date, datetime
from email.utils import parsedate_to_datetime

from onrecord.errors import BadDate

__all__ = ["read_metadata_date", "read_published"]


def read_published(written: str) -> date | datetime:
    """Read an ISO 8601 date or instant; an instant without a zone counts as its date only.

    A month without day and a day without year are refused: the year is never guessed (METHOD R-T1).

    Raises:
        BadDate: It is neither.

    >>> read_published("2022-03-09")
    datetime.date(2022, 3, 9)
    >>> read_published("2022-03-09T18:00")
    datetime.date(2022, 3, 9)
    """
    written = written.strip()
    try:
        return date.fromisoformat(written)
    except ValueError:
        pass
    try:
        instant = datetime.fromisoformat(written)
    except ValueError:
        message = f"{written!r} is not a date; write it as 2022-03-09 or 2022-03-09T18:00+02:00."
        raise BadDate(message) from None
    return instant if instant.tzinfo is not None else instant.date()


def read_metadata_date(written: str) -> date | datetime | None:
    """Read a date from page metadata: ISO 8601 or RFC 2822; None where it is neither."""
    try:
        return read_published(written)
    except BadDate:
        pass
    try:
        instant = parsedate_to_datetime(written)
    except (TypeError, ValueError, IndexError):
        return None
    # "-0000" means that the zone is unknown, and the parser then leaves it out.
    return instant if instant.tzinfo is not None else instant.date()
