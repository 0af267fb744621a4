"""What can go wrong in the program. Problems in *data* are values: see `onrecord.model.issue.Issue`.

::

    OnrecordError
    ├─ UsageError            the request makes no sense as given              exit 2
    │  ├─ LedgerMissing      no ledger at the path that was named             exit 2
    │  └─ BadDate            a date or time that cannot be read               exit 2
    ├─ LedgerError           the ledger cannot be used                        exit 1
    │  ├─ LedgerNewer        written by a later onrecord                      exit 1
    │  └─ LedgerBusy         another process holds the write lock             exit 1
    ├─ ReaderUnavailable     the language model is missing or not the pinned one   exit 1
    ├─ GazetteerUnavailable  the embedded gazetteer is missing or damaged     exit 1
    └─ WireError             a claim in the wire format that cannot be read   exit 1
"""

from typing import ClassVar

__all__ = [
    "BadDate",
    "GazetteerUnavailable",
    "LedgerBusy",
    "LedgerError",
    "LedgerMissing",
    "LedgerNewer",
    "OnrecordError",
    "ReaderUnavailable",
    "UsageError",
    "WireError",
]


class OnrecordError(Exception):
    """The root of every error that onrecord raises on purpose; its text says what to do next."""

    exit_code: ClassVar[int] = 1


class UsageError(OnrecordError):
    """The request makes no sense as given."""

    exit_code = 2


class LedgerMissing(UsageError):
    """No ledger at the path that was named."""


class BadDate(UsageError):
    """A date or time that cannot be read."""


class LedgerError(OnrecordError):
    """The ledger cannot be used."""


class LedgerNewer(LedgerError):
    """The ledger was written by a later onrecord."""


class LedgerBusy(LedgerError):
    """Another process holds the write lock for longer than the patience of this one."""


class ReaderUnavailable(OnrecordError):
    """The language model is missing or is not the pinned one."""


class GazetteerUnavailable(OnrecordError):
    """The embedded gazetteer is missing or damaged."""


class WireError(OnrecordError):
    """A claim in the wire format that cannot be read."""
