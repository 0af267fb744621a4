"""Definite nouns that name an earlier speaker again: "the mayor", "the ministry", "the group" (METHOD R-A3)."""

from spacy.tokens import Token

from onrecord.model.attribution import Speaker, SpeakerKind

__all__ = ["answers"]

OUTLET = (SpeakerKind.OUTLET,)
SYNONYMS = {
    "organisation": (SpeakerKind.ORGANISATION, SpeakerKind.INTERNATIONAL),
    "organization": (SpeakerKind.ORGANISATION, SpeakerKind.INTERNATIONAL),
    "agency": (SpeakerKind.OUTLET, SpeakerKind.INTERNATIONAL),
    "group": (SpeakerKind.ORGANISATION, SpeakerKind.ARMED_GROUP),
    "militia": (SpeakerKind.ARMED_GROUP,),
    "broadcaster": OUTLET,
    "newspaper": OUTLET,
    "paper": OUTLET,
    "channel": OUTLET,
    "country": (SpeakerKind.STATE,),
}
"""Definite nouns by which a text names again a speaker of a kind."""


def answers(speaker: Speaker, token: Token) -> bool:
    """Tell whether an earlier speaker is what a definite noun means: "the mayor", "the ministry", "the group"."""
    word = token.lower_
    if speaker.role is not None and word in speaker.role.lower().split():
        return True
    if word in [w.lower() for w in speaker.name.split()] and (
        speaker.mention is None or not speaker.mention.exact.lower().endswith("the " + word)
    ):
        return True
    return speaker.kind in SYNONYMS.get(word, ()) and token.tag_ == "NN"
