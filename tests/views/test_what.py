import pytest
from tests.builders import attribution, claim, participant
from tests.cli.record import HEARSAY

from onrecord.model.event import EVENT_TYPES, Role, Status
from onrecord.model.factuality import Modality, Polarity
from onrecord.views.labels import EVENTS, KINDS, MODALITIES, PRECISIONS, event_words
from onrecord.views.what import mark, to_whom, what


@pytest.mark.parametrize(
    "modality,first",
    [
        (Modality.PLANNED, "PLANNED"),
        (Modality.PREDICTED, "PREDICTED"),
        (Modality.CONDITIONAL, "ONLY IF"),
        (Modality.DEMANDED, "DEMANDED"),
        (Modality.DENIED, "DENIED"),
        (Modality.UNKNOWN_STATED, "NOT KNOWN"),
        (Modality.ANNOUNCED, "ANNOUNCED"),
    ],
)
def test_what_is_not_said_to_have_happened_never_looks_done(modality: Modality, first: str) -> None:
    assert what(claim(modality=modality, event_type="DIPLOMACY.TALKS")) == f"{first}: talks"
    assert mark(claim(modality=modality, polarity=Polarity.NEGATIVE)) == f"{first} NOT"


def test_every_unrealised_modality_is_marked() -> None:
    assert all(mark(claim(modality=modality)) for modality in Modality if modality.unrealised)


def test_a_negation_is_marked_and_an_assertion_is_not() -> None:
    assert what(claim(polarity=Polarity.NEGATIVE)) == "NOT: shelling"
    assert what(claim()) == "shelling"


def test_a_type_that_says_announced_needs_no_mark() -> None:
    assert what(claim(modality=Modality.ANNOUNCED, event_type="CEASEFIRE.DECLARED")) == "ceasefire declared"
    assert what(claim(modality=Modality.PLANNED, event_type="CEASEFIRE.DECLARED")) == "PLANNED: ceasefire declared"


def test_an_alleged_perpetrator_is_never_shown_without_who_alleges_it() -> None:
    blamed = (participant("Sudria", Role.ALLEGED_PERPETRATOR),)
    assert to_whom(claim(participants=blamed, attribution=attribution("Norland", "Radio Kestrel"))) == (
        "by Sudria — alleged by Norland",
    )
    assert to_whom(claim(participants=blamed, attribution=HEARSAY)) == ("by Sudria — alleged by an unnamed source",)
    assert to_whom(claim(participants=(participant("Sudria", Role.PERPETRATOR),))) == ("by Sudria",)


@pytest.mark.parametrize(
    "modality,act", [(Modality.ACCUSED, "alleged"), (Modality.DENIED, "denied"), (Modality.PREDICTED, "named")]
)
def test_whoever_denies_or_foresees_an_act_alleges_none(modality: Modality, act: str) -> None:
    blamed = (participant("Sudria", Role.ALLEGED_PERPETRATOR),)
    one = claim(modality=modality, participants=blamed, attribution=attribution("Norland"))
    assert to_whom(one) == (f"by Sudria — {act} by Norland",)


def test_roles_stand_in_order_and_what_is_implied_says_so() -> None:
    found = (
        participant("shells", Role.WEAPON),
        participant("women", Role.VICTIM),
        participant("a bus", Role.TARGET, status=Status.IMPLIED),
        participant("nurses", Role.VICTIM),
        participant("Norland", Role.ACCUSER),
    )
    assert to_whom(claim(participants=found)) == ("target: a bus (implied)", "victims: women and nurses", "with shells")


def test_the_labels_cover_the_ontology() -> None:
    assert set(EVENT_TYPES) <= set(EVENTS)
    assert set(MODALITIES) == set(Modality)
    assert event_words("NO_SUCH_TYPE") == "no such type"
    assert KINDS
    assert PRECISIONS
