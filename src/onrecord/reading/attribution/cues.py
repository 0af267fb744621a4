"""Which words make a report, and the speech act they name (METHOD R-A2, B4)."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicons.load import lexicon
from onrecord.model.factuality import Modality

__all__ = ["NounCue", "VerbCue", "hearsay_words", "noun_cues", "passive_cues", "verb_cues", "word_set"]


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that reports.

    Attributes:
        lemma: The verb.
        act: The speech act it names.
        frames: What may stand for its content, see ``lexicons/en/reporting_cues.yml``.
        belief: True for attitudes, which need no words.
    """

    lemma: str
    act: Modality
    frames: frozenset[str]
    belief: bool


@dataclass(frozen=True, slots=True)
class NounCue:
    """A noun that reports: accusation, claim, statement."""

    lemma: str
    act: Modality
    unsourced: bool


@cache
def verb_cues() -> dict[str, VerbCue]:
    """Return the verbs of speech and belief by lemma; a verb's frames are those of all its entries together."""
    data = lexicon("reporting_cues")
    cues: dict[str, VerbCue] = {}
    for entry in data["verbs"]:
        for lemma in entry["lemmas"]:
            known = cues.get(lemma)
            act = Modality(data["acts"].get(lemma, entry["act"] if known is None else known.act))
            frames = frozenset(entry["frames"].split()) | (known.frames if known is not None else frozenset())
            belief = bool(entry.get("belief", False)) or (known is not None and known.belief)
            cues[lemma] = VerbCue(lemma, act, frames, belief)
    return cues


@cache
def noun_cues() -> dict[str, NounCue]:
    """Return the nouns of speech by lemma."""
    data = lexicon("reporting_cues")
    unsourced = frozenset(data["unsourced_of"])
    return {
        lemma: NounCue(lemma, Modality(entry["act"]), lemma in unsourced)
        for entry in data["nouns"]
        for lemma in entry["lemmas"]
    }


@cache
def passive_cues() -> dict[str, Modality]:
    """Return the verbs whose agentless passive is hearsay, by lemma (METHOD R-A7)."""
    return _acts("passives")


@cache
def hearsay_words() -> dict[str, Modality]:
    """Return adverbs and adjectives of hearsay by form (METHOD R-A7)."""
    return _acts("adverbs") | _acts("adjectives")


def _acts(section: str) -> dict[str, Modality]:
    entries: dict[str, Any] = lexicon("hearsay")[section]
    return {word: Modality(act) for word, act in entries.items() if act is not None}


@cache
def word_set(section: str, name: str = "reporting_cues") -> frozenset[str]:
    """Return a plain list of a lexicon as a set."""
    return frozenset(lexicon(name)[section])
