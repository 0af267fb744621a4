"""The sentence that a token stands in, and the sentences of a stretch."""

from bisect import bisect_right
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

__all__ = ["sentence_of", "sentences_of", "tokens_of"]

TOKENS = "onrecord.tokens"
"""Where a document keeps its tokens: spaCy makes them anew at every walk."""

BOUNDS = "onrecord.sentence_bounds"
"""Where a document keeps its sentence boundaries; they are final once it is parsed."""


def tokens_of(doc: Doc) -> list[Token]:
    """Return the tokens of a document; made once."""
    known: list[Token] | None = doc.user_data.get(TOKENS)
    if known is None:
        known = doc.user_data[TOKENS] = list(doc)
    return known


def sentence_of(token: Token) -> Span:
    """Return a token's sentence; unlike spaCy's ``token.sent`` it walks over the document once, not at every call."""
    doc = token.doc
    bounds = doc.user_data.get(BOUNDS)
    if bounds is None:
        starts = [other.i for other in tokens_of(doc) if other.is_sent_start]
        bounds = doc.user_data[BOUNDS] = sorted({0, *starts, len(doc)})
    after = bisect_right(bounds, token.i)
    return doc[bounds[after - 1] : bounds[after]]


def sentences_of(doc: Doc, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a stretch of tokens that begins and ends with sentences."""
    while start < end:
        sentence = sentence_of(doc[start])
        yield sentence
        start = sentence.end
