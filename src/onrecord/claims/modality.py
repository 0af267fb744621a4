"""The modality of a claim: the act of the innermost source, unless its own words make it less than a fact (B4)."""

from onrecord.model.factuality import Modality
from onrecord.model.reading import EventMention, ReportMention

__all__ = ["claim_modality"]

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
    if own is None or report.act not in STATEMENTS:
        return report.act
    if report.act is Modality.ANNOUNCED and own in {Modality.PLANNED, Modality.CONDITIONAL}:
        return Modality.ANNOUNCED
    return own if own in KEEPS_OWN else report.act
