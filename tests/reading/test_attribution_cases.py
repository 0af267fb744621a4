"""Attribution, relays, speakers and hearsay, case by case."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from onrecord.model.reading import ReportMention
from onrecord.reading.attribution.read import read_reports
from onrecord.reading.backends.spacy import parse

CASES = Path(__file__).parent.parent / "cases"


def cases() -> list[Any]:
    found = []
    for name in ("attribution", "relays", "speakers", "hearsay"):
        for case in yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8")):
            marks = [pytest.mark.xfail(strict=True, reason=case["comment"])] if case["expect"] == "fail" else []
            found.append(pytest.param(case, id=f"{name}: {case['label']}", marks=marks))
    return found


def plain(report: ReportMention, text: str) -> dict[str, Any]:
    return {
        "cue": report.cue.words(text),
        "act": report.act.value,
        "style": report.style.value,
        "voice": report.voice.value,
        "sources": [s.name for s in report.sources],
        "source": report.source.words(text) if report.source else None,
        "kinds": [s.kind.value for s in report.sources],
        "roles": [s.role for s in report.sources],
        "affiliations": [s.affiliation for s in report.sources],
        "resolved_by": [s.resolved_by for s in report.sources],
        "relays": [s.name for hop in report.relays for s in hop.speakers],
        "content": report.content.words(text) if report.content else None,
        "accused": report.accused.words(text) if report.accused else None,
        "distributed": report.distributed,
        "flags": list(report.flags),
    }


@pytest.mark.parametrize("case", cases())
def test_reports(case: dict[str, Any], nlp: Any) -> None:
    text = case["text"]
    reports = read_reports(parse(nlp, text))
    found = [plain(report, text) for report in reports]
    wanted = case["reports"]
    assert [{k: f[k] for k in w} for f, w in zip(found, wanted, strict=False)] == wanted
    assert len(found) == len(wanted), found
    for report in reports:
        for piece in (report.cue, report.source, report.content):
            assert piece is None or report.evidence.contains(piece)
