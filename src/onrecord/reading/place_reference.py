"""Resolve words that stand for a place named before; put facilities into their settlement (METHOD B7, R-L1, R-I2)."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.place import Place, Precision
from onrecord.model.reading import PlaceKind, PlaceMention
from onrecord.model.span import Span
from onrecord.reading.facilities import FacilityPhrase, find_facilities, function_words
from onrecord.reading.gazetteer import Gazetteer
from onrecord.reading.name_runs import ARTICLES
from onrecord.reading.toponym_mentions import entry_place, span_head
from onrecord.reading.word_page import WordPage

__all__ = ["refer"]

A_CITY = 30_000
"""People from which on a settlement counts as a city rather than a village for words that refer back."""
LOCAL = frozenset({Precision.SETTLEMENT, Precision.NEAR, Precision.SITE})
WIDE = frozenset({Precision.ADM1, Precision.ADM2, Precision.REGION_FUZZY})
NOUN_PHRASE = frozenset({"DET", "ADJ", "NUM", "NOUN", "PROPN", "PART", "VERB", "ADV", "PRON"})
OFFICES = frozenset({"governor", "mayor", "council", "official", "police", "administration", "resident", "spokesman",
                     "spokeswoman", "prosecutor", "authority", "leader", "chief", "head", "minister"})  # fmt: skip
INTRODUCING = frozenset({"city", "town", "village", "port", "suburb", "capital", "region", "of", "-"})
PREPOSITIONS = frozenset({"in", "at", "near", "outside", "of", "around"})


@cache
def _generic() -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("regions")["generic"]
    return {noun: kind for kind, nouns in table.items() for noun in nouns}


@cache
def _plurals() -> frozenset[str]:
    return frozenset(lexicon("regions")["generic_plurals"])


@cache
def _determiners() -> frozenset[str]:
    return frozenset(lexicon("regions")["generic_determiners"])


@cache
def _interchangeable() -> frozenset[str]:
    return frozenset(lexicon("facilities")["interchangeable"])


class _Memory:
    """What has been spoken of so far, latest last."""

    def __init__(self, text: str, dominant: Place | None) -> None:
        self.dominant = dominant
        self.text = text
        self.settlements: list[Place] = []
        self.unit: Place | None = None
        self.country: Place | None = None
        self.facilities: list[tuple[FacilityPhrase, frozenset[str], Place]] = []

    @property
    def settlement(self) -> Place | None:
        """The settlement spoken of last."""
        return self.settlements[-1] if self.settlements else None

    def keep(self, mention: PlaceMention) -> None:
        """Remember a name for words that refer back."""
        place = mention.place
        if mention.kind is PlaceKind.DEMONYM:
            self.country = self.country or place
        elif place.precision in LOCAL:
            self.settlements.append(place)
        elif place.precision in WIDE and mention.kind is PlaceKind.TOPONYM:
            self.unit = place
        elif place.precision is Precision.COUNTRY and not mention.metonym:
            self.country = place


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
    memory = _Memory(text, None if country is None else entry_place(country, country.name, text, Span(0, 0)))
    facilities = {phrase.head: phrase for phrase in find_facilities(page)}
    dateline = _dateline_end(doc)
    by_first = {m.first: m for m in named}
    covered = {token: m for m in named for token in range(m.first, m.last)}
    found: list[PlaceMention] = []
    common = _plurals() | _generic().keys()
    for at, word in enumerate(page.lower):
        mention = by_first.get(at)
        if mention is not None:
            found.append(mention)
            if mention.last > dateline and not (memory.settlements and _owns_an_office(doc, mention)):
                memory.keep(mention)
        phrase = facilities.get(at)
        if (
            phrase is not None
            and not _within_name(covered, phrase)
            and not (phrase.noun == "port" and _names_itself(doc, doc[at], covered))
        ):
            found.append(_facility(doc, phrase, covered, memory))
        elif word in common and at not in covered:
            found.extend(_common(doc, gazetteer, doc[at], covered, memory))
    return tuple(sorted(found, key=lambda m: (m.span.start, -m.span.end)))


def _within_name(covered: dict[int, PlaceMention], phrase: FacilityPhrase) -> bool:
    """Tell whether a facility's noun belongs to a name that is a place itself: the White House."""
    named = covered.get(phrase.head)
    return named is not None and named.kind is PlaceKind.TOPONYM


