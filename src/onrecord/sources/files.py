"""Files and folders as captures."""

import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from onrecord.model.document import Capture
from onrecord.model.issue import Issue, Severity
from onrecord.sources.jsonl import read_rows
from onrecord.sources.media import HTML, JSON_LINES, MEDIA_TYPES, sniffed_type

__all__ = ["read_path"]

READABLE = ", ".join(sorted(MEDIA_TYPES))
"""The endings that are read, for messages."""


def read_path(path: Path, *, now: datetime, max_bytes: int) -> Iterator[Capture | Issue]:
    """Yield the captures of one file, or of all files of a folder.

    Args:
        path: What the user named. A file without any ending is recognised by how it begins.
        now: The moment of capture.
        max_bytes: The most bytes that are read of one report.
    """
    try:
        is_folder = path.is_dir()
        exists = is_folder or path.exists()
    except (OSError, ValueError) as error:
        yield unreadable(path, error)
        return
    if is_folder:
        yield from read_folder(path, now=now, max_bytes=max_bytes)
    elif exists:
        yield from read_file(path, now=now, max_bytes=max_bytes, named=True)
    else:
        yield missing(path)


def read_folder(folder: Path, *, now: datetime, max_bytes: int) -> Iterator[Capture | Issue]:
    """Yield the captures of a folder and its subfolders, sorted by name, hidden ones left out."""
    faults: list[OSError] = []
    found = False
    for where, subfolders, names in os.walk(folder, onerror=faults.append):
        subfolders[:] = sorted(name for name in subfolders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            found = True
            yield from read_file(Path(where, name), now=now, max_bytes=max_bytes, named=False)
    for fault in faults:
        yield unreadable(Path(fault.filename or folder), fault)
    if not found and not faults:
        message = f"The folder holds no file that is read ({READABLE}); hidden files are left out."
        yield Issue("empty_folder", message, Severity.WARNING, shown(folder))


def read_file(path: Path, *, now: datetime, max_bytes: int, named: bool) -> Iterator[Capture | Issue]:
    """Yield the captures of one file.

    Args:
        path: The file.
        now: The moment of capture.
        max_bytes: The most bytes that are read of one report.
        named: Whether the user named this very file, rather than a folder around it.
    """
    media_type = MEDIA_TYPES.get(path.suffix.lower())
    sniff = media_type is None and named and not path.suffix
    if media_type is None and not sniff:
        yield unsupported(path, named=named)
        return
    try:
        if not named and not path.is_file():
            yield unreadable(path, "it is not a regular file")
            return
        with path.open("rb") as stream:
            if media_type == JSON_LINES:
                yield from read_rows(stream, shown(path), now=now, max_bytes=max_bytes)
                return
            data = stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        yield unreadable(path, error)
        return
    if len(data) > max_bytes:
        yield too_large(path, max_bytes)
        return
    yield Capture.of(shown(path), data, media_type or sniffed_type(data), now)


def shown(path: Path) -> str:
    """Return a path as text that can be printed and stored, also where the file system's bytes are not UTF-8."""
    return os.fsencode(path.as_posix()).decode("utf-8", "replace")


def missing(path: Path) -> Issue:
    """Return the issue of a path at which there is nothing."""
    message = "There is no such file or folder; check the path."
    return Issue("missing_file", message, Severity.ERROR, shown(path))


def unreadable(path: Path, error: Exception | str) -> Issue:
    """Return the issue of a file or folder that cannot be opened or read."""
    reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
    message = f"It cannot be read ({reason}); check its permissions and that it is a regular file."
    name = shown(path) if "\0" not in str(path) else str(path).replace("\0", "\N{REPLACEMENT CHARACTER}")
    return Issue("unreadable_file", message, Severity.ERROR, name)


def unsupported(path: Path, *, named: bool) -> Issue:
    """Return the issue of a file whose ending is not read: an error if it was named, a note if it lay in a folder."""
    message = f"Files that end in {path.suffix or 'nothing'} are not read; give one of {READABLE}."
    severity = Severity.ERROR if named else Severity.NOTE
    return Issue("unsupported_format", message, severity, shown(path))


def too_large(path: Path, max_bytes: int) -> Issue:
    """Return the issue of a file beyond the limit."""
    remedy = "save the article alone" if MEDIA_TYPES.get(path.suffix.lower()) == HTML else "split it into reports"
    message = f"The file is larger than {max_bytes:,} bytes and was not read; {remedy}, or give rows of .jsonl."
    return Issue("file_too_large", message, Severity.ERROR, shown(path))
