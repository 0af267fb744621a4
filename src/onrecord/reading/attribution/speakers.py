"""Whom a pronoun, a definite phrase, a surname or "both sides" stands for (METHOD R-A3, R-C3, R-P5)."""

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from onrecord.model.attribution import Speaker, SpeakerKind
from onrecord.model.span import Span
from onrecord.reading.attribution.actors import describe, is_sides
from onrecord.reading.attribution.cues import word_set
from onrecord.reading.attribution.definite_nouns import answers
from onrecord.reading.attribution.drafts import Draft
from onrecord.reading.attribution.parties import parties
from onrecord.reading.attribution.phrases import core, quote_of, words_of
from onrecord.reading.dependents import dependents, lefts, rights
from onrecord.reading.sentences import sentence_of

__all__ = ["Resolved", "resolve"]

HUMAN = frozenset({"he", "she", "him", "her", "his"})
MANY = frozenset({"they", "them", "their"})
OWN = frozenset({"i", "we", "me", "us", "my", "our"})
MALE = frozenset({"he", "him", "his"})
SINGLE = frozenset({SpeakerKind.PERSON, SpeakerKind.UNKNOWN, SpeakerKind.UNSPECIFIED_SOURCES, SpeakerKind.CIVILIANS})
PERSONLESS = frozenset(SpeakerKind) - {
    SpeakerKind.PERSON,
    SpeakerKind.CIVILIANS,
    SpeakerKind.IMAGES,
    SpeakerKind.UNSPECIFIED_SOURCES,
}
PLURAL = frozenset(
    {
        SpeakerKind.GROUP,
        SpeakerKind.CIVILIANS,
        SpeakerKind.UNSPECIFIED_SOURCES,
        SpeakerKind.ARMED_FORCES,
        SpeakerKind.ARMED_GROUP,
    }
)

CLOSE = 3
"""Sentences back that a pronoun may reach."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A draft's speakers.

    Attributes:
        speakers: Who says it; several where a plural speaker is distributed.
        source: The words that name them, or None.
        distributed: True where several come from one plural phrase (R-C3).
        flags: ``unresolved_pronoun``, ``unresolved_sides``.
    """

    speakers: tuple[Speaker, ...]
    source: Span | None
    distributed: bool = False
    flags: tuple[str, ...] = ()


OURSELVES = frozenset({"we", "i"})
"""Whoever writes: outside quotation marks the publisher, whom only assembly knows."""


@dataclass(frozen=True, slots=True)
class _Known:
    speaker: Speaker
    token: int
    sentence: int
    plural: bool


