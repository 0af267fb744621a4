"""The embedded gazetteer: countries, administrative units and populated places, from GeoNames, read-only.

Nothing is held in memory but what was asked for lately; a look-up is one probe of a sqlite index.
"""

import json
import sqlite3
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from onrecord.errors import GazetteerUnavailable
from onrecord.lexicons.load import lexicon
from onrecord.reading.places.names import fold

__all__ = ["Entry", "EntryKind", "Gazetteer"]

EMBEDDED = Path(__file__).parent / "data" / "gazetteer.sqlite"
SCHEMA_VERSION = 1
ADVICE = "Run `python scripts/build_gazetteer.py` in a checkout, or reinstall onrecord."
E5 = 100_000
REMEMBERED = 50_000
"""Look-ups kept, found or not: about 10 MB; a corpus about one war asks for the same few thousand names."""

BY_NAME = """
SELECT p.id, p.name, p.kind, p.lat, p.lon, p.population, p.country, p.parent, p.zone, p.radius,
  p.spellings
FROM name n JOIN place p ON p.id = n.place WHERE n.folded = ? ORDER BY p.kind, p.population DESC, p.id LIMIT 60
"""
BY_ID = "SELECT id, name, kind, lat, lon, population, country, parent, zone, radius, spellings FROM place WHERE id = ?"


class EntryKind(StrEnum):
    """What sort of place."""

    COUNTRY = "country"
    ADM1 = "adm1"
    ADM2 = "adm2"
    SETTLEMENT = "settlement"


KINDS = tuple(EntryKind)


@dataclass(frozen=True, slots=True)
class Entry:
    """A place that the gazetteer knows.

    Attributes:
        id: ``geonames:701822``.
        name: Its usual name; not always English.
        kind: What sort of place.
        lat: Latitude in degrees, WGS 84; of a unit, the population-weighted mean of its cities.
        lon: Longitude in degrees.
        population: People; 0 where unknown.
        country: ISO 3166-1 alpha-2 code.
        admin: Names from the country down to the parent; empty for a country.
        units: Ids of the same, for containment.
        timezone: IANA zone; None where a unit has several.
        radius_km: Radius of the circle that holds it.
        spellings: How many names it is known under: a measure of how well known it is.
        capital: True for the capital of a country.
    """

    id: str
    name: str
    kind: EntryKind
    lat: float | None
    lon: float | None
    population: int
    country: str
    admin: tuple[str, ...]
    units: tuple[str, ...]
    timezone: str | None
    radius_km: float
    spellings: int = 1
    capital: bool = False


class Gazetteer:
    """An open gazetteer; see `open`."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self._zones = dict(base.execute("SELECT id, name FROM zone"))
        self._capitals: dict[int, str] = dict(base.execute("SELECT place, country FROM capital"))
        self._seats = {country: place for place, country in self._capitals.items()}
        self._meta = {key: json.loads(value) for key, value in base.execute("SELECT key, value FROM meta")}
        self._countries: dict[str, int] = dict(base.execute("SELECT country, id FROM place WHERE kind = 0"))
        self.lookup = lru_cache(REMEMBERED)(self._lookup)
        self.entry = lru_cache(REMEMBERED)(self._entry)

    @classmethod
    def open(cls, path: Path | None = None) -> "Gazetteer":
        """Open the embedded gazetteer, or the one at `path`, read-only.

        Raises:
            GazetteerUnavailable: The file is missing, damaged, or of another schema.
        """
        found = EMBEDDED if path is None else path
        if not found.exists():
            message = f"The gazetteer is missing at {found}. {ADVICE}"
            raise GazetteerUnavailable(message)
        try:
            base = sqlite3.connect(f"{found.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            base.execute("PRAGMA mmap_size=67108864")
            gazetteer = cls(base)
        except (sqlite3.DatabaseError, ValueError) as error:
            message = f"The gazetteer at {found} is damaged ({error}). {ADVICE}"
            raise GazetteerUnavailable(message) from error
        if gazetteer._meta.get("schema") != SCHEMA_VERSION:
            message = f"The gazetteer at {found} has another schema than {SCHEMA_VERSION}. {ADVICE}"
            raise GazetteerUnavailable(message)
        return gazetteer

    @property
    def digest(self) -> str:
        """SHA-256 of the content, for the digest of the reader's parameters."""
        return str(self._meta["digest"])

    @property
    def rows(self) -> dict[str, int]:
        """Rows of each table, as the lock has them."""
        return dict(self._meta["rows"])

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    def _lookup(self, name: str) -> tuple[Entry, ...]:
        """Return the places of this name in any spelling or script, countries first, then by population."""
        key = fold(name)
        return tuple(self._made(row) for row in self._base.execute(BY_NAME, (key,))) if key else ()

    def _entry(self, entry_id: str) -> Entry | None:
        """Return the place with this id."""
        number = entry_id.removeprefix("geonames:")
        row = self._base.execute(BY_ID, (int(number),)).fetchone() if number.isdigit() else None
        return None if row is None else self._made(row)

    def country(self, code: str) -> Entry | None:
        """Return the country with this ISO 3166-1 alpha-2 code."""
        number = self._countries.get(code)
        return None if number is None else self.entry(f"geonames:{number}")

    def country_of_demonym(self, word: str) -> str | None:
        """Return the ISO code of the country that an adjective or people belongs to: Ukrainian, Syrians."""
        return demonyms().get(word.lower())

    def country_of_capital(self, entry_id: str) -> str | None:
        """Return the ISO code of the state that this place is the capital of (R-P5)."""
        number = entry_id.removeprefix("geonames:")
        return self._capitals.get(int(number)) if number.isdigit() else None

    def capital_of(self, code: str) -> Entry | None:
        """Return the capital of the country with this ISO code."""
        number = self._seats.get(code)
        return None if number is None else self.entry(f"geonames:{number}")

    def _made(
        self, row: tuple[int, str, int, int | None, int | None, int, str, int | None, int | None, float, int]
    ) -> Entry:
        number, name, kind, lat, lon, population, country, parent, zone, radius, spellings = row
        above = None if parent is None else self.entry(f"geonames:{parent}")
        return Entry(
            f"geonames:{number}",
            name,
            KINDS[kind],
            None if lat is None else lat / E5,
            None if lon is None else lon / E5,
            population,
            country,
            () if above is None else (*above.admin, above.name),
            () if above is None else (*above.units, above.id),
            None if zone is None else self._zones[zone],
            radius,
            spellings,
            number in self._capitals,
        )


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Return the ISO code for each demonym, lower case, with its plural in -s."""
    by_country: dict[str, list[str]] = lexicon("demonyms")["countries"]
    words = {word.lower(): code for code, listed in by_country.items() for word in listed}
    return {
        f"{word}s": code for word, code in words.items() if not word.endswith(("s", "sh", "ch", "ese", "men"))
    } | words
