"""What an attack acted on, and with what (METHOD B5, B6; R-E2)."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.reading import syntax
from onrecord.reading.events.trigger_conditions import patients
from onrecord.reading.events.triggers import Trigger
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["DEFINITE", "PARTS", "Target", "find_target", "resolved", "weapon_of"]

DEFINITE = frozenset({"the", "this", "that"})
HOLES = frozenset({"hole", "crater", "gap", "gash", "breach", "damage", "dent"})
"""What a blow leaves in a building: "tore a hole in the wall of the clinic" hit the clinic."""
PARTS = frozenset(
    {"roof", "wall", "ward", "wing", "unit", "floor", "window", "ceiling", "entrance", "building", "courtyard"}
)
"""Parts of a building: their damage belongs to the attack just told of."""


@dataclass(frozen=True, slots=True)
class Target:
    """What an attack acted on.

    Attributes:
        tokens: Heads of the nouns.
        facility: Function of a facility among them, or None.
        classes: Classes of all of them together.
    """

    tokens: tuple[Token, ...]
    facility: str | None
    classes: frozenset[str]


def find_target(trigger: Trigger, layers: Layers) -> Target:
    """Return what the event acts on, with places a strike is said to have hit *in*: "fire near a hospital"."""
    acted_on = dict.fromkeys((*_patients(trigger, layers), *_undergoer(trigger)))
    nouns = [resolved(n, layers) for n in acted_on if not _is_weapon(n, layers)]
    if trigger.token.dep_ == "compound" or not nouns:
        nouns += _near_hit(trigger, layers) or _around(trigger, layers)
    facility = next((m.facility for noun in nouns if (m := layers.classes.place_at(noun)) and m.facility), None)
    classes = frozenset().union(*(layers.classes.of(noun) for noun in nouns))
    return Target(tuple(nouns), facility, classes)


def _patients(trigger: Trigger, layers: Layers) -> Iterator[Token]:
    """Yield what the syntax says was acted on; a partitive stands for its whole: "shelters, two of which were hit".

    A force that modifies an attack does it: "militia attacks".
    """
    blamed = trigger.nominal and trigger.token.dep_ == "dobj" and word(trigger.token.head) == "blame"
    for noun in (*patients(trigger.token), *_run_into(trigger), *_fired_over(trigger)):
        if blamed and noun.head.lower_ == "on":
            continue  # "blamed the raid on the coalition"
        if trigger.nominal and noun.dep_ in {"compound", "nmod"} and _only_force(noun, layers):
            continue
        yield noun
        yield from _whole_site(noun, layers)
        if word(noun) in HOLES:
            for _, holed in syntax.prepositional(noun, "in", "through"):
                yield holed
                yield from _whole_site(holed, layers)
        if noun.lower_ in {"alight", "ablaze", "aflame"}:  # "set fuel tanks alight", taken for one noun
            yield from syntax.children(noun, "compound", "nmod")
        if noun.pos_ in {"NUM", "PRON", "DET", "ADJ"}:
            for _, whole in syntax.prepositional(noun, "of"):
                antecedent = noun.head.head if whole.lower_ in {"which", "whom"} else whole
                yield antecedent


def _fired_over(trigger: Trigger) -> Iterator[Token]:
    """Yield what shots went past: "fired over an ambulance" is fire at it."""
    if trigger.kind == "ATTACK.FIRE" and not trigger.nominal:
        for _, noun in syntax.prepositional(trigger.token, "over", "above", "past", "around"):
            yield noun


def _run_into(trigger: Trigger) -> Iterator[Token]:
    """Yield what an active verb without an object ran into: "slammed into a depot", "tore through the wing"."""
    token = trigger.token
    if trigger.nominal or syntax.is_passive(token) or any(True for _ in syntax.objects(token)):
        return
    for _, noun in syntax.prepositional(token, "into", "through", "onto"):
        yield noun


def _whole_site(noun: Token, layers: Layers) -> Iterator[Token]:
    """Yield the site that a noun names a part of: "the roof of the clinic", "the school's windows"."""
    known = lexicon("event_typing")["by_target_word"]
    owners = [c for c in syntax.children(noun, "poss", "compound") if c.pos_ == "NOUN"]
    for whole in (*(n for _, n in syntax.prepositional(noun, "of")), *owners):
        found = layers.classes.place_at(whole) is not None and "facility" in layers.classes.of(whole)
        if found or word(whole) in known:
            yield whole


def _only_force(noun: Token, layers: Layers) -> bool:
    found = layers.classes.of(noun)
    return "force" in found and not found & {"structure", "facility", "place", "people"}


def _undergoer(trigger: Trigger) -> Iterator[Token]:
    """Yield the subject of words that tell what it went through: "the convoy came under fire"."""
    table = lexicon("event_typing")["undergoes"]
    if not trigger.nominal and word(trigger.token) in table:
        subject = syntax.subject(trigger.token)
    elif trigger.nominal and trigger.token.dep_ == "dobj" and word(trigger.token.head) in table:
        subject = syntax.subject(trigger.token.head)  # "the grid suffered damage"
    else:
        return
    if subject is not None:
        yield from syntax.conjuncts(subject)


def _is_weapon(noun: Token, layers: Layers) -> bool:
    found = layers.classes.of(noun)
    return "weapon" in found and not found & {"structure", "facility", "force", "people"}


def resolved(noun: Token, layers: Layers) -> Token:
    """Take "it" as the facility last spoken of, within this sentence and the one before."""
    if noun.lower_ not in {"it", "its"}:
        return noun
    start = noun.sent.start
    earlier = start if start == 0 else noun.doc[start - 1].sent.start
    before = [m for m in layers.places if m.facility and earlier <= m.head < noun.i]
    return layers.doc[before[-1].head] if before else noun


def _near_hit(trigger: Trigger, layers: Layers) -> list[Token]:
    """Return the facility that something came down beside: "a bomb fell near the hospital"; or what it is said of."""
    beside = syntax.prepositional(
        trigger.token, "near", "outside", "beside", "by", "in", "inside", "next", "off", "over"
    )
    near = [pair for name, noun in beside for pair in ((name, noun), *((name, w) for w in _whole_site(noun, layers)))]
    found = [n for _, n in near if layers.classes.place_at(n) is not None and "facility" in layers.classes.of(n)]
    if not found and trigger.kind == "DAMAGE" and not trigger.nominal:
        subject = syntax.subject(trigger.token)
        found = [subject, *(n for _, n in syntax.prepositional(subject, "of"))] if subject is not None else []
    return found


def _around(trigger: Trigger, layers: Layers) -> list[Token]:
    """Return the facility that a bare "damage" or "destroyed" must mean: the nearest one before it in the sentence."""
    if trigger.kind != "DAMAGE":
        return []
    start = trigger.token.sent.start
    before = [m for m in layers.places if m.facility and start <= m.head < trigger.token.i]
    return [layers.doc[before[-1].head]] if before else []


def weapon_of(trigger: Trigger, layers: Layers) -> Token | None:
    """Return the noun that names the weapon: a compound, the noun after "by" or "with", or the subject."""
    token = trigger.token
    for child in syntax.children(token, "compound", "amod", "nmod"):
        if word(child) in lexicon("event_typing")["by_weapon"] or "weapon" in layers.classes.of(child):
            return child
    agent = syntax.agent_phrase(trigger.predicate if not trigger.nominal else token)
    candidates = [] if agent is None or agent.i == token.i else [agent]
    candidates += [noun for _, noun in syntax.prepositional(token, "by", "with", "from")]
    return next((noun for noun in candidates if _is_weapon(noun, layers)), None)
