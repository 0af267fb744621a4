"""A place in words with its precision (METHOD B7)."""

from onrecord.model.place import Place, Precision
from onrecord.views.labels import PRECISIONS

__all__ = ["where"]

WIDE = frozenset({Precision.NEAR, Precision.ADM2, Precision.ADM1, Precision.REGION_FUZZY})
"""Precisions whose radius tells a reader something; that of a town is small, and that of a country says nothing."""


def where(places: tuple[Place, ...]) -> str:
    """Return the places of a claim: the most specific with its precision, then what holds or accompanies it.

    What the words of the claim do not say is marked ``inferred``; ``not said`` where there is nothing.
    """
    if not places:
        return "not said"
    first = places[0]
    others = [place.name for place in places[1:] if place.name != first.name]
    names = ", ".join([first.name, *others])
    return f"{names} ({', '.join(_notes(first))})"


def _notes(place: Place) -> list[str]:
    notes = [PRECISIONS[place.precision]]
    if place.radius_km is not None and place.precision in WIDE:
        notes.append(f"±{place.radius_km:,.0f} km")
    if place.lat is None and place.candidates:
        notes.append(f"{len(place.candidates)} readings")
    if place.inferred:
        notes.append("inferred")
    return notes
