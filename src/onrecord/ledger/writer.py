"""Appending to the SQLite ledger."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol

from onrecord.ledger.base import Appended, Entry
from onrecord.ledger.connection import translated
from onrecord.ledger.evidence import unfounded
from onrecord.ledger.filters import place_keys, speaker_keys
from onrecord.ledger.rows import (
    Row,
    capture_row,
    claim_row,
    document_row,
    issue_row,
    quarantine_row,
    reading_row,
    storable,
    text_of,
)
from onrecord.ledger.transaction import Transaction
from onrecord.model.claim import Claim, Quarantined, ReaderInfo
from onrecord.model.document import Document
from onrecord.model.ids import sha256_hex
from onrecord.model.issue import Issue
from onrecord.model.wire import claim_id

__all__ = ["SqliteWriter", "checked", "sifted"]

_READING = """
    SELECT id, tx FROM reading
    WHERE document_id = :document_id AND reader_name = :reader_name AND reader_version = :reader_version
      AND parameters_digest = :parameters_digest
"""

_SAME_ISSUE = """
    SELECT 1 FROM issue
    WHERE reading IS NULL AND document IS :document AND code IS :code AND severity IS :severity
      AND message IS :message AND span_start IS :span_start AND span_end IS :span_end
"""


class _Appends(Protocol):
    """What a writer needs of its ledger."""

    path: Path

    @property
    def reading(self) -> sqlite3.Connection: ...

    def appending(self) -> AbstractContextManager[sqlite3.Connection]: ...


def checked(entry: Entry) -> Entry:
    """Return the entry as it is.

    Raises:
        ValueError: Its parts do not belong together, or an id does not follow from its content.
    """
    capture, document = entry.capture, entry.document
    if sha256_hex(capture.data) != capture.sha256 or capture.sha256 != document.capture_sha256:
        msg = f"the capture of {document.name} does not hold the bytes that its document was made of"
        raise ValueError(msg)
    for claim in (*entry.claims, *(kept.claim for kept in entry.quarantined)):
        if claim.document_id != document.id or claim.reader != entry.reader:
            msg = f"claim {claim.id} is not of document {document.id} as read by {entry.reader.name}"
            raise ValueError(msg)
    for claim in entry.claims:
        if claim.id != claim_id(claim):
            msg = f"claim {claim.id} has not the id that follows from its content; make it with with_id()"
            raise ValueError(msg)
    return entry


def sifted(entry: Entry) -> tuple[tuple[Claim, ...], tuple[Quarantined, ...]]:
    """Return the claims whose words stand in the text, each once, and the quarantine with the others (R-C5)."""
    claims: dict[str, Claim] = {}
    quarantined = list(entry.quarantined)
    for claim in entry.claims:
        broken = unfounded(claim, entry.document.text)
        if broken is not None:
            quarantined.append(broken)
        else:
            claims.setdefault(claim.id, claim)
    return tuple(claims.values()), tuple(quarantined)


@dataclass(frozen=True, slots=True)
class _Found:
    row: Row
    places: tuple[str, ...]
    speakers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The rows of an entry, made before the lock is taken."""

    capture: Row
    document: Row
    reading: Row
    claims: tuple[_Found, ...]
    quarantined: tuple[Row, ...]
    issues: tuple[Row, ...]


def _prepared(entry: Entry, name: str) -> _Prepared:
    """Return the rows of an entry; claims go under the name that their document has in the ledger."""
    claims, quarantined = sifted(entry)
    claims = tuple(replace(claim, document=name) for claim in claims)
    quarantined = tuple(replace(kept, claim=replace(kept.claim, document=name)) for kept in quarantined)
    return _Prepared(
        capture=capture_row(entry.capture),
        document=document_row(entry.document),
        reading={
            **reading_row(entry.document.id, entry.reader),
            "claims": len(claims),
            "quarantined": len(quarantined),
            "issues": len(entry.issues),
        },
        claims=tuple(_Found(claim_row(claim), place_keys(claim), speaker_keys(claim)) for claim in claims),
        quarantined=tuple(quarantine_row(kept) for kept in quarantined),
        issues=tuple(issue_row(issue) for issue in entry.issues),
    )


