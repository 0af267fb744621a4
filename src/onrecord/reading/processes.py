"""Processes that run through phases: ceasefires, corridors, evacuations, talks, sieges (lexicon ``processes``).

The noun names the process, the predicate it depends on names the phase: "the ceasefire collapsed", "to violate a truce".
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.model.span import Span
from onrecord.reading import syntax
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["Phase", "phases_of"]

NOMINAL = frozenset({"NOUN", "PROPN", "VERB"})
ANNOUNCING = frozenset({"announce", "declare", "propose", "promise", "offer", "order", "allow", "permit", "agree", "call",
                        "urge", "demand", "plan", "pledge", "schedule", "expect", "reject", "hold", "have", "be", "carry",
                        "conduct", "suggest", "discuss", "organise", "organize", "prepare", "guarantee"})  # fmt: skip
"""Verbs that report or hold a process rather than do something to it: the noun is the trigger then."""
COPULAR = frozenset({"be", "remain", "become", "prove", "get", "seem", "appear", "stay"})
FAILS_WITH_AGENT = {"EVACUATION.IMPEDED": "EVACUATION.OBSTRUCTED"}
MAX_LINKS = 5
REACH = 40
"""Tokens between a process noun's sentence and the sentence of a pronoun for it: about one sentence."""
TELLING = frozenset({"take effect", "come into force", "come into effect", "collapse", "expire", "hold", "break down", "violate",
                     "break", "breach", "extend", "fall apart", "take hold", "lapse", "observe", "respect"})  # fmt: skip
"""Phase words that need no noun beside them to be understood."""


@dataclass(frozen=True, slots=True)
class Phase:
    """A process noun and the phase that its clause puts it in.

    Attributes:
        process: The noun.
        event_type: METHOD B5's type of the phase.
        trigger: The word that names the event: the phase's predicate, or the noun with light and announcing verbs.
        span: The trigger's characters, with an adverb that completes it.
        predicate: The phase's predicate; None where the noun stands alone and the process is only presupposed.
    """

    process: Token
    event_type: str
    trigger: Token
    span: Span
    predicate: Token | None


@cache
def _nouns() -> dict[str, str]:
    return {noun: name for name, entry in lexicon("processes").items() for noun in entry["nouns"]}


@cache
def _phase_words(process: str) -> dict[str, str]:
    return {w: kind for kind, words in lexicon("processes")[process]["phases"].items() for w in words}


def phases_of(layers: Layers) -> dict[int, Phase]:
    """Return the phase of each process noun of a document, by the token that is the trigger."""
    found: dict[int, Phase] = {}
    last: tuple[str, Token] | None = None
    for token in layers.doc:
        process = process_of(token)
        if process is not None:
            phase = phase_of(token, process)
            last = (process, token)
        else:
            phase = _pronoun_phase(token, last)
        if phase is not None:
            found.setdefault(phase.trigger.i, phase)
    return found


def _pronoun_phase(token: Token, last: tuple[str, Token] | None) -> Phase | None:
    """Read "it took effect" where the last process spoken of, at most two sentences before, can do that."""
    if last is None or token.dep_ not in {"nsubj", "nsubjpass"} or token.lower_ not in {"it", "they", "which", "that"}:
        return None
    process, noun = last
    if token.sent.start - noun.sent.end > REACH or not token.head.pos_ == "VERB":
        return None
    words = _phase_words(process)
    kind = next((words[key] for key in _keys(token.head) if key in words and key in TELLING), None)
    if kind is None:
        return None
    return Phase(noun, kind, token.head, syntax.token_span(token.head, *syntax.children(token.head, "prt", "dobj")), token.head)


def process_of(token: Token) -> str | None:
    """Return the process that a noun names, or None."""
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    found = _nouns().get(word(token)) or _nouns().get(token.lower_)
    if found is None and token.dep_ != "compound":
        modifiers = [c for c in token.children if c.dep_ in {"amod", "compound"}]
        found = next((_nouns()[key] for c in modifiers if (key := f"{c.lower_} {word(token)}") in _nouns()), None)
    if found == "talks" and word(token) in {"meeting", "round"} and not _diplomatic(token):
        return None
    if word(token) in {"pause", "lull"} and not any(c.lower_ in {"humanitarian", "fighting"} for c in token.subtree):
        return None
    return found


def _diplomatic(token: Token) -> bool:
    return any(t.pos_ == "PROPN" or t.lower_ in {"diplomatic", "peace", "delegations", "foreign", "ministers"} for t in token.sent)


