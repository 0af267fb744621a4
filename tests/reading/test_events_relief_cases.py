"""The cases of ``tests/cases/events_relief.yml`` (METHOD B5, R-C1)."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.model.claim import ReaderInfo
from onrecord.model.document import Document, TextLayer
from onrecord.model.event import event_family
from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.reader import Reader

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "events_relief.yml").read_text(encoding="utf-8")
)
RELIEF = ["HUMANITARIAN_SITUATION", "HUMANITARIAN_NEED", "HUMANITARIAN_RELIEF", "HUMANITARIAN_ACCESS_CONSTRAINT",
          "DISPLACEMENT", "POPULATION_FIGURE"]  # fmt: skip
FAMILIES = frozenset(event_family(kind) for kind in RELIEF)


@pytest.fixture(scope="module")
def reader(nlp: Any) -> Reader:
    return Reader(nlp, Gazetteer.open(), ReaderInfo("onrecord", "0", "0" * 16))


def _param(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case.get("comment", ""))] if case["expect"] == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_relief(reader: Reader, case: dict[str, Any]) -> None:
    text = case["text"]
    document = Document(
        "case", "0" * 64, TextLayer(text, "plain", "1"), published=date(2024, 5, 12), published_basis="option"
    )
    events = reader.read(document).events
    found = [[e.trigger.words(text), e.event_type] for e in events if event_family(e.event_type) in FAMILIES]
    assert found == case["events"]
