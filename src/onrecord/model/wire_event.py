"""The event on the wire: who, where, when, how many."""

from onrecord.model.event import Participant, Role, Status
from onrecord.model.place import Place, Precision
from onrecord.model.quantity import Quantity, Subset
from onrecord.model.time import Interval, TimePrecision
from onrecord.model.wire_keys import Keys, edge_to_wire, number_to_wire, quote_to_wire

__all__ = [
    "participant_from_wire",
    "participant_to_wire",
    "place_from_wire",
    "place_to_wire",
    "quantity_from_wire",
    "quantity_to_wire",
    "time_from_wire",
    "time_to_wire",
]


def participant_to_wire(participant: Participant) -> dict[str, object]:
    """Return one object of ``participants``."""
    return {
        "role": participant.role.value,
        "name": participant.name,
        "mention": quote_to_wire(participant.mention),
        "status": participant.status.value,
    }


def participant_from_wire(keys: Keys) -> Participant:
    """Return the participant of an object of ``participants``."""
    return Participant(
        role=keys.one_of("role", Role),
        name=keys.text("name"),
        mention=keys.quote_or_none("mention"),
        status=keys.one_of("status", Status, Status.STATED),
    )


def place_to_wire(place: Place) -> dict[str, object]:
    """Return one object of ``places``; radius in kilometres, latitude and longitude in degrees WGS 84."""
    return {
        "name": place.name,
        "mention": quote_to_wire(place.mention),
        "precision": place.precision.value,
        "radius_km": number_to_wire(place.radius_km),
        "lat": number_to_wire(place.lat),
        "lon": number_to_wire(place.lon),
        "gazetteer_id": place.gazetteer_id,
        "admin": list(place.admin),
        "country": place.country,
        "inferred": place.inferred,
        "candidates": list(place.candidates),
        "timezone": place.timezone,
    }


def place_from_wire(keys: Keys) -> Place:
    """Return the place of an object of ``places``."""
    return Place(
        name=keys.text("name"),
        mention=keys.quote_or_none("mention"),
        precision=keys.one_of("precision", Precision, Precision.UNKNOWN),
        radius_km=keys.number_or_none("radius_km"),
        lat=keys.number_or_none("lat"),
        lon=keys.number_or_none("lon"),
        gazetteer_id=keys.text_or_none("gazetteer_id"),
        admin=keys.texts("admin"),
        country=keys.text_or_none("country"),
        inferred=keys.flag("inferred"),
        candidates=keys.texts("candidates"),
        timezone=keys.text_or_none("timezone"),
    )


def time_to_wire(interval: Interval | None) -> dict[str, object] | None:
    """Return the ``time`` object, or None where nothing is known; a null edge is open."""
    if interval is None:
        return None
    return {
        "start": edge_to_wire(interval.start),
        "end": edge_to_wire(interval.end),
        "precision": interval.precision.value,
        "expression": quote_to_wire(interval.expression),
        "value": interval.value,
        "mod": interval.mod,
        "basis": interval.basis,
        "start_latest": edge_to_wire(interval.start_latest),
    }


def time_from_wire(keys: Keys | None) -> Interval | None:
    """Return the interval of a ``time`` object."""
    if keys is None:
        return None
    return Interval(
        start=keys.edge_or_none("start"),
        end=keys.edge_or_none("end"),
        precision=keys.one_of("precision", TimePrecision),
        expression=keys.quote_or_none("expression"),
        value=keys.text_or_none("value"),
        mod=keys.text_or_none("mod"),
        basis=keys.text_or_none("basis"),
        start_latest=keys.edge_or_none("start_latest"),
    )


def _subset_to_wire(subset: Subset) -> dict[str, object]:
    return {
        "kind": subset.kind,
        "population_class": subset.population_class,
        "low": subset.low,
        "high": subset.high,
        "approximator": subset.approximator,
        "mention": quote_to_wire(subset.mention),
    }


def quantity_to_wire(quantity: Quantity) -> dict[str, object]:
    """Return one object of ``quantities``; a null bound is open, and zero is a bound."""
    return {
        "kind": quantity.kind,
        "unit": quantity.unit,
        "low": quantity.low,
        "high": quantity.high,
        "approximator": quantity.approximator,
        "unknown": quantity.unknown,
        "mention": quote_to_wire(quantity.mention),
        "population_class": quantity.population_class,
        "scope": quantity.scope,
        "as_of": quantity.as_of,
        "includes": [_subset_to_wire(subset) for subset in quantity.includes],
        "high_soft": quantity.high_soft,
        "acled": quantity.acled,
        "qualitative": quantity.qualitative,
    }


def _subset_from_wire(keys: Keys) -> Subset:
    return Subset(
        kind=keys.text("kind"),
        population_class=keys.text_or_none("population_class"),
        low=keys.whole_or_none("low"),
        high=keys.whole_or_none("high"),
        approximator=keys.text_or_none("approximator"),
        mention=keys.quote_or_none("mention"),
    )


def quantity_from_wire(keys: Keys) -> Quantity:
    """Return the quantity of an object of ``quantities``."""
    return Quantity(
        kind=keys.text("kind"),
        unit=keys.text("unit"),
        low=keys.whole_or_none("low"),
        high=keys.whole_or_none("high"),
        approximator=keys.text_or_none("approximator"),
        unknown=keys.flag("unknown"),
        mention=keys.quote_or_none("mention"),
        population_class=keys.text_or_none("population_class"),
        scope=keys.text_or_none("scope"),
        as_of=keys.text_or_none("as_of"),
        includes=tuple(_subset_from_wire(subset) for subset in keys.objects("includes")),
        high_soft=keys.flag("high_soft"),
        acled=keys.whole_or_none("acled"),
        qualitative=keys.text_or_none("qualitative"),
    )
