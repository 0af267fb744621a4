"""One writer at a time, between processes: a lock on a file beside the ledger.

SQLite before 3.51.3 can damage a WAL database when two connections write or checkpoint at the same instant
(sqlite.org/wal.html#walresetbug). All write transactions, and the closing that may checkpoint, therefore hold this
lock, whatever the version, because processes with an old and a new SQLite may share one ledger. The operating system
lets go of it when a process dies.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from onrecord.errors import LedgerBusy, LedgerError

__all__ = ["WAL_RESET_FIXED", "close_under_lock", "has_wal_reset_bug", "lock_path", "write_lock"]

WAL_RESET_FIXED = (3, 51, 3)
"""The first SQLite without the WAL-reset bug."""

_PAUSE = 0.005
"""Seconds between two tries."""


def has_wal_reset_bug(version: tuple[int, ...] = sqlite3.sqlite_version_info) -> bool:
    """Tell whether this version of SQLite has the WAL-reset bug."""
    return version < WAL_RESET_FIXED


def lock_path(ledger: Path) -> Path:
    """Return the file that is locked for a ledger."""
    return ledger.with_name(ledger.name + ".lock")


if sys.platform == "win32":
    import msvcrt

    def _try(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def write_lock(ledger: Path, patience: float) -> Iterator[None]:
    """Hold the write lock of a ledger.

    Args:
        ledger: Path of the ledger.
        patience: Seconds to wait for another process.

    Raises:
        LedgerBusy: Another process held it all that time.
        LedgerError: The lock file cannot be made.
    """
    try:
        descriptor = os.open(lock_path(ledger), os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
    except OSError as error:
        msg = f"cannot make the lock file {lock_path(ledger)} ({error.strerror}); make the folder writable"
        raise LedgerError(msg) from error
    try:
        _wait(descriptor, ledger, patience)
        yield
    finally:
        os.close(descriptor)  # lets go of the lock


def close_under_lock(connections: Iterable[sqlite3.Connection], ledger: Path, patience: float) -> None:
    """Close connections to a ledger; the last one to close may checkpoint, which is a write.

    Without the lock they are closed all the same: on a medium that cannot be written to nothing is checkpointed, and
    beside a long write they are not the last.
    """
    left = list(connections)
    if not left:
        return
    with suppress(LedgerError), write_lock(ledger, patience):
        while left:
            left.pop().close()
    for connection in left:
        connection.close()


def _wait(descriptor: int, ledger: Path, patience: float) -> None:
    deadline = time.monotonic() + patience
    while True:
        try:
            _try(descriptor)
        except OSError:
            if time.monotonic() >= deadline:
                msg = f"another process has been writing to {ledger} for {patience:g} s; try again when it is done"
                raise LedgerBusy(msg) from None
            time.sleep(_PAUSE)
        else:
            return
