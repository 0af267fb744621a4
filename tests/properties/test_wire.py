"""Laws of the wire format."""

import json
import os
import subprocess
import sys
from dataclasses import fields, replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.strategies import claims, edges, maybe, participants, places, quantities, quotes, words

from onrecord.model.claim import Claim
from onrecord.model.wire import claim_from_line, claim_from_wire, claim_id, claim_to_wire, line, with_id

patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""A busy machine makes no test fail."""

NOT_CONTENT = {"id", "document", "reader"}


@patient
@given(claims)
def test_a_claim_comes_back_from_the_wire_as_it_went(claim: Claim) -> None:
    assert claim_from_wire(claim_to_wire(claim)) == claim


@patient
@given(claims)
def test_a_claim_comes_back_from_its_line(claim: Claim) -> None:
    text = line(claim)
    assert len(text.splitlines()) == 1
    assert claim_from_line(text.encode("utf-8").decode("utf-8")) == claim


@patient
@given(claims)
def test_the_line_says_what_the_dictionary_says(claim: Claim) -> None:
    assert json.loads(line(claim)) == claim_to_wire(claim)


@patient
@given(claims)
def test_the_id_survives_the_wire(claim: Claim) -> None:
    named = with_id(claim)
    assert claim_id(claim_from_line(line(named))) == named.id == claim_id(named)


@patient
@given(claims, words, words)
def test_the_id_is_not_of_the_name_nor_of_the_reader(claim: Claim, name: str, version: str) -> None:
    other = replace(claim, id=name, document=name, reader=replace(claim.reader, version=version))
    assert claim_id(other) == claim_id(claim)


@patient
@given(claims, claims, st.sampled_from([field.name for field in fields(Claim)]))
def test_the_id_changes_if_and_only_if_the_content_does(one: Claim, other: Claim, field: str) -> None:
    mixed = replace(one, **{field: getattr(other, field)})
    same_content = field in NOT_CONTENT or claim_to_wire(mixed)[field] == claim_to_wire(one)[field]
    assert (claim_id(mixed) == claim_id(one)) is same_content


@patient
@given(claims, st.data())
def test_the_id_sees_the_depths(claim: Claim, data: st.DataObject) -> None:
    changes: dict[str, Any] = {
        "evidence": data.draw(quotes),
        "places": (data.draw(places),),
        "quantities": (data.draw(quantities),),
        "participants": (data.draw(participants),),
        "time": replace(claim.time, start=data.draw(maybe(edges))) if claim.time else None,
    }
    for field, value in changes.items():
        changed = replace(claim, **{field: value})
        same = claim_to_wire(changed)[field] == claim_to_wire(claim)[field]
        assert (claim_id(changed) == claim_id(claim)) is same


@patient
@given(claims, words)
def test_keys_of_a_later_onrecord_are_ignored(claim: Claim, value: str) -> None:
    wire = json.loads(line(claim))
    wire["salience"] = value
    wire["evidence"]["page"] = 3
    wire["attribution"]["mood"] = [value]
    assert claim_from_wire(wire) == claim


def test_the_id_is_the_same_in_another_process() -> None:
    program = "from tests.builders import claim; print(claim().id)"
    ids = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path), "TZ": zone},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed, zone in [("1", "UTC"), ("2", "Asia/Tokyo")]
    }  # fmt: skip
    assert len(ids) == 1
