"""Build the gold of the evaluation reports from their annotations.

A report is annotated in ``evaluation/reports/<set>/<id>.yml``: its metadata, its text and, claim by claim, the words
of each field. This script finds the words, so no offset is written by hand, checks them, and writes what the scorers
read: ``<id>.txt``, ``documents.jsonl``, ``claims_gold.jsonl`` and ``registries.json``.

    python -m evaluation.annotate            # write
    python -m evaluation.annotate --check    # exit 1 where the files on disk differ

The words of a field are looked for inside the claim's evidence, then in the whole text. ``word@2`` means its second
occurrence there. The short keys of a claim are explained in ``evaluation/README.md``.
"""

import argparse
import json
import re
import sys
from pathlib import Path
from typing import Any

import yaml

SETS = tuple(sorted(path.parent for path in (Path(__file__).parent / "reports").glob("*/registries.yml")))
"""The folders of annotated reports."""
NTH = re.compile(r"^(?P<words>.+)@(?P<nth>\d+)$", re.DOTALL)
KEYS = {"ev", "tr", "cue", "ct", "by", "voice", "style", "scope", "mod", "pol", "type", "part", "at", "t", "q"}
KEYS |= {"tier", "accept", "note"}

Json = dict[str, Any]
Found = tuple[int, int]


class Loader(yaml.SafeLoader):
    """YAML whose dates stay the words that were written."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in pairs if tag != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class AnnotationError(Exception):
    """The annotation names words that the text does not have, or a key or registry entry that does not exist."""


def locate(text: str, words: str, within: Found) -> Found:
    """Return where the words stand inside a range of the text, or else in all of it.

    Raises:
        AnnotationError: The words are absent, or they occur more than once and no ``@n`` picks one.
    """
    match = NTH.match(words)
    wanted, nth = (match["words"], int(match["nth"])) if match else (words, None)
    for low, high in (within, (0, len(text))):
        pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
        found = [(m.start(), m.end()) for m in pattern.finditer(text, low, high)]
        if nth is not None and len(found) >= nth:
            return found[nth - 1]
        if len(found) == 1 and nth is None:
            return found[0]
        if len(found) > 1:
            msg = f"{wanted!r} occurs {len(found)} times; write {wanted}@n"
            raise AnnotationError(msg)
    msg = f"{words!r} is not in the text"
    raise AnnotationError(msg)


def span(text: str, words: str | None, within: Found) -> Json | None:
    """Return the words as a span of the text, or None where the annotation names none."""
    if words is None:
        return None
    start, end = locate(text, words, within)
    return {"start": start, "end": end, "exact": text[start:end]}


class Annotator:
    """Turns the annotation of one report into gold claims."""

    def __init__(self, report: Json, registries: Json) -> None:
        """Keep the report and the registries its ids must come from."""
        self.report, self.registries = report, registries
        self.text: str = report["text"].rstrip("\n") + "\n"

    def actor(self, identifier: str) -> str:
        """Return a registered actor's id.

        Raises:
            AnnotationError: No registry has it.
        """
        if identifier not in self.registries["actors"] and identifier not in self.registries["outlets"]:
            msg = f"no actor {identifier}"
            raise AnnotationError(msg)
        return identifier

    def chain(self, hops: list[list[Any]], within: Found) -> list[Json]:
        """Return the chain from origin to publisher; a hop is ``[actor or actors, words or null]``."""
        chain: list[Json] = []
        for place, (actors, words) in enumerate(hops):
            ids = [self.actor(a) for a in (actors if isinstance(actors, list) else [actors])]
            hop = "origin" if place == 0 else "relay"
            chain.append({"hop": hop, "actors": ids, "mention": span(self.text, words, within)})
        return [*chain, {"hop": "publisher", "actors": [self.actor(self.report["publisher"])]}]

    def attribution(self, claim: Json, within: Found) -> Json:
        """Return voice, style, scope and chain; a claim without ``by`` is the narrator's."""
        voice = claim.get("voice", "attributed" if "by" in claim else "narrator")
        style = claim.get("style", "narrator" if voice == "narrator" else "indirect")
        scope = claim.get("scope", "explicit")
        return {"voice": voice, "style": style, "scope": scope, "chain": self.chain(claim.get("by", []), within)}

    def place(self, entry: list[Any], within: Found) -> Json:
        """Return a place; ``[place, words]``, or ``[place, null]`` where it is inferred.

        Raises:
            AnnotationError: The registry has no such place.
        """
        identifier, words = entry
        if identifier not in self.registries["places"]:
            msg = f"no place {identifier}"
            raise AnnotationError(msg)
        return {"place": identifier, "mention": span(self.text, words, within), "inferred": words is None}

    def time(self, claim: Json, within: Found) -> Json | None:
        """Return the interval; ``state`` holds up to the document date, null is no time at all."""
        value = claim["t"]
        if value is None:
            return None
        day = self.report["published"][:10]
        start, end, precision, words = [None, day, "open_start", None] if value == "state" else value
        return {"start": start, "end": end, "precision": precision, "expression": span(self.text, words, within)}

    def quantity(self, entry: list[Any], within: Found) -> Json:
        """Return a quantity; ``[kind, low, high, words]``, or ``[kind, unknown, words]``."""
        if entry[1] == "unknown":
            kind, _, words = entry
            return {"kind": kind, "low": None, "high": None, "unknown": True, "mention": span(self.text, words, within)}
        kind, low, high, words = entry
        return {"kind": kind, "low": low, "high": high, "unknown": False, "mention": span(self.text, words, within)}

    def participant(self, entry: list[Any], within: Found) -> Json:
        """Return a participant; ``[role, actor, words, status]``, status ``stated`` where left out."""
        role, actor, words, *status = entry
        mention = span(self.text, words, within)
        return {"role": role, "actor": self.actor(actor), "mention": mention, "status": (status or ["stated"])[0]}

    def claim(self, number: int, claim: Json) -> Json:
        """Return one gold claim.

        Raises:
            AnnotationError: It has an unknown key, or one of its words cannot be found.
        """
        if unknown := set(claim) - KEYS:
            msg = f"unknown keys {sorted(unknown)}"
            raise AnnotationError(msg)
        within = locate(self.text, claim["ev"], (0, len(self.text)))
        return {
            "id": f"{self.report['id']}-c{number:02d}",
            "document_id": self.report["id"],
            "tier": claim.get("tier", "core"),
            "evidence": span(self.text, claim["ev"], within),
            "content": span(self.text, claim.get("ct", claim["ev"]), within),
            "cue": span(self.text, claim.get("cue"), within),
            "trigger": span(self.text, claim["tr"], within),
            "attribution": self.attribution(claim, within),
            "modality": claim.get("mod", "ASSERTED"),
            "polarity": claim.get("pol", "+"),
            "event_type": claim["type"],
            "participants": [self.participant(entry, within) for entry in claim.get("part", [])],
            "places": [self.place(entry, within) for entry in claim.get("at", [])],
            "time": self.time(claim, within),
            "quantities": [self.quantity(entry, within) for entry in claim.get("q", [])],
            "accept": claim.get("accept", {}),
            "note": claim.get("note"),
        }

    def claims(self) -> list[Json]:
        """Return every gold claim of the report.

        Raises:
            AnnotationError: With the report and the claim's number in front.
        """
        gold = []
        for number, claim in enumerate(self.report["claims"], start=1):
            try:
                gold.append(self.claim(number, claim))
            except (AnnotationError, KeyError, ValueError) as error:
                msg = f"{self.report['id']} claim {number} ({claim.get('tr')}): {error}"
                raise AnnotationError(msg) from error
        return gold


