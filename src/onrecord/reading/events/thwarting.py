"""What is denied, or cannot be done: negated, done by nobody, hung on "unable" or "failed" (METHOD R-M2)."""

from spacy.tokens import Token

from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["is_negated", "no_determiner", "thwarted"]

NO = frozenset({"no", "not", "n't", "never", "without", "neither", "nor", "none"})


def is_negated(token: Token) -> bool:
    """Tell whether a negation stands on the token itself, its auxiliaries or its determiner."""
    return any(child.dep_ == "neg" or (child.lower_ in NO and child.dep_ in {"det", "advmod", "preconj"})
               for child in dependents(token))  # fmt: skip


def no_determiner(noun: Token) -> bool:
    """Tell whether a noun is introduced by "no"."""
    return any(c.lower_ in {"no", "neither"} for c in dependents(noun)) or noun.left_edge.lower_ == "not"


def thwarted(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether something cannot be done: negated, nobody does it, or hung on "unable", "failed", "not able"."""
    del layers
    verb = token
    found = is_negated(verb) or (verb.dep_ == "acomp" and is_negated(verb.head))
    for _ in range(2):
        found = found or any(
            c.dep_ in syntax.SUBJECTS and (no_determiner(c) or _scarcely_any(c)) for c in dependents(verb)
        )
        if verb.dep_ != "xcomp" or found:
            break
        verb = verb.head
        found = word(verb) in THWARTING or is_negated(verb) or (verb.dep_ == "acomp" and is_negated(verb.head))
        found = found or (word(verb) in {"have", "be"} and any(c.lower_ == "yet" for c in dependents(verb)))
    return found is wanted


def _scarcely_any(noun: Token) -> bool:
    """Tell whether a subject is nobody or next to none: "fewer than one convoy in four", "hardly any aid"."""
    before = noun.doc[noun.left_edge.i : noun.i]
    few = (t for t in before if noun in {t.head, t.head.head})
    return noun.lower_ in {"nobody", "none"} or any(t.lower_ in SCARCE for t in few)


SCARCE = frozenset({"few", "fewer", "hardly", "scarcely"})


THWARTING = frozenset({"unable", "fail", "struggle", "refuse", "impossible", "difficult", "hard", "forbid"})
