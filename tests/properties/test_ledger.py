"""The SQLite ledger answers as a ledger of lists does, whatever is appended and asked."""

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.builders import READER, TEXT, attribution, claim, document, entry, issue
from tests.strategies import maybe, several

from onrecord.ledger.base import AsOf, Entry
from onrecord.ledger.filters import Filters
from onrecord.ledger.memory import MemoryLedger
from onrecord.ledger.sqlite import Ledger
from onrecord.model.attribution import Attribution
from onrecord.model.claim import Claim, Quarantined, ReaderInfo, Tier
from onrecord.model.document import Document
from onrecord.model.factuality import Modality
from onrecord.model.place import Place
from onrecord.model.span import Quote
from onrecord.model.time import Interval, TimePrecision

START = datetime(2024, 6, 1, tzinfo=UTC)
NAMES = ["Varnia", "VARNIA", "Straße", "STRASSE", "Харків", "Ar", "a"]
"""Few names, so that they meet; two that are one in another case."""

days = st.sampled_from([date(2024, 5, day) for day in (1, 2, 3)])
edges = st.one_of(days, days.map(lambda day: datetime(day.year, day.month, day.day, 23, tzinfo=UTC)))
names = st.sampled_from(NAMES)
intervals = st.builds(Interval, maybe(edges), maybe(edges), st.just(TimePrecision.DAY))
places = st.builds(Place, names, gazetteer_id=maybe(names), admin=several(names), country=maybe(names))
attributions: st.SearchStrategy[Attribution] = st.lists(names, max_size=2).map(lambda said: attribution(*said))
readers = st.sampled_from([READER, ReaderInfo("rules", "0.2.0", "parameters-b"), ReaderInfo("rules", "0.2.0", "c")])
DAY, LATE = date(2024, 5, 2), datetime(2024, 5, 3, 23, tzinfo=UTC)
documents = st.sampled_from(
    [
        document("a"),
        document("a", outlet="Straße", published=DAY),
        document("a", TEXT + "x", published=LATE),
        document("b", published=DAY),
        document("b", outlet="Straße", published=LATE),
    ]
)
"""Few reports, so that they are read again, corrected, and met under another name."""
issues = st.builds(issue, st.sampled_from(["one", "two"]), st.sampled_from(["a", "b", "c"]))


@st.composite
def claims(draw: st.DrawFn, of: Document, reader: ReaderInfo) -> Claim:
    changes: dict[str, Any] = {
        "attribution": draw(attributions),
        "places": draw(several(places)),
        "time": draw(maybe(intervals)),
        "event_type": draw(st.sampled_from(["CEASEFIRE", "CEASEFIRE.VIOLATION", "SIEGE"])),
        "modality": draw(st.sampled_from([Modality.ASSERTED, Modality.DENIED])),
        "tier": draw(st.sampled_from(Tier)),
    }
    if draw(st.integers(0, 9)) == 0:
        changes["evidence"] = Quote(0, 3, "Not there")
    start = draw(st.integers(0, 30))
    return claim(of, of.text[start : start + 12], reader=reader, **changes)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    of, reader = draw(documents), draw(readers)
    found = draw(st.lists(claims(of, reader), max_size=3))
    broken = [Quarantined(kept, "R-P3", "no accuser") for kept in draw(st.lists(claims(of, reader), max_size=1))]
    problems = [replace(problem, document=of.name) for problem in draw(st.lists(issues, max_size=2))]
    return entry(of, *found, reader=reader, quarantined=tuple(broken), issues=tuple(problems))


steps = st.lists(st.one_of(entries(), st.lists(issues, max_size=2)), max_size=6)
filters = st.builds(
    Filters, place=maybe(names), since=maybe(days), until=maybe(days), speaker=maybe(names),
    event_type=maybe(st.sampled_from(["CEASEFIRE", "ceasefire.violation", "SIEGE"])),
    modality=maybe(st.just(Modality.DENIED)), outlet=maybe(names), document=maybe(st.sampled_from(["a", "b"])),
    tier=maybe(st.sampled_from(Tier)), text=maybe(st.sampled_from(["GRAIN", "hit", "zz"])),
)  # fmt: skip
moments = st.one_of(st.integers(0, 8), st.integers(-1, 8).map(lambda hours: START + timedelta(hours=hours)))
as_ofs = st.builds(AsOf, published=maybe(days), ledger=maybe(moments))


def clock() -> Any:
    hours = iter(range(10**6))
    return lambda: START + timedelta(hours=next(hours))


def take_in(ledger: Any, step: Any) -> object:
    writer = ledger.writer()
    return writer.append(step) if isinstance(step, Entry) else writer.append_issues(step)


def answers(ledger: Any, as_of: AsOf, wanted: Filters, known: list[Any]) -> dict[str, object]:
    view = ledger.view(as_of)
    ids = [found.id for step in known if isinstance(step, Entry) for found in step.claims]
    keys = ["a", "b", "c", *(step.document.id for step in known if isinstance(step, Entry))]
    return {
        "claims": list(view.claims(wanted)),
        "all claims": list(view.claims()),
        "documents": list(view.documents()),
        "issues": list(view.issues()),
        "quarantined": list(view.quarantined()),
        "counts": view.counts(),
        "by id": [view.claim(found) for found in ids],
        "by name": [view.document(key) for key in keys],
    }


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps, st.lists(st.tuples(as_ofs, filters), min_size=1, max_size=4))
def test_the_file_answers_as_the_list_does(taken: list[Any], asked: list[tuple[AsOf, Filters]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        twin = MemoryLedger(clock=clock())
        with Ledger.open(Path(folder, "l.db"), create=True, clock=clock()) as ledger:
            for step in taken:
                assert take_in(ledger, step) == take_in(twin, step)
            each_moment = [(AsOf(ledger=tx), Filters()) for tx in range(len(taken) + 2)]
            one_day = [(AsOf(), Filters(since=day, until=day)) for day in (date(2024, 5, 1), date(2024, 5, 2))]
            for as_of, wanted in [*each_moment, *one_day, *asked]:
                assert answers(ledger, as_of, wanted, taken) == answers(twin, as_of, wanted, taken)
            assert ledger.verify() == ()


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps, steps)
def test_taking_in_again_changes_nothing(taken: list[Any], more: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "l.db"), create=True) as ledger:
        for step in [*taken, *more]:
            take_in(ledger, step)
        head = ledger.head()
        for step in taken:
            take_in(ledger, step)
        assert ledger.head() == head


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(steps, steps)
def test_what_was_as_of_stays_so(taken: list[Any], more: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder, "l.db"), create=True) as ledger:
        for step in taken:
            take_in(ledger, step)
        then = AsOf(ledger=ledger.head()[0])
        before = answers(ledger, then, Filters(), taken)
        view = ledger.view()
        for step in more:
            take_in(ledger, step)
        assert answers(ledger, then, Filters(), taken) == before
        assert list(view.claims()) == before["all claims"]
