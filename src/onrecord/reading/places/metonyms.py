"""Tell a capital or state that acts from a place where something happens, and an origin from a scene (R-P5, R-L2)."""

from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.reading import PlaceMention
from onrecord.reading.dependents import dependents

__all__ = ["is_origin", "speaks_for_state"]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("toponyms")[name])


def speaks_for_state(head: Token) -> bool:
    """Tell whether the name that `head` heads is used for a state as an actor (R-P5).

    It is where it is the subject of a verb of speech or diplomacy, stands after "between ... and" or "talks with", is
    the agent of a passive, or owns what only a state owns ("Moscow's troops").
    """
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    above = head.head
    if head.dep_ in {"nsubj", "nsubjpass"}:
        return above.lemma_.lower() in _words("state_verbs") or _auxiliary_to_state_verb(above)
    if head.dep_ == "pobj":
        return _after_preposition(above)
    if head.dep_ in {"poss", "nmod", "compound"}:
        return head.dep_ == "poss" and above.lemma_.lower() in _words("state_possessions")
    return False


def _auxiliary_to_state_verb(verb: Token) -> bool:
    """Follow "is ready to negotiate", "began to withdraw" to the verb that matters."""
    return any(child.dep_ == "xcomp" and child.lemma_.lower() in _words("state_verbs") for child in dependents(verb))


def _after_preposition(preposition: Token) -> bool:
    if preposition.dep_ == "agent":
        return True
    word, governor = preposition.lower_, preposition.head
    if word == "between":
        return governor.lemma_.lower() in _words("state_nouns") or governor.pos_ in {"VERB", "AUX"}
    return word in {"with", "against"} and governor.lemma_.lower() in _words("state_nouns") | _words("state_verbs")


def is_origin(doc: Doc, mention: PlaceMention) -> bool:
    """Tell whether a place is only where somebody or something came from (R-L2): "volunteers from Europe".

    What people were evacuated or driven from is where that happened, so it is no origin.

    Args:
        doc: The parse that the mention was read in.
        mention: A place of that document.
    """
    if mention.first < 1:
        return False
    head = doc[mention.head]
    while head.dep_ == "conj" and head.head.i != head.i:
        head = head.head
    above = head.head
    while head.dep_ in {"compound", "nmod", "appos", "poss"} and above.i != head.i:
        head, above = above, above.head
    if above.lower_ != "from" or above.dep_ not in {"prep", "pcomp"}:
        return False
    governors = (above.head, above.head.head, above.head.head.head)
    return not any(governor.lemma_.lower() in _words("removals") for governor in governors)
