from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.places.toponyms import find_toponyms
from onrecord.reading.places.word_page import WordPage


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


@pytest.mark.parametrize(
    "text,names",
    [
        ("Deir al-Zour fell.", ["Deir al-Zour"]),
        ("They fled al-Fashir for Port-au-Prince.", ["al-Fashir", "Port-au-Prince"]),
        ("Aid reached Trinidad and Tobago and the Democratic Republic of the Congo.",
         ["Trinidad and Tobago", "Democratic Republic of the Congo"]),
        ("Ships crossed the Sea of Azov.", ["Sea of Azov"]),
        ("Ukraine and Russia met in Belarus.", ["Ukraine", "Russia", "Belarus"]),
        ("The Russia-Ukraine border closed.", ["Russia", "Ukraine"]),
        ("He lives in Bega, NSW.", ["Bega", "NSW"]),
        ("The Netherlands sent planes.", ["Netherlands"]),
        ("Michigan Department of Water closed.", []),
        ("Meanwhile Kyiv slept.", ["Kyiv"]),
    ],
)  # fmt: skip
def test_names(nlp: Any, gazetteer: Gazetteer, text: str, names: list[str]) -> None:
    page = WordPage(parse(nlp, text))
    assert [page.stretch(s.first, s.last) for s in find_toponyms(page, gazetteer)] == names


def test_headlines_take_only_what_the_body_has(nlp: Any, gazetteer: Gazetteer) -> None:
    text = "Shelling Kills Three People Near Kharkiv Market Square\n\nShells hit Kharkiv late on Monday.\n"
    page = WordPage(parse(nlp, text))
    assert [page.stretch(s.first, s.last) for s in find_toponyms(page, gazetteer)] == ["Kharkiv", "Kharkiv"]
