"""Where: a place as an area with a precision, never a bare point (METHOD B7)."""

from dataclasses import dataclass
from enum import StrEnum

from onrecord.model.span import Quote

__all__ = ["Place", "Precision"]


class Precision(StrEnum):
    """How exact a place is, finest first, as METHOD B7 lists it with its UCDP and ACLED codes."""

    SITE = "site"
    SETTLEMENT = "settlement"
    NEAR = "near"
    ADM2 = "adm2"
    ADM1 = "adm1"
    REGION_FUZZY = "region_fuzzy"
    COUNTRY = "country"
    UNNAMED_SET_IN_COUNTRY = "unnamed_set_in_country"
    INTERNATIONAL = "international"
    UNKNOWN = "unknown"

    @property
    def ucdp(self) -> int | None:
        """UCDP's ``where_prec``, None where nothing is known."""
        return {"site": 1, "settlement": 1, "near": 2, "adm2": 3, "adm1": 4, "region_fuzzy": 5, "country": 6,
                "unnamed_set_in_country": 6, "international": 7}.get(self.value)  # fmt: skip

    @property
    def acled(self) -> int | None:
        """ACLED's ``geo_precision``, None where nothing is known."""
        return {"site": 1, "settlement": 1, "near": 2, "adm2": 2}.get(self.value, 3 if self.ucdp else None)


@dataclass(frozen=True, slots=True)
class Place:
    """A place of an event.

    Attributes:
        name: Canonical name: "Mariupol"; for a facility, its words in the text.
        mention: Where the text says it; None where inferred.
        precision: How exact.
        radius_km: Radius of the circle that holds it around the point, or None without a point.
        lat: Latitude in degrees, WGS 84, or None.
        lon: Longitude in degrees, or None.
        gazetteer_id: ``geonames:701822`` or None.
        admin: Names from the country down to the place's parent.
        country: ISO 3166-1 alpha-2 code, or None.
        inferred: True where the words of the claim do not say it (R-L1).
        candidates: Ids of rival readings, best first, without the chosen one (R-L3).
        timezone: IANA zone of the place, or None; decides the hours of its day parts (R-T4).
    """

    name: str
    mention: Quote | None = None
    precision: Precision = Precision.UNKNOWN
    radius_km: float | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer_id: str | None = None
    admin: tuple[str, ...] = ()
    country: str | None = None
    inferred: bool = False
    candidates: tuple[str, ...] = ()
    timezone: str | None = None
