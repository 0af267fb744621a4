from tests.builders import place

from onrecord.model.place import Precision
from onrecord.views.where import where


def test_the_most_specific_comes_first_with_its_precision() -> None:
    site = place("maternity ward", precision=Precision.SITE)
    assert where((site, place("Varnia"))) == "maternity ward, Varnia (site)"


def test_what_is_wide_or_inferred_or_ambiguous_says_so() -> None:
    assert where((place("Coast", precision=Precision.ADM1, radius_km=41.6),)) == "Coast (province, ±42 km)"
    assert where((place("Varnia", inferred=True),)) == "Varnia (settlement, inferred)"
    assert where((place("Newton", candidates=("geonames:1", "geonames:2")),)) == "Newton (settlement, 2 readings)"


def test_no_place_is_said_to_be_none() -> None:
    assert where(()) == "not said"
