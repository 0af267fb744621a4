"""Give an event its type by what was hit, who was hit and with what (METHOD B5; R-E1 to R-E4)."""

from collections.abc import Callable

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.model.event import is_event_type
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.events.targets import DEFINITE, PARTS, Target, resolved, weapon_of
from onrecord.reading.events.triggers import Trigger
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["event_type"]

TARGETED = ("ATTACK", "DAMAGE", "BOMBARDMENT", "EXPLOSIVE_HAZARD")
HIDDEN = frozenset({"ATTACK", "DAMAGE", "BOMBARDMENT"})


def event_type(trigger: Trigger, target: Target, layers: Layers, previous: str | None) -> str | None:
    """Return the type of METHOD B5, or None where the words do not carry an event after all.

    Args:
        trigger: The word and what the lexicon says of it.
        target: What it acts on.
        layers: The document's layers.
        previous: Type of the last attack that the text told of, for "the attack" without a target.
    """
    kind = trigger.kind
    if kind == "DAMAGE" and _by_nature(trigger, layers):
        return None
    if kind in BY_CONTEXT:
        return BY_CONTEXT[kind](trigger, target, layers)
    if kind.startswith("ATTACK_ON_CIVILIANS"):
        return _on_civilians(kind, target)
    if kind.startswith(TARGETED):
        return _attack(trigger, target, layers, previous)
    if kind == "ARMED_CLASH" and trigger.token.dep_ == "compound":
        return None
    return kind if is_event_type(kind) else None


def _on_civilians(kind: str, target: Target) -> str:
    """Violence against people: against care or aid workers where the words say so; killed soldiers are casualties."""
    if "protester" in target.classes:
        return "VIOLENCE_AGAINST_PROTESTERS"
    if target.classes & {"health_people", "aid_people"}:
        people: dict[str, str] = lexicon("event_typing")["by_people"]
        return next(name for group, name in people.items() if group in target.classes)
    soldiers = "force" in target.classes and not target.classes & {"civilian", "people"}
    return "CASUALTIES" if soldiers and kind == "ATTACK_ON_CIVILIANS.KILLING" else kind


def _militarised(trigger: Trigger, target: Target, layers: Layers) -> str:
    del target
    nouns = [t for t in trigger.token.subtree if t.pos_ in {"NOUN", "PROPN"}]
    nouns += [resolved(t, layers) for t in trigger.token.subtree if t.lower_ in {"it", "its"}]
    functions = {m.facility for noun in nouns if (m := layers.classes.place_at(noun)) is not None}
    named = {word(noun) for noun in nouns}
    if "health" in functions or named & {"hospital", "clinic", "ward"}:
        return "HEALTH_FACILITY_MILITARISED"
    return "MOBILISATION" if word(trigger.token) in lexicon("event_typing")["emplaces"] else "OCCUPATION_ACT"


def _looting(trigger: Trigger, target: Target, layers: Layers) -> str:
    del layers
    table = lexicon("event_typing")
    if _agency_store(trigger, target):
        return "ATTACK_ON_AID"
    if any(_aid(noun, table) or word(noun) in {"convoy", "aid"} for noun in target.tokens):
        return "ATTACK_ON_AID"
    return _by_target(target, table) or "OCCUPATION_ACT"


def _agency_store(trigger: Trigger, target: Target) -> bool:
    """Tell whether an agency says that its own store was emptied: "accused men of emptying its main warehouse"."""
    own = [n for n in target.tokens if any(c.lower_ in {"its", "their", "our"} for c in dependents(n))]
    named = {word(t) for t in trigger.token.sent}
    return any(word(n) in STORES for n in own) and not named.isdisjoint(AGENCIES)


STORES = frozenset({"warehouse", "depot", "store", "storehouse", "silo", "granary", "storeroom", "stock"})


def _facility_down(trigger: Trigger, target: Target, layers: Layers) -> str | None:
    """A hospital that has closed or is overwhelmed is a state of need; a shop that has closed is no event."""
    subject = syntax.subject(trigger.predicate)
    nouns = [*target.tokens, *((subject,) if subject is not None else ())]
    nouns += [
        whole for noun in nouns for _, whole in syntax.prepositional(noun, "of", "at", "in")
    ]  # "nine of the wards"
    functions = {m.facility for noun in nouns if (m := layers.classes.place_at(noun)) is not None}
    vital = functions & {"health", "water", "energy", "food", "education", "aid"} or any(
        word(n) in {"hospital", "ward"} or any(word(c) == "surgical" for c in dependents(n)) for n in nouns
    )
    return "HUMANITARIAN_SITUATION" if vital else None


