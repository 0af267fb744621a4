"""Score what onrecord reads from the evaluation reports against their annotation.

    python -m evaluation.score_reports                       # read the reports, print the table
    python -m evaluation.score_reports --claims FILE         # score claims read before (wire format, ``-`` for stdin)
    python -m evaluation.score_reports --misses --wrong      # and what was missed, and what was read otherwise

onrecord is used only through its command line, as a person would use it.
"""

import argparse
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from evaluation.measures import FORBIDDEN, SHARES, Registry, broken_spans
from evaluation.pairing import Claim, Pair, pair_up, report_of

__all__ = ["SETS", "Scores", "Share", "read_reports", "score", "score_reports", "table"]

SETS = tuple(sorted(path.parent for path in (Path(__file__).parent / "reports").glob("*/registries.json")))
"""The sets of annotated reports, each with floors of its own."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many are right; `value` is None where there was nothing to judge."""

    right: int
    of: int

    @property
    def value(self) -> float | None:
        """The share, 0 to 1."""
        return self.right / self.of if self.of else None


@dataclass(frozen=True, slots=True)
class Scores:
    """The result of a run.

    Attributes:
        shares: Each measure by name, in the order of printing.
        forbidden: How often each thing happened that must never happen.
        missed: The core gold claims that nothing was paired with.
        wrong: For each measure on pairs, the pairs that fail it.
    """

    shares: dict[str, Share]
    forbidden: dict[str, int]
    missed: list[Claim]
    wrong: dict[str, list[Pair]]


def is_core(claim: Claim) -> bool:
    """Return whether a claim is of the tier that is scored (R-C2)."""
    return bool(claim.get("tier", "core") == "core")


def score(predicted: list[Claim], gold: list[Claim], registry: Registry, texts: dict[str, str]) -> Scores:
    """Return the scores of claims read from the reports."""
    pairs = pair_up(predicted, gold)
    core = [claim for claim in gold if is_core(claim)]
    on_core = [pair for pair in pairs if is_core(pair.gold)]
    stated = [claim for claim in predicted if is_core(claim)]
    shares = {
        "recall, located": Share(len(on_core), len(core)),
        "recall, located and typed": Share(sum(pair.typed for pair in on_core), len(core)),
        "precision, typed": Share(sum(pair.typed and is_core(pair.predicted) for pair in pairs), len(stated)),
    }
    wrong = {}
    for name, (right, judged) in SHARES.items():
        subject = [pair for pair in on_core if judged(pair)]
        wrong[name] = [pair for pair in subject if not right(pair, registry)]
        shares[name] = Share(len(subject) - len(wrong[name]), len(subject))
    forbidden = {name: sum(count(pair, registry) for pair in on_core) for name, count in FORBIDDEN.items()}
    spans = sum(broken_spans(claim, texts[report_of(claim)]) for claim in predicted if report_of(claim) in texts)
    located = {pair.gold["id"] for pair in pairs}
    missed = [claim for claim in core if claim["id"] not in located]
    return Scores(shares, {**forbidden, "span does not reproduce": spans}, missed, wrong)


def table(scores: Scores) -> str:
    """Return the scores as a table for reading."""
    lines = [f"{'measure':36} {'share':>6} {'right':>6} {'of':>5}"]
    for name, share in scores.shares.items():
        value = "n/a" if share.value is None else f"{share.value:.3f}"
        lines.append(f"{name:36} {value:>6} {share.right:>6} {share.of:>5}")
    lines += ["", f"{'must be zero':36} {'count':>6}"]
    lines += [f"{name:36} {count:>6}" for name, count in scores.forbidden.items()]
    return "\n".join(lines)


def rows(text: str) -> list[Claim]:
    """Return the objects of JSON Lines."""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def read_reports(folder: Path) -> list[Claim]:
    """Return what the installed onrecord reads from a set of evaluation reports.

    Raises:
        subprocess.CalledProcessError: onrecord did not read all of them.
    """
    command = [sys.executable, "-m", "onrecord", "read", "--format", "jsonl", str(folder / "documents.jsonl")]
    return rows(subprocess.run(command, check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout)


def score_reports(folder: Path, predicted: list[Claim]) -> Scores:
    """Return the scores of claims against the annotation of a set."""
    gold = rows((folder / "claims_gold.jsonl").read_text(encoding="utf-8"))
    registries = json.loads((folder / "registries.json").read_text(encoding="utf-8"))
    documents = rows((folder / "documents.jsonl").read_text(encoding="utf-8"))
    texts = {document["id"]: document["text"] for document in documents}
    return score(predicted, gold, {**registries["outlets"], **registries["actors"]}, texts)


def main() -> None:
    """Print the table, and on demand the misses and the fields read otherwise."""
    parser = argparse.ArgumentParser(description="Score onrecord on the evaluation reports.")
    parser.add_argument("--claims", help="claims on the wire, one JSON object a line; - for stdin")
    parser.add_argument("--misses", action="store_true", help="list core claims that were not located")
    parser.add_argument("--wrong", action="store_true", help="list pairs that fail a measure")
    options = parser.parse_args()
    if options.claims:
        source = sys.stdin.read() if options.claims == "-" else Path(options.claims).read_text(encoding="utf-8")
    for folder in SETS:
        scores = score_reports(folder, rows(source) if options.claims else read_reports(folder))
        print(f"\n{folder.name}\n{table(scores)}")
        details(scores, misses=options.misses, wrong=options.wrong)


def details(scores: Scores, *, misses: bool, wrong: bool) -> None:
    """Print the missed claims and the pairs that fail a measure."""
    for claim in scores.missed if misses else []:
        print(f"missed  {claim['id']:24} {claim['event_type']:28} {claim['modality']:14} {claim['evidence']['exact']}")
    for name, pairs in scores.wrong.items() if wrong else []:
        for pair in pairs:
            print(f"{name:20} {pair.gold['id']:24} {pair.gold['evidence']['exact']}")


if __name__ == "__main__":
    main()
