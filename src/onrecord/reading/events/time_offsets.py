"""Date an event by its distance from another: "two days after a strike", "hours before the truce" (METHOD R-T8)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from spacy.tokens import Doc, Token

from onrecord.model.reading import EventMention, TimeMention
from onrecord.model.time import Interval, TimePrecision, first_day, last_day
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents, lefts
from onrecord.reading.quantities.numbers import value_of
from onrecord.reading.syntax import word

__all__ = ["beside_events", "offset_time"]

DAYS = {"hour": 0, "minute": 0, "moment": 0, "day": 1, "week": 7}
"""Days in a unit; hours and minutes stay within the day."""
SIDES = {"after": 1, "before": -1}
CLAUSES = 3
"""Clauses climbed to the one that says when."""
CLAUSE = frozenset({"advcl", "pcomp"})


def offset_time(token: Token, near: list[TimeMention]) -> Interval | None:
    """Return the date of an event noun after "N days after" or "N days before", or None where it is not so dated.

    Args:
        token: The event noun.
        near: Dated expressions of its sentence.
    """
    if token.dep_ != "pobj" or token.head.lower_ not in {"after", "before"}:
        return None
    distance = _distance(token.head)
    anchor = next((t.interval for t in near if t.interval is not None and t.head < token.i), None)
    if distance is None or anchor is None or anchor.start is None or anchor.start != anchor.end:
        return None
    day = _shift(anchor.start, -distance if token.head.lower_ == "after" else distance)
    return Interval(
        day,
        day,
        TimePrecision.DAY,
        anchor.expression,
        day.isoformat(),
        basis=f"R-T8 {distance} days {token.head.lower_}",
    )


def beside_events(events: tuple[EventMention, ...], doc: Doc) -> tuple[EventMention, ...]:
    """Return the events, those told as "hours before the truce took effect" with the day of what they lie beside.

    Args:
        events: In order of their triggers; the event beside which another lies may be told of before or after it.
        doc: The parse.
    """
    return tuple(_beside(event, events, doc) for event in events)


def _beside(event: EventMention, events: tuple[EventMention, ...], doc: Doc) -> EventMention:
    if event.time is None or event.time.start is not None or (event.time.basis or "").startswith("R-T5"):
        return event
    for mark, landmark in _landmarks(doc[event.head]):
        distance = _distance(mark)
        told = _told(landmark, events, event)
        if distance is None or told is None or told.time is None:
            continue
        day = _day_beside(told.time, mark.lower_, distance)
        if day is not None:
            span = syntax.token_span(mark, landmark)
            basis = f"R-T8 {mark.lower_} the event told of at {told.trigger.start}"
            return replace(
                event, time=Interval(day, day, TimePrecision.DAY, syntax.quote(doc, span), day.isoformat(), basis=basis)
            )
    return event


def _landmarks(head: Token) -> Iterator[tuple[Token, Token]]:
    """Yield the word "before" or "after" of a clause with the noun or verb it leads to, then of the clause above."""
    verb = head
    for _ in range(CLAUSES):
        for child in dependents(verb):
            if child.dep_ == "prep" and child.lower_ in SIDES:
                yield from ((child, noun) for noun in dependents(child) if noun.dep_ in {"pobj", "pcomp"})
            elif child.dep_ in CLAUSE:
                yield from ((mark, child) for mark in lefts(child) if mark.dep_ == "mark" and mark.lower_ in SIDES)
        if verb.head == verb or verb.dep_ == "relcl":
            return
        verb = verb.head


def _told(landmark: Token, events: tuple[EventMention, ...], asking: EventMention) -> EventMention | None:
    """Return the dated event that a landmark names: its own mention, else the last of that kind before it."""
    own = next((e for e in events if e.head == landmark.i), None)
    if own is not None and _dated(own):
        return own
    kinds = {own.event_type.partition(".")[0]} if own is not None else set()
    same = [
        e
        for e in events
        if e is not asking
        and _dated(e)
        and (e.event_type.partition(".")[0] in kinds)
        and e.trigger.start < landmark.idx
    ]
    return same[-1] if same else None


def _dated(event: EventMention) -> bool:
    found = event.time
    return (
        found is not None
        and found.start is not None
        and found.end is not None
        and last_day(found.end) - first_day(found.start) <= timedelta(days=1)
    )


def _day_beside(found: Interval, side: str, distance: int) -> date | None:
    """Return the day so many days before or after; hours before midnight fall on the day before it."""
    edge = found.start if side == "before" else found.end
    if edge is None:
        return None
    step = SIDES[side]
    if distance == 0 and side == "before" and isinstance(edge, datetime) and edge.time() == time():
        return first_day(edge) - timedelta(days=1)
    day = first_day(edge) if side == "before" else last_day(edge)
    return day + timedelta(days=step * distance)


def _shift(start: date | datetime, days: int) -> date:
    return first_day(start) + timedelta(days=days)


def _distance(preposition: Token) -> int | None:
    """Return the days in "two days after", zero for hours and minutes; None where the preposition has no measure."""
    if preposition.i == 0:
        return None
    unit = DAYS.get(word(preposition.nbor(-1)))
    if unit is None or unit == 0:
        return unit
    number = preposition.nbor(-2) if preposition.i > 1 else None
    count = None if number is None else 1 if number.lower_ in {"a", "an", "one"} else value_of(number)
    return int(count) * unit if count is not None else None
