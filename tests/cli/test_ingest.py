import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.pipeline.fakes import FakeReader


def rows(name: str, *texts: str) -> str:
    lines = [json.dumps({"id": f"r{n}", "text": text, "published": "2024-05-15"}) for n, text in enumerate(texts)]
    Path(name).write_text("\n".join(lines), encoding="utf-8")
    return name


def test_ingest_makes_the_ledger_and_is_idempotent(onrecord: Command, reader: FakeReader) -> None:
    reports = rows("r.jsonl", "Shells fell.", "Shells, Shells.")
    first = onrecord("ingest", reports)
    assert (first.code, first.out) == (0, "")
    assert "2 reports read, 3 claims" in first.err
    again = onrecord("ingest", reports)
    assert (again.code, again.err) == (0, "0 reports read, 2 already there, 0 claims\n")
    assert reader.reads == 2
    assert Path("onrecord.db").exists()


def test_the_ledger_is_named_by_option_or_environment(onrecord: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = rows("r.jsonl", "Shells fell.")
    monkeypatch.setenv("ONRECORD_LEDGER", "named.db")
    assert onrecord("ingest", reports).code == 0
    assert onrecord("ingest", "--ledger", "mine.db", reports).code == 0
    assert Path("named.db").exists()
    assert Path("mine.db").exists()
    assert not Path("onrecord.db").exists()


def test_part_failed_and_all_failed(onrecord: Command) -> None:
    assert onrecord("ingest", rows("r.jsonl", "Shells fell.", "POISON"), "gone.txt").code == 3
    assert onrecord("verify").code == 0
    assert onrecord("ingest", "gone.txt").code == 1


def test_an_interrupt_keeps_what_is_done(onrecord: Command, reader: FakeReader) -> None:
    reader.interrupt_at = 2
    reports = rows("r.jsonl", "Shells fell.", "Shells again.")
    ran = onrecord("ingest", reports)
    assert ran.code == 130
    assert "run the same command again" in ran.err
    assert onrecord("verify").code == 0
    assert "1 report read, 1 already there" in onrecord("ingest", reports).err


def test_a_ledger_that_cannot_be_used_ends_with_1(onrecord: Command) -> None:
    Path("bad.db").write_bytes(b"this is no database at all" * 100)
    ran = onrecord("ingest", "--ledger", "bad.db", rows("r.jsonl", "Shells fell."))
    assert ran.code == 1
    assert "bad.db" in ran.err
    assert "Traceback" not in ran.err
