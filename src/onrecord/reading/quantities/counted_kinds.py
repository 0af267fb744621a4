"""What a count counts: the kind that its predicate or its noun gives (METHOD R-Q2)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.reading.dependents import dependents, rights
from onrecord.reading.sentences import sentence_of

__all__ = [
    "KINDS",
    "KindFound",
    "adjacent_kind",
    "clause_kind",
    "figure_kind",
    "noun_kind",
    "predicate_kind",
    "state_kind",
]

KINDS: Any = lexicon("counted_kinds")
PREDICATES: dict[str, dict[str, Any]] = KINDS["predicates"]
PHRASES: dict[str, list[dict[str, Any]]] = KINDS["predicate_phrases"]
STATES: dict[str, str | None] = KINDS["states"]
PREPOSITION_STATES: dict[str, list[dict[str, Any]]] = KINDS["preposition_states"]
STATE_VERBS = frozenset(KINDS["state_verbs"])
NOUNS: dict[str, dict[str, Any]] = KINDS["nouns"]
NOMINALS: dict[str, str] = KINDS["nominals"]
FIGURES = frozenset(KINDS["figures"])
PUTTING = frozenset({"put", "place", "set", "estimate", "reckon"})
"""Verbs of "put the number of civilians killed since May at 2,000", whose "at" the parse may hang lower."""
FIGURE_MODIFIERS: dict[str, str] = KINDS["figure_modifiers"]
LIFE_VERBS = frozenset(KINDS["life_verbs"])
FOUND = frozenset(KINDS["found_nouns"])
BARE_PHRASES = frozenset(("killed", "injured", "abducted"))
HARM = frozenset(("killed", "injured"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
RELATIVE = frozenset(("who", "that", "which", "whom"))
COMPLEMENTS = frozenset(("acomp", "attr", "oprd", "xcomp", "ccomp"))
UPWARD = frozenset(("conj", "appos", "nummod", "quantmod", "compound", "amod", "npadvmod", "dep", "nmod"))
DEPTH = 6
"""Arcs to climb from a count to its predicate."""


@dataclass(frozen=True, slots=True)
class KindFound:
    """A kind and the word that gives it.

    Attributes:
        kind: killed, injured, ...
        governor: Token of the predicate or noun.
        bare: True where the predicate also counts an uncounted "a woman" or "civilians".
        strong: True for a kind that the noun itself gives whatever is said about it: "deaths".
        persons: True where the predicate takes other things than people too: "captured 12".
    """

    kind: str
    governor: int
    bare: bool = False
    strong: bool = False
    persons: bool = False


def state_kind(words: Sequence[str], first: int, last: int) -> KindFound | None:
    """Find a state among tokens: "dead", "seriously wounded", "dead or wounded" (then casualties, R-Q2)."""
    for i in range(first, last):
        kind = STATES.get(words[i])
        if kind is None:
            continue
        other = STATES.get(words[i + 2]) if i + 2 < len(words) and words[i + 1] in {"or", "and"} else None
        return KindFound(_undivided(kind, other), i, bare=True)
    return None


def noun_kind(words: Sequence[str], noun: Token) -> KindFound | None:
    """Return the kind that a counted noun gives: "deaths", "ceasefires", "12 lives were lost"."""
    lemma = noun.lemma_.lower()
    entry = NOUNS.get(lemma)
    if entry is not None:
        return KindFound(entry["kind"], noun.i, strong=entry.get("strong", False))
    if lemma in FOUND:
        return KindFound("killed", noun.i, strong=True)
    if lemma == "life" and _verb_of(noun).lemma_ in LIFE_VERBS:
        return KindFound("killed", _verb_of(noun).i, strong=True)
    if STATES.get(words[noun.i]) is not None:
        return KindFound(str(STATES[words[noun.i]]), noun.i, bare=True)
    return None


def predicate_kind(words: Sequence[str], argument: Token) -> KindFound | None:
    """Return the kind that the predicate over a counted argument gives, climbing conjuncts and "of" (R-Q2)."""
    token = argument
    for _ in range(DEPTH):
        found = _modifier_kind(words, token)
        if found is not None:
            return found
        dep, head = token.dep_, token.head
        if dep in SUBJECTS:
            return clause_kind(words, head, "object" if dep == "nsubjpass" else "subject", token)
        if dep in {"dobj", "dative"}:
            return clause_kind(words, head, "object", token) or figure_kind(words, _subject(head))
        if dep in {"attr", "oprd", "acomp"}:
            return figure_kind(words, _subject(head if head.dep_ != "xcomp" else head.head))
        if dep == "pobj":
            found = _under_preposition(words, head)
            if (
                found is not None
                or head.lower_ not in {"of", "in"}
                or not head.head.tag_.startswith(("N", "CD", "DT", "JJ"))
            ):
                return found
            token = head.head
        elif dep == "conj" and any(c.dep_ == "relcl" for c in dependents(token)):
            return None
        elif dep in UPWARD and not (dep == "conj" and head.pos_ in {"VERB", "AUX"}):
            token = head
        else:
            return None
    return None


def clause_kind(words: Sequence[str], verb: Token, role: str, argument: Token | None = None) -> KindFound | None:
    """Return the kind that a verb gives to its argument, by itself, with its complement or with its conjuncts.

    Args:
        words: The document's tokens in lower case.
        verb: The predicate.
        role: ``subject`` or ``object`` (passive subjects are objects).
        argument: The counted argument, whose own modifiers are not the clause's.
    """
    found = _verb_kind(words, verb, role) or _complement_kind(words, verb, role, argument)
    if found is not None and found.kind not in HARM | {"affected", "casualties"}:
        return found
    others = [c for c in verb.conjuncts if c.pos_ in {"VERB", "ADJ"} and _shares(verb, c, role)]
    for other in others:
        second = _verb_kind(words, other, role) or _complement_kind(words, other, role, argument)
        if second is None and other.lower_ in STATES and STATES[other.lower_]:
            second = KindFound(str(STATES[other.lower_]), other.i, bare=True)
        if second is not None:
            if found is None:
                return second
            kind = second.kind if found.kind == "affected" else _undivided(found.kind, second.kind)
            return KindFound(kind, found.governor, bare=found.bare)
    return found


def adjacent_kind(words: Sequence[str], doc: Doc, first: int) -> KindFound | None:
    """Read "injured another 271" and "Death toll: 45" by what stands right before the count."""
    i = first - 1
    if i > 0 and words[i] == ":":
        return figure_kind(words, doc[i - 1]) or state_kind(words, i - 1, i)
    while i >= 0 and words[i] in {"another", "a", "further", "additional", "some", "all", "the"}:
        i -= 1
    if i < 0 or doc[i].tag_ not in {"VBD", "VBG", "VBZ", "VBP", "VB"}:
        return None
    entry = PREDICATES.get(doc[i].lemma_.lower())
    return (
        KindFound(entry["kind"], i) if entry is not None and entry.get("bare") and entry["takes"] == "object" else None
    )


def figure_kind(words: Sequence[str], noun: Token | None) -> KindFound | None:
    """Return the kind of a figure word: "death toll", "number of wounded", "population" (R-Q2)."""
    if noun is None:
        return None
    lemma = noun.lemma_.lower()
    if lemma not in FIGURES:
        return KindFound(NOMINALS[lemma], noun.i) if lemma in {"dead", "wounded", "injured", "casualty"} else None
    for child in dependents(noun):
        modifier = FIGURE_MODIFIERS.get(child.lemma_.lower()) or (
            STATES.get(child.lower_) if child.dep_ in {"amod", "compound"} else None
        )
        if modifier is not None:
            return KindFound(modifier, noun.i)
        if child.dep_ == "prep" and child.lower_ == "of":
            for counted in dependents(child):
                joined = (c for c in counted.conjuncts if c.i > counted.i)
                kind = (
                    state_kind(words, counted.left_edge.i, counted.i + 1)
                    or _modifier_kind(words, counted)
                    or next((found for c in joined if (found := _modifier_kind(words, c)) is not None), None)
                    or noun_kind(words, counted)
                )
                if kind is not None:
                    return kind
    if lemma in {"toll", "population"}:
        return KindFound(NOMINALS[lemma], noun.i)
    return None


def _undivided(kind: str, other: str | None) -> str:
    """Killed and injured in one number are casualties, never killed (R-Q2)."""
    if other is not None and {kind, other} == HARM:
        return "casualties"
    # "Shot and killed": the exact word wins over the undivided one.
    return other if kind == "casualties" and other in HARM else kind


def _verb_of(noun: Token) -> Token:
    token = noun
    while token.dep_ in {"pobj", "prep", "conj", "compound"} and token.head.i != token.i:
        token = token.head
    return token.head


def _subject(verb: Token) -> Token | None:
    for child in dependents(verb):
        if child.dep_ in SUBJECTS:
            return child
    return verb.head if verb.dep_ in {"acl", "relcl"} else None


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" for child in dependents(verb))


def _patient(verb: Token) -> bool:
    """Tell a participle whose subject suffers it ("12 killed in a blast") from an active verb."""
    return verb.tag_ in {"VBN", "VBD"} and not any(c.dep_ in {"dobj", "aux", "ccomp"} for c in dependents(verb))


def _verb_kind(words: Sequence[str], verb: Token, role: str) -> KindFound | None:
    lemma = verb.lemma_.lower()
    phrase = _phrase_kind(words, verb, role) if lemma in PHRASES else None
    if phrase is not None:
        return phrase
    entry = PREDICATES.get(lemma)
    if entry is not None and lemma in {"remain", "stay"} and any(c.dep_ in COMPLEMENTS for c in dependents(verb)):
        entry = None
    if entry is not None:
        takes = entry["takes"]
        if takes in {role, "both"} or (takes == "object" and role == "subject" and _patient(verb)):
            return KindFound(entry["kind"], verb.i, bare=entry.get("bare", False), persons=entry.get("persons", False))
        return None
    return None


def _phrase_kind(words: Sequence[str], verb: Token, role: str) -> KindFound | None:
    """Read "lost their lives", "were forced from their homes", "took shelter"."""
    for child in dependents(verb):
        if child.dep_ == "xcomp" and child.lemma_ in PREDICATES:
            return None
    sentence_end = sentence_of(verb).end
    for phrase in PHRASES[verb.lemma_.lower()]:
        window = words[verb.i + 1 : min(verb.i + phrase.get("within", 9), sentence_end)]
        fits = phrase["takes"] in {role, "both"} or (
            phrase["takes"] == "object" and role == "subject" and _patient(verb)
        )
        if fits and any(word in phrase["with"] for word in window) and phrase.get("prep", window[0]) in window:
            return KindFound(phrase["kind"], verb.i, bare="prep" not in phrase and phrase["kind"] in BARE_PHRASES)
    return None


def _complement_kind(
    words: Sequence[str], verb: Token, role: str, argument: Token | None, depth: int = 3
) -> KindFound | None:
    """Read "were dead", "went missing", "left 14 wounded", "are believed to be suffering", "are without food"."""
    states = verb.lemma_ in STATE_VERBS
    for child in dependents(verb):
        if argument is not None and child.i == argument.i:
            continue
        if (child.i > verb.i and child.dep_ in COMPLEMENTS and not _own_subject(child)) or (
            states and child.dep_ in {"advcl", "advmod", "conj"}
        ):
            if states and STATES.get(child.lower_) and not _has_own_count(child):
                return state_kind(words, child.i, child.i + 1)
            if child.dep_ == "xcomp" and depth:
                inner = "subject" if child.tag_ != "VBN" else "object"
                found = _verb_kind(words, child, inner) or _complement_kind(words, child, inner, argument, depth - 1)
                if found is not None:
                    return found
        if child.dep_ == "prep" and states and role == "subject":
            found = _prepositional_state(words, child)
            if found is not None:
                return found
    return None


def _prepositional_state(words: Sequence[str], prep: Token) -> KindFound | None:
    """Read "are without food", "are in hospital", "were among the dead"."""
    if prep.lower_ == "among":
        kinds = ((STATES.get(child.lower_), child.i) for child in dependents(prep))
        return next((KindFound(kind, i) for kind, i in kinds if kind is not None), None)
    for entry in PREPOSITION_STATES.get(prep.lower_, ()):
        if any(words[t.i] in entry["with"] for t in prep.subtree):
            return KindFound(entry["kind"], prep.i)
    return None


def _own_subject(token: Token) -> bool:
    return any(c.dep_ in SUBJECTS for c in dependents(token)) and token.dep_ != "xcomp"


def _has_own_count(token: Token) -> bool:
    return any(c.dep_ == "nummod" for c in dependents(token))


def _shares(verb: Token, other: Token, role: str) -> bool:
    """Tell whether two joined verbs share the counted argument: "killed and wounded 20", "were killed or hurt"."""
    first, second = (verb, other) if verb.i < other.i else (other, verb)
    own = {c.dep_ for c in dependents(second)}
    if own & SUBJECTS:
        return False
    if role == "subject" or "auxpass" in {c.dep_ for c in dependents(first)}:
        return "dobj" not in own
    firsts = {c.dep_ for c in dependents(first)}
    return ("dobj" in own) != ("dobj" in firsts) and verb.i > other.i


def _modifier_kind(words: Sequence[str], token: Token) -> KindFound | None:
    """Read "people killed in the raid", "villagers who were hurt", "five of them dead"."""
    for child in rights(token):
        if child.dep_ in {"acl", "relcl"}:
            if any(c.dep_ in SUBJECTS and c.lower_ not in RELATIVE for c in dependents(child)):
                continue
            deps = {c.dep_ for c in dependents(child)}
            passive = bool(deps & {"nsubjpass", "auxpass"}) or (child.tag_ == "VBN" and not deps & {"aux", "nsubj"})
            found = clause_kind(words, child, "object" if passive else "subject")
            if found is None and child.tag_ == "VBD" and _patient(child):
                found = clause_kind(words, child, "object")
            if found is not None and not (child.dep_ == "relcl" and _negated(child)):
                return found
        elif (
            child.dep_ in {"amod", "advmod", "acomp", "oprd"} and STATES.get(child.lower_) and not _has_own_count(child)
        ):
            return state_kind(words, child.i, child.i + 1)
    return None


def _figure_put(at: Token) -> Token | None:
    """Return the figure of "put the number of civilians killed since May at 2,000"."""
    verb = next((a for a in at.ancestors if a.lemma_ in PUTTING), None)
    things = dependents(verb) if verb is not None else ()
    return next((c for c in things if c.dep_ == "dobj" and c.i < at.i and c.lemma_ in FIGURES), None)


def _under_preposition(words: Sequence[str], prep: Token) -> KindFound | None:
    """Read "the deaths of 12", "a population of 430,000", "rose to 45", "put the toll at 17", "among the dead"."""
    above = prep.head
    lemma = above.lemma_.lower()
    thing = _figure_put(prep) if prep.lower_ == "at" else None
    if thing is not None:
        return figure_kind(words, thing)
    if above.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"} and prep.lower_ in {"of", "to", "in", "at", "for", "among"}:
        figure = figure_kind(words, above)
        if figure is not None:
            return figure
        if lemma == "life" and _verb_of(above).lemma_ in LIFE_VERBS:
            return KindFound("killed", _verb_of(above).i)
        if lemma in NOMINALS and lemma != "life" and (lemma != "home" or prep.lower_ == "to") and prep.lower_ != "in":
            return KindFound(NOMINALS[lemma], above.i, bare=prep.lower_ == "of" and NOMINALS[lemma] != "population")
        return None
    if above.pos_ in {"VERB", "AUX"} and prep.lower_ in {"to", "at"}:
        for child in dependents(above):
            if child.dep_ in SUBJECTS or child.dep_ == "dobj":
                found = figure_kind(words, child)
                if found is not None:
                    return found
    return None
