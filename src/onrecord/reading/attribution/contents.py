"""Which words a reporting verb reports, by syntax, with repairs of scope (METHOD R-A2, R-A6)."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.model.factuality import Modality
from onrecord.model.span import Span
from onrecord.reading.attribution.cues import VerbCue, verb_cues, word_set
from onrecord.reading.attribution.phrases import span_of
from onrecord.reading.attribution.placed import that_clause
from onrecord.reading.attribution.preposed import before_cue
from onrecord.reading.attribution.trimming import trimmed
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.word_classes import noun_classes

__all__ = ["Complement", "complement", "content_span", "laid_to", "suspected_of", "told_by", "with_adjuncts"]

CLAUSE = frozenset({"ccomp", "parataxis"})


PRONOUNS = frozenset({"he", "she", "it", "they", "we"})

CHARGING = ("of", "for", "with", "on", "in")
"""What leads from a verb of blame to the charge or to the accused."""
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Complement:
    """What a verb reports.

    Attributes:
        first: First token of the content.
        last: Last token of the content.
        left: True where it stands before the verb: "S, X said".
        accused: Token of the accused, for verbs of blame.
        told: Token of who was told, for "told O".
    """

    first: int
    last: int
    left: bool = False
    accused: int | None = None
    told: int | None = None


def complement(verb: Token, cue: VerbCue, subject: Token | None) -> Complement | None:
    """Return what a reporting verb reports in its own sentence, or None where it reports nothing.

    Args:
        verb: The cue.
        cue: Its frames.
        subject: Who speaks; a content before the verb ends where this phrase begins.
    """
    if "blame" in cue.frames and (found := _accusation(verb)) is not None:
        return found
    if "blame" in cue.frames and "that" not in cue.frames:
        return None
    if "responsible" in cue.frames:
        return _held_responsible(verb)
    if "figure" in cue.frames or "door" in cue.frames:
        return _at_the_door(verb) or (_figure(verb) if "figure" in cue.frames else None)
    following = rights(verb)
    told = _told(cue, following)
    clause = _right_clause(cue, following) or that_clause(verb, cue)
    if clause is not None:
        right = _with_second(verb, _with_result(verb.doc, _right(verb, clause, told)))
        asked = next((c for c in following if c.dep_ == "dobj" and c.i < right.first), None)
        if cue.act is Modality.DEMANDED and asked is not None:
            return replace(right, first=asked.left_edge.i)
        return right
    left = before_cue(verb, cue, subject)
    if left is not None:
        return Complement(left[0], left[1], left=True, told=told)
    phrase = _phrase(cue, following, told, subject)
    return _with_result(verb.doc, phrase) if phrase is not None else None


def _with_second(verb: Token, found: Complement) -> Complement:
    """Return a content with a second infinitive: "pledged to stop at the river, and to abide by the ceasefire"."""
    if verb.doc[found.first].lower_ != "to":
        return found
    for child in rights(verb):
        second = child.dep_ == "conj" and child.i > found.last and child.left_edge.lower_ == "to"
        if second and child.left_edge.i - found.last <= 3:
            return replace(found, last=trimmed(verb.doc, child, child.right_edge.i))
    return found


def _with_result(doc: Doc, found: Complement) -> Complement:
    """Return a content with the result that it is said to have: "described shelling so heavy that S"."""
    that = found.last + 1
    degree = any(t.lower_ in ("so", "such") for t in doc[max(found.first, that - 4) : that])
    if not degree or that >= len(doc) or doc[that].lower_ != "that" or doc[that].head.i < that:
        return found
    return replace(found, last=max(found.last, doc[that].head.right_edge.i))


def told_by(verb: Token, cue: VerbCue) -> int | None:
    """Return the token of who was told: "told the daily"."""
    return _told(cue, [child for child in dependents(verb) if child.i > verb.i])


def _told(cue: VerbCue, following: list[Token]) -> int | None:
    if "tell" not in cue.frames:
        return None
    return next((c.i for c in following if c.dep_ in ("dobj", "dative") and c.pos_ in ("NOUN", "PROPN", "PRON")), None)


def _right_clause(cue: VerbCue, following: list[Token]) -> Token | None:
    for child in following:
        if _relative(child) and "np" in cue.frames:
            continue
        if child.dep_ in CLAUSE and ("inf" in cue.frames or ("that" in cue.frames and _finite(child))):
            return child
        if child.dep_ in CLAUSE and "np" in cue.frames and child.tag_ == "VBN" and _counts(child):
            return child  # "lists 51 killed"
        if child.dep_ == "xcomp" and "inf" in cue.frames and child.pos_ in ("VERB", "AUX"):
            return child
        if child.dep_ == "xcomp" and child.head.dep_ == "relcl" and "that" in cue.frames and _bare(child):
            return child  # "a strike that aid workers say killed"
        if (
            child.dep_ == "advcl"
            and "np" not in cue.frames
            and "that" in cue.frames
            and child.left_edge.lower_ == "that"
        ):
            return child
    return None


def _counts(participle: Token) -> bool:
    return any(c.dep_ in ("nsubj", "nsubjpass") and c.pos_ == "NUM" for c in dependents(participle))


def _bare(verb: Token) -> bool:
    """Tell whether a verb is finite of itself; a past tense may pass for a participle."""
    return verb.tag_ in FINITE or (verb.tag_ == "VBN" and not any(c.dep_ in ("aux", "auxpass") for c in lefts(verb)))


def _relative(clause: Token) -> bool:
    """Tell whether a clause only describes an object before it: "reported clashes that went on"."""
    return any(
        c.dep_ in ("nsubj", "nsubjpass") and c.tag_ in ("WDT", "WP") and c.lower_ != "what" for c in dependents(clause)
    )


def _finite(clause: Token) -> bool:
    """Tell whether a clause has a finite verb: "found it hard" has none and is no report."""
    return (
        clause.tag_ in FINITE
        or any(c.dep_ in ("aux", "auxpass", "cop") and c.tag_ in FINITE for c in dependents(clause))
        or clause.left_edge.lower_ in ("that", "how", "why", "what")
    )


def _right(verb: Token, clause: Token, told: int | None) -> Complement:
    first, last = clause.left_edge.i, clause.right_edge.i
    first = max(first, verb.i + 1)
    while (
        first < last
        and verb.doc[first].lower_ in ("that", ",", ":", "how")
        and verb.doc[first].dep_ in ("mark", "punct", "det", "advmod")
    ):
        if verb.doc[first].lower_ == "how":
            break
        first += 1
    first = _past_time(verb, clause, first)
    last = trimmed(verb.doc, clause, last)
    for child in rights(verb):
        if clause.dep_ == "xcomp" and child.dep_ == "advcl" and child.left_edge.i == last + 1:
            last = trimmed(verb.doc, child, child.right_edge.i)  # "reported hearing a blast before S"
        if child.dep_ == "conj" and child.i > last and _goes_on(child, last):
            last = trimmed(verb.doc, child, child.right_edge.i)
    return Complement(first, last, told=told)


def _past_time(verb: Token, clause: Token, first: int) -> int:
    """Step over when it was said: "said on Monday its troops had left"."""
    opening = verb.doc[first]
    if first != verb.i + 1 or opening.head.i != clause.i or opening.dep_ not in ("prep", "npadvmod"):
        return first
    last = opening.right_edge.i
    timed = any(t.ent_type_ in ("DATE", "TIME") for t in verb.doc[first : last + 1])
    return last + 1 if timed and verb.doc[last + 1].text != "," and last + 1 < clause.i else first


def _goes_on(conjunct: Token, last: int) -> bool:
    """Tell whether a conjunct of the cue goes on with the content: it has no comma, new subject or cue of its own."""
    subject = next((c for c in dependents(conjunct) if c.dep_ in ("nsubj", "nsubjpass", "expl")), None)
    if subject is not None and subject.lower_ in PRONOUNS and conjunct.lemma_ not in verb_cues():
        return True
    listed = conjunct.left_edge.i == conjunct.i == last + 2 and any(c.dep_ == "conj" for c in rights(conjunct))
    if listed and subject is None and conjunct.lemma_ not in verb_cues():
        return True  # "said the army had seized power, closed the borders and suspended the constitution"
    if conjunct.doc[last + 1].text == "," or (
        conjunct.lemma_ in verb_cues() and conjunct.tag_ in ("VBD", "VBZ", "VBP", "VBG")
    ):
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in dependents(conjunct))


def _phrase(cue: VerbCue, following: list[Token], told: int | None, subject: Token | None) -> Complement | None:
    """Return a content that is no clause: an object, or a phrase with the preposition that the verb takes."""
    for child in following:
        if subject is not None and child.i == subject.i:
            continue
        found = None
        if child.dep_ == "dobj" and child.i != told:
            found = _object(cue, following, child)
        elif child.dep_ == "prep" and child.lower_ in cue.frames:
            found = _prepositional(following, child)
        elif "for" in cue.frames and child.dep_ in ("advcl", "ccomp", "xcomp") and child.left_edge.lower_ == "for":
            found = (
                child.left_edge.i + 1,
                trimmed(child.doc, child, child.right_edge.i),
            )  # "called for the guns to stop"
        if found is not None:
            return Complement(found[0], _whole_figure(child.doc, found[1]), told=told)
    return None


def _object(cue: VerbCue, following: list[Token], thing: Token) -> tuple[int, int] | None:
    """Return an object with what describes it: adjuncts, a relative clause, an as-phrase."""
    named = [c.right_edge.i for c in following if c.lower_ == "as"]
    if "np" in cue.frames or ("as" in cue.frames and named):
        described = [c.right_edge.i for c in following if c.i > thing.i and c.dep_ in CLAUSE and _relative(c)]
        return thing.left_edge.i, trimmed(thing.doc, thing, max(with_adjuncts(thing, following), *named, *described, 0))
    if cue.lemma in word_set("loose") and thing.right_edge.i - thing.left_edge.i >= 3:
        return thing.left_edge.i, trimmed(thing.doc, thing, thing.right_edge.i)
    return None


def _prepositional(following: list[Token], preposition: Token) -> tuple[int, int] | None:
    """Return what "warned of S", "called for S", "called on X to S" report."""
    inner = next((c for c in dependents(preposition) if c.dep_ in ("pobj", "pcomp")), None)
    if inner is None or inner.tag_ in ("WP", "WDT"):
        return None
    last = trimmed(inner.doc, inner, inner.right_edge.i)
    for child in following:
        if child.dep_ in ("xcomp", "advcl", "ccomp") and child.i > inner.i and child.left_edge.lower_ == "to":
            return inner.left_edge.i, max(last, child.right_edge.i)
    return inner.left_edge.i, last


def with_adjuncts(thing: Token, following: list[Token]) -> int:
    """Return the last token of an object with the phrases right after it: "reported strikes in the north" (R-A6)."""
    last = thing.right_edge.i
    for child in following:
        if child.dep_ != "prep" or child.i != last + 1 or child.lower_ not in word_set("adjuncts"):
            continue
        inner = next((c for c in dependents(child) if c.dep_ == "pobj"), None)
        if inner is None or inner.lemma_ in word_set("vehicles"):
            break
        last = child.right_edge.i
    return last


def _accusation(verb: Token) -> Complement | None:
    """Return accused and act of "accused Y of Z", "blamed Y for Z", "charged Y with Z", "blamed Z on Y"."""
    accused = next((c for c in dependents(verb) if c.dep_ in ("dobj", "nsubjpass")), None)
    if accused is None:
        return None
    last_search = verb.right_edge.i
    hosts = {verb.i, accused.i, *(c.i for c in rights(accused) if c.dep_ == "appos")}  # "blamed RSF (rebels) for S"
    relative = accused if accused.tag_ == "WP" and verb.dep_ == "relcl" else None
    if relative is not None and accused.dep_ == "dobj":
        accused = verb.head  # "suspects, whom it accused of S"
    for token in verb.doc[verb.i + 1 : last_search + 1]:
        deed = token.lower_ == "of" and any(c.dep_ == "pcomp" for c in dependents(token))
        if token.dep_ == "prep" and token.lower_ in CHARGING and (token.head.i in hosts or deed):
            inner = next((c for c in dependents(token) if c.dep_ in ("pcomp", "pobj")), None)
            if inner is None:
                continue
            if token.lower_ == "of" and token.head.i == accused.i and inner.dep_ == "pobj" and inner.pos_ == "PROPN":
                continue
            if token.lower_ == "on":
                if verb.lemma_ != "blame":
                    continue
                last = accused.right_edge.i if accused.i < verb.i else token.i - 1
                return Complement(accused.left_edge.i, last, accused=inner.i)
            if (verb.lemma_ == "implicate") != (token.lower_ == "in"):
                continue
            last = _listed(verb, _end_of_charge(inner))
            return Complement(inner.left_edge.i, last, accused=accused.i)
    return None


def laid_to(verb: Token) -> Complement | None:
    """Return accused and act of "attributed the attack to Y"; no act is laid to a drought or a disease."""
    thing = next((c for c in rights(verb) if c.dep_ == "dobj"), None)
    for to in verb.doc[thing.i + 1 : verb.right_edge.i + 1] if thing is not None else ():
        who = next((c for c in dependents(to) if c.dep_ == "pobj"), None)
        if thing is not None and to.lower_ == "to" and who is not None and _somebody(who):
            return Complement(thing.left_edge.i, to.i - 1, accused=who.i)
    return None


def _somebody(noun: Token) -> bool:
    named = noun.ent_type_ in ("ORG", "NORP", "GPE", "PERSON")
    return named or bool(noun_classes().get(noun.lemma_.lower(), frozenset()) & {"force", "person", "official"})


def suspected_of(verb: Token) -> Complement | None:
    """Return accused and act of "suspects Y of Z"."""
    found = _accusation(verb)
    return found if found is not None and verb.doc[max(0, found.first - 1)].lower_ == "of" else None


def _listed(verb: Token, last: int) -> int:
    """Return where "of burning homes, raping women and driving people out" ends: the parse may hang on the verb."""
    for child in rights(verb):
        joined = child.dep_ in ("advcl", "conj") and child.tag_ == "VBG" and child.left_edge.i == last + 2
        if (
            joined
            and child.lemma_ not in verb_cues()
            and any(c.dep_ == "conj" and c.tag_ == "VBG" for c in rights(child))
        ):
            return trimmed(verb.doc, child, child.right_edge.i)
    return last


def _held_responsible(verb: Token) -> Complement | None:
    """Return accused and act of "holds Y responsible (for Z)"; without Z the words of the blame stand for it."""
    words = [c for child in rights(verb) for c in (child, *rights(child))]
    blame = next((c for c in words if c.lower_ in ("responsible", "accountable", "liable")), None)
    accused = None
    if blame is not None and blame.head.dep_ == "dobj":
        accused = blame.head
    for head in (blame, verb):
        if head is not None and accused is None:
            accused = next((c for c in dependents(head) if c.dep_ in ("nsubj", "dobj") and c.i > verb.i), None)
    if blame is None or accused is None:
        return None
    act = next(
        (c for p in dependents(blame) if p.lower_ == "for" for c in dependents(p) if c.dep_ in ("pobj", "pcomp")), None
    )
    if act is None:
        return Complement(blame.i, blame.i, accused=accused.i)
    return Complement(act.left_edge.i, _end_of_charge(act), accused=accused.i)


def _figure(verb: Token) -> Complement | None:
    """Return the count of "put the dead at 70" and "gave a toll of nine"."""
    passive = next((c for c in lefts(verb) if c.dep_ == "nsubjpass"), None)
    if passive is not None and passive.lemma_.lower() in word_set("figures"):
        at = next((c for c in rights(verb) if c.dep_ == "prep" and c.lower_ == "at"), None)
        return Complement(passive.left_edge.i, at.right_edge.i, left=True) if at is not None else None
    thing = next((c for c in rights(verb) if c.dep_ == "dobj"), None)
    if thing is None or thing.lemma_.lower() not in word_set("figures"):
        return None
    last = with_adjuncts(thing, list(rights(verb)))
    return Complement(thing.left_edge.i, _whole_figure(verb.doc, trimmed(verb.doc, thing, last)))


def _whole_figure(doc: Doc, last: int) -> int:
    """Take in what a number counts where the parse breaks it off: "41 dead and more than 90 wounded"."""
    while last + 1 < len(doc):
        following = doc[last + 1]
        if following.lower_ in STATES:
            last += 1
            continue
        state = next((t.i for t in doc[last + 1 : last + 7] if t.lower_ in STATES), None)
        if following.lower_ != "and" or doc[last].lower_ not in STATES or state is None:
            break
        last = state
    return last


STATES = frozenset(
    {"dead", "killed", "wounded", "injured", "hurt", "missing", "displaced", "homeless", "sick", "detained"}
)


def _at_the_door(verb: Token) -> Complement | None:
    """Return accused and act of "laid the attack at the door of Y", "pinned the blame for S on Y"."""
    thing = next((c for c in rights(verb) if c.dep_ == "dobj"), None)
    if thing is None:
        return None
    for preposition, noun in (
        (p, n) for c in (verb, thing) for p in rights(c) if p.dep_ == "prep" for n in dependents(p)
    ):
        if preposition.lower_ == "at" and noun.lemma_ == "door":
            of = next((n for p in rights(noun) if p.lower_ == "of" for n in dependents(p)), None)
            owner = of or next((c for c in lefts(noun) if c.dep_ == "poss"), None)
            found = (thing.left_edge.i, thing.right_edge.i) if owner is not None else None
        elif thing.lemma_ in ("blame", "responsibility") and preposition.lower_ in ("on", "at", "with"):
            owner = noun
            act = next((n for p in rights(thing) if p.lower_ == "for" for n in dependents(p)), None)
            found = (act.left_edge.i, trimmed(act.doc, act, act.right_edge.i)) if act is not None else None
        else:
            continue
        if found is not None and owner is not None:
            return Complement(found[0], min(found[1], preposition.i - 1), accused=owner.i)
    return None


def _end_of_charge(inner: Token) -> int:
    """Return the last token of what somebody is accused of; a later finite clause with a subject is the narrator's."""
    last = inner.right_edge.i
    for child in rights(inner):
        if child.dep_ == "advcl" and any(c.dep_ in ("nsubj", "nsubjpass") for c in dependents(child)):
            last = min(last, child.left_edge.i - 1)
    return trimmed(inner.doc, inner, last)


def content_span(doc: Doc, found: Complement) -> Span:
    """Return the characters of a content."""
    return span_of(doc, found.first, found.last)