AGENCIES = frozenset({"aid", "agency", "charity", "programme", "program", "un", "relief", "cross"})
"""Words in the name of whoever brings relief."""


def _relief_stopped(trigger: Trigger, target: Target, layers: Layers) -> str | None:
    """Relief that stops or resumes is relief, lessons that do are a state; whatever else halts is no event here."""
    del target, layers
    subject = syntax.subject(trigger.token)
    told = list(syntax.objects(trigger.token))
    if not told and subject is not None and word(subject) in {"flight"} | SCHOOLING:
        told = [subject]  # "relief flights resumed"; what else resumes is told by its noun
    nouns = {word(t) for noun in told for t in (syntax.antecedent(noun), *noun.subtree)}
    if nouns & SCHOOLING:
        return "HUMANITARIAN_SITUATION"
    if nouns & CARRIERS and word(trigger.token) == "stop" and any(True for _ in syntax.objects(trigger.token)):
        return "HUMANITARIAN_ACCESS_CONSTRAINT"  # "stopped the food trucks"
    relief = nouns & {
        "aid",
        "delivery",
        "relief",
        "distribution",
        "assistance",
        "humanitarian",
        "mission",
        "convoy",
        "handout",
        "ration",
    }
    agency = subject is not None and any(word(t) in AGENCIES for t in subject.subtree)
    working = nouns & {"operation", "work", "activity", "service", "flight"}
    return (
        "HUMANITARIAN_RELIEF" if relief or (working and (agency or subject is None or subject.pos_ == "PRON")) else None
    )


CARRIERS = frozenset({"ambulance", "truck", "lorry"})
"""What is stopped on its way, not wound up."""
SCHOOLING = frozenset({"lesson", "schooling", "class", "vaccination", "immunisation"})
"""What a war interrupts besides relief."""


def _service_cut(trigger: Trigger, target: Target, layers: Layers) -> str | None:
    """Light and water are infrastructure; lines of news are information, and censorship where somebody cut them."""
    del target
    if _by_nature(trigger, layers):
        return None
    words = {word(t) for t in trigger.token.subtree} | {word(c) for c in dependents(trigger.token)}
    if words & {"power", "electricity", "gas", "heating", "dark", "darkness", "light", "grid"}:
        return "INFRASTRUCTURE_ATTACK.ENERGY"
    if "water" in words:
        return "INFRASTRUCTURE_ATTACK.WATER"
    if words & set(lexicon("event_typing")["lines_of_news"]):
        doer = None if trigger.nominal else syntax.agent_phrase(trigger.token)
        by_power = doer is not None and layers.classes.of(doer) & {"force", "official"}
        return "CENSORSHIP" if by_power else "INFORMATION_ENVIRONMENT"
    return "INFRASTRUCTURE_ATTACK"


def _by_nature(trigger: Trigger, layers: Layers) -> bool:
    """Tell whether fire, flood or storm did it and no weapon or force is spoken of in the sentence."""
    causes = lexicon("event_typing")["natural_causes"]
    doer = syntax.agent_phrase(trigger.token) if not trigger.nominal else None
    by = [noun for _, noun in syntax.prepositional(trigger.token, "by", "from")]
    by += [c for prep in syntax.children(trigger.token, "agent", "prep") for c in syntax.children(prep, "pcomp")]
    if not any(word(t) in causes for t in (*by, *((doer,) if doer is not None else ()))):
        return False
    nouns = (t for t in trigger.token.sent if t.pos_ in {"NOUN", "PROPN"} and word(t) not in causes)
    return not any(layers.classes.of(t) & {"weapon", "force"} for t in nouns)


def _entered(trigger: Trigger, target: Target, layers: Layers) -> str:
    del trigger, layers
    return "HEALTH_CARE_ATTACK.FACILITY" if target.facility == "health" else "OCCUPATION_ACT"


def _violence(trigger: Trigger, target: Target, layers: Layers) -> str | None:
    del target, layers
    words = {t.lower_ for t in syntax.clause_root(trigger.token).subtree}
    if words & {"protesters", "demonstrators", "protest", "protests", "crowd", "protestors"}:
        return "VIOLENCE_AGAINST_PROTESTERS"
    if word(trigger.token) == "violence":
        return "ATTACK_ON_CIVILIANS" if words & {"civilians", "women", "people"} else "ARMED_CLASH"
    return None


