from dataclasses import replace
from datetime import date

from tests.builders import TEXT, attribution, claim, day, document, place, quantity, quote
from tests.cli.record import HEARSAY

from onrecord.model.attribution import Attribution, Hop, HopKind, Scope, Speaker, SpeakerKind, Style, Voice
from onrecord.model.time import TimePrecision
from onrecord.views.detail import context, detail


def lines(of: object, name: str) -> tuple[str, ...]:
    assert isinstance(of, type(claim()))
    return tuple(line for field, told in detail(of) if field == name for line in told)


def test_the_words_stand_in_their_context() -> None:
    one = claim(exact="Governor Ilan Tesh")
    assert context(one, document()).before.endswith("reported.\n\n")
    assert context(one, document()).after.startswith(" said at least four")
    assert context(one, None).before == one.evidence.prefix


def test_a_long_context_is_cut_at_words_and_says_so() -> None:
    long = document(text=f"{'before ' * 60}Shells hit.{' after' * 60}")
    around = context(claim(long, "Shells hit."), long)
    assert around.before.startswith("…before ")
    assert around.after.endswith(" after…")


def test_the_chain_says_who_stands_where_and_why() -> None:
    he = Speaker("Ilan Tesh", quote(TEXT, "he"), SpeakerKind.PERSON, "governor", "Varnia", None, "R-A3")
    chain = (Hop(HopKind.ORIGIN, (he,)), *attribution().chain)
    one = claim(attribution=Attribution(Voice.ATTRIBUTED, Style.INDIRECT, Scope.INHERITED, chain))
    start = TEXT.index("he")
    assert lines(one, "origin") == (
        f"Ilan Tesh (person, governor, Varnia): “he” at {start}–{start + 2}, resolved by R-A3",
    )
    assert lines(claim(attribution=HEARSAY), "origin") == ("not said who",)


def test_a_time_says_how_it_was_found() -> None:
    since = day(date(2024, 5, 11), date(2024, 5, 14), basis="R-T5 since", value="2024-W19-WE", mod="START",
                precision=TimePrecision.MULTI_DAY, start_latest=date(2024, 5, 12))  # fmt: skip
    assert lines(claim(time=since), "when") == (
        "11–14 May 2024 (inferred)",
        "precision multi_day; value 2024-W19-WE; START; why: R-T5 since; start not after 2024-05-12",
    )
    assert lines(claim(), "when") == ("not known",)


def test_a_place_shows_its_rivals() -> None:
    rival = place(candidates=("geonames:7",), lat=44.1, lon=28.2, radius_km=5.0)
    (line,) = lines(claim(places=(rival,)), "where")
    assert "44.1000, 28.2000; within 5 km" in line
    assert "other readings geonames:7" in line


def test_a_quantity_shows_its_ends() -> None:
    one = claim(quantities=(quantity(4, as_of="2024-05-14"), quantity(None, kind="killed", unknown=True)))
    assert lines(one, "how many") == (
        "≥ 4 injured",
        "  injured; persons; low 4, high open; at_least; as of 2024-05-14: not named in these words",
        "killed: not known",
        "  killed; persons; not known; at_least: not named in these words",
    )


def test_every_field_is_there() -> None:
    names = [name for name, _ in detail(replace(claim(), flags=("agentless_passive",)))]
    assert names == [
        "publisher", "how", "modality", "certainty", "event", "participants", "where", "when", "how many", "content",
        "evidence", "tier", "flags", "reader",
    ]  # fmt: skip
