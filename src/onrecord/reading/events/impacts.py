"""Verbs that no lexicon lists but that a weapon is the doer of: "was holed by tank rounds" (METHOD B5, R-E1)."""

from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.reading import syntax
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["impact"]

THINGS = frozenset({"facility", "structure", "place", "settlement", "vehicle", "aid_carrier", "military_target"})
LIVING = frozenset({"people", "force", "person", "protester", "count"})
TOUCHES = ("into", "through", "onto", "against")
"""Prepositions of what a projectile meets."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("event_typing")[name])


def impact(token: Token, layers: Layers) -> str | None:
    """Return the kind of an attack told by any physical verb with a weapon for its doer; None where there is none.

    Args:
        token: A verb in which no sense of the lexicons holds.
        layers: The document's layers.
    """
    if token.dep_ == "amod" or word(token) in _words("no_impact"):
        return None
    doer = syntax.agent_phrase(token)
    if doer is None or doer.i == token.i or not _strikes(doer):
        return None
    passive = syntax.is_passive(token)
    met = list(syntax.objects(token)) + [noun for _, noun in syntax.prepositional(token, *TOUCHES)]
    classes = frozenset().union(*(layers.classes.of(noun) for noun in met))
    if not classes & (THINGS | LIVING if passive else THINGS):
        return None
    return "ATTACK.FIRE" if word(doer) in {"bullet", "gunfire", "fire"} else "BOMBARDMENT"


def _strikes(doer: Token) -> bool:
    """Tell whether a noun is what a weapon sends; "fire" and "round" only with the weapon that sends it."""
    name = word(doer)
    if name in _words("strikers"):
        return True
    if name not in {"fire", "round", "strike", "attack"}:
        return False
    return any(word(child) in _words("sends") for child in syntax.children(doer, "compound", "amod", "nmod"))
