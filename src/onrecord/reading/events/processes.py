"""Processes that run through phases: ceasefires, corridors, evacuations, talks, sieges (lexicon ``processes``).

The noun names the process, the predicate it depends on the phase: "the ceasefire collapsed", "to violate a truce".
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.model.span import Span
from onrecord.reading import syntax
from onrecord.reading.clause_words import clause_words
from onrecord.reading.dependents import dependents
from onrecord.reading.layers import Layers
from onrecord.reading.syntax import word

__all__ = ["Phase", "by_office", "phases_of"]

NOMINAL = frozenset({"NOUN", "PROPN", "VERB"})
ANNOUNCING = frozenset({"announce", "declare", "propose", "promise", "offer", "order", "allow", "permit", "agree",
                        "call", "urge", "demand", "plan", "pledge", "schedule", "expect", "reject", "hold", "have",
                        "be", "carry", "conduct", "suggest", "discuss", "appeal", "ask", "request", "press", "accept",
                        "back", "welcome", "organise", "organize", "prepare", "guarantee"})  # fmt: skip
"""Verbs that report or hold a process rather than do something to it: the noun is the trigger then."""
COPULAR = frozenset({"be", "remain", "become", "prove", "get", "seem", "appear", "stay"})
FAILS_WITH_AGENT = {"EVACUATION.IMPEDED": "EVACUATION.OBSTRUCTED"}
NAMED_PHASES = frozenset({"CEASEFIRE.VIOLATION", "CEASEFIRE.COLLAPSED", "CEASEFIRE.EXTENDED", "CEASEFIRE.EXPIRED",
                          "CEASEFIRE.REJECTED", "CORRIDOR.CLOSED", "EVACUATION.COMPLETED"})  # fmt: skip
"""Phases that a noun of their own names: "a violation of the truce"."""
TIME_NOUNS = clause_words("time_nouns")
MAX_LINKS = 5
EXPRESSION = 4
"""Words from a verb to its noun that still make one expression: "proposed a route"."""
REACH = 40
"""Tokens between a process noun's sentence and the sentence of a pronoun for it: about one sentence."""
TELLING = frozenset({"take effect", "come into force", "come into effect", "go into effect", "go into force",
                     "enter into force", "collapse", "expire", "hold", "break down", "violate", "break", "breach",
                     "extend", "fall apart", "take hold", "lapse", "observe", "respect", "be over", "regard as over",
                     "prolong", "renew", "unravel", "call off", "violation", "adhere to", "abide by",
                     "come under fire", "be in tatter", "be under way", "reject", "flout", "abandon", "scrap",
                     "repudiate", "revoke", "renounce", "annul", "tear up", "crumble", "disintegrate", "fray",
                     "run out", "comply with", "honour", "honor", "uphold", "infringe", "initial", "ignore",
                     "terminate", "stick to", "stay in place", "stay in force", "stay in effect", "remain in force",
                     "remain in place", "remain in effect", "be in force", "be in effect", "be in place",
                     "spurn", "exclude", "ratify"})  # fmt: skip
"""Phase words that need no noun beside them to be understood."""
RECALLS = {
    "offer": frozenset({"CEASEFIRE.PROPOSED", "CEASEFIRE.REJECTED", "CEASEFIRE.AGREED"}),
    "proposal": frozenset({"CEASEFIRE.PROPOSED", "CEASEFIRE.REJECTED", "CEASEFIRE.AGREED"}),
    "initiative": frozenset({"CEASEFIRE.PROPOSED", "CEASEFIRE.REJECTED", "CEASEFIRE.AGREED", "CEASEFIRE.COLLAPSED"}),
}
"""What may be said of an offer; of the other definite nouns, whatever is no proposing or agreeing."""
BEGINS = (".PROPOSED", ".AGREED", ".DECLARED", ".ANNOUNCED")
DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "their"})
WAY_OUT = frozenset({"civilian", "evacuate", "evacuation", "humanitarian", "safe", "flee", "leave", "evacuee",
                     "resident", "green", "exit", "escape", "family", "wounded", "bus", "aid", "refugee", "child",
                     "inhabitant", "convoy"})  # fmt: skip
