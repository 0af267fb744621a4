"""Make place mentions of names: with their precision, "near" and "eastern", and states that act (METHOD B7, R-P5)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from onrecord.lexicons.load import lexicon
from onrecord.model.place import Place, Precision
from onrecord.model.reading import PlaceKind, PlaceMention
from onrecord.model.span import Span
from onrecord.reading.places.gazetteer import Entry, EntryKind, Gazetteer
from onrecord.reading.places.metonyms import speaks_for_state
from onrecord.reading.places.name_lookup import Sighting
from onrecord.reading.places.names import fold
from onrecord.reading.places.regions import Region
from onrecord.reading.places.resolution import Sense
from onrecord.reading.places.word_page import WordPage

__all__ = ["demonym_mentions", "near_radius", "span_head", "toponym_mention"]

DISTANCE = re.compile(r"^(kilomet(?:re|er)s?|km|kms|miles?|mi|met(?:re|er)s?|m)$")
COMPASS = {
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "outside",
    "away",
    "inland",
}
EXACT = {EntryKind.COUNTRY: Precision.COUNTRY, EntryKind.ADM1: Precision.ADM1, EntryKind.ADM2: Precision.ADM2,
         EntryKind.SETTLEMENT: Precision.SETTLEMENT}  # fmt: skip


@cache
def _directions() -> frozenset[str]:
    return frozenset(lexicon("regions")["directions"])


@cache
def _city_parts() -> frozenset[str]:
    return frozenset(lexicon("regions")["city_parts"])


def span_head(doc: Doc, first: int, last: int) -> int:
    """Return the token of a stretch that governs the others: the first whose head lies outside."""
    for token in doc[first:last]:
        if not first <= token.head.i < last or token.head.i == token.i:
            return token.i
    return last - 1


def demonym_mentions(page: WordPage, gazetteer: Gazetteer, sightings: Sequence[Sighting]) -> list[PlaceMention]:
    """Return the adjectives and peoples of states, outside the names of places: they say whose, never where (R-L2)."""
    taken = {token for s in sightings for token in range(s.first, s.last)}
    found: list[PlaceMention] = []
    doc, text = page.doc, page.text
    for at, capital in enumerate(page.capital):
        if not capital or at in taken:
            continue
        token, first = doc[at], at
        if token.ent_type_ == "PERSON":
            continue
        code = gazetteer.country_of_demonym(page.words[first])
        if first > 0 and page.capital[first - 1] and first - 1 not in taken:
            double = gazetteer.country_of_demonym(f"{page.words[first - 1]} {token.text}")
            if double is not None:
                code, first = double, first - 1
                found = [m for m in found if m.last <= first]
        entry = None if code is None else gazetteer.country(code)
        if entry is not None:
            span = Span(doc[first].idx, token.idx + len(token.text))
            place = entry_place(entry, entry.name, text, span)
            found.append(PlaceMention(span, first, token.i + 1, token.i, PlaceKind.DEMONYM, place))
    return found


def entry_place(entry: Entry, name: str, text: str, span: Span) -> Place:
    """Return a gazetteer's place as the place of these words."""
    return Place(
        name, span.quote(text), EXACT[entry.kind], entry.radius_km, entry.lat, entry.lon, entry.id, entry.admin,
        entry.country, timezone=entry.timezone,
    )  # fmt: skip


def toponym_mention(page: WordPage, gazetteer: Gazetteer, sighting: Sighting, sense: Sense | None) -> PlaceMention:
    """Return the mention of a name, with the words around it that change what it covers."""
    doc, text = page.doc, page.text
    last = sighting.cover or sighting.last
    head = span_head(doc, sighting.first, last)
    state = _state_meant(doc, gazetteer, sighting, sense, head)
    if state is not None:
        span = Span(doc[sighting.first].idx, doc[last - 1].idx + len(doc[last - 1].text))
        place = entry_place(state, state.name, text, span)
        return PlaceMention(span, sighting.first, last, head, PlaceKind.TOPONYM, place, metonym=True)
    first = _with_direction(doc, sighting.first)
    span = Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text))
    place = _place(gazetteer, sighting, sense, text, page.stretch(sighting.first, sighting.last), span)
    if first < sighting.first:
        place = _part(place, [t.lower_ for t in doc[first : sighting.first]], span.words(text))
    nearness = near_radius(doc, first)
    if nearness is not None and place.precision in {Precision.SETTLEMENT, Precision.SITE}:
        start, radius = nearness
        span = Span(doc[start].idx, span.end)
        place = replace(place, precision=Precision.NEAR, radius_km=max(radius, place.radius_km or 0.0))
        place = replace(place, mention=span.quote(text))
        first = start
    kind = PlaceKind.DEMONYM if _as_adjective(doc, sighting) else PlaceKind.TOPONYM
    return PlaceMention(span, first, last, head, kind, place)


def _as_adjective(doc: Doc, sighting: Sighting) -> bool:
    """Tell whether a state's abbreviation stands for its adjective: "US forces"."""
    token = doc[sighting.first]
    single = sighting.last - sighting.first == 1 and token.i + 1 < len(doc) and doc[token.i + 1].pos_ != "PUNCT"
    return single and token.text.isupper() and token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i


