"""Score attribution on PolNeAR dev: who says what, and by which word.

    python -m evaluation.corpora.polnear --data FOLDER

``FOLDER`` holds ``polnear/polnear_train_dev.tar.xz``. The set is press text without a licence: it is measured, never
copied and never trained on; nothing here writes any of it down.

PolNeAR labels a word once and an utterance once, so what was read is first put into its terms: pieces of one utterance
are joined, an attribution inside another's content is left out, and a content takes in its conjunction, quotation marks
and final stop. A reported attribution is found where its content overlaps an annotated one by half (intersection over
union of code points) and the sources share a word, or neither has one. The *reporting* rows keep attributions whose cue
holds a word of saying; the others are attitudes, beliefs and decisions, which the record leaves out on purpose.
"""

import argparse
import io
import re
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from onrecord.model.span import Span
from onrecord.reading.attribution.read import read_reports
from onrecord.reading.backends import spacy as backend

__all__ = ["Attribution", "Tally", "annotated", "found", "score"]

ARCHIVE = "polnear_train_dev.tar.xz"
ENOUGH = 0.5
"""Intersection over union that two contents need to be one."""
REPORTING = re.compile(
    r"\b(sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|according|report\w*|accus\w*|den(?:y|ies|ied|ying)|claim\w*|"
    r"announc\w*|stat(?:e|es|ed|ing|ement)|add(?:s|ed|ing)?|not(?:e|es|ed|ing)|warn\w*|argu\w*|insist\w*|"
    r"declar\w*|alleg\w*|acknowledg\w*|admit\w*|conced\w*|confirm\w*|explain\w*|wr(?:ite|ites|ote|iting)|"
    r"testif\w*|assert\w*|suggest\w*|describ\w*|call(?:s|ed|ing)?|ask(?:s|ed|ing)?|repl(?:y|ied|ies)|respond\w*|"
    r"tweet\w*|quot\w*|mention\w*|point\w* out|recall\w*|predict\w*|urg\w*|vow\w*|promis\w*|pledg\w*)\b",
    re.IGNORECASE,
)
"""Cues by which something is said: the same list for the annotation and for what was read."""
OPENING = re.compile(r"(?:\A|(?<=\s))((?:that |to |how |why |whether |if )?[\"“‘']?)\Z")
CLOSING = re.compile(r"[.,!?]?[\"”’']?")
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "you", "who", "him", "her", "them", "us", "me"})