class Cast:
    """The speakers of one document so far, in order of mention."""

    def __init__(self, doc: Doc, text: str) -> None:
        """Start with nobody."""
        self.doc = doc
        self.text = text
        self.known: list[_Known] = []
        self.read: dict[int, tuple[tuple[Speaker, ...], tuple[str, ...]]] = {}
        self.accused: list[Speaker] = []
        self.genders: dict[str, str] = {}
        self.full_names: dict[str, list[tuple[int, Token, str]]] | None = None

    def speaker(self, index: int) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
        """Return the speakers whom a token names, with flags, and remember them."""
        if index not in self.read:
            self.read[index] = self._speaker(self.doc[index])
        return self.read[index]

    def _speaker(self, token: Token) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
        if token.lower_ == "each":
            return self._sides(token)
        if token.pos_ == "PRON" or token.lower_ in HUMAN | MANY | OWN | {"it"}:
            found, flags = self._pronoun(token)
            self._remember(found, token)
            return found, flags
        phrase = _phrase(self.doc, token)
        if is_sides(phrase):
            return self._sides(token)
        speaker = self._again(token, describe(self.doc, token))
        self._remember((speaker,), token)
        return (speaker,), ()

    def _remember(self, speakers: tuple[Speaker, ...], token: Token) -> None:
        titled = any(s.kind is SpeakerKind.ORGANISATION and s.name.istitle() and " " in s.name for s in speakers)
        plural = (token.tag_ in ("NNS", "NNPS") and not titled) or token.lower_ in MANY
        number = sentence_of(token).start
        self.known.extend(_Known(s, token.i, number, plural) for s in speakers)

    def _sides(self, token: Token) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
        described = describe(self.doc, token)
        names = parties(self.doc, token)
        if names is None:
            return (described,), ("unresolved_sides",)
        sides = tuple(replace(described, name=name, kind=kind, resolved_by="R-C3") for name, kind in names)
        self._remember(sides, token)
        return sides, ()

    def _pronoun(self, token: Token) -> tuple[tuple[Speaker, ...], tuple[str, ...]]:
        quote = quote_of(self.doc, token.i, token.i)
        if token.lower_ in OURSELVES:
            return (Speaker(token.text, mention=quote),), ("first_person",)
        found = self._antecedent(token)
        if found is None:
            return (Speaker(token.text, mention=quote),), ("unresolved_pronoun",)
        if token.lower_ in HUMAN and found.name not in self.genders:
            self.genders[found.name] = "m" if token.lower_ in MALE else "f"
        return (replace(found, mention=quote, resolved_by="R-A3"),), ()

    def _antecedent(self, token: Token) -> Speaker | None:
        """Return whom a pronoun means: the last speaker who agrees, or the subject of a sentence in between."""
        word = token.lower_
        agreeing = [k for k in self.known if k.token < token.i and self._agrees(k, word)]
        last = agreeing[-1] if agreeing else None
        if last is not None and word in HUMAN and self._gender(last.speaker) is None:
            sure = [k for k in agreeing if self._gender(k.speaker) is not None]
            if sure and _sentences_between(self.doc, sure[-1].token, token) < CLOSE:
                last = sure[-1]
        subject = self._subject_before(token, agreeing[-1].token if agreeing else -1)
        if subject is not None:
            return subject
        if last is None or _sentences_between(self.doc, last.token, token) > CLOSE:
            return None
        return last.speaker

    def _subject_before(self, token: Token, after: int) -> Speaker | None:
        """Return the subject of this sentence or of one shortly before, where it stands later than the last speaker.

        Sentences whose subject is the same pronoun carry it on; any other counts against the reach of `CLOSE`.
        """
        sentence = sentence_of(token)
        if any(k.sentence == sentence.start for k in self.known if k.token < token.i and self._agrees(k, token.lower_)):
            return None
        others = 0
        for _ in range(CLOSE * 2):
            head = next(
                (c for c in dependents(sentence.root) if c.dep_ in ("nsubj", "nsubjpass") and c.i < token.i), None
            )
            if head is not None and head.i > after and head.pos_ in ("PROPN", "NOUN"):
                speaker = self._subject(head, sentence.start, token.lower_)
                if speaker is not None:
                    return speaker
            told = self._told_of(sentence.root, sentence.start, token) if token.lower_ in HUMAN else None
            if told is not None:
                return told
            others += head is None or head.lower_ != token.lower_
            if sentence.start == 0 or others >= CLOSE - 1:
                return None
            sentence = sentence_of(self.doc[sentence.start - 1])
            if sentence.start <= after:
                return None
        return None

    def _told_of(self, root: Token, sentence: int, token: Token) -> Speaker | None:
        """Return the person of whom a sentence's speaker tells: "Prosecutors say the general fled. He says"."""
        clause = next((c for c in rights(root) if c.dep_ == "ccomp"), None)
        head = (
            next((c for c in lefts(clause) if c.dep_ in ("nsubj", "nsubjpass")), None) if clause is not None else None
        )
        if head is None or head.i >= token.i or head.pos_ not in ("PROPN", "NOUN"):
            return None
        return self._subject(head, sentence, token.lower_)

    def _subject(self, head: Token, sentence: int, word: str) -> Speaker | None:
        """Return the speaker that a sentence's subject names, where a pronoun can mean it."""
        owner = next((c for c in lefts(head) if c.dep_ == "poss"), None)
        if owner is not None and head.lemma_ in word_set("disputable") and owner.pos_ != "PRON":
            head = owner  # "The army's account is disputed. It says that": the army says it
        speaker = self._again(head, describe(self.doc, head))
        if word in HUMAN and (speaker.kind not in SINGLE or speaker.kind is SpeakerKind.UNKNOWN):
            return None
        known = _Known(speaker, head.i, sentence, head.tag_ in ("NNS", "NNPS"))
        return speaker if self._agrees(known, word) else None

    def _again(self, token: Token, speaker: Speaker) -> Speaker:
        """Return a speaker with what the text said before: the full name for a surname, the body for "the ministry"."""
        if (
            token.pos_ == "PROPN"
            and speaker.kind in (SpeakerKind.PERSON, SpeakerKind.UNKNOWN, SpeakerKind.ORGANISATION, SpeakerKind.STATE)
            and speaker.resolved_by is None
        ):
            return self._named_before(token, speaker)
        if token.pos_ == "NOUN" and token.i > 0 and self.doc[token.i - 1].lower_ in ("the", "that", "this", "deputy"):
            for known in reversed(self.known):
                if answers(known.speaker, token):
                    return replace(known.speaker, mention=speaker.mention, resolved_by="R-A3")
            for accused in reversed(self.accused):
                if answers(accused, token):
                    return replace(accused, mention=speaker.mention, resolved_by="R-A3")
        return speaker

    def _named_before(self, token: Token, speaker: Speaker) -> Speaker:
        for known in self.known:
            other = known.speaker
            if other.kind is not SpeakerKind.PERSON or (
                other.name == speaker.name and (other.role is None or speaker.role is not None)
            ):
                continue
            if other.name == speaker.name:
                return replace(speaker, role=other.role, affiliation=other.affiliation)
            if " " not in speaker.name and other.name.split()[-1] == speaker.name:
                role, affiliation = speaker.role or other.role, speaker.affiliation or other.affiliation
                return replace(
                    speaker, name=other.name, kind=other.kind, role=role, affiliation=affiliation, resolved_by="R-A3"
                )
        if " " in speaker.name or speaker.kind is SpeakerKind.STATE:
            return speaker
        for at, head, full in self._full_names().get(speaker.name, ()):
            if at < token.i:
                whole = describe(self.doc, head)
                role, affiliation = speaker.role or whole.role, speaker.affiliation or whole.affiliation
                return replace(
                    speaker, name=full, kind=SpeakerKind.PERSON, role=role, affiliation=affiliation, resolved_by="R-A3"
                )
        return speaker

    def _full_names(self) -> dict[str, list[tuple[int, Token, str]]]:
        """Return the persons whom the text names in full, by surname."""
        if self.full_names is None:
            self.full_names = {}
            for entity in self.doc.ents:
                if entity.label_ == "PERSON" and entity.end - entity.start > 1:
                    words = entity.text.removesuffix("'s").removesuffix("’s")
                    surname = words.split()[-1]
                    self.full_names.setdefault(surname, []).append((entity.start, entity.root, words))
        return self.full_names

    def _agrees(self, known: _Known, word: str) -> bool:
        """Tell whether a pronoun can mean a speaker: person or not, one or many, he or she."""
        kind = known.speaker.kind
        if word in HUMAN:
            if kind not in SINGLE or known.plural:
                return False
            gender = self._gender(known.speaker)
            return gender is None or (gender == "m") == (word in MALE)
        if word in MANY:
            return known.plural or kind in PLURAL
        if word == "it":
            return kind in PERSONLESS and not known.plural
        return word in OWN

    def _gender(self, speaker: Speaker) -> str | None:
        words = (speaker.role or "").lower().split() + speaker.name.lower().split()[:1]
        if any(word in word_set("female", "roles") for word in words):
            return "f"
        if any(word in word_set("male", "roles") for word in words):
            return "m"
        return self.genders.get(speaker.name)