def _state_meant(doc: Doc, gazetteer: Gazetteer, sighting: Sighting, sense: Sense | None, head: int) -> Entry | None:
    """Return the state that a capital, seat or country name acts for here, or None (R-P5)."""
    if sighting.region is not None:
        return gazetteer.country(sighting.region.countries[0]) if sighting.region.seat else None
    entry = None if sense is None else sense.entry
    if entry is None or not (entry.capital or entry.kind is EntryKind.COUNTRY) or sighting.kinds:
        return None
    if not speaks_for_state(doc[head]):
        return None
    code = gazetteer.country_of_capital(entry.id) or entry.country
    return gazetteer.country(code)


def _place(gazetteer: Gazetteer, sighting: Sighting, sense: Sense | None, text: str, words: str, span: Span) -> Place:
    """Return what a name resolves to; without a pick, its rivals and what they have in common (R-L3)."""
    if sighting.region is not None:
        return _region_place(gazetteer, sighting.region, text, span)
    if sense is None or sense.entry is None:
        rivals = sighting.entries[:5] if sense is None else sense.rivals
        countries = {entry.country for entry in rivals}
        country = countries.pop() if len(countries) == 1 else None
        return Place(words, span.quote(text), country=country, candidates=tuple(entry.id for entry in rivals))
    entry = sense.entry
    place = entry_place(entry, _display(entry, sighting.key, words), text, span)
    return replace(place, candidates=tuple(rival.id for rival in sense.rivals))


def _display(entry: Entry, key: str, words: str) -> str:
    """Return the gazetteer's name where an English reader would know it, otherwise the words of the text."""
    known = fold(entry.name) == key or (
        entry.name.isascii() and entry.kind in {EntryKind.COUNTRY, EntryKind.SETTLEMENT}
    )
    typed = entry.kind in {EntryKind.ADM1, EntryKind.ADM2} and fold(entry.name).startswith(key)
    return entry.name if (known and entry.name.isascii()) or typed else words


def _region_place(gazetteer: Gazetteer, region: Region, text: str, span: Span) -> Place:
    code = region.countries[0] if len(region.countries) == 1 else None
    country = None if code is None else gazetteer.country(code)
    return Place(
        region.name, span.quote(text), region.precision, region.radius_km, region.lat, region.lon, region.gazetteer_id,
        () if country is None else (country.name,), code, timezone=None if country is None else country.timezone,
    )  # fmt: skip


def _with_direction(doc: Doc, first: int) -> int:
    """Take words of direction before a name in: "eastern Ukraine", "north-western Syria", "downtown Beirut"."""
    start = first
    while start > 0:
        word = doc[start - 1].lower_
        if word in _directions() or word in _city_parts():
            start -= 1
        elif word == "-" and start > 1 and doc[start - 2].lower_ in _directions():
            start -= 2
        else:
            break
    return start


def _part(place: Place, words: list[str], name: str) -> Place:
    """Return the part of a place that a direction names: of a country a fuzzy region, of a town the town."""
    if place.precision in {Precision.COUNTRY, Precision.ADM1, Precision.ADM2}:
        return replace(place, name=name, precision=Precision.REGION_FUZZY)
    if place.precision in {Precision.REGION_FUZZY, Precision.INTERNATIONAL}:
        return replace(place, name=name)
    return place if set(words) & (_city_parts() | _directions()) else replace(place, name=name)


def near_radius(doc: Doc, first: int) -> tuple[int, float] | None:
    """Return where "near", "outside" or "15 km north of" before a name begins, and the radius in km that it means."""
    words = lexicon("toponyms")
    default = float(words["near_radius_km"])
    at = first - 1
    if at >= 0 and doc[at].lower_ == "the":
        at -= 1
    if at < 0:
        return None
    if doc[at].lower_ in words["near"]:
        return at, default
    if doc[at].lower_ == "to" and at > 0 and doc[at - 1].lower_ == "close":
        return at - 1, default
    if doc[at].lower_ not in {"of", "from"} or at == 0:
        return None
    before = doc[at - 1]
    if before.lower_ in words["near_nouns"]:
        start = at - 2 if at > 1 and doc[at - 2].lower_ == "the" else at - 1
        return start, min(default, 15.0)
    return _at_distance(doc, at, default)


def _at_distance(doc: Doc, preposition: int, default: float) -> tuple[int, float] | None:
    """Read "15 kilometres north of" backwards from its preposition."""
    at = preposition - 1
    compass = doc[at].lower_ in COMPASS
    while at >= 0 and (doc[at].lower_ in COMPASS or doc[at].text == "-"):
        at -= 1
    if at >= 1 and doc[at].text == ")":
        return (preposition - 1, default) if compass else None
    if at >= 1 and DISTANCE.match(doc[at].lower_) and doc[at - 1].like_num:
        try:
            number = float(doc[at - 1].text.replace(",", ""))
        except ValueError:
            number = default
        unit = doc[at].lower_
        per = 1.609 if unit.startswith("mi") else 0.001 if unit.startswith("met") or unit == "m" else 1.0
        return at - 1, round(number * per + 5.0, 1)
    return (at + 1, default) if compass and doc[preposition].lower_ == "of" and doc[at + 1].i < preposition else None
