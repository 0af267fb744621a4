"""The layers of one document side by side, and look-ups between them by token."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from onrecord.model.document import Document
from onrecord.model.reading import PlaceMention, QuantityMention, ReportMention, TimeMention
from onrecord.model.span import Quote, Span
from onrecord.reading.sentences import sentence_of
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

    @cached_property
    def clause_lemmas(self) -> dict[int, set[str]]:
        """Lemmas of the clause around a token, kept from one question to the next."""
        return {}

    @cached_property
    def actor_places(self) -> frozenset[int]:
        """Heads of places that only say who somebody is: "the Kharkiv governor", "accused Russia", a dateline."""
        who = [span for r in self.reports for span in (r.source, r.accused) if span is not None]
        if self.document.outlet is not None and self.document.outlet.mention is not None:
            who.append(Span(0, self.document.outlet.mention.end))  # where the reporter is, not where it happened
        return frozenset(m.head for m in self.places if any(span.contains(m.span) for span in who))

    def sentence(self, token: Token) -> Span:
        """Return the characters of the token's sentence."""
        sentence = sentence_of(token)
        return Span(sentence.start_char, sentence.end_char)
