"""The two opposed parties of a document, for plural speakers such as "both sides" (METHOD R-C3)."""

from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.attribution import SpeakerKind
from onrecord.reading.attribution.cues import word_set
from onrecord.reading.attribution.states import demonym_state, state
from onrecord.reading.sentences import sentence_of, sentences_of

__all__ = ["parties"]


@cache
def _groups() -> frozenset[str]:
    return frozenset(lexicon("actors")["named"]["armed_group"])


def parties(doc: Doc, token: Token) -> tuple[tuple[str, SpeakerKind], tuple[str, SpeakerKind]] | None:
    """Return the two parties to the fighting, those named before a token first, or None where two do not stand out.

    A party is a state or armed group named, or present through its people's name, in sentences that speak of fighting.
    The two most often so named are taken; where the second place is tied, the one named nearest before the token.
    """
    return _standing_out(doc, token.i, 0, sentence_of(token).end) or _standing_out(doc, token.i, 0, len(doc))


def _standing_out(
    doc: Doc, at: int, start: int, end: int
) -> tuple[tuple[str, SpeakerKind], tuple[str, SpeakerKind]] | None:
    counts: dict[tuple[str, SpeakerKind], int] = {}
    nearest: dict[tuple[str, SpeakerKind], int] = {}
    for sentence in sentences_of(doc, start, end):
        named = [(party, t.i) for t in sentence if (party := _party(t)) is not None]
        if not named or not any(t.lemma_.lower() in word_set("conflict", "actors") for t in sentence):
            continue
        for party, index in named:
            counts[party] = counts.get(party, 0) + 1
            if index < at:
                nearest[party] = index
    if len(counts) < 2:
        return None
    ranked = sorted(counts, key=lambda party: (-counts[party], at - nearest.get(party, -at)))
    first, second = sorted(ranked[:2], key=lambda party: nearest.get(party, len(doc)))
    return first, second


def _party(token: Token) -> tuple[str, SpeakerKind] | None:
    if not token.text[:1].isupper():
        return None
    name = state(token.text) or demonym_state(token.text)
    if name is not None:
        return name, SpeakerKind.STATE
    return (token.text, SpeakerKind.ARMED_GROUP) if token.text in _groups() else None