"""Words beside which a corridor, a passage or a route is a way out for people."""
INDOORS = frozenset({"building", "hospital", "hotel", "school", "floor", "power", "house", "flat", "ward", "block",
                     "office"})  # fmt: skip
OTHER_WAYS = frozenset({"supply", "pipeline", "bus", "trade", "flight", "rail", "shipping", "smuggling",
                        "trafficking", "land", "transport", "tourist", "sea", "air", "migration", "back",
                        "alternative", "main", "rite"})  # fmt: skip
CARRIERS = frozenset({"airline", "flight", "tram", "cycling", "cyclist", "railway", "tourist", "passenger",
                      "marathon", "runner"})  # fmt: skip
ARRANGING = frozenset({"propose", "agree", "coordinate", "approve", "offer", "request",
                       "announce"})  # fmt: skip
WORKINGS = frozenset({"work", "functioning", "operation", "opening", "availability", "establishment", "start",
                      "creation", "idea", "use", "safety", "security"})  # fmt: skip
"""Nouns that only say that a process runs; what is done to them is done to it: "the work of the corridors"."""
COMMERCIAL = frozenset({"merger", "takeover", "pay", "contract", "salary", "wage", "transfer", "budget", "sale",
                        "business"})  # fmt: skip
STATESMEN = frozenset({"negotiator", "minister", "delegation", "envoy", "diplomat", "mediator", "president",
                       "chancellor", "premier", "negotiation", "talk", "government", "ambassador",
                       "leader"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phase:
    """A process noun and the phase that its clause puts it in.

    Attributes:
        process: The noun.
        event_type: METHOD B5's type of the phase.
        trigger: The word that names the event: the phase's predicate, or the noun with light and announcing verbs.
        span: The trigger's characters, with an adverb that completes it.
        predicate: The phase's predicate; None where the noun stands alone and the process is only presupposed.
    """

    process: Token
    event_type: str
    trigger: Token
    span: Span
    predicate: Token | None


@cache
def _nouns() -> dict[str, str]:
    return {noun: name for name, entry in lexicon("processes").items() for noun in entry["nouns"]}


@cache
def _definite(process: str) -> frozenset[str]:
    return frozenset(lexicon("processes")[process]["definite"])


@cache
def _phase_words(process: str) -> dict[str, str]:
    return {w: kind for kind, words in lexicon("processes")[process]["phases"].items() for w in words}


def phases_of(layers: Layers) -> dict[int, Phase]:
    """Return the phase of each process noun of a document, by the token that is the trigger."""
    found: dict[int, Phase] = {}
    last: tuple[str, Token] | None = None
    cues = frozenset(report.cue_head for report in layers.reports)
    for token in layers.doc:
        phases: tuple[Phase | None, ...] = ()
        if token.pos_ in {"NOUN", "PROPN"}:
            process = process_of(token, last)
            if process is not None:
                phases = (phase_of(token, process), _fronted_phase(token, process))
                last = (process, token)
            elif last is not None and word(token) in _definite(last[0]) and (recalled := _recalled_phase(token, last)):
                phases = (recalled,)
            elif word(token) == "pause":
                phases = (_pause_phase(token),)
            elif last is not None and last[0] == "ceasefire":
                phases = (_named_phase(token, last),)
        elif last is not None and token.lower_ in PRONOUNS | REST:
            phases = (_pronoun_phase(token, last),)
        for phase in phases:
            if phase is not None:
                apart = _apart(phase, cues)
                found.setdefault(apart.trigger.i, apart)
    return found


def _apart(phase: Phase, cues: frozenset[int]) -> Phase:
    """Leave a verb that reports out of the trigger: it stands outside of what is reported ("proclaimed a truce")."""
    if phase.predicate is None or phase.predicate.i not in cues:
        return phase
    noun = phase.process if phase.trigger.i == phase.predicate.i else phase.trigger
    return replace(phase, trigger=noun, span=syntax.token_span(noun))


PRONOUNS = frozenset({"it", "they", "which", "that", "them"})
REST = frozenset({"another", "none", "neither"})
"""Words that stand for one more process of the kind just spoken of, or for none of them."""


def _near(token: Token, noun: Token) -> bool:
    return token.sent.start - noun.sent.end <= REACH


def _pronoun_phase(token: Token, last: tuple[str, Token]) -> Phase | None:
    """Read "it took effect", "breaking it" where the process last spoken of, at most two sentences before, can."""
    process, noun = last
    if token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"} or not _near(token, noun):
        return None
    if token.lower_ in REST and not token.dep_.startswith("nsubj"):
        return None
    words = _phase_words(process)
    for predicate in _predicates(token):
        kind = next((words[key] for key in _keys(predicate) if key in words and key in TELLING), None)
        if kind is None or predicate.pos_ not in {"VERB", "AUX", "NOUN"}:
            continue
        if kind == "CEASEFIRE.VIOLATION" and token.dep_ == "nsubj":
            continue  # a side or a war broke something, or out: a ceasefire is what is broken
        completes = syntax.children(predicate, "prt", "dobj" if token.dep_ != "dobj" else "prt")
        return Phase(noun, kind, predicate, syntax.token_span(predicate, *completes), predicate)
    return None


def _recalled_phase(token: Token, last: tuple[str, Token]) -> Phase | None:
    """Read "the pause was extended", "the deal fell apart", "studying the offer" of the process last spoken of."""
    process, noun = last
    definite = any(c.lower_ in DEFINITE for c in dependents(token))
    if (
        not definite
        or token.dep_ == "compound"
        or not _near(token, noun)
        or any(c.dep_ == "prep" for c in dependents(token))
    ):
        return None
    phase = phase_of(token, process)
    if phase is None or phase.predicate is None:
        return None
    allowed = RECALLS.get(word(token))
    if phase.event_type not in allowed if allowed is not None else phase.event_type.endswith(BEGINS):
        return None
    return phase


def _pause_phase(token: Token) -> Phase | None:
    """Read "a pause to which both had consented", "ruled out any pause": what is done to it shows that fire stops."""
    if any(word(noun) in UNARMED for _, noun in syntax.prepositional(token, "in", "for", "of")):
        return None
    phase = _governed(token, "ceasefire")
    return phase if phase is not None and phase.predicate is not None else None


UNARMED = frozenset({"breath", "thought", "reflection", "aid", "talk", "talks", "negotiation", "delivery",
                     "conversation", "speech", "payment", "growth", "rate"})  # fmt: skip
"""What pauses without a gun being laid down."""


def _named_phase(token: Token, last: tuple[str, Token]) -> Phase | None:
    """Read "he blamed the other side for the breakdown" of the ceasefire last spoken of."""
    process, noun = last
    kind = _phase_words(process).get(word(token))
    definite = any(c.lower_ in DEFINITE for c in dependents(token))
    if kind not in {"CEASEFIRE.COLLAPSED", "CEASEFIRE.VIOLATION"} or word(token) not in BREAKDOWNS or not definite:
        return None
    if not _near(token, noun) or any(c.dep_ in {"compound", "poss"} or c.lower_ == "of" for c in dependents(token)):
        return None
    return Phase(noun, kind, token, syntax.token_span(token), token)


BREAKDOWNS = frozenset({"breakdown", "collapse", "violation", "breach", "infringement", "infraction", "demise"})


def _fronted_phase(token: Token, process: str) -> Phase | None:
    """Read the participle before the subject: "Announced overnight, the truce was to last three days"."""
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    for clause in syntax.children(token.head, "advcl"):
        kind = _phase_words(process).get(word(clause))
        bare = (
            clause.tag_ == "VBN"
            and clause.i < token.i
            and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in dependents(clause))
        )
        if kind is not None and bare:
            return Phase(token, kind, clause, syntax.token_span(clause), clause)
    return None


def process_of(token: Token, last: tuple[str, Token] | None = None) -> str | None:
    """Return the process that a noun names, or None.

    Args:
        token: Any token.
        last: The process last spoken of and its noun, which tell what "a route" or "the corridor" is.
    """
    if token.pos_ not in {"NOUN", "PROPN"}:
        return None
    nouns = _nouns()
    found = nouns.get(word(token)) or nouns.get(token.lower_)
    if found is None and token.dep_ != "compound":
        found = next((nouns[key] for key in _long_names(token) if key in nouns), None)
    if found == "talks" and not _diplomatic(token):
        return None
    if found == "corridor" and not _way_out(token, last):
        return None
    return found


def _long_names(token: Token) -> list[str]:
    """Return what a noun is called with a word before it, or with "of" and a word after it."""
    names = [f"{c.lower_} {word(token)}" for c in dependents(token) if c.dep_ in {"amod", "compound"}]
    return names + [
        f"{word(token)} {prep} {noun.lower_}" for prep, noun in syntax.prepositional(token, "of", "to", "in")
    ]


def _diplomatic(token: Token) -> bool:
    """Tell whether talks are between states or armed sides, so far as the words beside them show."""
    if any(c.lower_ in COMMERCIAL for c in dependents(token)):
        return False
    noun = word(token)
    if noun == "round" and not _round_of_talks(token):
        return False
    if noun in {"meeting", "round", "discussion"}:
        party = any(n.pos_ == "PROPN" for name, n in syntax.prepositional(token, "with", "between")) and noun != "round"
        return party or any(word(t) in STATESMEN or t.lower_ in DIPLOMATIC for t in token.sent)
    return True


def _round_of_talks(token: Token) -> bool:
    """Tell whether a bare round is one of talks: "mortar rounds" are none, "a round of talks" is read at its talks."""
    of = any(True for _ in syntax.prepositional(token, "of"))
    fired = any(word(c) in ROUNDS_FIRED for c in dependents(token) if c.dep_ in {"compound", "amod", "nummod"})
    return not fired and not of


ROUNDS_FIRED = frozenset({"mortar", "artillery", "tank", "live", "rifle", "howitzer", "shell", "rubber", "plastic",
                          "calibre", "caliber", "fired", "unexploded", "warning"})  # fmt: skip
DIPLOMATIC = frozenset({"diplomatic", "peace", "delegations", "foreign", "ministers", "negotiators",
                        "envoys"})  # fmt: skip


def _way_out(token: Token, last: tuple[str, Token] | None) -> bool:
    """Tell whether a corridor, passage or route is a way out: by its own words, its sentence or what went before."""
    own = {c.lower_ for c in dependents(token)}
    if own & (WAY_OUT - {"bus"}) or own & {"coordinated", "agreed", "proposed"}:
        return True
    if (
        own & OTHER_WAYS
        or any(word(t) in CARRIERS for t in token.sent)
        or any(word(noun) in INDOORS for _, noun in syntax.prepositional(token, "of"))
    ):
        return False
    if word(token) == "route" and any(word(p) in ARRANGING for p in _predicates(token)):
        return True
    if last is not None and last[0] in {"corridor", "evacuation", "ceasefire"} and _near(token, last[1]):
        return True
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "of", "down", "along", "into", "at"}:
        return False  # where somebody is, not what is opened for them
    plain = word(token) == "corridor" and (token.dep_ in {"nsubj", "nsubjpass", "dobj"} or token.tag_ == "NNS")
    if plain and _governed(token, "corridor") is not None:
        return True
    return any(word(t) in WAY_OUT for t in token.sent)


