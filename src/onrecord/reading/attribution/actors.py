"""Who a noun phrase names: name, kind, role and affiliation as the text states them (METHOD B1, R-A5, R-P5, R-P6)."""

from functools import cache

from spacy.tokens import Doc, Token

from onrecord.lexicons.load import lexicon
from onrecord.model.attribution import Speaker, SpeakerKind
from onrecord.reading.attribution.cues import word_set
from onrecord.reading.attribution.outlets import is_outlet, is_platform, outlet_in
from onrecord.reading.attribution.phrases import apposition, core, mention, quote_of, words_of
from onrecord.reading.attribution.states import demonym_state, seat_state, state
from onrecord.reading.dependents import dependents, lefts, rights

__all__ = ["describe", "is_sides", "kind_of"]

ARTICLES = frozenset(
    {
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "another",
        "“",
        '"',
        "'",
        "‘",
    }
)


@cache
def _named() -> dict[str, SpeakerKind]:
    named = lexicon("actors")["named"]
    return {name.lower(): SpeakerKind(kind) for kind, names in named.items() for name in names}


@cache
def _heads() -> dict[str, SpeakerKind]:
    heads = lexicon("actors")["heads"]
    return {word: SpeakerKind(kind) for kind, words in heads.items() for word in reversed(words)}


def is_sides(phrase: str) -> bool:
    """Tell whether a phrase stands for the two opposed parties: "both sides" (R-C3)."""
    return phrase.lower() in word_set("sides", "actors")


def describe(doc: Doc, token: Token) -> Speaker:
    """Return the speaker that a noun phrase names, as far as its own words say.

    Args:
        doc: The parse.
        token: Head of the phrase.

    A capital stands for its state (R-P5, ``resolved_by``); "X sources" and "officials" stay what they are and never
    become the state (R-A5, R-P6). Pronouns and repeated surnames are `speakers.resolve`'s business.
    """
    quote = quote_of(doc, *mention(token))
    first, last = core(token)
    first = _past_articles(doc, first, token.i)
    person = _person(doc, token, first)
    if person is not None:
        name, role, affiliation = person
        beside = apposition(token)
        if beside is not None and role is None:
            role, affiliation = _role(doc, beside)
        return Speaker(name, mention=quote, kind=SpeakerKind.PERSON, role=role, affiliation=affiliation)
    named = _named_beside(doc, token)
    if named is not None:
        start, end = mention(token)
        quote = quote_of(doc, start, max(end, end + 1 + len(named.split())) if named not in quote.exact else end)
        role, affiliation = _role(doc, token)
        return Speaker(named, mention=quote, kind=SpeakerKind.PERSON, role=role, affiliation=affiliation)
    if token.lower_ in word_set("images"):
        quote = quote_of(doc, max(core(token)[0], _past_verb(doc, first, token.i)), token.i)
        return Speaker(token.lower_, mention=quote, kind=SpeakerKind.IMAGES)
    name = _phrase_name(doc, token, first, last)
    kind = kind_of(token, name)
    if kind is SpeakerKind.OUTLET:
        return Speaker(_outlet_name(doc, token, name), mention=quote, kind=kind)
    if kind is SpeakerKind.STATE:
        resolved = state(name)
        if resolved is None:
            return Speaker(seat_state(name) or name, mention=quote, kind=kind, resolved_by="R-P5")
        return Speaker(resolved, mention=quote, kind=kind)
    role, affiliation = _role(doc, token) if kind is SpeakerKind.PERSON else (None, None)
    return Speaker(name, mention=quote, kind=kind, role=role, affiliation=affiliation)


def _past_articles(doc: Doc, first: int, head: int) -> int:
    while first < head and doc[first].lower_ in ARTICLES:
        first += 1
    if doc[first].lower_ == "both" and first < head and not is_sides(words_of(doc, first, head)):
        return _past_articles(doc, first + 1, head)
    return first


