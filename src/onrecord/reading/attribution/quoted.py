"""Direct speech: which quotation leans on which reporting verb, and which goes on with the speaker before (R-A2)."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.model.span import Span
from onrecord.reading.attribution.phrases import mention
from onrecord.reading.attribution.quotations import quotations

__all__ = ["Quoted", "enclosing", "leaning", "quoted_stretches"]

BETWEEN = frozenset({"AUX", "ADV", "PUNCT", "SPACE", "PART"})
SHORTEST = 4
"""Tokens of a quotation that can stand for a statement; shorter ones are scare quotes unless a comma sets them off."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation in tokens.

    Attributes:
        first: Token of the opening mark.
        last: Token of the closing mark, or the paragraph's last.
        inner: Characters within the marks.
    """

    first: int
    last: int
    inner: Span

    @property
    def size(self) -> int:
        """Tokens within the marks."""
        return self.last - self.first - 1


def quoted_stretches(tokens: list[Token], text: str) -> tuple[Quoted, ...]:
    """Return the quotations of a parse in order."""
    found = quotations(text)
    if not found:
        return ()
    offsets = [token.idx for token in tokens]
    return tuple(
        Quoted(
            bisect_right(offsets, quotation.outer.start) - 1,
            bisect_left(offsets, quotation.outer.end) - 1,
            quotation.inner,
        )
        for quotation in found
    )


def enclosing(quotes: tuple[Quoted, ...], index: int) -> Quoted | None:
    """Return the quotation that a token stands in, or None."""
    at = bisect_right(quotes, index, key=lambda quote: quote.first) - 1
    return quotes[at] if at >= 0 and quotes[at].last >= index else None


def leaning(doc: Doc, quotes: tuple[Quoted, ...], verb: Token, subject: Token | None) -> list[Quoted]:
    """Return the quotations that stand right before and right after a reporting verb and its subject.

    Nothing but the subject's own words, auxiliaries, adverbs and punctuation may stand between; whatever the parse
    makes of the words in quotation marks is overridden.
    """
    at = bisect_right(quotes, verb.i, key=lambda quote: quote.first)
    found = []
    own = set(range(mention(subject)[0], mention(subject)[1] + 1)) if subject is not None else set()
    if at > 0 and quotes[at - 1].last < verb.i and _joins_left(doc, quotes[at - 1], verb, own):
        found.append(quotes[at - 1])
    if at < len(quotes) and _joins_right(doc, quotes[at], verb, own):
        found.append(quotes[at])
    return found


def _joins_left(doc: Doc, quote: Quoted, verb: Token, own: set[int]) -> bool:
    if verb.i - quote.last > 30:
        return False
    closing, after = doc[quote.last - 1].text, doc[quote.last + 1]
    if closing not in ",?!—–-…" and after.text not in (",", "—", "–", "-"):
        return False
    # after "?" or "!" a capital begins the narrator's next sentence, unless it is a name's
    if closing in "?!" and after.text[:1].isupper() and after.pos_ in ("PRON", "DET", "ADP", "ADV", "SCONJ"):
        return False
    for index in range(quote.last + 1, verb.i):
        token = doc[index]
        if (token.is_space and "\n" in token.text) or token.text in ".;":
            return False
        if index not in own and token.pos_ in ("VERB", "SCONJ", "CCONJ") and not _within(token, own):
            return False
    return True


def _within(token: Token, own: set[int]) -> bool:
    """Tell whether a word belongs to a phrase, its relative clause included: "the man, who lost his house, said"."""
    return token.head.i in own or any(ancestor.i in own for ancestor in token.ancestors)


def _joins_right(doc: Doc, quote: Quoted, verb: Token, own: set[int]) -> bool:
    before = doc[quote.first - 1]
    broken = any("\n" in doc[i].text for i in range(verb.i, quote.first) if doc[i].is_space)
    if before.is_space and before.i > verb.i:
        before = doc[before.i - 1]
    if quote.first - verb.i > 25 or (broken and before.text != ":"):
        return False
    if before.i == verb.i or before.lower_ == "that":
        after = doc[quote.last + 1] if quote.last + 1 < len(doc) else None
        closed = after is None or after.is_space or after.is_punct or doc[quote.last - 1].text in ".,!?"
        near = not any(doc[i].pos_ in ("VERB", "CCONJ") or doc[i].text in ".;?!" for i in range(verb.i + 1, before.i))
        return closed and near and (quote.size >= SHORTEST or before.i == verb.i)
    if before.text not in (",", ":"):
        return False
    if any(doc[i].text in (".", "?", "!", ";") for i in range(verb.i + 1, quote.first)):
        return False
    for index in range(verb.i + 1, quote.first):
        token = doc[index]
        if index in own or token.pos_ in BETWEEN:
            continue
        if token.pos_ in ("VERB", "AUX") and token.lower_ != "speaking":
            return False
    return True
