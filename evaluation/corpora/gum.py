"""Score attribution on GUM: what is said, and what is expressly not said, by its discourse relations.

    python -m evaluation.corpora.gum --data FOLDER

``FOLDER`` holds ``gum/gum_open_genres.tar.xz``: seven genres under open licences, each document cut into elementary
discourse units that a tree of relations joins. In an *attribution-positive* relation the satellite names who says or
thinks it ("the mayor said") and the nucleus is what is said; in an *attribution-negative* one the satellite takes it
back ("nobody said", "I do not think"). The documents that GUM sets apart for tests are left out. Nothing here writes
any text down.

A report and a relation are one where the cue stands in the satellite and the content overlaps the nucleus by half
(intersection over union of code points), in one piece or all pieces of the utterance together. Where the nucleus is
one part of a unit that something interrupts, the whole unit counts as well. Precision is over reports whose cue and
content stand in different units: within one unit no relation can be annotated. A relation is *held* where half of its
nucleus lies in the content of a report with its cue, however long that is.

GUM annotates thoughts like speech, and most of its negative relations are thoughts ("I don't know"), which the record
leaves out on purpose; the *reporting* rows keep the cues by which something is said. A negative relation is shown as
``said`` where a report holds it as somebody's statement, as ``open`` where the report is one of not knowing or a
denial, and as ``none`` where no report holds it. Only the first is an error; only the second is found.
"""

import argparse
import re
import tarfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element, fromstring

from spacy.language import Language

from evaluation.corpora.polnear import ENOUGH, REPORTING, Characters, Tally
from onrecord.model.factuality import Modality
from onrecord.model.span import Span
from onrecord.reading.attribution.read import read_reports
from onrecord.reading.backends import spacy as backend

__all__ = ["Article", "Relation", "Report", "Scores", "annotated", "read", "score"]

