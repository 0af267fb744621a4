import sqlite3
from pathlib import Path

import pytest

from onrecord.ledger.doctor import facts
from onrecord.ledger.sqlite import Ledger


def found(path: Path | None) -> dict[str, tuple[bool, str]]:
    return {fact.name: (fact.ok, fact.message) for fact in facts(path)}


def test_sqlite_alone() -> None:
    (fact,) = facts()
    assert (fact.name, fact.ok) == ("sqlite", True)
    assert sqlite3.sqlite_version in fact.message


@pytest.mark.parametrize("buggy", [True, False])
def test_the_bug_is_named(buggy: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - a table
    monkeypatch.setattr("onrecord.ledger.doctor.has_wal_reset_bug", lambda: buggy)
    assert ("WAL-reset bug" in facts()[0].message) is buggy


def test_a_sound_ledger(sqlite: Ledger) -> None:
    seen = found(sqlite.path)
    assert all(ok for ok, _ in seen.values())
    assert seen["ledger schema"][1] == "1 of 1"
    assert seen["ledger journal"][1] == "wal"
    assert "1 transactions" in seen["ledger append-only"][1]
    assert seen["ledger writable"][1] == "yes"


def test_no_ledger_yet(path: Path) -> None:
    assert "none at" in found(path)["ledger"][1]
    assert not path.parent.exists()


def test_a_ledger_without_its_guards(sqlite: Ledger) -> None:
    sqlite.close()
    raw = sqlite3.connect(sqlite.path)
    raw.execute("DROP TRIGGER tx_keeps_UPDATE")
    raw.close()
    assert found(sqlite.path)["ledger append-only"][0] is False


def test_not_writable(sqlite: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    sqlite.close()
    monkeypatch.setattr("os.access", lambda *_: False)
    assert found(sqlite.path)["ledger writable"][0] is False


def test_something_else(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("No database. " * 99)
    ok, message = found(path)["ledger"]
    assert not ok
    assert "SQLite" in message
