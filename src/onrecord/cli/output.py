"""Data to standard output, as a table or in the wire format; everything else goes to standard error."""

import json
import sys
from collections.abc import Iterable

from rich.console import Console

from onrecord.cli.options import Format, settings
from onrecord.cli.table import print_day, print_report
from onrecord.model.claim import Claim
from onrecord.model.wire import line
from onrecord.settings import PIPED_WIDTH
from onrecord.views.record import Report
from onrecord.views.timeline import Day

__all__ = ["page", "print_objects", "print_reports", "print_timeline"]


def page() -> Console:
    """Return the console of standard output: as wide as the terminal, or `PIPED_WIDTH`; `COLUMNS` goes first."""
    width = settings().width
    if width is None and not sys.stdout.isatty():
        width = PIPED_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)


def print_reports(reports: Iterable[Report], form: Format) -> int:
    """Print reports as they come; return the number of claims."""
    if form is not Format.TABLE:
        return _print_claims((row.claim for report in reports for row in report.rows), form)
    console, count = page(), 0
    for report in reports:
        print_report(console, report)
        count += len(report.rows)
    return count


def print_timeline(days: Iterable[Day], form: Format) -> int:
    """Print a timeline; in the wire format it is the claims in the order of their time. Return their number."""
    if form is not Format.TABLE:
        return _print_claims((row.claim for day in days for row in day.rows), form)
    console, count = page(), 0
    for day in days:
        print_day(console, day)
        count += len(day.rows)
    return count


def print_objects(objects: Iterable[object], form: Format) -> int:
    """Print plain data as JSON or JSON Lines; return how many."""
    return _print_lines((json.dumps(one, ensure_ascii=False, allow_nan=False) for one in objects), form)


def _print_claims(claims: Iterable[Claim], form: Format) -> int:
    return _print_lines((line(claim) for claim in claims), form)


def _print_lines(lines: Iterable[str], form: Format) -> int:
    """Print one JSON text a line; as JSON, with the brackets and commas of one array, closed whatever happens."""
    array = form is Format.JSON
    count = 0
    if array:
        sys.stdout.write("[")
    try:
        for text in lines:
            separator = ("\n" if count == 0 else ",\n") if array else ""
            sys.stdout.write(f"{separator}{text}" if array else f"{text}\n")
            sys.stdout.flush()
            count += 1
    finally:
        if array:
            sys.stdout.write("\n]\n")
    return count
