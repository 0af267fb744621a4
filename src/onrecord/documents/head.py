"""The head of a report: its headline, its publication line and its dateline, before the body begins."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from onrecord.documents.dateline import Dateline, dateline_at
from onrecord.documents.written_date import WrittenDate, find_dates, starting_date
from onrecord.lexicons.load import lexicon
from onrecord.model.document import Basis, Stated
from onrecord.model.span import Span

__all__ = ["Head", "read_head"]

HEAD_LINES = 8
"""Lines, blank ones not counted, among which the head of a report lies."""

HEAD_LENGTH = 3000
"""Code points within which it lies."""

CHRONOLOGY = 200_000
"""Code points within which a chronology shows itself by a second line that is a day."""

LONGEST_HEADLINE = 160
"""Code points of the longest headline that is believed."""

LONGEST_BYLINE = 120
"""Code points of the longest line that may be a byline or a publication line: beyond it the body begins."""

LINE = re.compile(r"[^\n]+")
MARKDOWN_HEADING = re.compile(r"#{1,6}[ \t]+")
BYLINE = re.compile(r"(?:[Bb]y|BY):?[ \t]+[^\W\d_a-z]")
LABEL = re.compile(r"(?P<words>[^\W\d][\w ]{1,30}):\s*")
FIGURES = re.compile(r"\d{1,4}[./-]\d")
PART = re.compile(r"[^|·•]+")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of a text says about its report.

    Attributes:
        title: The headline, or None where no line is set apart as one.
        dateline: The dateline, or None.
        published: The day of publication from a publication line or byline, or None.
    """

    title: Stated | None = None
    dateline: Dateline | None = None
    published: WrittenDate | None = None


def read_head(text: str) -> Head:
    """Read the head of a report (METHOD R-T1); a line is a headline only if a blank line sets it apart."""
    title, published = None, None
    for number, line in enumerate(lines(text)):
        dateline = dateline_at(text, line.start, line.end)
        if dateline is not None:
            return Head(title, dateline, published)
        publication = publication_day(text, line)
        published = published or publication
        if number == 0 and publication is None and is_headline(text, line):
            title = headline(text, line)
        elif len(line) > LONGEST_BYLINE:
            break  # the body: what looks like a dateline further down belongs to something else
    return Head(title, None, published)


def lines(text: str) -> Iterator[Span]:
    """Yield the first lines that are not blank, without the spaces around them."""
    count = 0
    for match in LINE.finditer(text, 0, min(len(text), HEAD_LENGTH)):
        words = match.group()
        if stripped := words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            yield Span(start, start + len(stripped))
            count += 1
            if count == HEAD_LINES:
                return


def is_headline(text: str, line: Span) -> bool:
    """Tell whether the first line is set apart as a headline: short, no sentence, a blank line or a ``#`` to it."""
    words = line.words(text)
    if len(words) > LONGEST_HEADLINE or BYLINE.match(words) or not any(c.isalpha() for c in words):
        return False
    if words.startswith(("(", "[")) or is_labelled_day(text, line):  # a caption, a credit, "Updated: 10/03/2022"
        return False
    if MARKDOWN_HEADING.match(words):
        return True
    following = text[line.end :].lstrip(" \t")[:200].split("\n", 2)
    set_apart = len(following) == 3 and not following[1].strip()  # end of the line, blank line, the rest
    return set_apart and not words.endswith((".", "!", ":", ",", ";", '."', ".”", ".'", ".’"))


def is_labelled_day(text: str, line: Span) -> bool:
    """Tell whether a line is a label with a day, readable or not: ``Updated: 10/03/2022``, ``Published: last week``."""
    label = LABEL.match(text, line.start, line.end)
    if label is None:
        return False
    if label["words"].lower() in lexicon("datelines")["publication_words"]:
        return True
    return FIGURES.match(text, label.end()) is not None or starting_date(text, label.end(), line.end) is not None


def headline(text: str, line: Span) -> Stated:
    """Return the headline without the ``#`` that marks it in Markdown."""
    mark = MARKDOWN_HEADING.match(text, line.start, line.end)
    span = Span(mark.end() if mark else line.start, line.end)
    return Stated(span.words(text), Basis.HEADLINE, span)


@cache
def publication_pattern() -> re.Pattern[str]:
    """Return the pattern of words that introduce a day of publication: ``Published:``, ``Date -``, ``Posted on``."""
    words = "|".join(sorted(lexicon("datelines")["publication_words"], key=len, reverse=True))
    return re.compile(rf"(?:[*_]{{0,2}}(?:{words})[*_]{{0,2}}(?:\s+(?:on|at))?\s*[:–-]?[*_]{{0,2}}\s*)", re.IGNORECASE)


def publication_day(text: str, line: Span) -> WrittenDate | None:
    """Return the day of a publication line, of a byline with a day, or of a line that is a day, all with a year."""
    if len(line) > LONGEST_BYLINE:
        return None
    parts = [Span(*match.span()) for match in PART.finditer(text, line.start, line.end)]
    for part in parts:
        introduced = publication_pattern().match(text, skip_space(text, part), part.end)
        day = starting_date(text, introduced.end() if introduced else skip_space(text, part), part.end)
        if day is None or day.year is None:
            continue
        if introduced or (ends_after(text, day, part) and (len(parts) > 1 or only_day_line(text, line))):
            return day
    return None


def skip_space(text: str, part: Span) -> int:
    """Return the offset of the first code point of a part that is not a space."""
    return part.end - len(part.words(text).lstrip())


def ends_after(text: str, day: WrittenDate, part: Span) -> bool:
    """Tell whether a part holds nothing but a day and perhaps an hour: ``9 March 2022, 18:00 GMT``."""
    tail = text[day.span.end : part.end]
    return (
        re.fullmatch(r"[\s,.]*(?:(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*\(?[A-Z]{2,5}\)?)?)?[\s.]*", tail)
        is not None
    )


def only_day_line(text: str, line: Span) -> bool:
    """Tell whether no other line is a day: a chronology has many, and none of them is its day of publication."""
    for match in LINE.finditer(text, 0, CHRONOLOGY):
        is_itself = match.start() <= line.start < match.end()
        if not is_itself and match.end() - match.start() <= len("Wednesday, 30 September 2022, 18:00 GMT"):
            dates = find_dates(text, match.start(), match.end())
            if dates and not text[match.start() : dates[0].span.start].strip(" \t#*"):
                return False
    return True
