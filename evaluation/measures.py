"""What makes a pair of claims right, field by field, and what must never happen to one.

The measures are those of ``METHOD`` section C; each is a pure function of a pair and the registry of actors.
"""

from collections.abc import Callable, Iterable
from typing import Any

from evaluation.pairing import Claim, Pair, accepted, touches

__all__ = ["FORBIDDEN", "SHARES", "Registry", "broken_spans"]

UNREAL = {"PLANNED", "PREDICTED", "CONDITIONAL", "DEMANDED"}
REAL = {"ASSERTED", "CONFIRMED", "ADMITTED"}
PERPETRATOR = {"perpetrator", "alleged_perpetrator"}
SHORTEST_PART = 4
"""A name of fewer letters must be met whole, not as a part of another."""

Registry = dict[str, dict[str, Any]]


def chain(claim: Claim) -> list[dict[str, Any]]:
    """Return the hops of a claim from origin to publisher."""
    hops: list[dict[str, Any]] = (claim.get("attribution") or {}).get("chain") or []
    return hops


def plain(name: str | None) -> str:
    """Return a name as names are compared: lower case, straight apostrophes, no article."""
    words = (name or "").casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").split()
    return " ".join(word for word in words if word not in {"the", "a", "an"})


def names(actor: dict[str, Any]) -> list[str]:
    """Return an actor's names, also without the remark in brackets."""
    name: str = actor["name"]
    return [name, name.partition(" (")[0], *actor.get("aliases", [])]


def same_actor(read: dict[str, Any], identifiers: Iterable[str], mention: Claim | None, registry: Registry) -> bool:
    """Return whether a predicted name is one of these actors: by the words it stands on, or by a name of theirs."""
    if touches(read.get("mention"), mention):
        return True
    name = plain(read.get("name"))
    known = {plain(known) for identifier in identifiers for known in names(registry[identifier])}
    return bool(name) and any(name == k or (len(name) >= SHORTEST_PART and (name in k or k in name)) for k in known)


def same_hop(predicted: dict[str, Any], gold: dict[str, Any], registry: Registry) -> bool:
    """Return whether any speaker of a predicted hop is one of the gold hop's actors."""
    speakers = predicted.get("speakers", [])
    return any(same_actor(s, gold["actors"], gold.get("mention"), registry) for s in speakers)


def origin_right(pair: Pair, registry: Registry) -> bool:
    """Return whether the first hop is who the annotator says, or the publisher where the narrator speaks."""
    gold, read = chain(pair.gold)[0], chain(pair.predicted)
    if not read:
        return False
    if gold["hop"] == "publisher":
        return bool(read[0].get("hop") == "publisher")
    return same_hop(read[0], gold, registry)


def chain_right(pair: Pair, registry: Registry) -> bool:
    """Return whether every hop is right, in order; the publisher is right by its place."""
    gold, read = chain(pair.gold), chain(pair.predicted)
    if [hop["hop"] for hop in gold] != [hop.get("hop") for hop in read]:
        return False
    return all(g["hop"] == "publisher" or same_hop(r, g, registry) for g, r in zip(gold, read, strict=True))


def field_right(pair: Pair, field: str) -> bool:
    """Return whether a field has the gold value or one that the annotator accepts."""
    truth, read = pair.gold, pair.predicted
    if field == "voice":
        truth, read = pair.gold["attribution"], pair.predicted.get("attribution") or {}
    return read.get(field) == truth[field] or read.get(field) in accepted(pair.gold, field)


def ends(claim: Claim) -> list[str]:
    """Return both ends of a claim's time, empty where open or absent."""
    time = claim.get("time") or {}
    return [time.get(end) or "" for end in ("start", "end")]


def same_days(pair: Pair) -> bool:
    """Return whether both ends fall on the gold days, hours left aside."""
    return [end[:10] for end in ends(pair.predicted)] == [end[:10] for end in ends(pair.gold)]


def same_interval(pair: Pair) -> bool:
    """Return whether both ends agree as far as the coarser of the two is told."""
    both = zip(ends(pair.predicted), ends(pair.gold), strict=True)
    return all(one == other or (one[:10] == other[:10] and min(len(one), len(other)) == 10) for one, other in both)


def figures(claim: Claim) -> set[tuple[Any, ...]]:
    """Return the numbers of a claim as (kind, low, high)."""
    return {(q.get("kind"), q.get("low"), q.get("high")) for q in claim.get("quantities") or []}


