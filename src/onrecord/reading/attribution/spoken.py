"""Reports made by a verb of speech or belief: "X said (that) S", "S, X said", "X accused Y of Z" (METHOD R-A2)."""

from dataclasses import replace

from spacy.tokens import Doc, Token

from onrecord.model.attribution import SpeakerKind, Style, Voice
from onrecord.model.factuality import Modality
from onrecord.model.span import Span
from onrecord.reading.attribution.actors import kind_of
from onrecord.reading.attribution.contents import (
    Complement,
    complement,
    content_span,
    laid_to,
    suspected_of,
    told_by,
)
from onrecord.reading.attribution.cues import VerbCue, noun_cues, verb_cues, word_set
from onrecord.reading.attribution.drafts import Draft
from onrecord.reading.attribution.nominal import is_vehicle, issuer
from onrecord.reading.attribution.phrases import conjuncts, core, span_of, words_of
from onrecord.reading.attribution.placed import closing_cue, mistaken_participle
from onrecord.reading.attribution.preposed import around, tail
from onrecord.reading.attribution.quoted import Quoted, enclosing, leaning
from onrecord.reading.attribution.relays import carriers, citing, names_outlet, relays_of
from onrecord.reading.attribution.subjects import lost_subject, preceding_subject, speakers_of, subject_of
from onrecord.reading.attribution.trimming import characterises, trimmed
from onrecord.reading.attribution.unsaid import nobody, said
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.sentences import sentence_of

__all__ = ["verb_reports"]

MARKS = frozenset({'"', "“", "”", "''", "``"})
THINGS = frozenset({SpeakerKind.UNKNOWN, SpeakerKind.STATE})


def verb_reports(doc: Doc, verb: Token, cue: VerbCue, quotes: tuple[Quoted, ...]) -> list[Draft]:
    """Return what a reporting verb reports: nothing where it is denied, unreal, or a declined statement.

    One draft for each piece: quotations before and after the verb, or the clause that the syntax gives.
    """
    weighed = said(verb, cue)
    if weighed is None:
        return []
    cue = weighed
    subject = subject_of(verb)
    if (subject is not None and nobody(subject)) or _takes_another_thing(verb, cue):
        return []
    inside = enclosing(quotes, verb.i)
    if subject is not None and inside is None and enclosing(quotes, subject.i) is not None:
        subject = lost_subject(verb) or subject
    direct = [] if inside is not None or "quote" not in cue.frames else leaning(doc, quotes, verb, subject)
    subject, found = _complemented(verb, cue, subject, by_place=inside is None and not direct)
    told = found.told if found is not None else told_by(verb, cue)
    base = _base(doc, verb, cue, subject, told)
    if base is None:
        return []
    special = _special(doc, verb, cue, base)
    if special is not None or _counts_as_a_thing(doc, cue, base):
        return [special] if special is not None else []
    drafts = [_direct(doc, verb, base, quote) for quote in direct]
    if found is not None and cue.frames - {"quote"} and not _covered(found, direct):
        drafts.extend(_indirect(doc, verb, cue, base, found, quotes, inside))
        rest = tail(verb, subject) if found.left else None
        if rest is not None and inside is None:
            drafts.append(replace(base, content=span_of(doc, *rest)))
    if not drafts and found is None and verb.lemma_ == "blame":
        return _bare_blame(base, verb)
    if not drafts and found is None and inside is None:
        drafts = [replace(base, content=span_of(doc, *piece)) for piece in around(verb, subject)]
    return drafts


def _counts_as_a_thing(doc: Doc, cue: VerbCue, base: Draft) -> bool:
    """Tell "a place that counted 44,600 inhabitants", which says nothing, from a surgeon who counted the dead."""
    if cue.lemma not in word_set("counting"):
        return False
    who = doc[base.sources[0]]
    return kind_of(who, words_of(doc, *core(who))) in THINGS


