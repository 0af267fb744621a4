"""Reading JSON objects with an eye on where one is, so that an error names the key that is wrong."""

import math
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from onrecord.errors import WireError
from onrecord.model.span import Quote

__all__ = ["Keys", "edge_to_wire", "number_to_wire", "quote_to_wire"]

E = TypeVar("E", bound=StrEnum)

_SHOWN = 60
"""Characters of a wrong value that an error message repeats."""


class Keys:
    """A JSON object together with the path that led to it.

    Every method raises `WireError` with the path where the value is missing or of the wrong sort. Keys that are
    never asked for are ignored: later onrecords may add some.
    """

    __slots__ = ("_data", "_path")

    def __init__(self, data: object, path: str) -> None:
        """Take a decoded JSON value that must be an object."""
        if not isinstance(data, Mapping):
            raise _wrong(path, "an object", data)
        self._data: Mapping[str, object] = data
        self._path = path

    @property
    def raw(self) -> Mapping[str, object]:
        """The object itself."""
        return self._data

    def _at(self, key: str) -> str:
        return f"{self._path}.{key}" if self._path else key

    def has(self, key: str) -> bool:
        """Tell whether the key is there and not null."""
        return self._data.get(key) is not None

    def required(self, key: str) -> object:
        """Return the value, which must be there and not null."""
        value = self._data.get(key)
        if value is None:
            msg = f"{self._at(key)} is missing: every claim in wire format 1 has it"
            raise WireError(msg)
        return value

    def text(self, key: str) -> str:
        """Return a string."""
        value = self.required(key)
        if not isinstance(value, str):
            raise _wrong(self._at(key), "a string", value)
        return value

    def text_or_none(self, key: str) -> str | None:
        """Return a string, or None."""
        return self.text(key) if self.has(key) else None

    def whole(self, key: str) -> int:
        """Return a whole number; zero is one, true is not."""
        value = self.required(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise _wrong(self._at(key), "a whole number", value)
        return value

    def whole_or_none(self, key: str) -> int | None:
        """Return a whole number, or None."""
        return self.whole(key) if self.has(key) else None

    def number_or_none(self, key: str) -> float | None:
        """Return a finite number, or None."""
        if not self.has(key):
            return None
        value = self.required(key)
        number = _finite(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
        if number is None:
            raise _wrong(self._at(key), "a number", value)
        return number

    def flag(self, key: str) -> bool:
        """Return true or false; absent is false."""
        value = self._data.get(key, False)
        if value is None:
            return False
        if not isinstance(value, bool):
            raise _wrong(self._at(key), "true or false", value)
        return value

    def one_of(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Return a member of an enumeration; `default` stands for an absent key, if given."""
        if default is not None and not self.has(key):
            return default
        value = self.text(key)
        try:
            return kind(value)
        except ValueError:
            raise _wrong(self._at(key), "one of " + " ".join(kind), value) from None

    def _list(self, key: str) -> Sequence[object]:
        value = self._data.get(key)
        if value is None:
            return ()
        if isinstance(value, str) or not isinstance(value, Sequence):
            raise _wrong(self._at(key), "a list", value)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings; absent is empty."""
        values = self._list(key)
        for i, value in enumerate(values):
            if not isinstance(value, str):
                where = f"{self._at(key)}[{i}]"
                raise _wrong(where, "a string", value)
        return tuple(value for value in values if isinstance(value, str))

    def objects(self, key: str) -> tuple["Keys", ...]:
        """Return a list of objects; absent is empty."""
        return tuple(Keys(value, f"{self._at(key)}[{i}]") for i, value in enumerate(self._list(key)))

    def object(self, key: str) -> "Keys":
        """Return an object."""
        return Keys(self.required(key), self._at(key))

    def object_or_none(self, key: str) -> "Keys | None":
        """Return an object, or None."""
        return self.object(key) if self.has(key) else None

    def quote(self, key: str) -> Quote:
        """Return words with their place."""
        inner = self.object(key)
        return Quote(
            inner.whole("start"),
            inner.whole("end"),
            inner.text("exact"),
            prefix=inner.text_or_none("prefix") or "",
            suffix=inner.text_or_none("suffix") or "",
        )

    def quote_or_none(self, key: str) -> Quote | None:
        """Return words with their place, or None."""
        return self.quote(key) if self.has(key) else None

    def edge_or_none(self, key: str) -> date | datetime | None:
        """Return a day or an instant with a zone from its ISO 8601 form, or None."""
        if not self.has(key):
            return None
        value = self.text(key)
        try:
            edge = datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)
        except ValueError:
            wanted = 'a day ("2022-03-09") or an instant ("2022-03-09T18:00:00+02:00")'
            raise _wrong(self._at(key), wanted, value) from None
        if isinstance(edge, datetime) and edge.tzinfo is None:
            raise _wrong(self._at(key), "an instant with its offset from UTC", value)
        return edge


def _finite(value: float) -> float | None:
    try:
        number = float(value)
    except OverflowError:  # a whole number of four hundred digits
        return None
    return number if math.isfinite(number) else None


def _wrong(path: str, wanted: str, value: object) -> WireError:
    return WireError(f"{path or 'the claim'} must be {wanted}, not {repr(value)[:_SHOWN]}")


def quote_to_wire(quote: Quote | None, *, context: bool = False) -> dict[str, object] | None:
    """Return a span object; with prefix and suffix where `context` asks for them or the quote has them."""
    if quote is None:
        return None
    span: dict[str, object] = {"start": quote.start, "end": quote.end, "exact": quote.exact}
    if context or quote.prefix or quote.suffix:
        span |= {"prefix": quote.prefix, "suffix": quote.suffix}
    return span


def edge_to_wire(edge: date | datetime | None) -> str | None:
    """Return a day or an instant in ISO 8601.

    Raises:
        WireError: The instant has no zone, so nobody could say when it is.
    """
    if edge is None:
        return None
    if isinstance(edge, datetime) and edge.utcoffset() is None:
        msg = f"{edge.isoformat()} has no time zone: give the edge of an interval its zone, or make it a day"
        raise WireError(msg)
    return edge.isoformat()


def number_to_wire(number: float | None) -> float | None:
    """Return a number in the one form it has here: 48 and 48.0 are one latitude, and so are -0.0 and 0.0."""
    return None if number is None else float(number) + 0.0
