from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.builders import capture
from tests.pipeline.fakes import FakeReader

from onrecord.documents.facts import NOTHING_GIVEN
from onrecord.ledger.sqlite import Ledger
from onrecord.model.issue import Issue, Severity
from onrecord.pipeline.ingest import ingest

GOOD = capture("a.txt", b"Shells fell on Varnia.")
OTHER = capture("b.txt", b"Shells fell again. Shells!")
EMPTY = capture("c.txt", b"")
MISSING = Issue("missing_file", "There is no such file.", Severity.ERROR, "gone.txt")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "t.db", create=True) as opened:
        yield opened


def test_each_report_is_in_the_ledger_before_the_next_is_begun(ledger: Ledger) -> None:
    run = ingest([GOOD, OTHER], NOTHING_GIVEN, FakeReader(), ledger.writer())
    next(run)
    assert len(list(ledger.view().claims())) == 1
    next(run)
    assert len(list(ledger.view().claims())) == 3


def test_the_same_report_twice_is_read_once(ledger: Ledger) -> None:
    reader = FakeReader()
    first, again = ingest([GOOD, GOOD], NOTHING_GIVEN, reader, ledger.writer())
    assert (first.known, again.known, reader.reads) == (False, True, 1)
    assert again.issues == ()
    assert ledger.verify() == ()


def test_a_later_reader_reads_again(ledger: Ledger) -> None:
    list(ingest([GOOD], NOTHING_GIVEN, FakeReader("1"), ledger.writer()))
    (outcome,) = ingest([GOOD], NOTHING_GIVEN, FakeReader("2"), ledger.writer())
    assert not outcome.known
    assert [claim.reader.version for claim in ledger.view().claims()] == ["2"]


def test_what_failed_is_recorded_and_the_others_are_done(ledger: Ledger) -> None:
    outcomes = list(ingest([EMPTY, MISSING, GOOD], NOTHING_GIVEN, FakeReader(), ledger.writer()))
    assert [one.failed for one in outcomes] == [True, True, False]
    assert {issue.code for issue in ledger.view().issues()} >= {"empty_document", "missing_file"}
    assert ledger.verify() == ()


def test_a_text_too_long_is_kept_and_fails_each_time(ledger: Ledger) -> None:
    long = capture("long.txt", b"Shells fell. " * 100_000)
    for _ in range(2):
        (outcome,) = ingest([long], NOTHING_GIVEN, FakeReader(), ledger.writer())
        assert outcome.failed
        assert [issue.code for issue in outcome.issues if issue.severity is Severity.ERROR] == ["text_too_long"]
    assert ledger.view().counts().documents == 1
    assert ledger.view().counts().claims == 0


def test_an_interrupt_leaves_whole_reports_and_the_next_run_takes_it_up(ledger: Ledger) -> None:
    with pytest.raises(KeyboardInterrupt):
        list(ingest([GOOD, OTHER], NOTHING_GIVEN, FakeReader(interrupt_at=2), ledger.writer()))
    assert ledger.verify() == ()
    assert [one.name for one in ledger.view().documents()] == ["a.txt"]
    outcomes = list(ingest([GOOD, OTHER], NOTHING_GIVEN, FakeReader(), ledger.writer()))
    assert [one.known for one in outcomes] == [True, False]
    assert ledger.verify() == ()