def _complemented(
    verb: Token, cue: VerbCue, subject: Token | None, *, by_place: bool
) -> tuple[Token | None, Complement | None]:
    """Return who speaks and the content: by syntax, or by position where the parse lost one of them."""
    mistaken = mistaken_participle(verb, cue)
    if mistaken is not None:
        return preceding_subject(verb), Complement(*mistaken)
    found = complement(verb, cue, subject)
    placed = closing_cue(verb, cue) if by_place else None
    if placed is not None and (found is None or (subject is not None and subject.i <= placed.last)):
        return placed.subject, Complement(placed.first, placed.last, left=True, told=placed.told)
    return subject, found


def _special(doc: Doc, verb: Token, cue: VerbCue, base: Draft) -> Draft | None:
    """Return the draft where the content is not the verb's complement: an antecedent, a denied clause, an act."""
    named = _antecedent_said(doc, verb, cue)
    if named is not None:
        return replace(base, content=named)
    earlier = _denied_before(doc, verb) if cue.act is Modality.DENIED else None
    if earlier is not None:
        return replace(base, content=earlier)
    if cue.lemma == "claim" and _own_deed(verb):
        base = replace(base, act=Modality.ADMITTED)
    deed = _about_a_deed(doc, verb, cue, base)
    if deed is not None:
        return deed
    passive = _passive_subject(verb)
    if passive is not None:
        return replace(base, content=span_of(doc, passive.left_edge.i, trimmed(doc, passive, passive.right_edge.i)))
    called = _what_it_called(doc, verb)
    if called is not None:
        return replace(base, act=Modality.ASSERTED, content=called)
    rejected = _rejected_charge(verb) if cue.act is Modality.DENIED else None
    if rejected is not None:
        return replace(base, content=span_of(doc, *rejected))
    untrue = _called_untrue(verb) or _waved_aside(verb)
    if untrue is not None:
        return replace(base, act=Modality.DENIED, content=span_of(doc, untrue.left_edge.i, untrue.right_edge.i))
    taken = _responsibility(verb)
    if taken is None:
        return None
    act = Modality.DENIED if cue.act is Modality.DENIED else Modality.ADMITTED
    return replace(base, act=act, content=span_of(doc, taken.left_edge.i, taken.right_edge.i))


def _bare_blame(base: Draft, verb: Token) -> list[Draft]:
    """Return "officials blame the rebels": somebody is accused, of what was told before."""
    accused = next((c for c in rights(verb) if c.dep_ == "dobj"), None)
    return [replace(base, accused=accused.i)] if accused is not None else []


def _denied_before(doc: Doc, verb: Token) -> Span | None:
    """Return what ", an accusation X denies" and ", which X denies" deny: the clause before the comma."""
    anchor = verb.head
    if verb.dep_ != "relcl" or anchor.pos_ not in ("NOUN", "PROPN", "VERB"):
        return None
    which = any(c.lower_ == "which" and c.dep_ == "dobj" for c in dependents(verb))
    if anchor.lemma_ in noun_cues() and characterises(anchor):
        end = anchor.left_edge.i
    elif which:
        end = verb.left_edge.i
    else:
        return None
    if end < 2 or doc[end - 1].text != ",":
        return None
    host = next((t for t in (anchor, *anchor.ancestors) if t.pos_ in ("VERB", "AUX")), None)
    if host is None or host.left_edge.i >= end - 1:
        return None
    return span_of(doc, host.left_edge.i, end - 2)


def _antecedent_said(doc: Doc, verb: Token, cue: VerbCue) -> Span | None:
    """Return what "the truce, which the ministries announced" and "the figure that the army gave" say was said."""
    if verb.dep_ != "relcl" or cue.act is Modality.DENIED or not cue.frames & {"np", "blame"}:
        return None
    stands = next(
        (c for c in lefts(verb) if c.dep_ == "dobj" and c.tag_ in ("WDT", "WP", "IN") and c.lower_ != "whom"), None
    )
    if stands is None or verb.head.pos_ not in ("NOUN", "PROPN"):
        return None
    last = verb.left_edge.i - 1
    while last > verb.head.i and doc[last].text == ",":
        last -= 1
    return span_of(doc, verb.head.left_edge.i, last)


def _own_deed(verb: Token) -> bool:
    """Tell whether "claimed the attack" owns up to a deed."""
    return any(c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in word_set("deeds") for c in dependents(verb))


