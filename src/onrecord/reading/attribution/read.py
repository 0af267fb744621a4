"""Who says it, and through whom: the reports of a document (METHOD B3, R-A1 to R-A7)."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.model.attribution import Hop, HopKind, Speaker, Style
from onrecord.model.factuality import Modality
from onrecord.model.reading import ReportMention
from onrecord.model.span import Span
from onrecord.reading.attribution.according import according_to
from onrecord.reading.attribution.actors import describe
from onrecord.reading.attribution.adjectival import adjectival_cues, adjectival_report
from onrecord.reading.attribution.cues import VerbCue, hearsay_words, noun_cues, passive_cues, verb_cues, word_set
from onrecord.reading.attribution.drafts import Draft
from onrecord.reading.attribution.hearsay import hearsay_adjective, hearsay_adverb, hearsay_passive
from onrecord.reading.attribution.nominal import denied_by, nominal_report, taken_for_verb
from onrecord.reading.attribution.phrases import core, mention, span_of
from onrecord.reading.attribution.placed import mistaken_participle
from onrecord.reading.attribution.quoted import SHORTEST, Quoted, quoted_stretches
from onrecord.reading.attribution.speakers import Cast, Resolved, resolve
from onrecord.reading.attribution.spoken import verb_reports
from onrecord.reading.attribution.visual import eyewitness, mistagged_show, shown_before, visual_report
from onrecord.reading.dependents import lefts, rights
from onrecord.reading.sentences import tokens_of

__all__ = ["read_reports"]

MARKS = "\"“”„«»‘’'"


def read_reports(doc: Doc) -> tuple[ReportMention, ...]:
    """Return every attribution of a document, in the order of their cues.

    Nested attributions are mentions of their own whose contents nest ("Ukraine said S, the agency reported"); joining
    them to a chain is the assembly's part (R-A1). Words outside every content are the narrator's (R-A7).

    Args:
        doc: The parse; its characters are the document's text layer.
    """
    text = doc.text
    tokens = tokens_of(doc)
    quotes = quoted_stretches(tokens, text)
    drafts = according_to(doc, tokens, _drafts(doc, tokens, quotes))
    drafts = sorted([*drafts, *_continued(doc, text, quotes, drafts)], key=lambda d: (d.head, d.content or d.cue))
    cast = Cast(doc, text)
    quoting: list[tuple[Span, tuple[Speaker, ...]]] = []
    resolved: dict[tuple[int, tuple[int, ...]], Resolved] = {}
    reports = []
    for draft in _outer_first(drafts):
        key = (draft.head, draft.sources)
        if key not in resolved:
            within = next((who for span, who in quoting if span.start <= draft.cue.start < span.end), ())
            resolved[key] = resolve(cast, draft, within)
        if draft.content is not None:
            quoting.append((draft.content, resolved[key].speakers))
        reports.append(_report(doc, text, draft, resolved[key], cast))
    return tuple(sorted(reports, key=lambda r: (r.cue_head, r.content or r.cue)))


def _outer_first(drafts: list[Draft]) -> list[Draft]:
    """Order drafts so that whoever speaks a quotation is known before what is said inside it."""
    return sorted(
        drafts,
        key=lambda d: (
            min(d.cue.start, d.content.start) if d.content else d.cue.start,
            d.head,
        ),
    )


def _drafts(doc: Doc, tokens: list[Token], quotes: tuple[Quoted, ...]) -> list[Draft]:
    drafts: list[Draft] = []
    verbs, nouns, passives, hearsay, showing, seeing = (
        verb_cues(),
        noun_cues(),
        passive_cues(),
        hearsay_words(),
        word_set("showing"),
        word_set("perceiving"),
    )
    adjectives = adjectival_cues()
    for token in tokens:
        lemma = token.lemma_
        if lemma in seeing and token.pos_ == "VERB":
            drafts.extend(eyewitness(doc, token))
        elif lemma in nouns and (token.pos_ == "NOUN" or token.dep_ in ("nsubj", "nsubjpass") or taken_for_verb(token)):
            # "Reports that S were denied": the tagger takes a noun that opens a sentence for a verb
            drafts.extend(_one(nominal_report(doc, token, nouns[lemma])))
        elif (lemma in verbs or lemma in passives or lemma in showing) and token.pos_ == "VERB":
            drafts.extend(_by_verb(doc, token, quotes))
        elif token.lower_ in adjectives and token.pos_ in ("ADJ", "VERB"):
            drafts.extend(_one(adjectival_report(doc, token)))
        elif token.pos_ == "NOUN" and token.lower_ in ("show", "shows"):
            drafts.extend(_one(mistagged_show(doc, token)))
        elif token.lower_ in hearsay:
            drafts.extend(_one(hearsay_adverb(doc, token) if token.pos_ == "ADV" else hearsay_adjective(doc, token)))
    return drafts


def _one(draft: Draft | None) -> list[Draft]:
    return [draft] if draft is not None else []


def _by_verb(doc: Doc, token: Token, quotes: tuple[Quoted, ...]) -> list[Draft]:
    goes_on = token.lemma_ == "go" and any(c.lower_ == "on" and c.dep_ in ("prt", "advmod") for c in rights(token))
    out = _rules_out(token)
    denies = out and any(c.dep_ == "ccomp" for c in rights(token))
    cue = (
        replace(RULED_OUT, act=Modality.DENIED)
        if denies
        else RULED_OUT
        if out
        else verb_cues().get("continue" if goes_on else token.lemma_)
    )
    if token.dep_ in ("amod", "compound") and (cue is None or mistaken_participle(token, cue) is None):
        return _one(hearsay_adjective(doc, token)) if token.lower_ in hearsay_words() else []
    if token.lemma_ in word_set("showing"):
        shown = visual_report(doc, token) or shown_before(doc, token)
        if shown is not None:
            return [shown]
    if token.tag_ == "VBN" and token.lemma_ in passive_cues():
        unnamed = hearsay_passive(doc, token)
        if unnamed is not None:
            return [unnamed]
    if cue is None or any(denied_by(subject) is not None for subject in lefts(token)):
        return []  # "reports that S were denied by X" are read from their noun
    return verb_reports(doc, token, cue, quotes)


RULED_OUT = VerbCue("rule", Modality.ANNOUNCED, frozenset({"np", "inf", "that", "quote"}), belief=False)


def _rules_out(verb: Token) -> bool:
    """Tell "ruled out an invasion" from "the court ruled that S"."""
    return verb.lemma_ == "rule" and any(c.lower_ == "out" for c in rights(verb))


def _continued(doc: Doc, text: str, quotes: tuple[Quoted, ...], drafts: list[Draft]) -> list[Draft]:
    """Return drafts for quotations without a cue of their own: they go on with the speaker before them.

    The speaker before is the last one in the same paragraph, or the last of the paragraph before where a quotation
    opens a paragraph and stands alone. Scare quotes within a sentence of the narrator's are left alone.
    """
    spoken = [d for d in drafts if d.content is not None and d.sources and d.act is not Modality.ACCUSED]
    spoken = [d for d in spoken if not any(_inside(d, quote) for quote in quotes) and not _nested(d, spoken)]
    spoken = sorted(spoken, key=lambda d: max(d.cue.end, d.content.end if d.content else 0))
    found: list[Draft] = []
    for quote in quotes:
        if any(d.content.overlaps(quote.inner) for d in drafts if d.content is not None and not _inside(d, quote)):
            continue
        if quote.size < SHORTEST or not _stands_alone(doc, quote):
            continue
        before = [d for d in spoken if d.cue.start < quote.inner.start]
        if not before:
            continue
        last = max(before, key=lambda d: (d.cue.start, d.style is Style.DIRECT))
        if _paragraphs_between(text, last, quote) <= 1:
            act = last.act if last.style is Style.DIRECT else Modality.ASSERTED
            found.append(replace(last, content=quote.inner, style=Style.DIRECT, act=act, accused=None))
    return found


def _inside(draft: Draft, quote: Quoted) -> bool:
    return quote.inner.start <= draft.cue.start < quote.inner.end


def _nested(draft: Draft, drafts: list[Draft]) -> bool:
    """Tell whether a report is part of what somebody else reports: a quotation goes on with the outer speaker."""
    return any(
        d.head != draft.head and d.content is not None and d.content.start <= draft.cue.start < d.content.end
        for d in drafts
    )


def _stands_alone(doc: Doc, quote: Quoted) -> bool:
    """Tell whether a quotation is a sentence or more, with nothing of the narrator's before it in its sentence."""
    before = doc[quote.first - 1] if quote.first > 0 else None
    return before is None or before.is_space or before.text in (".", "!", "?", "”", '"', "’", "…", ":")


