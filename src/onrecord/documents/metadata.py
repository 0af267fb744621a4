"""Outlet, headline and day of publication, chosen among what the user, the file and the text say."""

from dataclasses import dataclass
from datetime import date, datetime

from onrecord.documents.facts import FileFacts, GivenFacts
from onrecord.documents.head import Head
from onrecord.documents.published import read_metadata_date, read_published
from onrecord.errors import BadDate
from onrecord.model.document import Basis, Stated
from onrecord.model.issue import Issue, Severity
from onrecord.model.span import Span

__all__ = ["Published", "choose_outlet", "choose_published", "choose_title"]


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published.

    Attributes:
        value: The day or instant, or None where nothing says it: it is never guessed (METHOD R-T1).
        basis: One of `Basis`, or None with `value`.
        issues: What was met on the way.
    """

    value: date | datetime | None = None
    basis: str | None = None
    issues: tuple[Issue, ...] = ()


def choose_outlet(given: GivenFacts, facts: FileFacts, head: Head) -> Stated | None:
    """Return who published a report: the user's word, else the file's, else the dateline's (METHOD B1, Outlet).

    The dateline of a page that names itself is the credit of an agency, not the outlet.
    """
    stated = head.dateline.outlet if head.dateline else None
    mention = stated.mention if stated else None
    for value, basis in ((given.outlet, Basis.OPTION), (facts.outlet, facts.basis)):
        if value is not None:
            return Stated(value, basis, mention if stated and value == stated.value else None)
    return stated


def choose_title(given: GivenFacts, facts: FileFacts, head: Head, text: str) -> Stated | None:
    """Return the headline of a report: the user's word, else the file's, else the first line where it is set apart."""
    for value, basis in ((given.title, Basis.OPTION), (facts.title, facts.basis)):
        if value is not None:
            start = len(text) - len(text.lstrip())
            stands_first = text.startswith(value, start) and text[start + len(value) :][:1] in {"", "\n"}
            return Stated(value, basis, Span(start, start + len(value)) if stands_first else None)
    return head.title


def choose_published(given: GivenFacts, facts: FileFacts, head: Head, name: str) -> Published:
    """Return when a report was published: the user's word, else the file's, else the text's (METHOD R-T1).

    Args:
        given: What the user says.
        facts: What the file states.
        head: What the head of the text says.
        name: What the user called the document, for issues.
    """
    if given.published is not None:
        return Published(given.published, Basis.OPTION)
    value, issues = stated_date(facts, name)
    if value is not None:
        return Published(value, facts.basis, issues)
    day = head.published or (head.dateline.day if head.dateline else None)
    if day is not None and day.published is not None:
        return Published(day.published, Basis.DATELINE, issues)
    return Published(None, None, (*issues, undated(head, name)))


def stated_date(facts: FileFacts, name: str) -> tuple[date | datetime | None, tuple[Issue, ...]]:
    """Return the date that the file states, with an issue where it cannot be read."""
    if facts.published is None:
        return None, ()
    if facts.basis == Basis.METADATA:
        value = read_metadata_date(facts.published)
        problem = f"The page's date {facts.published!r} cannot be read."
    else:
        value, problem = row_date(facts.published)
    if value is not None:
        return value, ()
    return None, (Issue("bad_date", problem, Severity.WARNING, name),)


def row_date(written: str) -> tuple[date | datetime | None, str]:
    """Return the date of a row's field, or what is wrong with it."""
    try:
        return read_published(written), ""
    except BadDate as error:
        return None, str(error)


def undated(head: Head, name: str) -> Issue:
    """Return the warning that nothing says when a report was published, pointing to a dateline without year."""
    day = head.dateline.day if head.dateline else None
    if day is not None:
        message = "The dateline has a day without a year; give the day of publication, the year is never guessed."
        return Issue("no_publication_date", message, Severity.WARNING, name, day.span)
    message = 'Nothing says when it was published, so words such as "Wednesday" stay open; give the day of publication.'
    return Issue("no_publication_date", message, Severity.WARNING, name)
