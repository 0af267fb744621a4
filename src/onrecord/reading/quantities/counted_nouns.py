"""Which noun a count counts, and who that is (METHOD B9 unit and population_class)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from spacy.tokens import Doc

from onrecord.lexicons.load import lexicon
from onrecord.reading.quantities.approximators import bounded_after, bounds
from onrecord.reading.quantities.counts import Count
from onrecord.text.numerals import Numeral

__all__ = ["CountedNoun", "counted_noun", "is_person", "population_class", "unit_of", "with_noun"]

POPULATION: dict[str, str | None] = lexicon("population_classes")
KINDS: Any = lexicon("counted_kinds")
MEASURES = frozenset(KINDS["measures"])
UNITS: dict[str, str] = KINDS["units"]
NOUNS: dict[str, dict[str, Any]] = KINDS["nouns"]
PERSON_KINDS = frozenset(KINDS["person_kinds"])
SKIPPED = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "RB", "HYPH", "``", "''"))
AFTER_OF = frozenset(("DT", "PRP$", "PDT"))
PERSON_ENDINGS = ("man", "men", "woman", "women", "worker", "workers", "member", "members")
REACH = 9
"""Tokens between a number and the noun that it counts."""


@dataclass(frozen=True, slots=True)
class CountedNoun:
    """A count with the noun that it counts.

    Attributes:
        count: The count.
        noun: Token of the counted noun, or None where the count stands alone: "killed 14".
        measure: True where the noun is a measure, so that nobody is counted (R-Q4).
    """

    count: Count
    noun: int | None
    measure: bool = False

    @property
    def argument(self) -> int:
        """The token by which the predicate takes the count."""
        return self.count.core if self.noun is None else self.noun


def with_noun(doc: Doc, words: Sequence[str], count: Count) -> CountedNoun:
    """Join a count with the noun that it counts."""
    noun = counted_noun(doc, words, count)
    if noun is None:
        return CountedNoun(count, None)
    measure = _measured(doc, words, count, noun)
    if measure is None:
        return CountedNoun(count, None)
    after = (
        bounded_after(words, noun + 1) if count.bounds.approximator is None and count.bounds.low is not None else None
    )
    if after is not None and count.bounds.low == count.bounds.high:
        # "17 soldiers or more".
        number = Numeral(count.first, count.last, count.bounds.low or 0, count.bounds.high or 0)
        count = replace(count, bounds=bounds(number, after))
    return CountedNoun(count, noun, measure=measure)


def counted_noun(doc: Doc, words: Sequence[str], count: Count) -> int | None:
    """Return the token of the counted noun, or None where the count stands alone: "killed 14"."""
    of = count.last < len(words) and words[count.last] == "of"
    i = count.last + of
    end = min(len(words), i + REACH)
    noun = None
    while i < end:
        # "two 12-year-old boys": of a compound written with hyphens only the last word matters.
        while i + 2 < end and words[i + 1] == "-" and not doc[i].whitespace_ and not doc[i + 1].whitespace_:
            i += 2
        tag = doc[i].tag_
        if tag.startswith("NN"):
            if noun is not None and _new_phrase(doc, words, noun, i):
                break
            noun = i
        elif noun is not None or not (tag in SKIPPED or (of and tag in AFTER_OF)):
            break
        i += 1
    return noun


def _new_phrase(doc: Doc, words: Sequence[str], noun: int, i: int) -> bool:
    """Tell "women Monday" and "12 women Reuters" from the compound "army soldiers"."""
    tag = doc[i].tag_
    return words[i] in MEASURES or (tag.startswith("NNP") and not doc[noun].tag_.startswith("NNP"))


def _measured(doc: Doc, words: Sequence[str], count: Count, noun: int) -> bool | None:
    """Tell whether a noun is a measure (R-Q4): True where the number measures, None where it is only a date nearby."""
    token = doc[noun]
    if token.lemma_.lower() not in MEASURES and words[noun] not in MEASURES:
        return False
    direct = doc[count.core].head.i == noun or noun == count.last
    return True if direct and not token.tag_.startswith("NNP") else None


def is_person(doc: Doc, noun: int) -> bool:
    """Tell whether a noun names people."""
    token = doc[noun]
    lemma = token.lemma_.lower()
    return lemma in POPULATION or token.lower_ in POPULATION or lemma in UNITS or token.lower_.endswith(PERSON_ENDINGS)


def population_class(doc: Doc, noun: int | None) -> str | None:
    """Return who is counted, None for people at large or where no noun says it."""
    if noun is None:
        return None
    token = doc[noun]
    lemma = token.lemma_.lower()
    return POPULATION.get(lemma, POPULATION.get(token.lower_))


def unit_of(doc: Doc, noun: int | None, kind: str, governor: int) -> str:
    """Return the unit of a count: households for families, events for strikes, else persons."""
    for i in (noun, governor):
        if i is None:
            continue
        lemma = doc[i].lemma_.lower()
        if lemma in UNITS:
            return UNITS[lemma]
        if lemma in NOUNS and NOUNS[lemma]["kind"] == kind:
            return str(NOUNS[lemma]["unit"])
    return "persons" if kind in PERSON_KINDS else "items"
