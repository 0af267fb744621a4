"""Join the layers of one document into claims (METHOD B2)."""

from dataclasses import dataclass, replace

from onrecord.claims.anaphora import pointing_back
from onrecord.claims.chains import Path, attributions, enclosing
from onrecord.claims.checks import first_violation
from onrecord.claims.modality import claim_modality, realised_type
from onrecord.claims.roles import under_report
from onrecord.model.attribution import Scope, Voice
from onrecord.model.claim import Claim, Quarantined, Tier
from onrecord.model.document import Document
from onrecord.model.event import is_harm
from onrecord.model.factuality import Modality, fact_values
from onrecord.model.issue import Issue, Severity
from onrecord.model.reading import EventMention, Reading, ReportMention
from onrecord.model.span import CONTEXT, Quote, Span
from onrecord.model.wire import with_id

__all__ = ["Assembled", "assemble"]


@dataclass(frozen=True, slots=True)
class Assembled:
    """What a document says.

    Attributes:
        claims: Sound claims, in the order of their words.
        quarantined: Claims that broke a rule, with the reason: kept, never shown.
        issues: One for each claim in quarantine.
    """

    claims: tuple[Claim, ...]
    quarantined: tuple[Quarantined, ...]
    issues: tuple[Issue, ...]


def assemble(document: Document, reading: Reading) -> Assembled:
    """Return the claims of a document.

    Args:
        document: The document that was read.
        reading: Its layers.
    """
    events = (*reading.events, *pointing_back(reading))
    document_id = document.id  # digests the whole text: once, not for every claim
    claims = [
        claim
        for event in sorted(events, key=lambda e: (e.trigger.start, e.trigger.end))
        for claim in _claims(document, document_id, reading, event)
    ]
    sound, broken = [], []
    for claim in dict.fromkeys(claims):
        violation = first_violation(claim, document)
        if violation is None:
            sound.append(claim)
        else:
            broken.append(Quarantined(claim, *violation))
    return Assembled(tuple(sound), tuple(broken), _issues(document, broken))


def _claims(document: Document, document_id: str, reading: Reading, event: EventMention) -> list[Claim]:
    """Return one claim for each chain that carries an event."""
    reports = enclosing(event, reading.reports)
    chains = _chains(reports)
    paths = [path for chain in chains for path in attributions(document, chain)]
    return [_claim(document, document_id, reading, event, path) for path in paths]


def _chains(reports: tuple[ReportMention, ...]) -> list[tuple[ReportMention, ...]]:
    """Split the reports that hold an event into chains: a claim, and each denial of that claim by somebody else.

    A denial inside another's words is passed on by that other; a claim inside a denial stands beside it.
    """
    denials = [r for r in reports if r.act is Modality.DENIED]
    others = [r for r in reports if r.act is not Modality.DENIED]
    chains = [(denial, *(o for o in others if _inside(denial, o))) for denial in denials]
    apart = tuple(o for o in others if not any(_inside(denial, o) for denial in denials))
    return [apart, *chains] if apart or not denials else chains


def _inside(inner: ReportMention, outer: ReportMention) -> bool:
    """Tell whether one report is part of another's words; ", which Hamas denies" is nobody's but the narrator's."""
    if inner.act is Modality.DENIED and inner.content is not None and inner.content.end <= inner.cue.start:
        return False
    return outer.content is not None and outer.content.contains(inner.cue)


def _claim(document: Document, document_id: str, reading: Reading, event: EventMention, path: Path) -> Claim:
    report = path.report
    modality = claim_modality(event, report)
    content = _content(event, path)
    evidence = _trimmed(content if report is None else _smallest(content, path), document.text)
    attribution = path.attribution
    if report is not None and event.tier is Tier.SECONDARY and attribution.scope is Scope.EXPLICIT:
        attribution = replace(attribution, scope=Scope.AMBIGUOUS)
    names = tuple((hop.speakers[0].name if hop.speakers else None) for hop in attribution.chain)
    draft = Claim(
        id="",
        document_id=document_id,
        document=document.name,
        tier=event.tier,
        evidence=document.quote(evidence, context=CONTEXT),
        content=document.quote(_trimmed(content, document.text)),
        cue=document.quote(report.cue) if report is not None else _modal_cue(document, event),
        trigger=document.quote(event.trigger),
        attribution=attribution,
        modality=modality,
        polarity=event.polarity,
        factuality=fact_values(modality, event.polarity, names, hedge=event.hedge),
        event_type=realised_type(event.event_type, modality),
        participants=under_report(event, path, modality, document, harm=is_harm(event.event_type)),
        places=event.places,
        time=event.time,
        quantities=event.quantities,
        flags=_flags(event, path),
        reader=reading.reader,
    )
    return with_id(draft)


def _content(event: EventMention, path: Path) -> Span:
    """Return what is said of this event: its clause, within the report's content."""
    report = path.report
    if report is None or report.content is None:
        return event.clause
    start = max(event.clause.start, report.content.start)
    end = min(event.clause.end, report.content.end)
    return Span(start, end).cover(event.trigger) if start < end else report.content


def _smallest(content: Span, path: Path) -> Span:
    """R-C5: the smallest continuous span with source, cue and content."""
    report = path.report
    if report is None:
        return content
    span = content.cover(report.cue)
    if report.source is not None:
        span = span.cover(report.source)
    if report.accused is not None:
        span = span.cover(report.accused)
    return span


def _trimmed(span: Span, text: str) -> Span:
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _modal_cue(document: Document, event: EventMention) -> Quote | None:
    return document.quote(event.modal_cue) if event.modal_cue is not None else None


def _flags(event: EventMention, path: Path) -> tuple[str, ...]:
    flags = list(event.flags)
    if path.report is not None:
        flags += path.report.flags
    if path.attribution.voice is Voice.ATTRIBUTED and path.source is None:
        flags.append("source_not_named")
    if any(p.inferred for p in event.places):
        flags.append("inferred_place")
    if event.time is not None and "low_confidence" in (event.time.basis or ""):
        flags.append("low_confidence_time")
    return tuple(dict.fromkeys(flags))


def _issues(document: Document, broken: list[Quarantined]) -> tuple[Issue, ...]:
    return tuple(
        Issue("claim_quarantined", f"{q.rule}: {q.reason}", Severity.WARNING, document.name, q.claim.evidence.span)
        for q in broken
    )
