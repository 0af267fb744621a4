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
from onrecord.reading.dependents import dependents
from onrecord.reading.events.phase_words import ANNOUNCING, COPULAR, keys, phase_words, predicates
from onrecord.reading.events.process_nouns import near, process_of
from onrecord.reading.layers import Layers
from onrecord.reading.sentences import tokens_of
from onrecord.reading.syntax import word

__all__ = ["Phase", "by_office", "phases_of"]

FAILS_WITH_AGENT = {"EVACUATION.IMPEDED": "EVACUATION.OBSTRUCTED"}
NAMED_PHASES = frozenset({"CEASEFIRE.VIOLATION", "CEASEFIRE.COLLAPSED", "CEASEFIRE.EXTENDED", "CEASEFIRE.EXPIRED",
                          "CEASEFIRE.REJECTED", "CORRIDOR.CLOSED", "EVACUATION.COMPLETED"})  # fmt: skip
"""Phases that a noun of their own names: "a violation of the truce"."""
EXPRESSION = 4
"""Words from a verb to its noun that still make one expression: "proposed a route"."""
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
def _definite(process: str) -> frozenset[str]:
    return frozenset(lexicon("processes")[process]["definite"])


def phases_of(layers: Layers) -> dict[int, Phase]:
    """Return the phase of each process noun of a document, by the token that is the trigger."""
    found: dict[int, Phase] = {}
    last: tuple[str, Token] | None = None
    cues = frozenset(report.cue_head for report in layers.reports)
    for token in tokens_of(layers.doc):
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


def _pronoun_phase(token: Token, last: tuple[str, Token]) -> Phase | None:
    """Read "it took effect", "breaking it" where the process last spoken of, at most two sentences before, can."""
    process, noun = last
    if token.dep_ not in {"nsubj", "nsubjpass", "dobj", "pobj"} or not near(token, noun):
        return None
    if token.lower_ in REST and not token.dep_.startswith("nsubj"):
        return None
    words = phase_words(process)
    for predicate in predicates(token):
        kind = next((words[key] for key in keys(predicate) if key in words and key in TELLING), None)
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
        or not near(token, noun)
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
    kind = phase_words(process).get(word(token))
    definite = any(c.lower_ in DEFINITE for c in dependents(token))
    if kind not in {"CEASEFIRE.COLLAPSED", "CEASEFIRE.VIOLATION"} or word(token) not in BREAKDOWNS or not definite:
        return None
    if not near(token, noun) or any(c.dep_ in {"compound", "poss"} or c.lower_ == "of" for c in dependents(token)):
        return None
    return Phase(noun, kind, token, syntax.token_span(token), token)


BREAKDOWNS = frozenset({"breakdown", "collapse", "violation", "breach", "infringement", "infraction", "demise"})


def _fronted_phase(token: Token, process: str) -> Phase | None:
    """Read the participle before the subject: "Announced overnight, the truce was to last three days"."""
    if token.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    for clause in syntax.children(token.head, "advcl"):
        kind = phase_words(process).get(word(clause))
        bare = (
            clause.tag_ == "VBN"
            and clause.i < token.i
            and not any(c.dep_ in {"nsubj", "nsubjpass"} for c in dependents(clause))
        )
        if kind is not None and bare:
            return Phase(token, kind, clause, syntax.token_span(clause), clause)
    return None


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
    words = phase_words(process)
    named = [
        (kind, predicate)
        for predicate in [*_forcing(token), *predicates(token)]
        if (kind := next((words[key] for key in keys(predicate) if key in words), None)) is not None
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
    kind = phase_words(process).get(word(head))
    if kind is None:
        return None
    if kind.endswith(".PROPOSED"):
        for predicate in predicates(head):
            answer = next((found for key in keys(predicate) if (found := phase_words(process).get(key))), "")
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
