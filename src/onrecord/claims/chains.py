"""The way a claim came: from its origin through relays to the publisher (METHOD R-A1, R-A7)."""

from dataclasses import dataclass, replace

from onrecord.model.attribution import Attribution, Hop, HopKind, Scope, Speaker, SpeakerKind, Style, Voice
from onrecord.model.document import Document
from onrecord.model.reading import EventMention, ReportMention

__all__ = ["Path", "attributions", "enclosing", "publisher"]


@dataclass(frozen=True, slots=True)
class Path:
    """One chain for one event.

    Attributes:
        attribution: The chain.
        report: The innermost report that carries the event, None for the narrator.
        source: The speaker at its origin, None where the text names none.
    """

    attribution: Attribution
    report: ReportMention | None
    source: Speaker | None


def publisher(document: Document) -> Hop:
    """Return the last hop: the outlet, or nobody where it is not known."""
    if document.outlet is None:
        return Hop(HopKind.PUBLISHER)
    mention = document.quote(document.outlet.mention) if document.outlet.mention is not None else None
    return Hop(HopKind.PUBLISHER, (Speaker(document.outlet.value, mention, SpeakerKind.OUTLET),))


def enclosing(event: EventMention, reports: tuple[ReportMention, ...]) -> tuple[ReportMention, ...]:
    """Return the reports whose content holds the event's trigger, innermost first."""
    holding = [r for r in reports if _holds(r, event)]
    return tuple(sorted(holding, key=lambda r: (len(r.content) if r.content is not None else 0, r.cue.start)))


def _holds(report: ReportMention, event: EventMention) -> bool:
    if report.content is None:
        return event.trigger == report.cue  # an accusation that points back and has no words of its own
    content, trigger = report.content, event.trigger
    if content.start > trigger.end or content.end < trigger.start:
        return False
    both = report.cue.overlaps(event.trigger) and report.content.overlaps(event.trigger)  # "announced a ceasefire"
    return both or report.content.contains(event.trigger)


def attributions(document: Document, reports: tuple[ReportMention, ...]) -> tuple[Path, ...]:
    """Return the chains for an event with these enclosing reports: one for each distributed speaker (R-C3).

    Args:
        document: Whose publisher ends the chain.
        reports: From `enclosing`; empty for the narrator's own words.
    """
    last = publisher(document)
    if not reports:
        return (Path(Attribution(Voice.NARRATOR, Style.NARRATOR, Scope.EXPLICIT, (last,)), None, None),)
    inner, outer = reports[0], reports[1:]
    if inner.voice is Voice.UNSPECIFIED and any(r.voice is Voice.ATTRIBUTED for r in outer):
        named = next(r for r in outer if r.voice is Voice.ATTRIBUTED)  # hearsay on somebody's word is that somebody's
        outer = tuple(r for r in outer if r is not named)
        inner = replace(named, act=inner.act, cue=inner.cue)
    inner = _first_person(inner, last)
    relays = inner.relays + tuple(
        hop for report in outer for hop in (*_as_relay(report), *report.relays) if hop.speakers
    )
    relays = _without_origin(relays, inner.sources, last)
    scope = (
        Scope.AMBIGUOUS
        if "scope_ambiguous" in inner.flags
        else Scope.INHERITED
        if "scope_inherited" in inner.flags
        else Scope.EXPLICIT
    )
    if not inner.distributed:
        chain = (Hop(HopKind.ORIGIN, inner.sources), *relays, last)
        return (
            Path(
                Attribution(inner.voice, inner.style, scope, chain), inner, inner.sources[0] if inner.sources else None
            ),
        )
    return tuple(
        Path(
            Attribution(inner.voice, inner.style, scope, (Hop(HopKind.ORIGIN, (speaker,)), *relays, last)),
            inner,
            speaker,
        )
        for speaker in inner.sources
    )


def _first_person(report: ReportMention, last: Hop) -> ReportMention:
    """Take "we" for the publisher: a statement that speaks of itself (R-A3)."""
    if "first_person" not in report.flags or not last.speakers:
        return report
    outlet = last.speakers[0]
    sources = tuple(replace(s, name=outlet.name, kind=outlet.kind, resolved_by="R-A3") for s in report.sources)
    return replace(report, sources=sources)


def _as_relay(report: ReportMention) -> tuple[Hop, ...]:
    """Return an enclosing report's source as the station that passed the inner report on."""
    if report.voice is Voice.UNSPECIFIED or not report.sources:
        return ()
    return (Hop(HopKind.RELAY, report.sources),)


def _without_origin(relays: tuple[Hop, ...], sources: tuple[Speaker, ...], last: Hop) -> tuple[Hop, ...]:
    """Drop stations that are the origin or the publisher again, and repeats."""
    names = {s.name for s in sources} | {s.name for s in last.speakers}
    kept: list[Hop] = []
    for hop in relays:
        fresh = tuple(s for s in hop.speakers if s.name not in names)
        if fresh:
            kept.append(Hop(HopKind.RELAY, fresh))
            names |= {s.name for s in fresh}
    return tuple(kept)
