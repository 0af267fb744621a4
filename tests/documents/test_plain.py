"""The text layer of a plain file is the file."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.read import read_document
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Result

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def read(data: bytes, media_type: str = "text/plain") -> Result[Document]:
    return read_document(Capture.of("report", data, media_type, NOW))


def codes(result: Result[Document]) -> list[str]:
    assert all(issue.document == "report" for issue in result.issues)
    return [issue.code for issue in result.issues if issue.code != "no_publication_date"]


def no_controls(text: str) -> bool:
    return not any((ord(c) < 32 and c != "\n") or c == "\x7f" for c in text) and not text.startswith("\ufeff")


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\0")).filter(no_controls))
def test_text_of_utf8_file_is_the_file(text: str) -> None:
    result = read(text.encode())
    if text.strip():
        assert result.values[0].text == text
        assert codes(result) == []
    else:
        assert codes(result) == ["empty_document"]