def _takes_another_thing(verb: Token, cue: VerbCue) -> bool:
    """Tell whether "accepted" and "assumed" are not followed by responsibility: then nobody owns up to anything."""
    return cue.frames == {"own"} and _responsibility(verb) is None


def _about_a_deed(doc: Doc, verb: Token, cue: VerbCue, base: Draft) -> Draft | None:
    """Return the draft of verbs whose act hangs on their object: a deed is laid to somebody, owned up to, condemned.

    "Attributed the attack to X", "suspects X of S", "claimed the attack", "repudiated the murder".
    """
    if cue.lemma in ("attribute", "suspect"):
        laid = laid_to(verb) if cue.lemma == "attribute" else suspected_of(verb)
        if laid is None:
            return None
        act = Modality.ACCUSED if cue.lemma == "attribute" else Modality.ALLEGED
        return replace(base, act=act, content=content_span(doc, laid), accused=laid.accused)
    deed = next((c for c in rights(verb) if c.dep_ == "dobj" and c.lemma_ in word_set("deeds")), None)
    if deed is None or cue.lemma not in ("claim", "repudiate"):
        return None
    act = Modality.ADMITTED if cue.lemma == "claim" else Modality.CONDEMNED
    return replace(base, act=act, content=span_of(doc, deed.left_edge.i, trimmed(doc, deed, deed.right_edge.i)))


def _passive_subject(verb: Token) -> Token | None:
    """Return what "the attack was claimed by X" and "the raid was confirmed by X" are about."""
    thing = next((c for c in lefts(verb) if c.dep_ == "nsubjpass"), None)
    if (
        thing is None
        or verb.lemma_ not in word_set("passive_things")
        or not any(c.dep_ == "agent" for c in rights(verb))
    ):
        return None
    named = thing.pos_ == "NOUN" and thing.lemma_ not in noun_cues() and thing.tag_ != "WDT"
    return thing if named else None


def _what_it_called(doc: Doc, verb: Token) -> Span | None:
    """Return what "what the ministry called an unprovoked attack" names: the description is the speaker's."""
    if verb.lemma_ not in word_set("naming") or not any(c.lower_ == "what" for c in lefts(verb)):
        return None
    first = verb.i + 1
    while first < verb.right_edge.i and (doc[first].lower_ == "as" or doc[first].is_quote):
        first += 1
    last = trimmed(doc, verb, verb.right_edge.i)
    return span_of(doc, first, last) if last > first else None


def _rejected_charge(verb: Token) -> tuple[int, int] | None:
    """Return the S of "rejected as invention charges that S", where the parse gives the verb no object."""
    if any(c.dep_ == "dobj" for c in rights(verb)) or not any(c.lower_ == "as" for c in rights(verb)):
        return None
    doc, end = verb.doc, sentence_of(verb).end
    for noun in doc[verb.i + 2 : min(end - 2, verb.i + 9)]:
        if noun.lemma_ in noun_cues() and noun.nbor(1).lower_ == "that":
            clause = noun.nbor(1).head
            last = clause.right_edge.i if clause.i > noun.i + 1 else end - 1
            return noun.i + 2, trimmed(doc, clause if clause.i > noun.i else noun, last)
    return None


def _called_untrue(verb: Token) -> Token | None:
    """Return the accusation of "branded the accusation baseless", "described the claims as lies": it is denied."""
    thing = next((c for c in rights(verb) if c.dep_ in ("dobj", "nsubj") and c.lemma_ in noun_cues()), None)
    if thing is None or verb.lemma_ not in word_set("naming"):
        return None
    words = [*verb.subtree]
    return thing if any(t.i > thing.i and t.lemma_.lower() in word_set("untruth") for t in words) else None


def _waved_aside(verb: Token) -> Token | None:
    """Return the accusation of "brushed the charge aside", "shrugged off the claim"."""
    if verb.lemma_ not in word_set("waving") or not any(c.lower_ in ("aside", "off", "away") for c in rights(verb)):
        return None
    return next((c for c in rights(verb) if c.dep_ == "dobj" and c.lemma_ in noun_cues()), None)


