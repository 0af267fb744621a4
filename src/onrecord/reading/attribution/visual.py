"""Images that show something, and who put them out (METHOD R-A2: style visual, origin = the images)."""

from spacy.tokens import Doc, Token

from onrecord.model.attribution import Style
from onrecord.model.factuality import Modality
from onrecord.reading.attribution.contents import with_adjuncts
from onrecord.reading.attribution.cues import VerbCue, word_set
from onrecord.reading.attribution.drafts import Draft
from onrecord.reading.attribution.outlets import is_outlet
from onrecord.reading.attribution.phrases import conjuncts, core, span_of, words_of
from onrecord.reading.attribution.placed import closing_cue
from onrecord.reading.attribution.relays import carriers, pressman_of
from onrecord.reading.attribution.subjects import subject_of
from onrecord.reading.attribution.trimming import trimmed
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.sentences import sentence_of

__all__ = ["eyewitness", "mistagged_show", "shown_before", "visual_report"]


def visual_report(doc: Doc, verb: Token) -> Draft | None:
    """Read "images posted by X showing S", "the video shows S", "news outlets showed S".

    Args:
        doc: The parse.
        verb: A form of "show" or one of its kind.
    """
    shown = next((c for c in rights(verb) if c.dep_ in ("ccomp", "dobj", "xcomp")), None)
    if shown is None:
        return None
    source = _image_before(doc, verb) if verb.tag_ == "VBG" else None
    source = source or subject_of(verb)
    if source is None:
        return None
    pressed = next((c for c in lefts(source) if c.lower_ in word_set("images")), None)
    if pressed is not None and source.lemma_ in word_set("broadcasting"):
        source = pressed  # "Video broadcast by O shows": the parse may make the participle the head
    first = shown.left_edge.i + (1 if shown.left_edge.lower_ == "that" and shown.dep_ == "ccomp" else 0)
    last = with_adjuncts(shown, list(rights(verb))) if shown.dep_ == "dobj" else shown.right_edge.i
    content = span_of(doc, first, trimmed(doc, shown, last))
    cue = span_of(doc, verb.i, verb.i)
    if source.lower_ in word_set("images"):
        relay = _broadcaster(doc, source)
        relays = (relay.i,) if relay is not None else ()
        return Draft(verb.i, cue, Modality.ASSERTED, Style.VISUAL, content, sources=(source.i,), relays=relays)
    sources = tuple(t.i for t in conjuncts(source))
    if source.lower_ == "media" or is_outlet(words_of(doc, core(source)[0], source.i).removeprefix("the ")):
        return Draft(verb.i, cue, Modality.ASSERTED, Style.VISUAL, content, sources=sources)
    if source.lower_ in word_set("showing_documents") and shown.dep_ == "ccomp":
        seen = carriers(doc, source)
        return Draft(verb.i, cue, Modality.ASSERTED, Style.INDIRECT, content, sources=sources, relays=seen)
    return None


def shown_before(doc: Doc, verb: Token) -> Draft | None:
    """Read "S, satellite images show", "S, figures compiled by X show": what is shown stands before."""
    placed = closing_cue(verb, VerbCue(verb.lemma_, Modality.ASSERTED, frozenset({"that"}), belief=False))
    if placed is None:
        return None
    image = placed.subject.lower_ in word_set("images")
    if not image and placed.subject.lower_ not in word_set("showing_documents"):
        return None
    relay = _broadcaster(doc, placed.subject) if image else None
    return Draft(
        verb.i, span_of(doc, verb.i, verb.i), Modality.ASSERTED, Style.VISUAL if image else Style.INDIRECT,
        span_of(doc, placed.first, placed.last), sources=(placed.subject.i,), relays=(relay.i,) if relay else (),
    )  # fmt: skip


def eyewitness(doc: Doc, verb: Token) -> list[Draft]:
    """Read "a Meridian correspondent saw S" and "residents heard S": an outlet's own eyes (R-A4), or a witness's."""
    subject = subject_of(verb)
    if subject is None or subject.i > verb.i or any(c.dep_ in ("neg", "aux") for c in lefts(verb)):
        return []
    witness = subject.lemma_ in word_set("witnesses") and verb.tag_ in ("VBD", "VBN", "VBP")
    if pressman_of(doc, subject) is None and not witness:
        return []
    last = trimmed(doc, verb, verb.right_edge.i)
    if last <= verb.i:
        return []
    content, cue = span_of(doc, verb.i + 1, last), span_of(doc, verb.i, verb.i)
    return [Draft(verb.i, cue, Modality.ASSERTED, Style.INDIRECT, content, sources=(subject.i,))]


