"""One claim with every field, the words it stands on, and the rule that led to each."""

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model.attribution import Hop, Speaker
from onrecord.model.claim import Claim
from onrecord.model.document import Document
from onrecord.model.event import Participant
from onrecord.model.place import Place
from onrecord.model.quantity import Quantity
from onrecord.model.span import Quote
from onrecord.model.time import Interval
from onrecord.views.howmany import how_many
from onrecord.views.labels import MODALITIES, PRECISIONS, event_words
from onrecord.views.what import mark
from onrecord.views.when import when

__all__ = ["Context", "context", "detail"]

AROUND = 160
"""Code points of the report shown on each side of the evidence."""


@dataclass(frozen=True, slots=True)
class Context:
    """The words of a claim with what stands around them.

    Attributes:
        before: What stands before, from the start of a line or word.
        words: The evidence.
        after: What stands after.
    """

    before: str
    words: str
    after: str


def context(claim: Claim, document: Document | None) -> Context:
    """Return the evidence in its context; without the document, with the context that the claim itself keeps."""
    quote = claim.evidence
    if document is None:
        return Context(quote.prefix, quote.exact, quote.suffix)
    text = document.text
    before = text[max(0, quote.start - AROUND) : quote.start]
    after = text[quote.end : quote.end + AROUND]
    if quote.start > AROUND:
        before = "…" + before.partition(" ")[2]
    if quote.end + AROUND < len(text):
        after = after.rpartition(" ")[0] + "…"
    return Context(before, quote.exact, after)


def detail(claim: Claim) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every field of a claim: its name, and what it holds with where and why, one line each."""
    attribution = claim.attribution
    for hop in attribution.chain:
        yield hop.kind.value, tuple(_hop(hop))
    yield "how", (f"{attribution.voice}, {attribution.style}, scope {attribution.scope}", *_at("cue", claim.cue))
    yield "modality", (f"{claim.modality} ({MODALITIES[claim.modality]}), polarity {claim.polarity}", *_warning(claim))
    yield "certainty", tuple(f"{fact.source or 'not said who'}: {fact.value}" for fact in claim.factuality)
    yield "event", (f"{claim.event_type} ({event_words(claim.event_type)})", *_at("trigger", claim.trigger))
    yield "participants", tuple(_participant(one) for one in claim.participants) or ("none named",)
    yield "where", tuple(_place(place) for place in claim.places) or ("not said",)
    yield "when", tuple(_time(claim.time))
    yield "how many", tuple(line for quantity in claim.quantities for line in _quantity(quantity)) or ("not said",)
    yield "content", tuple(_at("", claim.content)) or ("the evidence itself",)
    yield "evidence", (f"code points {claim.evidence.start}–{claim.evidence.end} of the text",)
    yield "tier", (claim.tier.value,)
    yield "flags", claim.flags or ("none",)
    yield "reader", (f"{claim.reader.name} {claim.reader.version}, parameters {claim.reader.parameters_digest}",)


def _quoted(quote: Quote) -> str:
    return f"“{' '.join(quote.exact.split())}” at {quote.start}–{quote.end}"


def _at(label: str, quote: Quote | None) -> list[str]:
    return [] if quote is None else [f"{label} {_quoted(quote)}".strip()]


def _mention(quote: Quote | None) -> str:
    return f": {_quoted(quote)}" if quote is not None else ": not named in these words"


def _hop(hop: Hop) -> Iterator[str]:
    if not hop.speakers:
        yield "not said who"
    for one in hop.speakers:
        yield _speaker(one)


def _speaker(one: Speaker) -> str:
    facts = [one.kind.value, *(fact for fact in (one.role, one.affiliation, one.bloc) if fact is not None)]
    why = f", resolved by {one.resolved_by}" if one.resolved_by is not None else ""
    where = f": {_quoted(one.mention)}" if one.mention is not None else ""
    return f"{one.name} ({', '.join(facts)}){where}{why}"


def _warning(claim: Claim) -> list[str]:
    first = mark(claim)
    return [] if first is None else [f"{first}: the speaker does not say that it happened"]


def _participant(one: Participant) -> str:
    return f"{one.role.value.replace('_', ' ')} {one.name} ({one.status}){_mention(one.mention)}"


def _place(place: Place) -> str:
    facts = [PRECISIONS[place.precision]]
    if place.lat is not None and place.lon is not None:
        facts.append(f"{place.lat:.4f}, {place.lon:.4f}")
    if place.radius_km is not None:
        facts.append(f"within {place.radius_km:g} km")
    facts.extend(fact for fact in (place.gazetteer_id, " › ".join(place.admin), place.country) if fact)
    if place.inferred:
        facts.append("inferred, R-L1")
    if place.candidates:
        facts.append(f"other readings {', '.join(place.candidates)}")
    return f"{place.name} ({'; '.join(facts)}){_mention(place.mention)}"


def _time(interval: Interval | None) -> Iterator[str]:
    yield when(interval)
    if interval is None:
        return
    facts = [f"precision {interval.precision}"]
    if interval.value is not None:
        facts.append(f"value {interval.value}")
    if interval.mod is not None:
        facts.append(interval.mod)
    if interval.basis is not None:
        facts.append(f"why: {interval.basis}")
    if interval.start_latest is not None:
        facts.append(f"start not after {interval.start_latest.isoformat()}")
    yield "; ".join(facts)
    yield from _at("expression", interval.expression)


def _quantity(quantity: Quantity) -> Iterator[str]:
    yield how_many(quantity)
    low = "open" if quantity.low is None else str(quantity.low)
    high = "open" if quantity.high is None else str(quantity.high)
    bounds = "not known" if quantity.unknown else f"low {low}, high {high}{' (soft)' if quantity.high_soft else ''}"
    facts = [quantity.kind, quantity.unit, bounds, quantity.approximator, quantity.scope]
    if quantity.as_of is not None:
        facts.append(f"as of {quantity.as_of}")
    yield f"  {'; '.join(fact for fact in facts if fact)}{_mention(quantity.mention)}"
