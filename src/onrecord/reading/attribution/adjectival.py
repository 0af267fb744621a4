"""Attitudes told by an adjective: "residents, convinced that S", "the envoy was adamant that S" (METHOD R-A2, B4)."""

from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.attribution import Style
from onrecord.model.factuality import Modality
from onrecord.reading.attribution.drafts import Draft
from onrecord.reading.attribution.phrases import conjuncts, span_of
from onrecord.reading.attribution.trimming import trimmed
from onrecord.reading.attribution.unsaid import nobody
from onrecord.reading.dependents import dependents, lefts, rights

__all__ = ["adjectival_cues", "adjectival_report"]

NOMINAL = ("NOUN", "PROPN", "PRON")


@cache
def adjectival_cues() -> dict[str, Modality]:
    """Return the adjectives of conviction, fear and insistence with the speech act that they name."""
    entries: dict[str, list[str]] = lexicon("reporting_cues")["adjectives"]
    return {word: Modality(act) for act, words in entries.items() for word in words}


def adjectival_report(doc: Doc, adjective: Token) -> Draft | None:
    """Read "X is ADJECTIVE that S" and "X, ADJECTIVE that S"; None where no clause follows or nobody is named."""
    clause = next((c for c in rights(adjective) if c.dep_ in ("ccomp", "acl") and c.pos_ in ("VERB", "AUX")), None)
    if clause is None or not _finite(clause):
        return None
    who = _holder(adjective)
    if who is None or who.pos_ not in NOMINAL or who.lower_ in ("it", "this", "that") or nobody(who):
        return None
    if any(c.dep_ == "neg" for c in (*dependents(adjective), *dependents(adjective.head))):
        return None
    first = clause.left_edge.i + (1 if clause.left_edge.lower_ == "that" else 0)
    content = span_of(doc, first, trimmed(doc, clause, clause.right_edge.i))
    act = adjectival_cues()[adjective.lower_]
    sources = tuple(t.i for t in conjuncts(who))
    return Draft(adjective.i, span_of(doc, adjective.i, adjective.i), act, Style.INDIRECT, content, sources=sources)


def _finite(clause: Token) -> bool:
    return clause.left_edge.lower_ == "that" or any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in lefts(clause))


def _holder(adjective: Token) -> Token | None:
    """Return whose attitude it is: the subject of the copula, or the noun that the adjective stands beside."""
    above = adjective.head
    if adjective.dep_ in ("acomp", "oprd", "advcl", "xcomp", "ROOT", "conj") and above.pos_ in ("VERB", "AUX"):
        return next((c for verb in (above, adjective) for c in lefts(verb) if c.dep_ in ("nsubj", "nsubjpass")), None)
    return above if adjective.dep_ in ("amod", "acl", "appos", "relcl") and above.i < adjective.i else None
