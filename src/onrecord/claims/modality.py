"""The modality of a claim: the act of the innermost source, unless its own words make it less than a fact (B4)."""

from onrecord.model.factuality import Modality
from onrecord.model.reading import EventMention, ReportMention

__all__ = ["claim_modality", "realised_type"]

STATEMENTS = frozenset({Modality.ASSERTED, Modality.CONFIRMED, Modality.REPORTED, Modality.ALLEGED, Modality.ANNOUNCED})
"""Acts that put a proposition forward; a plan inside them stays a plan."""
KEEPS_OWN = frozenset(
    {
        Modality.UNKNOWN_STATED,
        Modality.PLANNED,
        Modality.PREDICTED,
        Modality.CONDITIONAL,
        Modality.DEMANDED,
        Modality.CONDEMNED,
        Modality.ASSESSED,
    }
)


NOT_YET = frozenset(
    {
        Modality.ANNOUNCED,
        Modality.PLANNED,
        Modality.PREDICTED,
        Modality.CONDITIONAL,
        Modality.DEMANDED,
    }
)
ANNOUNCED_TYPES = {
    "EVACUATION.CONDUCTED": "EVACUATION.ANNOUNCED",
    "EVACUATION.COMPLETED": "EVACUATION.ANNOUNCED",
    "CORRIDOR.OPEN": "CORRIDOR.ANNOUNCED",
    "CEASEFIRE.IN_EFFECT": "CEASEFIRE.DECLARED",
}
"""The phase that words of effect stand for while nothing has taken effect."""


def claim_modality(event: EventMention, report: ReportMention | None) -> Modality:
    """Return the modality of an event under its innermost report.

    Args:
        event: With the modality that its own clause gives.
        report: None for the narrator.
    """
    own = event.own_modality
    if report is None:
        return own if own is not None else Modality.ASSERTED
    if own is Modality.CONDITIONAL and report.act in {Modality.PREDICTED, Modality.ASSESSED}:
        return own
    if own is None and report.act is Modality.ANNOUNCED and event.done:
        return Modality.ASSERTED  # "announced that it has released them": no act to come is announced
    if own is None or report.act not in STATEMENTS:
        return report.act
    if report.act is Modality.ANNOUNCED and own in {Modality.PLANNED, Modality.CONDITIONAL}:
        return Modality.ANNOUNCED
    return own if own in KEEPS_OWN else report.act


def realised_type(event_type: str, modality: Modality) -> str:
    """Return the type that a claim may show: an announcement never implies effect (R-S2).

    Args:
        event_type: The type that the words name.
        modality: What the claim makes of it.

    >>> realised_type("EVACUATION.CONDUCTED", Modality.PLANNED)
    'EVACUATION.ANNOUNCED'
    >>> realised_type("EVACUATION.CONDUCTED", Modality.ASSERTED)
    'EVACUATION.CONDUCTED'
    """
    return ANNOUNCED_TYPES.get(event_type, event_type) if modality in NOT_YET else event_type
