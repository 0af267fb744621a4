"""Compare what is printed with ``tests/golden``; ``make snapshots`` rewrites it, and git shows the difference."""

import os
from pathlib import Path

GOLDEN = Path(__file__).resolve().parent.parent / "golden"


def check_golden(name: str, printed: str) -> None:
    """Assert that this is what the golden file holds."""
    path = GOLDEN / name
    if os.environ.get("ONRECORD_SNAPSHOTS") == "write":
        path.write_text(printed, encoding="utf-8")
    assert path.exists(), f"{name} is missing: run `make snapshots`"
    assert printed == path.read_text(encoding="utf-8"), f"{name} differs: if that is meant, run `make snapshots`"
