"""Find sites by what they are for: "a maternity hospital", "School No. 4" (METHOD B7 site, R-I2)."""

import re
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.reading.places.word_page import WordPage

__all__ = ["FacilityPhrase", "find_facilities", "function_words"]

LONGEST_PHRASE = 9
"""Tokens of the longest noun phrase taken as a facility's name."""


@dataclass(frozen=True, slots=True)
class FacilityPhrase:
    """A noun phrase that names a facility.

    Attributes:
        first: First token of the phrase.
        last: Token after its core, with a number ("No. 4"), before any prepositional phrase.
        head: Head token.
        noun: The facility's noun as the lexicon has it: "power plant".
        function: Its class: health, education, ...
        plural: True for several of them.
        definite: True where the words refer to one that is known: the, this, a possessive, or a name of its own.
    """

    first: int
    last: int
    head: int
    noun: str
    function: str
    plural: bool
    definite: bool


@cache
def _nouns() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the lexicon by last word: the words before it and the class, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    classes: dict[str, list[str]] = lexicon("facilities")["classes"]
    for function, nouns in classes.items():
        for noun in nouns:
            *before, last = re.findall(r"'s|[^\W_]+|-", noun.lower())
            table.setdefault(last, []).append((tuple(before), function))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in table.items()}


@cache
def _events() -> frozenset[str]:
    return frozenset(lexicon("facilities")["event_nouns"])


@cache
def _indefinite() -> frozenset[str]:
    return frozenset(lexicon("facilities")["determiners_indefinite"])


def find_facilities(page: WordPage) -> list[FacilityPhrase]:
    """Return the facilities of a document in order; one noun phrase gives one facility."""
    found: list[FacilityPhrase] = []
    doc, nouns = page.doc, _nouns()
    for at, lowered in enumerate(page.lower):
        last = lowered if lowered in nouns or not lowered.endswith("s") else _singular(lowered)
        rows = nouns.get(last)
        if rows is None:
            continue
        token = doc[at]
        if token.pos_ not in {"NOUN", "PROPN"}:
            continue
        matched = _matched(doc, token, rows)
        if matched is None or not _denotes_site(token):
            continue
        before, function = matched
        phrase = _phrase(doc, token, " ".join((*before, last)), function, plural=last != lowered)
        if phrase is not None and not _no_site(page, phrase) and not (found and found[-1].last > phrase.first):
            found.append(phrase)
    return found


def _no_site(page: WordPage, phrase: FacilityPhrase) -> bool:
    """Tell whether a phrase names no site: "the stock market", "taken to hospital"."""
    others: dict[str, list[str]] = lexicon("facilities")["not_sites"]
    before = page.lower[phrase.head - 1] if phrase.head else ""
    if before in others.get(phrase.noun, ()) or before in others.get(page.lower[phrase.head], ()):
        return True
    return not phrase.plural and phrase.last - phrase.first == 1


def _singular(word: str) -> str:
    """Return a plural's singular, or the word itself."""
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    for ending in ("ches", "shes", "sses"):
        if word.endswith(ending):
            return word[:-2]
    return word.removesuffix("s") if not word.endswith("ss") else word


def _matched(
    doc: Doc, token: Token, rows: tuple[tuple[tuple[str, ...], str], ...]
) -> tuple[tuple[str, ...], str] | None:
    """Return the longest entry whose words stand before the token."""
    for before, function in rows:
        start = token.i - len(before)
        if start >= 0 and all(doc[start + k].lower_ == word for k, word in enumerate(before)):
            return before, function
    return None


def _denotes_site(token: Token) -> bool:
    """Tell whether the noun stands for a site: not "hospital staff", but "the hospital bombing"."""
    if token.i + 1 < len(token.doc) and token.nbor().lower_ in {"no", "no.", "number", "nr", "#", "№"}:
        return True
    if token.dep_ in {"compound", "amod", "nmod"} and token.head.i > token.i:
        head = token.head
        return head.lemma_.lower() in _events() and token.i == head.i - 1
    following = token.nbor() if token.i + 1 < len(token.doc) else None
    return following is None or not (
        following.pos_ == "PROPN" and token.pos_ == "PROPN" and following.head.i != token.i
    )


def _phrase(doc: Doc, token: Token, noun: str, function: str, *, plural: bool) -> FacilityPhrase | None:
    """Return the phrase around a facility's noun, from its determiner to its number."""
    first = token.i
    edge = (token.head if token.dep_ in {"compound", "amod", "nmod"} else token).left_edge.i
    while first > edge and token.i - first < LONGEST_PHRASE and _belongs(doc[first - 1]):
        first -= 1
    opener = doc[first].lower_
    if opener == "no":
        return None
    last = _past_number(doc, token.i + 1)
    named = any(t.pos_ == "PROPN" for t in doc[first:last]) or last > token.i + 1
    definite = (
        opener not in _indefinite() and (opener in {"the", "this", "that", "its", "their", "our"} or named)
    ) or (named and opener not in _indefinite())
    return FacilityPhrase(first, last, token.i, noun, function, plural, definite)


def _belongs(token: Token) -> bool:
    """Tell whether a word before the noun is part of its phrase."""
    if token.pos_ in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART"}:
        return token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj", "npadvmod", "ROOT", "neg"}
    if token.pos_ == "PRON":
        return token.dep_ == "poss"
    if token.pos_ == "VERB":
        return token.dep_ in {"amod", "compound"}
    return token.lower_ in {"and", "-", "–", "’s", "'s", "’"} and token.dep_ in {"cc", "punct", "case"}


def _past_number(doc: Doc, at: int) -> int:
    """Return the token after "No. 4", "Number 4", "#4" or a bare number of two digits at most."""
    total = len(doc)
    if at < total and doc[at].lower_ in {"no", "no.", "number", "nr", "#", "№"}:
        end = at + 1
        if end < total and doc[end].text == ".":
            end += 1
        if end < total and doc[end].like_num:
            return end + 1
    if at < total and doc[at].text.isdigit() and len(doc[at].text) < 3 and doc[at - 1].pos_ == "PROPN":
        return at + 1
    return at


@cache
def _functional() -> frozenset[str]:
    """Return every word of the lexicon's facilities."""
    return frozenset(word for last, rows in _nouns().items() for before, _ in rows for word in (*before, last))


def function_words(doc: Doc, phrase: FacilityPhrase) -> frozenset[str]:
    """Return the words that say what the facility is for: {children, maternity, hospital} (R-I2)."""
    return frozenset(
        _singular(token.lower_)
        for token in doc[phrase.first : phrase.last]
        if token.pos_ == "NOUN" or token.lower_ in _functional()
    )
