"""Places that are no administrative unit: regions, seas, seats of power, states by abbreviation (METHOD B7, R-P5)."""

from dataclasses import dataclass
from functools import cache
from typing import Any

from onrecord.lexicons.load import lexicon
from onrecord.model.place import Precision
from onrecord.reading.places.names import fold

__all__ = ["Region", "abbreviated_country", "abbreviated_unit", "find_region", "seat_of"]


@dataclass(frozen=True, slots=True)
class Region:
    """A place from the lexicon.

    Attributes:
        name: Its usual name.
        precision: How exact a place of this kind is.
        countries: ISO codes of the states that share it.
        lat: Latitude of its rough middle, or None.
        lon: Longitude, or None.
        radius_km: Radius that holds the whole, or None.
        gazetteer_id: Its id where GeoNames has it.
        seat: True for a seat that stands for its state (R-P5).
    """

    name: str
    precision: Precision
    countries: tuple[str, ...]
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    gazetteer_id: str | None = None
    seat: bool = False


@cache
def _regions() -> dict[str, Region]:
    table: dict[str, Region] = {}
    for row in lexicon("regions")["regions"]:
        region = _made(row)
        table.update({fold(name): region for name in [row["name"], *row.get("others", [])]})
    return table


def _made(row: dict[str, Any]) -> Region:
    return Region(
        row["name"], Precision(row["precision"]), tuple(row["countries"]), row["lat"], row["lon"], row["radius_km"],
        row.get("id"),
    )  # fmt: skip


@cache
def _states() -> dict[str, str]:
    table: dict[str, list[str]] = lexicon("regions")["country_names"]
    return {name: code for code, names in table.items() for name in names}


@cache
def _units() -> dict[str, tuple[str, str]]:
    table: dict[str, dict[str, str]] = lexicon("regions")["unit_abbreviations"]
    return {short: (name, code) for code, names in table.items() for short, name in names.items()}


@cache
def _seats() -> dict[str, Region]:
    table: dict[str, list[str]] = lexicon("regions")["seats"]
    return {fold(n): Region(n, Precision.COUNTRY, (code,), seat=True) for code, names in table.items() for n in names}


def find_region(name: str) -> Region | None:
    """Return the region of this name in any spelling that folding makes equal."""
    return _regions().get(fold(name))


def seat_of(name: str) -> Region | None:
    """Return the seat of this name: Kremlin, Downing Street (R-P5)."""
    return _seats().get(fold(name))


def abbreviated_country(name: str) -> str | None:
    """Return the ISO code of a state by a name whose capitals matter: US, UK, DR Congo."""
    return _states().get(name)


def abbreviated_unit(name: str) -> tuple[str, str] | None:
    """Return the full name and the country of a first-order unit by its abbreviation: Tex., NSW."""
    return _units().get(name)
