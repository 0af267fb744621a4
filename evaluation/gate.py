"""Fail where reading got worse: scores under their floors, or forbidden errors over their ceilings.

    python -m evaluation.gate               # read the reports, compare with baseline.json; exit 1 on a regression
    python -m evaluation.gate --raise       # and move every floor that was passed up to the new score
    python -m evaluation.gate --repin       # accept that the annotated reports changed, then as --raise

Nothing here lowers a floor or lifts a ceiling; whoever wants that edits ``baseline.json`` by hand and says why.
"""

import argparse
import hashlib
import json
import math
import sys
from pathlib import Path
from typing import Any

from evaluation.score_reports import SETS, Scores, read_reports, score_reports, table

BASELINE = Path(__file__).parent / "baseline.json"
PINNED = ("documents.jsonl", "claims_gold.jsonl", "registries.json")
DIGITS = 4

Baseline = dict[str, Any]


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of what the scores of a set were measured on."""
    digest = hashlib.sha256()
    for name in PINNED:
        digest.update((folder / name).read_bytes())
    return digest.hexdigest()


def regressions(scores: Scores, baseline: Baseline) -> list[str]:
    """Return a line for each floor that a score fell under and each ceiling that a count went over."""
    lines = []
    for name, floor in baseline["floors"].items():
        share = scores.shares.get(name)
        value = share.value if share else None
        if value is None or rounded(value) < floor:
            lines.append(f"{name}: {'n/a' if value is None else f'{value:.{DIGITS}f}'} is under its floor {floor}")
    for name, ceiling in baseline["ceilings"].items():
        count = scores.forbidden.get(name)
        if count is None or count > ceiling:
            lines.append(f"{name}: {count} is over its ceiling {ceiling}")
    return lines


def rounded(value: float) -> float:
    """Return a share cut, not rounded, to the digits a floor has, so that a floor never exceeds its score."""
    scale = int(10**DIGITS)
    return math.floor(value * scale + 1e-9) / scale


def raised(scores: Scores, baseline: Baseline) -> Baseline:
    """Return the baseline with floors moved up and ceilings moved down to these scores, and never back."""
    floors = dict(baseline["floors"])
    for name, share in scores.shares.items():
        if share.value is not None:
            floors[name] = max(floors.get(name, 0.0), rounded(share.value))
    ceilings = dict(baseline["ceilings"])
    for name, count in scores.forbidden.items():
        ceilings[name] = min(ceilings.get(name, count), count)
    return {**baseline, "floors": floors, "ceilings": ceilings}


def judged(folder: Path, baseline: Baseline, *, move: bool) -> tuple[list[str], Baseline]:
    """Read and score a set; return its regressions and its baseline, raised on demand where nothing got worse."""
    scores = score_reports(folder, read_reports(folder))
    print(f"\n{folder.name}\n{table(scores)}")
    worse = regressions(scores, baseline)
    unmeasured = [name for name in scores.shares if name not in baseline["floors"]]
    if unmeasured and not move:
        worse.append(f"no floor: {', '.join(unmeasured)} (--raise sets them)")
    if move and not worse:
        baseline = {**raised(scores, baseline), "fingerprint": fingerprint(folder)}
    return [f"{folder.name}: {line}" for line in worse], baseline


def main() -> int:
    """Run the gate; the exit code is 0 where nothing got worse."""
    parser = argparse.ArgumentParser(description="Compare the scores on the evaluation reports with their floors.")
    parser.add_argument("--raise", dest="move", action="store_true", help="move passed floors up")
    parser.add_argument("--repin", action="store_true", help="accept that the reports or their annotation changed")
    options = parser.parse_args()
    baselines: dict[str, Baseline] = json.loads(BASELINE.read_text(encoding="utf-8"))
    worse: list[str] = []
    for folder in SETS:
        baseline = baselines.get(folder.name, {"fingerprint": None, "floors": {}, "ceilings": {}})
        if baseline["fingerprint"] != fingerprint(folder) and not options.repin:
            worse.append(f"{folder.name}: these are not the reports that the floors were measured on; see --repin")
            continue
        found, baselines[folder.name] = judged(folder, baseline, move=options.move or options.repin)
        worse += found
    for line in worse:
        print(f"REGRESSION  {line}")
    if (options.move or options.repin) and not worse:
        BASELINE.write_text(json.dumps(baselines, indent=2) + "\n", encoding="utf-8")
        print(f"floors raised in {BASELINE.name}")
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
