"""Give an upper-case text its letters back: deterministic, word by word, and of the same length.

English words are written small, by the dictionary that the lemmatizer carries; names are written large: words that no
dictionary knows, those of ``names.txt`` that it does know (months, persons, places, peoples of the Americas), demonyms,
and the long forms of abbreviations. An abbreviation is kept where ``names.txt`` or the lexicon of outlets has it, where
a text of the corpus puts it in brackets after a body's name, ``NATIONAL LIBERATION FRONT [NLF]``, or where it has no
vowel. A sentence begins with a capital.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.lexicons.load import lexicon
from onrecord.reading.backends import spacy as backend
from onrecord.reading.places.gazetteer import demonyms

__all__ = ["Caser"]

NAMES = Path(__file__).with_name("names.txt")
WORD = re.compile(r"[A-Z]+(?:['’][A-Z]+)?(?:-\d+)?|\d+(?:ST|ND|RD|TH|D)\b")
BRACKETED = re.compile(r"[\[(]\s*([A-Z]{2,7}(?:-[A-Z]{2,4}|-\d+)?)\s*[\])]")
OPENS = re.compile(r"(?:\A|[.!?:][\"'”)\]]*\s+|\n\s*\n\s*|[.!?,:]\s+\")[\s\"'“(\[-]*\Z")
SMALL = frozenset({"de", "del", "of", "and", "the", "for", "in", "y", "e", "d'"})
"""Words that stay small inside a name."""
MONTHS = frozenset({"march", "may"})
"""Months that are also verbs: large beside a number only."""
DERIVED = re.compile(
    r"(?:anti|counter|non|pro|pre|post|ultra|inter|multi|sub|re|un|narco|machine)\w{4,}|"
    r"\w{3,}(?:ed|ing|is(?:m|ts?)|ly|ness|tions?|ments?|ers|ors|ships?|ized?|ity)"
)
"""English by its make, though no dictionary has it."""
VOWELS = frozenset("AEIOUY")
TITLES = frozenset({"MR", "MRS", "MS", "DR", "ST", "SGT", "LT", "KM", "KG", "MM", "CM", "NTH", "TV", "JR"})
"""Without a vowel, but no abbreviation of a name; all but ``TV`` are written as words are."""
BODIES = frozenset(
    [
        "agency",
        "alliance",
        "army",
        "association",
        "battalion",
        "command",
        "commission",
        "committee",
        "confederation",
        "council",
        "department",
        "federation",
        "force",
        "forces",
        "front",
        "group",
        "liberation",
        "movement",
        "organization",
        "party",
        "police",
        "union",
    ]
)
"""Nouns by which a body is called; an abbreviation in brackets after one is the body's, in whatever language."""
SHORTEST_NAME = 5
"""Letters beyond which a word in brackets is somebody's name rather than an abbreviation."""
LOOK_BACK = 12
"""Words before a bracket among which an abbreviation's long form is sought."""


@cache
def _english() -> frozenset[str]:
    """Return the base forms and irregular forms that the lemmatizer knows."""
    tables = backend.load().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    words: set[str] = set(backend.load().Defaults.stop_words)
    for name in ("lemma_index", "lemma_exc"):
        for listed in tables.get_table(name).values():
            words |= set(listed)
    return frozenset(words)


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    tables = backend.load().get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    rules = tables.get_table("lemma_rules").values()
    return tuple(dict.fromkeys((old, new) for listed in rules for old, new in listed if old))


@cache
def _is_english(word: str) -> bool:
    """Tell whether a dictionary knows a small word, or a regular form of it."""
    if word in _english() or DERIVED.fullmatch(word):
        return True
    return any(word.endswith(old) and word[: len(word) - len(old)] + new in _english() for old, new in _endings())


@cache
def _listed() -> frozenset[str]:
    lines = NAMES.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def _known_short() -> frozenset[str]:
    """Return the abbreviations that the lexicon of outlets knows."""
    return frozenset(re.findall(r'"([A-Z]{2,5})"', str(lexicon("outlets")).replace("'", '"')))


