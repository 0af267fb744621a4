"""Quotation marks."""

import pytest

from onrecord.reading.attribution.quotations import quotations


@pytest.mark.parametrize(
    "text,inner",
    [
        ("“We left,” she said. “It was late.”", ["We left,", "It was late."]),
        ('"We left," she said. "It was late."', ["We left,", "It was late."]),
        ("«We left», she said.", ["We left"]),
        ("‘We left,’ she said.", ["We left,"]),
        ("''We left,'' she said.", ["We left,"]),
        ("“He said ‘leave’ to us,” she said.", ["He said ‘leave’ to us,"]),
        ("The town's mayor and the soldiers' wives can't leave.", []),
        ("The town’s mayor and the soldiers’ wives can’t leave.", []),
        ("A 6' tall wall stood in the '90s.", []),
        ("She called it “a crime” and left.", ["a crime"]),
    ],
)
def test_words_in_marks(text: str, inner: list[str]) -> None:
    assert [q.inner.words(text) for q in quotations(text)] == inner


def test_outer_holds_the_marks() -> None:
    text = "She said: “We left.”"
    assert [q.outer.words(text) for q in quotations(text)] == ["“We left.”"]


def test_a_paragraph_left_open_goes_on_in_the_next() -> None:
    text = "“We left.\n\n“It was late,” she said."
    found = quotations(text)
    assert [(q.inner.words(text), q.closed) for q in found] == [("We left.", False), ("It was late,", True)]


def test_an_odd_mark_spoils_only_its_paragraph() -> None:
    text = "The “mayor left.\n\nShe said: “We left.”"
    assert [q.inner.words(text) for q in quotations(text)] == ["We left."]


def test_no_marks() -> None:
    assert quotations("Shells fell.") == ()
