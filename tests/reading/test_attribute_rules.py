"""Attribute rules: the compiled ones set exactly what the shipped component sets."""

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc
from spacy.vocab import Vocab

from onrecord.reading.backends.attribute_rules import CompiledRules, UncompilablePattern

WORDS = (
    *("The", "that", "a", "army", "Not", "n't", "not", "nt", "be", "have", "'s", "'re", "ai", "gon", "na", "got", "ta"),
    *(
        "let",
        "Let",
        "c'm",
        "on",
        "y'",
        "all",
        "it",
        "I",
        "you",
        "did",
        "do",
        "there",
        "is",
        "were",
        " ",
        "\n\n",
        "nothin'",
    ),
    *("but", "whether", "who", "whose", "his", "hers", "nothing", "Zzyzx", "ten", "’s", "n’t"),
)
TAGS = (
    *("DT", "WDT", "IN", "RB", "VB", "VBZ", "VBP", "VBD", "VBN", "NN", "NNP", "NNS", "PRP", "PRP$", "_SP", "CC", "CD"),
    *("WP", "EX", "TO", "MD", "", ".", "POS", "UH", "WRB"),
)
RELATIONS = (
    "ROOT",
    "aux",
    "auxpass",
    "dobj",
    "pobj",
    "det",
    "quantmod",
    "expl",
    "advmod",
    "relcl",
    "ccomp",
    "nsubj",
    "",
)
TOKENS = st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS), st.sampled_from(RELATIONS))


@pytest.fixture(scope="module")
def shipped(nlp: Language) -> AttributeRuler:
    """The model's own component, which the pipeline no longer runs."""
    return cast("AttributeRuler", nlp.get_pipe("attribute_ruler"))


def attributes(doc: Doc) -> list[tuple[str, ...]]:
    """What the rules may set, token by token."""
    return [(token.tag_, token.pos_, str(token.morph), token.lemma_, token.dep_) for token in doc]


@given(tokens=st.lists(TOKENS, min_size=1, max_size=12))
def test_the_compiled_rules_agree_with_the_shipped_ones(
    shipped: AttributeRuler, tokens: list[tuple[str, str, str]]
) -> None:
    words, tags, relations = map(list, zip(*tokens, strict=True))
    twins = [
        Doc(shipped.vocab, words=words, tags=tags, deps=relations, heads=[0] * len(words), lemmas=[""] * len(words))
        for _ in range(2)
    ]

    assert attributes(CompiledRules(shipped)(twins[0])) == attributes(shipped(twins[1]))


@pytest.mark.parametrize(
    "pattern",
    [[{"SHAPE": "dd"}], [{"TAG": {"FUZZY": "NN"}}], [{"LOWER": "a"}, {"LOWER": "b"}, {"LOWER": "c"}]],
)
def test_what_cannot_be_compiled_is_refused(pattern: list[dict[int | str, Any]]) -> None:
    ruler = AttributeRuler(Vocab())
    ruler.add([pattern], {"POS": "NOUN"})

    with pytest.raises(UncompilablePattern):
        CompiledRules(ruler)(Doc(ruler.vocab, words=["a", "b"]))


def test_a_change_that_nobody_foresaw_is_refused() -> None:
    ruler = AttributeRuler(Vocab())
    ruler.add([[{"LOWER": "a"}]], {"NORM": "an"})

    with pytest.raises(UncompilablePattern):
        CompiledRules(ruler)
