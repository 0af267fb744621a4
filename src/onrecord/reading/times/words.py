"""The words of a document as the grammar of time expressions sees them: atoms, and what the lexicon says of each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from spacy.tokens import Doc

from onrecord.lexicons.load import lexicon
from onrecord.reading.sentences import tokens_of

__all__ = ["Atom", "TimeWords", "atoms", "time_words"]

MIXED = re.compile(r"\d+(?:st|nd|rd|th|s)\b|\d+|[^\W\d]+(?:\.[^\W\d]+)*\.?|[^\w\s]|_", re.UNICODE)
"""Cuts tokens such as ``5–9``, ``2:30pm`` and ``09.03.2022`` to numbers, letters and signs."""

DIGIT = re.compile(r"\d")
FIGURE = re.compile(r"\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
"""Counts and measures stay whole, so that ``1,500`` never looks like a date; ``10.30`` may still be a clock time."""


class Atom(NamedTuple):
    """A word, a number or a sign; spaCy's token, cut where digits meet other characters.

    Attributes:
        low: The characters in lower case.
        start: First code point in the document.
        end: Code point after the last.
        token: The token that it belongs to.
        capital: Starts with a capital.
        spaced: White space stands before it.
    """

    low: str
    start: int
    end: int
    token: int
    capital: bool
    spaced: bool

    @property
    def number(self) -> int | None:
        """Its value where it is written in digits."""
        return int(self.low) if self.low.isdecimal() and self.low.isascii() else None


def atoms(doc: Doc) -> tuple[list[Atom], str]:
    """Return the atoms of a document in order, white space left out, and its text.

    Both in one pass: making spaCy's tokens is what costs.
    """
    found: list[Atom] = []
    pieces: list[str] = []
    spaced, start = True, 0
    for i, token in enumerate(tokens_of(doc)):
        whole = token.text_with_ws
        pieces.append(whole)
        text = whole.rstrip()
        if text.isalpha() or not text or text.isdecimal() or not DIGIT.search(text) or FIGURE.fullmatch(text):
            if text:
                found.append(Atom(text.lower(), start, start + len(text), i, text[0].isupper(), spaced))
        else:
            found.extend(_cut(text, start, i, spaced=spaced))
        spaced = len(text) < len(whole)
        start += len(whole)
    return found, "".join(pieces)


def _cut(text: str, start: int, i: int, *, spaced: bool) -> Iterator[Atom]:
    """Cut a token where digits meet other characters."""
    for piece in MIXED.finditer(text):
        words, here = piece.group(), start + piece.start()
        yield Atom(words.lower(), here, here + len(words), i, words[0].isupper(), spaced and piece.start() == 0)


@dataclass(frozen=True, slots=True)
class TimeWords:
    """The lexicons of time expressions, indexed for look-up by one word."""

    weekdays: dict[str, int]
    short_weekdays: dict[str, int]
    months: dict[str, int]
    doubtful_months: frozenset[str]
    seasons: dict[str, str]
    season_months: dict[str, list[int]]
    units: dict[str, str]
    numbers: dict[str, int]
    vague_numbers: frozenset[str]
    ordinals: dict[str, int]
    near_days: dict[str, int]
    which: dict[str, str]
    thirds: dict[str, str]
    third_nouns: dict[str, str]
    approximators: frozenset[str]
    references: dict[str, list[dict[str, Any]]]
    relations: dict[str, list[dict[str, Any]]]
    sets: frozenset[str]
    set_words: frozenset[str]
    meridiems: dict[str, str]
    zones: dict[str, str]
    zone_places: dict[str, str]
    parts: dict[str, dict[str, Any]]
    part_words: dict[str, str]
    tonight: dict[str, Any]
    points: dict[str, int]
    day_hours: list[int]


@cache
def time_words(language: str = "en") -> TimeWords:
    """Return the lexicons ``time_words`` and ``day_parts`` of a language, indexed."""
    words: dict[str, Any] = lexicon("time_words", language)
    day: dict[str, Any] = lexicon("day_parts", language)
    sets = ("doubtful_months", "vague_numbers", "approximators", "sets", "set_words")
    plain = (
        *("weekdays", "short_weekdays", "months", "seasons", "season_months", "units", "numbers", "ordinals"),
        *("near_days", "which", "thirds", "third_nouns", "meridiems", "zones", "zone_places"),
    )
    tables: dict[str, Any] = {name: words[name] for name in plain}
    tables |= {name: frozenset(words[name]) for name in sets}
    return TimeWords(
        **tables,
        references=_by_first_word(words["references"]),
        relations=_by_first_word(words["relations"]),
        parts=day["parts"],
        part_words=day["words"],
        tonight=day["tonight"],
        points=day["points"],
        day_hours=day["day_hours"],
    )


def _by_first_word(entries: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Index phrases by their first word, the longest first."""
    index: dict[str, list[dict[str, Any]]] = {}
    for entry in sorted(entries, key=lambda e: -len(e["words"])):
        index.setdefault(entry["words"][0], []).append(entry)
    return index
