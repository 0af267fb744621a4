"""Who does it and to whom, from the syntax alone (METHOD B6; R-P1, R-P2, R-P7, R-C6).

A perpetrator needs a syntactic agent: the subject of an active verb, a ``by`` agent, a possessive or an adjective of
nationality on an event noun. ``by`` and a weapon is an instrument. Where the words name nobody, nobody is named.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.model.event import Participant, Role, event_family, is_harm
from onrecord.model.factuality import Polarity
from onrecord.model.reading import PlaceKind
from onrecord.model.span import Span
from onrecord.reading import syntax
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import dependents, lefts
from onrecord.reading.events.culprits import culprits, in_doubt, with_body
from onrecord.reading.events.targets import Target, weapon_of
from onrecord.reading.events.thwarting import is_negated
from onrecord.reading.events.triggers import Trigger
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["name_words", "open_agent", "participants"]

DRIVEN = frozenset({"aircraft", "vehicle", "vehicle_of_war"})
ACTING = frozenset({"force", "person", "place", "people", "official"})
HIT = frozenset({"facility", "structure", "place", "settlement", "aid_carrier", "force"})
ENTITY_LABELS = frozenset({"ORG", "GPE", "NORP", "PERSON"})
CARRIES_OUT = clause_words("carries_out")
"""Verbs whose subject does what their object names: "carried out an attack"; a subject of *report* does not."""
WITHOUT_AGENT = clause_words("without_agent")
COMMON = frozenset({"ATTACK_ON_CIVILIANS", "ABDUCTION_DETENTION", "OCCUPATION_ACT"})
"""Harm that a crowd can do with its hands."""
CARRIERS = clause_words("carriers")
HARMING = clause_words("harming")
SUFFERING = clause_words("suffering")
CONSTRAINING = clause_words("constraining")
GRANTING = clause_words("granting")
STANDS_FOR = frozenset({"it", "they", "he", "she", "we", "i"})
PRONOUNS = frozenset(
    {
        "it",
        "they",
        "he",
        "she",
        "we",
        "i",
        "you",
        "this",
        "that",
        "these",
        "those",
        "who",
        "which",
        "its",
        "their",
        "them",
    }
)


@cache
def _roles(name: str) -> frozenset[str]:
    return frozenset(lexicon("event_roles")[name])


def participants(
    trigger: Trigger, event_type: str, target: Target, polarity: Polarity, cues: frozenset[int], layers: Layers
) -> tuple[tuple[Participant, ...], tuple[str, ...]]:
    """Return who and what is in an event, and flags.

    Args:
        trigger: The event's word.
        event_type: Its type.
        target: What it acts on.
        polarity: A negated harm has an ``agent_negated`` instead of a perpetrator.
        cues: Tokens that head a report's cue: whoever speaks is not thereby the one who did it.
        layers: The document's layers.
    """
    found: list[Participant] = []
    flags: list[str] = []
    if event_type in _roles("sides"):
        found += _sides(trigger, layers)
    elif event_type in _roles("parties"):
        found += _parties(trigger, layers)
    elif is_harm(event_type):
        role = Role.PERPETRATOR if polarity is Polarity.POSITIVE else Role.AGENT_NEGATED
        agents = (
            []
            if _only_suffered(trigger, event_type) or _not_hindered(trigger, event_type)
            else list(_agents(trigger, cues, layers))
        )
        if event_family(event_type) not in COMMON:
            agents = [span for span in agents if not _civilian(span, layers)]
        found += [_participant(_held(role, span, layers), span, layers) for span in agents]
        if role is Role.PERPETRATOR:
            found += _laid_to(trigger, agents, layers)
        if not agents and not trigger.nominal and syntax.is_passive(trigger.token):
            flags.append("agentless_passive")
    elif event_type in _roles("declared"):
        told_to = trigger.predicate.dep_ == "xcomp" and syntax.is_passive(trigger.predicate.head)
        agents = [] if told_to else list(_verbal_agents(trigger.predicate, layers))
        declarers = [span for span in agents if not _civilian(span, layers)]
        found += [_participant(Role.DECLARER, span, layers) for span in declarers]
    found += _acted_on(trigger, event_type, target, layers)
    weapon = weapon_of(trigger, layers) if is_harm(event_type) else None
    if weapon is not None:
        found.append(_participant(Role.WEAPON, syntax.noun_phrase(weapon), layers))
    return tuple(dict.fromkeys(found)), tuple(flags)


def _held(role: Role, span: Span, layers: Layers) -> Role:
    """Return the role of an agent: who is only suspected is alleged in the narrator's voice as well (R-P3)."""
    return Role.ALLEGED_PERPETRATOR if role is Role.PERPETRATOR and in_doubt(span, layers) else role


def _laid_to(trigger: Trigger, agents: list[Span], layers: Layers) -> Iterator[Participant]:
    """Yield those to whom the words around a deed lay it: "the attack was carried out by X", "attributed to X"."""
    for culprit in culprits(trigger.token):
        span = with_body(culprit.noun)
        if not _acts(culprit.noun, layers) or any(span.overlaps(other) for other in agents):
            continue
        alleged = culprit.alleged or in_doubt(span, layers)
        yield _participant(Role.ALLEGED_PERPETRATOR if alleged else Role.PERPETRATOR, span, layers)