BY_CONTEXT: dict[str, Callable[[Trigger, Target, Layers], str | None]] = {
    "MILITARISED": _militarised,
    "LOOTING": _looting,
    "FACILITY_DOWN": _facility_down,
    "RELIEF_STOPPED": _relief_stopped,
    "SERVICE_CUT": _service_cut,
    "FACILITY_ENTERED": _entered,
    "VIOLENCE": _violence,
}
"""Kinds of the lexicon that are no types of METHOD B5 yet, each with the rule that makes one."""


def _attack(trigger: Trigger, target: Target, layers: Layers, previous: str | None) -> str | None:
    table = lexicon("event_typing")
    by_target = _by_target(target, table)
    if by_target is not None:
        return by_target
    if "protester" in target.classes and trigger.kind.startswith("ATTACK"):
        return "VIOLENCE_AGAINST_PROTESTERS"
    weapon = weapon_of(trigger, layers)
    means = _means(trigger, weapon)
    if trigger.kind == "ATTACK.THROWN":  # by hand: a petrol bomb is no air strike
        return _plain_attack(trigger, target, previous, layers)
    shot = weapon is not None and word(weapon) in table["firearms"] and target.classes & {"people", "force"}
    if trigger.kind == "ATTACK.FIRE" or shot:
        return _shooting(target, trigger, means, table)
    by_means = _by_means(trigger, target, weapon, means)
    if by_means is not None:
        return by_means
    if trigger.kind == "DAMAGE":
        return _damage(trigger, target, previous, layers)
    return _plain_attack(trigger, target, previous, layers)


def _by_means(trigger: Trigger, target: Target, weapon: Token | None, means: set[str]) -> str | None:
    table = lexicon("event_typing")
    if trigger.kind.startswith("EXPLOSIVE_HAZARD"):
        return trigger.kind
    if trigger.kind in HIDDEN and _hidden(trigger, weapon, means):
        return "EXPLOSIVE_HAZARD"
    subtype = next((table["by_weapon"][m] for m in means if m in table["by_weapon"]), None)
    if trigger.kind.startswith("BOMBARDMENT") and ("." in trigger.kind or subtype is None):
        demolished = trigger.kind == "BOMBARDMENT" and _demolished(trigger, target)
        return "INFRASTRUCTURE_ATTACK" if demolished else trigger.kind
    return None if subtype is None else f"BOMBARDMENT.{subtype}"


def _hidden(trigger: Trigger, weapon: Token | None, means: set[str]) -> bool:
    """Tell whether the means was hidden rather than sent: a mine, a car bomb; what a blast destroyed is no means."""
    hazards = set(lexicon("event_typing")["hazards"])
    if trigger.nominal:
        return bool(means & hazards)
    if weapon is None:
        return False
    return not hazards.isdisjoint({word(weapon), *(word(c) for c in syntax.children(weapon, "compound", "amod"))})


def _means(trigger: Trigger, weapon: Token | None) -> set[str]:
    means = {word(child) for child in syntax.children(trigger.token, "compound", "amod", "nmod")}
    if weapon is not None:
        means |= {word(weapon), *(word(child) for child in syntax.children(weapon, "compound", "amod"))}
    if not trigger.nominal:
        return means | {word(noun) for noun in syntax.objects(trigger.token)}
    if trigger.token.dep_ == "dobj":  # "warplanes carried out raids"
        doer = syntax.agent_phrase(trigger.predicate) if trigger.predicate.pos_ == "VERB" else None
        means |= {word(doer)} if doer is not None else set()
    return means


def _by_target(target: Target, table: dict[str, dict[str, str]]) -> str | None:
    if target.facility in table["by_facility"]:
        return table["by_facility"][target.facility]
    for noun in target.tokens:
        found = table["by_target_word"].get(word(noun))
        if found is None or (found == "ATTACK_ON_AID.CONVOY" and not _aid(noun, table)):
            continue
        return found
    if any("people" in target.classes and _of_aid(noun, table) for noun in target.tokens):
        return table["by_people"]["aid_people"]
    utility = next((found for noun in target.tokens if (found := _utility(noun))), None)
    return utility or next((kind for name, kind in table["by_people"].items() if name in target.classes), None)


def _utility(noun: Token) -> str | None:
    """Return the type for works that only their modifier explains: "energy infrastructure", "the power system"."""
    table = lexicon("event_typing")
    if word(noun) not in table["utility_heads"]:
        return None
    named = (word(child) for child in syntax.children(noun, "compound", "amod", "nmod"))
    found = next((table["utilities"][name] for name in named if name in table["utilities"]), None)
    return str(found) if found is not None else None


def _of_aid(noun: Token, table: dict[str, dict[str, str]]) -> bool:
    """Tell whether people work for relief by what modifies them: "two Red Cross delegates"."""
    return any(
        word(child) in table["aid_organisations"] or child.lower_ in table["aid_organisations"]
        for child in syntax.children(noun, "compound", "nmod", "amod")
    )


