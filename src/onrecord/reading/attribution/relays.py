"""Through whom words came: the outlets that a report's own words name (METHOD R-A1, R-A2, R-A4)."""

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.cues import word_set
from onrecord.reading.attribution.outlets import is_outlet
from onrecord.reading.attribution.phrases import core, words_of
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.sentences import sentence_of

__all__ = ["carriers", "citing", "names_outlet", "pressman_of", "relays_of"]


def names_outlet(doc: Doc, token: Token) -> bool:
    """Tell whether a noun phrase names one particular outlet, which can be a station of the chain."""
    if token.pos_ not in ("NOUN", "PROPN"):
        return False
    first, last = core(token)
    if token.lower_ in word_set("unnamed_press") and (first == token.i or token.pos_ == "NOUN"):
        return False
    if token.pos_ == "NOUN" and token.lower_ in word_set("own_channels"):
        return False
    while first < token.i and doc[first].pos_ in ("DET", "PUNCT"):
        if doc[first].lower_ in ("this", "our"):
            return False  # "told this newspaper": the publisher itself
        first += 1
    return is_outlet(words_of(doc, first, token.i)) or (token.pos_ == "PROPN" and is_outlet(words_of(doc, first, last)))


def relays_of(doc: Doc, verb: Token, told: int | None) -> tuple[int, ...]:
    """Return the outlets to which, or through which, the speaker of a verb spoke, as its sentence says.

    Read are "told O", "speaking to O", "in a statement to O", "in an interview with O", "as reported by O",
    "on O". A platform is a channel and no station.
    """
    found = [told] if told is not None and names_outlet(doc, doc[told]) else []
    employer = pressman_of(doc, doc[told]) if told is not None and not found else None
    if employer is not None:
        found = [employer.i]
    for token in sentence_of(verb):
        if token.lower_ not in word_set("leading_to_outlets") or token.dep_ not in ("prep", "agent", "dative"):
            continue
        inner = next((c for c in dependents(token) if c.dep_ == "pobj"), None)
        if inner is None or inner.i in found or not names_outlet(doc, inner):
            continue
        head = token.head
        if head.lemma_ in word_set("speech_words") and _same_speech(head, verb):
            found.append(inner.i)
    return tuple(found)


def pressman_of(doc: Doc, token: Token) -> Token | None:
    """Return the outlet that "a Meridian Times correspondent" works for, or None."""
    if token.lower_ not in word_set("pressmen"):
        return None
    return next((c for c in lefts(token) if c.dep_ in ("compound", "poss", "nmod") and names_outlet(doc, c)), None)


def carriers(doc: Doc, thing: Token) -> tuple[int, ...]:
    """Return the outlets that carried a statement or its speaker: "a report seen by O", "sources, quoted in O"."""
    found: list[int] = []
    for clause in (*rights(thing), *(c for child in rights(thing) if child.dep_ == "acl" for c in rights(child))):
        if clause.tag_ != "VBN" or clause.lemma_ not in word_set("carrying"):
            continue
        for child in rights(clause):
            if child.dep_ in ("agent", "prep") and child.lower_ in ("by", "in", "to"):
                found.extend(
                    inner.i for inner in dependents(child) if inner.dep_ == "pobj" and names_outlet(doc, inner)
                )
    return tuple(found)


def _same_speech(head: Token, verb: Token) -> bool:
    """Tell whether a word of speech belongs to this report: the verb itself, or what leads to or from it."""
    if head.i == verb.i:
        return True
    for token in (head, *head.ancestors):
        if token.i == verb.i:
            # below the verb, but not in what it reports
            return True
        if token.dep_ in ("ccomp", "relcl", "conj") and token.i != head.i:
            return False
    return head.dep_ in ("csubj", "advcl") and head.i < verb.i


def _of_another(verb: Token, cited: Token) -> bool:
    """Tell whether a contrasting clause began in between: "X put it at nine, but Y, citing Z, said"."""
    between = verb.doc[verb.i + 1 : max(verb.i + 1, cited.i)]
    return any(t.lower_ in ("but", "while", "whereas") and t.nbor(-1).text == "," for t in between)


def citing(verb: Token) -> Token | None:
    """Return whom the subject of a reporting verb cites or quotes: "the daily reported, citing the ministry"."""
    below = (
        c for child in rights(verb) if child.dep_ == "ccomp" for c in rights(child) if c.left_edge.nbor(-1).text == ","
    )
    beside = (c for child in lefts(verb) if child.dep_ == "nsubj" for c in rights(child) if c.dep_ == "acl")
    for child in (*dependents(verb), *below, *beside):
        if _of_another(verb, child):
            continue
        if child.lower_ in ("citing", "quoting") and child.dep_ in ("advcl", "prep", "acl", "dep"):
            named = next((c for c in dependents(child) if c.dep_ in ("dobj", "pobj")), None)
            called = next((c for c in dependents(child) if c.dep_ in ("ccomp", "pcomp")), None)
            if called is not None and (named is None or named.lower_ == "what"):  # "quoting what it called a source"
                named = next(
                    (c for c in rights(called) if c.dep_ in ("oprd", "dobj", "attr") and c.pos_ == "NOUN"), None
                )
            return named
    return None
