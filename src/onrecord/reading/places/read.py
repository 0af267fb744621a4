"""Read every place that a document names, in one pass from its first word to its last (METHOD B7, R-L1 to R-L3)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from onrecord.model.place import Precision
from onrecord.model.reading import PlaceKind, PlaceMention
from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.places.metonyms import is_origin
from onrecord.reading.places.name_lookup import Sighting
from onrecord.reading.places.reference import refer
from onrecord.reading.places.resolution import resolve
from onrecord.reading.places.toponym_mentions import demonym_mentions, toponym_mention
from onrecord.reading.places.toponyms import find_toponyms
from onrecord.reading.places.word_page import WordPage

__all__ = ["document_zone", "dominant_country", "is_origin", "read_places"]

DEMONYM_WEIGHT = 0.5
"""How much a demonym says about the country of the names beside it, next to a name of that country itself."""


def read_places(doc: Doc, gazetteer: Gazetteer) -> tuple[PlaceMention, ...]:
    """Return the places of a document in order of their words: names, peoples, facilities, and words that refer back.

    Args:
        doc: The parse of the whole document: one sense a name, so parts must not be read apart.
        gazetteer: An open gazetteer.
    """
    page = WordPage(doc)
    sightings = find_toponyms(page, gazetteer)
    demonyms = demonym_mentions(page, gazetteer, sightings)
    senses = resolve(sightings, _holders(page, sightings), _company(sightings, demonyms))
    named: list[PlaceMention] = []
    for sighting in sightings:
        sense = senses.get((sighting.key, sighting.kinds))
        named.append(toponym_mention(page, gazetteer, sighting, sense))
    named.extend(demonyms)
    named.sort(key=lambda m: (m.first, -m.last))
    return refer(page, gazetteer, tuple(named), dominant_country(named))


def _holders(page: WordPage, sightings: Sequence[Sighting]) -> Mapping[int, Sighting]:
    """Return the place that the words give as the holder of another: "Paris, Texas"; "Bucha in Kyiv region"."""
    holders = {}
    for sighting, following in pairwise(sightings):
        between = page.lower[sighting.last : following.first]
        bare = [
            word for word in between if word not in {"the", "northern", "southern", "eastern", "western", "central"}
        ]
        if bare in ([","], ["in"], [",", "in"]) and len(between) <= 4:
            holders[sighting.first] = following
    return holders


def _company(sightings: Iterable[Sighting], demonyms: Iterable[PlaceMention]) -> dict[str, float]:
    """Return the weight of countries as peoples, regions and seats have it."""
    weights: dict[str, float] = defaultdict(float)
    for mention in demonyms:
        weights[mention.place.country or ""] += DEMONYM_WEIGHT
    for sighting in sightings:
        if sighting.region is not None and len(sighting.region.countries) == 1:
            weights[sighting.region.countries[0]] += 1.0
    return {country: weight**0.5 for country, weight in weights.items() if country}


def dominant_country(mentions: Iterable[PlaceMention]) -> str | None:
    """Return the ISO code of the country that most of a document's places lie in, None where two share the lead.

    Names weigh double what peoples do; places that stand for a state count as its names.
    """
    weights: Counter[str] = Counter()
    for mention in mentions:
        if mention.place.country is not None and mention.kind in {PlaceKind.TOPONYM, PlaceKind.DEMONYM}:
            weights[mention.place.country] += 2 if mention.kind is PlaceKind.TOPONYM and not mention.metonym else 1
    leading = weights.most_common(2)
    if not leading or (len(leading) == 2 and leading[0][1] == leading[1][1]):
        return None
    return leading[0][0]


def document_zone(mentions: Iterable[PlaceMention]) -> str | None:
    """Return the IANA zone of the place spoken of most that has a single one, settlements first, or None (R-T4)."""
    towns: Counter[str] = Counter()
    wider: Counter[str] = Counter()
    for mention in mentions:
        place = mention.place
        if place.timezone is None or mention.kind is PlaceKind.DEMONYM or mention.metonym:
            continue
        exact = place.precision in {Precision.SITE, Precision.SETTLEMENT, Precision.NEAR, Precision.ADM2}
        (towns if exact else wider)[place.timezone] += 1
    for zones in (towns, wider):
        if zones:
            return max(sorted(zones), key=zones.__getitem__)
    return None
