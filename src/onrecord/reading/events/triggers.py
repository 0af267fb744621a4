"""Find the words that name events (lexicons ``events_*`` and ``processes``; METHOD B5, R-C1)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from onrecord.model.span import Span
from onrecord.reading import syntax
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import dependents
from onrecord.reading.events.impacts import impact
from onrecord.reading.events.processes import Phase, by_office, phases_of
from onrecord.reading.events.senses import holds, senses
from onrecord.reading.events.topics import statement_topic
from onrecord.reading.layers import Layers
from onrecord.reading.sentences import tokens_of
from onrecord.reading.syntax import word

__all__ = ["Trigger", "find_triggers", "trigger_at"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word that names an event, before the event is typed for good.

    Attributes:
        token: The word.
        span: Its characters, with a particle or an adverb that belongs to it.
        kind: The lexicon's type; ``ATTACK``, ``DAMAGE``, ``VIOLENCE`` and ``MILITARISED`` still need a target.
        predicate: The token whose tense, negation and modality hold for the event; the word itself or its light verb.
        nominal: True for a noun or adjective.
        presupposed: True where a modifier or an unasserted noun only takes the event for granted (R-C2).
        process: The noun of a process whose phase this is, or None.
        by_topic: True where no word names an event and the statement's topic stands for one.
    """

    token: Token
    span: Span
    kind: str
    predicate: Token
    nominal: bool
    presupposed: bool
    process: Token | None = None
    by_topic: bool = False


TABLES = {
    "VERB": "verbs",
    "AUX": "verbs",
    "NOUN": "nouns",
    "PROPN": "nouns",
    "ADJ": "adjectives",
    "ADP": "prepositions",
}


AUXILIARY = frozenset({"aux", "auxpass"})


@cache
def _words() -> frozenset[str]:
    """Return every word that some sense stands under."""
    return frozenset(lemma for table in senses().values() for lemma in table) | frozenset(syntax.LEMMAS)


def _tables(token: Token) -> tuple[str, ...]:
    """Return the lexicon tables to try: participles count as verbs and as adjectives."""
    table = TABLES.get(token.pos_)
    if table is None:
        return ("prepositions",) if token.pos_ in {"SCONJ", "ADV"} else ()
    if table == "verbs" and token.dep_ == "amod":
        return ("adjectives", "verbs")
    if table == "verbs" and token.tag_ in {"VBZ", "VBP", "VB"} and token.dep_ in {"nsubj", "nsubjpass", "pobj"}:
        return ("nouns", "verbs")  # a plural that the tagger took for a verb: "tank duels lit up the night"
    if table == "verbs" and token.tag_ == "VBG":
        return ("verbs", "nouns")
    if table == "adjectives":
        return ("adjectives", "verbs") if token.text.endswith(("ed", "en")) else ("adjectives",)
    if table == "nouns":
        return (
            ("nouns", "verbs") if token.dep_ in {"ROOT", "conj", "ccomp"} and not token.text.istitle() else ("nouns",)
        )
    return (table,)


def _keys(token: Token) -> tuple[str, ...]:
    lemma, lower = word(token), token.lower_
    return (lemma,) if lemma == lower else (lemma, lower)


def _fits(token: Token, table: str, key: str) -> bool:
    """Tell whether a form may be looked up so: a preposition in -ing is no noun, "according to" is no accord."""
    return table != "nouns" or token.dep_ != "prep" or key == token.lower_


def _verbs_of_gerund(token: Token) -> tuple[str, ...]:
    """Return the verbs that a noun in -ing may come from: "the razing of two villages"."""
    lower = token.lower_
    if token.pos_ != "NOUN" or not lower.endswith("ing") or not any(c.lower_ == "of" for c in dependents(token)):
        return ()
    stem = lower[:-3]
    return (stem, stem + "e", stem[:-1])


