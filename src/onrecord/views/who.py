"""Who says it, through whom, and how firmly, in words (METHOD B3, B4)."""

from onrecord.model.attribution import Hop, HopKind, Speaker, Voice
from onrecord.model.claim import Claim
from onrecord.model.factuality import Modality, Polarity
from onrecord.views.labels import MODALITIES

__all__ = ["firmly", "hop_words", "listed", "publisher", "speaker", "via"]

UNNAMED = "not said who"
"""Hearsay: the text passes on words without saying whose."""

HEDGES = {"PR": "probably", "PS": "possibly"}
"""FactBank's lower certainties, as the origin hedges itself (R-M1)."""


def listed(names: list[str]) -> str:
    """Join names as a sentence does.

    >>> listed(["Ukraine", "Russia", "the UN"])
    'Ukraine, Russia and the UN'
    """
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def publisher(claim: Claim) -> str | None:
    """Return the outlet that published the claim, or None where nobody knows it."""
    names = [who.name for hop in claim.attribution.chain if hop.kind is HopKind.PUBLISHER for who in hop.speakers]
    return listed(names) or None


def speaker(claim: Claim) -> str:
    """Return whose claim it is: the origin; for the outlet's own words the outlet, marked as such."""
    if claim.attribution.voice is Voice.NARRATOR:
        return f"{publisher(claim) or 'the outlet'} (own words)"
    return hop_words(claim.attribution.origin)


def via(claim: Claim) -> str | None:
    """Return the relays between the origin and the outlet, nearest the origin first (R-A1); None without one."""
    return ", ".join(hop_words(hop) for hop in claim.attribution.relays) or None


def hop_words(hop: Hop) -> str:
    """Return who stands at one station of a chain."""
    return listed([_who(one) for one in hop.speakers]) or UNNAMED


def firmly(claim: Claim) -> str:
    """Return the speech act with the speaker's own hedge and the polarity: ``said``, ``probably, announced``."""
    words = MODALITIES[claim.modality]
    if claim.attribution.voice is Voice.NARRATOR and claim.modality is Modality.ASSERTED:
        words = "stated"
    if claim.polarity is Polarity.NEGATIVE and not _negates_itself(claim):
        words = f"{words} NOT"
    origin = claim.factuality[0].value[:2] if claim.factuality else ""
    hedge = HEDGES.get(origin) if not claim.modality.unrealised else None
    return f"{words}, {hedge}" if hedge else words


def _negates_itself(claim: Claim) -> bool:
    return claim.modality is Modality.DENIED


def _who(one: Speaker) -> str:
    told = [words for words in (one.role, one.affiliation) if words and words.casefold() not in one.name.casefold()]
    return f"{one.name} ({', '.join(told)})" if told else one.name
