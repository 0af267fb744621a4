"""Quotation marks in a text: which stretches stand in them (METHOD A11, direct speech)."""

import re
from dataclasses import dataclass

from onrecord.model.span import Span

__all__ = ["Quotation", "quotations"]

MARK = re.compile(r"[\"“”„‟«»]|(?<![^\s(\[“\"—–-])[‘'`](?=[^\s'’])|[’'](?![^\W_])")
"""Double marks anywhere; single ones only where they can open (before a word) or close (after one): no apostrophe."""

OPENING = "“„‟«‘`"
SINGLE = "‘’'`"
CLOSERS = {"“": '”“"', "„": "“”", "‟": "”", "«": "»", "»": "«", '"': '"”', "‘": "’'", "'": "'’", "`": "'’"}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        outer: The words with their marks.
        inner: The words without them.
        closed: False where the paragraph ends inside and the next one goes on with a mark of its own.
    """

    outer: Span
    inner: Span
    closed: bool = True


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text in order; nested ones lie within them.

    A paragraph that leaves a mark open counts as quoted to its end only where the next paragraph opens with one, as
    print convention has it; otherwise its last, odd mark is dropped and spoils nothing else.
    """
    text = _single_marks(text)
    paragraphs = [(m.start(), m.end()) for m in re.finditer(r"[^\n]*[^\s][^\n]*", text)]
    found: list[Quotation] = []
    for number, (start, end) in enumerate(paragraphs):
        follows = number + 1 < len(paragraphs) and text[paragraphs[number + 1][0] :].lstrip()[:1] in '“"„«‘'
        found.extend(_paragraph(text, start, end, continued=follows))
    return tuple(found)


def _single_marks(text: str) -> str:
    """Write a mark made of two apostrophes as one, at the same length: wire copies have them."""
    if "''" not in text:
        return text
    return re.sub(r"(^|\s|\()?''", lambda m: f'{m.group(1)} "' if m.group(1) is not None else '" ', text)


def _paragraph(text: str, start: int, end: int, *, continued: bool) -> list[Quotation]:
    marks = [m.start() for m in MARK.finditer(text, start, end)]
    found: list[Quotation] = []
    index = 0
    while index < len(marks):
        opened = marks[index]
        index += 1
        if not _opens(text, opened, start):
            continue
        closing = next((m for m in marks[index:] if _closes(text, opened, m)), None)
        if closing is not None:
            found.append(Quotation(Span(opened, closing + 1), Span(opened + 1, closing)))
            while index < len(marks) and marks[index] <= closing:
                index += 1
        elif continued and text[opened] not in SINGLE:
            stop = start + len(text[start:end].rstrip())
            found.append(Quotation(Span(opened, stop), Span(opened + 1, stop), closed=False))
            break
    return found


def _opens(text: str, at: int, start: int) -> bool:
    mark = text[at]
    if mark in OPENING:
        return True
    if mark not in "\"'":
        return False
    before, after = text[at - 1 : at] if at > start else "", text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-:/‘'“") and bool(after) and not after.isspace()


def _closes(text: str, opened: int, at: int) -> bool:
    if text[at] not in CLOSERS[text[opened]] or at == opened + 1:
        return False
    if text[at] in "\"'“" and text[at - 1].isspace():
        return False
    # ’ after an s may be a plural's apostrophe: believed to close only after punctuation or where a clause can end
    return (
        text[opened] not in SINGLE
        or text[at - 1] in ".,!?…"
        or text[at - 1] not in "sS"
        or text[at + 1 : at + 2] in ".,;:"
    )
