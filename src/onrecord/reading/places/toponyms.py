"""Find capitalised words that name a place, before and apart from any entity recogniser (METHOD B7).

The gazetteer knows 270,000 places, among them villages called March, Reading and Lincoln. So a name counts only where
it is all of a run of capitalised words ("Sudan" in "Sudan Courier" is not), and a small place only with evidence.
"""

from collections.abc import Iterator
from itertools import pairwise

from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.places.name_evidence import accepted
from onrecord.reading.places.name_lookup import (
    WELL_KNOWN,
    Search,
    Sighting,
    crossing,
    leads,
    named,
    prominent,
    unit_words,
    word_list,
)
from onrecord.reading.places.name_runs import joining_hyphens, runs, title_lines
from onrecord.reading.places.regions import abbreviated_country
from onrecord.reading.places.word_page import WordPage

__all__ = ["find_toponyms"]


def find_toponyms(words: WordPage, gazetteer: Gazetteer) -> list[Sighting]:
    """Return the place names of a document in order, none within another.

    Names in lines set in title case or capitals are only taken where the body has them too.
    """
    page = Search(words, gazetteer)
    shouted = title_lines(page)
    found: list[Sighting] = []
    late: list[tuple[int, int]] = []
    for first, last in runs(page):
        if found and first < found[-1].last:
            continue
        if (
            shouted[first]
            and last - first > 1
            and not (first and page.words[first - 1] in word_list("strong_prepositions"))
        ):
            late.append((first, last))
            continue
        found.extend(_in_run(page, first, last))
    found = [s for s in found if s.strong or not _is_person(page, s)]
    known = {s.key for s in found}
    for first, last in late:
        found.extend(_in_title(page, first, last, known))
    return sorted(found, key=lambda s: s.first)


def _in_run(page: Search, first: int, last: int) -> Iterator[Sighting]:
    """Yield the names that a run holds: all of it, all but its edges, or its parts between hyphens."""
    if (
        last - first > 1
        and page.words[first].isupper()
        and abbreviated_country(page.words[first]) is not None
        and page.words[first + 1] != "-"
    ):
        state = named(page, first, first + 1)
        if state is not None:
            yield state
        first += 1
    whole = crossing(page, first, last) or named(page, first, last)
    if whole is not None:
        if (kept := accepted(page, whole)) is not None:
            yield kept
        elif last - first > 1:
            _remember_person(page, first, last)
        return
    inner = _trimmed(page, first, last)
    if inner is not None:
        if (kept := accepted(page, inner)) is not None:
            yield kept
        return
    hyphens = joining_hyphens(page, first, last)
    if hyphens:
        edges = [first - 1, *hyphens, last]
        parts = [named(page, a + 1, b) for a, b in pairwise(edges) if a + 1 < b and page.capital[a + 1]]
        yield from (p for p in parts if p is not None and prominent(p, WELL_KNOWN))
        return
    _remember_person(page, first, last)


def _trimmed(page: Search, first: int, last: int) -> Sighting | None:
    """Look up a run without what may stand before or after a name: "Northern Syria", "Odesa Mayor"."""
    words = page.words
    start = first
    while start < last - 1 and (leads(page, words[start]) or (start == first and _weak_opener(page, first))):
        start += 1
    after = word_list("roles_after")
    if words[first] in word_list("titles"):
        return None
    for end in range(last, start, -1):
        if (start, end) == (first, last):
            continue
        if end < last and not _may_follow(page, end, last, after):
            continue
        found = named(page, start, end)
        if found is not None and (end == last or prominent(found, 5_000) or words[end].lower() in unit_words()):
            return found
    return None


def _may_follow(page: Search, end: int, last: int, after: frozenset[str]) -> bool:
    """Tell whether what follows a name in its run leaves it a place: a unit word, a role with a name, a site's name."""
    words = page.words
    if words[end].lower() in unit_words():
        return last - end == 1 or words[last - 1] in word_list("facility_ends") or words[end + 1] in after
    if words[last - 1] in word_list("facility_ends"):
        return all(w in after or w in word_list("facility_ends") for w in words[end:last])
    return words[end] in {"Mayor", "Governor", "Police", "Prosecutor", "Sheriff"} or (
        last - end == 1 and words[end] in after and words[end] not in word_list("facility_ends")
    )


def _weak_opener(page: Search, first: int) -> bool:
    """Tell whether a run begins with the word that opens the sentence, which may not belong to it."""
    return page.opens[first] and page.doc[first].pos_ != "PROPN"


def _remember_person(page: Search, first: int, last: int) -> None:
    """Keep the words of a run that is no place, so that a part of it is none either: "Jordan Smith ... Jordan said"."""
    titled = page.words[first] in word_list("titles")
    for token in range(first, last):
        word = page.words[token]
        if page.capital[token] and (titled or page.doc[token].ent_type_ == "PERSON") and not leads(page, word):
            page.persons.add(word)


def _is_person(page: Search, sighting: Sighting) -> bool:
    return sighting.last - sighting.first == 1 and page.words[sighting.first] in page.persons


def _in_title(page: Search, first: int, last: int, known: set[str]) -> Iterator[Sighting]:
    """Yield the names in a run of a title-case line that the body has too, longest first."""
    token = first
    while token < last:
        for stop in range(min(last, token + 4), token, -1):
            found = named(page, token, stop)
            if found is not None and found.key in known:
                yield found
                token = stop - 1
                break
        token += 1
