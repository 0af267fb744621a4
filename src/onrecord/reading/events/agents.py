"""Who acts in an event, as far as the words show: pronouns, quantities, peoples and what soldiers drive (R-E1)."""

from collections.abc import Iterator

from spacy.tokens import Token

from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["agents", "of_a_side"]

ACCUSING = frozenset({"accuse", "charge", "suspect", "blame", "convict", "condemn", "indict"})
REACH = 4
"""Links from a gerund up to the verb that accuses somebody of it."""
ANAPHORIC = frozenset({"it", "they", "we"})


def agents(token: Token) -> Iterator[Token]:
    """Yield who or what does it by the syntax, with what a pronoun or a quantity there stands for."""
    agent = syntax.agent_phrase(token)
    if agent is None:
        agent = _accused(token)
    if agent is not None:
        yield from syntax.conjuncts(agent)
        yield from _referent(agent)
        if agent.pos_ in {"NUM", "PRON", "DET"} or word(agent) in syntax.PARTITIVES:  # "one of the missiles tore into"
            yield from (whole for _, whole in syntax.prepositional(agent, "of"))


def _accused(token: Token) -> Token | None:
    """Return who is said to do it where a gerund hangs on an accusation: "accused the militia of keeping men"."""
    if token.dep_ != "pcomp":
        return None
    above = token.head
    for _ in range(REACH):
        if above.pos_ == "VERB" or above.head.i == above.i:
            break
        above = above.head
    if word(above) not in ACCUSING:
        return None
    if syntax.is_passive(above):
        return syntax.subject(above)
    return next(syntax.children(above, "dobj"), None)


def _referent(agent: Token) -> Iterator[Token]:
    """Yield whom a pronoun most likely stands for: the subject of a clause above it, or of the sentence before.

    "The army said it had thwarted"; "Rebels came at dawn. They captured the bridge."
    """
    if agent.lower_ not in ANAPHORIC:
        return
    above = agent.head
    while above.head.i != above.i:
        above = above.head
        found = next((c for c in dependents(above) if c.dep_ in syntax.SUBJECTS and c.i < agent.i), None)
        if found is not None and found.pos_ != "PRON":
            yield from syntax.conjuncts(found)
            return
    start = agent.sent.start
    before = agent.doc[start - 1].sent.root if start > 0 else None
    found = syntax.subject(before) if before is not None else None
    if found is not None and found.pos_ != "PRON":
        yield from syntax.conjuncts(found)


def of_a_side(noun: Token, layers: Layers) -> bool:
    """Tell whether a noun stands for a force: a people, or what soldiers drive; "the Serbs retook", "tanks rolled"."""
    people = noun.ent_type_ == "NORP" and noun.tag_ in {"NNPS", "NNS"}
    return people or "vehicle_of_war" in layers.classes.of(noun)
