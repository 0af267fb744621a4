"""Which words a reporting verb reports, by syntax, with repairs of scope (METHOD R-A2, R-A6)."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.model.factuality import Modality
from onrecord.model.span import Span
from onrecord.reading.cues import VerbCue, noun_cues, verb_cues, word_set
from onrecord.reading.phrases import mention, span_of
from onrecord.reading.sentences import sentence_of

__all__ = ["Complement", "around", "complement", "content_span", "speaks_on", "tail", "trimmed", "with_adjuncts"]

CLAUSE = frozenset({"ccomp", "parataxis"})
CLOSING = frozenset({"say", "report", "tell", "warn", "add", "write", "announce", "claim", "argue", "state"})
NARRATING = frozenset({"as", "while", "when", "after", "before", "though", "although", "citing", "according", "speaking", "in", "who", "which", "where", "referring", "because", "if", "with", "during", "at", "on"})
"""Words that open the narrator's own addition after a cue."""

CONCESSIVE = frozenset({"while", "although", "though", "whereas"})
"""Conjunctions that set the narrator's own clause against the reported one."""

LOOSE = frozenset({"say", "state", "insist", "argue", "maintain"})
"""Verbs whose long object is a clause that the parse took for a phrase."""

ADJUNCT = frozenset({"of", "to", "in", "at", "near", "from", "against", "between", "on", "with", "for", "over", "across", "inside"})

PRONOUNS = frozenset({"he", "she", "it", "they", "we"})

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})

