"""Grammar of calendar dates and clock times: ``Tuesday, 8 March 2022``, ``2022-03-08``, ``mid-1943``, ``5:30 p.m.``.

Every function takes the context and an atom and returns what it found with the atom after it, or None.
"""

from onrecord.reading.times.context import TimeContext
from onrecord.reading.times.expressions import Calendar, Clock, Decade, Season, Weekday

__all__ = ["calendar", "clock", "decade", "month_name", "season", "titled", "weekday", "year"]

DASHES = frozenset("-–—")
YEARS = range(1000, 2101)
MODERN = range(1900, 2101)
YEAR_CUES = frozenset(
    {"in", "since", "by", "until", "till", "from", "during", "after", "before", "between", "through", "early", "late"}
    | {"mid", "around", "circa", "year", "throughout", "of", "into"}
)
OWNERS = frozenset({"the", "a", "'s", "’s", "his", "her", "its", "their", "our"})
MONTH_CUES = frozenset(
    {"in", "since", "by", "until", "till", "from", "during", "after", "before", "between", "through", "early", "late"}
    | {"mid", "last", "next", "this", "of", "to", "throughout", "around", "for"}
)
CLOCK_CUES = frozenset(
    {"at", "by", "around", "about", "from", "until", "till", "since", "to", "between", "and", "after", "before", ","}
    | {"approximately", "on", "-", "–", "day", "(", "of", "the"}
)
"""Before ``9:25`` without a.m. or a zone; elsewhere it may be a score or a verse."""
MONEY = frozenset("$£€")


def day_number(context: TimeContext, i: int) -> tuple[int, int] | None:
    """Read ``8``, ``8th``, ``eighth`` as a day of the month."""
    low = context.low(i)
    digits = low.rstrip("stndrh") if low[:1].isdigit() else ""
    value = int(digits) if digits.isdecimal() and len(digits) <= 2 else context.words.ordinals.get(low)
    return (value, i + 1) if value is not None and 1 <= value <= 31 else None


def month_name(context: TimeContext, i: int) -> tuple[int, int] | None:
    """Read the name of a month, with the full stop of its abbreviation."""
    atom = context.at(i)
    number = context.words.months.get(atom.low) if atom.capital else None
    if number is None:
        return None
    abbreviated = len(atom.low) <= 4 and context.low(i + 1) == "." and context.number(i + 2) is not None
    return number, i + 2 if abbreviated else i + 1


def year(context: TimeContext, i: int, *, sure: bool = False) -> tuple[int, int] | None:
    """Read a year; without `sure` only where the words around it leave no other reading."""
    atom = context.at(i)
    value = atom.number
    if value is None or len(atom.low) != 4 or value not in YEARS or context.low(i - 1) in MONEY:
        return None
    if context.low(i + 1) in DASHES and context.low(i + 2) in context.words.units:
        return None
    return (value, i + 1) if sure or _looks_like_year(context, i, value) else None


def _looks_like_year(context: TimeContext, i: int, value: int) -> bool:
    token = context.doc[context.atoms[i].token]
    counted = token.dep_ == "nummod" and token.head.i > token.i
    before, after = context.low(i - 1), context.low(i + 1)
    if before in DASHES and context.low(i - 2) in context.words.thirds:
        return True
    if before in YEAR_CUES:
        return not (counted and token.head.tag_ == "NNS") or (value in MODERN and before == "in" and after == ",")
    if (before == "(" and after in {")", ",", "–", "-", ";"}) or (before == "and" and year(context, i - 2)):
        return True
    if after in DASHES and len(context.low(i + 2)) == 4 and year(context, i + 2, sure=True):
        return True
    return value in MODERN and counted and token.head.tag_ in {"NN", "NNP"} and before in OWNERS


def calendar(context: TimeContext, i: int) -> tuple[Calendar, Calendar | None, int] | None:
    """Read a date as far as it is said, with the far end where its days are a range: ``5-9 March``."""
    atom = context.at(i)
    if atom.capital:
        return _month_first(context, i)
    if atom.low[:1].isdigit() or atom.low in context.words.ordinals or atom.low == "the":
        return _figures(context, i) or _day_first(context, i) or _year_alone(context, i)
    return None


def _year_alone(context: TimeContext, i: int) -> tuple[Calendar, Calendar | None, int] | None:
    if context.says(i, "the", "year") is not None:
        i += 2
    found = year(context, i)
    if found is None:
        return None
    value, j = found
    if context.low(j) in DASHES and not context.at(j).spaced:
        ended = year(context, j + 1, sure=True)
        if ended is not None and ended[0] > value:
            return Calendar(value), Calendar(ended[0]), ended[1]
        short = context.number(j + 1)
        if short is not None and len(context.low(j + 1)) == 2 and short > value % 100:
            return Calendar(value), Calendar(value - value % 100 + short), j + 2
    return Calendar(value), None, j


