"""What `read_times` adds to the case file: undated events, series, governors."""

from datetime import UTC, date, datetime
from typing import Any

from onrecord.model.time import TimePrecision
from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.read import planned_undated, read_times, series_before, times_by_governor, undated

DOCUMENT_DATE = date(2022, 3, 9)


def test_undated_event_ends_with_the_document_date() -> None:
    found = undated(DOCUMENT_DATE, state=False)
    assert found is not None
    assert (found.start, found.end, found.precision) == (None, DOCUMENT_DATE, TimePrecision.OPEN_START)
    assert found.basis is not None
    assert found.basis.startswith("R-T8")


def test_undated_state_is_present() -> None:
    found = undated(datetime(2022, 3, 9, 23, tzinfo=UTC), state=True)
    assert found is not None
    assert (found.end, found.value) == (DOCUMENT_DATE, "PRESENT_REF")


def test_undated_plan_lies_ahead() -> None:
    found = planned_undated(DOCUMENT_DATE)
    assert found is not None
    assert (found.start, found.end, found.precision) == (DOCUMENT_DATE, None, TimePrecision.OPEN_END)


def test_nothing_is_guessed_without_a_document_date() -> None:
    assert undated(None, state=True) is None
    assert planned_undated(None) is None


def test_series_before_gives_the_earlier_days(nlp: Any) -> None:
    doc = parse(nlp, "Buses left for a third straight day. A convoy left for a second day running on Tuesday.")
    third, second = (mention.interval for mention in read_times(doc, DOCUMENT_DATE, None))
    assert third is not None
    assert second is not None
    before_third, before_second = series_before(third), series_before(second)
    assert before_third is not None
    assert before_second is not None
    assert (before_third.start, before_third.end) == (date(2022, 3, 7), date(2022, 3, 8))
    assert (before_second.start, before_second.precision) == (date(2022, 3, 7), TimePrecision.DAY)


def test_series_before_needs_a_series(nlp: Any) -> None:
    (mention,) = read_times(parse(nlp, "Buses left on Tuesday."), DOCUMENT_DATE, None)
    assert mention.interval is not None
    assert series_before(mention.interval) is None


def test_times_by_governor_leaves_durations_out(nlp: Any) -> None:
    doc = parse(nlp, "Shelling lasted for three days. Buses left on Tuesday at noon.")
    grouped = times_by_governor(read_times(doc, DOCUMENT_DATE, None))
    assert [doc[token].text for token in grouped] == ["left"]


def test_fronted_time_belongs_to_the_main_verb(nlp: Any) -> None:
    doc = parse(nlp, "Since the weekend, tentative convoys meant to permit civilian travel have ended early.")
    (mention,) = read_times(doc, DOCUMENT_DATE, None)
    assert mention.governor is not None
    assert doc[mention.governor].text == "ended"


def test_empty_text(nlp: Any) -> None:
    assert read_times(parse(nlp, ""), DOCUMENT_DATE, None) == ()
