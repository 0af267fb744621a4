import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from tests.builders import TEXT, attribution, claim, day, participant, place, quantity, quote

from onrecord.errors import WireError
from onrecord.model.claim import Tier
from onrecord.model.factuality import Modality
from onrecord.model.time import TimePrecision
from onrecord.model.wire import claim_from_line, claim_from_wire, claim_to_wire, line

KEYS = [
    "wire", "id", "document_id", "document", "tier", "evidence", "content", "cue", "trigger", "attribution",
    "modality", "polarity", "factuality", "event_type", "participants", "places", "time", "quantities", "flags",
    "reader",
]  # fmt: skip

FULL = claim(
    exact="Governor Ilan Tesh said at least four dock workers were hurt.",
    content=quote(TEXT, "at least four dock workers were hurt"),
    cue=quote(TEXT, "said"),
    trigger=quote(TEXT, "hurt"),
    attribution=attribution("Ilan Tesh", "Varnia Radio"),
    modality=Modality.REPORTED,
    participants=(participant(mention=quote(TEXT, "dock workers")),),
    places=(place(lat=48, lon=-0.0, radius_km=3.5, admin=("Ardenia", "Varnia District"), country="AR"),),
    time=day(date(2024, 5, 14), basis="R-T2"),
    quantities=(quantity(4, mention=quote(TEXT, "at least four")), quantity(0, 0, kind="killed")),
    flags=("agentless_passive",),
)


def wire_of(**changes: Any) -> dict[str, Any]:
    """The full claim's object with the value at each ``a__b__0`` path replaced."""
    wire: dict[str, Any] = json.loads(line(FULL))
    for path, value in changes.items():
        *way, last = [int(key) if key.isdigit() else key for key in path.split("__")]
        inner: Any = wire
        for key in way:
            inner = inner[key]
        inner[last] = value
    return wire


def test_keys_stand_in_the_order_of_the_format() -> None:
    assert list(claim_to_wire(FULL)) == KEYS
    assert list(json.loads(line(FULL))) == KEYS


def test_inner_keys_stand_in_the_order_of_the_format() -> None:
    wire = wire_of()
    assert list(wire["evidence"]) == ["start", "end", "exact", "prefix", "suffix"]
    assert list(wire["content"]) == ["start", "end", "exact"]
    assert list(wire["attribution"]) == ["voice", "style", "scope", "chain"]
    assert [hop["hop"] for hop in wire["attribution"]["chain"]] == ["origin", "relay", "publisher"]
    speaker = wire["attribution"]["chain"][0]["speakers"][0]
    assert list(speaker) == ["name", "mention", "kind", "role", "affiliation", "bloc", "resolved_by"]
    assert list(wire["places"][0])[:4] == ["name", "mention", "precision", "radius_km"]
    assert list(wire["time"])[:7] == ["start", "end", "precision", "expression", "value", "mod", "basis"]
    assert list(wire["quantities"][0])[:7] == ["kind", "unit", "low", "high", "approximator", "unknown", "mention"]
    assert list(wire["reader"]) == ["name", "version", "parameters_digest"]


def test_evidence_reproduces_the_text() -> None:
    evidence = wire_of()["evidence"]
    assert TEXT[evidence["start"] : evidence["end"]] == evidence["exact"]
    assert TEXT[: evidence["start"]].endswith(evidence["prefix"])


def test_zero_is_a_value() -> None:
    killed = claim_from_wire(wire_of()).quantities[1]
    assert (killed.low, killed.high) == (0, 0)
    assert claim_from_wire(wire_of(places__0__lat=0)).places[0].lat == 0.0


def test_one_latitude_has_one_form() -> None:
    assert '"lat": 48.0, "lon": 0.0' in line(FULL)


def test_a_day_stays_a_day_and_an_instant_keeps_its_offset() -> None:
    kyiv = timezone(timedelta(hours=2))
    ends = datetime(2022, 3, 9, 18, tzinfo=kyiv)
    wire = claim_to_wire(claim(time=day(date(2022, 3, 9), until=ends, precision=TimePrecision.DAY_PART)))
    assert isinstance(wire["time"], dict)
    assert (wire["time"]["start"], wire["time"]["end"]) == ("2022-03-09", "2022-03-09T18:00:00+02:00")
    back = claim_from_wire(wire).time
    assert back is not None
    assert type(back.start) is date
    assert back.end == ends


