"""Wars whose days are counted (METHOD R-T1)."""

from datetime import date

from onrecord.reading.times.anchors import anchors, conflict_named, conflict_start, day_of


def test_first_day_counts_as_one() -> None:
    assert day_of(date(2022, 2, 24), 1) == date(2022, 2, 24)
    assert day_of(date(2022, 2, 24), 14) == date(2022, 3, 9)


def test_phrase_names_a_war() -> None:
    assert conflict_start(["russia", "'s", "invasion"], None) == (True, date(2022, 2, 24))
    assert conflict_start(["talks"], None) == (False, None)


def test_generic_word_needs_a_war_named_elsewhere() -> None:
    assert conflict_start(["the", "war"], None) == (True, None)
    assert conflict_start(["the", "war"], "ukraine_2022") == (True, date(2022, 2, 24))


def test_document_that_names_two_wars_names_none() -> None:
    assert conflict_named(frozenset({"russian", "invasion"})) == "ukraine_2022"
    assert conflict_named(frozenset({"russian", "invasion", "gaza", "war"})) is None


def test_ids_are_unique() -> None:
    ids = [anchor.id for anchor in anchors()]
    assert len(ids) == len(set(ids))
