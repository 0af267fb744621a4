"""Resolve common nouns that stand for places: "the city", "the capital", "several villages" (METHOD B7, R-L1)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.place import Place, Precision
from onrecord.model.reading import PlaceKind, PlaceMention
from onrecord.model.span import Span
from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.places.memory import PlaceMemory
from onrecord.reading.places.name_runs import ARTICLES
from onrecord.reading.places.toponym_mentions import entry_place, span_head

__all__ = ["generic_mentions", "generic_nouns", "generic_plurals", "names_itself"]

A_CITY = 30_000
"""People from which on a settlement counts as a city rather than a village for words that refer back."""
NOUN_PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "VERB", "ADV", "PRON"})


@cache
def generic_nouns() -> dict[str, str]:
    """Return the nouns that stand for a place spoken of before, with the kind of place that each can stand for."""
    table: dict[str, list[str]] = lexicon("regions")["generic"]
    return {noun: kind for kind, nouns in table.items() for noun in nouns}


@cache
def generic_plurals() -> frozenset[str]:
    """Return the plurals that stand for places without names."""
    return frozenset(lexicon("regions")["generic_plurals"])


@cache
def _determiners() -> frozenset[str]:
    return frozenset(lexicon("regions")["generic_determiners"])


def generic_mentions(
    doc: Doc, gazetteer: Gazetteer, token: Token, covered: dict[int, PlaceMention], memory: PlaceMemory
) -> Iterator[PlaceMention]:
    """Yield the mention that a common noun for a place makes, if it makes one."""
    lowered = token.lower_
    if lowered in generic_plurals() and token.pos_ == "NOUN":
        made = _set(doc, token, covered, memory)
    elif lowered in generic_nouns() and token.pos_ in {"NOUN", "PROPN"}:
        made = _back(doc, gazetteer, token, covered, memory)
    else:
        return
    if made is not None:
        yield made


def _back(
    doc: Doc, gazetteer: Gazetteer, token: Token, covered: dict[int, PlaceMention], memory: PlaceMemory
) -> PlaceMention | None:
    """Resolve "the besieged city", "the capital", "the country" to what was spoken of last."""
    if (unknown := _unknown_name(doc, token, covered, memory)) is not None:
        return unknown
    first = _phrase_start(doc, token, covered)
    if doc[first].lower_ not in _determiners() or token.dep_ == "compound" or names_itself(doc, token, covered):
        return None
    target = _target(gazetteer, generic_nouns()[token.lower_], doc, first, token.i, memory)
    if target is None:
        return None
    span = Span(doc[first].idx, token.idx + len(token.text))
    place = replace(target, mention=span.quote(memory.text), candidates=())
    return PlaceMention(span, first, token.i + 1, token.i, PlaceKind.GENERIC, place)


def _unknown_name(doc: Doc, token: Token, covered: dict[int, PlaceMention], memory: PlaceMemory) -> PlaceMention | None:
    """Return the name after "the village of" that no gazetteer knows: a place without a point (R-L3)."""
    first = token.i + 2
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "of" or generic_nouns()[token.lower_] != "settlement":
        return None
    last = first
    while (
        last < len(doc)
        and last - first < 5
        and last not in covered
        and (
            doc[last].text[0].isupper()
            or ((doc[last].text == "-" or doc[last].lower_ in ARTICLES) and doc[last].pos_ == "PROPN")
        )
    ):
        last += 1
    if last == first or not any(t.text[0].isupper() for t in doc[first:last]):
        return None
    span = Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1].text))
    place = Place(span.words(memory.text), span.quote(memory.text))
    return PlaceMention(span, first, last, span_head(doc, first, last), PlaceKind.TOPONYM, place)


def _target(gazetteer: Gazetteer, kind: str, doc: Doc, first: int, head: int, memory: PlaceMemory) -> Place | None:
    """Return the place of a kind that was spoken of last."""
    if kind == "settlement":
        place = _sized(gazetteer, doc[head].lower_, memory)
        if place is not None and place.precision is not Precision.SETTLEMENT:
            place = replace(place, precision=Precision.SETTLEMENT)
        return place
    if kind == "adm1":
        return memory.unit
    if kind == "country":
        return memory.country or memory.dominant
    codes = [gazetteer.country_of_demonym(doc[at].text) for at in range(first, head)]
    code = next((c for c in codes if c is not None), None) or (memory.dominant.country if memory.dominant else None)
    state = None if code is None else gazetteer.country(code)
    if state is None:
        return None
    seat = gazetteer.capital_of(state.country)
    return None if seat is None else entry_place(seat, seat.name, memory.text, Span(0, 0))


def _sized(gazetteer: Gazetteer, noun: str, memory: PlaceMemory) -> Place | None:
    """Return the settlement spoken of last that a noun fits: no village is "the city", no large town "the village"."""
    for place in reversed(memory.settlements):
        entry = None if place.gazetteer_id is None else gazetteer.entry(place.gazetteer_id)
        people = 0 if entry is None else entry.population
        if not people or (noun in {"city", "metropolis"} and people >= A_CITY):
            return place
        if noun == "town" or (noun in {"village", "hamlet"} and people < A_CITY):
            return place
        if noun not in {"city", "metropolis", "village", "hamlet"}:
            return place
    return memory.settlement


def names_itself(doc: Doc, token: Token, covered: dict[int, PlaceMention]) -> bool:
    """Tell whether a name follows that the noun only introduces: "the city of Mariupol", "the village Bucha"."""
    at = token.i + 1
    if at + 3 < len(doc) and doc[at].lower_ == "and":  # "the town and gas hub of"
        ahead = next((k for k in range(at + 1, at + 5) if k < len(doc) and doc[k].lower_ == "of"), at)
        at = ahead
    if at < len(doc) and doc[at].lower_ in {"of", ","}:
        at += 1
    following = covered.get(at)
    if following is None or following.kind is not PlaceKind.TOPONYM:
        return False
    return doc[token.i + 1].text != "," or following.place.precision is Precision.SETTLEMENT


def _phrase_start(doc: Doc, token: Token, covered: dict[int, PlaceMention]) -> int:
    """Return the first token of the noun phrase that ends in `token`."""
    first = token.i
    while first > 0 and token.i - first < 6:
        before = doc[first - 1]
        named = covered.get(before.i)
        if named is not None and named.kind is PlaceKind.TOPONYM:
            break
        if before.pos_ not in NOUN_PHRASE and before.lower_ not in {"-", "and"}:
            break
        if before.pos_ in {"VERB", "ADV", "PRON"} and before.dep_ not in {"amod", "poss", "advmod", "compound"}:
            break
        if before.lower_ == "and" and not (first - 2 >= 0 and doc[first - 2].lower_ in generic_plurals()):
            break
        if before.dep_ in {"nsubj", "dobj", "pobj", "nsubjpass"} and before.lower_ not in generic_plurals():
            break
        first -= 1
        if before.pos_ == "DET":
            break
    return first


def _set(doc: Doc, token: Token, covered: dict[int, PlaceMention], memory: PlaceMemory) -> PlaceMention | None:
    """Resolve "besieged Ukrainian towns and cities" to an unnamed set in a country."""
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "and" and doc[token.i + 2].lower_ in generic_plurals():
        return None
    if names_itself(doc, token, covered) or token.dep_ == "compound":
        return None
    first = _phrase_start(doc, token, covered)
    owner = _set_country(doc, token, first, covered) or memory.country or memory.dominant
    if memory.dominant is not None and _set_country(doc, token, first, covered) is None:
        owner = memory.dominant
    span = Span(doc[first].idx, token.idx + len(token.text))
    words, quote = span.words(memory.text), span.quote(memory.text)
    if owner is None:
        place = Place(words, quote)
    elif owner.precision is Precision.COUNTRY:
        place = replace(owner, name=words, mention=quote, precision=Precision.UNNAMED_SET_IN_COUNTRY, gazetteer_id=None,
                        admin=(owner.name,), candidates=())  # fmt: skip
    else:
        place = replace(owner, name=words, mention=quote, candidates=())
    return PlaceMention(span, first, token.i + 1, token.i, PlaceKind.GENERIC, place)


def _set_country(doc: Doc, token: Token, first: int, covered: dict[int, PlaceMention]) -> Place | None:
    """Return the place that the words themselves put a set of places in: an adjective, or "in" and a name."""
    for at in range(first, token.i):
        mention = covered.get(at)
        if mention is not None and mention.kind is PlaceKind.DEMONYM:
            return mention.place
    at = token.i + 1
    if at < len(doc) and doc[at].lower_ in {"in", "across", "of", "throughout"}:
        for ahead in range(at + 1, min(at + 4, len(doc))):
            mention = covered.get(ahead)
            if mention is not None and not mention.metonym:
                return mention.place
    return None
