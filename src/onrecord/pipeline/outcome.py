"""What became of each report of a run, and the sum of it."""

from dataclasses import dataclass, replace
from typing import Self

from onrecord.model.claim import Claim, Quarantined
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Issue, Severity

__all__ = ["Outcome", "Tally"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one report.

    Attributes:
        name: What the user called it.
        capture: Its bytes, or None where there were none to be had.
        document: The report; None where there is no text to keep.
        claims: What was read in it, in the order of the text.
        quarantined: Claims that broke a rule: never shown, never lost.
        issues: Problems met with it.
        known: True where the ledger held this report already and it was not read again.
    """

    name: str
    capture: Capture | None = None
    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    quarantined: tuple[Quarantined, ...] = ()
    issues: tuple[Issue, ...] = ()
    known: bool = False

    @property
    def failed(self) -> bool:
        """True where a report could not be read; a file that is passed over with a note has not failed."""
        return any(issue.severity is Severity.ERROR for issue in self.issues)

    def with_defect(self, issue: Issue) -> Self:
        """Return the outcome of the same report as one that a defect of the program kept from being read."""
        return replace(self, document=None, claims=(), quarantined=(), issues=(*self.issues, issue))


@dataclass(frozen=True, slots=True)
class Tally:
    """The sum of a run.

    Attributes:
        read: Reports that were read.
        known: Reports that the ledger held already.
        failed: Reports that could not be read.
        claims: Claims of the reports that were read.
        quarantined: Claims that broke a rule.
        issues: Problems met.
    """

    read: int = 0
    known: int = 0
    failed: int = 0
    claims: int = 0
    quarantined: int = 0
    issues: int = 0

    def plus(self, outcome: Outcome) -> Self:
        """Return the sum with one more report."""
        taken = outcome.document is not None and not outcome.failed
        return replace(
            self,
            read=self.read + (taken and not outcome.known),
            known=self.known + (taken and outcome.known),
            failed=self.failed + outcome.failed,
            claims=self.claims + len(outcome.claims),
            quarantined=self.quarantined + len(outcome.quarantined),
            issues=self.issues + len(outcome.issues),
        )

    @property
    def taken(self) -> int:
        """Reports that are in: read now, or known before."""
        return self.read + self.known

    @property
    def words(self) -> str:
        """The sum on one line."""
        parts = [_count(self.read, "report") + " read"]
        if self.known:
            parts.append(f"{self.known} already there")
        if self.failed:
            parts.append(f"{self.failed} failed")
        parts.append(_count(self.claims, "claim"))
        if self.quarantined:
            parts.append(f"{self.quarantined} in quarantine")
        if self.issues:
            parts.append(_count(self.issues, "issue"))
        return ", ".join(parts)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
