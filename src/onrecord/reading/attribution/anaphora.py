"""Tell which reported words only point back: "denied this", "rejected the accusation" (METHOD B4's denied content)."""

from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from onrecord.model.factuality import Modality
from onrecord.model.reading import ReportMention
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import lefts
from onrecord.reading.syntax import word

__all__ = ["with_reference"]

ANAPHORIC = clause_words("anaphoric")
DEEDS = clause_words("deeds")


def _own_deed(words: Tokens) -> bool:
    """Tell whether somebody denies a deed of their own without naming it: "that his batteries had been in action"."""
    subject = next((c for c in lefts(words.root) if c.dep_ in ("nsubj", "nsubjpass")), None)
    mine = subject is None or subject.pos_ == "PRON" or any(c.tag_ == "PRP$" for c in lefts(subject))
    return mine and any(word(token) in DEEDS or token.lower_ in DEEDS for token in words)


def with_reference(doc: Doc, report: ReportMention) -> ReportMention:
    """Return the report, marked where its content is headed by a pronoun or by a noun such as "charge".

    Args:
        doc: The parse.
        report: From `onrecord.reading.attribution.read.read_reports`.
    """
    if report.content is None:
        return report
    words = doc.char_span(report.content.start, report.content.end, alignment_mode="contract")
    if words is None or len(words) == 0:
        return report
    back = word(words.root) in ANAPHORIC or words.root.lower_ in ANAPHORIC
    own = not back and report.act is Modality.DENIED and _own_deed(words)
    if own:
        return replace(report, points_back=True, flags=(*report.flags, "own_deed"))
    return replace(report, points_back=True) if back else report
