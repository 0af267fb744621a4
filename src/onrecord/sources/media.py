"""Which kind of report a file is, by its ending or by how it begins."""

import json
import re

__all__ = ["HTML", "JSON_LINES", "MEDIA_TYPES", "PLAIN", "ROW", "is_row", "sniffed_type"]

PLAIN = "text/plain"
HTML = "text/html"
ROW = "application/json"
JSON_LINES = "application/jsonl"

MEDIA_TYPES = {
    ".txt": PLAIN,
    ".md": PLAIN,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".jsonl": JSON_LINES,
    ".ndjson": JSON_LINES,
}
"""The endings that are read. Markdown is read as the plain text that it is."""

HTML_START = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|article)\b",
    re.IGNORECASE | re.DOTALL,
)
SNIFFED = 4096
"""Bytes looked at to recognise a page."""


def sniffed_type(data: bytes) -> str:
    """Return `HTML` where bytes begin as a page does, else `PLAIN`."""
    return HTML if HTML_START.match(data[:SNIFFED]) else PLAIN


def is_row(line: bytes) -> bool:
    """Tell whether a line is a JSON object, as every row of JSON Lines is."""
    line = line.removeprefix(b"\xef\xbb\xbf").strip()
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False
