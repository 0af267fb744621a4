"""Every way to falsify a ledger that the triggers have been taken from is found, and located."""

import sqlite3
from datetime import date
from pathlib import Path

import pytest
from tests.builders import TEXT, attribution, claim, day, document, entry, issue, place, quarantined

from onrecord.ledger.rows import row_digest
from onrecord.ledger.sqlite import Ledger
from onrecord.ledger.tables import TABLES


@pytest.fixture
def full(sqlite: Ledger) -> Ledger:
    writer = sqlite.writer()
    for name in ("a", "b", "c"):
        of = document(name, TEXT + name, outlet="Varnia Courier", published=date(2024, 5, 14))
        said = claim(of, "Governor Ilan Tesh said", attribution=attribution("Ilan Tesh"), time=day(date(2024, 5, 14)))
        hit = claim(of, "Shells hit", places=(place(),))
        writer.append(entry(of, said, hit, quarantined=(quarantined(of),), issues=(issue(document_name=name),)))
    writer.append_issues([issue("unreadable", "gone.pdf")])
    assert sqlite.verify() == ()
    return sqlite


def forge(path: Path, *statements: str) -> None:
    """Change a ledger as somebody would who knows SQLite and means harm."""
    raw = sqlite3.connect(path, isolation_level=None)
    kept = raw.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in kept:
        raw.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        raw.execute(statement)
    for _, sql in kept:
        raw.execute(sql)
    raw.close()


FORGERIES = [
    ("UPDATE tx SET at = '2020-01-01T00:00:00.000000+00:00' WHERE id = 3", "tx_hash", "tx row 3"),
    ("UPDATE tx SET actor = 'nobody' WHERE id = 2", "tx_hash", "tx row 2"),
    ("UPDATE tx SET prev_hash = hash WHERE id = 4", "tx_chain", "tx row 4"),
    ("DELETE FROM tx WHERE id = 3", "tx_missing", "tx row 4"),
    ("DELETE FROM tx WHERE id = 5", "tx_missing", "tx"),
    ("UPDATE capture SET data = x'00' WHERE rowid = 1", "capture_digest", "capture row"),
    ("UPDATE capture SET codec = 'raw' WHERE rowid = 1", "capture_digest", "capture row"),
    ("UPDATE capture SET name = 'z' WHERE rowid = 1", "row_digest", "capture row"),
    ("UPDATE document SET text = replace(text, 'four', 'nine') WHERE name = 'a'", "text_digest", "document row"),
    ("UPDATE document SET text = replace(text, 'four', 'nine') WHERE name = 'a'", "document_id", "document row"),
    ("UPDATE document SET text = 'X' || text WHERE name = 'a'", "claim_span", "claim row 1"),
    ("UPDATE document SET outlet = 'Other' WHERE name = 'a'", "document_id", "document row"),
    ("UPDATE document SET outlet_name = 'other' WHERE name = 'a'", "document_columns", "document row"),
    ("UPDATE document SET published_day = '2024-05-01' WHERE name = 'a'", "document_columns", "document row"),
    ("UPDATE document SET published = 'May' WHERE name = 'a'", "document_id", "document row"),
    ("UPDATE document SET name = 'z' WHERE name = 'a'", "row_digest", "document row"),
    ("UPDATE reading SET reader_version = '9' WHERE id = 1", "row_digest", "reading row 1"),
    ("UPDATE reading SET claims = 9 WHERE id = 1", "reading_count", "reading row 1"),
    ("UPDATE claim SET wire = replace(wire, 'ASSERTED', 'DENIED') WHERE seq = 2", "claim_id", "claim row 2"),
    ("UPDATE claim SET wire = '{' WHERE seq = 2", "claim_wire", "claim row 2"),
    ("UPDATE claim SET id = 'claim-mine' WHERE seq = 2", "claim_id", "claim row 2"),
    ("UPDATE claim SET modality = 'DENIED' WHERE seq = 2", "claim_columns", "claim row 2"),
    ("UPDATE claim SET first_day = '2024-01-01' WHERE seq = 1", "claim_columns", "claim row 1"),
    ("UPDATE claim SET reading = 2, id = 'claim-mine' WHERE seq = 1", "claim_document", "claim row 1"),
    ("UPDATE claim SET tx = 3 WHERE seq = 1", "tx_hash", "tx row 3"),
    ("DELETE FROM claim WHERE seq = 6", "reading_count", "reading row 3"),
    ("UPDATE claim_name SET name = 'other' WHERE kind = 'place' AND claim = 2", "claim_name", "claim row 2"),
    ("DELETE FROM claim_name WHERE kind = 'speaker' AND claim = 1", "claim_name", "claim row 1"),
    ("UPDATE quarantine SET reason = 'none' WHERE seq = 1", "row_digest", "quarantine row 1"),
    ("UPDATE quarantine SET reading = 77 WHERE seq = 1", "foreign_key", "quarantine row 1"),
    ("DELETE FROM quarantine WHERE seq = 1", "tx_hash", "tx row 2"),
    ("UPDATE issue SET message = 'fine' WHERE seq = 4", "row_digest", "issue row 4"),
    ("DELETE FROM issue WHERE seq = 4", "tx_hash", "tx row 5"),
    (
        """INSERT INTO issue SELECT 9, tx, reading, document, code, severity, message, span_start, span_end, digest
        FROM issue WHERE seq = 4""",
        "row_digest",
        "issue row 9",
    ),
]  # fmt: skip


