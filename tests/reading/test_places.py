from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.places.read import document_zone, dominant_country, read_places


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _read(nlp: Any, gazetteer: Gazetteer, text: str) -> Any:
    return read_places(parse(nlp, text), gazetteer)


@pytest.mark.parametrize(
    "text,country",
    [
        ("Shells hit Mariupol and Sumy. A Syrian doctor helped.", "UA"),
        ("Idlib was quiet.", "SY"),
        ("Kherson and Idlib were quiet.", None),
        ("It rained.", None),
    ],
)
def test_dominant_country(nlp: Any, gazetteer: Gazetteer, text: str, country: str | None) -> None:
    assert dominant_country(_read(nlp, gazetteer, text)) == country


@pytest.mark.parametrize(
    "text,zone",
    [
        ("Shells hit Mariupol.", "Europe/Kyiv"),
        ("Fighting spread in Sudan.", "Africa/Khartoum"),
        ("Moscow said that shells hit Aleppo.", "Asia/Damascus"),
        ("Storms crossed Russia.", None),
        ("It rained.", None),
    ],
)
def test_document_zone(nlp: Any, gazetteer: Gazetteer, text: str, zone: str | None) -> None:
    assert document_zone(_read(nlp, gazetteer, text)) == zone


def test_an_empty_document_has_no_places(nlp: Any, gazetteer: Gazetteer) -> None:
    assert _read(nlp, gazetteer, "") == ()
    assert _read(nlp, gazetteer, "\n \n") == ()


def test_mentions_come_in_order_and_their_words_stand_in_the_text(nlp: Any, gazetteer: Gazetteer) -> None:
    text = "In Gaza City, near a market, residents of Rafah spoke. The Al-Noor Hospital closed.\n\nÉire waits."
    mentions = _read(nlp, gazetteer, text)
    assert mentions
    assert [m.span.start for m in mentions] == sorted(m.span.start for m in mentions)
    for mention in mentions:
        assert mention.place.mention is not None
        assert mention.place.mention.reproduces(text)


def test_no_site_or_settlement_without_a_known_country(nlp: Any, gazetteer: Gazetteer) -> None:
    for mention in _read(nlp, gazetteer, "Clashes in El Fasher, North Darfur. The city is besieged. The camp burned."):
        assert mention.place.lat is None or mention.place.country == "SD"
