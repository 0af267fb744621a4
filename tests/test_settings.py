from pathlib import Path

import pytest

from onrecord.settings import Settings


def test_what_the_environment_says() -> None:
    assert Settings.from_environment({}) == Settings(Path("onrecord.db"), None, debug=False)
    told = {"ONRECORD_LEDGER": "a.db", "COLUMNS": "132", "ONRECORD_DEBUG": "1"}
    assert Settings.from_environment(told) == Settings(Path("a.db"), 132, debug=True)


@pytest.mark.parametrize("columns", ["", "0", "wide", "-5"])
def test_a_width_that_is_none_is_ignored(columns: str) -> None:
    assert Settings.from_environment({"COLUMNS": columns}).width is None