def _sense(token: Token, layers: Layers) -> str | None:
    """Return the type of the first sense that holds."""
    tables = senses()
    tried = [(name, key) for name in _tables(token) for key in _keys(token) if _fits(token, name, key)]
    for name, key in [*tried, *(("verbs", stem) for stem in _verbs_of_gerund(token))]:
        for kind, conditions in tables[name].get(key, ()):
            if holds(conditions, token, layers):
                return kind
    return None


def find_triggers(layers: Layers) -> list[Trigger]:
    """Return the triggers of a document in order of their words, each word at most once."""
    phases = phases_of(layers)
    consumed = {phase.process.i for phase in phases.values() if phase.predicate is not None}
    found = [_from_phase(phase) for phase in phases.values()]
    taken = {trigger.token.i for trigger in found} | consumed | _expressed(phases.values())
    words = _words()
    for token in tokens_of(layers.doc):
        if token.i in taken or token.dep_ in AUXILIARY or _of_office(token):
            continue
        listed = token.lower_ in words or token.lemma_ in words or bool(_verbs_of_gerund(token))
        kind = _sense(token, layers) if listed else None
        if kind is None and token.pos_ == "VERB":
            kind = impact(token, layers)
        if kind is not None:
            found.append(trigger_at(token, kind))
    kept = list(_without_doubles(found, layers))
    return sorted([*kept, *_by_topic(kept, layers)], key=lambda trigger: trigger.token.i)


def _of_office(token: Token) -> bool:
    """Tell whether a word only says what somebody is: "who chairs the conference"."""
    return by_office(token) or (token.dep_ == "dobj" and by_office(token.head))


def _expressed(phases: Collection[Phase]) -> set[int]:
    """Return the verbs that stand in the expression of a phase and tell nothing besides: "attend talks"."""
    verbs = {phase.predicate for phase in phases if phase.predicate is not None}
    return {verb.i for verb in verbs if any(_covers(phase.span, verb) for phase in phases)}


def _covers(span: Span, token: Token) -> bool:
    return span.start <= token.idx < span.end


def _by_topic(found: list[Trigger], layers: Layers) -> Iterator[Trigger]:
    """Yield a trigger for each reported statement in which no word names an event."""
    seen: set[int] = set()
    for report in layers.reports:
        content = report.content
        if content is None or any(content.contains(trigger.span) for trigger in found):
            continue
        topic = statement_topic(report, layers.doc)
        if topic is None or topic[0].i in seen:
            continue
        seen.add(topic[0].i)
        root = syntax.clause_root(topic[0])
        yield Trigger(
            topic[0], syntax.token_span(topic[0]), topic[1], root, nominal=True, presupposed=False, by_topic=True
        )


def _from_phase(phase: Phase) -> Trigger:
    return Trigger(
        token=phase.trigger,
        span=phase.span,
        kind=phase.event_type,
        predicate=_predicate(phase.trigger) if phase.predicate is None else _verbal(phase.predicate),
        nominal=phase.trigger.pos_ in {"NOUN", "PROPN"},
        presupposed=phase.predicate is None,
        process=phase.process,
    )


def _verbal(predicate: Token) -> Token:
    """Return the verb above a noun that names a phase: "there may be a resumption of talks"."""
    return _predicate(predicate) if predicate.pos_ == "NOUN" else predicate


def trigger_at(token: Token, kind: str) -> Trigger:
    """Return the trigger that a word is, with the predicate whose tense, negation and modality hold for it.

    Args:
        token: The word; no lexicon need hold it.
        kind: The type that it names.
    """
    nominal = token.pos_ in {"NOUN", "PROPN", "ADJ"} or token.dep_ == "amod" or _gerund(token)
    return Trigger(
        token=token,
        span=_trigger_span(token),
        kind=kind,
        predicate=_predicate(token) if nominal else token,
        nominal=nominal,
        presupposed=_presupposed(token) if nominal else token.dep_ == "acl" and token.tag_ == "VBN",
    )


