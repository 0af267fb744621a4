"""What predicates and nouns say about the counted (R-Q2)."""

from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.quantities.counted_kinds import adjacent_kind, figure_kind, noun_kind, predicate_kind, state_kind


@pytest.mark.parametrize(
    "text, noun, kind",
    [
        ("The blast killed the guards.", "guards", "killed"),
        ("The guards were wounded.", "guards", "injured"),
        ("The guards died.", "guards", "killed"),
        ("The guards killed a man.", "guards", None),
        ("The deaths of villagers shocked many.", "villagers", "killed"),
        ("The villagers are believed to be suffering.", "villagers", "affected"),
        ("The villagers are without water.", "villagers", "affected"),
        ("The villagers were killed or wounded.", "villagers", "casualties"),
        ("The villagers walked home.", "villagers", None),
    ],
)
def test_predicate_kind(nlp: Any, text: str, noun: str, kind: str | None) -> None:
    doc = parse(nlp, text)
    found = predicate_kind([t.lower_ for t in doc], next(t for t in doc if t.text == noun))
    assert (None if found is None else found.kind) == kind


def test_nouns_states_and_figures(nlp: Any) -> None:
    doc = parse(nlp, "The death toll rose. Deaths and ceasefires. Wounded: 12")
    words = [t.lower_ for t in doc]
    by_word = {t.lower_: t for t in doc}
    toll = figure_kind(words, by_word["toll"])
    deaths = noun_kind(words, by_word["deaths"])
    assert toll is not None
    assert toll.kind == "killed"
    assert deaths is not None
    assert deaths.strong
    assert noun_kind(words, by_word["ceasefires"]) is not None
    assert noun_kind(words, by_word["rose"]) is None
    wounded = state_kind(words, by_word["wounded"].i, len(words))
    assert wounded is not None
    assert wounded.kind == "injured"
    before = adjacent_kind(words, doc, len(doc) - 1)
    assert before is not None
    assert before.kind == "injured"
