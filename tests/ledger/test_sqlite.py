import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from tests.builders import TEXT, claim, document, entry, issue, quarantined

from onrecord.errors import LedgerBusy, LedgerError, LedgerMissing, LedgerNewer
from onrecord.ledger.lock import write_lock
from onrecord.ledger.sqlite import Ledger
from onrecord.ledger.tables import TABLES

INGEST = """
import sys
from pathlib import Path
from onrecord.ledger.sqlite import Ledger
from tests.builders import claim, document, entry, issue, quarantined
start, count = int(sys.argv[2]), int(sys.argv[3])
with Ledger.open(Path(sys.argv[1]), create=True, patience=60) as ledger:
    writer = ledger.writer()
    for n in range(start, start + count):
        of = document(f"r{n}", f"Report {n}: shells fell on the town of Varnia. " * 40)
        claims = [claim(of, of.text[k : k + 9]) for k in range(12)]
        done = writer.append(entry(of, *claims, quarantined=(quarantined(of),), issues=(issue(document_name=of.name),)))
        print(done.document_id, flush=True)
"""


def ingesting(path: Path, start: int, count: int) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    command = [sys.executable, "-c", INGEST, str(path), str(start), str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


def test_a_missing_ledger_is_not_made_by_looking(path: Path) -> None:
    with pytest.raises(LedgerMissing, match="onrecord ingest"):
        Ledger.open(path)
    assert not path.parent.exists()


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path, create=True)


def test_an_empty_file_is_no_ledger_until_something_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(LedgerMissing, match="is empty"):
        Ledger.open(path)
    with Ledger.open(path, create=True) as ledger:
        assert ledger.verify() == ()


def test_another_kind_of_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes, and no database at all. " * 40)
    with pytest.raises(LedgerError, match="not even a SQLite file"):
        Ledger.open(path, create=True)
    assert path.read_text().startswith("These are notes")


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE mine (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="no ledger of onrecord"):
        Ledger.open(path, create=True)
    assert path.read_bytes() == before


def test_a_later_ledger_is_left_alone(sqlite: Ledger) -> None:
    sqlite.close()
    raw = sqlite3.connect(sqlite.path)
    raw.execute("PRAGMA user_version = 99")
    raw.close()
    with pytest.raises(LedgerNewer, match=r"schema 99.*later onrecord"):
        Ledger.open(sqlite.path)


def test_settings_are_durable(sqlite: Ledger) -> None:
    with sqlite.appending() as connection:
        found = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "mmap_size", "recursive_triggers")
        }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "mmap_size": 0,
        "recursive_triggers": 1,
    }


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize(
    "deed", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "INSERT OR REPLACE INTO {} SELECT * FROM {}"]
)
def test_nothing_can_be_changed_or_removed(sqlite: Ledger, table: str, deed: str) -> None:
    of = document()
    sqlite.writer().append(entry(of, claim(of), quarantined=(quarantined(of),), issues=(issue(),)))
    with sqlite.appending() as connection:
        column = connection.execute(f"SELECT * FROM {table}").description[0][0]
        names = [table, table] if "REPLACE" in deed else [table, column, column]
        statement = deed.format(*names)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            connection.execute(statement)
    assert sqlite.verify() == ()


def test_the_reading_connection_cannot_write(sqlite: Ledger) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        sqlite.reading.execute("CREATE TABLE mine (x)")


