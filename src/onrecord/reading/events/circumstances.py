"""Where, when and how many: join an event with the places, times and counts of its own clause first.

Places follow R-L1 (innermost first, then the paragraph's last place, inferred), times R-T5 and R-T8.
"""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.model.place import Place, Precision
from onrecord.model.quantity import Quantity
from onrecord.model.reading import PlaceKind, PlaceMention, QuantityMention, TimeMention
from onrecord.model.time import Interval, TimePrecision
from onrecord.reading import syntax
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import dependents
from onrecord.reading.events.targets import Target
from onrecord.reading.events.time_offsets import offset_time
from onrecord.reading.events.triggers import Trigger
from onrecord.reading.layers import Layers
from onrecord.reading.places.read import is_origin
from onrecord.reading.sentences import sentence_of
from onrecord.reading.syntax import word

__all__ = ["counts", "inferred_place", "own_places", "own_time"]

FINENESS = list(Precision)
MAX_UP = 10
LOCATIVE = clause_words("locative")
TIME_NOUNS = clause_words("time_nouns")
BEGINNING = clause_words("beginning")
STATES = frozenset({"SIEGE", "HUMANITARIAN_SITUATION", "HUMANITARIAN_NEED", "POPULATION_FIGURE", "TERRITORY_TAKEN",
                    "INFORMATION_ENVIRONMENT", "FOREIGN_FIGHTERS", "ARMS_TRANSFER"})  # fmt: skip
"""Types that last (R-E2): they do not take over the date of a clause above them."""
PLURAL_EVENTS = {"ceasefire": ("ceasefires", "arrangements"), "cease-fire": ("ceasefires", "arrangements"),
                 "truce": ("ceasefires", "arrangements"), "strike": ("strikes", "events"),
                 "airstrike": ("strikes", "events"),
                 "clash": ("clashes", "events")}  # fmt: skip
"""Nouns of events that are themselves counted: a bare plural is at least two (METHOD B9)."""


def _usable(mention: PlaceMention, trigger: Trigger, layers: Layers) -> bool:
    if mention.kind is PlaceKind.DEMONYM or mention.metonym or mention.head in layers.actor_places:
        return False
    if not trigger.kind.startswith(("EVACUATION", "DISPLACEMENT", "WITHDRAWAL")) and is_origin(layers.doc, mention):
        return False
    head = layers.doc[mention.head]
    if head.dep_ in {"compound", "poss", "nmod", "amod"} and mention.kind is PlaceKind.TOPONYM:
        return mention.place.precision is not Precision.COUNTRY
    agent = head.dep_ in {"nsubj", "nsubjpass", "agent", "dobj"} and mention.place.precision is Precision.COUNTRY
    return not agent or trigger.token.dep_ in {"pobj", "attr"}


def own_places(trigger: Trigger, target: Target, layers: Layers) -> tuple[Place, ...]:
    """Return the places that the event's own words give, most specific first; empty where they give none (R-L1)."""
    hit = [
        m for noun in target.tokens if (m := layers.classes.place_at(noun)) is not None and _usable(m, trigger, layers)
    ]
    inner = hit + [m for m in _inside(trigger.token, layers) if m not in hit and _usable(m, trigger, layers)]
    if not inner:
        inner = [m for m in _climb(trigger, layers) if _usable(m, trigger, layers)]
    places = sorted((m.place for m in inner), key=lambda place: FINENESS.index(place.precision))
    return tuple(dict.fromkeys(places))


def _inside(token: Token, layers: Layers) -> Iterator[PlaceMention]:
    """Yield the place mentions in a token's subtree, without the clauses that hang on it."""
    first, last = token.left_edge.i, token.right_edge.i
    for mention in layers.places:
        if first <= mention.head <= last and syntax.below(layers.doc[mention.head], token):
            yield mention


def _climb(trigger: Trigger, layers: Layers) -> list[PlaceMention]:
    """Look in the clause of the predicate, then in the clauses above, up to the sentence's root."""
    token = trigger.token
    for _ in range(MAX_UP):
        if token.head == token:
            break
        if token.dep_ in {"amod", "acl", "relcl"}:
            mention = layers.classes.place_at(token.head)
            if mention is not None:
                return [mention]
        if token.dep_ in {"ccomp", "advcl"} and token.i != trigger.token.i and token.pos_ in {"VERB", "AUX"}:
            found = list(_inside(token, layers))
            return found or []
        token = token.head
        found = list(_inside(token, layers))
        if found:
            return found
    return []


