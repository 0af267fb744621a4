"""Which nouns name a ceasefire, a corridor, an evacuation, talks or a siege, and which only look it (METHOD B13)."""

from functools import cache

from spacy.tokens import Token

from onrecord.lexicons.load import lexicon
from onrecord.reading import syntax
from onrecord.reading.dependents import dependents
from onrecord.reading.events.phase_words import names_phase, predicates
from onrecord.reading.syntax import word

__all__ = ["near", "process_of"]

REACH = 40
"""Tokens between a process noun's sentence and the sentence of a pronoun for it: about one sentence."""
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
COMMERCIAL = frozenset({"merger", "takeover", "pay", "contract", "salary", "wage", "transfer", "budget", "sale",
                        "business"})  # fmt: skip
STATESMEN = frozenset({"negotiator", "minister", "delegation", "envoy", "diplomat", "mediator", "president",
                       "chancellor", "premier", "negotiation", "talk", "government", "ambassador",
                       "leader"})  # fmt: skip


@cache
def _nouns() -> dict[str, str]:
    return {noun: name for name, entry in lexicon("processes").items() for noun in entry["nouns"]}


def near(token: Token, noun: Token) -> bool:
    """Tell whether a pronoun or a definite noun stands close enough to a process to mean it."""
    return token.sent.start - noun.sent.end <= REACH


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
    if found is None and token.dep_ != "compound" and word(token) in _in_long_names():
        found = next((nouns[key] for key in _long_names(token) if key in nouns), None)
    if found == "talks" and not _diplomatic(token):
        return None
    if found == "corridor" and not _way_out(token, last):
        return None
    return found


@cache
def _in_long_names() -> frozenset[str]:
    """Return the nouns that a name of several words may have for its head: most nouns of a text are none."""
    return frozenset(part for name in _nouns() if " " in name for part in (name.split()[0], name.split()[-1]))


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
    if word(token) == "route" and any(word(p) in ARRANGING for p in predicates(token)):
        return True
    if last is not None and last[0] in {"corridor", "evacuation", "ceasefire"} and near(token, last[1]):
        return True
    if token.dep_ == "pobj" and token.head.lower_ in {"in", "of", "down", "along", "into", "at"}:
        return False  # where somebody is, not what is opened for them
    plain = word(token) == "corridor" and (token.dep_ in {"nsubj", "nsubjpass", "dobj"} or token.tag_ == "NNS")
    if plain and names_phase(token, "corridor"):
        return True
    return any(word(t) in WAY_OUT for t in token.sent)
