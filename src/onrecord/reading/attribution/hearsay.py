"""Reports without a speaker: hearsay adverbs and adjectives, agentless passives, unnamed reports (METHOD R-A7)."""

from spacy.tokens import Doc, Token

from onrecord.model.attribution import Style, Voice
from onrecord.model.factuality import Modality
from onrecord.reading.attribution.cues import hearsay_words, passive_cues, word_set
from onrecord.reading.attribution.drafts import Draft
from onrecord.reading.attribution.phrases import core, span_of, words_of
from onrecord.reading.attribution.trimming import trimmed
from onrecord.reading.dependents import dependents, lefts, rights

__all__ = ["hearsay_adjective", "hearsay_adverb", "hearsay_passive"]

VERBAL = ("VERB", "AUX")


def hearsay_adverb(doc: Doc, token: Token) -> Draft | None:
    """Read "reportedly", "allegedly": the clause of their verb is hearsay, a coordinated one is not."""
    act = hearsay_words()[token.lower_]
    head = token.head
    while (
        head.pos_ not in VERBAL
        and head.dep_
        in ("amod", "advmod", "acomp", "prep", "pobj", "attr", "nummod", "quantmod", "npadvmod", "compound")
        and head.head.i != head.i
    ):
        if head.pos_ in ("NOUN", "PROPN") and head.dep_ == "pobj":
            break
        head = head.head
    if head.pos_ in VERBAL and head.dep_ in ("aux", "auxpass"):
        head = head.head
    content = span_of(doc, *_clause(doc, head))
    cue = span_of(doc, token.i, token.i)
    return Draft(token.i, cue, act, Style.INDIRECT, content, voice=Voice.UNSPECIFIED, source=cue, unnamed=token.lower_)


def hearsay_adjective(doc: Doc, token: Token) -> Draft | None:
    """Read "an alleged attack": the noun phrase is what somebody alleges."""
    act = hearsay_words()[token.lower_]
    head = token.head
    if head.pos_ not in ("NOUN", "PROPN") or head.i <= token.i:
        return None
    last = core(head)[1]
    for child in rights(head):
        if child.dep_ in ("prep", "acl") and child.i == last + 1:
            last = _until_clause(child)
    content = span_of(doc, token.i + 1, max(last, head.i))
    cue = span_of(doc, token.i, token.i)
    return Draft(token.i, cue, act, Style.NOMINAL, content, voice=Voice.UNSPECIFIED, unnamed="")


def _until_clause(token: Token) -> int:
    last = token.i
    for child in rights(token):
        if child.dep_ in ("relcl", "appos", "advcl", "punct"):
            break
        last = max(last, _until_clause(child))
    return last


def hearsay_passive(doc: Doc, verb: Token) -> Draft | None:
    """Read "are believed to be starving", "it is reported that S": a passive whose agent nobody names.

    "is expected to" says a plan of nobody in particular (PLANNED); "is scheduled to" is the narrator's and no cue.
    """
    act = passive_cues().get(verb.lemma_)
    children = list(dependents(verb))
    passive = [c for c in children if c.dep_ == "auxpass"]
    if act is None or any(c.dep_ == "agent" for c in children):
        return None
    subject = next((c for c in children if c.dep_ in ("nsubjpass", "nsubj")), None)
    inner = next(
        (
            c
            for c in children
            if c.dep_ in ("xcomp", "ccomp") and (c.i > verb.i or (subject is not None and subject.lower_ == "it"))
        ),
        None,
    )
    if inner is None and passive and verb.lemma_ == "report" and subject is not None and subject.pos_ == "NOUN":
        return _reported_thing(doc, verb, subject)
    if inner is None or (not passive and verb.dep_ not in ("acl", "amod", "relcl")):
        return None
    if any(c.dep_ == "neg" for c in children):
        return None
    first_aux = min((c.i for c in children if c.dep_ in ("aux", "auxpass")), default=verb.i)
    cue = span_of(doc, first_aux, verb.i)
    impersonal = subject is not None and subject.lower_ == "it" and inner.dep_ == "ccomp"
    if subject is None or impersonal:
        start = inner.left_edge.i
        if doc[start].lower_ == "that" and start < inner.i:
            start += 1
        if subject is None and verb.head.pos_ in ("NOUN", "PROPN"):
            start = verb.head.left_edge.i
    else:
        start = verb.left_edge.i
        while start < subject.left_edge.i and (
            doc[start].dep_ in ("cc", "mark") or doc[start].pos_ in ("PUNCT", "SPACE")
        ):
            start += 1
    last = trimmed(doc, inner, min(_without_relative(inner), inner.right_edge.i))
    content = span_of(doc, start, max(last, start))
    if act is not Modality.PLANNED and inner.dep_ == "xcomp" and not _to_infinitive(inner):
        return None
    return Draft(
        verb.i,
        cue,
        act,
        Style.INDIRECT,
        content,
        voice=Voice.UNSPECIFIED,
        source=cue,
        unnamed=words_of(doc, first_aux, verb.i),
    )


def _reported_thing(doc: Doc, verb: Token, subject: Token) -> Draft | None:
    """Read "skirmishes were reported south of the town"; that none were reported is nobody's claim."""
    if any(c.lower_ in ("no", "neither", "few") for c in lefts(subject)) or any(
        c.dep_ == "neg" for c in dependents(verb)
    ):
        return None
    cue = span_of(doc, min(c.i for c in dependents(verb) if c.dep_ in ("aux", "auxpass")), verb.i)
    content = span_of(doc, subject.left_edge.i, trimmed(doc, verb, _clause(doc, verb)[1]))
    name = doc.text[cue.start : cue.end]
    return Draft(
        verb.i, cue, Modality.REPORTED, Style.INDIRECT, content, voice=Voice.UNSPECIFIED, source=cue, unnamed=name
    )


def _to_infinitive(verb: Token) -> bool:
    return any(c.lower_ == "to" for c in dependents(verb)) or any(
        c.dep_ in ("aux", "auxpass", "cop") for c in dependents(verb)
    )


def _without_relative(clause: Token) -> int:
    """Return a clause's last token before a relative or temporal clause, whose presupposition is the narrator's."""
    last = clause.right_edge.i
    for token in clause.doc[clause.i : last + 1]:
        relative = token.dep_ == "relcl" and any(c.tag_ in ("WDT", "WP", "WRB") for c in dependents(token))
        temporal = token.dep_ == "advcl" and token.left_edge.lower_ in word_set("presupposing") and _has_subject(token)
        if (relative or temporal) and clause.i < token.left_edge.i <= last:
            last = token.left_edge.i - 1
    return last


def _has_subject(verb: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in dependents(verb))


def _clause(doc: Doc, head: Token) -> tuple[int, int]:
    """Return first and last token of a verb's own clause, without coordinated clauses."""
    first = head.left_edge.i
    while first < head.i and (doc[first].dep_ in ("cc", "mark") or doc[first].pos_ in ("PUNCT", "SPACE")):
        first += 1
    last = head.i
    for child in rights(head):
        if (
            child.dep_ in ("conj", "cc")
            and child.dep_ == "conj"
            and any(c.dep_ in ("nsubj", "nsubjpass") for c in dependents(child))
        ):
            break
        if child.dep_ in ("cc", "punct"):
            continue
        if child.dep_ in ("parataxis", "ccomp") and child.dep_ == "parataxis":
            break
        last = max(last, child.right_edge.i)
    return first, trimmed(doc, head, last)
