"""Let the mentions of one attack share its date: the casualties, the denial, the second mention (METHOD R-T8).

R-T8 gives an undated past event a start only where another claim of the same incident gives one. Within a document two
mentions are taken for one incident where they are of one family, or one is the count of the other's casualties, and no
places of their own keep them apart.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from onrecord.model.claim import Tier
from onrecord.model.event import Role, event_family
from onrecord.model.place import Precision
from onrecord.model.reading import EventMention
from onrecord.model.time import Interval, first_day, last_day

__all__ = ["ATTACKS", "share_times"]

ATTACKS = frozenset(
    {
        "BOMBARDMENT",
        "ATTACK_ON_CIVILIANS",
        "HEALTH_CARE_ATTACK",
        "ATTACK_ON_AID",
        "INFRASTRUCTURE_ATTACK",
        "EXPLOSIVE_HAZARD",
    }
)
"""Families of attacks that happen on a day (R-E2)."""
OPEN_BASES = ("R-T8 no expression, past", "R-T8 no expression, present state", "R-T5 not after", "R-T8 as of")
VIOLENT = ATTACKS | {"CASUALTIES", "ARMED_CLASH"}
NEIGHBOURS = 60
"""Events looked back over; more never lie within `REACH`."""
NEXT = 350
"""Code points within which an undated attack follows on the one before it."""
REACH = 1000
"""Code points between two mentions of one attack: about three paragraphs of a report."""
LOCAL = frozenset({Precision.SITE, Precision.SETTLEMENT, Precision.NEAR})


def share_times(events: tuple[EventMention, ...]) -> tuple[EventMention, ...]:
    """Return the events, the undated mentions of an attack with the date that another mention of it gives."""
    ordered = sorted(range(len(events)), key=lambda i: events[i].trigger.start)
    shared = list(events)
    groups: list[list[int]] = []
    home: dict[int, list[int]] = {}
    for at, i in enumerate(ordered):
        link = None
        for j in reversed(ordered[max(0, at - NEIGHBOURS) : at]):
            if _one_incident(events[i], events[j]):
                link = (home[j], _sure(events[i], events[j]))
                break
        if link is None or not link[1]:
            if link is not None:  # only nearness: the date is taken over, but never handed back
                shared[i] = _shared(events[i], [shared[j] for j in link[0]])
            home[i] = [i]
            groups.append(home[i])
        else:
            link[0].append(i)
            home[i] = link[0]
    for group in groups:
        members = [shared[i] for i in group]
        for i in group:
            shared[i] = _shared(shared[i], members)
    return tuple(shared)


def _shared(event: EventMention, group: list[EventMention]) -> EventMention:
    if not _open(event):
        return event
    fitting = [other for other in group if _dates(other.time) and _possible(event.time, other.time)]
    if not fitting:
        return event
    nearest = min(fitting, key=lambda other: (abs(other.trigger.start - event.trigger.start), other.trigger.start))
    if nearest.time is None:
        return event
    basis = f"R-T8 date of the attack told of at {nearest.trigger.start}"
    return replace(event, time=replace(nearest.time, expression=None, basis=basis))


def _dates(time: Interval | None) -> bool:
    """Tell whether a time dates its event to a day or a night; a long stretch is nobody else's date."""
    if time is None or time.start is None or time.end is None or time.expression is None:
        return False
    return last_day(time.end) - first_day(time.start) <= timedelta(days=1)


def _open(event: EventMention) -> bool:
    """Tell whether only the publication or the report bounds the time of an event that is said to have happened."""
    if event.own_modality is not None and event.own_modality.unrealised:
        return False
    return event.time is not None and event.time.start is None and (event.time.basis or "").startswith(OPEN_BASES)


def _one_incident(event: EventMention, earlier: EventMention) -> bool:
    """Tell whether a mention goes back to an earlier one: near it, of one attack or its casualties, nowhere else."""
    family, other = event_family(event.event_type), event_family(earlier.event_type)
    if not {family, other} <= VIOLENT or event.trigger.start - earlier.trigger.end > REACH:
        return False
    if any(q.scope in {"cumulative", "period"} for q in (*event.quantities, *earlier.quantities)):
        return False
    here, there = _towns(event), _towns(earlier)
    if here and there and not here & there:
        return False
    if family == "CASUALTIES":
        return True
    if other not in ATTACKS or (family != other and "BOMBARDMENT" not in {family, other}):
        return False
    return _sure(event, earlier) or (not here and event.trigger.start - earlier.trigger.end < NEXT)


def _sure(event: EventMention, earlier: EventMention) -> bool:
    """Tell whether the words tie two mentions together: casualties, a definite mention, one town, one target (R-I1)."""
    definite = (
        event.definite
        or event.tier is Tier.SECONDARY
        or "points_back" in event.flags
        or event.event_type == "CASUALTIES"
    )
    return definite or bool(_towns(event) & _towns(earlier)) or bool(_targets(event) & _targets(earlier))


def _targets(event: EventMention) -> frozenset[str]:
    """Return the head words of what was hit: "maternity hospital" and "the hospital" share one."""
    return frozenset(p.name.split()[-1].lower() for p in event.participants if p.role is Role.TARGET and p.name)


def _towns(event: EventMention) -> frozenset[str]:
    """Return the towns that an event's own words give, as names and gazetteer ids."""
    own = [p for p in event.places if not p.inferred and p.precision in LOCAL]
    return frozenset(key for place in own for key in (place.gazetteer_id, *place.admin[-1:]) if key is not None)


def _possible(bound: Interval | None, time: Interval | None) -> bool:
    """Tell whether a date lies within what is known already."""
    if bound is None or bound.end is None or time is None or time.start is None:
        return True
    if isinstance(bound.end, datetime) and isinstance(time.start, datetime):
        return time.start <= bound.end
    return first_day(time.start) <= last_day(bound.end)
