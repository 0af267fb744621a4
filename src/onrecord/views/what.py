"""What is said to have happened, and who did what to whom, in words (METHOD B5, B6).

What is not said to have happened never reads as if it had: the mark stands first.
"""

from onrecord.model.attribution import Voice
from onrecord.model.claim import Claim
from onrecord.model.event import Role, Status
from onrecord.model.factuality import Modality, Polarity
from onrecord.views.labels import event_words
from onrecord.views.who import listed, speaker

__all__ = ["mark", "to_whom", "what"]

MARKS: dict[Modality, str] = {
    Modality.PLANNED: "PLANNED",
    Modality.PREDICTED: "PREDICTED",
    Modality.CONDITIONAL: "ONLY IF",
    Modality.DEMANDED: "DEMANDED",
    Modality.DENIED: "DENIED",
    Modality.UNKNOWN_STATED: "NOT KNOWN",
    Modality.ANNOUNCED: "ANNOUNCED",
}
"""What stands before an event that its speaker does not say to have happened. An announcement implies no effect."""

ROLES: dict[Role, str] = {
    Role.PERPETRATOR: "by",
    Role.TARGET: "target:",
    Role.VICTIM: "victims:",
    Role.AFFECTED: "affected:",
    Role.EVACUEE: "evacuees:",
    Role.WEAPON: "with",
    Role.DAMAGE: "damage:",
    Role.DECLARER: "by",
    Role.PARTICIPANT: "between",
    Role.SIDE_A: "side:",
    Role.SIDE_B: "other side:",
    Role.MEDIATOR: "mediated by",
    Role.HOST: "hosted by",
    Role.BENEFICIARY: "for",
    Role.RECIPIENT: "to",
    Role.AGENT_NEGATED: "NOT by",
}
"""How a role reads, in the order of printing. Accusers and deniers are the speakers, and stand there."""

SELF_ANNOUNCING = (".ANNOUNCED", ".DECLARED", ".PROPOSED")
"""Types that already say that only words are meant."""


def mark(claim: Claim) -> str | None:
    """Return the word that keeps an unrealised, denied or negated event from reading as done; None for the rest."""
    words = []
    announced = claim.modality is Modality.ANNOUNCED and claim.event_type.endswith(SELF_ANNOUNCING)
    if claim.modality in MARKS and not announced:
        words.append(MARKS[claim.modality])
    if claim.polarity is Polarity.NEGATIVE:
        words.append("NOT")
    return " ".join(words) or None


def what(claim: Claim) -> str:
    """Return the event in readable words, its mark first: ``PLANNED: talks``."""
    first = mark(claim)
    words = event_words(claim.event_type)
    return f"{first}: {words}" if first else words


def to_whom(claim: Claim) -> tuple[str, ...]:
    """Return one line for each role: who is said to have done it, to whom, with what."""
    lines = []
    alleged = _names(claim, Role.ALLEGED_PERPETRATOR)
    if alleged:
        lines.append(f"by {listed(alleged)} — {_act(claim)} by {_alleger(claim)}")
    for role, words in ROLES.items():
        names = _names(claim, role)
        if names:
            lines.append(f"{words} {listed(names)}")
    return tuple(lines)


def _act(claim: Claim) -> str:
    """Return what the speaker does with the name of the perpetrator: whoever denies or foresees an act alleges none."""
    if claim.modality is Modality.DENIED:
        return "denied"
    return "named" if claim.modality.unrealised or claim.polarity is Polarity.NEGATIVE else "alleged"


def _alleger(claim: Claim) -> str:
    return "an unnamed source" if claim.attribution.voice is Voice.UNSPECIFIED else speaker(claim)


def _names(claim: Claim, role: Role) -> list[str]:
    return [
        one.name if one.status is Status.STATED else f"{one.name} (implied)"
        for one in claim.participants
        if one.role is role
    ]
