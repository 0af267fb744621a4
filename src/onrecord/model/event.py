"""What happened: the tree of event types and the roles of those in it (METHOD B5, B6)."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Quote

__all__ = ["EVENT_TYPES", "HARM", "Participant", "Role", "Status", "event_family", "is_event_type", "is_harm"]

EVENT_TYPES: dict[str, tuple[str, ...]] = {
    "ARMED_CLASH": (),
    "BOMBARDMENT": ("AIR", "DRONE", "SHELLING", "MISSILE", "UNSPECIFIED"),
    "ATTACK_ON_CIVILIANS": ("SHOOTING", "KILLING", "SEXUAL", "TORTURE"),
    "HEALTH_CARE_ATTACK": ("FACILITY", "TRANSPORT", "PERSONNEL", "PATIENTS", "SUPPLIES"),
    "HEALTH_FACILITY_MILITARISED": (),
    "ATTACK_ON_AID": ("PERSONNEL", "CONVOY"),
    "INFRASTRUCTURE_ATTACK": ("ENERGY", "WATER", "EDUCATION", "CULTURE", "NUCLEAR"),
    "ABDUCTION_DETENTION": (),
    "EXPLOSIVE_HAZARD": (),
    "UNCONVENTIONAL_WEAPON": (),
    "VIOLENCE_AGAINST_PROTESTERS": (),
    "INVASION": (),
    "TERRITORY_TAKEN": (),
    "TERRITORY_LOST": (),
    "SIEGE": (),
    "BLOCKADE": (),
    "WITHDRAWAL": (),
    "OCCUPATION_ACT": (),
    "CEASEFIRE": ("PROPOSED", "AGREED", "DECLARED", "IN_EFFECT", "HOLDING", "VIOLATION", "COLLAPSED", "EXTENDED",
                  "EXPIRED", "REJECTED"),
    "CORRIDOR": ("PROPOSED", "ANNOUNCED", "AGREED", "OPEN", "OBSTRUCTED", "CLOSED"),
    "EVACUATION": ("ANNOUNCED", "CONDUCTED", "IMPEDED", "OBSTRUCTED", "COMPLETED", "FORCED"),
    "HUMANITARIAN_SITUATION": (),
    "HUMANITARIAN_NEED": (),
    "HUMANITARIAN_RELIEF": (),
    "HUMANITARIAN_ACCESS_CONSTRAINT": (),
    "DISPLACEMENT": (),
    "POPULATION_FIGURE": (),
    "CASUALTIES": (),
    "DIPLOMACY": ("TALKS", "MEDIATION", "AGREEMENT", "STATEMENT", "OUTLOOK", "SANCTION", "EXPULSION", "UN_VOTE"),
    "PROTEST": (),
    "RIOT": (),
    "FOREIGN_FIGHTERS": (),
    "ARMS_TRANSFER": (),
    "MOBILISATION": (),
    "EVIDENCE_PUBLISHED": (),
    "INFORMATION_ENVIRONMENT": (),
    "CENSORSHIP": (),
    "SECURITY_SITUATION": (),
    "ACTOR_CHARACTERISATION": (),
}  # fmt: skip
"""METHOD B5's families with their subtypes; a type is ``FAMILY`` or ``FAMILY.SUBTYPE``."""


HARM = frozenset({
    "BOMBARDMENT", "ATTACK_ON_CIVILIANS", "HEALTH_CARE_ATTACK", "HEALTH_FACILITY_MILITARISED", "ATTACK_ON_AID",
    "INFRASTRUCTURE_ATTACK", "ABDUCTION_DETENTION", "EXPLOSIVE_HAZARD", "UNCONVENTIONAL_WEAPON",
    "VIOLENCE_AGAINST_PROTESTERS", "INVASION", "TERRITORY_TAKEN", "SIEGE", "BLOCKADE", "OCCUPATION_ACT",
    "CEASEFIRE.VIOLATION", "CORRIDOR.OBSTRUCTED", "EVACUATION.OBSTRUCTED", "EVACUATION.FORCED", "CASUALTIES",
    "HUMANITARIAN_ACCESS_CONSTRAINT", "CENSORSHIP",
})  # fmt: skip
"""Families and types whose agent does harm, so that naming one is an accusation (R-P1)."""


def event_family(event_type: str) -> str:
    """Return the part of a type before the dot.

    >>> event_family("CEASEFIRE.VIOLATION")
    'CEASEFIRE'
    """
    return event_type.partition(".")[0]


def is_harm(event_type: str) -> bool:
    """Tell whether the agent of such an event does harm, so that naming one is an accusation.

    >>> is_harm("CEASEFIRE.VIOLATION"), is_harm("CEASEFIRE.HOLDING")
    (True, False)
    """
    return event_type in HARM or event_family(event_type) in HARM


def is_event_type(event_type: str) -> bool:
    """Tell whether METHOD B5's tree holds this type."""
    family, dot, subtype = event_type.partition(".")
    return family in EVENT_TYPES and (not dot or subtype in EVENT_TYPES[family])


class Role(StrEnum):
    """The part that somebody or something plays in an event (METHOD B6)."""

    ALLEGED_PERPETRATOR = "alleged_perpetrator"
    PERPETRATOR = "perpetrator"
    ACCUSER = "accuser"
    DENIER = "denier"
    VICTIM = "victim"
    AFFECTED = "affected"
    EVACUEE = "evacuee"
    TARGET = "target"
    DECLARER = "declarer"
    PARTICIPANT = "participant"
    MEDIATOR = "mediator"
    HOST = "host"
    SIDE_A = "side_a"
    SIDE_B = "side_b"
    BENEFICIARY = "beneficiary"
    RECIPIENT = "recipient"
    AGENT_NEGATED = "agent_negated"
    WEAPON = "weapon"
    DAMAGE = "damage"

    @property
    def blames(self) -> bool:
        """True for the two roles that say who did harm."""
        return self in {Role.ALLEGED_PERPETRATOR, Role.PERPETRATOR}


class Status(StrEnum):
    """Whether the text says it; only what is stated counts for grading (R-P4)."""

    STATED = "stated"
    IMPLIED = "implied"
    IMPLIED_RECIPROCAL = "implied_reciprocal"


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody or something in an event, in the words of the text.

    Attributes:
        role: The part played.
        name: What the text calls it, without articles and evaluations (R-C6).
        mention: Where the text names it, None where it is implied.
        status: Stated or implied.
    """

    role: Role
    name: str
    mention: Quote | None = None
    status: Status = Status.STATED
