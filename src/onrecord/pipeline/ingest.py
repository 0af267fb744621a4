"""Take reports into the ledger, one transaction each; a run that is interrupted is taken up by running it again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.documents.facts import GivenFacts
from onrecord.ledger.base import Entry, Writer
from onrecord.model.document import Capture
from onrecord.model.issue import Issue, Severity
from onrecord.pipeline.outcome import Outcome
from onrecord.pipeline.read import Reads, claims_of, document_of

__all__ = ["ingest"]


def ingest(captures: Iterable[Capture | Issue], facts: GivenFacts, reader: Reads, writer: Writer) -> Iterator[Outcome]:
    """Read reports and append each to the ledger before the next is begun.

    A report that the ledger holds already, read by the same reader, is not read again. What is yielded is durable.

    Args:
        captures: From `onrecord.sources`.
        facts: What the user says about all of them.
        reader: What reads them.
        writer: The ledger.

    Raises:
        LedgerError: The ledger cannot be written; nothing of the report at hand is in it.
    """
    for captured in captures:
        outcome = document_of(captured, facts)
        if outcome.document is not None and writer.has(outcome.document.id, reader.info):
            # Its problems were recorded with it; to list them at every run would bury the new ones. Errors stay errors.
            errors = tuple(issue for issue in outcome.issues if issue.severity is Severity.ERROR)
            yield replace(outcome, known=True, issues=errors)
        else:
            yield _append(claims_of(outcome, reader), reader, writer)


def _append(outcome: Outcome, reader: Reads, writer: Writer) -> Outcome:
    """Append a report, read or kept unread; where there is no text to keep, the reasons."""
    if outcome.document is None or outcome.capture is None:
        writer.append_issues(outcome.issues)
        return outcome
    writer.append(
        Entry(
            capture=outcome.capture,
            document=outcome.document,
            reader=reader.info,
            claims=outcome.claims,
            quarantined=outcome.quarantined,
            issues=outcome.issues,
        )
    )
    return outcome