def _figures(context: TimeContext, i: int) -> tuple[Calendar, Calendar | None, int] | None:
    """Read ``2022-03-08``, ``08.03.2022`` and, where it cannot be misread, ``28/03/2022``."""
    sign = context.low(i + 1)
    if sign not in {"-", ".", "/"} or context.low(i + 3) != sign:
        return None
    one, two, three = (context.number(k) for k in (i, i + 2, i + 4))
    if one is None or two is None or three is None:
        return None
    if sign == "-" and one in YEARS:
        return _valid(one, two, three, i + 5)
    if sign == "." and three in YEARS:
        return _valid(three, two, one, i + 5)
    if sign == "/" and three in YEARS and (one > 12) != (two > 12):
        return _valid(three, min(one, two), max(one, two), i + 5)
    return None


def _valid(years: int, month: int, day: int, j: int) -> tuple[Calendar, Calendar | None, int] | None:
    return (Calendar(years, month, day), None, j) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _day_first(context: TimeContext, i: int) -> tuple[Calendar, Calendar | None, int] | None:
    """Read ``8 March``, ``the 8th of March 2022``, ``5-9 March``, ``5 to 9 March``."""
    begun = day_number(context, i + 1 if context.low(i) == "the" else i)
    if begun is None:
        return None
    first, j = begun
    second = None
    if context.low(j) in DASHES or context.low(j) in {"to", "and", "through", "or"}:
        ended = day_number(context, j + 1)
        if ended is None or ended[0] <= first:
            return None
        second, j = ended
    named = month_name(context, j + 1 if context.low(j) == "of" else j)
    if named is None:
        return None
    month, j = named
    value, j = _year_after(context, j)
    far = Calendar(value, month, second) if second is not None else None
    return Calendar(value, month, first), far, j


def _month_first(context: TimeContext, i: int) -> tuple[Calendar, Calendar | None, int] | None:
    """Read ``March 8``, ``March 5-9, 2022``, ``March 2022``, ``March``."""
    named = month_name(context, i)
    if named is None:
        return None
    month, j = named
    begun = day_number(context, j + 1 if context.low(j) == "the" else j)
    if begun is None or (begun[0] and not context.low(begun[1] - 1)[:1].isdigit() and context.low(j) != "the"):
        value, k = _year_after(context, j, of=True)
        if value is None and not _surely_month(context, i):
            return None
        return Calendar(value, month), None, k
    first, j = begun
    far, j = _further_day(context, j, first)
    value, j = _year_after(context, j)
    return Calendar(value, month, first), (Calendar(value, month, far) if far is not None else None), j


def _further_day(context: TimeContext, j: int, first: int) -> tuple[int | None, int]:
    """Read the ``-9`` of ``March 5-9`` and the ``and 6`` of ``March 5 and 6``."""
    if context.low(j) not in DASHES and context.low(j) not in {"to", "and", "through"}:
        return None, j
    ended = day_number(context, j + 1)
    if ended is None or ended[0] <= first or not context.low(j + 1)[:1].isdigit():
        return None, j
    counted = context.tag(ended[1]) in {"NNS", "NN", "JJ"} or month_name(context, ended[1]) is not None
    return (None, j) if counted and context.low(j) not in DASHES else ended


def _year_after(context: TimeContext, j: int, *, of: bool = False) -> tuple[int | None, int]:
    for k in (j, j + 1) if context.low(j) == "," or (of and context.low(j) == "of") else (j,):
        found = year(context, k, sure=True)
        if found is not None and context.tag(found[1]) != "NNS":
            return found
    return None, j


def _surely_month(context: TimeContext, i: int) -> bool:
    """Tell whether a month's name that stands alone means the month: not ``March on``, not ``Theresa May``."""
    token = context.doc[context.atoms[i].token]
    if token.tag_ in {"MD", "VB", "VBP", "VBD"}:
        return False
    if context.low(i - 1) in MONTH_CUES or context.low(i - 1) in {"-", "–"}:
        return True
    return context.at(i).low not in context.words.doubtful_months and context.at(i).low not in {"sep", "dec", "mar"}


def weekday(context: TimeContext, i: int) -> tuple[Weekday, int] | None:
    """Read the name of a weekday that is not part of a title such as ``Sunday Herald``."""
    atom = context.at(i)
    if not atom.capital:
        return None
    number = context.words.weekdays.get(atom.low)
    if number is None:
        return _short_weekday(context, i)
    token = context.doc[atom.token]
    follower = context.at(i + 1)
    if token.dep_ == "compound" and follower.capital and token.head.i == follower.token and token.head.tag_ == "NNP":
        known = follower.low in context.words.months or follower.low in context.words.part_words
        preposed = context.low(i - 1) in {"on", "since", "by", "until", "before", "after", "late", "early"}
        return (Weekday(number), i + 1) if known or preposed else None
    if token.head.i == token.i + 1 and context.tag(i - 1) == "NNP" and token.dep_ == "compound":
        return None
    return Weekday(number), i + 1


def _short_weekday(context: TimeContext, i: int) -> tuple[Weekday, int] | None:
    number = context.words.short_weekdays.get(context.at(i).low.rstrip("."))
    if number is None:
        return None
    j = i + 1
    while context.low(j) in {".", ","}:
        j += 1
    dated = month_name(context, j) or (day_number(context, j) and month_name(context, j + 1))
    return (Weekday(number), i + 1) if dated else None


