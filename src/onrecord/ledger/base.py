"""The contract: what may be appended, and what may be asked (METHOD A6, B14).

Writing and reading are separate interfaces. Most code receives a `View`; only ingest receives a `Writer`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from onrecord.ledger.filters import Filters
from onrecord.model.claim import Claim, Quarantined, ReaderInfo
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Issue

__all__ = ["EVERYTHING", "Appended", "AsOf", "Counts", "Entry", "Listed", "View", "Writer"]

EVERYTHING = Filters()
"""The filter that lets every claim pass."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that one report puts into the ledger; appended as one transaction or not at all.

    Attributes:
        capture: The bytes as they came; their digest is the document's ``capture_sha256``.
        document: The report.
        reader: What read it; with the document's id it says whether this entry is already there.
        claims: What was read, in the order of the text, each with its id (`onrecord.model.wire.with_id`).
        quarantined: Claims that broke a rule.
        issues: Problems met with this document.
    """

    capture: Capture
    document: Document
    reader: ReaderInfo
    claims: tuple[Claim, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of an entry.

    Attributes:
        document_id: The document's id.
        tx: The transaction that holds this reading: a new one, or the earlier one where it was already there.
        new: False where this document with this reader was already there and nothing was appended.
        new_document: True where the document was not known; False where only a reading was added.
        claims: Claims appended; 0 where nothing was.
        quarantined: Claims appended to the quarantine.
        issues: Issues appended.
    """

    document_id: str
    tx: int
    new: bool
    new_document: bool = False
    claims: int = 0
    quarantined: int = 0
    issues: int = 0


@dataclass(frozen=True, slots=True)
class Listed:
    """One document in a list: everything but its text.

    Attributes:
        id: The document's id.
        name: What the user called it.
        outlet: Who published it, or None.
        title: Its headline, or None.
        published: When, or None where unknown.
        url: Where, or None.
        language: ISO 639-1 code, or None.
        reader: What read it last.
        claims: Claims of that reading.
        quarantined: Claims that broke a rule in that reading.
        issues: Problems of that reading.
        tx: The transaction of that reading.
        at: When that was, UTC.
    """

    id: str
    name: str
    outlet: str | None
    title: str | None
    published: date | datetime | None
    url: str | None
    language: str | None
    reader: ReaderInfo
    claims: int
    quarantined: int
    issues: int
    tx: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a view shows.

    Attributes:
        documents: Documents shown.
        claims: Their claims.
        quarantined: Their claims that broke a rule.
        issues: Problems shown.
        undated: Documents left out of a publication-time view because nobody knows when they were published.
        later: Documents left out of a publication-time view because they were published after its day.
        tx: The last transaction that the view can see, 0 where there is none.
    """

    documents: int
    claims: int
    quarantined: int
    issues: int
    undated: int
    later: int
    tx: int


@dataclass(frozen=True, slots=True)
class AsOf:
    """The moment a view looks from; without one, it is now.

    Attributes:
        published: Only documents published on or before this day. Documents without a date of publication are
            left out, and counted in `Counts.undated`.
        ledger: Only what the ledger held then: a transaction number, or an instant with a zone (inclusive).
    """

    published: date | None = None
    ledger: int | datetime | None = None


class Writer(Protocol):
    """Appends; never changes or removes."""

    def has(self, document_id: str, reader: ReaderInfo) -> bool:
        """Tell whether this document, read by this reader, is already there; ask before an expensive reading."""

    def append(self, entry: Entry) -> Appended:
        """Append one document with its claims, quarantined claims and issues, all or nothing.

        When this returns, the entry survives a crash. The same document with the same reader again appends
        nothing. Another reader adds a reading; the latest reading is what views show.

        Raises:
            LedgerBusy: Another process holds the write lock for too long.
            ValueError: The parts do not belong together (a claim of another document, bytes of another capture).
        """

    def append_issues(self, issues: Iterable[Issue]) -> int:
        """Append problems with documents that could not be taken in; return how many were new.

        Raises:
            LedgerBusy: Another process holds the write lock for too long.
        """


class View(Protocol):
    """The ledger as of one moment, fixed when the view is made: later appends do not show.

    Shown are, for each report, the latest document and its latest reading: where the same bytes were taken in
    again under the same name with other facts (outlet, date, extractor), the later document replaces the earlier.
    """

    def claims(self, filters: Filters = EVERYTHING) -> Iterator[Claim]:
        """Yield the claims that pass, by transaction, then in the order of the text."""

    def claim(self, prefix: str) -> Claim | None:
        """Return the claim whose id starts so (with or without ``claim-``), or None.

        A claim of a superseded reading is found too, where no shown one fits: an id once cited never goes dead.

        Raises:
            UsageError: More than one claim fits.
        """

    def documents(self) -> Iterator[Listed]:
        """Yield the documents shown, by transaction."""

    def document(self, key: str) -> Document | None:
        """Return the latest document of this name, or the one whose id starts so; None where there is none.

        Raises:
            UsageError: More than one id fits.
        """

    def capture(self, sha256: str) -> Capture | None:
        """Return the raw bytes with this digest, or None."""

    def issues(self) -> Iterator[Issue]:
        """Yield the problems of the readings shown, and those of documents that were never taken in.

        The latter go when a document of the same name is taken in later; they have no date of publication, so a
        publication-time view leaves them out.
        """

    def quarantined(self) -> Iterator[Quarantined]:
        """Yield the claims that broke a rule, with the rule."""

    def counts(self) -> Counts:
        """Return how much is shown, and how much a publication-time view leaves out."""
