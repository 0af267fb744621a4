"""``according to X``: X is the origin where nobody else speaks, and a relay where somebody does (METHOD R-A2)."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.model.attribution import Style
from onrecord.model.factuality import Modality
from onrecord.model.span import Span
from onrecord.reading.drafts import Draft
from onrecord.reading.phrases import conjuncts, span_of
from onrecord.reading.states import seat_state

__all__ = ["according_to"]

BREAKS = frozenset({";", "—", "–"})
NOBODY = frozenset({"plan", "schedule", "law", "rules", "rule", "age", "size", "need", "needs", "principle"})
_ = seat_state


def according_to(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """Return the drafts with every ``according to`` read: as a relay of the report it stands with, or as its own."""
    result = list(drafts)
    for token in doc:
        if token.lower_ != "according" or token.i + 1 >= len(doc) or doc[token.i + 1].lower_ != "to":
            continue
        to = doc[token.i + 1]
        source = next((c for c in to.children if c.dep_ == "pobj"), None) or _noun_after(doc, to)
        if source is None or source.lemma_ in NOBODY:
            continue
        relayed = _relayed(doc, token, result)
        if relayed is not None:
            draft = result[relayed]
            same = [i for i, d in enumerate(result) if d.head == draft.head]
            for index in same:
                result[index] = replace(result[index], relays=(*result[index].relays, source.i))
            continue
        content = _content(doc, token, source)
        if content is not None:
            cue = span_of(doc, token.i, token.i + 1)
            sources = tuple(t.i for t in conjuncts(source))
            result.append(Draft(token.i, cue, Modality.ASSERTED, Style.INDIRECT, content, sources=sources))
    return result


def _noun_after(doc: Doc, to: Token) -> Token | None:
    following = next((t for t in doc[to.i + 1 : to.i + 6] if t.pos_ in ("NOUN", "PROPN")), None)
    while following is not None and following.dep_ == "compound" and following.head.i > following.i:
        following = following.head
    return following


def _relayed(doc: Doc, token: Token, drafts: list[Draft]) -> int | None:
    """Return the report in the same sentence that this relays: its cue stands in the clause that ``according`` closes."""
    sentence = token.sent
    best = None
    for index, draft in enumerate(drafts):
        if draft.content is None or not draft.sources or not sentence.start <= draft.head < sentence.end:
            continue
        whole = draft.content.cover(draft.cue)
        if draft.head < token.i and (best is None or draft.head > drafts[best].head):
            near = doc[draft.head]
            if token.head.i == draft.head or draft.content.start <= token.idx or whole.end <= token.idx:
                best = index if _same_clause(near, token) else best
        elif draft.head > token.i and best is None and token.i == sentence.start:
            best = index
    return best


def _same_clause(cue: Token, token: Token) -> bool:
    """Tell whether no new main clause begins between a cue and ``according``."""
    return not any(t.text in BREAKS or (t.dep_ == "cc" and t.head.i == cue.i and t.i > cue.i and _new_subject(cue, t)) for t in cue.doc[cue.i : token.i])


def _new_subject(cue: Token, coordinator: Token) -> bool:
    return any(c.dep_ == "conj" and c.i > coordinator.i and any(g.dep_ in ("nsubj", "nsubjpass") for g in c.children) for c in cue.children)


def _content(doc: Doc, token: Token, source: Token) -> Span | None:
    """Return the clause that ``according to X`` covers: before it in its sentence, or after it where it opens one."""
    sentence = token.sent
    first, last = sentence.start, sentence.end - 1
    while last > first and (doc[last].is_space or doc[last].text in (".", "!", "?", '"', "”")):
        last -= 1
    opening = next((i for i in range(first, token.i) if not doc[i].is_space and doc[i].dep_ != "cc"), token.i) == token.i
    if opening:
        comma = next((i for i in range(source.i, last) if doc[i].text == ","), None)
        beside = next((c for c in source.rights if c.dep_ == "appos"), None)
        if beside is not None and comma is not None:
            comma = next((i for i in range(beside.right_edge.i, last) if doc[i].text == ","), comma)
        return span_of(doc, comma + 1, last) if comma is not None and comma < last else None
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