def _owns_an_office(doc: Doc, mention: PlaceMention) -> bool:
    """Tell whether a name only says whose office somebody holds: "Donetsk's governor" does not move the scene."""
    head = doc[mention.head]
    return head.dep_ in {"poss", "compound", "nmod"} and head.head.lemma_.lower() in OFFICES


def _dateline_end(doc: Doc) -> int:
    """Return the token after a dateline: the town that a report was filed from is not what "the city" means."""
    for token in doc[: min(18, len(doc))]:
        if token.text in {"—", "–", "--", "-"} and token.i > 0 and doc[0].text.isupper() and len(doc[0].text) > 1:
            return token.i + 1
    return 0


def _facility(doc: Doc, phrase: FacilityPhrase, covered: dict[int, PlaceMention], memory: _Memory) -> PlaceMention:
    """Place a facility: where its own words say, else where the same facility was, else where the text is."""
    container, last = _said_container(doc, phrase, covered)
    words = function_words(doc, phrase)
    span = Span(doc[phrase.first].idx, doc[last - 1].idx + len(doc[last - 1].text))
    earlier = _same_facility(phrase, words, memory)
    if earlier is not None and container is not None and container.name not in earlier.admin:
        earlier = None
    if earlier is not None:
        place = replace(earlier, mention=span.quote(memory.text))
    else:
        within = container or _in_sentence(doc, phrase, covered) or memory.settlement
        core = Span(span.start, doc[phrase.last - 1].idx + len(doc[phrase.last - 1].text)).words(memory.text)
        place = _within(within, _bare(core), span, memory.text, plural=phrase.plural)
        memory.facilities.append((phrase, words, place))
    if container is not None and container.precision in LOCAL:
        memory.settlements.append(container)
    return PlaceMention(span, phrase.first, last, phrase.head, PlaceKind.FACILITY, place, facility=phrase.function)


def _bare(words: str) -> str:
    """Return a facility's words without their article."""
    opener, _, rest = words.partition(" ")
    return rest if opener.lower() in {"a", "an", "the", "this", "that"} and rest else words


def _said_container(doc: Doc, phrase: FacilityPhrase, covered: dict[int, PlaceMention]) -> tuple[Place | None, int]:
    """Return the place that a facility's own words put it in, and the token after them: "a hospital in Mariupol"."""
    for at in range(phrase.first, phrase.last):
        mention = covered.get(at)
        if mention is not None and mention.kind is PlaceKind.TOPONYM and not mention.metonym:
            return mention.place, phrase.last
    at = phrase.last
    if at < len(doc) and doc[at].lower_ in PREPOSITIONS:
        following = at + 1
        while following < len(doc) and following - at < 8 and _introduces(doc[following], covered.get(following)):
            following += 1
        mention = covered.get(following) or covered.get(at)
        if mention is not None and mention.kind is PlaceKind.TOPONYM:
            return mention.place, max(phrase.last, mention.last)
    return None, phrase.last


def _introduces(token: Token, named: PlaceMention | None) -> bool:
    """Tell whether a word after "in" leads up to a name: "the besieged Ukrainian port city of"."""
    if named is not None:
        return named.kind is PlaceKind.DEMONYM
    return token.pos_ in {"DET", "ADJ"} or token.dep_ == "amod" or token.lower_ in INTRODUCING


def _same_facility(phrase: FacilityPhrase, words: frozenset[str], memory: _Memory) -> Place | None:
    """Return the facility that a definite mention refers back to: same noun, no new word of function (R-I2)."""
    if not phrase.definite:
        return None
    for earlier, known, place in reversed(memory.facilities):
        same_head = earlier.noun.rsplit(" ", 1)[-1] == phrase.noun.rsplit(" ", 1)[-1]
        if same_head and earlier.plural == phrase.plural and words <= known:
            return place
    if phrase.noun not in _interchangeable():
        return None
    for earlier, known, place in reversed(memory.facilities):
        alike = earlier.noun.rsplit(" ", 1)[-1] in _interchangeable() and earlier.plural == phrase.plural
        if alike and words - frozenset(phrase.noun.split()) <= known:
            return place
    return None


