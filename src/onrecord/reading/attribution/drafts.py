"""A report as it is found, before its speakers are resolved."""

from dataclasses import dataclass

from onrecord.model.attribution import Style, Voice
from onrecord.model.factuality import Modality
from onrecord.model.span import Span

__all__ = ["Draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A report with tokens where a `ReportMention` has speakers.

    Attributes:
        head: Token of the cue.
        cue: The words of the cue.
        act: The speech act that the cue names.
        style: How the words are reported.
        content: The words that are reported, or None.
        sources: Heads of the noun phrases that name who says it; one a speaker.
        relays: Heads of the noun phrases that name through whom, nearest the source first.
        voice: Attributed, or unspecified for hearsay.
        source: The words that name a source that is no noun phrase ("are believed"), or None.
        unnamed: Name of the group that such words stand for ("reports"), or None.
        accused: Head of the accused, or None.
        context: Further words that the evidence must hold: a quotation's other pieces do not count.
        flags: Codes that need a reader's eye.
    """

    head: int
    cue: Span
    act: Modality
    style: Style
    content: Span | None
    sources: tuple[int, ...] = ()
    relays: tuple[int, ...] = ()
    voice: Voice = Voice.ATTRIBUTED
    source: Span | None = None
    unnamed: str | None = None
    accused: int | None = None
    flags: tuple[str, ...] = ()
