"""Type a reported statement by what it is about, where none of its words names an event (lexicon ``topics``).

A speaker's sentence is not lost because its verb is unknown: the claim is kept, typed by topic, and flagged for review.
"""

from collections import Counter
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.attribution import Voice
from onrecord.model.factuality import Modality
from onrecord.model.reading import ReportMention
from onrecord.reading.syntax import word

__all__ = ["statement_topic"]

SHORTEST = 4
"""Words that a statement must have; less only points back or repeats."""
SILENT = frozenset({Modality.DENIED, Modality.ACCUSED})
"""Acts whose content must name the harm itself: a topic is not enough to say what is denied or who did it."""


@cache
def _topics() -> dict[str, str]:
    return {lemma: kind for kind, lemmas in lexicon("topics").items() for lemma in lemmas}


@cache
def _order() -> dict[str, int]:
    return {kind: i for i, kind in enumerate(lexicon("topics"))}


def statement_topic(report: ReportMention, doc: Doc) -> tuple[Token, str] | None:
    """Return the word that a reported statement turns on and its type; None where it is about nothing of interest.

    Args:
        report: An attribution.
        doc: The parse.
    """
    if report.content is None or report.voice is not Voice.ATTRIBUTED or report.act in SILENT:
        return None
    words = doc.char_span(report.content.start, report.content.end, alignment_mode="contract")
    if words is None or len(words) < SHORTEST or not any(t.pos_ in {"VERB", "AUX"} for t in words):
        return None
    found = [(token, _topics()[word(token)]) for token in words if word(token) in _topics() and token.pos_ != "PROPN"]
    if not found:
        return None
    votes = Counter(kind for _, kind in found)
    best = min(votes, key=lambda kind: (-votes[kind], _order()[kind]))
    return next(pair for pair in found if pair[1] == best)