def _in_sentence(doc: Doc, phrase: FacilityPhrase, covered: dict[int, PlaceMention]) -> Place | None:
    """Return the one settlement that a facility's clause names after "in" or "at", nearest first."""
    best: tuple[int, Place] | None = None
    for at in range(*_sentence(doc, phrase.head)):
        mention = covered.get(at)
        if (
            mention is None
            or mention.kind is not PlaceKind.TOPONYM
            or mention.place.precision not in LOCAL
            or mention.first != at
        ):
            continue
        before = doc[mention.first - 1].lower_ if mention.first else ""
        if before not in {"in", "at", "on", "of"} and mention.place.precision is not Precision.NEAR:
            continue
        distance = abs(at - phrase.head)
        if best is None or distance < best[0]:
            best = distance, mention.place
    return None if best is None else best[1]


def _sentence(doc: Doc, at: int) -> tuple[int, int]:
    """Return the bounds of a token's sentence; spaCy's own `sent` asks every token of the document first."""
    start, end = at, at + 1
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return start, end


def _within(container: Place | None, name: str, span: Span, text: str, *, plural: bool) -> Place:
    """Return the place of a facility within its container, as exact as that allows."""
    quote = span.quote(text)
    if container is None:
        return Place(name, quote, Precision.UNKNOWN if plural else Precision.SITE)
    exact = container.precision if plural or container.precision not in LOCAL else Precision.SITE
    parent = (*container.admin, container.name) if container.precision is not Precision.SITE else container.admin
    return Place(
        name, quote, exact, container.radius_km, container.lat, container.lon, admin=parent, country=container.country,
        timezone=container.timezone,
    )  # fmt: skip


def _common(
    doc: Doc, gazetteer: Gazetteer, token: Token, covered: dict[int, PlaceMention], memory: _Memory
) -> Iterator[PlaceMention]:
    """Yield the mention that a common noun for a place makes, if it makes one."""
    lowered = token.lower_
    if lowered in _plurals() and token.pos_ == "NOUN":
        made = _set(doc, token, covered, memory)
    elif lowered in _generic() and token.pos_ in {"NOUN", "PROPN"}:
        made = _back(doc, gazetteer, token, covered, memory)
    else:
        return
    if made is not None:
        yield made


def _back(
    doc: Doc, gazetteer: Gazetteer, token: Token, covered: dict[int, PlaceMention], memory: _Memory
) -> PlaceMention | None:
    """Resolve "the besieged city", "the capital", "the country" to what was spoken of last."""
    if (unknown := _unknown_name(doc, token, covered, memory)) is not None:
        return unknown
    first = _phrase_start(doc, token, covered)
    if doc[first].lower_ not in _determiners() or token.dep_ == "compound" or _names_itself(doc, token, covered):
        return None
    target = _target(gazetteer, _generic()[token.lower_], doc, first, token.i, memory)
    if target is None:
        return None
    span = Span(doc[first].idx, token.idx + len(token.text))
    place = replace(target, mention=span.quote(memory.text), candidates=())
    return PlaceMention(span, first, token.i + 1, token.i, PlaceKind.GENERIC, place)


def _unknown_name(doc: Doc, token: Token, covered: dict[int, PlaceMention], memory: _Memory) -> PlaceMention | None:
    """Return the name after "the village of" that no gazetteer knows: a place without a point (R-L3)."""
    first = token.i + 2
    if token.i + 2 >= len(doc) or doc[token.i + 1].lower_ != "of" or _generic()[token.lower_] != "settlement":
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


def _target(gazetteer: Gazetteer, kind: str, doc: Doc, first: int, head: int, memory: _Memory) -> Place | None:
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


def _sized(gazetteer: Gazetteer, noun: str, memory: _Memory) -> Place | None:
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


def _names_itself(doc: Doc, token: Token, covered: dict[int, PlaceMention]) -> bool:
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
        if before.lower_ == "and" and not (first - 2 >= 0 and doc[first - 2].lower_ in _plurals()):
            break
        if before.dep_ in {"nsubj", "dobj", "pobj", "nsubjpass"} and before.lower_ not in _plurals():
            break
        first -= 1
        if before.pos_ == "DET":
            break
    return first


def _set(doc: Doc, token: Token, covered: dict[int, PlaceMention], memory: _Memory) -> PlaceMention | None:
    """Resolve "besieged Ukrainian towns and cities" to an unnamed set in a country."""
    if token.i + 2 < len(doc) and doc[token.i + 1].lower_ == "and" and doc[token.i + 2].lower_ in _plurals():
        return None
    if _names_itself(doc, token, covered) or token.dep_ == "compound":
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
