"""What a page states about itself to machines: schema.org in JSON-LD, Open Graph and meta tags.

Only explicit statements count. Dates found by searching the page's text or address would be guesses (METHOD R-T1).
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from onrecord.documents.facts import FileFacts
from onrecord.model.document import Basis

__all__ = ["page_facts"]

ARTICLE_TYPES = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
"""Ends of the names of the schema.org types that a report may have: ``NewsArticle``, ``ReportageNewsArticle``."""

PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date.issued",
    "dcterms.issued",
    "dc.date.issued",
    "dcterms.date",
    "dc.date",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "date",
)
TITLE = ("og:title", "twitter:title", "dc.title", "dcterms.title")
OUTLET = ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_publisher", "publisher")


def page_facts(page: HtmlElement) -> FileFacts:
    """Return outlet, title, date, address and language as the page states them."""
    meta = meta_tags(page)
    nodes = list(linked_data(page))
    article = next((node for node in nodes if is_article(node)), {})
    outlet = publisher(article, nodes) or first(meta, OUTLET)
    return FileFacts(
        outlet=outlet,
        title=words(article.get("headline")) or first(meta, TITLE) or page_title(page, outlet),
        published=words(article.get("datePublished")) or first(meta, PUBLISHED) or marked_time(page),
        url=address(page, meta),
        language=page_language(page),
        basis=Basis.METADATA,
    )


def meta_tags(page: HtmlElement) -> dict[str, str]:
    """Return the page's meta tags by lower-case name; the first of each name counts."""
    tags: dict[str, str] = {}
    for tag in page.iter("meta"):
        name = tag.get("property") or tag.get("name") or tag.get("itemprop") or ""
        value = words(tag.get("content"))
        if name and value:
            tags.setdefault(name.strip().lower(), value)
    return tags


def first(meta: dict[str, str], names: Iterable[str]) -> str | None:
    """Return the first of the named meta tags that is there."""
    return next((meta[name] for name in names if name in meta), None)


def words(value: object) -> str | None:
    """Return a value as one line of text, or None where it is blank or no text."""
    return (" ".join(value.split()) or None) if isinstance(value, str) else None


def linked_data(page: HtmlElement) -> Iterator[dict[str, Any]]:
    """Yield the nodes of the page's JSON-LD, those of lists and graphs too; what is not JSON is passed over."""
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text, strict=False)
        except (ValueError, RecursionError):
            continue
        pending = [data]
        while pending:
            node = pending.pop(0)
            if isinstance(node, list):
                pending[:0] = node
            elif isinstance(node, dict):
                yield node
                pending[:0] = [node["@graph"]] if "@graph" in node else []


def is_article(node: dict[str, Any]) -> bool:
    """Tell whether a node of JSON-LD is a report."""
    kinds = node.get("@type")
    return any(
        isinstance(k, str) and k.endswith(ARTICLE_TYPES) for k in (kinds if isinstance(kinds, list) else [kinds])
    )


def publisher(article: dict[str, Any], nodes: list[dict[str, Any]]) -> str | None:
    """Return the name of an article's publisher, also where it is given by reference."""
    stated = article.get("publisher")
    if isinstance(stated, list):
        stated = stated[0] if stated else None
    if isinstance(stated, dict) and "name" not in stated and "@id" in stated:
        stated = next((node for node in nodes if node.get("@id") == stated["@id"] and "name" in node), None)
    return words(stated.get("name")) if isinstance(stated, dict) else words(stated)


def page_title(page: HtmlElement, outlet: str | None) -> str | None:
    """Return the page's only main heading, else its title without the outlet's name at the end."""
    headings = [words(heading.text_content()) for heading in page.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    title = words(page.findtext(".//title"))
    if title and outlet:
        title = re.sub(rf"\s*[|–—-]\s*{re.escape(outlet)}\Z", "", title) or title
    return title


def marked_time(page: HtmlElement) -> str | None:
    """Return the moment that the page marks as its publication in a ``time`` element."""
    for time in page.iter("time"):
        if "pubdate" in time.attrib or "datePublished" in (time.get("itemprop") or ""):
            return words(time.get("datetime"))
    return None


def address(page: HtmlElement, meta: dict[str, str]) -> str | None:
    """Return the page's canonical address where it is a whole one."""
    links = (link.get("href") for link in page.iter("link") if (link.get("rel") or "").lower() == "canonical")
    for candidate in (*links, meta.get("og:url")):
        url = words(candidate)
        if url and is_web_address(url):
            return url
    return None


def is_web_address(url: str) -> bool:
    """Tell whether an address is a whole one of the web."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def page_language(page: HtmlElement) -> str | None:
    """Return the language that the page declares, as two letters of ISO 639-1, or None."""
    declared = re.match(r"([a-z]{2})(?:[-_]|\Z)", (page.get("lang") or page.get("xml:lang") or "").strip().lower())
    return declared[1] if declared else None
