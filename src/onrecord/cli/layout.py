"""Columns of text that wrap inside themselves; no colour is needed to read them."""

import re
from collections.abc import Iterable, Sequence
from textwrap import wrap

__all__ = ["beside", "clean", "widths"]

GAP = 2
"""Blank columns between two columns of text."""

NARROWEST = 8
"""Columns that a column of text has at least, however narrow the page."""

UNPRINTABLE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""What a report may hold and a terminal must not see: control codes, and marks that turn the direction of text."""


def clean(text: str) -> str:
    """Return text that is safe to print; a report must not be able to steer the terminal of whoever reads it."""
    return UNPRINTABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def widths(total: int, shares: Sequence[int]) -> list[int]:
    """Divide the width of a page among columns, in these shares, with the gaps between them taken off.

    >>> widths(104, [2, 1, 1])
    [50, 25, 25]
    """
    room = total - GAP * (len(shares) - 1)
    columns = [max(NARROWEST, room * share // sum(shares)) for share in shares]
    columns[-1] = max(NARROWEST, room - sum(columns[:-1]))
    return columns


def beside(cells: Iterable[Sequence[str]], columns: Sequence[int]) -> list[str]:
    """Set cells side by side, each wrapped to its column.

    Args:
        cells: The paragraphs of each cell.
        columns: The width of each.
    """
    wrapped = [
        [line for paragraph in cell for line in _hanging(paragraph, width)]
        for cell, width in zip(cells, columns, strict=True)
    ]
    height = max((len(cell) for cell in wrapped), default=0)
    lines = []
    for number in range(height):
        parts = [
            (cell[number] if number < len(cell) else "").ljust(width)
            for cell, width in zip(wrapped, columns, strict=True)
        ]
        lines.append((" " * GAP).join(parts).rstrip())
    return lines


def _hanging(paragraph: str, width: int) -> list[str]:
    return wrap(clean(paragraph), width, subsequent_indent=" ", break_on_hyphens=False)
