"""One row of JSON Lines: its ``text`` is the text layer, its other fields are facts that the user gives."""

import json
from typing import Any

from onrecord.documents.decode import not_text, unify_newlines
from onrecord.documents.facts import Extraction, FileFacts
from onrecord.model.document import Basis, Capture, TextLayer
from onrecord.model.issue import Issue, Severity

__all__ = ["extract_row"]

EXTRACTOR, VERSION = "jsonl", "1"


def extract_row(capture: Capture) -> Extraction:
    """Return the text and the facts of a row: ``text``, and ``title, outlet, published, url`` where they are there."""
    try:
        row = json.loads(capture.data)
    except (ValueError, RecursionError):
        row = None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        message = 'The row is not a JSON object with a "text".'
        return Extraction(None, issues=(Issue("bad_json_row", message, Severity.ERROR, capture.name),))
    text, issues = whole(row["text"], capture.name)
    if not_text(text):
        message = 'The "text" of the row is not text; it holds control characters.'
        return Extraction(None, issues=(Issue("binary_content", message, Severity.ERROR, capture.name),))
    facts = FileFacts(
        outlet=field(row, "outlet"),
        title=field(row, "title"),
        published=None if row.get("published") is None else str(row["published"]).strip() or None,
        url=field(row, "url"),
        basis=Basis.OPTION,
    )
    return Extraction(TextLayer(text, EXTRACTOR, VERSION), facts, issues)


def whole(text: str, name: str) -> tuple[str, tuple[Issue, ...]]:
    r"""Return text with unified newlines in which every ``\\ud800`` without its other half is replaced, and says so.

    JSON can spell half a character; no file, digest or parser can hold one.
    """
    sound = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    issues: tuple[Issue, ...] = ()
    if sound != text:
        message = "The text spells halves of characters, which were replaced by \N{REPLACEMENT CHARACTER}."
        issues = (Issue("damaged_text", message, Severity.WARNING, name),)
    return unify_newlines(sound.removeprefix("\N{BYTE ORDER MARK}")), issues


def field(row: dict[str, Any], key: str) -> str | None:
    """Return a field as text, or None where it is absent, null or blank; a number is written out."""
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return None
    return str(value).encode("utf-8", "replace").decode("utf-8").strip() or None
