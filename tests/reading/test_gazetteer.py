import json
import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import GazetteerUnavailable
from onrecord.reading.places.gazetteer import EntryKind, Gazetteer
from onrecord.reading.places.names import fold

LOCK = Path(__file__).parent.parent.parent / "scripts" / "gazetteer.lock.json"


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    "name,folded",
    [
        ("Mariupol'", "mariupol"),
        ("Sana’a", "sanaa"),
        ("Deir-ez-Zor", "deir ez zor"),
        ("Łódź", "lodz"),
        ("Khān  Yūnis", "khan yunis"),
        ("Київ", "киів"),
        ("U.S.", "us"),
        ("ＫＹＩＶ", "kyiv"),
        ("नेपाल", "नेपाल"),
        ("-", ""),
    ],
)
def test_fold(name: str, folded: str) -> None:
    assert fold(name) == folded
    assert fold(folded) == folded


def test_digest_and_rows_are_the_locked_ones(gazetteer: Gazetteer) -> None:
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    assert gazetteer.digest == lock["digest"]
    assert gazetteer.rows == lock["rows"]


@pytest.mark.parametrize("name", ["Mariupol", "MARIUPOL", "Маріуполь", "Marioupol", "ماريوبول"])
def test_every_script_finds_the_town(gazetteer: Gazetteer, name: str) -> None:
    towns = [entry for entry in gazetteer.lookup(name) if entry.kind is EntryKind.SETTLEMENT]
    assert towns[0].id == "geonames:701822"
    assert towns[0].admin[0] == "Ukraine"
    assert towns[0].timezone == "Europe/Kyiv"


def test_an_entry_knows_what_holds_it(gazetteer: Gazetteer) -> None:
    town = gazetteer.entry("geonames:701822")
    assert town is not None
    assert town.admin == ("Ukraine", "Donetsk Oblast", "Mariupolskyi Raion")
    assert town.units[:2] == ("geonames:690791", "geonames:709716")
    assert town.population > 0
    assert 0 < town.radius_km < 25


def test_a_country(gazetteer: Gazetteer) -> None:
    country = gazetteer.country("UA")
    assert country is not None
    assert (country.kind, country.admin, country.timezone) == (EntryKind.COUNTRY, (), "Europe/Kyiv")
    assert 400 < country.radius_km < 500
    assert gazetteer.country("XX") is None


def test_capitals(gazetteer: Gazetteer) -> None:
    kyiv = gazetteer.capital_of("UA")
    assert kyiv is not None
    assert (kyiv.id, kyiv.capital) == ("geonames:703448", True)
    assert gazetteer.country_of_capital(kyiv.id) == "UA"
    assert gazetteer.country_of_capital("geonames:701822") is None
    assert gazetteer.capital_of("XX") is None


@pytest.mark.parametrize(
    "word,code",
    [("Ukrainian", "UA"), ("Syrians", "SY"), ("Norwegian", "NO"), ("South Sudanese", "SS"), ("Martian", None)],
)
def test_demonyms(gazetteer: Gazetteer, word: str, code: str | None) -> None:
    assert gazetteer.country_of_demonym(word) == code


@pytest.mark.parametrize("name", ["", "'", "Qwertzuiop", "'; DROP TABLE name; --"])
def test_what_nobody_knows(gazetteer: Gazetteer, name: str) -> None:
    assert gazetteer.lookup(name) == ()


def test_unknown_ids(gazetteer: Gazetteer) -> None:
    assert gazetteer.entry("geonames:999999999") is None
    assert gazetteer.entry("wikidata:Q1") is None


def test_a_missing_file_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GazetteerUnavailable, match="build_gazetteer"):
        Gazetteer.open(tmp_path / "none.sqlite")


def test_a_damaged_file(tmp_path: Path) -> None:
    path = tmp_path / "bad.sqlite"
    path.write_bytes(b"not a database" * 100)
    with pytest.raises(GazetteerUnavailable, match="damaged"):
        Gazetteer.open(path)


def test_a_file_of_another_schema(tmp_path: Path) -> None:
    path = tmp_path / "later.sqlite"
    base = sqlite3.connect(path)
    base.executescript(
        """CREATE TABLE meta(key TEXT, value TEXT); INSERT INTO meta VALUES('schema', '99');
        CREATE TABLE zone(id, name); CREATE TABLE capital(place, country); CREATE TABLE place(country, id, kind);"""
    )
    base.close()
    with pytest.raises(GazetteerUnavailable, match="schema"):
        Gazetteer.open(path)


def test_it_cannot_be_written(gazetteer: Gazetteer) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        gazetteer._base.execute("DELETE FROM place")


def test_close() -> None:
    gazetteer = Gazetteer.open()
    gazetteer.close()
    with pytest.raises(sqlite3.ProgrammingError):
        gazetteer.lookup("Kyiv")
