"""Weigh the words beside a name: whether they say that it is a place, and of which kind (METHOD B7, R-L3)."""

from dataclasses import replace

from onrecord.reading.places.name_lookup import (
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
    if sighting.region is not None:
        return sighting
    if _ruled_out(page, sighting):
        return None
    first, last = sighting.first, sighting.last
    kinds, cover, typed = _unit_beside(page, first, last)
    if page.gazetteer.country_of_demonym(page.text(first, last)) is not None and "adm1" not in kinds:
        return None
    before = _word_before(page, first)
    strong = typed or before in word_list("strong_prepositions") or _contained(page, sighting) or _hit(page, first)
    weak = before in word_list("weak_prepositions") or page.doc[first].ent_type_ in {"GPE", "LOC"}
    made = replace(sighting, kinds=kinds, cover=cover, strong=strong)
    return made if is_country(sighting) or strong or _stands_alone(page, sighting, weak=weak) else None


def _ruled_out(page: Search, sighting: Sighting) -> bool:
    """Tell whether the words make something else of a name: a common word, a clock, a person, an organisation."""
    words, first, last = page.words, sighting.first, sighting.last
    if sighting.key in folded_list("never") or page.lower[last : last + 1] == ["time"]:
        return True  # "10:00 Moscow time" tells the hour, not the place
    if last - first == 1 and page.lower[first] in page.common and not is_country(sighting):
        return True
    if first and page.capital[first - 1] and page.lower[first - 1] in {t.lower() for t in word_list("titles")}:
        page.persons.add(words[last - 1])
        return True
    if last + 1 < len(words) and page.capital[last] and words[last + 1] == "of" and page.lower[last] in unit_words():
        return True
    return _in_organisation(page, first)


def _in_organisation(page: Search, first: int) -> bool:
    """Tell whether a name ends an organisation's own: "Law Society of Kenya", "Islamic State of Iraq"."""
    words = page.words
    at = first - 1 if first and words[first - 1] != "the" else first - 2
    if at < 1 or words[at] != "of":
        return False
    return words[at - 1] in word_list("organisation_heads") or words[max(0, at - 2) : at] == ["Islamic", "State"]


def _stands_alone(page: Search, sighting: Sighting, *, weak: bool) -> bool:
    """Tell whether a name counts without a word beside it that says so, or with one that says little."""
    if sighting.key in folded_list("personal_names"):
        return False
    alone = sighting.last - sighting.first == 1 and page.doc[sighting.first].ent_type_ == "PERSON"
    if alone and not prominent(sighting, 2 * WELL_KNOWN):
        return False
    return prominent(sighting, WELL_KNOWN // 4 if weak else WELL_KNOWN)


def _word_before(page: Search, first: int) -> str:
    """Return the word that governs the name from the left, past an article and words of direction."""
    at = first - 1
    while at >= 0 and (page.words[at].lower() in directions() or page.words[at] in {"the", "-"}):
        at -= 1
    return page.words[at].lower() if at >= 0 else ""


def _hit(page: Search, first: int) -> bool:
    """Tell whether a word of attack or capture leads to the name: "strikes on X", "fell on X", "siege of X"."""
    at = first - 1
    while at >= 0 and page.words[at].lower() in directions() | {"the"}:
        at -= 1
    return (
        at >= 1
        and page.words[at] in {"on", "upon", "of", "for"}
        and page.words[at - 1].lower() in word_list("hit_words")
    )


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
