"""The case file of time expressions: what the words say, as intervals (METHOD B8)."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.model.reading import TimeMention
from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.read import read_times

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "times.yml").read_text(encoding="utf-8"))


def case_parameters() -> list[Any]:
    """Return the cases, known failures marked so that an accidental improvement is noticed."""
    failing = pytest.mark.xfail(strict=True, reason="known failure")
    return [pytest.param(c, id=c["label"], marks=[failing] if c["expect"] == "fail" else []) for c in CASES]


def edge(value: Any) -> str:
    """Write one end of an interval as the case file does."""
    return "open" if value is None else value.isoformat()


def described(mention: TimeMention, text: str, doc: Any) -> dict[str, Any]:
    """Describe a mention in the terms of the case file."""
    interval = mention.interval
    said = {"words": mention.span.words(text), "duration": mention.duration}
    said["governor"] = doc[mention.governor].text if mention.governor is not None else None
    if interval is None:
        return {**said, "start": "none"}
    said |= {"start": edge(interval.start), "end": edge(interval.end), "precision": str(interval.precision)}
    said |= {"start_latest": edge(interval.start_latest), "basis": interval.basis}
    return {**said, "value": interval.value, "mod": interval.mod}


@pytest.mark.parametrize("case", case_parameters())
def test_case(case: dict[str, Any], nlp: Any) -> None:
    text = case["text"]
    doc = parse(nlp, text)
    mentions = read_times(doc, case.get("published"), case.get("zone", "Europe/Kyiv") or None)
    found = [described(m, text, doc) for m in mentions]
    wanted = [] if case.get("absent") else case["times"]
    assert [f["words"] for f in found] == [w["words"] for w in wanted]
    for has, wants in zip(found, wanted, strict=True):
        for key, value in wants.items():
            if key == "basis":
                assert value in has["basis"], (has, wants)
            else:
                assert has.get(key) == value, (has, wants)


def test_every_rule_of_time_has_a_case() -> None:
    rules = {rule for case in CASES for rule in case["rule"]}
    assert {f"R-T{n}" for n in range(1, 9)} <= rules


def test_spans_reproduce_the_text(nlp: Any) -> None:
    for case in CASES:
        for mention in read_times(parse(nlp, case["text"]), case.get("published"), None):
            expression = mention.interval.expression if mention.interval is not None else None
            assert expression is None or (expression.span == mention.span and expression.reproduces(case["text"]))