def open_agent(trigger: Trigger, layers: Layers) -> str | None:
    """Return how the doer is left to the clause above: ``gerund``, or the subject pronoun; None where it is not."""
    token = trigger.token
    del layers
    if trigger.nominal or syntax.is_passive(token) or word(token) in WITHOUT_AGENT:
        return None
    subject = next((c for c in dependents(token) if c.dep_ == "nsubj"), None)
    if subject is None and token.dep_ in {"xcomp", "pcomp", "ccomp", "dobj"} and token.tag_ in {"VBG", "VB"}:
        return "gerund"
    if subject is None:
        subject = syntax.agent_phrase(token)
    return subject.lower_ if subject is not None and subject.lower_ in STANDS_FOR else None


def name_words(span: Span, layers: Layers) -> str:
    """Return a name for the record: the words without leading articles and without words that judge (R-C6)."""
    words = span.words(layers.document.text).split()
    if [w.lower() for w in words[:2]] == ["how", "many"]:
        words = words[2:]
    while words and words[0].lower() in {"the", "a", "an", "that", "this", "these", "those"}:
        words = words[1:]
    plain = [w for w in words if w.lower().strip(",") not in _roles("evaluations")]
    name = " ".join(plain or words)
    return name.removesuffix("'s").removesuffix("’s")


def _participant(role: Role, span: Span, layers: Layers) -> Participant:
    return Participant(role, name_words(span, layers), layers.quote(span))


def _agents(trigger: Trigger, cues: frozenset[int], layers: Layers) -> Iterator[Span]:
    """Yield the words that name an agent by R-P1."""
    token, predicate = trigger.token, trigger.predicate
    if not trigger.nominal:
        if token.dep_ == "xcomp" and token.head.dep_ == "conj" and token.head.i in cues:
            return  # "said its forces had won and threatened to march": who threatens is who spoke
        yield from _verbal_agents(token, layers)
        return
    yield from _nominal_agents(token, layers)
    if token.dep_ == "dobj" and predicate.pos_ == "VERB" and predicate.i not in cues and word(predicate) in CARRIES_OUT:
        yield from _verbal_agents(predicate, layers)


def _verbal_agents(verb: Token, layers: Layers) -> Iterator[Span]:
    agent = syntax.agent_phrase(verb) if word(verb) not in WITHOUT_AGENT else None
    if agent is None:
        return
    for noun in syntax.conjuncts(agent):
        if _acts(noun, layers):
            yield with_body(noun)
        elif "weapon" in layers.classes.of(noun) or word(noun) in CARRIERS:
            yield from _owners(noun, layers)


def _only_suffered(trigger: Trigger, event_type: str) -> bool:
    """Tell whether a casualty is told by a word whose subject did not do it: "rescuers pulled bodies from ruins"."""
    return event_type == "CASUALTIES" and not trigger.nominal and word(trigger.token) not in HARMING


def _not_hindered(trigger: Trigger, event_type: str) -> bool:
    """Tell whether a constraint on access is told by a word whose subject hinders nobody: "promised to reopen"."""
    if event_type != "HUMANITARIAN_ACCESS_CONSTRAINT" or trigger.nominal:
        return False
    lemma = word(trigger.token)
    return lemma not in CONSTRAINING and not (lemma in GRANTING and is_negated(trigger.token))


def _civilian(span: Span, layers: Layers) -> bool:
    """Tell whether the words name people who have no artillery: "residents described shelling" accuses nobody."""
    head = layers.doc.char_span(span.start, span.end, alignment_mode="expand")
    found = layers.classes.of(head.root) if head is not None else frozenset()
    return "civilian" in found and "force" not in found


def _owners(weapon: Token, layers: Layers) -> Iterator[Span]:
    """Yield whose weapon it is, where the words say so: "an Israeli tank", "an army jet", "rebel shells"."""
    demonyms = {
        m.head: m.span for m in layers.places if m.kind is PlaceKind.DEMONYM and weapon.left_edge.i <= m.head < weapon.i
    }
    for child in syntax.children(weapon, "amod", "compound", "nmod", "poss"):
        if child.i in demonyms:
            yield demonyms[child.i]
        elif "force" in layers.classes.of(child):
            yield syntax.noun_phrase(child)


def _acts(noun: Token, layers: Layers) -> bool:
    """Tell whether a noun can be an agent: a force, a person, a state, an organisation; never a weapon or a pronoun."""
    if noun.lower_ in PRONOUNS:
        return False
    found = layers.classes.of(noun)
    if "weapon" in found and "force" not in found:
        return False
    if found & DRIVEN or word(noun) in CARRIERS:
        return False  # R-P2: what somebody drives or flies is an instrument
    place = layers.classes.place_at(noun)
    if place is not None and place.kind is not PlaceKind.TOPONYM:
        return "force" in found
    return bool(found & ACTING) or noun.ent_type_ in ENTITY_LABELS


