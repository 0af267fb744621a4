"""Number words and digits as numbers: "two dozen", "1.2 million", "tens of thousands" (METHOD B9).

Knows no language by itself: the words come in a `NumberWords` table. Ordinals never count.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

__all__ = ["NumberWords", "Numeral", "number_words", "numeral_value", "read_numeral"]

DIGITS = re.compile(r"(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*|0)\Z")
DECIMAL = re.compile(r"\d+\.\d+\Z")
WORDS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[^\w\s]")
GROUP = 3
"""Digits in a group of thousands."""
HUNDRED = 100
TWENTY = 20


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language.

    Attributes:
        units: Words worth 0 to 19.
        tens: Words worth 20 to 90.
        scales: Words that multiply what stands before them: hundred, million.
        suffixes: Letters that multiply digits but may mean a unit of measure: m, k.
        groups: Collective words: dozen, score.
        articles: Words that make one of a scale: "a" in "a hundred".
        vague: Words that make a plural of a scale: "several" in "several hundred".
        magnitudes: Plural magnitude words, as word tuples, with low, high and ACLED's integer.
        plurals: From a scale or group to its plural magnitude.
    """

    units: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    suffixes: Mapping[str, int]
    groups: Mapping[str, int]
    articles: frozenset[str]
    vague: frozenset[str]
    magnitudes: Mapping[tuple[str, ...], tuple[int, int, int]]
    plurals: Mapping[str, str]

    def starts(self) -> frozenset[str]:
        """Return the words that can begin a numeral that is not written in digits."""
        return frozenset(
            (*self.units, *self.tens, *self.groups, *self.articles, *self.vague, "half", "quarter", "hundred")
        ) | {phrase[0] for phrase in self.magnitudes}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as words give it.

    Attributes:
        first: Its first word.
        last: The word after its last.
        low: Its value, or the lower end of a magnitude word.
        high: Its value, or the upper, soft end of a magnitude word (R-Q1).
        acled: ACLED's conservative integer for a magnitude word, else None (R-Q1).
        scale: The scale word that closes it, 1 where there is none: lets "10 to 15 thousand" share it.
        suffixed: True where an ambiguous letter was read as a scale: "1.5 m".
    """

    first: int
    last: int
    low: int
    high: int
    acled: int | None = None
    scale: int = 1
    suffixed: bool = False

    @property
    def value(self) -> int | None:
        """The number where it is exact, None for a magnitude word."""
        return self.low if self.low == self.high and self.acled is None else None


def number_words(data: Mapping[str, Any]) -> NumberWords:
    """Make a table of the plain data of a ``numerals`` lexicon."""
    return NumberWords(
        units=data["units"],
        tens=data["tens"],
        scales=data["scales"],
        suffixes=data["suffixes"],
        groups=data["groups"],
        articles=frozenset(data["articles"]),
        vague=frozenset(data["vague_multipliers"]),
        magnitudes={tuple(k.split()): (v[0], v[1], v[2]) for k, v in data["magnitudes"].items()},
        plurals=data["plurals"],
    )


def numeral_value(text: str, table: NumberWords) -> int | None:
    """Return the exact number that a whole text spells, or None: ``"one hundred and five"`` is 105."""
    words = WORDS.findall(text.lower())
    numeral = read_numeral(words, 0, table)
    return numeral.value if numeral is not None and numeral.last == len(words) else None


def read_numeral(words: Sequence[str], start: int, table: NumberWords) -> Numeral | None:
    """Return the longest numeral that begins at a word, or None.

    Args:
        words: Words in lower case; hyphens may stand as words of their own.
        start: Where to begin.
        table: The language's number words.
    """
    word = words[start]
    if word[0].isdigit():
        return _digits(words, start, table)
    return (
        _magnitude(words, start, table)
        or _vague(words, start, table)
        or _part(words, start, table)
        or _collective(words, start, table)
        or _cardinal(words, start, table)
    )


def _at(words: Sequence[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""


def _exact(first: int, last: int, value: int, scale: int = 1) -> Numeral:
    return Numeral(first, last, value, value, scale=scale)


def _digits(words: Sequence[str], start: int, table: NumberWords) -> Numeral | None:
    word, last = words[start], start + 1
    if DIGITS.match(word):
        text = word.replace(",", "")
        # "14 000": thousands set apart by a space.
        while len(word) <= GROUP and len(_at(words, last)) == GROUP and words[last].isdigit() and word != "0":
            text, last = text + words[last], last + 1
    elif DECIMAL.match(word):
        text = word
    else:
        return None
    scale, suffixed = table.scales.get(_at(words, last)), False
    if scale is None:
        scale, suffixed = table.suffixes.get(_at(words, last)), True
    if scale is None:
        scale, suffixed = table.groups.get(_at(words, last)), False
    value = Decimal(text) * (scale or 1)
    if value != int(value):
        return None
    return Numeral(
        start, last + (scale is not None), int(value), int(value), None, scale or 1, suffixed and scale is not None
    )


def _magnitude(words: Sequence[str], start: int, table: NumberWords) -> Numeral | None:
    for length in (3, 1):
        phrase = tuple(words[start : start + length])
        found = table.magnitudes.get(phrase)
        if found is not None:
            return Numeral(start, start + len(phrase), found[0], found[1], acled=found[2])
    return None


def _vague(words: Sequence[str], start: int, table: NumberWords) -> Numeral | None:
    """Read "several hundred", "a few thousand", "a couple of dozen" as the plural magnitude."""
    i = start + (words[start] in table.articles)
    if _at(words, i) not in table.vague:
        return None
    i += 1
    i += _at(words, i) == "of"
    plural = table.plurals.get(_at(words, i))
    if plural is None:
        return None
    low, high, acled = table.magnitudes[(plural,)]
    return Numeral(start, i + 1, low, high, acled=acled)


def _part(words: Sequence[str], start: int, table: NumberWords) -> Numeral | None:
    """Read "half a million", "half a dozen", "a quarter of a million"."""
    i = start + (words[start] in table.articles)
    divisor = {"half": 2, "quarter": 4}.get(_at(words, i))
    if divisor is None:
        return None
    i += 1
    while _at(words, i) in {"of", "-"} or _at(words, i) in table.articles:
        i += 1
    whole = table.scales.get(_at(words, i)) or table.groups.get(_at(words, i))
    if whole is None or whole % divisor:
        return None
    return _exact(start, i + 1, whole // divisor, whole)


def _collective(words: Sequence[str], start: int, table: NumberWords) -> Numeral | None:
    """Read "a dozen", "two dozen", "twenty score"; "a couple" is the reader's business."""
    if words[start] in table.groups:
        return _exact(start, start + 1, table.groups[words[start]]) if words[start] == "dozen" else None
    count = 1 if words[start] in table.articles else table.units.get(words[start])
    group = table.groups.get(_at(words, start + 1))
    return _exact(start, start + 2, count * group, group) if count and group else None


