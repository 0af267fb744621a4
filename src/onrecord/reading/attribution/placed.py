"""Reports read by position where the parse lost them: "S, X said.", "CUE ... that S" (METHOD R-A2)."""

from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model.attribution import SpeakerKind
from onrecord.reading.attribution.actors import kind_of
from onrecord.reading.attribution.cues import VerbCue, verb_cues
from onrecord.reading.attribution.phrases import core, words_of
from onrecord.reading.attribution.trimming import EDGE
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.sentences import sentence_of

__all__ = ["Placed", "closing_cue", "mistaken_participle", "that_clause"]

SAYING = frozenset({"VBD", "VBZ", "VBP"})
NOMINAL = ("NOUN", "PROPN", "PRON")
PHRASE = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "ADP", "CCONJ", "PART"})
ADVERBIAL = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "ADP", "ADV", "PART", "SYM"})
LONGEST = 24
"""Tokens that a speaker's phrase before the cue, or an adverbial after it, may have."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cue that closes what it reports.

    Attributes:
        subject: Head of the first phrase that names who speaks.
        first: First token of the content.
        last: Last token of the content.
        told: Token of who was told, or None.
    """

    subject: Token
    first: int
    last: int
    told: int | None


def closing_cue(verb: Token, cue: VerbCue) -> Placed | None:
    """Read "S, X said in a statement." by position: the parse may take X for a member of a list within S.

    Needed are a finite verb before the comma, nothing but noun phrases between it and the cue, and nothing but
    adverbials, or who was told, between the cue and the next comma or full stop.
    """
    past = verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in lefts(verb))  # a mistagged past tense
    if "that" not in cue.frames or cue.belief or not (verb.tag_ in SAYING or past):
        return None
    sentence, doc = sentence_of(verb), verb.doc
    inverted = _inverted(verb, sentence.end)
    stop = verb.i - 1 if inverted is not None else _phrase_opens(verb, sentence.start)
    if stop is None or (inverted is None and not _ends(verb, cue, sentence.end)):
        return None
    subject = inverted or _speaker(list(doc[stop + 1 : verb.i]))
    first = sentence.start
    while first < stop and (doc[first].text in EDGE or doc[first].is_space or doc[first].dep_ == "cc"):
        first += 1
    finite = any(t.pos_ in ("VERB", "AUX") and t.tag_ != "VBG" for t in doc[first:stop])
    subordinate = doc[first].tag_ == "WRB" or doc[first].dep_ == "mark"
    relative = doc[stop - 1].tag_ in ("WP", "WDT", "WRB")
    if subject is None or not finite or subordinate or relative or stop - 1 <= first:
        return None
    told = next((c.i for c in rights(verb) if c.dep_ in ("dobj", "dative") and c.pos_ in NOMINAL), None)
    return Placed(subject, first, stop - 1, told if "tell" in cue.frames else None)


def _inverted(verb: Token, end: int) -> Token | None:
    """Return who speaks in "S, recalled one resident, a farmer.": a known sort of speaker right after the verb."""
    if (
        verb.i == 0
        or verb.i + 1 >= end
        or verb.nbor(-1).text != ","
        or verb.nbor(1).pos_ not in (*NOMINAL, "DET", "NUM", "ADJ")
    ):
        return None
    token = verb.nbor(1)
    while token.head.i > token.i and token.head.i < verb.i + 8 and token.pos_ != "VERB":
        token = token.head
    if token.pos_ not in NOMINAL:
        return None
    last = core(token)[1]
    closed = last + 1 >= end or verb.doc[last + 1].text in (",", ".", ";")
    known = kind_of(token, words_of(verb.doc, token.i, token.i)) is not SpeakerKind.UNKNOWN
    return token if closed and known else None


