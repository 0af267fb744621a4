from pathlib import Path

import pytest

from onrecord.cli.options import event_type_named, filters_of, ledger_path, modality_named
from onrecord.errors import UsageError
from onrecord.model.factuality import Modality


def test_types_and_modalities_are_found_in_any_letter_case() -> None:
    assert event_type_named("ceasefire") == "CEASEFIRE"
    assert event_type_named("Ceasefire.Violation") == "CEASEFIRE.VIOLATION"
    assert event_type_named("armed clash") == "ARMED_CLASH"
    assert modality_named("unknown stated") is Modality.UNKNOWN_STATED
    assert filters_of().event_type is None


def test_a_type_that_does_not_exist_gets_a_suggestion() -> None:
    with pytest.raises(UsageError, match="Did you mean CEASEFIRE"):
        event_type_named("ceasfire")
    with pytest.raises(UsageError, match="There are: ASSERTED, CONFIRMED"):
        modality_named("zzz")


def test_the_option_goes_before_the_environment_and_that_before_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ONRECORD_LEDGER", raising=False)
    assert ledger_path(None) == Path("onrecord.db")
    monkeypatch.setenv("ONRECORD_LEDGER", "other.db")
    assert ledger_path(None) == Path("other.db")
    assert ledger_path(Path("mine.db")) == Path("mine.db")