def _paragraphs_between(text: str, draft: Draft, quote: Quoted) -> int:
    return len([line for line in text[draft.cue.start : quote.inner.start].split("\n") if line.strip()]) - 1


def _report(doc: Doc, text: str, draft: Draft, who: Resolved, cast: Cast) -> ReportMention:
    relays = tuple(
        Hop(HopKind.RELAY, cast.speaker(i)[0] if doc[i].pos_ == "PRON" else (describe(doc, doc[i]),))
        for i in draft.relays
    )
    accused = span_of(doc, *core(doc[draft.accused])) if draft.accused is not None else None
    source = who.source if who.source is not None else draft.source
    return ReportMention(
        cue=draft.cue,
        cue_head=draft.head,
        act=draft.act,
        style=draft.style,
        voice=draft.voice,
        sources=who.speakers,
        source=source,
        content=draft.content,
        relays=relays,
        evidence=_evidence(doc, text, draft, source),
        accused=accused,
        accused_head=draft.accused,
        distributed=who.distributed and draft.style is not Style.VISUAL,
        flags=(*draft.flags, *who.flags),
    )


def _evidence(doc: Doc, text: str, draft: Draft, source: Span | None) -> Span:
    """Return the smallest span of cue, source, content with its quotation marks, and relays with what leads to them."""
    evidence = draft.cue
    for piece in (source, draft.content, *(_led_to(doc, index) for index in draft.relays)):
        if piece is not None:
            evidence = evidence.cover(piece)
    if draft.style is Style.DIRECT and draft.content is not None:
        start, end = draft.content.start, draft.content.end
        if start > 0 and start == evidence.start and text[start - 1] in MARKS:
            evidence = Span(start - 1, evidence.end)
        if end == evidence.end and text[end : end + 1] in MARKS:
            evidence = Span(evidence.start, end + len(text[end : end + 1]))
    return evidence


def _led_to(doc: Doc, index: int) -> Span:
    """Return a relay's words from the preposition and the word of speech that lead to it: "Speaking to the BBC"."""
    span = span_of(doc, *mention(doc[index]))
    leading = doc[index].head
    if leading.dep_ in ("prep", "dative", "agent") and leading.i < index:
        first = leading.head.i if leading.head.i == leading.i - 1 else leading.i
        span = span.cover(span_of(doc, first, leading.i))
    return span
