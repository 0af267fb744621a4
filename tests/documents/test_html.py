"""Web pages as documents."""

from datetime import UTC, datetime

import pytest

from onrecord.documents.read import read_document
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Result

NOW = datetime(2026, 1, 1, tzinfo=UTC)
BODY = (
    "<article><h1>Two warehouses burn in Ford</h1><p>Two warehouses burned in Ford on Wednesday, the mayor said. "
    "Nobody was hurt, he added.</p><p>A third one, in the <b>old</b> harbour, was saved by the firefighters of three "
    "towns.</p><ul><li>The first warehouse held grain.</li><li>The second was empty.</li></ul></article>"
)


def page(head: str = "", body: str = BODY, attributes: str = 'lang="en-GB"') -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body><nav>Home</nav>{body}</body></html>"


def read(data: bytes | str) -> Result[Document]:
    raw = data.encode() if isinstance(data, str) else data
    return read_document(Capture.of("page", raw, "text/html", NOW))


def test_text_has_one_line_a_paragraph_and_no_navigation() -> None:
    (document,) = read(page()).values
    lines = document.text.split("\n")
    assert lines[0] == "Two warehouses burn in Ford"
    assert lines[2] == "A third one, in the old harbour, was saved by the firefighters of three towns."
    assert any("held grain" in line for line in lines)
    assert "Home" not in document.text
    assert document.layer.extractor == "html/trafilatura"
    assert document.language == "en"
    assert document.title is not None
    assert document.title.mention is not None
    assert document.title.mention.words(document.text) == document.title.value == lines[0]


def test_same_page_gives_same_text() -> None:
    assert read(page()).values[0].id == read(page()).values[0].id


@pytest.mark.parametrize(
    "data",
    [
        "<html><head><title>Fire</title></head><body></body></html>",
        "<html><body><script>var a = 1</script></body></html>",
        "<!-- nothing -->",
        "<html>",
        "<html><body>" + "<div>" * 100_000,
    ],
)
def test_page_without_text(data: str) -> None:
    result = read(data)
    assert result.values == ()
    assert [issue.code for issue in result.issues] == ["no_text_in_html"]


def test_deeply_nested_page_does_not_crash() -> None:
    result = read(page(body="<div>" * 50_000 + BODY + "</div>" * 50_000))
    assert result.values or result.issues[0].code == "no_text_in_html"


def test_declared_encoding_is_obeyed() -> None:
    body = BODY.replace("Ford", "Málaga")
    result = read(page('<meta charset="windows-1252">', body).encode("cp1252"))
    assert "Málaga" in result.values[0].text
    assert [issue.code for issue in result.issues] == ["no_publication_date"]


def test_unknown_declared_encoding_is_passed_over() -> None:
    result = read(page('<meta charset="no-such">', BODY.replace("Ford", "Málaga")).encode("latin-1"))
    assert "laga" in result.values[0].text
    assert result.issues[0].code == "decoded_as"


def test_xhtml_declaration_and_entities_are_harmless(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "secret.txt"
    secret.write_text("the secret")
    head = f'<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://{secret}">]>'
    body = BODY.replace("the mayor said", "the mayor said &x;")
    (document,) = read(f"{head}<html xmlns='http://www.w3.org/1999/xhtml'><body>{body}</body></html>").values
    assert "the secret" not in document.text
    assert "warehouses burned" in document.text
