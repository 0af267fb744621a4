from pathlib import Path

import pytest

from onrecord.ledger.sqlite import Ledger
from onrecord.pipeline import doctor
from onrecord.pipeline.doctor import examine


def test_all_is_well_here(tmp_path: Path) -> None:
    Ledger.open(tmp_path / "t.db", create=True).close()
    facts = {fact.name: fact for fact in examine(tmp_path / "t.db")}
    assert {"program", "language model", "gazetteer"} < set(facts)
    assert [fact for fact in facts.values() if not fact.ok] == []


def test_what_is_missing_is_said_with_a_way_out(monkeypatch: pytest.MonkeyPatch) -> None:
    from onrecord.reading.backends import spacy

    monkeypatch.setattr(spacy, "PACKAGES", ("no_such_model",))
    monkeypatch.setattr("onrecord.reading.places.gazetteer.EMBEDDED", Path("nowhere.sqlite"))
    monkeypatch.setattr(doctor, "OLDEST_PYTHON", (99, 0))
    facts = {fact.name: fact for fact in examine(None)}
    assert not any(facts[name].ok for name in ("program", "language model", "gazetteer"))
    assert "pip install" in facts["language model"].message
