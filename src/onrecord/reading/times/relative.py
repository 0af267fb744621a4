"""Grammar of times relative to the document or to the text: ``two days ago``, ``last week``, ``the days ahead``.

Every function takes the context and an atom and returns what it found with the atom after it, or None.
"""

from onrecord.reading.times.anchors import conflict_start, generic_words
from onrecord.reading.times.context import TimeContext
from onrecord.reading.times.dates import month_name, weekday
from onrecord.reading.times.expressions import (
    Calendar,
    Conflict,
    Ground,
    How,
    Near,
    Pointer,
    Reference,
    Season,
    Series,
    Shift,
    Stretch,
    Weekday,
    Weekend,
)

__all__ = ["conflict_begun", "duration", "pointer", "reference", "relative"]

NOMINAL = frozenset({"DT", "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "JJ", "CD", "VBG", "WP", "WDT", "WRB"})
"""Tags after ``two days before`` that make it point to an event, which no calendar knows."""

SIGNS = frozenset("-–—")
PHRASE = 10
"""Atoms after a count in which the name of a war is looked for."""

BEGINNINGS = frozenset(
    {"the", "start", "beginning", "outbreak", "onset", "of", "in", "full", "scale", "-", "'s", "’s", "its", "current"}
    | {"russian", "israeli", "full-scale", "forces", "troops", "first", "days", "weeks", "day", "hours", "early"}
)
"""Words that may stand between "since" and the name of a war."""

Found = tuple[Ground, int]


def count(context: TimeContext, i: int) -> tuple[int | None, int] | None:
    """Read ``two``, ``48``, ``a few``, ``several``; the value is None where it is not said."""
    words = context.words
    low = context.low(i)
    if low in {"a", "the"} and context.low(i + 1) in words.vague_numbers:
        i, low = i + 1, context.low(i + 1)
    if low in words.vague_numbers and low != "recent":
        return None, i + 2 if context.low(i + 1) == "of" else i + 1
    if low in words.numbers:
        return words.numbers[low], i + 1
    value = context.number(i)
    return (value, i + 1) if value is not None and value < 1000 else None


def counted_unit(context: TimeContext, i: int) -> tuple[int | None, str, int] | None:
    """Read ``two days``, ``48-hour``, ``a few weeks``."""
    counted = count(context, i)
    if counted is None:
        return None
    value, j = counted
    if context.low(j) in SIGNS:
        j += 1
    if context.low(j) in {"or", "to"} or context.low(j) in SIGNS:
        more = count(context, j + 1)
        value, j = (None, more[1]) if more is not None else (value, j)
    unit = context.words.units.get(context.low(j))
    return (value, unit, j + 1) if unit is not None else None


def relative(context: TimeContext, i: int) -> Found | None:
    """Read any time that is relative to the document, to the text or to a war."""
    words = context.words
    low = context.low(i)
    if low in words.near_days:
        return Near(words.near_days[low]), i + 1
    return (
        _day_counted(context, i)
        or _weekend(context, i)
        or _which(context, i)
        or _ahead(context, i)
        or _day_beside(context, i)
        or _shifted(context, i)
    )


def reference(context: TimeContext, i: int) -> Found | None:
    """Read ``so far``, ``at the same time``, ``until now``."""
    for entry in context.words.references.get(context.low(i), ()):
        j = context.says(i, *entry["words"])
        if j is not None and context.low(j) not in entry.get("not_before", ()):
            return Reference(entry["value"], entry["open"]), j
    return None


def pointer(context: TimeContext, i: int) -> Found | None:
    """Read ``that day``, ``the same evening``, ``that same week``."""
    j = context.says(i, "that", "same") or context.says(i, "the", "same") or context.says(i, "that")
    if j is None:
        return None
    low = context.low(j)
    unit = context.words.units.get(low) if low not in {"days", "weeks", "months", "years", "hours"} else None
    if unit in {"minute", "hour"}:
        return None
    if unit is not None:
        return Pointer("day" if unit == "night" else unit), j if unit == "night" else j + 1
    return (Pointer("day"), j) if low in context.words.part_words else None


def _weekend(context: TimeContext, i: int) -> Found | None:
    which = context.words.which.get(context.low(i))
    if context.says(i, "a", "weekend", "of") is not None:
        return Weekend(None), i + 2
    if (which or context.low(i) == "the") and context.low(i + 1) == "weekend":
        return Weekend(which), i + 2
    if context.low(i) == "the" and context.low(i + 2) == "weekend" and context.low(i + 1) in context.words.which:
        return Weekend(context.words.which[context.low(i + 1)]), i + 3
    return None


def _which(context: TimeContext, i: int) -> Found | None:
    """Read ``last week``, ``the past 24 hours``, ``next Monday``, ``this March``, ``the following day``."""
    definite = context.low(i) == "the"
    j = i + 1 if definite else i
    low = context.low(j)
    if low in {"previous", "preceding", "following"} or (low == "next" and (definite or context.low(j + 1) == "day")):
        return _beside(context, j, low) or (_stretch(context, j + 1, ahead=True) if low == "next" else None)
    which = context.words.which.get(low)
    if which is None:
        return _recent(context, j)
    return _named_which(context, j + 1, which) or _unit_which(context, j + 1, which, definite=definite)


def _beside(context: TimeContext, j: int, low: str) -> Found | None:
    """Read ``the previous day``, ``the next morning``: counted from what the text named before."""
    step = -1 if low in {"previous", "preceding"} else 1
    word = context.low(j + 1)
    unit = context.words.units.get(word)
    if unit is not None and word in {"day", "week", "month", "year", "night", "decade"}:
        if unit == "night":
            return Shift("day", step, from_document=False), j + 1
        return Shift(unit, step, from_document=False), j + 2
    if word in context.words.part_words:
        return Shift("day", step, from_document=False), j + 1
    found = weekday(context, j + 1)
    return (Weekday(found[0].number, "preceding" if step < 0 else "following"), found[1]) if found is not None else None


def _named_which(context: TimeContext, j: int, which: str) -> Found | None:
    named = weekday(context, j)
    if named is not None:
        return Weekday(named[0].number, which), named[1]
    month = month_name(context, j)
    if month is not None:
        return Calendar(month=month[0], which=which), month[1]
    code = context.words.seasons.get(context.low(j))
    if code is not None:
        return Season(code, None, which), j + 1
    if context.low(j) in context.words.part_words and which in {"last", "this"}:
        return Near(-1 if which == "last" else 0), j
    return None


def _unit_which(context: TimeContext, j: int, which: str, *, definite: bool) -> Found | None:
    word = context.low(j)
    unit = context.words.units.get(word)
    singular = unit is not None and not word.endswith("s")
    if singular and unit == "night":
        return Near(-1 if which == "last" else 0), j
    steps = {"last": -1, "past": -1, "this": 0, "next": 1}
    if singular and unit in {"week", "month", "year", "decade", "day"} and which == "this":
        return (Near(0), j + 1) if unit == "day" else (Shift(unit, 0), j + 1)
    if singular and unit in {"week", "month", "year", "decade"} and not definite and which != "past":
        return Shift(str(unit), steps[which]), j + 1
    if which == "this":
        return None
    return _stretch(context, j, ahead=which == "next")


def _stretch(context: TimeContext, j: int, *, ahead: bool) -> Found | None:
    """Read what follows ``the past`` or ``the coming``: ``24 hours``, ``few days``, ``days and weeks``, ``week``."""
    counted = counted_unit(context, j)
    if counted is not None:
        value, unit, k = counted
        return Stretch(unit, value, ahead), k
    unit = context.words.units.get(context.low(j), "")
    if not unit:
        return None
    value = None if context.low(j).endswith("s") else 1
    k = j + 1
    if context.low(k) in {"and", "or"} and context.low(k + 1) in context.words.units:
        value, k = None, k + 2
    return Stretch(unit, value, ahead), k


def _recent(context: TimeContext, j: int) -> Found | None:
    if context.low(j) != "recent":
        return None
    return _stretch(context, j + 1, ahead=False)


def _ahead(context: TimeContext, i: int) -> Found | None:
    """Read ``the days and weeks ahead``, ``the months to come``."""
    j = i + 1 if context.low(i) == "the" else i
    if context.low(j) not in context.words.units:
        return None
    found = _stretch(context, j, ahead=True)
    if found is None:
        return None
    end = found[1]
    if context.low(end) == "ahead" and context.low(end + 1) != "of":
        return found[0], end + 1
    return (found[0], end + 2) if context.says(end, "to", "come") is not None else None


def _day_beside(context: TimeContext, i: int) -> Found | None:
    """Read ``the day before``, ``the day after tomorrow``, ``the week after``."""
    if context.low(i) != "the":
        return None
    word = context.low(i + 1)
    unit = context.words.units.get(word)
    step = {"before": -1, "after": 1, "earlier": -1, "later": 1}.get(context.low(i + 2))
    if unit is None or word.endswith("s") or step is None or unit in {"hour", "minute", "weekend", "night"}:
        return None
    near = context.words.near_days.get(context.low(i + 3))
    if near is not None and unit == "day":
        return Near(near + step), i + 4
    if context.tag(i + 3) in NOMINAL or context.low(i + 3) == "that":
        return None
    return Shift(unit, step, from_document=False), i + 3


def _shifted(context: TimeContext, i: int) -> Found | None:
    """Read ``two days ago``, ``three hours later``, ``a week earlier``, ``two years from now``."""
    counted = counted_unit(context, i)
    if counted is None or counted[1] == "weekend":
        return None
    value, unit, j = counted
    word = context.low(j)
    if word == "ago" and ((unit == "week" and value == 1) or unit == "fortnight"):
        return Shift("day", -(value or 1) * (14 if unit == "fortnight" else 7)), j + 1  # to the day, as it is meant
    if word == "ago":
        return (Shift(unit, -value) if value is not None else Stretch(unit, None, ahead=False)), j + 1
    if context.says(j, "from", "now") is not None or word == "hence":
        ahead: Ground = Shift(unit, value) if value is not None else Stretch(unit, None, ahead=True)
        return ahead, j + 1 if word == "hence" else j + 2
    step = {"later": 1, "earlier": -1, "previously": -1, "before": -1, "afterwards": 1, "after": 1}.get(word)
    if step is None or (word in {"before", "after"} and context.tag(j + 1) in NOMINAL):
        return None
    return Shift(unit, step * value if value is not None else None, from_document=False), j + 1


def _day_counted(context: TimeContext, i: int) -> Found | None:
    """Read ``the 14th day of the invasion`` (R-T1), ``day 14 of the war`` and ``a second day in a row`` (R-T7)."""
    j = i + 1 if context.low(i) in {"the", "a", "its", "their"} else i
    if context.low(i) == "day" and context.number(i + 1) is not None and context.low(i + 2) in {"of", "in"}:
        return _conflict(context, int(context.low(i + 1)), "day", i + 2)
    low = context.low(j)
    number = context.words.ordinals.get(low)
    if number is None and low[:1].isdigit() and low[-2:] in {"st", "nd", "rd", "th"} and low[:-2].isdecimal():
        number = int(low[:-2])
    if number is None:
        return None
    return _series(context, j + 1, number) or _conflict_unit(context, j + 1, number)


def _series(context: TimeContext, j: int, number: int) -> Found | None:
    direct = context.low(j) in {"consecutive", "straight", "successive", "running"}
    k = j + 1 if direct else j
    unit = context.words.units.get(context.low(k))
    if unit is None:
        return None
    if direct:
        return Series(unit, number), k + 1
    row = context.says(k + 1, "in", "a", "row")
    if row is not None:
        return Series(unit, number), row
    return (Series(unit, number), k + 2) if context.low(k + 1) in {"running", "straight"} else None


def _conflict_unit(context: TimeContext, j: int, number: int) -> Found | None:
    unit = context.words.units.get(context.low(j))
    if unit is None or unit in {"minute", "hour", "weekend"} or context.low(j).endswith("s"):
        return None
    return _conflict(context, number, unit, j + 1)


def _conflict(context: TimeContext, number: int, unit: str, j: int) -> Found | None:
    after = []
    if context.low(j) in {"of", "in", "since"}:
        for k in range(j + 1, j + PHRASE):
            if context.low(k) in {",", ".", ";", ":", "(", ""}:
                break
            after.append(context.low(k))
    before = [context.low(k) for k in range(j - 7, j - 2)] if context.low(j - 3) in {"'s", "’s"} else []
    meant, start = conflict_start(after or before, context.conflict)
    return (Conflict(unit, number, start), j) if meant else None


def conflict_begun(context: TimeContext, i: int) -> Found | None:
    """Read ``the start of the war``, ``Russia invaded Ukraine`` as the first day of a war whose start is known.

    Meant after "since" and "before" only; where a date follows, that date decides and this gives None.
    """
    words: list[str] = []
    for k in range(i, i + PHRASE):
        low = context.low(k)
        if low in generic_words():
            beyond = range(k + 1, k + 6)
            if any(context.number(m) or month_name(context, m) or weekday(context, m) for m in beyond):
                return None
            meant, start = conflict_start([*words, low, *map(context.low, beyond)], context.conflict)
            if not meant or start is None:
                return None
            return Conflict("day", 1, start), k + 2 if context.low(k + 1) in {"began", "started"} else k + 1
        if low not in BEGINNINGS and not context.at(k).capital:
            return None
        words.append(low)
    return None


def duration(context: TimeContext, i: int) -> Found | None:
    """Read how long or how often: ``three days``, ``48-hour``, ``for weeks``, ``daily``, ``every night``."""
    words = context.words
    low = context.low(i)
    if low in words.sets:
        return How(low), i + 1
    if low in words.set_words:
        named = weekday(context, i + 1)
        if named is not None or context.low(i + 1) in words.units or context.low(i + 1) in words.part_words:
            return How(low), i + 2
        return None
    counted = counted_unit(context, i)
    if counted is not None:
        value, unit, j = counted
        aged = context.low(j) == "old" or (context.low(j) in SIGNS and context.low(j + 1) == "old")
        indefinite = low in {"a", "an"} and value is not None
        if aged or (indefinite and context.low(i - 1) not in {"for", "in", "within", "over", "after", "than"}):
            return None
        return How(unit, value), j
    if low in words.units and low.endswith("s") and context.low(i - 1) in {"for", "within", "lasted", "lasting"}:
        return How(words.units[low]), i + 1
    return None
