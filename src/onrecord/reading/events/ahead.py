"""What the shape of a clause puts ahead or behind: headlines, waiting, the first to do it (METHOD B4)."""

from spacy.tokens import Token

from onrecord.reading import syntax

__all__ = ["awaited", "behind", "headline_plan", "ranked"]

WAITING = frozenset({"when", "once", "until", "till", "before", "after"})
RANKS = frozenset({"first", "only", "last", "latest"})
PRESENT = frozenset({"VBZ", "VBP"})
PRESENT_AUXILIARIES = frozenset({"is", "are", "has", "have", "'s", "'re", "'ve", "’s", "’re", "’ve"})
PERFECT_AUXILIARIES = frozenset({"have", "has", "had", "'ve", "’ve", "'d", "’d"})


def headline_plan(verb: Token) -> Token | None:
    """Return the "to" of "Army to withdraw from border town": a sentence whose only verb is an infinitive is a plan.

    Args:
        verb: The predicate.
    """
    if verb.dep_ != "ROOT" or verb.tag_ not in {"VB", "VBN"} or not any(syntax.children(verb, "nsubj", "nsubjpass")):
        return None
    return next((c for c in syntax.children(verb, "aux") if c.lower_ == "to"), None)


def awaited(verb: Token) -> Token | None:
    """Return the word of waiting in "will leave once the army withdraws": the present after it is still to come.

    Whether it is still to come depends on the clause above, which is not looked at here.

    Args:
        verb: The predicate of the clause that may be waited for.
    """
    if verb.dep_ != "advcl":
        return None
    auxiliaries = {c.lower_ for c in syntax.children(verb, "aux", "auxpass")}
    if verb.tag_ not in PRESENT and not auxiliaries & PRESENT_AUXILIARIES:
        return None
    for child in syntax.children(verb, "mark", "advmod"):
        soon = child.lower_ == "as" and child.i > 0 and child.nbor(-1).lower_ == "soon"
        if child.i < verb.i and (child.lower_ in WAITING or soon):
            return child
    return None


def ranked(noun: Token) -> bool:
    """Tell whether an infinitive in relation to a noun says what happened: "was the third clinic to be hit".

    Args:
        noun: What it hangs on, not as a complement: "was the third attempt to halt" is none.
    """
    if noun.dep_ not in {"attr", "appos"}:
        return False
    return any(c.lower_ in RANKS or c.ent_type_ == "ORDINAL" for c in syntax.children(noun, "amod"))


def behind(verb: Token) -> bool:
    """Tell whether a verb is told as done, in the perfect: "had captured the town", "has released and sent home".

    Args:
        verb: The predicate.
    """
    while (
        verb.dep_ == "conj"
        and verb.tag_ in {"VBN", "VBD"}
        and not any(syntax.children(verb, "aux", "nsubj", "nsubjpass"))
    ):
        verb = verb.head
    auxiliaries = {c.lower_ for c in syntax.children(verb, "aux")}
    modal = any(c.tag_ in {"MD", "TO"} for c in syntax.children(verb, "aux"))
    return verb.tag_ == "VBN" and bool(auxiliaries & PERFECT_AUXILIARIES) and not modal
