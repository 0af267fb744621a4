"""From a capture to a document: one text layer, and the facts about the report with their basis."""

from onrecord.documents.facts import NOTHING_GIVEN, Extraction, GivenFacts
from onrecord.documents.head import read_head
from onrecord.documents.jsonl import extract_row
from onrecord.documents.metadata import choose_outlet, choose_published, choose_title
from onrecord.documents.plain import extract_plain
from onrecord.model.document import Capture, Document
from onrecord.model.issue import Issue, Result, Severity

__all__ = ["MAX_CHARACTERS", "read_document"]

MAX_CHARACTERS = 1_000_000
"""Code points of a text beyond which it is kept but not read: a book, or a year of reports in one file."""


def read_document(
    capture: Capture, facts: GivenFacts = NOTHING_GIVEN, *, max_characters: int = MAX_CHARACTERS
) -> Result[Document]:
    """Make a document of a capture (METHOD A6, B1).

    The result holds one document, or none and an error that says why: ``empty_document``, ``binary_content``,
    ``no_text_in_html``, ``bad_json_row``. A text that is too long is the one case with both: the document, to be kept,
    and the error ``text_too_long``, which tells the caller not to read it.

    Args:
        capture: The bytes as they arrived.
        facts: What the user says about the report; it wins over what the report says.
        max_characters: The longest text that is read, in code points.
    """
    extraction = extract(capture)
    layer = extraction.layer
    if layer is None:
        return Result((), extraction.issues)
    if not layer.text.strip():
        message = "There is no text in it; check that the file was saved with its content."
        return Result((), (*extraction.issues, Issue("empty_document", message, Severity.ERROR, capture.name)))
    head = read_head(layer.text)
    published = choose_published(facts, extraction.facts, head, capture.name)
    document = Document(
        name=capture.name,
        capture_sha256=capture.sha256,
        layer=layer,
        outlet=choose_outlet(facts, extraction.facts, head),
        title=choose_title(facts, extraction.facts, head, layer.text),
        published=published.value,
        published_basis=published.basis,
        url=extraction.facts.url,
        language=extraction.facts.language,
    )
    issues = (*extraction.issues, *published.issues)
    if len(layer.text) > max_characters:
        issues = (*issues, too_long(len(layer.text), max_characters, capture.name))
    return Result((document,), issues)


def extract(capture: Capture) -> Extraction:
    """Return what the extractor for the capture's media type makes of it."""
    match capture.media_type:
        case "text/html":
            # Loading the extractor takes 0.3 s, which only those who read pages need pay.
            from onrecord.documents.html import extract_html  # noqa: PLC0415

            return extract_html(capture)
        case "application/json":
            return extract_row(capture)
        case _:
            return extract_plain(capture)


def too_long(length: int, limit: int, name: str) -> Issue:
    """Return the error of a text that is kept unread."""
    message = f"The text has {length:,} characters, more than the {limit:,} that are read; split it into its reports."
    return Issue("text_too_long", message, Severity.ERROR, name)
