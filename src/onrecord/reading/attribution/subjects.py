"""Who stands as the subject of a reporting verb, with repairs where the parse lost it (METHOD R-A2)."""

from spacy.tokens import Token

from onrecord.reading.attribution.cues import verb_cues, word_set
from onrecord.reading.attribution.phrases import conjuncts
from onrecord.reading.attribution.trimming import speaks_on
from onrecord.reading.dependents import dependents
from onrecord.reading.sentences import sentence_of

__all__ = ["NOMINAL", "lost_subject", "preceding_subject", "speakers_of", "subject_of"]

NOMINAL = ("NOUN", "PROPN", "PRON")
SUBJECT = frozenset({"nsubj", "nsubjpass"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
CLAUSAL = frozenset({"advcl", "xcomp", "pcomp", "prep", "dep", "conj"})
SKIPPED = frozenset({"AUX", "ADV", "PART", "PUNCT", "SPACE"})


def speakers_of(verb: Token, head: Token | None = None) -> tuple[int, ...]:
    """Return the heads of all phrases that stand as subject of a reporting verb: one for each conjoined speaker."""
    head = head or subject_of(verb)
    return tuple(t.i for t in conjuncts(head) if t.i < verb.i or head.i > verb.i) if head is not None else ()


def subject_of(verb: Token) -> Token | None:
    """Return who does what a verb says, also across conjunction, relative and participle clauses, or None."""
    own = _own(verb)
    if own is not None and own.dep_ == "nsubjpass" and verb.lemma_ in word_set("passive_agents"):
        own = _agent(verb) or own
    if own is not None:
        return _antecedent(own, verb) if _is_relative(own) and verb.dep_ in ("relcl", "ccomp", "acl") else own
    agent = _agent(verb)
    if agent is not None:
        return agent
    if verb.dep_ in ("acl", "relcl") and verb.head.pos_ in NOMINAL:
        return verb.head
    parallel = _parallel(verb)
    if parallel is not None:
        return parallel
    if verb.dep_ in CLAUSAL:
        above = _above(verb)
        while above.dep_ in ("prep", "pcomp") and above.pos_ not in ("VERB", "AUX"):
            above = above.head
        if above.pos_ in ("VERB", "AUX") and above is not verb:
            shared = (
                _own(above)
                if _own(above) is not None
                else subject_of(above)
                if above.dep_ in (*CLAUSAL, "acl", "relcl")
                else None
            )
            if shared is not None:
                return _antecedent(shared, above) if _is_relative(shared) else shared
    return preceding_subject(verb) or _after(verb)


def _is_relative(token: Token) -> bool:
    """Tell whether a subject is a relative pronoun; the World Health Organization is written like one."""
    return token.lower_ in RELATIVE and token.text != "WHO"


def _parallel(verb: Token) -> Token | None:
    """Return the subject of a cue right before: "S, the ministry confirmed, but said that"."""
    index = verb.i - 1
    while index > 0 and verb.doc[index].pos_ in ("ADV", "AUX"):
        index -= 1
    if index < 2 or verb.doc[index].lower_ not in ("and", "but"):
        return None
    index -= 2 if verb.doc[index - 1].text == "," else 1
    before = verb.doc[index]
    return _own(before) if before.pos_ == "VERB" and before.lemma_ in verb_cues() else None


def _above(verb: Token) -> Token:
    """Return the verb whose subject a dependent verb shares; a further cue of one speaker shares the first cue's."""
    above = verb.head
    participle = (
        verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    )
    if above.dep_ == "ccomp" and above.head.lemma_ in verb_cues() and (participle or speaks_on(verb)):
        return above.head
    return above


def lost_subject(verb: Token) -> Token | None:
    """Return the subject by position alone, where the parse took one out of a quotation."""
    return _after(verb) or preceding_subject(verb)


def _own(verb: Token) -> Token | None:
    """Return the subject that the parse gives; of two the nearer, as a dateline may pass for the other."""
    found = [child for child in dependents(verb) if child.dep_ in SUBJECT and child.pos_ != "SPACE"]
    if len(found) > 1:  # "Doctors at the hospital, the only one working, said"
        found = [child for child in found if child.lower_ != "one"] or found
    return min(found, key=lambda child: abs(child.i - verb.i)) if found else None


def _antecedent(relative: Token, verb: Token) -> Token:
    if verb.tag_ == "VBP" and verb.head.tag_ in ("NN", "NNP") and relative.lower_ == "who":
        plural = next(
            (t for t in sentence_of(verb)[:] if t.dep_ in SUBJECT and t.tag_ == "NNS" and t.i < relative.i), None
        )
        if plural is not None:
            return plural
    if verb.head.pos_ in NOMINAL and verb.head.i < verb.i:
        owner = verb.head.head.head
        placed = (
            relative.lower_ == "who"
            and verb.head.dep_ == "pobj"
            and verb.head.ent_type_ in ("GPE", "LOC", "FAC", "ORG")
        )
        return owner if placed and owner.pos_ in NOMINAL else verb.head
    before = next((t for t in reversed(list(verb.doc[max(0, relative.i - 8) : relative.i])) if t.pos_ in NOMINAL), None)
    return _head(before, verb.i) if before is not None else relative


def _agent(verb: Token) -> Token | None:
    """Return the agent of a passive: "it was reported by the agency that"."""
    by = next((child for child in dependents(verb) if child.dep_ == "agent"), None)
    return next((child for child in dependents(by) if child.dep_ == "pobj"), None) if by is not None else None


def preceding_subject(verb: Token) -> Token | None:
    """Return the noun phrase right before a verb whose subject the parse attached elsewhere.

    ``Speaking to the radio, Anna Lind, the mayor, said``: the parse may hang *Lind* under *radio* or *speaking*. What
    stands between the last two commas explains the name before them.
    """
    doc, start = verb.doc, sentence_of(verb).start
    last = verb.i - 1
    while last >= start and doc[last].pos_ in SKIPPED and doc[last].text != ",":
        last -= 1
    if last > start and doc[last].text == ",":
        opening = next((i for i in range(last - 1, start, -1) if doc[i].text == ","), None)
        last -= 1
        if (
            opening is not None
            and opening > start
            and _names(doc[opening - 1])
            and doc[opening + 1].pos_ in ("DET", "NOUN", "ADJ", "PROPN")
        ):
            last = opening - 1
    return _head(doc[last], start) if last >= start and doc[last].pos_ in NOMINAL else None


def _names(token: Token) -> bool:
    """Tell whether a word ends a name or a role that the next phrase explains."""
    return token.pos_ == "PROPN" or token.lower_ in word_set("roles", "roles")


def _head(token: Token, start: int) -> Token:
    """Climb from the last word of a phrase to its head, without crossing a comma."""
    while token.dep_ in ("compound", "pobj", "prep", "nmod", "poss", "amod") and start <= token.head.i < token.i:
        above = token.head if token.dep_ != "pobj" else token.head.head
        if above.pos_ not in NOMINAL or any(t.text == "," for t in token.doc[above.i : token.i]):
            break
        token = above
    return token


def _after(verb: Token) -> Token | None:
    """Return the subject of an inverted verb, ``"...," said the mayor``, where the parse took it for something else."""
    if verb.i == sentence_of(verb).start or verb.nbor(-1).text not in ",\"”’'":
        return None
    index = verb.i + 1
    if index >= sentence_of(verb).end or verb.doc[index].pos_ not in (*NOMINAL, "DET", "ADJ"):
        return None
    token = verb.doc[index]
    while (
        token.head.i > token.i
        and token.head.i < verb.i + 8
        and token.dep_ in ("det", "compound", "amod", "nmod", "poss")
    ):
        token = token.head
    return token if token.pos_ in NOMINAL else None