def _responsibility(verb: Token) -> Token | None:
    """Return the act for which somebody claims, accepts or denies responsibility."""
    thing = next(
        (c for c in dependents(verb) if c.dep_ in ("dobj", "nsubjpass") and c.lemma_ in ("responsibility", "credit")),
        None,
    )
    if thing is None:
        return None
    if verb.dep_ == "relcl" and any(c.lower_ == "for" and c.dep_ == "prep" for c in lefts(verb)):
        return verb.head  # "the attack, for which X claimed responsibility"
    for token in (*rights(thing), *rights(verb)):
        if token.dep_ == "prep" and token.lower_ == "for":
            return next((c for c in dependents(token) if c.dep_ in ("pobj", "pcomp")), None)
    return None


def _direct(doc: Doc, verb: Token, base: Draft, quote: Quoted) -> Draft:
    """Return the draft of a quotation; one that ends a clause begun outside the marks takes that clause whole."""
    if base.act is Modality.DENIED:
        base = replace(
            base, act=Modality.ASSERTED
        )  # in quotation marks stands what the denier says, not what he denies
    if quote.last < verb.i:
        start = sentence_of(doc[quote.first]).start
        while start < quote.first and (
            doc[start].is_space or doc[start].dep_ in ("cc", "punct") or doc[start].pos_ in ("CCONJ", "ADV", "INTJ")
        ):
            start += 1
        between = doc[start : quote.first]
        if start < quote.first and not any(
            (t.lemma_ in verb_cues() and t.pos_ == "VERB") or t.text in MARKS or t.text == ":" for t in between
        ):
            return replace(base, style=Style.INDIRECT, content=Span(doc[start].idx, quote.inner.end))
    return replace(base, style=Style.DIRECT, content=quote.inner)


def _base(doc: Doc, verb: Token, cue: VerbCue, subject: Token | None, told: int | None) -> Draft | None:
    """Return the draft without content: cue, act and who stands behind it."""
    cue_span = span_of(doc, verb.i, verb.i)
    passive = any(c.dep_ == "auxpass" for c in dependents(verb))
    if passive and not any(c.dep_ == "agent" for c in dependents(verb)):
        if cue.act is not Modality.ACCUSED:
            return None
        return Draft(verb.i, cue_span, cue.act, Style.INDIRECT, None, voice=Voice.UNSPECIFIED, unnamed="")
    relays = relays_of(doc, verb, told)
    cited = citing(verb)
    sources = _each(subject) or speakers_of(verb, subject)
    quoter = verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == "as" else None
    if quoter is not None and quoter.lemma_ in ("quote", "cite"):
        said = next((c for c in dependents(quoter) if c.dep_ in ("dobj", "nsubjpass")), None)
        if said is not None:
            by = next((c for c in dependents(quoter) if c.dep_ == "agent"), None)
            quoting = [c.i for c in dependents(by) if c.dep_ == "pobj"] if by is not None else list(speakers_of(quoter))
            relays = (*relays, *(t for t in quoting if t != said.i and t not in relays and names_outlet(doc, doc[t])))
            sources = (said.i,)
    elif cited is not None and subject is not None:
        relays = (*(i for i in sources if i != cited.i), *relays)
        sources = tuple(t.i for t in conjuncts(cited))
    if subject is not None:
        relays = (*relays, *(r for r in carriers(doc, subject) if r not in relays))
    if subject is not None and is_vehicle(subject):
        makers = issuer(subject)
        sources = makers or sources
    relays = tuple(r for r in relays if r not in sources)
    if not sources:
        return None
    if all(doc[i].lower_ in word_set("reports", "hearsay") and doc[i].tag_ == "NNS" for i in sources):
        return Draft(
            verb.i,
            cue_span,
            Modality.REPORTED,
            Style.INDIRECT,
            None,
            sources=sources,
            relays=relays,
            voice=Voice.UNSPECIFIED,
        )
    return Draft(verb.i, cue_span, cue.act, Style.INDIRECT, None, sources=sources, relays=relays)


