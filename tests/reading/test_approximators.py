"""How words bound a number."""

import pytest

from onrecord.reading.quantities.approximators import Bounds, approximation, bounded_after, bounds
from onrecord.text.numerals import Numeral


def number(value: int) -> Numeral:
    return Numeral(0, 1, value, value)


@pytest.mark.parametrize(
    "name, low, high",
    [
        (None, 17, 17),
        ("at_least", 17, None),
        ("more_than", 18, None),
        ("at_most", None, 17),
        ("fewer_than", None, 16),
        ("roughly", 15, 19),
        ("nearly", 15, 17),
    ],
)
def test_bounds_of_seventeen(name: str | None, low: int | None, high: int | None) -> None:
    assert bounds(number(17), name) == Bounds(low, high, name)


def test_a_range_is_between() -> None:
    assert bounds(number(10), None, 15) == Bounds(10, 15, "between")


def test_a_magnitude_word_keeps_acled_and_a_soft_end() -> None:
    dozens = Numeral(0, 1, 24, 99, acled=12)
    assert bounds(dozens, None) == Bounds(24, 99, "magnitude_plural", high_soft=True, acled=12)
    assert bounds(dozens, "at_least") == Bounds(24, None, "at_least", acled=12)


@pytest.mark.parametrize(
    "text, name, words",
    [
        ("at least 17 people", "at_least", "at least 17"),
        ("up to about 300 people", "at_most", "up to about 300"),
        ("at least another 4 people", "at_least", "at least another 4"),
        ("the 9 people", None, "9"),
        ("an estimated 200", "roughly", "an estimated 200"),
    ],
)
def test_the_outermost_phrase_decides(text: str, name: str | None, words: str) -> None:
    tokens = text.split()
    at = next(i for i, token in enumerate(tokens) if token.isdigit())
    found = approximation(tokens, at, at + 1)
    assert found.name == name
    assert " ".join(tokens[found.first : found.last]) == words


def test_a_phrase_behind_the_number_or_its_noun() -> None:
    assert approximation(["17", "or", "more"], 0, 1).last == 3
    assert bounded_after(["17", "soldiers", "or", "more"], 2) == "at_least"
    assert bounded_after(["17", "soldiers"], 2) is None
