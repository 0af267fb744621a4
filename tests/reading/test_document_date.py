"""Dating a document by the days of a war that it counts (METHOD R-T1)."""

from datetime import date
from typing import Any

import pytest

from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.document_date import document_date_from_anchor

COUNT = "On the 14th day of Russia's invasion of Ukraine, the ministry spoke. "


@pytest.mark.parametrize(
    "more",
    [
        pytest.param("Shells fell on Wednesday.", id="its own weekday"),
        pytest.param("Shells fell on Tuesday and on Sunday.", id="the days before"),
        pytest.param("Talks are expected on Thursday.", id="a future weekday does not count"),
        pytest.param("", id="no weekday"),
    ],
)
def test_count_is_inclusive(nlp: Any, more: str) -> None:
    found, reason = document_date_from_anchor(parse(nlp, COUNT + more))
    assert found == date(2022, 3, 9)
    assert reason.startswith("R-T1")


@pytest.mark.parametrize(
    "text, reason",
    [
        pytest.param("The ministry spoke on Wednesday.", "no count", id="nothing to count"),
        pytest.param("On the 14th day of the war, shells fell.", "no count", id="no war named"),
        pytest.param(COUNT + "Shells fell on Thursday.", "weekday", id="weekday six days before"),
        pytest.param(COUNT + "On the 15th day of the invasion, it fell.", "disagree", id="two counts"),
        pytest.param(COUNT + "The bridge fell on 20 March 2022.", "names", id="a later date named"),
    ],
)
def test_disagreement_gives_no_date(nlp: Any, text: str, reason: str) -> None:
    found, said = document_date_from_anchor(parse(nlp, text))
    assert found is None
    assert reason in said
