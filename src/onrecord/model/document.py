"""What a report is: the bytes that came in, and the one text that spans point into."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from onrecord.model.ids import content_id, sha256_hex
from onrecord.model.span import Quote, Span

__all__ = ["Basis", "Capture", "Document", "Stated", "TextLayer"]


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they arrived, never altered: the evidentiary copy (Berkeley Protocol).

    Attributes:
        name: What the user called it: a path, a URL, ``-``, or the id of a JSON Lines row.
        data: The raw bytes.
        sha256: Their SHA-256 in hexadecimal.
        media_type: ``text/plain``, ``text/html`` or ``application/json`` (one row of JSON Lines).
        captured_at: When onrecord took them in, UTC.
    """

    name: str
    data: bytes
    sha256: str
    media_type: str
    captured_at: datetime

    @classmethod
    def of(cls, name: str, data: bytes, media_type: str, captured_at: datetime) -> Self:
        """Return a capture of these bytes with their digest."""
        return cls(name, data, sha256_hex(data), media_type, captured_at)


@dataclass(frozen=True, slots=True)
class TextLayer:
    """The text that a named, versioned extractor made of a capture; immutable.

    Attributes:
        text: Unicode text; spans count its code points.
        extractor: What made it: ``plain``, ``html/trafilatura``, ``jsonl``.
        version: The extractor's version, so that a change makes a new layer.
    """

    text: str
    extractor: str
    version: str

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8."""
        return sha256_hex(self.text.encode("utf-8", "surrogatepass"))


class Basis:
    """Where a fact about a document comes from, in order of trust."""

    OPTION = "option"
    """The user said so, on the command line or in a JSON Lines field."""
    METADATA = "metadata"
    """The document's own machine-readable metadata."""
    DATELINE = "dateline"
    """The dateline of the text: ``KYIV (Reuters) —``."""
    HEADLINE = "headline"
    """The first line of the text, set apart as a headline."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact about a document with its basis.

    Attributes:
        value: The fact in words.
        basis: One of `Basis`.
        mention: Where the text says it, if it does.
    """

    value: str
    basis: str
    mention: Span | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it is read.

    Attributes:
        name: What the user called it.
        capture_sha256: Digest of the raw bytes.
        layer: The text.
        outlet: Who published it, or None.
        title: Its headline, or None.
        published: When it was published: a date, or an instant with a zone; None where unknown, never a guess.
        published_basis: One of `Basis`, or None with `published`.
        url: Where it was published, or None.
        language: ISO 639-1 code, or None where unknown.
    """

    name: str
    capture_sha256: str
    layer: TextLayer
    outlet: Stated | None = None
    title: Stated | None = None
    published: date | datetime | None = None
    published_basis: str | None = None
    url: str | None = None
    language: str | None = None

    @property
    def id(self) -> str:
        """Digest of the bytes, the text layer and the facts that a claim depends on; not of the name."""
        return content_id(
            "doc",
            {
                "capture": self.capture_sha256,
                "text": self.layer.sha256,
                "extractor": f"{self.layer.extractor} {self.layer.version}",
                "outlet": self.outlet.value if self.outlet else None,
                "title": self.title.value if self.title else None,
                "published": self.published.isoformat() if self.published else None,
                "url": self.url,
            },
        )

    @property
    def text(self) -> str:
        """The text that spans point into."""
        return self.layer.text

    @property
    def published_day(self) -> date | None:
        """The day of publication in the zone it was given in, or None."""
        if isinstance(self.published, datetime):
            return self.published.date()
        return self.published

    def quote(self, span: Span, *, context: int = 0) -> Quote:
        """Return the words at a span of this document."""
        return span.quote(self.text, context=context)
