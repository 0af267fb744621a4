"""What the grammar reads from."""

from typing import Any

from onrecord.reading.backends.spacy import parse
from onrecord.reading.times.context import time_context


def test_context_is_quiet_beyond_its_ends(nlp: Any) -> None:
    context = time_context(parse(nlp, "So far, 12 fell. They rose."))
    assert context.says(0, "so", "far") == 2
    assert context.number(3) == 12
    assert (context.low(-1), context.tag(99), context.token(99)) == ("", "", None)
    assert context.sentences[0] + 1 == context.sentences[-1]


def test_empty_document(nlp: Any) -> None:
    assert time_context(parse(nlp, "")).atoms == []
