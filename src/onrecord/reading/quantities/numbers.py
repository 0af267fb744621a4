"""The value of a number token, by the lexicon of numerals."""

from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.text.numerals import NumberWords, number_words, numeral_value

__all__ = ["value_of"]


@cache
def _table() -> NumberWords:
    return number_words(lexicon("numerals"))


def value_of(token: Token) -> int | None:
    """Return the whole number that a token writes, in digits or as a word; None where it writes none."""
    return numeral_value(token.lower_, _table())
