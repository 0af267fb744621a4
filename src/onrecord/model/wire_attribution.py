"""Attribution on the wire: who says it, and through whom."""

from onrecord.model.attribution import Attribution, Hop, HopKind, Scope, Speaker, SpeakerKind, Style, Voice
from onrecord.model.wire_keys import Keys, quote_to_wire

__all__ = ["attribution_from_wire", "attribution_to_wire"]


def _speaker_to_wire(speaker: Speaker) -> dict[str, object]:
    return {
        "name": speaker.name,
        "mention": quote_to_wire(speaker.mention),
        "kind": speaker.kind.value,
        "role": speaker.role,
        "affiliation": speaker.affiliation,
        "bloc": speaker.bloc,
        "resolved_by": speaker.resolved_by,
    }


def attribution_to_wire(attribution: Attribution) -> dict[str, object]:
    """Return the ``attribution`` object, its chain from origin to publisher (R-A1)."""
    return {
        "voice": attribution.voice.value,
        "style": attribution.style.value,
        "scope": attribution.scope.value,
        "chain": [
            {"hop": hop.kind.value, "speakers": [_speaker_to_wire(speaker) for speaker in hop.speakers]}
            for hop in attribution.chain
        ],
    }


def _speaker_from_wire(keys: Keys) -> Speaker:
    return Speaker(
        name=keys.text("name"),
        mention=keys.quote_or_none("mention"),
        kind=keys.one_of("kind", SpeakerKind, SpeakerKind.UNKNOWN),
        role=keys.text_or_none("role"),
        affiliation=keys.text_or_none("affiliation"),
        bloc=keys.text_or_none("bloc"),
        resolved_by=keys.text_or_none("resolved_by"),
    )


def attribution_from_wire(keys: Keys) -> Attribution:
    """Return the attribution of an ``attribution`` object."""
    return Attribution(
        voice=keys.one_of("voice", Voice),
        style=keys.one_of("style", Style),
        scope=keys.one_of("scope", Scope),
        chain=tuple(
            Hop(hop.one_of("hop", HopKind), tuple(_speaker_from_wire(speaker) for speaker in hop.objects("speakers")))
            for hop in keys.objects("chain")
        ),
    )
