"""The cases of ``tests/cases/events_*.yml``: what is found, of which type, on which words (METHOD B5, B13, R-C1)."""

from collections.abc import Iterator
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

CASES = Path(__file__).parent.parent / "cases"
HUMANITARIAN = """HUMANITARIAN_SITUATION HUMANITARIAN_NEED HUMANITARIAN_RELIEF HUMANITARIAN_ACCESS_CONSTRAINT
    DISPLACEMENT POPULATION_FIGURE"""
ARRANGED = """CEASEFIRE CORRIDOR EVACUATION DIPLOMACY PROTEST RIOT EVIDENCE_PUBLISHED INFORMATION_ENVIRONMENT CENSORSHIP
    SECURITY_SITUATION"""
VIOLENT = """ARMED_CLASH BOMBARDMENT ATTACK_ON_CIVILIANS HEALTH_CARE_ATTACK HEALTH_FACILITY_MILITARISED ATTACK_ON_AID
    INFRASTRUCTURE_ATTACK ABDUCTION_DETENTION EXPLOSIVE_HAZARD TERRITORY_TAKEN TERRITORY_LOST SIEGE BLOCKADE WITHDRAWAL
    OCCUPATION_ACT CASUALTIES"""
FAMILIES = {
    "events_arrangements": ARRANGED,
    "events_civil": f"{ARRANGED} {HUMANITARIAN} FOREIGN_FIGHTERS ARMS_TRANSFER MOBILISATION",
    "events_military": f"{VIOLENT} MOBILISATION LOOTING FOREIGN_FIGHTERS ARMS_TRANSFER",
    "events_relief": HUMANITARIAN,
    "events_violence": f"{VIOLENT} UNCONVENTIONAL_WEAPON VIOLENCE_AGAINST_PROTESTERS INVASION",
}
"""The families that the cases of each file are about; others may be in their sentences."""
AMONG_OTHERS = frozenset({"events_violence"})
"""Files whose cases list what must be among the events; an empty list still means none."""


@pytest.fixture(scope="module")
def reader(nlp: Any) -> Reader:
    return Reader(nlp, Gazetteer.open(), ReaderInfo("onrecord", "0", "0" * 16))


def cases() -> Iterator[Any]:
    for name in FAMILIES:
        for case in yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8")):
            failing = pytest.mark.xfail(strict=True, reason=case.get("comment", ""))
            marks = [failing] if case["expect"] == "fail" else []
            yield pytest.param(name, case, id=f"{name}: {case['label']}", marks=marks)


@pytest.mark.parametrize("name, case", list(cases()))
def test_events_are_found_on_their_words(reader: Reader, name: str, case: dict[str, Any]) -> None:
    text = case["text"]
    layer = TextLayer(text, "plain", "1")
    document = Document("case", "0" * 64, layer, published=date(2024, 5, 12), published_basis="option")
    families = FAMILIES[name].split()
    events = [e for e in reader.read(document).events if event_family(e.event_type) in families]
    found = [[e.trigger.words(text), e.event_type] for e in events]
    if name in AMONG_OTHERS and case["events"]:
        assert all(wanted in found for wanted in case["events"]), found
    else:
        assert found == case["events"]
