"""JSON Lines as captures: one row, one report, with ``text`` and perhaps ``id, title, outlet, published, url``."""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import BinaryIO

from onrecord.model.document import Capture
from onrecord.model.issue import Issue, Severity
from onrecord.sources.media import ROW

__all__ = ["read_rows"]

BOM = b"\xef\xbb\xbf"


def read_rows(stream: BinaryIO, name: str, *, now: datetime, max_bytes: int) -> Iterator[Capture | Issue]:
    """Yield one capture a row; a bad row becomes an issue with its line number and the others go on.

    The file is streamed, so it may be of any length; the limit holds for each row.

    Args:
        stream: The rows.
        name: What the user called the file; a row without an ``id`` is called ``name:LINE``.
        now: The moment of capture.
        max_bytes: The most bytes of one row.
    """
    number = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        where = f"{name}:{number}"
        if len(line) > max_bytes and not line.endswith(b"\n"):
            skip_line(stream, max_bytes)
            message = f"The row is longer than {max_bytes:,} bytes and was not read; split its text."
            yield Issue("file_too_large", message, Severity.ERROR, where)
            continue
        row = line.removeprefix(BOM if number == 1 else b"").rstrip(b"\r\n")
        if row.strip():
            yield read_row(row, where, now)


def read_row(row: bytes, where: str, now: datetime) -> Capture | Issue:
    """Return the capture of one row, or what is wrong with it."""
    try:
        fields = json.loads(row.decode("utf-8"))
    except UnicodeDecodeError:
        return bad_row(where, "it is not UTF-8")
    except RecursionError:
        return bad_row(where, "it is nested too deeply")
    except ValueError as error:
        return bad_row(where, f"it is not JSON: {error}")
    if not isinstance(fields, dict):
        return bad_row(where, "it is not an object")
    if not isinstance(fields.get("text"), str):
        return bad_row(where, 'it has no "text"' if fields.get("text") is None else 'its "text" is not a string')
    return Capture.of(row_name(fields.get("id"), where), row, ROW, now)


def row_name(given: object, where: str) -> str:
    """Return the row's own id where it has a usable one, else its place in the file."""
    if isinstance(given, int) and not isinstance(given, bool):
        return str(given)
    if isinstance(given, str) and given.strip():
        return given.strip().encode("utf-8", "replace").decode("utf-8")
    return where


def bad_row(where: str, reason: str) -> Issue:
    """Return the issue of a row that cannot be read."""
    message = f'The row cannot be read: {reason}. Each line must be one JSON object with a "text".'
    return Issue("bad_json_row", message, Severity.ERROR, where)


def skip_line(stream: BinaryIO, step: int) -> None:
    """Read on to the end of the line without keeping it."""
    while (piece := stream.readline(step)) and not piece.endswith(b"\n"):
        pass
