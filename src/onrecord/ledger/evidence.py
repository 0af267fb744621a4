"""Whether the words of a claim stand where it says (R-C5); asked at every write and at every read."""

from collections.abc import Iterator

from onrecord.model.claim import Claim, Quarantined
from onrecord.model.span import Quote

__all__ = ["RULE", "broken_quote", "quotes_of", "unfounded"]

RULE = "R-C5"


def quotes_of(claim: Claim) -> Iterator[tuple[str, Quote]]:
    """Yield every quotation of a claim with the key it stands under."""
    own = {"evidence": claim.evidence, "content": claim.content, "cue": claim.cue, "trigger": claim.trigger}
    mentions = [
        *(("attribution", speaker.mention) for hop in claim.attribution.chain for speaker in hop.speakers),
        *(("participants", participant.mention) for participant in claim.participants),
        *(("places", place.mention) for place in claim.places),
        *(("quantities", quantity.mention) for quantity in claim.quantities),
        *(("quantities", subset.mention) for quantity in claim.quantities for subset in quantity.includes),
        ("time", claim.time.expression if claim.time is not None else None),
    ]
    for key, quote in [*own.items(), *mentions]:
        if quote is not None:
            yield key, quote


def broken_quote(claim: Claim, text: str) -> str | None:
    """Return what is wrong with the first quotation that the text does not hold, or None."""
    for key, quote in quotes_of(claim):
        if not quote.reproduces(text):
            return f"{key}: the text does not hold {quote.exact[:60]!r} at {quote.start}-{quote.end}"
    return None


def unfounded(claim: Claim, text: str) -> Quarantined | None:
    """Return the claim in quarantine where its words do not stand in the text, else None (R-C5)."""
    reason = broken_quote(claim, text)
    return None if reason is None else Quarantined(claim, RULE, reason)
