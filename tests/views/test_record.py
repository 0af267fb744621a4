from datetime import date

from tests.builders import TEXT, claim, document
from tests.cli.record import REPORT, UNDATED, claims

from onrecord.views.record import Heading, by_report, heading_of, row


def test_claims_are_grouped_by_report_in_the_order_of_the_text() -> None:
    first, second = document("a.txt"), document("b.txt", TEXT + " More.")
    mixed = [claim(first, "Governor"), claim(first, "Shells"), claim(second, "Nobody")]
    reports = list(by_report(mixed, {first.id: heading_of(first)}))
    assert [report.heading.name for report in reports] == ["a.txt", "b.txt"]
    assert [one.words for one in reports[0].rows] == ["Shells", "Governor"]


def test_a_heading_says_what_is_not_known() -> None:
    assert Heading("x").words == "outlet not known · date not known"
    assert Heading("x", "Varnia Courier", "Shells", date(2024, 5, 15)).words == "Varnia Courier · 15 May 2024 · Shells"
    assert heading_of(UNDATED) == Heading("note.txt")
    assert heading_of(REPORT).outlet == "Varnia Courier"


def test_a_row_holds_the_words_on_one_line() -> None:
    broken = document(text="Shells hit\n the port.")
    assert row(claim(broken, "Shells hit\n the port.")).words == "Shells hit the port."
    assert [one.claim for report in by_report(claims(), {}) for one in report.rows]
