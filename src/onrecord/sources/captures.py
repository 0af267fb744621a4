"""Every input that the user named, as captures; what cannot be read becomes a located issue and the run goes on."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from onrecord.model.document import Capture
from onrecord.model.issue import Issue, Severity
from onrecord.sources.files import read_path
from onrecord.sources.stdin import STDIN, read_stdin

__all__ = ["MAX_BYTES", "captures"]

MAX_BYTES = 50_000_000
"""Bytes of one report, or of one row of JSON Lines, beyond which it is not read: no press report comes near."""


def captures(
    inputs: Sequence[str | Path], *, stdin: BinaryIO, now: datetime, max_bytes: int = MAX_BYTES
) -> Iterator[Capture | Issue]:
    """Yield the captures of all inputs in order, each as soon as it is read.

    Folders are read with all their subfolders, in sorted order, without hidden files. JSON Lines give one capture a
    row and are streamed. Bytes are kept as they arrived (Berkeley Protocol: the evidentiary copy, METHOD A6).

    Args:
        inputs: Paths of files and folders; ``-`` is standard input.
        stdin: The bytes of standard input; read only where ``-`` is among the inputs.
        now: The moment of capture, in UTC, that every capture carries.
        max_bytes: The most bytes that are read of one report or of one row.
    """
    for given in inputs:
        if str(given) == STDIN:
            yield from read_stdin(stdin, now=now, max_bytes=max_bytes)
        elif "://" in str(given):
            message = "Reports are not fetched from the network; save the page as .html and give that file."
            yield Issue("missing_file", message, Severity.ERROR, str(given))
        else:
            yield from read_path(Path(given), now=now, max_bytes=max_bytes)
