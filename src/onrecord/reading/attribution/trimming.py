"""Where a content ends: what the narrator adds is cut off, everything else stays the speaker's (METHOD R-A6)."""

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.cues import noun_cues, verb_cues, word_set
from onrecord.reading.dependents import dependents, lefts

__all__ = ["EDGE", "characterises", "speaks_on", "trimmed"]

EDGE = frozenset(
    {",", ";", ":", ".", "—", "–", "--", "-", '"', "“", "”", "''", "``", "’", "‘", "'", "(", ")", "…", "...", "!", "?"}
)
"""Marks that no content ends or begins with."""


def trimmed(doc: Doc, clause: Token, last: int) -> int:
    """Return the last token of a content after cutting off what the narrator adds to it.

    Cut are: ``according to`` (a relay), concessive clauses after a comma with a subject of their own, and clauses that
    are reports themselves (``..., after it reported that``). Everything else stays inside: words of a speaker shown as
    the narrator's would be the worse error.
    """
    for token in _descendants(clause):
        if token.i > last or token.i < clause.i:
            continue
        if token.lower_ in ("citing", "quoting") and token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ",":
            last = min(last, token.left_edge.i - 1)
        if (token.lower_ == "according" and token.dep_ in ("prep", "advcl", "acl")) or _narrators(token, clause):
            last = min(last, token.left_edge.i - 1)
    for token in doc[clause.i : last + 1]:
        # ", a claim that could not be verified", ", an accusation the rebels deny"
        if (token.lemma_ in noun_cues() or token.lemma_ in word_set("characterising")) and characterises(token):
            last = min(last, token.left_edge.i - 1)
    last = _before_closing_cue(doc, clause, last)
    while last > clause.left_edge.i and (doc[last].text in EDGE or doc[last].is_space or doc[last].dep_ == "cc"):
        last -= 1
    return last


def _descendants(clause: Token) -> list[Token]:
    """Return a clause's dependents two levels deep: deeper ones belong to its own phrases."""
    found = [child for child in dependents(clause) if child.i > clause.i]
    return [*found, *(grandchild for child in found for grandchild in dependents(child) if grandchild.i > clause.i)]


def _narrators(token: Token, clause: Token) -> bool:
    """Tell whether an adverbial clause at the end of a content is the narrator's."""
    if token.dep_ == "conj":
        return speaks_on(token)
    if token.dep_ != "advcl" or token.i < clause.i:
        return False
    if (
        token.tag_ == "VBG"
        and token.lemma_ in verb_cues()
        and token.left_edge.i > 0
        and token.left_edge.nbor(-1).text == ","
    ):
        return True
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in dependents(token))
    mark = next((child.lower_ for child in dependents(token) if child.dep_ == "mark"), "")
    before = token.left_edge.nbor(-1) if token.left_edge.i > 0 else token
    return has_subject and mark in word_set("concessive") and before.text == ","


def _before_closing_cue(doc: Doc, clause: Token, last: int) -> int:
    """Return the last token before a cue that closes the sentence: ", the radio reported" is another's report."""
    token = doc[last]
    if last <= clause.i or token.pos_ != "VERB" or token.lemma_ not in verb_cues():
        return last
    if last + 1 < len(doc) and not (doc[last + 1].is_punct or doc[last + 1].is_space):
        return last
    subject = next((c for c in lefts(token) if c.dep_ == "nsubj"), None)
    if subject is None or subject.left_edge.i <= clause.i or subject.left_edge.nbor(-1).text != ",":
        return last
    return subject.left_edge.i - 1


def characterises(noun: Token) -> bool:
    """Tell whether a noun of speech stands after a comma for the clause before: ", an accusation the rebels deny"."""
    if noun.tag_ in ("NNS", "VBZ") and noun.i > 0 and noun.nbor(-1).text == "," and noun.i + 1 < len(noun.doc):
        return noun.nbor(1).tag_ in ("WDT", "IN") and noun.nbor(1).lower_ in ("that", "which")
    article = next((c for c in lefts(noun) if c.lower_ in ("a", "an")), None)
    return article is not None and article.i > 0 and article.nbor(-1).text == ","


def speaks_on(verb: Token) -> bool:
    """Tell whether a conjunct inside a content is the speaker's next cue: "said it would go and suggested that S"."""
    if verb.dep_ != "conj" or verb.lemma_ not in verb_cues():
        return False
    head = verb.head
    if (
        head.dep_ != "ccomp"
        or head.head.lemma_ not in verb_cues()
        or any(c.dep_ in ("nsubj", "nsubjpass") for c in dependents(verb))
    ):
        return False
    coordinator = next((c for c in dependents(head) if c.dep_ == "cc" and c.i < verb.i), None)
    if coordinator is not None and coordinator.i > 0 and coordinator.nbor(-1).text == ",":
        return True
    if verb.tag_ not in ("VBD", "VBZ") or any(c.dep_ == "aux" for c in dependents(verb)):
        return False
    return head.head.tag_ == verb.tag_ and (
        head.tag_ != verb.tag_ or any(c.dep_ in ("aux", "auxpass") for c in dependents(head))
    )
