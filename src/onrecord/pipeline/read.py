"""Read reports without a ledger: captures → documents → readings → claims."""

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Protocol

from onrecord.claims.assemble import assemble
from onrecord.documents.facts import NOTHING_GIVEN, GivenFacts
from onrecord.documents.read import read_document
from onrecord.model.claim import ReaderInfo
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Issue, Severity
from onrecord.model.reading import Reading
from onrecord.pipeline.outcome import Outcome
from onrecord.sources.captures import captures

__all__ = ["Reads", "claims_of", "document_of", "documents_of", "read"]


class Reads(Protocol):
    """Something that reads documents, as `onrecord.reading.reader.Reader` does."""

    @property
    def info(self) -> ReaderInfo:
        """What it is, known before anything is read."""

    def read(self, document: Document) -> Reading:
        """Lay every layer over one document."""


def read(found: Iterable[Capture | Issue], facts: GivenFacts, reader: Reads) -> Iterator[Outcome]:
    """Read reports one after the other; whatever is wrong with one of them stays with it.

    Args:
        found: Captures, from `onrecord.sources`.
        facts: What the user says about all of them.
        reader: What reads them.
    """
    for captured in found:
        yield claims_of(document_of(captured, facts), reader)


def documents_of(paths: Sequence[str]) -> tuple[Document, ...]:
    """Return the documents of files and folders, unread, without those that failed: for benchmarks and notebooks."""
    found = captures(paths, stdin=io.BytesIO(), now=datetime.now(UTC))
    outcomes = [document_of(captured, NOTHING_GIVEN) for captured in found]
    return tuple(one.document for one in outcomes if one.document is not None and not one.failed)


def document_of(captured: Capture | Issue, facts: GivenFacts) -> Outcome:
    """Return a capture's document, or why there is none."""
    if isinstance(captured, Issue):
        return Outcome(captured.document, issues=(captured,))
    outcome = Outcome(captured.name, capture=captured)
    try:
        result = read_document(captured, facts)
    except Exception as error:  # noqa: BLE001 - as above
        return outcome.with_defect(_defect("document_failed", error, captured.name))
    document = result.values[0] if result.values else None
    return Outcome(captured.name, captured, document, issues=result.issues)


def claims_of(outcome: Outcome, reader: Reads) -> Outcome:
    """Return the outcome with its document's claims, or why there are none.

    A document that has failed already (its text is too long) is passed on as it is: kept, and not read.
    """
    document = outcome.document
    if document is None or outcome.failed:
        return outcome
    try:
        reading = reader.read(document)
        assembled = assemble(document, reading)
    except Exception as error:  # noqa: BLE001 - as above
        return outcome.with_defect(_defect("reading_failed", error, outcome.name))
    told = {issue.code for issue in outcome.issues}  # by the stage that knows the place in the text; once is enough
    issues = (*outcome.issues, *(issue for issue in reading.issues if issue.code not in told), *assembled.issues)
    return Outcome(outcome.name, outcome.capture, document, assembled.claims, assembled.quarantined, issues)


def _defect(code: str, error: Exception, name: str) -> Issue:
    reason = " ".join(f"{type(error).__name__}: {error}".split())
    message = f"The report could not be read, which is a defect of onrecord ({reason}); please report it."
    return Issue(code, message, Severity.ERROR, name)
