"""Tell which reported words only point back: "denied this", "rejected the accusation" (METHOD B4's denied content)."""

from dataclasses import replace

from spacy.tokens import Doc

from onrecord.model.reading import ReportMention
from onrecord.reading.clause_words import clause_words
from onrecord.reading.syntax import word

__all__ = ["with_reference"]

ANAPHORIC = clause_words("anaphoric")


def with_reference(doc: Doc, report: ReportMention) -> ReportMention:
    """Return the report, marked where its content is headed by a pronoun or by a noun such as "charge".

    Args:
        doc: The parse.
        report: From `onrecord.reading.attribution.read.read_reports`.
    """
    if report.content is None:
        return report
    words = doc.char_span(report.content.start, report.content.end, alignment_mode="contract")
    back = words is not None and len(words) > 0 and (word(words.root) in ANAPHORIC or words.root.lower_ in ANAPHORIC)
    return replace(report, points_back=True) if back else report
