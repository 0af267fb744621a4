"""How firmly a thing is said: modality, polarity, and the FactBank values that follow (METHOD B4)."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Certainty", "FactValue", "Modality", "Polarity", "fact_values"]


class Modality(StrEnum):
    """The speech act of the innermost attributed source."""

    ASSERTED = "ASSERTED"
    CONFIRMED = "CONFIRMED"
    ADMITTED = "ADMITTED"
    ALLEGED = "ALLEGED"
    ACCUSED = "ACCUSED"
    DENIED = "DENIED"
    REPORTED = "REPORTED"
    ANNOUNCED = "ANNOUNCED"
    PLANNED = "PLANNED"
    PREDICTED = "PREDICTED"
    CONDITIONAL = "CONDITIONAL"
    DEMANDED = "DEMANDED"
    CONDEMNED = "CONDEMNED"
    ASSESSED = "ASSESSED"
    UNKNOWN_STATED = "UNKNOWN_STATED"

    @property
    def unrealised(self) -> bool:
        """True where nothing is said to have happened: a plan, a forecast, a condition, a demand."""
        return self in _UNREALISED


_UNREALISED = frozenset({Modality.PLANNED, Modality.PREDICTED, Modality.CONDITIONAL, Modality.DEMANDED})


class Polarity(StrEnum):
    """Whether the event is affirmed or negated (R-M2)."""

    POSITIVE = "+"
    NEGATIVE = "-"


class Certainty(StrEnum):
    """FactBank's certainty axis."""

    CERTAIN = "CT"
    PROBABLE = "PR"
    POSSIBLE = "PS"
    UNKNOWN = "U"

    def weaker(self, other: "Certainty") -> "Certainty":
        """Return the weaker of two: a hedge lowers, nothing raises."""
        order = list(Certainty)
        return max(self, other, key=order.index)


@dataclass(frozen=True, slots=True)
class FactValue:
    """How certain one source of the chain is that the event is a fact.

    Attributes:
        source: The source's name, None where the text names none.
        value: ``CT+ CT- PR+ PR- PS+ PS-`` or ``Uu``.
    """

    source: str | None
    value: str


_ORIGIN: dict[Modality, Certainty] = {
    Modality.PLANNED: Certainty.PROBABLE,
    Modality.PREDICTED: Certainty.POSSIBLE,
    Modality.CONDITIONAL: Certainty.UNKNOWN,
    Modality.DEMANDED: Certainty.UNKNOWN,
    Modality.ASSESSED: Certainty.UNKNOWN,
    Modality.UNKNOWN_STATED: Certainty.UNKNOWN,
}
_SHARED = frozenset({Modality.PLANNED, Modality.PREDICTED})
"""Modalities whose value the publisher shares with the origin (B4's last column)."""


def _value(certainty: Certainty, polarity: Polarity) -> str:
    return "Uu" if certainty is Certainty.UNKNOWN else f"{certainty}{polarity}"


def fact_values(
    modality: Modality,
    polarity: Polarity,
    sources: tuple[str | None, ...],
    *,
    hedge: Certainty = Certainty.CERTAIN,
) -> tuple[FactValue, ...]:
    """Return the FactBank value for each source of a chain, origin first (METHOD B4's table).

    Args:
        modality: The origin's speech act.
        polarity: Whether the event is negated.
        sources: Names from origin to publisher; one name means the narrator alone.
        hedge: How far adverbs and modals lower the speaker (R-M1).

    A denial is the origin's ``CT-`` of the denied content; whoever relays another's words commits to nothing.
    """
    if modality is Modality.DENIED:
        polarity = Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE
    certainty = _ORIGIN.get(modality, Certainty.CERTAIN).weaker(hedge)
    if sources[0] is None and len(sources) > 1 and modality is Modality.ALLEGED:
        certainty = Certainty.UNKNOWN
    first = FactValue(sources[0], _value(certainty, polarity))
    rest = first.value if modality in _SHARED else "Uu"
    return (first, *(FactValue(name, rest) for name in sources[1:]))
