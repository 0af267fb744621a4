"""What a document has spoken of so far, for words that refer back to it (METHOD B7)."""

from spacy.tokens import Doc

from onrecord.model.place import Place, Precision
from onrecord.model.reading import PlaceKind, PlaceMention
from onrecord.reading.places.facilities import FacilityPhrase

__all__ = ["LOCAL", "PlaceMemory", "owns_an_office"]

LOCAL = frozenset({Precision.SETTLEMENT, Precision.NEAR, Precision.SITE})
WIDE = frozenset({Precision.ADM1, Precision.ADM2, Precision.REGION_FUZZY})
OFFICES = frozenset({"governor", "mayor", "council", "official", "police", "administration", "resident", "spokesman",
                     "spokeswoman", "prosecutor", "authority", "leader", "chief", "head", "minister"})  # fmt: skip


class PlaceMemory:
    """What has been spoken of so far, latest last."""

    def __init__(self, text: str, dominant: Place | None) -> None:
        self.dominant = dominant
        self.text = text
        self.settlements: list[Place] = []
        self.unit: Place | None = None
        self.country: Place | None = None
        self.facilities: list[tuple[FacilityPhrase, frozenset[str], Place]] = []

    @property
    def settlement(self) -> Place | None:
        """The settlement spoken of last."""
        return self.settlements[-1] if self.settlements else None

    def keep(self, mention: PlaceMention) -> None:
        """Remember a name for words that refer back."""
        place = mention.place
        if mention.kind is PlaceKind.DEMONYM:
            self.country = self.country or place
        elif place.precision in LOCAL:
            self.settlements.append(place)
        elif place.precision in WIDE and mention.kind is PlaceKind.TOPONYM:
            self.unit = place
        elif place.precision is Precision.COUNTRY and not mention.metonym:
            self.country = place


def owns_an_office(doc: Doc, mention: PlaceMention) -> bool:
    """Tell whether a name only says whose office somebody holds: "Donetsk's governor" does not move the scene."""
    head = doc[mention.head]
    return head.dep_ in {"poss", "compound", "nmod"} and head.head.lemma_.lower() in OFFICES