def _aid(noun: Token, table: dict[str, dict[str, str]]) -> bool:
    return any(word(t) in table["aid_words"] or t.lower_ in table["aid_words"] for t in noun.subtree)


def _shooting(target: Target, trigger: Trigger, means: set[str], table: dict[str, dict[str, str]]) -> str:
    if "protester" in target.classes:
        return "VIOLENCE_AGAINST_PROTESTERS"
    if target.classes & {"force"} and "civilian" not in target.classes:
        return "ARMED_CLASH"
    if word(trigger.token) == "come" and not target.classes & {"people", "vehicle", "force"}:
        return "BOMBARDMENT"  # "the town came under fire"
    works = target.classes & {"place", "settlement", "structure", "facility"}
    built = works and not target.classes & {"people", "vehicle"}
    if built and not means & set(table["firearms"]) and not _agent_words(trigger) & set(table["small_arms"]):
        return "BOMBARDMENT"
    return "ATTACK_ON_CIVILIANS.SHOOTING"


def _agent_words(trigger: Trigger) -> set[str]:
    """Return the words that name who does it: the subject, the noun after "by", or what modifies an event noun."""
    if trigger.nominal:
        phrases = [noun for _, noun in syntax.prepositional(trigger.token, "by")]
        return {word(noun) for noun in (*phrases, *syntax.children(trigger.token, "compound", "poss", "amod"))}
    undergoing = word(trigger.token) in lexicon("event_typing")["undergoes"]
    agent = syntax.agent_phrase(trigger.token) if not undergoing else None
    return {word(noun) for noun in syntax.conjuncts(agent)} if agent is not None else set()


def _damage(trigger: Trigger, target: Target, previous: str | None, layers: Layers) -> str | None:
    if _demolished(trigger, target):
        return "INFRASTRUCTURE_ATTACK"
    part = any(word(noun) in PARTS for noun in target.tokens)
    if part and previous is not None:
        return previous
    if target.classes & {"structure", "facility", "place", "settlement", "aid_carrier"}:
        return "BOMBARDMENT"
    if "people" in target.classes:
        return "ATTACK_ON_CIVILIANS"
    doer = None if trigger.nominal else syntax.agent_phrase(trigger.token)
    if doer is not None and "aircraft" in layers.classes.of(doer):
        return "BOMBARDMENT.AIR"
    if doer is not None and layers.classes.of(doer) & {"weapon", "force"}:
        return "BOMBARDMENT"
    return previous if trigger.nominal else None


def _demolished(trigger: Trigger, target: Target) -> bool:
    """Tell whether works that carry traffic were brought down by hand: "militiamen demolished the crossing"."""
    table = lexicon("event_typing")
    works = any(word(noun) in table["works_of_passage"] for noun in target.tokens)
    return works and word(trigger.token) in table["demolishes"]


def _plain_attack(trigger: Trigger, target: Target, previous: str | None, layers: Layers) -> str:
    """Type an attack that names no weapon: by whom or what it struck, else as the attack last told of."""
    definite = any(child.lower_ in DEFINITE for child in dependents(trigger.token))
    if not target.tokens and definite and previous not in {None, "INFRASTRUCTURE_ATTACK"}:
        return previous
    if word(trigger.token) in {"assault", "onslaught"} and not target.classes & {"people", "facility", "structure"}:
        return "ARMED_CLASH"
    if target.classes & {"people"} and "force" not in target.classes - {"people"}:
        return "ATTACK_ON_CIVILIANS"
    if "force" in target.classes or "military_target" in target.classes:
        return "ARMED_CLASH"
    if not target.tokens and any(child.lower_ in {"a", "an"} for child in dependents(trigger.token)):
        people = any("people" in layers.classes.of(t) for t in trigger.token.sent if t.pos_ == "NOUN")
        return "ATTACK_ON_CIVILIANS" if people else "BOMBARDMENT"
    on_foot = bool(_agent_words(trigger) & set(lexicon("event_typing")["on_foot"]))
    if target.classes & {"structure", "facility", "place", "settlement"}:
        return "ATTACK_ON_CIVILIANS" if on_foot else "BOMBARDMENT"
    if previous is not None and trigger.nominal:
        return previous
    told = {word(t) for t in trigger.token.sent if t.pos_ == "NOUN"}
    return "ATTACK_ON_CIVILIANS" if on_foot or told & set(lexicon("event_typing")["on_foot"]) else "BOMBARDMENT"