def test_an_instant_without_a_zone_is_refused_both_ways() -> None:
    naive = datetime(2022, 3, 9, 18)  # noqa: DTZ001 - that is the case
    with pytest.raises(WireError, match="time zone"):
        claim(time=day(naive))
    with pytest.raises(WireError, match=r"time\.end must be an instant with its offset"):
        claim_from_wire(wire_of(time__end="2022-03-09T18:00:00"))


def test_zulu_is_an_offset() -> None:
    time = claim_from_wire(wire_of(time__end="2022-03-09T18:00:00Z")).time
    assert time is not None
    assert time.end == datetime(2022, 3, 9, 18, tzinfo=UTC)


def test_letters_stand_as_they_are_and_nothing_breaks_the_line() -> None:
    text = line(claim(flags=("Харків", "a\u2028b\x85c\nd", "\ud800")))
    assert "Харків" in text
    assert len(text.splitlines()) == 1
    assert text.encode("utf-8")
    assert claim_from_line(text).flags == ("Харків", "a\u2028b\x85c\nd", "\ud800")


@pytest.mark.parametrize(
    "changes, message",
    [
        ({"wire": 2}, "wire is 2.*later onrecord"),
        ({"wire": 0}, "wire is 0"),
        ({"wire": None}, "wire is missing"),
        ({"wire": True}, "wire must be a whole number"),
        ({"id": None}, "id is missing"),
        ({"tier": "main"}, "tier must be one of core secondary background, not 'main'"),
        ({"evidence": None}, "evidence is missing"),
        ({"evidence__start": "7"}, r"evidence\.start must be a whole number"),
        ({"evidence__start": True}, r"evidence\.start must be a whole number"),
        ({"content": "words"}, "content must be an object"),
        ({"attribution__chain__1__hop": "middle"}, r"attribution\.chain\[1\]\.hop must be one of origin relay"),
        ({"attribution__chain__0__speakers__0__name": 3}, r"chain\[0\]\.speakers\[0\]\.name must be a string"),
        ({"attribution__chain": {}}, r"attribution\.chain must be a list"),
        ({"modality": "SHOUTED"}, "modality must be one of ASSERTED"),
        ({"places__0__lat": "north"}, r"places\[0\]\.lat must be a number"),
        ({"places__0__lat": float("nan")}, r"places\[0\]\.lat must be a number"),
        ({"places__0__lat": 10**400}, r"places\[0\]\.lat must be a number"),
        ({"places__0__inferred": "no"}, r"places\[0\]\.inferred must be true or false"),
        ({"places__0__admin": [1]}, r"places\[0\]\.admin\[0\] must be a string"),
        ({"places__0__admin": "Ardenia"}, r"places\[0\]\.admin must be a list"),
        ({"time__start": "last Tuesday"}, r"time\.start must be a day"),
        ({"time__precision": None}, r"time\.precision is missing"),
        ({"quantities__0__low": 4.5}, r"quantities\[0\]\.low must be a whole number"),
        ({"reader": []}, "reader must be an object"),
    ],
)
def test_what_is_wrong_is_named(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(WireError, match=message):
        claim_from_wire(wire_of(**changes))


def test_absent_lists_are_empty_and_absent_values_none() -> None:
    wire = wire_of()
    for key in ("content", "cue", "trigger", "time", "participants", "places", "quantities", "flags", "factuality"):
        del wire[key]
    back = claim_from_wire(wire)
    assert (back.content, back.time, back.participants, back.flags) == (None, None, (), ())
    assert back.tier is Tier.CORE


@pytest.mark.parametrize("text", ["", "claim", "[1]", '{"wire": 1'])
def test_a_line_that_is_no_claim_says_so(text: str) -> None:
    with pytest.raises(WireError):
        claim_from_line(text)
