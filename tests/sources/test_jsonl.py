"""Rows of JSON Lines."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from onrecord.model.document import Capture
from onrecord.model.issue import Issue
from onrecord.sources.captures import captures

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def take(*inputs: str | Path, stdin: bytes = b"", max_bytes: int = 10_000) -> Sequence[Capture | Issue]:
    return list(captures(inputs, stdin=io.BytesIO(stdin), now=NOW, max_bytes=max_bytes))


def summary(found: Sequence[Capture | Issue]) -> list[str]:
    return [f"{Path(x.name).name} {x.media_type}" if isinstance(x, Capture) else x.code for x in found]


def test_rows_good_and_bad(tmp_path: Path) -> None:
    rows = [
        b'\xef\xbb\xbf{"id": 7, "text": "a"}\r',
        b"",
        b'{"text": "b"}',
        b"{broken",
        b"[1]",
        b'{"id": "x"}',
        b'{"text": 3}',
        b'{"text": "\xff"}',
        b"[" * 5000,
        b'{"text": "' + b"x" * 9000 + b'"}',
        b'{"id": " ", "text": ""}',
    ]
    (tmp_path / "r.ndjson").write_bytes(b"\n".join(rows))
    found = take(tmp_path / "r.ndjson", max_bytes=8000)
    assert summary(found) == [
        "7 application/json",
        "r.ndjson:3 application/json",
        *["bad_json_row"] * 6,
        "file_too_large",
        "r.ndjson:11 application/json",
    ]
    assert isinstance(found[0], Capture)
    assert found[0].data == b'{"id": 7, "text": "a"}'
    assert isinstance(found[2], Issue)
    assert found[2].document.endswith("r.ndjson:4")


def test_row_that_nests_too_deeply(tmp_path: Path) -> None:
    (tmp_path / "r.jsonl").write_bytes(b"[" * 200_000)
    (issue,) = take(tmp_path / "r.jsonl", max_bytes=300_000)
    assert isinstance(issue, Issue)
    assert issue.code == "bad_json_row"