def inferred_place(trigger: Trigger, layers: Layers) -> tuple[Place, ...]:
    """Return the last place of the paragraph, else of the text before, else the document's country; marked as inferred.

    An inferred place is never finer than a settlement (R-L1).
    """
    for mention in reversed(layers.places):
        if mention.head > trigger.token.i or not _placeable(mention) or not _stands(mention, layers):
            continue
        return (_inferred(mention.place),)  # the paragraph names none: the last place before it
    return ()


def _placeable(mention: PlaceMention) -> bool:
    place = mention.place
    if place.precision is Precision.SITE and not place.admin:
        return False  # a school of which nobody says where it stands
    return place.precision not in {Precision.UNKNOWN, Precision.INTERNATIONAL}


def _inferred(place: Place) -> Place:
    if place.precision is Precision.SITE:
        name = place.admin[-1] if place.admin else place.name
        place = replace(place, name=name, precision=Precision.SETTLEMENT)
    return replace(place, mention=None, inferred=True)


def _stands(mention: PlaceMention, layers: Layers) -> bool:
    """Tell whether the words say where something is: a site, a name after a preposition of place, what was hit."""
    if mention.metonym or mention.head in layers.actor_places or mention.kind is PlaceKind.DEMONYM:
        return False
    if mention.kind is not PlaceKind.TOPONYM:
        return True
    head = layers.doc[mention.head]
    while head.dep_ in {"conj", "appos", "compound"}:
        head = head.head
    if head.dep_ == "pobj":
        return head.head.lower_ in LOCATIVE or (
            head.head.lower_ == "of" and "settlement" in layers.classes.of(head.head.head)
        )
    settled = mention.place.precision is not Precision.COUNTRY
    return settled and head.dep_ in {"dobj", "nsubjpass", "nsubj", "attr", "npadvmod", "ROOT"}


def own_time(trigger: Trigger, event_type: str, cues: frozenset[int], layers: Layers) -> tuple[Interval | None, bool]:
    """Return the interval that the text gives for an event, and whether a report's own date only bounds it.

    The event's own words come first, then those of the predicates above it. The date of a report (the time of its cue)
    bounds the reported event from above (R-T5) and is told apart by the second value.
    """
    times = [t for t in layers.times if t.interval is not None and not t.duration]
    sentence = sentence_of(trigger.token)
    near = [t for t in times if sentence.start <= t.head < sentence.end]
    if not near:
        return None, False
    shifted = offset_time(trigger.token, near)
    if shifted is not None:
        return shifted, False
    governors = {trigger.token.i, trigger.predicate.i, *(c.i for c in syntax.children(trigger.predicate, "xcomp"))}
    near = [t for t in near if t.head not in {trigger.token.i, trigger.predicate.i}]  # "since it began" begins nothing
    begun = {c.i for c in syntax.children(trigger.token, "acl", "relcl") if trigger.nominal and word(c) in BEGINNING}
    own = [t for t in near if t.governor in (begun or governors)] if begun or not trigger.nominal else []
    for mention in own or near:
        if mention in own or _within(mention, trigger.token) or mention.governor in governors:
            return mention.interval, trigger.token.i != mention.governor and mention.governor in cues
    state = event_type.partition(".")[0] in STATES or (trigger.presupposed and event_type == "ARMED_CLASH")
    if state or _own_tense(trigger.predicate):
        return _report_time(trigger, near, cues), True
    return _from_above(trigger, near, cues)


def _report_time(trigger: Trigger, near: list[TimeMention], cues: frozenset[int]) -> Interval | None:
    """Return the date of the report that a state is told in, which bounds it: "said on Tuesday that it holds"."""
    token = trigger.token
    for _ in range(MAX_UP):
        if token.head == token:
            return None
        token = token.head
        if token.i in cues:
            return next((t.interval for t in near if t.governor == token.i), None)
    return None


def _within(mention: TimeMention, token: Token) -> bool:
    inside = token.left_edge.i <= mention.head <= token.right_edge.i
    return inside and syntax.below(token.doc[mention.head], token)