EDGE = frozenset({",", ";", ":", ".", "—", "–", "--", "-", '"', "“", "”", "''", "``", "’", "‘", "'", "(", ")", "…", "...", "!", "?"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb reports.

    Attributes:
        first: First token of the content.
        last: Last token of the content.
        left: True where it stands before the verb: "S, X said".
        accused: Token of the accused, for verbs of blame.
        told: Token of who was told, for "told O".
    """

    first: int
    last: int
    left: bool = False
    accused: int | None = None
    told: int | None = None


def complement(verb: Token, cue: VerbCue, subject: Token | None) -> Complement | None:
    """Return what a reporting verb reports in its own sentence, or None where it reports nothing.

    Args:
        verb: The cue.
        cue: Its frames.
        subject: Who speaks; a content before the verb ends where this phrase begins.
    """
    if "blame" in cue.frames:
        return _accusation(verb)
    rights = [child for child in verb.children if child.i > verb.i]
    told = _told(verb, cue, rights)
    clause = _right_clause(cue, rights)
    if clause is not None:
        right = _right(verb, clause, told)
        asked = next((c for c in rights if c.dep_ == "dobj" and c.i < right.first), None)
        if cue.act is Modality.DEMANDED and asked is not None:
            return replace(right, first=asked.left_edge.i)
        return right
    left = _left(verb, cue, subject)
    if left is not None:
        return Complement(left[0], left[1], left=True, told=told)
    return _phrase(verb, cue, rights, told, subject)


def _told(verb: Token, cue: VerbCue, rights: list[Token]) -> int | None:
    if "tell" not in cue.frames:
        return None
    return next((c.i for c in rights if c.dep_ in ("dobj", "dative") and c.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _right_clause(cue: VerbCue, rights: list[Token]) -> Token | None:
    for child in rights:
        if child.dep_ in CLAUSE and ("inf" in cue.frames or ("that" in cue.frames and _finite(child))):
            return child
        if child.dep_ == "xcomp" and "inf" in cue.frames and child.pos_ in ("VERB", "AUX"):
            return child
        if child.dep_ == "advcl" and "that" in cue.frames and child.left_edge.lower_ == "that":
            return child
    return None


def _finite(clause: Token) -> bool:
    """Tell whether a clause has a finite verb: "found it hard" has none and is no report."""
    return clause.tag_ in FINITE or any(c.dep_ in ("aux", "auxpass", "cop") and c.tag_ in FINITE for c in clause.children) or clause.left_edge.lower_ in ("that", "how", "why", "what")


def _right(verb: Token, clause: Token, told: int | None) -> Complement:
    first, last = clause.left_edge.i, clause.right_edge.i
    first = max(first, verb.i + 1)
    while first < last and verb.doc[first].lower_ in ("that", ",", ":", "how") and verb.doc[first].dep_ in ("mark", "punct", "det", "advmod"):
        if verb.doc[first].lower_ == "how":
            break
        first += 1
    first = _past_time(verb, clause, first)
    last = trimmed(verb.doc, clause, last)
    for child in verb.rights:
        if child.dep_ == "conj" and child.i > last and _goes_on(child, last):
            last = trimmed(verb.doc, child, child.right_edge.i)
    return Complement(first, last, told=told)


def _past_time(verb: Token, clause: Token, first: int) -> int:
    """Step over when it was said: "said on Monday its troops had left"."""
    opening = verb.doc[first]
    if first != verb.i + 1 or opening.head.i != clause.i or opening.dep_ not in ("prep", "npadvmod"):
        return first
    last = opening.right_edge.i
    timed = any(t.ent_type_ in ("DATE", "TIME") for t in verb.doc[first : last + 1])
    return last + 1 if timed and verb.doc[last + 1].text != "," and last + 1 < clause.i else first


def _goes_on(conjunct: Token, last: int) -> bool:
    """Tell whether a conjunct that the parse hung on the cue goes on with the content: no comma, new subject or cue of its own."""
    subject = next((c for c in conjunct.children if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is not None and subject.lower_ in PRONOUNS and conjunct.lemma_ not in verb_cues():
        return True
    if conjunct.doc[last + 1].text == "," or (conjunct.lemma_ in verb_cues() and conjunct.tag_ in ("VBD", "VBZ", "VBP", "VBG")):
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in conjunct.children)


def trimmed(doc: Doc, clause: Token, last: int) -> int:
    """Return the last token of a content after cutting off what the narrator adds to it.

    Cut are: ``according to`` (a relay), concessive clauses after a comma with a subject of their own, and clauses that
    are reports themselves (``..., after it reported that``). Everything else stays inside: words of a speaker shown as
    the narrator's would be the worse error.
    """
    for token in _descendants(clause):
        if token.i > last or token.i < clause.i:
            continue
        if (token.lower_ == "according" and token.dep_ in ("prep", "advcl", "acl")) or _narrators(token, clause):
            last = min(last, token.left_edge.i - 1)
    while last > clause.left_edge.i and (doc[last].text in EDGE or doc[last].is_space or doc[last].dep_ == "cc"):
        last -= 1
    return last


def _descendants(clause: Token) -> list[Token]:
    """Return a clause's dependents two levels deep: deeper ones belong to its own phrases."""
    found = [child for child in clause.children if child.i > clause.i]
    return [*found, *(grandchild for child in found for grandchild in child.children if grandchild.i > clause.i)]


def _narrators(token: Token, clause: Token) -> bool:
    """Tell whether an adverbial clause at the end of a content is the narrator's."""
    if token.dep_ == "conj":
        return speaks_on(token)
    if token.dep_ == "appos":
        # ", a claim that could not be verified"
        return token.lemma_ in noun_cues() and token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ","
    if token.dep_ != "advcl" or token.i < clause.i:
        return False
    if token.tag_ == "VBG" and token.lemma_ in verb_cues() and token.left_edge.i > 0 and token.left_edge.nbor(-1).text == ",":
        return True
    has_subject = any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in token.children)
    mark = next((child.lower_ for child in token.children if child.dep_ == "mark"), "")
    before = token.left_edge.nbor(-1) if token.left_edge.i > 0 else token
    return has_subject and mark in CONCESSIVE and before.text == ","


def speaks_on(verb: Token) -> bool:
    """Tell whether a conjunct inside a content is the speaker's next cue: "said it would leave and suggested that S"."""
    if verb.dep_ != "conj" or verb.lemma_ not in verb_cues():
        return False
    head = verb.head
    if head.dep_ != "ccomp" or head.head.lemma_ not in verb_cues() or any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children):
        return False
    coordinator = next((c for c in head.children if c.dep_ == "cc" and c.i < verb.i), None)
    if coordinator is not None and coordinator.i > 0 and coordinator.nbor(-1).text == ",":
        return True
    if verb.tag_ not in ("VBD", "VBZ") or any(c.dep_ == "aux" for c in verb.children):
        return False
    return head.head.tag_ == verb.tag_ and (head.tag_ != verb.tag_ or any(c.dep_ in ("aux", "auxpass") for c in head.children))


