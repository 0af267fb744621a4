"""Nouns to rows and back, and the digests that bind rows to their transaction."""

import sqlite3
import zlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from onrecord.model.claim import Claim, Quarantined, ReaderInfo
from onrecord.model.document import Capture, Document, Stated, TextLayer
from onrecord.model.event import event_family
from onrecord.model.ids import canonical_json, sha256_hex
from onrecord.model.issue import Issue, Severity
from onrecord.model.span import Span
from onrecord.model.time import first_day, last_day
from onrecord.model.wire import claim_from_line, line

__all__ = [
    "Row",
    "Value",
    "capture_of",
    "capture_row",
    "claim_row",
    "document_of",
    "document_row",
    "edge_of",
    "instant_of",
    "instant_text",
    "issue_of",
    "issue_row",
    "quarantine_row",
    "quarantined_of",
    "reader_of",
    "reading_row",
    "row_digest",
    "storable",
    "text_of",
    "tx_hash",
]

Value = str | int | bytes | None
Row = dict[str, Value]

SMALL = 64
"""Bytes under which compressing is not tried."""


def storable(text: str | None) -> str | bytes | None:
    """Return text as SQLite takes it: as bytes where it holds a lone surrogate, as some file names do."""
    if text is None:
        return None
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def text_of(value: str | bytes) -> str:
    """Return text from a column that `storable` filled."""
    return value.decode("utf-8", "surrogatepass") if isinstance(value, bytes) else value


def _text_or_none(value: str | bytes | None) -> str | None:
    return None if value is None else text_of(value)


