"""Over what a count runs: one incident, a period, or a whole war so far (METHOD R-Q5)."""

from collections.abc import Iterable, Sequence
from typing import Any

from spacy.tokens import Doc

from onrecord.lexicons.load import lexicon
from onrecord.reading.dependents import lefts, rights

__all__ = ["scope_of"]

KINDS: Any = lexicon("counted_kinds")
CUMULATIVE = frozenset(KINDS["cumulative"])
WARS = frozenset(KINDS["wars"])
PERIOD_HEADS = frozenset(KINDS["period_heads"])
PERIOD_UNITS = frozenset(KINDS["period_units"])
Phrases = dict[str, tuple[tuple[str, ...], ...]]


def _index(phrases: Iterable[str]) -> Phrases:
    index: Phrases = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        index[words[0]] = (*index.get(words[0], ()), words)
    return index


CUMULATIVE_PHRASES = _index(KINDS["cumulative_phrases"])
PERIOD_PHRASES = _index(KINDS["period_phrases"])


def scope_of(doc: Doc, words: Sequence[str], governor: int) -> str | None:
    """Return ``cumulative``, ``period`` or None (unsaid) for a count (R-Q5).

    Only words of the count's own clause speak: those under its governor.

    Args:
        doc: The parse.
        words: Its tokens in lower case.
        governor: Token that gives the kind.
    """
    head = doc[governor]
    if head.pos_ not in {"VERB", "AUX"} and head.head.pos_ in {"VERB", "AUX"}:
        head = head.head
    if any(c.dep_ == "nsubj" and c.lemma_ in WARS for c in lefts(head)) and any(
        c.lower_ in {"has", "have"} for c in lefts(head)
    ):
        return "cumulative"  # "the fighting has killed 1,500"
    begin, end = head.left_edge.i, head.right_edge.i + 1
    own = end
    for child in rights(head):
        if child.dep_ in {"conj", "ccomp", "parataxis"} and child.pos_ in {"VERB", "AUX"}:
            own = min(own, child.left_edge.i)
    return _scope_between(doc, words, begin, own) or (_scope_between(doc, words, own, end) if own < end else None)


def _scope_between(doc: Doc, words: Sequence[str], begin: int, end: int) -> str | None:
    since = any(words[i] in CUMULATIVE for i in range(begin, end))
    if since or _has(words, CUMULATIVE_PHRASES, begin, end):
        return "cumulative"
    if _has(words, PERIOD_PHRASES, begin, end):
        return "period"
    for i in range(begin, end):
        if words[i] in PERIOD_HEADS and any(doc[j].lemma_ in PERIOD_UNITS for j in range(i + 1, min(i + 3, end))):
            return "period"
    return None


def _has(words: Sequence[str], phrases: Phrases, begin: int, end: int) -> bool:
    return any(
        tuple(words[i : i + len(phrase)]) == phrase for i in range(begin, end) for phrase in phrases.get(words[i], ())
    )
