"""How a clause itself presents its event: negated, planned, possible, conditional, not known (METHOD B4).

The search goes up from the event's predicate, never down, and stops at a report's cue: what lies above belongs to
another speaker.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.factuality import Certainty, Modality, Polarity
from onrecord.model.span import Span
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.events.ahead import awaited, behind, headline_plan, ranked
from onrecord.reading.events.polarity import CARRYING, VERIFYING, names_none, polarity_of
from onrecord.reading.events.possibilities import only_possible
from onrecord.reading.events.thwarting import is_negated
from onrecord.reading.events.triggers import Trigger
from onrecord.reading.sentences import sentence_of
from onrecord.reading.syntax import word

__all__ = ["ClauseFactuality", "clause_factuality"]

KEPT = "onrecord.unknown_phrases"
"""Where a document keeps what `_phrases_in` found."""
MAX_UP = 5
"""Steps up from the predicate; matrix verbs further away do not reach the event."""
TRANSPARENT = frozenset({"xcomp", "ccomp", "advcl", "pcomp", "conj", "acl", "relcl", "csubj", "csubjpass"})
PURPOSE = frozenset({"for", "to", "at", "on", "into"})
"""Prepositions under which an event shares the fate of the verb: "is due to fly there for talks"."""


@dataclass(frozen=True, slots=True)
class ClauseFactuality:
    """What a clause says about its event.

    Attributes:
        polarity: Negated or not.
        modality: The modality that the clause itself gives, or None for a plain statement.
        cue: The words that give it, or None.
        hedge: How far the speaker's certainty is lowered.
        purpose: True where the event is only somebody's aim: "arrived to fight", "meant to permit evacuations".
        done: True where the event's own verb tells it as done: "has released".
    """

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality | None = None
    cue: Span | None = None
    hedge: Certainty = Certainty.CERTAIN
    purpose: bool = False
    done: bool = False


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("factuality")[name])


@cache
def _phrases() -> re.Pattern[str]:
    """Return a pattern of the phrases of not knowing, longest first, so that the cue shows all of its words."""
    longest_first = sorted(_words("unknown_phrases"), key=lambda phrase: (-len(phrase), phrase))
    return re.compile("|".join(map(re.escape, longest_first)))


def clause_factuality(trigger: Trigger, event_type: str, cues: frozenset[int]) -> ClauseFactuality:
    """Return how the clause of a trigger presents its event.

    Args:
        trigger: The event's word.
        event_type: Its type.
        cues: Tokens that head a report's cue; the search does not go past them.
    """
    chain = [trigger.token] if _taken_for_granted(trigger) else list(_upwards(trigger, cues))
    unknown = _unknown(trigger, chain)
    modality, cue = (
        (Modality.UNKNOWN_STATED, unknown) if unknown is not None else _modality(trigger, event_type, chain, cues)
    )
    purpose = modality is None and any(_aim(token, cues) for token in chain)
    if purpose:
        modality = Modality.PLANNED
    done = not trigger.nominal and behind(trigger.token)
    return ClauseFactuality(polarity_of(trigger, event_type, chain), modality, cue, _hedge(chain), purpose, done)


def _taken_for_granted(trigger: Trigger) -> bool:
    """Tell whether a definite event noun is only the object of another deed: "to hide the torture"."""
    predicate = trigger.predicate
    other = trigger.nominal and predicate != trigger.token and trigger.process is None and not trigger.by_topic
    return other and word(predicate) not in CARRYING and _definite(trigger.token)


def _aim(predicate: Token, cues: frozenset[int]) -> bool:
    """Tell whether the predicate is an infinitive of purpose, which says what somebody is after, not what was done."""
    if predicate.pos_ != "VERB" or not _infinitive(predicate):
        return False
    above = predicate.head
    if predicate.dep_ in {"advcl", "acl", "relcl"}:
        happened = predicate.dep_ == "relcl" and ranked(above)
        return word(above) not in _words("condemning_matrix") and above.pos_ != "ADJ" and not happened
    return predicate.dep_ == "xcomp" and above.i not in cues and word(above) in _words("aiming")


def _upwards(trigger: Trigger, cues: frozenset[int]) -> Iterator[Token]:
    """Yield the event's predicate and the matrix predicates above it, up to a report's cue."""
    token = trigger.predicate
    if trigger.token.i != token.i:
        yield trigger.token
    while trigger.nominal and token.dep_ == "pobj" and token.head.lower_ in PURPOSE and not _definite(token):
        yield token
        token = token.head.head
        if token.i in cues:
            return
    for _ in range(MAX_UP):
        yield token
        told = token.dep_ == "attr" and ranked(token)  # "will be the first to leave" has the tense of "be"
        if token.head == token or token.head.i in cues or (token.dep_ not in TRANSPARENT and not told):
            return
        if token.dep_ == "conj" and any(c.dep_ in {"nsubj", "nsubjpass"} for c in dependents(token)):
            return
        if token.dep_ in {"advcl", "acl", "relcl"} and not _infinitive(token):
            return
        token = token.head


def _definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "this", "that", "these", "those"} for c in dependents(noun))


def _infinitive(token: Token) -> bool:
    """Tell whether a clause is an infinitive, whose event shares the fate of the verb above."""
    return any(c.dep_ == "aux" and c.lower_ == "to" for c in dependents(token))


def _cannot(verb: Token) -> bool:
    """Tell whether finding out is said to have failed: "could not confirm", "unable to verify"."""
    subject = next(syntax.children(verb, "nsubj", "nsubjpass"), None)
    if subject is not None and names_none(subject):
        return True
    if is_negated(verb) or (verb.dep_ == "xcomp" and word(verb.head) in {"unable", "fail", "impossible"}):
        return True
    return verb.dep_ == "xcomp" and is_negated(verb.head) and word(verb.head) in {"able", "possible", "be"}


def _unknown(trigger: Trigger, chain: list[Token]) -> Span | None:
    """Return the words that say it is not known: an adjective above, or a fixed phrase in the clause."""
    for token in chain:
        for child in dependents(token):
            if child.dep_ in {"acomp", "attr", "oprd"} and word(child) in _words("unknown_adjectives"):
                return syntax.token_span(token, child) if abs(child.i - token.i) <= 2 else syntax.token_span(child)
        if word(token) in _words("unknown_adjectives"):
            return syntax.token_span(token)
    for token in chain:
        if word(token) in VERIFYING and _cannot(token):
            return syntax.token_span(token)
    if not _close(syntax.clause_root(trigger.predicate), trigger):
        return None
    root = syntax.clause_root(chain[-1])
    start, end = root.left_edge.idx, root.right_edge.idx + len(root.right_edge)
    asked = any(
        token.dep_ in ("csubj", "csubjpass") or (token.dep_ == "ccomp" and token.i < token.head.i) for token in chain
    )  # "who was shooting could not be established"
    inside = (span for span in _phrases_in(root.doc) if start <= span.start and span.end <= end)
    return next((span for span in inside if asked or span.start <= trigger.span.end), None)


def _phrases_in(doc: Doc) -> list[Span]:
    """Return where a document says that something is not known; looked up once."""
    known: list[Span] | None = doc.user_data.get(KEPT)
    if known is None:
        found = _phrases().finditer(doc.text.lower())
        known = doc.user_data[KEPT] = [Span(at.start(), at.end()) for at in found]
    return known


def _close(root: Token, trigger: Trigger) -> bool:
    """Tell whether the trigger hangs on the clause's own head rather than in a clause of its own below it."""
    token = trigger.token
    for _ in range(MAX_UP):
        if token == root:
            return True
        if token.dep_ in {"relcl", "advcl", "conj"}:
            return False
        token = token.head
    return False


