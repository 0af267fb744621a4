import json
import sqlite3
from pathlib import Path

import pytest
from tests.builders import claim, document, entry
from tests.cli.conftest import Command

from onrecord.ledger.sqlite import Ledger
from onrecord.pipeline.doctor import Fact


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "onrecord.db"
    with Ledger.open(path, create=True) as opened:
        opened.writer().append(entry(document(), claim()))
    return path


def tamper(path: Path) -> None:
    """Take away the guards that keep the ledger append-only, as a forger would."""
    connection = sqlite3.connect(path)
    triggers = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
    for name in triggers:
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.commit()
    connection.close()


def test_a_sound_ledger(onrecord: Command, ledger: Path) -> None:
    ran = onrecord("verify", "--ledger", str(ledger))
    assert ran.code == 0
    assert ran.out.startswith("sound: transaction ")
    assert json.loads(onrecord("verify", "--ledger", str(ledger), "-f", "json").out) == []


def test_a_forged_ledger_ends_with_4(onrecord: Command, ledger: Path) -> None:
    tamper(ledger)
    ran = onrecord("verify", "--ledger", str(ledger))
    assert ran.code == 4
    assert "problems: transaction " in ran.out
    lines = onrecord("verify", "--ledger", str(ledger), "-f", "jsonl").out.splitlines()
    assert {"code", "severity", "document", "message"} == set(json.loads(lines[0]))


def test_doctor_finds_all_well_or_ends_with_4(onrecord: Command, ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    well, ill = Fact("a", ok=True, message="fine"), Fact("b", ok=False, message="gone; install it")
    monkeypatch.setattr("onrecord.pipeline.doctor.examine", lambda _ledger: (well,))
    assert onrecord("doctor", "--ledger", str(ledger)).code == 0
    monkeypatch.setattr("onrecord.pipeline.doctor.examine", lambda _ledger: (well, ill))
    ran = onrecord("doctor", "--ledger", str(ledger))
    assert (ran.code, ran.out) == (4, "ok       a: fine\nPROBLEM  b: gone; install it\n")
    assert len(json.loads(onrecord("doctor", "-f", "json").out)) == 2
