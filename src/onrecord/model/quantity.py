"""How many: an interval in the words of the text; unknown is a value and is never zero (METHOD B9)."""

from dataclasses import dataclass

from onrecord.model.span import Quote

__all__ = ["Quantity", "Subset"]


@dataclass(frozen=True, slots=True)
class Subset:
    """A part of a quantity, named after "including" or "among them" (R-Q3); never added to it.

    Attributes:
        kind: As the whole: ``injured``.
        population_class: Who the part is: "women", "hospital staff".
        low: At least so many, or None.
        high: At most so many, or None.
        approximator: How the words bound it, or None.
        mention: Where the text says it.
    """

    kind: str
    population_class: str | None
    low: int | None
    high: int | None
    approximator: str | None
    mention: Quote | None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as the text gives it.

    Attributes:
        kind: What is counted: killed, injured, casualties, missing, detained, displaced, evacuated, ...
        unit: persons, households, events, settlements, ...
        low: At least so many, None where the words set no lower bound. Zero is a value.
        high: At most so many, None where the words set no upper bound.
        approximator: How the words bound it: at_least, roughly, magnitude_plural, bare_plural, ...
        unknown: True where the text says that the number is not known; then low and high are None.
        mention: Where the text says it.
        population_class: Who: civilians, children, soldiers; None for people at large.
        scope: incident, place, period or cumulative (R-Q5), None where unsaid.
        as_of: ISO day for which it holds, or None.
        includes: Parts named after "including" (R-Q3).
        high_soft: True for a magnitude word, whose upper end is soft (R-Q1).
        acled: The conservative integer that ACLED would code for a magnitude word, else None (R-Q1).
        qualitative: "more", "few": an amount without a number, or None.
    """

    kind: str
    unit: str
    low: int | None
    high: int | None
    approximator: str | None = None
    unknown: bool = False
    mention: Quote | None = None
    population_class: str | None = None
    scope: str | None = None
    as_of: str | None = None
    includes: tuple[Subset, ...] = ()
    high_soft: bool = False
    acled: int | None = None
    qualitative: str | None = None
