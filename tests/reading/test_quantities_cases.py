"""The cases of ``tests/cases/quantities.yml``."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.reading.backends.spacy import parse
from onrecord.reading.quantities.read import read_quantities, subset_conflict

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "quantities.yml").read_text(encoding="utf-8")
)


def _param(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True, reason=case.get("comment", ""))] if case["expect"] == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


@pytest.mark.parametrize("case", [_param(case) for case in CASES])
def test_quantities(nlp: Any, case: dict[str, Any]) -> None:
    doc = parse(nlp, case["text"])
    found = [_flat(doc, mention) for mention in read_quantities(doc)]
    assert [_only(flat, wanted) for flat, wanted in zip(found, case["counts"], strict=False)] == case["counts"], found
    assert len(found) == len(case["counts"]), found


def _only(flat: dict[str, Any], wanted: dict[str, Any]) -> dict[str, Any]:
    """Keep the fields that a case speaks of."""
    kept = {name: flat[name] for name in wanted}
    if "includes" in wanted:
        pairs = zip(flat["includes"], wanted["includes"], strict=False)
        kept["includes"] = [{name: part[name] for name in asked} for part, asked in pairs]
    return kept


def _flat(doc: Any, mention: Any) -> dict[str, Any]:
    quantity = mention.quantity
    assert mention.span.words(doc.text) == quantity.mention.exact
    fields = {name: getattr(quantity, name) for name in quantity.__dataclass_fields__}
    parts = [
        {**{name: getattr(part, name) for name in part.__dataclass_fields__}, "mention": part.mention.exact}
        for part in quantity.includes
    ]
    return fields | {
        "mention": quantity.mention.exact,
        "includes": parts,
        "counted": None if mention.counted is None else doc[mention.counted].text,
        "governor": None if mention.governor is None else doc[mention.governor].text,
        "conflict": subset_conflict(quantity),
    }
