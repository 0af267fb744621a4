"""What a text is read as, case by case; the cases are under tests/cases."""

from typing import Any

import pytest
from tests.claims.record_cases import load, problems

from onrecord.reading.reader import Reader

PHENOMENA = ("claims", "modality", "polarity", "participants", "circumstances")
CASES = [(name, case) for name in PHENOMENA for case in load(name)]


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader.open()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case,
            id=f"{name}: {case['label']}",
            marks=[pytest.mark.xfail(strict=True, reason=case["comment"])] if case["expect"] == "fail" else [],
        )
        for name, case in CASES
    ],
)
def test_the_record_says_what_the_words_say(case: dict[str, Any], reader: Reader) -> None:
    assert problems(case, reader) == []
