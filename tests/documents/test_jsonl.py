"""Rows of JSON Lines as documents."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from onrecord.documents.facts import GivenFacts
from onrecord.documents.read import read_document
from onrecord.model.document import Basis, Capture, Document
from onrecord.model.issue import Result

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def read(row: Any, facts: GivenFacts | None = None) -> Result[Document]:
    data = row if isinstance(row, bytes) else json.dumps(row).encode()
    return read_document(Capture.of("row", data, "application/json", NOW), facts or GivenFacts())


def test_fields_are_the_users_word() -> None:
    row = {
        "text": "KYIV (AP) — Two warehouses burned.\r\n",
        "title": "Fire",
        "outlet": "The Ford Herald",
        "published": "2022-03-09",
        "url": "https://ford.example/fire",
        "colour": "red",
    }
    result = read(row)
    (document,) = result.values
    assert result.issues == ()
    assert document.text == "KYIV (AP) — Two warehouses burned.\n"
    assert (document.layer.extractor, document.layer.version) == ("jsonl", "1")
    assert document.outlet is not None
    assert (document.outlet.value, document.outlet.basis) == ("The Ford Herald", Basis.OPTION)
    assert (document.published, document.published_basis) == (date(2022, 3, 9), Basis.OPTION)
    assert document.url == "https://ford.example/fire"
    assert read(row, GivenFacts(outlet="CN")).values[0].outlet != document.outlet


@pytest.mark.parametrize("published", ["9 March", "2022-3-9", 1646841600, ["2022-03-09"], True])
def test_bad_date_of_a_row_is_an_issue(published: object) -> None:
    result = read({"text": "Two warehouses burned.", "published": published})
    assert [issue.code for issue in result.issues] == ["bad_date", "no_publication_date"]
    assert result.values[0].published is None


@pytest.mark.parametrize("row", [b"{", b"[]", b'{"text": 3}', b"{}", b"[" * 100_000, b"\xff"])
def test_bad_row(row: bytes) -> None:
    assert [issue.code for issue in read(row).issues] == ["bad_json_row"]


def test_half_characters_are_replaced_and_said() -> None:
    result = read(b'{"text": "Two \\ud800 warehouses \\ud83d\\ude00", "title": "\\udfff"}')
    assert result.values[0].text == "Two \N{REPLACEMENT CHARACTER} warehouses \U0001f600"
    assert result.issues[0].code == "damaged_text"


def test_controls_in_a_row() -> None:
    assert [issue.code for issue in read({"text": "Two \0 warehouses"}).issues] == ["binary_content"]


def test_empty_text() -> None:
    assert [issue.code for issue in read({"text": " "}).issues] == ["empty_document"]