def _each(subject: Token | None) -> tuple[int, ...]:
    """Return the two before "each" in "with X and Y each accusing the other"."""
    if subject is None or subject.lower_ != "each" or subject.i == 0:
        return ()
    main = next((t for t in subject.ancestors if t.i < subject.i and t.pos_ == "VERB"), None)
    if main is not None and subject.nbor(-1).lower_ == "with":
        both = next((c for c in lefts(main) if c.dep_ == "nsubj"), None)
        return tuple(t.i for t in conjuncts(both)) if both is not None else ()
    before = subject.nbor(-1)
    while before.dep_ == "conj":
        before = before.head
    pair = tuple(token.i for token in conjuncts(before))
    return pair if len(pair) > 1 else ()


def _covered(found: Complement, direct: list[Quoted]) -> bool:
    """Tell whether the syntax only gives again what a quotation gives better."""
    return any(found.first <= quote.last and quote.first <= found.last for quote in direct)


def _indirect(
    doc: Doc,
    verb: Token,
    cue: VerbCue,
    base: Draft,
    found: Complement,
    quotes: tuple[Quoted, ...],
    inside: Quoted | None,
) -> list[Draft]:
    if cue.act is Modality.DENIED:
        denied = _denied(verb, cue, found)
        called = any(c.lower_ == "as" for c in rights(verb))
        if denied is None and not called:
            return []
        base = base if denied is not None else replace(base, act=Modality.CONDEMNED)  # "dismissed the truce as a joke"
        found = _without_asides(doc, denied or found)
    content = content_span(doc, found)
    sentence = sentence_of(verb)
    for quote in quotes:
        if quote.first > found.last:
            if inside is None and not found.left and _carries_on(doc, found.last, quote, sentence.end):
                content = Span(content.start, max(content.end, quote.inner.end))
            break
        if (
            inside is None
            and quote.first - 1 <= found.first
            and found.first - quote.first <= 2
            and quote.last >= found.first
        ):
            content = Span(min(content.start, quote.inner.start), max(content.end, quote.inner.end))
        elif found.first <= quote.first <= found.last < quote.last:
            content = Span(content.start, max(content.end, quote.inner.end))
    if inside is not None:
        content = Span(max(content.start, inside.inner.start), min(content.end, inside.inner.end))
        if content.start >= content.end:
            return []
    act = Modality.DEMANDED if "tell" in cue.frames and doc[found.first].lower_ in ("to", "not") else base.act
    return [replace(base, act=act, content=content, accused=found.accused)]


def _carries_on(doc: Doc, last: int, quote: Quoted, end: int) -> bool:
    """Tell whether a quotation later in the sentence is still the speaker's: "said S, but “T”"."""
    if quote.last >= end or quote.first <= last:
        return False
    return not any((t.lemma_ in verb_cues() and t.pos_ == "VERB") or t.text == ";" for t in doc[last + 1 : quote.first])


def _without_asides(doc: Doc, found: Complement) -> Complement:
    """Cut off ", which S": what a relative clause after a comma takes for granted, nobody denies."""
    for token in doc[found.first : found.last + 1]:
        edge = token.left_edge
        if token.dep_ == "relcl" and edge.i > found.first + 1 and edge.nbor(-1).text == ",":
            return replace(found, last=min(found.last, edge.i - 2))
    return found


def _denied(verb: Token, cue: VerbCue, found: Complement) -> Complement | None:
    """Return what is denied, of "rejected claims that S" the S; None where a thing is refused (R-X2)."""
    thing = next((c for c in dependents(verb) if c.dep_ == "dobj"), None)
    if thing is None or not found.first <= thing.i <= found.last:
        return found
    if thing.lemma_ in word_set("disputable"):
        for child in rights(thing):
            if child.dep_ in ("acl", "ccomp", "relcl"):
                first = child.left_edge.i + (1 if child.left_edge.lower_ == "that" else 0)
                return replace(found, first=first)
            if child.dep_ == "prep" and child.lower_ == "of":
                return replace(found, first=child.i + 1)
        return found
    if thing.lower_ in ("that", "this", "it"):
        return found  # what it points back to is found among the claims, or it denies nothing
    if thing.lemma_ in word_set("refused_things") or any(c.dep_ == "dative" for c in dependents(verb)):
        return None
    return found if cue.lemma in ("deny", "refute", "rebut", "repudiate", "debunk", "disavow") else None
