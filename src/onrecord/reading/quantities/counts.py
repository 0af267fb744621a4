"""Where a text counts: numbers, magnitude words, "several", "no one"; what is not a count is left out (METHOD R-Q4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc

from onrecord.lexicons.load import lexicon
from onrecord.reading.quantities.approximators import Bounds, approximation, bounds
from onrecord.text.numerals import Numeral, number_words, read_numeral

__all__ = ["Count", "read_counts"]

TABLE = number_words(lexicon("numerals"))
STARTS = TABLE.starts()
APPROXIMATORS: Any = lexicon("approximators")
KINDS: Any = lexicon("counted_kinds")
VAGUE = frozenset(APPROXIMATORS["vague"])
VAGUE_OF = frozenset(APPROXIMATORS["vague_of"])
COMPARATIVE = frozenset(APPROXIMATORS["comparative"])
RANGE_TO = frozenset(APPROXIMATORS["range_to"])
RANGE_BETWEEN = frozenset(APPROXIMATORS["range_between"])
CHANGE = frozenset(APPROXIMATORS["change_verbs"])
ZERO = frozenset(("no", "none", "nobody", "neither"))
ANY = frozenset(("anyone", "anybody", "any"))
CANDIDATES = STARTS | VAGUE | VAGUE_OF | COMPARATIVE | ZERO | ANY | {"couple"}
MONTHS = frozenset(KINDS["months"])
CURRENCY = frozenset(KINDS["currency"])
AGES = frozenset(KINDS["ages"])
HYPHENS = frozenset(("-", "–", "‐", "‑"))
AFTER_CLOCK = frozenset(("%", "percent", "percentage", "a.m.", "p.m.", "am", "pm", "o'clock", "gmt", "years", "°"))
NOT_BEFORE_ONE = frozenset(("no", "any", "some", "every", "each", "this", "that", "the", "which", "another"))
NOT_AFTER_ONE = frozenset(("of", "another", "day", "side", "hand", "thing", "way", "where", "'s", "’s", "who", "that"))
DEFINITE = frozenset(("the", "these", "those", "his", "her", "its", "their", "all"))
YEARS = range(1900, 2101)
LAST_DAY = 31
OLDEST = 110
SHARE = 10
"""Shares are told in small numbers."""
SMALL = 1000
"""A number below it may leave its scale to the second of a range."""


@dataclass(frozen=True, slots=True)
class Count:
    """Words that count something, before it is known what.

    Attributes:
        first: First token, with the words that bound the number.
        last: Token after the last.
        core: Token of the number itself, where the parse attaches it.
        bounds: The interval.
        qualitative: An amount without a number: "several", "fewer".
        zero: True for "no", "none", "nobody".
        needs_negation: True for "anyone": a zero only under a negated verb.
    """

    first: int
    last: int
    core: int
    bounds: Bounds
    qualitative: str | None = None
    zero: bool = False
    needs_negation: bool = False


def read_counts(doc: Doc, words: Sequence[str]) -> list[Count]:
    """Return all counts of a document in order; numbers that count nothing are left out (R-Q4).

    Args:
        doc: The parse.
        words: Its tokens in lower case.
    """
    counts: list[Count] = []
    end = 0
    for i, word in enumerate(words):
        if i < end or not (word in CANDIDATES or word[0].isdigit()):
            continue
        numeral = read_numeral(words, i, TABLE) if word in STARTS or word[0].isdigit() else None
        if numeral is not None:
            count, end = _numeral_count(doc, words, numeral)
        else:
            count = _zero(words, i) or _couple(words, i) or _amount(doc, words, i)
            end = count.last if count is not None else i + 1
        if count is not None and not (counts and _repeats(words, counts[-1], count)):
            if counts and counts[-1].last > count.first:
                counts.pop()
            counts.append(count)
    return counts


def _repeats(words: Sequence[str], before: Count, count: Count) -> bool:
    """Tell the base in "seven of the nine soldiers" and the echo in "two more people" from counts of their own."""
    if count.qualitative is not None:
        return before.last == count.first
    return before.last == count.first - 2 and words[before.last] == "of" and words[before.last + 1] in DEFINITE


def _at(words: Sequence[str], i: int) -> str:
    return words[i] if 0 <= i < len(words) else ""


def _numeral_count(doc: Doc, words: Sequence[str], numeral: Numeral) -> tuple[Count | None, int]:
    """Return the count at a numeral, or None where it counts nothing, and the token after it."""
    second = _range_end(doc, words, numeral)
    last = second.last if second is not None else numeral.last
    if _is_no_count(doc, words, numeral, last):
        return None, last
    share = _share_end(words, numeral)
    if share is not None:
        return None, share
    near = approximation(words, numeral.first, last)
    first, high, low = near.first, None, numeral
    if second is not None:
        scale = _shared_scale(numeral, second)
        low = Numeral(numeral.first, last, numeral.low * scale, second.high, numeral.acled)
        high = second.high
        first -= _at(words, first - 1) in {"between", "from"}
    return Count(first, near.last, last - 1, bounds(low, near.name, high)), near.last


def _range_end(doc: Doc, words: Sequence[str], numeral: Numeral) -> Numeral | None:
    """Return the second number of "10 to 15", "between 10 and 15", "two or three"; only upwards."""
    joint = _at(words, numeral.last)
    before = _at(words, numeral.first - 1)
    if joint not in (RANGE_BETWEEN if before == "between" else RANGE_TO) or numeral.last + 1 >= len(words):
        return None
    if before == "from" and doc[numeral.first - 1].head.lemma_ in CHANGE:
        return None
    word = words[numeral.last + 1]
    if not (word in STARTS or word[0].isdigit()):
        return None
    second = read_numeral(words, numeral.last + 1, TABLE)
    if second is None:
        return None
    return second if numeral.low * _shared_scale(numeral, second) < second.high else None


def _shared_scale(numeral: Numeral, second: Numeral) -> int:
    """Return the scale that the second number of a range lends the first: "10 to 15 thousand"."""
    return second.scale if numeral.scale == 1 and numeral.low < SMALL else 1


def _is_no_count(doc: Doc, words: Sequence[str], numeral: Numeral, last: int) -> bool:
    """Tell ages, dates, times, names, money and addresses from counts (R-Q4)."""
    first = numeral.first
    before, after = _at(words, first - 1), _at(words, last)
    follows = doc[last].tag_ if last < len(words) else ""
    aged = before in AGES or (before == "of" and _at(words, first - 2) in AGES)
    if aged or before in CURRENCY or after in AFTER_CLOCK or (after == "per" and _at(words, last + 1) == "cent"):
        return True
    if numeral.suffixed and not follows.startswith("NN"):
        return True
    if words[first] == "one" and last == first + 1 and (before in NOT_BEFORE_ONE or after in NOT_AFTER_ONE):
        return True
    return (
        _in_compound(doc, words, first, last)
        or _in_date(words, numeral, before, after, follows)
        or _in_name(doc, words, numeral, before, after, follows)
        or _was_before(doc, words, first)
        or (before == "not" and _at(words, first - 2) in {"and", ","})
    )


def _in_compound(doc: Doc, words: Sequence[str], first: int, last: int) -> bool:
    """Tell "12-year-old", "two-storey", "T-72", "10/3"."""
    after = _at(words, last)
    if after in HYPHENS and not doc[last - 1].whitespace_ and not doc[last].whitespace_:
        return _at(words, last + 1) not in {"plus", "person", "strong", "member"}
    if after in {"/", ":"} and not doc[last - 1].whitespace_:
        return True
    before = _at(words, first - 1)
    return first > 0 and not doc[first - 1].whitespace_ and (before in HYPHENS or before in {"/", ":", "'", "’"})


def _in_date(words: Sequence[str], numeral: Numeral, before: str, after: str, follows: str) -> bool:
    value = numeral.value
    if value is None:
        return False
    if value <= LAST_DAY and (after in MONTHS or before in MONTHS):
        return True
    digits = words[numeral.first].isdigit() and numeral.last == numeral.first + 1
    return digits and YEARS.start <= value < YEARS.stop and follows not in {"NNS", "JJ", "VBN"}


def _in_name(doc: Doc, words: Sequence[str], numeral: Numeral, before: str, after: str, follows: str) -> bool:
    """Tell "Resolution 2254", "Group of Seven" and "Maria, 34," from counts."""
    first = numeral.first
    token = doc[first]
    value = numeral.value
    if first == 0 or value is None:
        return False
    prior = doc[first - 1]
    if token.dep_ == "nummod" and token.head.i == first - 1 and not follows.startswith("NN"):
        return True  # "flight 804"
    if token.text[0].isupper() and not token.is_upper and not token.is_sent_start:
        return prior.text[0].isalpha() and prior.tag_ != "CC"
    named = prior if before not in {",", "("} or first == 1 else doc[first - 2]
    if not named.tag_.startswith("NNP") or named.is_sent_start is None:
        return False
    if named is not prior and named.i != first - 1:
        return value <= OLDEST and after in {",", ".", ";", ")", "and", "of"}
    return words[first][0].isdigit() and follows not in {"NNS", "JJ", "VBN", "NN"}


def _share_end(words: Sequence[str], numeral: Numeral) -> int | None:
    """Return the token after "nine out of ten" and "one in five": shares count nobody."""
    i = numeral.last
    i += 2 if words[i : i + 2] == ["out", "of"] else 1 if _at(words, i) == "in" else len(words)
    if i >= len(words) or words[i] not in STARTS or numeral.low >= SHARE:
        return None
    whole = read_numeral(words, i, TABLE)
    return whole.last if whole is not None and numeral.low < whole.low < SMALL else None


def _was_before(doc: Doc, words: Sequence[str], first: int) -> bool:
    """Tell the old figure in "rose to 45 from 38" and "12, up from 9"."""
    return _at(words, first - 1) == "from" and (doc[first - 1].head.lemma_ in CHANGE or _at(words, first - 2) in CHANGE)


def _zero(words: Sequence[str], i: int) -> Count | None:
    word = words[i]
    if word in ANY:
        return Count(i, i + 1, i, Bounds(0, 0), zero=True, needs_negation=True)
    if word not in ZERO:
        return None
    last = i + 1 + (word == "no" and _at(words, i + 1) == "one")
    return Count(i, last, last - 1, Bounds(0, 0), zero=True)


def _couple(words: Sequence[str], i: int) -> Count | None:
    j = i + (words[i] == "a")
    return Count(i, j + 1, j, Bounds(2, 2)) if _at(words, j) == "couple" and _at(words, j + 1) == "of" else None


def _amount(doc: Doc, words: Sequence[str], i: int) -> Count | None:
    """Read an amount without a number (B9: several, a few, few, many, some, more)."""
    word = words[i]
    nothing = Bounds(None, None, "vague")
    if word == "a" and _at(words, i + 1) == "few":
        return Count(i, i + 2, i + 1, nothing, qualitative="a few")
    if word in {"most", "lots", "plenty"} or (word == "a" and _at(words, i + 1) in VAGUE_OF):
        j = i + (word == "a")
        return Count(i, j + 1, j, nothing, qualitative=words[j]) if _at(words, j + 1) == "of" else None
    if word in VAGUE and _at(words, i - 1) not in {"how", "so", "as", "too"}:
        return Count(i, i + 1, i, nothing, qualitative=word)
    if (
        word in COMPARATIVE
        and doc[i].tag_.startswith("J")
        and _at(words, i + 1) != "than"
        and _at(words, i - 1) not in {"no", "or"}
    ):
        return Count(i, i + 1, i, Bounds(None, None), qualitative=word)
    return None
