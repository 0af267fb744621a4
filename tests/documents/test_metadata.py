"""Whose word counts: the user's, then the file's, then the text's."""

from datetime import UTC, date, datetime

from onrecord.documents.facts import GivenFacts
from onrecord.documents.read import read_document
from onrecord.model.document import Basis, Capture, Document
from onrecord.model.issue import Result

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def read(text: str, facts: GivenFacts | None = None) -> Result[Document]:
    return read_document(Capture.of("report", text.encode(), "text/plain", NOW), facts or GivenFacts())


def test_undated_report() -> None:
    result = read("Two warehouses burned.\n")
    assert result.values[0].published is None
    assert result.values[0].published_basis is None
    assert [issue.code for issue in result.issues] == ["no_publication_date"]


def test_day_without_year_is_pointed_out() -> None:
    text = "GENEVA, March 9 (Reuters) - Two warehouses burned."
    (issue,) = read(text).issues
    assert issue.code == "no_publication_date"
    assert issue.span is not None
    assert issue.span.words(text) == "March 9"


def test_options_win() -> None:
    facts = GivenFacts.parse(outlet="The Ford Herald", title="Fire", published="2022-03-10")
    (document,) = read("ALEPPO, 12 July 2016 (AP) - Two warehouses burned.", facts=facts).values
    assert document.outlet is not None
    assert document.title is not None
    assert (document.outlet.value, document.outlet.basis) == ("The Ford Herald", Basis.OPTION)
    assert (document.title.value, document.title.basis) == ("Fire", Basis.OPTION)
    assert (document.published, document.published_basis) == (date(2022, 3, 10), Basis.OPTION)


def test_given_outlet_points_to_the_dateline_that_says_the_same() -> None:
    text = "(CN) — Two warehouses burned."
    (document,) = read(text, facts=GivenFacts(outlet="CN")).values
    assert document.outlet is not None
    assert document.outlet.mention is not None
    assert document.outlet.mention.words(text) == "CN"
