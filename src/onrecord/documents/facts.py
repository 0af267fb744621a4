"""Facts about a report before they are weighed: those the user gives, and those its file states."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from onrecord.documents.published import read_published
from onrecord.model.document import Basis, TextLayer
from onrecord.model.issue import Issue

__all__ = ["NOTHING_GIVEN", "Extraction", "FileFacts", "GivenFacts"]


@dataclass(frozen=True, slots=True)
class GivenFacts:
    """What the user says about every report of a run; it wins over what the reports say.

    Attributes:
        outlet: Who published them.
        title: Their headline.
        published: When they were published.
    """

    outlet: str | None = None
    title: str | None = None
    published: date | datetime | None = None

    @classmethod
    def parse(cls, *, outlet: str | None = None, title: str | None = None, published: str | None = None) -> Self:
        """Return the facts as typed on the command line; blank ones count as absent.

        Raises:
            BadDate: `published` is not an ISO date or instant.
        """
        day = read_published(published) if published is not None else None
        return cls((outlet or "").strip() or None, (title or "").strip() or None, day)


NOTHING_GIVEN = GivenFacts()
"""The user says nothing about the reports."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file states about its report in fields or metadata, still as written.

    Attributes:
        outlet: Who published it.
        title: Its headline.
        published: When it was published, as written.
        url: Where it was published.
        language: ISO 639-1 code.
        basis: `Basis.OPTION` for the user's own rows, `Basis.METADATA` for a page's metadata.
    """

    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    basis: str = Basis.METADATA


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extractor made of a capture.

    Attributes:
        layer: The text layer, or None where there is nothing to read.
        facts: What the file states about its report.
        issues: What was met on the way.
    """

    layer: TextLayer | None
    facts: FileFacts = FileFacts()
    issues: tuple[Issue, ...] = ()