ARCHIVE = "gum_open_genres.tar.xz"
POSITIVE, NEGATIVE = "attribution-positive", "attribution-negative"
NOT_SAID = frozenset({Modality.UNKNOWN_STATED, Modality.DENIED})
OUTCOMES = ("said", "open", "none")


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution relation as sets of code points.

    Attributes:
        satellite: Who says it, by which words.
        nuclei: What is said: the nucleus, and the whole unit where the nucleus is part of an interrupted one.
        positive: False where the satellite takes it back.
        reporting: Whether the satellite holds a word of saying.
    """

    satellite: Characters
    nuclei: tuple[Characters, ...]
    positive: bool
    reporting: bool


@dataclass(frozen=True, slots=True)
class Article:
    """One document with its annotation.

    Attributes:
        name: Its id.
        text: Its words, put together.
        units: The elementary discourse units in order.
        relations: Its attributions.
    """

    name: str
    text: str
    units: tuple[Characters, ...]
    relations: tuple[Relation, ...]

    @property
    def genre(self) -> str:
        """The second part of its id: ``news``, ``interview``, ``court``."""
        return self.name.split("_")[1]


@dataclass(frozen=True, slots=True)
class Report:
    """What one cue reports of one source.

    Attributes:
        cue: The words that make it a report.
        pieces: Its contents, and last all of them together.
        act: The speech act.
        reporting: Whether the cue is one of saying.
    """

    cue: Characters
    pieces: tuple[Characters, ...]
    act: Modality
    reporting: bool

    def matches(self, relation: Relation) -> bool:
        """Tell whether this is what the relation annotates."""
        return bool(self.cue & relation.satellite) and any(
            len(piece & nucleus) / len(piece | nucleus) >= ENOUGH
            for piece in self.pieces
            for nucleus in relation.nuclei
        )

    def holds(self, relation: Relation) -> bool:
        """Tell whether half of what the relation annotates is among what this reports."""
        nucleus = relation.nuclei[0]
        return bool(self.cue & relation.satellite) and len(self.pieces[-1] & nucleus) / len(nucleus) >= ENOUGH


def annotated(name: str, dependencies: str, discourse: str) -> Article:
    """Return a document from its dependency file, which has the text, and its discourse tree.

    Args:
        name: Its id.
        dependencies: CoNLL-U, with ``SpaceAfter=No`` and ``# newpar``.
        discourse: rstWeb's XML, whose units are words with spaces between.
    """
    text, words = _put_together(dependencies)
    tree = Tree(fromstring(discourse), words)  # noqa: S314 - a file of the set that the user names
    return Article(name, text, tuple(tree.units.values()), tuple(tree.relations(text)))


def _put_together(dependencies: str) -> tuple[str, list[Span]]:
    """Return the text of a document and the place of each of its words."""
    text, glued_to = "", ""
    spans: list[Span] = []
    close = True
    for line in dependencies.splitlines():
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and text:
            text, close = text + "\n\n", True
        if line.startswith("#") or not line:
            continue
        number, form, *_, extra = line.split("\t")
        if "." in number:
            continue  # an empty node
        first, dash, last = number.partition("-")
        if dash:
            glued_to = last if "SpaceAfter=No" not in extra else f"{last}+"
            text, close = text + ("" if close else " "), True
            continue
        start = len(text) + (0 if close else 1)
        text += ("" if close else " ") + form
        spans.append(Span(start, len(text)))
        close = "SpaceAfter=No" in extra or (bool(glued_to) and first != glued_to)
        if first == glued_to.rstrip("+"):
            close, glued_to = glued_to.endswith("+"), ""
    return text, spans


class Tree:
    """A tree of discourse units (rstWeb).

    Attributes:
        units: Code points of the elementary units by id.
    """

    def __init__(self, root: Element, words: list[Span]) -> None:
        several = {r.get("name") for r in root.iter("rel") if r.get("type") == "multinuc"}
        self._nodes = {n.get("id", ""): n for tag in ("segment", "group") for n in root.iter(tag)}
        self._below: dict[str, list[str]] = {}
        for name, node in self._nodes.items():
            self._below.setdefault(node.get("parent", ""), []).append(name)
        self._core = {n for n, node in self._nodes.items() if node.get("relname") in several | {"span"}}
        self.units: dict[str, Characters] = {}
        rest = iter(words)
        for segment in root.iter("segment"):
            spans = [next(rest) for _ in (segment.text or "").split()]
            self.units[segment.get("id", "")] = frozenset(i for s in spans for i in range(s.start, s.end))

    def relations(self, text: str) -> Iterator[Relation]:
        """Yield the attributions."""
        for name, node in self._nodes.items():
            kind = node.get("relname")
            nucleus = node.get("parent", "")
            if kind not in {POSITIVE, NEGATIVE} or nucleus not in self._nodes:
                continue
            satellite = self.core(name)
            words = text[min(satellite) : max(satellite) + 1]
            nuclei = [self.core(nucleus) - satellite]
            if (whole := self._whole(nucleus)) is not None:
                nuclei.append(whole - satellite)
            yield Relation(satellite, tuple(nuclei), kind == POSITIVE, REPORTING.search(words) is not None)

    def core(self, name: str) -> Characters:
        """Return the code points of a node without the satellites that hang on the node itself."""
        if name in self.units:
            return self.units[name]
        inside = [below for below in self._below.get(name, ()) if below in self._core]
        return frozenset[int]().union(*(self._extent(below) for below in inside))

    def _extent(self, name: str) -> Characters:
        satellites = [below for below in self._below.get(name, ()) if below not in self._core]
        return self.core(name).union(*(self._extent(below) for below in satellites))

    def _whole(self, name: str) -> Characters | None:
        """Return the unit that a node is a part of, where something stands between its parts."""
        node = self._nodes[name]
        while node.get("relname") == "span" and node.get("parent") in self._nodes:
            node = self._nodes[node.get("parent", "")]
        return self.core(node.get("parent", "")) if node.get("relname") == "same-unit" else None


def read(nlp: Language, text: str) -> list[Report]:
    """Return the reports that onrecord reads in a text, each utterance once."""
    pieces: dict[tuple[int, Span | None], list[Characters]] = {}
    heads: dict[tuple[int, Span | None], tuple[Span, Modality]] = {}
    for report in read_reports(backend.parse(nlp, text)):
        if report.content is not None:
            key = (report.cue_head, report.source)
            pieces.setdefault(key, []).append(_points(text, report.content) - _points(text, report.cue))
            heads.setdefault(key, (report.cue, report.act))
    return [
        Report(_points(text, cue), (*said, frozenset[int]().union(*said)), act, _reporting(text, cue))
        for key, (cue, act) in heads.items()
        if all(said := pieces[key])
    ]


def _points(text: str, span: Span) -> Characters:
    return frozenset(i for i in range(span.start, span.end) if not text[i].isspace())


def _reporting(text: str, cue: Span) -> bool:
    return REPORTING.search(text[cue.start : cue.end]) is not None


def _apart(report: Report, units: tuple[Characters, ...]) -> bool:
    """Tell whether cue and content stand in different units, so that a relation could join them."""
    own = frozenset[int]().union(*(unit for unit in units if unit & report.cue))
    content = report.pieces[-1]
    return len(content - own) / len(content) >= ENOUGH


SUBSETS: dict[str, tuple[Callable[[Relation], bool], Callable[[Report], bool]]] = {
    "positive": (lambda _: True, lambda _: True),
    "positive / reporting cues": (lambda relation: relation.reporting, lambda report: report.reporting),
}


class Scores:
    """Counts over documents.

    Attributes:
        tallies: Positive attribution by subset and by genre.
        shown: By ``positive`` and ``negative``, as what the relations are shown.
    """

    def __init__(self) -> None:
        self.tallies: dict[str, Tally] = {name: Tally() for name in SUBSETS}
        self.shown: dict[str, Counter[str]] = {"positive": Counter(), "negative": Counter()}

    def add(self, gold: Article, reports: list[Report]) -> None:
        """Count one document."""
        positive = [relation for relation in gold.relations if relation.positive]
        claimed = [r for r in reports if r.act not in NOT_SAID and _apart(r, gold.units)]
        for name, (of_relation, of_report) in SUBSETS.items():
            for tally in (self.tallies[name], self.tallies.setdefault(f"{name} / {gold.genre}", Tally())):
                kept, asked = [r for r in claimed if of_report(r)], [r for r in positive if of_relation(r)]
                tally.read += len(kept)
                tally.right += sum(any(report.matches(r) for r in positive) for report in kept)
                tally.gold += len(asked)
                tally.hit += sum(any(r.matches(relation) for r in claimed) for relation in asked)
        for relation in gold.relations:
            acts = [report.act for report in reports if report.holds(relation)]
            outcome = "none" if not acts else "open" if all(act in NOT_SAID for act in acts) else "said"
            self.shown["positive" if relation.positive else "negative"][outcome] += 1

    def share(self, kind: str, *outcomes: str) -> float:
        """Return the share of ``positive`` or ``negative`` relations that are shown so."""
        total = self.shown[kind].total()
        return sum(self.shown[kind][outcome] for outcome in outcomes) / total if total else 0.0


def score(pairs: Iterable[tuple[Article, list[Report]]]) -> Scores:
    """Return the counts over documents and what was read in them."""
    scores = Scores()
    for gold, reports in pairs:
        scores.add(gold, reports)
    return scores


def set_apart(splits: str) -> frozenset[str]:
    """Return the documents of the parts for tests, from GUM's ``splits.md``."""
    parts = re.split(r"^## *(\w+).*$", splits, flags=re.MULTILINE)
    tests = [names for part, names in zip(parts[1::2], parts[2::2], strict=True) if part.startswith("test")]
    return frozenset(name for names in tests for name in re.findall(r"^ *\* *(\w+)", names, flags=re.MULTILINE))


