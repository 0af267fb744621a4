"""Casualties, displaced, ranges and bounds: what a document counts (METHOD B9, R-Q1 to R-Q5)."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from spacy.tokens import Doc

from onrecord.model.quantity import Quantity, Subset
from onrecord.model.reading import QuantityMention
from onrecord.model.span import Span
from onrecord.reading.quantities.aid_money import read_aid_money
from onrecord.reading.quantities.bare_counts import read_bare_counts
from onrecord.reading.quantities.count_kind import count_kinds
from onrecord.reading.quantities.count_scope import scope_of
from onrecord.reading.quantities.counted_kinds import KindFound
from onrecord.reading.quantities.counted_nouns import CountedNoun, is_person, population_class, unit_of, with_noun
from onrecord.reading.quantities.counts import read_counts
from onrecord.reading.quantities.subsets import Part, find_parts, subset
from onrecord.reading.quantities.unknown_counts import read_unknown_counts
from onrecord.reading.sentences import sentence_of, tokens_of
from onrecord.reading.syntax import quote

__all__ = ["OPEN_KIND", "read_counted", "read_quantities", "subset_conflict"]

OPEN_KIND = "counted"
"""The kind of a count that says how many and not what befell them; never shown in a claim."""
PEOPLE = frozenset({"persons", "households"})
CLOSE = 2
"""Tokens between a count and the "including" that splits it, comma and all."""


def read_quantities(doc: Doc) -> tuple[QuantityMention, ...]:
    """Return what a document counts, in order (METHOD B9, R-Q1 to R-Q5).

    Numbers that count nothing of interest (ages, dates, names, distances: R-Q4) are left out.

    Args:
        doc: The parse of the whole document.
    """
    return tuple(mention for mention in read_counted(doc) if mention.quantity.kind != OPEN_KIND)


def read_counted(doc: Doc) -> tuple[QuantityMention, ...]:
    """Return what `read_quantities` does, and counts of people whose kind only the event they stand in can give.

    "About 8,000 people had been driven out": the count is kept with `OPEN_KIND` for the event layer to name.

    Args:
        doc: The parse of the whole document.
    """
    words = [token.lower_ for token in tokens_of(doc)]
    unknown = read_unknown_counts(doc, words)
    taken = {i for mention in unknown for i in range(mention.first, mention.last)}
    numbers = [with_noun(doc, words, count) for count in read_counts(doc, words) if count.core not in taken]
    taken |= {c.noun for c in numbers if c.noun is not None} | {m.counted for m in unknown if m.counted is not None}
    bare = read_bare_counts(doc, words, taken)
    counted = sorted([*numbers, *bare], key=lambda c: c.count.first)
    kinds = [count_kinds(doc, words, c) for c in counted]
    parts, consumed = _parts(doc, words, counted, kinds)
    found = [
        _mention(doc, words, one, kind, parts.get(i, ()))
        for i, one in enumerate(counted)
        if one.argument not in consumed
        for kind in kinds[i] or _open_kind(one, numbers, doc)
    ]
    return tuple(sorted([*unknown, *read_aid_money(doc, words), *found], key=lambda m: (m.first, m.last)))


def _open_kind(one: CountedNoun, numbers: Sequence[CountedNoun], doc: Doc) -> tuple[KindFound, ...]:
    """Keep a number of people that no predicate of the lexicon takes."""
    bounded = one.count.bounds.low is not None or one.count.bounds.high is not None
    if not bounded or one not in numbers or one.measure:
        return ()
    if one.noun is None:  # "acknowledged holding seven"
        return (KindFound(OPEN_KIND, one.count.core),) if doc[one.count.core].dep_ in {"dobj", "nsubjpass"} else ()
    return (KindFound(OPEN_KIND, one.noun),) if _unit(doc, one.noun) in PEOPLE else ()


def _unit(doc: Doc, noun: int) -> str:
    """Return the unit that the counted noun alone gives: persons where it names people."""
    people = is_person(doc, noun)
    return unit_of(doc, noun, "affected", noun) if people else unit_of(doc, noun, OPEN_KIND, noun)


def subset_conflict(quantity: Quantity) -> bool:
    """Tell whether a part is larger than its whole can be (R-Q3); a reader must look at it."""
    return quantity.high is not None and any(
        part.low is not None and part.low > quantity.high for part in quantity.includes
    )


def _parts(
    doc: Doc, words: Sequence[str], counted: Sequence[CountedNoun], kinds: Sequence[Sequence[KindFound]]
) -> tuple[dict[int, list[Part]], set[int]]:
    """Give each part to the nearest whole before it in its sentence; parts are never counts of their own (R-Q3)."""
    parts: dict[int, list[Part]] = {}
    consumed: set[int] = set()
    for cue, part in find_parts(doc, words, counted):
        whole = _whole(doc, counted, kinds, cue, consumed)
        if whole is not None:
            parts.setdefault(whole, []).append(part)
            consumed.update(part.taken)
    return parts, consumed


def _whole(
    doc: Doc, counted: Sequence[CountedNoun], kinds: Sequence[Sequence[KindFound]], cue: int, consumed: AbstractSet[int]
) -> int | None:
    """Return the nearest count before a cue in its sentence; none where the count right there has no kind."""
    start = sentence_of(doc[cue]).start
    whole = None
    for i, one in enumerate(counted):
        if not start <= one.argument < cue or one.measure or one.argument in consumed:
            continue
        if kinds[i]:
            whole = i
        elif cue - one.argument <= CLOSE:
            whole = None
    return whole


def _includes(doc: Doc, kind: str, parts: Sequence[Part]) -> Iterator[Subset]:
    for part in parts:
        yield subset(doc, kind, part)


def _mention(
    doc: Doc, words: Sequence[str], counted: CountedNoun, found: KindFound, parts: Sequence[Part]
) -> QuantityMention:
    count, noun = counted.count, counted.noun
    span = Span(doc[count.first].idx, doc[count.last - 1].idx + len(doc[count.last - 1]))
    quantity = Quantity(
        found.kind,
        unit_of(doc, noun, found.kind, found.governor),
        count.bounds.low,
        count.bounds.high,
        count.bounds.approximator,
        mention=quote(doc, span),
        population_class=population_class(doc, noun),
        scope=scope_of(doc, words, found.governor),
        includes=tuple(_includes(doc, found.kind, parts)),
        high_soft=count.bounds.high_soft,
        acled=count.bounds.acled,
        qualitative=count.qualitative,
    )
    return QuantityMention(span, count.first, count.last, noun, found.governor, quantity)