def _modality(
    trigger: Trigger, event_type: str, chain: list[Token], cues: frozenset[int]
) -> tuple[Modality | None, Span | None]:
    if event_type in lexicon("factuality")["assessed_types"]:
        return Modality.ASSESSED, None
    arranged = next((c for c in syntax.children(trigger.token, "acl", "amod") if _arranged(c)), None)
    if arranged is not None and trigger.nominal:
        return Modality.PLANNED, syntax.token_span(arranged)
    condition = _condition(trigger.predicate)
    if condition is not None:
        return Modality.CONDITIONAL, syntax.token_span(condition)
    weighed = next((word_ for token in chain if (word_ := only_possible(token)) is not None), None)
    if weighed is not None:
        return Modality.PREDICTED, syntax.token_span(weighed)
    for depth, token in enumerate(chain):
        found = _from_predicate(token, depth, chain[depth - 1] if depth else None)
        if found is not None:
            return found, syntax.token_span(token)
        modal = next((c for c in syntax.children(token, "aux") if c.tag_ == "MD"), None)
        if modal is not None:
            kind = _from_modal(modal, reported=chain[-1].head.i in cues)
            if kind is not None:
                return kind, syntax.token_span(modal)
        to = headline_plan(token)
        if to is not None:
            return Modality.PLANNED, syntax.token_span(to)
    waiting = _waiting(trigger, chain[-1], cues)
    return (Modality.PREDICTED, waiting) if waiting is not None else _trajectory(chain)


