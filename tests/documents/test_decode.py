"""Bytes as text: what is guessed is said, what is no text is refused."""

from datetime import UTC, datetime

import pytest

from onrecord.documents.read import read_document
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Result, Severity

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def read(data: bytes, media_type: str = "text/plain") -> Result[Document]:
    return read_document(Capture.of("report", data, media_type, NOW))


def codes(result: Result[Document]) -> list[str]:
    assert all(issue.document == "report" for issue in result.issues)
    return [issue.code for issue in result.issues if issue.code != "no_publication_date"]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"one NUL \0 is enough",
        bytes(range(1, 32)) * 20,
        bytes(range(128, 256)) * 2 + bytes(range(1, 32)),
        b"\xff\xfe" + bytes(range(200, 256)) * 20,
        "UTF-16 without its mark".encode("utf-16-le"),
    ],
)
@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_binary_content(data: bytes, media_type: str) -> None:
    result = read(data, media_type)
    assert result.values == ()
    assert codes(result) == ["binary_content"]
    assert result.issues[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    "text, encoding",
    [
        ("Le maire a déclaré que deux entrepôts avaient brûlé à l'aube près de la gare.", "latin-1"),
        ("Мэр сообщил, что утром сгорели два склада. Никто не пострадал.", "cp1251"),
    ],
)
def test_other_encodings_are_read_and_named(text: str, encoding: str) -> None:
    result = read(text.encode(encoding))
    assert result.values[0].text == text
    assert codes(result) == ["decoded_as"]
    assert result.issues[0].severity is Severity.NOTE


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "utf-8-sig"])
def test_byte_order_marks_are_obeyed_and_removed(encoding: str) -> None:
    result = read("Two warehouses burned in Čop.\r\nNobody was hurt.\r".encode(encoding))
    assert result.values[0].text == "Two warehouses burned in Čop.\nNobody was hurt.\n"
    assert codes(result) == []


def test_broken_utf8_stays_utf8() -> None:
    text = "Мэр сообщил, что утром сгорели два склада."
    result = read(text.encode()[:-2])
    assert result.values[0].text == text[:-2] + "\N{REPLACEMENT CHARACTER}"
    assert codes(result) == ["damaged_text"]


def test_single_accents_are_no_east_asian_text() -> None:
    """A line with a few accents is too short for statistics: bytes that never come in pairs are Western letters."""
    text = "L\u2019arm\u00e9e a dit que la ville \u00e9tait calme.\n"
    result = read(text.encode("cp1252"))

    assert result.values[0].text == text
    assert codes(result) == ["decoded_as"]
