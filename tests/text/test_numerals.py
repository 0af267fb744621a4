"""Number words and digits as numbers."""

import pytest

from onrecord.lexicons.load import lexicon
from onrecord.text.numerals import NumberWords, number_words, numeral_value, read_numeral


@pytest.fixture(scope="module")
def table() -> NumberWords:
    return number_words(lexicon("numerals"))


@pytest.mark.parametrize(
    "text, value",
    [
        ("17", 17),
        ("0", 0),
        ("zero", 0),
        ("1,200", 1200),
        ("430,000", 430000),
        ("14 000", 14000),
        ("1.2 million", 1200000),
        ("1.5m", 1500000),
        ("2.14 lakh", 214000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("half a dozen", 6),
        ("half a million", 500000),
        ("a quarter of a million", 250000),
        ("two and a half million", 2500000),
        ("twenty-three", 23),
        ("one hundred and five", 105),
        ("a hundred and ten", 110),
        ("twelve hundred", 1200),
        ("two hundred thousand", 200000),
        ("three million, two hundred thousand and six", 3200006),
    ],
)
def test_values(table: NumberWords, text: str, value: int) -> None:
    assert numeral_value(text, table) == value


@pytest.mark.parametrize("text", ["first", "93rd", "twenty-third", "five six", "2.5", "000", "a", "people", "12:30"])
def test_no_cardinals(table: NumberWords, text: str) -> None:
    assert numeral_value(text, table) is None


@pytest.mark.parametrize(
    "text, low, high, acled",
    [
        ("dozens", 24, 99, 12),
        ("scores", 40, 99, 20),
        ("hundreds", 200, 999, 100),
        ("several hundred", 200, 999, 100),
        ("a few thousand", 2000, 9999, 1000),
        ("tens of thousands", 20000, 99999, 10000),
        ("hundreds of thousands", 200000, 999999, 100000),
    ],
)
def test_magnitudes(table: NumberWords, text: str, low: int, high: int, acled: int) -> None:
    words = text.split()
    numeral = read_numeral(words, 0, table)
    assert numeral is not None
    assert (numeral.low, numeral.high, numeral.acled, numeral.last) == (low, high, acled, len(words))
    assert numeral.value is None


def test_a_letter_as_scale_is_marked(table: NumberWords) -> None:
    numeral = read_numeral(["1.5", "m", "people"], 0, table)
    assert numeral is not None
    assert numeral.suffixed
    assert numeral.value == 1500000
