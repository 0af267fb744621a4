"""Conditions under which a word names an event: one small function for each key of the ``events`` lexicons."""

from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.events import word_conditions
from onrecord.reading.events.agents import agents, of_a_side
from onrecord.reading.events.thwarting import is_negated, no_determiner, thwarted
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["CONDITIONS", "Condition", "patients"]

Condition = Callable[[Token, Any, Layers], bool]

OF_LIKE = ("of", "on", "upon", "against", "at", "into", "in")
"""Prepositions by which an event noun names what it acts on: "shelling of", "attack on"."""
PREDICATIVE = frozenset({"acomp", "attr", "oprd", "ROOT", "xcomp", "ccomp"})


def patients(token: Token) -> Iterator[Token]:
    """Yield what the event acts on, by verb syntax or by the prepositions and compounds of an event noun."""
    if token.pos_ in {"VERB", "AUX"} or token.dep_ in {"acl", "amod"}:
        known = tuple(syntax.objects(token))
        yield from known or _lost_patient(token)
        for _, met in syntax.prepositional(token, "of" if token.tag_ == "VBG" else "on", "on", "upon", "at", "against"):
            yield met
    else:
        for _, noun in syntax.prepositional(token, *OF_LIKE):
            yield noun
        yield from syntax.children(token, "compound", "nmod")


def _lost_patient(token: Token) -> Iterator[Token]:
    """Yield the object that the parse does not give: "men they had been holding", "were lined up and shot"."""
    head, own = token.head, [c for c in dependents(token) if c.dep_ in syntax.SUBJECTS]
    if token.dep_ == "relcl" and own and own[0].lower_ not in syntax.RELATIVE:
        bare = token.tag_ == "VBN" and not any(c.dep_ == "aux" for c in dependents(token))
        yield own[0] if bare else head  # "many of them held without charge"; "soldiers they had been holding"
    elif token.dep_ in {"xcomp", "advcl"} and head.dep_ == "relcl" and not own and token.tag_ == "VB":
        told = next((c for c in dependents(head) if c.dep_ in syntax.SUBJECTS), None)
        if told is not None and told.lower_ not in syntax.RELATIVE and not any(syntax.children(head, "dobj")):
            yield head.head  # "the guns it had undertaken to remove"
    elif token.dep_ == "conj" and not own and token.tag_ in {"VBD", "VBN"} and syntax.is_passive(head):
        yield from syntax.objects(head)
    elif token.dep_ == "ccomp" and not own and head.tag_ == "VBG" and syntax.is_passive(token):
        found = syntax.subject(head)
        yield from () if found is None else (found,)  # "people trying to fetch water were hit"


def _clause_lemmas(token: Token) -> set[str]:
    """Return the lemmas of the clause around a token, with the clauses that hang on it."""
    root = syntax.clause_root(token)
    while root.dep_ in {"xcomp", "advcl", "ccomp"} and not any(c.dep_ in syntax.SUBJECTS for c in dependents(root)):
        root = root.head
    apart = [
        c for c in dependents(root) if c.dep_ in {"conj", "parataxis", "relcl"} and c.pos_ == "VERB" and c.i != token.i
    ]
    outside = {i for c in apart for i in _stretch(c) if not c.left_edge.i <= token.i <= c.right_edge.i}
    words = [t for t in root.subtree if t.i not in outside] if outside else list(root.subtree)
    return {word(t) for t in words} | {t.lower_ for t in words}


def _stretch(token: Token) -> range:
    return range(token.left_edge.i, token.right_edge.i + 1)


def _classes_meet(tokens: Iterator[Token], wanted: list[str], layers: Layers) -> bool:
    for noun in tokens:
        found = layers.classes.of(noun)
        if "anything" in wanted or any(name in found for name in wanted):
            return True
    return False


def _patient(token: Token, wanted: list[str], layers: Layers) -> bool:
    return _classes_meet(patients(token), wanted, layers)


def _agent(token: Token, wanted: list[str], layers: Layers) -> bool:
    found = list(agents(token))
    if "force" in wanted and any(of_a_side(noun, layers) for noun in found):
        return True
    return _classes_meet(iter(found), wanted, layers)


