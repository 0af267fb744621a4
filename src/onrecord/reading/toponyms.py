"""Find capitalised words that name a place, before and apart from any entity recogniser (METHOD B7).

The gazetteer knows 270,000 places, among them villages called March, Reading and Lincoln. So a name counts only where it
is all of a run of capitalised words ("Sudan" in "Sudan Tribune" is not), and a small place only with evidence beside it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.reading.gazetteer import Entry, EntryKind, Gazetteer
from onrecord.reading.place_names import fold
from onrecord.reading.regions import Region, abbreviated_country, abbreviated_unit, find_region, seat_of
from onrecord.reading.word_page import WordPage

__all__ = ["Sighting", "find_toponyms"]

LONGEST = 7
"""Tokens of the longest name that is looked up."""
TITLED = 0.85
"""Share of capitalised longer words that makes a sentence a headline."""
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
def _words(name: str) -> frozenset[str]:
    """Return a word list of the lexicon as a set."""
    return frozenset(lexicon("toponyms")[name])


@cache
def _folded(name: str) -> frozenset[str]:
    """Return a word list of the lexicon folded."""
    return frozenset(fold(word) for word in lexicon("toponyms")[name])


@cache
def _units() -> dict[str, tuple[str, ...]]:
    """Return the unit words with the kinds that they allow; plurals too ("the Kherson and Odesa regions")."""
    table: dict[str, list[str]] = lexicon("toponyms")["unit_words"]
    settlement = {word: ("settlement",) for word in lexicon("toponyms")["settlement_words"]}
    units = settlement | {word: tuple(kinds) for word, kinds in table.items()}
    return units | {f"{word}s": kinds for word, kinds in units.items()}


class _Search:
    """One search for names: the words, where to look them up, and the people met on the way."""

    def __init__(self, page: WordPage, gazetteer: Gazetteer) -> None:
        self.doc, self.words, self.lower = page.doc, page.words, page.lower
        self.capital, self.opens, self.text = page.capital, page.opens, page.stretch
        self.gazetteer = gazetteer
        self.common = {word for word in self.words if word.islower() and word.isalpha()}
        self.persons: set[str] = set()


def find_toponyms(words: WordPage, gazetteer: Gazetteer) -> list[Sighting]:
    """Return the place names of a document in order, none within another.

    Names in lines set in title case or capitals are only taken where the body has them too, or where they are countries.
    """
    page = _Search(words, gazetteer)
    shouted = _title_lines(page)
    found: list[Sighting] = []
    late: list[tuple[int, int]] = []
    for first, last in _runs(page):
        if found and first < found[-1].last:
            continue
        if shouted[first] and last - first > 1 and not (first and page.words[first - 1] in _words("strong_prepositions")):
            late.append((first, last))
            continue
        found.extend(_in_run(page, first, last))
    found = [s for s in found if s.strong or not _is_person(page, s)]
    known = {s.key for s in found}
    for first, last in late:
        found.extend(_in_title(page, first, last, known))
    return sorted(found, key=lambda s: s.first)


def _title_lines(page: _Search) -> list[bool]:
    """Tell for each token whether it stands in a sentence where most longer words are capitalised."""
    marks: list[bool] = []
    starts = [token for token, opens in enumerate(page.opens) if opens]
    for start, end in zip(starts, [*starts[1:], len(page.words)], strict=True):
        long = [page.capital[t] for t in range(start, end) if len(page.words[t]) > 3]
        titled = len(long) > 3 and sum(long) >= TITLED * len(long)
        marks.extend([titled] * (end - start))
    return marks


def _runs(page: _Search) -> Iterator[tuple[int, int]]:
    """Yield stretches of capitalised words, with the particles between them that never join two names."""
    particles, loose = _words("particles"), _words("loose_particles")
    words, capital, total = page.words, page.capital, len(page.words)
    token = 0
    while token < total:
        if not capital[token] or (page.opens[token] and _function_word(page.doc[token])):
            token += 1
            continue
        last = token + 1
        while last < total:
            if capital[last] and not page.opens[last]:
                last += 1
                continue
            ahead = last
            while ahead < total and ahead - last < 3 and words[ahead] in particles and words[ahead] not in loose:
                ahead += 1
            if ahead == last or ahead >= total or not capital[ahead] or page.opens[ahead]:
                break
            last = ahead + 1
        yield _with_article(page, token), last
        token = last


def _with_article(page: _Search, first: int) -> int:
    """Take "al-" before the first capital into the run: "al-Fashir"."""
    words = page.words
    if first >= 2 and words[first - 1] in {"-", "–"} and words[first - 2].lower() in {"al", "el", "ar", "as", "ash", "an", "ad", "ed", "et"}:
        return first - 2
    return first


def _function_word(token: Token) -> bool:
    """Tell whether a word that opens a sentence is capitalised for that reason alone."""
    return token.pos_ in {"ADP", "DET", "ADV", "PRON", "CCONJ", "SCONJ", "AUX", "VERB", "PART", "NUM", "INTJ"} and (
        token.pos_ not in {"VERB", "ADV", "INTJ"} or token.ent_type_ not in {"GPE", "LOC"}
    )


def _in_run(page: _Search, first: int, last: int) -> Iterator[Sighting]:
    """Yield the names that a run holds: all of it, all but its edges, or its parts between hyphens."""
    if last - first > 1 and page.words[first].isupper() and abbreviated_country(page.words[first]) is not None and page.words[first + 1] != "-":
        state = _named(page, first, first + 1)
        if state is not None:
            yield state
        first += 1
    whole = _crossing(page, first, last) or _named(page, first, last)
    if whole is not None:
        if (accepted := _accepted(page, whole)) is not None:
            yield accepted
        elif last - first > 1:
            _remember_person(page, first, last)
        return
    inner = _trimmed(page, first, last)
    if inner is not None:
        if (accepted := _accepted(page, inner)) is not None:
            yield accepted
        return
    hyphens = _joining_hyphens(page, first, last)
    if hyphens:
        edges = [first - 1, *hyphens, last]
        parts = [_named(page, a + 1, b) for a, b in zip(edges, edges[1:], strict=False) if a + 1 < b and page.capital[a + 1]]
        yield from (p for p in parts if p is not None and _prominent(p, WELL_KNOWN))
        return
    _remember_person(page, first, last)


def _joining_hyphens(page: _Search, first: int, last: int) -> list[int]:
    """Return the hyphens that join two names: Russia-Ukraine, but not the one in Maarat al-Numan."""
    words, capital = page.words, page.capital
    hyphens = [t for t in range(first + 1, last - 1) if words[t] in {"-", "–", "—"}]
    return hyphens if all(capital[t - 1] and capital[t + 1] for t in hyphens) else []


def _crossing(page: _Search, first: int, last: int) -> Sighting | None:
    """Look up names that reach over "of", "and", "the": Trinidad and Tobago, the Sea of Azov."""
    words, loose = page.words, _words("loose_particles")
    end = last
    if end < len(words) and words[end] in loose:
        while end < len(words) and words[end] in loose:
            end += 1
        stop = end
        while stop < len(words) and page.capital[stop] and stop - end < 3:
            stop += 1
        if stop > end and stop - first <= LONGEST:
            found = _named(page, first, stop)
            if found is not None and _prominent(found, WELL_KNOWN):
                return found
    return None


def _named(page: _Search, first: int, last: int) -> Sighting | None:
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


def _shouting(page: _Search, token: int) -> bool:
    """Tell whether the words around are in capitals too: a dateline or a headline."""
    near = page.words[max(0, token - 2) : token + 8]
    dateline = token < 8 and not {"(", "—", "–", "--"}.isdisjoint(near)
    return dateline or sum(len(word) > 3 and word.isupper() for word in near) > 1


def _trimmed(page: _Search, first: int, last: int) -> Sighting | None:
    """Look up a run without what may stand before or after a name: "Northern Syria", "Ukrainian City", "Odesa Mayor"."""
    words = page.words
    start = first
    while start < last - 1 and (_leads(page, words[start]) or (start == first and _weak_opener(page, first))):
        start += 1
    after = _words("roles_after")
    if words[first] in _words("titles"):
        return None
    for end in range(last, start, -1):
        if (start, end) == (first, last):
            continue
        if end < last and not _may_follow(page, end, last, after):
            continue
        found = _named(page, start, end)
        if found is not None and (end == last or _prominent(found, 5_000) or words[end].lower() in _units()):
            return found
    return None


def _may_follow(page: _Search, end: int, last: int, after: frozenset[str]) -> bool:
    """Tell whether what follows a name in its run leaves it a place: a unit word, a role with a name, a site's name."""
    words = page.words
    if words[end].lower() in _units():
        return last - end == 1 or words[last - 1] in _words("facility_ends") or words[end + 1] in after
    if words[last - 1] in _words("facility_ends"):
        return all(w in after or w in _words("facility_ends") for w in words[end:last])
    return words[end] in {"Mayor", "Governor", "Police", "Prosecutor", "Sheriff"} or (
        last - end == 1 and words[end] in after and words[end] not in _words("facility_ends")
    )


