"""What sort of thing a noun is: force, people, weapon, facility, place, person (lexicon ``word_classes``)."""

from collections import defaultdict
from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.model.reading import PlaceKind, PlaceMention
from onrecord.reading.dependents import dependents
from onrecord.reading.syntax import word

__all__ = ["Classes", "noun_classes"]

PERSONAL = frozenset({"he", "she", "they", "we", "i", "who", "someone", "anyone", "those", "others", "many"})
SIDE_LABELS = {"PERSON": "person", "NORP": "people", "GPE": "place", "LOC": "place"}


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """Return the classes of each noun lemma in the lexicon."""
    classes: dict[str, set[str]] = defaultdict(set)
    for name, lemmas in lexicon("word_classes").items():
        for lemma in lemmas:
            classes[lemma].add(name)
    return {lemma: frozenset(names) for lemma, names in classes.items()}


class Classes:
    """Classes of the nouns of one document: the lexicon's, and what the place layer and the entities add.

    Args:
        places: The place layer.
    """

    def __init__(self, places: tuple[PlaceMention, ...]) -> None:
        self._lexicon = noun_classes()
        self._place_at: dict[int, PlaceMention] = {}
        for mention in places:
            if mention.kind is not PlaceKind.DEMONYM:
                self._place_at.setdefault(mention.head, mention)
        self._known: dict[int, frozenset[str]] = {}

    def place_at(self, token: Token) -> PlaceMention | None:
        """Return the place mention that this token heads, demonyms aside."""
        return self._place_at.get(token.i)

    def of(self, token: Token) -> frozenset[str]:
        """Return the classes of a noun."""
        known = self._known.get(token.i)
        if known is None:
            known = self._known[token.i] = frozenset(self._find(token))
        return known

    def _find(self, token: Token) -> set[str]:
        found = set(self._lexicon.get(word(token), ())) | set(self._lexicon.get(token.lower_, ()))
        if not found and token.pos_ == "PROPN" and token.lower_.endswith("s"):
            found |= self._lexicon.get(token.lower_[:-1], frozenset())  # "Snipers" at the start of a sentence
        place = self._place_at.get(token.i)
        if place is not None:
            found.add("facility" if place.kind is PlaceKind.FACILITY else "place")
        elif token.ent_type_ in SIDE_LABELS and token.pos_ == "PROPN":
            found.add(SIDE_LABELS[token.ent_type_])
        if token.lower_ in PERSONAL:
            found.add("people")
        if token.pos_ == "NUM" or token.lower_ in {"dozens", "hundreds", "thousands", "scores"}:
            found.add("count")
            for child in dependents(token):
                if child.lower_ == "of":
                    for noun in dependents(child):
                        found |= self.of(noun)
        if token.pos_ == "PROPN" and token.ent_type_ == "PERSON":
            found.add("official")
        return found
