"""The documents say what is so: links lead somewhere, commands and doors exist, examples run."""

import doctest
import importlib
import re
from pathlib import Path

import pytest

from onrecord import __version__
from onrecord.cli.main import COMMANDS

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
README = (ROOT / "README.md").read_text(encoding="utf-8")
SOURCE = ROOT / "src"
WITH_EXAMPLES = sorted(path for path in SOURCE.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8"))


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_link_leads_somewhere(path: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=name)
def test_every_door_that_is_named_is_there(path: Path) -> None:
    doors = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"(?:^|`)make ([a-z]+)", path.read_text(encoding="utf-8"), re.MULTILINE))
    assert named - doors == set()


def test_the_readme_opens_with_the_two_doors() -> None:
    assert README.index("make demo") < README.index("make test") < README.index("pip install")


def test_the_readme_lists_every_command_and_no_other() -> None:
    listed = re.findall(r"^\| `onrecord ([a-z]+)", README, re.MULTILINE)
    assert listed == [command.__name__ for command in COMMANDS]


def test_the_readme_lists_every_exit_code() -> None:
    assert re.findall(r"^\| (\d+) \|", README, re.MULTILINE) == ["0", "1", "2", "3", "4", "130"]


def test_every_option_of_a_command_is_in_the_readme() -> None:
    golden = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests" / "golden").glob("help-*.txt"))
    options = set(re.findall(r"--[a-z][a-z-]+", golden)) - {"--help", "--install-completion", "--show-completion"}
    assert {option for option in options if option not in README} <= {"--version", "--title"}


def test_the_readme_shows_what_the_program_prints() -> None:
    shown = {line.strip() for line in (ROOT / "tests" / "golden" / "claims-100.txt").read_text("utf-8").splitlines()}
    block = README.split("## What one sees")[1].split("```")[1]
    assert [line for line in block.splitlines() if line.strip() not in shown] == []


def test_the_python_of_the_readme_runs() -> None:
    for block in re.findall(r"```python\n(.*?)```", README, re.DOTALL):
        exec(compile(block, "README.md", "exec"), {})


def test_every_decision_is_listed() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    assert [path.name for path in (ROOT / "docs" / "decisions").glob("*.md") if path.name not in index] == []


def test_the_changelog_knows_this_version() -> None:
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", WITH_EXAMPLES, ids=name)
def test_the_examples_in_docstrings_run(path: Path) -> None:
    module = importlib.import_module(".".join(path.relative_to(SOURCE).with_suffix("").parts))
    assert doctest.testmod(module).failed == 0
