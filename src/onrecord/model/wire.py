"""The claim on the wire, format 1: one JSON object a line, keys in a fixed order.

Offsets are Unicode code points into the stored text of the document, start inclusive, end exclusive. Absent is null
or an empty list. Keys may be added at any time, and readers ignore those they do not know; a change of meaning
raises `WIRE`.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.errors import WireError
from onrecord.model.claim import Claim, ReaderInfo, Tier
from onrecord.model.factuality import FactValue, Modality, Polarity
from onrecord.model.ids import content_id
from onrecord.model.wire_attribution import attribution_from_wire, attribution_to_wire
from onrecord.model.wire_event import (
    participant_from_wire,
    participant_to_wire,
    place_from_wire,
    place_to_wire,
    quantity_from_wire,
    quantity_to_wire,
    time_from_wire,
    time_to_wire,
)
from onrecord.model.wire_keys import Keys, quote_to_wire

__all__ = ["WIRE", "claim_from_line", "claim_from_wire", "claim_id", "claim_to_wire", "line", "with_id"]

WIRE = 1
"""The version of the format that this onrecord writes and reads."""

_NOT_CONTENT = frozenset({"id", "document", "reader"})
"""Keys that do not make a claim what it is: the same words read again elsewhere are the same claim."""

_UNSAFE = re.compile("[\x85\u2028\u2029\ud800-\udfff]")
"""What JSON allows in a string but a line of UTF-8 does not bear: line ends of Unicode, and lone surrogates."""


def claim_to_wire(claim: Claim) -> dict[str, object]:
    """Return the JSON object of a claim, its keys in the order of the format.

    Raises:
        WireError: An edge of the claim's time is an instant without a zone.
    """
    return {
        "wire": WIRE,
        "id": claim.id,
        "document_id": claim.document_id,
        "document": claim.document,
        "tier": claim.tier.value,
        "evidence": quote_to_wire(claim.evidence, context=True),
        "content": quote_to_wire(claim.content),
        "cue": quote_to_wire(claim.cue),
        "trigger": quote_to_wire(claim.trigger),
        "attribution": attribution_to_wire(claim.attribution),
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "factuality": [{"source": fact.source, "value": fact.value} for fact in claim.factuality],
        "event_type": claim.event_type,
        "participants": [participant_to_wire(participant) for participant in claim.participants],
        "places": [place_to_wire(place) for place in claim.places],
        "time": time_to_wire(claim.time),
        "quantities": [quantity_to_wire(quantity) for quantity in claim.quantities],
        "flags": list(claim.flags),
        "reader": {
            "name": claim.reader.name,
            "version": claim.reader.version,
            "parameters_digest": claim.reader.parameters_digest,
        },
    }


def _check_version(keys: Keys) -> None:
    if not keys.has("wire"):
        msg = 'wire is missing: this is no claim in the wire format; each line starts with {"wire": 1'
        raise WireError(msg)
    version = keys.whole("wire")
    if version > WIRE:
        msg = f"wire is {version}, and this onrecord reads {WIRE}: install a later onrecord to read it"
        raise WireError(msg)
    if version < WIRE:
        msg = f"wire is {version}, and the format starts at 1: write the claims again with `onrecord read`"
        raise WireError(msg)


def claim_from_wire(data: Mapping[str, object]) -> Claim:
    """Return the claim of a JSON object in wire format 1; keys that it does not know are ignored.

    Spans are not checked against a text here, nor the id against the content: `onrecord.ledger.verify` does both.

    Raises:
        WireError: Another version, or a value that is missing or wrong; the message names the key.
    """
    keys = Keys(data, "")
    _check_version(keys)
    reader = keys.object("reader")
    return Claim(
        id=keys.text("id"),
        document_id=keys.text("document_id"),
        document=keys.text("document"),
        tier=keys.one_of("tier", Tier),
        evidence=keys.quote("evidence"),
        content=keys.quote_or_none("content"),
        cue=keys.quote_or_none("cue"),
        trigger=keys.quote_or_none("trigger"),
        attribution=attribution_from_wire(keys.object("attribution")),
        modality=keys.one_of("modality", Modality),
        polarity=keys.one_of("polarity", Polarity),
        factuality=tuple(
            FactValue(fact.text_or_none("source"), fact.text("value")) for fact in keys.objects("factuality")
        ),
        event_type=keys.text("event_type"),
        participants=tuple(participant_from_wire(item) for item in keys.objects("participants")),
        places=tuple(place_from_wire(item) for item in keys.objects("places")),
        time=time_from_wire(keys.object_or_none("time")),
        quantities=tuple(quantity_from_wire(item) for item in keys.objects("quantities")),
        flags=keys.texts("flags"),
        reader=ReaderInfo(reader.text("name"), reader.text("version"), reader.text("parameters_digest")),
    )


def claim_id(claim: Claim) -> str:
    """Return the id that follows from a claim's content (METHOD B): not from its document's name or its reader."""
    wire = claim_to_wire(claim)
    return content_id("claim", {key: value for key, value in wire.items() if key not in _NOT_CONTENT})


def with_id(claim: Claim) -> Claim:
    """Return the claim with the id that follows from its content."""
    return replace(claim, id=claim_id(claim))


def line(claim: Claim) -> str:
    """Return a claim as one line of JSON Lines, without the line end.

    Letters stand as they are; only what would break the line or the encoding is escaped.
    """
    text = json.dumps(claim_to_wire(claim), ensure_ascii=False, allow_nan=False)
    return _UNSAFE.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def claim_from_line(text: str) -> Claim:
    """Return the claim of one line of JSON Lines.

    Raises:
        WireError: The line is no JSON object, or `claim_from_wire` refuses it.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        msg = f"not a line of JSON: {error}; the wire format has one JSON object a line"
        raise WireError(msg) from None
    return claim_from_wire(Keys(data, "").raw)
