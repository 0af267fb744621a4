"""A ledger of lists: obviously right, for tests of other rooms and as the twin that the SQLite ledger must equal."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from onrecord.errors import UsageError
from onrecord.ledger.base import EVERYTHING, Appended, AsOf, Counts, Entry, Listed
from onrecord.ledger.filters import Filters, matches
from onrecord.ledger.view import one_of
from onrecord.ledger.writer import checked, sifted
from onrecord.model.claim import Claim, Quarantined, ReaderInfo
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Issue

__all__ = ["MemoryLedger"]

_NOW = AsOf()


@dataclass(frozen=True, slots=True)
class _Record:
    """One transaction: an entry, or issues alone, or (the first) neither."""

    tx: int
    at: datetime
    entry: Entry | None = None
    issues: tuple[Issue, ...] = ()


class MemoryLedger:
    """Keeps everything in a list; see `onrecord.ledger.base` for what its two interfaces promise."""

    def __init__(self, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._clock = clock
        self._log = [_Record(1, clock())]

    def writer(self, *, actor: str = "onrecord", note: str = "") -> "_MemoryWriter":
        """Return the interface that appends; who and what for are not kept."""
        del actor, note
        return _MemoryWriter(self._log, self._clock)

    def view(self, as_of: AsOf = _NOW) -> "_MemoryView":
        """Return the interface that reads."""
        return _MemoryView(self._log, as_of)


def _first(log: Iterable[_Record], document_id: str) -> _Record | None:
    return next((r for r in log if r.entry is not None and r.entry.document.id == document_id), None)


class _MemoryWriter:
    def __init__(self, log: list[_Record], clock: Callable[[], datetime]) -> None:
        self._log = log
        self._clock = clock

    def _there(self, document_id: str, reader: ReaderInfo) -> int | None:
        for record in self._log:
            if record.entry and record.entry.document.id == document_id and record.entry.reader == reader:
                return record.tx
        return None

    def has(self, document_id: str, reader: ReaderInfo) -> bool:
        return self._there(document_id, reader) is not None

    def _record(self, entry: Entry | None, issues: tuple[Issue, ...] = ()) -> int:
        tx = len(self._log) + 1
        self._log.append(_Record(tx, max(self._clock(), self._log[-1].at), entry, issues))
        return tx

    def append(self, entry: Entry) -> Appended:
        document = entry.document
        there = self._there(document.id, entry.reader)
        if there is not None:
            return Appended(document.id, there, new=False)
        claims, quarantined = sifted(checked(entry))
        first = _first(self._log, document.id)
        if first is not None and first.entry is not None:
            document = first.entry.document
        claims = tuple(replace(claim, document=document.name) for claim in claims)
        quarantined = tuple(replace(q, claim=replace(q.claim, document=document.name)) for q in quarantined)
        tx = self._record(replace(entry, document=document, claims=claims, quarantined=quarantined))
        return Appended(document.id, tx, new=True, new_document=first is None, claims=len(claims),
                        quarantined=len(quarantined), issues=len(entry.issues))  # fmt: skip

    def append_issues(self, issues: Iterable[Issue]) -> int:
        known = {issue for record in self._log for issue in record.issues}
        fresh = tuple(issue for issue in dict.fromkeys(issues) if issue not in known)
        if fresh:
            self._record(None, fresh)
        return len(fresh)


class _MemoryView:
    def __init__(self, log: list[_Record], as_of: AsOf) -> None:
        moment = as_of.ledger
        if isinstance(moment, datetime) and moment.utcoffset() is None:
            msg = f"{moment.isoformat()} has no time zone"
            raise UsageError(msg)
        self._published: date | None = as_of.published
        self._log = [
            record
            for record in log
            if moment is None or (record.at <= moment if isinstance(moment, datetime) else record.tx <= moment)
        ]

    def _in_time(self, document: Document) -> bool:
        if self._published is None:
            return True
        return document.published_day is not None and document.published_day <= self._published

    def _current(self) -> list[Document]:
        """The latest document of each name and bytes."""
        latest: dict[tuple[str, str], Document] = {}
        seen: set[str] = set()
        for record in self._log:
            if record.entry is not None and record.entry.document.id not in seen:
                document = record.entry.document
                seen.add(document.id)
                latest[document.name, document.capture_sha256] = document
        return list(latest.values())

    def _all(self) -> list[tuple[_Record, Entry]]:
        return [(r, r.entry) for r in self._log if r.entry is not None and self._in_time(r.entry.document)]

    def _shown(self) -> list[tuple[_Record, Entry]]:
        current = {document.id for document in self._current()}
        latest = {entry.document.id: (record, entry) for record, entry in self._all() if entry.document.id in current}
        return sorted(latest.values(), key=lambda pair: pair[0].tx)

    def claims(self, filters: Filters = EVERYTHING) -> Iterator[Claim]:
        for _, entry in self._shown():
            outlet = entry.document.outlet.value if entry.document.outlet is not None else None
            yield from (claim for claim in entry.claims if matches(filters, claim, outlet=outlet))

    def claim(self, prefix: str) -> Claim | None:
        start = prefix.lower() if prefix.startswith("claim-") else f"claim-{prefix.lower()}"
        for entries in (self._shown(), self._all()):
            found = {c.id: c for _, entry in entries for c in entry.claims if c.id.startswith(start)}
            only = one_of(sorted(found), prefix)
            if only is not None:
                return found[only]
        return None

    def documents(self) -> Iterator[Listed]:
        for record, entry in self._shown():
            of = entry.document
            yield Listed(
                id=of.id, name=of.name, outlet=of.outlet.value if of.outlet is not None else None,
                title=of.title.value if of.title is not None else None, published=of.published, url=of.url,
                language=of.language, reader=entry.reader, claims=len(entry.claims),
                quarantined=len(entry.quarantined), issues=len(entry.issues), tx=record.tx, at=record.at,
            )  # fmt: skip

    def document(self, key: str) -> Document | None:
        named = [document for document in self._current() if self._in_time(document) and document.name == key]
        if named:
            return max(named, key=lambda document: self._tx_of(document.id))
        start = key.lower() if key.startswith("doc-") else f"doc-{key.lower()}"
        found = {e.document.id: e.document for _, e in self._all() if e.document.id.startswith(start)}
        only = one_of(sorted(found), key)
        return found[only] if only is not None else None

    def _tx_of(self, document_id: str) -> int:
        first = _first(self._log, document_id)
        return first.tx if first is not None else 0

    def capture(self, sha256: str) -> Capture | None:
        return next((r.entry.capture for r in self._log if r.entry and r.entry.capture.sha256 == sha256), None)

    def _unread(self) -> list[tuple[int, Issue]]:
        if self._published is not None:
            return []
        taken_in: dict[str, int] = {}
        for record in self._log:
            first = record.entry is not None and _first(self._log, record.entry.document.id) is record
            if record.entry is not None and first:
                taken_in[record.entry.document.name] = record.tx
        return [(r.tx, issue) for r in self._log for issue in r.issues if taken_in.get(issue.document, 0) <= r.tx]

    def issues(self) -> Iterator[Issue]:
        read = [(record.tx, issue) for record, entry in self._shown() for issue in entry.issues]
        return (issue for _, issue in sorted([*read, *self._unread()], key=lambda pair: pair[0]))

    def quarantined(self) -> Iterator[Quarantined]:
        return (kept for _, entry in self._shown() for kept in entry.quarantined)

    def counts(self) -> Counts:
        shown = [entry for _, entry in self._shown()]
        days = [document.published_day for document in self._current()] if self._published is not None else []
        return Counts(
            documents=len(shown),
            claims=sum(len(entry.claims) for entry in shown),
            quarantined=sum(len(entry.quarantined) for entry in shown),
            issues=sum(len(entry.issues) for entry in shown) + len(self._unread()),
            undated=sum(day is None for day in days),
            later=sum(day is not None and self._published is not None and day > self._published for day in days),
            tx=self._log[-1].tx if self._log else 0,
        )
