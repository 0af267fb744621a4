"""The sentence that a token stands in."""

from spacy.tokens import Span, Token

__all__ = ["sentence_of"]


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
