from dataclasses import replace
from typing import Any

import pytest
from tests.builders import TEXT, attribution, claim, day, participant, place, quantity, quote, speaker

from onrecord.ledger.evidence import broken_quote, quotes_of, unfounded
from onrecord.model.quantity import Subset
from onrecord.model.span import Quote

RIGHT = quote(TEXT, "hurt")
WRONG = Quote(0, 4, "hurt")
WOMEN = Subset("injured", "women", 1, 1, None, WRONG)
SAID = attribution("Ilan Tesh")
CHAIN = (replace(SAID.chain[0], speakers=(speaker(mention=WRONG),)), SAID.chain[1])


def test_a_claim_that_quotes_rightly_is_founded() -> None:
    assert broken_quote(claim(trigger=RIGHT, cue=quote(TEXT, "said")), TEXT) is None
    assert unfounded(claim(), TEXT) is None


@pytest.mark.parametrize(
    "key, changes",
    [
        ("evidence", {"evidence": WRONG}),
        ("content", {"content": WRONG}),
        ("cue", {"cue": WRONG}),
        ("trigger", {"trigger": WRONG}),
        ("attribution", {"attribution": replace(SAID, chain=CHAIN)}),
        ("participants", {"participants": (participant(mention=WRONG),)}),
        ("places", {"places": (place(), place(mention=WRONG))}),
        ("time", {"time": day(None, expression=WRONG)}),
        ("quantities", {"quantities": (quantity(mention=WRONG),)}),
        ("quantities", {"quantities": (quantity(includes=(WOMEN,)),)}),
    ],
)
def test_every_quotation_is_looked_at(key: str, changes: dict[str, Any]) -> None:
    wrong = claim(**changes)
    assert WRONG in [found for _, found in quotes_of(wrong)]
    kept = unfounded(wrong, TEXT)
    assert kept is not None
    assert kept.rule == "R-C5"
    assert kept.reason.startswith(f"{key}: ")


@pytest.mark.parametrize(
    "at", [Quote(-4, 0, ""), Quote(5, 4, ""), Quote(0, 9**9, TEXT), Quote(0, 6, "Shells", prefix="x")]
)
def test_places_outside_the_text_are_wrong(at: Quote) -> None:
    assert unfounded(claim(evidence=at), TEXT) is not None
