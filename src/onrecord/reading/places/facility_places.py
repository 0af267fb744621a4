"""Put facilities into their settlement, and tell when one is spoken of again (METHOD B7 site, R-L1, R-I2)."""

from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.place import Place, Precision
from onrecord.model.reading import PlaceKind, PlaceMention
from onrecord.model.span import Span
from onrecord.reading.places.facilities import FacilityPhrase, function_words
from onrecord.reading.places.memory import LOCAL, PlaceMemory

__all__ = ["facility_mention"]

INTRODUCING = frozenset({"city", "town", "village", "port", "suburb", "capital", "region", "of", "-"})
PREPOSITIONS = frozenset({"in", "at", "near", "outside", "of", "around"})


def facility_mention(
    doc: Doc, phrase: FacilityPhrase, covered: dict[int, PlaceMention], memory: PlaceMemory
) -> PlaceMention:
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


def _same_facility(phrase: FacilityPhrase, words: frozenset[str], memory: PlaceMemory) -> Place | None:
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


@cache
def _interchangeable() -> frozenset[str]:
    return frozenset(lexicon("facilities")["interchangeable"])


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
