"""Whole expressions from adjoining pieces."""

from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.context import time_context
from onrecord.reading.times.expressions import Calendar, Clock, Shift, TimeExpression, Weekday
from onrecord.reading.times.grammar import time_expressions


def read(nlp: Any, text: str) -> list[TimeExpression]:
    """Return the expressions of a text."""
    return list(time_expressions(time_context(parse(nlp, text))))


def test_adjoining_pieces_are_one(nlp: Any) -> None:
    (found,) = read(nlp, "It fell at 5:30 p.m. on Tuesday, 8 March 2022.")
    assert found.clock == Clock(17, 30)
    assert found.ground == Calendar(2022, 3, 8, weekday=1)


def test_preposition_and_part(nlp: Any) -> None:
    (found,) = read(nlp, "By late afternoon Wednesday it had fallen.")
    assert (found.relation, found.third, found.part, found.ground) == ("by", "END", "afternoon", Weekday(2))


def test_range(nlp: Any) -> None:
    (found,) = read(nlp, "It rained between 5 and 9 March.")
    assert found.ground == Calendar(None, 3, 5)
    assert found.other is not None
    assert found.other.ground == Calendar(None, 3, 9)


def test_neighbours_stay_apart(nlp: Any) -> None:
    found = read(nlp, "It rained on Monday, Tuesday and Friday.")
    assert [e.ground for e in found] == [Weekday(0), Weekday(1), Weekday(4)]


def test_count_of_units_before_the_document(nlp: Any) -> None:
    (found,) = read(nlp, "It rained three weeks ago.")
    assert found.ground == Shift("week", -3)


@pytest.mark.parametrize(
    "text",
    [
        "They may march.",
        "He read the Sunday Herald.",
        "The opening night was full.",
        "Golden Dawn lost.",
        "It scored 9:25 there.",
        "In second place, 2,014 people came.",
        "The spring broke.",
    ],
)
def test_no_expression(nlp: Any, text: str) -> None:
    assert read(nlp, text) == []
