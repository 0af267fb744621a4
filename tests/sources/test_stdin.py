"""Standard input."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.model.document import Capture
from onrecord.model.issue import Issue
from onrecord.sources.captures import captures

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def take(*inputs: str | Path, stdin: bytes = b"", max_bytes: int = 10_000) -> Sequence[Capture | Issue]:
    return list(captures(inputs, stdin=io.BytesIO(stdin), now=NOW, max_bytes=max_bytes))


def summary(found: Sequence[Capture | Issue]) -> list[str]:
    return [f"{Path(x.name).name} {x.media_type}" if isinstance(x, Capture) else x.code for x in found]


@pytest.mark.parametrize(
    "data, expected",
    [
        (b"Two warehouses burned.\nNobody was hurt.", ["- text/plain"]),
        (b"", ["- text/plain"]),
        (b"{ not a row", ["- text/plain"]),
        (b" <html><p>Two warehouses burned.</p>", ["- text/html"]),
        (
            b'\n{"text": "a"}\n{"text": "b", "id": "n"}\n{',
            ["-:2 application/json", "n application/json", "bad_json_row"],
        ),
        (b"x" * 10_001, ["file_too_large"]),
        (b"\n" * 10_001, ["file_too_large"]),
    ],
)
def test_standard_input(data: bytes, expected: list[str]) -> None:
    found = take("-", stdin=data)
    assert summary(found) == expected
    if expected in (["- text/plain"], ["- text/html"]):
        assert isinstance(found[0], Capture)
        assert found[0].data == data
