"""Conditions of the ``events`` lexicons that ask only for words and labels around a word, never for classes."""

from spacy.tokens import Token

from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.syntax import word

__all__ = [
    "attributive",
    "complement",
    "followed_by",
    "form",
    "head_lemma",
    "instrument",
    "no_object",
    "object_modifier",
    "passive",
    "prep_lemma",
    "previous",
    "proper",
    "subject_of",
    "verbal",
]


def prep_lemma(token: Token, lemmas: list[str], layers: object) -> bool:
    """Tell whether the object of some preposition is one of these words."""
    del layers
    return any(word(noun) in lemmas or noun.lower_ in lemmas for _, noun in syntax.prepositional(token))


def complement(token: Token, lemmas: list[str], layers: object) -> bool:
    """Tell whether one of these words completes the verb: "set ablaze"."""
    del layers
    found = syntax.children(token, "acomp", "attr", "oprd", "prt", "advmod", "xcomp", "ccomp", "dobj", "npadvmod")
    return any(word(child) in lemmas or child.lower_ in lemmas for child in found)


def form(token: Token, forms: list[str], layers: object) -> bool:
    """Tell whether the word has one of these very forms."""
    del layers
    return token.lower_ in forms


def followed_by(token: Token, words: list[str], layers: object) -> bool:
    """Tell whether one of these words follows."""
    del layers
    return token.i + 1 < len(token.doc) and token.nbor(1).lower_ in words


def previous(token: Token, words: list[str], layers: object) -> bool:
    """Tell whether one of these words goes before."""
    del layers
    return token.i > 0 and token.nbor(-1).lower_ in words


def head_lemma(token: Token, lemmas: list[str], layers: object) -> bool:
    """Tell whether the word only modifies another noun: "attack ad", "strike group"."""
    del layers
    return token.dep_ in {"compound", "amod", "nmod"} and word(token.head) in lemmas


def no_object(token: Token, wanted: bool, layers: object) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether the verb has no object."""
    del layers
    return (not any(True for _ in syntax.objects(token))) is wanted


def passive(token: Token, wanted: bool, layers: object) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether the verb is passive."""
    del layers
    return syntax.is_passive(token) is wanted


def attributive(token: Token, wanted: bool, layers: object) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether the word is an attribute: "the held town"."""
    del layers
    return (token.dep_ == "amod") is wanted


def proper(token: Token, wanted: bool, layers: object) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether the word is part of a name."""
    del layers
    return (token.pos_ == "PROPN") is wanted


def instrument(token: Token, wanted: bool, layers: object) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether the word is only what another event was done with: "struck by missile fire"."""
    del layers
    above = token.head
    return (token.dep_ == "pobj" and above.dep_ in {"agent", "prep"} and above.lower_ in {"by", "with"}) is wanted


def subject_of(token: Token, lemmas: list[str], layers: object) -> bool:
    """Tell whether the word is the subject of one of these verbs, which say the same."""
    del layers
    return token.dep_ == "nsubj" and word(token.head) in lemmas


def verbal(token: Token, wanted: bool, layers: object) -> bool:  # noqa: FBT001 - a lexicon value
    """Tell whether a form in -ing is a verb with parts of its own, and not the event noun."""
    del layers
    return (token.pos_ == "VERB" and any(c.dep_ in {"nsubj", "aux", "dobj"} for c in dependents(token))) is wanted


def object_modifier(token: Token, lemmas: list[str], layers: object) -> bool:
    """Tell whether one of these words modifies the object: "mortar rounds"."""
    del layers
    modifiers = (child for noun in syntax.objects(token) for child in syntax.children(noun, "compound", "amod"))
    return any(word(child) in lemmas for child in modifiers)
