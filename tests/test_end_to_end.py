"""The whole house with the real reader: reports in, a record out; bad input, and runs that are cut off."""

import json
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.cli.main import main
from onrecord.model.claim import Claim
from onrecord.model.factuality import Modality
from onrecord.model.wire import claim_from_line

SAMPLES = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "samples" / "reports.jsonl"
REPORT = """\
ODESA, May 15 (Kestrel) - At least four dock workers were injured when shells hit the port of Odesa on Tuesday, the
harbour master said. It was not clear how many people had been killed.

Ukraine accused Russia of shelling an evacuation route. Talks are expected to be held in Antalya on Friday.
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    return tmp_path


def claims(printed: str) -> list[Claim]:
    return [claim_from_line(line) for line in printed.splitlines()]


def test_a_report_becomes_a_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    facts = ["--outlet", "Kestrel Radio", "--published", "2024-05-15"]
    assert main(["read", "report.txt", *facts, "--format", "jsonl"]) == 0
    found = claims(capsys.readouterr().out)
    assert found
    assert all(claim.evidence.reproduces(REPORT) for claim in found)
    injured = [quantity for claim in found for quantity in claim.quantities if quantity.kind == "injured"]
    assert [(one.low, one.high) for one in injured] == [(4, None)]
    killed = [quantity for claim in found for quantity in claim.quantities if quantity.kind == "killed"]
    assert killed
    assert all(one.unknown and one.low is None and one.high is None for one in killed)
    (talks,) = [claim for claim in found if claim.event_type.startswith("DIPLOMACY")]
    assert talks.modality is Modality.PLANNED
    (accusation,) = [claim for claim in found if claim.modality is Modality.ACCUSED]
    assert [one.name for one in accusation.attribution.origin.speakers] == ["Ukraine"]
    assert {one.name for one in accusation.participants if one.role.blames} == {"Russia"}
    assert not [claim for claim in found if claim.modality is Modality.DENIED]


def test_bad_input_costs_nothing_but_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "good.txt").write_text(REPORT, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "junk.txt").write_bytes(bytes(range(256)) * 64)
    (folder / "cyrillic.txt").write_bytes("Обстрел порта. The mayor said shells hit Odesa.".encode("cp1251"))
    (folder / "huge.txt").write_bytes(b"Shells hit the port of Odesa on Tuesday. " * 500_000)
    names = ["empty.txt", "junk.txt", "cyrillic.txt", "huge.txt", "missing.txt", "good.txt", "good.txt"]
    started = time.perf_counter()
    assert main(["ingest", *names]) == 3
    assert time.perf_counter() - started < 60
    told = capsys.readouterr().err.splitlines()
    for name, code in (
        ("empty.txt", "empty_document"),
        ("junk.txt", "binary_content"),
        ("cyrillic.txt", "decoded_as"),
        ("huge.txt", "text_too_long"),
        ("missing.txt", "missing_file"),
    ):
        assert [line for line in told if line.startswith(f"{name}: ") and line.endswith(f"[{code}]")], (name, told)
    assert "2 reports read, 1 already there, 4 failed" in told[-1]
    assert main(["verify"]) == 0


def rows(path: Path, count: int) -> Path:
    """Write so many reports that a run can be cut off among them."""
    lines = [json.dumps({"id": f"r{number}", "text": f"{REPORT}\nThis is number {number}."}) for number in range(count)]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def documents(ledger: Path) -> int:
    if not ledger.exists():
        return 0
    with closing(sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True)) as connection:
        try:
            return len(connection.execute("SELECT 1 FROM document").fetchall())
        except sqlite3.OperationalError:  # not made yet
            return 0


@pytest.mark.parametrize("cut", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_cut_off_loses_nothing(
    folder: Path, capsys: pytest.CaptureFixture[str], cut: signal.Signals
) -> None:
    count = 60
    reports, ledger = rows(folder / "r.jsonl", count), folder / "onrecord.db"
    run = subprocess.Popen([sys.executable, "-m", "onrecord", "ingest", str(reports)], stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while documents(ledger) < 2 and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    run.send_signal(cut)
    _, told = run.communicate()
    assert run.returncode == (130 if cut is signal.SIGINT else -signal.SIGKILL), told
    assert b"Traceback" not in told
    held = documents(ledger)
    assert 2 <= held < count
    assert main(["verify"]) == 0
    assert main(["ingest", str(reports)]) == 0
    assert f"{count - held} reports read, {held} already there" in capsys.readouterr().err
    assert documents(ledger) == count
    assert main(["verify"]) == 0


def test_the_samples_make_a_record(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert folder.exists()
    assert main(["ingest", str(SAMPLES)]) == 0
    assert main(["timeline", "--format", "jsonl"]) == 0
    found = claims(capsys.readouterr().out)
    assert len({claim.document_id for claim in found}) >= 14
    assert {Modality.ACCUSED, Modality.DENIED, Modality.PLANNED} <= {claim.modality for claim in found}
    assert main(["timeline"]) == 0
    assert "PLANNED" in capsys.readouterr().out
    assert main(["verify"]) == 0
