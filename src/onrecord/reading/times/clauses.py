"""Clauses that say when by a dated event: ``before the bridge fell on 24 February`` (R-T5)."""

from dataclasses import replace

from spacy.tokens import Token

from onrecord.model.reading import TimeMention
from onrecord.model.span import Span
from onrecord.model.time import TimePrecision
from onrecord.reading.dependents import lefts
from onrecord.reading.times.calendar_days import Frame
from onrecord.reading.times.context import TimeContext
from onrecord.reading.times.resolution import related

__all__ = ["time_clause"]

CONJUNCTIONS = frozenset({"before", "after", "since", "until", "till"})
DATED = frozenset({TimePrecision.DAY, TimePrecision.DAY_PART, TimePrecision.HOUR, TimePrecision.INSTANT})


def time_clause(context: TimeContext, mention: TimeMention, frame: Frame) -> TimeMention | None:
    """Return the clause around a dated time as a time of the clause above it, or None where there is no such clause.

    Args:
        context: The document.
        mention: The time inside the clause.
        frame: What it was seen from.
    """
    interval = mention.interval
    if mention.governor is None or interval is None or interval.start is None:
        return None
    verb = context.doc[mention.governor]
    mark = _mark(verb)
    if mark is not None and interval.precision not in DATED and mark.lower_ == "after":
        return None
    if mark is None or mark.i >= mention.first or verb.head.i == verb.i:
        return None
    span = Span(mark.idx, mention.span.end)
    relation = "until" if mark.lower_ == "till" else mark.lower_
    whole = related(interval, relation, frame)
    above = verb.head.head if mark.i == verb.head.i else verb.head
    return TimeMention(
        span=span,
        first=mark.i,
        last=mention.last,
        head=verb.i,
        governor=above.i,
        interval=replace(whole, expression=span.quote(context.text)),
    )


def _mark(verb: Token) -> Token | None:
    """Return the temporal conjunction of a clause, or the "since" of "since the invasion of June 6"."""
    if verb.pos_ in {"NOUN", "PROPN"} and verb.dep_ == "pobj" and verb.head.lower_ == "since":
        return verb.head
    if verb.dep_ not in {"advcl", "pcomp", "ccomp"}:
        return None
    found = next((c for c in lefts(verb) if c.dep_ in {"mark", "advmod"} and c.lower_ in CONJUNCTIONS), None)
    if found is None and verb.head.lower_ in CONJUNCTIONS and verb.dep_ == "pcomp":
        return verb.head
    return found
