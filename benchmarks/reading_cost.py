"""What reading costs beside the bare language model, both measured in one run.

    python benchmarks/reading_cost.py [--rounds 5] [FILE.jsonl]

Prints the CPU of `Reader.read` plus `assemble` divided by the CPU of the spaCy pipeline alone on the same documents:
the median over rounds with their spread, and the quotient of the best of each document's rounds, which a busy machine
disturbs least; the two take turns document by document. Then the peak memory of the process. The budget is a ratio of
1.3 and 800 MB. Without a file it reads the packaged sample reports.
"""

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.claims.assemble import assemble
from onrecord.model.document import Document
from onrecord.pipeline.read import documents_of
from onrecord.reading.backends import spacy as backend
from onrecord.reading.reader import Reader

RATIO_BUDGET = 1.3
MEMORY_BUDGET_MB = 800
SAMPLES = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "samples" / "reports.jsonl"


def cpu(work: Callable[[Document], object], documents: Sequence[Document]) -> float:
    """Return the CPU seconds that some work takes on all documents."""
    start = time.process_time()
    for document in documents:
        work(document)
    return time.process_time() - start


def main() -> int:
    """Measure and print; exit 1 where a budget is broken."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("file", nargs="?", type=Path, default=SAMPLES)
    options.add_argument("--rounds", type=int, default=5)
    given = options.parse_args()

    documents = documents_of([str(given.file)])
    reader = Reader.open()
    nlp = backend.load_as_shipped()

    def bare(document: Document) -> object:
        return nlp(document.text)

    def full(document: Document) -> object:
        return assemble(document, reader.read(document))

    for work in (bare, full):
        cpu(work, documents)  # warm caches; the first document of a run is not what a user waits for
    rounds = [[(cpu(bare, [d]), cpu(full, [d])) for d in documents] for _ in range(given.rounds)]
    ratios = [sum(read for _, read in pairs) / sum(alone for alone, _ in pairs) for pairs in rounds]
    best = [tuple(min(column) for column in zip(*of_one, strict=True)) for of_one in zip(*rounds, strict=True)]
    undisturbed = sum(read for _, read in best) / sum(alone for alone, _ in best)
    words = sum(len(document.text.split()) for document in documents)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ratio = statistics.median(ratios)
    print(f"documents {len(documents)}, words {words}, rounds {given.rounds}")
    print(f"best of the rounds for each document: {undisturbed:.3f}")
    spread = f"from {min(ratios):.3f} to {max(ratios):.3f}"
    print(f"CPU of reading / bare spaCy: median {ratio:.3f} ({spread}; budget {RATIO_BUDGET})")
    print(f"peak memory: {peak:.0f} MB (budget {MEMORY_BUDGET_MB} MB)")
    return 0 if ratio <= RATIO_BUDGET and peak <= MEMORY_BUDGET_MB else 1


if __name__ == "__main__":
    sys.exit(main())
