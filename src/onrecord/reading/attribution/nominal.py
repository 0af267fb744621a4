"""Nouns that report: "accusations by both sides that S", "reports of shelling", "X's claim that S" (R-A2)."""

from spacy.tokens import Doc, Token

from onrecord.model.attribution import Style, Voice
from onrecord.model.factuality import Modality
from onrecord.reading.attribution.cues import NounCue, verb_cues, word_set
from onrecord.reading.attribution.drafts import Draft
from onrecord.reading.attribution.phrases import conjuncts, span_of
from onrecord.reading.attribution.subjects import subject_of
from onrecord.reading.attribution.trimming import trimmed
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.sentences import sentence_of

__all__ = ["denied_by", "is_vehicle", "issuer", "nominal_report", "taken_for_verb"]


def nominal_report(doc: Doc, noun: Token, cue: NounCue) -> Draft | None:
    """Read a noun of speech with its content: a that-clause, or for some nouns an of-phrase.

    The parse often hangs the that-clause on the wrong conjunct or on the by-phrase, so it is looked for by position.
    """
    denier = _rejected_as(noun) or _called_false(noun)
    if noun.head.lemma_ in word_set("denying") and noun.dep_ == "dobj":
        return None
    content, after = _content(doc, noun, cue)
    if content is None:
        return None
    if after is None and _rejected_as(noun) is not None:
        return None  # the verb's own report has it
    by = subject_of(denier) if denier is not None else denied_by(noun)
    if denier is None and by is not None:
        denier = noun.head
    if denier is not None:
        who = tuple(t.i for t in conjuncts(by)) if by is not None else ()
        cue_span = span_of(doc, denier.i, denier.i)
        return Draft(noun.i, cue_span, Modality.DENIED, Style.INDIRECT, span_of(doc, *content), sources=who)
    sources = issuer(noun)
    last = after if after is not None and not sources else noun.i
    cue_span = span_of(doc, noun.i, last)
    accused = _against(noun)
    if sources:
        return Draft(noun.i, cue_span, cue.act, Style.NOMINAL, span_of(doc, *content), sources=sources, accused=accused)
    start = noun.i
    while start > noun.left_edge.i and doc[start - 1].pos_ in ("ADJ", "NOUN", "VERB", "NUM", "ADV"):
        start -= 1
    source = span_of(doc, start, noun.i)
    act = Modality.REPORTED if cue.lemma in word_set("rumours") else cue.act
    return Draft(
        noun.i, cue_span, act, Style.NOMINAL, span_of(doc, *content), voice=Voice.UNSPECIFIED, source=source,
        unnamed=noun.text.lower(), accused=accused,
    )  # fmt: skip


def taken_for_verb(token: Token) -> bool:
    """Tell whether the tagger took a noun for a verb: "rejected as invention Ukrainian charges that S"."""
    if token.tag_ != "VBZ" or token.i == 0 or token.i + 1 >= len(token.doc):
        return False
    return token.nbor(1).lower_ == "that" and token.nbor(-1).pos_ == "ADJ"


def _called_false(noun: Token) -> Token | None:
    """Return the verb of "the office said reports of S were false": a denial in other words."""
    clause = noun.head
    if (
        noun.dep_ != "nsubj"
        or clause.lemma_ != "be"
        or clause.dep_ != "ccomp"
        or any(c.dep_ == "neg" for c in rights(clause))
    ):
        return None
    false = any(c.dep_ in ("acomp", "attr") and c.lemma_.lower() in word_set("untruth") for c in rights(clause))
    return clause.head if false and clause.head.lemma_ in verb_cues() else None


def denied_by(noun: Token) -> Token | None:
    """Return who denies in "reports that S were denied by X"; without a denier there is no denial to record."""
    if noun.dep_ != "nsubjpass" or noun.head.lemma_ not in word_set("denying"):
        return None
    if any(c.dep_ == "neg" or c.lower_ in ("neither", "nor", "hardly") for c in dependents(noun.head)):
        return None
    by = next((c for c in rights(noun.head) if c.dep_ == "agent"), None)
    return next((c for c in rights(by) if c.dep_ == "pobj"), None) if by is not None else None


def _rejected_as(noun: Token) -> Token | None:
    """Return the verb of "rejected as fabricated reports that S", "dismissed as rumours claims that S"."""
    for token in (noun, *noun.ancestors):
        if token.lower_ == "as":
            return token.head if token.dep_ == "prep" and token.head.lemma_ in word_set("denying") else None
        if token.i < noun.i - 3:
            return None
    return None


