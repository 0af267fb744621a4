"""Wars whose days reports count, and what they say about the date of a document (METHOD R-T1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from onrecord.lexicons.load import lexicon

__all__ = ["Anchor", "anchors", "conflict_named", "conflict_start", "generic_words"]

IRREGULAR = {"russian": "russia", "russians": "russia", "ukrainian": "ukraine", "iraqi": "iraq", "sudanese": "sudan"}
POSSESSIVE = ("'s", "’s")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A war with a known first day.

    Attributes:
        id: Name in the lexicon.
        start: Its first day, which counts as day 1.
        names: Sets of words; a phrase that holds all of one set names the war.
    """

    id: str
    start: date
    names: tuple[frozenset[str], ...]


@cache
def anchors(language: str = "en") -> tuple[Anchor, ...]:
    """Return the wars of ``anchors.yml``."""
    data: dict[str, Any] = lexicon("anchors", language)
    return tuple(
        Anchor(entry["id"], date.fromisoformat(entry["start"]), tuple(frozenset(name) for name in entry["names"]))
        for entry in data["anchors"]
    )


@cache
def generic_words(language: str = "en") -> frozenset[str]:
    """Return the words that mean a war without naming it."""
    return frozenset(lexicon("anchors", language)["generic"])


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for anchor in anchors() for name in anchor.names for word in name)


def _named(words: Iterable[str]) -> list[Anchor]:
    known = {IRREGULAR.get(word, word) for word in words}
    return [anchor for anchor in anchors() if any(name <= known for name in anchor.names)]


def conflict_named(words: frozenset[str]) -> str | None:
    """Return the id of the war that a document's words name, None where they name none or several."""
    relevant = {IRREGULAR.get(word, word) for word in words} & _vocabulary()
    found = _named(relevant) if relevant else []
    return found[0].id if len(found) == 1 else None


def conflict_start(phrase: Sequence[str], document_conflict: str | None) -> tuple[bool, date | None]:
    """Tell whether a phrase names a war, and since when it lasts (R-T1).

    Args:
        phrase: Words in lower case that follow, or stand before, the count.
        document_conflict: What `conflict_named` found in the document, for "the war".

    Returns:
        Whether a war is meant at all, and its first day where that is known and unambiguous.
    """
    found = _named(phrase)
    if len(found) == 1:
        return True, found[0].start
    if generic_words().isdisjoint(phrase):
        return bool(found), None
    if not found and document_conflict is not None:
        return True, next(anchor.start for anchor in anchors() if anchor.id == document_conflict)
    return True, None


def day_of(start: date, number: int) -> date:
    """Return the Nth day of a war, its first day being day 1."""
    return start + timedelta(days=number - 1)