def _left(verb: Token, cue: VerbCue, subject: Token | None) -> tuple[int, int] | None:
    """Return first and last token of "S" in "S, X said" or "S, said X"."""
    if not cue.frames & {"that", "quote"}:
        return None
    inverted = subject is None or subject.i > verb.i
    clause = next((c for c in verb.children if c.dep_ in CLAUSE and c.i < verb.i), None)
    stop = verb.i if inverted or subject is None else _leftmost(subject).i
    if clause is None and verb.dep_ in ("parataxis", "ccomp") and verb.head.pos_ in ("VERB", "AUX") and verb.head.i != verb.i:
        if verb.doc[stop - 1].text not in (",", "—", "–", "--"):
            return None
        first, last = verb.head.left_edge.i, stop - 1
        after = verb.right_edge.i + 1
        if after < sentence_of(verb).end and verb.doc[after].text == "," and verb.head.i > verb.i:
            last = verb.head.right_edge.i
    elif clause is not None:
        first, last = verb.left_edge.i, stop - 1
    elif verb.doc[stop - 1].text == "," and verb.dep_ == "ROOT" and cue.lemma in CLOSING and _closes_sentence(verb, subject):
        first, last = sentence_of(verb).start, stop - 1
    else:
        return None
    while first < last and (verb.doc[first].text in EDGE or verb.doc[first].dep_ == "cc" or verb.doc[first].is_space):
        first += 1
    while last > first and verb.doc[last].text in EDGE:
        last -= 1
    return (first, last) if last > first else None


def _closes_sentence(verb: Token, subject: Token | None) -> bool:
    """Tell whether nothing but the subject and a full stop follows a verb: "No survivors, the mayor said." """
    end = max(verb.i, subject.right_edge.i if subject is not None else verb.i)
    return all(t.is_punct or t.is_space for t in verb.doc[end + 1 : sentence_of(verb).end])


def tail(verb: Token, subject: Token | None) -> tuple[int, int] | None:
    """Return where a content goes on after the cue set into it: "Three men, police said, had been shot".

    Participles, relative clauses and adverbial clauses after the cue are the narrator's; whatever else follows the
    comma is the speaker's.
    """
    start = verb.i + 1
    if subject is not None and subject.i > verb.i:
        start = max(start, mention(subject)[1] + 1)
    sentence = sentence_of(verb)
    while start < sentence.end and verb.doc[start].pos_ in ("ADV", "PROPN", "NOUN", "ADP", "DET", "NUM", "ADJ") and verb.doc[start].dep_ != "nsubj":
        if start - verb.i > 8:
            return None
        start += 1
    if start + 2 >= sentence.end or verb.doc[start].text not in (",", "—", "–"):
        return None
    first = verb.doc[start + 1]
    if first.tag_ in ("VBG", "WP", "WDT", "WRB", "WP$") or first.lower_ in NARRATING or first.text in EDGE:
        return None
    if first.dep_ == "cc" and start + 2 < sentence.end and verb.doc[start + 2].lemma_ in verb_cues():
        return None
    last = sentence.end - 1
    while last > start and (verb.doc[last].text in EDGE or verb.doc[last].is_space):
        last -= 1
    return (start + 1, last) if last > start + 1 else None


def around(verb: Token, subject: Token | None) -> list[tuple[int, int]]:
    """Return the pieces around a cue set between commas, "S1, X said, S2", where the syntax does not join them."""
    if subject is None or not verb.i - 12 < subject.i < verb.i or not {"that"} & verb_cues()[verb.lemma_].frames:
        return []
    doc, sentence, opening = verb.doc, sentence_of(verb), mention(subject)[0] - 1
    while opening > sentence.start and doc[opening].pos_ in ("DET", "ADJ"):
        opening -= 1
    if opening <= sentence.start or doc[opening].text not in (",", "—", "–", "--"):
        return []
    closing = verb.i + 1
    while closing < sentence.end and closing < verb.i + 5 and (doc[closing].pos_ == "ADV" or doc[closing].ent_type_ in ("DATE", "TIME")):
        closing += 1
    if closing + 2 >= sentence.end or doc[closing].text not in (",", "—", "–", "--"):
        return []
    after = doc[closing + 1]
    if after.tag_ in ("WP", "WDT", "VBG") or after.lower_ in NARRATING or any(t.tag_ == "WDT" or t.lower_ == "as" for t in doc[opening + 1 : verb.i]):
        return []
    first, last = sentence.start, sentence.end - 1
    while first < opening and (doc[first].text in EDGE or doc[first].is_space or doc[first].dep_ == "cc"):
        first += 1
    while last > closing and (doc[last].text in EDGE or doc[last].is_space):
        last -= 1
    before = [(first, opening - 1)] if any(t.pos_ in ("NOUN", "PROPN", "VERB", "PRON") for t in doc[first:opening]) else []
    return [*before, (closing + 1, last)]


