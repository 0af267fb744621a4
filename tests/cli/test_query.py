import json
from pathlib import Path

import pytest
from tests.builders import entry, quarantined
from tests.cli.conftest import Command, Ran
from tests.cli.record import REPORT, UNDATED, of

from onrecord.ledger.sqlite import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger with the invented record: one dated report, then one without a date."""
    path = tmp_path / "onrecord.db"
    with Ledger.open(path, create=True) as opened:
        writer = opened.writer()
        bad = quarantined(REPORT, exact="No ship was hit", event_type="SIEGE")
        writer.append(entry(REPORT, *of(REPORT), quarantined=(bad,)))
        writer.append(entry(UNDATED, *of(UNDATED)))
    return path


def evidence(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.err
    return [json.loads(one)["evidence"]["exact"] for one in ran.out.splitlines()]


def test_all_claims_by_report(onrecord: Command, ledger: Path) -> None:
    ran = onrecord("claims", "--ledger", str(ledger))
    assert ran.code == 0
    assert ran.out.index("Varnia Courier · 15 May 2024 · Shells hit the port") < ran.out.index("outlet not known")
    assert "varnia.txt · 11 claims" in ran.out
    assert ran.err == ""


def test_a_claim_in_quarantine_is_never_shown(onrecord: Command, ledger: Path) -> None:
    assert "siege" not in onrecord("claims", "--ledger", str(ledger)).out
    assert "siege" not in onrecord("timeline", "--ledger", str(ledger)).out
    assert "SIEGE" not in onrecord("claims", "--ledger", str(ledger), "-f", "jsonl").out


@pytest.mark.parametrize(
    "filters,count",
    [
        ((), 12),
        (("--place", "varnia"), 3),
        (("--speaker", "kestrel"), 1),
        (("--type", "ceasefire"), 2),
        (("--type", "CEASEFIRE.COLLAPSED"), 1),
        (("--modality", "planned"), 1),
        (("--since", "2024-05-17"), 1),
        (("--until", "2024-05-14"), 3),
        (("--outlet", "Varnia Courier"), 11),
        (("--document", "note.txt"), 1),
        (("--place", "Varnia", "--modality", "ACCUSED"), 1),
        (("--as-of", "2024-05-15"), 11),
        (("--as-of", "2024-05-14"), 0),
        (("--as-of-ledger", "2"), 11),
    ],
)
def test_filters(onrecord: Command, ledger: Path, filters: tuple[str, ...], count: int) -> None:
    with Ledger.open(ledger) as opened:
        first = min(one.tx for one in opened.view().documents())
    filters = tuple(str(first) if one == "2" else one for one in filters)
    assert len(evidence(onrecord("claims", "--ledger", str(ledger), "-f", "jsonl", *filters))) == count


def test_what_a_view_leaves_out_is_said(onrecord: Command, ledger: Path) -> None:
    ran = onrecord("claims", "--ledger", str(ledger), "--as-of", "2024-05-14")
    assert "No claim passes." in ran.err
    assert "Left out, published later: 1." in ran.err
    assert "Left out, date of publication not known: 1." in ran.err
    assert "Left out" in onrecord("timeline", "--ledger", str(ledger), "--as-of", "2024-05-14").err


def test_the_timeline_runs_by_the_time_spoken_of(onrecord: Command, ledger: Path) -> None:
    ran = onrecord("timeline", "--ledger", str(ledger))
    days = [ran.out.index(words) for words in ("14 May 2024\n", "15 May 2024\n", "17 May 2024\n", "Time not known\n")]
    assert days == sorted(days)
    lines = evidence(onrecord("timeline", "--ledger", str(ledger), "-f", "jsonl"))
    assert len(lines) == 12
    assert "Envoys will meet on Friday" in lines[3]
    assert len(json.loads(onrecord("timeline", "--ledger", str(ledger), "-f", "json").out)) == 12


def test_a_ledger_that_is_not_there_ends_with_2(onrecord: Command) -> None:
    for command in ("claims", "timeline", "verify"):
        ran = onrecord(command, "--ledger", "nowhere.db")
        assert ran.code == 2
        assert "nowhere.db" in ran.err
        assert not Path("nowhere.db").exists()


def test_the_environment_names_the_ledger(
    onrecord: Command, ledger: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    monkeypatch.setenv("ONRECORD_LEDGER", str(ledger))
    assert len(evidence(onrecord("claims", "-f", "jsonl"))) == 12


def test_a_claim_by_the_beginning_of_its_id(onrecord: Command, ledger: Path) -> None:
    one = of(REPORT)[0]
    ran = onrecord("show", one.id.removeprefix("claim-")[:8], "--ledger", str(ledger))
    assert ran.code == 0
    for told in ("«Shells fell on the grain terminal", "R-T2 weekday", "geonames:1", "agentless_passive", "at 0–6"):
        assert told in ran.out
    as_json = json.loads(onrecord("show", one.id, "--ledger", str(ledger), "-f", "jsonl").out)
    assert as_json["id"] == one.id


def test_a_report_by_its_name(onrecord: Command, ledger: Path) -> None:
    ran = onrecord("show", "varnia.txt", "--ledger", str(ledger))
    assert ran.code == 0
    for told in (REPORT.id, "Varnia Courier (from option)", "R-C5", "11 claims"):
        assert told in ran.out
    facts = json.loads(onrecord("show", REPORT.id, "--ledger", str(ledger), "-f", "jsonl").out)
    assert facts["text"] == REPORT.text
    assert "not known" in onrecord("show", "note.txt", "--ledger", str(ledger)).out


def test_an_id_that_is_not_there_ends_with_2(onrecord: Command, ledger: Path) -> None:
    ran = onrecord("show", "zzzzzzzz", "--ledger", str(ledger))
    assert ran.code == 2
    assert "no claim and no report 'zzzzzzzz'" in ran.err
