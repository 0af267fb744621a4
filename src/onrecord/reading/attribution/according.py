"""``according to X``: X is the origin where nobody else speaks, and a relay where somebody does (METHOD R-A2)."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.model.attribution import Style, Voice
from onrecord.model.factuality import Modality
from onrecord.model.span import Span
from onrecord.reading.attribution.cues import verb_cues, word_set
from onrecord.reading.attribution.drafts import Draft
from onrecord.reading.attribution.phrases import conjuncts, span_of
from onrecord.reading.attribution.preposed import narrators_tail
from onrecord.reading.attribution.relays import carriers, relays_of
from onrecord.reading.dependents import dependents, rights
from onrecord.reading.sentences import sentence_of

__all__ = ["according_to"]

RECKON = frozenset({"reckon", "reckoning"})
BREAKS = frozenset({";", "—", "–"})


def according_to(doc: Doc, tokens: list[Token], drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with every ``according to`` read: as a relay of the report it stands with, or as its own.

    ``as reported by X`` and ``as X said`` around a clause are read alike.
    """
    result = list(drafts)
    heads = {draft.head for draft in drafts}
    for token in tokens:
        counted = _by_the_count(token)
        if token.lower_ == "according" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "to":
            to = doc[token.i + 1]
            source = next((c for c in dependents(to) if c.dep_ == "pobj"), None) or _noun_after(doc, to)
            last = to.i
        elif counted is not None:
            source, last = counted
        elif (
            token.lower_ == "as"
            and token.head.lemma_ in verb_cues()
            and token.i < token.head.i < token.i + 9
            and token.head.i not in heads
        ):
            source, last = _as_said(token.head), token.head.i
        else:
            continue
        if source is not None and source.lemma_ not in word_set("no_speakers"):
            _place(doc, token, source, last, result)
    return result


def _by_the_count(token: Token) -> tuple[Token, int] | None:
    """Return who counts in "by the count of X", "by X's reckoning", "in the telling of X", with the last cue word."""
    if token.lower_ not in ("by", "in", "on") or token.dep_ not in ("prep", "agent"):
        return None
    doc = token.doc
    noun = next(
        (t for t in doc[token.i + 1 : token.i + 7] if t.lemma_ in RECKON or t.lower_ in word_set("reckonings")), None
    )
    if noun is None or (token.lower_ != "by" and noun.lemma_ in ("count", "own")):
        return None
    mark = noun.nbor(-1) if noun.nbor(-1).tag_ != "JJ" else noun.nbor(-2)
    if mark.tag_ == "POS":  # "by the hospitals' reckoning", which the parse may break in two
        return mark.nbor(-1), noun.i
    for child in dependents(noun):
        if child.dep_ in ("poss", "compound", "nmod") and child.pos_ in ("NOUN", "PROPN"):
            return child, noun.i
        if child.dep_ == "prep" and child.lower_ == "of":
            return next(((c, child.i) for c in dependents(child) if c.dep_ == "pobj"), None)
    return None


