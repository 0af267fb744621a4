"""What the environment decides, read once at the edge and passed down; no other module reads it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

__all__ = ["DEFAULT_LEDGER", "PIPED_WIDTH", "Settings"]

DEFAULT_LEDGER = Path("onrecord.db")
"""The ledger that is used where neither ``--ledger`` nor ``ONRECORD_LEDGER`` names one: in the current folder."""

PIPED_WIDTH = 120
"""Columns of a table that goes into a pipe or a file, where ``COLUMNS`` does not say otherwise."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The environment's choices; a flag on the command line goes before each of them.

    Attributes:
        ledger: Path of the ledger (``ONRECORD_LEDGER``).
        width: Columns of a table (``COLUMNS``), or None: as wide as the terminal, `PIPED_WIDTH` in a pipe.
        debug: Show the Python traceback of a defect (``ONRECORD_DEBUG``).
    """

    ledger: Path = DEFAULT_LEDGER
    width: int | None = None
    debug: bool = False

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> Self:
        """Read the settings from environment variables; an empty one counts as not set.

        A ``COLUMNS`` that is no number is ignored: shells export it, and no user means anything by it.
        """
        columns = environment.get("COLUMNS", "")
        return cls(
            ledger=Path(environment.get("ONRECORD_LEDGER") or DEFAULT_LEDGER),
            width=int(columns) if columns.isdecimal() and int(columns) else None,
            debug=bool(environment.get("ONRECORD_DEBUG")),
        )