def _waiting(trigger: Trigger, clause: Token, cues: frozenset[int]) -> Span | None:
    """Return the word of waiting where the clause above is not realised either: "will leave once S"."""
    marker = awaited(clause)
    head = clause.head.head if clause.head.lower_ == "soon" else clause.head
    if marker is None or head.i in cues or trigger.presupposed:
        return None
    above = replace(trigger, token=head, predicate=head, nominal=False, process=None, by_topic=False)
    modality, _ = _modality(above, "", list(_upwards(above, cues)), cues)
    return syntax.token_span(marker) if modality is not None and modality.unrealised else None


def _arranged(modifier: Token) -> bool:
    """Tell whether a modifier puts its noun ahead: "talks planned for Friday", "a proposed ceasefire"."""
    return modifier.lower_ in _words("arranged")


def _from_predicate(token: Token, depth: int, below: Token | None) -> Modality | None:
    if depth == 0:
        return None
    lemma = word(token)
    if below is not None and below.dep_ != "conj" and _planned(token, lemma, below):
        return Modality.PLANNED
    if lemma in _words("condemning_matrix") and is_negated(token):
        return Modality.CONDEMNED
    return next((act for names, act in MATRIX if lemma in _words(names)), None)


MATRIX = (
    ("demanded", Modality.DEMANDED),
    ("ordered", Modality.ANNOUNCED),
    ("persuading", Modality.DEMANDED),
    ("menacing", Modality.PREDICTED),
)
"""Lists of matrix verbs and what each makes of the event below it."""


def _planned(token: Token, lemma: str, below: Token | None) -> bool:
    """Tell whether a matrix predicate plans: "is scheduled to", "plans to", "is to", "remains due to"."""
    passive = syntax.is_passive(token) or token.pos_ == "ADJ" or token.dep_ == "acomp"
    if lemma in _words("planned") and (passive or lemma in {"plan", "intend", "prepare", "expect", "due"}):
        return True
    if lemma == "be" and _is_to(token, below):
        return True
    complements = syntax.children(token, "acomp", "attr", "oprd") if lemma in {"be", "remain"} else ()
    return any(word(child) in _words("planned") for child in complements)


def _is_to(be: Token, below: Token | None) -> bool:
    """Read "is to vote" and "talks are to be held" as plans."""
    infinitive = next((c for c in syntax.children(be, "xcomp") if _infinitive(c)), None)
    return (
        infinitive is not None and below is not None and (below == infinitive or below.dep_ in {"nsubj", "nsubjpass"})
    )


