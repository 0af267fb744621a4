import io
import sys

import pytest
from tests.builders import document

from onrecord.cli.watch import Watch
from onrecord.model.issue import Issue, Severity
from onrecord.model.span import Span
from onrecord.pipeline.outcome import Outcome

NOTE = Issue("decoded_as", "It was read as cp1251.", Severity.NOTE, "a.txt", Span(3, 9))
ERROR = Issue("empty_document", "There is no text in it.", Severity.ERROR, "b.txt")


class Terminal(io.StringIO):
    """Standard error as a person has it."""

    def isatty(self) -> bool:
        return True


def test_issues_are_told_where_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    watch = Watch()
    list(watch.follow([Outcome("a.txt", document=document(), issues=(NOTE,)), Outcome("b.txt", issues=(ERROR,))]))
    assert watch.finish() == 3
    assert capsys.readouterr().err.splitlines() == [
        "a.txt:3-9: note: It was read as cp1251. [decoded_as]",
        "b.txt: error: There is no text in it. [empty_document]",
        "1 report read, 1 failed, 0 claims, 2 issues",
    ]


def test_a_terminal_sees_the_progress_and_a_pipe_does_not(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    watch = Watch()
    with watch.spinner(shown=True):
        list(watch.follow([Outcome("\x1b[2Ja.txt", document=document())]))
    assert "loading the language model" in terminal.getvalue()
    assert "\x1b[2Ja.txt" not in terminal.getvalue()
    pipe = io.StringIO()
    monkeypatch.setattr("sys.stderr", pipe)
    with Watch().spinner(shown=True):
        pass
    assert pipe.getvalue() == ""


def test_data_never_goes_into_the_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal, data = Terminal(), io.StringIO()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("sys.stdout", data)
    with Watch().spinner(shown=True):
        sys.stdout.write("data\n")
    assert data.getvalue() == "data\n"
    assert "data" not in terminal.getvalue()