def _gerund(token: Token) -> bool:
    """Tell whether an -ing form is a noun after all: "Russian shelling damaged", "the bombing of"."""
    return token.tag_ == "VBG" and any(c.dep_ in {"det", "amod", "poss"} and c.i < token.i for c in dependents(token))


def _trigger_span(token: Token) -> Span:
    """Cover the word and the particle or fixed object that make one expression with it."""
    parts = [token, *(child for child in syntax.children(token, "prt") if child.i == token.i + 1)]
    if word(token) == "suffer":
        parts += list(syntax.children(token, "dobj"))
    if word(token) == "take":
        parts += [
            child for child in syntax.children(token, "dobj") if word(child) in {"position", "control", "hostage"}
        ]
    return syntax.token_span(*parts)


PARTITIVES = clause_words("partitives")
ADJUNCT = clause_words("adjunct")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})
ASSERTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "ROOT", "oprd", "acomp"})


def _presupposed(token: Token) -> bool:
    """Tell whether an event noun or adjective only takes its event for granted (R-C2, R-M5)."""
    if token.dep_ == "compound" and token.head.dep_ in {"appos", "ROOT"} and token.pos_ == "NOUN":
        return False  # a verb that the parser took for a noun: "X, a deputy, broadcast images"
    if token.dep_ in {"amod", "compound"}:
        return True
    if token.dep_ in {"acomp", "oprd", "xcomp"}:
        return False
    definite = any(
        child.lower_ in DEFINITE or (child.dep_ == "poss" and child.pos_ in {"PROPN", "PRON"})
        for child in dependents(token)
    )
    head = token
    while head.dep_ == "conj":
        head = head.head
    if head.dep_ == "pobj" and word(head.head.head) in ANSWERS:
        return False
    if head.dep_ == "pobj":
        return definite or head.head.lower_ in ADJUNCT
    described = any(True for _ in syntax.children(head.head, "acomp", "attr"))
    return definite and head.dep_ not in {"dobj", "attr", "ROOT"} and not described


ANSWERS = clause_words("answers")
LIGHT = clause_words("light")
JOINING = clause_words("joining")


def _predicate(token: Token) -> Token:
    """Return the verb whose tense and negation hold for a nominal event: the one it is subject or object of."""
    head = token
    if head.dep_ == "pobj" and head.head.lower_ == "of" and word(head.head.head) in PARTITIVES:
        head = head.head.head  # "a round of talks", "a wave of strikes"
    while head.dep_ in {"conj", "appos"} or (head.dep_ in {"compound", "nmod"} and head.head.pos_ == "NOUN"):
        head = head.head
    if head.dep_ in ASSERTS and head.head.pos_ in {"VERB", "AUX"}:
        return head.head
    if head.dep_ in {"acomp", "attr", "oprd"}:
        return head.head
    if head.dep_ == "pobj" and head.head.lower_ in {"with", "by"} and word(head.head.head) in ANSWERS:
        return head.head.head
    if head.dep_ == "pobj" and head.head.lower_ == "in":  # "take part in the fighting"
        joined = head.head.head.head if word(head.head.head) in {"part", "role"} else head.head.head
        if word(joined) in JOINING:
            return joined
    return token


ONCE = frozenset({"EVIDENCE_PUBLISHED", "INFORMATION_ENVIRONMENT", "CENSORSHIP", "SECURITY_SITUATION", "PROTEST",
                  "RIOT", "HUMANITARIAN_NEED", "HUMANITARIAN_SITUATION", "HUMANITARIAN_RELIEF",
                  "HUMANITARIAN_ACCESS_CONSTRAINT", "DISPLACEMENT", "POPULATION_FIGURE",
                  "DIPLOMACY.AGREEMENT", "DIPLOMACY.TALKS", "DIPLOMACY.MEDIATION", "DIPLOMACY.STATEMENT",
                  "DIPLOMACY.UN_VOTE"})  # fmt: skip
