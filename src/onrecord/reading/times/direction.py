"""The verb that a time expression belongs to, and whether it lies behind or ahead of the document (R-T2, R-T3)."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.reading.dependents import dependents, lefts

__all__ = ["Direction", "Governed", "govern"]

CLIMB = 12
"""Steps up the tree after which a parse is taken to be of no use."""

CLAUSAL = frozenset({"VERB", "AUX", "ADV"})
TIME_NOUNS = frozenset({"day", "days", "hours", "much", "most", "part", "parts", "some", "all"})
"""Words between a time and its verb that only say how much of it."""

PROGRESSIVE = "present progressive, low_confidence"
WOULD = "would, future of a past"
WAS_DUE = "scheduled in the past, low_confidence"
SAME_DAY = frozenset({PROGRESSIVE, WOULD, WAS_DUE})


class Direction(StrEnum):
    """Where a time lies, seen from the document date."""

    PAST = "past"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class Governed:
    """What a time expression modifies.

    Attributes:
        head: Syntactic head token of the expression.
        governor: Token of the verb or noun that it modifies, None where the parse has none.
        direction: Before or after the document date.
        reason: Short words for the basis: ``past verb``.
        sure: False where no verb decided.
        same_day: A future direction that may mean the document's own day: "are meeting on Wednesday", and what
            "would" or "was due to" happen, which lay ahead of a speaker but perhaps not of the document.
    """

    head: int
    governor: int | None
    direction: Direction
    reason: str
    sure: bool = True
    same_day: bool = False


@cache
def _sets(language: str = "en") -> dict[str, frozenset[str]]:
    words: dict[str, Any] = lexicon("time_words", language)
    names = ("scheduling", "committing", "timetabled", "ahead_adjectives", "modals")
    return {name: frozenset(words[name]) for name in names}


def govern(doc: Doc, first: int, last: int) -> Governed:
    """Find what the expression of tokens [first, last) modifies, and its direction (R-T2).

    Args:
        doc: The parse.
        first: First token of the expression.
        last: Token after the last.
    """
    head = _head(doc, first, last)
    outer = _outside(doc[head], first, last)
    if outer is not None:
        outer = _reattached(outer, first)
    governor = outer.i if outer is not None else None
    verb = _verb_above(outer) if outer is not None else None
    if outer is not None and _noun_ahead(outer):
        return Governed(head, governor, Direction.FUTURE, "scheduled")
    if verb is None:
        verb = _nearest_finite(doc, first, last)
        if verb is None:
            return Governed(head, governor, Direction.PAST, "no verb, low_confidence", sure=False)
        governor = governor if governor is not None else verb.i
    direction, reason, sure = _tense(verb)
    return Governed(head, governor, direction, reason, sure, reason in SAME_DAY)


def _head(doc: Doc, first: int, last: int) -> int:
    """Return the token whose head lies outside; a content word before a preposition."""
    heads = [i for i in range(first, last) if not first <= doc[i].head.i < last or doc[i].head.i == i]
    content = [i for i in heads if doc[i].pos_ not in {"ADP", "SCONJ", "PUNCT", "DET"}]
    if content:
        return content[0]
    for i in range(first, last):
        if doc[i].pos_ not in {"ADP", "SCONJ", "PUNCT", "DET", "ADJ", "ADV"}:
            return i
    return heads[0] if heads else first


def _outside(token: Token, first: int, last: int) -> Token | None:
    """Climb out of the expression and its prepositions to the word that it modifies."""
    for _ in range(CLIMB):
        if token.head.i == token.i:
            return None if first <= token.i < last or token.pos_ == "ADP" else token
        token = token.head
        if not first <= token.i < last and token.pos_ not in {"ADP", "SCONJ", "PART", "PUNCT"}:
            return token
    return None


def _reattached(token: Token, first: int) -> Token:
    """Correct two attachments that cannot be meant.

    A fronted time does not reach into a modifier of the subject that follows it ("Since Monday, talks meant to ...
    have stalled"), and ``for much of the day on Wednesday`` says when, not which day.
    """
    for _ in range(CLIMB):
        head = token.head
        if head.i == token.i:
            return token
        inside = token.dep_ in {"acl", "relcl", "amod"} and first < head.i < token.i and head.pos_ in {"NOUN", "PROPN"}
        if inside or (token.dep_ == "advcl" and first < token.i < head.i and _bare_participle(token)):
            token = _past_nominals(head)
        elif _only_measures(token):
            token = _past_nominals(head) if head.pos_ == "ADP" else head
        elif (token.pos_ == "ADV" or token.lower_ in {"early", "late"} or token.tag_ == "MD") and head.pos_ in CLAUSAL:
            token = head
        else:
            return token
    return token


def _only_measures(token: Token) -> bool:
    """Tell whether a word only says how much of a time: "much of the day"."""
    return token.lower_ in TIME_NOUNS and token.pos_ in {"NOUN", "ADJ", "PRON", "DET"}


def _past_nominals(token: Token) -> Token:
    """Climb from a subject or a prepositional phrase to the verb above it."""
    while token.pos_ in {"ADP", "NOUN", "PROPN", "ADJ", "SCONJ"} and token.head.i != token.i:
        token = token.head
    return token


def _bare_participle(token: Token) -> bool:
    """Tell whether a clause before its main verb is only a participle, perhaps read as a past tense.

    "Since Monday, convoys meant to leave have stalled": the parse gives "convoys" to "meant", and "stalled" no subject.
    """
    if any((c.dep_ in {"aux", "auxpass"} and c.lower_ != "to") or c.dep_ == "mark" for c in lefts(token)):
        return False
    orphaned = not any(c.dep_ in {"nsubj", "nsubjpass", "expl"} for c in lefts(token.head))
    return token.tag_ in {"VBN", "VBG"} or (token.tag_ == "VBD" and orphaned)


def _verb_above(token: Token) -> Token | None:
    for _ in range(CLIMB):
        if token.tag_.startswith("V") or token.tag_ == "MD" or token.pos_ == "AUX":
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _nearest_finite(doc: Doc, first: int, last: int) -> Token | None:
    """Return the finite verb of the sentence that stands nearest."""
    left, right = first, last
    while left > 0 and not doc[left].is_sent_start:
        left -= 1
    while right < len(doc) and not doc[right].is_sent_start:
        right += 1
    finite = [t for t in (*doc[left:first], *doc[last:right]) if t.tag_ in {"VBD", "VBZ", "VBP", "MD"}]
    return min(finite, key=lambda t: min(abs(t.i - first), abs(t.i - last)), default=None)


def _noun_ahead(token: Token) -> bool:
    """Tell whether a noun or participle is said to lie ahead: ``talks planned for Monday``, ``the upcoming vote``."""
    sets = _sets()
    if token.pos_ in {"NOUN", "PROPN"}:
        return any(c.dep_ in {"amod", "acl"} and c.lower_ in sets["ahead_adjectives"] for c in lefts(token))
    return token.tag_ == "VBN" and token.dep_ in {"acl", "amod", "advcl"} and token.lemma_ in sets["scheduling"]


def _tense(verb: Token) -> tuple[Direction, str, bool]:
    """Read the direction off a verb group, climbing from infinitives and participles to what they depend on."""
    for _ in range(CLIMB):
        helpers = [c for c in dependents(verb) if c.dep_ in {"aux", "auxpass"}]
        if _modal(verb, helpers):
            would = any(c.lower_ in {"would", "'d", "’d"} for c in (verb, *helpers))
            return Direction.FUTURE, WOULD if would else "future verb", True
        if _scheduled(verb, helpers):
            return _schedule(verb, past=any(c.tag_ == "VBD" or c.lower_ == "had" for c in (verb, *helpers)))
        infinitive = any(c.lower_ == "to" for c in helpers)
        found = _infinitive(verb) if infinitive else _finite(verb, helpers)
        if found is not None:
            return found
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return Direction.PAST, "no finite verb, low_confidence", False


def _schedule(verb: Token, *, past: bool) -> tuple[Direction, str, bool]:
    """Read "is due", and "was due": past where it only qualifies a past event, else ahead of some past moment.

    "The truce that was due on Saturday failed" tells of last Saturday, "talks were due on Saturday" may not.
    """
    if not past:
        return Direction.FUTURE, "scheduled", True
    above = verb.head
    helped = [c for c in dependents(above) if c.dep_ in {"aux", "auxpass"}]
    for _ in range(CLIMB):
        if above.pos_ in {"VERB", "AUX"} or above.head.i == above.i:
            break
        above = above.head
        helped = [c for c in dependents(above) if c.dep_ in {"aux", "auxpass"}]
    if verb.dep_ in {"relcl", "advcl", "acl"} and (above.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helped)):
        return Direction.PAST, "past verb", True
    return Direction.FUTURE, WAS_DUE, False


def _infinitive(verb: Token) -> tuple[Direction, str, bool] | None:
    """Read "agreed to meet", "is to meet", "talks to be held"; None where the verb above decides ("began to leave")."""
    sets = _sets()
    above = verb.head
    if above.i == verb.i or verb.dep_ in {"relcl", "acl"}:
        return Direction.FUTURE, "infinitive", True
    if above.lower_ in sets["ahead_adjectives"] and above.head.i != above.i and above.head.lemma_ == "be":
        return _schedule(above.head, past=above.head.tag_ == "VBD")
    if above.lemma_ in sets["scheduling"]:
        return _schedule(above, past=any(c.tag_ == "VBD" and c.dep_ in {"aux", "auxpass"} for c in dependents(above)))
    if above.lemma_ in sets["committing"] or above.lower_ in sets["ahead_adjectives"]:
        return Direction.FUTURE, "scheduled", True
    described = any(c.dep_ in {"attr", "acomp"} for c in dependents(above))  # "it was a mistake to strike" is past
    if above.pos_ == "AUX" and verb.dep_ == "xcomp" and not described:
        return _schedule(above, past=above.tag_ == "VBD")
    if above.lower_ == "going":
        return Direction.FUTURE, "future verb", True
    return None


def _modal(verb: Token, helpers: list[Token]) -> bool:
    """Tell whether a modal points ahead: "will meet", "could resume"; not "may have died"."""
    modals = _sets()["modals"]
    if verb.tag_ == "MD":
        return True
    if not any(c.tag_ == "MD" and c.lower_ in modals for c in helpers):
        return False
    return not any(c.lower_ == "have" for c in helpers)


def _scheduled(verb: Token, helpers: list[Token]) -> bool:
    """Tell whether a verb or its complement schedules: "is expected on Friday", "is due on Friday"."""
    sets = _sets()
    if verb.tag_ == "VBN" and verb.lemma_ in sets["scheduling"] and helpers:
        return True
    return verb.lemma_ == "be" and any(
        c.dep_ in {"acomp", "attr", "oprd"} and c.lower_ in {"due", "set", "likely", "scheduled", "expected", "slated"}
        for c in dependents(verb)
    )


def _finite(verb: Token, helpers: list[Token]) -> tuple[Direction, str, bool] | None:
    """Read past and present; None for a participle or infinitive that has no tense of its own."""
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" for c in helpers):
        return Direction.PAST, "past verb", True
    if any(c.lemma_ == "have" or c.lower_ in {"has", "have", "having", "'ve", "’ve"} for c in helpers):
        return Direction.PAST, "present perfect", True
    present = any(c.tag_ in {"VBZ", "VBP"} for c in helpers)
    if verb.tag_ == "VBG" and present:
        return Direction.FUTURE, PROGRESSIVE, False
    if verb.tag_ in {"VBZ", "VBP"} or present:
        if verb.lemma_ in _sets()["timetabled"]:
            return Direction.FUTURE, "timetabled present", True
        return Direction.PAST, "present verb", True
    if verb.tag_ == "VBN" and verb.dep_ in {"acl", "ROOT", "advcl", "amod"}:
        return Direction.PAST, "participle", True
    return None
