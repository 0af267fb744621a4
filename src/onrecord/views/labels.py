"""Readable words for the types, modalities and kinds of METHOD B, as every view prints them."""

from onrecord.model.event import event_family
from onrecord.model.factuality import Modality
from onrecord.model.place import Precision

__all__ = ["EVENTS", "KINDS", "MODALITIES", "PRECISIONS", "event_words"]

EVENTS: dict[str, str] = {
    "ARMED_CLASH": "armed clash",
    "BOMBARDMENT": "bombardment",
    "BOMBARDMENT.AIR": "air strike",
    "BOMBARDMENT.DRONE": "drone strike",
    "BOMBARDMENT.SHELLING": "shelling",
    "BOMBARDMENT.MISSILE": "missile strike",
    "ATTACK_ON_CIVILIANS": "attack on civilians",
    "ATTACK_ON_CIVILIANS.SHOOTING": "shooting of civilians",
    "ATTACK_ON_CIVILIANS.KILLING": "killing of civilians",
    "ATTACK_ON_CIVILIANS.SEXUAL": "sexual violence",
    "ATTACK_ON_CIVILIANS.TORTURE": "torture",
    "HEALTH_CARE_ATTACK": "attack on health care",
    "HEALTH_CARE_ATTACK.FACILITY": "attack on a health facility",
    "HEALTH_CARE_ATTACK.TRANSPORT": "attack on medical transport",
    "HEALTH_CARE_ATTACK.PERSONNEL": "attack on health workers",
    "HEALTH_CARE_ATTACK.PATIENTS": "attack on patients",
    "HEALTH_CARE_ATTACK.SUPPLIES": "attack on medical supplies",
    "HEALTH_FACILITY_MILITARISED": "military use of a health facility",
    "ATTACK_ON_AID": "attack on aid",
    "ATTACK_ON_AID.PERSONNEL": "attack on aid workers",
    "ATTACK_ON_AID.CONVOY": "attack on an aid convoy",
    "INFRASTRUCTURE_ATTACK": "attack on infrastructure",
    "INFRASTRUCTURE_ATTACK.ENERGY": "attack on energy supply",
    "INFRASTRUCTURE_ATTACK.WATER": "attack on water supply",
    "INFRASTRUCTURE_ATTACK.EDUCATION": "attack on education",
    "INFRASTRUCTURE_ATTACK.CULTURE": "attack on culture or worship",
    "INFRASTRUCTURE_ATTACK.NUCLEAR": "attack on a nuclear site",
    "ABDUCTION_DETENTION": "abduction or detention",
    "EXPLOSIVE_HAZARD": "mine or explosive device",
    "UNCONVENTIONAL_WEAPON": "unconventional weapon",
    "VIOLENCE_AGAINST_PROTESTERS": "violence against protesters",
    "INVASION": "invasion",
    "TERRITORY_TAKEN": "territory taken",
    "TERRITORY_LOST": "territory lost",
    "SIEGE": "siege",
    "BLOCKADE": "blockade",
    "WITHDRAWAL": "withdrawal",
    "OCCUPATION_ACT": "act of occupation",
    "CEASEFIRE": "ceasefire",
    "CEASEFIRE.PROPOSED": "ceasefire proposed",
    "CEASEFIRE.AGREED": "ceasefire agreed",
    "CEASEFIRE.DECLARED": "ceasefire declared",
    "CEASEFIRE.IN_EFFECT": "ceasefire in effect",
    "CEASEFIRE.HOLDING": "ceasefire holding",
    "CEASEFIRE.VIOLATION": "violation of a ceasefire",
    "CEASEFIRE.COLLAPSED": "ceasefire over",
    "CEASEFIRE.EXTENDED": "ceasefire extended",
    "CEASEFIRE.EXPIRED": "ceasefire expired",
    "CEASEFIRE.REJECTED": "ceasefire rejected",
    "CORRIDOR": "corridor",
    "CORRIDOR.PROPOSED": "corridor proposed",
    "CORRIDOR.ANNOUNCED": "corridor announced",
    "CORRIDOR.AGREED": "corridor agreed",
    "CORRIDOR.OPEN": "corridor open",
    "CORRIDOR.OBSTRUCTED": "corridor obstructed",
    "CORRIDOR.CLOSED": "corridor closed",
    "EVACUATION": "evacuation",
    "EVACUATION.ANNOUNCED": "evacuation announced",
    "EVACUATION.CONDUCTED": "evacuation conducted",
    "EVACUATION.IMPEDED": "evacuation impeded",
    "EVACUATION.OBSTRUCTED": "evacuation obstructed",
    "EVACUATION.COMPLETED": "evacuation completed",
    "EVACUATION.FORCED": "forced evacuation",
    "HUMANITARIAN_SITUATION": "humanitarian situation",
    "HUMANITARIAN_NEED": "humanitarian need",
    "HUMANITARIAN_RELIEF": "humanitarian relief",
    "HUMANITARIAN_ACCESS_CONSTRAINT": "constraint on humanitarian access",
    "DISPLACEMENT": "displacement",
    "POPULATION_FIGURE": "population figure",
    "CASUALTIES": "casualties",
    "DIPLOMACY": "diplomacy",
    "DIPLOMACY.TALKS": "talks",
    "DIPLOMACY.MEDIATION": "mediation",
    "DIPLOMACY.AGREEMENT": "agreement",
    "DIPLOMACY.STATEMENT": "diplomatic statement",
    "DIPLOMACY.OUTLOOK": "diplomatic outlook",
    "DIPLOMACY.SANCTION": "sanction",
    "DIPLOMACY.EXPULSION": "expulsion",
    "DIPLOMACY.UN_VOTE": "vote at the UN",
    "PROTEST": "protest",
    "RIOT": "riot",
    "FOREIGN_FIGHTERS": "foreign fighters",
    "ARMS_TRANSFER": "arms transfer",
    "MOBILISATION": "mobilisation",
    "EVIDENCE_PUBLISHED": "evidence published",
    "INFORMATION_ENVIRONMENT": "state of information",
    "CENSORSHIP": "censorship",
    "SECURITY_SITUATION": "security situation",
    "ACTOR_CHARACTERISATION": "characterisation of an actor",
}
"""METHOD B5's types in the words that a reader sees; a subtype that is not here reads as its family."""

