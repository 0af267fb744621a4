"""Which words may name the phase of a process: the verb above its noun, a participle, "violation of" (METHOD B13)."""

from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.reading import syntax
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import dependents
from onrecord.reading.syntax import word

__all__ = ["ANNOUNCING", "COPULAR", "keys", "names_phase", "phase_words", "predicates"]

NOMINAL = frozenset({"NOUN", "PROPN", "VERB"})
TIME_NOUNS = clause_words("time_nouns")
MAX_LINKS = 5
WORKINGS = frozenset({"work", "functioning", "operation", "opening", "availability", "establishment", "start",
                      "creation", "idea", "use", "safety", "security"})  # fmt: skip
"""Nouns that only say that a process runs; what is done to them is done to it: "the work of the corridors"."""


ANNOUNCING = frozenset({"announce", "declare", "propose", "promise", "offer", "order", "allow", "permit", "agree",
                        "call", "urge", "demand", "plan", "pledge", "schedule", "expect", "reject", "hold", "have",
                        "be", "carry", "conduct", "suggest", "discuss", "appeal", "ask", "request", "press", "accept",
                        "back", "welcome", "organise", "organize", "prepare", "guarantee"})  # fmt: skip
"""Verbs that report or hold a process rather than do something to it: the noun is the trigger then."""
COPULAR = frozenset({"be", "remain", "become", "prove", "get", "seem", "appear", "stay"})


@cache
def phase_words(process: str) -> dict[str, str]:
    """Return the phase that each word names for a process."""
    return {w: kind for kind, words in lexicon("processes")[process]["phases"].items() for w in words}


def keys(predicate: Token) -> list[str]:
    """Return what the phase tables may hold for a predicate: with particle, with object, with complement, bare."""
    lemma = word(predicate)
    keys = [f"{lemma} {c.lower_}" for c in dependents(predicate) if c.dep_ in {"prt", "dobj", "advmod", "acomp"}]
    for c in syntax.children(predicate, "prep", "agent"):
        for n in dependents(c):
            if n.dep_ in {"pobj", "pcomp", "amod", "advmod", "acomp"}:
                keys += [f"{lemma} {c.lower_} {n.lower_}", f"{lemma} {c.lower_} {word(n)}"]
        keys.append(f"{lemma} {c.lower_}")
    if lemma in COPULAR:
        keys += [word(c) for c in syntax.children(predicate, "acomp", "attr")]
        keys += [word(k) for c in syntax.children(predicate, "acomp") for k in syntax.conjuncts(c)]
        keys += [f"{lemma} in {word(c)}" for c in syntax.children(predicate, "attr")]
        keys += [
            f"under {n.lower_}"
            for c in syntax.children(predicate, "prep")
            if c.lower_ == "under"
            for n in dependents(c)
        ]
    if not any(c.lower_ == "out" and lemma == "break" for c in dependents(predicate)):
        keys.append(lemma)  # a war that "broke out" broke nothing
    return keys


def _lost_subject(noun: Token) -> list[Token]:
    """Return the main verb where the parser gave its subject to a participle: "truces meant to help have ended"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.dep_ == "advcl" and verb.tag_ in {"VBN", "VBD"} and verb.i < verb.head.i:
        main = verb.head
        if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in dependents(main)):
            return [main]
    return []


def _announced_clause(noun: Token) -> list[Token]:
    """Return the announcing verb whose object the parser made a clause: "declared a ceasefire starting at ten"."""
    verb = noun.head
    above = verb.head
    return [above] if verb.tag_ == "VBG" and verb.dep_ in {"ccomp", "acl"} and word(above) in ANNOUNCING else []


def _verbs_of(node: Token) -> list[Token]:
    """Return the verb of a subject or object with its infinitives and what is coordinated with it."""
    found = [*_lost_subject(node), *_announced_clause(node), node.head, *syntax.children(node.head, "xcomp")]
    found += [x for c in syntax.children(node.head, "acomp") for x in syntax.children(c, "xcomp")]
    if node.dep_ != "dobj" or word(node.head) in {"be", "have"}:
        joined = syntax.children(node.head, "conj")
        found += [c for c in joined if not any(k.dep_ in {"nsubj", "nsubjpass"} for k in dependents(c))]
    return found


def predicates(token: Token) -> list[Token]:
    """Return the words that may name the phase, nearest first: participles, the verb above, "violation of ..."."""
    found: list[Token] = []
    late: list[Token] = []
    node = token
    for _ in range(MAX_LINKS):
        while node.dep_ == "conj" and node.head.pos_ in NOMINAL and node.pos_ in {"NOUN", "PROPN"}:
            node = node.head
        if node.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "oprd"}:
            found += _verbs_of(node)
            break
        if node.dep_ == "pobj":
            above = node.head.head
            if above.pos_ == "ADP" and above.dep_ == "prep":  # "pull out of the truce"
                above = above.head
            if above.pos_ in {"VERB", "AUX"}:
                if node.head.lower_ in {"to", "of", "for", "on", "with", "by", "from"}:
                    found.append(above)
                break
            if word(above) in TIME_NOUNS:
                break  # "on the first night of the siege" says when
            if node.head.lower_ in {"of", "to", "for", "on", "in"} and above.pos_ in {"NOUN", "PROPN"}:
                (late if word(above) in WORKINGS else found).append(above)
                node = above
                continue
        break
    return (
        found
        + late
        + [c for c in dependents(token) if c.dep_ in {"acl", "relcl"} or (c.dep_ == "amod" and c.pos_ == "VERB")]
    )


def names_phase(token: Token, process: str) -> bool:
    """Tell whether some word above or beside a noun names a phase of a process."""
    words = phase_words(process)
    return any(key in words for predicate in predicates(token) for key in keys(predicate))
