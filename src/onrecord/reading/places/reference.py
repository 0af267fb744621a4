"""Join names, facilities and words that refer back into one list of place mentions (METHOD B7, R-L1, R-I2)."""

from spacy.tokens import Doc

from onrecord.model.reading import PlaceKind, PlaceMention
from onrecord.model.span import Span
from onrecord.reading.places.facilities import FacilityPhrase, find_facilities
from onrecord.reading.places.facility_places import facility_mention
from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.places.generic_places import generic_mentions, generic_nouns, generic_plurals, names_itself
from onrecord.reading.places.memory import PlaceMemory, owns_an_office
from onrecord.reading.places.toponym_mentions import entry_place
from onrecord.reading.places.word_page import WordPage

__all__ = ["refer"]


def refer(
    page: WordPage, gazetteer: Gazetteer, named: tuple[PlaceMention, ...], dominant: str | None
) -> tuple[PlaceMention, ...]:
    """Return all mentions in order: the names, the facilities, and the common nouns that refer to places.

    Args:
        page: The words.
        gazetteer: For the capital that "the capital" means.
        named: Names and demonyms in order.
        dominant: The document's country, for "several villages".
    """
    doc, text = page.doc, page.text
    country = None if dominant is None else gazetteer.country(dominant)
    memory = PlaceMemory(text, None if country is None else entry_place(country, country.name, text, Span(0, 0)))
    facilities = {phrase.head: phrase for phrase in find_facilities(page)}
    dateline = _dateline_end(doc)
    by_first = {m.first: m for m in named}
    covered = {token: m for m in named for token in range(m.first, m.last)}
    found: list[PlaceMention] = []
    common = generic_plurals() | generic_nouns().keys()
    for at, word in enumerate(page.lower):
        mention = by_first.get(at)
        if mention is not None:
            found.append(mention)
            if mention.last > dateline and not (memory.settlements and owns_an_office(doc, mention)):
                memory.keep(mention)
        phrase = facilities.get(at)
        if phrase is not None and not within_name(doc, covered, phrase):
            found.append(facility_mention(doc, phrase, covered, memory))
        elif word in common and at not in covered:
            found.extend(generic_mentions(doc, gazetteer, doc[at], covered, memory))
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def within_name(doc: Doc, covered: dict[int, PlaceMention], phrase: FacilityPhrase) -> bool:
    """Tell whether a facility's noun belongs to a name that is a place itself: the White House, the port of Odesa."""
    named = covered.get(phrase.head)
    if named is not None and named.kind is PlaceKind.TOPONYM:
        return True
    return phrase.noun == "port" and names_itself(doc, doc[phrase.head], covered)


def _dateline_end(doc: Doc) -> int:
    """Return the token after a dateline: the town that a report was filed from is not what "the city" means."""
    for token in doc[: min(18, len(doc))]:
        if token.text in {"—", "–", "--", "-"} and token.i > 0 and doc[0].text.isupper() and len(doc[0].text) > 1:
            return token.i + 1
    return 0
