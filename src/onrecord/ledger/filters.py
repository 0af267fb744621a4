"""Which claims: the filters that every ledger understands, and what they mean."""

from dataclasses import dataclass
from datetime import date

from onrecord.model.claim import Claim, Tier
from onrecord.model.event import event_family
from onrecord.model.factuality import Modality

__all__ = ["Filters", "matches", "place_keys", "speaker_keys"]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a claim must be; None lets everything pass, and all that are given must hold.

    Letter case never matters in names.

    Attributes:
        place: A name, gazetteer id or country code: of a place of the claim, of what holds it (its admin path,
            country included), or the words that mention it.
        since: First day, inclusive; the claim's time must touch [since, until]. An open end touches everything on
            its side. A claim without a time never passes a filter on time.
        until: Last day, inclusive.
        speaker: Part of the name of any speaker of the chain, from origin to publisher.
        event_type: A family (``CEASEFIRE``: with its subtypes) or a type (``CEASEFIRE.VIOLATION``).
        modality: The speech act.
        outlet: Name of the outlet that published the document.
        document: Name of the document, or its id.
        tier: How directly the text makes the claim.
        text: Part of the words of the evidence.
    """

    place: str | None = None
    since: date | None = None
    until: date | None = None
    speaker: str | None = None
    event_type: str | None = None
    modality: Modality | None = None
    outlet: str | None = None
    document: str | None = None
    tier: Tier | None = None
    text: str | None = None


def place_keys(claim: Claim) -> tuple[str, ...]:
    """Return every name that the claim's places go by, folded: names, mentions, ids, admin path, country."""
    keys: dict[str, None] = {}
    for place in claim.places:
        mention = place.mention.exact if place.mention is not None else None
        for name in (place.name, mention, place.gazetteer_id, place.country, *place.admin):
            if name is not None:
                keys[name.casefold()] = None
    return tuple(keys)


def speaker_keys(claim: Claim) -> tuple[str, ...]:
    """Return the names of all speakers of the chain, folded, origin first."""
    names = (speaker.name.casefold() for hop in claim.attribution.chain for speaker in hop.speakers)
    return tuple(dict.fromkeys(names))


def _in_time(filters: Filters, claim: Claim) -> bool:
    if filters.since is None and filters.until is None:
        return True
    return claim.time is not None and claim.time.touches(filters.since, filters.until)


def _of_type(wanted: str, event_type: str) -> bool:
    return wanted.upper() in {event_type, event_family(event_type)}


def matches(filters: Filters, claim: Claim, *, outlet: str | None) -> bool:
    """Tell whether a claim passes; `outlet` is that of its document. The meaning that every ledger must keep."""
    return (
        (filters.place is None or filters.place.casefold() in place_keys(claim))
        and _in_time(filters, claim)
        and (filters.speaker is None or any(filters.speaker.casefold() in name for name in speaker_keys(claim)))
        and (filters.event_type is None or _of_type(filters.event_type, claim.event_type))
        and (filters.modality is None or claim.modality is filters.modality)
        and (filters.outlet is None or (outlet is not None and outlet.casefold() == filters.outlet.casefold()))
        and (filters.document is None or filters.document in {claim.document, claim.document_id})
        and (filters.tier is None or claim.tier is filters.tier)
        and (filters.text is None or filters.text.casefold() in claim.evidence.exact.casefold())
    )