Characters = frozenset[int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution as sets of code points; an empty source is none.

    Attributes:
        source: Who.
        cue: By which words.
        content: What.
        cue_words: The cue as text.
        kind: ``direct``, ``indirect`` or ``mixed``, by the quotation marks of its content.
        who: ``none``, ``pronoun`` or ``named``.
    """

    source: Characters
    cue: Characters
    content: Characters
    cue_words: str
    kind: str
    who: str

    @property
    def reporting(self) -> bool:
        """Whether the cue is one of saying."""
        return REPORTING.search(self.cue_words) is not None


@dataclass(slots=True)
class Tally:
    """Hits among what was read and among what is annotated; the two may differ where one matches several."""

    read: int = 0
    right: int = 0
    gold: int = 0
    hit: int = 0

    @property
    def precision(self) -> float:
        """Share of what was read that is right, 0 to 1."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found, 0 to 1."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def annotated(text: str, annotation: str) -> list[Attribution]:
    """Return the attributions of a brat stand-off file; discontinuous spans are sets of code points."""
    spans: dict[str, Characters] = {}
    for line in annotation.splitlines():
        if line.startswith("T"):
            name, where, _ = line.split("\t", 2)
            ranges = [tuple(map(int, r.split())) for r in where.split(" ", 1)[1].split(";")]
            spans[name] = frozenset(i for start, end in ranges for i in range(start, end) if not text[i].isspace())
    found_ = []
    for line in annotation.splitlines():
        if not line.startswith("E"):
            continue
        parts: dict[str, Characters] = {}
        for role in line.split("\t", 1)[1].split()[1:]:
            name, _, span = role.partition(":")
            key = name.rstrip("0123456789")
            parts[key] = parts.get(key, frozenset()) | spans.get(span, frozenset())
        if parts.get("Content"):
            none: Characters = frozenset()
            found_.append(_attribution(text, parts.get("Source", none), parts.get("Cue", none), parts["Content"]))
    return found_


def found(text: str) -> list[Attribution]:
    """Return the attributions that onrecord reads in a text, without what it leaves to the narrator."""
    doc = backend.parse(backend.load(), text)
    pieces: dict[tuple[int, Span | None], list[Span]] = {}
    cues: dict[tuple[int, Span | None], Span] = {}
    for report in read_reports(doc):
        if report.content is not None:
            pieces.setdefault((report.cue_head, report.source), []).append(report.content)
            cues[report.cue_head, report.source] = report.cue
    whole = {key: _joined(text, [_widened(text, piece) for piece in spans], cues[key]) for key, spans in pieces.items()}
    outermost = {
        key: content
        for key, content in whole.items()
        if not any(other != key and _points(text, cues[key]) <= holding for other, holding in whole.items())
    }
    return [
        _attribution(text, _points(text, source), _points(text, cues[head, source]), content)
        for (head, source), content in outermost.items()
    ]


def _widened(text: str, span: Span) -> Span:
    """Take in what PolNeAR counts to a content: "that" or "to" before it, its quotation marks, its stop."""
    start, end = span.start, span.end
    before = OPENING.search(text, max(0, start - 12), start)
    if before is not None:
        start = before.start(1)
    after = CLOSING.match(text, end)
    return Span(start, after.end() if after is not None else end)


def _joined(text: str, pieces: list[Span], cue: Span) -> Characters:
    """Return the code points of an utterance, without its own cue."""
    points = frozenset[int]().union(*(_points(text, piece) for piece in pieces))
    return points - _points(text, cue)


def _points(text: str, span: Span | None) -> Characters:
    if span is None:
        return frozenset()
    return frozenset(i for i in range(span.start, span.end) if not text[i].isspace())


def _attribution(text: str, source: Characters, cue: Characters, content: Characters) -> Attribution:
    quoted = _quoted(text, content)
    kind = "direct" if quoted > 0.9 else "mixed" if quoted > 0 else "indirect"
    name = "".join(text[i] for i in sorted(source)).lower()
    who = "none" if not source else "pronoun" if name in PRONOUNS else "named"
    words = text[min(cue) : max(cue) + 1] if cue else ""
    return Attribution(source, cue, content, words, kind, who)


def _quoted(text: str, content: Characters) -> float:
    """Return the share of a content that stands between quotation marks of its own paragraph."""
    inside: set[int] = set()
    for match in re.finditer(r'"[^"\n]+"|“[^”\n]+”?', text):
        inside.update(range(match.start(), match.end()))
    return len(content & inside) / len(content) if content else 0.0


def _overlap(one: Characters, other: Characters) -> float:
    return len(one & other) / len(one | other) if one and other else 0.0


def _content(one: Attribution, other: Attribution) -> bool:
    return _overlap(one.content, other.content) >= ENOUGH


def _whole(one: Attribution, other: Attribution) -> bool:
    return _content(one, other) and (bool(one.source & other.source) or not (one.source or other.source))


def _part(name: str, *, exact: bool) -> Callable[[Attribution, Attribution], bool]:
    def same(one: Attribution, other: Attribution) -> bool:
        a, b = getattr(one, name), getattr(other, name)
        return bool(a) and (a == b if exact else bool(a & b))

    return same


MEASURES: dict[str, Callable[[Attribution, Attribution], bool]] = {
    "whole attribution": _whole,
    "content, half": _content,
    **{f"{part}, exact": _part(part, exact=True) for part in ("source", "cue", "content")},
    **{f"{part}, touched": _part(part, exact=False) for part in ("source", "cue")},
}
WHOLE = "whole attribution"


def score(pairs: Iterable[tuple[list[Attribution], list[Attribution]]]) -> dict[str, Tally]:
    """Return the tallies by measure; the rows after a slash are subsets of the whole attribution.

    Args:
        pairs: For each article what was read and what is annotated.
    """
    tallies: dict[str, Tally] = {}
    for read, gold in pairs:
        for name, same in MEASURES.items():
            _count(tallies.setdefault(name, Tally()), read, gold, gold, read, same)
        for subset, chosen in _subsets():
            kept_read, kept_gold = [a for a in read if chosen(a)], [a for a in gold if chosen(a)]
            _count(tallies.setdefault(f"{WHOLE} / {subset}", Tally()), kept_read, kept_gold, gold, read, _whole)
    return tallies


def _subsets() -> Iterator[tuple[str, Callable[[Attribution], bool]]]:
    yield "reporting cues", lambda a: a.reporting
    for kind in ("direct", "indirect", "mixed"):
        yield kind, lambda a, kind=kind: a.kind == kind  # type: ignore[misc]
    for who in ("pronoun", "named", "none"):
        yield f"source {who}", lambda a, who=who: a.who == who  # type: ignore[misc]


def _count(
    tally: Tally,
    read: list[Attribution],
    gold: list[Attribution],
    all_gold: list[Attribution],
    all_read: list[Attribution],
    same: Callable[[Attribution, Attribution], bool],
) -> None:
    """Add one article: what was read of a subset is right where any annotation has it, and the other way about."""
    tally.read += len(read)
    tally.right += sum(any(same(r, g) for g in all_gold) for r in read)
    tally.gold += len(gold)
    tally.hit += sum(any(same(r, g) for r in all_read) for g in gold)


def articles(folder: Path, part: str) -> Iterator[tuple[str, str, str]]:
    """Yield name, text and annotation of each article of a part.

    Raises:
        FileNotFoundError: The folder does not hold the archive.
    """
    with tarfile.open(folder / ARCHIVE) as archive:
        files = {
            PurePosixPath(m.name): m
            for m in archive.getmembers()
            if m.isfile() and PurePosixPath(m.name).match(f"{part}/*/*")
        }

        def content(name: PurePosixPath) -> str:
            handle = archive.extractfile(files[name])
            return io.TextIOWrapper(handle, encoding="utf-8", newline="").read() if handle is not None else ""

        texts = {p.stem: p for p in files if p.suffix == ".txt"}
        for path in sorted(p for p in files if p.suffix == ".ann"):
            stem = path.stem if path.stem in texts else path.stem.rsplit("_", 1)[0]
            if stem in texts:
                yield stem, content(texts[stem]), content(path)


def table(tallies: dict[str, Tally]) -> str:
    """Return precision, recall and F by measure, for reading."""
    lines = [f"{'measure':40} {'P':>6} {'R':>6} {'F':>6} {'read':>6} {'gold':>6}"]
    for name, t in tallies.items():
        lines.append(f"{name:40} {t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f} {t.read:6} {t.gold:6}")
    return "\n".join(lines)


def measure(data: Path) -> dict[str, float]:
    """Return every score by name, 0 to 1.

    Args:
        data: The folder of the development sets; this one reads ``polnear/polnear_train_dev.tar.xz`` in it.

    Raises:
        FileNotFoundError: The set is not there.
    """
    tallies = score((found(text), annotated(text, gold)) for _, text, gold in articles(data / "polnear", "dev"))
    return {f"{name}, F": tally.f1 for name, tally in tallies.items()}


def main() -> None:
    """Print precision, recall and F by measure."""
    parser = argparse.ArgumentParser(description="Score attribution on PolNeAR dev.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the development sets")
    folder = parser.parse_args().data / "polnear"
    print(table(score((found(text), annotated(text, gold)) for _, text, gold in articles(folder, "dev"))))


if __name__ == "__main__":
    main()