MODALITIES: dict[Modality, str] = {
    Modality.ASSERTED: "said",
    Modality.CONFIRMED: "confirmed",
    Modality.ADMITTED: "admitted",
    Modality.ALLEGED: "alleged",
    Modality.ACCUSED: "accused",
    Modality.DENIED: "denied",
    Modality.REPORTED: "reportedly",
    Modality.ANNOUNCED: "announced",
    Modality.PLANNED: "planned",
    Modality.PREDICTED: "predicted",
    Modality.CONDITIONAL: "conditional",
    Modality.DEMANDED: "demanded",
    Modality.CONDEMNED: "condemned",
    Modality.ASSESSED: "assessed",
    Modality.UNKNOWN_STATED: "said not known",
}
"""METHOD B4's speech acts in one word or two."""

KINDS: dict[str, str] = {
    "in_need": "in need",
    "population": "inhabitants",
    "money": "of money",
    "arms": "weapons",
}
"""Kinds of METHOD B9 whose code does not read as a word."""

PRECISIONS: dict[Precision, str] = {
    Precision.SITE: "site",
    Precision.SETTLEMENT: "settlement",
    Precision.NEAR: "near",
    Precision.ADM2: "district",
    Precision.ADM1: "province",
    Precision.REGION_FUZZY: "region",
    Precision.COUNTRY: "country",
    Precision.UNNAMED_SET_IN_COUNTRY: "unnamed places",
    Precision.INTERNATIONAL: "international",
    Precision.UNKNOWN: "precision not known",
}
"""METHOD B7's precisions in the words that a reader sees."""


def event_words(event_type: str) -> str:
    """Return a type in readable words.

    >>> event_words("BOMBARDMENT.SHELLING")
    'shelling'
    >>> event_words("BOMBARDMENT.UNSPECIFIED")
    'bombardment'
    """
    return EVENTS.get(event_type) or EVENTS.get(event_family(event_type)) or event_type.lower().replace("_", " ")
