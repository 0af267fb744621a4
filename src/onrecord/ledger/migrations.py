"""Changes of the schema: additive only (new tables, new columns that may be null), one transaction each.

Never recreate a table: the append-only triggers would go with the old one.
"""

import sqlite3
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from onrecord.errors import LedgerError, LedgerNewer
from onrecord.ledger.tables import APPLICATION_ID, FIRST_SCHEMA, ensure_triggers
from onrecord.ledger.transaction import Transaction

__all__ = ["MIGRATIONS", "SCHEMA", "check_version", "migrate", "version_of"]

Migration = Callable[[sqlite3.Connection], None]


def m001_first_schema(connection: sqlite3.Connection) -> None:
    """Transactions, captures, documents, readings, claims, quarantine, issues."""
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for statement in FIRST_SCHEMA:
        connection.execute(statement)


MIGRATIONS: tuple[Migration, ...] = (m001_first_schema,)
"""In order; a migration that was ever released is never edited."""

SCHEMA = len(MIGRATIONS)
"""The schema version that this onrecord writes."""


def version_of(connection: sqlite3.Connection) -> int:
    """Return the schema version of a ledger, 0 for a new file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return version


def check_version(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema version, 0 for an empty file.

    Raises:
        LedgerNewer: The ledger was written by a later onrecord.
        LedgerError: The file is a SQLite database of something else.
    """
    version = version_of(connection)
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    if mark != APPLICATION_ID:
        empty = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0
        if not empty or version != 0:
            msg = f"{path} is a SQLite database, but no ledger of onrecord; name another path"
            raise LedgerError(msg)
        return 0
    if version > SCHEMA:
        msg = f"{path} has schema {version}, and this onrecord knows up to {SCHEMA}: install a later onrecord"
        raise LedgerNewer(msg)
    return version


def migrate(connection: sqlite3.Connection, path: Path, now: Callable[[], datetime]) -> None:
    """Bring a ledger to the present schema; the caller holds the write lock.

    Each migration, its triggers, its record in the chain and the new version number are one transaction.
    """
    for number, migration in enumerate(MIGRATIONS, start=1):
        if check_version(connection, path) >= number:
            continue
        connection.execute("BEGIN IMMEDIATE")
        try:
            migration(connection)
            ensure_triggers(connection)
            Transaction(connection, kind="migrate", actor="onrecord", note=migration.__name__, at=now()).write()
            connection.execute(f"PRAGMA user_version = {number}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
