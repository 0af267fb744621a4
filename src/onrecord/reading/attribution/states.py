"""States by name, people and seat, as far as they speak (METHOD R-P5)."""

from functools import cache

from onrecord.lexicons.load import lexicon

__all__ = ["demonym_state", "seat_state", "state"]


@cache
def _tables() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    names: dict[str, str] = {}
    demonyms: dict[str, str] = {}
    seats: dict[str, str] = {}
    for name, (peoples, capitals, *others) in lexicon("actors")["states"].items():
        names[name] = name
        names.update(dict.fromkeys(others[0] if others else (), name))
        demonyms.update(dict.fromkeys(peoples, name))
        seats.update(dict.fromkeys(capitals, name))
    return names, demonyms, seats


def state(name: str) -> str | None:
    """Return the state that a name such as "Russian Federation" or "US" means, or None."""
    return _tables()[0].get(name)


def seat_state(name: str) -> str | None:
    """Return the state that a capital stands for as a speaker: "Kyiv" is Ukraine (R-P5)."""
    return _tables()[2].get(name)


def demonym_state(word: str) -> str | None:
    """Return the state of an adjective or people: "Ukrainian", "Russians"."""
    demonyms = _tables()[1]
    return demonyms.get(word) or demonyms.get(word.removesuffix("s"))
