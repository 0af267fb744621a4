"""How words bound a number: "at least 17", "nearly 40", "17 or more" (METHOD B9 table, R-Q1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any

from onrecord.lexicons.load import lexicon
from onrecord.text.numerals import Numeral

__all__ = ["BEFORE", "Approximation", "Bounds", "approximation", "bounded_after", "bounds"]

DATA: Any = lexicon("approximators")
APPROX_PCT = Decimal(DATA["approx_pct"])
"""Half width of "about N" as a share of N (R-Q1)."""

NAMES = ("at_least", "more_than", "at_most", "fewer_than", "roughly", "nearly")
NEUTRAL = frozenset(DATA["neutral"])
LOOK_BACK = 3
"""Neutral words and further phrases that may stand between a bounding phrase and its number."""


def _phrases(side: str, edge: int) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Index phrases by the word that touches the number, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in NAMES:
        for phrase in DATA[name][side]:
            words = tuple(str(phrase).split())
            index.setdefault(words[edge], []).append((words, name))
    return {word: tuple(sorted(found, key=lambda f: -len(f[0]))) for word, found in index.items()}


BEFORE = _phrases("before", -1)
AFTER = _phrases("after", 0)


@dataclass(frozen=True, slots=True)
class Approximation:
    """A number's bounding phrase and how far the two reach together.

    Attributes:
        name: at_least, more_than, at_most, fewer_than, roughly, nearly; None for a bare number.
        first: First word of phrase and number.
        last: Word after their last.
    """

    name: str | None
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Bounds:
    """The interval of a bounded number.

    Attributes:
        low: At least so many, or None.
        high: At most so many, or None.
        approximator: What made it so: a bounding phrase, ``between``, ``magnitude_plural``; None for an exact number.
        high_soft: True where a magnitude word gave the upper end (R-Q1).
        acled: ACLED's conservative integer for a magnitude word (R-Q1).
    """

    low: int | None
    high: int | None
    approximator: str | None = None
    high_soft: bool = False
    acled: int | None = None


def approximation(words: Sequence[str], first: int, last: int) -> Approximation:
    """Find the phrase that bounds the number at ``words[first:last]``; the outermost of several decides (B9)."""
    after = _after(words, last)
    name, start = _before(words, first)
    if after is not None:
        return Approximation(after[0], start, after[1])
    return Approximation(name, start, last)


def bounded_after(words: Sequence[str], i: int) -> str | None:
    """Return the name of a bounding phrase that begins right after what is counted: "17 soldiers or more"."""
    after = _after(words, i)
    return after[0] if after is not None else None


def bounds(numeral: Numeral, name: str | None, high: int | None = None) -> Bounds:
    """Turn a number and its bounding phrase into an interval (B9 table, R-Q1).

    Args:
        numeral: The number, or the first of a range.
        name: Its bounding phrase.
        high: The second number of a range, or None.
    """
    low, top = numeral.low, numeral.high if high is None else high
    soft = numeral.acled is not None
    kind = name or ("between" if high is not None else "magnitude_plural" if soft else None)
    if name == "at_least":
        return Bounds(low, None, kind, acled=numeral.acled)
    if name == "more_than":
        return Bounds(low if soft else low + 1, None, kind, acled=numeral.acled)
    if name == "at_most":
        return Bounds(None, top, kind, soft, numeral.acled)
    if name == "fewer_than":
        return Bounds(None, max(0, (numeral.low if soft else top) - 1), kind, soft, numeral.acled)
    if name in {"roughly", "nearly"} and not soft:
        rest = 1 - APPROX_PCT
        upper = top if name == "nearly" else int((top * (1 + APPROX_PCT)).to_integral_value(ROUND_CEILING))
        return Bounds(int((low * rest).to_integral_value(ROUND_FLOOR)), upper, kind)
    return Bounds(low, top, kind, soft, numeral.acled)


def _after(words: Sequence[str], i: int) -> tuple[str, int] | None:
    for phrase, name in AFTER.get(words[i], ()) if i < len(words) else ():
        if tuple(words[i : i + len(phrase)]) == phrase:
            return name, i + len(phrase)
    return None


def _match(phrases: Iterable[tuple[tuple[str, ...], str]], words: Sequence[str], end: int) -> tuple[str, int] | None:
    for phrase, name in phrases:
        start = end - len(phrase)
        if start >= 0 and tuple(words[start:end]) == phrase:
            return name, start
    return None


def _before(words: Sequence[str], first: int) -> tuple[str | None, int]:
    """Walk back over bounding phrases and neutral words: "up to about", "at least another"."""
    name, start, end = None, first, first
    while end > 0 and first - end <= LOOK_BACK:
        found = _match(BEFORE.get(words[end - 1], ()), words, end)
        if found is not None:
            # "approximators" nest; "at least some 40" is at least 40.
            name, start = found
            end = start
        elif words[end - 1] in NEUTRAL:
            end -= 1
        elif words[end - 1] == "of" and end > 1 and words[end - 2] in NEUTRAL:
            end -= 2
        else:
            break
    return name, start
