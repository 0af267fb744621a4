"""``onrecord ingest``: reports into the ledger."""

import sys
from datetime import UTC, datetime

import typer

from onrecord.cli.options import (
    Inputs,
    LedgerOption,
    OutletFactOption,
    PublishedOption,
    TitleOption,
    ledger_path,
)

__all__ = ["ingest"]


def ingest(
    paths: Inputs,
    ledger: LedgerOption = None,
    outlet: OutletFactOption = None,
    title: TitleOption = None,
    published: PublishedOption = None,
) -> None:
    """Read reports and append them to the ledger.

    The ledger is made where there is none. Each report is one transaction. A report that is already there is not read
    again, so a run that was interrupted is taken up by running it again. One bad report never stops the others.

    \b
    Example:
      onrecord ingest reports/
      onrecord ingest --ledger march.db monday.jsonl tuesday.jsonl
      onrecord ingest page.html --outlet "Kestrel Radio" --published 2022-03-09
    """
    from onrecord.cli.watch import Watch
    from onrecord.documents.facts import GivenFacts

    facts = GivenFacts.parse(outlet=outlet, title=title, published=published)
    from onrecord.ledger.sqlite import Ledger
    from onrecord.pipeline.ingest import ingest as ingest_all
    from onrecord.reading.reader import Reader
    from onrecord.sources.captures import captures

    watch = Watch()
    interrupted = False
    with Ledger.open(ledger_path(ledger), create=True) as opened:
        try:
            with watch.spinner(shown=True):
                found = captures(paths, stdin=sys.stdin.buffer, now=datetime.now(UTC))
                for _outcome in watch.follow(ingest_all(found, facts, Reader.open(), opened.writer())):
                    pass
        except KeyboardInterrupt:
            interrupted = True
    raise typer.Exit(watch.finish(interrupted=interrupted))
