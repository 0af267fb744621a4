"""Who is accused, by whom: perpetrators under a report (METHOD R-P1 to R-P4, R-C4)."""

from dataclasses import replace

from onrecord.claims.chains import Path
from onrecord.model.attribution import SpeakerKind, Voice
from onrecord.model.document import Document
from onrecord.model.event import Participant, Role, Status
from onrecord.model.factuality import Modality, Polarity
from onrecord.model.reading import EventMention, ReportMention

__all__ = ["under_report"]

BLAMING = frozenset({Modality.ACCUSED, Modality.ALLEGED, Modality.CONDEMNED})
OPENING = 8
"""Code points at the start of the reported words within which a subject pronoun must begin: room for "that"."""
OWN_ACT = frozenset({Modality.ADMITTED, Modality.CONFIRMED})


def under_report(
    event: EventMention, path: Path, modality: Modality, document: Document, *, harm: bool
) -> tuple[Participant, ...]:
    """Return the participants of an event as a claim of this chain may show them.

    Args:
        event: With the roles that its own words give.
        path: Whose claim it is.
        modality: The claim's modality.
        document: For the words of the accused.
        harm: Whether the agent of such an event does harm.
    """
    roles = tuple(_alleged(p, path, modality) for p in event.participants)
    report = path.report
    if report is None:
        return roles
    if harm and not any(p.role.blames or p.role is Role.AGENT_NEGATED for p in roles):
        roles += _self_blamed(event, path, modality)
    if report.act is Modality.DENIED and path.source is not None:
        roles = (*roles, Participant(Role.DENIER, path.source.name, path.source.mention))
    if report.act is not Modality.ACCUSED and not (report.act in BLAMING and report.accused is not None):
        return roles
    if path.source is not None:
        roles = (Participant(Role.ACCUSER, path.source.name, path.source.mention), *roles)
    if harm and not any(p.role.blames or p.role is Role.AGENT_NEGATED for p in roles):
        roles += _accused(report, path, document)
    return roles


def _alleged(participant: Participant, path: Path, modality: Modality) -> Participant:
    """R-P3: only the narrator, or a speaker who admits an act of its own, makes somebody a perpetrator outright."""
    if participant.role is not Role.PERPETRATOR:
        return participant
    if path.attribution.voice is Voice.NARRATOR and modality not in BLAMING:
        return participant
    if modality in OWN_ACT and path.source is not None and path.source.name == participant.name:
        return participant
    return replace(participant, role=Role.ALLEGED_PERPETRATOR)


def _self_blamed(event: EventMention, path: Path, modality: Modality) -> tuple[Participant, ...]:
    """Name the speaker as doer where the grammar does: "denied shelling", "said it had arrested", "we fired".

    A gerund takes the subject of *deny* and *admit*; a pronoun counts only where it opens the reported words, so that
    it can hardly stand for anybody but the speaker; an accuser never accuses itself.
    """
    report, source = path.report, path.source
    if report is None or source is None or source.mention is None or report.content is None or event.open_agent is None:
        return ()
    if source.kind in {SpeakerKind.PERSON, SpeakerKind.CIVILIANS, SpeakerKind.OUTLET, SpeakerKind.UNSPECIFIED_SOURCES}:
        return ()  # whoever speaks for an army is not the army
    first = event.open_agent in {"we", "i"}
    gerund = event.open_agent == "gerund" and report.act in {Modality.DENIED, Modality.ADMITTED}
    opens = event.clause.start <= report.content.start + OPENING and report.act not in BLAMING
    if not (gerund or first or (opens and event.open_agent != "gerund")) or event.polarity is Polarity.NEGATIVE:
        return ()
    own = modality in OWN_ACT
    return (Participant(Role.PERPETRATOR if own else Role.ALLEGED_PERPETRATOR, source.name, source.mention),)


def _accused(report: ReportMention, path: Path, document: Document) -> tuple[Participant, ...]:
    mutual = report.accused is not None and document.quote(report.accused).exact.lower() in {
        "each other",
        "one another",
        "the other",
    }
    if report.accused is not None and not mutual:
        words = document.quote(report.accused)
        name = words.exact.removeprefix("the ").removeprefix("The ")
        return (Participant(Role.ALLEGED_PERPETRATOR, name, words),)
    if report.distributed and path.source is not None:  # R-C4: each side means the other
        others = [s for s in report.sources if s.name != path.source.name]
        if len(others) == 1:
            return (Participant(Role.ALLEGED_PERPETRATOR, others[0].name, None, Status.IMPLIED_RECIPROCAL),)
    return ()
