"""Denials and accusations that point back: "the ministry denied the charge", "officials blame the rebels".

Their words hold no event of their own, so they are recorded against the last harm that the text told of before them
(METHOD B4). Silence and counter-accusations are no denials (R-X1, R-X2): only a report with that act is.
"""

from dataclasses import replace

from onrecord.model.attribution import Voice
from onrecord.model.claim import Tier
from onrecord.model.event import Role, event_family, is_harm
from onrecord.model.factuality import Certainty, Modality, Polarity
from onrecord.model.reading import EventMention, Reading, ReportMention
from onrecord.model.span import Span

__all__ = ["pointing_back"]

ACTS = frozenset({Modality.DENIED, Modality.ACCUSED})
BLAMING = frozenset({Modality.ACCUSED, Modality.ALLEGED})
"""What is denied is an accusation first of all; then an attack; its dead only where nothing else was told."""
KEPT = frozenset({Role.VICTIM, Role.TARGET})
ATTACKS = frozenset({"BOMBARDMENT", "ATTACK_ON_CIVILIANS", "HEALTH_CARE_ATTACK", "ATTACK_ON_AID",
                     "INFRASTRUCTURE_ATTACK", "EXPLOSIVE_HAZARD"})  # fmt: skip
"""What is meant by a charge before any other harm is."""
OFFERED = (".PROPOSED", ".AGREED", ".DECLARED", ".ANNOUNCED", ".EXTENDED", ".MEDIATION", ".TALKS")
"""What can be turned down: an offer, not a deed."""
PRONOUN = 4
"""Code points of "that", "this" and "it": words that may as well mean an offer."""
REACH = 900
"""Code points back to the harm: about two paragraphs; what lies further is not what "the charge" means."""
SHORT = 80
"""Code points of a content that can only point back; longer words say something of their own."""


def pointing_back(reading: Reading) -> tuple[EventMention, ...]:
    """Return an event for each denial and accusation whose words name none."""
    return tuple(
        event for report in reading.reports if _points_back(report, reading) for event in _meant(report, reading)
    )


def _points_back(report: ReportMention, reading: Reading) -> bool:
    if report.act not in ACTS or report.voice is not Voice.ATTRIBUTED or len(_words(report)) > SHORT:
        return False
    words = _words(report)
    if report.content is not None and not report.points_back:
        return False
    return not any(words.contains(e.trigger) or e.trigger.overlaps(report.cue) for e in reading.events)


def _words(report: ReportMention) -> Span:
    """Return what is denied, or who is accused."""
    return report.content or report.accused or report.cue


def _told(event: EventMention) -> bool:
    """Tell whether a harm is said to have been done: nobody denies what was only feared or meant."""
    return event.own_modality is None or not event.own_modality.unrealised


def _carries(report: ReportMention, event: EventMention) -> bool:
    return report.content is not None and report.content.contains(event.trigger)


def _blamed(report: ReportMention, reading: Reading, accused: list[EventMention]) -> list[EventMention]:
    """Return what an accusation without words of its own meant, where a denial answers it.

    "The minister blamed the rebels. Their spokesman rejected the accusation."
    """
    if report.act is not Modality.DENIED:
        return []
    since = max((e.trigger.start for e in accused), default=0)
    before = [
        r
        for r in reading.reports
        if r.act is Modality.ACCUSED and since < r.cue.start < report.cue.start and _points_back(r, reading)
    ]
    near = [r for r in before if r.cue.start > report.cue.start - REACH]
    return list(_meant(near[-1], reading)) if near else []


def _meant(report: ReportMention, reading: Reading) -> tuple[EventMention, ...]:
    earlier = [
        e
        for e in reading.events
        if is_harm(e.event_type) and report.cue.start - REACH < e.trigger.start < report.cue.start and _told(e)
    ]
    told = [e for e in reading.events if report.cue.start - REACH < e.trigger.start < report.cue.start]
    bare = len(_words(report)) <= PRONOUN
    if bare and report.act is Modality.DENIED and told and told[-1].event_type.endswith(OFFERED):
        return ()  # "rejected it" of an offer refuses (R-X2)
    accused = [e for e in earlier if any(_carries(r, e) for r in reading.reports if r.act in BLAMING)]
    struck = [e for e in earlier if event_family(e.event_type) in ATTACKS]
    attacks = struck or [e for e in earlier if e.event_type != "CASUALTIES"]
    if not earlier:
        return ()
    last = (_blamed(report, reading, accused) or accused or attacks or earlier)[-1]
    words = _words(report)
    return (
        replace(
            last,
            trigger=report.cue if report.content is None else words,
            clause=words,
            tier=Tier.CORE,
            participants=tuple(replace(p, mention=None) for p in last.participants if p.role in KEPT),
            quantities=(),
            places=tuple(replace(p, mention=None, inferred=True) for p in last.places),
            time=replace(last.time, expression=None) if last.time is not None else None,
            polarity=Polarity.POSITIVE,
            own_modality=None,
            modal_cue=None,
            hedge=Certainty.CERTAIN,
            flags=("points_back",),
            open_agent="gerund" if "own_deed" in report.flags else None,
        ),
    )
