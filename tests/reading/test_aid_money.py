"""Money is a quantity only where it is aid."""

from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.quantities.aid_money import read_aid_money


@pytest.mark.parametrize(
    "text, unit, low, high",
    [
        ("Norland sent $1.2 million in aid.", "USD", 1200000, 1200000),
        ("Norland pledged up to 20 million euros.", "EUR", None, 20000000),
    ],
)
def test_aid(nlp: Any, text: str, unit: str, low: int | None, high: int | None) -> None:
    doc = parse(nlp, text)
    (mention,) = read_aid_money(doc, [token.lower_ for token in doc])
    assert (mention.quantity.unit, mention.quantity.low, mention.quantity.high) == (unit, low, high)


def test_other_money_is_left_out(nlp: Any) -> None:
    doc = parse(nlp, "The bridge cost $300 and the car 5,000 euros.")
    assert read_aid_money(doc, [token.lower_ for token in doc]) == []
