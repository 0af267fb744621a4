"""Standard input as captures: a report in plain text or HTML, or rows of JSON Lines, recognised by how it begins."""

import io
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO, cast

from onrecord.model.document import Capture
from onrecord.model.issue import Issue, Severity
from onrecord.sources.jsonl import read_rows
from onrecord.sources.media import is_row, sniffed_type

__all__ = ["STDIN", "read_stdin"]

STDIN = "-"
"""What users call standard input."""


def read_stdin(stdin: BinaryIO, *, now: datetime, max_bytes: int) -> Iterator[Capture | Issue]:
    """Yield what stands on standard input.

    Args:
        stdin: The bytes, read once from where they stand to their end.
        now: The moment of capture.
        max_bytes: The most bytes of one report or of one row.
    """
    head = first_lines(stdin, max_bytes)
    if is_row(head):
        # The pipe cannot be rewound, so the lines already read are put before the rest; readline is all rows need.
        yield from read_rows(cast("BinaryIO", Rejoined(head, stdin)), STDIN, now=now, max_bytes=max_bytes)
        return
    data = head + stdin.read(max(0, max_bytes + 1 - len(head)))
    if len(data) > max_bytes:
        message = f"Standard input is longer than {max_bytes:,} bytes and was not read; split it, or give rows of JSON."
        yield Issue("file_too_large", message, Severity.ERROR, STDIN)
        return
    yield Capture.of(STDIN, data, sniffed_type(data), now)


def first_lines(stdin: BinaryIO, max_bytes: int) -> bytes:
    """Return everything up to the end of the first line that is not blank."""
    head = b""
    while line := stdin.readline(max_bytes + 1 - len(head)):
        head += line
        if line.strip() or len(head) > max_bytes:
            break
    return head


class Rejoined:
    """Lines that were read already, followed by the stream they came from."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        """Put `head` before `rest`."""
        self._head = io.BytesIO(head)
        self._rest = rest

    def readline(self, limit: int = -1) -> bytes:
        """Return the next line, of at most `limit` bytes."""
        return self._head.readline(limit) or self._rest.readline(limit)
