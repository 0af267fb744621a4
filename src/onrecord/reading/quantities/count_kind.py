"""Which kind a count takes: its adjective, its predicate or its noun, in that order (METHOD R-Q2)."""

from collections.abc import Sequence

from spacy.tokens import Doc

from onrecord.reading.dependents import dependents
from onrecord.reading.quantities.counted_kinds import (
    KINDS,
    STATES,
    KindFound,
    adjacent_kind,
    noun_kind,
    predicate_kind,
    state_kind,
)
from onrecord.reading.quantities.counted_nouns import PERSON_KINDS, CountedNoun, is_person

__all__ = ["count_kinds"]

OF_ANYBODY = frozenset(("killed", "injured", "abducted", "detained", "displaced", "evacuated"))
"""Kinds whose predicate makes people of a noun that no list knows: "killed 12 Houthis"."""
CHAIN = frozenset(KINDS["state_chain"])
ZERO_KINDS = frozenset(
    ("killed", "injured", "casualties", "missing", "trapped", "detained", "abducted", "displaced", "evacuated")
)
"""Kinds of which "no" says zero; "no soldiers came" counts nobody."""
SERIOUSLY = frozenset(("seriously", "badly", "critically", "gravely", "severely"))


def count_kinds(doc: Doc, words: Sequence[str], counted: CountedNoun) -> tuple[KindFound, ...]:
    """Return what a count counts: nothing, one kind, or several for "no deaths or injuries" (R-Q2).

    Args:
        doc: The parse.
        words: Its tokens in lower case.
        counted: The count with its noun.
    """
    if counted.measure:
        return ()
    if _is_bare(counted):
        found = predicate_kind(words, doc[counted.argument])
        return (found,) if found is not None and found.bare and not _denied(doc, found.governor) else ()
    found = _kind(doc, words, counted)
    if counted.count.zero:
        return _zero_kinds(doc, words, counted, found)
    if found is None or (_denied(doc, found.governor) and found.governor != counted.noun):
        return ()
    return (found,)


def _is_bare(counted: CountedNoun) -> bool:
    return counted.noun is not None and counted.count.core == counted.noun


def _denied(doc: Doc, governor: int) -> bool:
    return any(child.dep_ == "neg" for child in dependents(doc[governor]))


def _kind(doc: Doc, words: Sequence[str], counted: CountedNoun) -> KindFound | None:
    count, noun = counted.count, counted.noun
    if noun is None:
        return _standing_alone(doc, words, counted)
    own = noun_kind(words, doc[noun])
    if own is not None and own.strong:
        return own
    found = (
        state_kind(words, count.last, noun)
        or _state_after(doc, words, noun)
        or predicate_kind(words, doc[noun])
        or (
            _state_down_the_chain(words, noun + 1) or adjacent_kind(words, doc, count.first)
            if is_person(doc, noun)
            else None
        )
    )
    if found is not None and (
        is_person(doc, noun) or (not found.persons and found.kind in OF_ANYBODY and _countable(doc, noun, own))
    ):
        return found
    return own


def _standing_alone(doc: Doc, words: Sequence[str], counted: CountedNoun) -> KindFound | None:
    """Read "three dead", "12 seriously wounded", "dozens of injured", "killed 14"."""
    i = counted.count.last
    while i < len(words) and (
        words[i] in {"of", "the", "more", "others", "were", "are", "reported"} or doc[i].tag_ == "RB"
    ):
        if words[i] in {"were", "are"} and counted.count.qualitative is None and doc[i].tag_ == "RB":
            break
        i += 1
    state = state_kind(words, i, min(i + 1, len(words)))
    if state is not None and not any(c.dep_ == "dobj" for c in dependents(doc[state.governor])):
        return state
    found = predicate_kind(words, doc[counted.count.core])
    if found is not None and found.persons:
        return None
    return found or _state_down_the_chain(words, counted.count.last) or adjacent_kind(words, doc, counted.count.first)


def _state_after(doc: Doc, words: Sequence[str], noun: int) -> KindFound | None:
    """Read "17 people killed in the raid", "two men dead"."""
    i = noun + 1
    while i < len(words) and doc[i].tag_ == "RB":
        i += 1
    if i >= len(words) or STATES.get(words[i]) is None:
        return None
    if any(c.dep_ == "dobj" for c in dependents(doc[i])) or any(c.dep_ == "dobj" for c in doc[i].conjuncts):
        return None
    return state_kind(words, i, i + 1)


def _state_down_the_chain(words: Sequence[str], start: int) -> KindFound | None:
    """Read "have been left homeless" word by word, where the parse lost it."""
    i = start
    while i < len(words) and words[i] in CHAIN:
        i += 1
    return state_kind(words, i, i + 1) if start < i < len(words) else None


def _countable(doc: Doc, noun: int, own: KindFound | None) -> bool:
    """Tell whether an unknown noun may be people: plural or a name, and no event or thing that the lexicon knows."""
    return (own is None or own.kind in PERSON_KINDS) and doc[noun].tag_ in {"NNS", "NNPS", "NNP", "NN"}


def _zero_kinds(doc: Doc, words: Sequence[str], counted: CountedNoun, found: KindFound | None) -> tuple[KindFound, ...]:
    """Read "no one was killed", "no deaths or injuries", "did not hurt anyone" (B9: zero is a value)."""
    if found is None or found.kind not in ZERO_KINDS:
        return ()
    if any(child.lower_ in SERIOUSLY for child in dependents(doc[found.governor])):
        return ()
    negated = _denied(doc, found.governor)
    if counted.count.needs_negation and not (
        negated or "without" in words[max(0, counted.count.first - 4) : counted.count.first]
    ):
        return ()
    kinds = [found]
    if counted.noun is not None and found.governor == counted.noun:
        kinds += [k for c in doc[counted.noun].conjuncts if (k := noun_kind(words, c)) is not None]
    elif found.kind == "casualties" and found.governor != counted.noun:
        # "No one was killed or injured" says both.
        kinds = [KindFound("killed", found.governor), KindFound("injured", found.governor)]
    return tuple(kinds)
