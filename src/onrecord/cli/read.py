"""``onrecord read``: reports in, claims out; no ledger."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from onrecord.cli.options import (
    Format,
    FormatOption,
    Inputs,
    ModalityOption,
    OutletFactOption,
    PlaceOption,
    PublishedOption,
    SinceOption,
    SpeakerOption,
    TitleOption,
    TypeOption,
    UntilOption,
    filters_of,
)

if TYPE_CHECKING:
    from onrecord.ledger.filters import Filters
    from onrecord.pipeline.outcome import Outcome
    from onrecord.views.record import Report

__all__ = ["read"]


def read(
    paths: Inputs,
    outlet: OutletFactOption = None,
    title: TitleOption = None,
    published: PublishedOption = None,
    place: PlaceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    speaker: SpeakerOption = None,
    event_type: TypeOption = None,
    modality: ModalityOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Read reports and print their claims; nothing is stored.

    A report without a known date keeps its times open: the year is never guessed. Give --published where the report
    does not say it. JSON Lines hold one report a line: id, text, title, outlet, published, url.

    \b
    Example:
      onrecord read report.txt --outlet "Kestrel Radio" --published 2022-03-09
      onrecord read saved-pages/ --format jsonl > claims.jsonl
      cat report.txt | onrecord read - --type CEASEFIRE
    """
    filters = filters_of(
        place=place, since=since, until=until, speaker=speaker, event_type=event_type, modality=modality
    )
    from onrecord.cli.output import print_reports
    from onrecord.cli.watch import Watch
    from onrecord.documents.facts import GivenFacts

    facts = GivenFacts.parse(outlet=outlet, title=title, published=published)
    from onrecord.pipeline.read import read as read_all
    from onrecord.reading.reader import Reader
    from onrecord.sources.captures import captures

    watch = Watch()
    interrupted = False
    try:
        with watch.spinner(shown=not sys.stdout.isatty()):
            found = captures(paths, stdin=sys.stdin.buffer, now=datetime.now(UTC))
            outcomes = watch.follow(read_all(found, facts, Reader.open()))
            print_reports(_reports(outcomes, filters), form)
    except KeyboardInterrupt:
        interrupted = True
    raise typer.Exit(watch.finish(interrupted=interrupted))


def _reports(outcomes: "Iterable[Outcome]", filters: "Filters") -> "Iterator[Report]":
    from onrecord.ledger.filters import matches
    from onrecord.views.record import by_report, heading_of

    for outcome in outcomes:
        document = outcome.document
        if document is None:
            continue
        outlet = document.outlet.value if document.outlet is not None else None
        kept = [claim for claim in outcome.claims if matches(filters, claim, outlet=outlet)]
        yield from by_report(kept, {document.id: heading_of(document)})
