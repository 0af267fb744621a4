"""Weigh the words beside a name: whether they say that it is a place, and of which kind (METHOD B7, R-L3)."""

from dataclasses import replace

from onrecord.reading.name_lookup import (
    WELL_KNOWN,
    Search,
    Sighting,
    directions,
    folded_list,
    is_country,
    named,
    prominent,
    unit_words,
    word_list,
)

__all__ = ["accepted"]


def accepted(page: Search, sighting: Sighting) -> Sighting | None:
    """Weigh the words beside a name: return the sighting with what they add, or None where too little speaks for it."""
    key = sighting.key
    words, first, last = page.words, sighting.first, sighting.last
    if sighting.region is not None:
        return sighting
    if key in folded_list("never") or (
        last - first == 1 and words[first].lower() in page.common and not is_country(sighting)
    ):
        return None
    kinds, cover, typed = _unit_beside(page, first, last)
    if last + 1 < len(words) and page.capital[last] and words[last + 1] == "of" and words[last].lower() in unit_words():
        return None
    if page.gazetteer.country_of_demonym(page.text(first, last)) is not None and "adm1" not in kinds:
        return None
    before = _word_before(page, first)
    if before in {word.lower() for word in word_list("titles")} and words[first - 1][0].isupper():
        page.persons.add(words[last - 1])
        return None
    if (
        first >= 2
        and words[first - 1] == "of"
        and words[first - 2] in word_list("organisation_heads")
        and not is_country(sighting)
    ):
        return None
    strong = typed or before in word_list("strong_prepositions") or _contained(page, sighting)
    weak = before in word_list("weak_prepositions") or page.doc[first].ent_type_ in {"GPE", "LOC"}
    made = replace(sighting, kinds=kinds, cover=cover, strong=strong)
    if is_country(sighting) or strong:
        return made
    if page.doc[first].ent_type_ == "PERSON" and last - first == 1 and not prominent(sighting, 2 * WELL_KNOWN):
        return None
    if key in folded_list("personal_names"):
        return None
    return made if prominent(sighting, WELL_KNOWN // 4 if weak else WELL_KNOWN) else None


def _word_before(page: Search, first: int) -> str:
    """Return the word that governs the name from the left, past an article and words of direction."""
    at = first - 1
    while at >= 0 and (page.words[at].lower() in directions() or page.words[at] in {"the", "-"}):
        at -= 1
    return page.words[at].lower() if at >= 0 else ""


def _unit_beside(page: Search, first: int, last: int) -> tuple[tuple[str, ...], int, bool]:
    """Return the kinds that a unit word beside the name allows, the mention's end, and whether there is such a word.

    "Kherson region" takes the word in; "the city of Kherson" leaves it to the left.
    """
    words, units = page.words, unit_words()
    if last < len(words) and (kinds := units.get(words[last].lower())) is not None:
        if words[last].lower() in word_list("words_of_another"):
            return (), last, False
        return kinds, last + 1, True
    if first >= 2 and words[first - 1] == "of" and (kinds := units.get(words[first - 2].lower())) is not None:
        return kinds, last, True
    if first >= 1 and page.doc[first - 1].pos_ == "NOUN" and (kinds := units.get(words[first - 1].lower())) is not None:
        return kinds, last, True
    return (), last, False


def _contained(page: Search, sighting: Sighting) -> bool:
    """Tell whether a comma and a place that holds this one follow: "Bucha, Ukraine"."""
    words, last = page.words, sighting.last
    if last + 1 >= len(words) or words[last] != "," or not page.capital[last + 1]:
        return False
    end = last + 1
    while end < len(words) and page.capital[end] and end - last < 4:
        end += 1
    for stop in range(end, last + 1, -1):
        holder = named(page, last + 1, stop)
        if holder is not None:
            ids = {entry.id for entry in holder.entries}
            return any(ids.intersection(entry.units) for entry in sighting.entries)
    return False
