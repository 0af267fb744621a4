"""Where words stand: spans in code points, and quotations that carry the words themselves."""

from dataclasses import dataclass

__all__ = ["CONTEXT", "Quote", "Span"]

CONTEXT = 32
"""Code points of prefix and suffix kept with a piece of evidence (W3C TextQuoteSelector)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one text layer.

    Attributes:
        start: First code point, from 0, inclusive.
        end: Code point after the last, exclusive.
    """

    start: int
    end: int

    def __len__(self) -> int:
        """Return the length in code points."""
        return max(0, self.end - self.start)

    def contains(self, other: "Span") -> bool:
        """Tell whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: "Span") -> "Span":
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def words(self, text: str) -> str:
        """Return the words of `text` that this span points to."""
        return text[self.start : self.end]

    def quote(self, text: str, *, context: int = 0) -> "Quote":
        """Return the words with their place, and `context` code points of what stands around them."""
        return Quote(
            self.start,
            self.end,
            text[self.start : self.end],
            prefix=text[max(0, self.start - context) : self.start] if context else "",
            suffix=text[self.end : self.end + context] if context else "",
        )


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of a text layer together with where they stand (W3C TextPosition and TextQuote selectors in one).

    Attributes:
        start: First code point, inclusive.
        end: Code point after the last, exclusive.
        exact: The words; they must equal ``text[start:end]``.
        prefix: What stands right before, for anchoring in another text layer; empty where not kept.
        suffix: What stands right after.
    """

    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """The place without the words."""
        return Span(self.start, self.end)

    def reproduces(self, text: str) -> bool:
        """Tell whether `text` still holds these words at this place (METHOD R-C5)."""
        return (
            0 <= self.start <= self.end <= len(text)
            and text[self.start : self.end] == self.exact
            and text[: self.start].endswith(self.prefix)
            and text.startswith(self.suffix, self.end)
        )
