import sqlite3

import pytest
from tests.builders import TEXT, claim, document, entry

from onrecord.ledger import migrations
from onrecord.ledger.sqlite import Ledger
from onrecord.ledger.tables import ensure_triggers, missing_triggers


def test_the_first_schema_is_the_first_transaction(sqlite: Ledger) -> None:
    row = sqlite.reading.execute("SELECT * FROM tx").fetchone()
    assert (row["id"], row["kind"], row["note"]) == (1, "migrate", "m001_first_schema")
    assert migrations.version_of(sqlite.reading) == migrations.SCHEMA


def test_a_later_migration_keeps_what_is_there(sqlite: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    of = document()
    sqlite.writer().append(entry(of, claim(of)))
    sqlite.close()

    def m002_salience(connection: sqlite3.Connection) -> None:
        connection.execute("ALTER TABLE claim ADD COLUMN salience INTEGER")

    monkeypatch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, m002_salience))
    monkeypatch.setattr(migrations, "SCHEMA", 2)
    monkeypatch.setattr("onrecord.ledger.sqlite.SCHEMA", 2)
    with Ledger.open(sqlite.path) as ledger:
        assert migrations.version_of(ledger.reading) == 2
        assert ledger.verify() == (), "a column that is null changes no digest"
        assert ledger.view().counts().claims == 1
        other = document("b", TEXT + "b")
        ledger.writer().append(entry(other, claim(other)))
        assert ledger.verify() == ()
        assert [row["kind"] for row in ledger.reading.execute("SELECT kind FROM tx")] == [
            "migrate", "ingest", "migrate", "ingest",
        ]  # fmt: skip


def test_a_migration_that_fails_leaves_no_trace(sqlite: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    sqlite.close()

    def m002_fails(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE extra (x)")
        raise RuntimeError

    with monkeypatch.context() as patch:
        patch.setattr(migrations, "MIGRATIONS", (*migrations.MIGRATIONS, m002_fails))
        patch.setattr(migrations, "SCHEMA", 2)
        patch.setattr("onrecord.ledger.sqlite.SCHEMA", 2)
        with pytest.raises(RuntimeError):
            Ledger.open(sqlite.path)
    with Ledger.open(sqlite.path) as ledger:
        assert ledger.head()[0] == 1
        assert ledger.verify() == ()


def test_triggers_can_be_made_again(sqlite: Ledger) -> None:
    with sqlite.appending() as connection:
        connection.execute("DROP TRIGGER claim_keeps_UPDATE")
        assert missing_triggers(connection) == ("claim_keeps_UPDATE",)
        ensure_triggers(connection)
        ensure_triggers(connection)
        assert missing_triggers(connection) == ()
