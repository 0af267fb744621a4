"""The MUC-4 scorer on an invented key and an invented message: what it asks for, finds, and how it judges."""

from datetime import date

import pytest
from evaluation.corpora.muc import Judged, claim_class, document, judged, named, score, summary
from evaluation.corpora.muc_keys import fillers, reports
from evaluation.corpora.true_case import Caser

from onrecord.claims.assemble import assemble
from onrecord.reading.reader import Reader

KEY = """
0.  MESSAGE: ID                     TST1-MUC3-9001 (NOWHERE)
1.  MESSAGE: TEMPLATE               1
4.  INCIDENT: TYPE                  BOMBING
10. PERP: ORGANIZATION ID           "DAWN BRIGADE" / "DB"
11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED / REPORTED AS FACT: "DAWN BRIGADE" / "DB"
                                    ? POSSIBLE: "\\"9 JUNE\\" GROUP"
                                    ACQUITTED: "HARBOR UNION"
12. PHYS TGT: ID                    "WATER WORKS"
13. PHYS TGT: TYPE                  OTHER: "WATER WORKS"

0.  MESSAGE: ID                     TST1-MUC3-9001 (NOWHERE)
1.  MESSAGE: TEMPLATE               2 (OPTIONAL)
4.  INCIDENT: TYPE                  ATTACK
11. PERP: ORGANIZATION CONFIDENCE   SUSPECTED OR ACCUSED BY AUTHORITIES: "POLICE"
"""
TEXT = """
TST1-MUC3-9001 (NOWHERE)

   LIMA, 7 MAR 90 (EFE) -- [REPORT] [TEXT] THE DAWN BRIGADE [DB] HAS CLAIMED
RESPONSIBILITY FOR THE BOMBING OF THE WATER WORKS IN QUITO.

   THE MAYOR ACCUSED THE HARBOR UNION OF KILLING A COLOMBIAN GUARD.  [END RECORDING]  FOUR
BAKERS WERE KIDNAPPED BY SUSPECTED REBELS OF THE NINTH COLUMN.
"""


def test_the_key_is_read_with_its_alternatives_and_options() -> None:
    found = fillers(KEY)["TST1-MUC3-9001"]
    assert [(f.names[0], f.classes, f.optional, f.incident) for f in found] == [
        ("DAWN BRIGADE", ("claimed", "fact"), False, "BOMBING"),
        ("9 JUNE GROUP", ("possible",), True, "BOMBING"),
        ("POLICE", ("accused",), True, "ATTACK"),
    ]
    assert found[0].targets == ("WATER WORKS",)


def test_a_message_loses_its_header_and_keeps_its_day() -> None:
    (message,) = reports(TEXT)
    assert message.name == "TST1-MUC3-9001"
    assert message.published == date(1990, 3, 7)
    assert message.text.startswith("THE DAWN BRIGADE (DB) HAS CLAIMED RESPONSIBILITY FOR THE BOMBING")
    assert "RECORDING" not in message.text


def test_true_case_keeps_offsets_names_and_abbreviations() -> None:
    caser = Caser.learned(["THE LONG RIVER LIBERATION FRONT [LRLF] ATTACKED."])
    text = (
        "ON 3 MARCH LRLF REBELS OF THE LONG RIVER LIBERATION FRONT FIRED AT COLOMBIAN BAKERS NEAR QUIXOLA. THEY FLED."
    )
    cased = caser.cased(text)
    assert cased == (
        "On 3 March LRLF rebels of the Long River Liberation Front fired at Colombian bakers near Quixola. They fled."
    )
    assert len(cased) == len(text)


@pytest.mark.parametrize(
    "key, said, same",
    [
        ("DAWN BRIGADE", "members of the Dawn Brigade", True),
        ("DB", "DB rebels", True),
        ("ARMY OF NATIONAL RENEWAL", "army", False),
        ("ARMED FORCES", "four officers of the armed forces", True),
        ("ARMED FORCES", "rebel forces", False),
    ],
)
def test_a_name_needs_a_word_of_its_own(key: str, said: str, *, same: bool) -> None:
    assert named([key], said) is same


@pytest.mark.parametrize(
    "names, kind",
    [
        (("DAWN BRIGADE", "DB"), "claimed"),
        (("HARBOR UNION",), "accused"),
        (("NINTH COLUMN",), "accused"),
        (("NIGHT BRIGAND",), None),
    ],
)
def test_the_record_gives_each_perpetrator_its_class(names: tuple[str, ...], kind: str | None) -> None:
    (message,) = reports(TEXT)
    made = document(message, Caser.learned([TEXT]))
    claims = assemble(made, Reader.open().read(made)).claims
    kinds = {found for claim in claims if (found := claim_class(claim, names)) is not None}
    assert kinds == ({kind} if kind is not None else set())
    if kind == "claimed":
        (filler, *_) = fillers(KEY)["TST1-MUC3-9001"]
        assert judged(filler, claims, made.text) == Judged(("claimed", "fact"), "claimed")


def test_only_the_found_are_judged_and_any_allowed_class_is_right() -> None:
    seen = [
        Judged(("fact", "accused"), "accused"),
        Judged(("fact",), "fact"),
        Judged(("possible",), "fact"),
        Judged(("claimed",), None),
    ]
    kinds = score(seen)
    assert (kinds["accused"].right, kinds["accused"].read, kinds["accused"].gold) == (1, 1, 1)
    assert kinds["fact"].precision == 0.5
    assert kinds["claimed"].gold == 0
    scores = summary(seen)
    assert scores["perpetrators found, recall"] == 0.75
    assert scores["confidence given found, accuracy"] == pytest.approx(2 / 3)
