"""The model's attribute rules, compiled: the same part of speech, morphology and lemma for a tenth of the time.

The shipped component searches every text for each of its patterns, a tenth of the cost of a parse. All of them look at
the tag, the form and the relation of one token or of two neighbours, so what they do is worked out once for each such
triple and kept. The patterns are read from the loaded model, none is copied here.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from spacy.attrs import DEP, LOWER, MORPH, POS, TAG
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

__all__ = ["CompiledRules", "UncompilablePattern"]

Key = tuple[int, int, int]
"""A token's tag, lower-case form and relation, as spaCy's hashes: all that a pattern may look at."""

Condition = Mapping[str, Any]
"""What one token must be, in spaCy's pattern language: ``{"TAG": "IN", "LOWER": {"IN": [...]}}``."""

CHANGED: Final = frozenset({"TAG", "POS", "MORPH", "LEMMA", "DEP"})


class UncompilablePattern(ValueError):
    """A pattern of the model looks at something, or changes something, that this compiler does not know."""


class CompiledRules:
    """A pipeline component that sets what the model's own `AttributeRuler` sets.

    Args:
        ruler: The shipped component, with its patterns; a later pattern wins over an earlier one.

    Raises:
        UncompilablePattern: Better no reading than another reading.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self.strings = ruler.vocab.strings
        self.morphology = ruler.vocab.morphology
        self.changes: list[Mapping[str, str]] = []
        self.singles: list[tuple[int, Condition]] = []
        self.pairs: list[tuple[int, Condition, Condition, int]] = []
        for number, rule in enumerate(ruler.patterns):
            self.changes.append(cast("Mapping[str, str]", rule["attrs"]))
            if not CHANGED.issuperset(self.changes[-1]):
                raise UncompilablePattern(str(rule))
            for pattern in cast("Sequence[Sequence[Condition]]", rule["patterns"]):
                match pattern:
                    case [only]:
                        self.singles.append((number, only))
                    case [first, second]:
                        self.pairs.append((number, first, second, cast("int", rule["index"])))
                    case _:
                        raise UncompilablePattern(str(rule))
        self._alone: dict[Key, tuple[int, ...]] = {}
        self._opening: dict[Key, tuple[tuple[int, Condition, int], ...]] = {}
        self._outcomes: dict[tuple[int, ...], Mapping[str, int]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token and return the document."""
        keys: list[Key] = list(map(tuple, doc.to_array([TAG, LOWER, DEP]).tolist()))
        matched = [self._matching(key) for key in keys]
        for i, key in enumerate(keys[:-1]):
            for number, second, index in self._opening[key]:
                if self._holds(second, keys[i + 1]):
                    matched[i + index] = tuple(sorted({*matched[i + index], number}))
        outcomes = [self._outcome(numbers) for numbers in matched]
        values = doc.to_array([POS, MORPH])
        values[:] = [
            (outcome.get("POS", pos), outcome.get("MORPH", morph))
            for outcome, (pos, morph) in zip(outcomes, values.tolist(), strict=True)
        ]
        doc.from_array([POS, MORPH], values)  # type: ignore[arg-type]  # the stub is too narrow
        for token, outcome in zip(doc, outcomes, strict=True):
            if "LEMMA" in outcome:
                token.lemma = outcome["LEMMA"]
            if "TAG" in outcome:
                token.tag = outcome["TAG"]
            if "DEP" in outcome:
                token.dep = outcome["DEP"]
        return doc

    def _matching(self, key: Key) -> tuple[int, ...]:
        """Return the numbers of the patterns that this token alone fulfils, and note those that it may open."""
        known = self._alone.get(key)
        if known is None:
            known = tuple(number for number, only in self.singles if self._holds(only, key))
            self._alone[key] = known
            self._opening[key] = tuple(
                (number, second, index) for number, first, second, index in self.pairs if self._holds(first, key)
            )
        return known

    def _outcome(self, numbers: tuple[int, ...]) -> Mapping[str, int]:
        known = self._outcomes.get(numbers)
        if known is None:
            merged = {name: value for number in numbers for name, value in self.changes[number].items()}
            known = self._outcomes[numbers] = {name: self._hash(name, value) for name, value in merged.items()}
        return known

    def _hash(self, name: str, value: str) -> int:
        return int(self.morphology.add(value) if name == "MORPH" else self.strings.add(value))

    def _holds(self, condition: Condition, key: Key) -> bool:
        tag, lower, relation = (self.strings[value] for value in key)
        held = {"TAG": tag, "LOWER": lower, "DEP": relation, "IS_SPACE": lower.isspace()}
        if not held.keys() >= condition.keys():
            raise UncompilablePattern(str(condition))
        return all(_fulfils(held[name], wanted) for name, wanted in condition.items())


def _fulfils(value: object, wanted: object) -> bool:
    match wanted:
        case {"IN": options, **rest} if not rest:
            return value in options
        case {"NOT_IN": options, **rest} if not rest:
            return value not in options
        case {"REGEX": pattern, **rest} if not rest:
            return re.search(pattern, str(value)) is not None
        case str() | bool():
            return value == wanted
        case _:
            raise UncompilablePattern(str(wanted))
