"""Noun phrases: where the words that name an actor begin and end."""

from spacy.tokens import Doc, Token

from onrecord.model.span import Quote, Span
from onrecord.reading.dependents import dependents, lefts, rights

__all__ = ["apposition", "conjuncts", "core", "mention", "quote_of", "span_of", "words_of"]

LEFT = frozenset(
    {"det", "amod", "compound", "nmod", "poss", "nummod", "predet", "quantmod", "advmod", "nn", "punct", "case"}
)
ATTRIBUTE = frozenset({"of", "for", "in", "from", "at", "on", "to", "with", "within", "inside", "near", "close"})
"""Prepositions that belong to a description of an actor: "a spokesman for the army"."""


def span_of(doc: Doc, first: int, last: int) -> Span:
    """Return the characters of the tokens from `first` through `last`."""
    return Span(doc[first].idx, doc[last].idx + len(doc[last].text))


def words_of(doc: Doc, first: int, last: int) -> str:
    """Return the words of the tokens from `first` through `last`; ``doc.text`` would build the whole text."""
    return doc[first : last + 1].text


def quote_of(doc: Doc, first: int, last: int) -> Quote:
    """Return the words of the tokens from `first` through `last` with their place."""
    span = span_of(doc, first, last)
    return Quote(span.start, span.end, words_of(doc, first, last))


def core(token: Token) -> tuple[int, int]:
    """Return the first and last token of a noun phrase without clauses and appositions."""
    first = token.i
    for child in reversed(list(lefts(token))):
        if child.dep_ not in LEFT or (child.dep_ == "punct" and child.text not in "-“\"'’"):
            break
        first = child.left_edge.i
    return _with_entity(token, first, _with_prepositions(token))


def _with_prepositions(token: Token) -> int:
    last = token.i
    for child in rights(token):
        name = child.text == "Without" and token.text[:1].isupper()  # Doctors Without Borders
        if child.dep_ == "prep" and (name or child.lower_ in ATTRIBUTE) and child.i == last + 1:
            if any(c.dep_ == "pcomp" or c.ent_type_ in ("DATE", "TIME") for c in dependents(child)):
                break
            last = _end(child)
        elif child.dep_ in ("acomp", "amod", "nummod") and child.i == last + 1 and child.lower_ == "close":
            last = _end(child)
        elif child.dep_ == "case" and child.i == last + 1:
            continue
        else:
            break
    return last


def _end(token: Token) -> int:
    """Return the last token under `token`, stopping before any clause or parenthesis."""
    last = token.i
    for child in rights(token):
        if child.dep_ in ("relcl", "acl", "appos", "advcl", "punct") or child.i > last + 6:
            break
        last = max(last, _end(child))
    return last


def _with_entity(token: Token, first: int, last: int) -> tuple[int, int]:
    """Widen a phrase to the entity that holds its head, so that a name is never cut."""
    if not token.ent_type_ or token.ent_type_ in ("DATE", "TIME", "CARDINAL"):
        return first, last
    start = stop = token.i
    while start > 0 and token.doc[start].ent_iob_ == "I":
        start -= 1
    while stop + 1 < len(token.doc) and token.doc[stop + 1].ent_iob_ == "I":
        stop += 1
    bracket = next((i for i in range(token.i, stop + 1) if token.doc[i].text in ("(", "[")), None)
    stop = stop if bracket is None else bracket - 1
    while stop > token.i and token.doc[stop].lower_ in ("'s", "’s", "’", "'"):
        stop -= 1
    return min(first, start), max(last, stop)


def apposition(token: Token) -> Token | None:
    """Return the head of the phrase that stands beside a noun as another name for it, or None."""
    for child in rights(token):
        if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN"):
            return child
        if child.dep_ in ("relcl", "acl", "cc", "conj"):
            return None
    return None


def mention(token: Token) -> tuple[int, int]:
    """Return the first and last token of the words that name an actor, an apposition included."""
    first, last = core(token)
    beside = apposition(token)
    if beside is not None:
        start, stop = core(beside)
        if start <= last + 2:
            return first, max(last, stop)
    return first, last


def conjuncts(token: Token) -> list[Token]:
    """Return a coordinated noun phrase's members in order: one speaker each."""
    members = [token]
    current = token
    while True:
        following = next(
            (c for c in rights(current) if c.dep_ == "conj" and c.pos_ in ("NOUN", "PROPN", "PRON", "ADJ")), None
        )
        if following is None or len(members) > 5:
            return members
        members.append(following)
        current = following
