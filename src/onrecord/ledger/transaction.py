"""One transaction: its rows, their digests, and the hash that chains it to the one before (METHOD A6)."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from onrecord.ledger.rows import Row, Value, instant_text, row_digest, tx_hash
from onrecord.ledger.tables import DIGESTED

__all__ = ["GENESIS", "Transaction"]

GENESIS = "0" * 64
"""What stands for the hash before the first transaction."""


class Transaction:
    """Gathers the rows of one transaction; call `write` within BEGIN IMMEDIATE, holding the write lock.

    Args:
        connection: Where BEGIN IMMEDIATE has run.
        kind: ``migrate``, ``ingest`` or ``issues``.
        actor: Who appends.
        note: What for.
        at: The instant; where the clock went back, that of the transaction before is taken.
    """

    def __init__(self, connection: sqlite3.Connection, *, kind: str, actor: str, note: str, at: datetime) -> None:
        self._connection = connection
        last = connection.execute("SELECT id, at, hash FROM tx ORDER BY id DESC LIMIT 1").fetchone()
        now = instant_text(at)
        self.id: int = 1 if last is None else last["id"] + 1
        self._header: Row = {
            "id": self.id,
            "at": now if last is None else max(now, last["at"]),
            "kind": kind,
            "actor": actor,
            "note": note,
            "prev_hash": GENESIS if last is None else last["hash"],
        }
        self._rows: dict[str, list[Row]] = {table: [] for table in DIGESTED}
        self._names: list[Row] = []

    def next(self, table: str, key: str) -> int:
        """Return the number that the next row of a table gets."""
        pending = self._rows[table]
        if pending:
            last = pending[-1][key]
        else:
            last = self._connection.execute(f"SELECT max({key}) FROM {table}").fetchone()[0]  # noqa: S608 - our own words
        return 1 if last is None else int(last) + 1

    def add(self, table: str, row: Row) -> None:
        """Add a row; its transaction and digest are supplied."""
        full = {**row, "tx": self.id}
        self._rows[table].append({**full, "digest": row_digest(table, full)})

    def add_names(self, kind: str, names: Iterable[Value], claim: int) -> None:
        """Add the names that a claim can be found by."""
        self._names += [{"kind": kind, "name": name, "claim": claim} for name in names]

    def write(self) -> None:
        """Insert the header with its hash, then the rows."""
        digests = [str(row["digest"]) for table in DIGESTED for row in self._rows[table]]
        _insert(self._connection, "tx", [{**self._header, "hash": tx_hash(self._header, digests)}])
        for table in DIGESTED:
            _insert(self._connection, table, self._rows[table])
        _insert(self._connection, "claim_name", self._names)


def _insert(connection: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    if not rows:
        return
    columns = list(rows[0])
    marks = ", ".join("?" for _ in columns)
    connection.executemany(
        f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - our own words
        [[row[column] for column in columns] for row in rows],
    )
