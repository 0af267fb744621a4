"""Whether a ledger is what it was: every digest, id, quotation and hash is worked out again (METHOD A6, R-C5).

Nothing is written. What is wrong is a located `Issue`: its `document` names the table and the row.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.errors import LedgerError, WireError
from onrecord.ledger.connection import translated
from onrecord.ledger.evidence import broken_quote
from onrecord.ledger.filters import place_keys, speaker_keys
from onrecord.ledger.rows import (
    Row,
    Value,
    capture_of,
    claim_row,
    document_of,
    document_row,
    row_digest,
    storable,
    text_of,
    tx_hash,
)
from onrecord.ledger.tables import DIGESTED, missing_triggers
from onrecord.ledger.transaction import GENESIS
from onrecord.model.ids import sha256_hex
from onrecord.model.issue import Issue, Severity
from onrecord.model.wire import claim_from_line, claim_id

__all__ = ["CHECKS", "verify"]

# ruff: noqa: S608 - every query is put together from this room's own words

_KEYS = {"capture": "sha256", "document": "id", "reading": "id", "claim": "seq", "quarantine": "seq", "issue": "seq"}
"""The column that names a row of each table."""


def _wrong(code: str, where: str, message: str) -> Issue:
    return Issue(code, message, Severity.ERROR, where)


def _check_file(connection: sqlite3.Connection) -> Iterator[Issue]:
    """SQLite's own check of its pages and indexes, and of references between tables."""
    for (message,) in connection.execute("PRAGMA integrity_check"):
        if message != "ok":
            yield _wrong("integrity", "ledger", f"SQLite finds damage: {message}")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield _wrong("foreign_key", f"{table} row {row}", f"refers to a row of {parent} that is not there")


def _check_guards(connection: sqlite3.Connection) -> Iterator[Issue]:
    """The triggers that refuse changes are there."""
    for name in missing_triggers(connection):
        yield _wrong("trigger", f"trigger {name}", "is gone or changed, so rows could be changed unnoticed by SQLite")


def _check_chain(connection: sqlite3.Connection) -> Iterator[Issue]:
    """Transactions are numbered without a gap, and each hash follows from its rows and the hash before."""
    previous, last = GENESIS, 0
    digests = _digests_by_tx(connection)
    for row in connection.execute("SELECT * FROM tx ORDER BY id"):
        header: Row = dict(row)
        where = f"tx row {row['id']}"
        if row["id"] != last + 1:
            yield _wrong("tx_missing", where, f"transactions {last + 1} to {row['id'] - 1} are missing")
        elif row["prev_hash"] != previous:
            yield _wrong("tx_chain", where, f"does not follow from transaction {last}")
        if tx_hash(header, digests.pop(row["id"], [])) != row["hash"]:
            yield _wrong("tx_hash", where, "its rows are not those that were appended in it")
        previous, last = row["hash"], row["id"]
    for orphan in digests:
        yield _wrong("tx_missing", f"tx row {orphan}", "rows say that they were appended in it, but it is not there")
    counted = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'tx'").fetchone()
    if counted is None or counted[0] != last:
        yield _wrong("tx_missing", "tx", f"ends at {last}, but SQLite counted {counted[0] if counted else 'none'}")


def _digests_by_tx(connection: sqlite3.Connection) -> dict[int, list[str]]:
    digests: dict[int, list[str]] = {}
    for table in DIGESTED:
        for tx, digest in connection.execute(f"SELECT tx, digest FROM {table} ORDER BY rowid"):
            digests.setdefault(tx, []).append(digest)
    return digests


def _check_rows(connection: sqlite3.Connection) -> Iterator[Issue]:
    """Each row has the digest that follows from its columns."""
    for table in DIGESTED:
        for row in connection.execute(f"SELECT * FROM {table} ORDER BY rowid"):
            if row_digest(table, dict(row)) != row["digest"]:
                yield _wrong("row_digest", f"{table} row {row[_KEYS[table]]}", "was changed after it was appended")


def _check_captures(connection: sqlite3.Connection) -> Iterator[Issue]:
    """The raw bytes have the digest that names them."""
    for row in connection.execute("SELECT * FROM capture ORDER BY rowid"):
        where = f"capture row {row['sha256']}"
        try:
            found = sha256_hex(capture_of(row).data)
        except (zlib.error, TypeError, ValueError) as error:
            yield _wrong("capture_digest", where, f"the bytes cannot be unpacked: {error}")
        else:
            if found != row["sha256"]:
                yield _wrong("capture_digest", where, f"the bytes have the SHA-256 {found}")