def has_number(claim: Claim) -> bool:
    """Return whether any quantity of a claim is bounded."""
    return any(low is not None or high is not None for _, low, high in figures(claim))


def accused(claim: Claim) -> list[dict[str, Any]]:
    """Return the participants that a claim holds to have done it."""
    return [p for p in claim.get("participants") or [] if p.get("role") in PERPETRATOR]


def named(read: dict[str, Any], truth: dict[str, Any], registry: Registry) -> bool:
    """Return whether a predicted participant is this gold participant."""
    return same_actor(read, [truth["actor"]], truth.get("mention"), registry)


def all_accused_found(pair: Pair, registry: Registry) -> bool:
    """Return whether every gold perpetrator is among the predicted ones."""
    return all(any(named(read, truth, registry) for read in accused(pair.predicted)) for truth in accused(pair.gold))


Judge = Callable[[Pair, Registry], bool]
SHARES: dict[str, tuple[Judge, Callable[[Pair], bool]]] = {
    "event type": (lambda p, _: field_right(p, "event_type"), lambda _: True),
    "voice": (lambda p, _: field_right(p, "voice"), lambda _: True),
    "origin": (origin_right, lambda _: True),
    "origin, attributed": (origin_right, lambda p: p.gold["attribution"]["voice"] != "narrator"),
    "whole chain": (chain_right, lambda _: True),
    "modality": (lambda p, _: field_right(p, "modality"), lambda _: True),
    "polarity": (lambda p, _: field_right(p, "polarity"), lambda _: True),
    "same days": (lambda p, _: same_days(p), lambda _: True),
    "same interval": (lambda p, _: same_interval(p), lambda _: True),
    "quantities": (lambda p, _: figures(p.gold) <= figures(p.predicted), lambda p: has_number(p.gold)),
    "perpetrator found": (all_accused_found, lambda p: bool(accused(p.gold))),
}
"""Each measure on located core claims: what makes a pair right, and which pairs it judges."""


def invented(pair: Pair, registry: Registry) -> int:
    """Count predicted perpetrators that the annotator does not know."""
    known = accused(pair.gold)
    return sum(not any(named(read, truth, registry) for truth in known) for read in accused(pair.predicted))


def unknown_numbered(pair: Pair, _: Registry) -> int:
    """Count numbers given for a kind whose size the text says is unknown."""
    unknown = [q["kind"] for q in pair.gold.get("quantities") or [] if q.get("unknown")]
    numbered = [kind for kind, low, high in figures(pair.predicted) if low is not None or high is not None]
    return sum(numbered.count(kind) for kind in unknown)


def held(pair: Pair, _: Registry) -> int:
    """Count events told as real that are planned, feared, conditional or demanded."""
    real = pair.predicted.get("modality") in REAL
    return int(pair.gold["modality"] in UNREAL and real and not field_right(pair, "modality"))


def taken_over(pair: Pair, _: Registry) -> int:
    """Count attributed claims told in the narrator's voice."""
    narrator = (pair.predicted.get("attribution") or {}).get("voice") == "narrator"
    return int(pair.gold["attribution"]["voice"] != "narrator" and narrator and not field_right(pair, "voice"))


def denial_made_up(pair: Pair, _: Registry) -> int:
    """Count denials that nobody made."""
    return int(pair.predicted.get("modality") == "DENIED" and not field_right(pair, "modality"))


FORBIDDEN: dict[str, Callable[[Pair, Registry], int]] = {
    "perpetrator invented": invented,
    "unknown turned into a number": unknown_numbered,
    "planned shown as held": held,
    "attributed shown as the narrator's": taken_over,
    "denial invented": denial_made_up,
    "polarity flipped": lambda pair, _: int(not field_right(pair, "polarity")),
}
"""What must never happen on a located core claim; broken spans are counted over all claims."""


def broken_spans(node: Any, text: str) -> int:
    """Count the spans under a JSON node whose words are not those of the text."""
    if isinstance(node, list):
        return sum(broken_spans(child, text) for child in node)
    if not isinstance(node, dict):
        return 0
    is_span = "exact" in node and "start" in node
    broken = is_span and text[node["start"] : node["end"]] != node["exact"]
    return int(broken) + sum(broken_spans(child, text) for child in node.values())
