"""The ledger in one SQLite file: opening, the two interfaces, and the one way to append."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from onrecord.errors import LedgerError, LedgerMissing
from onrecord.ledger.base import AsOf
from onrecord.ledger.connection import connect, connect_to_read, translated
from onrecord.ledger.lock import close_under_lock, write_lock
from onrecord.ledger.migrations import SCHEMA, check_version, migrate
from onrecord.ledger.verify import verify
from onrecord.ledger.view import SqliteView
from onrecord.ledger.writer import SqliteWriter
from onrecord.model.issue import Issue

__all__ = ["PATIENCE", "Ledger"]

PATIENCE = 10.0
"""Seconds that a process waits for another one to finish writing."""

_NOW = AsOf()


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Ledger:
    """A ledger file; use it as a context manager, in one thread.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, *, clock: Callable[[], datetime] = _utc_now, patience: float = PATIENCE) -> None:
        self.path = path
        self._clock = clock
        self._patience = patience
        self._reading: sqlite3.Connection | None = None
        self._writing: sqlite3.Connection | None = None

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        create: bool = False,
        clock: Callable[[], datetime] = _utc_now,
        patience: float = PATIENCE,
    ) -> Self:
        """Open a ledger, and bring an older one to the present schema.

        Args:
            path: The file.
            create: Make one where there is none, with its folder.
            clock: What time it is, with a zone; transactions are stamped with it.
            patience: Seconds to wait for another process that is writing.

        Raises:
            LedgerMissing: There is none, and `create` is false.
            LedgerNewer: A later onrecord wrote it.
            LedgerBusy: It must be made or migrated and another process is writing.
            LedgerError: It cannot be used, or is something else.
        """
        ledger = cls(path, clock=clock, patience=patience)
        try:
            with translated(path):
                ledger._prepare(create=create)
                ledger._reading = ledger._reading or connect_to_read(path, patience=patience)
        except BaseException:
            ledger.close()
            raise
        return ledger

    def _prepare(self, *, create: bool) -> None:
        if self.path.is_dir():
            msg = f"{self.path} is a folder; name the file of a ledger"
            raise LedgerError(msg)
        if not self.path.exists():
            if not create:
                msg = f"no ledger at {self.path}: take a report in first (`onrecord ingest`), or name another path"
                raise LedgerMissing(msg)
            self.path.parent.mkdir(parents=True, exist_ok=True)
        else:
            self._reading = connect_to_read(self.path, patience=self._patience)
            version = check_version(self._reading, self.path)
            if version == SCHEMA:
                return
            if version == 0 and not create:
                msg = f"{self.path} is empty: take a report in first (`onrecord ingest`), or name another path"
                raise LedgerMissing(msg)
        self._migrate()

    def _migrate(self) -> None:
        with write_lock(self.path, self._patience):
            self._writing = connect(self.path, patience=self._patience, create=True)
            self._writing.execute("PRAGMA journal_mode = WAL")
            migrate(self._writing, self.path, self._clock)

    @property
    def reading(self) -> sqlite3.Connection:
        """The connection that only reads; for the rooms of the ledger itself."""
        if self._reading is None:
            msg = f"{self.path} has been closed; open it again"
            raise LedgerError(msg)
        return self._reading

    @contextmanager
    def appending(self) -> Iterator[sqlite3.Connection]:
        """Hold the write lock and one transaction: committed at the end, undone by any error.

        Raises:
            LedgerBusy: Another process is writing for too long.
            LedgerError: The file cannot be written to.
        """
        _ = self.reading  # a closed ledger takes nothing
        with write_lock(self.path, self._patience), translated(self.path):
            if self._writing is None:
                self._writing = connect(self.path, patience=self._patience)
            connection = self._writing
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def writer(self, *, actor: str = "onrecord", note: str = "") -> SqliteWriter:
        """Return the interface that appends.

        Args:
            actor: Who appends: kept with each transaction.
            note: What for, in one line.
        """
        return SqliteWriter(self, self._clock, actor=actor, note=note)

    def view(self, as_of: AsOf = _NOW) -> SqliteView:
        """Return the interface that reads, fixed at this moment or as of an earlier one.

        Raises:
            UsageError: An instant without a zone.
        """
        return SqliteView(self.reading, self.path, as_of)

    def verify(self) -> tuple[Issue, ...]:
        """Return everything that is wrong with the ledger, see `onrecord.ledger.verify.verify`."""
        return verify(self.reading, self.path)

    def head(self) -> tuple[int, str]:
        """Return the number and hash of the last transaction.

        The hash stands for everything in the ledger: whoever notes it elsewhere can prove later that nothing
        before it was changed or removed.
        """
        with translated(self.path):
            row = self.reading.execute("SELECT id, hash FROM tx ORDER BY id DESC LIMIT 1").fetchone()
        return (0, "") if row is None else (row["id"], row["hash"])

    def close(self) -> None:
        """Close the file; closing twice does no harm."""
        connections = [connection for connection in (self._reading, self._writing) if connection is not None]
        self._reading = self._writing = None
        close_under_lock(connections, self.path, self._patience)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
