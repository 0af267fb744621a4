"""Grammar of whole time expressions: adjoining pieces are one, with the preposition that decides the meaning.

``by late afternoon Wednesday``, ``at 5 a.m. on Tuesday, 8 March``, ``from 5 to 9 March`` are each one expression.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.reading.times.context import TimeContext
from onrecord.reading.times.dates import DASHES, calendar, clock, day_number, decade, season, titled, weekday, year
from onrecord.reading.times.expressions import (
    Calendar,
    Clock,
    Ground,
    How,
    Near,
    Pointer,
    Reference,
    Series,
    Shift,
    TimeExpression,
    Weekday,
)
from onrecord.reading.times.relative import conflict_begun, duration, pointer, reference, relative

__all__ = ["time_expressions"]

Range = tuple[Ground, Ground | None, int]

GLUE = (
    (",",),
    (",", "on"),
    (",", "at"),
    (",", "in", "the"),
    (",", "around"),
    ("on",),
    ("on", "the"),
    ("in", "the"),
    ("at",),
    ("at", "around"),
    ("at", "about"),
    ("of",),
    ("of", "the"),
    (),
    ("the",),
    ("during", "the"),
    ("for",),
    (",", "for"),
    ("(",),
)
"""What may stand between the pieces of one expression."""


PART_CUES = frozenset(
    {"in", "during", "throughout", "at", "by", "before", "since", "until", "till", "after", "from", "around", "to"}
    | {"and", "between", "of"}
)
"""Before a part of a day that stands without its day."""


@dataclass(slots=True)
class Pieces:
    """The slots of one expression while it is put together."""

    ground: Ground | None = None
    far: Ground | None = None
    part: str | None = None
    third: str | None = None
    clock: Clock | None = None
    approx: bool = False
    bound: str | None = None

    @property
    def empty(self) -> bool:
        """True while nothing places the expression in time."""
        return self.ground is None and self.part is None and self.clock is None


def time_expressions(context: TimeContext) -> Iterator[TimeExpression]:
    """Yield the time expressions of a document in order; they do not overlap."""
    starters = _starters(context)
    i, total = 0, len(context.atoms)
    while i < total:
        low = context.atoms[i].low
        found = _expression(context, i) if low in starters or low[0].isdigit() else None
        if found is None:
            i += 1
        else:
            yield found
            i = found.last


def _starters(context: TimeContext) -> frozenset[str]:
    """Return the words with which an expression can begin, for a quick no to all others."""
    words = context.words
    tables = (
        *(words.weekdays, words.short_weekdays, words.months, words.seasons, words.units, words.numbers),
        *(words.vague_numbers, words.ordinals, words.near_days, words.which, words.thirds, words.approximators),
        *(words.references, words.relations, words.sets, words.set_words, words.part_words, words.points),
        *(words.third_nouns, ("the", "that", "tonight", "earlier", "later", "its", "their", "preceding", "following")),
    )
    return frozenset(word for table in tables for word in table)


def _expression(context: TimeContext, i: int) -> TimeExpression | None:
    pointed = reference(context, i)
    if pointed is not None:
        return TimeExpression(i, pointed[1], ground=pointed[0])
    relation, j = _relation(context, i)
    begun = conflict_begun(context, j) if relation in {"since", "before"} else None
    if begun is not None:
        return TimeExpression(i, begun[1], ground=begun[0], relation=relation)
    found = _between_numbers(context, i, j, relation) or _ranged(context, i, j, relation)
    if found is None or relation is None:
        return found
    if isinstance(found.ground, How | Reference) and relation != "within":
        return None
    return None if relation == "between" and found.other is None else found


def _relation(context: TimeContext, i: int) -> tuple[str | None, int]:
    for entry in context.words.relations.get(context.low(i), ()):
        j = context.says(i, *entry["words"])
        if j is not None:
            if context.low(j) in {"at", "on"} and entry["is"] != "between":
                return entry["is"], j + 1
            return entry["is"], j
    return None, i


def _ranged(context: TimeContext, i: int, j: int, relation: str | None) -> TimeExpression | None:
    """Read a point, or two points with what joins them."""
    near = _point(context, j)
    if near is None:
        return None
    start = i if relation is not None else near.first
    near = replace(near, first=start, relation=relation)
    if near.other is not None:
        return replace(near, relation=relation)
    joint = _joint(context, near.last, relation)
    if joint is None:
        return near
    far = _point(context, joint)
    if far is None and isinstance(near.ground, Calendar) and near.ground.year is not None:
        ended = year(context, joint, sure=True)
        far = TimeExpression(joint, ended[1], ground=Calendar(ended[0])) if ended is not None else None
    if far is None or far.other is not None or not _same_kind(near, far, relation):
        return near
    return replace(near, last=far.last, other=far)


def _joint(context: TimeContext, j: int, relation: str | None) -> int | None:
    """Return the atom after ``to``, ``until`` or a dash; after ``and`` only where ``between`` stands before."""
    low = context.low(j)
    joins = low in {"to", "through"} or (relation == "from" and low in {"until", "till"})
    if not (joins or low in DASHES or (relation == "between" and low == "and")):
        return None
    k = j + 1
    while context.low(k) in {"on", "the", "at"}:
        k += 1
    return k


def _same_kind(near: TimeExpression, far: TimeExpression, relation: str | None) -> bool:
    if relation in {"from", "between"}:
        return not isinstance(far.ground, How)
    days = (Calendar, Weekday)
    if isinstance(near.ground, days) and isinstance(far.ground, days):
        return type(near.ground) is type(far.ground)
    return near.clock is not None and far.clock is not None


def _between_numbers(context: TimeContext, i: int, j: int, relation: str | None) -> TimeExpression | None:
    """Read ``from 5 until 9 March`` and ``between 5 and 7 p.m.``, whose first number says no month and no half."""
    if relation not in {"from", "between"} or not context.low(j)[:1].isdigit():
        return None
    begun = day_number(context, j)
    if begun is None or context.low(begun[1]) not in {"to", "until", "till", "and", "through"}:
        return None
    far = _point(context, begun[1] + 1)
    if far is None:
        return None
    if far.clock is not None:
        late = far.clock.hour - far.clock.hour % 12 if begun[0] < 12 else 0
        near = TimeExpression(i, far.last, ground=far.ground, clock=Clock(begun[0] + late), relation=relation)
    elif isinstance(far.ground, Calendar) and far.ground.day is not None and far.other is None:
        near = TimeExpression(i, far.last, ground=replace(far.ground, day=begun[0]), relation=relation)
    else:
        return None
    return replace(near, other=far)


def _point(context: TimeContext, i: int) -> TimeExpression | None:
    """Read one point or stretch of time from all its adjoining pieces."""
    pieces = Pieces()
    j = _modifiers(context, i, pieces)
    k = _piece(context, j, pieces)
    if k is None:
        return None
    if isinstance(pieces.ground, How):
        return TimeExpression(j, k, ground=pieces.ground)
    end = k
    while pieces.far is None:
        more = _next_piece(context, end, pieces)
        if more is None:
            break
        end = more
    first = min(i, j)
    if pieces.ground is None and (pieces.bound is not None or not _stands_alone(context, first, pieces)):
        return None
    far = TimeExpression(first, end, ground=pieces.far) if pieces.far is not None else None
    return TimeExpression(
        first,
        end,
        ground=pieces.ground,
        part=pieces.part,
        third=pieces.third,
        clock=pieces.clock,
        approx=pieces.approx,
        other=far,
        bound=pieces.bound,
    )


def _stands_alone(context: TimeContext, first: int, pieces: Pieces) -> bool:
    """Tell whether a part of a day without a day is a time: "in the morning", "at dawn"; not "opening night"."""
    if pieces.clock is not None or pieces.part is None or pieces.part in {"overnight", "small_hours"}:
        return True
    return context.low(first - 1) in PART_CUES and not (context.low(first - 1) == "at" and pieces.part == "night")


def _modifiers(context: TimeContext, i: int, pieces: Pieces) -> int:
    """Read ``early on``, ``mid-``, ``the opening of the``, ``around``, ``earlier``; return the atom after them."""
    words = context.words
    j = i
    if context.low(j) in words.approximators:
        pieces.approx = True
        j = j + 2 if context.low(j) == "shortly" else j + 1
        j = j + 1 if context.low(j) in {"the", "at"} else j
    start = j + 1 if context.low(j) == "the" else j
    low = context.low(start)
    if low in words.third_nouns and context.low(start + 1) == "of":
        pieces.third = words.third_nouns[low]
        return start + 2
    if low in {"early", "small"} and context.low(start + 1) == "hours":
        pieces.part = "small_hours"
        return start + 2
    if low in {"earlier", "later"}:
        after = start + 2 if context.low(start + 1) in {"on", "in"} else start + 1
        pieces.bound = low
        return after
    if low in words.thirds:
        pieces.third = words.thirds[low]
        after = start + 1
        if context.low(after) in {"-", "–"}:
            return after + 1
        return after + 1 if context.low(after) in {"on", "in", "at"} else after
    return j


def _piece(context: TimeContext, j: int, pieces: Pieces) -> int | None:
    """Read the first piece into its slot; return the atom after it."""
    if pieces.part == "small_hours":
        return j
    if (pieces.third is not None or pieces.bound is not None) and context.says(j, "the", "day") is not None:
        if _day_counted_follows(context, j):
            return None
        pieces.ground = Pointer()
        return j + 2
    if pieces.third is not None and context.low(j) == "the" and context.low(j + 1) in {"week", "month", "year"}:
        pieces.ground = Shift(context.words.units[context.low(j + 1)], 0) if context.low(j + 2) != "of" else None
        return j + 2 if pieces.ground is not None else None
    return _clock_piece(context, j, pieces) or _ground_piece(context, j, pieces) or _part_piece(context, j, pieces)


def _day_counted_follows(context: TimeContext, j: int) -> bool:
    """Tell whether ``the day`` is that of an event: ``the start of the day of action``."""
    return context.low(j + 2) == "of"


def _clock_piece(context: TimeContext, j: int, pieces: Pieces) -> int | None:
    found = clock(context, j)
    if found is None:
        return None
    pieces.clock = found[0]
    return found[1]


def _part_piece(context: TimeContext, j: int, pieces: Pieces) -> int | None:
    """Read ``afternoon``, ``late afternoon``, ``the early hours``, ``tonight``."""
    words = context.words
    k = j + 1 if context.low(j) == "the" else j
    low = context.low(k)
    if low == "tonight":
        pieces.ground, pieces.part = Near(words.tonight["day"]), words.tonight["part"]
        return k + 1
    if low in {"early", "small"} and context.low(k + 1) == "hours":
        pieces.part = "small_hours"
        return k + 2
    third = words.thirds.get(low)
    if third is not None and context.low(k + 1) in {"-", "–"}:
        k += 1
    part = words.part_words.get(context.low(k + 1) if third is not None else low)
    if part is None or titled(context, k):
        return None
    if third is not None:
        pieces.third = third
    pieces.part = part
    return k + 2 if third is not None else k + 1


def _ground_piece(context: TimeContext, j: int, pieces: Pieces) -> int | None:
    found = _ground(context, j)
    if found is None:
        return None
    pieces.ground, pieces.far, end = found
    return end


def _ground(context: TimeContext, j: int) -> Range | None:
    dated = calendar(context, j)
    if dated is not None:
        return dated
    for read in (weekday, season, decade, relative, pointer, duration):
        found = read(context, j)
        if found is not None:
            return found[0], None, found[1]
    return None


def _next_piece(context: TimeContext, j: int, pieces: Pieces) -> int | None:
    """Read one more piece that fills an empty slot or completes the ground; return the atom after it."""
    low = context.low(j)
    for glue in GLUE:
        if glue and glue[0] != low:
            continue
        k = context.says(j, *glue)
        if k is None:
            continue
        end = _fill(context, k, pieces, glue)
        if end is not None:
            return end
    return None


def _fill(context: TimeContext, k: int, pieces: Pieces, glue: tuple[str, ...]) -> int | None:
    more = Pieces()
    start = _modifiers(context, k, more) if glue else k
    end = _piece(context, start, more)
    if end is None or isinstance(more.ground, How | Reference) or not _fits(pieces, more, glue):
        return None
    if "(" in glue:
        if context.low(end) != ")":
            return None
        end += 1
    pieces.ground = _merged(pieces.ground, more.ground) if pieces.ground is not None else more.ground
    pieces.part = pieces.part or more.part
    pieces.third = pieces.third or more.third
    pieces.clock = pieces.clock or more.clock
    pieces.approx = pieces.approx or more.approx
    return end


def _fits(pieces: Pieces, more: Pieces, glue: tuple[str, ...]) -> bool:
    """Tell whether another piece belongs to the same expression."""
    if more.bound is not None or more.far is not None:
        return False
    if (pieces.clock and more.clock) or (pieces.part and more.part):
        return False
    if more.third and pieces.third:
        return False
    if more.ground is None or pieces.ground is None:
        return _small(more.ground or pieces.ground) and glue not in {("(",), ("for",), (",", "for")}
    if more.clock or more.part or more.third:
        return False
    if isinstance(pieces.ground, Series) or isinstance(more.ground, Series):
        return isinstance(pieces.ground, Weekday | Calendar | Near) or (
            isinstance(more.ground, Weekday | Calendar | Near) and glue in {("on",), ()}
        )
    if "for" in glue:
        return False
    dated = isinstance(more.ground, Calendar) and more.ground.day is not None
    if isinstance(pieces.ground, Weekday) and glue in {(), (",",), (",", "on"), ("the",), ("(",)}:
        return dated
    return isinstance(pieces.ground, Near) and dated and glue in {(",",), ("(",)}


def _small(ground: Ground | None) -> bool:
    """Tell whether a ground is short enough to have mornings: a day."""
    if isinstance(ground, Calendar):
        return ground.day is not None
    return ground is None or not isinstance(ground, How | Reference)


def _merged(ground: Ground, more: Ground | None) -> Ground:
    """Join ``Tuesday`` and ``8 March`` to one date, ``Tuesday`` and ``a second day in a row`` to one series."""
    if isinstance(more, Series) and isinstance(ground, Weekday | Calendar | Near):
        return replace(more, day=ground)
    if isinstance(ground, Series) and isinstance(more, Weekday | Calendar | Near):
        return replace(ground, day=more)
    if isinstance(more, Calendar):
        return replace(more, weekday=ground.number) if isinstance(ground, Weekday) else more
    return ground
