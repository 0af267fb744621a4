"""Facts about this machine's SQLite and one ledger, for ``onrecord doctor``."""

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from onrecord.errors import LedgerError
from onrecord.ledger.connection import connect_to_read, translated
from onrecord.ledger.lock import WAL_RESET_FIXED, close_under_lock, has_wal_reset_bug
from onrecord.ledger.migrations import SCHEMA, check_version
from onrecord.ledger.tables import missing_triggers

__all__ = ["Fact", "facts"]


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing looked at.

    Attributes:
        name: What.
        ok: Whether all is well with it.
        message: What was found and, where not all is well, what to do.
    """

    name: str
    ok: bool
    message: str


def _sqlite_fact() -> Fact:
    version = sqlite3.sqlite_version
    if not has_wal_reset_bug():
        return Fact("sqlite", ok=True, message=version)
    fixed = ".".join(map(str, WAL_RESET_FIXED))
    bug = f"{version} has the WAL-reset bug (fixed in {fixed})"
    message = f"{bug}; onrecord's file lock keeps it from happening, so write to a ledger with onrecord alone"
    return Fact("sqlite", ok=True, message=message)


def _ledger_facts(connection: sqlite3.Connection, path: Path) -> tuple[Fact, ...]:
    version = check_version(connection, path)
    mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
    gone = missing_triggers(connection) if version else ()
    count = connection.execute("SELECT count(*) FROM tx").fetchone()[0] if version else 0
    return (
        Fact("ledger schema", ok=True, message=f"{version} of {SCHEMA}"),
        Fact("ledger journal", ok=mode == "wal",
             message=mode if mode == "wal" else f"{mode}: open the ledger once with onrecord to make it wal"),
        Fact("ledger append-only", ok=not gone,
             message=f"guarded by triggers; {count} transactions" if not gone
             else f"triggers are gone: {' '.join(gone)}; run `ledger verify` before trusting this file"),
    )  # fmt: skip


def _writable_fact(path: Path) -> Fact:
    folder = path.parent
    there = os.access(path, os.W_OK) if path.exists() else True
    if there and os.access(folder, os.W_OK):
        return Fact("ledger writable", ok=True, message="yes")
    message = f"no: make {path} and its folder writable, or only read from it"
    return Fact("ledger writable", ok=False, message=message)


def facts(path: Path | None = None) -> tuple[Fact, ...]:
    """Return what is known of SQLite here and, where a path is given, of the ledger there; nothing is written.

    Args:
        path: The ledger, or None to look at SQLite alone.
    """
    if path is None:
        return (_sqlite_fact(),)
    if not path.is_file():
        return (_sqlite_fact(), Fact("ledger", ok=True, message=f"none at {path}; taking in a first report makes it"))
    try:
        with translated(path):
            connection = connect_to_read(path, patience=1.0)
            try:
                found = _ledger_facts(connection, path)
            finally:
                close_under_lock([connection], path, 1.0)
    except LedgerError as error:
        found = (Fact("ledger", ok=False, message=str(error)),)
    return (_sqlite_fact(), *found, _writable_fact(path))
