"""Who a noun phrase names."""

from typing import Any

import pytest

from onrecord.model.attribution import SpeakerKind
from onrecord.reading.attribution.actors import describe, is_sides
from onrecord.reading.attribution.subjects import subject_of
from onrecord.reading.backends.spacy import parse


@pytest.mark.parametrize(
    "phrase,name,kind,role,affiliation",
    [
        ("Anna Lind", "Anna Lind", "person", None, None),
        ("Anna Lind, the deputy mayor,", "Anna Lind", "person", "deputy mayor", None),
        ("French Foreign Minister Jean Duval", "Jean Duval", "person", "Foreign Minister", "French"),
        ("A spokesman for the ministry", "spokesman for the ministry", "person", "spokesman", "ministry"),
        ("The Russian Ministry of Defense", "Russian Ministry of Defense", "state_organ", None, None),
        ("The Kremlin", "Kremlin", "state_organ", None, None),
        ("Ukraine", "Ukraine", "state", None, None),
        ("The U.S.", "United States", "state", None, None),
        ("The United Nations", "United Nations", "international", None, None),
        ("Hezbollah", "Hezbollah", "armed_group", None, None),
        ("The Israeli military", "Israeli military", "armed_forces", None, None),
        ("The BBC", "BBC", "outlet", None, None),
        ("The local newspaper", "local newspaper", "outlet", None, None),
        ("Russian sources", "Russian sources", "unspecified_sources", None, None),
        ("Israeli officials", "Israeli officials", "unspecified_sources", None, None),
        ("Residents", "Residents", "civilians", None, None),
        ("Human Rights Watch", "Human Rights Watch", "organisation", None, None),
    ],
)
def test_describe(nlp: Any, phrase: str, name: str, kind: str, role: str | None, affiliation: str | None) -> None:
    doc = parse(nlp, f"{phrase} said the road was closed.")
    verb = next(t for t in doc if t.lower_ == "said")
    subject = subject_of(verb)
    assert subject is not None
    speaker = describe(doc, subject)
    assert (speaker.name, speaker.kind.value, speaker.role, speaker.affiliation) == (name, kind, role, affiliation)
    assert speaker.mention is not None
    assert speaker.mention.reproduces(doc.text)


def test_a_capital_speaks_for_its_state(nlp: Any) -> None:
    doc = parse(nlp, "Moscow said the road was closed.")
    speaker = describe(doc, doc[0])
    assert (speaker.name, speaker.kind, speaker.resolved_by) == ("Russia", SpeakerKind.STATE, "R-P5")


def test_sides() -> None:
    assert is_sides("Both sides")
    assert not is_sides("the river side")
