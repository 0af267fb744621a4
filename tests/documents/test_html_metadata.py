"""What a page states about itself."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from onrecord.documents.read import read_document
from onrecord.model.document import Basis, Capture, Document
from onrecord.model.issue import Result

NOW = datetime(2026, 1, 1, tzinfo=UTC)
BODY = (
    "<article><h1>Two warehouses burn in Ford</h1><p>Two warehouses burned in Ford on Wednesday, the mayor said. "
    "Nobody was hurt, he added.</p><p>A third one, in the <b>old</b> harbour, was saved by the firefighters of three "
    "towns.</p><ul><li>The first warehouse held grain.</li><li>The second was empty.</li></ul></article>"
)


def page(head: str = "", body: str = BODY, attributes: str = 'lang="en-GB"') -> str:
    return f"<!doctype html><html {attributes}><head>{head}</head><body><nav>Home</nav>{body}</body></html>"


def read(data: bytes | str) -> Result[Document]:
    raw = data.encode() if isinstance(data, str) else data
    return read_document(Capture.of("page", raw, "text/html", NOW))


def test_meta_tags() -> None:
    head = (
        '<meta property="og:site_name" content="The Ford  Herald"><meta property="og:title" content="Fire">'
        '<meta property="article:published_time" content="2022-03-09T18:00:00+02:00">'
        '<link rel="canonical" href="https://ford.example/fire">'
    )
    (document,) = read(page(head)).values
    assert document.outlet is not None
    assert document.title is not None
    assert (document.outlet.value, document.outlet.basis) == ("The Ford Herald", Basis.METADATA)
    assert document.title.value == "Fire"
    assert document.published == datetime(2022, 3, 9, 18, tzinfo=timezone(timedelta(hours=2)))
    assert document.published_basis == Basis.METADATA
    assert document.url == "https://ford.example/fire"


def test_linked_data_with_a_publisher_by_reference() -> None:
    head = (
        '<script type="application/ld+json">{"@graph": [{"@type": "Organization", "@id": "#o", "name": "Ford News"}, '
        '{"@type": ["ReportageNewsArticle"], "headline": "Fire", "datePublished": "Wed, 09 Mar 2022 18:00:00 GMT", '
        '"publisher": {"@id": "#o"}}]}</script><script type="application/ld+json">{broken</script>'
    )
    (document,) = read(page(head)).values
    assert document.outlet is not None
    assert document.outlet.value == "Ford News"
    assert document.published == datetime(2022, 3, 9, 18, tzinfo=UTC)


def test_title_element_without_the_outlet() -> None:
    head = '<title>Fire | Ford News</title><meta property="og:site_name" content="Ford News">'
    (document,) = read(page(head, BODY.replace("h1>", "h2>"))).values
    assert document.title is not None
    assert document.title.value == "Fire"


def test_dates_in_text_or_address_are_not_metadata() -> None:
    head = '<link rel="canonical" href="https://ford.example/2021/05/04/fire">'
    body = BODY.replace("on Wednesday", "on 1 May 2021") + "<footer>Copyright 2019</footer>"
    result = read(page(head, body))
    assert result.values[0].published is None
    assert result.issues[-1].code == "no_publication_date"


def test_time_element_counts_where_it_is_marked() -> None:
    marked = '<time itemprop="datePublished" datetime="2022-03-09">yesterday</time>'
    assert read(page(body=marked + BODY)).values[0].published == date(2022, 3, 9)
    assert read(page(body='<time datetime="2022-03-09">yesterday</time>' + BODY)).values[0].published is None


def test_bad_metadata_date() -> None:
    result = read(page('<meta name="date" content="last week">'))
    assert [issue.code for issue in result.issues] == ["bad_date", "no_publication_date"]


@pytest.mark.parametrize(
    "head",
    [
        '<link rel="canonical" href="/fire">',
        '<meta property="og:url" content="javascript:alert(1)">',
        '<meta property="og:url" content="http://[broken">',
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        '<script type="application/ld+json">[{"@type": "NewsArticle", "publisher": []}, 3]</script>',
    ],
)
def test_useless_statements_are_passed_over(head: str) -> None:
    (document,) = read(page(head)).values
    assert document.url is None
    assert document.outlet is None


@pytest.mark.parametrize("attributes, expected", [('lang="uk"', "uk"), ('lang="x-klingon"', None), ("", None)])
def test_language(attributes: str, expected: str | None) -> None:
    assert read(page(attributes=attributes)).values[0].language == expected
