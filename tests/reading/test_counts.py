"""Where a text counts, and where its numbers count nothing (R-Q4)."""

from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.quantities.counts import read_counts


def counted(nlp: Any, text: str) -> list[str]:
    doc = parse(nlp, text)
    return [doc[c.first : c.last].text for c in read_counts(doc, [t.lower_ for t in doc])]


@pytest.mark.parametrize(
    "text, words",
    [
        ("At least 17 people ran.", ["At least 17"]),
        ("Between 10 and 15 people ran.", ["Between 10 and 15"]),
        ("Two or three people ran.", ["Two or three"]),
        ("Seven of the nine soldiers ran.", ["Seven"]),
        ("Two more people ran.", ["Two"]),
        ("No one ran.", ["No one"]),
        ("A few people ran.", ["A few"]),
    ],
)
def test_counts(nlp: Any, text: str, words: list[str]) -> None:
    assert counted(nlp, text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The 12-year-old ran.",
        "She is aged 12.",
        "He died at the age of 69.",
        "It fell on March 12.",
        "It fell on 12 March.",
        "It fell in 2014.",
        "It cost $300.",
        "It grew by 20 percent.",
        "They quoted Resolution 2254.",
        "The Group of Seven met.",
        "It was the 93rd Brigade.",
        "One of the towns fell.",
        "Nine out of ten agreed.",
    ],
)
def test_numbers_that_count_nothing(nlp: Any, text: str) -> None:
    assert counted(nlp, text) == []


def test_the_old_figure_is_no_count(nlp: Any) -> None:
    assert counted(nlp, "The toll rose to 45 from 38.") == ["45"]
