"""Laws of numbers and bounds (METHOD B9)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.lexicons.load import lexicon
from onrecord.reading.quantities.approximators import bounds
from onrecord.text.numerals import Numeral, number_words, numeral_value, read_numeral

DATA = lexicon("numerals")
TABLE = number_words(DATA)
UNITS = {value: word for word, value in DATA["units"].items()}
TENS = {value: word for word, value in DATA["tens"].items()}
NAMES = (None, "at_least", "more_than", "at_most", "fewer_than", "roughly", "nearly")


def spelled(number: int) -> str:
    """Spell a number below a million as English does."""
    if number >= 1000:
        rest = f" {spelled(number % 1000)}" if number % 1000 else ""
        return f"{spelled(number // 1000)} thousand{rest}"
    if number >= 100:
        rest = f" and {spelled(number % 100)}" if number % 100 else ""
        return f"{UNITS[number // 100]} hundred{rest}"
    if number < 20:
        return str(UNITS[number])
    return f"{TENS[number - number % 10]}-{UNITS[number % 10]}" if number % 10 else str(TENS[number])


@given(st.integers(0, 999_999))
def test_spelled_numbers_come_back(number: int) -> None:
    assert numeral_value(spelled(number), TABLE) == number


@given(st.integers(0, 10**9))
def test_digits_come_back(number: int) -> None:
    assert numeral_value(str(number), TABLE) == number
    assert numeral_value(f"{number:,}", TABLE) == number


@given(st.integers(0, 10**9), st.sampled_from(NAMES))
def test_low_is_never_above_high(number: int, name: str | None) -> None:
    found = bounds(Numeral(0, 1, number, number), name)
    if found.low is not None and found.high is not None:
        assert found.low <= found.high
    if name in {None, "roughly"}:
        assert found.low is not None
        assert found.high is not None
        assert found.low <= number <= found.high


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("word", sorted(DATA["magnitudes"]))
def test_magnitudes_stay_ordered(word: str, name: str | None) -> None:
    low, high, acled = DATA["magnitudes"][word]
    found = bounds(Numeral(0, 1, low, high, acled=acled), name)
    assert found.low is None or found.high is None or found.low <= found.high


@given(
    st.lists(
        st.sampled_from(["one", "two", "hundred", "thousand", "and", "-", "a", "17", "1.5", "m", "dozen", ",", "x"]),
        min_size=1,
        max_size=8,
    )
)
def test_any_words_are_read_without_failing(words: list[str]) -> None:
    numeral = read_numeral(words, 0, TABLE)
    if numeral is not None:
        assert numeral.first == 0
        assert 0 < numeral.last <= len(words)
        assert numeral.low <= numeral.high
