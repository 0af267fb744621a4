"""Numbers that the text says nobody knows; unknown is a value and never zero (METHOD B9)."""

from collections.abc import Iterator, Sequence
from typing import Any

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.quantity import Quantity
from onrecord.model.reading import QuantityMention
from onrecord.model.span import Span
from onrecord.reading.dependents import dependents
from onrecord.reading.quantities.counted_kinds import KindFound, figure_kind, noun_kind, predicate_kind
from onrecord.reading.quantities.counted_nouns import population_class, unit_of
from onrecord.reading.sentences import sentence_of
from onrecord.reading.syntax import quote

__all__ = ["read_unknown_counts"]

KINDS: Any = lexicon("counted_kinds")
STATES: dict[str, str | None] = KINDS["states"]
UNKNOWN = frozenset(KINDS["unknown_adjectives"])
NOT_KNOWN = frozenset(KINDS["unknown_adverbs_after_not"])
CONFLICTING = frozenset(KINDS["conflicting"])
REPORTS = frozenset(KINDS["report_nouns"])
SILENT = frozenset(KINDS["silent_verbs"])
NUMBER = frozenset(("number", "extent", "scale", "count", "toll", "figure"))
NEGATIONS = frozenset(("not", "n't", "n’t", "never", "cannot"))
UNKNOWABLE = frozenset(("killed", "injured", "casualties", "missing", "trapped", "displaced"))
BEFORE = 14
"""Tokens in which the cue stands before "how many"."""
AFTER = 12
"""Tokens in which the counted stand after the cue."""


def read_unknown_counts(doc: Doc, words: Sequence[str]) -> list[QuantityMention]:
    """Return the counts of which the text says that they are not known, one for each kind it names (B9).

    Args:
        doc: The parse.
        words: Its tokens in lower case.
    """
    mentions: list[QuantityMention] = []
    for i, word in enumerate(words):
        if word == "how" and i + 1 < len(words) and words[i + 1] == "many":
            mentions.extend(_how_many(doc, words, i))
        elif word in {"anyone", "anybody"}:
            mentions.extend(_whether(doc, words, i))
        elif word in CONFLICTING or (word == "no" and _no_word(doc, words, i)):
            mentions.extend(_kinds_after(doc, words, i))
        elif word in UNKNOWN or (word in NOT_KNOWN and _negated_before(words, i)):
            mentions.extend(_unknown(doc, words, i))
    return list({(m.first, m.quantity.kind): m for m in mentions}.values())


def _negated_before(words: Sequence[str], i: int) -> bool:
    return any(word in NEGATIONS for word in words[max(0, i - 4) : i])


def _is_unknown(doc: Doc, words: Sequence[str], first: int, last: int) -> bool:
    """Tell whether a cue among tokens says that the number is not known, or that nobody gives it."""
    for i in range(first, last):
        if words[i] in UNKNOWN:
            return True
        lemma = doc[i].lemma_.lower()
        if (lemma in SILENT or words[i] in NOT_KNOWN) and any(
            w in NEGATIONS or w == "no" for w in words[max(first, i - 4) : i]
        ):
            return True
    return False


def _how_many(doc: Doc, words: Sequence[str], how: int) -> Iterator[QuantityMention]:
    start = sentence_of(doc[how]).start
    if not _is_unknown(doc, words, max(start, how - BEFORE), how):
        return
    token = doc[how + 1]
    noun = token.head if token.dep_ == "amod" and token.head.i > token.i and token.head.tag_.startswith("N") else None
    argument = noun if noun is not None else token
    found = predicate_kind(words, argument) or (noun_kind(words, noun) if noun is not None else None)
    if found is None and token.head.pos_ == "VERB":
        found = predicate_kind(words, token)
    if found is not None:
        yield _mention(doc, how, how + 2, None if noun is None else noun.i, found)


def _no_word(doc: Doc, words: Sequence[str], no: int) -> bool:
    """Tell "no immediate word on casualties" from "no casualties": silence is not zero."""
    for i in range(no + 1, min(no + 4, len(words))):
        if doc[i].tag_.startswith("N"):
            return doc[i].lemma_.lower() in REPORTS and any(w in {"of", "on", "about"} for w in words[i + 1 : i + 3])
    return False


