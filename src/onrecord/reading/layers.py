"""The layers of one document side by side, and look-ups between them by token."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from onrecord.model.document import Document
from onrecord.model.reading import PlaceMention, QuantityMention, ReportMention, TimeMention
from onrecord.model.span import Quote, Span
from onrecord.reading.word_classes import Classes

__all__ = ["Layers"]


@dataclass(frozen=True)
class Layers:
    """What the separate readers found in one document, ready to be joined.

    Attributes:
        document: The document.
        doc: Its parse.
        places: Place mentions in order.
        times: Time expressions in order.
        quantities: Counts in order.
        open_counts: Counts of people whose kind only their event can give.
        reports: Attributions in order.
        classes: What sort of thing each noun is.
    """

    document: Document
    doc: Doc
    places: tuple[PlaceMention, ...]
    times: tuple[TimeMention, ...]
    quantities: tuple[QuantityMention, ...]
    open_counts: tuple[QuantityMention, ...]
    reports: tuple[ReportMention, ...]
    classes: Classes

    def quote(self, span: Span) -> Quote:
        """Return the words at a span."""
        return self.document.quote(span)

    def sentence(self, token: Token) -> Span:
        """Return the characters of the token's sentence."""
        sentence = token.sent
        return Span(sentence.start_char, sentence.end_char)
