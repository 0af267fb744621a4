"""Choose `onrecord` to run a command in this process, with a reader that needs no language model."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.pipeline.fakes import FakeReader

from onrecord.cli.main import main
from onrecord.reading.reader import Reader


class Ran(NamedTuple):
    """What a command did."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture(autouse=True)
def reader(monkeypatch: pytest.MonkeyPatch) -> FakeReader:
    """The reader that every command of the test opens."""
    fake = FakeReader()
    monkeypatch.setattr(Reader, "open", lambda: fake)
    return fake


@pytest.fixture
def onrecord(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """A function that runs one command line in an empty folder, with its own ledger."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    monkeypatch.delenv("ONRECORD_DEBUG", raising=False)
    monkeypatch.setenv("COLUMNS", "120")

    def run(*arguments: str) -> Ran:
        code = main(arguments)
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run
