"""The case file of datelines, headlines and publication lines."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.documents.head import read_head
from onrecord.documents.read import read_document
from onrecord.model.document import Capture

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "datelines.yml").read_text(encoding="utf-8"))


def marked(case: dict[str, Any]) -> Any:
    marks = [pytest.mark.xfail(strict=True)] if case["expect"] == "fail" else []
    return pytest.param(case, id=case["label"], marks=marks)


def iso(value: object) -> str | None:
    return None if value is None else value.isoformat() if hasattr(value, "isoformat") else str(value)


@pytest.mark.parametrize("case", [marked(case) for case in CASES])
def test_head_of_report(case: dict[str, Any]) -> None:
    text = case["text"]
    capture = Capture.of("report.txt", text.encode(), "text/plain", datetime(2026, 1, 1, tzinfo=UTC))
    (document,) = read_document(capture).values
    dateline = read_head(text).dateline
    outlet = document.outlet
    assert (outlet.value if outlet else None) == case.get("outlet")
    assert (outlet.mention.words(text) if outlet and outlet.mention else None) == case.get("code")
    assert (dateline.place.words(text) if dateline and dateline.place else None) == case.get("place")
    assert (dateline.day.span.words(text) if dateline and dateline.day else None) == case.get("day")
    assert (document.title.value if document.title else None) == case.get("title")
    assert iso(document.published) == iso(case.get("date"))
    if "dateline" in case:
        assert dateline is not None
        assert dateline.span.words(text) == case["dateline"]
