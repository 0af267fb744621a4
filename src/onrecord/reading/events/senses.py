"""The senses of the event lexicons: a type of METHOD B5 and what must hold at the word (R-E1)."""

from functools import cache
from typing import Any

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.reading.events.trigger_conditions import CONDITIONS, Condition
from onrecord.reading.layers import Layers

__all__ = ["Asked", "Sense", "holds", "senses"]

LEXICONS = (
    "events_violence",
    "events_idioms",
    "events_civil",
    "events_military",
    "events_arrangements",
    "events_relief",
)
SLOW = (
    "conflict",
    "object",
    "agent_lemma",
    "agent",
    "passive_or_agent",
    "patient",
    "object_phrase",
    "subject_class",
    "subject_phrase",
    "object_has",
    "subject_has",
    "prep_object",
    "sentence",
    "lately",
    "near_complement",
    "near_facility",
    "near_class",
    "near",
)
"""Keys that look far from the word or hold in most documents, in the order in which they are asked: last."""

Asked = tuple[Condition, Any, bool]
"""A test, what it is asked for, and whether it must hold."""
Sense = tuple[str, tuple[Asked, ...]]
"""The type that a word has, and the conditions for it."""


@cache
def senses() -> dict[str, dict[str, list[Sense]]]:
    """Return the senses of each word by table (verbs, nouns, …), the violent ones first."""
    merged: dict[str, dict[str, list[Sense]]] = {}
    for name in LEXICONS:
        for table, words in lexicon(name).items():
            entries = merged.setdefault(table, {})
            for lemma, listed in words.items():
                entries.setdefault(lemma, []).extend((str(sense["type"]), _conditions(sense)) for sense in listed)
    return merged


def _conditions(sense: dict[str, Any]) -> tuple[Asked, ...]:
    plain = {key: key.removeprefix("unless_") for key in sense if key != "type"}
    ordered = sorted(plain, key=lambda key: SLOW.index(plain[key]) + 1 if plain[key] in SLOW else 0)
    return tuple((CONDITIONS[plain[key]], sense[key], key == plain[key]) for key in ordered)


def holds(conditions: tuple[Asked, ...], token: Token, layers: Layers) -> bool:
    """Tell whether every condition of a sense holds at a token."""
    for test, asked, wanted in conditions:  # noqa: SIM110 - asked thousands of times a page, and a loop is cheaper
        if test(token, asked, layers) is not wanted:
            return False
    return True
