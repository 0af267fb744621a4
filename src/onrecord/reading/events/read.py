"""Read the events of a document: each trigger with its type, parts, place, time and counts (METHOD R-C1, B5 to B9)."""

from dataclasses import replace

from onrecord.model.attribution import Voice
from onrecord.model.claim import Tier
from onrecord.model.event import event_family
from onrecord.model.factuality import Modality
from onrecord.model.reading import EventMention
from onrecord.model.span import Span
from onrecord.model.time import Interval, TimePrecision, first_day, last_day
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.events.circumstances import counts, inferred_place, own_places, own_time
from onrecord.reading.events.elliptical import elliptical_figures
from onrecord.reading.events.event_typing import event_type
from onrecord.reading.events.factuality import ClauseFactuality, clause_factuality
from onrecord.reading.events.incident_times import ATTACKS, share_times
from onrecord.reading.events.participants import open_agent, participants
from onrecord.reading.events.targets import find_target
from onrecord.reading.events.time_offsets import beside_events
from onrecord.reading.events.time_spans import from_then_on, lasting
from onrecord.reading.events.triggers import Trigger, find_triggers
from onrecord.reading.layers import Layers
from onrecord.reading.sentences import sentence_of
from onrecord.reading.times.read import planned_undated, undated

__all__ = ["read_events"]


SPOKEN = frozenset({"CEASEFIRE.PROPOSED", "CEASEFIRE.REJECTED", "CORRIDOR.PROPOSED", "DIPLOMACY.STATEMENT"})
"""Events that happen by being said: the date of the report is theirs."""
NOT_KNOWN = ("not known", "unknown", "unclear", "not clear", "uncertain")


def read_events(layers: Layers) -> tuple[EventMention, ...]:
    """Return the events of a document in order of their triggers.

    Args:
        layers: Everything else that was read: places, times, counts, reports.
    """
    cues = frozenset(report.cue_head for report in layers.reports)
    speech = frozenset(
        r.cue_head for r in layers.reports if r.voice is Voice.ATTRIBUTED and r.act is not Modality.ANNOUNCED
    )
    found: list[EventMention] = []
    for trigger in find_triggers(layers):
        if trigger.token.i in cues and not _also_event(trigger, layers):
            continue
        event = _read(trigger, cues, speech, found, layers)
        if event is not None:
            found.append(event)
    return share_times(beside_events((*found, *elliptical_figures(found, layers)), layers.doc))


ALSO_EVENTS = frozenset({"HUMANITARIAN_ACCESS_CONSTRAINT", "CASUALTIES", "DIPLOMACY.EXPULSION"})
"""Types that the word of a cue names all the same: who "recalled an ambassador" remembers nothing."""


def _also_event(trigger: Trigger, layers: Layers) -> bool:
    """Tell whether a report's cue names an event of its own: only the visual ones do ("broadcast images")."""
    if trigger.kind.startswith("BOMBARDMENT") and _weapon_does(trigger, layers):
        return True  # "rounds slammed into the ward": no one is criticised
    return trigger.kind in ALSO_EVENTS or any(
        r.cue_head == trigger.token.i and r.content is None for r in layers.reports
    )


def _weapon_does(trigger: Trigger, layers: Layers) -> bool:
    doer = None if trigger.nominal else syntax.agent_phrase(trigger.token)
    return doer is not None and "weapon" in layers.classes.of(doer)


def _read(
    trigger: Trigger, cues: frozenset[int], speech: frozenset[int], before: list[EventMention], layers: Layers
) -> EventMention | None:
    target = find_target(trigger, layers)
    kind = trigger.kind if trigger.by_topic else event_type(trigger, target, layers, _previous_attack(before))
    if kind is None:
        return None
    fact = clause_factuality(trigger, kind, cues)
    involved, flags = (
        ((), ("typed_by_topic",))
        if trigger.by_topic
        else participants(trigger, kind, target, fact.polarity, cues, layers)
    )
    event = EventMention(
        trigger=trigger.span,
        head=trigger.token.i,
        event_type=kind,
        tier=_tier(trigger, kind, fact),
        clause=_clause(trigger, fact),
        participants=involved,
        places=own_places(trigger, target, layers),
        quantities=counts(trigger, kind, layers),
        polarity=fact.polarity,
        own_modality=fact.modality,
        modal_cue=fact.cue,
        hedge=fact.hedge,
        flags=flags,
        definite=trigger.nominal and any(c.lower_ in {"the", "this", "that"} for c in dependents(trigger.token)),
        open_agent=open_agent(trigger, layers),
        done=fact.done,
    )
    event = _unknown_counts(event, layers, trigger)
    return _placed(_timed(event, trigger, fact, speech, layers), trigger, before, layers)


def _previous_attack(before: list[EventMention]) -> str | None:
    return next((e.event_type for e in reversed(before) if event_family(e.event_type) in ATTACKS), None)


def _tier(trigger: Trigger, kind: str, fact: ClauseFactuality) -> Tier:
    if kind == "ACTOR_CHARACTERISATION":
        return Tier.BACKGROUND
    return Tier.SECONDARY if trigger.presupposed or fact.purpose else Tier.CORE


