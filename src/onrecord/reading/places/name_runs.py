"""Stretches of capitalised words, each of which may be one name (METHOD B7)."""

from collections.abc import Iterator

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.tokens import Token

from onrecord.reading.places.name_lookup import Search, word_list

__all__ = ["ARTICLES", "joining_hyphens", "runs", "title_lines"]

TITLED = 0.85
"""Share of capitalised longer words that makes a sentence a headline."""
ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "an", "ad", "ed", "et"})
"""Arabic articles as Latin spellings have them."""


def title_lines(page: Search) -> list[bool]:
    """Tell for each token whether it stands in a sentence where most longer words are capitalised."""
    marks: list[bool] = []
    starts = [token for token, opens in enumerate(page.opens) if opens]
    for start, end in zip(starts, [*starts[1:], len(page.words)], strict=False):
        long = [page.capital[t] for t in range(start, end) if len(page.words[t]) > 3]
        titled = len(long) > 3 and sum(long) >= TITLED * len(long)
        marks.extend([titled] * (end - start))
    return marks


def runs(page: Search) -> Iterator[tuple[int, int]]:
    """Yield stretches of capitalised words, with the particles between them that never join two names."""
    particles, loose = word_list("particles"), word_list("loose_particles")
    words, capital, total = page.words, page.capital, len(page.words)
    token = 0
    while token < total:
        if not capital[token] or (page.opens[token] and _function_word(page.doc[token])):
            token += 1
            continue
        last = token + 1
        while last < total:
            if capital[last] and not page.opens[last]:
                last += 1
                continue
            ahead = last
            while ahead < total and ahead - last < 3 and words[ahead] in particles and words[ahead] not in loose:
                ahead += 1
            if ahead == last or ahead >= total or not capital[ahead] or page.opens[ahead]:
                break
            last = ahead + 1
        yield _with_article(page, token), last
        token = last


def _with_article(page: Search, first: int) -> int:
    """Take "al-" before the first capital into the run: "al-Fashir"."""
    words = page.words
    if (
        first >= 2
        and words[first - 1] in {"-", "–"}
        and words[first - 2].lower() in {"al", "el", "ar", "as", "ash", "an", "ad", "ed", "et"}
    ):
        return first - 2
    return first


def _function_word(token: Token) -> bool:
    """Tell whether a word that opens a sentence is capitalised for that reason alone.

    The tagger takes an unknown name for an adverb or a verb now and then ("Bakhmut was shelled"), so those stay in
    where a finite verb or a possessive follows, or the recogniser saw a place.
    """
    if token.pos_ in {"ADP", "DET", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "NUM"}:
        return True
    if token.pos_ not in {"VERB", "ADV", "INTJ"} or token.ent_type_ in {"GPE", "LOC"}:
        return False
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    return following is None or not (
        following.tag_ in {"VBD", "VBZ", "VBP", "POS"} and token.text.lower() not in STOP_WORDS
    )


def joining_hyphens(page: Search, first: int, last: int) -> list[int]:
    """Return the hyphens that join two names: Russia-Ukraine, but not the one in Maarat al-Numan."""
    words, capital = page.words, page.capital
    hyphens = [t for t in range(first + 1, last - 1) if words[t] in {"-", "–", "—"}]
    return hyphens if all(capital[t - 1] and capital[t + 1] for t in hyphens) else []
