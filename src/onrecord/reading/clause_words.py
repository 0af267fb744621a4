"""Closed classes of words that the rules of syntax ask for (lexicon ``clause_words``)."""

from functools import cache

from onrecord.lexicons.load import lexicon

__all__ = ["clause_words"]


@cache
def clause_words(name: str) -> frozenset[str]:
    """Return a class of words by its name in the lexicon."""
    return frozenset(lexicon("clause_words")[name])
