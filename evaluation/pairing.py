"""Which predicted claim is which gold claim.

Two claims may be one where they lie in the same report and their triggers touch, or their evidence spans agree by half
(intersection over union). Pairs are closed from the best down and a claim is used once. A pair counts as typed where
the families of the two event types agree, or the annotator accepts the predicted family.
"""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

__all__ = ["Claim", "Pair", "accepted", "pair_up", "touches"]

Claim = dict[str, Any]

ENOUGH_EVIDENCE = 0.5
"""Intersection over union that two evidence spans need to make a pair without their triggers."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A predicted claim and the gold claim it stands for.

    Attributes:
        predicted: The claim as read, on the wire.
        gold: The claim as annotated.
        typed: Whether their event families agree.
    """

    predicted: Claim
    gold: Claim
    typed: bool


def shared(one: Claim | None, other: Claim | None) -> int:
    """Return how many code points two spans have in common; none where either is absent."""
    if not one or not other:
        return 0
    return max(0, int(min(one["end"], other["end"])) - int(max(one["start"], other["start"])))


def touches(one: Claim | None, other: Claim | None) -> bool:
    """Return whether two spans have a code point in common."""
    return shared(one, other) > 0


def jaccard(one: Claim | None, other: Claim | None) -> float:
    """Return the share of two spans' union that both cover, 0 to 1."""
    both = shared(one, other)
    if not both or not one or not other:
        return 0.0
    return both / int(one["end"] - one["start"] + other["end"] - other["start"] - both)


def accepted(gold: Claim, field: str) -> list[str]:
    """Return the further readings of a field that the annotator lets pass."""
    others: list[str] = gold.get("accept", {}).get(field, [])
    return others


def family(event_type: str | None) -> str:
    """Return the part of an event type before its dot."""
    return (event_type or "").partition(".")[0]


def same_family(predicted: Claim, gold: Claim) -> bool:
    """Return whether the predicted family is the gold one or an accepted one."""
    allowed = {family(name) for name in (gold["event_type"], *accepted(gold, "event_type"))}
    return family(predicted.get("event_type")) in allowed


def report_of(claim: Claim) -> str:
    """Return the report that a predicted claim was read from, by the name it was given as."""
    return PurePath(claim.get("document") or claim.get("document_id") or "").stem


def candidate(predicted: Claim, gold: Claim) -> tuple[float, bool] | None:
    """Return how good a pair two claims make and whether it is typed, or None where they are none."""
    if report_of(predicted) != gold["document_id"]:
        return None
    on_trigger = touches(predicted.get("trigger"), gold.get("trigger"))
    on_evidence = jaccard(predicted.get("evidence"), gold.get("evidence"))
    if not on_trigger and on_evidence < ENOUGH_EVIDENCE:
        return None
    typed = same_family(predicted, gold)
    modal = predicted.get("modality") == gold["modality"]
    return 2 * typed + on_trigger + on_evidence + 0.5 * modal, typed


def pair_up(predicted: list[Claim], gold: list[Claim]) -> list[Pair]:
    """Return the pairs, best first; ties go to the earlier claims, so the result never depends on chance."""
    candidates = []
    for i, one in enumerate(predicted):
        for j, other in enumerate(gold):
            if found := candidate(one, other):
                candidates.append((-found[0], i, j, found[1]))
    pairs, used_predicted, used_gold = [], set[int](), set[int]()
    for _, i, j, typed in sorted(candidates):
        if i in used_predicted or j in used_gold:
            continue
        used_predicted.add(i)
        used_gold.add(j)
        pairs.append(Pair(predicted[i], gold[j], typed))
    return pairs
