from datetime import UTC, datetime, timedelta, timezone

import pytest
from tests.builders import capture, document, entry

from onrecord.ledger.rows import (
    capture_row,
    document_row,
    instant_of,
    instant_text,
    row_digest,
    storable,
    text_of,
    tx_hash,
)
from onrecord.ledger.sqlite import Ledger


@pytest.mark.parametrize("text", ["", "plain", "Харків", "a\x00b", "caf\udce9", "\ud800\udc00"])
def test_any_text_can_be_stored(text: str) -> None:
    stored = storable(text)
    assert stored is not None
    assert text_of(stored) == text


def test_instants_sort_as_text() -> None:
    kyiv = timezone(timedelta(hours=3))
    instants = [datetime(2024, 6, 1, 2, 59, tzinfo=kyiv), datetime(2024, 6, 1, 0, 0, tzinfo=UTC)]
    texts = [instant_text(instant) for instant in instants]
    assert texts == sorted(texts)
    assert [instant_of(text) for text in texts] == instants


def test_null_columns_do_not_count() -> None:
    assert row_digest("issue", {"a": 1}) == row_digest("issue", {"a": 1, "later": None, "digest": "x"})
    assert row_digest("issue", {"a": 0}) != row_digest("issue", {})
    assert row_digest("issue", {"a": 1}) != row_digest("claim", {"a": 1})
    assert row_digest("issue", {"a": b"x"}) != row_digest("issue", {"a": "x"})


def test_the_hash_of_a_transaction_depends_on_order() -> None:
    assert tx_hash({"id": 1}, ["a", "b"]) != tx_hash({"id": 1}, ["b", "a"])
    assert tx_hash({"id": 1, "hash": "x"}, []) == tx_hash({"id": 1}, [])


@pytest.mark.parametrize(
    "data, codec", [(b"", "raw"), (b"short", "raw"), (b"long " * 99, "zlib"), (bytes(range(256)), "raw")]
)
def test_bytes_come_back_exactly(sqlite: Ledger, data: bytes, codec: str) -> None:
    taken = capture("-", data)
    assert capture_row(taken)["codec"] == codec
    sqlite.writer().append(entry(document("-", "Text.", capture_sha256=taken.sha256), capture=taken))
    assert sqlite.view().capture(taken.sha256) == taken


def test_the_day_of_publication_is_that_of_its_own_zone() -> None:
    night = datetime(2024, 5, 14, 0, 30, tzinfo=timezone(timedelta(hours=3)))
    row = document_row(document(published=night))
    assert (row["published_day"], row["published"]) == ("2024-05-14", "2024-05-14T00:30:00+03:00")
