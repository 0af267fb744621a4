import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import LedgerBusy, LedgerError
from onrecord.ledger.connection import translated
from onrecord.ledger.sqlite import Ledger


@pytest.mark.parametrize("name", ["a?mode=memory.db", "50%23.db", "c#d e.db", "Харків.db", "caf\udce9.db"])
def test_any_file_name_will_do(tmp_path: Path, name: str) -> None:
    with Ledger.open(tmp_path / name, create=True):
        pass
    assert (tmp_path / name).is_file()
    with Ledger.open(tmp_path / name) as ledger:
        assert ledger.verify() == ()


@pytest.mark.parametrize(
    "code, wanted, words",
    [
        (sqlite3.SQLITE_BUSY, LedgerBusy, "another process"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, LedgerBusy, "another process"),
        (sqlite3.SQLITE_FULL, LedgerError, "disk is full"),
        (sqlite3.SQLITE_IOERR_READ, LedgerError, "disk reports an error"),
        (sqlite3.SQLITE_CORRUPT, LedgerError, "is damaged"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, LedgerError, "permissions"),
        (sqlite3.SQLITE_ERROR, LedgerError, "cannot be used: what SQLite says"),
        (None, LedgerError, "cannot be used"),
    ],
)
def test_what_sqlite_could_not_do_comes_with_advice(code: int | None, wanted: type[Exception], words: str) -> None:
    error = sqlite3.OperationalError("what SQLite says")
    if code is not None:
        error.sqlite_errorcode = code
    with pytest.raises(wanted, match=words), translated(Path("a.db")):
        raise error
