"""The dateline of a report: ``KYIV, Ukraine (AP) —``, ``(CN) —``, ``GENEVA, March 9 (Reuters) -``."""

import re
from dataclasses import dataclass

from onrecord.documents.written_date import WrittenDate, find_dates
from onrecord.lexicons.load import lexicon
from onrecord.model.document import Basis, Stated
from onrecord.model.span import Span

__all__ = ["Dateline", "dateline_at"]

LONGEST = 120
"""Code points within which the dash of a dateline stands."""

LONGEST_NAME = 6
"""Words of the longest place or outlet that is believed in a dateline."""

DASH = re.compile(r"\s*—\s*|\s+(?:–|--|-|_)\s+|(?<=[)/])\s*(?:–|--|-)\s+|(?<=\w)--\s*")
"""What ends a dateline. A hyphen or en dash without spaces joins words: Guinea-Bissau."""

AGENCY_STYLE = re.compile(r"(?P<head>[^\n/()]{3,60}?)\.?\s*/(?P<outlet>[A-Z][\w-]{1,20})/\s*[.–—-]\s*")
"""``MOSCOW, March 9. /TASS/.``"""

BRACKETS = re.compile(r"(?P<before>[^()]*)\((?P<inside>[^()]{2,60})\)(?P<after>[^()]*)")
WORD = re.compile(r"[^\W\d_][\w'’.-]*")
# A code or a call sign: AFP, RFE/RL.
ABBREVIATION = re.compile(r"[A-Z][A-Z/-]{1,9}")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says (METHOD B1, R-T1).

    Attributes:
        span: The whole, with its dash.
        place: Where the report was filed from, as written, or None.
        outlet: Who published it: the agency's name for a known code, any other as it is written; or None.
        day: The day; without a year it is no publication date.
    """

    span: Span
    place: Span | None = None
    outlet: Stated | None = None
    day: WrittenDate | None = None


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """Return the dateline at the start of a line, or None.

    Args:
        text: The text layer.
        start: First code point of the line that is not a space.
        end: Code point after its last.
    """
    agency = AGENCY_STYLE.match(text, start, min(end, start + LONGEST))
    if agency is not None:
        outlet = Span(*agency.span("outlet"))
        read = head_parts(text, Span(*agency.span("head")), bracketed=True)
        return Dateline(Span(*agency.span()), read[0], named(text, outlet), read[1]) if read else None
    dash = DASH.search(text, start, min(end, start + LONGEST))
    if dash is None or dash.start() == start:
        return None
    brackets = BRACKETS.fullmatch(text, start, dash.start())
    if brackets is None:
        return plain_dateline(text, start, dash)
    return bracket_dateline(text, brackets, dash.end())


def plain_dateline(text: str, start: int, dash: re.Match[str]) -> Dateline | None:
    """Return a dateline without brackets: ``KYIV, Ukraine —``, ``ALEPPO, 12 July 2016 -``."""
    read = head_parts(text, Span(start, dash.start()), bracketed=False)
    return Dateline(Span(start, dash.end()), read[0], None, read[1]) if read else None


def bracket_dateline(text: str, brackets: re.Match[str], end: int) -> Dateline | None:
    """Return a dateline with brackets, which hold an outlet, a day or a country."""
    inside = trimmed(text, *brackets.span("inside"))
    words = inside.words(text)
    dates = find_dates(text, inside.start, inside.end)
    is_day = bool(dates) and dates[0].span == inside
    is_country = words in lexicon("datelines")["countries"]
    if not is_day and not is_country and not could_be_outlet(words):
        return None
    known = words in lexicon("datelines")["outlets"] or ABBREVIATION.fullmatch(words) is not None
    head = Span(brackets.start("before"), brackets.end("before"))
    read = head_parts(text, head, bracketed=known and not is_country) if head.words(text).strip() else (None, None)
    tail = head_parts(text, Span(*brackets.span("after")), bracketed=True) if brackets["after"].strip(" ,.") else None
    if read is None or (brackets["after"].strip(" ,.") and (tail is None or tail[1] is None)):
        return None
    if (is_day or is_country) and read[0] is None:
        return None
    place, day = read
    outlet = named(text, inside) if not is_day and not is_country else None
    return Dateline(Span(brackets.start(), end), place, outlet, day or (dates[0] if is_day else tail and tail[1]))


def head_parts(text: str, head: Span, *, bracketed: bool) -> tuple[Span | None, WrittenDate | None] | None:
    """Return the place and the day before a dash or bracket, or None where it is something else.

    Args:
        text: The text layer.
        head: What stands before.
        bracketed: Whether a known outlet follows; without it or a day, the town must stand in capitals or before its
            country.
    """
    dates = find_dates(text, head.start, head.end)
    if len(dates) > 1:
        return None
    day = dates[0] if dates else None
    before = trimmed(text, head.start, day.span.start if day else head.end)
    after = trimmed(text, day.span.end, head.end) if day else Span(head.end, head.end)
    places = [part for part in (before, after) if len(part)]
    if len(places) > 1 or any(not could_be_place(part.words(text)) for part in places):
        return None
    if not places:
        return (None, day) if day else None
    words = places[0].words(text)
    if day is None and not bracketed and not in_capitals(words) and not ends_in_country(words):
        return None
    return places[0], day


def trimmed(text: str, start: int, end: int) -> Span:
    """Return the span without the spaces, commas and full stops around it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \t,./"))
    return Span(start, max(start, end - (len(words) - len(words.rstrip(" \t,/")))))


def could_be_place(words: str) -> bool:
    """Tell whether words are written as names of places are: capitalised, short, without figures."""
    lexical = lexicon("datelines")
    parts = [word for word in re.split(r"[\s,/]+", words) if word]
    return (
        0 < len(parts) <= LONGEST_NAME
        and words.upper() not in lexical["labels"]
        and all(WORD.fullmatch(w) and (w[0].isupper() or w.lower() in lexical["place_particles"]) for w in parts)
        and parts[0][0].isupper()
        and parts[0].lower() != "by"  # a byline
    )


def in_capitals(words: str) -> bool:
    """Tell whether the town, which is what stands before the first comma, is in capitals: ``KYIV, Ukraine``."""
    town = words.split(",", 1)[0]
    return town == town.upper() and sum(letter.isalpha() for letter in town) > 1


def ends_in_country(words: str) -> bool:
    """Tell whether a town is followed by its country: ``Maiduguri, Nigeria``."""
    town, comma, country = words.rpartition(",")
    return bool(town and comma) and country.strip() in lexicon("datelines")["countries"]


def could_be_outlet(words: str) -> bool:
    """Tell whether words in brackets are written as the name of an outlet: ``AP``, ``dpa``, ``The Ford Herald``."""
    parts = words.split()
    if words in lexicon("datelines")["outlets"]:
        return True
    if len(parts) > LONGEST_NAME or not parts[0][0].isupper() or "," in words:
        return False
    # Figures only after a call sign, "KXYZ 5": otherwise the brackets hold an age, a score or a day.
    return ABBREVIATION.fullmatch(parts[0]) is not None or not any(letter.isdigit() for letter in words)


def named(text: str, mention: Span) -> Stated:
    """Return the outlet that a code stands for; a code that is not in the lexicon stays as it is."""
    code = mention.words(text)
    return Stated(lexicon("datelines")["outlets"].get(code, code), Basis.DATELINE, mention)
