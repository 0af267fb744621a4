"""Stand-off layers that reading lays over one document; claims are assembled from them.

Each mention knows its characters (`span`, for the record) and its tokens (`first`, `last`, `head`, for the rules that
join layers by syntax). Token numbers refer to the parse of the same document and mean nothing outside it.
"""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.attribution import Hop, Speaker, Style, Voice
from onrecord.model.claim import ReaderInfo, Tier
from onrecord.model.event import Participant
from onrecord.model.factuality import Certainty, Modality, Polarity
from onrecord.model.issue import Issue
from onrecord.model.place import Place
from onrecord.model.quantity import Quantity
from onrecord.model.span import Span
from onrecord.model.time import Interval

__all__ = [
    "EventMention",
    "PlaceKind",
    "PlaceMention",
    "QuantityMention",
    "Reading",
    "ReportMention",
    "TimeMention",
]


class PlaceKind(StrEnum):
    """What sort of words name a place."""

    TOPONYM = "toponym"
    """A proper name: Mariupol."""
    DEMONYM = "demonym"
    """An adjective or people: Ukrainian, Syrians. Says whose, never where (R-L2)."""
    FACILITY = "facility"
    """A named or described site: a maternity hospital."""
    GENERIC = "generic"
    """A common noun that stands for a place named before: the city."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words that name a place.

    Attributes:
        span: The words.
        first: First token.
        last: Token after the last.
        head: Syntactic head token.
        kind: What sort of words.
        place: What they resolve to; `Place.mention` holds the same words.
        metonym: True where a capital or seat stands for a state (R-P5); then it is not a place of anything.
        facility: Function of a facility (health, education, energy, water, ...), None for other kinds.
    """

    span: Span
    first: int
    last: int
    head: int
    kind: PlaceKind
    place: Place
    metonym: bool = False
    facility: str | None = None


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that say when.

    Attributes:
        span: The words, with their preposition where it decides the meaning (since, by, until, before).
        first: First token.
        last: Token after the last.
        head: Syntactic head token of the expression.
        governor: Token of the verb or noun that it modifies, as the parse has it, or None.
        interval: What it resolves to; None without a document date (never a guess).
        duration: True where the words only say how long or how often, and place nothing in time.
    """

    span: Span
    first: int
    last: int
    head: int
    governor: int | None
    interval: Interval | None
    duration: bool = False


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """Words that say how many.

    Attributes:
        span: The words of the count itself: "at least 17".
        first: First token.
        last: Token after the last.
        counted: Token of the noun that is counted, or None: "people".
        governor: Token of the predicate or noun that gives the kind: "hurt", "population"; or None.
        quantity: What they say; `Quantity.mention` holds the same words.
    """

    span: Span
    first: int
    last: int
    counted: int | None
    governor: int | None
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class ReportMention:
    """One attribution as the text makes it: source, cue, content (PARC3), with relays.

    Attributes:
        cue: The words that make it a report.
        cue_head: Token of the cue's head.
        act: The speech act that the cue names.
        style: How the words are reported.
        voice: Attributed, or unspecified for hearsay.
        sources: Who says it. Several where a plural speaker is distributed (R-C3): each makes a claim of its own.
        source: The words that name the source, or None.
        content: The words that are reported, or None.
        relays: Stations between source and publisher that these same words name, nearest the source first.
        evidence: Smallest continuous span of source, cue, content and relays.
        accused: The words that name who is accused, for ACCUSED; or None.
        accused_head: Token of its head.
        distributed: True where `sources` came from one plural mention such as "both sides" (R-C3).
        flags: Rule ids that need a reader's eye: ``unresolved_pronoun``.
        points_back: True where the content only points to what was told before: "denied this", "the accusation".
    """

    cue: Span
    cue_head: int
    act: Modality
    style: Style
    voice: Voice
    sources: tuple[Speaker, ...]
    source: Span | None
    content: Span | None
    relays: tuple[Hop, ...]
    evidence: Span
    accused: Span | None = None
    accused_head: int | None = None
    distributed: bool = False
    flags: tuple[str, ...] = ()
    points_back: bool = False


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as the text words it, with everything that its own clause says about it.

    Attributes:
        trigger: The word that names the event.
        head: Its token.
        event_type: A type of METHOD B5.
        tier: How directly the text makes it.
        clause: The words of the event's own clause or noun phrase, without an enclosing report.
        participants: Who and what; perpetrators carry `Role.PERPETRATOR` until assembly applies R-P3.
        places: Where, most specific first.
        time: When, or None.
        quantities: How many.
        polarity: Negated or not (R-M2).
        own_modality: What the clause itself says: PLANNED, PREDICTED, CONDITIONAL, UNKNOWN_STATED, ...; else None.
        modal_cue: The words that say so, or None.
        hedge: How far hedges lower whoever speaks (R-M1).
        flags: Codes that need a reader's eye.
        definite: True for "the strike", "this raid": a noun that goes back to what was told before.
        open_agent: Where the doer is left to the clause above: ``gerund`` ("denied shelling"), or the pronoun that
            stands as subject ("said it had shelled"); None where the words name the doer or nobody.
        done: True where its own verb tells it as done: "has released 40 prisoners".
    """

    trigger: Span
    head: int
    event_type: str
    tier: Tier
    clause: Span
    participants: tuple[Participant, ...] = ()
    places: tuple[Place, ...] = ()
    time: Interval | None = None
    quantities: tuple[Quantity, ...] = ()
    polarity: Polarity = Polarity.POSITIVE
    own_modality: Modality | None = None
    modal_cue: Span | None = None
    hedge: Certainty = Certainty.CERTAIN
    flags: tuple[str, ...] = ()
    definite: bool = False
    open_agent: str | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read in one document.

    Attributes:
        reader: What read it.
        sentences: Sentence spans in order.
        reports: Attributions, in order of their cues.
        events: Events, in order of their triggers.
        issues: What could not be resolved.
    """

    reader: ReaderInfo
    sentences: tuple[Span, ...]
    reports: tuple[ReportMention, ...]
    events: tuple[EventMention, ...]
    issues: tuple[Issue, ...] = ()