def _own_tense(predicate: Token) -> bool:
    """Tell whether a subordinate clause has a present or perfect tense of its own, so that no date above it applies."""
    auxiliaries = {c.lower_ for c in syntax.children(predicate, "aux", "auxpass")}
    perfect = bool(auxiliaries & {"have", "has", "'ve"})
    present = predicate.tag_ in {"VBZ", "VBP"} or bool(auxiliaries & {"is", "are", "'s", "'re"})
    return (perfect or present) and predicate.dep_ in {"relcl", "advcl", "ccomp", "acl", "conj"}


def _from_above(trigger: Trigger, near: list[TimeMention], cues: frozenset[int]) -> tuple[Interval | None, bool]:
    later = [
        c
        for c in syntax.children(trigger.predicate, "conj")
        if not any(k.dep_ in syntax.SUBJECTS for k in dependents(c))
    ]
    for mention in near:
        if any(mention.governor == c.i or _within(mention, c) for c in later):
            return mention.interval, False
    token, until = trigger.token, False
    for _ in range(MAX_UP):
        if token.dep_ == "relcl":
            dated = next((t for t in near if t.first <= token.head.i < t.last), None)
            if dated is not None:  # "on March 23, when a bridge was destroyed"
                return _day_itself(dated.interval), False
        if token.head == token or (token.dep_ == "relcl" and word(token.head) not in TIME_NOUNS):
            break
        coordinated = token.dep_ == "conj"
        until = until or _earlier(token)
        token = token.head
        for mention in near:
            if mention.governor is None:
                continue
            same = mention.governor == token.i or (coordinated and _shares(mention.governor, token))
            if same or (_within(mention, token) and _light(mention, token)):
                bounded = until and mention.interval is not None and mention.interval.mod != "ON_OR_BEFORE"
                return mention.interval, bounded or mention.governor in cues
    return None, False


def _day_itself(interval: Interval | None) -> Interval | None:
    """Return the day that "since July 26, when they closed the crossings" names: the clause tells of that day."""
    if interval is None or interval.start is None or interval.mod != "ON_OR_AFTER":
        return interval
    end = interval.start_latest or interval.start
    return replace(interval, end=end, start_latest=None, mod=None, precision=TimePrecision.DAY)


def _earlier(token: Token) -> bool:
    """Tell whether a clause or phrase lies before the one above it: "closed on Monday after it had been shelled"."""
    after = any(c.dep_ == "mark" and c.lower_ == "after" for c in dependents(token))
    pluperfect = token.dep_ == "advcl" and any(c.lower_ == "had" and c.dep_ == "aux" for c in dependents(token))
    return after or pluperfect or (token.dep_ == "pobj" and token.head.lower_ in {"after", "following", "since"})


def _shares(governor: int, verb: Token) -> bool:
    """Tell whether a date of one coordinated clause holds for the next: it governs the first verb or its infinitive."""
    return any(c.i == governor for c in syntax.children(verb, "xcomp", "ccomp"))


def _light(mention: TimeMention, token: Token) -> bool:
    governor = mention.governor
    return (
        governor is not None
        and token.doc[governor].head.i == token.i
        and token.doc[governor].dep_ in {"dobj", "prep", "npadvmod", "pobj"}
    )


def counts(trigger: Trigger, event_type: str, layers: Layers) -> tuple[Quantity, ...]:
    """Return the counts that belong to an event: those of its word, of words coordinated with it, of its nouns."""
    counted = {q.governor for q in layers.quantities if not q.quantity.unknown}
    words = {t.i for t in syntax.conjuncts(trigger.token) if t == trigger.token or t.i not in counted} | {
        trigger.predicate.i
    }
    if trigger.token.dep_ == "pobj" and trigger.token.head.lower_ == "in":
        words.add(trigger.token.head.i)  # "are in need"
    words |= {
        c.i
        for c in syntax.children(trigger.token, "acomp", "oprd", "xcomp", "ccomp", "dobj")
        if event_type == "CASUALTIES"
    }
    nouns = _nouns(trigger)
    found = [q.quantity for q in layers.quantities if _belongs(q, words, nouns, event_type)]
    if event_type.startswith("HUMANITARIAN_NEED"):  # "3,000 households remain without water" are in need of it
        found = [replace(q, kind="affected") if q.kind == "remaining" else q for q in found]
    if not found:
        found = list(_named_by_event(trigger, event_type, words | nouns, layers))
    if not found:
        found = list(_plural(trigger))
    return tuple(dict.fromkeys(found))


