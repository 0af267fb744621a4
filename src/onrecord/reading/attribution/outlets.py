"""Which names and phrases stand for news media, and which for platforms (METHOD R-A4)."""

from functools import cache

from onrecord.lexicons.load import lexicon

__all__ = ["is_outlet", "is_platform", "outlet_in"]


@cache
def _names() -> frozenset[str]:
    return frozenset(name.lower() for name in lexicon("outlets")["names"])


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(word.lower() for word in lexicon("outlets")[section])


def is_outlet(name: str) -> bool:
    """Tell whether a noun phrase without its article names a news outlet.

    Args:
        name: As the text has it: "BBC World Service", "Russian news agency Tass", "local newspaper".
    """
    words = name.replace("’s", "").replace("'s", "").split()
    lower = [word.lower() for word in words]
    if not words:
        return False
    whole = " ".join(lower)
    if whole in _names():
        return whole not in _words("ambiguous") or words[0][:1].isupper()
    if lower[-1] in _words("heads"):
        return True
    if lower[-1] in _words("qualified_heads") and any(word in _words("qualifiers") for word in lower[:-1]):
        return True
    if len(words) > 1 and lower[0] in _words("heads") and words[0] == lower[0]:
        return all(word[:1].isupper() for word in words[1:])  # "the daily Al Watan"
    while len(words) > 1 and words[0].islower() and words[1][:1].isupper():
        words, lower = words[1:], lower[1:]  # "the local Radio Harlow"
    capitals = len(words) > 1 and all(word[:1].isupper() for word in words)
    if capitals and (lower[-1] in _words("name_heads") or lower[0] in _words("name_openings")):
        return True
    described = next((i for i, w in enumerate(lower) if w in _words("heads") and words[i] == w), None)
    if described is not None and described + 1 < len(words):  # "the Kenyan station KTX"
        return all(word[:1].isupper() for word in words[described + 1 :])
    return _holds_name(lower)


def _holds_name(lower: list[str]) -> bool:
    """Tell whether a known outlet opens or ends a longer name: "BBC Ukrainian", "state agency TASS"."""
    names = _names()
    for length in (1, 2, 3):
        if len(lower) > length:
            opening, ending = " ".join(lower[:length]), " ".join(lower[-length:])
            if ending in names and ending not in _words("ambiguous"):
                return True
            if opening in names and opening not in _words("ambiguous") and len(lower) <= length + 2:
                return True
    return False


def outlet_in(name: str) -> str | None:
    """Return the longest known outlet name within a phrase, as the phrase spells it, or None."""
    words = name.split()
    for length in range(min(4, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            part = " ".join(words[start : start + length]).removesuffix("'s").removesuffix("’s")
            if part.lower() in _names() and (part.lower() not in _words("ambiguous") or length == len(words)):
                return part
    return None


def is_platform(name: str) -> bool:
    """Tell whether a phrase names a place where anybody may post: a channel, no station of the chain."""
    return name.lower() in _words("platforms")
