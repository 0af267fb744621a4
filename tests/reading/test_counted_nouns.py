"""Which noun a count counts."""

from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.quantities.counted_nouns import is_person, population_class, unit_of, with_noun
from onrecord.reading.quantities.counts import read_counts


@pytest.mark.parametrize(
    "text, noun",
    [
        ("They killed 12 young army soldiers on Monday.", "soldiers"),
        ("Dozens of the villagers fled.", "villagers"),
        ("They killed 14 on Monday.", None),
        ("Two 12-year-old boys fled.", "boys"),
    ],
)
def test_counted_noun(nlp: Any, text: str, noun: str | None) -> None:
    doc = parse(nlp, text)
    words = [token.lower_ for token in doc]
    counted = with_noun(doc, words, read_counts(doc, words)[0])
    assert (None if counted.noun is None else doc[counted.noun].text) == noun
    assert not counted.measure


def test_measures_count_nobody(nlp: Any) -> None:
    doc = parse(nlp, "It lasted three days.")
    words = [token.lower_ for token in doc]
    assert with_noun(doc, words, read_counts(doc, words)[0]).measure


def test_class_and_unit(nlp: Any) -> None:
    doc = parse(nlp, "Families and nurses met people.")
    assert unit_of(doc, 0, "displaced", 3) == "households"
    assert unit_of(doc, 2, "killed", 3) == "persons"
    assert population_class(doc, 2) == "health workers"
    assert population_class(doc, 4) is None
    assert population_class(doc, None) is None
    assert is_person(doc, 2)
    assert not is_person(doc, 3)