def _phrase(doc: Doc, token: Token) -> str:
    first, _ = core(token)
    words = words_of(doc, first, token.i)
    return words.lower()


def _sentences_between(doc: Doc, first: int, token: Token) -> int:
    count, sentence = 0, sentence_of(token)
    while sentence.start > first and count <= CLOSE:
        sentence = sentence_of(doc[sentence.start - 1])
        count += 1
    return count


def resolve(cast: Cast, draft: Draft, quoting: tuple[Speaker, ...] = ()) -> Resolved:
    """Return the speakers of one draft; drafts must come in the order of the text.

    Args:
        cast: The speakers so far; grows.
        draft: The report.
        quoting: Who speaks the quotation that the draft stands in: "we" and "I" are they.
    """
    if not draft.sources:
        if draft.unnamed is None:
            return Resolved((), draft.source)
        quote = draft.source.quote(cast.text) if draft.source is not None else None
        named = (Speaker(draft.unnamed, mention=quote, kind=SpeakerKind.UNSPECIFIED_SOURCES),) if draft.unnamed else ()
        return Resolved(named, draft.source)
    speakers: list[Speaker] = []
    flags: list[str] = []
    if draft.accused is not None:
        cast.accused.append(describe(cast.doc, cast.doc[draft.accused]))
    for index in draft.sources:
        token = cast.doc[index]
        if token.lower_ in OWN and quoting:
            quote = quote_of(cast.doc, index, index)
            speakers.extend(replace(s, mention=quote, resolved_by="R-A3") for s in quoting)
            continue
        found, raised = cast.speaker(index)
        speakers.extend(found)
        flags.extend(raised)
    spans = [s.mention.span for s in speakers if s.mention is not None]
    source = Span(min(s.start for s in spans), max(s.end for s in spans)) if spans else draft.source
    return Resolved(tuple(speakers), source, distributed=len(speakers) > 1, flags=tuple(flags))
