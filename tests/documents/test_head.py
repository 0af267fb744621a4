"""The head of a report, before its body; its forms are in ``tests/cases/datelines.yml``."""

from hypothesis import given
from hypothesis import strategies as st

from onrecord.documents.head import Head, read_head
from onrecord.model.span import Span


def test_spans_point_into_the_text() -> None:
    text = "\n\n  # Fire in Ford \n\nDate: 9 March 2022\n\n(CN) — Two warehouses burned."
    head = read_head(text)
    assert head.title is not None
    assert head.title.mention == Span(6, 18)
    assert head.title.value == head.title.mention.words(text) == "Fire in Ford"
    assert head.published is not None
    assert head.published.span.words(text) == "9 March 2022"
    assert head.dateline is not None
    assert head.dateline.span.words(text) == "(CN) — "


def test_head_ends_after_some_lines() -> None:
    assert read_head("short line\n" * 8 + "(CN) — Two warehouses burned.") == Head()


@given(st.text())
def test_any_text_has_a_head(text: str) -> None:
    title = read_head(text).title
    assert title is None or (title.mention is not None and title.mention.words(text) == title.value)