def _nominal_agents(token: Token, layers: Layers) -> Iterator[Span]:
    """Possessive, adjective of nationality, compound state name, or ``by`` on an event noun."""
    demonyms = {
        m.head: m for m in layers.places if m.kind is PlaceKind.DEMONYM and token.left_edge.i <= m.head <= token.i
    }
    for child in lefts(token):
        if child.dep_ == "poss" and _acts(child, layers):
            yield syntax.noun_phrase(child)
        elif child.i in demonyms and child.dep_ in {"amod", "compound", "nmod", "poss"}:
            yield demonyms[child.i].span
        elif child.dep_ in {"compound", "nmod", "nsubj"} and child.pos_ in {"PROPN", "NOUN"}:
            place = layers.classes.place_at(child)
            state = place is not None and place.place.precision == "country"
            if state or "force" in layers.classes.of(child):
                yield syntax.noun_phrase(child)
    for _, noun in syntax.prepositional(token, "by"):
        if _acts(noun, layers):
            yield with_body(noun)


def _acted_on(trigger: Trigger, event_type: str, target: Target, layers: Layers) -> Iterator[Participant]:
    """Yield victims, those affected, and targets (R-P7: no names of private persons, only what the noun says)."""
    by_family = lexicon("event_roles")["people"]
    role = Role(by_family.get(event_family(event_type), "victim" if is_harm(event_type) else "affected"))
    nouns = list(target.tokens)
    if event_family(event_type) in by_family or event_type == "CASUALTIES":
        subject = _sufferer(trigger, event_type, layers)
        nouns += [noun for noun in (subject,) if noun is not None and "people" in layers.classes.of(noun)]
        nouns += [c for c in syntax.children(trigger.token, "amod", "compound") if "civilian" in layers.classes.of(c)]
    for noun in dict.fromkeys(nouns):
        if trigger.span.start <= noun.idx < trigger.span.end:
            continue
        found = layers.classes.of(noun)
        if found & {"people", "protester"} and noun.lower_ not in PRONOUNS and noun.ent_type_ != "PERSON":
            yield _participant(role, syntax.noun_phrase(noun), layers)
        elif event_type == "CASUALTIES" and "force" in found:
            yield _participant(Role.VICTIM, syntax.noun_phrase(noun), layers)
        elif is_harm(event_type) and event_type != "CASUALTIES" and found & HIT:
            yield _participant(Role.TARGET, syntax.noun_phrase(noun), layers)


def _sufferer(trigger: Trigger, event_type: str, layers: Layers) -> Token | None:
    """Return the subject that the event happens to: of "died", "were taken out", "suffered wounds".

    Who puts the dead at nine is no victim, and who pulls somebody out is not helped.
    """
    predicate, token = trigger.predicate, trigger.token
    if word(predicate) not in SUFFERING and not syntax.is_passive(predicate):
        if event_type.startswith("HUMANITARIAN_RELIEF"):
            return None  # rescuers who dig are not helped
        if trigger.nominal and token.i != predicate.i and token.dep_ not in {"acomp", "attr", "oprd"}:
            return None
        others = [n for n in syntax.children(predicate, "dobj") if n.i != token.i]
        if any("people" in layers.classes.of(noun) for noun in others):
            return None
    return syntax.subject(predicate)


def _between(token: Token) -> list[Token]:
    nouns = [noun for _, noun in syntax.prepositional(token, "between")]
    return list(dict.fromkeys(nouns))


def _sides(trigger: Trigger, layers: Layers) -> Iterator[Participant]:
    """Yield both sides of a clash: "between X and Y", "X clashed with Y"; no side is a perpetrator."""
    token = trigger.token
    nouns = _between(token)
    if len(nouns) < 2:
        subject = syntax.agent_phrase(token) if not trigger.nominal else None
        doers = syntax.conjuncts(subject) if subject is not None else [c.noun for c in culprits(token)]
        nouns = [n for n in doers if _acts(n, layers)]
        nouns += [n for _, n in syntax.prepositional(token, "with", "against") if _acts(n, layers)]
    for role, noun in zip((Role.SIDE_A, Role.SIDE_B), nouns, strict=False):
        yield _participant(role, syntax.noun_phrase(noun, whole=True), layers)


def _parties(trigger: Trigger, layers: Layers) -> Iterator[Participant]:
    """Yield those who talk: "between X and Y", "X met Y", "X held talks with Y"."""
    token = trigger.token
    nouns = _between(token)
    if not nouns:
        verb = token if not trigger.nominal else trigger.predicate
        subject = syntax.subject(verb)
        nouns = list(syntax.conjuncts(subject)) if subject is not None and subject.i != token.i else []
        nouns += [n for n in syntax.objects(verb) if n.i != token.i] if not trigger.nominal else []
        nouns += [n for _, n in syntax.prepositional(token, "with")] + [
            n for _, n in syntax.prepositional(verb, "with")
        ]
    for noun in dict.fromkeys(nouns):
        if _acts(noun, layers):
            yield _participant(Role.PARTICIPANT, syntax.noun_phrase(noun), layers)
