"""The verb of a time, and whether it lies behind or ahead (METHOD R-T2)."""

from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.direction import Direction, govern


@pytest.mark.parametrize(
    "text, governor, direction",
    [
        ("Shells hit the port on Monday.", "hit", Direction.PAST),
        ("Talks have been held on Monday.", "held", Direction.PAST),
        ("Talks will be held on Monday.", "held", Direction.FUTURE),
        ("Talks are expected to be held on Monday.", "held", Direction.FUTURE),
        ("They agreed to meet on Monday.", "meet", Direction.FUTURE),
        ("They began to leave on Monday.", "leave", Direction.PAST),
        ("Talks planned for Monday were cancelled.", "planned", Direction.FUTURE),
        ("It rained for much of the day on Monday.", "rained", Direction.PAST),
    ],
)
def test_govern(nlp: Any, text: str, governor: str, direction: Direction) -> None:
    doc = parse(nlp, text)
    monday = next(token.i for token in doc if token.text == "Monday")
    found = govern(doc, monday, monday + 1)
    assert found.direction is direction
    assert found.governor is not None
    assert doc[found.governor].text == governor


def test_no_verb_is_past_and_unsure(nlp: Any) -> None:
    found = govern(parse(nlp, "A quiet Monday"), 2, 3)
    assert (found.direction, found.sure) == (Direction.PAST, False)
