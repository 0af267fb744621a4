"""Reading the SQLite ledger."""

import sqlite3
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from onrecord.errors import UsageError
from onrecord.ledger.base import EVERYTHING, AsOf, Counts, Listed
from onrecord.ledger.connection import translated
from onrecord.ledger.evidence import unfounded
from onrecord.ledger.filters import Filters
from onrecord.ledger.query import CURRENT, claim_conditions, joined, shown
from onrecord.ledger.rows import (
    Value,
    capture_of,
    document_of,
    edge_of,
    instant_of,
    instant_text,
    issue_of,
    quarantined_of,
    reader_of,
    storable,
    text_of,
)
from onrecord.model.claim import Claim, Quarantined
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Issue
from onrecord.model.wire import claim_from_line

__all__ = ["SqliteView", "one_of"]

# ruff: noqa: S608 - every query is put together from this room's own words; values are parameters

_READ = "reading r JOIN document d ON d.id = r.document_id"
_LAST = "\U0010ffff"
"""Sorts after every id with the same beginning."""


def one_of(ids: list[str], prefix: str) -> str | None:
    """Return the only id, or None where there is none.

    Raises:
        UsageError: There are several.
    """
    if len(ids) > 1:
        more = " ..." if len(ids) > 4 else ""
        msg = f"{prefix!r} fits several ids: {' '.join(ids[:4])}{more}; give more letters"
        raise UsageError(msg)
    return ids[0] if ids else None


def _last_tx(connection: sqlite3.Connection, moment: int | datetime | None) -> int:
    if isinstance(moment, datetime):
        if moment.utcoffset() is None:
            msg = f"{moment.isoformat()} has no time zone; add one, as in 2024-05-14T12:00:00+00:00"
            raise UsageError(msg)
        row = connection.execute("SELECT max(id) FROM tx WHERE at <= ?", (instant_text(moment),)).fetchone()
    else:
        row = connection.execute("SELECT max(id) FROM tx").fetchone()
    last = 0 if row[0] is None else int(row[0])
    return min(last, moment) if isinstance(moment, int) else last


