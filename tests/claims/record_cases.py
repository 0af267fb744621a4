"""Read a case's text to its claims, and compare them with what a linguist wrote beside it.

A case lists the claims that must be there; each names only the fields it is about. ``absent`` lists what no claim may
show.
"""

from datetime import date
from pathlib import Path
from typing import Any

import yaml
from tests.builders import document

from onrecord.claims.assemble import assemble
from onrecord.model.claim import Claim
from onrecord.model.event import Role
from onrecord.reading.reader import Reader

CASES = Path(__file__).parent.parent / "cases"


def load(name: str) -> list[dict[str, Any]]:
    """Return the cases of one phenomenon."""
    cases: list[dict[str, Any]] = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return cases


def claims_of(case: dict[str, Any], reader: Reader) -> tuple[Claim, ...]:
    published = case.get("published", date(2022, 3, 9))
    read = document(text=case["text"].strip(), outlet=case.get("outlet", "The Varnia Courier"), published=published)
    return assemble(read, reader.read(read)).claims


def summary(claim: Claim) -> dict[str, Any]:
    """Return a claim in the words that case files use."""
    hops = [[s.name for s in hop.speakers] for hop in claim.attribution.chain]
    roles: dict[str, list[str]] = {}
    for p in claim.participants:
        roles.setdefault(p.role.value, []).append(p.name)
    return {
        "words": claim.evidence.exact,
        "content": claim.content.exact if claim.content else None,
        "trigger": claim.trigger.exact if claim.trigger else None,
        "cue": claim.cue.exact if claim.cue else None,
        "type": claim.event_type,
        "tier": claim.tier.value,
        "voice": claim.attribution.voice.value,
        "style": claim.attribution.style.value,
        "scope": claim.attribution.scope.value,
        "origin": hops[0],
        "relays": [name for hop in hops[1:-1] for name in hop],
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "factuality": [fact.value for fact in claim.factuality],
        "places": [place.name for place in claim.places],
        "start": str(claim.time.start) if claim.time and claim.time.start else None,
        "end": str(claim.time.end) if claim.time and claim.time.end else None,
        "counts": [[q.kind, q.low, q.high] for q in claim.quantities],
        "status": [p.status.value for p in claim.participants if p.role.blames],
        "flags": list(claim.flags),
        **{role.value: roles.get(role.value, []) for role in Role},
    }


def fits(wanted: dict[str, Any], found: dict[str, Any]) -> bool:
    """Tell whether a claim shows everything that is wanted; a list is wanted whole, a type without a dot by family."""
    for key, value in wanted.items():
        have = found[key]
        if key == "type" and "." not in value:
            have = have.partition(".")[0]
        if key == "flags":
            if not set(value) <= set(have):
                return False
        elif have != value:
            return False
    return True


def problems(case: dict[str, Any], reader: Reader) -> list[str]:
    """Return what is missing from a case's claims and what should not be there."""
    found = [summary(claim) for claim in claims_of(case, reader)]
    missing = [f"missing {wanted}" for wanted in case.get("claims", []) if not any(fits(wanted, f) for f in found)]
    unwanted = [f"unwanted {wanted}" for wanted in case.get("absent", []) if any(fits(wanted, f) for f in found)]
    if "count" in case and len(found) != case["count"]:
        unwanted.append(f"{len(found)} claims, not {case['count']}")
    return [*missing, *unwanted, *([f"found {f}" for f in found] if missing or unwanted else [])]