def _check_documents(connection: sqlite3.Connection) -> Iterator[Issue]:
    """Text digests and document ids follow from what is stored, and so do the columns that filters use."""
    for row in connection.execute("SELECT * FROM document ORDER BY rowid"):
        where = f"document row {row['id']}"
        try:
            document = document_of(row)
            columns = document_row(document)
        except (TypeError, ValueError) as error:
            yield _wrong("document_id", where, f"a column cannot be read: {error}")
            continue
        if document.layer.sha256 != row["text_sha256"]:
            yield _wrong("text_digest", where, f"the text has the SHA-256 {document.layer.sha256}")
        if document.id != row["id"]:
            yield _wrong("document_id", where, f"its content gives the id {document.id}")
        yield from _columns(where, columns, row, "document_columns", skip={"id", "text_sha256"})


def _columns(where: str, wanted: Row, row: sqlite3.Row, code: str, *, skip: set[str]) -> Iterator[Issue]:
    for column, value in wanted.items():
        if column not in skip and row[column] != value:
            yield _wrong(code, where, f"column {column} is {row[column]!r:.60}, and its content gives {value!r:.60}")


def _check_claims(connection: sqlite3.Connection) -> Iterator[Issue]:
    """Claim ids, quotations and the columns that filters use follow from the line on the wire."""
    query = """
        SELECT c.*, r.document_id AS of_document FROM claim c LEFT JOIN reading r ON r.id = c.reading ORDER BY c.seq
    """
    text: tuple[str, str | None] = ("", None)
    for row in connection.execute(query):
        where = f"claim row {row['seq']} ({row['id']})"
        try:
            claim = claim_from_line(row["wire"])
            columns = claim_row(claim)
        except (WireError, TypeError) as error:
            yield _wrong("claim_wire", where, f"the line cannot be read: {error}")
            continue
        if claim_id(claim) != row["id"]:
            yield _wrong("claim_id", where, f"its content gives the id {claim_id(claim)}")
        if claim.document_id != row["of_document"]:
            yield _wrong("claim_document", where, f"is of {claim.document_id}, its reading of {row['of_document']}")
        if claim.document_id != text[0]:
            text = (claim.document_id, _text(connection, claim.document_id))
        broken = broken_quote(claim, text[1]) if text[1] is not None else None
        if broken is not None:
            yield _wrong("claim_span", where, broken)
        yield from _columns(where, columns, row, "claim_columns", skip=set())
        names: set[tuple[str, Value]] = {("place", storable(name)) for name in place_keys(claim)}
        names |= {("speaker", storable(name)) for name in speaker_keys(claim)}
        found = connection.execute("SELECT kind, name FROM claim_name WHERE claim = ?", (row["seq"],))
        if {tuple(name) for name in found} != names:
            yield _wrong("claim_name", where, "the names that it can be found by are not those of its line")


def _text(connection: sqlite3.Connection, document_id: str) -> str | None:
    row = connection.execute("SELECT text FROM document WHERE id = ?", (document_id,)).fetchone()
    return None if row is None else text_of(row["text"])


def _check_readings(connection: sqlite3.Connection) -> Iterator[Issue]:
    """Each reading has as many claims, quarantined claims and issues as it says."""
    tables = {"claims": "claim", "quarantined": "quarantine", "issues": "issue"}
    counts = ", ".join(f"(SELECT count(*) FROM {t} x WHERE x.reading = r.id) AS n_{c}" for c, t in tables.items())
    for row in connection.execute(f"SELECT r.*, {counts} FROM reading r ORDER BY r.id"):
        for column in tables:
            if row[column] != row[f"n_{column}"]:
                message = f"says {row[column]} {column}, and {row[f'n_{column}']} are there"
                yield _wrong("reading_count", f"reading row {row['id']}", message)


CHECKS: tuple[Callable[[sqlite3.Connection], Iterator[Issue]], ...] = (
    _check_file,
    _check_guards,
    _check_chain,
    _check_rows,
    _check_captures,
    _check_documents,
    _check_claims,
    _check_readings,
)
"""In order; each reads the whole ledger and says what is wrong."""


def verify(connection: sqlite3.Connection, path: Path) -> tuple[Issue, ...]:
    """Return everything that is wrong with a ledger; nothing, where it is sound.

    Use this when a ledger comes from elsewhere, after a crash, and before publishing. It sees one moment of a
    ledger that another process is writing to. It cannot see that the last transactions were cut off by somebody who
    also set SQLite's own counter back: compare `Ledger.head` with a hash noted elsewhere.
    """
    try:
        with translated(path):
            connection.execute("BEGIN")
            try:
                return tuple(issue for check in CHECKS for issue in check(connection))
            finally:
                connection.execute("ROLLBACK")
    except LedgerError as error:
        return (_wrong("integrity", "ledger", str(error)),)
