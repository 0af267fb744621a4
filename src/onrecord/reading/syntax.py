"""Questions to the parse that the rules ask again and again: who does it, to whom, in which clause.

Dependency labels are spaCy's (ClearNLP). Every function works on one token and its neighbours; none walks the document.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.span import Quote, Span
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import dependents, labelled, lefts, rights
from onrecord.reading.sentences import sentence_of

__all__ = [
    "agent_phrase",
    "antecedent",
    "below",
    "children",
    "clause_root",
    "clause_span",
    "complements",
    "conjuncts",
    "governing_verb",
    "is_passive",
    "noun_phrase",
    "objects",
    "prepositional",
    "quote",
    "subject",
    "token_span",
    "word",
]

LEMMAS: dict[str, str] = lexicon("lemmas")
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
RELATIVE = frozenset({"that", "which", "who", "whom"})
CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "xcomp", "csubj"})
VERBAL = frozenset({"VERB", "AUX"})
LEAVES_CLAUSE = frozenset({"advcl", "conj", "cc", "parataxis", "mark", "punct", "dep", "preconj"})
"""Children that are no part of their head's own clause."""
LEAVES_PHRASE = frozenset({"punct", "appos", "relcl", "acl", "cc", "conj", "prep", "dep", "advcl"})
"""Children that are no part of a noun phrase's core."""
CLIMBS = frozenset({"xcomp", "conj", "acl", "ccomp", "pcomp", "advcl"})
OTHER_CLAUSE = frozenset({"relcl", "advcl", "ccomp", "parataxis", "csubj"})
PARTITIVES = clause_words("partitives")
"""Nouns that only measure out the noun after "of"."""
SAYS = clause_words("says")
INTRANSITIVE = clause_words("intransitive")
MAX_CLIMB = 6
"""Steps up the tree before a search gives up; sentences of news rarely nest deeper."""


def word(token: Token) -> str:
    """Return the token's lemma in lower case, which is what lexicons hold."""
    known = _LOWERED.get((token.lower, token.lemma))
    if known is None:
        known = LEMMAS.get(token.lower_) or str(token.lemma_).lower()
        _LOWERED[token.lower, token.lemma] = known
    return known


_LOWERED: dict[tuple[int, int], str] = {}
"""What `word` has returned, by spaCy's keys: no more entries than the vocabulary has pairs of form and lemma."""


def children(token: Token, *labels: str) -> Iterator[Token]:
    """Yield the token's children with one of these dependency labels."""
    return (child for child, label in labelled(token) if label in labels)


def conjuncts(token: Token) -> Iterator[Token]:
    """Yield the token and whatever is coordinated with it, in order."""
    yield token
    for child in children(token, "conj"):
        yield from conjuncts(child)


