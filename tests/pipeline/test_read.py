from tests.builders import capture
from tests.pipeline.fakes import FakeReader

from onrecord.documents.facts import NOTHING_GIVEN, GivenFacts
from onrecord.model.document import Capture
from onrecord.model.issue import Issue, Severity
from onrecord.pipeline.read import documents_of, read

MISSING = Issue("missing_file", "There is no such file.", Severity.ERROR, "gone.txt")


def test_a_poisoned_report_costs_nothing_but_itself() -> None:
    found: list[Capture | Issue] = [
        capture("a.txt", b"Shells fell."),
        capture("b.txt", b"POISON"),
        MISSING,
        capture("c.txt", b""),
        capture("d.txt", b"Shells, Shells."),
    ]
    outcomes = list(read(found, NOTHING_GIVEN, FakeReader()))
    assert [(one.name, len(one.claims), one.failed) for one in outcomes] == [
        ("a.txt", 1, False), ("b.txt", 0, True), ("gone.txt", 0, True), ("c.txt", 0, True), ("d.txt", 2, False),
    ]  # fmt: skip
    poisoned = outcomes[1].issues[-1]
    assert poisoned.code == "reading_failed"
    assert "ValueError: a layer tripped" in poisoned.message


def test_what_the_user_says_reaches_the_document() -> None:
    facts = GivenFacts.parse(outlet="Varnia Courier", published="2024-05-15")
    (outcome,) = read([capture("a.txt", b"Shells fell.")], facts, FakeReader())
    assert outcome.document is not None
    assert outcome.document.outlet is not None
    assert outcome.document.outlet.value == "Varnia Courier"
    assert not [issue for issue in outcome.issues if issue.code == "no_publication_date"]


def test_a_text_that_is_too_long_is_kept_unread() -> None:
    reader = FakeReader()
    (outcome,) = read([capture("a.txt", b"Shells fell. " * 100_000)], NOTHING_GIVEN, reader)
    assert outcome.failed
    assert outcome.document is not None
    assert reader.reads == 0


def test_an_extractor_that_trips_is_a_defect_of_one_report() -> None:
    broken = capture("a.html", b"<html>", media_type="text/html")
    object.__setattr__(broken, "data", None)  # nothing of the kind can come from a source
    (outcome,) = read([broken], NOTHING_GIVEN, FakeReader())
    assert outcome.issues[0].code == "document_failed"


def test_documents_without_reading_them(tmp_path: object) -> None:
    assert documents_of([str(tmp_path) + "/nothing"]) == ()