@dataclass(frozen=True, slots=True)
class Caser:
    """What a corpus teaches about its own names.

    Attributes:
        short: Abbreviations, as written: ``NLF``.
        long: Their long forms, small: ``national liberation front``.
    """

    short: frozenset[str]
    long: tuple[str, ...]

    @classmethod
    def learned(cls, texts: Iterable[str]) -> "Caser":
        """Learn abbreviations and their long forms from upper-case texts.

        Args:
            texts: What to learn from: a development part, never a test part.
        """
        short: set[str] = set()
        long: set[str] = set()
        for text in texts:
            for match in BRACKETED.finditer(text):
                words = re.findall(r"[A-Z']+", text[max(0, match.start() - 160) : match.start()])[-LOOK_BACK:]
                remark = _is_english(match[1].lower()) and match[1] not in _listed()  # [SIC], [TEXT]
                if remark:
                    continue
                form = _spelled_out(match[1].split("-")[-1], words)
                if form:
                    long.add(" ".join(form).lower())
                if form or (len(match[1]) <= SHORTEST_NAME and _titles_a_body(words)):
                    short.add(match[1])
        return cls(frozenset(short), tuple(sorted(long, key=len, reverse=True)))

    def cased(self, text: str) -> str:
        """Return an upper-case text with small letters where English has them; every offset stays.

        Args:
            text: All upper case.
        """
        pieces, last = [], 0
        for match in WORD.finditer(text):
            pieces.append(text[last : match.start()])
            pieces.append(self._word(text, match))
            last = match.end()
        return self._with_long_forms("".join((*pieces, text[last:])))

    def _word(self, text: str, match: re.Match[str]) -> str:
        written = match[0]
        stem = re.sub(r"['’]S\Z", "", written)
        if written[0].isdigit():
            return written.lower()
        bare = not VOWELS & set(stem) and stem not in TITLES - {"TV"} and len(stem) > 1
        if stem in self.short or stem in _known_short() or stem in _listed() or bare or "-" in stem:
            return stem + written[len(stem) :].lower()
        small = stem.lower()
        large = (
            _is_name(small, text, match) or OPENS.search(text, max(0, match.start() - 12), match.start()) is not None
        )
        return (_large(stem) if large else small) + written[len(stem) :].lower()

    def _with_long_forms(self, text: str) -> str:
        for words in _alternatives(self.long):
            text = words.sub(lambda found: _titled(found[0]), text)
        return text


@cache
def _alternatives(long: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    parts = [r"\s+".join(map(re.escape, form.split())) for form in long]
    return (re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE),) if parts else ()


def _titled(words: str) -> str:
    return re.sub(r"[A-Za-z']+", lambda w: w[0] if w[0].lower() in SMALL or w[0].isupper() else _large(w[0]), words)


def _large(word: str) -> str:
    """Return a word with its first letter large: ``O'Brien``, ``D'Aubuisson``."""
    return re.sub(r"['’](\w)(?=\w)", lambda m: m[0].upper(), word.capitalize())


def _is_name(word: str, text: str, match: re.Match[str]) -> bool:
    if word in SMALL:
        return False
    if word in MONTHS:
        around = text[max(0, match.start() - 4) : match.start()] + text[match.end() : match.end() + 4]
        return any(c.isdigit() for c in around)
    return (
        word in {"i", "mr", "mrs", "ms", "dr", "lt", "sgt", "st", "jr"}
        or word in _listed()
        or word in demonyms()
        or not _is_english(word)
    )


def _titles_a_body(words: list[str]) -> bool:
    """Tell whether the words before a bracket end in a body's name: "army of national liberation [ELN]"."""
    return bool(BODIES & {word.lower() for word in words[-4:]})


def _spelled_out(short: str, words: list[str]) -> list[str]:
    """Return the last words whose initials give an abbreviation, in any order of words for another language's."""
    wanted = sorted(short)
    for count in range(2, len(words) + 1):
        form = words[-count:]
        initials = sorted(w[0] for w in form if w.lower() not in SMALL)
        if form[0].lower() not in SMALL and initials == wanted:
            return form
    return []
