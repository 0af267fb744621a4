"""Score factuality and reported speech on MEANTIME: is what is ahead, uncertain or denied shown as such?

    python -m evaluation.corpora.meantime --data FOLDER

``FOLDER`` holds ``meantime/meantime_en.tar.xz``: 120 Wikinews articles on companies and markets (CC BY 4.0), each
event mention of the first sentences with its certainty, polarity and time. Most of these events are of kinds that
onrecord does not record, so factuality is judged *given* an event on the same words; how many there are is part of
the score. The articles come as words; they are put together again as text, and nothing here writes any of it down.

Annotated and read events are put into the same classes:

========= ========================================== ===============================================================
axis      annotated                                  read, from the claim that the origin makes
========= ========================================== ===============================================================
polarity  ``NEG``, ``POS``                           ``NEG`` where negated, or denied and not negated; else ``POS``
time      ``FUTURE``, ``NON_FUTURE``                 ``FUTURE`` where planned, predicted, conditional, demanded or
                                                     announced; else ``NON_FUTURE``
certainty ``CERTAIN``; ``HEDGED`` where possible or  ``OPEN`` where conditional, demanded or not known; ``HEDGED``
          probable; ``OPEN`` where underspecified    where predicted, or lowered by a hedge; else ``CERTAIN``:
                                                     plans too
fact      ``COUNTER`` where negated; ``AHEAD`` where the same of the three axes above
          future or not certain; else ``FACT``
========= ========================================== ===============================================================

Because the matched events are too few to judge the rules of factuality by, the rules are also put to every annotated
word as if it named an event of some type; these rows are called *any event*. They tell what the rules are worth on
words for which they were not written.

What a speaker says is taken at the speaker's word, as the annotation does; an axis that was not annotated is left
out. Reported speech is the share of annotated links (a word of saying and the event that it reports) where a report
with that word as its cue holds the event; and, less strictly, where any report holds it.
"""

import argparse
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import Self
from xml.etree.ElementTree import Element, fromstring

from spacy.tokens import Doc

from evaluation.corpora.polnear import Tally
from onrecord.claims.assemble import assemble
from onrecord.claims.chains import enclosing
from onrecord.claims.modality import claim_modality
from onrecord.model.claim import Tier
from onrecord.model.document import Capture, Document, TextLayer
from onrecord.model.factuality import Modality, Polarity, fact_values
from onrecord.model.reading import EventMention, ReportMention
from onrecord.model.span import Span
from onrecord.reading.backends import spacy as backend
from onrecord.reading.events.factuality import clause_factuality
from onrecord.reading.events.triggers import trigger_at
from onrecord.reading.reader import Reader

__all__ = ["Article", "Factuality", "Mention", "Scores", "article", "score"]