def phase_of(token: Token, process: str) -> Phase | None:
    """Return the phase of a process noun; None where it only modifies another noun ("ceasefire monitors")."""
    entry = lexicon("processes")[process]
    if word(token) == "cessation":
        phase = _governed(token, process)
        inner = next((noun for _, noun in syntax.prepositional(token, "of")), token)
        return (
            replace(phase, process=inner)
            if phase is not None
            else Phase(inner, entry["alone"], token, syntax.token_span(token), token)
        )
    if token.dep_ == "compound" and token.head.pos_ in {"NOUN", "PROPN"}:
        return _compound_phase(token, process)
    if token.dep_ == "dobj" and by_office(token.head):
        return None
    found = _governed(token, process)
    return found if found is not None else Phase(token, entry["alone"], token, syntax.token_span(token), None)


def by_office(verb: Token) -> bool:
    """Tell whether a relative clause only says what somebody is: "Lord Carrington, who chairs the conference"."""
    who = any(c.dep_ == "nsubj" and c.lower_ == "who" for c in dependents(verb))
    return verb.dep_ == "relcl" and verb.tag_ == "VBZ" and who and word(verb) in OFFICES


OFFICES = frozenset({"chair", "lead", "head", "oversee", "run", "supervise", "coordinate", "mediate", "host",
                     "monitor", "moderate", "facilitate"})  # fmt: skip


