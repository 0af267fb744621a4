"""A quantity in words; unknown is never a number, and a magnitude word stays a word (METHOD B9)."""

from onrecord.model.quantity import Quantity, Subset
from onrecord.views.labels import KINDS

__all__ = ["amount", "how_many"]

APPROXIMATE = frozenset({"about", "around", "some", "roughly", "approximately", "nearly", "almost", "estimated"})
"""Approximators that widen one number to an interval (R-Q1): the words say it better than the interval's ends."""


def amount(low: int | None, high: int | None) -> str | None:
    """Return an interval of counts in figures, None where neither end is set.

    >>> amount(17, None), amount(None, 16), amount(10, 15), amount(0, 0)
    ('≥ 17', '≤ 16', '10–15', '0')
    """
    if low is None and high is None:
        return None
    if high is None:
        return f"≥ {low:,}"
    if low is None:
        return f"≤ {high:,}"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def how_many(quantity: Quantity) -> str:
    """Return a quantity with what is counted: ``≥ 17 injured``, ``killed: not known``, ``hundreds of thousands``."""
    kind = KINDS.get(quantity.kind, quantity.kind.replace("_", " "))
    if quantity.unknown:
        return f"{kind}: not known"
    counted = _counted(kind, quantity.population_class)
    figure = amount(quantity.low, quantity.high)
    words = _own_words(quantity)
    if words is not None:
        number = words
        if figure is not None and quantity.approximator in APPROXIMATE:
            number = f"{words} ({figure})"
    elif figure is not None:
        number = figure
    else:
        return f"{counted}: number not stated"
    parts = "; ".join(_part(subset, quantity.kind) for subset in quantity.includes)
    whole = number if _names_kind(number, counted) else f"{number} {counted}"
    return f"{whole}, incl. {parts}" if parts else whole


def _own_words(quantity: Quantity) -> str | None:
    """Return the text's own words where a figure would say more than they do."""
    if quantity.qualitative is not None:
        return quantity.qualitative
    soft = quantity.high_soft or quantity.approximator in APPROXIMATE
    if quantity.mention is not None and (soft or (quantity.low is None and quantity.high is None)):
        return quantity.mention.exact
    return None


def _part(subset: Subset, kind_of_whole: str) -> str:
    kind = KINDS.get(subset.kind, subset.kind.replace("_", " "))
    who = _counted(kind, subset.population_class)
    if subset.population_class is not None and subset.kind == kind_of_whole:
        who = subset.population_class
    number = amount(subset.low, subset.high)
    if number is None and subset.mention is not None:
        number = subset.mention.exact
    return f"{number} {who}" if number is not None and not _names_kind(number, who) else number or who


def _counted(kind: str, population_class: str | None) -> str:
    return kind if population_class is None or population_class == kind else f"{population_class} {kind}"


def _names_kind(number: str, counted: str) -> bool:
    return counted.casefold() in number.casefold()
