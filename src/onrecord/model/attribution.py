"""Who says it, and through whom (METHOD B3)."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Quote

__all__ = ["Attribution", "Hop", "HopKind", "Scope", "Speaker", "SpeakerKind", "Style", "Voice"]


class Voice(StrEnum):
    """Whose words a claim is in."""

    NARRATOR = "narrator"
    """The outlet's own."""
    ATTRIBUTED = "attributed"
    """A speaker's, named or described."""
    UNSPECIFIED = "unspecified"
    """Hearsay: somebody's, but the text does not say whose."""


class Style(StrEnum):
    """How the text reports the words."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    NOMINAL = "nominal"
    VISUAL = "visual"
    NARRATOR = "narrator"


class Scope(StrEnum):
    """How sure it is that the attribution reaches the event."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"
    AMBIGUOUS = "ambiguous"


class HopKind(StrEnum):
    """A hop's place on the way from the origin to the reader (R-A1)."""

    ORIGIN = "origin"
    RELAY = "relay"
    PUBLISHER = "publisher"


class SpeakerKind(StrEnum):
    """What sort of speaker it is, as far as the text shows."""

    PERSON = "person"
    STATE = "state"
    STATE_ORGAN = "state_organ"
    ARMED_FORCES = "armed_forces"
    ARMED_GROUP = "armed_group"
    ORGANISATION = "organisation"
    INTERNATIONAL = "international"
    OUTLET = "outlet"
    UNSPECIFIED_SOURCES = "unspecified_sources"
    CIVILIANS = "civilians"
    IMAGES = "images"
    GROUP = "group"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Speaker:
    """One speaker of a hop.

    Attributes:
        name: The name it resolves to; for a pronoun, the speaker it stands for.
        mention: Where the text names it here, or None (the publisher, hearsay without a subject).
        kind: What sort of speaker.
        role: Public role as the text states it: "deputy mayor".
        affiliation: As the text states it: "Mariupol".
        bloc: Party side, from the user's table only; None without one.
        resolved_by: The rule that led from the mention to the name, None where the mention is the name.
    """

    name: str
    mention: Quote | None = None
    kind: SpeakerKind = SpeakerKind.UNKNOWN
    role: str | None = None
    affiliation: str | None = None
    bloc: str | None = None
    resolved_by: str | None = None


@dataclass(frozen=True, slots=True)
class Hop:
    """One station of a chain.

    Attributes:
        kind: Origin, relay or publisher.
        speakers: Who stands there; empty where the text does not say (hearsay).
    """

    kind: HopKind
    speakers: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose words a claim is in and how they came here.

    Attributes:
        voice: Narrator, attributed or unspecified.
        style: How the words are reported.
        scope: How sure the reach is.
        chain: Hops from origin to publisher; a narrator's claim has the publisher alone.
    """

    voice: Voice
    style: Style
    scope: Scope
    chain: tuple[Hop, ...]

    @property
    def origin(self) -> Hop:
        """The first hop: whose claim it is."""
        return self.chain[0]

    @property
    def relays(self) -> tuple[Hop, ...]:
        """The hops between origin and publisher."""
        return tuple(hop for hop in self.chain[1:] if hop.kind is HopKind.RELAY)