def _governed(token: Token, process: str) -> Phase | None:
    """Return the phase that a word above or beside the noun names."""
    words = _phase_words(process)
    named = [
        (kind, predicate)
        for predicate in [*_forcing(token), *_predicates(token)]
        if (kind := next((words[key] for key in _keys(predicate) if key in words), None)) is not None
    ]
    if not named:
        return None
    kind, predicate = named[0]
    if predicate.pos_ == "NOUN" and kind.endswith(".PROPOSED"):
        answer = next((pair for pair in named[1:] if pair[0].endswith(ANSWERS)), None)
        kind, predicate = answer if answer is not None else named[0]
    return _phase(token, kind, predicate)


OF_FORCE = frozenset({"effect", "hold", "root"})
"""What an arrangement takes when it comes into force."""
ANSWERS = (".REJECTED", ".AGREED")
"""What may be done to a call or a proposal: "rejected calls for a truce"."""
SHORT_LIVED = frozenset({"last", "survive", "endure"})
"""Verbs whose denial says that an arrangement came to its end: "a truce that did not last"."""


def _forcing(token: Token) -> Iterator[Token]:
    """Yield the adjective that makes an evacuation a forced one, whatever its verb."""
    return (c for c in syntax.children(token, "amod") if c.lower_ in {"forced", "forcible"})