"""Types of which a verb and the noun beside it tell one event: "released footage", "tension is rising"."""
AID_OR_NONE = frozenset({"HUMANITARIAN_RELIEF", "HUMANITARIAN_ACCESS_CONSTRAINT"})
"""Two sides of one matter: "no food convoy has entered" tells one event, by its verb."""


def _says_same(trigger: Trigger, head: Trigger) -> bool:
    """Tell whether a noun is only part of what its verb tells, or a participle of what its noun does."""
    same = trigger.kind == head.kind or {trigger.kind, head.kind} == AID_OR_NONE
    if not same or trigger.kind not in ONCE:
        return False
    if trigger.token.dep_ == "acl" and head.nominal:
        return True  # "grainy footage posted on social media appeared"
    beside = trigger.token.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}
    return beside and trigger.nominal and not head.nominal


def _told_by_verb(trigger: Trigger, by_token: dict[int, Trigger]) -> bool:
    """Tell whether a noun or adjective only repeats the blow that the verb above it tells of.

    "Resumed their assault"; "air strikes had flattened a mosque"; "shot dead five"; "put the toll at 41 dead".
    """
    token, verb = trigger.token, trigger.token.head
    head = by_token.get(verb.i) if verb.i != token.i else None
    if head is not None and not head.nominal and trigger.process is None:
        if word(verb) == "resume" and token.dep_ == "dobj" and head.kind == "ARMED_CLASH":
            return True
        if token.dep_ == "nsubj" and head.kind == "DAMAGE" and trigger.kind.startswith(BLOWS):
            named = any(c.ent_type_ or c.dep_ == "poss" or c.lower_ == "by" for c in dependents(token))
            return not named and any(True for _ in syntax.objects(verb))
        if token.lower_ == "dead" and token.dep_ in {"acomp", "oprd", "advmod"} and word(verb) == "shoot":
            return True
    if word(token) in {"toll", "count", "tally"} and token.dep_ == "dobj" and trigger.kind == "CASUALTIES":
        given = (by_token.get(n.i) for _, n in syntax.prepositional(verb, "at", "to"))
        return any(other is not None and other.kind == "CASUALTIES" for other in given)
    return False


BLOWS = ("BOMBARDMENT", "ATTACK")


def _without_doubles(found: list[Trigger], layers: Layers) -> Iterator[Trigger]:
    """Drop words that repeat the event of their head: "missile attack", "killed or wounded" (one union of casualties).

    Coordinated casualties with counts of their own are claims of their own (R-C1).
    """
    counted = {q.governor for q in layers.quantities if not q.quantity.unknown}
    by_token = {trigger.token.i: trigger for trigger in found}
    cues = frozenset(report.cue_head for report in layers.reports)
    for trigger in found:
        token = trigger.token
        if _told_by_verb(trigger, by_token):
            continue
        head = by_token.get(token.head.i) if token.head.i != token.i else None
        if head is None and token.dep_ == "pobj" and trigger.nominal and trigger.process is None:
            head = by_token.get(token.head.head.i)
            if head is not None and head.nominal and head.kind.partition(".")[0] == trigger.kind.partition(".")[0]:
                continue
            if head is not None and head.kind == trigger.kind and token.head.lower_ == "into":
                continue  # "plunging the town into darkness"
            head = None
        if head is None or trigger.process is not None:
            yield trigger
        elif (
            token.dep_ == "compound"
            or (token.dep_ == "conj" and trigger.kind == head.kind == "CASUALTIES" and token.i not in counted)
            or (
                token.dep_ in {"acomp", "oprd", "ccomp", "xcomp", "dobj", "nsubj", "nsubjpass"}
                and trigger.kind == head.kind == "CASUALTIES"
            )
            or (token.dep_ == "dobj" and word(head.token) in LIGHT and head.kind == trigger.kind)
            or (_says_same(trigger, head) and head.token.i not in cues)
        ):
            continue
        else:
            yield trigger