def _content(doc: Doc, noun: Token, cue: NounCue) -> tuple[tuple[int, int] | None, int | None]:
    """Return first and last token of the content, and the "of" that introduces it."""
    for index in range(noun.i + 1, min(noun.i + 14, sentence_of(noun).end)):
        token = doc[index]
        if (
            token.lower_ == "that"
            and token.dep_ in ("mark", "det", "advmod", "dobj", "nsubj")
            and token.tag_ in ("IN", "WDT")
        ):
            clause = token.head
            if clause.i < token.i or clause.pos_ not in ("VERB", "AUX") or _relative(token, clause):
                return None, None
            if clause.dep_ == "ccomp" and clause.head.pos_ == "VERB" and clause.head != noun:
                return None, None
            return (index + 1, trimmed(doc, clause, clause.right_edge.i)), None
        if token.lower_ == "to" and index == noun.i + 1 and token.head.dep_ in ("acl", "xcomp"):
            return (index, trimmed(doc, token.head, token.head.right_edge.i)), None  # "its claim to have taken S"
        over = cue.act is Modality.ACCUSED and token.i == noun.i + 1 and token.lower_ in ("over", "about", "for")
        if over or (token.lower_ == "of" and token.head.i == noun.i and cue.unsourced):
            inner = next((c for c in dependents(token) if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return (inner.left_edge.i, _phrase_end(inner)), index
        if token.lemma_ in word_set("spreading") and noun.head.i == token.i and noun.dep_ == "nsubj":
            continue  # "rumours spread that S"
        if token.pos_ in ("VERB", "AUX") or token.text in (".", ";", ":", ","):
            return None, None
    return None, None


def _relative(that: Token, clause: Token) -> bool:
    """Tell whether "that" stands for the noun itself: "the claim that the army made"."""
    if that.dep_ in ("mark", "advmod", "det"):
        return False
    has_subject = any(c.dep_ in ("nsubj", "nsubjpass") and c.i != that.i for c in dependents(clause))
    return not has_subject or clause.lemma_ in word_set("making") or clause.lemma_ in verb_cues()


def _phrase_end(inner: Token) -> int:
    """Return the last token of what an of-phrase names; ", including ..." after it stands for itself."""
    last = inner.i
    for child in rights(inner):
        if child.dep_ in ("relcl", "punct") or child.lower_ == "including":
            break
        last = max(last, child.right_edge.i)
    return trimmed(inner.doc, inner, last)


def issuer(noun: Token) -> tuple[int, ...]:
    """Return who makes a statement: the noun's by-phrase, from-phrase, possessor, or the subject of "made"."""
    for child in (*rights(noun), *_borrowed(noun)):
        if child.lower_ in ("by", "from") and child.dep_ in ("prep", "agent"):
            inner = next((c for c in dependents(child) if c.dep_ == "pobj"), None)
            if inner is not None and inner.pos_ in ("NOUN", "PROPN", "PRON"):
                return tuple(t.i for t in conjuncts(inner))
    owner = next((c for c in lefts(noun) if c.dep_ == "poss"), None)
    if owner is not None:
        return (owner.i,)
    issued = next((c for c in rights(noun) if c.dep_ == "acl" and c.lemma_ in word_set("making")), None)
    if issued is not None:
        by = subject_of(issued)
        return (by.i,) if by is not None and by.i != noun.i else ()
    verb = noun.head
    if noun.dep_ == "dobj" and verb.lemma_ in word_set("making"):
        maker = subject_of(verb)
        return (maker.i,) if maker is not None else ()
    return ()


def _borrowed(noun: Token) -> list[Token]:
    """Return the by-phrase right after a noun that the parse hung on the conjunct before it."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return [following] if following.lower_ in ("by", "from") and following.head.i != noun.i else []


def _against(noun: Token) -> int | None:
    against = next((c for c in rights(noun) if c.dep_ == "prep" and c.lower_ == "against"), None)
    inner = next((c for c in dependents(against) if c.dep_ == "pobj"), None) if against is not None else None
    return inner.i if inner is not None else None


def is_vehicle(noun: Token) -> bool:
    """Tell whether a noun is what carries a statement: letter, video, report."""
    return noun.lemma_ in word_set("vehicles")
