"""What a document counts: the whole layer, beyond the cases."""

from typing import Any

import pytest

from onrecord.model.quantity import Quantity, Subset
from onrecord.reading.backends.spacy import parse
from onrecord.reading.quantities.bare_counts import bare_bounds, read_bare_counts
from onrecord.reading.quantities.count_kind import count_kinds
from onrecord.reading.quantities.count_scope import scope_of
from onrecord.reading.quantities.counted_nouns import with_noun
from onrecord.reading.quantities.counts import read_counts
from onrecord.reading.quantities.read import read_quantities, subset_conflict
from onrecord.reading.quantities.subsets import find_parts
from onrecord.reading.quantities.unknown_counts import read_unknown_counts

TEXTS = (
    "At least 30 people, including men and guards, were hurt. It is unclear how many died.",
    "Between 10 and 15 soldiers were killed; nobody was wounded. Dozens fled, among them three nurses.",
    "The toll rose to 45 from 38. Casualties were unknown. Up to 300 families were evacuated by the army.",
    "",
)


@pytest.mark.parametrize("text", TEXTS)
def test_every_quantity_is_sound(nlp: Any, text: str) -> None:
    doc = parse(nlp, text)
    mentions = read_quantities(doc)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.first, m.last))
    for mention in mentions:
        quantity = mention.quantity
        assert quantity.mention is not None
        assert quantity.mention.reproduces(text)
        assert not quantity.unknown or (quantity.low is None and quantity.high is None)
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert mention.governor is not None


def test_a_part_larger_than_its_whole_conflicts() -> None:
    part = Subset("injured", "children", 30, 30, None, None)
    assert subset_conflict(Quantity("injured", "persons", 20, 20, includes=(part,)))
    assert not subset_conflict(Quantity("injured", "persons", 20, None, includes=(part,)))


def test_bare_counts(nlp: Any) -> None:
    doc = parse(nlp, "Shells killed a woman and wounded soldiers and the guards.")
    words = [token.lower_ for token in doc]
    assert [doc[c.argument].text for c in read_bare_counts(doc, words, frozenset())] == ["woman", "soldiers"]
    assert bare_bounds(doc[3]) is not None


def test_kinds_scope_and_parts(nlp: Any) -> None:
    doc = parse(nlp, "Since May, 12 people, including a nurse, have been killed.")
    words = [token.lower_ for token in doc]
    counted = [with_noun(doc, words, count) for count in read_counts(doc, words)]
    (found,) = count_kinds(doc, words, counted[0])
    assert found.kind == "killed"
    assert scope_of(doc, words, found.governor) == "cumulative"
    ((cue, part),) = find_parts(doc, words, counted)
    assert doc[cue].text == "including"
    assert part.span.words(doc.text) == "a nurse"


def test_silence_is_not_zero(nlp: Any) -> None:
    doc = parse(nlp, "There was no word on casualties.")
    (mention,) = read_unknown_counts(doc, [token.lower_ for token in doc])
    assert mention.quantity.unknown
    assert [m.quantity.low for m in read_quantities(doc)] == [None]