def _passive_or_agent(token: Token, wanted: list[str], layers: Layers) -> bool:
    return syntax.is_passive(token) or _agent(token, wanted, layers)


def _object(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    return any(word(noun) in lemmas for noun in syntax.objects(token))


def _agent_lemma(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    return any(word(noun) in lemmas or any(word(c) in lemmas for c in dependents(noun)) for noun in agents(token))


def _prep(token: Token, prepositions: list[str], layers: Layers) -> bool:
    del layers
    return any(True for _ in syntax.prepositional(token, *prepositions))


def _prep_object(token: Token, wanted: list[str], layers: Layers) -> bool:
    return _classes_meet((noun for _, noun in syntax.prepositional(token)), wanted, layers) or _classes_meet(
        (c for c in dependents(token) if c.dep_ == "pobj"), wanted, layers
    )


def _modifier(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    return any(
        word(child) in lemmas or child.lower_ in lemmas
        for child in syntax.children(token, "amod", "compound", "nmod", "det", "poss", "nummod")
    )


def _particle(token: Token, particles: list[str], layers: Layers) -> bool:
    del layers
    return any(c.lower_ in particles for c in dependents(token) if c.dep_ in {"prt", "advmod", "prep"})


def _near(token: Token, lemmas: list[str], layers: Layers) -> bool:
    known = layers.clause_lemmas.get(token.i)
    if known is None:
        known = layers.clause_lemmas[token.i] = _clause_lemmas(token)
    return not known.isdisjoint(lemmas)


def _near_class(token: Token, wanted: list[str], layers: Layers) -> bool:
    return _classes_meet(iter(t for t in token.subtree if t.pos_ in {"NOUN", "PROPN"}), wanted, layers)


def _near_facility(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    return _near_class(token, ["facility"], layers) is wanted


def _near_complement(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    return any(
        word(t) in lemmas
        for t in token.subtree
        if t.dep_ in {"acomp", "oprd", "ccomp", "amod", "xcomp", "advcl", "dobj"}
    )


def _negated(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    del layers
    verb = token if token.pos_ in {"VERB", "AUX"} else token.head
    refused = word(verb.head) in {"refuse", "fail", "unable"} and verb.dep_ == "xcomp"
    return (is_negated(token) or is_negated(verb) or refused) is wanted


def _quantified(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    counted = any(token.i in {q.counted, q.governor} for q in layers.quantities)
    return (counted or any(True for _ in syntax.children(token, "nummod"))) is wanted


def _predicative(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    del layers
    head = token
    while head.dep_ == "conj":
        head = head.head
    return (head.dep_ in PREDICATIVE) is wanted


def _verb_lemma(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    verb = syntax.governing_verb(token.head)
    return verb is not None and word(verb) in lemmas


def _predicate(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    verb = token.head
    said = {word(c) for c in syntax.complements(verb)} if token.dep_ in {"nsubj", "nsubjpass", "conj"} else set()
    modified = {word(c) for c in syntax.children(token, "amod")}
    return not (said | modified | {word(verb)} | _lost_predicate(token)).isdisjoint(lemmas)


def _lost_predicate(token: Token) -> set[str]:
    """Return the complements of a later copula whose subject the parser lost: "... and the situation there is dire"."""
    if token.dep_ != "conj":
        return set()
    for later in token.doc[token.i + 1 : token.sent.end]:
        if later.pos_ == "AUX" and later.dep_ in {"conj", "ROOT"}:
            own = any(c.dep_ in syntax.SUBJECTS for c in dependents(later))
            return set() if own else {word(c) for c in syntax.children(later, "acomp")}
    return set()


def _compound_of(token: Token, wanted: list[str], layers: Layers) -> bool:
    return token.dep_ == "compound" and _classes_meet(iter((token.head,)), wanted, layers)


def _number_follows(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    del layers
    return any(t.like_num for t in token.subtree) is wanted


def _place_needed(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    found = any(
        layers.classes.place_at(noun) is not None or "settlement" in layers.classes.of(noun)
        for _, noun in syntax.prepositional(token, "in", "inside", "at", "within")
    )
    inside = any(
        c.lower_ in {"there", "inside", "behind", "here"} for c in syntax.children(token, "advmod", "prt", "prep")
    )
    return (found or inside) is wanted


def _quantity_needed(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    span = {t.i for t in token.subtree}
    counted = any(q.counted in span or q.first in span for q in layers.quantities)
    return (
        counted or any(t.like_num and t.dep_ in {"nummod", "nsubj", "dobj", "quantmod"} for t in token.subtree)
    ) is wanted


def _how_many(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    del layers
    subject = syntax.subject(token)
    many = subject is not None and any(
        c.lower_ == "many" and any(k.lower_ == "how" for k in dependents(c)) for c in dependents(subject)
    )
    return many is wanted


GOODS = frozenset({"necessity", "aid", "relief_good", "staple"})


def _negated_object(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    nouns = [noun for noun in syntax.objects(token) if not layers.classes.of(noun).isdisjoint(GOODS)]
    lacking = any(no_determiner(noun) or is_negated(token) for noun in nouns)
    return lacking is wanted


def _negated_attribute(token: Token, wanted: list[str], layers: Layers) -> bool:
    nouns = [n for n in syntax.children(token, "attr") if no_determiner(n) or is_negated(token)]
    return _classes_meet(iter(nouns), wanted, layers)


def _subject_none(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    del layers
    subject = syntax.subject(token)
    return (subject is not None and no_determiner(subject)) is wanted


def _pairs(token: Token, wanted: dict[str, list[str]], layers: Layers) -> bool:
    return any(_classes_meet(iter((noun,)), wanted[name], layers)
               for name, noun in syntax.prepositional(token, *wanted))  # fmt: skip


def _object_counted(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    return any(_quantified(noun, True, layers) for noun in syntax.objects(token)) is wanted  # noqa: FBT003


def _modifier_class(token: Token, wanted: list[str], layers: Layers) -> bool:
    return _classes_meet(syntax.children(token, "amod", "compound", "nmod", "poss"), wanted, layers)


def _said_of(token: Token) -> Token | None:
    """Return what a verb, an adjective or an adverb is said of: the subject, or the noun it modifies."""
    if token.dep_ in {"advmod", "prt", "prep"}:
        return syntax.subject(token.head)
    return syntax.subject(token)


def _subject_class(token: Token, wanted: list[str], layers: Layers) -> bool:
    found = _said_of(token)
    return found is not None and _classes_meet(syntax.conjuncts(found), wanted, layers)


def _subject_phrase(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    found = _said_of(token)
    return found is not None and any(word(t) in lemmas or t.lower_ in lemmas for t in found.subtree if t.i != token.i)


def _object_phrase(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    return any(word(t) in lemmas or t.lower_ in lemmas for noun in syntax.objects(token) for t in noun.subtree)


def _object_has(token: Token, wanted: list[str], layers: Layers) -> bool:
    """Tell whether some noun of the object's phrase is of a class: "tonnes of flour"."""
    return any(_classes_meet(_nouns_in(noun), wanted, layers) for noun in syntax.objects(token))


def _subject_has(token: Token, wanted: list[str], layers: Layers) -> bool:
    """Tell whether some noun of the subject's phrase is of a class: "a column of ambulances"."""
    found = _said_of(token)
    return found is not None and _classes_meet(_nouns_in(found), wanted, layers)


def _nouns_in(noun: Token) -> Iterator[Token]:
    return (t for t in noun.subtree if t.pos_ in {"NOUN", "PROPN", "ADJ", "PRON"})


DOCUMENT = -1  # the key of the words of war of the whole document, beside the lemmas of its clauses


def _conflict(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether the document has a word of war somewhere: then ordinary words are read as part of it."""
    known = layers.clause_lemmas.get(DOCUMENT)
    if known is None:
        known = layers.clause_lemmas[DOCUMENT] = {word(t) for t in token.doc} & _war()
    return bool(known) is wanted


@cache
def _war() -> frozenset[str]:
    return frozenset(lexicon("word_classes")["conflict"])


def _subject_counted(token: Token, wanted: bool, layers: Layers) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether the subject is a number of people: "some 130,000 people remained"."""
    found = _said_of(token)
    if found is None:
        return wanted is False
    counted = "count" in layers.classes.of(found) or any(found.i in {q.counted, q.governor} for q in layers.quantities)
    return (counted or any(t.like_num for t in found.subtree)) is wanted


def _phrase(token: Token, phrases: list[str], layers: Layers) -> bool:
    """Tell whether the words right after the token are one of these: "taken to safety"."""
    del layers
    if token.i + 1 >= len(token.doc):
        return False
    first = token.nbor(1).lower_
    likely = [phrase for phrase in phrases if phrase.startswith(first)]
    if not likely:
        return False
    after = " ".join(t.lower_ for t in token.doc[token.i + 1 : token.i + 6]) + " "
    return any(after.startswith(phrase + " ") for phrase in likely)


def _sentence(token: Token, lemmas: list[str], layers: Layers) -> bool:
    del layers
    return any(word(t) in lemmas for t in token.sent)


BEFORE = 4
"""Sentences before a word's own in which what it is about may have been said."""


def _lately(token: Token, lemmas: list[str], layers: Layers) -> bool:
    """Tell whether one of these words stands in the sentence or in a few before: "the convoy" of the last line."""
    first = token.sent.start
    key = DOCUMENT - 1 - first  # beside the clauses, whose keys are not negative
    known = layers.clause_lemmas.get(key)
    if known is None:
        for _ in range(BEFORE):
            first = token.doc[first - 1].sent.start if first else 0
        told = token.doc[first : token.sent.end]
        known = layers.clause_lemmas[key] = {word(t) for t in told} | {t.lower_ for t in told}
    return not known.isdisjoint(lemmas)


CONDITIONS: dict[str, Condition] = {
    "patient": _patient,
    "agent": _agent,
    "passive_or_agent": _passive_or_agent,
    "object": _object,
    "agent_lemma": _agent_lemma,
    "prep": _prep,
    "prep_object": _prep_object,
    "modifier": _modifier,
    "particle": _particle,
    "near": _near,
    "near_class": _near_class,
    "near_facility": _near_facility,
    "near_complement": _near_complement,
    "negated": _negated,
    "quantified": _quantified,
    "predicative": _predicative,
    "verb_lemma": _verb_lemma,
    "predicate": _predicate,
    "compound_of": _compound_of,
    "number_follows": _number_follows,
    "place_needed": _place_needed,
    "quantity_needed": _quantity_needed,
    "how_many": _how_many,
    "negated_object": _negated_object,
    "negated_attribute": _negated_attribute,
    "subject_none": _subject_none,
    "subject_class": _subject_class,
    "subject_phrase": _subject_phrase,
    "object_phrase": _object_phrase,
    "subject_counted": _subject_counted,
    "object_has": _object_has,
    "subject_has": _subject_has,
    "conflict": _conflict,
    "phrase": _phrase,
    "sentence": _sentence,
    "lately": _lately,
    "thwarted": thwarted,
    "prep_lemma": word_conditions.prep_lemma,
    "pairs": _pairs,
    "complement": word_conditions.complement,
    "form": word_conditions.form,
    "next": word_conditions.followed_by,
    "head_lemma": word_conditions.head_lemma,
    "no_object": word_conditions.no_object,
    "object_counted": _object_counted,
    "passive": word_conditions.passive,
    "modifier_class": _modifier_class,
    "object_modifier": word_conditions.object_modifier,
    "attributive": word_conditions.attributive,
    "proper": word_conditions.proper,
    "instrument": word_conditions.instrument,
    "subject_of": word_conditions.subject_of,
    "verbal": word_conditions.verbal,
    "previous": word_conditions.previous,
}
"""Every key that a sense may have besides ``type``; a key with ``unless_`` before it must not hold."""
