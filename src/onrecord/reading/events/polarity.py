"""Whether a clause negates its event (METHOD B4, R-M2, R-M3)."""

from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.model.factuality import Polarity
from onrecord.reading import syntax
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import dependents
from onrecord.reading.events.thwarting import is_negated
from onrecord.reading.events.triggers import Trigger
from onrecord.reading.syntax import word

__all__ = ["CARRYING", "VERIFYING", "names_none", "polarity_of"]

VERIFYING = clause_words("verifying")
CARRYING = clause_words("light") | clause_words("carries_out") | clause_words("answers")
LEXICAL_NEGATIVES = frozenset({"EVACUATION.OBSTRUCTED", "HUMANITARIAN_NEED", "HUMANITARIAN_ACCESS_CONSTRAINT",
                               "INFORMATION_ENVIRONMENT"})  # fmt: skip
"""Types whose own words are negative: not letting leave, without food (R-M2). The event is the lack."""


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(lexicon("factuality")[name])


def polarity_of(trigger: Trigger, event_type: str, chain: list[Token]) -> Polarity:
    """Return whether a clause negates its event (R-M2).

    Args:
        trigger: The event's word.
        event_type: Its type; where its own words are negative ("without food") the lack is the event.
        chain: The predicates above it, up to a report's cue.
    """
    if event_type in LEXICAL_NEGATIVES and not trigger.by_topic:
        return Polarity.POSITIVE
    predicate = trigger.predicate
    if _ruled_out(trigger, event_type) or _without(trigger):
        return Polarity.NEGATIVE
    apart = word(predicate) not in CARRYING or word(predicate) in VERIFYING
    if trigger.nominal and predicate != trigger.token and trigger.process is None and apart and not trigger.by_topic:
        return Polarity.POSITIVE  # "did not attribute the strike": what is negated is the attributing
    if is_negated(predicate) and not _partial(predicate):
        return Polarity.NEGATIVE
    if not trigger.nominal and _nobody_or_nothing(trigger):
        return Polarity.NEGATIVE
    above = predicate.head
    if predicate.dep_ == "xcomp" and above in chain:
        negating = word(above) in _words("negating_verbs")
        if negating != (is_negated(above) and word(above) not in _words("condemning_matrix")):
            return Polarity.NEGATIVE
    return Polarity.POSITIVE


def _ruled_out(trigger: Trigger, event_type: str) -> bool:
    """Tell whether somebody rules the event out: "ruled out an invasion"; of an offer that is a phase of its own."""
    if trigger.predicate.dep_ == "ccomp":
        return False  # "ruled out that its aircraft had hit it" denies
    above = trigger.predicate if trigger.nominal else trigger.predicate.head
    ruled = word(above) == "rule" and not event_type.endswith(".REJECTED")
    return ruled and any(c.lower_ == "out" for c in dependents(above))


def _without(trigger: Trigger) -> bool:
    """Tell whether the event's own word is negated: "no fighting", "without violence"."""
    token = trigger.token
    if any(c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj"} for c in dependents(token)):
        return True
    return token.dep_ == "pobj" and token.head.lower_ == "without" and trigger.nominal


def _nobody_or_nothing(trigger: Trigger) -> bool:
    """Tell whether nobody did it, nothing was done, or it only almost happened: "dropped no bombs", "almost died"."""
    token, predicate = trigger.token, trigger.predicate
    if token.i > 0 and token.nbor(-1).lower_ in {"almost", "nearly"}:
        return True
    return any(names_none(c) for c in syntax.children(predicate, "dobj", "nsubj", "nsubjpass"))


def names_none(subject: Token) -> bool:
    """Tell whether a noun says that there is nobody or nothing: "none", "no one", "no convoy"; not "no fewer than"."""
    doc, first = subject.doc, subject.left_edge.i
    opening = [t.lower_ for t in doc[max(0, first - 1) : subject.i]]
    if any(opening[i : i + 2] in (["not", "one"], ["not", "a"]) for i in range(2)):
        return True  # "not one shell had been fired"
    return (
        subject.lower_ in {"none", "nobody", "nothing", "neither"}
        or (subject.lower_ == "one" and is_negated(subject))
        or any(
            c.lower_ in {"no", "neither"} and c.dep_ in {"det", "preconj"} and c.nbor(1).lower_ not in COMPARED
            for c in dependents(subject)
        )
    )


COMPARED = frozenset({"fewer", "less", "more", "longer"})
"""Words after which "no" bounds a number and denies nothing: "no fewer than 18"."""


def _partial(predicate: Token) -> bool:
    """Tell whether "not only" or "not just" only seems to negate."""
    return any(c.lower_ in {"only", "just", "merely"} for c in dependents(predicate))
