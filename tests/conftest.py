"""Fixtures. Choose `nlp` for anything that parses (loaded once a run); everything else builds its own small values."""

from typing import Any

import pytest


@pytest.fixture(scope="session")
def nlp() -> Any:
    """The English pipeline, loaded once."""
    from onrecord.reading.backends.spacy import load

    return load()
