"""The options that commands share, and what they mean to the rooms below."""

import difflib
import os
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.dates import first_day_of, last_day_of, ledger_moment, published_by
from onrecord.errors import UsageError
from onrecord.ledger.base import AsOf
from onrecord.ledger.filters import Filters
from onrecord.model.event import EVENT_TYPES, is_event_type
from onrecord.model.factuality import Modality
from onrecord.settings import Settings

__all__ = [
    "AsOfLedgerOption",
    "AsOfOption",
    "DocumentOption",
    "Format",
    "FormatOption",
    "Inputs",
    "LedgerOption",
    "ModalityOption",
    "OutletFactOption",
    "OutletOption",
    "PlaceOption",
    "PublishedOption",
    "SinceOption",
    "SpeakerOption",
    "TitleOption",
    "TypeOption",
    "UntilOption",
    "as_of_given",
    "event_type_named",
    "filters_of",
    "ledger_path",
    "modality_named",
    "settings",
]


class Format(StrEnum):
    """How data is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"


Inputs = Annotated[
    list[str], typer.Argument(metavar="PATH", help="Files and folders: .txt .md .html .jsonl; - is standard input.")
]
FormatOption = Annotated[
    Format, typer.Option("--format", "-f", help="How to print: a table to read, or claims in the wire format.")
]
LedgerOption = Annotated[
    Path | None,
    typer.Option("--ledger", metavar="PATH", help="The ledger.  [env: ONRECORD_LEDGER; default: onrecord.db]"),
]
OutletFactOption = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Who published these reports.")]
TitleOption = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Their headline.")]
PublishedOption = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help="When they were published: 2022-03-09 or 2022-03-09T18:00Z."),
]
PlaceOption = Annotated[
    str | None,
    typer.Option("--place", metavar="NAME", help="In this place or within it: a name, country code or gazetteer id."),
]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="What may have happened on this day or later.")
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="What may have happened on this day or earlier.")
]
SpeakerOption = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Said or passed on by: part of a name.")
]
TypeOption = Annotated[
    str | None,
    typer.Option("--type", metavar="TYPE", help="Type of event: CEASEFIRE with all below it, or CEASEFIRE.VIOLATION."),
]
ModalityOption = Annotated[
    str | None, typer.Option("--modality", metavar="MODALITY", help="Speech act: ACCUSED, DENIED, PLANNED, ...")
]
OutletOption = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="Published by this outlet.")]
DocumentOption = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="In this report: its name or its id.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="DATE", help="Only what was published by this day; a moment counts as its day."),
]
AsOfLedgerOption = Annotated[
    str | None,
    typer.Option("--as-of-ledger", metavar="TX|TIME", help="Only what the ledger held then: 12, or 2022-03-10T09:00Z."),
]


def settings() -> Settings:
    """Return the settings of this process."""
    return Settings.from_environment(os.environ)


def ledger_path(given: Path | None) -> Path:
    """Return the ledger to use: the option, else the environment, else the default."""
    return given if given is not None else settings().ledger


def filters_of(
    *,
    place: str | None = None,
    since: str | None = None,
    until: str | None = None,
    speaker: str | None = None,
    event_type: str | None = None,
    modality: str | None = None,
    outlet: str | None = None,
    document: str | None = None,
) -> Filters:
    """Return the filters that options ask for, as typed.

    Raises:
        UsageError: An event type or modality that does not exist.
        BadDate: A day that cannot be read.
    """
    return Filters(
        place=place,
        since=first_day_of(since) if since is not None else None,
        until=last_day_of(until) if until is not None else None,
        speaker=speaker,
        event_type=event_type_named(event_type),
        modality=modality_named(modality),
        outlet=outlet,
        document=document,
    )


def as_of_given(published: str | None, ledger: str | None) -> AsOf:
    """Return the moment to look from.

    Raises:
        BadDate: A day or moment that cannot be read.
    """
    return AsOf(
        published=published_by(published) if published is not None else None,
        ledger=ledger_moment(ledger) if ledger is not None else None,
    )


def event_type_named(text: str | None) -> str | None:
    """Return the event type that a user means, in any letter case.

    Raises:
        UsageError: METHOD B5's tree does not hold it.
    """
    if text is None:
        return None
    wanted = text.strip().upper().replace(" ", "_")
    if is_event_type(wanted):
        return wanted
    known = [*EVENT_TYPES, *(f"{family}.{sub}" for family, subs in EVENT_TYPES.items() for sub in subs)]
    message = f"There is no event type {text!r}.{_near(wanted, known)}"
    raise UsageError(message)


def modality_named(text: str | None) -> Modality | None:
    """Return the modality that a user means, in any letter case.

    Raises:
        UsageError: METHOD B4 does not hold it.
    """
    if text is None:
        return None
    wanted = text.strip().upper().replace(" ", "_")
    if wanted in Modality.__members__:
        return Modality[wanted]
    message = f"There is no modality {text!r}.{_near(wanted, list(Modality))}"
    raise UsageError(message)


def _near(wanted: str, known: list[str]) -> str:
    near = difflib.get_close_matches(wanted, known, n=3, cutoff=0.5)
    return f" Did you mean {' or '.join(near)}?" if near else f" There are: {', '.join(known)}."
