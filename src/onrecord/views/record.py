"""The record as a reader sees it: claims in words, grouped by the report they come from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.views.howmany import how_many
from onrecord.views.what import to_whom, what
from onrecord.views.when import day, when
from onrecord.views.where import where
from onrecord.views.who import firmly, speaker, via

__all__ = ["Heading", "Report", "Row", "by_report", "heading_of", "row"]


@dataclass(frozen=True, slots=True)
class Row:
    """One claim in words.

    Attributes:
        claim: The claim.
        speaker: Whose claim it is.
        via: Through whom it came to the outlet, or None.
        firmly: How firmly it is said.
        what: What happened, with the mark of what has not.
        to_whom: Who to whom, one line a role.
        where: Where, with the precision.
        when: When.
        how_many: One line a quantity.
        words: The words that it comes from, on one line.
    """

    claim: Claim
    speaker: str
    via: str | None
    firmly: str
    what: str
    to_whom: tuple[str, ...]
    where: str
    when: str
    how_many: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the claims of a report.

    Attributes:
        name: What the user called the report.
        outlet: Who published it, or None.
        title: Its headline, or None.
        published: When, or None where unknown.
    """

    name: str
    outlet: str | None = None
    title: str | None = None
    published: date | datetime | None = None

    @property
    def words(self) -> str:
        """Outlet, day and headline on one line; what is not known is said to be."""
        published = day(self.published) if self.published is not None else "date not known"
        facts = [self.outlet or "outlet not known", published]
        if self.title is not None:
            facts.append(self.title)
        return " · ".join(facts)


@dataclass(frozen=True, slots=True)
class Report:
    """One report with its claims.

    Attributes:
        heading: What stands above them.
        rows: The claims in words, in the order of the text.
    """

    heading: Heading
    rows: tuple[Row, ...]


def row(claim: Claim) -> Row:
    """Return a claim in words."""
    return Row(
        claim=claim,
        speaker=speaker(claim),
        via=via(claim),
        firmly=firmly(claim),
        what=what(claim),
        to_whom=to_whom(claim),
        where=where(claim.places),
        when=when(claim.time),
        how_many=tuple(how_many(quantity) for quantity in claim.quantities),
        words=" ".join(claim.evidence.exact.split()),
    )


def by_report(claims: Iterable[Claim], headings: Mapping[str, Heading]) -> Iterator[Report]:
    """Group claims by report, in the order in which the reports come, each in the order of its text.

    Args:
        claims: The claims; those of one report follow one another.
        headings: By document id; a report that is not here is headed by its name alone.
    """
    for document_id, group in groupby(claims, key=lambda claim: claim.document_id):
        members = sorted(group, key=lambda claim: (claim.evidence.start, claim.evidence.end))
        heading = headings.get(document_id) or Heading(members[0].document)
        yield Report(heading, tuple(row(claim) for claim in members))


def heading_of(document: Document) -> Heading:
    """Return the heading of a document."""
    outlet = document.outlet.value if document.outlet is not None else None
    title = document.title.value if document.title is not None else None
    return Heading(document.name, outlet, title, document.published)
