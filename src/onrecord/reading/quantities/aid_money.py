"""Amounts of aid: "$500 million in humanitarian aid" (METHOD B9 money); other money is no quantity (R-Q4)."""

from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc

from onrecord.lexicons.load import lexicon
from onrecord.model.quantity import Quantity
from onrecord.model.reading import QuantityMention
from onrecord.model.span import Span
from onrecord.reading.quantities.approximators import approximation, bounds
from onrecord.reading.sentences import sentence_of
from onrecord.reading.syntax import quote
from onrecord.text.numerals import number_words, read_numeral

__all__ = ["read_aid_money"]

KINDS: Any = lexicon("counted_kinds")
TABLE = number_words(lexicon("numerals"))
CURRENCIES: dict[str, str] = KINDS["currencies"]
AID_NOUNS = frozenset(KINDS["aid_nouns"])
AID_VERBS = frozenset(KINDS["aid_verbs"])
REACH = 6
"""Tokens between an amount and the word that makes it aid."""


def read_aid_money(doc: Doc, words: Sequence[str]) -> list[QuantityMention]:
    """Return the amounts of aid that a document names; the unit is the currency's ISO 4217 code (B9).

    Args:
        doc: The parse.
        words: Its tokens in lower case.
    """
    mentions = []
    for i, word in enumerate(words):
        currency = CURRENCIES.get(word) or (CURRENCIES.get(word.removesuffix("s")) if word.endswith("s") else None)
        if currency is not None:
            mention = _amount(doc, words, i, currency)
            if mention is not None:
                mentions.append(mention)
    return mentions


def _amount(doc: Doc, words: Sequence[str], sign: int, currency: str) -> QuantityMention | None:
    """Read the number after a sign, or before a currency word, if its sentence says that it is aid."""
    sentence = sentence_of(doc[sign])
    after = sign + 1 < len(words) and words[sign + 1][0].isdigit()
    starts = (sign + 1,) if after else range(max(sentence.start, sign - 3), sign)
    for start in starts:
        numeral = read_numeral(words, start, TABLE)
        if numeral is None or not (after or numeral.last == sign):
            continue
        governor = _aid(doc, sentence.start, sentence.end, start, max(numeral.last, sign + 1))
        if governor is None:
            return None
        first = sign if after else start
        near = approximation(words, first, max(numeral.last, sign + 1))
        found = bounds(numeral, near.name)
        span = Span(doc[near.first].idx, doc[near.last - 1].idx + len(doc[near.last - 1]))
        quantity = Quantity(
            "money",
            currency,
            found.low,
            found.high,
            found.approximator,
            mention=quote(doc, span),
            high_soft=found.high_soft,
            acled=found.acled,
        )
        return QuantityMention(span, near.first, near.last, None, governor, quantity)
    return None


def _aid(doc: Doc, begin: int, end: int, first: int, last: int) -> int | None:
    for i in range(last, min(end, last + REACH)):
        if doc[i].lemma_.lower() in AID_NOUNS:
            return i
    for i in range(max(begin, first - REACH), first):
        if doc[i].lemma_.lower() in AID_VERBS:
            return i
    return None
