"""The shape of the house, as far as a machine can see it; the import contract itself is checked by `make lint`."""

import ast
import importlib
import pkgutil
import re
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path

import pytest
import yaml

import onrecord.model

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "onrecord"
MODULES = sorted(SOURCE.rglob("*.py"))
PYTHON = [
    path for room in ("src", "tests", "scripts", "evaluation", "benchmarks") for path in (ROOT / room).rglob("*.py")
]
LONGEST_FILE = 450
MEDIAN_FILE = 110
LONGEST_FUNCTION = 80
FUNCTION_P90 = 30
RULE = re.compile(r"\bR-[ACMPLTQIEX]\d+\b")
MACHINE_PATH = re.compile(r"(?<![\w.~<])/(?:work|farm|home|root|Users|mnt|opt)/\w")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def sloc(path: Path) -> int:
    """Return the lines that hold code: without blank lines, comments and docstrings."""
    text = path.read_text(encoding="utf-8")
    documented: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            documented.update(range(node.lineno, (node.end_lineno or node.lineno) + 1))
    lines = enumerate(text.splitlines(), start=1)
    return sum(1 for number, line in lines if number not in documented and line.strip() and line.strip()[0] != "#")


def functions() -> Iterator[tuple[str, int]]:
    """Yield every function of the package with its length in lines, without its docstring."""
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                first = node.body[0]
                docstring = ast.get_docstring(node) is not None
                told = (first.end_lineno or first.lineno) - first.lineno + 1 if docstring else 0
                yield f"{name(path)}: {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1 - told


def test_no_file_is_too_long_to_read_at_a_sitting() -> None:
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in PYTHON}
    assert {path: lines for path, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_most_files_are_short() -> None:
    assert statistics.median(sloc(path) for path in MODULES if path.name != "__init__.py") <= MEDIAN_FILE


def test_functions_are_short() -> None:
    lengths = dict(functions())
    assert {where: lines for where, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}
    assert statistics.quantiles(lengths.values(), n=10)[-1] <= FUNCTION_P90


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=name)
def test_no_logic_in_init(path: Path) -> None:
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        constant = isinstance(node, ast.Assign) and all(
            isinstance(target, ast.Name) and target.id in {"__all__", "__version__"} for target in node.targets
        )
        assert docstring or constant or isinstance(node, ast.Import | ast.ImportFrom), ast.unparse(node)


def test_there_is_no_room_for_what_has_no_name() -> None:
    assert [name(path) for path in MODULES if path.stem in {"helpers", "utils", "util", "misc", "common"}] == []


def test_every_noun_is_frozen_and_slotted() -> None:
    loose = []
    for found in pkgutil.iter_modules(onrecord.model.__path__):
        module = importlib.import_module(f"onrecord.model.{found.name}")
        for noun in vars(module).values():
            if isinstance(noun, type) and is_dataclass(noun) and noun.__module__ == module.__name__:
                frozen = noun.__dataclass_params__.frozen  # type: ignore[attr-defined] # what the decorator leaves
                if not (frozen and "__slots__" in vars(noun)):
                    loose.append(f"{module.__name__}.{noun.__name__}")
    assert loose == []


def test_the_environment_is_read_at_the_edge_alone() -> None:
    readers = [
        name(path) for path in MODULES if re.search(r"\bos\.(environ|getenv)\b", path.read_text(encoding="utf-8"))
    ]
    assert readers == ["src/onrecord/cli/options.py"]


def test_the_compiled_lexicons_are_current() -> None:
    script = ROOT / "scripts" / "build_lexicons.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def rules_with_cases() -> set[str]:
    """Return the ids that the cases under ``tests/cases`` list under ``rule``."""
    found: set[str] = set()
    for path in sorted((ROOT / "tests" / "cases").glob("*.yml")):
        for case in yaml.safe_load(path.read_text(encoding="utf-8")):
            rules = case.get("rule", [])
            found.update([rules] if isinstance(rules, str) else rules)
    return found


def test_every_rule_that_the_code_names_has_a_case() -> None:
    named = {rule for path in MODULES for rule in RULE.findall(path.read_text(encoding="utf-8"))}
    assert named
    assert sorted(named - rules_with_cases()) == []


def test_no_file_knows_one_machine() -> None:
    rooms = (
        "src",
        "tests",
        "scripts",
        "lexicons",
        "docs",
        "evaluation",
        "benchmarks",
        "requirements",
        ".github",
        ".ci",
    )
    files = [path for room in rooms for path in (ROOT / room).rglob("*") if path.is_file()]
    files += [path for path in ROOT.iterdir() if path.is_file() and path.name != ".coverage"]
    knowing = []
    for path in files:
        if path.suffix in {".sqlite", ".pyc", ".gz"} or path.name.startswith(".coverage"):
            continue
        if MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace")):
            knowing.append(name(path))
    assert knowing == []
