"""The sheet of one claim, and of one report: every field with its basis."""

from collections.abc import Iterable, Sequence
from textwrap import wrap

from rich.console import Console
from rich.text import Text

from onrecord.cli.layout import beside, clean
from onrecord.cli.watch import issue_line
from onrecord.model.claim import Claim, Quarantined
from onrecord.model.document import Document, Stated
from onrecord.model.issue import Issue
from onrecord.views.detail import context, detail
from onrecord.views.record import Heading, heading_of
from onrecord.views.what import what
from onrecord.views.when import day
from onrecord.views.who import firmly, speaker

__all__ = ["print_claim", "print_document"]

LABEL = 14
"""Columns for the names of the fields."""


def print_claim(console: Console, claim: Claim, document: Document | None) -> None:
    """Print a claim: what it is in one line, its words in context, then every field.

    Args:
        console: Where to.
        claim: The claim.
        document: Its report, or None where the ledger does not show it.
    """
    heading = heading_of(document) if document is not None else Heading(claim.document)
    console.print(Text(claim.id, style="bold"), soft_wrap=True)
    console.print(Text(clean(f"{speaker(claim)} · {firmly(claim)} · {what(claim)}")), soft_wrap=True)
    console.print(Text(clean(f"{heading.words} ({heading.name})\n")), soft_wrap=True)
    console.print(_in_context(claim, document, console.width), soft_wrap=True)
    _fields(console, detail(claim))


def print_document(
    console: Console, document: Document, quarantined: Sequence[Quarantined], issues: Sequence[Issue]
) -> None:
    """Print a report's facts with their basis, its problems, and how many of its claims are in quarantine, and why."""
    published = "not known: times stay open" if document.published is None else day(document.published)
    basis = f" (from {document.published_basis})" if document.published_basis is not None else ""
    fields = [
        ("id", (document.id,)),
        ("name", (document.name,)),
        ("outlet", (_stated(document.outlet),)),
        ("title", (_stated(document.title),)),
        ("published", (f"{published}{basis}",)),
        ("url", (document.url or "not known",)),
        ("language", (document.language or "not known",)),
        ("text", (f"{len(document.text):,} code points by {document.layer.extractor} {document.layer.version}",)),
        ("bytes", (f"SHA-256 {document.capture_sha256}",)),
        ("issues", tuple(issue_line(issue) for issue in issues) or ("none",)),
        ("quarantine", tuple(f"{one.claim.id}: {one.rule}: {one.reason}" for one in quarantined) or ("empty",)),
    ]
    _fields(console, fields)
    console.print()


def _stated(fact: Stated | None) -> str:
    return "not known" if fact is None else f"{fact.value} (from {fact.basis})"


def _in_context(claim: Claim, document: Document | None, width: int) -> Text:
    around = context(claim, document)
    start, end = "«", "»"
    whole = f"{around.before}{start}{around.words}{end}{around.after}"
    lines = [line for part in clean(whole).splitlines() for line in wrap(part, width - 4, break_on_hyphens=False)]
    return Text("".join(f"  {line}\n" for line in lines), style="italic")


def _fields(console: Console, fields: Iterable[tuple[str, Sequence[str]]]) -> None:
    for name, lines in fields:
        cells = beside([[name], list(lines)], [LABEL, max(40, console.width - LABEL - 2)])
        console.print(Text("\n".join(cells)), soft_wrap=True)
