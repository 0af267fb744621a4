"""Who stands as the subject of a reporting verb, with repairs where the parse lost it (METHOD R-A2)."""

from spacy.tokens import Token

from onrecord.reading.contents import speaks_on
from onrecord.reading.cues import verb_cues
from onrecord.reading.phrases import conjuncts
from onrecord.reading.sentences import sentence_of

__all__ = ["NOMINAL", "speakers_of", "subject_of"]

NOMINAL = ("NOUN", "PROPN", "PRON")
SUBJECT = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
CLAUSAL = frozenset({"advcl", "xcomp", "pcomp", "prep", "dep", "conj"})
SKIPPED = frozenset({"AUX", "ADV", "PART", "PUNCT", "SPACE"})


def speakers_of(verb: Token) -> tuple[int, ...]:
    """Return the heads of all phrases that stand as subject of a reporting verb: one for each conjoined speaker."""
    head = subject_of(verb)
    return tuple(t.i for t in conjuncts(head) if t.i < verb.i or head.i > verb.i) if head is not None else ()


def subject_of(verb: Token) -> Token | None:
    """Return who does what a verb says, also across conjunction, relative and participle clauses, or None."""
    own = _own(verb)
    if own is not None:
        return _antecedent(own, verb) if own.lower_ in RELATIVE and verb.dep_ in ("relcl", "ccomp", "acl") else own
    agent = _agent(verb)
    if agent is not None:
        return agent
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOMINAL:
        return verb.head
    if verb.dep_ in CLAUSAL:
        above = _above(verb)
        while above.dep_ in ("prep", "pcomp") and above.pos_ not in ("VERB", "AUX"):
            above = above.head
        if above.pos_ in ("VERB", "AUX") and above is not verb:
            shared = _own(above) if _own(above) is not None else subject_of(above) if above.dep_ in (*CLAUSAL, "acl", "relcl") else None
            if shared is not None:
                return _antecedent(shared, above) if shared.lower_ in RELATIVE else shared
    return _before(verb) or _after(verb)


def _above(verb: Token) -> Token:
    """Return the verb whose subject a dependent verb shares; a further cue of one speaker shares the first cue's."""
    above = verb.head
    participle = verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    if above.dep_ == "ccomp" and above.head.lemma_ in verb_cues() and (participle or speaks_on(verb)):
        return above.head
    return above


def _own(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECT and child.pos_ != "SPACE"), None)


def _antecedent(relative: Token, verb: Token) -> Token:
    if verb.head.pos_ in NOMINAL and verb.head.i < verb.i:
        return verb.head
    before = next((t for t in reversed(list(verb.doc[max(0, relative.i - 8) : relative.i])) if t.pos_ in NOMINAL), None)
    return _head(before, verb.i) if before is not None else relative


def _agent(verb: Token) -> Token | None:
    """Return the agent of a passive: "it was reported by the agency that"."""
    by = next((child for child in verb.children if child.dep_ == "agent"), None)
    return next((child for child in by.children if child.dep_ == "pobj"), None) if by is not None else None


def _before(verb: Token) -> Token | None:
    """Return the noun phrase right before a verb whose subject the parse attached elsewhere.

    ``Speaking to the radio, Anna Lind, the mayor, said``: the parse may hang *Lind* under *radio*.
    """
    index = verb.i - 1
    while index >= sentence_of(verb).start and verb.doc[index].pos_ in SKIPPED:
        index -= 1
    if index < sentence_of(verb).start or verb.doc[index].pos_ not in NOMINAL:
        return None
    return _head(verb.doc[index], verb.i)


def _head(token: Token, limit: int) -> Token:
    """Climb from the last word of a phrase to its head, and from an apposition to what it explains."""
    comma = False
    while token.dep_ in ("compound", "pobj", "prep", "appos", "nmod", "poss", "amod") and token.head.i < limit:
        comma = comma or token.dep_ == "appos"
        above = token.head
        if token.dep_ in ("pobj", "prep") and above.pos_ in ("VERB", "AUX"):
            break
        if any(t.text == "," for t in token.doc[above.i : token.i]) and token.dep_ != "appos":
            break
        token = above
    return token if token.pos_ in NOMINAL else token.doc[limit - 1] if token.doc[limit - 1].pos_ in NOMINAL else token


def _after(verb: Token) -> Token | None:
    """Return the subject of an inverted verb, ``"...," said the mayor``, where the parse took it for something else."""
    if verb.i == sentence_of(verb).start or verb.nbor(-1).text not in ',"”’\'':
        return None
    index = verb.i + 1
    if index >= sentence_of(verb).end or verb.doc[index].pos_ not in (*NOMINAL, "DET", "ADJ"):
        return None
    token = verb.doc[index]
    while token.head.i > token.i and token.head.i < verb.i + 8 and token.dep_ in ("det", "compound", "amod", "nmod", "poss"):
        token = token.head
    return token if token.pos_ in NOMINAL else None
