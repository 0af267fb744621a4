import io
import json
from pathlib import Path

import pytest
from tests.cli.conftest import Command
from tests.pipeline.fakes import FakeReader

from onrecord.model.wire import claim_from_line


def write(name: str, text: str) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_a_report_gives_a_table(onrecord: Command) -> None:
    ran = onrecord("read", "--outlet", "Varnia Courier", "--published", "2024-05-15", write("a.txt", "Shells fell."))
    assert ran.code == 0
    assert "Varnia Courier · 15 May 2024" in ran.out
    assert "“Shells”" in ran.out
    assert ran.err == "1 report read, 1 claim\n"
    assert not list(Path().glob("*.db"))


def test_what_is_planned_does_not_look_done(onrecord: Command) -> None:
    assert "PLANNED: shelling" in onrecord("read", write("a.txt", "Shells will fall.")).out


def test_the_wire_formats_hold_the_same_claims(onrecord: Command) -> None:
    report = write("a.txt", "Shells fell. Shells!")
    lines = onrecord("read", report, "--format", "jsonl").out.splitlines()
    assert [claim_from_line(one).evidence.exact for one in lines] == ["Shells", "Shells"]
    assert json.loads(onrecord("read", report, "-f", "json").out) == [json.loads(one) for one in lines]


def test_nothing_found_is_an_empty_array_and_no_failure(onrecord: Command) -> None:
    ran = onrecord("read", write("a.txt", "All is quiet."), "-f", "json")
    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_part_of_the_reports_failed(onrecord: Command) -> None:
    ran = onrecord("read", write("a.txt", "Shells fell."), write("empty.txt", ""), "gone.txt", write("p.txt", "POISON"))
    assert ran.code == 3
    assert "“Shells”" in ran.out
    for name, code in (("empty.txt", "empty_document"), ("gone.txt", "missing_file"), ("p.txt", "reading_failed")):
        assert any(one.startswith(f"{name}: error: ") and one.endswith(f"[{code}]") for one in ran.err.splitlines())
    assert "Traceback" not in ran.err
    assert "3 failed" in ran.err


def test_all_reports_failed(onrecord: Command) -> None:
    assert onrecord("read", "gone.txt").code == 1


def test_standard_input(onrecord: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Shells fell."), encoding="utf-8"))
    ran = onrecord("read", "-", "-f", "jsonl")
    assert json.loads(ran.out)["document"] == "-"


def test_filters(onrecord: Command) -> None:
    report = write("a.txt", "Shells fell.")
    assert onrecord("read", report, "--type", "bombardment", "-f", "jsonl").out != ""
    for nothing in (("--type", "CEASEFIRE"), ("--since", "2024"), ("--speaker", "nobody"), ("--place", "Varnia")):
        assert onrecord("read", report, *nothing, "-f", "jsonl").out == ""


def test_an_interrupt_ends_with_130_and_whole_json(onrecord: Command, reader: FakeReader) -> None:
    reader.interrupt_at = 2
    ran = onrecord("read", write("a.txt", "Shells fell."), write("b.txt", "Shells."), "-f", "json")
    assert ran.code == 130
    assert len(json.loads(ran.out)) == 1
    assert "interrupted: 1 report read" in ran.err


@pytest.mark.parametrize(
    "arguments,told",
    [
        (("--published", "yesterday"), "yesterday"),
        (("--since", "2024-13"), "is not a date"),
        (("--type", "CEASFIRE"), "Did you mean CEASEFIRE"),
        (("--modality", "ACUSED"), "Did you mean ACCUSED"),
        (("--format", "xml"), "xml"),
        (("--no-such-option",), "--no-such-option"),
    ],
)
def test_a_request_that_makes_no_sense_ends_with_2_and_says_why(
    onrecord: Command, arguments: tuple[str, ...], told: str
) -> None:
    ran = onrecord("read", write("a.txt", "Shells fell."), *arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert told in ran.err
    assert "Traceback" not in ran.err
