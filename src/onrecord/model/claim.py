"""The unit of the record: one proposition, by one chain of speakers, in one modality (METHOD B2)."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.attribution import Attribution
from onrecord.model.event import Participant
from onrecord.model.factuality import FactValue, Modality, Polarity
from onrecord.model.place import Place
from onrecord.model.quantity import Quantity
from onrecord.model.span import Quote
from onrecord.model.time import Interval

__all__ = ["Claim", "Quarantined", "ReaderInfo", "Tier"]


class Tier(StrEnum):
    """How directly the text makes the claim (R-C2)."""

    CORE = "core"
    """Asserted, attributed, planned, or stated as unknown."""
    SECONDARY = "secondary"
    """Presupposed by a modifier, or derived from "again"."""
    BACKGROUND = "background"
    """A characterisation of an actor or a place."""


@dataclass(frozen=True, slots=True)
class ReaderInfo:
    """What read a claim.

    Attributes:
        name: The reader.
        version: Its version.
        parameters_digest: Digest of the parameters, lexicons and gazetteer it used.
    """

    name: str
    version: str
    parameters_digest: str


@dataclass(frozen=True, slots=True)
class Claim:
    """What one chain of speakers is reported to have said about one event.

    Attributes:
        id: Digest of the content, see `onrecord.model.wire.claim_id`.
        document_id: Digest of the document it was read from.
        document: The name that the document was given as.
        tier: How directly the text makes it.
        evidence: Smallest continuous span with speaker, cue and content (R-C5).
        content: What is said, or None.
        cue: The word that makes it a report, or None.
        trigger: The word that names the event, or None.
        attribution: Whose words, through whom.
        modality: The speech act.
        polarity: Affirmed or negated.
        factuality: FactBank value for each source of the chain.
        event_type: A type of METHOD B5.
        participants: Who and what is in the event.
        places: Where, most specific first.
        time: When, or None where nothing is known.
        quantities: How many.
        flags: Rule ids and codes that need a reader's eye.
        reader: What read it.
    """

    id: str
    document_id: str
    document: str
    tier: Tier
    evidence: Quote
    content: Quote | None
    cue: Quote | None
    trigger: Quote | None
    attribution: Attribution
    modality: Modality
    polarity: Polarity
    factuality: tuple[FactValue, ...]
    event_type: str
    participants: tuple[Participant, ...]
    places: tuple[Place, ...]
    time: Interval | None
    quantities: tuple[Quantity, ...]
    flags: tuple[str, ...]
    reader: ReaderInfo


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A claim that broke a rule: kept with its reason, never shown, never lost.

    Attributes:
        claim: The claim as it was read.
        rule: The rule it broke, by its METHOD id: ``R-C5``.
        reason: What is wrong, in one sentence.
    """

    claim: Claim
    rule: str
    reason: str
