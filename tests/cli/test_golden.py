"""What a person sees, whole: a change here is a change for every user, so it is made on purpose or not at all."""

import io

import pytest
from rich.console import Console
from tests.builders import issue, quarantined
from tests.cli.golden import check_golden
from tests.cli.record import REPORT, UNDATED, claims

from onrecord.cli.main import COMMANDS, main
from onrecord.cli.sheet import print_claim, print_document
from onrecord.cli.table import print_day, print_report
from onrecord.views.record import by_report, heading_of
from onrecord.views.timeline import timeline


def paper(width: int) -> Console:
    return Console(file=io.StringIO(), width=width, highlight=False, markup=False, emoji=False)


def printed(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return "".join(f"{line.rstrip()}\n" for line in console.file.getvalue().splitlines())


@pytest.mark.parametrize("width", [80, 100, 140, 200])
def test_the_table_of_claims(width: int) -> None:
    console = paper(width)
    headings = {one.id: heading_of(one) for one in (REPORT, UNDATED)}
    for report in by_report(claims(), headings):
        print_report(console, report)
    text = printed(console)
    assert max(map(len, text.splitlines())) <= width
    check_golden(f"claims-{width}.txt", text)


def test_the_timeline() -> None:
    console = paper(120)
    for day in timeline(claims()):
        print_day(console, day)
    check_golden("timeline.txt", printed(console))


@pytest.mark.parametrize("number", [0, 1, 3, 6])
def test_the_sheet_of_a_claim(number: int) -> None:
    console = paper(100)
    print_claim(console, claims()[number], REPORT)
    check_golden(f"claim-{number}.txt", printed(console))


def test_the_sheet_of_a_report() -> None:
    console = paper(100)
    print_document(console, REPORT, [quarantined(REPORT)], [issue(document_name=REPORT.name)])
    print_document(console, UNDATED, [], [])
    check_golden("report.txt", printed(console))


@pytest.mark.parametrize("command", ["", *(command.__name__ for command in COMMANDS)])
def test_the_help(command: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    assert main([*filter(None, [command]), "--help"]) == 0
    text = capsys.readouterr().out
    assert "Example:" in text
    check_golden(f"help-{command or 'onrecord'}.txt", text)
