"""Times that reach to or from the report: "without power for nine days", "a ceasefire from Thursday" (R-T2, R-T5)."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from spacy.tokens import Token

from onrecord.model.event import event_family
from onrecord.model.reading import EventMention
from onrecord.model.time import Edge, Interval, TimePrecision, first_day
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.events.triggers import Trigger
from onrecord.reading.layers import Layers
from onrecord.reading.quantities.numbers import value_of
from onrecord.reading.syntax import word

__all__ = ["from_then_on", "lasting"]

DAYS = {"day": 1, "week": 7, "fortnight": 14}
ARRANGED = frozenset({"CEASEFIRE", "CORRIDOR", "EVACUATION"})
OPENERS = ("from ", "starting ", "starting on ", "beginning ", "as of ")
WEEK = timedelta(days=7)


def lasting(trigger: Trigger, layers: Layers) -> Interval | None:
    """Return the stretch of "has been without electricity for nine days": back from the report to its start.

    Args:
        trigger: An event in the present perfect.
        layers: The document's layers.
    """
    published = layers.document.published
    verb = trigger.predicate.head if trigger.predicate.pos_ == "ADP" else trigger.predicate
    counted = _counted_in(verb, layers)
    if counted is not None:
        return counted
    perfect = any(c.lower_ in {"has", "have", "'ve"} for c in syntax.children(verb, "aux"))
    if published is None or not perfect:
        return None
    today = first_day(published)
    for _, noun in syntax.prepositional(verb, "for"):
        unit = DAYS.get(word(noun))
        count = next((value_of(c) for c in syntax.children(noun, "nummod")), None)
        if unit is not None and count is not None:
            span = syntax.quote(noun.doc, syntax.noun_phrase(noun))
            start = today - timedelta(days=unit * count)
            return Interval(
                start, today, TimePrecision.MULTI_DAY, span, basis=f"R-T5 for {count} {word(noun)}s up to the report"
            )
    return None


def _counted_in(verb: Token, layers: Layers) -> Interval | None:
    """Return the stretch of "nine had been injured in 24 hours": what was counted by the time of the report."""
    published = layers.document.published
    done = verb.tag_ in {"VBD", "VBN"}
    if published is None or not done:
        return None
    for preposition, noun in (
        (p, n) for p in syntax.children(verb, "prep") if p.lower_ in {"in", "within"} for n in dependents(p)
    ):
        count = next((value_of(c) for c in syntax.children(noun, "nummod")), None)
        days = (
            count * DAYS[word(noun)]
            if count and word(noun) in DAYS
            else count / 24
            if count and word(noun) == "hour"
            else None
        )
        if days is not None:
            today = first_day(published)
            span = syntax.quote(noun.doc, syntax.token_span(preposition, noun))
            start = today - timedelta(days=-(-days // 1))
            return Interval(start, today, TimePrecision.MULTI_DAY, span, basis="R-T8 counted up to the report")
    return None


def from_then_on(interval: Interval | None, event: EventMention, layers: Layers) -> Interval | None:
    """Return the time of an arrangement "from Thursday": it lies ahead of the announcement and has no end (R-T2)."""
    published = layers.document.published
    if interval is None or interval.expression is None or published is None or interval.start is None:
        return interval
    said = interval.expression
    before = layers.document.text[max(0, said.start - 14) : said.start].lower()
    opened = before.endswith(OPENERS) or said.exact.lower().startswith(OPENERS)
    if event_family(event.event_type) not in ARRANGED or not opened:
        return interval
    start = interval.start
    if first_day(start) < first_day(published) and (interval.basis or "").startswith("R-T2 weekday"):
        start = _next_week(start)
    return replace(
        interval, start=start, end=None, precision=TimePrecision.OPEN_END, basis=f"{interval.basis}; from then on"
    )


def _next_week(start: Edge) -> Edge:
    later: date | datetime = start + WEEK
    return later
