"""``onrecord claims`` and ``onrecord timeline``: ask the ledger."""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.cli.options import (
    AsOfLedgerOption,
    AsOfOption,
    DocumentOption,
    Format,
    FormatOption,
    LedgerOption,
    ModalityOption,
    OutletOption,
    PlaceOption,
    SinceOption,
    SpeakerOption,
    TypeOption,
    UntilOption,
    as_of_given,
    filters_of,
    ledger_path,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.ledger.base import Counts, View
    from onrecord.ledger.filters import Filters
    from onrecord.model.claim import Claim

__all__ = ["claims", "timeline"]


def claims(
    ledger: LedgerOption = None,
    place: PlaceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    speaker: SpeakerOption = None,
    event_type: TypeOption = None,
    modality: ModalityOption = None,
    outlet: OutletOption = None,
    document: DocumentOption = None,
    as_of: AsOfOption = None,
    as_of_ledger: AsOfLedgerOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the claims of the ledger, report by report.

    All filters that are given must hold. A claim without a time never passes --since or --until. Claims in
    quarantine are never shown here.

    \b
    Example:
      onrecord claims --place Mariupol --since 2022-03-05 --until 2022-03-09
      onrecord claims --type CEASEFIRE --modality ACCUSED
      onrecord claims --speaker "Red Cross" --as-of 2022-03-09
      onrecord claims --format jsonl | wc -l
    """
    from onrecord.cli.output import print_reports
    from onrecord.cli.watch import say
    from onrecord.ledger.sqlite import Ledger
    from onrecord.views.record import Heading, by_report

    filters = filters_of(
        place=place,
        since=since,
        until=until,
        speaker=speaker,
        event_type=event_type,
        modality=modality,
        outlet=outlet,
        document=document,
    )
    moment = as_of_given(as_of, as_of_ledger)
    with Ledger.open(ledger_path(ledger)) as opened:
        view = opened.view(moment)
        headings = {one.id: Heading(one.name, one.outlet, one.title, one.published) for one in view.documents()}
        with _found(view, filters) as found:
            count = print_reports(by_report(found, headings), form)
        if count == 0:
            say("No claim passes.")
        _say_left_out(view.counts())


def timeline(
    ledger: LedgerOption = None,
    place: PlaceOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    speaker: SpeakerOption = None,
    event_type: TypeOption = None,
    modality: ModalityOption = None,
    outlet: OutletOption = None,
    document: DocumentOption = None,
    as_of: AsOfOption = None,
    as_of_ledger: AsOfLedgerOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Print the claims by the time they speak of.

    What is only planned, predicted, conditional, demanded, denied or negated is marked as such, first. Claims without
    a time come last. In the wire format these are the same claims in the same order.

    \b
    Example:
      onrecord timeline --place Mariupol
      onrecord timeline --since 2022-03-05 --until 2022-03-09 --as-of 2022-03-08
    """
    from onrecord.cli.output import print_timeline
    from onrecord.cli.watch import say
    from onrecord.ledger.sqlite import Ledger
    from onrecord.views.timeline import timeline as by_day

    filters = filters_of(
        place=place,
        since=since,
        until=until,
        speaker=speaker,
        event_type=event_type,
        modality=modality,
        outlet=outlet,
        document=document,
    )
    moment = as_of_given(as_of, as_of_ledger)
    with Ledger.open(ledger_path(ledger)) as opened:
        view = opened.view(moment)
        with _found(view, filters) as found:
            count = print_timeline(by_day(found), form)
        if count == 0:
            say("No claim passes.")
        _say_left_out(view.counts())


@contextmanager
def _found(view: "View", filters: "Filters") -> "Iterator[Iterator[Claim]]":
    """Ask for claims and let go of the ledger at the end, also where the reader of a pipe has gone."""
    claims = view.claims(filters)
    try:
        yield claims
    finally:
        close = getattr(claims, "close", None)
        if close is not None:
            close()


def _say_left_out(counts: "Counts") -> None:
    """Tell what a view by publication leaves out: silence would look like absence."""
    from onrecord.cli.watch import say

    if counts.later:
        say(f"Left out, published later: {counts.later}.")
    if counts.undated:
        say(f"Left out, date of publication not known: {counts.undated}.")
