"""From bytes to documents: every kind of bad input gives a located issue, and good text stays exactly as it is."""

import subprocess
import sys
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.facts import GivenFacts
from onrecord.documents.read import read_document
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Result, Severity

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def read(data: bytes | str, media_type: str = "text/plain", facts: GivenFacts | None = None) -> Result[Document]:
    raw = data.encode() if isinstance(data, str) else data
    return read_document(Capture.of("report", raw, media_type, NOW), facts or GivenFacts())


def codes(result: Result[Document]) -> list[str]:
    assert all(issue.document == "report" for issue in result.issues)
    return [issue.code for issue in result.issues if issue.code != "no_publication_date"]


@given(st.binary(max_size=300))
def test_no_bytes_raise(data: bytes) -> None:
    result = read(data)
    assert len(result.values) == 1 or any(issue.severity == Severity.ERROR for issue in result.issues)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_empty_document(data: bytes, media_type: str) -> None:
    result = read(data, media_type)
    assert result.values == ()
    assert codes(result) == ["empty_document"]


def test_long_text_is_kept_with_an_error() -> None:
    result = read("Two warehouses burned. " * 900_000)
    assert len(result.values) == 1
    assert codes(result) == ["text_too_long"]
    assert "split" in result.issues[-1].message


def test_same_report_twice_is_the_same_document() -> None:
    first = read_document(Capture.of("a.txt", b"Two warehouses burned.", "text/plain", NOW))
    second = read_document(Capture.of("b.txt", b"Two warehouses burned.", "text/plain", NOW))
    assert first.values[0].id == second.values[0].id


def test_plain_text_does_not_load_the_html_reader() -> None:
    script = (
        "import sys; from datetime import datetime, timezone\n"
        "from onrecord.documents.read import read_document; from onrecord.model.document import Capture\n"
        "import onrecord.sources.captures\n"
        "read_document(Capture.of('a', b'(CN) - Two warehouses burned.', 'text/plain', datetime.now(timezone.utc)))\n"
        "sys.exit(any(m in sys.modules for m in ('trafilatura', 'lxml', 'charset_normalizer', 'spacy')))"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0
