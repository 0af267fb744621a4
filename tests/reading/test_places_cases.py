"""The cases of ``tests/cases/places.yml`` (METHOD B7)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.reading.backends.spacy import parse
from onrecord.reading.places.gazetteer import Gazetteer
from onrecord.reading.places.read import is_origin, read_places

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "places.yml").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def _param(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case.get("comment", ""))] if case["expect"] == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_places(nlp: Any, gazetteer: Any, case: dict[str, Any]) -> None:
    doc = parse(nlp, case["text"])
    mentions = list(read_places(doc, gazetteer))
    found = [_flat(doc, mention) for mention in mentions]
    wanted = case["places"]
    assert [flat["words"] for flat in found if _asked(flat, wanted)] == [w["words"] for w in wanted], found
    for want in wanted:
        flat = next(f for f in found if f["words"] == want["words"])
        same = next((f for f in found if f["words"] == want.get("same_as")), None)
        kept = {key: flat[key] for key in want if key != "same_as"}
        assert kept == {key: value for key, value in want.items() if key != "same_as"}
        assert "same_as" not in want or (same is not None and flat["point"] == same["point"] and flat["point"][0])
    spoken = {flat["words"] for flat in found}
    assert not spoken.intersection(case.get("absent", []))
    assert wanted or all(flat["kind"] == "demonym" for flat in found), found


def _asked(flat: dict[str, Any], wanted: list[dict[str, Any]]) -> bool:
    return flat["words"] in {want["words"] for want in wanted}


def _flat(doc: Any, mention: Any) -> dict[str, Any]:
    place = mention.place
    assert mention.span.words(doc.text) == place.mention.exact
    assert mention.first <= mention.head < mention.last
    return {
        "words": place.mention.exact,
        "kind": mention.kind.value,
        "name": place.name,
        "precision": place.precision.value,
        "country": place.country,
        "id": place.gazetteer_id,
        "radius_km": place.radius_km,
        "metonym": mention.metonym,
        "facility": mention.facility,
        "origin": is_origin(doc, mention),
        "candidates": bool(place.candidates),
        "point": (place.lat, place.lon),
    }