def antecedent(token: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the token itself."""
    if token.lower_ in RELATIVE and token.dep_ != "mark":
        head = token.head
        for _ in range(MAX_CLIMB):
            if head.dep_ in {"relcl", "acl"}:
                return head.head
            if head.dep_ not in {"conj", "xcomp", "ccomp", "prep", "pobj"}:
                break
            head = head.head
        before = token.nbor(-1) if token.i > sentence_of(token).start else token
        if before.pos_ in {"NOUN", "PROPN"}:  # a relative clause that the parser took for a complement
            return before
    return token


def is_passive(verb: Token) -> bool:
    """Tell whether a verb form is passive: an auxiliary, a passive subject, or a bare participle on a noun."""
    if any(child.dep_ in {"auxpass", "nsubjpass", "csubjpass"} for child in dependents(verb)):
        return True
    if verb.dep_ in {"acl", "amod", "acomp"} and verb.tag_ == "VBN":
        return _no_own_subject(verb)  # "allegations that soldiers had executed prisoners" is no passive
    if _set_off(verb):
        return True
    if verb.dep_ != "conj" or verb.tag_ not in {"VBN", "VBD"} or not _no_own_subject(verb):
        return False
    lost = verb.tag_ == "VBN" or not (word(verb) in INTRANSITIVE or any(c.dep_ == "dobj" for c in dependents(verb)))
    return lost and is_passive(verb.head)  # "men were stripped and led away"


def _set_off(verb: Token) -> bool:
    """Tell whether a comma parts a participle from what the parser took for its subject: "the town, cut off, is"."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.i < 2 or verb.nbor(-1).text != ",":
        return False
    before = verb.nbor(-2)
    own = before.dep_ == "nsubj" and before.head.i == verb.i
    return own and not any(child.dep_ in {"dobj", "aux", "ccomp"} for child in dependents(verb))


def _no_own_subject(verb: Token) -> bool:
    return not any(child.dep_ in SUBJECTS or child.dep_ == "aux" for child in dependents(verb))


def subject(verb: Token) -> Token | None:
    """Return the grammatical subject, found through coordination, control and participles; None where there is none."""
    token = verb
    for _ in range(MAX_CLIMB):
        for child in dependents(token):
            if child.dep_ in SUBJECTS:
                return antecedent(child)
        lost = _lost_subject(token)
        if lost is not None:
            return lost
        if token.dep_ in {"acl", "amod"}:
            return token.head
        if token.dep_ in {"xcomp", "ccomp"} and token.head.dep_ == "relcl" and word(token.head) in SAYS:
            return token.head.head  # "a strike that officials say killed"
        if token.dep_ not in {"conj", "xcomp", "acomp"} or token.head == token:
            return None
        if token.dep_ == "xcomp":
            for child in children(token.head, "dobj"):
                return child
        token = token.head
    return None


def _lost_subject(verb: Token) -> Token | None:
    """Return the noun right before a coordinated verb that the parser coordinated with an earlier noun instead.

    "Rockets hit the depot in Orikhiv and troops entered the town": *troops* hangs on *Orikhiv*.
    """
    if verb.dep_ != "conj" or verb.pos_ != "VERB" or verb.i == 0:
        return None
    before = verb.doc[min([verb.i, *(c.i for c in dependents(verb) if c.dep_ in {"aux", "auxpass", "neg"})]) - 1]
    coordinated = before.dep_ == "conj" and before.pos_ in {"NOUN", "PROPN"} and before.i < verb.i
    return before if coordinated and before.head != verb.head else None


def objects(verb: Token) -> Iterator[Token]:
    """Yield what a verb form acts on: direct objects, or the subject of a passive."""
    if is_passive(verb):
        found = subject(verb)
        for noun in conjuncts(found) if found is not None else ():
            yield from _with_whole(noun)
        return
    for child in children(verb, "dobj", "oprd", "attr" if verb.pos_ != "AUX" else "dobj"):
        for noun in conjuncts(antecedent(child)):
            yield from _with_whole(noun)
    if verb.dep_ == "amod":
        yield verb.head


def _with_whole(noun: Token) -> Iterator[Token]:
    """Yield a noun, and what it only measures out: "most of the missiles", "a string of villages"."""
    yield noun
    if word(noun) in PARTITIVES or noun.pos_ == "NUM":
        yield from (whole for _, whole in prepositional(noun, "of"))


def agent_phrase(verb: Token) -> Token | None:
    """Return who or what does it by the syntax (R-P1): the active subject, or the noun after ``by`` in a passive."""
    if is_passive(verb):
        for by in dependents(verb):
            if by.dep_ == "agent" or (by.dep_ == "prep" and by.lower_ == "by"):
                for noun in children(by, "pobj"):
                    return noun
        return None
    if verb.dep_ == "amod":
        return None
    return subject(verb)


def prepositional(token: Token, *prepositions: str) -> Iterator[tuple[str, Token]]:
    """Yield ``(preposition, noun)`` for each prepositional phrase on the token; all where none is asked for."""
    for prep in children(token, "prep", "agent", "dative", "prt"):
        name = prep.lower_
        if prepositions and name not in prepositions:
            continue
        for noun in children(prep, "pobj"):
            for each in conjuncts(noun):
                yield name, antecedent(each)
        for inner in children(prep, "prep"):
            for noun in children(inner, "pobj"):
                yield inner.lower_, noun


def complements(verb: Token) -> Iterator[Token]:
    """Yield the words that complete a verb: adjectives and nouns after *be*, particles, open complements."""
    return children(verb, "acomp", "attr", "oprd", "prt", "advmod", "xcomp", "ccomp", "prep")


def governing_verb(token: Token) -> Token | None:
    """Return the nearest verb above a token, or the token itself where it is one; None in a verbless fragment."""
    for _ in range(MAX_CLIMB * 2):
        if token.pos_ in VERBAL and token.dep_ != "amod":
            return token
        if token.head == token:
            return None
        token = token.head
    return None


def clause_root(token: Token) -> Token:
    """Return the head of the clause that a token stands in."""
    for _ in range(MAX_CLIMB * 2):
        if token.head == token or (token.dep_ in CLAUSAL and token.pos_ in VERBAL):
            return token
        token = token.head
    return token


def below(token: Token, head: Token) -> bool:
    """Tell whether a token hangs on a head within one clause: no relative, adverbial or coordinated clause between."""
    for _ in range(MAX_CLIMB * 3):
        if token.i == head.i:
            return True
        if token.head == token or token.dep_ in OTHER_CLAUSE or (token.dep_ == "conj" and token.pos_ in VERBAL):
            return False
        token = token.head
    return False


def quote(doc: Doc, span: Span) -> Quote:
    """Return the words at a span with their place; ``doc.text`` would build the whole text anew at each call."""
    tokens = doc.char_span(span.start, span.end, alignment_mode="expand")
    if tokens is None:  # pragma: no cover - spans come from tokens
        return span.quote(doc.text)
    start = span.start - tokens.start_char
    return Quote(span.start, span.end, tokens.text[start : start + len(span)])


def token_span(*tokens: Token) -> Span:
    """Return the characters from the first to the last of some tokens."""
    first = min(tokens, key=lambda token: token.i)
    last = max(tokens, key=lambda token: token.i)
    return Span(first.idx, last.idx + len(last.text))


def noun_phrase(noun: Token, *, whole: bool = False) -> Span:
    """Return the characters of a noun phrase.

    Args:
        noun: Its head.
        whole: Take relative clauses, participles and prepositional phrases too.
    """
    leaves = frozenset({"punct", "dep", "cc", "conj"}) if whole else LEAVES_PHRASE
    return _contiguous(noun, leaves)


def clause_span(head: Token) -> Span:
    """Return the characters of the clause or phrase around a head, without coordinated and adverbial clauses."""
    return _contiguous(head, LEAVES_CLAUSE)


def _contiguous(head: Token, leaves: frozenset[str]) -> Span:
    """Cover the head and its subtrees, stopping on each side at the first child that leaves."""
    first = last = head
    for child in reversed(list(lefts(head))):
        if child.dep_ in leaves and child.pos_ not in {"DET", "NUM"}:
            if child.dep_ in {"punct", "cc", "conj"} and any(
                c.dep_ in {"amod", "nummod"} for c in lefts(head) if c.i < child.i
            ):
                continue
            break
        first = child.left_edge
    for child in rights(head):
        if child.dep_ in leaves:
            if child.dep_ == "punct" and _parenthetical(child, head):
                continue
            break
        last = child.right_edge
    while (last.is_punct or last.is_space or last.dep_ == "cc") and last.i > head.i:
        last = last.nbor(-1)
    while (first.is_space or first.is_punct) and first.i < head.i:
        first = first.nbor(1)
    return token_span(first, last)


def _parenthetical(comma: Token, head: Token) -> bool:
    """Tell whether more of the clause follows a comma."""
    return any(
        c.i > comma.i and c.dep_ in {"prep", "dobj", "acomp", "attr", "xcomp", "npadvmod", "agent"}
        for c in rights(head)
    )