def instant_text(instant: datetime) -> str:
    """Return an instant in UTC at a fixed width, so that text sorts as time does."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def instant_of(text: str) -> datetime:
    """Return the instant of `instant_text`."""
    return datetime.fromisoformat(text)


def edge_of(text: str | None) -> date | datetime | None:
    """Return a day, or an instant where the text has a time."""
    if text is None:
        return None
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def row_digest(table: str, row: Mapping[str, Value]) -> str:
    """Return the digest of one row: of its table and of every column that is not null.

    Null columns do not count, so that a migration may add columns without changing what old rows are.
    """
    content = {
        key: {"bytes": sha256_hex(value)} if isinstance(value, bytes) else value
        for key, value in row.items()
        if value is not None and key != "digest"
    }
    return sha256_hex(canonical_json([table, content]).encode())


def tx_hash(header: Mapping[str, Value], digests: Sequence[str]) -> str:
    """Return the hash of a transaction: of its header, the hash before it, and its rows (METHOD A6, B14)."""
    content = {key: value for key, value in header.items() if key != "hash"}
    return sha256_hex(canonical_json({**content, "rows": list(digests)}).encode())


def capture_row(capture: Capture) -> Row:
    """Return the row of a capture; the bytes compressed where that is smaller, to be undone exactly."""
    packed = zlib.compress(capture.data, 6) if len(capture.data) >= SMALL else capture.data
    small = len(packed) < len(capture.data)
    return {
        "sha256": capture.sha256,
        "name": storable(capture.name),
        "media_type": capture.media_type,
        "captured_at": instant_text(capture.captured_at),
        "codec": "zlib" if small else "raw",
        "data": packed if small else capture.data,
    }


def capture_of(row: sqlite3.Row) -> Capture:
    """Return the capture of a row.

    Raises:
        zlib.error: The compressed bytes are damaged.
    """
    data = zlib.decompress(row["data"]) if row["codec"] == "zlib" else row["data"]
    return Capture(text_of(row["name"]), data, row["sha256"], row["media_type"], instant_of(row["captured_at"]))


def _stated_columns(name: str, stated: Stated | None) -> Row:
    mention = stated.mention if stated is not None else None
    return {
        name: storable(stated.value) if stated is not None else None,
        f"{name}_basis": stated.basis if stated is not None else None,
        f"{name}_start": mention.start if mention is not None else None,
        f"{name}_end": mention.end if mention is not None else None,
    }


def _stated_of(row: sqlite3.Row, name: str) -> Stated | None:
    if row[name] is None:
        return None
    start = row[f"{name}_start"]
    mention = Span(start, row[f"{name}_end"]) if start is not None else None
    return Stated(text_of(row[name]), row[f"{name}_basis"], mention)


def document_row(document: Document) -> Row:
    """Return the row of a document."""
    outlet, day = document.outlet, document.published_day
    return {
        "id": document.id,
        "name": storable(document.name),
        "capture_sha256": document.capture_sha256,
        "text": storable(document.text),
        "text_sha256": document.layer.sha256,
        "extractor": document.layer.extractor,
        "version": document.layer.version,
        **_stated_columns("outlet", outlet),
        "outlet_name": storable(outlet.value.casefold()) if outlet is not None else None,
        **_stated_columns("title", document.title),
        "published": document.published.isoformat() if document.published is not None else None,
        "published_day": day.isoformat() if day is not None else None,
        "published_basis": document.published_basis,
        "url": storable(document.url),
        "language": document.language,
    }


def document_of(row: sqlite3.Row) -> Document:
    """Return the document of a row."""
    return Document(
        name=text_of(row["name"]),
        capture_sha256=row["capture_sha256"],
        layer=TextLayer(text_of(row["text"]), row["extractor"], row["version"]),
        outlet=_stated_of(row, "outlet"),
        title=_stated_of(row, "title"),
        published=edge_of(row["published"]),
        published_basis=row["published_basis"],
        url=_text_or_none(row["url"]),
        language=row["language"],
    )


def reading_row(document_id: str, reader: ReaderInfo) -> Row:
    """Return the row of a reading, without its counts."""
    return {
        "document_id": document_id,
        "reader_name": reader.name,
        "reader_version": reader.version,
        "parameters_digest": reader.parameters_digest,
    }


def reader_of(row: sqlite3.Row) -> ReaderInfo:
    """Return the reader of a row of `reading`."""
    return ReaderInfo(row["reader_name"], row["reader_version"], row["parameters_digest"])


def claim_row(claim: Claim) -> Row:
    """Return the row of a claim: its line on the wire, and the columns that filters need."""
    time = claim.time
    return {
        "id": claim.id,
        "wire": line(claim),
        "event_type": claim.event_type,
        "event_family": event_family(claim.event_type),
        "tier": claim.tier.value,
        "modality": claim.modality.value,
        "voice": claim.attribution.voice.value,
        "timed": int(time is not None),
        "first_day": first_day(time.start).isoformat() if time is not None and time.start is not None else None,
        "last_day": last_day(time.end).isoformat() if time is not None and time.end is not None else None,
    }


def quarantine_row(quarantined: Quarantined) -> Row:
    """Return the row of a claim that broke a rule."""
    return {
        "id": quarantined.claim.id,
        "rule": quarantined.rule,
        "reason": storable(quarantined.reason),
        "wire": line(quarantined.claim),
    }


def quarantined_of(row: sqlite3.Row) -> Quarantined:
    """Return the quarantined claim of a row."""
    return Quarantined(claim_from_line(row["wire"]), row["rule"], text_of(row["reason"]))


def issue_row(issue: Issue) -> Row:
    """Return the row of a problem."""
    return {
        "document": storable(issue.document),
        "code": issue.code,
        "severity": issue.severity.value,
        "message": storable(issue.message),
        "span_start": issue.span.start if issue.span is not None else None,
        "span_end": issue.span.end if issue.span is not None else None,
    }


def issue_of(row: sqlite3.Row) -> Issue:
    """Return the problem of a row."""
    span = Span(row["span_start"], row["span_end"]) if row["span_start"] is not None else None
    severity = Severity(row["severity"])
    return Issue(row["code"], text_of(row["message"]), severity, text_of(row["document"]), span)
