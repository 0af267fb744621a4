"""Clauses that say when by a dated event (METHOD R-T5)."""

from datetime import date
from typing import Any

from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.read import read_times


def test_clause_belongs_to_the_verb_above(nlp: Any) -> None:
    text = "The road was closed after the bridge fell on Monday."
    doc = parse(nlp, text)
    clause, inner = read_times(doc, date(2022, 3, 9), None)
    assert clause.span.words(text) == "after the bridge fell on Monday"
    assert clause.governor is not None
    assert doc[clause.governor].text == "closed"
    assert clause.interval is not None
    assert clause.interval.start == date(2022, 3, 8)
    assert inner.interval is not None
    assert inner.interval.start == date(2022, 3, 7)


def test_other_clauses_are_no_times(nlp: Any) -> None:
    (mention,) = read_times(parse(nlp, "He left because the bridge fell on Monday."), date(2022, 3, 9), None)
    assert mention.interval is not None