def phase_of(token: Token, process: str) -> Phase | None:
    """Return the phase of a process noun; None where it only modifies another noun ("ceasefire monitors")."""
    entry = lexicon("processes")[process]
    if token.dep_ == "compound" and token.head.pos_ in {"NOUN", "PROPN"}:
        return _compound_phase(token, process)
    words = _phase_words(process)
    for predicate in _predicates(token):
        for key in _keys(predicate):
            kind = words.get(key)
            if kind is None:
                continue
            return _phase(token, kind, predicate)
    return Phase(token, entry["alone"], token, syntax.token_span(token), None)


def _compound_phase(token: Token, process: str) -> Phase | None:
    """Read "ceasefire violations", "evacuation efforts": the head noun may name the phase."""
    head = token.head
    kind = _phase_words(process).get(word(head))
    if kind is None:
        return None
    return Phase(token, kind, head, syntax.token_span(head), head)


def _phase(noun: Token, kind: str, predicate: Token) -> Phase:
    nominal = kind == "DIPLOMACY.TALKS" or word(predicate) in ANNOUNCING | COPULAR or predicate.pos_ in {"ADJ", "NOUN", "ADP"} or "take" == word(predicate)
    if kind in FAILS_WITH_AGENT and predicate.pos_ == "VERB" and noun.dep_ == "dobj":
        agent = syntax.agent_phrase(predicate)
        kind = FAILS_WITH_AGENT[kind] if agent is not None and agent.pos_ in {"PROPN"} else kind
    if nominal:
        return Phase(noun, kind, noun, syntax.token_span(noun), predicate if predicate.pos_ != "ADP" else predicate.head)
    adverbs = [c for c in syntax.children(predicate, "advmod", "prt") if c.i == predicate.i + 1]
    return Phase(noun, kind, predicate, syntax.token_span(predicate, *adverbs), predicate)


def _keys(predicate: Token) -> list[str]:
    """Return what the phase tables may hold for a predicate: with particle, with object, with complement, bare."""
    lemma = word(predicate)
    keys = [f"{lemma} {c.lower_}" for c in predicate.children if c.dep_ in {"prt", "dobj", "advmod", "acomp"}]
    for c in syntax.children(predicate, "prep"):
        keys += [f"{lemma} {c.lower_} {n.lower_}" for n in syntax.children(c, "pobj")]
        keys.append(f"{lemma} {c.lower_}")
    if lemma in COPULAR:
        keys += [word(c) for c in syntax.children(predicate, "acomp", "attr")]
        keys += [f"{lemma} in {word(c)}" for c in syntax.children(predicate, "attr")]
        keys += [f"under {n.lower_}" for c in syntax.children(predicate, "prep") if c.lower_ == "under" for n in c.children]
    keys.append(lemma)
    return keys


def _lost_subject(noun: Token) -> list[Token]:
    """Return the main verb where the parser gave its subject to a participle: "truces meant to help have ended"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.dep_ == "advcl" and verb.tag_ in {"VBN", "VBD"} and verb.i < verb.head.i:
        main = verb.head
        if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in main.children):
            return [main]
    return []


def _predicates(token: Token) -> list[Token]:
    """Return the words that may name the phase, nearest first: participles, the verb above, "violation of ..."."""
    found = [c for c in token.children if c.dep_ in {"amod"} and c.pos_ == "VERB"]
    node = token
    for _ in range(MAX_LINKS):
        while node.dep_ == "conj" and node.head.pos_ in NOMINAL and node.pos_ in {"NOUN", "PROPN"}:
            node = node.head
        if node.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "oprd"}:
            found += _lost_subject(node)
            found.append(node.head)
            found += list(syntax.children(node.head, "xcomp"))
            if node.dep_ != "dobj" or word(node.head) in {"be", "have"}:
                found += [c for c in syntax.children(node.head, "conj") if not any(k.dep_ in {"nsubj", "nsubjpass"} for k in c.children)]
            found += [c for c in token.children if c.dep_ in {"acl", "relcl"}]
            return found
        if node.dep_ == "pobj":
            above = node.head.head
            if above.pos_ in {"VERB", "AUX"}:
                if node.head.lower_ in {"to", "of", "for", "on", "with", "by"}:
                    found.append(above)
                break
            if node.head.lower_ in {"of", "to", "for", "on", "in"} and above.pos_ in {"NOUN", "PROPN"}:
                found.append(above)
                node = above
                continue
        break
    found += [c for c in token.children if c.dep_ in {"acl", "relcl"}]
    return found
