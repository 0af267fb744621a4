"""Atoms and the lexicons of time expressions."""

from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.words import atoms, time_words


@pytest.mark.parametrize(
    "text, lows",
    [
        ("5–9 March", ["5", "–", "9", "march"]),
        ("09.03.2022", ["09", ".", "03", ".", "2022"]),
        ("14:30", ["14", ":", "30"]),
        ("the 14th", ["the", "14th"]),
        ("1,500 men", ["1,500", "men"]),
    ],
)
def test_atoms_cut_figures_but_not_counts(nlp: Any, text: str, lows: list[str]) -> None:
    found, whole = atoms(parse(nlp, text))
    assert [atom.low for atom in found] == lows
    assert whole == text
    assert all(whole[atom.start : atom.end].lower() == atom.low for atom in found)


def test_every_part_of_a_day_has_hours_and_a_code() -> None:
    words = time_words()
    assert set(words.part_words.values()) <= set(words.parts)
    assert all(part["from"] < part["to"] and len(part["value"]) == 2 for part in words.parts.values())


def test_relations_try_the_longest_phrase_first() -> None:
    lengths = [len(entry["words"]) for entry in time_words().relations["up"]]
    assert lengths == sorted(lengths, reverse=True)
