"""The sentence that a token stands in, and the sentences of a stretch."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

__all__ = ["sentence_of", "sentences_of"]


def sentence_of(token: Token) -> Span:
    """Return a token's sentence; unlike spaCy's ``token.sent`` it does not walk over the whole document first."""
    doc = token.doc
    start = end = token.i
    while start > 0 and not doc[start].is_sent_start:
        start -= 1
    end += 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def sentences_of(doc: Doc, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of a stretch of tokens that begins and ends with sentences."""
    while start < end:
        sentence = sentence_of(doc[start])
        yield sentence
        start = sentence.end