def _phrase_opens(verb: Token, start: int) -> int | None:
    """Return the comma before the phrase that names the speaker, over one apposition: ", the mayor, Ann Lee, said"."""
    doc, index, inner = verb.doc, verb.i - 1, False
    while index > start and doc[index].pos_ in ("ADV", "AUX"):
        index -= 1
    if doc[index].text == ",":
        inner = True
        index -= 1
    while index > start and verb.i - index < LONGEST:
        token = doc[index]
        if token.text == ",":
            if not inner:
                break
            inner = False
        elif token.pos_ not in PHRASE and token.text not in ("-", "(", ")") and token.dep_ not in ("acl", "amod"):
            return None
        index -= 1
    if doc[index].text != "," or index <= start:
        return None
    opening = doc[index + 1]
    return None if opening.pos_ in ("CCONJ", "ADP") or opening.tag_ in ("WDT", "WP", "WRB", "IN") else index


def _ends(verb: Token, cue: VerbCue, end: int) -> bool:
    """Tell whether nothing that could be reported follows a cue before the next comma or full stop."""
    doc = verb.doc
    for index in range(verb.i + 1, min(end, verb.i + LONGEST)):
        token = doc[index]
        if token.text in (",", ".", ";", "—", "–") or token.is_space or token.lower_ == "condition":
            return True
        if index == verb.i + 1 and "tell" not in cue.frames and token.pos_ in ("DET", "NOUN", "NUM", "PRON", "ADJ"):
            return False
        if token.pos_ not in ADVERBIAL and token.tag_ != "VBN":
            return False
    return False


def _speaker(phrase: list[Token]) -> Token | None:
    """Return the head of the first noun phrase of a row: the first noun that no noun of the row governs."""
    inside = {token.i for token in phrase}
    heads = [t for t in phrase if t.pos_ in NOMINAL and (t.head.i not in inside or t.head.i == t.i)]
    return heads[0] if heads else None


def mistaken_participle(verb: Token, cue: VerbCue) -> tuple[int, int] | None:
    """Return the S of "X, the mayor, informed journalists that S" where the parse took the cue for an adjective.

    Needed are who was told and "that" right after the cue, and a finite verb in what follows.
    """
    if not {"tell", "that"} <= cue.frames or verb.tag_ not in ("VBN", "VBD") or verb.dep_ not in ("amod", "compound"):
        return None
    doc, end = verb.doc, sentence_of(verb).end
    that = next((i for i in range(verb.i + 2, min(end, verb.i + 8)) if doc[i].lower_ == "that"), None)
    if that is None or any(t.pos_ not in ADVERBIAL | {"PROPN", "PRON"} for t in doc[verb.i + 1 : that]):
        return None
    last = end - 1
    while last > that and (doc[last].text in EDGE or doc[last].is_space):
        last -= 1
    finite = any(t.tag_ in SAYING or t.tag_ == "MD" for t in doc[that + 1 : last + 1])
    return (that + 1, last) if finite else None


def that_clause(verb: Token, cue: VerbCue) -> Token | None:
    """Return the verb of "CUE ... that S" where the parse hung S on a noun in between: "told the daily that S"."""
    if "that" not in cue.frames or cue.belief:
        return None
    end, set_off = sentence_of(verb).end, False
    for index in range(verb.i + 1, min(end, verb.i + LONGEST)):
        token = verb.doc[index]
        if set_off and not (token.lower_ == "that" and token.nbor(-1).text == ","):
            continue
        if token.text == "," and index == verb.i + 1 < end - 1 and token.nbor(1).lower_ in ("citing", "quoting"):
            set_off = True
        elif token.lower_ == "that" and token.nbor(-1).lower_ == "so":
            return None  # "announced a truce so that residents could leave" announces the truce
        elif token.lower_ == "that" and index > verb.i + 1:
            clause = token.head
            fits = clause.i > index and clause.pos_ in ("VERB", "AUX") and token.dep_ in ("mark", "advmod")
            subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl") and c.i > index for c in dependents(clause))
            return clause if fits and subject and clause.dep_ in ("relcl", "acl", "ccomp", "advcl") else None
        elif token.text in (",", ".", ";", ":") or (token.pos_ in ("VERB", "AUX") and token.lemma_ in verb_cues()):
            return None
    return None