def _kinds_after(doc: Doc, words: Sequence[str], cue: int) -> Iterator[QuantityMention]:
    """Read "conflicting reports on those wounded or killed": each kind named is unknown."""
    report = next((i for i in range(cue + 1, min(cue + 4, len(words))) if doc[i].lemma_.lower() in REPORTS), None)
    if report is None:
        return
    seen: set[str] = set()
    for i in range(report + 1, min(report + AFTER, sentence_of(doc[cue]).end)):
        token = doc[i]
        if words[i] in {",", ";", "but", "though", "although"} or token.tag_ in {"VBZ", "VBP", "MD"}:
            break
        kind = STATES.get(words[i])
        found = (
            KindFound(kind, i) if kind is not None else noun_kind(words, token) if token.tag_.startswith("N") else None
        )
        if found is not None and found.kind in UNKNOWABLE and found.kind not in seen:
            seen.add(found.kind)
            yield _mention(doc, i, i + 1, None, found)


def _unknown(doc: Doc, words: Sequence[str], cue: int) -> Iterator[QuantityMention]:
    """Read "an unknown number of people were killed", "casualties are unknown", "the number of dead is not known"."""
    if cue + 1 < len(words) and words[cue + 1] == "number":
        yield from _unknown_number(doc, words, cue)
        return
    subject = _subject(doc, cue)
    if subject is None:
        return
    lemma = subject.lemma_.lower()
    some = False
    for token in subject.subtree:
        if token.i >= cue or token.dep_ == "compound":
            continue
        found = noun_kind(words, token) if token.tag_.startswith("N") else None
        state = STATES.get(words[token.i])
        if found is None and state and lemma in NUMBER:
            found = KindFound(state, token.i)
        if found is not None and found.kind in UNKNOWABLE:
            some = True
            yield _mention(doc, token.i, token.i + 1, None, found)
    figure = figure_kind(words, subject) if lemma in NUMBER and not some else None
    if figure is not None and figure.kind in UNKNOWABLE:
        yield _mention(doc, subject.i, subject.i + 1, None, figure)


def _whether(doc: Doc, words: Sequence[str], anyone: int) -> Iterator[QuantityMention]:
    """Read "it was unclear whether anyone was hurt"."""
    start = max(sentence_of(doc[anyone]).start, anyone - BEFORE)
    if not {"whether", "if"} & set(words[max(start, anyone - 3) : anyone]) or not _is_unknown(
        doc, words, start, anyone
    ):
        return
    found = predicate_kind(words, doc[anyone])
    if found is not None:
        yield _mention(doc, anyone, anyone + 1, None, found)


def _unknown_number(doc: Doc, words: Sequence[str], cue: int) -> Iterator[QuantityMention]:
    for prep in dependents(doc[cue + 1]):
        for noun in dependents(prep) if prep.lower_ == "of" else ():
            found = predicate_kind(words, noun) or noun_kind(words, noun)
            if found is not None:
                yield _mention(doc, cue, cue + 2, noun.i, found)


def _subject(doc: Doc, cue: int) -> Token | None:
    """Return what is said to be unknown: the subject over the cue, or the plural right before it."""
    start = sentence_of(doc[cue]).start
    for token in doc[start:cue]:
        if token.dep_ in {"nsubj", "nsubjpass"} and _reaches(token.head.i, cue, doc):
            return token
    return doc[cue - 1] if cue > start and doc[cue - 1].tag_ == "NNS" else None


def _reaches(verb: int, cue: int, doc: Doc) -> bool:
    token = doc[cue]
    for _ in range(3):
        if token.i == verb:
            return True
        token = token.head
    return token.i == verb


def _mention(doc: Doc, first: int, last: int, noun: int | None, found: KindFound) -> QuantityMention:
    span = Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]))
    quantity = Quantity(
        found.kind,
        unit_of(doc, noun, found.kind, found.governor),
        None,
        None,
        "unknown",
        unknown=True,
        mention=quote(doc, span),
        population_class=population_class(doc, noun),
    )
    return QuantityMention(span, first, last, noun, found.governor, quantity)