def season(context: TimeContext, i: int) -> tuple[Season, int] | None:
    """Read ``the spring of 1943``, ``summer 2014``; a bare ``spring`` or ``fall`` is no time."""
    j = i + 1 if context.low(i) == "the" else i
    code = context.words.seasons.get(context.low(j))
    if code is None or (context.low(i) == "fall" and context.tag(i) != "NN" and not context.at(i).capital):
        return None
    k = j + 2 if context.low(j + 1) == "of" else j + 1
    if context.low(k) == "that" and context.low(k + 1) == "year":
        return None
    dated = year(context, k, sure=True)
    if dated is not None:
        return Season(code, dated[0]), dated[1]
    alone = context.low(i - 1) in {"in", "during", "since", "until", "by", "throughout", "early", "late"}
    return (Season(code), j + 1) if alone and context.tag(j + 1) not in {"NN", "NNS", "NNP"} else None


def decade(context: TimeContext, i: int) -> tuple[Decade, int] | None:
    """Read ``the 1990s``."""
    j = i + 1 if context.low(i) == "the" else i
    low = context.low(j)
    if len(low) == 5 and low.endswith("0s") and low[:4].isdecimal() and int(low[:4]) in YEARS:
        return Decade(int(low[:4])), j + 1
    owned = j > i and context.low(j + 1) in {"'s", "’s"} and len(low) == 4 and low.endswith("0")
    value = context.number(j)
    return (Decade(value), j + 2) if owned and value in YEARS and value is not None else None


def clock(context: TimeContext, i: int) -> tuple[Clock, int] | None:
    """Read ``5 a.m.``, ``14:30``, ``5:30 p.m. local time``, ``1430 GMT``, ``noon``."""
    low = context.low(i)
    if low in context.words.points and not titled(context, i):
        return Clock(context.words.points[low]), i + 1
    if not low[:1].isdigit():
        return None
    return _hours_and_minutes(context, i) or _hour(context, i) or _four_digits(context, i)


def titled(context: TimeContext, i: int) -> bool:
    """Tell whether a common word carries a capital inside a sentence, as in a name: ``Golden Dawn``."""
    token = context.token(i)
    opening = token is not None and token.is_sent_start
    return context.at(i).capital and not opening and context.low(i - 1) not in context.words.weekdays


def _hour(context: TimeContext, i: int) -> tuple[Clock, int] | None:
    half = context.words.meridiems.get(context.low(i + 1))
    hour = context.number(i)
    if half is None or hour is None or not 0 <= hour <= 12:
        return None
    return _with_zone(context, _halved(hour, half), None, i + 2)


def _halved(hour: int, half: str) -> int:
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour


def _hours_and_minutes(context: TimeContext, i: int) -> tuple[Clock, int] | None:
    """Read ``14:30`` and, with a.m. or p.m. after it, ``10.30``."""
    hour, minute, j = context.number(i), context.number(i + 2), i + 3
    pointed = context.low(i).split(".")
    if len(pointed) == 2 and len(pointed[1]) == 2 and context.low(i + 1) in context.words.meridiems:
        hour, minute, j = int(pointed[0]), int(pointed[1]), i + 1
    elif context.low(i + 1) != ":" or len(context.low(i + 2)) != 2 or context.low(j) == ":":
        return None
    if hour is None or minute is None or hour > 24 or minute > 59:
        return None
    half = context.words.meridiems.get(context.low(j))
    if half is not None:
        hour, j = _halved(hour, half), j + 1
    found = _with_zone(context, hour, minute, j)
    bare = half is None and found[1] == j
    return None if bare and context.low(i - 1) not in CLOCK_CUES else found


def _four_digits(context: TimeContext, i: int) -> tuple[Clock, int] | None:
    """Read ``1430 GMT``: four digits are a time only where a zone follows."""
    value = context.number(i)
    if value is None or len(context.low(i)) != 4 or value % 100 > 59 or value > 2400:
        return None
    found = _with_zone(context, value // 100, value % 100, i + 1)
    return found if found[0].zone is not None or context.low(found[1] - 1) == "time" else None


def _with_zone(context: TimeContext, hour: int, minute: int | None, j: int) -> tuple[Clock, int]:
    zone = context.words.zones.get(context.low(j))
    if zone is not None:
        return Clock(hour, minute, zone), j + 1
    place = context.words.zone_places.get(context.low(j))
    if place is not None and context.low(j + 1) == "time":
        return _past_second_zone(context, Clock(hour, minute, None if place == "local" else place), j + 2)
    return _past_second_zone(context, Clock(hour, minute), j)


def _past_second_zone(context: TimeContext, found: Clock, j: int) -> tuple[Clock, int]:
    """Swallow the ``(1230 GMT)`` after a clock time: the same instant once more."""
    if context.low(j) != "(" or context.number(j + 1) is None:
        return found, j
    close = next((k for k in range(j + 2, j + 7) if context.low(k) == ")"), None)
    if close is None or context.low(close - 1) not in context.words.zones:
        return found, j
    return found, close + 1
