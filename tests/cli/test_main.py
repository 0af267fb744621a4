import subprocess
import sys

import pytest
from tests.cli.conftest import Command

from onrecord import __version__
from onrecord.cli.main import COMMANDS, main, run

HEAVY = ("spacy", "thinc", "numpy", "trafilatura", "lxml", "sqlite3", "rich", "pydantic")
"""What no help needs: the language model's libraries, the page extractor's, the database, the tables."""


def test_the_version(onrecord: Command) -> None:
    assert onrecord("--version").out == f"onrecord {__version__}\n"


def test_every_command_has_help_with_an_example(onrecord: Command) -> None:
    for command in COMMANDS:
        ran = onrecord(command.__name__, "--help")
        assert ran.code == 0
        assert f"  onrecord {command.__name__}" in ran.out


def test_help_documents_every_exit_code(onrecord: Command) -> None:
    told = onrecord("--help").out
    for code in ("0 ", "1 ", "2 ", "3 ", "4 ", "130 "):
        assert f"\n    {code}" in told


def test_help_loads_nothing_heavy() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "onrecord", "--help"], capture_output=True, text=True, check=True
    )
    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in done.stderr.splitlines()}
    assert "typer" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_a_defect_is_told_without_a_traceback(onrecord: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_path: object) -> None:
        message = "two\nlines"
        raise RuntimeError(message)

    monkeypatch.setattr("onrecord.pipeline.doctor.examine", broken)
    ran = onrecord("doctor")
    assert ran.code == 1
    assert ran.err.startswith("onrecord: a defect of onrecord (RuntimeError: two lines); please report it")
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main(["doctor"])


def test_the_process_exits_with_the_code(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.argv", ["onrecord", "--version"])
    with pytest.raises(SystemExit) as end:
        run()
    assert end.value.code == 0


def test_the_reader_of_a_pipe_may_go_away() -> None:
    program = f"{sys.executable} -m onrecord --help | head -n 1"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_a_full_disk_is_no_defect(onrecord: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_path: object) -> None:
        raise OSError(28, "No space left on device", "t.db")

    monkeypatch.setattr("onrecord.pipeline.doctor.examine", full)
    ran = onrecord("doctor")
    assert (ran.code, ran.err) == (1, "onrecord: No space left on device: t.db\n")
