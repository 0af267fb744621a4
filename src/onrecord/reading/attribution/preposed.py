"""Contents that stand before or around their cue: "S, X said", "S1, X said, S2" (METHOD R-A2)."""

from spacy.tokens import Doc, Token

from onrecord.reading.attribution.cues import VerbCue, verb_cues, word_set
from onrecord.reading.attribution.phrases import mention
from onrecord.reading.attribution.trimming import EDGE
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.sentences import sentence_of

__all__ = ["around", "before_cue", "narrators_tail", "tail"]

CLAUSE = frozenset({"ccomp", "parataxis"})


def before_cue(verb: Token, cue: VerbCue, subject: Token | None) -> tuple[int, int] | None:
    """Return first and last token of "S" in "S, X said" or "S, said X"."""
    if not cue.frames & {"that", "quote"}:
        return None
    inverted = subject is None or subject.i > verb.i
    clause = next((c for c in dependents(verb) if c.dep_ in CLAUSE and c.i < verb.i), None)
    stop = verb.i if inverted or subject is None else subject.left_edge.i
    if (
        clause is None
        and verb.dep_ in ("parataxis", "ccomp")
        and verb.head.pos_ in ("VERB", "AUX")
        and verb.head.i != verb.i
    ):
        if verb.doc[stop - 1].text not in (",", "—", "–", "--"):
            return None
        first, last = verb.head.left_edge.i, stop - 1
        after = verb.right_edge.i + 1
        if after < sentence_of(verb).end and verb.doc[after].text == "," and verb.head.i > verb.i:
            last = verb.head.right_edge.i
    elif clause is not None:
        dateline = any(c.dep_ == "nsubj" and c.i < clause.left_edge.i for c in dependents(verb))
        first, last = (clause.left_edge.i if dateline else verb.left_edge.i), stop - 1
    elif verb.doc[stop - 1].text == "," and cue.lemma in word_set("closing") and _closes_sentence(verb, subject):
        first, last = sentence_of(verb).start, stop - 1
    else:
        return None
    while first < last and (verb.doc[first].text in EDGE or verb.doc[first].dep_ == "cc" or verb.doc[first].is_space):
        first += 1
    while last > first and verb.doc[last].text in EDGE:
        last -= 1
    return (first, last) if last > first else None


def _closes_sentence(verb: Token, subject: Token | None) -> bool:
    """Tell whether nothing but the subject and a full stop follows a verb: "No survivors, the mayor said"."""
    end = max(verb.i, subject.right_edge.i if subject is not None else verb.i)
    return all(t.is_punct or t.is_space for t in verb.doc[end + 1 : sentence_of(verb).end])


def tail(verb: Token, subject: Token | None) -> tuple[int, int] | None:
    """Return where a content goes on after the cue set into it: "Three men, police said, had been shot".

    Relative clauses after the cue, what was done while speaking and what the saying came after are the narrator's;
    whatever else follows the comma is the speaker's (R-A6): "police said, bringing the toll to 14".
    """
    start = verb.i + 1
    if subject is not None and subject.i > verb.i:
        start = max(start, mention(subject)[1] + 1)
    sentence = sentence_of(verb)
    while (
        start < sentence.end
        and verb.doc[start].pos_ in ("ADV", "PROPN", "NOUN", "ADP", "DET", "NUM", "ADJ")
        and verb.doc[start].dep_ != "nsubj"
    ):
        if start - verb.i > 8:
            return None
        start += 1
    if start + 2 >= sentence.end or verb.doc[start].text not in (",", "—", "–"):
        return None
    first = verb.doc[start + 1]
    if first.text in EDGE or narrators_tail(verb.doc, start + 1):
        return None
    if first.dep_ == "cc" and start + 2 < sentence.end and verb.doc[start + 2].lemma_ in verb_cues():
        return None
    if first.dep_ == "cc":
        if _narrators_clause(verb, first):
            return None
        start += 1
    last = sentence.end - 1
    while last > start and (verb.doc[last].text in EDGE or verb.doc[last].is_space):
        last -= 1
    return (start + 1, last) if last > start + 1 else None


def narrators_tail(doc: Doc, start: int) -> bool:
    """Tell whether what follows a cue is the narrator's: ", as rebels fought", ", a day after fighting had begun"."""
    first = doc[start]
    if first.tag_ in ("WP", "WDT", "WRB", "WP$") or first.lower_ in word_set("narrating"):
        return True
    if first.tag_ == "VBG" and (first.lemma_ in verb_cues() or first.lemma_ in word_set("while_speaking")):
        return True
    words = [t.lower_ for t in doc[start : start + 5]]
    side = next((i for i, w in enumerate(words) if w in ("after", "before")), 0)
    return side > 0 and doc[start + side - 1].ent_type_ in ("DATE", "TIME")


def _narrators_clause(verb: Token, coordinator: Token) -> bool:
    """Tell whether ", and T" after "S, X said" has a subject and verb of its own and no sign that X goes on.

    Signs are a pronoun, "that", or a verb shifted back as in reported speech: "and two more had died".
    """
    clause = next((c for c in rights(verb) if c.dep_ == "conj" and c.i > coordinator.i), None)
    if clause is None or clause.pos_ not in ("VERB", "AUX"):
        return False
    subject = next((c for c in lefts(clause) if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is None or subject.i < coordinator.i or subject.pos_ == "PRON":
        return False
    shifted = any(c.dep_ == "aux" and c.lower_ in ("had", "would", "could") for c in lefts(clause))
    return not shifted and verb.doc[coordinator.i + 1].lower_ != "that"


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
    while (
        closing < sentence.end
        and closing < verb.i + 5
        and (doc[closing].pos_ == "ADV" or doc[closing].ent_type_ in ("DATE", "TIME"))
    ):
        closing += 1
    if closing + 2 >= sentence.end or doc[closing].text not in (",", "—", "–", "--"):
        return []
    after = doc[closing + 1]
    if (
        after.tag_ in ("WP", "WDT", "VBG")
        or after.lower_ in word_set("narrating")
        or any(t.tag_ == "WDT" or t.lower_ == "as" for t in doc[opening + 1 : verb.i])
    ):
        return []
    first, last = sentence.start, sentence.end - 1
    if doc[opening - 1].tag_ in ("WP", "WDT"):  # "five men who, police said, had planned": the relative clause alone
        first = opening
    while first < opening and (doc[first].text in EDGE or doc[first].is_space or doc[first].dep_ == "cc"):
        first += 1
    while last > closing and (doc[last].text in EDGE or doc[last].is_space):
        last -= 1
    before = (
        [(first, opening - 1)] if any(t.pos_ in ("NOUN", "PROPN", "VERB", "PRON") for t in doc[first:opening]) else []
    )
    return [*before, (closing + 1, last)]
