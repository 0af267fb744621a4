"""What the grammar of time expressions reads from: the atoms of one document, its parse and the lexicons."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from spacy.attrs import SENT_START
from spacy.tokens import Doc, Token

from onrecord.reading.times.anchors import conflict_named
from onrecord.reading.times.words import Atom, TimeWords, atoms, time_words

__all__ = ["TimeContext", "time_context"]

NOTHING = Atom("", 0, 0, -1, capital=False, spaced=True)


@dataclass(frozen=True, slots=True)
class TimeContext:
    """A document laid out for the grammar.

    Attributes:
        atoms: Words, numbers and signs in order.
        doc: The parse.
        text: Its text; spaCy would join it anew at every call.
        words: The lexicons.
        sentences: Number of the sentence that each token stands in.
        conflict: Id of the one war that the document names, for "the 14th day of the war"; or None.
    """

    atoms: list[Atom]
    doc: Doc
    text: str
    words: TimeWords
    sentences: list[int]
    conflict: str | None

    def at(self, i: int) -> Atom:
        """Return an atom, or an empty one beyond the ends."""
        return self.atoms[i] if 0 <= i < len(self.atoms) else NOTHING

    def low(self, i: int) -> str:
        """Return an atom's characters in lower case, empty beyond the ends."""
        return self.atoms[i].low if 0 <= i < len(self.atoms) else ""

    def number(self, i: int) -> int | None:
        """Return what an atom written in digits is worth."""
        return self.at(i).number

    def token(self, i: int) -> Token | None:
        """Return the token of an atom, None beyond the ends."""
        return self.doc[self.atoms[i].token] if 0 <= i < len(self.atoms) else None

    def tag(self, i: int) -> str:
        """Return the Penn tag of an atom's token, empty beyond the ends."""
        token = self.token(i)
        return token.tag_ if token is not None else ""

    def says(self, i: int, *words: str) -> int | None:
        """Return the atom after `words` where exactly these stand at `i`, else None."""
        for offset, word in enumerate(words):
            if self.low(i + offset) != word:
                return None
        return i + len(words)


def time_context(doc: Doc) -> TimeContext:
    """Lay out a parsed document for the grammar of time expressions."""
    found, text = atoms(doc)
    starts: Iterable[int] = doc.to_array([SENT_START]) if len(doc) else []
    sentences = list(accumulate(1 if start == 1 else 0 for start in starts))
    return TimeContext(found, doc, text, time_words(), sentences, conflict_named(frozenset(atom.low for atom in found)))
