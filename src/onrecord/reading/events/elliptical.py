"""Figures that leave out what they count: "the authorities reported 56", "two aid workers gave the same figure".

What is counted is what the last figure before counted; the speaker and the number are new (METHOD R-C1).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from onrecord.model.claim import Tier
from onrecord.model.quantity import Quantity
from onrecord.model.reading import EventMention, ReportMention
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.layers import Layers
from onrecord.reading.quantities.counts import read_counts
from onrecord.reading.quantities.numbers import value_of
from onrecord.reading.syntax import word

__all__ = ["elliptical_figures"]

REACH = 600
"""Code points back to the figure that is meant."""
FRACTIONS = frozenset({"half", "third", "quarter", "fifth", "tenth"})
"""Shares of something, which never stand for a number of people."""
FIGURE_NOUNS = frozenset({"figure", "number", "toll", "count", "total"})


def elliptical_figures(events: Sequence[EventMention], layers: Layers) -> tuple[EventMention, ...]:
    """Return an event for each report that gives a bare figure.

    Args:
        events: What has been read so far, in order.
        layers: The document's layers.
    """
    return tuple(event for report in layers.reports for event in _figures(report, events, layers))


def _figures(report: ReportMention, events: Sequence[EventMention], layers: Layers) -> Iterator[EventMention]:
    content = report.content
    if content is None or any(content.contains(e.trigger) for e in events):
        return
    words = layers.doc.char_span(content.start, content.end, alignment_mode="contract")
    earlier = [e for e in events if content.start - REACH < e.trigger.start < content.start and _counted(e)]
    if words is None or not earlier:
        return
    figure = _bare_figure(words)
    if figure is None:
        return
    last = earlier[-1]
    counted = next(q for q in last.quantities if not q.unknown and (q.low is not None or q.high is not None))
    yield replace(
        last,
        trigger=syntax.token_span(figure),
        head=figure.i,
        tier=Tier.CORE,
        clause=content,
        quantities=(_with_figure(counted, figure),),
        time=replace(last.time, expression=None) if last.time is not None else None,
        places=tuple(replace(p, mention=None, inferred=True) for p in last.places),
        participants=(),
        flags=("figure_points_back",),
        open_agent=None,
    )


def _counted(event: EventMention) -> bool:
    return any(q.low is not None or q.high is not None for q in event.quantities)


def _bare_figure(words: Tokens) -> Token | None:
    """Return the number or the word "figure" that is all the content has to count."""
    if any(token.pos_ in {"VERB", "AUX"} for token in words):
        return None  # a clause says itself what it counts
    for token in words:
        if (
            token.like_num
            and token.lower_ not in FRACTIONS
            and token.dep_ in {"dobj", "pobj", "attr", "ROOT", "nsubj", "npadvmod"}
            and not _measures(token)
        ):
            return token
        if word(token) in FIGURE_NOUNS and any(c.lower_ in {"same", "similar", "identical"} for c in dependents(token)):
            return token
    return None


def _measures(number: Token) -> bool:
    """Tell whether a noun follows that the number counts after all."""
    following = number.nbor(1) if number.i + 1 < len(number.doc) else number
    return following.pos_ in {"NOUN", "PROPN"} and following.i != number.i


def _with_figure(counted: Quantity, figure: Token) -> Quantity:
    value = value_of(figure)
    if value is None:  # "the same figure"
        return replace(counted, mention=syntax.quote(figure.doc, syntax.token_span(figure)))
    count = next(c for c in read_counts(figure.doc, [t.lower_ for t in figure.doc]) if c.first <= figure.i < c.last)
    span = syntax.token_span(figure.doc[count.first], figure.doc[count.last - 1])
    return Quantity(
        counted.kind,
        counted.unit,
        count.bounds.low,
        count.bounds.high,
        count.bounds.approximator,
        mention=syntax.quote(figure.doc, span),
        population_class=counted.population_class,
    )
