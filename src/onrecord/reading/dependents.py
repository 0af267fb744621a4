"""The tokens that hang on a token: spaCy's ``token.children``, gathered once a document.

The rules ask for them thousands of times a page, and spaCy walks the neighbourhood anew at every call.
"""

from spacy.tokens import Token

from onrecord.reading.sentences import tokens_of

__all__ = ["dependents", "labelled", "lefts", "rights"]

KEPT = "onrecord.dependents"
"""Where a document keeps them; the parse is final when the first rule asks."""

Labelled = tuple[Token, str]


def labelled(token: Token) -> list[Labelled]:
    """Return a token's dependents in order, each with its dependency label."""
    doc = token.doc
    known: dict[int, list[Labelled]] | None = doc.user_data.get(KEPT)
    if known is None:
        known = {}
        for other in tokens_of(doc):
            if other.head.i != other.i:
                known.setdefault(other.head.i, []).append((other, other.dep_))
        doc.user_data[KEPT] = known
    return known.get(token.i, [])


def dependents(token: Token) -> list[Token]:
    """Return a token's dependents in order."""
    return [other for other, _ in labelled(token)]


def lefts(token: Token) -> list[Token]:
    """Return the dependents before a token, in order."""
    at = token.i
    return [other for other, _ in labelled(token) if other.i < at]


def rights(token: Token) -> list[Token]:
    """Return the dependents after a token, in order."""
    at = token.i
    return [other for other, _ in labelled(token) if other.i > at]
