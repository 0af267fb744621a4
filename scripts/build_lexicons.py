"""Compile the hand-edited YAML under ``lexicons/`` to the JSON that ships in the package.

Run it after every edit: ``make lexicons``. A test fails when the two disagree.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "lexicons"
TARGET = ROOT / "src" / "onrecord" / "lexicons" / "data"


def compiled() -> dict[Path, str]:
    """Return what each compiled file must hold."""
    texts = {}
    for source in sorted(SOURCE.glob("*/*.yml")):
        data = yaml.safe_load(source.read_text(encoding="utf-8"))
        if misread := list(_misread(data)):
            message = f"{source.relative_to(ROOT)}: quote these words, YAML reads them as true or false: {misread}"
            raise SystemExit(message)
        target = TARGET / source.parent.name / f"{source.stem}.json"
        texts[target] = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return texts


def _misread(node: object, path: str = "") -> Iterator[str]:
    """Yield the places where a bare ``no`` or ``on`` became a truth value: in a list, or as a key."""
    if isinstance(node, dict):
        for key, value in node.items():
            if isinstance(key, bool):
                yield f"{path}.{key}"
            yield from _misread(value, f"{path}.{key}")
    elif isinstance(node, list):
        for place, value in enumerate(node):
            if isinstance(value, bool):
                yield f"{path}[{place}]"
            yield from _misread(value, f"{path}[{place}]")


def main() -> int:
    """Write the compiled files; with ``--check``, only say which are stale."""
    check = "--check" in sys.argv[1:]
    stale = [path for path, text in compiled().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        if check:
            print(f"stale: {path.relative_to(ROOT)} (run `make lexicons`)", file=sys.stderr)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(compiled()[path], encoding="utf-8")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
