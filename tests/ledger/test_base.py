"""The contract, on every ledger."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from tests.builders import (
    TEXT,
    attribution,
    capture,
    claim,
    day,
    document,
    entry,
    issue,
    place,
    quantity,
    quarantined,
    quote,
)

from onrecord.errors import UsageError
from onrecord.ledger.base import AsOf
from onrecord.ledger.filters import Filters
from onrecord.ledger.memory import MemoryLedger
from onrecord.ledger.sqlite import Ledger
from onrecord.model.claim import ReaderInfo, Tier
from onrecord.model.document import Stated, TextLayer
from onrecord.model.factuality import Modality
from onrecord.model.issue import Severity
from onrecord.model.span import Quote, Span

Any_ = Ledger | MemoryLedger
NEXT = ReaderInfo("rules", "0.2.0", "parameters-bbbbbbbbbbbbbbbb")

HEADLINE = Stated("Shells hit the grain terminal", "headline", Span(0, 29))
REPORT = document(outlet="Varnia Courier", title=HEADLINE, published=date(2024, 5, 14), url="https://courier.example/1")
SHELLS = claim(
    REPORT, "Shells hit the grain terminal", event_type="BOMBARDMENT.SHELLING", time=day(date(2024, 5, 14)),
    places=(place(admin=("Ardenia", "Varnia District"), country="AR", gazetteer_id="geonames:1"),),
)  # fmt: skip
HURT = claim(
    REPORT, "Governor Ilan Tesh said at least four dock workers were hurt", event_type="CASUALTIES",
    attribution=attribution("Ilan Tesh", "Varnia Radio"), modality=Modality.REPORTED, time=day(None),
    quantities=(quantity(0, 0, kind="killed"),),
)  # fmt: skip
BACKGROUND = claim(REPORT, "he added", tier=Tier.BACKGROUND, event_type="CEASEFIRE.VIOLATION")
ENTRY = entry(REPORT, SHELLS, HURT, BACKGROUND, issues=(issue(span=Span(0, 3)),))


def test_what_was_appended_is_shown(ledger: Any_) -> None:
    done = ledger.writer().append(ENTRY)
    assert (done.document_id, done.tx, done.new, done.new_document) == (REPORT.id, 2, True, True)
    assert (done.claims, done.quarantined, done.issues) == (3, 0, 1)
    view = ledger.view()
    assert list(view.claims()) == [SHELLS, HURT, BACKGROUND]
    assert list(view.issues()) == [issue(span=Span(0, 3))]
    assert view.document(REPORT.id) == REPORT
    assert view.capture(REPORT.capture_sha256) == capture()
    counts = view.counts()
    assert (counts.documents, counts.claims, counts.issues, counts.tx) == (1, 3, 1, 2)
    (listed,) = view.documents()
    assert (listed.id, listed.name, listed.outlet, listed.title) == (
        REPORT.id, "report.txt", "Varnia Courier", HEADLINE.value,
    )  # fmt: skip
    assert (listed.published, listed.claims, listed.tx) == (date(2024, 5, 14), 3, 2)
    assert listed.at == datetime(2024, 6, 1, 1, tzinfo=UTC)


def test_an_empty_ledger_shows_nothing(ledger: Any_) -> None:
    view = ledger.view()
    assert (list(view.claims()), list(view.documents()), list(view.issues()), list(view.quarantined())) == ([],) * 4
    assert (view.claim("a"), view.document("a"), view.capture("a")) == (None, None, None)
    assert view.counts().documents == 0


def test_the_same_again_appends_nothing(ledger: Any_) -> None:
    writer = ledger.writer()
    assert not writer.has(REPORT.id, ENTRY.reader)
    first = writer.append(ENTRY)
    assert writer.has(REPORT.id, ENTRY.reader)
    again = writer.append(ENTRY)
    assert (again.new, again.tx, again.claims) == (False, first.tx, 0)
    assert ledger.view().counts().tx == first.tx


def test_the_same_report_under_another_name_is_already_there(ledger: Any_) -> None:
    writer = ledger.writer()
    writer.append(ENTRY)
    copy = replace(REPORT, name="copy.txt")
    assert writer.append(entry(copy, claim(copy))).new is False


def test_another_reader_supersedes(ledger: Any_) -> None:
    writer = ledger.writer()
    writer.append(ENTRY)
    kept = claim(REPORT, "Shells hit the grain terminal", reader=NEXT)
    done = writer.append(entry(REPORT, kept, reader=NEXT))
    assert (done.new, done.new_document) == (True, False)
    view = ledger.view()
    assert list(view.claims()) == [kept]
    assert list(view.issues()) == []
    assert view.counts().documents == 1
    assert view.claim(HURT.id) == HURT, "an id once cited never goes dead"
    assert list(ledger.view(AsOf(ledger=2)).claims()) == [SHELLS, HURT, BACKGROUND]
    assert writer.has(REPORT.id, ENTRY.reader)


def test_a_reading_under_another_name_goes_to_the_name_it_is_known_by(ledger: Any_) -> None:
    writer = ledger.writer()
    writer.append(ENTRY)
    copy = replace(REPORT, name="copy.txt")
    writer.append(entry(copy, claim(copy, reader=NEXT), reader=NEXT))
    assert [found.document for found in ledger.view().claims()] == ["report.txt"]


def test_other_facts_about_the_same_bytes_supersede(ledger: Any_) -> None:
    bare = document()
    ledger.writer().append(entry(bare, claim(bare)))
    ledger.writer().append(ENTRY)
    view = ledger.view()
    assert [listed.id for listed in view.documents()] == [REPORT.id]
    assert list(view.claims()) == [SHELLS, HURT, BACKGROUND]
    assert view.document("report.txt") == REPORT
    assert view.document(bare.id) == bare


def test_other_bytes_under_the_same_name_stand_beside(ledger: Any_) -> None:
    corrected = document(text=TEXT + " Corrected.")
    ledger.writer().append(ENTRY)
    ledger.writer().append(entry(corrected, claim(corrected)))
    assert ledger.view().counts().documents == 2
    assert ledger.view().document("report.txt") == corrected


def test_a_view_does_not_move(ledger: Any_) -> None:
    before = ledger.view()
    ledger.writer().append(ENTRY)
    assert before.counts().documents == 0
    assert list(before.claims()) == []


def test_a_claim_whose_words_are_not_there_is_quarantined(ledger: Any_) -> None:
    wrong = claim(REPORT, evidence=Quote(0, 6, "Bombs!"))
    mention = claim(REPORT, places=(place(mention=Quote(3, 9, "Varnia")),))
    done = ledger.writer().append(entry(REPORT, SHELLS, wrong, mention))
    assert (done.claims, done.quarantined) == (1, 2)
    assert list(ledger.view().claims()) == [SHELLS]
    kept = list(ledger.view().quarantined())
    assert [(q.claim, q.rule) for q in kept] == [(wrong, "R-C5"), (mention, "R-C5")]
    assert "evidence" in kept[0].reason
    assert "places" in kept[1].reason


def test_the_quarantine_is_kept_and_not_shown(ledger: Any_) -> None:
    broken = quarantined(REPORT, "R-P3", "harm without a named accuser")
    ledger.writer().append(entry(REPORT, SHELLS, quarantined=(broken,)))
    view = ledger.view()
    assert list(view.quarantined()) == [broken]
    assert view.counts().quarantined == 1
    assert list(view.claims()) == [SHELLS]


def test_one_claim_twice_is_one_claim(ledger: Any_) -> None:
    assert ledger.writer().append(entry(REPORT, SHELLS, SHELLS)).claims == 1


@pytest.mark.parametrize(
    "broken",
    [
        entry(REPORT, replace(SHELLS, document_id="doc-other")),
        entry(REPORT, replace(SHELLS, id="claim-mine")),
        entry(REPORT, replace(SHELLS, reader=NEXT)),
        entry(REPORT, capture=capture(data=b"other bytes")),
        entry(REPORT, capture=replace(capture(), data=b"other bytes")),
    ],
)
def test_what_does_not_belong_together_is_refused_whole(ledger: Any_, broken: Any) -> None:
    with pytest.raises(ValueError, match=r"claim|capture"):
        ledger.writer().append(broken)
    assert ledger.view().counts().documents == 0


SELECTIONS = [
    (Filters(), "SHB"),
    (Filters(place="varnia"), "S"),
    (Filters(place="ARDENIA"), "S"),
    (Filters(place="geonames:1"), "S"),
    (Filters(place="ar"), "S"),
    (Filters(place="Varn"), ""),
    (Filters(since=date(2024, 5, 14)), "SH"),
    (Filters(since=date(2024, 5, 15)), "H"),
    (Filters(until=date(2024, 5, 14)), "SH"),
    (Filters(until=date(2024, 5, 13)), "H"),
    (Filters(since=date(2024, 5, 1), until=date(2024, 5, 31)), "SH"),
    (Filters(speaker="tesh"), "H"),
    (Filters(speaker="RADIO"), "H"),
    (Filters(speaker="courier"), "SHB"),
    (Filters(event_type="BOMBARDMENT"), "S"),
    (Filters(event_type="ceasefire"), "B"),
    (Filters(event_type="CEASEFIRE.VIOLATION"), "B"),
    (Filters(event_type="CEASEFIRE.HOLDING"), ""),
    (Filters(modality=Modality.REPORTED), "H"),
    (Filters(outlet="varnia courier"), "SHB"),
    (Filters(outlet="Varnia"), ""),
    (Filters(document="report.txt"), "SHB"),
    (Filters(document=REPORT.id), "SHB"),
    (Filters(document="report"), ""),
    (Filters(tier=Tier.BACKGROUND), "B"),
    (Filters(text="DOCK workers"), "H"),
    (Filters(text="grain", place="Varnia", tier=Tier.CORE), "S"),
    (Filters(text="grain", tier=Tier.BACKGROUND), ""),
]


@pytest.mark.parametrize("filters, wanted", SELECTIONS)
def test_filters(ledger: Any_, filters: Filters, wanted: str) -> None:
    ledger.writer().append(ENTRY)
    letters = {SHELLS.id: "S", HURT.id: "H", BACKGROUND.id: "B"}
    assert "".join(letters[found.id] for found in ledger.view().claims(filters)) == wanted


def test_case_is_folded_in_every_script(ledger: Any_) -> None:
    of = document(text="Обстріл у місті ХАРКІВ.", outlet="Ґазета")
    found = claim(of, "ХАРКІВ", places=(place("Харків"),), attribution=attribution("Олег Тест"))
    ledger.writer().append(entry(of, found))
    for filters in (Filters(place="ХАРКІВ"), Filters(speaker="ОЛЕГ"), Filters(outlet="ҐАЗЕТА"), Filters(text="харк")):
        assert list(ledger.view().claims(filters)) == [found]


def test_as_of_publication(ledger: Any_) -> None:
    writer = ledger.writer()
    later = document("later.txt", TEXT + "1", published=date(2024, 5, 15))
    kyiv = timezone(timedelta(hours=3))
    night = document("night.txt", TEXT + "2", published=datetime(2024, 5, 14, 23, 30, tzinfo=kyiv))
    undated = document("undated.txt", TEXT + "3")
    for of in (later, night, undated):
        writer.append(entry(of, claim(of), issues=(issue(document_name=of.name),)))
    writer.append(ENTRY)
    writer.append_issues([issue("unreadable", "gone.pdf")])
    view = ledger.view(AsOf(published=date(2024, 5, 14)))
    assert [listed.name for listed in view.documents()] == ["night.txt", "report.txt"]
    counts = view.counts()
    assert (counts.documents, counts.undated, counts.later, counts.issues) == (2, 1, 1, 2)
    assert view.document("undated.txt") is None
    assert view.document("later.txt") is None
    assert view.claim(claim(later).id) is None
    everything = ledger.view().counts()
    assert (everything.documents, everything.undated, everything.later, everything.issues) == (4, 0, 0, 5)


def test_as_of_ledger(ledger: Any_) -> None:
    writer = ledger.writer()
    writer.append(ENTRY)
    other = document("other.txt", TEXT + "1")
    writer.append(entry(other, claim(other)))
    assert [ledger.view(AsOf(ledger=tx)).counts().documents for tx in (0, 1, 2, 3, 99)] == [0, 0, 1, 2, 2]
    third = datetime(2024, 6, 1, 2, tzinfo=UTC)
    for moment, documents in [(third - timedelta(microseconds=1), 1), (third, 2), (third - timedelta(days=9), 0)]:
        assert ledger.view(AsOf(ledger=moment)).counts().documents == documents
    assert ledger.view(AsOf(ledger=third.astimezone(timezone(timedelta(hours=-5))))).counts().documents == 2
    assert ledger.view(AsOf(ledger=2)).document("other.txt") is None
    assert ledger.view(AsOf(ledger=2)).capture(other.capture_sha256) is None


def test_as_of_an_instant_without_a_zone_is_refused(ledger: Any_) -> None:
    with pytest.raises(UsageError, match="time zone"):
        ledger.view(AsOf(ledger=datetime(2024, 6, 1)))  # noqa: DTZ001 - that is the case


def test_a_correction_of_the_date_decides_before_the_as_of(ledger: Any_) -> None:
    early = document(published=date(2024, 5, 1))
    late = document(published=date(2024, 6, 1))
    ledger.writer().append(entry(early, claim(early)))
    ledger.writer().append(entry(late, claim(late)))
    assert ledger.view(AsOf(published=date(2024, 5, 2))).counts().documents == 0
    assert ledger.view(AsOf(published=date(2024, 5, 2), ledger=2)).counts().documents == 1


def test_ids_may_be_cut_short(ledger: Any_) -> None:
    ledger.writer().append(ENTRY)
    view = ledger.view()
    assert view.claim(SHELLS.id[:14]) == SHELLS
    assert view.claim(SHELLS.id.removeprefix("claim-")[:8].upper()) == SHELLS
    assert view.document(REPORT.id[4:10]) == REPORT
    with pytest.raises(UsageError, match="more letters"):
        view.claim("claim-")
    assert view.claim("claim-zzzzzzzzzzzz") is None


def test_problems_of_what_never_became_a_document(ledger: Any_) -> None:
    writer = ledger.writer()
    bad = issue("unreadable", "report.txt", severity=Severity.ERROR)
    assert writer.append_issues([bad, bad, issue("unreadable", "gone.pdf")]) == 2
    assert writer.append_issues([bad]) == 0
    assert writer.append_issues([]) == 0
    assert ledger.view().counts().issues == 2
    assert ledger.view().counts().tx == 2
    writer.append(entry(REPORT, SHELLS))
    assert [found.document for found in ledger.view().issues()] == ["gone.pdf"], "taken in after all"
    assert len(list(ledger.view(AsOf(ledger=2)).issues())) == 2


def test_words_that_are_not_utf8_survive(ledger: Any_) -> None:
    of = document("caf\udce9.txt", "Broken \ud800 text.\x00 End.", title="T\udcff", outlet="O\udc80")
    found = claim(of, "\ud800", places=(place("P\udc81"),), attribution=attribution("S\udc82 T"))
    problem = issue(document_name=of.name, message="m\udc83")
    ledger.writer().append(entry(of, found, issues=(problem,)))
    view = ledger.view()
    assert view.document(of.name) == of
    assert list(view.claims(Filters(document=of.name, outlet="O\udc80", place="P\udc81", speaker="S\udc82"))) == [found]
    assert list(view.issues()) == [problem]


def test_an_extractor_makes_another_layer(ledger: Any_) -> None:
    cleaned = document(layer=TextLayer(TEXT.strip(), "plain", "2"))
    ledger.writer().append(entry(document()))
    ledger.writer().append(entry(cleaned, claim(cleaned), capture=capture()))
    assert [listed.id for listed in ledger.view().documents()] == [cleaned.id]


def test_evidence_still_reproduces(ledger: Any_) -> None:
    ledger.writer().append(ENTRY)
    view = ledger.view()
    for found in view.claims():
        of = view.document(found.document_id)
        assert of is not None
        assert found.evidence.reproduces(of.text)
        assert quote(of.text, found.evidence.exact).start == found.evidence.start
