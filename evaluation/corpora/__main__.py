"""Run every task on the public corpora, print each score beside its floor, and fail where one fell.

    python -m evaluation.corpora --data FOLDER            # compare with floors.json; exit 1 on a regression
    python -m evaluation.corpora --data FOLDER --raise    # and move passed floors up

The corpora are not part of this repository: ``FOLDER`` holds one folder each (``polnear/``, ``muc4/``, ``meantime/``,
``gum/``). What is not there is said to be not measured, and the run then exits with 2: not measured is not passed.
"""

import argparse
import json
import math
import sys
from pathlib import Path

from evaluation.corpora import gum, meantime, muc, polnear

FLOORS = Path(__file__).parent / "floors.json"
TASKS = {"polnear": polnear.measure, "muc4": muc.measure, "meantime": meantime.measure, "gum": gum.measure}
SCALE = 1000


def cut(value: float) -> float:
    """Return a score cut to three digits, so that a floor never exceeds what was measured."""
    return math.floor(value * SCALE + 1e-9) / SCALE


def main() -> int:
    """Measure, print and compare; the exit code is 0, 1 for a regression, 2 for a task without its data."""
    parser = argparse.ArgumentParser(description="Score onrecord on public corpora.")
    parser.add_argument("--data", type=Path, help="folder of the corpora")
    parser.add_argument("--only", choices=sorted(TASKS), help="one task")
    parser.add_argument("--raise", dest="move", action="store_true", help="move passed floors up")
    options = parser.parse_args()
    if options.data is None:
        print("not measured: give the folder of the corpora with --data", file=sys.stderr)
        return 2
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    worse, missing = False, False
    for task, measure in TASKS.items():
        if options.only not in {None, task}:
            continue
        try:
            scores = measure(options.data)
        except FileNotFoundError as error:
            print(f"{task}: not measured, {error.filename or error} is missing", file=sys.stderr)
            missing = True
            continue
        known = floors.setdefault(task, {})
        for name, value in scores.items():
            floor = known.get(name)
            fell = floor is not None and cut(value) < floor
            worse |= fell
            shown = "-" if floor is None else f"{floor:.3f}"
            print(f"{task:10} {name:52} {value:6.3f}  floor {shown}{'  REGRESSION' if fell else ''}")
            if options.move and not fell:
                known[name] = max(floor or 0.0, cut(value))
    if options.move:
        FLOORS.write_text(json.dumps(floors, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if worse else 2 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
