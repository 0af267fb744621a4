"""Fixtures. `ledger` runs a test on every ledger; `sqlite` on the file alone; `path` names a file yet to be made."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onrecord.ledger.memory import MemoryLedger
from onrecord.ledger.sqlite import Ledger


def ticking(start: datetime = datetime(2024, 6, 1, tzinfo=UTC)) -> Callable[[], datetime]:
    """Return a clock that is an hour later each time it is asked; transaction n is at n - 1 o'clock."""
    hours = iter(range(10**6))
    return lambda: start + timedelta(hours=next(hours))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record" / "ledger.db"


@pytest.fixture
def sqlite(path: Path) -> Iterator[Ledger]:
    with Ledger.open(path, create=True, clock=ticking()) as ledger:
        yield ledger


@pytest.fixture(params=["sqlite", "memory"])
def ledger(request: pytest.FixtureRequest) -> Ledger | MemoryLedger:
    if request.param == "memory":
        return MemoryLedger(clock=ticking())
    found: Ledger = request.getfixturevalue("sqlite")
    return found
