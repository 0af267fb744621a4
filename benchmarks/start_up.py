"""What it costs to be told how onrecord is used: `onrecord --help` beside a bare interpreter, both in one run.

    python benchmarks/start_up.py [--rounds 9]

Prints the best wall time of each and their ratio; the budget for the help is 0.3 s on a quiet machine.
"""

import argparse
import subprocess
import sys
import time

BUDGET = 0.3


def wall(*command: str) -> float:
    """Return the wall time in seconds of one run of Python with these arguments."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *command], capture_output=True, check=True)
    return time.perf_counter() - start


def main() -> int:
    """Measure and print; exit 1 where the budget is broken."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rounds", type=int, default=9)
    rounds = range(options.parse_args().rounds)
    pairs = [(wall("-c", "pass"), wall("-m", "onrecord", "--help")) for _ in rounds]
    bare, told = (min(column) for column in zip(*pairs, strict=True))
    print(f"onrecord --help: {told:.2f} s (budget {BUDGET} s), {told / bare:.1f} times a bare interpreter")
    return 0 if told <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main())
