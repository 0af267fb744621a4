import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.errors import LedgerBusy
from onrecord.ledger.lock import has_wal_reset_bug, lock_path, write_lock

HOLD = """
import sys, time
from pathlib import Path
from onrecord.ledger.lock import write_lock
with write_lock(Path(sys.argv[1]), 5):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.mark.parametrize(
    "version, has",
    [((3, 40, 1), True), ((3, 51, 2), True), ((3, 51, 3), False), ((3, 53, 4), False), ((4, 0, 0), False)],
)
def test_which_sqlite_has_the_bug(version: tuple[int, int, int], has: bool) -> None:  # noqa: FBT001 - a table
    assert has_wal_reset_bug(version) is has


def test_the_lock_stands_beside_the_ledger(tmp_path: Path) -> None:
    assert lock_path(tmp_path / "a.db") == tmp_path / "a.db.lock"


def test_one_at_a_time_even_in_one_process(tmp_path: Path) -> None:
    with write_lock(tmp_path / "a.db", 1):
        with pytest.raises(LedgerBusy, match="another process"), write_lock(tmp_path / "a.db", 0.02):
            pass
        with write_lock(tmp_path / "b.db", 0):
            pass
    with write_lock(tmp_path / "a.db", 0):
        pass


def test_a_process_that_is_killed_lets_go(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(part for part in sys.path if part)}
    command = [sys.executable, "-c", HOLD, str(tmp_path / "a.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LedgerBusy), write_lock(tmp_path / "a.db", 0.02):
            pass
        holder.kill()
        start = time.monotonic()
        with write_lock(tmp_path / "a.db", 10):
            assert time.monotonic() - start < 9
