"""Denials that point back: "the ministry denied the accusation" has no event of its own (METHOD B4, R-X1's ground).

The denial is recorded against the last harm that the text told of before it. Silence and counter-accusations are no denials
(R-X1, R-X2); only a report with the act DENIED is.
"""

from dataclasses import replace

from onrecord.model.claim import Tier
from onrecord.model.event import is_harm
from onrecord.model.factuality import Certainty, Modality, Polarity
from onrecord.model.reading import EventMention, Reading, ReportMention

__all__ = ["anaphoric_denials"]


def anaphoric_denials(reading: Reading) -> tuple[EventMention, ...]:
    """Return an event for each denial whose content names none."""
    return tuple(
        event
        for report in reading.reports
        if report.act is Modality.DENIED and report.content is not None and not _has_event(report, reading)
        for event in _denied(report, reading)
    )


def _has_event(report: ReportMention, reading: Reading) -> bool:
    return any(report.content is not None and report.content.contains(event.trigger) for event in reading.events)


def _denied(report: ReportMention, reading: Reading) -> tuple[EventMention, ...]:
    earlier = [
        e for e in reading.events
        if e.trigger.start < report.cue.start and is_harm(e.event_type)
    ]  # fmt: skip
    if not earlier or report.content is None:
        return ()
    last = earlier[-1]
    return (
        replace(
            last,
            trigger=report.content,
            clause=report.content,
            tier=Tier.CORE,
            participants=(),
            quantities=(),
            places=tuple(replace(p, mention=None, inferred=True) for p in last.places),
            time=replace(last.time, expression=None) if last.time is not None else None,
            polarity=Polarity.POSITIVE,
            own_modality=None,
            modal_cue=None,
            hedge=Certainty.CERTAIN,
            flags=("denial_points_back",),
        ),
    )
