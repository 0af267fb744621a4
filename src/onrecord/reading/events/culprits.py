"""Who a deed is laid to by words other than its own subject (METHOD R-P1, R-P3).

"The attack was carried out by X", "a bombing attributed to X", "X was behind the raid", "the raid was the work of X":
the deed is a noun, and the words around it say whose it was. Where they only hold somebody to have done it
("attributed to", "suspected of", "alleged members of X", "apparently by X"), that one is an alleged perpetrator in
anybody's voice.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from onrecord.model.span import Span
from onrecord.reading import syntax
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import dependents, rights
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word
from onrecord.reading.word_classes import noun_classes

__all__ = ["Culprit", "culprits", "in_doubt", "with_body"]

CARRIES_OUT = clause_words("carries_out")
LAYING = clause_words("laying")
"""Verbs that lay a deed to somebody: "attributed to", "blamed on"."""
HOLDING = clause_words("holding")
"""Participles after which the subject is only held to have done it: "held responsible", "suspected of"."""
RESPONSIBLE = clause_words("responsible")
AUTHORSHIP = clause_words("authorship")
MEMBERS = clause_words("members")
DOUBTED = clause_words("doubted")
"""Words before a name that leave open whether it did it: "suspected rebels"."""
DOUBTING = clause_words("doubting")
"""Adverbs that do so before ``by``."""


@dataclass(frozen=True, slots=True)
class Culprit:
    """Somebody to whom a deed is laid.

    Attributes:
        noun: Head of the words that name them.
        alleged: Whether the words only hold them to have done it.
    """

    noun: Token
    alleged: bool


def culprits(deed: Token) -> Iterator[Culprit]:
    """Yield those to whom the words around a deed lay it.

    Args:
        deed: The noun, or the gerund after "suspected of".
    """
    verb = deed.head
    participles = [c for c in rights(deed) if c.dep_ in {"acl", "relcl"} and c.tag_ == "VBN"]
    mistaken = [verb] if deed.dep_ == "nsubj" and verb.pos_ == "VERB" and _by(verb) else []  # "the raid, staged by X"
    for phrase in (*participles, *([verb] if deed.dep_ == "nsubjpass" else []), *mistaken):
        if any(c.dep_ == "neg" for c in dependents(phrase)):
            continue
        if word(phrase) in CARRIES_OUT:
            yield from (Culprit(noun, _open(phrase)) for noun in _by(phrase))
        elif word(phrase) in LAYING:
            yield from (Culprit(noun, alleged=True) for _, noun in _affirmed(phrase, "to", "on"))
    if deed.dep_ in {"pobj", "pcomp"}:
        yield from _answerable(deed.head)
    if deed.dep_ == "nsubj" and word(verb) == "be" and not any(c.dep_ == "neg" for c in dependents(verb)):
        for work in syntax.children(verb, "attr"):
            if word(work) in AUTHORSHIP:
                yield from (Culprit(noun, _open(verb)) for _, noun in syntax.prepositional(work, "of"))


def _by(participle: Token) -> list[Token]:
    return [
        each
        for by in rights(participle)
        if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by")
        for noun in syntax.children(by, "pobj")
        for each in syntax.conjuncts(noun)
    ]


def _affirmed(verb: Token, *prepositions: str) -> Iterator[tuple[str, Token]]:
    """Yield what the verb's own prepositions lead to; "and not to the army" hangs on them as a conjunct."""
    for preposition in syntax.children(verb, "prep", "dative"):
        if preposition.lower_ in prepositions:
            for noun in syntax.children(preposition, "pobj"):
                for each in syntax.conjuncts(noun):
                    yield preposition.lower_, each


def _answerable(preposition: Token) -> Iterator[Culprit]:
    """Yield the subject of "is responsible for", "is held responsible for", "was behind", "is suspected of"."""
    holder = preposition.head
    verb, alleged = holder, False
    if preposition.lower_ == "for" and word(holder) in RESPONSIBLE:
        verb = holder.head
        alleged = word(verb) in HOLDING
        if word(verb) != "be" and not alleged:
            return
    elif preposition.lower_ == "of" and word(holder) in HOLDING and syntax.is_passive(holder):
        alleged = True
    elif not (preposition.lower_ == "behind" and word(holder) == "be"):
        return
    if any(c.dep_ == "neg" for c in dependents(verb)) or (alleged and not syntax.is_passive(verb)):
        return
    subject = syntax.subject(verb)
    if subject is not None:
        yield from (Culprit(noun, alleged or _open(verb)) for noun in syntax.conjuncts(subject))


def _open(verb: Token) -> bool:
    """Tell whether a verb leaves open what it says: "might be behind", "whether it was carried out by"."""
    return any(
        c.tag_ == "MD" or c.lower_ in DOUBTED or (c.dep_ == "mark" and c.lower_ in {"whether", "if"})
        for c in dependents(verb)
    )


def in_doubt(span: Span, layers: Layers) -> bool:
    """Tell whether words leave open that these did it: "suspected rebels", "apparently by the army".

    Args:
        span: The words that name them.
        layers: The document's layers.
    """
    named = layers.doc.char_span(span.start, span.end, alignment_mode="expand")
    if named is None:
        return False
    if any(token.lower_ in DOUBTED for token in named[:3]):
        return True
    before = [t for t in layers.doc[max(0, named.start - 3) : named.start] if t.lower_ not in {"the", "a", "an"}]
    if before and before[-1].lower_ in DOUBTED:
        return True
    return len(before) > 1 and before[-1].lower_ == "by" and before[-2].lower_ in DOUBTING


def with_body(noun: Token) -> Span:
    """Return the words for an agent, with the body whose members they are: "members of the Red Brigade".

    Args:
        noun: Head of the phrase.
    """
    span = syntax.noun_phrase(noun)
    if word(noun) not in MEMBERS:
        return span
    for of in syntax.children(noun, "prep"):
        body = next(iter(syntax.children(of, "pobj")), None) if of.lower_ == "of" and of.i == noun.i + 1 else None
        force = body is not None and "force" in noun_classes().get(word(body), frozenset())
        if body is not None and (force or body.pos_ == "PROPN" or body.ent_type_ in {"ORG", "NORP"}):
            return span.cover(syntax.noun_phrase(body))
    return span