class SqliteView:
    """See `onrecord.ledger.base.View`."""

    def __init__(self, connection: sqlite3.Connection, path: Path, as_of: AsOf) -> None:
        self._connection = connection
        self._path = path
        self._published = as_of.published.isoformat() if as_of.published is not None else None
        with translated(path):
            self._tx = _last_tx(connection, as_of.ledger)
        self._text: tuple[str, str] | None = None

    def _rows(self, query: str, parameters: Mapping[str, Value] | None = None) -> Iterator[sqlite3.Row]:
        fixed: dict[str, Value] = {"tx": self._tx, "published": self._published}
        with translated(self._path):
            yield from self._connection.execute(query, fixed | dict(parameters or {}))

    def _row(self, query: str, parameters: Mapping[str, Value] | None = None) -> sqlite3.Row | None:
        rows = list(self._rows(query, parameters))  # to the end, so that no read transaction stays open
        return rows[0] if rows else None

    def _text_of(self, document_id: str) -> str:
        if self._text is None or self._text[0] != document_id:
            row = self._row("SELECT text FROM document WHERE id = :id", {"id": document_id})
            self._text = (document_id, text_of(row["text"]) if row is not None else "")
        return self._text[1]

    def _claims_read(self, filters: Filters) -> Iterator[tuple[Claim, Quarantined | None]]:
        """Yield the claims shown, each with what is wrong where its words no longer stand in the text (R-C5)."""
        conditions, parameters = claim_conditions(filters)
        query = f"""
            SELECT c.wire, r.document_id FROM claim c JOIN reading r ON r.id = c.reading
            JOIN document d ON d.id = r.document_id
            WHERE {joined([*shown(self._published), *conditions])} ORDER BY c.seq
        """
        wanted = filters.text.casefold() if filters.text is not None else None
        for row in self._rows(query, parameters):
            claim = claim_from_line(row["wire"])
            if wanted is None or wanted in claim.evidence.exact.casefold():
                yield claim, unfounded(claim, self._text_of(row["document_id"]))

    def claims(self, filters: Filters = EVERYTHING) -> Iterator[Claim]:
        """Yield the claims that pass, by transaction, then in the order of the text."""
        return (claim for claim, broken in self._claims_read(filters) if broken is None)

    def claim(self, prefix: str) -> Claim | None:
        """Return the claim whose id starts so, of a reading shown or else of a superseded one."""
        start = prefix.lower() if prefix.startswith("claim-") else f"claim-{prefix.lower()}"
        bounds = {"start": start, "end": start + _LAST}
        for superseded in (False, True):
            where = joined([*shown(self._published, superseded=superseded), "c.id >= :start", "c.id < :end"])
            source = f"claim c JOIN reading r ON r.id = c.reading JOIN document d ON d.id = r.document_id WHERE {where}"
            ids = [row["id"] for row in self._rows(f"SELECT DISTINCT c.id FROM {source} ORDER BY c.id LIMIT 5", bounds)]
            if one_of(ids, prefix) is not None:
                row = self._row(f"SELECT c.wire, r.document_id FROM {source} ORDER BY c.seq DESC LIMIT 1", bounds)
                if row is not None:
                    claim = claim_from_line(row["wire"])
                    return claim if unfounded(claim, self._text_of(row["document_id"])) is None else None
        return None

    def documents(self) -> Iterator[Listed]:
        """Yield the documents shown, by transaction."""
        query = f"""
            SELECT d.id AS document_id, d.name, d.outlet, d.title, d.published, d.url, d.language, r.reader_name,
                   r.reader_version, r.parameters_digest, r.claims, r.quarantined, r.issues, r.tx, tx.at
            FROM {_READ} JOIN tx ON tx.id = r.tx WHERE {joined(shown(self._published))} ORDER BY r.tx
        """
        return map(_listed, self._rows(query))

    def document(self, key: str) -> Document | None:
        """Return the latest document of this name, or the one whose id starts so."""
        where = joined([*shown(self._published), "d.name = :name"])
        query = f"SELECT d.* FROM {_READ} WHERE {where} ORDER BY d.tx DESC LIMIT 1"
        row = self._row(query, {"name": storable(key)})
        return document_of(row) if row is not None else self._document_by_id(key)

    def _document_by_id(self, prefix: str) -> Document | None:
        start = prefix.lower() if prefix.startswith("doc-") else f"doc-{prefix.lower()}"
        where = joined([*shown(self._published, superseded=True), "d.id >= :start", "d.id < :end"])
        bounds = {"start": storable(start), "end": storable(start + _LAST)}
        query = f"SELECT DISTINCT d.id FROM {_READ} WHERE {where} ORDER BY d.id LIMIT 5"
        found = one_of([row["id"] for row in self._rows(query, bounds)], prefix)
        row = self._row("SELECT * FROM document WHERE id = :id", {"id": found}) if found is not None else None
        return document_of(row) if row is not None else None

    def capture(self, sha256: str) -> Capture | None:
        """Return the raw bytes with this digest, or None."""
        row = self._row("SELECT * FROM capture WHERE sha256 = :sha256 AND tx <= :tx", {"sha256": sha256})
        return capture_of(row) if row is not None else None

    def issues(self) -> Iterator[Issue]:
        """Yield the problems of the readings shown, and those of documents that were never taken in."""
        read = f"SELECT i.* FROM {_READ} JOIN issue i ON i.reading = r.id WHERE {joined(shown(self._published))}"
        unread = f"SELECT i.* FROM issue i WHERE {_UNREAD}"
        queries = [read] if self._published is not None else [read, unread]
        return map(issue_of, self._rows(f"SELECT * FROM ({' UNION ALL '.join(queries)}) ORDER BY seq"))

    def quarantined(self) -> Iterator[Quarantined]:
        """Yield the claims that broke a rule, and those whose words no longer stand in the text (R-C5)."""
        where = joined(shown(self._published))
        yield from map(
            quarantined_of,
            self._rows(f"SELECT q.* FROM {_READ} JOIN quarantine q ON q.reading = r.id WHERE {where} ORDER BY q.seq"),
        )
        yield from (broken for _, broken in self._claims_read(EVERYTHING) if broken is not None)

    def counts(self) -> Counts:
        """Return how much is shown, and how much a publication-time view leaves out."""
        read = self._row(f"""
            SELECT count(*), coalesce(sum(r.claims), 0), coalesce(sum(r.quarantined), 0), coalesce(sum(r.issues), 0)
            FROM {_READ} WHERE {joined(shown(self._published))}
        """)
        unread = self._row(f"SELECT count(*) FROM issue i WHERE {_UNREAD} AND :published IS NULL")
        left = self._row(f"""
            SELECT coalesce(sum(d.published_day IS NULL), 0), coalesce(sum(d.published_day > :published), 0)
            FROM document d WHERE d.tx <= :tx AND :published IS NOT NULL AND {CURRENT}
        """)
        assert read is not None  # an aggregate always has its row
        assert unread is not None
        assert left is not None
        return Counts(read[0], read[1], read[2], read[3] + unread[0], undated=left[0], later=left[1], tx=self._tx)


_UNREAD = """
    i.reading IS NULL AND i.tx <= :tx
    AND NOT EXISTS (SELECT 1 FROM document n WHERE n.name = i.document AND n.tx > i.tx AND n.tx <= :tx)
"""


def _listed(row: sqlite3.Row) -> Listed:
    return Listed(
        id=row["document_id"],
        name=text_of(row["name"]),
        outlet=text_of(row["outlet"]) if row["outlet"] is not None else None,
        title=text_of(row["title"]) if row["title"] is not None else None,
        published=edge_of(row["published"]),
        url=text_of(row["url"]) if row["url"] is not None else None,
        language=row["language"],
        reader=reader_of(row),
        claims=row["claims"],
        quarantined=row["quarantined"],
        issues=row["issues"],
        tx=row["tx"],
        at=instant_of(row["at"]),
    )
