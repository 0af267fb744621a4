"""What a report is, by how it begins."""

import pytest

from onrecord.sources.media import HTML, PLAIN, is_row, sniffed_type


@pytest.mark.parametrize(
    "data, expected",
    [
        (b"<!DOCTYPE HTML><p>x", HTML),
        (b"\xef\xbb\xbf <html>", HTML),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html xmlns="x">', HTML),
        (b"<article><p>x", HTML),
        (b"<htmlish>", PLAIN),
        (b"The <html> tag", PLAIN),
        (b"", PLAIN),
    ],
)
def test_pages_are_recognised(data: bytes, expected: str) -> None:
    assert sniffed_type(data) == expected


@pytest.mark.parametrize(
    "line, expected",
    [
        (b'{"text": "x"}\n', True),
        (b"\xef\xbb\xbf{}", True),
        (b"{ x", False),
        (b"[1]", False),
        (b'{"a":' * 99_999, False),
    ],
)
def test_rows_are_recognised(line: bytes, expected: bool) -> None:  # noqa: FBT001 - a table of cases
    assert is_row(line) is expected