def _below_hundred(words: Sequence[str], i: int, table: NumberWords) -> tuple[int, int] | None:
    """Return value and next word of "seven", "thirty", "twenty-three", or None."""
    word = _at(words, i)
    if word in table.units:
        return table.units[word], i + 1
    if word not in table.tens:
        return None
    value, i = table.tens[word], i + 1
    j = i + (_at(words, i) in {"-", "\u2010", "\u2011"})
    unit = table.units.get(_at(words, j), 0)
    return (value + unit, j + 1) if 0 < unit < 10 else (value, i)


def _below_thousand(words: Sequence[str], i: int, table: NumberWords) -> tuple[int, int] | None:
    """Return value and next word of "one hundred and five", "a hundred", "twelve hundred", or None."""
    article = _at(words, i) in table.articles
    if article or _at(words, i) == "hundred":
        found = (1, i + article) if _at(words, i + article) == "hundred" else None
    else:
        found = _below_hundred(words, i, table)
    if found is None:
        return None
    value, i = found
    if not value or _at(words, i) != "hundred":
        return found
    value, i = value * HUNDRED, i + 1
    rest = _below_hundred(words, i + (_at(words, i) == "and"), table)
    return (value + rest[0], rest[1]) if rest is not None and rest[0] else (value, i)


def _cardinal(words: Sequence[str], start: int, table: NumberWords) -> Numeral | None:
    """Read a spelled-out number; each scale must be smaller than the one before."""
    total, i, ceiling, scale = 0, start, 10**12, 1
    end = start
    while True:
        joined = i + (end > start and _at(words, i) in {"and", "-", ","} and ceiling <= 10**6)
        if end == start and words[i] in table.articles and _at(words, i + 1) in table.scales:
            part: tuple[int, int] | None = (1, i + 1) if words[i + 1] != "hundred" else _below_thousand(words, i, table)
        else:
            part = _below_thousand(words, joined, table)
        if part is None or (end > start and part[0] == 0):
            break
        value, after = part
        half = tuple(words[after : after + 3]) == ("and", "a", "half") and _at(words, after + 3) in table.scales
        by = table.scales.get(_at(words, after + 3 if half else after), 1)
        if (
            by >= ceiling
            or (end > start and value >= ceiling)
            or (end > start and by == 1 and words[joined - 1] == ",")
        ):
            break
        total += value * by + (by // 2 if half else 0)
        scale, ceiling = by, by
        i = end = after + (3 if half else 0) + (by > 1)
        if by == 1:
            break
    return _exact(start, end, total, scale) if end > start else None
