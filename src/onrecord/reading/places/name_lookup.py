"""Look up stretches of capitalised words in the gazetteer and the regions (METHOD B7)."""

from dataclasses import dataclass
from functools import cache

from onrecord.lexicons.load import lexicon
from onrecord.reading.places.gazetteer import Entry, EntryKind, Gazetteer
from onrecord.reading.places.names import fold
from onrecord.reading.places.regions import Region, abbreviated_country, abbreviated_unit, find_region, seat_of
from onrecord.reading.places.word_page import WordPage

__all__ = ["WELL_KNOWN", "Search", "Sighting", "crossing", "directions", "folded_list", "is_country", "leads", "named",
           "prominent", "unit_words", "word_list"]  # fmt: skip

LONGEST = 7
"""Tokens of the longest name that is looked up."""
WELL_KNOWN = 100_000
"""People that let a place stand without evidence under any of its names; a fifth of it under its own name."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name in the text and the places that bear it.

    Attributes:
        first: First token of the name.
        last: Token after the name.
        key: The folded name: one key, one sense in a document.
        entries: Places of that name; empty for a region or seat.
        region: A region or seat, where the lexicon knows one.
        kinds: Kinds that a word beside the name demands ("Kherson region"), or empty (R-L3).
        strong: True where the words beside it say that it is a place.
        cover: Token after the words that belong to it: the unit word.
    """

    first: int
    last: int
    key: str
    entries: tuple[Entry, ...]
    region: Region | None = None
    kinds: tuple[str, ...] = ()
    strong: bool = False
    cover: int = 0


@cache
def word_list(name: str) -> frozenset[str]:
    """Return a word list of the lexicon as a set."""
    return frozenset(lexicon("toponyms")[name])


@cache
def folded_list(name: str) -> frozenset[str]:
    """Return a word list of the lexicon folded."""
    return frozenset(fold(word) for word in lexicon("toponyms")[name])


@cache
def unit_words() -> dict[str, tuple[str, ...]]:
    """Return the unit words with the kinds that they allow; plurals too ("the Kherson and Odesa regions")."""
    table: dict[str, list[str]] = lexicon("toponyms")["unit_words"]
    settlement = dict.fromkeys(lexicon("toponyms")["settlement_words"], ("settlement",))
    units = settlement | {word: tuple(kinds) for word, kinds in table.items()}
    return units | {f"{word}s": kinds for word, kinds in units.items()}


@cache
def directions() -> frozenset[str]:
    """Return the words that make a part of a place out of a place: northern, downtown."""
    regions = lexicon("regions")
    return frozenset([*regions["directions"], *regions["city_parts"]])


class Search:
    """One search for names: the words, where to look them up, and the people met on the way."""

    def __init__(self, page: WordPage, gazetteer: Gazetteer) -> None:
        self.doc, self.words, self.lower = page.doc, page.words, page.lower
        self.capital, self.opens, self.text = page.capital, page.opens, page.stretch
        self.gazetteer = gazetteer
        self.common = {word for word in self.words if word.islower() and word.isalpha()}
        self.persons: set[str] = set()


def named(page: Search, first: int, last: int) -> Sighting | None:
    """Look up one stretch in the regions and the gazetteer."""
    if not 0 < last - first <= LONGEST:
        return None
    text = page.text(first, last)
    if last - first > 1 and text.endswith((" '", " ’")):
        return None
    country = abbreviated_country(text)
    if country is not None:
        entry = page.gazetteer.country(country)
        return None if entry is None else Sighting(first, last, fold(entry.name), (entry,), cover=last)
    unit = abbreviated_unit(text) if first and page.words[first - 1] == "," else None
    if unit is not None:
        held = [e for e in page.gazetteer.lookup(unit[0]) if e.country == unit[1] and e.kind is EntryKind.ADM1]
        return Sighting(first, last, fold(unit[0]), tuple(held[:1]), cover=last) if held else None
    region = find_region(text) or seat_of(text)
    if region is not None:
        return Sighting(first, last, fold(region.name), (), region, cover=last)
    if text.isupper() and len(text) <= 5 and not _shouting(page, first):
        return None
    entries = page.gazetteer.lookup(text)
    return Sighting(first, last, fold(text), entries, cover=last) if entries else None


def _shouting(page: Search, token: int) -> bool:
    """Tell whether the words around are in capitals too: a dateline or a headline."""
    near = page.words[max(0, token - 2) : token + 8]
    dateline = token < 8 and not {"(", "—", "–", "--"}.isdisjoint(near)
    return dateline or sum(len(word) > 3 and word.isupper() for word in near) > 1


def crossing(page: Search, first: int, last: int) -> Sighting | None:
    """Look up names that reach over "of", "and", "the": Trinidad and Tobago, the Sea of Azov."""
    words, loose = page.words, word_list("loose_particles")
    end = last
    if end < len(words) and words[end] in loose:
        while end < len(words) and words[end] in loose:
            end += 1
        stop = end
        while stop < len(words) and page.capital[stop] and stop - end < 3:
            stop += 1
        if stop > end and stop - first <= LONGEST:
            found = named(page, first, stop)
            if found is not None and prominent(found, WELL_KNOWN):
                return found
    return None


def prominent(sighting: Sighting, people: int) -> bool:
    """Tell whether some place of this name is a country, a first-order unit by its own name, or large."""
    if sighting.region is not None:
        return True
    for entry in sighting.entries:
        if entry.kind is EntryKind.COUNTRY:
            return True
        name = fold(entry.name)
        own = name == sighting.key
        if entry.kind is EntryKind.ADM1 and (own or sighting.key in fold(entry.name)):
            return True
        alike = entry.capital or name.rsplit(" ", 1)[-1][:1] == sighting.key.rsplit(" ", 1)[-1][:1]
        if entry.population >= (people // 5 if own else people if alike else 5 * people):
            return True
    return False


def is_country(sighting: Sighting) -> bool:
    """Tell whether a country bears this name."""
    return any(entry.kind is EntryKind.COUNTRY for entry in sighting.entries)


def leads(page: Search, word: str) -> bool:
    """Tell whether a capitalised word may stand before a name without being part of it."""
    lowered = word.lower()
    return lowered in directions() or page.gazetteer.country_of_demonym(lowered) is not None