def _named_beside(doc: Doc, token: Token) -> str | None:
    """Return the name that explains a role: "the governor, Petra Novak"."""
    if token.lower_ not in word_set("roles", "roles") and token.lower_ not in ("another", "other", "one"):
        return None
    beside = apposition(token)
    person = _person(doc, beside, _past_articles(doc, core(beside)[0], beside.i)) if beside is not None else None
    if person is not None:
        return person[0]
    start = core(token)[1] + 2
    if start >= len(doc) or doc[start - 1].text != "," or doc[start].pos_ != "PROPN":
        return None
    stop = start
    while stop + 1 < len(doc) and doc[stop + 1].pos_ == "PROPN":
        stop += 1
    closed = stop + 1 < len(doc) and doc[stop + 1].text in (",", ".")
    return words_of(doc, start, stop) if closed and stop > start else None


def _outlet_name(doc: Doc, token: Token, name: str) -> str:
    """Return an outlet's own name out of what introduces it: "state news agency X" is X."""
    following = doc[token.i + 1] if token.i + 1 < len(doc) else token
    if token.pos_ == "NOUN" and following.pos_ == "PROPN":
        return words_of(doc, following.i, core(following)[1])
    return outlet_in(name) or name


def _past_verb(doc: Doc, first: int, head: int) -> int:
    """Step over a verb that the parse took into the phrase: "broadcast images"."""
    while first < head and doc[first].lemma_ in word_set("broadcasting"):
        first += 1
    return first


def _phrase_name(doc: Doc, token: Token, first: int, last: int) -> str:
    """Return a body's or group's name; of a name's prepositions only "of" and "for" are kept: Ministry of Defense."""
    if token.pos_ == "PROPN" or token.ent_type_ == "ORG":
        stop = token.i
        for child in rights(token):
            if child.dep_ == "prep" and child.lower_ in ("of", "for") and child.i <= last:
                stop = min(last, child.right_edge.i)
        if not token.ent_type_:
            last = stop
    words = words_of(doc, min(first, last), last)
    return " ".join(words.strip('“”"‘ ').split())


def kind_of(token: Token, name: str) -> SpeakerKind:
    """Return what sort of speaker a noun phrase names; the words decide before the entity recogniser does."""
    named = _named().get(name.lower())
    if named is not None:
        return named
    if is_platform(name):
        return SpeakerKind.UNSPECIFIED_SOURCES
    if is_outlet(name):
        pressman = token.lower_ in word_set("pressmen") and token.tag_ == "NN" and outlet_in(name) is None
        return SpeakerKind.PERSON if pressman and name[:1].islower() else SpeakerKind.OUTLET
    if state(name) is not None or seat_state(name) is not None:
        return SpeakerKind.STATE
    if is_sides(name):
        return SpeakerKind.GROUP
    if " Without " in name:
        return SpeakerKind.ORGANISATION
    head = _heads().get(token.lower_)
    if head is SpeakerKind.CIVILIANS and token.tag_ == "NNP" and token.text[0].isupper() and " " in name:
        return SpeakerKind.ORGANISATION  # "the General Staff" is a body, "hospital staff" are people
    return head if head is not None else _kind_by_tag(token)


def _kind_by_tag(token: Token) -> SpeakerKind:
    """Return the kind of a speaker whom no lexicon knows: by role noun, then by entity."""
    roles = word_set("roles", "roles")
    if token.lower_ in roles or token.ent_type_ == "PERSON":
        return SpeakerKind.PERSON
    if token.tag_ == "NNS" and token.lower_.removesuffix("s") in roles:
        return SpeakerKind.UNSPECIFIED_SOURCES
    if token.ent_type_ == "NORP" or demonym_state(token.text) is not None:
        return SpeakerKind.GROUP
    return SpeakerKind.ORGANISATION if token.ent_type_ == "ORG" else SpeakerKind.UNKNOWN