def _from_modal(modal: Token, *, reported: bool) -> Modality | None:
    """Return what a modal verb makes of its event.

    Args:
        modal: The modal.
        reported: True in indirect speech, where *would* is the future of the one who spoke.
    """
    name = modal.lower_
    if name == "would" and any(c.dep_ == "aux" and c.lower_ == "have" for c in dependents(modal.head)):
        return Modality.CONDITIONAL  # "would have shelled": it did not
    if name == "would" and reported:
        return Modality.PLANNED
    subject = next(syntax.children(modal.head, "nsubj", "nsubjpass"), None)
    if name == "would" and (is_negated(modal.head) or (subject is not None and names_none(subject))):
        return None  # "the mediator would not come": a refusal told as done
    if name == "could" and any(c.lower_ == "so" for c in dependents(modal.head)):
        return Modality.PLANNED  # "so that residents could leave"
    if name in _words("planned_modal"):
        return Modality.PLANNED
    if name in _words("predicted_modal"):
        verb = modal.head
        heard = syntax.is_passive(verb) and word(verb) in _words("perceived")
        able = name in {"could", "can"} and (
            is_negated(verb) or heard or (verb.tag_ != "VB" and not syntax.is_passive(verb))
        )
        return None if able else Modality.PREDICTED
    if name in _words("conditional_modal"):
        return Modality.CONDITIONAL
    return None


def _condition(predicate: Token) -> Token | None:
    """Return the "if" or "unless" of the clause, or the verb that inversion puts first, for the event inside it."""
    token = predicate
    for _ in range(MAX_UP):
        if (inverted := _inverted(token)) is not None:
            return inverted
        for child in dependents(token):
            if child.dep_ == "mark" and child.lower_ in {"if", "unless", "provided"}:
                return child
            if child.dep_ == "advcl":
                mark = next((c for c in syntax.children(child, "mark") if c.lower_ in {"if", "unless"}), None)
                if mark is not None:
                    return mark
            if child.dep_ in {"advcl", "ccomp"} and child.i < token.i and (inverted := _inverted(child)) is not None:
                return inverted
        if token.dep_ not in {"xcomp", "conj", "acomp"}:
            return None
        token = token.head
    return None


def _inverted(verb: Token) -> Token | None:
    """Return the auxiliary that opens "had the convoy been attacked", "should the talks fail": a condition."""
    first = verb.left_edge
    if first.lower_ not in {"had", "should"} or first.dep_ != "aux" or first.head != verb:
        return None
    subject = next(syntax.children(verb, "nsubj", "nsubjpass"), None)
    asked = sentence_of(verb)[-1].text == "?"
    return first if subject is not None and subject.i < verb.i and not asked else None


def _trajectory(chain: list[Token]) -> tuple[Modality | None, Span | None]:
    """Read "is on a trajectory to", "is likely to", "appears set to": a forecast, not a report."""
    for token in chain[1:]:
        if token.pos_ == "ADJ" and word(token) in _words("foreseen"):
            return Modality.PREDICTED, syntax.token_span(token)
        for child in syntax.children(token, "acomp", "prep", "attr", "oprd"):
            for inner in (child, *syntax.children(child, "pobj")):
                if word(inner) in _words("foreseen"):
                    return Modality.PREDICTED, syntax.token_span(inner)
    return None, None


def _hedge(chain: list[Token]) -> Certainty:
    """R-M1: "appear" and "likely" lower to probable, "may" and "possibly" to possible."""
    certainty = Certainty.CERTAIN
    for depth, token in enumerate(chain):
        names = {word(c) for c in syntax.children(token, "advmod", "aux", "acomp")}
        if depth:
            names.add(word(token))
        if names & _words("possible"):
            certainty = certainty.weaker(Certainty.POSSIBLE)
        elif names & _words("probable"):
            certainty = certainty.weaker(Certainty.PROBABLE)
    return certainty
