"""Opening SQLite as the ledger needs it, and saying in onrecord's words what SQLite could not do."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import LedgerBusy, LedgerError

__all__ = ["connect", "connect_to_read", "translated"]

_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_ADVICE = {
    sqlite3.SQLITE_NOTADB: "is no ledger: it is not even a SQLite file; name another path",
    sqlite3.SQLITE_CORRUPT: "is damaged; keep this file as it is, and work on from a copy that `ledger verify` passes",
    sqlite3.SQLITE_FULL: "cannot grow: the disk is full; make room and run the same command again",
    sqlite3.SQLITE_READONLY: "cannot be written to; change the permissions of the file and of its folder",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; look at the permissions of the file and of its folder",
    sqlite3.SQLITE_IOERR: "cannot be read or written: the disk reports an error; copy the file away from that disk",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what SQLite raises within into `LedgerBusy` or `LedgerError` with advice.

    Raises:
        LedgerBusy: Another process holds SQLite's own lock.
        LedgerError: SQLite cannot use the file.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None)
        primary = code & 0xFF if code is not None else None  # the low byte of an extended code
        if primary in _BUSY:
            msg = f"another process is writing to {path}; try again when it is done"
            raise LedgerBusy(msg) from error
        advice = _ADVICE.get(primary) if primary is not None else None
        msg = f"{path} {advice}" if advice is not None else f"{path} cannot be used: {error}"
        raise LedgerError(msg) from error


def _prepare(connection: sqlite3.Connection, patience: float) -> sqlite3.Connection:
    connection.row_factory = sqlite3.Row
    pragmas = (
        f"busy_timeout = {int(patience * 1000)}",
        "foreign_keys = ON",
        "synchronous = FULL",  # NORMAL may lose the last commits when the power goes
        "recursive_triggers = ON",  # else INSERT OR REPLACE would delete past the append-only triggers
        "mmap_size = 0",  # never mapped: see the WAL-reset bug in lock.py
    )
    try:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _uri(path: Path, query: str) -> str:
    return f"file:{quote(os.fsencode(path.absolute()))}?{query}"


def connect(path: Path, *, patience: float, create: bool = False) -> sqlite3.Connection:
    """Open a ledger to append to it: explicit transactions, durable commits, foreign keys.

    Args:
        path: The file.
        patience: Seconds to wait for another process.
        create: Make the file where there is none.
    """
    mode = "rwc" if create else "rw"
    return _prepare(sqlite3.connect(_uri(path, f"mode={mode}"), uri=True, isolation_level=None), patience)


def connect_to_read(path: Path, *, patience: float) -> sqlite3.Connection:
    """Open a ledger to read it, also one on a medium that cannot be written to."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        connection = connect(path, patience=patience)
    else:
        # without write-ahead files beside it nothing can be newer than the file itself
        settled = not path.with_name(path.name + "-wal").exists()
        mode = "mode=ro&immutable=1" if settled else "mode=ro"
        connection = _prepare(sqlite3.connect(_uri(path, mode), uri=True, isolation_level=None), patience)
    connection.execute("PRAGMA query_only = ON")
    return connection
