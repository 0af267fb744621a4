"""Web pages: the article's text by trafilatura, without network; its facts from the page's own metadata."""

import logging
import re
from importlib.metadata import version

from lxml import etree, html
from trafilatura import extract

from onrecord.documents.decode import decode
from onrecord.documents.facts import Extraction, FileFacts
from onrecord.documents.html_metadata import page_facts
from onrecord.model.document import Capture, TextLayer
from onrecord.model.issue import Issue, Severity

__all__ = ["extract_html"]

EXTRACTOR = "html/trafilatura"

# The extractor logs each page it finds nothing in; here that is an issue, and one voice is enough.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]*encoding=["']([\w.:-]+)""", re.IGNORECASE
)
DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")


def extract_html(capture: Capture) -> Extraction:
    """Return the readable text of a page, one line a paragraph, and what its metadata states.

    Text is preferred to precision (``favor_recall``): a lost list of victims is worse than a line of navigation.
    """
    decoded = decode(capture.data, capture.name, declared=declared_encoding(capture.data))
    if decoded.text is None:
        return Extraction(None, issues=decoded.issues)
    if not decoded.text.strip():
        return Extraction(TextLayer(decoded.text, EXTRACTOR, version("trafilatura")), issues=decoded.issues)
    page = parsed(decoded.text)
    facts = page_facts(page) if page is not None else FileFacts()
    text = readable_text(page) if page is not None else None
    if not text:
        message = "No article was found in the page; save it once it is fully shown, or copy its text into a .txt file."
        issue = Issue("no_text_in_html", message, Severity.ERROR, capture.name)
        return Extraction(None, facts, (*decoded.issues, issue))
    return Extraction(TextLayer(text, EXTRACTOR, version("trafilatura")), facts, decoded.issues)


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that a page declares in its first kilobytes, or None."""
    match = DECLARED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def parsed(page: str) -> html.HtmlElement | None:
    """Parse a page without network and without lifting the parser's limits; None where nothing is left of it."""
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_pis=True)
    data = DECLARATION.sub("", page).encode("utf-8", "replace")
    try:
        return html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):  # the last: lxml on a page of nothing but a comment
        return None


def readable_text(page: html.HtmlElement) -> str | None:
    """Return the article of a page with one line feed between paragraphs, or None."""
    try:
        text = extract(page, include_comments=False, include_tables=True, favor_recall=True)
    except RecursionError:  # a page nested deeper than any real one
        return None
    return text.strip() if text else None
