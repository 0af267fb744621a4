"""Score how firmly a perpetrator is held to have done it, on MUC-4: slot 11, the confidence of the organisation.

    python -m evaluation.corpora.muc --data FOLDER [--part dev]

``FOLDER`` holds ``muc4/muc4_dev_tst1_tst2.tar.xz``; texts and keys are read in place, and nothing here writes any of
them down.

The key gives each organisation one of four confidences: *fact* (reported as fact), *accused* (suspected or accused, by
authorities or others), *claimed* (claimed or admitted) and *possible*. ACQUITTED is left out: the record acquits
nobody. Optional fillers and those of optional templates are not required; where the key allows several confidences any
is right.

A perpetrator is *found* where a claim names it: as perpetrator or alleged perpetrator, or as the speaker who admits
the deed. A name is the key's where they share a word that is not generic ("front", "army"); a name of generic words
alone must stand whole. Among the claims that name it, those whose words or neighbourhood mention what the key says was
hit go first.

Each claim gives a class by `claim_class`, and the first of claimed, accused, fact, possible that any gives is the
answer. The rule was made on the development part; `evaluation/README.md` says what was seen of TST1 and TST2 when.
"""

import argparse
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from evaluation.corpora.muc_keys import Filler, Report, fillers, folder_texts, reports
from evaluation.corpora.true_case import Caser
from onrecord.claims.assemble import assemble
from onrecord.model.attribution import Voice
from onrecord.model.claim import Claim
from onrecord.model.document import Basis, Document, Stated, TextLayer
from onrecord.model.event import Role
from onrecord.model.factuality import Modality
from onrecord.model.ids import sha256_hex
from onrecord.reading.reader import Reader

__all__ = ["Judged", "Scores", "claim_class", "document", "judged", "measure", "score", "summary"]

CLASSES = ("claimed", "accused", "fact", "possible")
"""In the order in which one claim's answer goes before another's."""
GENERIC = frozenset({
    "action", "administration", "alliance", "armed", "army", "assassins", "battalion", "cells", "column", "columns",
    "command", "commando", "commandos", "department", "detachment", "division", "elements", "extreme", "faction",
    "factions", "fighters", "force", "forces", "front", "general", "government", "group", "groups", "guerrilla",
    "guerrillas", "left", "leftist", "leftists", "liberation", "member", "members", "military", "militia",
    "movement", "national", "of", "organization", "organizations", "party", "patriotic", "paramilitary", "people's",
    "personnel", "police", "popular", "rebel", "rebels", "regime", "revolutionary", "right", "rightist",
    "rightists", "sector", "sectors", "security", "soldiers", "squads", "subversive", "subversives", "terrorist",
    "terrorists", "troops", "unit", "units", "urban",
})  # fmt: skip
"""Words that name no body by themselves."""
EMPTY = frozenset(
    {"the", "of", "a", "an", "and", "in", "for", "to", "de", "del", "la", "el", "los", "las", "from", "by", "on"}
)
NEAR = 250
"""Code points on both sides of a claim's words within which what was hit may be mentioned."""
OWNED = frozenset({Modality.ADMITTED, Modality.ASSERTED, Modality.CONFIRMED})
"""What a speaker says of its own deed; what it announces is not done."""
BLAMED = frozenset({Modality.ACCUSED, Modality.ALLEGED, Modality.REPORTED, Modality.ASSESSED, Modality.DENIED})
"""Acts by which somebody is held to have done it; a denial presupposes that somebody was.

To condemn is not among them: it takes for a fact that it was done (METHOD B4)."""
LAID = re.compile(r"\b(?:responsib\w+|behind|work of|involve\w*|implicat\w*|linked)\b")
"""Words that lay a deed to somebody rather than tell it."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One required perpetrator and what was read of it.

    Attributes:
        gold: The classes that the key allows, the preferred one first.
        read: The class that the claims give, or None where none names it.
    """

    gold: tuple[str, ...]
    read: str | None

    @property
    def truth(self) -> str:
        """The class it counts under: what was read where the key allows it, else the preferred one."""
        return self.read if self.read in self.gold else self.gold[0]


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts of one class among the found.

    Attributes:
        right: Read and true.
        read: Read.
        gold: True.
    """

    right: int
    read: int
    gold: int

    @property
    def precision(self) -> float:
        """Share of what was read that is true, 0 to 1."""
        return self.right / self.read if self.read else 0.0

    @property
    def recall(self) -> float:
        """Share of what is true that was read, 0 to 1."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def words(name: str) -> frozenset[str]:
    """Return the words of a name that mean something, small and without a possessive."""
    found = (re.sub(r"['’]s?\Z", "", w) for w in re.findall(r"[^\W_][\w'’-]*", name.lower()))
    return frozenset(w for w in found if w not in EMPTY)


def named(names: Iterable[str], said: str) -> bool:
    """Tell whether words of the record name the key's perpetrator.

    Args:
        names: What the key calls it.
        said: What the record calls somebody.
    """
    have = words(said)
    for name in map(words, names):
        own = name - GENERIC
        if own & have or (name and not own and name <= have):
            return True
    return False