def _leads(page: _Search, word: str) -> bool:
    """Tell whether a capitalised word may stand before a name without being part of it."""
    lowered = word.lower()
    return lowered in _directions() or page.gazetteer.country_of_demonym(lowered) is not None


@cache
def _directions() -> frozenset[str]:
    regions = lexicon("regions")
    return frozenset([*regions["directions"], *regions["city_parts"]])


def _weak_opener(page: _Search, first: int) -> bool:
    """Tell whether a run begins with the word that opens the sentence, which may not belong to it."""
    return page.opens[first] and page.doc[first].pos_ != "PROPN"


def _prominent(sighting: Sighting, people: int) -> bool:
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


def _accepted(page: _Search, sighting: Sighting) -> Sighting | None:
    """Weigh the words beside a name: return the sighting with what they add, or None where too little speaks for it."""
    key = sighting.key
    words, first, last = page.words, sighting.first, sighting.last
    if sighting.region is not None:
        return sighting
    if key in _folded("never") or (last - first == 1 and words[first].lower() in page.common and not _country(sighting)):
        return None
    kinds, cover, typed = _unit_beside(page, first, last)
    if last + 1 < len(words) and page.capital[last] and words[last + 1] == "of" and words[last].lower() in _units():
        return None
    if page.gazetteer.country_of_demonym(page.text(first, last)) is not None and "adm1" not in kinds:
        return None
    before = _word_before(page, first)
    if before in {word.lower() for word in _words("titles")} and words[first - 1][0].isupper():
        page.persons.add(words[last - 1])
        return None
    if first >= 2 and words[first - 1] == "of" and words[first - 2] in _words("organisation_heads") and not _country(sighting):
        return None
    strong = typed or before in _words("strong_prepositions") or _contained(page, sighting)
    weak = before in _words("weak_prepositions") or page.doc[first].ent_type_ in {"GPE", "LOC"}
    made = replace(sighting, kinds=kinds, cover=cover, strong=strong)
    if _country(sighting) or strong:
        return made
    if page.doc[first].ent_type_ == "PERSON" and last - first == 1 and not _prominent(sighting, 2 * WELL_KNOWN):
        return None
    if key in _folded("personal_names"):
        return None
    return made if _prominent(sighting, WELL_KNOWN // 4 if weak else WELL_KNOWN) else None


def _country(sighting: Sighting) -> bool:
    return any(entry.kind is EntryKind.COUNTRY for entry in sighting.entries)


def _word_before(page: _Search, first: int) -> str:
    """Return the word that governs the name from the left, past an article and words of direction."""
    at = first - 1
    while at >= 0 and (page.words[at].lower() in _directions() or page.words[at] in {"the", "-"}):
        at -= 1
    return page.words[at].lower() if at >= 0 else ""


def _unit_beside(page: _Search, first: int, last: int) -> tuple[tuple[str, ...], int, bool]:
    """Return the kinds that a unit word beside the name allows, where the mention ends, and whether there is such a word.

    "Kherson region" takes the word in; "the city of Kherson" leaves it to the left.
    """
    words, units = page.words, _units()
    if last < len(words) and (kinds := units.get(words[last].lower())) is not None:
        if words[last].lower() in _words("words_of_another"):
            return (), last, False
        return kinds, last + 1, True
    if first >= 2 and words[first - 1] == "of" and (kinds := units.get(words[first - 2].lower())) is not None:
        return kinds, last, True
    if first >= 1 and page.doc[first - 1].pos_ == "NOUN" and (kinds := units.get(words[first - 1].lower())) is not None:
        return kinds, last, True
    return (), last, False


def _contained(page: _Search, sighting: Sighting) -> bool:
    """Tell whether a comma and a place that holds this one follow: "Bucha, Ukraine"."""
    words, last = page.words, sighting.last
    if last + 1 >= len(words) or words[last] != "," or not page.capital[last + 1]:
        return False
    end = last + 1
    while end < len(words) and page.capital[end] and end - last < 4:
        end += 1
    for stop in range(end, last + 1, -1):
        holder = _named(page, last + 1, stop)
        if holder is not None:
            ids = {entry.id for entry in holder.entries}
            return any(ids.intersection(entry.units) for entry in sighting.entries)
    return False


def _remember_person(page: _Search, first: int, last: int) -> None:
    """Keep the words of a run that is no place, so that a surname alone is none either: "Jordan Smith ... Jordan said"."""
    titled = page.words[first] in _words("titles")
    for token in range(first, last):
        word = page.words[token]
        if page.capital[token] and (titled or page.doc[token].ent_type_ == "PERSON") and not _leads(page, word):
            page.persons.add(word)


def _is_person(page: _Search, sighting: Sighting) -> bool:
    return sighting.last - sighting.first == 1 and page.words[sighting.first] in page.persons


def _in_title(page: _Search, first: int, last: int, known: set[str]) -> Iterator[Sighting]:
    """Yield the names in a run of a title-case line that the body has too, longest first."""
    token = first
    while token < last:
        for stop in range(min(last, token + 4), token, -1):
            found = _named(page, token, stop)
            if found is not None and found.key in known:
                yield found
                token = stop - 1
                break
        token += 1