def _clause(trigger: Trigger, fact: ClauseFactuality) -> Span:
    """Return the words of the event: its clause for a verb or a light verb's noun, else its noun phrase."""
    if fact.modality is Modality.UNKNOWN_STATED:
        return syntax.clause_span(syntax.clause_root(trigger.predicate)).cover(trigger.span)
    if trigger.token.dep_ == "compound" and trigger.token.head.dep_ in {"appos", "ROOT"}:  # a verb that the parser lost
        return syntax.clause_span(sentence_of(trigger.token).root).cover(trigger.span)
    if not trigger.nominal:
        return syntax.clause_span(trigger.token).cover(trigger.span)
    if trigger.predicate.i != trigger.token.i and not trigger.presupposed:
        return syntax.clause_span(trigger.predicate).cover(trigger.span)
    if trigger.token.dep_ == "amod":
        return syntax.noun_phrase(trigger.token.head).cover(trigger.span)
    return syntax.noun_phrase(trigger.token, whole=True).cover(trigger.span)


def _unknown_counts(event: EventMention, layers: Layers, trigger: Trigger) -> EventMention:
    """A count that is said to be unknown makes the claim one of not knowing, whatever the verb (R-F7's ground)."""
    if event.event_type not in {"CASUALTIES", "POPULATION_FIGURE"}:
        return event
    sentence = layers.sentence(trigger.token)
    if not event.quantities:
        unknown = tuple(
            q.quantity
            for q in layers.quantities
            if q.quantity.unknown and sentence.start <= q.span.start < sentence.end
        )
        event = replace(event, quantities=unknown)
    words = layers.document.text[sentence.start : sentence.end].lower()
    if not event.quantities and "how many" in words and any(phrase in words for phrase in NOT_KNOWN):
        return replace(event, own_modality=Modality.UNKNOWN_STATED)
    if event.quantities and all(q.unknown for q in event.quantities):
        return replace(event, own_modality=Modality.UNKNOWN_STATED)
    return event


def _timed(
    event: EventMention,
    trigger: Trigger,
    fact: ClauseFactuality,
    speech: frozenset[int],
    layers: Layers,
) -> EventMention:
    published = layers.document.published
    interval, reported = own_time(trigger, event.event_type, speech, layers)
    spoken = event.event_type in SPOKEN and event.own_modality in {None, Modality.DEMANDED}
    if interval is not None and reported and not spoken and not _bounding(interval):
        interval = replace(
            interval, start=None, precision=TimePrecision.OPEN_START, basis="R-T5 not after the report of it"
        )
    if fact.modality is Modality.UNKNOWN_STATED and _would(trigger):
        interval = planned_undated(published)  # "it was unclear on Friday whether the talks would go ahead"
    behind = _perfect(trigger) or (fact.purpose and _past_above(trigger))
    if interval is None and fact.modality is not None and fact.modality.unrealised and not behind:
        interval = planned_undated(published)
    if interval is None:
        interval = lasting(trigger, layers)
    if interval is None:
        interval = undated(published, state=event.tier is not Tier.CORE)
        if interval is not None and _present(trigger):
            interval = replace(interval, basis="R-T8 no expression, present tense")
    interval = from_then_on(interval, event, layers)
    return replace(event, time=_clipped(interval, fact, layers))


def _present(trigger: Trigger) -> bool:
    """Tell whether the predicate is in the present: "bodies are lying", "says it holds"."""
    predicate = trigger.predicate
    auxiliaries = {c.lower_ for c in dependents(predicate) if c.dep_ in {"aux", "auxpass"}}
    return not trigger.presupposed and (predicate.tag_ in {"VBZ", "VBP"} or bool(auxiliaries & {"is", "are"}))


def _perfect(trigger: Trigger) -> bool:
    """Tell whether "may have been mined" speaks of the past."""
    return any(c.dep_ == "aux" and c.lower_ == "have" for c in dependents(trigger.predicate))


def _would(trigger: Trigger) -> bool:
    """Tell whether what is not known lies ahead."""
    return any(c.lower_ in {"would", "will"} for c in syntax.children(trigger.predicate, "aux"))


def _past_above(trigger: Trigger) -> bool:
    """Tell whether somebody already tried: "had tried to take", "were firing in order to stop"."""
    above = trigger.predicate.head
    auxiliaries = {c.lower_ for c in syntax.children(above, "aux")}
    return above.tag_ == "VBD" or bool(auxiliaries & {"had", "having", "was", "were"})


def _clipped(interval: Interval | None, fact: ClauseFactuality, layers: Layers) -> Interval | None:
    """End what has happened no later than the report, and start what is to come no earlier: "this week"."""
    published = layers.document.published
    if interval is None or published is None or interval.start is None or interval.end is None:
        return interval
    today = first_day(published)
    if not first_day(interval.start) < today < last_day(interval.end):
        return interval
    if fact.modality is not None and fact.modality.unrealised:
        return replace(interval, start=today)
    return replace(interval, end=today)


def _bounding(interval: Interval) -> bool:
    """Tell whether a report's date says enough of the event by itself: "by late afternoon" bounds it within the day."""
    return interval.mod in {"ON_OR_BEFORE", "BEFORE"} or (interval.basis or "").startswith("R-T5")


def _placed(event: EventMention, trigger: Trigger, before: list[EventMention], layers: Layers) -> EventMention:
    """R-L1: own place, else the place of the attack whose casualties these are, else the last place spoken of."""
    if event.places:
        return event
    places = inferred_place(trigger, layers)
    if event.event_type == "CASUALTIES":
        attack = next((e for e in reversed(before) if event_family(e.event_type) in ATTACKS and e.places), None)
        if attack is not None:
            places = tuple(replace(p, mention=None, inferred=True) for p in attack.places)
    if event_family(event.event_type) == "DIPLOMACY":
        places = ()
    return replace(event, places=places)
