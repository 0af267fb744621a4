"""What a reporting verb does not say: denied, unreal, declined, undecided, or told of another (METHOD R-X2, R-M2)."""

from dataclasses import replace

from spacy.tokens import Token

from onrecord.model.factuality import Modality
from onrecord.reading.attribution.cues import VerbCue, verb_cues, word_set
from onrecord.reading.dependents import dependents, lefts, rights

__all__ = ["nobody", "said"]

MARKS = frozenset({'"', "“", "”", "''", "``"})


def said(verb: Token, cue: VerbCue) -> VerbCue | None:
    """Return a cue with the act that its surroundings leave it, or None where nothing is reported."""
    if cue.lemma == "order" and _deed_of_another(verb):
        return None
    if cue.lemma in ("ask", "wonder") and any(_whether(c) for c in rights(verb)):
        return replace(cue, act=Modality.UNKNOWN_STATED)
    if _undecided(verb) and any(c.dep_ == "ccomp" for c in rights(verb)):
        return replace(cue, act=Modality.UNKNOWN_STATED)
    if _not_said(verb):
        return replace(cue, act=Modality.UNKNOWN_STATED) if _left_open(verb, cue) else None
    return replace(cue, act=Modality.UNKNOWN_STATED) if _no_evidence(verb) else cue


def nobody(subject: Token) -> bool:
    """Tell whether a subject says that nobody spoke: "no group claimed", "nobody said"."""
    # the World Health Organization is written like the pronoun
    one = (
        subject.lower_ == "one"
        and subject.i > 0
        and (subject.nbor(-1).text in MARKS or subject.nbor(-1).lower_ == "said")
    )
    return (subject.lower_ in word_set("nobody") and subject.text != "WHO" and not one) or any(
        c.lower_ in ("no", "neither") for c in lefts(subject)
    )


def _deed_of_another(verb: Token) -> bool:
    """Tell whether an order is told of somebody: "allege that the general ordered the killing", "of ordering S"."""
    deed = any(c.dep_ == "dobj" and c.lemma_ in word_set("deeds") for c in rights(verb))
    inside = verb.dep_ == "ccomp" and verb.head.lemma_ in verb_cues() and verb.head.i < verb.i
    return (inside and deed) or (verb.dep_ == "pcomp" and verb.tag_ == "VBG")


def _no_evidence(verb: Token) -> bool:
    """Tell whether a verb reports that nothing shows S: "found no evidence that S"."""
    thing = next((c for c in rights(verb) if c.dep_ == "dobj" and c.lemma_ in word_set("evidence")), None)
    return thing is not None and any(c.lower_ in ("no", "little") for c in lefts(thing))


def _undecided(verb: Token) -> bool:
    """Tell whether a verb is the last of "neither confirmed nor denied that S", "declined to confirm or deny S"."""
    before = verb.head
    pair = {verb.lemma_, before.lemma_} == {"confirm", "deny"} and verb.dep_ == "conj"
    return pair and (
        any(c.lower_ in ("nor", "neither") for c in (*dependents(before), *dependents(verb)))
        or before.head.lemma_ in word_set("declining")
        or any(c.dep_ == "neg" for c in dependents(before))
        or any(c.dep_ == "aux" and c.lower_ in word_set("unreal") for c in dependents(before))
    )


def _whether(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ in ("if", "whether") for c in lefts(clause))


def _left_open(verb: Token, cue: VerbCue) -> bool:
    """Tell whether what was not said stays open: "did not deny that S", "could not confirm that S" (R-M2)."""
    if cue.lemma not in word_set("deciding"):
        return False
    negated = any(c.dep_ == "neg" for c in dependents(verb))
    refused = verb.dep_ == "xcomp" and verb.head.lemma_ in word_set("declining")
    asked = ("ccomp", "dobj") if cue.act is Modality.DENIED else ("ccomp",)
    content = next((c for c in rights(verb) if c.dep_ in asked), None)
    question = content is not None and content.left_edge.tag_.startswith("W")  # "could not confirm where S"
    return (negated or refused) and content is not None and not question


def _not_said(verb: Token) -> bool:
    infinitive = False
    for child in dependents(verb):
        if child.dep_ == "xcomp" and child.lemma_ in word_set("anonymity"):
            return True
        if (
            child.dep_ == "neg"
            or (child.dep_ == "preconj" and child.lower_ == "neither")
            or (child.dep_ == "cc" and child.lower_ == "neither")
        ):
            return True
        if child.dep_ == "mark" and child.lower_ in ("if", "whether", "unless"):
            return True
        if child.dep_ == "aux" and child.i < verb.i:
            if child.lower_ in word_set("unreal") or (child.lower_ == "would" and _perfect(verb)):
                return True
            infinitive = infinitive or child.lower_ == "to"
    head = verb.head
    own = any(c.dep_ in ("nsubj", "nsubjpass") for c in dependents(verb))
    if verb.dep_ == "conj" and not own and any(c.lower_ == "nor" for c in dependents(head)):
        return True
    if infinitive or verb.dep_ in ("xcomp", "pcomp"):
        if head.lemma_ in word_set("declining"):
            return True
        return infinitive and head.lemma_ not in word_set("carried")
    return verb.dep_ == "conj" and head.dep_ == "xcomp" and head.head.lemma_ in word_set("declining")


def _perfect(verb: Token) -> bool:
    return any(
        c.dep_ == "aux" and c.lower_ == "have" for c in dependents(verb)
    )  # "would have said so": it was not said