def _leftmost(subject: Token) -> Token:
    return subject.left_edge


def _phrase(
    verb: Token, cue: VerbCue, rights: list[Token], told: int | None, subject: Token | None
) -> Complement | None:
    """Return a content that is no clause: an object, or a phrase with the preposition that the verb takes."""
    for child in rights:
        if subject is not None and child.i == subject.i:
            continue
        if child.dep_ == "dobj" and child.i != told:
            taken = "np" in cue.frames or ("as" in cue.frames and any(c.lower_ == "as" for c in rights))
            if taken or (cue.lemma in LOOSE and child.right_edge.i - child.left_edge.i >= 3):
                last = max([with_adjuncts(child, rights), *(c.right_edge.i for c in rights if c.lower_ == "as")]) if taken else child.right_edge.i
                return Complement(child.left_edge.i, trimmed(verb.doc, child, last), told=told)
        if child.dep_ == "prep" and child.lower_ in cue.frames:
            inner = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            if inner is not None and inner.tag_ not in ("WP", "WDT"):
                after = next((c for c in rights if c.dep_ in ("xcomp", "advcl", "ccomp") and c.i > inner.i and c.left_edge.lower_ == "to"), None)
                last = trimmed(verb.doc, inner, inner.right_edge.i)
                return Complement(inner.left_edge.i, max(last, after.right_edge.i) if after is not None else last, told=told)
    return None


def with_adjuncts(thing: Token, rights: list[Token]) -> int:
    """Return the last token of an object with the phrases right after it: "reported strikes in the north" (R-A6)."""
    last = thing.right_edge.i
    for child in rights:
        if child.dep_ != "prep" or child.i != last + 1 or child.lower_ not in ADJUNCT:
            continue
        inner = next((c for c in child.children if c.dep_ == "pobj"), None)
        if inner is None or inner.lemma_ in word_set("vehicles"):
            break
        last = child.right_edge.i
    return last


def _accusation(verb: Token) -> Complement | None:
    """Return accused and act of "accused Y of Z", "blamed Y for Z", "charged Y with Z", "blamed Z on Y"."""
    accused = next((c for c in verb.children if c.dep_ in ("dobj", "nsubjpass")), None)
    if accused is None:
        return None
    last_search = verb.right_edge.i
    for token in verb.doc[verb.i + 1 : last_search + 1]:
        if token.dep_ == "prep" and token.lower_ in ("of", "for", "with", "on") and token.head.i in (verb.i, accused.i):
            inner = next((c for c in token.children if c.dep_ in ("pcomp", "pobj")), None)
            if inner is None:
                continue
            if token.lower_ == "of" and token.head.i == accused.i and inner.dep_ == "pobj" and inner.pos_ == "PROPN":
                continue
            if token.lower_ == "on":
                if verb.lemma_ != "blame":
                    continue
                return Complement(accused.left_edge.i, token.i - 1, accused=inner.i)
            return Complement(inner.left_edge.i, _end_of_charge(inner), accused=accused.i)
    return None


def _end_of_charge(inner: Token) -> int:
    """Return the last token of what somebody is accused of; a later finite clause with a subject is the narrator's."""
    last = inner.right_edge.i
    for child in inner.rights:
        if child.dep_ == "advcl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in child.children):
            last = min(last, child.left_edge.i - 1)
    return trimmed(inner.doc, inner, last)


def content_span(doc: Doc, found: Complement) -> Span:
    """Return the characters of a content."""
    return span_of(doc, found.first, found.last)
