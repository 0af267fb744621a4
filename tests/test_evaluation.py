"""The annotated reports are what their sources say, and the scorer gives the annotation itself full marks."""

import json
from pathlib import Path
from typing import Any

import pytest
from evaluation.annotate import SETS, build
from evaluation.score_reports import rows, score_reports


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: str(folder.name))
def test_the_gold_is_built_from_the_annotations(folder: Path) -> None:
    stale = [name for name, text in build(folder).items() if (folder / name).read_text(encoding="utf-8") != text]
    assert stale == []


def as_wire(claim: dict[str, Any], names: dict[str, str]) -> dict[str, Any]:
    """Return a gold claim as a reader would write it: actors by name."""
    hops = [
        {"hop": hop["hop"], "speakers": [{"name": names[a], "mention": hop.get("mention")} for a in hop["actors"]]}
        for hop in claim["attribution"]["chain"]
    ]
    parts = [{**p, "name": names.get(p.get("actor"), p.get("actor"))} for p in claim["participants"]]
    return {
        **claim,
        "document": claim["document_id"],
        "attribution": {**claim["attribution"], "chain": hops},
        "participants": parts,
    }


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: str(folder.name))
def test_the_annotation_scores_full_marks(folder: Path) -> None:
    gold = rows((folder / "claims_gold.jsonl").read_text(encoding="utf-8"))
    registries = json.loads((folder / "registries.json").read_text(encoding="utf-8"))
    names = {key: actor["name"] for key, actor in {**registries["outlets"], **registries["actors"]}.items()}
    scores = score_reports(folder, [as_wire(claim, names) for claim in gold])
    assert {name: share.value for name, share in scores.shares.items() if share.value != 1} == {}
    assert set(scores.forbidden.values()) == {0}


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: str(folder.name))
def test_saying_nothing_scores_nothing(folder: Path) -> None:
    scores = score_reports(folder, [])
    assert scores.shares["recall, located"].value == 0
