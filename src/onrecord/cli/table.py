"""The table that a person sees: who says it, how firmly, what, where, when, how many, and beneath it the words."""

from collections.abc import Sequence
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from onrecord.cli.layout import beside, clean, widths
from onrecord.views.record import Report, Row
from onrecord.views.timeline import Day

__all__ = ["SHORT_ID", "print_day", "print_report", "short_id"]

COLUMNS = ("WHO SAYS", "HOW FIRMLY", "WHAT", "WHERE", "WHEN", "HOW MANY")
SHARES = (19, 13, 27, 17, 16, 18)
SHORT_ID = 8
"""Characters of an id in a table: enough for `onrecord show` to find the claim in a ledger of millions."""

WORDS_INDENT = SHORT_ID + 2


def short_id(claim_id: str) -> str:
    """Return as much of an id as a table shows.

    >>> short_id("claim-gqd73ucxkgfztstm")
    'gqd73ucx'
    """
    return claim_id.rpartition("-")[2][:SHORT_ID]


def print_report(console: Console, report: Report) -> None:
    """Print one report: its heading, the names of the columns, then each claim with its words."""
    heading = report.heading
    count = len(report.rows)
    name = f"{heading.name} · {count} claim{'' if count == 1 else 's'}"
    _heading(console, heading.words, name)
    _rows(console, report.rows)


def print_day(console: Console, day: Day) -> None:
    """Print one day of a timeline."""
    _heading(console, day.words, "")
    _rows(console, day.rows)


def _heading(console: Console, title: str, beneath: str) -> None:
    lines = Text(clean(title), style="bold")
    if beneath:
        lines.append(f"\n{clean(beneath)}", style="not bold")
    lines.append("\n" + "─" * console.width, style="not bold dim")
    console.print(lines, soft_wrap=True)


def _rows(console: Console, rows: Sequence[Row]) -> None:
    columns = widths(console.width, SHARES)
    names = beside([[name] for name in COLUMNS], columns)
    console.print(Text("\n".join(names), style="bold"), soft_wrap=True)
    for one in rows:
        console.print(_claim(one, columns, console.width), soft_wrap=True)


def _claim(row: Row, columns: Sequence[int], width: int) -> Text:
    """Return one claim as its line of fields, its words, and a blank line."""
    who = [row.speaker, f"via {row.via}"] if row.via is not None else [row.speaker]
    fields = beside([who, [row.firmly], [row.what, *row.to_whom], [row.where], [row.when], list(row.how_many)], columns)
    words = wrap(f"“{clean(row.words)}”", max(20, width - WORDS_INDENT), break_on_hyphens=False)
    first = short_id(row.claim.id).ljust(WORDS_INDENT)
    text = Text("\n".join(fields))
    text.append(f"\n{first}", style="dim")
    text.append(f"\n{' ' * WORDS_INDENT}".join(words), style="italic")
    text.append("\n")
    return text