def mistagged_show(doc: Doc, token: Token) -> Draft | None:
    """Read "images released by X show S" where the parse takes "show" for a noun: the rest of the sentence is shown."""
    source = _image_before(doc, token)
    sentence = sentence_of(token)
    if source is None or token.i + 2 >= sentence.end or doc[token.i + 1].pos_ in ("PUNCT", "ADP", "VERB", "AUX"):
        return None
    last = sentence.end - 1
    while last > token.i + 1 and (doc[last].is_punct or doc[last].is_space):
        last -= 1
    relay = _broadcaster(doc, source)
    content, cue = span_of(doc, token.i + 1, last), span_of(doc, token.i, token.i)
    relays = (relay.i,) if relay is not None and relay.i < token.i else ()
    return Draft(token.i, cue, Modality.ASSERTED, Style.VISUAL, content, sources=(source.i,), relays=relays)


def _image_before(doc: Doc, verb: Token) -> Token | None:
    """Return the nearest image noun before a participle: the parse may hang "showing" on a later noun."""
    for index in range(verb.i - 1, max(sentence_of(verb).start, verb.i - 16) - 1, -1):
        if doc[index].lower_ in word_set("images") and doc[index].pos_ == "NOUN":
            return doc[index]
        if doc[index].pos_ == "VERB" and doc[index].tag_ in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _broadcaster(doc: Doc, image: Token) -> Token | None:
    """Return who put an image out: subject of the verb it is the object of, its by-phrase or its from-phrase."""
    verb = image.head
    if image.dep_ == "dobj" and verb.lemma_ in word_set("broadcasting"):
        return _poster(verb)
    clauses = [c for c in rights(image) if c.dep_ == "acl"]
    further = [g for c in clauses for g in rights(c) if g.dep_ == "conj" and g.tag_ == "VBN"]
    for child in sorted((*rights(image), *further), key=lambda c: c not in further):
        if child.dep_ in ("acl", "conj") and child.lemma_ in word_set("broadcasting"):
            by = next((c for c in dependents(child) if c.lower_ in ("by", "on") and c.dep_ in ("agent", "prep")), None)
            inner = next((c for c in dependents(by) if c.dep_ == "pobj"), None) if by is not None else None
            if inner is not None and by is not None:
                inner = next(
                    (c for c in lefts(inner) if c.pos_ == "PROPN" and doc[c.i + 1].lower_ in ("show", "shows")), inner
                )
            return (
                inner
                if by is not None and (by.lower_ == "by" or (inner is not None and is_outlet(inner.text)))
                else None
            )
        if child.dep_ == "prep" and child.lower_ in ("from", "by"):
            inner = next((c for c in dependents(child) if c.dep_ == "pobj"), None)
            if inner is not None and is_outlet(inner.text):
                return inner
    if image.head.lemma_ in word_set("broadcasting") and image.dep_ == "compound":
        by = next((c for c in dependents(image.head) if c.dep_ == "agent"), None)
        return next((c for c in dependents(by) if c.dep_ == "pobj"), None) if by is not None else None
    # "the mayor broadcast images": the parse may take the verb for a noun
    before = doc[image.left_edge.i - 1] if image.left_edge.i > 0 else image
    compound = next((c for c in lefts(image) if c.dep_ in ("compound", "amod")), None)
    for candidate in (compound, before):
        if candidate is not None and candidate.lower_ in ("broadcast", "posted", "published", "shared", "released"):
            return _poster(candidate)
    return None


def _poster(verb: Token) -> Token | None:
    if verb.pos_ in ("VERB", "AUX"):
        found = subject_of(verb)
        return found if found is None or found.i != verb.i else None
    index = verb.i - 1
    while index > sentence_of(verb).start and verb.doc[index].pos_ in ("PUNCT", "ADV"):
        index -= 1
    token = verb.doc[index]
    while token.dep_ in ("pobj", "prep", "appos", "compound") and token.head.i < verb.i and token.head.i != token.i:
        token = token.head
    return token if token.pos_ in ("NOUN", "PROPN", "PRON") else None
