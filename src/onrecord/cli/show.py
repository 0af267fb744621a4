"""``onrecord show``: one claim or one report, whole."""

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.options import (
    AsOfLedgerOption,
    AsOfOption,
    Format,
    FormatOption,
    LedgerOption,
    as_of_given,
    ledger_path,
)
from onrecord.errors import UsageError

if TYPE_CHECKING:
    from onrecord.ledger.base import View
    from onrecord.model.claim import Claim
    from onrecord.model.document import Document

__all__ = ["show"]


def show(
    key: Annotated[
        str, typer.Argument(metavar="ID", help="Id of a claim or a report, or its beginning; or a report's name.")
    ],
    ledger: LedgerOption = None,
    as_of: AsOfOption = None,
    as_of_ledger: AsOfLedgerOption = None,
    form: FormatOption = Format.TABLE,
) -> None:
    """Show one claim or one report, whole.

    A claim comes with its words in context, its chain, and why each field is what it is. Tables print the beginning
    of each id. A claim that was cited once is found also where a later reading took its place.

    \b
    Example:
      onrecord show gqd73ucx
      onrecord show reports/monday.txt
      onrecord show gqd73ucx --format json
    """
    from onrecord.ledger.sqlite import Ledger

    with Ledger.open(ledger_path(ledger)) as opened:
        view = opened.view(as_of_given(as_of, as_of_ledger))
        claim = view.claim(key)
        if claim is not None:
            _show_claim(claim, view.document(claim.document_id), form)
            return
        document = view.document(key)
        if document is None:
            message = f"The ledger holds no claim and no report {key!r} here. `onrecord claims` lists what there is."
            raise UsageError(message)
        _show_document(document, view, form)


def _show_claim(claim: "Claim", document: "Document | None", form: Format) -> None:
    from onrecord.cli.output import page, print_objects
    from onrecord.cli.sheet import print_claim
    from onrecord.model.wire import claim_to_wire

    if form is Format.TABLE:
        print_claim(page(), claim, document)
    else:
        print_objects([claim_to_wire(claim)], form)


def _show_document(document: "Document", view: "View", form: Format) -> None:
    from onrecord.cli.output import page, print_objects, print_reports
    from onrecord.cli.sheet import print_document
    from onrecord.ledger.filters import Filters
    from onrecord.views.record import by_report, heading_of

    if form is Format.TABLE:
        held = [one for one in view.quarantined() if one.claim.document_id == document.id]
        issues = [issue for issue in view.issues() if issue.document == document.name]
        print_document(page(), document, held, issues)
        claims = view.claims(Filters(document=document.id))
        print_reports(by_report(claims, {document.id: heading_of(document)}), form)
    else:
        print_objects([_facts(document)], form)


def _facts(document: "Document") -> dict[str, object]:
    return {
        "id": document.id,
        "name": document.name,
        "capture_sha256": document.capture_sha256,
        "extractor": document.layer.extractor,
        "extractor_version": document.layer.version,
        "outlet": document.outlet.value if document.outlet is not None else None,
        "title": document.title.value if document.title is not None else None,
        "published": document.published.isoformat() if document.published is not None else None,
        "published_basis": document.published_basis,
        "url": document.url,
        "language": document.language,
        "text": document.text,
    }