def test_an_error_undoes_everything(sqlite: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    of = document()

    def fails(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("onrecord.ledger.transaction.Transaction.write", fails)
        with pytest.raises(KeyboardInterrupt):
            sqlite.writer().append(entry(of, claim(of)))
    assert sqlite.head()[0] == 1
    assert sqlite.writer().append(entry(of, claim(of))).new
    assert sqlite.verify() == ()


def test_a_closed_ledger_says_so(sqlite: Ledger) -> None:
    sqlite.close()
    sqlite.close()
    for use in (sqlite.view, sqlite.head, lambda: sqlite.writer().append(entry())):
        with pytest.raises(LedgerError, match="closed"):
            use()


def test_the_chain_moves_with_every_transaction(sqlite: Ledger) -> None:
    heads = [sqlite.head()]
    for name in ("a", "b"):
        of = document(name, TEXT + name)
        sqlite.writer(actor="tester", note="first take").append(entry(of, claim(of)))
        heads.append(sqlite.head())
    assert [number for number, _ in heads] == [1, 2, 3]
    assert len({hash_ for _, hash_ in heads}) == 3
    row = sqlite.reading.execute("SELECT * FROM tx WHERE id = 3").fetchone()
    assert (row["kind"], row["actor"], row["note"], row["prev_hash"]) == ("ingest", "tester", "first take", heads[1][1])


def test_the_clock_never_goes_back(path: Path) -> None:
    from datetime import UTC, datetime

    hours = iter([5, 3, 4])
    with Ledger.open(path, create=True, clock=lambda: datetime(2024, 6, 1, next(hours), tzinfo=UTC)) as ledger:
        for name in ("a", "b"):
            ledger.writer().append(entry(document(name, TEXT + name)))
        instants = [row["at"] for row in ledger.reading.execute("SELECT at FROM tx ORDER BY id")]
    assert instants == ["2024-06-01T05:00:00.000000+00:00"] * 3


def test_equal_content_in_equal_order_gives_equal_hashes(tmp_path: Path) -> None:
    from datetime import UTC, datetime

    heads = set()
    for name in ("one.db", "two.db"):
        with Ledger.open(tmp_path / name, create=True, clock=lambda: datetime(2024, 6, 1, tzinfo=UTC)) as ledger:
            of = document()
            ledger.writer().append(entry(of, claim(of)))
            heads.add(ledger.head())
    assert len(heads) == 1


def test_a_busy_ledger_says_so(sqlite: Ledger) -> None:
    with Ledger.open(sqlite.path, patience=0.05) as impatient, write_lock(sqlite.path, 1.0):
        start = time.monotonic()
        with pytest.raises(LedgerBusy, match="another process"):
            impatient.writer().append(entry())
        assert time.monotonic() - start < 5
        assert impatient.view().counts().documents == 0, "reading goes on"


def test_a_foreign_writer_without_the_lock_makes_it_busy_too(sqlite: Ledger) -> None:
    raw = sqlite3.connect(sqlite.path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with Ledger.open(sqlite.path, patience=0.05) as impatient, pytest.raises(LedgerBusy):
        impatient.writer().append(entry())
    raw.execute("ROLLBACK")
    raw.close()


def test_reading_goes_on_while_another_appends(sqlite: Ledger) -> None:
    of = document()
    sqlite.writer().append(entry(of, *[claim(of, of.text[k : k + 9]) for k in range(5)]))
    claims = sqlite.view().claims()
    next(claims)
    for name in ("a", "b"):
        other = document(name, TEXT + name)
        sqlite.writer().append(entry(other, claim(other)))
    assert len(list(claims)) == 4


def test_a_medium_that_cannot_be_written_to_can_be_read(sqlite: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    of = document()
    sqlite.writer().append(entry(of, claim(of)))
    sqlite.close()
    monkeypatch.setattr("os.access", lambda *_: False)  # the superuser, who may run this test, may write everywhere
    with Ledger.open(sqlite.path) as sealed:
        assert sealed.view().counts().claims == 1
        assert sealed.verify() == ()
        assert not sqlite.path.with_name("ledger.db-shm").exists()


def test_a_lock_file_that_cannot_be_made_says_so(sqlite: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuses(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr("os.open", refuses)
        with pytest.raises(LedgerError, match="make the folder writable"):
            sqlite.writer().append(entry())
        sqlite.close()


def test_two_writers_at_once_lose_nothing(path: Path) -> None:
    processes = [ingesting(path, 0, 25), ingesting(path, 15, 25)]  # ten reports are the same
    said = [process.communicate(timeout=120)[0].split() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    with Ledger.open(path) as ledger:
        assert {listed.id for listed in ledger.view().documents()} == {*said[0], *said[1]}
        assert ledger.view().counts().documents == 40
        assert ledger.head()[0] == 41
        assert ledger.verify() == ()


def test_two_threads_with_a_ledger_each(path: Path) -> None:
    errors: list[BaseException] = []

    def work(letter: str) -> None:
        try:
            with Ledger.open(path, create=True, patience=60) as ledger:
                for n in range(10):
                    of = document(f"{letter}{n}", f"{TEXT} {letter}{n}")
                    ledger.writer().append(entry(of, claim(of)))
        except BaseException as error:  # noqa: BLE001 - to be shown by the test
            errors.append(error)

    threads = [threading.Thread(target=work, args=(letter,)) for letter in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    with Ledger.open(path) as ledger:
        assert ledger.view().counts().documents == 20
        assert ledger.verify() == ()


@pytest.mark.parametrize("patience", [0, 1, 7, 20])
def test_a_kill_in_mid_ingest_loses_no_acknowledged_document(path: Path, patience: int) -> None:
    process = ingesting(path, 0, 10**6)
    assert process.stdout is not None
    said = [process.stdout.readline().strip() for _ in range(patience + 1)]
    time.sleep(0.0013 * patience)
    process.send_signal(signal.SIGKILL)
    said += process.stdout.read().split()
    process.wait()
    process.stdout.close()
    with Ledger.open(path) as ledger:
        found = [listed.id for listed in ledger.view().documents()]
        assert set(said) <= set(found)
        assert len(found) - len(set(said)) <= 1, "at most the one that was not acknowledged any more"
        assert ledger.view().counts().claims == 12 * len(found)
        assert ledger.verify() == ()
        of = document("after", TEXT)
        assert ledger.writer().append(entry(of, claim(of))).new
    with Ledger.open(path) as ledger:
        assert ledger.verify() == ()
