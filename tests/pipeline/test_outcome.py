from tests.builders import claim, document, quarantined

from onrecord.model.issue import Issue, Severity
from onrecord.pipeline.outcome import Outcome, Tally

NOTE = Issue("unsupported_format", "Not read.", Severity.NOTE, "x")
ERROR = Issue("empty_document", "Empty.", Severity.ERROR, "x")


def test_the_sum_of_a_run() -> None:
    tally = Tally()
    for outcome in (
        Outcome("a", document=document(), claims=(claim(), claim()), quarantined=(quarantined(),)),
        Outcome("b", document=document(), known=True),
        Outcome("c", issues=(ERROR,)),
        Outcome("d", issues=(NOTE,)),
    ):
        tally = tally.plus(outcome)
    assert tally == Tally(read=1, known=1, failed=1, claims=2, quarantined=1, issues=2)
    assert tally.words == "1 report read, 1 already there, 1 failed, 2 claims, 1 in quarantine, 2 issues"
    assert tally.taken == 2


def test_an_empty_run_says_so() -> None:
    assert Tally().words == "0 reports read, 0 claims"


def test_a_note_is_no_failure() -> None:
    assert Outcome("c", issues=(ERROR,)).failed
    assert not Outcome("d", issues=(NOTE,)).failed