def _person(doc: Doc, token: Token, first: int) -> tuple[str, str | None, str | None] | None:
    """Return name, title and affiliation of a named person, or None where the head is no person's name."""
    if token.pos_ != "PROPN":
        return None
    lower = token.lower_
    if lower in _heads() or lower in word_set("roles", "roles") or _is_body(doc, token, first):
        return None
    start = token.i
    while start > first and _in_name(doc, start - 1):
        start -= 1
    stop = token.i
    while (
        stop + 1 < len(doc)
        and doc[stop + 1].pos_ == "PROPN"
        and doc[stop + 1].ent_type_ == "PERSON"
        and doc[stop + 1].ent_iob_ == "I"
    ):
        stop += 1
    opening = token.i
    while opening > start and doc[opening].ent_iob_ == "I":
        opening -= 1
    if token.ent_type_ == "PERSON" and opening < token.i and not (opening > 0 and doc[opening - 1].text == "-"):
        start = max(start, opening)
    titled = start > first
    if token.ent_type_ in ("ORG", "GPE", "NORP", "LOC", "FAC", "DATE") and not titled:
        return None
    while start < token.i and doc[start].ent_type_ in ("NORP", "GPE"):
        start += 1
    name = " ".join(words_of(doc, start, stop).split())
    if not titled and token.ent_type_ != "PERSON" and start == stop:
        return None
    role, affiliation = _title(doc, first, start) if titled else (None, None)
    return name, role, affiliation


def _in_name(doc: Doc, index: int) -> bool:
    """Tell whether a token before a name's last word is part of the name; a hyphen is."""
    if doc[index].text == "-":
        return index > 0 and doc[index - 1].pos_ == "PROPN"
    return doc[index].pos_ in ("PROPN", "NOUN", "ADJ", "X") and not _ends_title(doc[index])


def _ends_title(token: Token) -> bool:
    return (
        token.lower_ in word_set("titles", "roles")
        or token.pos_ == "NOUN"
        or (token.pos_ == "ADJ" and token.ent_type_ != "PERSON")
    )


def _is_body(doc: Doc, token: Token, first: int) -> bool:
    words = words_of(doc, first, token.i)
    return any(
        known in _named() or is_outlet(known) or state(known) is not None or seat_state(known) is not None
        for known in (words.lower(), words, token.text if first == token.i else words)
    )


def _title(doc: Doc, first: int, start: int) -> tuple[str | None, str | None]:
    """Split the words before a name into affiliation and role: "Russian Foreign Minister"."""
    first = max((i + 1 for i in range(first, start - 1) if doc[i].pos_ == "VERB"), default=first)
    words = [doc[i] for i in range(first, start)]
    affiliation = None
    cut = 0
    for at, word in enumerate(words):
        if word.lower_ in word_set("roles", "roles"):
            break
        if (
            demonym_state(word.text) is not None
            or word.ent_type_ in ("NORP", "GPE", "ORG")
            or word.lower_ in ("'s", "’s")
        ):
            cut = at + 1
    if cut:
        affiliation = " ".join(w.text for w in words[:cut] if w.lower_ not in ("'s", "’s"))
    role = words_of(doc, words[cut].i, words[-1].i) if cut < len(words) else None
    if role is not None and role.lower() in word_set("honorifics", "roles"):
        role = None
    return role, affiliation


def _role(doc: Doc, token: Token) -> tuple[str | None, str | None]:
    """Return role and affiliation of a described person: "a spokesman for the army" is spokesman, army."""
    if token.lower_ not in word_set("roles", "roles"):
        return None, None
    first, last = core(token)
    first = _past_articles(doc, first, token.i)
    stop, affiliation = token.i, None
    if demonym_state(doc[first].text) is not None and first < token.i:
        affiliation, first = doc[first].text, first + 1
    for child in lefts(token):
        if child.dep_ == "poss" and child.pos_ == "PROPN":
            affiliation, first = words_of(doc, *core(child)).removesuffix("'s"), max(first, child.right_edge.i + 1)
    for child in rights(token):
        if child.dep_ != "prep" or child.i > last:
            continue
        whole = next((c for c in dependents(child) if c.dep_ == "pobj"), None)
        if whole is None:
            continue
        if affiliation is None and (whole.pos_ == "PROPN" or child.lower_ in ("for", "at", "with")):
            start, end = core(whole)
            affiliation = words_of(doc, _past_articles(doc, start, whole.i), end)
        elif child.lower_ == "of":
            stop = max(stop, min(last, child.right_edge.i))
    return words_of(doc, first, stop), affiliation
