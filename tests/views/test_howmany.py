import pytest
from tests.builders import quantity

from onrecord.model.quantity import Quantity, Subset
from onrecord.model.span import Quote
from onrecord.views.howmany import how_many


def said(words: str) -> Quote:
    return Quote(0, len(words), words)


@pytest.mark.parametrize(
    "of,words",
    [
        (quantity(17), "≥ 17 injured"),
        (quantity(17, 17), "17 injured"),
        (quantity(None, 16), "≤ 16 injured"),
        (quantity(10, 15, kind="killed"), "10–15 killed"),
        (quantity(0, 0, kind="killed"), "0 killed"),
        (quantity(1200, 1200, kind="displaced"), "1,200 displaced"),
        (quantity(3, 3, kind="killed", population_class="children"), "3 children killed"),
        (quantity(None, kind="killed", unknown=True), "killed: not known"),
        (quantity(None, kind="killed", unknown=True, mention=said("how many")), "killed: not known"),
        (quantity(None, kind="injured", mention=said("more")), "more injured"),
        (quantity(None, kind="injured"), "injured: number not stated"),
        (quantity(None, kind="fighters", qualitative="some"), "some fighters"),
        (quantity(2, None, kind="killed", mention=said("several"), high_soft=True), "several killed"),
        (quantity(387_000, 473_000, kind="population", approximator="roughly", mention=said("roughly 430,000")),
         "roughly 430,000 (387,000–473,000) inhabitants"),
        (quantity(200_000, 999_999, kind="evacuated", high_soft=True, mention=said("hundreds of thousands")),
         "hundreds of thousands evacuated"),
    ],
)  # fmt: skip
def test_a_quantity_in_words(of: Quantity, words: str) -> None:
    assert how_many(of) == words


def test_an_unknown_number_is_never_printed_as_one() -> None:
    for kind in ("killed", "injured", "displaced"):
        assert not any(sign.isdigit() for sign in how_many(quantity(None, kind=kind, unknown=True)))


def test_parts_are_named_and_not_added() -> None:
    women = Subset("injured", "women", 2, 2, None, None)
    dead = Subset("killed", None, 1, None, "at_least", None)
    vague = Subset("injured", "children", None, None, None, said("some"))
    assert how_many(quantity(17, 17, includes=(women, dead, vague))) == (
        "17 injured, incl. 2 women; ≥ 1 killed; some children"
    )