def _compound_phase(token: Token, process: str) -> Phase | None:
    """Read "ceasefire violations", "evacuation efforts": the head noun may name the phase."""
    head = token.head
    kind = _phase_words(process).get(word(head))
    if kind is None:
        return None
    if kind.endswith(".PROPOSED"):
        for predicate in _predicates(head):
            answer = next((found for key in _keys(predicate) if (found := _phase_words(process).get(key))), "")
            if answer.endswith(ANSWERS):
                return _phase(token, answer, predicate)  # "the ceasefire plan was turned down"
    return Phase(token, kind, head, syntax.token_span(head), head)


def _phase(noun: Token, kind: str, predicate: Token) -> Phase:
    short = word(predicate) in SHORT_LIVED and kind.startswith("CEASEFIRE") and noun.i < predicate.i
    if short and any(c.dep_ == "neg" for c in dependents(predicate)):
        return Phase(noun, "CEASEFIRE.COLLAPSED", noun, syntax.token_span(noun), noun)
    if word(predicate) == "extend" and noun.dep_ == "nsubj" and not any(True for _ in syntax.objects(predicate)):
        kind = kind.replace("EXTENDED", "IN_EFFECT")  # "the truce does not extend to the town": where it holds
    names_phase = predicate.pos_ == "NOUN" and kind in NAMED_PHASES
    nominal = not names_phase and (
        kind == "DIPLOMACY.TALKS"
        or (word(predicate) in ANNOUNCING | COPULAR and kind != "CEASEFIRE.HOLDING")
        or predicate.pos_ in {"ADJ", "NOUN", "ADP", "ADV"}
        or (word(predicate) == "take" and not any(c.lower_ in OF_FORCE for c in dependents(predicate)))
        or (word(predicate) == "enter" and any(True for _ in syntax.children(predicate, "dobj")))
    )
    if kind in FAILS_WITH_AGENT and predicate.pos_ == "VERB" and noun.dep_ == "dobj":
        agent = syntax.agent_phrase(predicate)
        kind = FAILS_WITH_AGENT[kind] if agent is not None and agent.pos_ == "PROPN" else kind
    if nominal:
        close = noun.dep_ == "dobj" and 0 < noun.i - predicate.i <= EXPRESSION and predicate.pos_ == "VERB"
        span = syntax.token_span(predicate, noun) if close else syntax.token_span(noun)
        return Phase(noun, kind, noun, span, predicate if predicate.pos_ != "ADP" else predicate.head)
    adverbs = [c for c in syntax.children(predicate, "advmod", "prt") if c.i == predicate.i + 1]
    if word(predicate) == "take":
        adverbs = [c for c in syntax.children(predicate, "dobj") if c.lower_ in OF_FORCE]
    return Phase(noun, kind, predicate, syntax.token_span(predicate, *adverbs), predicate)