class SqliteWriter:
    """See `onrecord.ledger.base.Writer`."""

    def __init__(self, ledger: _Appends, clock: Callable[[], datetime], *, actor: str, note: str) -> None:
        self._ledger = ledger
        self._clock = clock
        self._actor = actor
        self._note = note

    def has(self, document_id: str, reader: ReaderInfo) -> bool:
        """Tell whether this document, read by this reader, is already there."""
        with translated(self._ledger.path):
            return _reading_there(self._ledger.reading, document_id, reader) is not None

    def append(self, entry: Entry) -> Appended:
        """Append one document with its claims, quarantined claims and issues, all or nothing."""
        document_id = entry.document.id
        with translated(self._ledger.path):
            there = _reading_there(self._ledger.reading, document_id, entry.reader)
        if there is not None:
            return Appended(document_id, there, new=False)
        prepared = _prepared(checked(entry), self._name_of(entry.document))
        with self._ledger.appending() as connection:
            there = _reading_there(connection, document_id, entry.reader)
            if there is not None:  # another process was quicker
                return Appended(document_id, there, new=False)
            new_document = not _there(connection, "document", "id", document_id)
            tx = self._transaction(connection, "ingest")
            _add(tx, connection, prepared)
            tx.write()
        return Appended(
            document_id,
            tx.id,
            new=True,
            new_document=new_document,
            claims=len(prepared.claims),
            quarantined=len(prepared.quarantined),
            issues=len(prepared.issues),
        )

    def _name_of(self, document: Document) -> str:
        """Return the name that a document was first given as: the same one may come under another."""
        with translated(self._ledger.path):
            row = self._ledger.reading.execute("SELECT name FROM document WHERE id = ?", (document.id,)).fetchone()
        return document.name if row is None else text_of(row["name"])

    def append_issues(self, issues: Iterable[Issue]) -> int:
        """Append problems with documents that could not be taken in; return how many were new."""
        rows = [issue_row(issue) for issue in dict.fromkeys(issues)]
        if not rows:
            return 0
        with self._ledger.appending() as connection:
            fresh = [row for row in rows if connection.execute(_SAME_ISSUE, row).fetchone() is None]
            if fresh:
                tx = self._transaction(connection, "issues")
                for row in fresh:
                    tx.add("issue", {"seq": tx.next("issue", "seq"), "reading": None, **row})
                tx.write()
        return len(fresh)

    def _transaction(self, connection: sqlite3.Connection, kind: str) -> Transaction:
        return Transaction(connection, kind=kind, actor=self._actor, note=self._note, at=self._clock())


def _reading_there(connection: sqlite3.Connection, document_id: str, reader: ReaderInfo) -> int | None:
    row = connection.execute(_READING, reading_row(document_id, reader)).fetchone()
    return None if row is None else int(row["tx"])


def _there(connection: sqlite3.Connection, table: str, column: str, value: str) -> bool:
    query = f"SELECT 1 FROM {table} WHERE {column} = ?"  # noqa: S608 - our own words
    return connection.execute(query, (value,)).fetchone() is not None


def _add(tx: Transaction, connection: sqlite3.Connection, prepared: _Prepared) -> None:
    if not _there(connection, "capture", "sha256", str(prepared.capture["sha256"])):
        tx.add("capture", prepared.capture)
    if not _there(connection, "document", "id", str(prepared.document["id"])):
        tx.add("document", prepared.document)
    reading = tx.next("reading", "id")
    tx.add("reading", {"id": reading, **prepared.reading})
    for found in prepared.claims:
        seq = tx.next("claim", "seq")
        tx.add("claim", {"seq": seq, "reading": reading, **found.row})
        tx.add_names("place", map(storable, found.places), seq)
        tx.add_names("speaker", map(storable, found.speakers), seq)
    for row in prepared.quarantined:
        tx.add("quarantine", {"seq": tx.next("quarantine", "seq"), "reading": reading, **row})
    for row in prepared.issues:
        tx.add("issue", {"seq": tx.next("issue", "seq"), "reading": reading, **row})