def read(path: Path) -> Json:
    """Return an annotation file's content."""
    content: Json = yaml.load(path.read_text(encoding="utf-8"), Loader)  # noqa: S506 - a SafeLoader, see above
    return content


def build(folder: Path) -> dict[str, str]:
    """Return the content of every file made from the annotations in a folder, by file name."""
    registries = read(folder / "registries.yml")
    files = {"registries.json": json.dumps(registries, ensure_ascii=False, indent=1, sort_keys=True) + "\n"}
    documents, gold = [], []
    for path in sorted(folder.glob("*.yml")):
        if path.stem == "registries":
            continue
        report = read(path)
        annotator = Annotator(report, registries)
        gold += annotator.claims()
        files[f"{report['id']}.txt"] = annotator.text
        outlet = registries["outlets"][report["publisher"]]["name"]
        documents.append(
            {
                "id": report["id"],
                "text": annotator.text,
                "title": report.get("title"),
                "outlet": outlet,
                "published": report["published"],
                "url": None,
            }
        )
    for name, rows in (("documents.jsonl", documents), ("claims_gold.jsonl", gold)):
        files[name] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    return files


def main() -> int:
    """Write the gold files, or with ``--check`` say which of them are stale."""
    parser = argparse.ArgumentParser(description="Build the gold of the evaluation reports.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 where a file is stale")
    check = parser.parse_args().check
    stale = []
    try:
        files = {folder / name: content for folder in SETS for name, content in build(folder).items()}
    except AnnotationError as error:
        print(error, file=sys.stderr)
        return 2
    for path, content in files.items():
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            stale.append(f"{path.parent.name}/{path.name}")
            if not check:
                path.write_text(content, encoding="utf-8")
    print(f"{'stale' if check else 'written'}: {', '.join(stale) or 'nothing'}")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