KIND_OF_EVENT = {
    "EVACUATION": "evacuated",
    "DISPLACEMENT": "displaced",
    "POPULATION_FIGURE": "population",
    "HUMANITARIAN_NEED": "affected",
    "HUMANITARIAN_SITUATION": "affected",
    "ABDUCTION_DETENTION": "detained",
    "FOREIGN_FIGHTERS": "fighters",
}
"""What a number of people counts in an event whose word does not say it itself (METHOD B9)."""


def _named_by_event(trigger: Trigger, event_type: str, tokens: set[int], layers: Layers) -> Iterator[Quantity]:
    """Yield the counts of people that only the event gives a kind: "about 8,000 people had been driven out"."""
    kind = _kind_of(trigger, event_type)
    if kind is None:
        return
    verb = trigger.predicate
    tokens |= {s.i for c in syntax.children(verb, "ccomp", "xcomp", "dobj") for s in syntax.children(c, "nsubj")}
    for mention in layers.open_counts:
        if mention.counted in tokens or mention.first in tokens or mention.governor in tokens:
            unit = "persons" if mention.quantity.unit == "items" else mention.quantity.unit
            yield replace(mention.quantity, kind=kind, unit=unit)
    for mention in layers.quantities:
        governor = mention.governor if mention.governor != mention.counted else None
        giver = layers.doc[governor] if governor is not None else None
        described = giver is not None and giver.dep_ in {"amod", "compound"}
        if described and mention.counted in tokens and mention.quantity.kind in CONDITIONS_OF_PEOPLE:
            yield replace(mention.quantity, kind=kind)  # "450 wounded people were taken out" counts who was taken out


def _kind_of(trigger: Trigger, event_type: str) -> str | None:
    """Return what a count of people means by the event alone."""
    lemma = word(trigger.token)
    if event_type.partition(".")[0] in {"CASUALTIES", "ATTACK_ON_CIVILIANS"}:
        return next(
            (kind for kind, words in CASUALTY_WORDS.items() if lemma in words or trigger.token.lower_ in words), None
        )
    if event_type == "HUMANITARIAN_NEED" and lemma in {"need", "require"}:
        return "in_need"
    if event_type == "ABDUCTION_DETENTION" and lemma in ABDUCTING:
        return "abducted"
    if event_type == "SIEGE":
        return "trapped"
    return KIND_OF_EVENT.get(event_type.partition(".")[0])


CONDITIONS_OF_PEOPLE = frozenset({"injured", "displaced", "detained", "trapped"})
"""Kinds that an adjective before the noun may give, though something else befell the people counted."""
CASUALTY_WORDS = lexicon("counted_kinds")["casualty_words"]
ABDUCTING = frozenset(lexicon("counted_kinds")["abducting"])
CASUALTY_KINDS = frozenset({"killed", "injured", "casualties", "missing"})


def _belongs(mention: QuantityMention, words: set[int], nouns: set[int], event_type: str) -> bool:
    casualty = mention.quantity.kind in CASUALTY_KINDS
    if casualty and event_type.partition(".")[0] not in {"CASUALTIES", "ATTACK_ON_CIVILIANS"}:
        return False
    if event_type == "CASUALTIES" and not casualty:
        return False
    return mention.governor in words or mention.counted in nouns or mention.counted in words or mention.first in nouns


def _nouns(trigger: Trigger) -> set[int]:
    heads = list(syntax.objects(trigger.token)) if not trigger.nominal else []
    subject = syntax.subject(trigger.token.head if trigger.token.dep_ == "prep" else trigger.predicate)
    if subject is not None:
        heads += list(syntax.conjuncts(subject))
    found = {h.i for h in heads}
    for head in heads:
        found |= {noun.i for name, noun in syntax.prepositional(head) if name == "of"}
        found |= {c.i for c in syntax.children(head, "nummod")}
    return found


def _plural(trigger: Trigger) -> Iterator[Quantity]:
    """Yield "at least two" for a bare plural of events that are counted (METHOD B9)."""
    noun = trigger.process if trigger.process is not None else trigger.token
    counted = PLURAL_EVENTS.get(word(noun))
    bare = noun.tag_ == "NNS" and not any(
        c.dep_ in {"det", "nummod", "poss"} or c.tag_ in {"JJR", "PDT"} for c in dependents(noun)
    )
    if counted is not None and bare:
        span = syntax.token_span(noun)
        yield Quantity(counted[0], counted[1], 2, None, "bare_plural", mention=syntax.quote(noun.doc, span))