@pytest.mark.parametrize("statement, code, where", FORGERIES)
def test_a_forgery_is_found_where_it_is(full: Ledger, statement: str, code: str, where: str) -> None:
    full.close()
    forge(full.path, statement)
    with Ledger.open(full.path) as ledger:
        found = ledger.verify()
    assert any(problem.code == code and problem.document.startswith(where) for problem in found), found


def test_a_forged_digest_does_not_help(full: Ledger) -> None:
    full.close()
    raw = sqlite3.connect(full.path)
    raw.row_factory = sqlite3.Row
    row = {**dict(raw.execute("SELECT * FROM issue WHERE seq = 4").fetchone()), "message": "fine"}
    raw.close()
    forge(full.path, f"UPDATE issue SET message = 'fine', digest = '{row_digest('issue', row)}' WHERE seq = 4")
    with Ledger.open(full.path) as ledger:
        assert [(problem.code, problem.document) for problem in ledger.verify()] == [("tx_hash", "tx row 5")]


def test_triggers_that_are_gone_are_missed(full: Ledger) -> None:
    full.close()
    raw = sqlite3.connect(full.path)
    raw.execute("DROP TRIGGER claim_keeps_DELETE")
    raw.close()
    with Ledger.open(full.path) as ledger:
        (problem,) = ledger.verify()
    assert (problem.code, problem.document) == ("trigger", "trigger claim_keeps_DELETE")


def test_damage_to_the_file_is_an_issue_not_a_crash(full: Ledger) -> None:
    pages = full.reading.execute("SELECT rootpage FROM sqlite_master WHERE name = 'claim'").fetchone()
    full.close()
    data = bytearray(full.path.read_bytes())
    offset = 4096 * (pages[0] - 1)
    data[offset : offset + 64] = b"\xff" * 64
    full.path.write_bytes(bytes(data))
    with Ledger.open(full.path) as ledger:
        assert any(problem.code == "integrity" for problem in ledger.verify())


def test_verify_writes_nothing(full: Ledger) -> None:
    full.close()
    before = full.path.read_bytes()
    with Ledger.open(full.path) as ledger:
        ledger.verify()
    assert full.path.read_bytes() == before


def test_a_claim_whose_text_was_changed_is_not_shown(full: Ledger) -> None:
    full.close()
    forge(full.path, "UPDATE document SET text = replace(text, 'Shells hit', 'Shells miss') WHERE name = 'a'")
    with Ledger.open(full.path) as ledger:
        shown = [found for found in ledger.view().claims() if found.document == "a"]
        hidden = [kept for kept in ledger.view().quarantined() if kept.rule == "R-C5" and kept.claim.document == "a"]
        assert shown == []
        assert {kept.claim.evidence.exact for kept in hidden} >= {"Shells hit", "Governor Ilan Tesh said"}


def test_every_table_is_forged_in_some_way() -> None:
    assert all(any(f" {table} " in statement for statement, _, _ in FORGERIES) for table in TABLES)
