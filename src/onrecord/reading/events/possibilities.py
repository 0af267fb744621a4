"""What a clause is only weighed as (METHOD B4): "the possibility that S", "it could have been X that S".

Such a clause has the form of a statement, but the words above it keep it from being one: "do not rule out that S".
"""

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents, rights
from onrecord.reading.syntax import word

__all__ = ["only_possible"]


def only_possible(verb: Token) -> Token | None:
    """Return the word that makes a mere possibility of a clause, or None.

    Args:
        verb: Head of the clause.
    """
    above = verb.head
    marked = any(c.dep_ == "mark" and c.lower_ == "that" for c in dependents(verb))
    if verb.dep_ in {"acl", "ccomp", "relcl"} and marked and word(above) in lexicon("factuality")["possibilities"]:
        return above
    if verb.dep_ == "ccomp" and any(c.dep_ == "neg" for c in dependents(above)) and _excludes(above):
        return above
    if verb.dep_ == "relcl" and above.dep_ == "attr" and word(above.head) == "be":
        subject = syntax.subject(above.head)
        if subject is not None and subject.lower_ == "it":
            modals = lexicon("factuality")["predicted_modal"]
            return next((c for c in syntax.children(above.head, "aux") if c.lower_ in modals), None)
    return None


def _excludes(verb: Token) -> bool:
    return word(verb) in {"exclude", "discount"} or (
        word(verb) == "rule" and any(c.lower_ == "out" for c in rights(verb))
    )
