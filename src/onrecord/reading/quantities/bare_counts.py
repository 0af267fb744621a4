"""People counted without a number: "killing a woman", "civilians were wounded" (METHOD B9)."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.reading.dependents import lefts
from onrecord.reading.quantities.approximators import Bounds
from onrecord.reading.quantities.counted_nouns import CountedNoun, is_person
from onrecord.reading.quantities.counts import Count

__all__ = ["bare_bounds", "read_bare_counts"]

KINDS: Any = lexicon("counted_kinds")
COLLECTIVES = frozenset(KINDS["collectives"])
FIGURES = frozenset(KINDS["figures"])
PERSONS = frozenset(lexicon("population_classes"))
PERSON_ENDINGS = ("man", "woman", "men", "women")
ONE = frozenset(("a", "an"))
DETERMINERS = frozenset(("det", "poss", "nummod", "predet"))


def read_bare_counts(doc: Doc, words: Sequence[str], taken: AbstractSet[int]) -> list[CountedNoun]:
    """Return person nouns that may be a count without a number; whether they are depends on their predicate.

    Args:
        doc: The parse.
        words: Its tokens in lower case.
        taken: Nouns and tokens that a number counts already.
    """
    found = []
    for i in _person_nouns(doc, words):
        bounds = None if i in taken or _in_a_figure(doc[i]) else bare_bounds(doc[i])
        if bounds is not None and bounds.approximator != "collective_noun":
            first = min((c.i for c in lefts(doc[i]) if c.lower_ in ONE), default=i)
            found.append(CountedNoun(Count(first, i + 1, i, bounds), i))
    return found


def bare_bounds(noun: Token) -> Bounds | None:
    """Return the interval of a noun without a number: one for "a woman", two or more for "women" (B9)."""
    determiners = [c for c in lefts(noun) if c.dep_ in DETERMINERS]
    if noun.tag_ == "NN" and noun.lower_ in COLLECTIVES:
        return None if determiners else Bounds(1, None, "collective_noun")
    if any(c.ent_type_ == "ORDINAL" or c.lower_ == "many" for c in lefts(noun)):
        return None
    if noun.tag_ == "NN" and determiners and determiners[0].lower_ in ONE:
        return Bounds(1, 1)
    if noun.tag_ == "NNS" and not determiners:
        return Bounds(1, None, "collective_noun") if noun.lower_ in COLLECTIVES else Bounds(2, None, "bare_plural")
    return None


def _in_a_figure(noun: Token) -> bool:
    """Tell "the number of terrorists killed", which counts nobody yet."""
    return noun.dep_ == "pobj" and noun.head.head.lemma_ in FIGURES


def _person_nouns(doc: Doc, words: Sequence[str]) -> Iterable[int]:
    for i, word in enumerate(words):
        stem = word.removesuffix("s")
        known = word in PERSONS or stem in PERSONS or word.endswith(PERSON_ENDINGS)
        if known and doc[i].tag_ in {"NN", "NNS"} and doc[i].dep_ != "compound" and is_person(doc, i):
            yield i
