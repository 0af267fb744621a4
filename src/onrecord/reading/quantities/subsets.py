"""Parts of a count: "including women", "among them two children", "three of them soldiers" (METHOD R-Q3)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.quantity import Subset
from onrecord.model.span import Span
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.quantities.approximators import Bounds
from onrecord.reading.quantities.bare_counts import bare_bounds
from onrecord.reading.quantities.counted_nouns import CountedNoun, is_person, population_class
from onrecord.reading.syntax import quote

__all__ = ["Part", "find_parts", "subset"]

KINDS: Any = lexicon("counted_kinds")
INCLUDING = frozenset(KINDS["subset_cues"])
INCLUDED = frozenset(KINDS["subset_verbs"])
AMONG = frozenset(KINDS["subset_among"])
NOUN_TAGS = ("NN", "NNS")
BEFORE_NOUN = frozenset(
    ("JJ", "JJR", "CD", "DT", "VBN", "VBG", "RB", "RBR", "JJS", "HYPH", "PRP$", "IN", "NN", "NNS", "NNP", "POS")
)
PARTS_OF_NAME = frozenset(("det", "nummod", "amod", "compound", "poss", "advmod", "quantmod", "nmod"))
REACH = 9

THEM = frozenset(("them", "whom", "those"))


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole.

    Attributes:
        noun: Token of its noun, or of its number.
        bounds: Its interval.
        span: Its words.
        taken: Tokens whose counts it uses up; they are never counts of their own.
    """

    noun: int
    bounds: Bounds
    span: Span
    taken: tuple[int, ...]


def find_parts(doc: Doc, words: Sequence[str], counted: Sequence[CountedNoun]) -> Iterator[tuple[int, Part]]:
    """Yield the parts that a document names, each with the token of the cue that makes it a part (R-Q3).

    Args:
        doc: The parse.
        words: Its tokens in lower case.
        counted: All counts with their nouns.
    """
    numbers = {c.argument: c for c in counted}
    cores = {c.count.core: c.argument for c in counted}
    for one in counted:
        of_them = _of_them(doc, words, one, cores)
        if of_them is not None:
            yield one.count.first, of_them
    for i, word in enumerate(words):
        if word in INCLUDING or (word in INCLUDED and doc[i].tag_ in {"VBD", "VBZ", "VBP"}):
            start = i + 1
        elif word == "among" and i + 1 < len(words) and words[i + 1] in AMONG:
            start = i + 2
        else:
            continue
        head = _noun_after(doc, words, start, cores)
        if head is None:
            continue
        for noun in _joined(doc, doc[head]):
            part = _part(doc, noun, numbers)
            if part is not None:
                yield i, part


def subset(doc: Doc, kind: str, part: Part) -> Subset:
    """Return a part as the model has it: its class where the lexicon knows one, else its own words."""
    who = population_class(doc, part.noun) or quote(doc, part.span).exact
    bounds = part.bounds
    return Subset(kind, who, bounds.low, bounds.high, bounds.approximator, quote(doc, part.span))


def _of_them(doc: Doc, words: Sequence[str], one: CountedNoun, cores: Mapping[int, int]) -> Part | None:
    """Read "three of them children"; "two of whom died" is a count of its own."""
    i = one.count.last
    if i + 2 >= len(words) or words[i] != "of" or words[i + 1] not in THEM:
        return None
    noun = _noun_after(doc, words, i + 2, cores)
    if noun is None or not is_person(doc, noun):
        return None
    first = one.count.first
    return Part(noun, one.count.bounds, Span(doc[first].idx, doc[noun].idx + len(doc[noun])), (one.argument, noun))


def _noun_after(doc: Doc, words: Sequence[str], start: int, cores: Mapping[int, int]) -> int | None:
    found = None
    for i in range(start, min(start + REACH, len(words))):
        if i in cores:
            return cores[i]
        tag = doc[i].tag_
        if tag == "POS":
            found = None
        elif tag in NOUN_TAGS:
            found = i
        elif found is not None or tag not in BEFORE_NOUN:
            break
    return found


def _joined(doc: Doc, noun: Token) -> Iterator[Token]:
    yield noun
    for child in rights(noun):
        if child.dep_ == "conj" and child.pos_ in {"NOUN", "NUM", "PROPN", "ADJ"}:
            yield from _joined(doc, child)
        elif child.dep_ == "prep":
            # "Women in labor and staff": the parse may join the people to the thing before them.
            for thing in dependents(child):
                if thing.dep_ == "pobj" and not is_person(doc, thing.i):
                    for other in rights(thing):
                        if other.dep_ == "conj" and is_person(doc, other.i):
                            yield from _joined(doc, other)


def _part(doc: Doc, noun: Token, numbers: Mapping[int, CountedNoun]) -> Part | None:
    counted = numbers.get(noun.i)
    if counted is not None:
        if counted.measure:
            return None
        bounds, first = counted.count.bounds, counted.count.first
    else:
        bare = bare_bounds(noun)
        if bare is None or not is_person(doc, noun.i):
            return None
        bounds = bare
        first = min([c.left_edge.i for c in lefts(noun) if c.dep_ in PARTS_OF_NAME], default=noun.i)
    last = noun.i
    if last + 1 < len(doc) and doc[last + 1].dep_ == "prep" and _near(noun, doc[last + 1].head):
        last = _phrase_end(doc[last + 1])
    return Part(noun.i, bounds, Span(doc[first].idx, doc[last].idx + len(doc[last])), (noun.i,))


def _near(noun: Token, head: Token) -> bool:
    """Tell whether a preposition right behind a noun belongs to it, or to a noun that the parse joined it to."""
    return head.i == noun.i or (
        noun.dep_ == "conj" and head.i < noun.i and head.pos_ == "NOUN" and head in noun.ancestors
    )


def _phrase_end(prep: Token) -> int:
    """Return the last token of a prepositional phrase, without what is joined to its noun."""
    for child in dependents(prep):
        if child.dep_ == "pobj":
            return child.i
    return prep.i
