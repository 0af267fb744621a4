from dataclasses import replace

import pytest
from tests.builders import attribution, claim
from tests.cli.record import HEARSAY

from onrecord.model.attribution import Speaker, SpeakerKind
from onrecord.model.factuality import FactValue, Modality, Polarity
from onrecord.views.labels import MODALITIES
from onrecord.views.who import firmly, hop_words, listed, speaker, via


def test_the_narrator_is_named_as_such() -> None:
    assert speaker(claim()) == "Varnia Courier (own words)"
    assert via(claim()) is None
    nobody = attribution()
    empty = replace(nobody, chain=(replace(nobody.chain[0], speakers=()),))
    assert speaker(claim(attribution=empty)) == "the outlet (own words)"


def test_the_origin_and_its_relays_keep_their_places() -> None:
    one = claim(attribution=attribution("Ilan Tesh", "a volunteer", "Radio Kestrel"))
    assert (speaker(one), via(one)) == ("Ilan Tesh", "a volunteer, Radio Kestrel")


def test_hearsay_names_nobody() -> None:
    assert speaker(claim(attribution=HEARSAY)) == "not said who"


def test_role_and_affiliation_as_the_text_states_them() -> None:
    mayor = Speaker("Ilan Tesh", kind=SpeakerKind.PERSON, role="deputy mayor", affiliation="Varnia")
    chain = attribution("x").chain
    assert hop_words(replace(chain[0], speakers=(mayor,))) == "Ilan Tesh (deputy mayor, Varnia)"
    assert hop_words(replace(chain[0], speakers=(mayor, replace(mayor, name="Varnia", role=None)))) == (
        "Ilan Tesh (deputy mayor, Varnia) and Varnia"
    )


def test_names_are_listed_as_a_sentence_does() -> None:
    assert [listed([]), listed(["A"]), listed(["A", "B"])] == ["", "A", "A and B"]


@pytest.mark.parametrize("modality", list(Modality))
def test_every_modality_has_words_and_a_negation_shows(modality: Modality) -> None:
    words = firmly(claim(modality=modality, attribution=attribution("Ilan Tesh")))
    assert words.startswith(MODALITIES[modality])
    negated = firmly(claim(modality=modality, polarity=Polarity.NEGATIVE, attribution=attribution("Ilan Tesh")))
    assert ("NOT" in negated) == (modality is not Modality.DENIED)


def test_the_speakers_own_hedge_shows() -> None:
    assert firmly(claim(factuality=(FactValue("x", "PR+"),))) == "stated, probably"
    assert firmly(claim(factuality=(FactValue("x", "PS-"),))) == "stated, possibly"
    assert firmly(claim(modality=Modality.PLANNED)) == "planned"