def claim_class(claim: Claim, names: Iterable[str]) -> str | None:
    """Return the class that one claim gives a perpetrator, or None where it does not name it.

    Args:
        claim: From the record.
        names: What the key calls the perpetrator.
    """
    names = tuple(names)
    roles = {p.role for p in claim.participants if p.role.blames and named(names, p.name)}
    itself = any(named(names, speaker.name) for speaker in claim.attribution.origin.speakers)
    if not roles and not (itself and claim.modality is Modality.ADMITTED):
        return None
    certainty = claim.factuality[0].value
    if itself and claim.modality in OWNED:
        return "claimed"
    unrealised = claim.modality.unrealised or (itself and claim.modality is Modality.ANNOUNCED)
    if unrealised or claim.modality is Modality.UNKNOWN_STATED or certainty.startswith("PS"):
        return "possible"
    if claim.modality in BLAMED or certainty.startswith("PR"):
        return "accused"
    if claim.attribution.voice is Voice.NARRATOR:
        return "fact" if Role.PERPETRATOR in roles else "accused"
    other = claim.modality is Modality.ADMITTED  # an admission for somebody else accuses that somebody
    return "accused" if other or LAID.search(claim.evidence.exact) else "fact"


def judged(filler: Filler, claims: Iterable[Claim], text: str) -> Judged:
    """Return a perpetrator of the key with the class that the record gives it.

    Args:
        filler: From the key.
        claims: What was read in the message.
        text: The message as it was read.
    """
    found = [(claim, kind) for claim in claims if (kind := claim_class(claim, filler.names)) is not None]
    targets = frozenset[str]().union(*map(words, filler.targets)) - GENERIC
    near = [(c, k) for c, k in found if targets & words(text[max(0, c.evidence.start - NEAR) : c.evidence.end + NEAR])]
    kinds = {kind for _, kind in near or found}
    return Judged(filler.classes, next((kind for kind in CLASSES if kind in kinds), None))


def score(all_judged: Iterable[Judged]) -> dict[str, Scores]:
    """Return the counts of each class among the found."""
    found = [j for j in all_judged if j.read is not None]
    return {
        kind: Scores(
            sum(j.read == kind == j.truth for j in found),
            sum(j.read == kind for j in found),
            sum(j.truth == kind for j in found),
        )
        for kind in CLASSES
    }


def summary(all_judged: list[Judged]) -> dict[str, float]:
    """Return every score by name, 0 to 1; macro F is the mean over the four classes."""
    kinds = score(all_judged)
    found = [j for j in all_judged if j.read is not None]
    return {
        "perpetrators found, recall": len(found) / len(all_judged) if all_judged else 0.0,
        "confidence given found, macro F": sum(s.f1 for s in kinds.values()) / len(kinds),
        "confidence given found, accuracy": sum(j.read in j.gold for j in found) / len(found) if found else 0.0,
        **{f"confidence given found, {kind}, F": s.f1 for kind, s in kinds.items()},
    }


def document(report: Report, caser: Caser) -> Document:
    """Return a message as the reader takes it: true-cased, dated by its dateline, from an outlet without a name.

    Args:
        report: The message.
        caser: Learned on the development part.
    """
    text = caser.cased(report.text)
    return Document(
        name=report.name,
        capture_sha256=sha256_hex(text.encode()),
        layer=TextLayer(text, "plain", "1"),
        outlet=Stated("newswire", Basis.OPTION),
        published=report.published,
        published_basis=Basis.DATELINE if report.published is not None else None,
        language="en",
    )


def read(data: Path, part: str) -> list[Judged]:
    """Return every required perpetrator of a part with what was read of it.

    Args:
        data: The folder of the development sets.
        part: ``dev``, ``tst1`` or ``tst2``.

    Raises:
        FileNotFoundError: The set is not there.
    """
    folder = data / "muc4"
    learned, _ = folder_texts(folder, "dev")
    caser = Caser.learned([learned])
    texts, keys = folder_texts(folder, part)
    gold = fillers(keys)
    reader = Reader.open()
    found: list[Judged] = []
    for report in reports(texts):
        required = [f for f in gold.get(report.name, []) if not f.optional]
        if not required:
            continue
        made = document(report, caser)
        claims = assemble(made, reader.read(made)).claims if made.text.strip() else ()
        found += [judged(filler, claims, made.text) for filler in required]
    return found


def table(all_judged: list[Judged]) -> str:
    """Return the scores and the counts of each class, for reading."""
    lines = [f"{name:44} {value:6.3f}" for name, value in summary(all_judged).items()]
    found = sum(j.read is not None for j in all_judged)
    lines += [f"{found} of {len(all_judged)} found", f"{'class':10} {'P':>6} {'R':>6} {'F':>6} right  read  gold  all"]
    for kind, s in score(all_judged).items():
        required = sum(j.gold[0] == kind for j in all_judged)
        lines.append(
            f"{kind:10} {s.precision:6.3f} {s.recall:6.3f} {s.f1:6.3f} {s.right:5} {s.read:5} {s.gold:5} {required:4}"
        )
    return "\n".join(lines)


def measure(data: Path) -> dict[str, float]:
    """Return every score on TST1 and TST2 together by name, 0 to 1.

    Args:
        data: The folder of the development sets; this one reads ``muc4/muc4_dev_tst1_tst2.tar.xz`` in it.

    Raises:
        FileNotFoundError: The set is not there.
    """
    return summary(read(data, "tst1") + read(data, "tst2"))


def main() -> None:
    """Print the scores and the counts of each class."""
    parser = argparse.ArgumentParser(description="Score the confidence of perpetrators on MUC-4.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the development sets")
    parser.add_argument("--part", choices=("dev", "test"), default="test", help="test is TST1 and TST2 together")
    options = parser.parse_args()
    parts = ("dev",) if options.part == "dev" else ("tst1", "tst2")
    print(table([one for part in parts for one in read(options.data, part)]))


if __name__ == "__main__":
    main()
