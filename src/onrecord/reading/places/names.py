"""Fold place names so that spellings which differ only in marks, case or punctuation meet.

The gazetteer is built with the same function: a change here needs a rebuild (``scripts/build_gazetteer.py``).
"""

import unicodedata

__all__ = ["fold"]

LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h"})
"""Letters of Latin scripts whose stroke or ligature does not decompose."""

DROPPED = str.maketrans(dict.fromkeys("'’‘ʼʻ`´ʹʾʿ\"“”«»„.\u200c\u200d\u2019\u02bb"))
"""Apostrophes and quotation marks (soft signs, ayn, hamza, glottal stops) and full stops: Sana'a is Sanaa."""

SPACED = str.maketrans(dict.fromkeys("-‐‑‒–—−/,()_·", " "))
"""Marks that part words: Deir-ez-Zor is Deir ez Zor."""


def fold(name: str) -> str:
    """Return the key under which a place name is stored and looked up.

    Compatibility forms, case, combining marks, apostrophes, hyphens and runs of spaces make no difference. Vowel signs
    of Indic scripts stay: they are letters, not marks.
    """
    if name.isascii():
        plain = name.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
        kept = "".join(c for c in decomposed if not unicodedata.combining(c))
        plain = unicodedata.normalize("NFC", kept).translate(LETTERS)
    return " ".join(plain.translate(DROPPED).translate(SPACED).split())