ARCHIVE = "meantime_en.tar.xz"
FOLDER = "intra-doc_annotation"
CLASSES = {
    "polarity": ("POS", "NEG"),
    "time": ("NON_FUTURE", "FUTURE"),
    "certainty": ("CERTAIN", "HEDGED", "OPEN"),
    "fact": ("FACT", "AHEAD", "COUNTER"),
}
"""The classes of each axis."""
ANNOTATED_CERTAINTY = {"CERTAIN": "CERTAIN", "POSSIBLE": "HEDGED", "PROBABLE": "HEDGED", "UNDERSPECIFIED": "OPEN"}
AHEAD = frozenset({
    Modality.PLANNED, Modality.PREDICTED, Modality.CONDITIONAL, Modality.DEMANDED, Modality.ANNOUNCED,
})  # fmt: skip
OPEN = frozenset({Modality.CONDITIONAL, Modality.DEMANDED, Modality.UNKNOWN_STATED})
LEFT = frozenset(".,;:!?)]}%’”…") | {"'s", "'S", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'"}
"""Words that stand close to the word before them."""
RIGHT = frozenset("([{$£€#“‘")
"""Words that stand close to the word after them."""
QUOTES = {"``": "“", "''": "”"}


@dataclass(frozen=True, slots=True)
class Factuality:
    """How firmly one event is told; an axis without a value is None.

    Attributes:
        certainty: ``CERTAIN``, ``HEDGED`` or ``OPEN``.
        polarity: ``POS`` or ``NEG``.
        time: ``NON_FUTURE`` or ``FUTURE``.
    """

    certainty: str | None
    polarity: str | None
    time: str | None

    @classmethod
    def annotated(cls, certainty: str | None, polarity: str | None, time: str | None) -> Self:
        """Return the classes of an annotated mention."""
        return cls(
            ANNOTATED_CERTAINTY.get(certainty or ""),
            polarity if polarity in CLASSES["polarity"] else None,
            time if time in CLASSES["time"] else None,
        )

    @classmethod
    def read(cls, modality: Modality, polarity: Polarity, value: str) -> Self:
        """Return the classes of a claim, as its origin makes it.

        Args:
            modality: The claim's.
            polarity: The claim's.
            value: FactBank's for the origin.
        """
        negated = (polarity is Polarity.NEGATIVE) != (modality is Modality.DENIED)
        lowered = {"PS"} if modality is Modality.PLANNED else {"PS", "PR"}
        return cls(
            "OPEN" if modality in OPEN else "HEDGED" if value[:2] in lowered else "CERTAIN",
            "NEG" if negated else "POS",
            "FUTURE" if modality in AHEAD else "NON_FUTURE",
        )

    @property
    def fact(self) -> str | None:
        """One class for the three axes, None where one of them that matters has no value."""
        if self.polarity == "NEG":
            return "COUNTER"
        if self.time == "FUTURE" or self.certainty in {"HEDGED", "OPEN"}:
            return "AHEAD"
        return "FACT" if self.certainty and self.polarity and self.time else None

    def __getitem__(self, axis: str) -> str | None:
        """Return the class on an axis."""
        return {"certainty": self.certainty, "polarity": self.polarity, "time": self.time, "fact": self.fact}[axis]


@dataclass(frozen=True, slots=True)
class Mention:
    """One annotated event mention.

    Attributes:
        span: Its words, from the first to the last.
        factuality: How firmly it is told.
    """

    span: Span
    factuality: Factuality


@dataclass(frozen=True, slots=True)
class Article:
    """One article with its annotation.

    Attributes:
        name: Its file.
        text: Its words, put together.
        mentions: Event mentions by id.
        links: Reported speech: ids of the word of saying and of the event that it reports.
    """

    name: str
    text: str
    mentions: dict[str, Mention]
    links: tuple[tuple[str, str], ...]


def article(name: str, xml: str) -> Article:
    """Return an annotated article; its title and its date stand apart, as in the original."""
    root = fromstring(xml)  # noqa: S314 - a file of the set that the user names
    text, spans = _put_together(root)
    mentions = {}
    for mention in root.iter("EVENT_MENTION"):
        words = [spans[anchor.get("t_id", "")] for anchor in mention.iter("token_anchor")]
        if words:
            fact = Factuality.annotated(*(mention.get(axis) for axis in ("certainty", "polarity", "time")))
            mentions[mention.get("m_id", "")] = Mention(words[0].cover(words[-1]), fact)
    links = tuple(_ends(link) for link in root.iter("SLINK"))
    return Article(name, text, mentions, tuple(link for link in links if set(link) <= set(mentions)))


def _ends(link: Element) -> tuple[str, str]:
    source, target = link.find("source"), link.find("target")
    return (
        source.get("m_id", "") if source is not None else "",
        target.get("m_id", "") if target is not None else "",
    )


def _put_together(root: Element) -> tuple[str, dict[str, Span]]:
    """Return the text of an article and the place of each of its words."""
    text, before, sentence = "", "", 0
    spans = {}
    for token in root.iter("token"):
        word = QUOTES.get(token.text or "", token.text or "")
        here = int(token.get("sentence", "0"))
        if here != sentence and sentence < 2:  # the title and the date are paragraphs
            text += "\n\n"
        elif text and word not in LEFT and before not in RIGHT:
            text += " "
        spans[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
        text, before, sentence = text + word, word, here
    return text, spans


@dataclass(frozen=True, slots=True)
class Read:
    """What was read in one article.

    Attributes:
        events: Trigger and factuality of each event, the first claim where several make it.
        reports: Attributions.
        anywhere: By the id of each mention, the factuality of its word as if it named an event.
    """

    events: tuple[tuple[Span, Factuality], ...]
    reports: tuple[ReportMention, ...]
    anywhere: dict[str, Factuality]


def read(reader: Reader, gold: Article) -> Read:
    """Return what onrecord reads in an article."""
    capture = Capture.of(gold.name, gold.text.encode(), "text/plain", datetime(2026, 1, 1, tzinfo=UTC))
    document = Document(gold.name, capture.sha256, TextLayer(gold.text, "plain", "1"))
    reading = reader.read(document)
    events: dict[Span, Factuality] = {}
    for claim in assemble(document, reading).claims:
        if claim.trigger is None:
            continue
        fact = Factuality.read(claim.modality, claim.polarity, claim.factuality[0].value)
        events.setdefault(claim.trigger.span, fact)
    doc = backend.parse(reader.nlp, gold.text)
    anywhere = {name: _as_event(doc, mention.span, reading.reports) for name, mention in gold.mentions.items()}
    return Read(tuple(events.items()), reading.reports, anywhere)


def _as_event(doc: Doc, span: Span, reports: tuple[ReportMention, ...]) -> Factuality:
    """Return how firmly a word is told, by the same rules as an event's of the record."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None:
        return Factuality(None, None, None)
    trigger = trigger_at(words.root, "")
    fact = clause_factuality(trigger, "", frozenset(report.cue_head for report in reports))
    event = EventMention(
        span, trigger.token.i, "", Tier.CORE, span, polarity=fact.polarity, own_modality=fact.modality, hedge=fact.hedge
    )
    modality = claim_modality(event, next(iter(enclosing(event, reports)), None))
    value = fact_values(modality, fact.polarity, (None,), hedge=fact.hedge)[0].value
    return Factuality.read(modality, fact.polarity, value)


class Confusion:
    """How often a class (first) was read as another (second), by axis."""

    def __init__(self) -> None:
        self.pairs: dict[str, Counter[tuple[str, str]]] = {axis: Counter() for axis in CLASSES}

    def add(self, true: Factuality, said: Factuality) -> None:
        """Count one event; an axis without an annotated value is left out."""
        for axis, pairs in self.pairs.items():
            one, other = true[axis], said[axis]
            if one is not None and other is not None:
                pairs[one, other] += 1

    def tally(self, axis: str, name: str) -> Tally:
        """Return precision and recall of one class of an axis."""
        pairs = self.pairs[axis]
        right = pairs[name, name]
        read_ = sum(n for (_, said), n in pairs.items() if said == name)
        gold = sum(n for (true, _), n in pairs.items() if true == name)
        return Tally(read_, right, gold, right)

    def macro(self, axis: str) -> float:
        """Return the mean F over the classes of an axis that are annotated or read at all."""
        tallies = [self.tally(axis, name) for name in CLASSES[axis]]
        seen = [tally.f1 for tally in tallies if tally.gold or tally.read]
        return sum(seen) / len(seen) if seen else 0.0


class Scores:
    """Counts over articles.

    Attributes:
        annotated: Annotated event mentions.
        matched: Those on whose words an event was read.
        events: Their factuality.
        anywhere: The factuality of all annotated mentions, as if each named an event.
        links: Reported speech: annotated, found by its own cue, held by any report.
    """

    def __init__(self) -> None:
        self.annotated = 0
        self.matched = 0
        self.events = Confusion()
        self.anywhere = Confusion()
        self.links: Counter[str] = Counter()

    def add(self, gold: Article, found: Read) -> None:
        """Count one article."""
        for name, mention in gold.mentions.items():
            self.annotated += 1
            self.anywhere.add(mention.factuality, found.anywhere[name])
            here = next((fact for span, fact in found.events if span.overlaps(mention.span)), None)
            if here is not None:
                self.matched += 1
                self.events.add(mention.factuality, here)
        for source, target in gold.links:
            cue, event = gold.mentions[source].span, gold.mentions[target].span
            holding = [r for r in found.reports if r.content is not None and r.content.overlaps(event)]
            self.links["annotated"] += 1
            self.links["held"] += bool(holding)
            self.links["found"] += any(r.cue.overlaps(cue) for r in holding)

    def rows(self) -> Iterator[tuple[str, Confusion]]:
        """Yield the two sets of events with what is put before their scores."""
        yield "", self.events
        yield "any event: ", self.anywhere

    def share(self, link: str) -> float:
        """Return the share of annotated links that were ``found`` or ``held``."""
        return self.links[link] / self.links["annotated"] if self.links["annotated"] else 0.0


def score(pairs: Iterable[tuple[Article, Read]]) -> Scores:
    """Return the counts over articles and what was read in them."""
    scores = Scores()
    for gold, found in pairs:
        scores.add(gold, found)
    return scores


def articles(folder: Path) -> Iterator[Article]:
    """Yield the articles of the set as annotated document by document.

    Raises:
        FileNotFoundError: The folder does not hold the archive.
    """
    with tarfile.open(folder / ARCHIVE) as archive:
        for member in archive:
            path = PurePosixPath(member.name)
            if member.isfile() and path.suffix == ".xml" and path.parts[0] == FOLDER:
                handle = archive.extractfile(member)
                if handle is not None:
                    yield article(path.stem, handle.read().decode())


def scored(data: Path) -> Scores:
    """Read every article of the set and score it.

    Raises:
        FileNotFoundError: The set is not there.
    """
    (data / "meantime" / ARCHIVE).stat()  # before the reader takes its time to open
    reader = Reader.open()
    return score((gold, read(reader, gold)) for gold in articles(data / "meantime"))


def measure(data: Path) -> dict[str, float]:
    """Return every score by name, 0 to 1.

    Args:
        data: The folder of the development sets; this one reads ``meantime/meantime_en.tar.xz`` in it.

    Raises:
        FileNotFoundError: The set is not there.
    """
    scores = scored(data)
    measured = {"events on annotated words, share": scores.matched / scores.annotated if scores.annotated else 0.0}
    for which, confusion in scores.rows():
        measured |= {f"{which}{axis}, macro F": confusion.macro(axis) for axis in CLASSES}
        measured |= {
            f"{which}{axis} {name}, F": confusion.tally(axis, name).f1
            for axis, names in CLASSES.items()
            for name in names
            if confusion.tally(axis, name).gold
        }
    return {
        **measured,
        "reported speech by its cue, R": scores.share("found"),
        "reported speech, R": scores.share("held"),
    }


def table(scores: Scores) -> str:
    """Return the scores for reading."""
    lines = [f"event mentions {scores.annotated}, with an event read on them {scores.matched}"]
    lines.append(f"{'class':36} {'P':>6} {'R':>6} {'F':>6} {'read':>6} {'gold':>6}")
    for which, confusion in scores.rows():
        for axis, names in CLASSES.items():
            for name in names:
                t = confusion.tally(axis, name)
                label = f"{which}{axis} {name}"
                lines.append(f"{label:36} {t.precision:6.3f} {t.recall:6.3f} {t.f1:6.3f} {t.read:6} {t.gold:6}")
            lines.append(f"{which + axis + ', macro':36} {'':6} {'':6} {confusion.macro(axis):6.3f}")
    lines.append(
        f"reported speech: {scores.links['annotated']} links, R by its cue {scores.share('found'):.3f}, "
        f"by any {scores.share('held'):.3f}"
    )
    return "\n".join(lines)


def main() -> None:
    """Print precision, recall and F by class."""
    parser = argparse.ArgumentParser(description="Score factuality and reported speech on MEANTIME.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the development sets")
    print(table(scored(parser.parse_args().data)))


if __name__ == "__main__":
    main()
