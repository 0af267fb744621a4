"""Inputs as captures: files, folders, rows and standard input; nothing that cannot be read is silently dropped."""

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


def test_named_file_without_ending_is_recognised_by_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("\n<!DOCTYPE html><p>Two warehouses burned.")
    (tmp_path / "note").write_text("Two warehouses burned.")
    assert summary(take(tmp_path / "page", tmp_path / "note")) == ["page text/html", "note text/plain"]


def test_missing_file_does_not_stop_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    found = take(tmp_path / "none.txt", tmp_path / "a.txt" / "b.txt", tmp_path / "a.txt", "https://ford.example/fire")
    assert summary(found) == ["missing_file", "missing_file", "a.txt text/plain", "missing_file"]
    assert isinstance(found[0], Issue)
    assert found[0].document.endswith("none.txt")
    assert isinstance(found[3], Issue)
    assert "network" in found[3].message
    assert found[3].document == "https://ford.example/fire"
