"""The texts and answer keys of MUC-4, read in place from their archive."""

import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

__all__ = ["ARCHIVE", "CLASSES", "Filler", "Report", "fillers", "folder_texts", "report", "reports"]

ARCHIVE = "muc4_dev_tst1_tst2.tar.xz"
CLASSES = {
    "REPORTED AS FACT": "fact",
    "SUSPECTED OR ACCUSED": "accused",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "accused",
    "CLAIMED OR ADMITTED": "claimed",
    "POSSIBLE": "possible",
}
"""The confidences that are scored, in four classes; ``ACQUITTED`` is left out: the ledger acquits nobody."""
MESSAGE = re.compile(r"^((?:DEV|TST\d)-MUC\d-\d+)\b.*$", re.MULTILINE)
TEMPLATE = re.compile(r"^0\.\s+MESSAGE: ID\s+(\S+)", re.MULTILINE)
SLOT = re.compile(r"^(\d+)\.\s+[A-Z ]+: [A-Z ]*?(?:\t| {2,})", re.MULTILINE)
QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
TARGETS = ("12", "18", "19")
"""Slots with the words for what and whom the incident hit."""
DATELINE = re.compile(r"(\d{1,2})\s+([A-Z]{3})\s+(\d{2})\b")
MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
GENERAL = re.compile(r"\[(?:TEXT|SUMMARY|EXCERPTS?)\]")
"""What the header of a message ends with; the words before it are an archivist's."""
HEADER = 600
"""Characters within which the header ends."""
REMARK = re.compile(r"\[(?:BEGIN|END|PASSAGE|CONTINUED|WORDS?|SIC|NO|APPLAUSE|[^\]]{0,40}INDISTINCT)[^\]]*\]")
"""Remarks of the archivist inside a text."""


@dataclass(frozen=True, slots=True)
class Filler:
    """One perpetrator organisation of one incident.

    Attributes:
        names: What the key calls it; any will do.
        classes: The classes that the key allows, the preferred one first.
        optional: Whether leaving it out is right as well.
        incident: ``ATTACK``, ``BOMBING``, ``KIDNAPPING``, ...
        targets: What the key calls those whom and that which it hit.
    """

    names: tuple[str, ...]
    classes: tuple[str, ...]
    optional: bool
    incident: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """One message.

    Attributes:
        name: ``TST1-MUC3-0001``.
        text: Its body, upper case, lines joined, square brackets made round.
        published: The day of its dateline, or None.
    """

    name: str
    text: str
    published: date | None


def report(name: str, raw: str) -> Report:
    """Return a message without its header.

    Args:
        name: Its id.
        raw: Everything after the line with the id.
    """
    dash = raw.find("--", 0, HEADER)
    head, body = (raw[:dash], raw[dash + 2 :]) if dash >= 0 else ("", raw)
    general = GENERAL.search(body, 0, HEADER)
    body = body[general.end() :] if general is not None else body
    paragraphs = (" ".join(part.split()) for part in re.split(r"\n\s*\n", REMARK.sub(" ", body)))
    text = "\n\n".join(p for p in paragraphs if p)
    return Report(name, text.replace("[", "(").replace("]", ")"), _day(head))


def _day(head: str) -> date | None:
    found = DATELINE.search(head)
    if found is None or found[2] not in MONTHS:
        return None
    try:
        return date(1900 + int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def fillers(key: str) -> dict[str, list[Filler]]:
    """Return the perpetrator organisations of each message by its id.

    Args:
        key: An answer key.
    """
    starts = [*TEMPLATE.finditer(key)]
    ends = [m.start() for m in starts[1:]] + [len(key)]
    found: dict[str, list[Filler]] = {}
    for start, end in zip(starts, ends, strict=True):
        found.setdefault(start[1], []).extend(_template(key[start.start() : end]))
    return found


def _template(template: str) -> Iterator[Filler]:
    marks = [*SLOT.finditer(template)]
    ends = [m.start() for m in marks[1:]] + [len(template)]
    slots = {m[1]: template[m.end() : end].strip() for m, end in zip(marks, ends, strict=True)}
    spare = "OPTIONAL" in slots.get("1", "")
    targets = tuple(name for slot in TARGETS for name in QUOTED.findall(slots.get(slot, "")))
    for line in slots.get("11", "").splitlines():
        confidence, colon, names = line.partition(":")
        allowed = [c.strip(" ?()") for c in confidence.split("/")]
        classes = tuple(dict.fromkeys(CLASSES[c] for c in allowed if c in CLASSES))
        called = tuple(QUOTED.findall(names)) or ((names.strip(),) if names.strip() else ())
        if colon and classes and called:
            optional = spare or confidence.strip().startswith("?")
            yield Filler(
                tuple(n.replace('\\"', "") for n in called), classes, optional, slots.get("4", "").strip(), targets
            )


def folder_texts(folder: Path, part: str) -> tuple[str, str]:
    """Return all messages and all keys of a part as two texts.

    Args:
        folder: Holds the archive.
        part: ``dev``, ``tst1`` or ``tst2``.

    Raises:
        FileNotFoundError: It does not.
    """
    texts: list[str] = []
    keys: list[str] = []
    with tarfile.open(folder / ARCHIVE) as archive:
        for member in sorted(archive.getmembers(), key=lambda m: m.name):
            if f"/CORPORA/{part}/" not in member.name or not member.isfile():
                continue
            handle = archive.extractfile(member)
            content = handle.read().decode("latin-1") if handle is not None else ""
            name = member.name.rpartition("/")[2]
            (keys if name.startswith("key-") else texts if name.startswith(part) else []).append(content)
    return "\n".join(texts), "\n".join(keys)


def reports(texts: str) -> Iterator[Report]:
    """Yield the messages of a part."""
    marks = [*MESSAGE.finditer(texts)]
    ends = [m.start() for m in marks[1:]] + [len(texts)]
    for mark, end in zip(marks, ends, strict=True):
        yield report(mark[1], texts[mark.end() : end])