def _keys(predicate: Token) -> list[str]:
    """Return what the phase tables may hold for a predicate: with particle, with object, with complement, bare."""
    lemma = word(predicate)
    keys = [f"{lemma} {c.lower_}" for c in dependents(predicate) if c.dep_ in {"prt", "dobj", "advmod", "acomp"}]
    for c in syntax.children(predicate, "prep", "agent"):
        for n in dependents(c):
            if n.dep_ in {"pobj", "pcomp", "amod", "advmod", "acomp"}:
                keys += [f"{lemma} {c.lower_} {n.lower_}", f"{lemma} {c.lower_} {word(n)}"]
        keys.append(f"{lemma} {c.lower_}")
    if lemma in COPULAR:
        keys += [word(c) for c in syntax.children(predicate, "acomp", "attr")]
        keys += [word(k) for c in syntax.children(predicate, "acomp") for k in syntax.conjuncts(c)]
        keys += [f"{lemma} in {word(c)}" for c in syntax.children(predicate, "attr")]
        keys += [
            f"under {n.lower_}"
            for c in syntax.children(predicate, "prep")
            if c.lower_ == "under"
            for n in dependents(c)
        ]
    if not any(c.lower_ == "out" and lemma == "break" for c in dependents(predicate)):
        keys.append(lemma)  # a war that "broke out" broke nothing
    return keys


def _lost_subject(noun: Token) -> list[Token]:
    """Return the main verb where the parser gave its subject to a participle: "truces meant to help have ended"."""
    verb = noun.head
    if noun.dep_ == "nsubj" and verb.dep_ == "advcl" and verb.tag_ in {"VBN", "VBD"} and verb.i < verb.head.i:
        main = verb.head
        if not any(c.dep_ in {"nsubj", "nsubjpass"} for c in dependents(main)):
            return [main]
    return []


def _announced_clause(noun: Token) -> list[Token]:
    """Return the announcing verb whose object the parser made a clause: "declared a ceasefire starting at ten"."""
    verb = noun.head
    above = verb.head
    return [above] if verb.tag_ == "VBG" and verb.dep_ in {"ccomp", "acl"} and word(above) in ANNOUNCING else []


def _verbs_of(node: Token) -> list[Token]:
    """Return the verb of a subject or object with its infinitives and what is coordinated with it."""
    found = [*_lost_subject(node), *_announced_clause(node), node.head, *syntax.children(node.head, "xcomp")]
    found += [x for c in syntax.children(node.head, "acomp") for x in syntax.children(c, "xcomp")]
    if node.dep_ != "dobj" or word(node.head) in {"be", "have"}:
        joined = syntax.children(node.head, "conj")
        found += [c for c in joined if not any(k.dep_ in {"nsubj", "nsubjpass"} for k in dependents(c))]
    return found


def _predicates(token: Token) -> list[Token]:
    """Return the words that may name the phase, nearest first: participles, the verb above, "violation of ..."."""
    found: list[Token] = []
    late: list[Token] = []
    node = token
    for _ in range(MAX_LINKS):
        while node.dep_ == "conj" and node.head.pos_ in NOMINAL and node.pos_ in {"NOUN", "PROPN"}:
            node = node.head
        if node.dep_ in {"nsubj", "nsubjpass", "dobj", "attr", "oprd"}:
            found += _verbs_of(node)
            break
        if node.dep_ == "pobj":
            above = node.head.head
            if above.pos_ == "ADP" and above.dep_ == "prep":  # "pull out of the truce"
                above = above.head
            if above.pos_ in {"VERB", "AUX"}:
                if node.head.lower_ in {"to", "of", "for", "on", "with", "by", "from"}:
                    found.append(above)
                break
            if word(above) in TIME_NOUNS:
                break  # "on the first night of the siege" says when
            if node.head.lower_ in {"of", "to", "for", "on", "in"} and above.pos_ in {"NOUN", "PROPN"}:
                (late if word(above) in WORKINGS else found).append(above)
                node = above
                continue
        break
    return (
        found
        + late
        + [c for c in dependents(token) if c.dep_ in {"acl", "relcl"} or (c.dep_ == "amod" and c.pos_ == "VERB")]
    )
