"""Files and folders."""

import io
import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.model.document import Capture
from onrecord.model.ids import sha256_hex
from onrecord.model.issue import Issue, Severity
from onrecord.sources.captures import captures

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def take(*inputs: str | Path, stdin: bytes = b"", max_bytes: int = 10_000) -> Sequence[Capture | Issue]:
    return list(captures(inputs, stdin=io.BytesIO(stdin), now=NOW, max_bytes=max_bytes))


def summary(found: Sequence[Capture | Issue]) -> list[str]:
    return [f"{Path(x.name).name} {x.media_type}" if isinstance(x, Capture) else x.code for x in found]


def test_file_is_kept_byte_by_byte(tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfTwo warehouses\r\nburned"
    (tmp_path / "a.TXT").write_bytes(data)
    (capture,) = take(tmp_path / "a.TXT")
    assert isinstance(capture, Capture)
    assert (capture.data, capture.sha256, capture.media_type) == (data, sha256_hex(data), "text/plain")
    assert capture.name == (tmp_path / "a.TXT").as_posix()
    assert capture.captured_at == NOW


def test_folder_is_read_sorted_with_subfolders_and_without_hidden_files(tmp_path: Path) -> None:
    (tmp_path / "sub" / ".git").mkdir(parents=True)
    for name in ("b.txt", "a.md", ".hidden.txt", "c.pdf", "sub/z.html", "sub/y.jsonl", "sub/.git/x.txt"):
        (tmp_path / name).write_text('{"id": "r1", "text": "Two warehouses burned."}')
    found = take(tmp_path)
    assert summary(found) == [
        "a.md text/plain",
        "b.txt text/plain",
        "unsupported_format",
        "r1 application/json",
        "z.html text/html",
    ]
    assert isinstance(found[2], Issue)
    assert found[2].severity is Severity.NOTE


def test_other_endings_are_an_error_where_they_are_named(tmp_path: Path) -> None:
    (tmp_path / "c.pdf").write_bytes(b"%PDF")
    (issue,) = take(tmp_path / "c.pdf")
    assert isinstance(issue, Issue)
    assert (issue.code, issue.severity) == ("unsupported_format", Severity.ERROR)
    assert ".html" in issue.message


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 5000])
def test_impossible_names(name: str) -> None:
    (issue,) = take(name)
    assert isinstance(issue, Issue)
    assert issue.code in {"missing_file", "unreadable_file"}
    issue.document.encode()


def test_unreadable_things_in_a_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "broken.txt").symlink_to(tmp_path / "nowhere.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert summary(take(tmp_path)) == ["unreadable_file", "unreadable_file"]


def test_failing_read_is_an_issue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    (issue,) = take(tmp_path / "a.txt")
    assert isinstance(issue, Issue)
    assert issue.code == "unreadable_file"
    assert "Permission denied" in issue.message


def test_empty_folder(tmp_path: Path) -> None:
    assert summary(take(tmp_path)) == ["empty_folder"]


def test_name_that_is_not_utf8(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/f\xffre.txt")).write_text("x")
    (capture,) = take(tmp_path)
    assert isinstance(capture, Capture)
    assert capture.name.endswith("f\N{REPLACEMENT CHARACTER}re.txt")


def test_large_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"x" * 101)
    (tmp_path / "b.txt").write_bytes(b"x" * 100)
    assert summary(take(tmp_path, max_bytes=100)) == ["file_too_large", "b.txt text/plain"]


def test_folder_that_cannot_be_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refuse)
    assert summary(take(tmp_path)) == ["unreadable_file"]