def articles(folder: Path) -> Iterator[Article]:
    """Yield the documents of the set that are not set apart for tests.

    Raises:
        FileNotFoundError: The folder does not hold the archive.
    """
    files: dict[str, str] = {}
    with tarfile.open(folder / ARCHIVE) as archive:
        for member in archive:
            if PurePosixPath(member.name).suffix in {".md", ".conllu", ".rs4"}:
                handle = archive.extractfile(member)
                files[member.name] = handle.read().decode() if handle is not None else ""
    left_out = set_apart(files["splits.md"])
    for path in sorted(PurePosixPath(name) for name in files if name.endswith(".rs4")):
        if path.stem not in left_out:
            yield annotated(path.stem, files[f"dep/{path.stem}.conllu"], files[str(path)])


def scored(data: Path) -> Scores:
    """Read every document of the set and score it.

    Raises:
        FileNotFoundError: The set is not there.
    """
    (data / "gum" / ARCHIVE).stat()  # before the model takes its time to load
    nlp = backend.load()
    return score((gold, read(nlp, gold.text)) for gold in articles(data / "gum"))


def measure(data: Path) -> dict[str, float]:
    """Return every score by name, 0 to 1.

    Args:
        data: The folder of the development sets; this one reads ``gum/gum_open_genres.tar.xz`` in it.

    Raises:
        FileNotFoundError: The set is not there.
    """
    scores = scored(data)
    measured: dict[str, float] = {}
    for name in (*SUBSETS, *(f"{subset} / news" for subset in SUBSETS)):
        tally = scores.tallies[name]
        measured |= {f"{name}, P": tally.precision, f"{name}, R": tally.recall, f"{name}, F": tally.f1}
    return {
        **measured,
        "positive held as said, R": scores.share("positive", "said"),
        "negative not shown as said, share": scores.share("negative", "open", "none"),
        "negative shown as open, R": scores.share("negative", "open"),
    }


def table(scores: Scores) -> str:
    """Return the scores for reading."""
    lines = [f"{'attribution':40} {'P':>6} {'R':>6} {'F':>6} {'read':>6} {'gold':>6}"]
    for name, t in sorted(scores.tallies.items()):
        lines.append(f"{name:40} {t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f} {t.read:6} {t.gold:6}")
    lines.append(f"{'relation shown as':40} " + " ".join(f"{outcome:>6}" for outcome in OUTCOMES))
    for kind, shown in scores.shown.items():
        lines.append(f"{kind:40} " + " ".join(f"{shown[outcome]:6}" for outcome in OUTCOMES))
    return "\n".join(lines)


def main() -> None:
    """Print precision, recall and F of positive attribution, and as what negative attribution is shown."""
    parser = argparse.ArgumentParser(description="Score attribution on GUM.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the development sets")
    print(table(scored(parser.parse_args().data)))


if __name__ == "__main__":
    main()