def _as_said(verb: Token) -> Token | None:
    """Return who speaks in "as reported by X", "as X said", "as X told O"; None where "as" opens another clause."""
    if verb.dep_ not in ("advcl", "acl", "ccomp", "relcl") or verb.tag_ not in ("VBN", "VBD", "VBZ", "VBP"):
        return None
    told = _told(verb)
    if any(c.dep_ in ("ccomp", "dobj", "xcomp", "neg") and c != told for c in dependents(verb)):
        return None
    agent = next((c for c in dependents(verb) if c.dep_ == "agent"), None)
    if agent is not None:
        return next((c for c in dependents(agent) if c.dep_ == "pobj"), None)
    return next((c for c in dependents(verb) if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _told(verb: Token) -> Token | None:
    """Return who was told in "as X told O"; None where something was told as well: "told O a story", "told O of S"."""
    if "tell" not in verb_cues()[verb.lemma_].frames:
        return None
    objects = [c for c in rights(verb) if c.dep_ in ("dobj", "dative")]
    topic = any(t.lower_ in ("about", "of") and t.head.i in (verb.i, *(o.i for o in objects)) for t in verb.subtree)
    return objects[0] if len(objects) == 1 and not topic else None


def _place(doc: Doc, token: Token, source: Token, last: int, result: list[Draft]) -> None:
    """Add a source as relay to the report it stands with, or as the origin of a report of its own."""
    relayed = _relayed(doc, token, result)
    if relayed is not None:
        head = result[relayed].head
        for index, draft in enumerate(result):
            if draft.head == head and source.i not in draft.sources and source.i not in draft.relays:
                result[index] = replace(
                    draft, relays=(*draft.relays, source.i), content=_before(doc, draft.content, token)
                )
        return
    behind = source if source.i > last else doc[last]
    for content in (_content(doc, token, behind), _goes_on(doc, token, behind)):
        if content is None:
            continue
        unnamed = source.lower_ in word_set("reports", "hearsay") and source.tag_ == "NNS"
        result.append(
            Draft(
                last if token.lower_ == "as" else token.i,
                span_of(doc, token.i, last),
                Modality.REPORTED if unnamed else Modality.ASSERTED,
                Style.INDIRECT,
                content,
                sources=tuple(t.i for t in conjuncts(source)),
                relays=(*carriers(doc, source), *_heard(token)),
                voice=Voice.UNSPECIFIED if unnamed else Voice.ATTRIBUTED,
            )
        )


def _heard(token: Token) -> tuple[int, ...]:
    """Return the outlets that were told: "as X told O, S"."""
    told = _told(token.head) if token.lower_ == "as" and token.head.lemma_ in verb_cues() else None
    return relays_of(token.doc, token.head, told.i) if told is not None else ()


def _before(doc: Doc, content: Span | None, token: Token) -> Span | None:
    """Cut a content where the phrase that names its relay begins."""
    if content is None or not content.start < token.idx < content.end:
        return content
    stop = token.i - 1
    while stop > 0 and doc[stop].text in (",", "—", "–"):
        stop -= 1
    return Span(content.start, doc[stop].idx + len(doc[stop].text))


def _noun_after(doc: Doc, to: Token) -> Token | None:
    following = next((t for t in doc[to.i + 1 : to.i + 6] if t.pos_ in ("NOUN", "PROPN")), None)
    while following is not None and following.dep_ == "compound" and following.head.i > following.i:
        following = following.head
    return following


def _relayed(doc: Doc, token: Token, drafts: list[Draft]) -> int | None:
    """Return the report in the same sentence that this relays: its cue stands in the same clause."""
    sentence = sentence_of(token)
    best = None
    for index, draft in enumerate(drafts):
        if (
            draft.content is None
            or not draft.sources
            or not _speech(doc, draft)
            or not sentence.start <= draft.head < sentence.end
        ):
            continue
        whole = draft.content.cover(draft.cue)
        if draft.head < token.i and (best is None or draft.head > drafts[best].head):
            near = doc[draft.head]
            if token.head.i == draft.head or draft.content.start <= token.idx or whole.end <= token.idx:
                best = index if _same_clause(near, token) else best
        elif (
            draft.head > token.i
            and best is None
            and token.i == sentence.start
            and doc[draft.head].dep_ == "ROOT"
            and _speech(doc, draft)
        ):
            best = index
    return best


def _speech(doc: Doc, draft: Draft) -> bool:
    cue = verb_cues().get(doc[draft.head].lemma_)
    return (
        cue is not None
        and not cue.belief
        and bool(cue.frames & {"that", "blame"})
        and draft.act is not Modality.DEMANDED
    )


def _same_clause(cue: Token, token: Token) -> bool:
    """Tell whether no new main clause begins between a cue and ``according``."""
    return not any(
        t.text in BREAKS or (t.dep_ == "cc" and t.head.i == cue.i and t.i > cue.i and _new_subject(cue, t))
        for t in cue.doc[cue.i : token.i]
    )


def _new_subject(cue: Token, coordinator: Token) -> bool:
    return any(
        c.dep_ == "conj" and c.i > coordinator.i and any(g.dep_ in ("nsubj", "nsubjpass") for g in dependents(c))
        for c in dependents(cue)
    )


def _goes_on(doc: Doc, token: Token, source: Token) -> Span | None:
    """Return the rest of "The strike, according to the mayor, killed five": what follows the second comma."""
    sentence = sentence_of(token)
    if token.i <= sentence.start or doc[token.i - 1].text not in (",", "—", "–"):
        return None
    comma = source.right_edge.i + 1
    beside = next((c for c in rights(source) if c.dep_ == "appos"), None)
    if beside is not None:
        comma = beside.right_edge.i + 1
    if comma + 2 >= sentence.end or doc[comma].text not in (",", "—", "–") or _explains(doc[comma + 1]):
        return None
    if narrators_tail(doc, comma + 1):
        return None
    last = comma + 1
    while last + 1 < sentence.end and not _closes(doc[last + 1]):
        last += 1
    return span_of(doc, comma + 1, last)


def _clause_opens(doc: Doc, source: Token, comma: int) -> bool:
    """Tell whether the comma closes the phrase, so that the clause begins after it."""
    return not any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in doc[source.i : comma] if t.dep_ != "relcl")


def _explains(token: Token) -> bool:
    """Tell whether what follows the second comma speaks of the source, not of what it says."""
    return (
        token.tag_ in ("WP", "WDT", "WP$", "WRB") or token.lower_ in ("which", "whose") or token.dep_ in ("cc", "appos")
    )


def _closes(token: Token) -> bool:
    """Tell whether a clause ends here: at a stop, or at a comma before "and" or "but" and a new subject."""
    if token.text in (".", "!", "?", '"', "”") or token.text in BREAKS or token.is_space:
        return True
    new = token.nbor(1) if token.text == "," and token.i + 1 < len(token.doc) else None
    return new is not None and new.dep_ == "cc" and _new_subject(new.head, new)


def _after_opening(doc: Doc, token: Token, source: Token, last: int) -> Span | None:
    """Return the clause after a phrase that opens its sentence: "According to X, S", "By X's reckoning S"."""
    comma = next((i for i in range(source.i, last) if doc[i].text == ","), None)
    beside = next((c for c in rights(source) if c.dep_ == "appos"), None)
    if beside is not None and comma is not None:
        comma = next((i for i in range(beside.right_edge.i, last) if doc[i].text == ","), comma)
    if comma is None or not _clause_opens(doc, source, comma):
        main = next(
            (
                c
                for c in dependents(sentence_of(token).root)
                if c.dep_ in ("nsubj", "nsubjpass") and c.left_edge.i > source.i
            ),
            None,
        )
        if main is None and token.lower_ == "by":  # "by their reckoning 2,500 have perished"
            return span_of(doc, source.i + 1, last) if source.i < last else None
        return span_of(doc, main.left_edge.i, last) if main is not None else None
    return span_of(doc, comma + 1, last) if comma < last else None


def _content(doc: Doc, token: Token, source: Token) -> Span | None:
    """Return the clause that ``according to X`` covers: before it in its sentence, or after it where it opens one."""
    sentence = sentence_of(token)
    first, last = sentence.start, sentence.end - 1
    while last > first and (doc[last].is_space or doc[last].text in (".", "!", "?", '"', "”")):
        last -= 1
    opening = (
        next((i for i in range(first, token.i) if not doc[i].is_space and doc[i].dep_ != "cc"), token.i) == token.i
    )
    if opening:
        return _after_opening(doc, token, source, last)
    relative = doc[token.i - 2] if token.i - 2 > first and doc[token.i - 1].text == "," else None
    if relative is not None and relative.tag_ in ("WP", "WDT") and relative.head.i > token.i:
        comma = next((i for i in range(source.i, relative.head.i) if doc[i].text == ","), None)
        # "a fire that, according to the mayor, was caused by S"
        return span_of(doc, comma + 1, relative.head.right_edge.i) if comma is not None else None
    while first < token.i and (doc[first].is_space or doc[first].dep_ == "cc"):
        first += 1
    for index in range(token.i - 1, first, -1):
        if doc[index].text in BREAKS:
            first = index + 1
            break
    stop = token.i - 1
    while stop > first and (doc[stop].text in (",", "—", "–", '"', "”") or doc[stop].is_space):
        stop -= 1
    return span_of(doc, first, stop) if stop > first else None
