"""What every claim must satisfy before anybody sees it (METHOD R-C5, R-P1, R-P3).

A claim that fails is quarantined with the rule and the reason: never shown, never lost.
"""

from collections.abc import Callable, Iterator

from onrecord.model.attribution import HopKind, Voice
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.event import Role, Status, is_event_type
from onrecord.model.factuality import Modality
from onrecord.model.span import Quote

__all__ = ["CHECKS", "first_violation", "quotes"]

Violation = tuple[str, str]
"""The rule and the reason."""


def quotes(claim: Claim) -> Iterator[Quote]:
    """Yield every quotation in a claim."""
    singles = (claim.evidence, claim.content, claim.cue, claim.trigger, claim.time.expression if claim.time else None)
    yield from (quote for quote in singles if quote is not None)
    for hop in claim.attribution.chain:
        yield from (s.mention for s in hop.speakers if s.mention is not None)
    yield from (p.mention for p in claim.participants if p.mention is not None)
    yield from (p.mention for p in claim.places if p.mention is not None)
    for quantity in claim.quantities:
        if quantity.mention is not None:
            yield quantity.mention
        yield from (part.mention for part in quantity.includes if part.mention is not None)


def spans_reproduce(claim: Claim, document: Document) -> Violation | None:
    """R-C5: every quotation stands in the text exactly where it says."""
    for quote in quotes(claim):
        if not quote.reproduces(document.text):
            return "R-C5", f"the words {quote.exact[:40]!r} do not stand at {quote.start}-{quote.end}"
    return None


def content_within_evidence(claim: Claim, document: Document) -> Violation | None:
    """R-C5: the content is a part of the evidence."""
    del document
    if claim.content is not None and not claim.evidence.span.contains(claim.content.span):
        return "R-C5", "the content reaches outside the evidence"
    return None


def intervals_run_forward(claim: Claim, document: Document) -> Violation | None:
    """B8, B9: no interval ends before it starts."""
    del document
    if claim.time is not None and claim.time.reversed:
        return "B8", f"the time runs from {claim.time.start} back to {claim.time.end}"
    for q in claim.quantities:
        if q.low is not None and q.high is not None and q.high < q.low:
            return "B9", f"the count runs from {q.low} down to {q.high}"
        if q.unknown and (q.low is not None or q.high is not None):
            return "B9", "a count that is said to be unknown has a number"
    return None


def perpetrators_are_named(claim: Claim, document: Document) -> Violation | None:
    """R-P1: a stated perpetrator stands in the text."""
    del document
    for p in claim.participants:
        if p.role.blames and p.status is Status.STATED and p.mention is None:
            return "R-P1", f"{p.name} is shown as perpetrator but no words name them"
    return None


def perpetrators_are_alleged(claim: Claim, document: Document) -> Violation | None:
    """R-P3: a perpetrator outright needs the narrator's own words or an admission."""
    del document
    outright = [p for p in claim.participants if p.role is Role.PERPETRATOR]
    admitted = claim.modality in {Modality.ADMITTED, Modality.CONFIRMED}
    if outright and claim.attribution.voice is not Voice.NARRATOR and not admitted:
        return "R-P3", f"{outright[0].name} is shown as perpetrator on another's word"
    return None


def chains_end_at_the_publisher(claim: Claim, document: Document) -> Violation | None:
    """R-A1, R-A7: origin first, publisher last, and only the narrator stands alone."""
    del document
    kinds = [hop.kind for hop in claim.attribution.chain]
    alone = kinds == [HopKind.PUBLISHER]
    if kinds[-1] is not HopKind.PUBLISHER or alone != (claim.attribution.voice is Voice.NARRATOR):
        return "R-A1", "the chain does not lead from an origin to the publisher"
    return None


def type_is_known(claim: Claim, document: Document) -> Violation | None:
    """B5: the event type is in the tree."""
    del document
    return None if is_event_type(claim.event_type) else ("B5", f"{claim.event_type} is no event type")


CHECKS: tuple[Callable[[Claim, Document], Violation | None], ...] = (
    spans_reproduce,
    content_within_evidence,
    intervals_run_forward,
    perpetrators_are_named,
    perpetrators_are_alleged,
    chains_end_at_the_publisher,
    type_is_known,
)
"""In order; the first that fails is the reason of the quarantine."""


def first_violation(claim: Claim, document: Document) -> Violation | None:
    """Return the rule that a claim breaks first and the reason, or None for a sound claim."""
    return next((found for check in CHECKS if (found := check(claim, document)) is not None), None)
